//! Readers: what MiniZinc allows is read, everything else has a line and a column.

use crate::ReadError;
use crate::meetings::{Certificate, Problem, Session, read};
use proptest::prelude::*;

const HEAD: &str = "nBusiness = 3;\nnMeetings = 2;\nnTables = 1;\nnTotalSlots = 4;\nnMorningSlots = 2;\n";

fn dzn(rest: &str) -> Result<Problem, ReadError> {
    read::dzn(format!("{HEAD}{rest}").as_bytes())
}

fn fault<T: std::fmt::Debug>(read: Result<T, ReadError>) -> String {
    let fault = read.expect_err("a fault");
    assert!(fault.line > 0 && fault.column > 0, "{fault:?}");
    fault.to_string()
}

#[test]
fn what_minizinc_allows_is_read() {
    let plain =
        dzn("requested = [|1,2,1|1,3,3|];\nforbidden = [{1,2,3},{},{4}];\nfixed = [0,3];\nprecedences = [{},{1}];\n").expect("well formed");
    assert_eq!((plain.people[0].blocked, plain.people[1].blocked, plain.people[2].blocked), (0b0111, 0, 0b1000));
    assert_eq!(
        (plain.meetings[0].session, plain.meetings[1].slot, plain.meetings[1].after.as_slice()),
        (Session::Morning, Some(2), &[0][..])
    );
    for rest in [
        "requested = [|1, 2, 1,\n|1, 3, 3,\n|];forbidden=[{1,2,3},{0},{4,},];fixat=[0,3,];precedences = [{},{1}]",
        "requested = array2d(1..2, 1..3, [1,2,1, 1,3,3]); forbidden = array1d(1..nBusiness, [1..3, 1..0, 4..4]);\n fixed = array1d( 1..2, [0,\n3]);precedences=[{},1..1];",
        "requested = [1,2,1,1,3,3]; /* one\n; two */ forbidden = [{3, 1 .. 2}, {}, {4}]; % }];\nfixed = [0, 3]; precedences = [{}, {1}]; % end",
        "host = \"forum; \\\" [\"; online = true; share = [0.5, 1.5e3, -2]; kinds = {A, B}; none = [||]; grid = [|true|false|]; span = 1..9;\n\
            requested = [|1,2,1|1,3,3|]; forbidden = [{1,2,3}, {}, {4}]; fixed = [0,3]; precedences = [{}, {1}];",
    ] {
        assert_eq!(dzn(rest).as_ref(), Ok(&plain), "{rest}");
        let foreign = format!("\u{FEFF}{HEAD}{rest}").replace('\n', "\r\n");
        assert_eq!(read::dzn(foreign.as_bytes()).as_ref(), Ok(&plain));
    }
}

#[test]
fn every_fault_in_a_data_file_has_its_place() {
    for (rest, expected) in [
        ("", "line 6, column 1: requested is missing"),
        ("requested", "line 6, column 10: \"=\" is expected here"),
        ("requested =", "line 6, column 12: the file ends where a value is expected"),
        ("requested = [|1,2,1|1,3,3", "line 6, column 26: a comma or \"|\" is expected here"),
        ("requested = [|1,2,1|1,3,3|", "line 6, column 27: the file ends where a value is expected"),
        ("requested = [|1,2,1|1,3,3|] fixed = [0,0];", "line 6, column 29: \";\" is expected here"),
        ("requested = [|1,2,1|1,3|];", "line 6, column 21: 2 values stand here instead of 3"),
        ("requested = [|1,2,1|];", "line 6, column 13: 1 rows stand here instead of 2"),
        ("requested = [1,2,1];", "line 6, column 13: 3 values stand here instead of 6"),
        ("requested = 7;", "line 6, column 13: an array is expected here"),
        ("requested = reverse([1,2,1,1,3,3]);", "line 6, column 13: only array1d(..., [...]) and array2d(..., [...]) are known"),
        ("requested = array1d(1..6);", "line 6, column 13: only array1d(..., [...]) and array2d(..., [...]) are known"),
        ("requested = [|1,2,1|2,2,3|];", "line 6, column 23: nobody meets themselves"),
        ("requested = [|1,2,4|1,3,3|];", "line 6, column 19: 4 is not in 1..3"),
        ("requested = [|1,2,1|1,-3,3|];", "line 6, column 23: -3 is not in 1..3"),
        ("requested = [|1,2,1|1,3,true|];", "line 6, column 25: a whole number is expected here"),
        ("requested = [|1,2,1|1,3,2.5|];", "line 6, column 25: a whole number is expected here"),
        ("requested = [|1,2,1|1,3,99999999999999999999|];", "line 6, column 25: this is no number, or too large a one"),
        ("requested = [1 2];", "line 6, column 16: a comma or \"]\" is expected here"),
        ("requested = [[1,2,1],[1,3,3]];", "line 6, column 14: a value is expected here"),
        ("/* requested = [];", "line 6, column 1: a name is expected here"),
        ("7 = 7;", "line 6, column 1: a name is expected here"),
        ("note = \"endless;\n", "line 6, column 8: the text has no closing quote"),
        ("% é\n  nTables = 2;", "line 7, column 3: this name stands twice"),
        ("\u{0}\u{1}", "line 6, column 1: a name is expected here"),
    ] {
        assert_eq!(fault(dzn(rest)), expected, "{rest}");
    }
    for (rest, expected) in [
        ("forbidden = [{1}, {5}, {}];", "line 7, column 20: 5 is not in 0..4"),
        ("forbidden = [{1}, {2..1000000000}, {}];", "line 7, column 20: 1000000000 is not in 0..4"),
        ("forbidden = [{1}, {}];", "line 7, column 13: 2 values stand here instead of 3"),
        ("forbidden = [{1}, 2, {}];", "line 7, column 19: a set is expected here"),
        ("forbidden = [{1}, {a}, {}];", "line 7, column 20: a whole number is expected here"),
        ("fixed = [0, 3, 0];", "line 7, column 9: 3 values stand here instead of 2"),
        ("fixed = [0, 3];\nfixat = [0, 3];", "line 8, column 9: fixat means the same as fixed, which stands here as well"),
        ("precedences = [{1}, {}];", "line 7, column 16: a meeting cannot come before itself"),
        ("precedences = [{3}, {}];", "line 7, column 17: 3 is not in 0..2"),
    ] {
        assert_eq!(fault(dzn(&format!("requested = [|1,2,1|1,3,3|];\n{rest}"))), expected, "{rest}");
    }
}

#[test]
fn sizes_are_refused_before_they_are_made() {
    let sized = |name: &str, size: &str| {
        let head =
            ["nBusiness", "nMeetings", "nTables", "nTotalSlots"].map(|one| format!("{one} = {};", if one == name { size } else { "1" }));
        fault(read::dzn(format!("{}requested = [];", head.join("\n")).as_bytes()))
    };
    assert_eq!(sized("nTotalSlots", "1000000000"), "line 4, column 15: 1000000000 is not in 0..128");
    assert_eq!(sized("nMeetings", "1000000000"), "line 2, column 13: 1000000000 is not in 0..1000000");
    assert_eq!(sized("nBusiness", "-1"), "line 1, column 13: -1 is not in 0..1000000");
    assert_eq!(sized("nTables", "4294967296"), "line 3, column 11: 4294967296 is not in 0..4294967295");
    assert_eq!(fault(read::dzn(b"")), "line 1, column 1: nBusiness is missing");
    // Few bytes, and every meeting after every other.
    let orders: String = (1..=1500).map(|at| format!("{{1..{}, {}..1500}},\n", at - 1, at + 1)).collect();
    let all = format!("nBusiness=2;nMeetings=1500;nTables=1;nTotalSlots=1;requested=[{}];precedences=[\n{orders}];", "1,2,3,".repeat(1500));
    assert_eq!(fault(read::dzn(all.as_bytes())), "line 669, column 1: there are more than 1000000 precedences");
}

#[test]
fn every_fault_in_json_has_its_place() {
    let round = |members: &str| {
        read::json(
            format!("{{\"slots\": 2, \"tables\": 1, \"people\": [{{\"name\": \"a\"}}, {{\"name\": \"b\"}}],\n{members}}}").as_bytes(),
        )
    };
    assert!(round("\"meetings\": [{\"pair\": [0, 1]}]").is_ok());
    for (members, expected) in [
        ("\"morning\": 1", "line 1, column 1: the member \"meetings\" is missing"),
        ("\"meetings\": [{}]", "line 2, column 14: the member \"pair\" is missing"),
        ("\"meetings\": [{\"pair\": [0]}]", "line 2, column 23: two people are expected here"),
        ("\"meetings\": [{\"pair\": [0, 2]}]", "line 2, column 27: 2 is not in 0..2"),
        ("\"meetings\": [{\"pair\": [0, 1]}, {\"pair\": [0, 0]}]", "line 2, column 32: meeting 2: two different people are needed"),
        ("\"meetings\": [{\"pair\": [0, 1], \"wish\": 0}]", "line 2, column 14: meeting 1: a wish weighs from 1 to 1000000"),
        ("\"meetings\": [{\"pair\": [0, 1], \"table\": 0}]", "line 2, column 14: meeting 1: a fixed table needs a fixed slot"),
        ("\"meetings\": [{\"pair\": [0, 1], \"pools\": [\"x\"]}]", "line 2, column 41: there is no pool of this name"),
        ("\"meetings\": [], \"gap_cost\": 0", "line 2, column 29: a gap costs from 1 to 1000000"),
        ("\"meetings\": [], \"spread\": -1", "line 2, column 27: a whole number from 0 is expected here"),
        ("\"meetings\": [], \"pauses\": [0]", "line 2, column 27: a pause is outside the slots"),
        ("\"meetings\": [], \"shared\": [[0, 5]]", "line 2, column 32: 5 is not in 0..2"),
        (
            "\"meetings\": [], \"pools\": [{\"name\": \"x\", \"capacity\": 1},\n{\"name\": \"x\", \"capacity\": 1}]",
            "line 3, column 1: two pools are called \"x\"",
        ),
    ] {
        assert_eq!(fault(round(members)), expected, "{members}");
    }
    for (text, expected) in [
        ("", "line 1, column 1: the file ends where a value is expected"),
        ("[]", "line 1, column 1: an object with the member \"slots\" is expected here"),
        ("{\"slots\": 1000000000}", "line 1, column 11: 1000000000 is not in 0..129"),
        ("{\"slots\": -1}", "line 1, column 11: -1 is not in 0..129"),
        ("{\"slots\": 2, \"slots\": 2}", "line 1, column 14: the member \"slots\" stands twice"),
        ("{\"slots\": 2, \"tables\": [1]}", "line 1, column 24: 2 numbers of tables are expected here"),
        ("{\"slots\": 2, \"tables\": -1}", "line 1, column 24: a whole number from 0 is expected here"),
    ] {
        assert_eq!(fault(read::json(text.as_bytes())), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn readers_never_panic(text in "[a-z0-9=;|,.{}\\[\\]()%/* \n-]{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        for read in [dzn(&text), read::dzn(text.as_bytes()), read::dzn(&bytes), read::json(&bytes)] {
            let _ = read.map_err(|error| fault::<()>(Err(error)));
        }
        let _ = Certificate::from_json(text.as_bytes());
    }
}

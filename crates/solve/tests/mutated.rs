//! Good files of every format, damaged at random: a reader answers or names a place, a checker accepts or refuses; neither panics.

use proptest::prelude::*;
use solve::experts::{self, cli, read::Missing};
use solve::{Control, ReadError, meetings, portfolio};
use std::io::Cursor;

const EXPERTS: &[&str] = &[
    "2 2\n0.25 -1\n0.5 1.00\n",
    "\u{FEFF};E1;E2\r\nA1;0,25;x\r\nA2;0,5;1\r\n",
    "expert;paper;score\nE1;A1;0,25\nE1;A2;0,5\nE2;A2;1\n",
    r#"{"parties":["RM","SH"],"applications":[{"name":"A1","need":{"RM":1,"SH":1}}],"experts":[{"name":"E1","party":"RM","max":2,
        "attributes":{"field":["water"]}},{"name":"王","party":"SH","min":1,"max":1}],"pairs":[["A1","E1",0.5],[0,"王",1e-6]],
        "forbidden":[],"fixed":[["A1",1]],"quotas":[{"attribute":"field","least":1}]}"#,
];

const PORTFOLIOS: &[(&str, &str)] = &[
    (
        "a.pb",
        "META\nkey;value\nnum_projects;2\nbudget;50\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;20\n2;40\nVOTES\nvoter_id;vote\na;1,2\nb;2\n",
    ),
    ("a.csv", "id;cost:RM;cost:SH;rank;theme;lead;standing\n*;100;50;;;;\na;60;10;1;\"it; health\";AU;\nb;50;10;2;;;excluded\n"),
    ("a.txt", "1\n3 2 10.5\n4 6.5 2\n1 2 3\n0.5 1 1\n4 1.5\n"),
    (
        "a.json",
        "{\"pots\":[{\"name\":\"RM\",\"amount\":100},{\"name\":\"SH\",\"amount\":50}],\n\"per_lead\":1,\n\
        \"themes\":[{\"name\":\"it\",\"min_projects\":1,\"max_projects\":2,\"min_cost\":[0,1],\"max_cost\":[null,40]}],\n\
        \"projects\":[{\"id\":\"a\",\"cost\":[60,10],\"value\":3,\"rank\":1,\"theme\":0,\"lead\":\"AU\"},\n\
        {\"id\":\"b\",\"cost\":[50,20],\"value\":2,\"rank\":2,\"lead\":\"AU\",\"standing\":\"candidate\"}]}\n",
    ),
];

const ROUND: &str = "nBusiness = 3;\nnMeetings = 2;\nnTables = 1;\nnTotalSlots = 4;\nnMorningSlots = 2;\n\
    requested = [|1, 2, 1|1, 3, 3|]; % two meet\nforbidden = array1d(1..3, [{1}, 2..3, {0}]);\n\
    host = \"a ; b\"; /* who\nasks */ fixed = [0, 4];\nprecedences = [{}, {1}];\n";

const ROUND_JSON: &str = "{\"slots\":4,\"morning\":2,\"tables\":[1,1,2,1],\"pauses\":[2],\n\
    \"people\":[{\"name\":\"a\",\"blocked\":[1]},{\"name\":\"b\",\"company\":\"x\",\"exclusive\":true},{\"name\":\"c\"}],\n\
    \"pools\":[{\"name\":\"interpreters\",\"capacity\":1}],\"shared\":[[0,1]],\n\
    \"meetings\":[{\"pair\":[0,2],\"session\":\"morning\",\"pools\":[\"interpreters\"]},{\"pair\":[1,2],\"after\":[0],\"wish\":3}]}\n";

/// Changes at places in thousandths of the length: cut, doubled, another byte, another number, or a line dropped.
fn damaged(good: &[u8], changes: &[(usize, u8, u8)]) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for &(place, kind, byte) in changes {
        let at = place * bytes.len() / 1000;
        match kind {
            _ if at >= bytes.len() => {}
            0 => bytes.truncate(at),
            1 => bytes[at] = byte,
            2 => bytes.insert(at, byte),
            3 => drop(bytes.remove(at)),
            4 => {
                let part = bytes[at..].iter().copied().take(usize::from(byte)).collect::<Vec<u8>>();
                bytes.splice(at..at, part);
            }
            5 => {
                let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |before| before + 1);
                let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |step| at + step + 1);
                bytes.drain(start..end);
            }
            _ => {
                let number: &[u8] = [&b"99999999999999999999"[..], b"-1", b"0", b"9223372036854775807", b"1e99"][usize::from(byte) % 5];
                let digits = bytes[at..].iter().position(u8::is_ascii_digit).map(|step| at + step);
                if let Some(digit) = digits {
                    bytes.splice(digit..=digit, number.iter().copied());
                }
            }
        }
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(usize, u8, u8)>> {
    prop::collection::vec((0usize..1000, 0u8..8, any::<u8>()), 1..5)
}

/// A fault in a text says something about a place in it: a line, and a column that is no further than its end.
fn placed<T>(read: Result<T, ReadError>, text: &[u8]) {
    let Err(fault) = read else { return };
    let shown = String::from_utf8_lossy(text);
    let lines: Vec<&str> = shown.split('\n').collect();
    let line = lines.get((fault.line as usize).wrapping_sub(1)).or(lines.last().filter(|_| fault.line as usize == lines.len() + 1));
    let width = line.map_or(0, |line| line.chars().count() + 1);
    assert!(!fault.message.is_empty() && (1..=width).contains(&(fault.column as usize)), "{fault}: {shown}");
}

fn expert_answers() -> (experts::read::Instance, Vec<String>) {
    let instance = cli::read(&mut Cursor::new(EXPERTS[3]), &Missing::default()).expect("well formed");
    let answer = |fair: bool| cli::run(&instance, fair, &Control::free()).expect("solved").to_json().to_string();
    let answers = vec![answer(false), answer(true)];
    (instance, answers)
}

fn certificates() -> Vec<String> {
    let round = meetings::read::dzn(ROUND.as_bytes()).expect("well formed");
    let planned = meetings::solve(&round, meetings::Effort::default(), Control::free()).expect("solved");
    let portfolio::report::Input::Problem(problem) =
        portfolio::report::read(PORTFOLIOS[1].0, PORTFOLIOS[1].1.as_bytes()).expect("well formed")
    else {
        panic!("a table is a problem")
    };
    let best = portfolio::report::best(&problem, Control::free()).expect("solved");
    [planned.certificate.map(|one| one.to_json()), best.certificate.map(|one| one.to_json())]
        .into_iter()
        .flatten()
        .map(|json| json.to_string())
        .collect()
}

#[test]
fn the_files_are_good_before_they_are_damaged() {
    for text in EXPERTS {
        assert!(cli::read(&mut Cursor::new(text.as_bytes()), &Missing::default()).is_ok(), "{text}");
    }
    for (name, text) in PORTFOLIOS {
        assert!(portfolio::report::read(name, text.as_bytes()).is_ok(), "{text}");
    }
    assert!(meetings::read::dzn(ROUND.as_bytes()).is_ok());
    assert_eq!(meetings::read::json(ROUND_JSON.as_bytes()).err(), None);
    assert_eq!(certificates().len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn tables_for_experts(which in 0..EXPERTS.len(), changes in changes()) {
        let bytes = damaged(EXPERTS[which].as_bytes(), &changes);
        let read = cli::read(&mut Cursor::new(&bytes), &Missing::default());
        // With a zero byte it counts as the binary format, which has no lines.
        if !bytes.contains(&0) {
            placed(read, &bytes);
        }
    }

    #[test]
    fn portfolios_and_elections(which in 0..PORTFOLIOS.len(), changes in changes()) {
        let (name, text) = PORTFOLIOS[which];
        let bytes = damaged(text.as_bytes(), &changes);
        placed(portfolio::report::read(name, &bytes), &bytes);
    }

    #[test]
    fn rounds_of_meetings(changes in changes()) {
        let bytes = damaged(ROUND.as_bytes(), &changes);
        placed(meetings::read::dzn(&bytes), &bytes);
        let bytes = damaged(ROUND_JSON.as_bytes(), &changes);
        placed(meetings::read::json(&bytes), &bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn certificates_are_followed_or_refused(changes in changes()) {
        for good in certificates() {
            let bytes = damaged(good.as_bytes(), &changes);
            if let Ok(certificate) = meetings::Certificate::from_json(&bytes) {
                let _ = meetings::check::check(&certificate);
            }
            placed(portfolio::report::check(&bytes).map(|_| ()), &bytes);
        }
        let (instance, answers) = expert_answers();
        for good in answers {
            let bytes = damaged(good.as_bytes(), &changes);
            let _ = cli::verify(&instance, &bytes);
        }
    }
}

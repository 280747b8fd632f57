//! Good files of every format, damaged at random: a reader answers or names a place, a checker accepts or refuses; neither panics.

use proptest::prelude::*;
use solve::experts::{cli, read::Missing};
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
];

const ROUND: &str = "nBusiness = 3;\nnMeetings = 2;\nnTables = 1;\nnTotalSlots = 4;\nnMorningSlots = 2;\n\
    requested = [|1, 2, 1|1, 3, 3|]; % two meet\nforbidden = [{1}, {}, {0}];\nfixed = [0, 3];\nprecedences = [{}, {1}];\n";

/// Changes at places in thousandths of the length: cut, doubled, another byte, or another number.
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
    prop::collection::vec((0usize..1000, 0u8..7, any::<u8>()), 1..5)
}

/// A fault in a text has a line, and says something.
fn placed<T>(read: Result<T, ReadError>, text: &[u8]) {
    if let Err(fault) = read {
        let lines = text.split(|byte| *byte == b'\n').count() as u32 + 1;
        assert!(fault.line <= lines && !fault.message.is_empty(), "{fault}: {}", String::from_utf8_lossy(text));
    }
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
    assert_eq!(certificates().len(), 2);
}

proptest! {
    #[test]
    fn tables_for_experts(which in 0..EXPERTS.len(), changes in changes()) {
        let bytes = damaged(EXPERTS[which].as_bytes(), &changes);
        placed(cli::read(&mut Cursor::new(&bytes), &Missing::default()), &bytes);
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
    }
}

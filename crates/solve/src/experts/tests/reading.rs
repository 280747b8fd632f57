//! Readers: every format, places of faults, and no panic on any bytes.

use crate::ReadError;
use crate::experts::read::{Instance, Missing, any as read_any, counts};
use crate::experts::{Affinity, Pair, affinity};
use proptest::prelude::*;
use std::io::Cursor;

fn read(text: impl AsRef<[u8]>) -> Result<Instance, ReadError> {
    read_any(&mut Cursor::new(text.as_ref()), &Missing::default())
}

fn npy(descr: &str, fortran: &str, shape: &str, data: &[u8]) -> Vec<u8> {
    let header = format!("{{'descr': '{descr}', 'fortran_order': {fortran}, 'shape': {shape}, }}\n");
    [b"\x93NUMPY\x01\x00", (header.len() as u16).to_le_bytes().as_slice(), header.as_bytes(), data].concat()
}

#[test]
fn every_format_says_the_same() {
    let expected = Affinity::full(2, 2, vec![250_000, affinity::ABSENT, 500_000, 1_000_000]).unwrap();
    let floats: Vec<u8> = [0.25f64, -1.0, 0.5, 1.0].iter().flat_map(|number| number.to_le_bytes()).collect();
    let turned: Vec<u8> = [0.25f32, 0.5, f32::NAN, 1.0].iter().flat_map(|number| number.to_le_bytes()).collect();
    for bytes in [
        b"2 2\n0.25 -1\n0.5 1.00\n".to_vec(),
        b",E1,E2\nA1,0.25,\nA2,0.5,1\n".to_vec(),
        "\u{FEFF};E1;E2\r\nA1;0,25;x\r\nA2;0,5;1\r\n".into(),
        b"0.25,-1\n0.5,1\n".to_vec(),
        npy("<f8", "False", "(2, 2)", &floats),
        npy("<f4", "True", "(2, 2)", &turned),
        br#"{"applications":[{"name":"a","need":1},{"name":"b","need":1}],"experts":[{"name":"x","max":1},{"name":"y","max":1}],"affinity":[[0.25,null],[0.5,1]]}"#.to_vec(),
    ] {
        assert_eq!(read(&bytes).unwrap().problem.affinity, expected, "{}", String::from_utf8_lossy(&bytes));
    }
    let list = read("expert;paper;score\nE1;A1;0,25\nE1;A2;0,5\nE2;A2;1\n").unwrap();
    assert_eq!((list.applications, list.experts), (vec!["A1".to_owned(), "A2".to_owned()], vec!["E1".to_owned(), "E2".to_owned()]));
    let pairs: Vec<_> = [(0, 0), (0, 1), (1, 0), (1, 1)].iter().map(|(a, e)| list.problem.affinity.get(*a, *e)).collect();
    assert_eq!(pairs, [Some(250_000), None, Some(500_000), Some(1_000_000)]);
}

#[test]
fn own_json_says_everything() {
    let text = r#"{"parties":["RM","SH"],
        "applications":[{"name":"A1","need":{"RM":1,"SH":1}}],
        "experts":[{"name":"E1","party":"RM","max":2,"attributes":{"field":["water","air"]}},{"name":"王","party":"SH","min":1,"max":1}],
        "pairs":[["A1","E1",0.5],[0,"王",1e-6]],
        "forbidden":[["A1","E1"]],"fixed":[["A1",1]],
        "quotas":[{"attribute":"field","least":1},{"application":"A1","experts":["王"],"most":1}]}"#;
    let instance = read(text).unwrap();
    assert_eq!(instance.problem.need, [[1, 1]]);
    assert_eq!(instance.problem.affinity.get(0, 1), Some(1));
    assert_eq!((&*instance.problem.forbidden, &*instance.problem.fixed), (&[Pair::new(0, 0)][..], &[Pair::new(0, 1)][..]));
    assert_eq!(instance.problem.quotas.len(), 3);
    assert_eq!(instance.experts[1], "王");
}

#[test]
fn faults_are_named_by_place() {
    for (text, expected) in [
        ("", "line 1, column 1: the file is empty"),
        ("2 2\n0.5 0.5\n", "line 3, column 1: there are 1 lines of affinities, not 2"),
        ("2 2\n0.5 0.5\n0.5 abc\n", "line 3, column 5: \"abc\" is not a number"),
        ("1 2\n0.5\n", "line 2, column 4: there are 1 affinities, not 2"),
        (",E1\nA1,0.5\nA2,zz\n", "line 3, column 4: \"zz\" is not a number"),
        (",E1\nA1,0.5,0.5\n", "line 2, column 8: there are 3 columns, not 2"),
        (",E1\nA1,\"0.5\n", "line 2, column 4: the quote is not closed"),
        ("paper,expert,score\na,b,1\na,b,1\n", "line 3, column 1: the pair stands twice"),
        ("{\"applications\":[],\n\"experts\":[{}]}", "line 2, column 12: the member \"name\" is missing"),
        (
            "{\"applications\":[{\"name\":\"a\",\"need\":-1}],\"experts\":[],\"pairs\":[]}",
            "line 1, column 37: a count from 0 is expected here",
        ),
    ] {
        assert_eq!(read(text).unwrap_err().to_string(), expected, "{text}");
    }
    assert_eq!(counts(b"1 2\n3, x").unwrap_err().to_string(), "line 2, column 4: \"x\" is not a count");
    assert_eq!(counts(&npy("<f8", "False", "(2,)", &[0; 16])).unwrap(), [0, 0]);
    assert!(read(npy("<f8", "False", "(2, 2)", &[0; 31])).unwrap_err().message.contains("does not match"));
    assert!(read(npy("<f8", "False", "(9999999999, 9999999999)", &[0; 32])).unwrap_err().message.contains("does not match"));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..120), magic in 0..4) {
        let head: &[u8] = [b"", b"\x93NUMPY\x01\x00" as &[u8], b"2 3\n", &[2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]][magic as usize];
        let bytes = [head, &bytes].concat();
        let _ = read(&bytes);
        let _ = counts(&bytes);
    }

    #[test]
    fn no_text_panics(text in "[0-9.,;x\" \n{}\\[\\]:a-c\u{E5}-]{0,80}") {
        let _ = read(&text);
        let _ = counts(text.as_bytes());
    }
}

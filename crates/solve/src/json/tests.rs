//! JSON: exact numbers, places of faults, round trips, and no panic on any bytes.

use super::{Json, Value};
use proptest::prelude::*;

fn tree() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::from(Value::Null)),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<String>().prop_map(Json::from),
        (0..1000u32).prop_map(|n| Value::Decimal(format!("{n}.5")).into()),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::array),
            prop::collection::btree_map(any::<String>(), inner, 0..6).prop_map(|m| Value::Object(m.into_iter().collect()).into()),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back(json in tree()) {
        prop_assert_eq!(&Json::parse(json.to_string().as_bytes()).unwrap(), &json);
        prop_assert_eq!(&Json::parse(format!("{json:#}").as_bytes()).unwrap(), &json);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Json::parse(&bytes);
    }

    #[test]
    fn no_near_json_panics(text in r#"[\[\]{}":,0-9eE+.\-tfnu\\ a]{0,60}"#) {
        let _ = Json::parse(text.as_bytes());
    }
}

#[test]
fn faults_are_named_by_place() {
    for (text, expected) in [
        ("", "line 1, column 1: the file ends where a value is expected"),
        ("[1,\n 2,]", "line 2, column 4: a value is expected here"),
        ("{\"å\": x}", "line 1, column 7: a value is expected here"),
        ("{\"a\":1,\n\"a\":2}", "line 2, column 1: the member \"a\" stands twice"),
        ("[01]", "line 1, column 3: a comma or a closing bracket is expected here"),
        ("\"abc", "line 1, column 1: the text has no closing quote"),
        ("1 2", "line 1, column 3: only white space may follow the value"),
    ] {
        assert_eq!(Json::parse(text.as_bytes()).unwrap_err().to_string(), expected, "{text}");
    }
}

#[test]
fn deep_nesting_is_refused() {
    let text = "[".repeat(100_000);
    assert!(Json::parse(text.as_bytes()).unwrap_err().message.contains("deeply"));
}

#[test]
fn numbers_stay_exact() {
    let json = Json::parse(b"[9223372036854775807, 9223372036854775808, 0.1, -0.25]").unwrap();
    let items = json.items().unwrap();
    assert_eq!(items[0].int().unwrap(), i64::MAX);
    assert!(items[1].int().is_err());
    assert_eq!(items[2].millionths().unwrap(), 100_000);
    assert_eq!(items[3].millionths().unwrap(), -250_000);
}

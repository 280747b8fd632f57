//! One byte sequence per value: JSON without spaces, fields in declared order, UTF-8 in NFC, whole numbers only.
//!
//! Fractions are refused because two programs may print them differently; money is an integer of minor units.
use std::io;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::ser::{Formatter, Serializer};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Why bytes could not be made or read.
#[derive(Debug)]
pub enum Uncanonical {
    /// The value holds a fraction, or cannot be JSON at all. Carries the serialiser's words, for the log.
    Unwritable(String),
    /// Not UTF-8, or not in normal form C: another program may show it alike and hash it differently.
    Encoding,
    /// Not the expected JSON: wrong shape, a repeated field, a fraction, a lone surrogate.
    Shape(String),
}

impl std::fmt::Display for Uncanonical {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Uncanonical::Unwritable(why) => write!(f, "the value has no canonical form: {why}"),
            Uncanonical::Encoding => write!(f, "the bytes are not UTF-8 in normal form C"),
            Uncanonical::Shape(why) => write!(f, "the bytes do not have the expected form: {why}"),
        }
    }
}

impl std::error::Error for Uncanonical {}

/// The canonical bytes of a wire struct.
pub fn to_bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, Uncanonical> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Canonical);
    value.serialize(&mut serializer).map_err(|e| Uncanonical::Unwritable(e.to_string()))?;
    Ok(bytes)
}

/// Reads a wire struct. Fields that it does not know are ignored, so that an older node reads a newer one.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Uncanonical> {
    let text = std::str::from_utf8(bytes).map_err(|_| Uncanonical::Encoding)?;
    if !is_nfc(text) {
        return Err(Uncanonical::Encoding);
    }
    serde_json::from_str(text).map_err(|e| Uncanonical::Shape(e.to_string()))
}

struct Canonical;

impl Formatter for Canonical {
    /// A fragment lies between escaped characters, none of which composes with what follows: normalising fragments
    /// normalises the whole.
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if is_nfc(fragment) {
            return writer.write_all(fragment.as_bytes());
        }
        writer.write_all(fragment.nfc().collect::<String>().as_bytes())
    }

    fn write_f32<W: ?Sized + io::Write>(&mut self, _: &mut W, _: f32) -> io::Result<()> {
        Err(fraction())
    }

    fn write_f64<W: ?Sized + io::Write>(&mut self, _: &mut W, _: f64) -> io::Result<()> {
        Err(fraction())
    }
}

fn fraction() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "a number with a fraction")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Sample {
        zebra: i64,
        apple: String,
    }

    #[test]
    fn order_is_declared_and_text_is_composed() {
        let sample = Sample { zebra: -5, apple: "A\u{30a}rhus \"\u{301} 上海".into() };
        let bytes = to_bytes(&sample).unwrap();
        assert_eq!(std::str::from_utf8(&bytes).unwrap(), "{\"zebra\":-5,\"apple\":\"Århus \\\"\u{301} 上海\"}");
        assert_eq!(from_bytes::<Sample>(&bytes).unwrap().zebra, -5);
    }

    #[test]
    fn fractions_are_refused() {
        assert!(matches!(to_bytes(&1.5f64), Err(Uncanonical::Unwritable(_))));
        assert!(matches!(to_bytes(&1f32), Err(Uncanonical::Unwritable(_))));
    }

    #[test]
    fn careless_json_is_refused() {
        for (bytes, encoding) in [
            (&b"{\"zebra\":1,\"zebra\":2,\"apple\":\"\"}"[..], false),
            (b"{\"zebra\":1.0,\"apple\":\"\"}", false),
            (b"{\"zebra\":1,\"apple\":\"\\ud800\"}", false),
            (b"{\"zebra\":1,\"apple\":\"\"} x", false),
            ("{\"zebra\":1,\"apple\":\"A\u{30a}\"}".as_bytes(), true),
            (b"\xff", true),
        ] {
            let error = from_bytes::<Sample>(bytes).unwrap_err();
            assert_eq!(matches!(error, Uncanonical::Encoding), encoding, "{error}");
        }
        let newer = br#"{"zebra":1,"apple":"","later":[]}"#;
        assert_eq!(from_bytes::<Sample>(newer).unwrap(), Sample { zebra: 1, apple: String::new() });
    }
}

//! The part of MiniZinc's data language in which rounds are written: `name = value;` with numbers, sets and arrays.
//!
//! White space, comments and a comma after the last item may stand where the language has them, and the last semicolon
//! may be missing. Texts, names, truth values and fractions are read past: nobody asks for their values.

use super::value::{Kind, Value};
use crate::ReadError;
use std::collections::HashMap;

/// All assignments of a file, and where it ends.
pub(super) struct File {
    values: HashMap<String, Value>,
    end: (u32, u32),
}

impl File {
    pub fn parse(bytes: &[u8]) -> Result<Self, ReadError> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut reader = Reader { bytes, at: 0, line: 1, column: 1 };
        let mut values = HashMap::new();
        while reader.peek().is_some() {
            let (line, column) = reader.place();
            let name = reader.name()?;
            reader.expect(b'=', "\"=\" is expected here")?;
            let value = reader.value()?;
            if reader.peek().is_some() {
                reader.expect(b';', "\";\" is expected here")?;
            }
            if values.insert(name, value).is_some() {
                return Err(ReadError::at(line, column, "this name stands twice"));
            }
        }
        Ok(Self { values, end: reader.place() })
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    /// The value, or an error where the file ends without it.
    pub fn need(&self, name: &str) -> Result<&Value, ReadError> {
        self.get(name).ok_or_else(|| ReadError::at(self.end.0, self.end.1, format!("{name} is missing")))
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
    column: u32,
}

impl Reader<'_> {
    fn value(&mut self) -> Result<Value, ReadError> {
        let ((line, column), start) = (self.place(), self.at);
        let value = self.array_or_item()?;
        let word = self.bytes[start..self.at].trim_ascii();
        if self.peek() != Some(b'(') {
            return Ok(value);
        }
        let array = if matches!(word, b"array1d" | b"array2d") { self.list(b')', Self::array_or_item)?.pop() } else { None };
        let array = array.filter(|last| matches!(last.kind, Kind::Array(_)));
        array.ok_or_else(|| ReadError::at(line, column, "only array1d(..., [...]) and array2d(..., [...]) are known"))
    }

    fn array_or_item(&mut self) -> Result<Value, ReadError> {
        let (line, column) = self.place();
        let kind = match (self.peek(), self.bytes.get(self.at + 1)) {
            (Some(b'['), Some(b'|')) => Kind::Array(self.rows()?),
            (Some(b'['), _) => Kind::Array(self.list(b']', Self::item)?),
            _ => return self.item(),
        };
        Ok(Value { kind, line, column })
    }

    /// `[|1, 2|3, 4|]`: each row starts with the bar that ends the one before.
    fn rows(&mut self) -> Result<Vec<Value>, ReadError> {
        let mut rows = Vec::new();
        self.step();
        loop {
            self.step();
            let (line, column) = self.place();
            if self.peek() == Some(b']') {
                break;
            }
            let row = self.until(b'|', Self::item)?;
            if !row.is_empty() {
                rows.push(Value { kind: Kind::Array(row), line, column });
            }
        }
        self.step();
        Ok(rows)
    }

    /// What stands in brackets.
    fn list(&mut self, end: u8, item: fn(&mut Self) -> Result<Value, ReadError>) -> Result<Vec<Value>, ReadError> {
        self.step();
        let items = self.until(end, item)?;
        self.step();
        Ok(items)
    }

    /// Items with commas between them, up to the end.
    fn until(&mut self, end: u8, item: fn(&mut Self) -> Result<Value, ReadError>) -> Result<Vec<Value>, ReadError> {
        let mut items = Vec::new();
        while self.peek() != Some(end) {
            items.push(item(self)?);
            match self.peek() {
                Some(b',') => self.step(),
                Some(byte) if byte == end => {}
                _ => return Err(self.fault(&format!("a comma or \"{}\" is expected here", char::from(end)))),
            }
        }
        Ok(items)
    }

    /// What may stand in an array: a set, or a range, or something simple.
    fn item(&mut self) -> Result<Value, ReadError> {
        let (line, column) = self.place();
        if self.peek() == Some(b'{') {
            return Ok(Value { kind: Kind::Set(self.list(b'}', Self::range)?), line, column });
        }
        self.range()
    }

    fn range(&mut self) -> Result<Value, ReadError> {
        let (line, column) = self.place();
        let mut kind = self.simple()?;
        if self.peek() == Some(b'.') && self.bytes.get(self.at + 1) == Some(&b'.') {
            self.step();
            self.step();
            kind = match (kind, self.simple()?) {
                (Kind::Number(first), Kind::Number(last)) => Kind::Range(first, last),
                _ => Kind::Other,
            };
        }
        Ok(Value { kind, line, column })
    }

    fn simple(&mut self) -> Result<Kind, ReadError> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'"') => self.text(),
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'_') => self.name().map(|_| Kind::Other),
            Some(_) => Err(self.fault("a value is expected here")),
            None => Err(self.fault("the file ends where a value is expected")),
        }
    }

    fn number(&mut self) -> Result<Kind, ReadError> {
        let ((line, column), start) = (self.place(), self.at);
        self.step();
        self.skip(|byte| byte.is_ascii_digit());
        let digits = &self.bytes[start..self.at];
        match self.bytes[self.at..] {
            [b'.', b'0'..=b'9', ..] | [b'e' | b'E', ..] => {
                self.skip(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-'));
                Ok(Kind::Other)
            }
            _ => {
                let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok());
                number.map(Kind::Number).ok_or_else(|| ReadError::at(line, column, "this is no number, or too large a one"))
            }
        }
    }

    fn text(&mut self) -> Result<Kind, ReadError> {
        let (line, column) = self.place();
        self.step();
        loop {
            match self.bytes.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => self.step(),
                Some(_) => {}
                None => return Err(ReadError::at(line, column, "the text has no closing quote")),
            }
            self.step();
        }
        self.step();
        Ok(Kind::Other)
    }

    fn name(&mut self) -> Result<String, ReadError> {
        let start = self.at;
        if !self.bytes[start].is_ascii_digit() {
            self.skip(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        }
        if start == self.at {
            return Err(self.fault("a name is expected here"));
        }
        Ok(String::from_utf8_lossy(&self.bytes[start..self.at]).into_owned())
    }

    fn expect(&mut self, byte: u8, message: &str) -> Result<(), ReadError> {
        if self.peek() != Some(byte) {
            return Err(self.fault(message));
        }
        self.step();
        Ok(())
    }

    /// Line and column of the next byte that [`Self::peek`] sees.
    fn place(&mut self) -> (u32, u32) {
        self.peek();
        (self.line, self.column)
    }

    /// The next byte that is neither white space nor in a comment; one without an end is none.
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.bytes.get(self.at..)? {
                [b'%', ..] => self.skip(|byte| byte != b'\n'),
                [b'/', b'*', comment @ ..] => match comment.windows(2).position(|pair| pair == b"*/") {
                    Some(length) => (0..length + 4).for_each(|_| self.step()),
                    None => return Some(b'/'),
                },
                [byte, ..] if byte.is_ascii_whitespace() => self.step(),
                rest => return rest.first().copied(),
            }
        }
    }

    fn skip(&mut self, passes: fn(u8) -> bool) {
        while self.bytes.get(self.at).is_some_and(|byte| passes(*byte)) {
            self.step();
        }
    }

    fn step(&mut self) {
        match self.bytes.get(self.at) {
            Some(b'\n') => (self.line, self.column) = (self.line.saturating_add(1), 1),
            // Only the first byte of a character counts.
            Some(byte) if byte & 0xC0 != 0x80 => self.column = self.column.saturating_add(1),
            _ => {}
        }
        self.at += 1;
    }

    fn fault(&self, message: &str) -> ReadError {
        ReadError::at(self.line, self.column, message)
    }
}

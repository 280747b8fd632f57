//! Reads JSON (RFC 8259) by recursive descent with a depth limit; never panics, names line and column.

use super::{Json, Value};
use crate::ReadError;

/// Deeper nesting is refused, so that a hostile file cannot exhaust the stack.
const DEPTH: usize = 64;

pub(super) fn document(bytes: &[u8]) -> Result<Json, ReadError> {
    // A byte-order mark is common in files that passed through a spreadsheet.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = Reader { bytes, at: 0, line: 1, column: 1 };
    let json = reader.value(0)?;
    reader.space();
    match reader.peek() {
        None => Ok(json),
        Some(_) => Err(reader.fault("only white space may follow the value")),
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
    column: u32,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Json, ReadError> {
        self.space();
        if depth > DEPTH {
            return Err(self.fault("the values are nested too deeply"));
        }
        let (line, column) = (self.line, self.column);
        let value = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(_) => return Err(self.fault("a value is expected here")),
            None => return Err(self.fault("the file ends where a value is expected")),
        };
        Ok(Json { line, column, value })
    }

    fn object(&mut self, depth: usize) -> Result<Value, ReadError> {
        let mut members: Vec<(String, Json)> = Vec::new();
        // Large objects get an index; small ones are searched.
        let mut names = std::collections::HashSet::new();
        self.step();
        loop {
            self.space();
            match self.peek() {
                Some(b'}') if members.is_empty() => break,
                Some(b'"') => {}
                _ => return Err(self.fault("a member name in quotes is expected here")),
            }
            let place = (self.line, self.column);
            let name = self.string()?;
            if !names.insert(name.clone()) {
                return Err(ReadError::at(place.0, place.1, format!("the member \"{name}\" stands twice")));
            }
            self.space();
            self.expect(b':', "a colon is expected here")?;
            members.push((name, self.value(depth + 1)?));
            self.space();
            match self.peek() {
                Some(b',') => self.step(),
                Some(b'}') => break,
                _ => return Err(self.fault("a comma or a closing brace is expected here")),
            }
        }
        self.step();
        Ok(Value::Object(members))
    }

    fn array(&mut self, depth: usize) -> Result<Value, ReadError> {
        let mut items = Vec::new();
        self.step();
        self.space();
        if self.peek() == Some(b']') {
            self.step();
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            match self.peek() {
                Some(b',') => self.step(),
                Some(b']') => break,
                _ => return Err(self.fault("a comma or a closing bracket is expected here")),
            }
        }
        self.step();
        Ok(Value::Array(items))
    }

    fn string(&mut self) -> Result<String, ReadError> {
        let place = (self.line, self.column);
        self.step();
        let mut raw = Vec::new();
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.escape(&mut raw)?,
                Some(b) if b >= 0x20 => {
                    raw.push(b);
                    self.step();
                }
                Some(_) => return Err(self.fault("a control character may not stand in a text")),
                None => return Err(ReadError::at(place.0, place.1, "the text has no closing quote")),
            }
        }
        self.step();
        String::from_utf8(raw).map_err(|_| ReadError::at(place.0, place.1, "the text is not UTF-8"))
    }

    fn escape(&mut self, raw: &mut Vec<u8>) -> Result<(), ReadError> {
        self.step();
        let character = match self.peek() {
            Some(b'u') => return self.unicode(raw),
            Some(b @ (b'"' | b'\\' | b'/')) => b,
            Some(b'b') => 0x08,
            Some(b'f') => 0x0C,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            _ => return Err(self.fault("this escape is unknown")),
        };
        self.step();
        raw.push(character);
        Ok(())
    }

    /// `\uXXXX`, in pairs for characters beyond the basic plane.
    fn unicode(&mut self, raw: &mut Vec<u8>) -> Result<(), ReadError> {
        let mut code = self.hex()?;
        if (0xD800..0xDC00).contains(&code) {
            self.expect(b'\\', "the second half of a surrogate pair is missing")?;
            let low = self.hex()?;
            if !(0xDC00..0xE000).contains(&low) {
                return Err(self.fault("the second half of a surrogate pair is missing"));
            }
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        let character = char::from_u32(code).ok_or_else(|| self.fault("this escape is no character"))?;
        raw.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        Ok(())
    }

    /// Four hexadecimal digits after the `u` under the cursor.
    fn hex(&mut self) -> Result<u32, ReadError> {
        self.expect(b'u', "a \\u escape is expected here")?;
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|b| char::from(b).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.fault("four hexadecimal digits are expected here"))?;
            self.step();
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<Value, ReadError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.step();
        }
        if self.peek() == Some(b'0') {
            self.step();
        } else {
            self.digits()?;
        }
        let whole = !matches!(self.peek(), Some(b'.' | b'e' | b'E'));
        if self.peek() == Some(b'.') {
            self.step();
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.step();
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.step();
            }
            self.digits()?;
        }
        let text: String = self.bytes[start..self.at].iter().map(|b| char::from(*b)).collect();
        Ok(match text.parse() {
            Ok(number) if whole => Value::Int(number),
            _ => Value::Decimal(text),
        })
    }

    fn digits(&mut self) -> Result<(), ReadError> {
        if !self.peek().is_some_and(|b| b.is_ascii_digit()) {
            return Err(self.fault("a digit is expected here"));
        }
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.step();
        }
        Ok(())
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, ReadError> {
        if !self.bytes[self.at..].starts_with(word.as_bytes()) {
            return Err(self.fault("a value is expected here"));
        }
        word.bytes().for_each(|_| self.step());
        Ok(value)
    }

    fn expect(&mut self, byte: u8, message: &str) -> Result<(), ReadError> {
        if self.peek() != Some(byte) {
            return Err(self.fault(message));
        }
        self.step();
        Ok(())
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.step();
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn step(&mut self) {
        match self.bytes[self.at] {
            b'\n' => {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            }
            // Continuation bytes belong to the character before them.
            0x80..=0xBF => {}
            _ => self.column = self.column.saturating_add(1),
        }
        self.at += 1;
    }

    fn fault(&self, message: &str) -> ReadError {
        ReadError::at(self.line, self.column, message)
    }
}

//! A small JSON tree that remembers where each value stood, so that a wrong value can be named by line and column.
//!
//! Numbers stay exact: integers that fit are `i64`, everything else keeps its decimal text (see [`Json::millionths`]).

mod parse;
#[cfg(test)]
pub(crate) mod tamper;
#[cfg(test)]
mod tests;
mod write;

use crate::ReadError;

/// A value and its place in the file it was read from (line 0 when it was built in memory).
#[derive(Clone, Debug)]
pub struct Json {
    /// Line from 1, 0 when built in memory.
    pub line: u32,
    /// Column in characters from 1, 0 when built in memory.
    pub column: u32,
    /// What stands there.
    pub value: Value,
}

/// The six kinds of JSON value, numbers split by exactness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// An integer within `i64`.
    Int(i64),
    /// Any other number, as it was written (`0.25`, `1e9`, `123456789012345678901`).
    Decimal(String),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Json>),
    /// An object in the order of the file; names are unique.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads one JSON value; anything but white space after it is an error.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReadError> {
        parse::document(bytes)
    }

    /// An object built in memory, in the given order.
    pub fn object<'a>(members: impl IntoIterator<Item = (&'a str, Json)>) -> Self {
        Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()).into()
    }

    /// An array built in memory.
    pub fn array<T: Into<Json>>(items: impl IntoIterator<Item = T>) -> Self {
        Value::Array(items.into_iter().map(Into::into).collect()).into()
    }

    /// The member of an object, if this is an object and has it.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match &self.value {
            Value::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The member of an object, or an error that names it.
    pub fn need(&self, name: &str) -> Result<&Json, ReadError> {
        match &self.value {
            Value::Object(_) => self.get(name).ok_or_else(|| self.fault(format!("the member \"{name}\" is missing"))),
            _ => Err(self.fault(format!("an object with the member \"{name}\" is expected here"))),
        }
    }

    /// The integer, or an error at its place.
    pub fn int(&self) -> Result<i64, ReadError> {
        match self.value {
            Value::Int(number) => Ok(number),
            _ => Err(self.fault("an integer is expected here")),
        }
    }

    /// An index or a count in `0..limit`, or an error at its place.
    pub fn below(&self, limit: usize) -> Result<usize, ReadError> {
        let number = self.int()?;
        usize::try_from(number).ok().filter(|n| *n < limit).ok_or_else(|| self.fault(format!("{number} is not in 0..{limit}")))
    }

    /// A number scaled by a million and rounded half to even (0.25 = 250,000), or an error at its place.
    pub fn millionths(&self) -> Result<i64, ReadError> {
        let scaled = match &self.value {
            Value::Int(number) => number.checked_mul(1_000_000),
            Value::Decimal(text) => crate::decimal::scaled(text.as_bytes(), 6),
            _ => return Err(self.fault("a number is expected here")),
        };
        scaled.ok_or_else(|| self.fault("the number is too large"))
    }

    /// The text, or an error at its place.
    pub fn text(&self) -> Result<&str, ReadError> {
        match &self.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.fault("a text is expected here")),
        }
    }

    /// True or false, or an error at its place.
    pub fn boolean(&self) -> Result<bool, ReadError> {
        match self.value {
            Value::Bool(flag) => Ok(flag),
            _ => Err(self.fault("true or false is expected here")),
        }
    }

    /// The items of an array, or an error at its place.
    pub fn items(&self) -> Result<&[Json], ReadError> {
        match &self.value {
            Value::Array(items) => Ok(items),
            _ => Err(self.fault("an array is expected here")),
        }
    }

    /// The integers of an array, or an error at the place of the first that is none.
    pub fn ints(&self) -> Result<Vec<i64>, ReadError> {
        self.items()?.iter().map(Json::int).collect()
    }

    /// An error at the place of this value.
    pub fn fault(&self, message: impl Into<String>) -> ReadError {
        ReadError::at(self.line, self.column, message)
    }
}

/// Places do not count: a tree equals its written and re-read self.
impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for Json {}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        Self { line: 0, column: 0, value }
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Value::Int(number).into()
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Value::Int(number.into()).into()
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Self {
        i64::try_from(number).map_or_else(|_| Value::Decimal(number.to_string()), Value::Int).into()
    }
}

impl From<i128> for Json {
    fn from(number: i128) -> Self {
        i64::try_from(number).map_or_else(|_| Value::Decimal(number.to_string()), Value::Int).into()
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Value::Bool(flag).into()
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned()).into()
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Value::Text(text).into()
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Self {
        Self::array(items)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(item: Option<T>) -> Self {
        item.map_or_else(|| Value::Null.into(), Into::into)
    }
}

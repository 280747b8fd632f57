//! Values that go into a statement and rows that come out, alike on both engines.

use anyhow::{Context, Result};
use domain::{Instant, Text3};
use sqlx::{Row as _, postgres::PgRow, sqlite::SqliteRow};

/// A bound parameter. A null carries its type, because PostgreSQL wants to know it.
#[derive(Clone, Debug)]
pub enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Float(Option<f64>),
    Bytes(Option<Vec<u8>>),
}

macro_rules! into_value {
    ($($from:ty => |$x:ident| $to:expr),* $(,)?) => {$(
        impl From<$from> for Value { fn from($x: $from) -> Value { $to } }
    )*};
}
into_value! {
    &str => |x| Value::Text(Some(x.into())),
    String => |x| Value::Text(Some(x)),
    &String => |x| Value::Text(Some(x.clone())),
    Option<String> => |x| Value::Text(x),
    Option<&str> => |x| Value::Text(x.map(str::to_string)),
    i64 => |x| Value::Int(Some(x)),
    Option<i64> => |x| Value::Int(x),
    f64 => |x| Value::Float(Some(x)),
    Option<f64> => |x| Value::Float(x),
    bool => |x| Value::Int(Some(i64::from(x))),
    Instant => |x| Value::Int(Some(x.micros())),
    Option<Instant> => |x| Value::Int(x.map(Instant::micros)),
    Vec<u8> => |x| Value::Bytes(Some(x)),
    &[u8] => |x| Value::Bytes(Some(x.to_vec())),
    &Text3 => |x| Value::Text(Some(text3_json(x))),
    &domain::PartyCode => |x| Value::Text(Some(x.as_str().into())),
}

/// `{"da":…,"en":…,"zh":…}`, the form of three-language texts in the database.
pub fn text3_json(t: &Text3) -> String {
    serde_json::json!({ "da": t.da, "en": t.en, "zh": t.zh }).to_string()
}

pub fn text3_from_json(s: &str) -> Result<Text3> {
    let v: serde_json::Value = serde_json::from_str(s).context("three-language text")?;
    let get = |k: &str| v.get(k).and_then(|x| x.as_str()).unwrap_or("").to_string();
    Ok(Text3 { da: get("da"), en: get("en"), zh: get("zh") })
}

/// Several three-language texts in one column: a JSON list of the above.
pub fn text3s_json(all: &[Text3]) -> String {
    let items: Vec<String> = all.iter().map(text3_json).collect();
    format!("[{}]", items.join(","))
}

pub fn text3s_from_json(s: &str) -> Result<Vec<Text3>> {
    let items: Vec<serde_json::Value> = serde_json::from_str(s).context("list of three-language texts")?;
    items.iter().map(|v| text3_from_json(&v.to_string())).collect()
}

/// A row; columns are read by name and a wrong name or type is an error that names the column.
pub enum Row {
    Sqlite(SqliteRow),
    Pg(PgRow),
}

macro_rules! get {
    ($self:ident, $name:ident, $t:ty) => {
        match $self {
            Row::Sqlite(r) => r.try_get::<$t, _>($name),
            Row::Pg(r) => r.try_get::<$t, _>($name),
        }
        .with_context(|| format!("column {}", $name))
    };
}

impl Row {
    pub fn text(&self, name: &str) -> Result<String> {
        get!(self, name, String)
    }
    pub fn opt_text(&self, name: &str) -> Result<Option<String>> {
        get!(self, name, Option<String>)
    }
    pub fn int(&self, name: &str) -> Result<i64> {
        get!(self, name, i64)
    }
    pub fn opt_int(&self, name: &str) -> Result<Option<i64>> {
        get!(self, name, Option<i64>)
    }
    pub fn opt_float(&self, name: &str) -> Result<Option<f64>> {
        get!(self, name, Option<f64>)
    }
    pub fn bytes(&self, name: &str) -> Result<Vec<u8>> {
        get!(self, name, Vec<u8>)
    }
    pub fn flag(&self, name: &str) -> Result<bool> {
        Ok(self.int(name)? != 0)
    }
    pub fn at(&self, name: &str) -> Result<Instant> {
        Ok(Instant::from_micros(self.int(name)?))
    }
    pub fn opt_at(&self, name: &str) -> Result<Option<Instant>> {
        Ok(self.opt_int(name)?.map(Instant::from_micros))
    }
    pub fn text3(&self, name: &str) -> Result<Text3> {
        text3_from_json(&self.text(name)?).with_context(|| format!("column {name}"))
    }
    pub fn text3s(&self, name: &str) -> Result<Vec<Text3>> {
        text3s_from_json(&self.text(name)?).with_context(|| format!("column {name}"))
    }
    /// Reads a text through the parser of a domain type, e.g. `row.parse("party", PartyCode::parse)`.
    pub fn parse<T>(&self, name: &str, parser: impl Fn(&str) -> Option<T>) -> Result<T> {
        let raw = self.text(name)?;
        parser(&raw).with_context(|| format!("column {name} holds '{raw}'"))
    }
    pub fn opt_parse<T>(&self, name: &str, parser: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
        self.opt_text(name)?.map(|raw| parser(&raw).with_context(|| format!("column {name} holds '{raw}'"))).transpose()
    }
    pub fn day(&self, name: &str) -> Result<domain::time::Day> {
        self.parse(name, domain::time::Day::parse)
    }
}

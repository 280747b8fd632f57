//! Writes a tree back, on one line or indented; the same tree always gives the same bytes.

use super::{Json, Value};
use std::fmt::{Display, Formatter, Result, Write};

/// `{}` writes one line; `{:#}` indents by two spaces, with arrays of plain numbers kept on one line.
impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let indent = f.alternate().then_some(0);
        json(f, self, indent)
    }
}

fn json(f: &mut Formatter<'_>, json: &Json, indent: Option<usize>) -> Result {
    match &json.value {
        Value::Null => f.write_str("null"),
        Value::Bool(flag) => write!(f, "{flag}"),
        Value::Int(number) => write!(f, "{number}"),
        Value::Decimal(text) => f.write_str(text),
        Value::Text(value) => text(f, value),
        Value::Array(items) => array(f, items, indent),
        Value::Object(members) => object(f, members, indent),
    }
}

fn array(f: &mut Formatter<'_>, items: &[Json], indent: Option<usize>) -> Result {
    let plain = !items.iter().any(|item| matches!(item.value, Value::Array(_) | Value::Object(_) | Value::Text(_)));
    let indent = if plain { None } else { indent };
    f.write_char('[')?;
    for (nth, item) in items.iter().enumerate() {
        separate(f, nth, indent)?;
        json(f, item, indent.map(|i| i + 1))?;
    }
    close(f, items.len(), indent)?;
    f.write_char(']')
}

fn object(f: &mut Formatter<'_>, members: &[(String, Json)], indent: Option<usize>) -> Result {
    f.write_char('{')?;
    for (nth, (name, value)) in members.iter().enumerate() {
        separate(f, nth, indent)?;
        text(f, name)?;
        f.write_str(if indent.is_some() { ": " } else { ":" })?;
        json(f, value, indent.map(|i| i + 1))?;
    }
    close(f, members.len(), indent)?;
    f.write_char('}')
}

fn separate(f: &mut Formatter<'_>, nth: usize, indent: Option<usize>) -> Result {
    if nth > 0 {
        f.write_char(',')?;
    }
    indent.map_or(Ok(()), |i| line(f, i + 1))
}

fn close(f: &mut Formatter<'_>, count: usize, indent: Option<usize>) -> Result {
    match indent {
        Some(indent) if count > 0 => line(f, indent),
        _ => Ok(()),
    }
}

fn line(f: &mut Formatter<'_>, indent: usize) -> Result {
    write!(f, "\n{:width$}", "", width = indent * 2)
}

fn text(f: &mut Formatter<'_>, text: &str) -> Result {
    f.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            c if c < ' ' => write!(f, "\\u{:04x}", u32::from(c))?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

//! CSV: a table with applications down and experts across, or a list with the columns application, expert, affinity.

use super::{ABSENT, Affinity, Instance, Missing, Table};
use crate::{ReadError, decimal};
use std::collections::HashMap;

/// A field with the place where it begins.
struct Field {
    line: u32,
    column: u32,
    text: String,
}

pub(super) fn read(text: &str, missing: &Missing) -> Result<Instance, ReadError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let separator = separator(text);
    let records = records(text, separator)?;
    let Some(head) = records.first() else { return Err(ReadError::at(1, 1, "the file is empty")) };
    match list_columns(head) {
        Some(columns) => list(&records, columns, separator, missing),
        None => table(&records, separator)?.instance(missing),
    }
}

/// The one of semicolon, tabulator and comma that the first line has most of.
fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or("");
    [',', '\t', ';'].into_iter().max_by_key(|separator| first.matches(*separator).count()).unwrap_or(',')
}

/// Which columns of a list hold application, expert and affinity; none when the header does not say so.
fn list_columns(head: &[Field]) -> Option<[usize; 3]> {
    let find = |words: &[&str]| head.iter().position(|field| words.contains(&field.text.trim().to_lowercase().as_str()));
    Some([
        find(&["application", "paper", "submission", "project", "ansøgning", "申请书"])?,
        find(&["expert", "reviewer", "ekspert", "专家"])?,
        find(&["affinity", "score", "weight", "similarity", "bid", "egnethed", "匹配度"])?,
    ])
}

fn list(records: &[Vec<Field>], columns: [usize; 3], separator: char, missing: &Missing) -> Result<Instance, ReadError> {
    let (mut applications, mut experts) = (Names::default(), Names::default());
    let mut pairs = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for record in &records[1..] {
        let (place, last) = (&record[0], &record[record.len() - 1]);
        let short = || ReadError::at(last.line, last.column, "the line has too few columns");
        let field = |at: usize| record.get(columns[at]).ok_or_else(short);
        let (application, expert) = (applications.index(&field(0)?.text), experts.index(&field(1)?.text));
        if !seen.insert((application, expert)) {
            return Err(ReadError::at(place.line, place.column, "the pair stands twice"));
        }
        let affinity = affinity(field(2)?, separator)?;
        if affinity != ABSENT {
            pairs.push((application, expert, affinity));
        }
    }
    let affinity = Affinity::listed(applications.names.len(), experts.names.len(), pairs)
        .ok_or_else(|| ReadError::at(0, 0, "an affinity is out of range"))?;
    // A table of nothing checks that the lists of needs and loads fit.
    let fits = |list: &Option<Vec<u32>>, count: usize| list.as_ref().is_none_or(|list| list.len() == count);
    if !fits(&missing.needs, affinity.applications())
        || !fits(&missing.mins, affinity.experts())
        || !fits(&missing.maxs, affinity.experts())
    {
        return Err(ReadError::at(0, 0, "the lists of needs and loads do not fit the applications and experts of the file"));
    }
    let problem = missing.problem(affinity.applications(), affinity.experts(), affinity);
    Ok(Instance { applications: applications.names, experts: experts.names, ..Instance::unnamed(problem) })
}

/// Names in the order of their first appearance.
#[derive(Default)]
struct Names {
    names: Vec<String>,
    known: HashMap<String, u32>,
}

impl Names {
    fn index(&mut self, name: &str) -> u32 {
        let name = name.trim();
        *self.known.entry(name.to_owned()).or_insert_with(|| {
            self.names.push(name.to_owned());
            self.names.len() as u32 - 1
        })
    }
}

fn table(records: &[Vec<Field>], separator: char) -> Result<Table, ReadError> {
    let number = |field: &Field| affinity(field, separator).is_ok();
    // Names are there when something is no number; a header of numbers alone is taken for data.
    let header = records[0].iter().skip(1).any(|field| !number(field));
    let body = &records[usize::from(header)..];
    let named = body.iter().any(|record| !number(&record[0]))
        || header && records[0].first().is_some_and(|corner| !number(corner) || corner.text.trim().is_empty());
    let skip = usize::from(named);
    let columns = records[0].len().saturating_sub(skip);
    if columns == 0 {
        return Err(ReadError::at(
            records[0][0].line,
            records[0][0].column,
            "there is no column with affinities; columns end with a comma, semicolon or tabulator",
        ));
    }
    let mut cells = Vec::new();
    for record in body {
        if record.len() != columns + skip {
            let last = &record[record.len() - 1];
            return Err(ReadError::at(last.line, last.column, format!("there are {} columns, not {}", record.len(), columns + skip)));
        }
        for field in &record[skip..] {
            cells.push(affinity(field, separator)?);
        }
    }
    let names = |fields: Vec<&Field>| fields.iter().map(|field| field.text.trim().to_owned()).collect();
    let row_names = named.then(|| names(body.iter().map(|record| &record[0]).collect()));
    let column_names = header.then(|| names(records[0].iter().skip(skip).collect()));
    Ok(Table { rows: body.len(), columns, cells, row_names, column_names })
}

/// A cell's affinity; empty, `-` and `x` are pairs that cannot be assigned. A comma may be the decimal sign where it separates no columns.
fn affinity(field: &Field, separator: char) -> Result<i32, ReadError> {
    let text = field.text.trim();
    if matches!(text, "" | "-" | "x" | "X") {
        return Ok(ABSENT);
    }
    let text = if separator == ',' { text.to_owned() } else { text.replace(',', ".") };
    let scaled = decimal::scaled(text.as_bytes(), 6)
        .ok_or_else(|| ReadError::at(field.line, field.column, format!("{:?} is not a number", field.text)))?;
    super::cell(scaled).ok_or_else(|| ReadError::at(field.line, field.column, format!("the affinity {text} is above 2000")))
}

/// Cuts the text into records of at least one field (RFC 4180); empty lines are skipped.
fn records(text: &str, separator: char) -> Result<Vec<Vec<Field>>, ReadError> {
    let mut records: Vec<Vec<Field>> = Vec::new();
    let mut record: Vec<Field> = Vec::new();
    let (mut line, mut column) = (1, 1);
    let mut characters = text.chars().peekable();
    let mut field = Field { line, column, text: String::new() };
    let mut quoted = false;
    while let Some(character) = characters.next() {
        column += 1;
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => {
                field.text.push('"');
                column += 1;
            }
            '"' if quoted => quoted = false,
            '"' if field.text.is_empty() => quoted = true,
            '\n' if !quoted => {
                (line, column) = (line + 1, 1);
                let ended = std::mem::replace(&mut field, Field { line, column, text: String::new() });
                close(&mut records, &mut record, ended);
            }
            '\n' => {
                (line, column) = (line + 1, 1);
                field.text.push('\n');
            }
            '\r' if !quoted && characters.peek() == Some(&'\n') => {}
            _ if character == separator && !quoted => {
                record.push(std::mem::replace(&mut field, Field { line, column, text: String::new() }));
            }
            _ => field.text.push(character),
        }
    }
    if quoted {
        return Err(ReadError::at(field.line, field.column, "the quote is not closed"));
    }
    close(&mut records, &mut record, field);
    Ok(records)
}

/// Ends a record, unless its line was empty.
fn close(records: &mut Vec<Vec<Field>>, record: &mut Vec<Field>, last: Field) {
    if !record.is_empty() || !last.text.trim().is_empty() {
        record.push(last);
        records.push(std::mem::take(record));
    }
}

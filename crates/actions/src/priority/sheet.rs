//! The board's spreadsheet: out with everything a board wants, back in with a rehearsal that names line and column and changes nothing.

use super::list::OwnList;
use crate::{Desk, Result, Viewer};
use calamine::{Data, Reader, open_workbook_auto_from_rs};
use domain::{
    Lang, Refusal,
    ids::ApplicationId,
    priority::{
        Line, Standing,
        list::{MAX_REASON, standing_typed},
    },
    refusal::Value,
};
use i18n::Arg;
use papers::sheet::{Cell, Column, Sheet, unguard};
use std::io::Cursor;

/// Largest file read, bytes, and most rows.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;
const MAX_ROWS: usize = 5000;

/// What reading a spreadsheet would do.
pub struct Rehearsal {
    pub list: OwnList,
    /// The whole list as it would be saved.
    pub lines: Vec<Line>,
    /// Projects whose line would differ from the saved draft: number, title, before, after.
    pub changes: Vec<(String, String, Option<Line>, Option<Line>)>,
    /// With any of these nothing can be read in.
    pub problems: Vec<Problem>,
}

/// Something to mend in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// As the spreadsheet counts, from 1; 0 for the file as a whole.
    pub line: usize,
    /// Letter and heading, e.g. `F (Rank)`; empty for a whole line.
    pub column: String,
    pub refusal: Refusal,
}

/// A cell as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Read {
    text: String,
    formula: bool,
}

/// The columns that are read back; the others are for the board's eyes.
const NUMBER: usize = 0;
const TITLE: usize = 1;
const STATE: usize = 2;
const RANK: usize = 3;
const REASON: usize = 4;
const READ_BACK: [&str; 5] =
    ["priority-column-number", "priority-column-title", "priority-column-state", "priority-column-rank", "priority-column-reason"];

/// The viewer's own list as a table in their language.
pub async fn export(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Sheet> {
    let list = super::list::show_with_partners(desk, viewer, slug).await?;
    Ok(table(&list, viewer.lang))
}

fn table(list: &OwnList, lang: Lang) -> Sheet {
    let t = |key: &str| i18n::text(lang, key, &[]);
    let of = |key: &str, party: &str| i18n::text(lang, key, &[("party", Arg::Text(party))]);
    let parties = &list.call.parties;
    let mut columns = vec![
        Column::new(t(READ_BACK[NUMBER]), 12.0),
        Column::new(t(READ_BACK[TITLE]), 48.0),
        Column::new(t("priority-column-acronym"), 14.0),
    ];
    columns.extend(parties.iter().map(|p| Column::new(of("priority-column-partners", p.as_str()), 40.0)));
    columns.push(Column::new(t("priority-column-others"), 30.0));
    columns.extend(parties.iter().map(|p| Column::money(of("priority-column-asked", p.as_str()), 18.0)));
    columns.extend(parties.iter().map(|p| Column::new(of("priority-column-hours", p.as_str()), 12.0)));
    columns.push(Column::new(t("priority-column-score"), 12.0));
    columns.extend([STATE, RANK, REASON].map(|c| Column::new(t(READ_BACK[c]), if c == REASON { 48.0 } else { 16.0 })));
    let rows = list.rows.iter().map(|row| cells(list, row, lang)).collect();
    Sheet { name: format!("{} {}", list.call.slug, list.party), columns, rows }
}

fn cells(list: &OwnList, row: &super::list::Row, lang: Lang) -> Vec<Cell> {
    let (project, parties) = (&row.project, &list.call.parties);
    let mut cells = vec![Cell::Text(project.number.clone()), Cell::Text(project.title.clone()), Cell::Text(project.acronym.clone())];
    cells.extend(parties.iter().map(|p| Cell::Text(project.side(p).partners.join("; "))));
    cells.push(Cell::Text(project.others.join("; ")));
    cells.extend(parties.iter().map(|p| {
        let money = list.asked(project, p);
        Cell::Money { minor: money.minor, currency: money.currency.code().into() }
    }));
    cells.extend(parties.iter().map(|p| Cell::Integer(project.side(p).hours)));
    cells.push(row.score.map_or(Cell::Empty, |s| Cell::Text(i18n::format::decimal(lang, s, 1))));
    let standing = row.line.as_ref().map(|l| l.standing);
    cells.push(standing.map_or(Cell::Empty, |s| Cell::Text(i18n::text(lang, &format!("priority-state-{}", s.code()), &[]))));
    cells.push(standing.and_then(Standing::rank).map_or(Cell::Empty, |r| Cell::Integer(r.into())));
    cells.push(row.line.as_ref().map_or(Cell::Empty, |l| Cell::Text(l.reason.clone())));
    cells
}

/// Reads a board's spreadsheet against the list as it stands. Nothing is saved.
pub async fn rehearse(desk: &Desk, viewer: &Viewer, slug: &str, name: &str, bytes: &[u8]) -> Result<Rehearsal> {
    let list = super::list::show(desk, viewer, slug).await?;
    if let Some(round) = &list.round {
        domain::priority::round::rank(round, &list.party)?;
    }
    if let Some(waits) = list.waits.clone() {
        return Err(waits.into());
    }
    let (lines, problems) = match rows(name, bytes) {
        Ok(rows) => read(&list, &rows),
        Err(refusal) => (Vec::new(), vec![Problem { line: 0, column: String::new(), refusal }]),
    };
    let changes = if problems.is_empty() { changes(&list, &lines) } else { Vec::new() };
    Ok(Rehearsal { list, lines, changes, problems })
}

fn changes(list: &OwnList, lines: &[Line]) -> Vec<(String, String, Option<Line>, Option<Line>)> {
    let each = list.rows.iter().filter_map(|row| {
        let after = lines.iter().find(|l| l.application == row.project.id).cloned();
        (after != row.line).then(|| (row.project.number.clone(), row.project.title.clone(), row.line.clone(), after))
    });
    each.collect()
}

/// The file as rows of cells, by its content rather than its name.
fn rows(name: &str, bytes: &[u8]) -> std::result::Result<Vec<Vec<Read>>, Refusal> {
    let unreadable = || Refusal::new("sheet-unreadable", vec![("name", Value::Text(name.into()))]);
    if bytes.is_empty() || bytes.len() > MAX_BYTES {
        return Err(unreadable());
    }
    let rows = if bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        workbook(bytes).ok_or_else(unreadable)?
    } else {
        let text = std::str::from_utf8(bytes).map_err(|_| Refusal::new("sheet-not-utf8", vec![("name", Value::Text(name.into()))]))?;
        separated(text).ok_or_else(unreadable)?
    };
    if rows.len() > MAX_ROWS { Err(unreadable()) } else { Ok(rows) }
}

/// The first sheet of a workbook.
fn workbook(bytes: &[u8]) -> Option<Vec<Vec<Read>>> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
    let sheet = book.sheet_names().into_iter().next()?;
    let formulas = book.worksheet_formula(&sheet).ok()?;
    let range = book.worksheet_range(&sheet).ok()?;
    let (Some((last_row, last_column)), true) = (range.end(), range.height() <= MAX_ROWS && range.width() <= 200) else { return None };
    let mut rows = Vec::new();
    for r in 0..=last_row {
        let cell = |c: u32| Read {
            text: range.get_value((r, c)).map(words).unwrap_or_default(),
            formula: formulas.get_value((r, c)).is_some_and(|f| !f.is_empty()),
        };
        rows.push((0..=last_column).map(cell).collect());
    }
    Some(rows)
}

fn words(cell: &Data) -> String {
    match cell {
        // Spreadsheets keep whole numbers as fractions.
        Data::Float(x) if x.fract() == 0.0 && x.abs() < 1e15 => format!("{x:.0}"),
        other => other.to_string().trim().to_string(),
    }
}

/// CSV with commas, semicolons or tabs, as spreadsheets of different countries write it.
fn separated(text: &str) -> Option<Vec<Vec<Read>>> {
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next()?;
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|d| head.bytes().filter(|b| b == d).count())?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.ok()?;
        let cell = |raw: &str| {
            let text = unguard(raw);
            // Guarded text had an apostrophe in front; a bare sign would be calculated when opened.
            let formula = text == raw && raw.trim_start().starts_with(['=', '+', '-', '@']);
            Read { text: text.trim().to_string(), formula }
        };
        rows.push(record.iter().map(cell).collect());
    }
    Some(rows)
}

/// Lines and problems of a sheet whose first filled row is the heading.
fn read(list: &OwnList, rows: &[Vec<Read>]) -> (Vec<Line>, Vec<Problem>) {
    let mut problems = Vec::new();
    let Some(top) = rows.iter().position(|r| r.iter().any(|c| !c.text.is_empty())) else {
        return (Vec::new(), vec![whole("sheet-empty", vec![])]);
    };
    let mut at = [0usize; 5];
    for (i, key) in READ_BACK.iter().enumerate() {
        match rows[top].iter().position(|c| is_heading(&c.text, key)) {
            Some(column) => at[i] = column,
            None => problems.push(whole("sheet-column-missing", vec![("column", Value::Key(key))])),
        }
    }
    if !problems.is_empty() {
        return (Vec::new(), problems);
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut seen: Vec<(ApplicationId, usize)> = Vec::new();
    for (i, row) in rows.iter().enumerate().skip(top + 1).filter(|(_, r)| r.iter().any(|c| !c.text.is_empty() || c.formula)) {
        let row = RowRead { no: i + 1, row, at: &at, heading: &rows[top] };
        if let Some(line) = row.read(list, &mut seen, &mut problems) {
            lines.push(line);
        }
    }
    for missing in list.rows.iter().filter(|r| !seen.iter().any(|(id, _)| *id == r.project.id)) {
        problems.push(whole("sheet-project-missing", vec![("number", Value::Text(missing.project.number.clone()))]));
    }
    (lines, problems)
}

/// A heading counts in any of our languages, however it is cased: a Danish sheet comes back to a Chinese screen.
fn is_heading(text: &str, key: &str) -> bool {
    Lang::ALL.iter().any(|lang| i18n::text(*lang, key, &[]).to_lowercase() == text.trim().to_lowercase())
}

fn whole(key: &'static str, args: domain::refusal::Args) -> Problem {
    Problem { line: 0, column: String::new(), refusal: Refusal::new(key, args) }
}

struct RowRead<'a> {
    no: usize,
    row: &'a [Read],
    at: &'a [usize; 5],
    heading: &'a [Read],
}

impl RowRead<'_> {
    fn cell(&self, which: usize) -> Read {
        self.row.get(self.at[which]).cloned().unwrap_or_default()
    }

    fn problem(&self, which: usize, refusal: Refusal) -> Problem {
        let heading = self.heading.get(self.at[which]).map_or("", |c| c.text.as_str());
        Problem { line: self.no, column: format!("{} ({heading})", letters(self.at[which])), refusal }
    }

    /// The row's line; `None` where it is undecided or has a problem.
    fn read(&self, list: &OwnList, seen: &mut Vec<(ApplicationId, usize)>, problems: &mut Vec<Problem>) -> Option<Line> {
        if let Some(which) = [NUMBER, TITLE, STATE, RANK, REASON].into_iter().find(|w| self.cell(*w).formula) {
            problems.push(self.problem(which, Refusal::new("sheet-formula", vec![])));
        }
        let number = self.cell(NUMBER).text;
        let Some(project) = list.rows.iter().map(|r| &r.project).find(|p| p.number == number) else {
            problems.push(self.problem(NUMBER, Refusal::new("sheet-number-unknown", vec![("number", Value::Text(number))])));
            return None;
        };
        if let Some((_, first)) = seen.iter().find(|(id, _)| *id == project.id) {
            let args = vec![("number", Value::Text(number)), ("line", Value::Number(*first as i64))];
            problems.push(self.problem(NUMBER, Refusal::new("sheet-number-twice", args)));
            return None;
        }
        seen.push((project.id.clone(), self.no));
        let title = self.cell(TITLE).text;
        if collapse(&title) != collapse(&project.title) {
            let args = vec![("typed", Value::Text(title)), ("title", Value::Text(project.title.clone()))];
            problems.push(self.problem(TITLE, Refusal::new("sheet-title-changed", args)));
        }
        let reason = self.cell(REASON).text;
        let count = reason.chars().count();
        if count > MAX_REASON {
            let args = vec![("count", Value::Number(count as i64)), ("max", Value::Number(MAX_REASON as i64))];
            problems.push(self.problem(REASON, Refusal::new("too-long", args)));
        } else if let Some(c) = domain::text::hidden_character(&reason) {
            problems
                .push(self.problem(REASON, Refusal::new("hidden-character", vec![("code", Value::Text(format!("U+{:04X}", c as u32)))])));
        }
        match standing_typed(&self.cell(RANK).text, state(&self.cell(STATE).text)) {
            Ok(standing) => standing.map(|standing| Line { application: project.id.clone(), standing, reason }),
            Err(refusal) => {
                let which = if refusal.key() == "priority-state-unknown" { STATE } else { RANK };
                problems.push(self.problem(which, refusal));
                None
            }
        }
    }
}

/// The code behind a word in any of our languages; other words come back as they are, to be named.
fn state(word: &str) -> &str {
    let is = |code: &str| code == word || is_heading(word, &format!("priority-state-{code}"));
    Standing::CODES.into_iter().find(|code| is(code)).unwrap_or(word)
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `A`, `B`, … `Z`, `AA`, as spreadsheets name their columns.
fn letters(column: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8).to_string();
    if column < 26 { letter(column) } else { letters(column / 26 - 1) + &letter(column) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 51, 52].map(letters), ["A", "Z", "AA", "AZ", "BA"]);
    }

    #[test]
    fn any_separator_is_read_and_a_bare_sign_is_a_formula() {
        let rows = separated("\u{feff}Nr.;Titel\r\n1;'=a\r\n2;=1+1\r\n").unwrap();
        assert_eq!(rows[1][1], Read { text: "=a".into(), formula: false });
        assert!(rows[2][1].formula);
    }
}

//! The board's spreadsheet: out with everything a board wants, back in with a rehearsal that names line and column and changes nothing.

use super::list::OwnList;
use crate::{
    Desk, Result, Viewer,
    table::{Problem, Read, is_heading, letters, rows, whole},
};
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
use papers::sheet::{Cell, Column, Sheet};

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

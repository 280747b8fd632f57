//! A table with one project per line. The header names the columns: `id`, one `cost:NAME` per pot, and
//! optionally `value`, `rank`, `theme`, `lead`, `standing` (`candidate`, `forced`, `excluded`).
//!
//! The line whose id is `*` holds the pots' amounts in the cost columns. Amounts are whole minor units.
//! Separators are semicolons if the header has one, else commas. Missing values follow from ranks and
//! missing ranks from values.

use super::{ReadError, fields, place, text, whole};
use crate::portfolio::problem::{Pot, Problem, Project, Standing, Theme, ranks_from_values, value_from_ranks};

/// Reads a problem without theme or lead limits; the caller may add them.
pub fn csv(bytes: &[u8]) -> Result<Problem, ReadError> {
    let text = text(bytes)?;
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let Some((first, header)) = lines.next() else { return Err(ReadError::at(1, 1, "the file is empty")) };
    let separator = if header.contains(';') { ';' } else { ',' };
    let columns = Columns::new(place(first + 1), &fields(header, separator))?;
    let mut problem =
        Problem { pots: columns.pots.iter().map(|(_, name)| Pot { name: name.clone(), amount: 0 }).collect(), ..Problem::default() };
    let mut pots_line = false;
    for (index, line) in lines {
        let number = place(index + 1);
        let cells = fields(line, separator);
        if cells.len() > columns.count {
            return Err(ReadError::at(number, cells[columns.count].0, "more fields than the header has columns"));
        }
        let id = columns.need(number, &cells, columns.id, "id")?.1.trim().to_owned();
        let amounts: Vec<i64> = columns.amounts(number, &cells)?;
        if id == "*" {
            pots_line = true;
            problem.pots.iter_mut().zip(amounts).for_each(|(pot, amount)| pot.amount = amount);
        } else {
            let project = columns.project(number, &cells, (id, amounts), &mut problem.themes)?;
            problem.projects.push(project);
        }
    }
    if !pots_line && !problem.pots.is_empty() {
        return Err(ReadError::at(place(text.lines().count().max(1)), 1, "the line with the pots (id *) is missing"));
    }
    columns.complete(&mut problem);
    Ok(problem)
}

struct Columns {
    count: usize,
    id: usize,
    pots: Vec<(usize, String)>,
    value: Option<usize>,
    rank: Option<usize>,
    theme: Option<usize>,
    lead: Option<usize>,
    standing: Option<usize>,
}

type Cells = [(u32, String)];

impl Columns {
    fn new(line: u32, header: &Cells) -> Result<Columns, ReadError> {
        let find = |name: &str| header.iter().position(|(_, title)| title.trim() == name);
        let pot = |(at, (_, title)): (usize, &(u32, String))| title.trim().strip_prefix("cost:").map(|name| (at, name.trim().to_owned()));
        let known = ["id", "value", "rank", "theme", "lead", "standing"];
        for (column, title) in header {
            let title = title.trim();
            if !known.contains(&title) && !title.starts_with("cost:") {
                return Err(ReadError::at(line, *column, format!("unknown column \"{title}\"")));
            }
        }
        let columns = Columns {
            count: header.len(),
            id: find("id").ok_or_else(|| ReadError::at(line, 1, "the column id is missing"))?,
            pots: header.iter().enumerate().filter_map(pot).collect(),
            value: find("value"),
            rank: find("rank"),
            theme: find("theme"),
            lead: find("lead"),
            standing: find("standing"),
        };
        if columns.value.is_none() && columns.rank.is_none() {
            return Err(ReadError::at(line, 1, "a column value or rank is needed"));
        }
        Ok(columns)
    }

    fn need<'a>(&self, line: u32, cells: &'a Cells, at: usize, what: &str) -> Result<&'a (u32, String), ReadError> {
        let last = cells.last().map_or(1, |(column, _)| *column);
        cells.get(at).ok_or_else(|| ReadError::at(line, last, format!("the field {what} is missing")))
    }

    fn amounts(&self, line: u32, cells: &Cells) -> Result<Vec<i64>, ReadError> {
        let amount = |(at, name): &(usize, String)| whole(line, self.need(line, cells, *at, name)?, "an amount");
        self.pots.iter().map(amount).collect()
    }

    fn project(&self, line: u32, cells: &Cells, (id, cost): (String, Vec<i64>), themes: &mut Vec<Theme>) -> Result<Project, ReadError> {
        let number = |at: Option<usize>, what: &str| match at {
            Some(at) => whole(line, self.need(line, cells, at, what)?, what),
            None => Ok(0),
        };
        let word = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|(_, text)| text.trim()).filter(|text| !text.is_empty());
        let rank = number(self.rank, "rank")?;
        let rank = u32::try_from(rank)
            .map_err(|_| ReadError::at(line, self.rank.map_or(1, |at| cells[at].0), format!("the rank {rank} is too large")))?;
        let standing = match word(self.standing) {
            None | Some("candidate") => Standing::Candidate,
            Some("forced") => Standing::Forced,
            Some("excluded") => Standing::Excluded,
            Some(other) => {
                let column = self.standing.and_then(|at| cells.get(at)).map_or(0, |(column, _)| *column);
                return Err(ReadError::at(line, column, format!("standing must be candidate, forced or excluded, not \"{other}\"")));
            }
        };
        let theme = word(self.theme).map(|name| {
            themes.iter().position(|theme| theme.name == name).unwrap_or_else(|| {
                themes.push(Theme { name: name.to_owned(), ..Theme::default() });
                themes.len() - 1
            })
        });
        let value = number(self.value, "value")?;
        Ok(Project { id, cost, value, rank, theme, lead: word(self.lead).map(str::to_owned), standing })
    }

    fn complete(&self, problem: &mut Problem) {
        let projects = &mut problem.projects;
        if self.value.is_none() {
            let ranks: Vec<u32> = projects.iter().map(|project| project.rank).collect();
            projects.iter_mut().zip(value_from_ranks(&ranks)).for_each(|(project, value)| project.value = value);
        }
        if self.rank.is_none() {
            let values: Vec<i64> = projects.iter().map(|project| project.value).collect();
            projects.iter_mut().zip(ranks_from_values(&values)).for_each(|(project, rank)| project.rank = rank);
        }
    }
}

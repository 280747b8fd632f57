//! Pabulib `.pb` elections: sections META, PROJECTS and VOTES of semicolon-separated lines.
//!
//! Read are approval, cumulative, scoring and ordinal votes; the points or the ballot are kept as scores.
//! Costs and the budget may have two decimals: then all become hundredths, otherwise the unit is kept.

use std::collections::HashMap;

use super::{ReadError, fields, place, text};
use crate::portfolio::shares::{Election, Voted};

/// Reads an election with one pot.
pub fn pabulib(bytes: &[u8]) -> Result<Election, ReadError> {
    let mut file = File::default();
    let mut section = Section::None;
    let mut header: Option<Vec<String>> = None;
    let mut last = 1;
    for (index, line) in text(bytes)?.lines().enumerate() {
        let number = place(index + 1);
        last = number;
        if line.trim().is_empty() {
            continue;
        }
        if let Some(next) = Section::named(line.trim()) {
            (section, header) = (next, None);
            continue;
        }
        let cells = fields(line, ';');
        match (&section, &header) {
            (Section::None, _) => return Err(ReadError::at(number, 1, "a section META, PROJECTS or VOTES must come first")),
            (_, None) => header = Some(cells.into_iter().map(|(_, name)| name.trim().to_owned()).collect()),
            (Section::Meta, Some(_)) => file.meta(number, &cells)?,
            (Section::Projects, Some(names)) => file.project(&Line { number, names, cells: &cells })?,
            (Section::Votes, Some(names)) => file.vote(&Line { number, names, cells: &cells })?,
        }
    }
    file.election(last)
}

enum Section {
    None,
    Meta,
    Projects,
    Votes,
}

impl Section {
    fn named(line: &str) -> Option<Section> {
        match line {
            "META" => Some(Section::Meta),
            "PROJECTS" => Some(Section::Projects),
            "VOTES" => Some(Section::Votes),
            _ => None,
        }
    }
}

/// A line with the names of its columns.
struct Line<'a> {
    number: u32,
    names: &'a [String],
    cells: &'a [(u32, String)],
}

impl Line<'_> {
    fn find(&self, name: &str) -> Option<&(u32, String)> {
        self.names.iter().position(|known| known == name).and_then(|at| self.cells.get(at))
    }

    fn need(&self, name: &str) -> Result<&(u32, String), ReadError> {
        self.find(name).ok_or_else(|| ReadError::at(self.number, 1, format!("the column {name} is missing")))
    }
}

#[derive(Default)]
struct File {
    budget: Option<i64>,
    kind: Option<String>,
    projects: Vec<(String, i64)>,
    place_of: HashMap<String, usize>,
    votes: Vec<Vec<Voted>>,
}

impl File {
    fn meta(&mut self, number: u32, cells: &[(u32, String)]) -> Result<(), ReadError> {
        let [key, value, ..] = cells else { return Ok(()) };
        match key.1.trim() {
            "budget" => self.budget = Some(hundredths(number, value, "the budget")?),
            "vote_type" => self.kind = Some(value.1.trim().to_owned()),
            _ => {}
        }
        Ok(())
    }

    fn project(&mut self, line: &Line<'_>) -> Result<(), ReadError> {
        let id = line.need("project_id")?;
        let cost = hundredths(line.number, line.need("cost")?, "the cost")?;
        if self.place_of.insert(id.1.trim().to_owned(), self.projects.len()).is_some() {
            return Err(ReadError::at(line.number, id.0, format!("project {} occurs twice", id.1.trim())));
        }
        self.projects.push((id.1.trim().to_owned(), cost));
        Ok(())
    }

    fn vote(&mut self, line: &Line<'_>) -> Result<(), ReadError> {
        let (column, ballot) = line.need("vote")?;
        let named: Vec<&str> = ballot.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
        let points: Option<Vec<&str>> = line.find("points").map(|(_, points)| points.split(',').map(str::trim).collect());
        let ordinal = self.kind.as_deref() == Some("ordinal");
        let mut vote: Vec<Voted> = Vec::with_capacity(named.len());
        for (place, id) in named.iter().enumerate() {
            let Some(&project) = self.place_of.get(*id) else {
                return Err(ReadError::at(line.number, *column, format!("project {id} is not in the list of projects")));
            };
            let score = match points.as_ref().and_then(|points| points.get(place)) {
                Some(points) => score(line, points)?,
                // The first of an ordinal ballot of k gets k points.
                None if ordinal => (named.len() - place) as i64,
                None => 1,
            };
            if score > 0 && vote.iter().all(|voted| voted.project != project) {
                vote.push(Voted { project, score });
            }
        }
        self.votes.push(vote);
        Ok(())
    }

    fn election(self, last: u32) -> Result<Election, ReadError> {
        let Some(budget) = self.budget else { return Err(ReadError::at(last, 1, "the key budget is missing in META")) };
        // Most files know no decimals; their own unit is then kept.
        let whole = budget % 100 == 0 && self.projects.iter().all(|(_, cost)| cost % 100 == 0);
        let unit = if whole { 100 } else { 1 };
        Ok(Election {
            pots: vec![budget / unit],
            cost: self.projects.iter().map(|(_, cost)| vec![cost / unit]).collect(),
            id: self.projects.into_iter().map(|(id, _)| id).collect(),
            votes: self.votes,
        })
    }
}

fn score(line: &Line<'_>, points: &str) -> Result<i64, ReadError> {
    points.parse::<i64>().map_err(|_| {
        let column = line.find("points").map_or(0, |(column, _)| *column);
        ReadError::at(line.number, column, format!("points must be whole numbers, not \"{points}\""))
    })
}

/// Money with up to two decimals, as hundredths.
fn hundredths(line: u32, (column, field): &(u32, String), what: &str) -> Result<i64, ReadError> {
    let fault = || ReadError::at(line, *column, format!("{what} must be an amount from 0, not \"{}\"", field.trim()));
    // Some files write a decimal comma.
    let text = field.trim().replace(',', ".");
    crate::decimal::scaled(text.as_bytes(), 2).filter(|amount| *amount >= 0).ok_or_else(fault)
}

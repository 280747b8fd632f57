//! OR-Library `mknap` files: how many problems, then per problem the numbers of projects and pots, the
//! known optimum (0 if unknown), the values, the costs pot by pot, and the pots.
//!
//! Numbers may have decimals; values, and each pot with its costs, are then scaled to whole numbers.

use super::{ReadError, place, text};
use crate::decimal::scaled;
use crate::portfolio::problem::{Pot, Problem, Project, Standing, ranks_from_values};

/// One problem of a file. Ranks follow values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mknap {
    pub problem: Problem,
    /// The published optimum, scaled like the values.
    pub known: Option<i64>,
    /// Values stand times ten to this power.
    pub decimals: u32,
}

/// All problems of a file.
pub fn mknap(bytes: &[u8]) -> Result<Vec<Mknap>, ReadError> {
    let mut numbers = Numbers { words: words(text(bytes)?), at: 0 };
    let count = numbers.size("the number of problems")?;
    let problems: Vec<_> = (0..count).map(|_| numbers.problem()).collect::<Result<_, _>>()?;
    match numbers.words.get(numbers.at) {
        None => Ok(problems),
        Some(word) => Err(ReadError::at(word.line, word.column, "nothing may follow the last problem")),
    }
}

#[derive(Clone, Copy)]
struct Word<'a> {
    line: u32,
    column: u32,
    text: &'a str,
}

struct Numbers<'a> {
    words: Vec<Word<'a>>,
    at: usize,
}

impl<'a> Numbers<'a> {
    fn take(&mut self, count: usize, what: &str) -> Result<Vec<Word<'a>>, ReadError> {
        match self.words.get(self.at..self.at.saturating_add(count)) {
            Some(words) => {
                self.at += count;
                Ok(words.to_vec())
            }
            None => {
                let (line, column) = self.words.last().map_or((1, 1), |word| (word.line, word.column));
                Err(ReadError::at(line, column, format!("the file ends before {what}")))
            }
        }
    }

    /// A count that the rest of the file could still hold, so that no count makes us reserve memory in vain.
    fn size(&mut self, what: &str) -> Result<usize, ReadError> {
        let word = self.take(1, what)?[0];
        let room = self.words.len() - self.at;
        let number: Option<usize> = word.text.parse().ok();
        number.filter(|number| *number <= room).ok_or_else(|| {
            let message = format!("{what} must be a whole number, at most {room} (the numbers that follow), not \"{}\"", word.text);
            ReadError::at(word.line, word.column, message)
        })
    }

    fn problem(&mut self) -> Result<Mknap, ReadError> {
        let projects = self.size("the number of variables")?;
        let pots = self.size("the number of constraints")?;
        let known = self.take(1, "the optimal value")?;
        let mut worths = self.take(projects, "the values")?;
        worths.push(known[0]);
        let rows: Vec<Vec<Word<'a>>> = (0..pots).map(|_| self.take(projects, "the costs")).collect::<Result<_, _>>()?;
        let limits = self.take(pots, "the right-hand sides")?;
        let (mut values, decimals) = whole(&worths)?;
        let known = values.pop().filter(|known| *known > 0);
        let mut amounts = Vec::with_capacity(pots);
        let mut costs = Vec::with_capacity(pots);
        for (mut row, limit) in rows.into_iter().zip(limits) {
            row.push(limit);
            let mut numbers = whole(&row)?.0;
            amounts.extend(numbers.pop());
            costs.push(numbers);
        }
        let ranks = ranks_from_values(&values);
        let project = |index: usize| Project {
            id: (index + 1).to_string(),
            cost: costs.iter().map(|cost| cost[index]).collect(),
            value: values[index],
            rank: ranks[index],
            theme: None,
            lead: None,
            standing: Standing::Candidate,
        };
        let problem = Problem {
            projects: (0..projects).map(project).collect(),
            pots: amounts.into_iter().enumerate().map(|(index, amount)| Pot { name: (index + 1).to_string(), amount }).collect(),
            ..Problem::default()
        };
        Ok(Mknap { problem, known, decimals })
    }
}

/// Numbers from 0 on one scale, and its power of ten.
fn whole(words: &[Word<'_>]) -> Result<(Vec<i64>, u32), ReadError> {
    let decimals = |word: &Word<'_>| word.text.split_once('.').map_or(0, |(_, part)| part.trim_end_matches('0').len());
    let most = words.iter().map(decimals).max().unwrap_or(0).min(9) as u32;
    let number = |word: &Word<'_>| {
        scaled(word.text.as_bytes(), most as i32)
            .filter(|number| *number >= 0)
            .ok_or_else(|| ReadError::at(word.line, word.column, format!("a number from 0 is expected, not \"{}\"", word.text)))
    };
    Ok((words.iter().map(number).collect::<Result<_, _>>()?, most))
}

/// Words with their places.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let mut rest = line;
        let mut column = 1;
        while let Some(start) = rest.find(|character: char| !character.is_whitespace()) {
            column += rest[..start].chars().count();
            rest = &rest[start..];
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            words.push(Word { line: place(index + 1), column: place(column), text: &rest[..end] });
            column += rest[..end].chars().count();
            rest = &rest[end..];
        }
    }
    words
}

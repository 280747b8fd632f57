//! A party's priority list as it is sealed (R142): one state per project of the roster.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::Digest;
use crate::canonical::{self, Uncanonical};

/// What a party says of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Has a rank.
    Ranked,
    /// May be funded, but has no rank.
    EligibleUnranked,
    NotPrioritised,
}

/// One project on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub project: String,
    pub state: State,
    /// From 1, for ranked projects only. Equal ranks are ties.
    pub rank: Option<u32>,
    /// The office's own words; sealed with the rest, so that they can't be written afterwards.
    pub reason: String,
}

/// A whole list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityList {
    /// [`crate::wire::VERSION`].
    pub v: u32,
    pub call: String,
    pub round: u32,
    pub party: String,
    pub roster: Digest,
    pub entries: Vec<Entry>,
}

/// Why a list has no canonical bytes.
#[derive(Debug)]
pub enum ListError {
    /// This project stands twice.
    Twice(String),
    /// This project is ranked without a rank, or has a rank without being ranked, or rank 0.
    Rank(String),
    Bytes(Uncanonical),
}

impl PriorityList {
    /// The canonical bytes, sorted by project id.
    pub fn bytes(&self) -> Result<Vec<u8>, ListError> {
        self.check()?;
        let mut sorted = self.clone();
        sorted.entries.sort_by(|a, b| a.project.cmp(&b.project));
        canonical::to_bytes(&sorted).map_err(ListError::Bytes)
    }

    pub fn read(bytes: &[u8]) -> Result<PriorityList, ListError> {
        let list: PriorityList = canonical::from_bytes(bytes).map_err(ListError::Bytes)?;
        list.check()?;
        Ok(list)
    }

    fn check(&self) -> Result<(), ListError> {
        let mut seen = BTreeSet::new();
        for entry in &self.entries {
            if !seen.insert(&entry.project) {
                return Err(ListError::Twice(entry.project.clone()));
            }
            let fits = match entry.state {
                State::Ranked => entry.rank.is_some_and(|r| r >= 1),
                State::EligibleUnranked | State::NotPrioritised => entry.rank.is_none(),
            };
            if !fits {
                return Err(ListError::Rank(entry.project.clone()));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(project: &str, state: State, rank: Option<u32>) -> Entry {
        Entry { project: project.into(), state, rank, reason: String::new() }
    }

    fn list(entries: Vec<Entry>) -> PriorityList {
        PriorityList { v: 1, call: "c".into(), round: 1, party: "RM".into(), roster: Digest([0; 32]), entries }
    }

    #[test]
    fn the_bytes_are_fixed() {
        let good = list(vec![
            entry("b", State::NotPrioritised, None),
            entry("a", State::Ranked, Some(1)),
            entry("c", State::Ranked, Some(1)),
            entry("d", State::EligibleUnranked, None),
        ]);
        let bytes = good.bytes().unwrap();
        let expected = format!(
            concat!(
                r#"{{"v":1,"call":"c","round":1,"party":"RM","roster":"{}","entries":["#,
                r#"{{"project":"a","state":"ranked","rank":1,"reason":""}},{{"project":"b","state":"not-prioritised","rank":null,"reason":""}},"#,
                r#"{{"project":"c","state":"ranked","rank":1,"reason":""}},{{"project":"d","state":"eligible-unranked","rank":null,"reason":""}}]}}"#
            ),
            "0".repeat(64)
        );
        assert_eq!(String::from_utf8(bytes.clone()).unwrap(), expected);
        assert_eq!(PriorityList::read(&bytes).unwrap().bytes().unwrap(), bytes);
    }

    #[test]
    fn contradictions_are_refused() {
        for (state, rank) in [(State::Ranked, None), (State::Ranked, Some(0)), (State::NotPrioritised, Some(1))] {
            assert!(matches!(list(vec![entry("a", state, rank)]).bytes(), Err(ListError::Rank(p)) if p == "a"));
        }
        let twice = vec![entry("a", State::Ranked, Some(1)), entry("a", State::Ranked, Some(2))];
        assert!(matches!(list(twice).bytes(), Err(ListError::Twice(p)) if p == "a"));
    }
}

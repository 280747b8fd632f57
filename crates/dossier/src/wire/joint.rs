//! The joint result as both parties sign it (R143-R144): what went in, by which rule, and what became of every project.
use serde::{Deserialize, Serialize};

use super::Money;
use crate::Digest;
use crate::canonical::{self, Uncanonical};

/// Everything that decides the result, and the result. Two programs that start from the same inputs get the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointResult {
    /// [`crate::wire::VERSION`].
    pub v: u32,
    /// Name and version of the computation, such as `counterpart/joint-cut/1`.
    pub algorithm: String,
    pub call: String,
    pub round: u32,
    /// Covers the projects and their dossiers.
    pub roster: Digest,
    /// One per party.
    pub lists: Vec<ListRef>,
    /// Named cut rule.
    pub policy: String,
    /// One per party.
    pub pots: Vec<PartyMoney>,
    /// Project that was withdrawn after an earlier result and so led to this one; empty for a first result.
    pub cause: String,
    /// Projects that an earlier agreed result funds and that stay in.
    pub signed: Vec<String>,
    pub withdrawn: Vec<String>,
    /// Set in or out by hand; the note says why.
    pub forced: Vec<String>,
    pub excluded: Vec<String>,
    pub note: String,
    pub projects: Vec<JointEntry>,
}

/// A party's list by its fingerprints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRef {
    pub party: String,
    pub commitment: Digest,
    /// SHA-256 of the list's canonical bytes.
    pub list: Digest,
}

/// An amount of one party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyMoney {
    pub party: String,
    pub money: Money,
}

/// One project of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointEntry {
    pub project: String,
    /// Place on the joint list; none where not both parties ranked it.
    pub rank: Option<u32>,
    pub points: Option<u32>,
    pub value: Option<i64>,
    /// What it asks of each party.
    pub asks: Vec<PartyMoney>,
    pub outcome: Fate,
    /// Place on the reserve list.
    pub place: Option<u32>,
    /// Why it is not funded.
    pub reason: Option<Reason>,
}

/// What becomes of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    Funded,
    Reserve,
    Out,
}

/// A reason with its amounts; the words are the reader's language's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub cause: String,
    /// Parties that did not rank it.
    pub by: Vec<String>,
    /// Number of the project at which the cut ended.
    pub at: Option<String>,
    pub missing: Vec<PartyMoney>,
    pub top_up: Option<Vec<PartyMoney>>,
}

impl JointResult {
    /// The canonical bytes: every list of names sorted, so that the order of a database does not matter.
    pub fn bytes(&self) -> Result<Vec<u8>, Uncanonical> {
        let mut sorted = self.clone();
        for names in [&mut sorted.signed, &mut sorted.withdrawn, &mut sorted.forced, &mut sorted.excluded] {
            names.sort();
        }
        sorted.lists.sort_by(|a, b| a.party.cmp(&b.party));
        sorted.pots.sort_by(|a, b| a.party.cmp(&b.party));
        sorted.projects.sort_by(|a, b| a.project.cmp(&b.project));
        canonical::to_bytes(&sorted)
    }

    pub fn read(bytes: &[u8]) -> Result<JointResult, Uncanonical> {
        canonical::from_bytes(bytes)
    }
}

impl Reason {
    pub fn text(&self) -> Result<String, Uncanonical> {
        canonical::to_bytes(self).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    pub fn read(text: &str) -> Result<Reason, Uncanonical> {
        canonical::from_bytes(text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> JointResult {
        let amount = |party: &str, minor| PartyMoney { party: party.into(), money: Money { minor, currency: "DKK".into() } };
        let reason = Reason { cause: "short".into(), by: vec![], at: None, missing: vec![amount("RM", 5)], top_up: None };
        let project = |id: &str, outcome| JointEntry {
            project: id.into(),
            rank: Some(1),
            points: Some(4),
            value: Some(1),
            asks: vec![amount("RM", 7)],
            outcome,
            place: None,
            reason: Some(reason.clone()),
        };
        JointResult {
            v: 1,
            algorithm: "counterpart/joint-cut/1".into(),
            call: "c".into(),
            round: 1,
            roster: Digest::of(b"roster"),
            lists: ["SH", "RM"].map(|p| ListRef { party: p.into(), commitment: Digest::of(p.as_bytes()), list: Digest::of(b"l") }).into(),
            policy: "strict-ranking".into(),
            pots: vec![amount("SH", 1), amount("RM", 2)],
            cause: String::new(),
            signed: vec!["b".into(), "a".into()],
            withdrawn: vec![],
            forced: vec![],
            excluded: vec![],
            note: String::new(),
            projects: vec![project("b", Fate::Out), project("a", Fate::Funded)],
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter() {
        let mut other = sample();
        other.lists.reverse();
        other.pots.reverse();
        other.projects.reverse();
        other.signed.reverse();
        assert_eq!(sample().bytes().unwrap(), other.bytes().unwrap());
        let read = JointResult::read(&sample().bytes().unwrap()).unwrap();
        assert_eq!(read.projects[0].project, "a");
        assert_eq!(read.bytes().unwrap(), sample().bytes().unwrap());
    }

    #[test]
    fn a_reason_comes_back_whole() {
        let reason = sample().projects[0].reason.clone().unwrap();
        assert_eq!(Reason::read(&reason.text().unwrap()).unwrap(), reason);
    }
}

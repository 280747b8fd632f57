//! From two open lists to a cut: the joint list becomes a portfolio problem, the named rule decides, every project gets its reason.
//!
//! Values are the joint list's. Where a rule must choose between portfolios or projects of equal worth, a lot decides that nobody can
//! steer and anybody can repeat: the first two bytes of SHA-256 over the round's roster fingerprint and the project's id. It sits in the
//! lowest bits of the value, so it never outweighs a place. So no side gains by being named first.

use super::Case;
use domain::{
    Money, PartyCode, Refusal,
    call::Call,
    ids::ApplicationId,
    priority::{Candidate, Cause, Line, Outcome, Why, candidates, match_index, result},
    refusal::Value,
};
use dossier::Digest;
use solve::{
    Control,
    portfolio::{self as solver, Fate, Fault, Policy, Pot, Problem, Standing, policy::cut_within},
};
use std::collections::{BTreeMap, HashMap};
use store::priority::fact::Project;

/// Name and version of this computation, as frozen in results.
pub const ALGORITHM: &str = "counterpart/joint-cut/1";

/// The named rules, in the order they are offered.
pub const POLICIES: [&str; 6] = ["strict-ranking", "skip-and-continue", "ties-by-fit", "gaps-forbidden", "best-value", "most-projects"];

/// Everything a cut starts from. Party-indexed arrays follow `parties`.
pub struct Table {
    pub parties: [PartyCode; 2],
    pub pots: [Money; 2],
    /// Fingerprint of the roster, for the lots.
    pub roster: String,
    /// Every project of the roster: candidates by joint place, then the others by number.
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub project: Project,
    /// What each party says of it.
    pub lines: [Option<Line>; 2],
    /// Its place on the joint list, where both ranked it.
    pub candidate: Option<Candidate>,
    /// Funded by the result in force, neither withdrawn nor refused since: stays in.
    pub signed: bool,
}

/// A question put to the table; the default is the plain one under strict ranking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// One of `POLICIES`.
    pub policy: String,
    /// Pots of other sizes, minor units.
    pub pots: BTreeMap<PartyCode, i64>,
    pub forced: Vec<ApplicationId>,
    pub excluded: Vec<ApplicationId>,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Cut {
    pub policy: Policy,
    pub pots: [Money; 2],
    pub spent: [Money; 2],
    /// Negative only where signed or forced projects alone overdraw a pot.
    pub left: [Money; 2],
    /// Hours of the funded projects per side.
    pub hours: [i64; 2],
    /// How well those match, per cent (R156).
    pub match_index: Option<i64>,
    /// Sum of the joint values of the funded projects.
    pub value: i64,
    /// False where time ran out before the best was proven.
    pub proven: bool,
    pub outcomes: HashMap<ApplicationId, Outcome>,
}

impl Cut {
    pub fn outcome(&self, id: &ApplicationId) -> Option<&Outcome> {
        self.outcomes.get(id)
    }
    pub fn funded(&self) -> Vec<ApplicationId> {
        let mut all: Vec<ApplicationId> = self.outcomes.iter().filter(|(_, o)| **o == Outcome::Funded).map(|(id, _)| id.clone()).collect();
        all.sort();
        all
    }
}

impl Table {
    /// Joins both lists with the facts. `signed`: funded by the result in force.
    pub(crate) fn join(case: &Case, roster: &str, projects: Vec<Project>, lists: [Vec<Line>; 2], signed: &[ApplicationId]) -> Table {
        let joint: HashMap<ApplicationId, Candidate> =
            candidates(&lists[0], &lists[1]).into_iter().map(|c| (c.application.clone(), c)).collect();
        let said = lists.map(|list| list.into_iter().map(|l| (l.application.clone(), l)).collect::<HashMap<_, _>>());
        let mut rows: Vec<Row> = projects
            .into_iter()
            .map(|project| Row {
                lines: [0, 1].map(|side: usize| said[side].get(&project.id).cloned()),
                candidate: joint.get(&project.id).cloned(),
                signed: signed.contains(&project.id) && !project.gone(),
                project,
            })
            .collect();
        rows.sort_by_key(|r| (r.candidate.as_ref().map_or(u32::MAX, |c| c.rank), r.project.number.clone()));
        let parties = case.call.parties.clone();
        let pots = [0, 1].map(|side: usize| pot(&case.call, &parties[side]));
        Table { parties, pots, roster: roster.into(), rows }
    }

    pub fn row(&self, id: &ApplicationId) -> Option<&Row> {
        self.rows.iter().find(|r| r.project.id == *id)
    }
    pub fn number(&self, id: &ApplicationId) -> String {
        self.row(id).map_or_else(|| id.to_string(), |r| r.project.number.clone())
    }
    /// What the project asks of each party.
    pub fn asked(&self, row: &Row) -> [Money; 2] {
        [0, 1].map(|side: usize| Money::new(row.project.side(&self.parties[side]).asked, self.pots[side].currency))
    }
    /// Candidates that are neither withdrawn nor refused.
    pub fn candidates(&self) -> Vec<ApplicationId> {
        self.rows.iter().filter(|r| r.candidate.is_some() && !r.project.gone()).map(|r| r.project.id.clone()).collect()
    }
    pub fn signed(&self) -> Vec<ApplicationId> {
        self.rows.iter().filter(|r| r.signed).map(|r| r.project.id.clone()).collect()
    }

    /// The candidates as a problem; `lots` separates equal worth.
    pub(crate) fn problem(&self, what: &WhatIf, lots: bool) -> (Problem, Vec<&Row>) {
        let rows: Vec<&Row> = self.rows.iter().filter(|r| r.candidate.is_some()).collect();
        // Room for all lots together below the smallest difference in value.
        let shift = 16 + (usize::BITS - rows.len().leading_zeros());
        let value = |row: &Row, base: i64| if lots { (base << shift) + self.lot(&row.project.id) } else { base };
        let projects = rows
            .iter()
            .filter_map(|row| {
                let candidate = row.candidate.as_ref()?;
                Some(solver::Project {
                    id: row.project.id.to_string(),
                    cost: self.asked(row).iter().map(|m| m.minor).collect(),
                    value: value(row, candidate.value),
                    rank: candidate.rank,
                    theme: None,
                    lead: None,
                    standing: standing(row, what),
                })
            })
            .collect();
        let pots = [0, 1].map(|side: usize| Pot {
            name: self.parties[side].to_string(),
            amount: what.pots.get(&self.parties[side]).copied().unwrap_or(self.pots[side].minor).max(0),
        });
        (Problem { pots: pots.into(), projects, themes: Vec::new(), per_lead: None }, rows)
    }

    /// Between 0 and 65535; see the module.
    fn lot(&self, id: &ApplicationId) -> i64 {
        let hash = Digest::of(format!("{}{id}", self.roster).as_bytes()).0;
        i64::from(u16::from_be_bytes([hash[0], hash[1]]))
    }

    /// Answers a question. When `control` ends it early, the best so far is given and not called proven.
    pub fn cut(&self, what: &WhatIf, control: Control<'_>) -> Result<Cut, Refusal> {
        let policy = Policy::named(&what.policy).unwrap_or(Policy::StrictRanking);
        let (problem, rows) = self.problem(what, true);
        let outcome = cut_within(&problem, policy, control).map_err(|fault| self.refusal(&fault))?;
        let pots = [0, 1].map(|side: usize| Money::new(problem.pots[side].amount, self.pots[side].currency));
        let amount = |side: usize, minor: i128| Money::new(clamp(minor), self.pots[side].currency);
        let chosen = || rows.iter().zip(&outcome.chosen).filter(|(_, chosen)| **chosen).map(|(row, _)| *row);
        let hours = [0, 1].map(|side: usize| chosen().map(|r| r.project.side(&self.parties[side]).hours).sum());
        let mut outcomes = self.not_candidates();
        for (row, fate) in rows.iter().zip(&outcome.fates) {
            outcomes.insert(row.project.id.clone(), self.outcome(row, fate, &rows));
        }
        Ok(Cut {
            policy,
            pots,
            spent: [0, 1].map(|side: usize| amount(side, outcome.spent[side])),
            left: [0, 1].map(|side: usize| amount(side, outcome.left[side])),
            hours,
            match_index: match_index(hours),
            value: chosen().filter_map(|r| r.candidate.as_ref()).map(|c| c.value).sum(),
            proven: outcome.optimal,
            outcomes,
        })
    }

    /// The last look before anything is frozen (R144; joint-calls.md 10.6).
    pub fn check(&self, cut: &Cut) -> Result<(), Refusal> {
        result::check(&cut.funded(), &self.candidates(), &self.signed(), cut.left.map(|m| i128::from(m.minor)))
    }

    fn not_candidates(&self) -> HashMap<ApplicationId, Outcome> {
        let out = |row: &Row| {
            let by = [0, 1].iter().filter(|side: &&usize| row.lines[**side].as_ref().is_none_or(|l| l.standing.rank().is_none()));
            let by = by.map(|side| self.parties[*side].clone()).collect();
            let cause = gone(row).unwrap_or(Cause::NotPrioritised { by });
            (row.project.id.clone(), Outcome::Out { why: Why::plain(cause) })
        };
        self.rows.iter().filter(|r| r.candidate.is_none()).map(out).collect()
    }

    fn outcome(&self, row: &Row, fate: &Fate, rows: &[&Row]) -> Outcome {
        if let Some(cause) = gone(row) {
            return Outcome::Out { why: Why::plain(cause) };
        }
        match fate {
            Fate::In => Outcome::Funded,
            Fate::Reserve { position, reason } => Outcome::Reserve { place: *position as u32, why: self.why(reason, rows) },
            Fate::Out { reason } => Outcome::Out { why: self.why(reason, rows) },
        }
    }

    fn why(&self, reason: &solver::Reason, rows: &[&Row]) -> Why {
        let cause = match reason.cause {
            solver::Cause::Ended { at } => Cause::Ended { at: rows.get(at).map_or_else(String::new, |r| r.project.number.clone()) },
            solver::Cause::DearerThanPot => Cause::DearerThanPot,
            solver::Cause::Excluded => Cause::Excluded,
            // Themes and leads set no limits in this problem.
            solver::Cause::Short | solver::Cause::ThemeFull { .. } | solver::Cause::LeadFull => Cause::Short,
        };
        let amounts = |all: &[i128]| -> Vec<(PartyCode, Money)> {
            let each = all.iter().enumerate().filter(|(_, minor)| **minor > 0);
            each.map(|(side, minor)| (self.parties[side].clone(), Money::new(clamp(*minor), self.pots[side].currency))).collect()
        };
        let top_up = reason.top_up.as_deref().map(amounts).filter(|all| !all.is_empty());
        let mut missing = amounts(&reason.missing);
        // Where a tie must be taken whole, the project alone would fit: what is short is what the whole tie lacks.
        if missing.is_empty() && matches!(cause, Cause::Short) {
            missing = top_up.clone().unwrap_or_default();
        }
        Why { cause, missing, top_up }
    }

    fn refusal(&self, fault: &Fault) -> Refusal {
        match fault {
            Fault::SignedExceedsPot { pot, by } => {
                let party = ("party", Value::Party(self.parties[*pot].clone()));
                Refusal::new("cut-signed-exceed", vec![party, ("money", Value::Money(Money::new(clamp(*by), self.pots[*pot].currency)))])
            }
            _ => Refusal::new("cut-undecided", vec![]),
        }
    }
}

fn gone(row: &Row) -> Option<Cause> {
    match (row.project.withdrawn, row.project.refused) {
        (true, _) => Some(Cause::Withdrawn),
        (false, true) => Some(Cause::Refused),
        (false, false) => None,
    }
}

fn standing(row: &Row, what: &WhatIf) -> Standing {
    let id = &row.project.id;
    if row.project.gone() {
        Standing::Excluded
    } else if row.signed || what.forced.contains(id) {
        Standing::Forced
    } else if what.excluded.contains(id) {
        Standing::Excluded
    } else {
        Standing::Candidate
    }
}

/// What a party has set aside for the call, all years.
pub fn pot(call: &Call, party: &PartyCode) -> Money {
    let currency = super::list::currency(call, party);
    let all = call.pots.iter().filter(|p| p.party == *party).map(|p| p.amount.minor);
    Money::new(all.fold(0, i64::saturating_add), currency)
}

fn clamp(minor: i128) -> i64 {
    minor.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64
}

#[cfg(test)]
mod tests;

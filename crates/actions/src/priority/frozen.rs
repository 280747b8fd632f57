//! A cut as the canonical body that both parties sign, and back: words stay out, amounts and causes stay in.

use super::{
    Case,
    cut::{ALGORITHM, Cut, Table, WhatIf},
    seal,
};
use crate::Result;
use domain::{
    Currency, Money, PartyCode,
    ids::ApplicationId,
    priority::{Cause, Line, Outcome, Round, Why},
};
use dossier::{
    Digest,
    wire::{self, Fate, JointEntry, JointResult, ListRef, PartyMoney, Reason, VERSION},
};
use std::collections::BTreeMap;
use store::priority::list::Sealing;

/// What beside the cut goes into the body.
pub(crate) struct Frozen<'a> {
    pub case: &'a Case,
    pub round: &'a Round,
    pub table: &'a Table,
    pub lists: &'a [Vec<Line>; 2],
    pub sealings: &'a [Sealing],
    pub what: &'a WhatIf,
    pub note: &'a str,
    pub cause: &'a str,
}

impl Frozen<'_> {
    /// The canonical bytes and their SHA-256.
    pub fn body(&self, cut: &Cut) -> Result<(String, String)> {
        let ids = |all: &[ApplicationId]| all.iter().map(|id| id.to_string()).collect();
        let withdrawn = self.table.rows.iter().filter(|r| r.project.gone()).map(|r| r.project.id.to_string()).collect();
        let mut lists = Vec::new();
        for (side, party) in self.table.parties.iter().enumerate() {
            let sealing = self.sealings.iter().find(|s| s.party == *party);
            let commitment = sealing.and_then(|s| Digest::parse(&s.commitment));
            let commitment = commitment.ok_or_else(|| anyhow::anyhow!("no commitment of {party} in round {}", self.round.no))?;
            let list = Digest::of(&seal::bytes(self.case, self.round, party, &self.lists[side])?);
            lists.push(ListRef { party: party.to_string(), commitment, list });
        }
        let result = JointResult {
            v: VERSION,
            algorithm: ALGORITHM.into(),
            call: self.case.call.id.to_string(),
            round: self.round.no,
            roster: self.case.context(self.round, &self.table.parties[0])?.roster,
            lists,
            policy: cut.policy.name().into(),
            pots: sides(&self.table.parties, &cut.pots),
            cause: self.cause.into(),
            signed: ids(&self.table.signed()),
            withdrawn,
            forced: ids(&self.what.forced),
            excluded: ids(&self.what.excluded),
            note: self.note.into(),
            projects: self.table.rows.iter().map(|row| entry(self.table, row, cut)).collect(),
        };
        let bytes = result.bytes().map_err(|e| anyhow::anyhow!("a joint result without canonical bytes: {e}"))?;
        Ok((String::from_utf8_lossy(&bytes).into_owned(), Digest::of(&bytes).hex()))
    }
}

fn entry(table: &Table, row: &super::cut::Row, cut: &Cut) -> JointEntry {
    let outcome = cut.outcome(&row.project.id);
    JointEntry {
        project: row.project.id.to_string(),
        rank: row.candidate.as_ref().map(|c| c.rank),
        points: row.candidate.as_ref().map(|c| c.points),
        value: row.candidate.as_ref().map(|c| c.value),
        asks: sides(&table.parties, &table.asked(row)),
        outcome: match outcome {
            Some(Outcome::Funded) => Fate::Funded,
            Some(Outcome::Reserve { .. }) => Fate::Reserve,
            Some(Outcome::Out { .. }) | None => Fate::Out,
        },
        place: outcome.map(Outcome::place).filter(|place| *place > 0),
        reason: outcome.and_then(Outcome::why).map(reason),
    }
}

/// The question that led to a body, for computing it again.
pub(crate) fn question(body: &str) -> Result<(WhatIf, String, String)> {
    let result = JointResult::read(body.as_bytes()).map_err(|e| anyhow::anyhow!("a joint result that can't be read: {e}"))?;
    let ids = |all: &[String]| all.iter().filter_map(|id| ApplicationId::parse(id)).collect();
    let what =
        WhatIf { policy: result.policy.clone(), pots: BTreeMap::new(), forced: ids(&result.forced), excluded: ids(&result.excluded) };
    Ok((what, result.note, result.cause))
}

pub(crate) fn reason(why: &Why) -> Reason {
    Reason {
        cause: why.cause.code().into(),
        by: if let Cause::NotPrioritised { by } = &why.cause { by.iter().map(|p| p.to_string()).collect() } else { Vec::new() },
        at: if let Cause::Ended { at } = &why.cause { Some(at.clone()) } else { None },
        missing: why.missing.iter().map(amount).collect(),
        top_up: why.top_up.as_ref().map(|all| all.iter().map(amount).collect()),
    }
}

/// The reason as stored beside an entry; `None` for funded projects.
pub fn why(stored: &str) -> Option<Why> {
    let r = Reason::read(stored).ok()?;
    let cause = match r.cause.as_str() {
        "not-prioritised" => Cause::NotPrioritised { by: r.by.iter().filter_map(|p| PartyCode::parse(p)).collect() },
        "withdrawn" => Cause::Withdrawn,
        "refused" => Cause::Refused,
        "excluded" => Cause::Excluded,
        "dearer-than-pot" => Cause::DearerThanPot,
        "ended" => Cause::Ended { at: r.at.clone().unwrap_or_default() },
        _ => Cause::Short,
    };
    let amounts = |all: &[PartyMoney]| all.iter().filter_map(money).collect();
    Some(Why { cause, missing: amounts(&r.missing), top_up: r.top_up.as_deref().map(amounts) })
}

fn sides(parties: &[PartyCode; 2], money: &[Money; 2]) -> Vec<PartyMoney> {
    parties.iter().cloned().zip(money.iter().copied()).map(|pair| amount(&pair)).collect()
}

fn amount((party, money): &(PartyCode, Money)) -> PartyMoney {
    PartyMoney { party: party.to_string(), money: wire::Money { minor: money.minor, currency: money.currency.code().into() } }
}

fn money(m: &PartyMoney) -> Option<(PartyCode, Money)> {
    Some((PartyCode::parse(&m.party)?, Money::new(m.money.minor, Currency::parse(&m.money.currency)?)))
}

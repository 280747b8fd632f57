//! Sums of an application per participant, party and year, checked and never across currencies (R155: no ratio between them either).

use super::{Application, Participant};
use crate::{Currency, Money, PartyCode, money::MoneyProblem};

/// One side's figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    pub party: PartyCode,
    pub requested: Money,
    pub own: Money,
    pub hours: i64,
    /// At least one of the side's participants stated no money.
    pub unstated: bool,
}

impl Participant {
    /// What the part asks for; none for an associated participant.
    pub fn requested(&self) -> Result<Option<Money>, MoneyProblem> {
        self.currency.map(|c| Money::sum(c, self.lines.iter().map(|l| l.amount))).transpose()
    }
    pub fn requested_in(&self, year: i64) -> Result<Option<Money>, MoneyProblem> {
        self.currency.map(|c| Money::sum(c, self.lines.iter().filter(|l| l.year == year).map(|l| l.amount))).transpose()
    }
    pub fn own(&self) -> Result<Option<Money>, MoneyProblem> {
        self.currency.map(|c| Money::sum(c, self.years.iter().filter_map(|y| y.own))).transpose()
    }
}

impl Application {
    /// What the project asks of `party`, all years.
    pub fn requested(&self, party: &PartyCode, currency: Currency) -> Result<Money, MoneyProblem> {
        Money::sum(currency, self.of(party).flat_map(|p| p.lines.iter().map(|l| l.amount)))
    }
    pub fn requested_in(&self, party: &PartyCode, year: i64, currency: Currency) -> Result<Money, MoneyProblem> {
        Money::sum(currency, self.of(party).flat_map(|p| p.lines.iter().filter(|l| l.year == year).map(|l| l.amount)))
    }
    pub fn own(&self, party: &PartyCode, currency: Currency) -> Result<Money, MoneyProblem> {
        Money::sum(currency, self.of(party).flat_map(|p| p.years.iter().filter_map(|y| y.own)))
    }
    /// Hours that the side puts in; where benefit is equal they are to match the other side's (R156).
    pub fn hours(&self, party: &PartyCode) -> i64 {
        self.of(party).map(Participant::hours).fold(0, i64::saturating_add)
    }
    pub fn hours_in(&self, party: &PartyCode, year: i64) -> i64 {
        self.of(party).filter_map(|p| p.year(year)).map(|y| y.hours).fold(0, i64::saturating_add)
    }
    pub fn sum(&self, party: &PartyCode, currency: Currency) -> Result<Sum, MoneyProblem> {
        Ok(Sum {
            party: party.clone(),
            requested: self.requested(party, currency)?,
            own: self.own(party, currency)?,
            hours: self.hours(party),
            unstated: self.of(party).any(|p| !p.money_stated),
        })
    }
    /// Years in which any participant has figures, and those the project touches.
    pub fn years(&self) -> Vec<i64> {
        let figures = self.participants.iter().flat_map(|p| p.lines.iter().map(|l| l.year).chain(p.years.iter().map(|y| y.year)));
        let mut years: Vec<i64> = self.project.years().into_iter().chain(figures).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

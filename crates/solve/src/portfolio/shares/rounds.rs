//! The rounds of Equal Shares. All money is whole numbers of one common, ever finer unit.
//!
//! A pot is scaled to the common multiple of all pots, so that every voter starts with the same number in
//! every pot; when a payment is no whole number everything is multiplied by what is missing.

use std::cmp::Ordering;

use super::amounts::{Amounts, Limits};
use super::big::Big;
use super::{Bought, Election, Satisfaction, Shares, left};
use crate::Control;
use crate::portfolio::problem::Fault;
use crate::portfolio::rows::gcd;

/// A project on offer. Rates never sink while money is spent, so an old one is a lower bound.
struct Offer {
    project: usize,
    /// Class and satisfaction factor of each supporter class; the factor counts `score`s or ones.
    supporters: Vec<(usize, u64)>,
    cost: Vec<Big>,
    /// What one unit of factor is worth; the same for all supporters.
    weight: Big,
    rate: Rate,
}

/// `numerator / (factors * weight)` of the current unit; the pot it comes from.
#[derive(Clone)]
struct Rate {
    numerator: Big,
    factors: u64,
    pot: usize,
    emptied: usize,
}

struct Rounds<'a> {
    election: &'a Election,
    /// Voters per class.
    voters: Vec<u64>,
    /// One block per pot, one amount per class.
    money: Vec<Amounts>,
    offers: Vec<Offer>,
    /// The whole of a pot in the current unit.
    whole: Big,
}

pub(super) fn run(election: &Election, pots: &[i64], satisfaction: Satisfaction, control: Control<'_>) -> Result<Shares, Fault> {
    let mut bought = Vec::new();
    if !election.votes.is_empty() {
        let mut rounds = Rounds::new(election, pots, satisfaction);
        while let Some(next) = rounds.buy(control)? {
            bought.push(next);
            control.progress(bought.len() as u64, election.id.len() as u64);
        }
    }
    Ok(Shares { left: left(election, &bought), bought })
}

impl<'a> Rounds<'a> {
    fn new(election: &'a Election, pots: &[i64], satisfaction: Satisfaction) -> Rounds<'a> {
        let classes = election.classes();
        let nothing = Big::default();
        let common = pots.iter().filter(|pot| **pot > 0).fold(Big::from(1), |common, &pot| {
            let pot = pot.unsigned_abs();
            let (_, rest) = common.divided(pot);
            common.times(pot / gcd(rest, pot))
        });
        // In units of one voter's n-th part: a share is `common`, a pot is `common * n`.
        let total = election.votes.len() as u64;
        let parts = |cost: i64, pot: i64| common.divided(pot.unsigned_abs()).0.times(cost.unsigned_abs());
        let mut supporters = vec![Vec::new(); election.id.len()];
        for (class, (vote, _)) in classes.iter().enumerate() {
            for voted in vote {
                let factor = if satisfaction == Satisfaction::Cost { 1 } else { voted.score.unsigned_abs() };
                supporters[voted.project].push((class, factor));
            }
        }
        let offer = |(project, supporters): (usize, Vec<(usize, u64)>)| {
            let costs = election.cost[project].iter().zip(pots);
            let cost: Option<Vec<Big>> = costs
                .map(|(&cost, &pot)| match (cost, pot) {
                    (0, _) => Some(Big::default()),
                    (_, 0) => None,
                    _ => Some(parts(cost, pot)),
                })
                .collect();
            let cost = cost?;
            let mut weight = Big::default();
            match satisfaction {
                Satisfaction::Count => weight = Big::from(1),
                Satisfaction::Cost => cost.iter().for_each(|cost| weight.add(cost.limbs())),
            }
            let cost: Vec<Big> = cost.iter().map(|cost| cost.times(total)).collect();
            let rate = Rate { numerator: Big::default(), factors: 1, pot: 0, emptied: 0 };
            if weight.is_zero() {
                // Free projects come first, at rate zero.
                weight = Big::from(1);
            }
            (!supporters.is_empty()).then_some(Offer { project, supporters, cost, weight, rate })
        };
        Rounds {
            offers: supporters.into_iter().enumerate().filter_map(offer).collect(),
            money: pots.iter().map(|&pot| Amounts::new(classes.len(), if pot > 0 { &common } else { &nothing })).collect(),
            voters: classes.iter().map(|(_, count)| *count).collect(),
            whole: common.times(total),
            election,
        }
    }

    /// Buys the project with the lowest rate, or tells that none can be paid.
    fn buy(&mut self, control: Control<'_>) -> Result<Option<Bought>, Fault> {
        let mut fresh = vec![false; self.offers.len()];
        loop {
            control.go_on().map_err(|_| Fault::Cancelled)?;
            let ids = &self.election.id;
            let best = (0..self.offers.len()).min_by(|&a, &b| {
                let (a, b) = (&self.offers[a], &self.offers[b]);
                a.compared(b).then_with(|| ids[a.project].cmp(&ids[b.project]))
            });
            let Some(best) = best else { return Ok(None) };
            if fresh[best] {
                let offer = self.offers.swap_remove(best);
                return Ok(Some(self.pay(offer)));
            }
            match self.rate(&self.offers[best]) {
                Some(rate) => {
                    self.offers[best].rate = rate;
                    fresh[best] = true;
                }
                // What cannot be paid now never can: shares only shrink.
                None => {
                    self.offers.swap_remove(best);
                    fresh.swap_remove(best);
                }
            }
        }
    }

    /// The rate in the dearest pot, or `None` when the supporters cannot pay.
    fn rate(&self, offer: &Offer) -> Option<Rate> {
        let mut dearest: Option<Rate> = None;
        for pot in 0..self.money.len() {
            if offer.cost[pot].is_zero() {
                continue;
            }
            let rate = self.rate_in(offer, pot)?;
            let dearer = dearest.as_ref().is_none_or(|other| rate.numerator.times(other.factors) > other.numerator.times(rate.factors));
            if dearer {
                dearest = Some(rate);
            }
        }
        // A project that costs nothing has rate zero.
        Some(dearest.unwrap_or(Rate { numerator: Big::default(), factors: 1, pot: 0, emptied: 0 }))
    }

    /// Starts with everyone paying in proportion, then takes out those who cannot until nobody is left to take out.
    fn rate_in(&self, offer: &Offer, pot: usize) -> Option<Rate> {
        let money = &self.money[pot];
        let mut needed = offer.cost[pot].clone();
        let mut factors: u64 = offer.supporters.iter().map(|(class, factor)| self.voters[*class] * factor).sum();
        let mut rich: Vec<(usize, u64)> = offer.supporters.clone();
        let mut emptied = 0;
        loop {
            let limits = Limits::new(&needed, factors);
            let mut given = Big::default();
            let mut lost = 0;
            let before = rich.len();
            rich.retain(|&(class, factor)| {
                if limits.affords(money.at(class), factor) {
                    return true;
                }
                given.add(Big::of(money.at(class)).times(self.voters[class]).limbs());
                lost += self.voters[class] * factor;
                emptied += self.voters[class] as usize;
                false
            });
            if rich.len() == before {
                return Some(Rate { numerator: needed, factors, pot, emptied });
            }
            factors -= lost;
            if factors == 0 {
                return None;
            }
            needed = needed.minus(&given);
        }
    }

    fn pay(&mut self, mut offer: Offer) -> Bought {
        let bought = Bought {
            project: offer.project,
            price: (offer.rate.numerator.clone(), self.whole.times(offer.rate.factors)),
            pot: offer.rate.pot,
            supporters: offer.supporters.iter().map(|(class, _)| self.voters[*class] as usize).sum(),
            emptied: offer.rate.emptied,
        };
        for pot in 0..self.money.len() {
            if offer.cost[pot].is_zero() {
                continue;
            }
            let Some(mut rate) = self.rate_in(&offer, pot) else { continue };
            let (_, rest) = rate.numerator.divided(rate.factors);
            let finer = rate.factors / gcd(rest, rate.factors);
            if finer > 1 {
                self.refine(finer);
                offer.cost.iter_mut().for_each(|cost| *cost = cost.times(finer));
                rate.numerator = rate.numerator.times(finer);
            }
            let (each, _) = rate.numerator.divided(rate.factors);
            for &(class, factor) in &offer.supporters {
                self.money[pot].pay(class, &each.times(factor));
            }
        }
        bought
    }

    /// Expresses all money in a unit so many times finer.
    fn refine(&mut self, finer: u64) {
        self.money.iter_mut().for_each(|money| money.refine(finer));
        self.whole = self.whole.times(finer);
        for offer in &mut self.offers {
            offer.cost.iter_mut().for_each(|cost| *cost = cost.times(finer));
            offer.rate.numerator = offer.rate.numerator.times(finer);
        }
    }
}

impl Offer {
    /// Compares rates per unit of satisfaction.
    fn compared(&self, other: &Offer) -> Ordering {
        let cross = |one: &Offer, two: &Offer| one.rate.numerator.times(two.rate.factors).times_big(&two.weight);
        cross(self, other).cmp(&cross(other, self))
    }
}

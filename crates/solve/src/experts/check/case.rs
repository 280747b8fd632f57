//! One case of a proof: the problem with some pairs taken and some barred, and what is still open in it.

use super::claim;
use crate::experts::{Lift, Pair, Prices, Problem, Rule, Shortage};
use std::collections::{HashMap, HashSet};

pub(super) struct Case<'a> {
    problem: &'a Problem,
    floor: Option<i64>,
    /// Seats left: `need[application][party]`.
    need: Vec<Vec<u64>>,
    /// Least and greatest load left, by expert.
    load: Vec<(u32, u32)>,
    fixed: Vec<Pair>,
    closed: HashSet<Pair>,
}

/// What keeping a pair of a standing assignment is worth on top of its affinity.
pub(super) struct Premium {
    pub standing: HashSet<Pair>,
    pub amount: i64,
}

impl<'a> Case<'a> {
    /// The case, or nothing when the pairs taken exceed seats or loads, are barred as well, or do not exist.
    pub fn new(problem: &'a Problem, floor: Option<i64>, taken: &[Pair], barred: &[Pair]) -> Result<Option<Self>, String> {
        let mut need: Vec<Vec<u64>> = problem.need.iter().map(|seats| seats.iter().map(|n| u64::from(*n)).collect()).collect();
        let mut load: Vec<(u32, u32)> = problem.experts.iter().map(|expert| (expert.min, expert.max)).collect();
        let fixed: Vec<Pair> = problem.fixed.iter().chain(taken).copied().collect();
        let shut: HashSet<Pair> = problem.forbidden.iter().chain(barred).copied().collect();
        for pair in &fixed {
            let seats = &mut need[pair.application as usize][problem.experts[pair.expert as usize].party as usize];
            let (min, max) = &mut load[pair.expert as usize];
            if *seats == 0 || *max == 0 || shut.contains(pair) || problem.affinity.get(pair.application, pair.expert).is_none() {
                return Ok(None);
            }
            *seats -= 1;
            (*min, *max) = (min.saturating_sub(1), *max - 1);
        }
        let closed: HashSet<Pair> = fixed.iter().copied().chain(shut).collect();
        if fixed.iter().collect::<HashSet<_>>().len() < fixed.len() {
            return Err("a case takes a pair twice".to_owned());
        }
        let mut case = Self { problem, floor, need, load, fixed, closed };
        if floor.is_some() {
            case.close_useless();
        }
        Ok(Some(case))
    }

    /// Closes the pairs that cannot be part of any choice that reaches the floor.
    fn close_useless(&mut self) {
        let Some(floor) = self.floor else { return };
        let mut useless = Vec::new();
        for application in (0..self.need.len() as u32).filter(|application| self.counts(*application)) {
            let (sum, open) = (self.fixed_sum(application), self.open(application));
            let best = self.best(application, &open);
            let last = |(party, need): (usize, &u64)| self.row(party, &open).into_iter().take(*need as usize).next_back();
            let weakest: Vec<Option<i64>> = self.need[application as usize].iter().enumerate().map(last).collect();
            for (expert, affinity) in &open {
                // With this pair forced in, the weakest of the party's best gives way, unless the pair is one of them.
                let weakest = weakest[self.problem.experts[*expert as usize].party as usize].unwrap_or(*affinity);
                if sum + best - i128::from(weakest) + i128::from(*affinity.min(&weakest)) < i128::from(floor) {
                    useless.push(Pair::new(application, *expert));
                }
            }
        }
        self.closed.extend(useless);
    }

    /// Whether the open pairs cannot meet the floor or a quota of this application.
    pub fn is_dead(&self, application: u32) -> Result<bool, String> {
        claim((application as usize) < self.need.len(), "there is no such application")?;
        let open = self.open(application);
        // Where the useless pairs are closed, too few may be left to fill the seats at all.
        let too_few = |(party, need): (usize, &u64)| (self.row(party, &open).len() as u64) < *need;
        if self.need[application as usize].iter().enumerate().any(too_few) {
            return Ok(true);
        }
        if self.counts(application) {
            let reach = self.fixed_sum(application) + self.best(application, &open);
            if self.floor.is_some_and(|floor| reach < i128::from(floor)) {
                return Ok(true);
            }
        }
        let concerned = self.problem.quotas.iter().filter(|quota| quota.application.is_none_or(|one| one == application));
        for quota in concerned {
            let group: HashSet<u32> = quota.experts.iter().copied().collect();
            let held = self.fixed.iter().filter(|pair| pair.application == application && group.contains(&pair.expert)).count();
            let able = open.iter().filter(|(expert, _)| group.contains(expert)).count();
            if held > quota.most as usize || held + able < quota.least as usize {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The greatest total that prices leave possible in this case.
    pub fn bound(&self, prices: &Prices, premium: Option<&Premium>) -> Result<i128, String> {
        let shaped = prices.seats.len() == self.problem.need.len()
            && prices.experts.len() == self.problem.experts.len()
            && prices.seats.iter().all(|seats| seats.len() == self.problem.parties as usize);
        claim(shaped && prices.scale > 0, "the prices belong to another problem")?;
        let (plain, charge) = self.worth(prices)?;
        let extra = |pair: &Pair| premium.filter(|premium| premium.standing.contains(pair)).map_or(0, |premium| premium.amount);
        let worth = |pair: Pair, affinity: i64| plain(pair, affinity) + i128::from(prices.scale) * i128::from(extra(&pair));
        let value = |pair: &Pair| worth(*pair, self.problem.affinity.get(pair.application, pair.expert).unwrap_or(0));
        let mut bound = self.fixed.iter().map(value).sum::<i128>() - charge;
        for (application, (seats, need)) in (0u32..).zip(prices.seats.iter().zip(&self.need)) {
            for (price, need) in seats.iter().zip(need) {
                bound += i128::from(*price) * i128::from(*need);
            }
            self.problem.affinity.each(application, |expert, affinity| {
                let (pair, party) = (Pair::new(application, expert), self.problem.experts[expert as usize].party as usize);
                let pays = worth(pair, affinity.into()) - i128::from(prices.experts[expert as usize]) - i128::from(seats[party]);
                if pays > 0 && need[party] > 0 && self.load[expert as usize].1 > 0 && !self.closed.contains(&pair) {
                    bound += pays;
                }
            });
        }
        for (price, (min, max)) in prices.experts.iter().zip(&self.load) {
            bound += i128::from(*price) * i128::from(if *price > 0 { *max } else { *min });
        }
        Ok(bound.div_euclid(prices.scale.into()))
    }

    /// The worth of a pair under the lifts, and what they take off the sum.
    fn worth<'p>(&self, prices: &'p Prices) -> Result<(impl Fn(Pair, i64) -> i128 + use<'p>, i128), String> {
        let mut charge = 0i128;
        let mut floors: HashMap<u32, i128> = HashMap::new();
        let mut gains: HashMap<Pair, i128> = HashMap::new();
        for Lift { application, rule, amount } in &prices.lifts {
            claim(*amount >= 0 && (*application as usize) < self.problem.need.len(), "a lift is negative or of no application")?;
            let (quota, sign) = match rule {
                Rule::Floor => {
                    let floor = self.floor.filter(|_| self.counts(*application)).ok_or("there is no floor to lift")?;
                    *floors.entry(*application).or_default() += i128::from(*amount);
                    charge += i128::from(*amount) * i128::from(floor);
                    continue;
                }
                Rule::Least(quota) => (*quota, 1),
                Rule::Most(quota) => (*quota, -1),
            };
            let quota = self.problem.quotas.get(quota as usize).ok_or("there is no quota to lift")?;
            claim(quota.application.is_none_or(|one| one == *application), "a quota is lifted for another application")?;
            let limit = if sign > 0 { quota.least } else { quota.most };
            charge += sign * i128::from(*amount) * i128::from(limit);
            let group: HashSet<u32> = quota.experts.iter().copied().collect();
            group.into_iter().for_each(|expert| *gains.entry(Pair::new(*application, expert)).or_default() += sign * i128::from(*amount));
        }
        let scale = i128::from(prices.scale);
        let worth = move |pair: Pair, affinity: i64| {
            let factor = if floors.is_empty() { scale } else { scale + floors.get(&pair.application).copied().unwrap_or(0) };
            let gain = if gains.is_empty() { 0 } else { gains.get(&pair).copied().unwrap_or(0) };
            factor * i128::from(affinity) + gain
        };
        Ok((worth, charge))
    }

    /// Verifies a shortage of seats or loads in this case.
    pub fn short(&self, shortage: &Shortage) -> Result<(), String> {
        match shortage {
            Shortage::Seats { seats, experts, missing } => self.seats_missing(seats, experts, *missing),
            Shortage::Loads { experts, missing } => self.loads_missing(experts, *missing),
            _ => Err("the pairs taken fit into seats and loads".to_owned()),
        }
    }

    fn seats_missing(&self, seats: &[(u32, u32)], experts: &[u32], missing: u64) -> Result<(), String> {
        let named = self.named(experts)?;
        let distinct: HashSet<&(u32, u32)> = seats.iter().collect();
        claim(distinct.len() == seats.len(), "seats are named twice")?;
        let mut wanting = 0i128;
        for (application, party) in seats {
            let need = self.need.get(*application as usize).and_then(|need| need.get(*party as usize)).ok_or("no such seats")?;
            let of_party = |expert: &u32| self.problem.experts[*expert as usize].party == *party;
            let elsewhere = self.open(*application).iter().filter(|(expert, _)| of_party(expert) && !named.contains(expert)).count();
            wanting += i128::from(*need) - elsewhere as i128;
        }
        let places: i128 = named.iter().map(|expert| i128::from(self.load[*expert as usize].1)).sum();
        claim(missing > 0 && wanting - places == i128::from(missing), "the seats named are not short by that number")
    }

    fn loads_missing(&self, experts: &[u32], missing: u64) -> Result<(), String> {
        let named = self.named(experts)?;
        let wanted: i128 = named.iter().map(|expert| i128::from(self.load[*expert as usize].0)).sum();
        let mut given = 0i128;
        for (application, need) in (0u32..).zip(&self.need) {
            let open = self.open(application);
            for (party, need) in (0u32..).zip(need) {
                let of_party = |expert: u32| self.problem.experts[expert as usize].party == party;
                let able = open.iter().filter(|(expert, _)| of_party(*expert) && named.contains(expert)).count() as u64;
                given += i128::from((*need).min(able));
            }
        }
        claim(missing > 0 && wanted - given == i128::from(missing), "the experts named are not short by that number")
    }

    fn named(&self, experts: &[u32]) -> Result<HashSet<u32>, String> {
        let named: HashSet<u32> = experts.iter().copied().collect();
        let known = experts.iter().all(|expert| (*expert as usize) < self.problem.experts.len());
        claim(known && named.len() == experts.len(), "the experts named are not a set").map(|()| named)
    }

    /// Whether the floor holds for this application: it has any need.
    fn counts(&self, application: u32) -> bool {
        self.problem.need[application as usize].iter().any(|need| *need > 0)
    }

    fn fixed_sum(&self, application: u32) -> i128 {
        let own = self.fixed.iter().filter(|pair| pair.application == application);
        own.map(|pair| i128::from(self.problem.affinity.get(pair.application, pair.expert).unwrap_or(0))).sum()
    }

    /// The pairs of an application that may still be assigned, with their affinity.
    fn open(&self, application: u32) -> Vec<(u32, i64)> {
        let (mut open, need) = (Vec::new(), &self.need[application as usize]);
        self.problem.affinity.each(application, |expert, affinity| {
            let room = self.load[expert as usize].1 > 0 && need[self.problem.experts[expert as usize].party as usize] > 0;
            if room && !self.closed.contains(&Pair::new(application, expert)) {
                open.push((expert, i64::from(affinity)));
            }
        });
        open
    }

    /// The open affinities for one party, the best first.
    fn row(&self, party: usize, open: &[(u32, i64)]) -> Vec<i64> {
        let own = open.iter().filter(|(expert, _)| self.problem.experts[*expert as usize].party as usize == party);
        let mut row: Vec<i64> = own.map(|(_, affinity)| *affinity).collect();
        row.sort_unstable_by(|a, b| b.cmp(a));
        row
    }

    /// The greatest sum that open pairs can fill the free seats of an application with.
    fn best(&self, application: u32, open: &[(u32, i64)]) -> i128 {
        let seats = self.need[application as usize].iter().enumerate();
        seats.map(|(party, need)| self.row(party, open).into_iter().take(*need as usize).map(i128::from).sum::<i128>()).sum()
    }
}

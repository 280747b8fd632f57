//! Rules within one application (a floor, quotas) as linear conditions: `Σ coefficient ≥ demand` over its experts.

use super::rows::{Decided, Rows};
use super::{Lift, Pair, Problem, Rule};
use std::collections::{BTreeMap, HashSet};

/// All rules of a problem.
pub(super) struct Rules<'a> {
    pub problem: &'a Problem,
    pub floor: Option<i64>,
    /// Per application: its rules.
    of: Vec<Vec<Rule>>,
    /// Per quota and expert: whether the expert belongs to the group.
    member: Vec<Vec<bool>>,
    premium: Option<Premium>,
}

/// What the pairs of a standing assignment are worth on top of their affinity, so that they are kept if possible.
#[derive(Clone, Debug, Default)]
pub(super) struct Premium {
    pub standing: HashSet<Pair>,
    pub amount: i64,
}

impl<'a> Rules<'a> {
    /// A floor holds for every application with any need.
    pub fn new(problem: &'a Problem, floor: Option<i64>, premium: Option<Premium>) -> Self {
        let mut of = vec![Vec::new(); problem.need.len()];
        let mut member = Vec::with_capacity(problem.quotas.len());
        for (at, quota) in (0..).zip(&problem.quotas) {
            let mut group = vec![false; problem.experts.len()];
            quota.experts.iter().for_each(|expert| group[*expert as usize] = true);
            member.push(group);
            let scope = quota.application.map_or(0..of.len(), |one| one as usize..one as usize + 1);
            for rules in &mut of[scope] {
                rules.extend((quota.least > 0).then_some(Rule::Least(at)));
                rules.extend(((quota.most as usize) < quota.experts.len()).then_some(Rule::Most(at)));
            }
        }
        for (rules, need) in of.iter_mut().zip(&problem.need) {
            rules.extend((floor.is_some() && need.iter().any(|need| *need > 0)).then_some(Rule::Floor));
        }
        Self { problem, floor, of, member, premium }
    }

    /// What a pair counts for in the objective: its affinity, and the premium if it stands.
    pub fn value(&self, pair: Pair, affinity: i64) -> i64 {
        let premium = self.premium.as_ref().filter(|premium| premium.standing.contains(&pair));
        affinity + premium.map_or(0, |premium| premium.amount)
    }

    /// All totals are multiples of this.
    pub fn grain(&self) -> i64 {
        if self.premium.is_some() { 1 } else { self.problem.affinity.grain() }
    }

    /// What a pair contributes to a rule.
    pub fn coefficient(&self, rule: Rule, expert: u32, affinity: i64) -> i64 {
        match rule {
            Rule::Floor => affinity,
            Rule::Least(quota) => self.member[quota as usize][expert as usize].into(),
            Rule::Most(quota) => -i64::from(self.member[quota as usize][expert as usize]),
        }
    }

    /// What the contributions must at least sum to.
    pub fn demand(&self, rule: Rule) -> i64 {
        match rule {
            Rule::Floor => self.floor.unwrap_or(i64::MIN),
            Rule::Least(quota) => self.problem.quotas[quota as usize].least.into(),
            Rule::Most(quota) => -i64::from(self.problem.quotas[quota as usize].most),
        }
    }

    /// By how much each rule is exceeded (negative: missed) by an assignment.
    pub fn slack(&self, pairs: &[Pair]) -> BTreeMap<(u32, Rule), i64> {
        let mut slack = BTreeMap::new();
        for (application, rules) in (0..).zip(&self.of) {
            slack.extend(rules.iter().map(|rule| ((application, *rule), -self.demand(*rule))));
        }
        for pair in pairs {
            let affinity = self.problem.affinity.get(pair.application, pair.expert).unwrap_or(0);
            for rule in &self.of[pair.application as usize] {
                if let Some(sum) = slack.get_mut(&(pair.application, *rule)) {
                    *sum += self.coefficient(*rule, pair.expert, affinity);
                }
            }
        }
        slack
    }

    /// Pairs that cannot be part of any choice that reaches the floor, or an application that cannot meet its rules any more.
    pub fn hopeless(&self, rows: &Rows, decided: &Decided) -> Result<Vec<Pair>, u32> {
        let mut sums: Vec<BTreeMap<Rule, i64>> = self.of.iter().map(|rules| rules.iter().map(|rule| (*rule, 0)).collect()).collect();
        for pair in self.problem.fixed.iter().chain(&decided.taken) {
            let affinity = self.problem.affinity.get(pair.application, pair.expert).unwrap_or(0);
            for (rule, sum) in &mut sums[pair.application as usize] {
                *sum += self.coefficient(*rule, pair.expert, affinity);
            }
        }
        let mut barred = Vec::new();
        let mut from = 0;
        for (application, sums) in (0u32..).zip(&sums) {
            let count = rows.rows[from..].iter().take_while(|row| row.application == application).count();
            let open: Vec<Vec<Pick>> = (from..from + count).map(|at| picks(rows, at)).collect();
            from += count;
            for (rule, sum) in sums {
                let short = self.demand(*rule) - sum;
                if !self.reachable(*rule, short, &open) {
                    return Err(application);
                }
                if *rule == Rule::Floor {
                    bar(application, short, &open, &mut barred);
                }
            }
        }
        Ok(barred)
    }

    /// Whether the open pairs can contribute what is still short.
    fn reachable(&self, rule: Rule, short: i64, open: &[Vec<Pick>]) -> bool {
        let best: i64 = match rule {
            Rule::Floor => open.iter().flat_map(|row| row.iter().filter(|pick| pick.among_best)).map(|pick| pick.affinity).sum(),
            Rule::Least(quota) => open.iter().flatten().filter(|pick| self.member[quota as usize][pick.expert as usize]).count() as i64,
            Rule::Most(_) => 0,
        };
        best >= short
    }

    /// The pair that the next two cases should differ in, for an application and rule that an assignment misses.
    pub fn divide(&self, rows: &Rows, pairs: &[Pair], application: u32, rule: Rule) -> Option<Pair> {
        let worth = |pair: &Pair| self.problem.affinity.get(pair.application, pair.expert).unwrap_or(0);
        let helps = |pair: &Pair| rule == Rule::Floor || self.coefficient(rule, pair.expert, 0) != 0;
        let mut open = Vec::new();
        for at in (0..rows.rows.len()).filter(|at| rows.rows[*at].application == application) {
            open.extend(picks(rows, at).into_iter().map(|pick| Pair::new(application, pick.expert)).filter(helps));
        }
        let held = |pair: &Pair| pairs.binary_search(pair).is_ok();
        if matches!(rule, Rule::Most(_)) {
            return open.into_iter().filter(held).min_by_key(|pair| (worth(pair), pair.expert));
        }
        open.into_iter().filter(|pair| !held(pair)).max_by_key(|pair| (worth(pair), std::cmp::Reverse(pair.expert)))
    }
}

/// An expert whom a row may still take.
struct Pick {
    expert: u32,
    affinity: i64,
    /// Among the best as many as the row needs.
    among_best: bool,
}

/// The open pairs of a row, the best first.
fn picks(rows: &Rows, at: usize) -> Vec<Pick> {
    let mut picks = Vec::new();
    rows.each_above(rows.rows[at], super::affinity::ABSENT, |expert, affinity| {
        picks.push(Pick { expert, affinity: affinity.into(), among_best: false });
        super::affinity::ABSENT
    });
    picks.sort_unstable_by_key(|pick| (std::cmp::Reverse(pick.affinity), pick.expert));
    picks.iter_mut().take(rows.rows[at].need as usize).for_each(|pick| pick.among_best = true);
    picks
}

/// Bars pairs that miss the floor even with the best others.
fn bar(application: u32, short: i64, open: &[Vec<Pick>], barred: &mut Vec<Pair>) {
    let best: i64 = open.iter().flatten().filter(|pick| pick.among_best).map(|pick| pick.affinity).sum();
    for row in open {
        let last = row.iter().rev().find(|pick| pick.among_best).map_or(0, |pick| pick.affinity);
        let misses = |pick: &&Pick| !pick.among_best && best - last + pick.affinity < short;
        barred.extend(row.iter().filter(misses).map(|pick| Pair::new(application, pick.expert)));
    }
}

/// Worth of a pair with priced rules, as [`super::Prices`] defines it.
pub(super) struct Lifted<'a> {
    scale: i64,
    /// Per application: what its affinities are multiplied by on top of the scale.
    floor: Vec<i64>,
    /// Per application with priced quotas: what each expert gains.
    gain: BTreeMap<u32, Vec<i64>>,
    rules: &'a Rules<'a>,
}

impl<'a> Lifted<'a> {
    pub fn new(rules: &'a Rules<'a>, scale: i64, lifts: &[Lift]) -> Self {
        let mut lifted = Self { scale, floor: vec![0; rules.problem.need.len()], gain: BTreeMap::new(), rules };
        for lift in lifts {
            if lift.rule == Rule::Floor {
                lifted.floor[lift.application as usize] += lift.amount;
                continue;
            }
            let gain = lifted.gain.entry(lift.application).or_insert_with(|| vec![0; rules.problem.experts.len()]);
            for (expert, gain) in (0..).zip(gain) {
                *gain += lift.amount * rules.coefficient(lift.rule, expert, 0);
            }
        }
        lifted
    }

    pub fn worth(&self, application: u32, expert: u32, affinity: i64) -> i64 {
        let gain = self.gain.get(&application).map_or(0, |gain| gain[expert as usize]);
        let value = self.rules.value(Pair::new(application, expert), affinity);
        self.scale * value + self.floor[application as usize] * affinity + gain
    }

    /// What the lifts take off the sum.
    pub fn charge(&self, lifts: &[Lift]) -> i128 {
        lifts.iter().map(|lift| i128::from(lift.amount) * i128::from(self.rules.demand(lift.rule))).sum()
    }
}

impl super::transport::Worth for Lifted<'_> {
    type Weight = i64;
    fn of(&self, row: super::rows::Row, expert: u32, affinity: i32) -> i64 {
        self.worth(row.application, expert, affinity.into())
    }
    fn floor(&self, row: super::rows::Row, worth: i64) -> i32 {
        if self.rules.premium.is_some() || self.gain.contains_key(&row.application) {
            return super::affinity::ABSENT;
        }
        let affinity = worth.div_euclid(self.scale + self.floor[row.application as usize]);
        affinity.clamp(super::affinity::ABSENT.into(), i32::MAX.into()) as i32
    }
}

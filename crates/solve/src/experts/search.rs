//! Branch and bound for rules within applications: rules are priced instead of enforced, and where prices leave a gap,
//! a pair divides the problem into two cases. The tree of cases with the prices of each leaf is the proof.

use super::bracket::{Bracket, adjust};
use super::rows::{Decided, Rows};
use super::rules::{Lifted, Rules};
use super::{Certificate, Failure, Lift, Pair, Prices, Problem, Rule, Solution, transport};
use crate::{Cancelled, Control};
use std::collections::BTreeMap;

/// Worths are affinities times this, so that prices of rules can be fractions.
pub(super) const SCALE: i64 = 1024;
/// Rounds of pricing at the root and below it.
const ROUNDS: (usize, usize) = (24, 10);
/// Cases deeper than this stay open, with their bound.
const DEPTH: usize = 300;

/// Whether pairs worth this much can be added up along any chain without overflow.
pub(super) fn bearable(problem: &Problem, worth: i64) -> bool {
    let chain = problem.need.len().saturating_mul(problem.parties as usize).min(problem.experts.len()) as i64;
    worth.checked_mul(8 * SCALE).and_then(|worth| worth.checked_mul(chain + 2)).is_some()
}

/// The best assignment that meets the rules in a case, from an assignment that is known to meet them, if any.
pub(super) fn best(rules: Rules, known: Option<Vec<Pair>>, mut decided: Decided, control: &Control) -> Result<Solution, Failure> {
    let mut search = Search::new(rules, false, control);
    search.best = known.map(|pairs| (search.value(&pairs), pairs));
    let (certificate, bound) = search.explore(&mut decided, &[], 0)?;
    match search.best {
        Some((objective, pairs)) => Ok(Solution { objective, bound, optimal: objective == bound, pairs, certificate }),
        None if search.late => Err(Failure::Cancelled),
        None => Err(match certificate {
            Certificate::Short(shortage) => Failure::Infeasible(shortage),
            tree => Failure::Unruly(tree),
        }),
    }
}

/// Any assignment that meets the rules, or the proof that there is none; neither when the time is up.
pub(super) fn any(problem: &Problem, floor: i64, control: &Control) -> Result<Option<Result<Vec<Pair>, Certificate>>, Cancelled> {
    let mut search = Search::new(Rules::new(problem, Some(floor), None), true, control);
    let explored = search.explore(&mut Decided::default(), &[], 0);
    let Some((certificate, _)) = search.in_time(explored)? else { return Ok(None) };
    Ok(match search.best {
        Some((_, pairs)) => Some(Ok(pairs)),
        None if search.late => None,
        None => Some(Err(certificate)),
    })
}

struct Search<'a> {
    rules: Rules<'a>,
    control: &'a Control<'a>,
    /// Any assignment will do.
    any: bool,
    best: Option<(i64, Vec<Pair>)>,
    /// Some cases were left open because the time was up or the tree too deep.
    late: bool,
    cases: u64,
    /// All totals are multiples of this.
    grain: i64,
}

/// The lowest bound found in a case, and where its assignment misses.
struct Node {
    prices: Prices,
    bound: i64,
    pairs: Vec<Pair>,
    slack: BTreeMap<(u32, Rule), i64>,
}

impl<'a> Search<'a> {
    fn new(rules: Rules<'a>, any: bool, control: &'a Control<'a>) -> Self {
        let grain = rules.grain();
        Self { rules, control, any, best: None, late: false, cases: 0, grain }
    }

    fn value(&self, pairs: &[Pair]) -> i64 {
        let affinity = |pair: &Pair| self.rules.problem.affinity.get(pair.application, pair.expert).unwrap_or(0);
        pairs.iter().map(|pair| self.rules.value(*pair, affinity(pair))).sum()
    }

    /// The proof of a case and the bound that it proves.
    fn explore(&mut self, decided: &mut Decided, lifts: &[Lift], depth: usize) -> Result<(Certificate, i64), Cancelled> {
        self.cases += 1;
        self.control.go_on()?;
        self.control.progress(self.cases, 0);
        let rows = match self.open(decided) {
            Ok(rows) => rows,
            Err(certificate) => return Ok((certificate, i64::MIN)),
        };
        let rounds = if depth == 0 { ROUNDS.0 } else { ROUNDS.1 };
        let node = match self.price(&rows, decided, lifts, (rounds, depth == 0 && !self.any))? {
            Ok(node) => node,
            Err(certificate) => return Ok((certificate, i64::MIN)),
        };
        if self.settled(node.bound) {
            return Ok((Certificate::Prices(node.prices), node.bound));
        }
        let pair = self.divide(&rows, &node);
        self.late |= depth >= DEPTH || pair.is_none() || self.control.expired();
        match pair {
            Some(pair) if !self.late => self.split(decided, pair, node, depth),
            _ => Ok((Certificate::Prices(node.prices), node.bound)),
        }
    }

    /// What is still open in a case, without the pairs that are of no use, or why there is nothing.
    fn open(&self, decided: &Decided) -> Result<Rows<'a>, Certificate> {
        let rows = Rows::new(self.rules.problem, decided).map_err(Certificate::Short)?;
        let useless = self.rules.hopeless(&rows, decided).map_err(Certificate::Dead)?;
        if useless.is_empty() {
            return Ok(rows);
        }
        let barred = decided.barred.iter().copied().chain(useless).collect();
        let rows = Rows::new(self.rules.problem, &Decided { taken: decided.taken.clone(), barred }).map_err(Certificate::Short)?;
        // What the floor leaves may not suffice for a quota.
        self.rules.hopeless(&rows, decided).map_err(Certificate::Dead)?;
        Ok(rows)
    }

    /// Whether a case with this bound needs no further work.
    fn settled(&self, bound: i64) -> bool {
        self.best.as_ref().is_some_and(|(total, _)| self.any || bound <= *total)
    }

    /// Two cases; when the time is up amid them, what was known before stands for both.
    fn split(&mut self, decided: &mut Decided, pair: Pair, node: Node, depth: usize) -> Result<(Certificate, i64), Cancelled> {
        decided.taken.push(pair);
        let taken = self.explore(decided, &node.prices.lifts, depth + 1);
        decided.taken.pop();
        let Some(taken) = self.in_time(taken)? else { return Ok((Certificate::Prices(node.prices), node.bound)) };
        decided.barred.push(pair);
        let barred = self.explore(decided, &node.prices.lifts, depth + 1);
        decided.barred.pop();
        let Some(barred) = self.in_time(barred)? else { return Ok((Certificate::Prices(node.prices), node.bound)) };
        let bound = taken.1.max(barred.1);
        Ok((Certificate::Split { pair, taken: Box::new(taken.0), barred: Box::new(barred.0) }, bound))
    }

    /// A transport that was broken off: `None` because the time is up, the error when the caller wants no answer.
    fn in_time<T>(&mut self, done: Result<T, Cancelled>) -> Result<Option<T>, Cancelled> {
        if done.is_err() {
            self.control.go_on()?;
            self.late = true;
        }
        Ok(done.ok())
    }

    /// Prices the rules of a case: raises the price of what is missed, lowers it where there is slack, keeps the lowest bound.
    /// The first round of a case that `must` have an answer is waited for; every other is broken off when the time is up.
    fn price(
        &mut self,
        rows: &Rows,
        decided: &Decided,
        lifts: &[Lift],
        (rounds, must): (usize, bool),
    ) -> Result<Result<Node, Certificate>, Cancelled> {
        let control = self.control;
        let late = || control.expired();
        let hurried = Control::free().cancel_when(&late);
        let mut brackets: BTreeMap<(u32, Rule), Bracket> = BTreeMap::new();
        for lift in lifts {
            brackets.insert((lift.application, lift.rule), Bracket::at(lift.amount));
        }
        let mut best = match self.solve(rows, decided, lifts.to_vec(), if must { control } else { &hurried })? {
            Ok(node) => node,
            Err(certificate) => return Ok(Err(certificate)),
        };
        let mut slack = best.slack.clone();
        for _ in 1..rounds {
            if self.settled(best.bound) || self.control.expired() || !adjust(&mut brackets, &slack) {
                break;
            }
            let priced = brackets.iter().filter(|(_, bracket)| bracket.amount > 0);
            let lifts = priced
                .map(|((application, rule), bracket)| Lift { application: *application, rule: *rule, amount: bracket.amount })
                .collect();
            // The same rows were feasible in the first round.
            let solved = self.solve(rows, decided, lifts, &hurried);
            let Some(Ok(node)) = self.in_time(solved)? else { break };
            slack.clone_from(&node.slack);
            if node.bound < best.bound {
                best = node;
            }
        }
        Ok(Ok(best))
    }

    /// One transport under the prices; an assignment that meets all rules is remembered.
    fn solve(
        &mut self,
        rows: &Rows,
        decided: &Decided,
        lifts: Vec<Lift>,
        control: &Control,
    ) -> Result<Result<Node, Certificate>, Cancelled> {
        let problem = self.rules.problem;
        let worth = Lifted::new(&self.rules, SCALE, &lifts);
        let found = match transport::solve(rows, &worth, control)? {
            Ok(found) => found,
            Err(shortage) => return Ok(Err(Certificate::Short(shortage))),
        };
        let mut pairs: Vec<Pair> = problem.fixed.iter().chain(&decided.taken).copied().collect();
        let fixed = pairs.iter().map(|pair| {
            i128::from(worth.worth(pair.application, pair.expert, problem.affinity.get(pair.application, pair.expert).unwrap_or(0)))
        });
        let bound = (found.bound() + fixed.sum::<i128>() - worth.charge(&lifts)).div_euclid(SCALE.into()) as i64;
        // No total lies between two multiples of the grain.
        let bound = bound - bound.rem_euclid(self.grain);
        for (at, row) in rows.rows.iter().enumerate() {
            pairs.extend(transport::held(&found.net, &found.flow, at).map(|arc| Pair::new(row.application, arc.column)));
        }
        pairs.sort_unstable();
        let prices = Prices { scale: SCALE, seats: found.seats(rows), experts: found.flow.price, lifts };
        let slack = self.rules.slack(&pairs);
        if slack.values().all(|slack| *slack >= 0) {
            let total = self.value(&pairs);
            if self.best.as_ref().is_none_or(|(best, _)| total > *best) {
                self.best = Some((total, pairs.clone()));
            }
        }
        Ok(Ok(Node { prices, bound, pairs, slack }))
    }

    /// The pair for the next cases: of the rule that is missed most, or else of one whose price is too high.
    fn divide(&self, rows: &Rows, node: &Node) -> Option<Pair> {
        let missed = node.slack.iter().filter(|(_, slack)| **slack < 0).max_by_key(|((_, rule), slack)| match rule {
            Rule::Floor => -**slack,
            _ => -**slack * super::affinity::ONE,
        });
        if let Some(((application, rule), _)) = missed {
            return self.rules.divide(rows, &node.pairs, *application, *rule);
        }
        let loose = node.prices.lifts.iter().filter(|lift| node.slack.get(&(lift.application, lift.rule)).is_some_and(|slack| *slack > 0));
        let open = loose.filter_map(|lift| self.rules.divide(rows, &node.pairs, lift.application, lift.rule));
        open.min()
    }
}

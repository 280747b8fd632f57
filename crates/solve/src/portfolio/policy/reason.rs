//! For every project: in, on the reserve list, or out, and why.

use super::walk::{Taken, down, order};
use super::{Cause, Fate, Policy, Reason, open};
use crate::Control;
use crate::portfolio::problem::Problem;

/// Fates for a finished cut that ended at project `ended`, if it did.
pub(super) fn fates(problem: &Problem, policy: Policy, chosen: &[bool], ended: Option<usize>) -> Vec<Fate> {
    let order = order(problem);
    let view = View { problem, policy, chosen, ended, endless: endless(problem, policy), order: &order };
    let mut fates: Vec<Fate> = (0..chosen.len()).map(|project| view.not_asked(project)).collect();
    let mut position = 0;
    let mut taken = Taken::signed(problem, &pots(problem));
    let after = view.after();
    for &project in &order {
        if chosen[project] {
            taken.take(project);
            continue;
        }
        let reason = view.reason(project, if view.in_turn() { &taken } else { &after });
        fates[project] = match reason.cause {
            Cause::Short | Cause::Ended { .. } => {
                position += 1;
                Fate::Reserve { position, reason }
            }
            _ => Fate::Out { reason },
        };
    }
    fates
}

struct View<'a> {
    problem: &'a Problem,
    policy: Policy,
    chosen: &'a [bool],
    ended: Option<usize>,
    /// What the rule would take if no pot ever ran out; `None` for rules without an order.
    endless: Option<Vec<bool>>,
    order: &'a [usize],
}

impl View<'_> {
    fn not_asked(&self, project: usize) -> Fate {
        if self.chosen[project] || open(self.problem, project) {
            return Fate::In;
        }
        let nothing = vec![0; self.problem.pots.len()];
        Fate::Out { reason: Reason { cause: Cause::Excluded, missing: nothing, top_up: None } }
    }

    /// Whether projects were judged one after the other, so that what counts is the money at their turn.
    fn in_turn(&self) -> bool {
        self.policy == Policy::SkipAndContinue
    }

    fn after(&self) -> Taken<'_> {
        let mut taken = Taken::signed(self.problem, &pots(self.problem));
        self.order.iter().filter(|&&project| self.chosen[project]).for_each(|&project| taken.take(project));
        taken
    }

    fn reason(&self, project: usize, taken: &Taken<'_>) -> Reason {
        let missing = taken.missing(project);
        let alone = Taken::signed(self.problem, &pots(self.problem)).missing(project);
        if alone.iter().any(|missing| *missing > 0) {
            return Reason { cause: Cause::DearerThanPot, top_up: self.top_up(project, &missing), missing: alone };
        }
        if let Some(cause) = taken.full(project) {
            return Reason { cause, missing, top_up: None };
        }
        let cause = match self.ended {
            Some(at) if at != project => Cause::Ended { at },
            _ => Cause::Short,
        };
        Reason { cause, top_up: self.top_up(project, &missing), missing }
    }

    fn top_up(&self, project: usize, missing: &[i128]) -> Option<Vec<i128>> {
        let Some(endless) = &self.endless else { return Some(missing.to_vec()) };
        if !endless[project] {
            return None;
        }
        if self.policy == Policy::SkipAndContinue {
            return self.skipping_top_up(project, missing);
        }
        let tied = |other: usize| self.ended.is_some_and(|at| self.rank(at) == self.rank(other));
        if self.policy == Policy::TiesByFit && tied(project) {
            return Some(missing.to_vec());
        }
        let groups = matches!(self.policy, Policy::TiesByFit | Policy::GapsForbidden);
        let mut needed = self.problem.spent(&self.problem.signed());
        for &other in self.order.iter().filter(|other| endless[**other]) {
            if self.rank(other) > self.rank(project) {
                break;
            }
            for (needed, &cost) in needed.iter_mut().zip(&self.problem.projects[other].cost) {
                *needed += i128::from(cost);
            }
            if other == project && !groups {
                break;
            }
        }
        Some(needed.iter().zip(pots(self.problem)).map(|(needed, pot)| (needed - pot).max(0)).collect())
    }

    fn rank(&self, project: usize) -> u32 {
        self.problem.projects[project].rank
    }

    /// A larger pot lets higher projects in that were skipped before, so the walk is repeated with what
    /// was missing until it takes the project; every round adds something, and enough for all ends it.
    fn skipping_top_up(&self, project: usize, missing: &[i128]) -> Option<Vec<i128>> {
        let held = pots(self.problem);
        let mut added = missing.to_vec();
        for _ in 0..=self.order.len() {
            let larger: Vec<i128> = held.iter().zip(&added).map(|(held, added)| held + added).collect();
            let mut taken = Taken::signed(self.problem, &larger);
            let above = self.order.iter().take_while(|other| **other != project);
            for &other in above {
                if taken.full(other).is_none() && !taken.lacks_money(other) {
                    taken.take(other);
                }
            }
            let missing = taken.missing(project);
            if missing.iter().all(|missing| *missing == 0) {
                return taken.full(project).is_none().then_some(added);
            }
            added.iter_mut().zip(missing).for_each(|(added, missing)| *added += missing);
        }
        None
    }
}

fn endless(problem: &Problem, policy: Policy) -> Option<Vec<bool>> {
    let enough = vec![i128::MAX / 4; problem.pots.len()];
    match policy {
        Policy::BestValue | Policy::MostProjects => None,
        // Fitting needs no search when nothing runs out; only full themes and leads bar a project.
        Policy::TiesByFit => down(problem, &enough, Policy::StrictRanking, Control::free()).ok().map(|walk| walk.chosen),
        _ => down(problem, &enough, policy, Control::free()).ok().map(|walk| walk.chosen),
    }
}

fn pots(problem: &Problem) -> Vec<i128> {
    problem.pots.iter().map(|pot| i128::from(pot.amount)).collect()
}

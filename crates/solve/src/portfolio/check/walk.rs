//! Following the steps of a proof.

use super::Rejection;
use super::limits::Limits;
use crate::portfolio::certificate::{Certificate, Multiplier, Step};
use crate::portfolio::problem::Standing;

/// The bound that the steps prove, signed projects included.
pub(super) fn bound(certificate: &Certificate, limits: &Limits) -> Result<i64, Rejection> {
    let mut walk = Walk::new(certificate, limits)?;
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut finished = false;
    for (index, step) in certificate.proof.steps.iter().enumerate() {
        let fault = |why: &'static str| Rejection::Step { index, why };
        if finished {
            return Err(fault("all cases are finished already"));
        }
        match *step {
            Step::Branch { project, first_in } => {
                let column = walk.column_of[project].ok_or_else(|| fault("this project is not open to choice"))?;
                waiting.push(Waiting { trail: walk.trail.len(), column, second: !first_in, void: walk.void });
                walk.decide_case(column, first_in);
                continue;
            }
            Step::Fix(multiplier) => {
                walk.fix(&certificate.proof.multipliers[multiplier], waiting.is_empty()).map_err(|why| why.at(index))?;
                continue;
            }
            Step::Close(multiplier) => {
                if !walk.void && !walk.closes(&certificate.proof.multipliers[multiplier]).map_err(|why| why.at(index))? {
                    return Err(fault("the case is not closed by its multiplier"));
                }
            }
            Step::Open(multiplier) => {
                if !walk.void {
                    walk.leave_open(&certificate.proof.multipliers[multiplier]).map_err(|why| why.at(index))?;
                }
            }
        }
        match waiting.pop() {
            Some(next) => {
                walk.undo(next.trail);
                walk.void = next.void;
                walk.decide_case(next.column, next.second);
            }
            None => finished = true,
        }
    }
    if !finished {
        return Err(Rejection::Step { index: certificate.proof.steps.len(), why: "cases are missing" });
    }
    Ok(certificate.proof.cutoff.max(walk.open_bound))
}

/// The other case of a branching.
struct Waiting {
    trail: usize,
    column: usize,
    second: bool,
    void: bool,
}

/// Why a multiplier could not be applied.
enum Unfit {
    TooLarge,
    Wrong(&'static str),
}

impl Unfit {
    fn at(self, index: usize) -> Rejection {
        match self {
            Unfit::TooLarge => Rejection::TooLarge,
            Unfit::Wrong(why) => Rejection::Step { index, why },
        }
    }
}

/// A limit over columns, divided by its common divisor.
struct Scaled {
    /// Columns that are still open and what each takes.
    terms: Vec<(usize, i128)>,
    /// Where nothing is limited there is nothing to weigh either.
    left: Option<i128>,
}

struct Walk {
    value: Vec<i128>,
    /// Project to column.
    column_of: Vec<Option<usize>>,
    scaled: Vec<Scaled>,
    /// Column to its limits and what it takes of each.
    takes: Vec<Vec<(usize, i128)>>,
    base: i128,
    goal: i128,
    unit: i128,
    decided: Vec<Option<bool>>,
    trail: Vec<usize>,
    /// Columns not decided for good.
    open: Vec<usize>,
    worth: i128,
    /// The case contradicts what was decided before, so anything holds in it.
    void: bool,
    open_bound: i64,
}

impl Walk {
    fn new(certificate: &Certificate, limits: &Limits) -> Result<Walk, Rejection> {
        let projects = &certificate.problem.projects;
        let signed = |project: usize| projects[project].standing == Standing::Forced;
        let mut barred: Vec<bool> = projects.iter().map(|project| project.standing != Standing::Candidate).collect();
        let mut rest: Vec<Option<i128>> = Vec::new();
        for limit in &limits.all {
            let taken: i128 = limit.terms.iter().filter(|(project, _)| signed(*project)).map(|(_, coef)| coef).sum();
            let left = limit.most.map(|most| most - taken);
            for &(project, coef) in &limit.terms {
                barred[project] |= coef > 0 && left.is_some_and(|left| coef > left);
            }
            rest.push(left);
        }
        let columns: Vec<usize> = (0..projects.len()).filter(|&project| !barred[project]).collect();
        let mut column_of = vec![None; projects.len()];
        columns.iter().enumerate().for_each(|(column, &project)| column_of[project] = Some(column));
        let scaled = limits.all.iter().zip(rest).map(|(limit, left)| {
            let mut terms: Vec<(usize, i128)> =
                limit.terms.iter().filter_map(|&(project, coef)| Some((column_of[project]?, coef))).collect();
            let divisor = terms.iter().fold(0, |divisor, (_, coef)| common_divisor(divisor, *coef)).max(1);
            terms.iter_mut().for_each(|(_, coef)| *coef /= divisor);
            Scaled { terms, left: left.map(|left| left.div_euclid(divisor)) }
        });
        let scaled: Vec<Scaled> = scaled.collect();
        let mut takes = vec![Vec::new(); columns.len()];
        for (limit, scaled) in scaled.iter().enumerate().filter(|(_, scaled)| scaled.left.is_some()) {
            scaled.terms.iter().for_each(|&(column, coef)| takes[column].push((limit, coef)));
        }
        let value: Vec<i128> = columns.iter().map(|&project| i128::from(projects[project].value)).collect();
        let unit = value.iter().fold(0, |unit, &value| common_divisor(unit, value)).max(1);
        let base: i128 = (0..projects.len()).filter(|&project| signed(project)).map(|project| i128::from(projects[project].value)).sum();
        let cutoff = i128::from(certificate.proof.cutoff) - base;
        Ok(Walk {
            scaled,
            takes,
            decided: vec![None; columns.len()],
            open: (0..columns.len()).collect(),
            goal: (cutoff.div_euclid(unit) + 1) * unit,
            trail: Vec::new(),
            worth: 0,
            void: false,
            open_bound: i64::MIN,
            column_of,
            value,
            base,
            unit,
        })
    }

    /// Decides a column for a case; a case against an earlier decision is void.
    fn decide_case(&mut self, column: usize, inside: bool) {
        match self.decided[column] {
            None => self.decide(column, inside),
            Some(before) => self.void |= before != inside,
        }
    }

    fn decide(&mut self, column: usize, inside: bool) {
        self.decided[column] = Some(inside);
        self.trail.push(column);
        if inside {
            self.worth += self.value[column];
            self.take(column, 1);
        }
    }

    fn undo(&mut self, trail: usize) {
        for column in self.trail.split_off(trail) {
            if self.decided[column].take() == Some(true) {
                self.worth -= self.value[column];
                self.take(column, -1);
            }
        }
    }

    fn take(&mut self, column: usize, sign: i128) {
        for &(limit, coef) in &self.takes[column] {
            if let Some(left) = &mut self.scaled[limit].left {
                *left -= sign * coef;
            }
        }
    }

    /// `L` of the case, and `r` of its open columns.
    fn total(&self, multiplier: &Multiplier) -> Result<(i128, Vec<(usize, i128)>), Unfit> {
        let times = |a: i128, b: i128| a.checked_mul(b).ok_or(Unfit::TooLarge);
        let plus = |a: i128, b: i128| a.checked_add(b).ok_or(Unfit::TooLarge);
        let scale = multiplier.shift.map_or(0, |shift| 1i128 << shift.min(120));
        let mut total = times(scale, self.worth)?;
        let mut gain: Vec<i128> = vec![0; self.value.len()];
        for &column in &self.open {
            gain[column] = times(scale, self.value[column])?;
        }
        for &(limit, weight) in &multiplier.weights {
            let scaled = self.scaled.get(limit).and_then(|scaled| Some((&scaled.terms, scaled.left?)));
            let (terms, left) = scaled.ok_or(Unfit::Wrong("a weight for a limit that is not there"))?;
            if weight < 0 {
                return Err(Unfit::Wrong("a weight is negative"));
            }
            total = plus(total, times(i128::from(weight), left)?)?;
            for &(column, coef) in terms {
                gain[column] = plus(gain[column], -times(i128::from(weight), coef)?)?;
            }
        }
        let open = self.open.iter().filter(|column| self.decided[**column].is_none());
        let gains: Vec<(usize, i128)> = open.map(|&column| (column, gain[column])).collect();
        for (_, gain) in &gains {
            total = plus(total, *gain.max(&0))?;
        }
        Ok((total, gains))
    }

    fn target(&self, shift: u32) -> Result<i128, Unfit> {
        self.goal.checked_mul(1i128 << shift.min(120)).ok_or(Unfit::TooLarge)
    }

    fn closes(&self, multiplier: &Multiplier) -> Result<bool, Unfit> {
        let (total, _) = self.total(multiplier)?;
        Ok(match multiplier.shift {
            Some(shift) => total < self.target(shift)?,
            None => total < 0,
        })
    }

    fn fix(&mut self, multiplier: &Multiplier, for_good: bool) -> Result<(), Unfit> {
        if self.void {
            return Ok(());
        }
        let Some(shift) = multiplier.shift else { return Err(Unfit::Wrong("fixing needs a shift")) };
        let (total, gains) = self.total(multiplier)?;
        let target = self.target(shift)?;
        if total < target {
            self.void = true;
            return Ok(());
        }
        for (column, gain) in gains {
            let switched = gain.checked_abs().and_then(|gain| total.checked_sub(gain)).ok_or(Unfit::TooLarge)?;
            if switched < target {
                self.decide(column, gain > 0);
            }
        }
        if for_good {
            let decided = &self.decided;
            self.open.retain(|column| decided[*column].is_none());
            self.scaled.iter_mut().for_each(|scaled| scaled.terms.retain(|(column, _)| decided[*column].is_none()));
        }
        Ok(())
    }

    fn leave_open(&mut self, multiplier: &Multiplier) -> Result<(), Unfit> {
        let Some(shift) = multiplier.shift else { return Err(Unfit::Wrong("an open case needs a shift")) };
        let (total, _) = self.total(multiplier)?;
        let whole = (total >> shift.min(120)).div_euclid(self.unit) * self.unit;
        let bound = i64::try_from(whole + self.base).map_err(|_| Unfit::TooLarge)?;
        self.open_bound = self.open_bound.max(bound);
        Ok(())
    }
}

fn common_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

//! The independent checker: verifies solutions, proofs and shortages with none of the solver's code.
//!
//! It is written against the definitions in [`super::Certificate`], [`super::Prices`] and [`super::Shortage`] only, in
//! 128-bit integers. Without quotas and floors it makes one pass over the pairs.

mod case;

use super::{Certificate, Fair, Pair, Problem, Repair, Shortage, Solution};
use case::{Case, Premium};
use std::collections::HashSet;

/// Verifies that the pairs meet every rule, that `objective` is their sum and that the certificate proves `bound`.
///
/// `Ok(())` means that no assignment totals more than `solution.bound`, and, when `solution.optimal`, that this one is best.
pub fn solution(problem: &Problem, solution: &Solution) -> Result<(), String> {
    proven(problem, None, solution)
}

/// Verifies both aims of a fair assignment: nobody can be served better than `worst_bound`, and among assignments that
/// give everybody at least `worst` none totals more than the solution's bound.
pub fn fair(problem: &Problem, fair: &Fair) -> Result<(), String> {
    proven(problem, Some(fair.worst), &fair.solution)?;
    let mut sums: Vec<i128> = vec![0; problem.need.len()];
    for pair in &fair.solution.pairs {
        sums[pair.application as usize] += i128::from(problem.affinity.get(pair.application, pair.expert).unwrap_or(0));
    }
    let counted = sums.into_iter().zip(&problem.need).filter(|(_, need)| need.iter().any(|need| *need > 0)).map(|(sum, _)| sum);
    let Some(worst) = counted.min() else { return claim(fair.worst == 0 && fair.worst_bound == 0, "nobody is served") };
    claim(worst == i128::from(fair.worst), "the worst-served application has another sum")?;
    claim(fair.worst <= fair.worst_bound, "the bound on the worst is below the worst")?;
    let above = fair.worst_bound.checked_add(1).ok_or("the bound is too large")?;
    match bound(problem, Some(above), &fair.worst_proof)? {
        None => Ok(()),
        Some(_) => Err("the proof leaves room for a better-served worst application".to_owned()),
    }
}

/// Verifies that the quotas rule out every assignment.
pub fn unruly(problem: &Problem, certificate: &Certificate) -> Result<(), String> {
    problem.verify()?;
    claim(bound(problem, None, certificate)?.is_none(), "the proof leaves room for an assignment")
}

/// Verifies a repair: that it says exactly what changed, that it keeps as many standing pairs as any assignment can, and
/// that none which keeps as many totals more.
pub fn repair(problem: &Problem, standing: &[Pair], repair: &Repair) -> Result<(), String> {
    problem.verify()?;
    let total = total(problem, &repair.solution.pairs)?;
    claim(total == i128::from(repair.total), "the pairs total something else")?;
    let now: HashSet<Pair> = repair.solution.pairs.iter().copied().collect();
    let before: HashSet<Pair> = standing.iter().copied().collect();
    changes(problem, &before, &now, repair)?;
    let kept: Vec<Pair> = before.intersection(&now).copied().collect();
    let (value, bound) = if repair.premium == 0 {
        claim(repair.dropped.is_empty(), "pairs are dropped without a premium on keeping them")?;
        let kept: Vec<Pair> = kept.into_iter().filter(|pair| !problem.fixed.contains(pair)).collect();
        (total, highest(problem, None, &repair.solution.certificate, &kept, None)?)
    } else {
        claim(i128::from(repair.premium) > spread(problem), "the premium does not outweigh every total")?;
        let value = total + kept.len() as i128 * i128::from(repair.premium);
        let premium = Premium { standing: before, amount: repair.premium };
        (value, highest(problem, None, &repair.solution.certificate, &[], Some(&premium))?)
    };
    claim(value == i128::from(repair.solution.objective), "the objective is another")?;
    claim(bound == Some(i128::from(repair.solution.bound)), "the certificate proves another bound")?;
    let solution = &repair.solution;
    claim(solution.optimal == (solution.bound == solution.objective), "optimal must say whether the objective equals the bound")
}

/// Verifies the lists of what changed.
fn changes(problem: &Problem, before: &HashSet<Pair>, now: &HashSet<Pair>, repair: &Repair) -> Result<(), String> {
    let possible = |pair: &&Pair| {
        let expert = problem.experts.get(pair.expert as usize);
        let exists = (pair.application as usize) < problem.need.len() && expert.is_some_and(|expert| expert.max > 0);
        exists && problem.affinity.get(pair.application, pair.expert).is_some() && !problem.forbidden.contains(pair)
    };
    let listed = |pairs: Vec<&Pair>, list: &[Pair], what: &str| {
        let mut pairs: Vec<Pair> = pairs.into_iter().copied().collect();
        pairs.sort_unstable();
        claim(pairs == list, what)
    };
    let (dropped, lost): (Vec<&Pair>, Vec<&Pair>) = before.difference(now).partition(possible);
    listed(now.difference(before).collect(), &repair.added, "other pairs were added")?;
    listed(dropped, &repair.dropped, "other pairs were dropped")?;
    listed(lost, &repair.lost, "other pairs were lost")
}

/// By how much the totals of two assignments can differ at most.
fn spread(problem: &Problem) -> i128 {
    let (mut least, mut most) = (0i128, 0i128);
    for application in 0..problem.need.len() as u32 {
        problem.affinity.each(application, |_, affinity| (least, most) = (least.min(affinity.into()), most.max(affinity.into())));
    }
    let seats: i128 = problem.need.iter().flatten().map(|need| i128::from(*need)).sum();
    (most - least) * seats
}

fn proven(problem: &Problem, floor: Option<i64>, solution: &Solution) -> Result<(), String> {
    problem.verify()?;
    let total = total(problem, &solution.pairs)?;
    if total != i128::from(solution.objective) {
        return Err(format!("the pairs total {total}, not {}", solution.objective));
    }
    let bound = bound(problem, floor, &solution.certificate)?.ok_or("the certificate says that there is no assignment")?;
    if bound != i128::from(solution.bound) {
        return Err(format!("the certificate proves a bound of {bound}, not {}", solution.bound));
    }
    claim(solution.optimal == (solution.bound == solution.objective), "optimal must say whether the objective equals the bound")
}

/// The sum of the affinities of an assignment that meets needs, loads, fixed and forbidden pairs.
pub fn total(problem: &Problem, pairs: &[Pair]) -> Result<i128, String> {
    let chosen: HashSet<Pair> = pairs.iter().copied().collect();
    if chosen.len() != pairs.len() {
        return Err("a pair stands twice".to_owned());
    }
    if let Some(pair) = problem.forbidden.iter().find(|pair| chosen.contains(pair)) {
        return Err(format!("the forbidden pair {} {} is assigned", pair.application, pair.expert));
    }
    if let Some(pair) = problem.fixed.iter().find(|pair| !chosen.contains(pair)) {
        return Err(format!("the fixed pair {} {} is not assigned", pair.application, pair.expert));
    }
    let mut need: Vec<Vec<i64>> = problem.need.iter().map(|seats| seats.iter().map(|n| i64::from(*n)).collect()).collect();
    let mut load = vec![0u32; problem.experts.len()];
    let mut total = 0i128;
    for pair in pairs {
        let expert = problem.experts.get(pair.expert as usize).ok_or(format!("there is no expert {}", pair.expert))?;
        let seats = need.get_mut(pair.application as usize).ok_or(format!("there is no application {}", pair.application))?;
        seats[expert.party as usize] -= 1;
        load[pair.expert as usize] += 1;
        let weight = problem.affinity.get(pair.application, pair.expert);
        total += i128::from(weight.ok_or(format!("the pair {} {} does not exist", pair.application, pair.expert))?);
    }
    if let Some(at) = need.iter().position(|seats| seats.iter().any(|left| *left != 0)) {
        return Err(format!("application {at} does not have the number of experts it needs"));
    }
    let within = |(expert, load): (&super::Expert, &u32)| (expert.min..=expert.max).contains(load);
    if let Some(at) = problem.experts.iter().zip(&load).position(|both| !within(both)) {
        return Err(format!("expert {at} has a load of {}, outside the limits", load[at]));
    }
    quotas(problem, &chosen).map(|()| total)
}

fn quotas(problem: &Problem, chosen: &HashSet<Pair>) -> Result<(), String> {
    for (at, quota) in problem.quotas.iter().enumerate() {
        let group: HashSet<u32> = quota.experts.iter().copied().collect();
        let mut counts = vec![0; problem.need.len()];
        chosen.iter().filter(|pair| group.contains(&pair.expert)).for_each(|pair| counts[pair.application as usize] += 1);
        let concerned = |application: &usize| quota.application.is_none_or(|one| one as usize == *application);
        if let Some(application) = (0..counts.len()).filter(concerned).find(|a| !(quota.least..=quota.most).contains(&counts[*a])) {
            return Err(format!("application {application} does not meet quota {at}"));
        }
    }
    Ok(())
}

/// The greatest total that any assignment can have by a certificate; `None` when it proves that there is none.
///
/// With a floor, only assignments count that give every application with any need at least that sum of affinities.
/// All sums are multiples of whatever all affinities are multiples of, so the floor is rounded up and the bound down to one.
pub fn bound(problem: &Problem, floor: Option<i64>, certificate: &Certificate) -> Result<Option<i128>, String> {
    let grain = i128::from(grain(problem));
    let up = |floor: i64| i64::try_from(-(-i128::from(floor)).div_euclid(grain) * grain).map_err(|_| "the floor is too large");
    let highest = highest(problem, floor.map(up).transpose()?, certificate, &[], None)?;
    Ok(highest.map(|bound| bound.div_euclid(grain) * grain))
}

/// The highest bound of all cases, among assignments that keep the pairs that are kept.
fn highest(
    problem: &Problem,
    floor: Option<i64>,
    certificate: &Certificate,
    kept: &[Pair],
    premium: Option<&Premium>,
) -> Result<Option<i128>, String> {
    // Cases are walked with an own stack, so that no certificate can exhaust the thread's.
    let mut stack = vec![(certificate, kept.to_vec(), Vec::new())];
    let mut highest = None;
    while let Some((certificate, taken, barred)) = stack.pop() {
        if let Certificate::Split { pair, taken: one, barred: other } = certificate {
            let known = (pair.application as usize) < problem.need.len() && (pair.expert as usize) < problem.experts.len();
            claim(known, "a case divides by a pair that does not exist")?;
            let with = |list: &Vec<Pair>| list.iter().copied().chain([*pair]).collect();
            stack.push((one, with(&taken), barred.clone()));
            stack.push((other, taken, with(&barred)));
            continue;
        }
        let case = match Case::new(problem, floor, &taken, &barred)? {
            Some(case) => case,
            // Two decisions that exclude each other leave nothing to prove.
            None => continue,
        };
        match certificate {
            Certificate::Prices(prices) => highest = highest.max(Some(case.bound(prices, premium)?)),
            Certificate::Short(shortage) => case.short(shortage)?,
            Certificate::Dead(application) => claim(case.is_dead(*application)?, "a case is called dead that is not")?,
            Certificate::Split { .. } => {}
        }
    }
    Ok(highest)
}

/// The greatest common divisor of all affinities, at least 1.
fn grain(problem: &Problem) -> u64 {
    let mut divisor = 0u64;
    for application in 0..problem.need.len() as u32 {
        // Most tables are done after a few pairs.
        if divisor == 1 {
            break;
        }
        problem.affinity.each(application, |_, affinity| divisor = common(divisor, affinity.unsigned_abs().into()));
    }
    divisor.max(1)
}

fn common(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common(b, a % b) }
}

/// Verifies that a shortage really rules out every assignment.
pub fn shortage(problem: &Problem, shortage: &Shortage) -> Result<(), String> {
    problem.verify()?;
    let fixed = |wanted: &dyn Fn(&Pair) -> bool| problem.fixed.iter().filter(|pair| wanted(pair)).count() as u64;
    match shortage {
        Shortage::Overfull { application, party } => {
            let need = problem.need.get(*application as usize).and_then(|seats| seats.get(*party as usize)).ok_or("no such seats")?;
            let count = fixed(&|pair| pair.application == *application && problem.experts[pair.expert as usize].party == *party);
            claim(count > u64::from(*need), "the fixed experts fit into the seats")
        }
        Shortage::Overload { expert } => {
            let max = problem.experts.get(*expert as usize).ok_or("no such expert")?.max;
            claim(fixed(&|pair| pair.expert == *expert) > u64::from(max), "the fixed applications fit into the load")
        }
        short => Case::new(problem, None, &[], &[])?.ok_or("more pairs are fixed than there is room for")?.short(short),
    }
}

fn claim(holds: bool, otherwise: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise.to_owned()) }
}

//! Equal Shares against a plain version with machine fractions, and its promises with several pots.

use proptest::prelude::*;

use crate::Control;
use crate::portfolio::shares::{Election, Satisfaction, Voted, equal_shares, equal_shares_raised};

/// A fraction small enough for small elections; `None` when it outgrows the machine.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fraction(i128, i128);

impl Fraction {
    fn new(top: i128, bottom: i128) -> Option<Fraction> {
        let (mut a, mut b) = (top.abs(), bottom.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Some(Fraction(top / a.max(1), bottom / a.max(1)))
    }
    fn minus(self, other: Fraction) -> Option<Fraction> {
        let top = self.0.checked_mul(other.1)?.checked_sub(other.0.checked_mul(self.1)?)?;
        Fraction::new(top, self.1.checked_mul(other.1)?)
    }
    fn times(self, factor: i128) -> Option<Fraction> {
        Fraction::new(self.0.checked_mul(factor)?, self.1)
    }
    fn over(self, divisor: i128) -> Option<Fraction> {
        Fraction::new(self.0, self.1.checked_mul(divisor)?)
    }
    fn below(self, other: Fraction) -> Option<bool> {
        Some(self.0.checked_mul(other.1)? < other.0.checked_mul(self.1)?)
    }
}

/// Price per point and what each supporter pays, by sorting supporters from poor to rich.
fn offer(money: &[Fraction], supporters: &[(usize, i128)], cost: i128) -> Option<Option<(Fraction, Vec<(usize, Fraction)>)>> {
    let mut rich: Vec<(usize, i128)> = supporters.to_vec();
    let mut left = Fraction::new(cost, 1)?;
    let mut pays = Vec::new();
    loop {
        let points: i128 = rich.iter().map(|(_, points)| points).sum();
        if points == 0 {
            return Some(None);
        }
        let price = left.over(points)?;
        let mut poor = Vec::new();
        for &(voter, points) in &rich {
            if money[voter].below(price.times(points)?)? {
                poor.push(voter);
            }
        }
        if poor.is_empty() {
            for &(voter, points) in &rich {
                pays.push((voter, price.times(points)?));
            }
            return Some(Some((price, pays)));
        }
        for &voter in &poor {
            left = left.minus(money[voter])?;
            pays.push((voter, money[voter]));
        }
        rich.retain(|(voter, _)| !poor.contains(voter));
    }
}

/// The method for one pot; `None` when fractions outgrow the machine.
fn plain(election: &Election, satisfaction: Satisfaction) -> Option<Vec<usize>> {
    let voters = election.votes.len() as i128;
    let mut money = vec![Fraction::new(election.pots[0].into(), voters.max(1))?; election.votes.len()];
    let mut bought: Vec<usize> = Vec::new();
    loop {
        let mut best: Option<(Fraction, usize, Vec<(usize, Fraction)>)> = None;
        for project in (0..election.id.len()).filter(|project| !bought.contains(project)) {
            let points = |voted: &Voted| if satisfaction == Satisfaction::Cost { 1 } else { i128::from(voted.score) };
            let supporters: Vec<(usize, i128)> = election
                .votes
                .iter()
                .enumerate()
                .filter_map(|(voter, vote)| vote.iter().find(|voted| voted.project == project).map(|voted| (voter, points(voted))))
                .collect();
            let cost = i128::from(election.cost[project][0]);
            let Some((price, pays)) = offer(&money, &supporters, cost)? else { continue };
            let rate = if satisfaction == Satisfaction::Cost { price.over(cost)? } else { price };
            let better = match &best {
                None => true,
                Some((other, at, _)) => rate.below(*other)? || (rate == *other && election.id[project] < election.id[*at]),
            };
            if better {
                best = Some((rate, project, pays));
            }
        }
        let Some((_, project, pays)) = best else { return Some(bought) };
        for (voter, pay) in pays {
            money[voter] = money[voter].minus(pay)?;
        }
        bought.push(project);
    }
}

fn elections(pots: usize) -> impl Strategy<Value = Election> {
    let costs = prop::collection::vec(prop::collection::vec(1i64..40, pots), 1..6);
    let votes = prop::collection::vec(prop::collection::vec((0usize..6, 1i64..4), 0..5), 1..7);
    (costs, votes, prop::collection::vec(0i64..90, pots)).prop_map(|(cost, votes, pots)| Election {
        id: (0..cost.len()).map(|id| format!("p{id}")).collect(),
        votes: votes.into_iter().map(|vote| ballot(vote, cost.len())).collect(),
        cost,
        pots,
    })
}

fn ballot(vote: Vec<(usize, i64)>, projects: usize) -> Vec<Voted> {
    let mut ballot: Vec<Voted> = Vec::new();
    for (project, score) in vote {
        if project < projects && ballot.iter().all(|voted| voted.project != project) {
            ballot.push(Voted { project, score });
        }
    }
    ballot
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn one_pot_equals_the_plain_method(election in elections(1)) {
        for satisfaction in [Satisfaction::Cost, Satisfaction::Count] {
            if let Some(expected) = plain(&election, satisfaction) {
                let shares = equal_shares(&election, satisfaction, Control::free()).unwrap();
                let bought: Vec<usize> = shares.bought.iter().map(|bought| bought.project).collect();
                prop_assert_eq!(bought, expected);
            }
        }
    }

    #[test]
    fn no_pot_is_overdrawn(election in elections(3)) {
        for satisfaction in [Satisfaction::Cost, Satisfaction::Count] {
            let shares = equal_shares(&election, satisfaction, Control::free()).unwrap();
            prop_assert!(shares.left.iter().all(|left| *left >= 0));
            let raised = equal_shares_raised(&election, satisfaction, 1, Control::free()).unwrap();
            prop_assert!(raised.left.iter().all(|left| *left >= 0));
        }
    }

    #[test]
    fn the_same_pot_twice_changes_nothing(election in elections(1)) {
        let mut twice = election.clone();
        twice.pots = vec![election.pots[0]; 2];
        twice.cost.iter_mut().for_each(|cost| cost.push(cost[0]));
        let one = equal_shares(&election, Satisfaction::Count, Control::free()).unwrap();
        let two = equal_shares(&twice, Satisfaction::Count, Control::free()).unwrap();
        prop_assert_eq!(one.chosen(6), two.chosen(6));
    }
}

#[test]
fn largest_pots_stay_exact() {
    let election = Election {
        pots: vec![i64::MAX, i64::MAX - 24],
        id: vec!["a".into(), "b".into()],
        cost: vec![vec![i64::MAX / 3, 1], vec![i64::MAX / 2, i64::MAX - 26]],
        votes: vec![vec![Voted { project: 0, score: 1 }], vec![Voted { project: 1, score: i64::MAX >> 2 }], vec![]],
    };
    let shares = equal_shares(&election, Satisfaction::Count, Control::free()).unwrap();
    assert_eq!(shares.chosen(2), vec![true, false]);
}

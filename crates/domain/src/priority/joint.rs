//! How two lists become one order, and one value per project.
//!
//! Only what both parties ranked counts (R144). Among these candidates each list is closed up, so that a project only one side
//! wants can't move the others. A project's place on a list is the mean of the places its tie covers, doubled to stay whole:
//! two projects tied for first and second stand at 3 (1½ each). So both lists hand out the same sum of places, however many ties
//! a party uses. A project's points are the sum of its places on both lists (Borda's count); fewer is better, equal points stay
//! a tie. Its value is `4n + 1 - points` for n candidates: at least 1, and a place better on either list is worth 2.
//! Nothing in this depends on which party is named first.

use super::{Line, Standing};
use crate::ids::ApplicationId;

/// A project that both parties prioritised, on the joint list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub application: ApplicationId,
    /// Doubled place on each party's list, in the order the lists were given.
    pub places: [u32; 2],
    /// Sum of both doubled places; fewer is better.
    pub points: u32,
    /// Place on the joint list from 1; equal points share a place, and the next place counts them all.
    pub rank: u32,
    /// Worth to both together, from 1.
    pub value: i64,
}

/// The joint list, best first; ties in the order of their ids, which is the order they were begun in.
pub fn candidates(first: &[Line], second: &[Line]) -> Vec<Candidate> {
    let both: Vec<(&ApplicationId, [u32; 2])> =
        first.iter().filter_map(|line| Some((&line.application, [ranked(line)?, rank_on(second, &line.application)?]))).collect();
    let places = |side: usize, rank: u32| -> u32 {
        let before = both.iter().filter(|(_, ranks)| ranks[side] < rank).count();
        let tied = both.iter().filter(|(_, ranks)| ranks[side] == rank).count();
        // First and last place of the tie, together: twice its mean.
        (2 * before + tied + 1) as u32
    };
    let worst = 4 * both.len() as i64 + 1;
    let mut all: Vec<Candidate> = both
        .iter()
        .map(|(id, ranks)| {
            let places = [places(0, ranks[0]), places(1, ranks[1])];
            let points = places[0] + places[1];
            Candidate { application: (*id).clone(), places, points, rank: 0, value: worst - i64::from(points) }
        })
        .collect();
    all.sort_by(|a, b| (a.points, &a.application).cmp(&(b.points, &b.application)));
    let points: Vec<u32> = all.iter().map(|c| c.points).collect();
    for candidate in &mut all {
        candidate.rank = 1 + points.iter().filter(|p| **p < candidate.points).count() as u32;
    }
    all
}

/// Whether both parties ranked the project: the condition for any grant (R144).
pub fn prioritised_by_both(first: &[Line], second: &[Line], id: &ApplicationId) -> bool {
    rank_on(first, id).is_some() && rank_on(second, id).is_some()
}

fn rank_on(list: &[Line], id: &ApplicationId) -> Option<u32> {
    list.iter().find(|line| line.application == *id).and_then(ranked)
}

fn ranked(line: &Line) -> Option<u32> {
    match line.standing {
        Standing::Ranked(rank) => Some(rank),
        Standing::EligibleUnranked | Standing::NotPrioritised => None,
    }
}

/// How well the hours of two sides match, in per cent: the smaller of the larger, rounded down; 100 is a full match.
/// `None` where nobody states hours. An aim, never a condition (R156).
pub fn match_index(hours: [i64; 2]) -> Option<i64> {
    let (low, high) = (hours[0].min(hours[1]), hours[0].max(hours[1]));
    (low >= 0 && high > 0).then(|| (i128::from(low) * 100 / i128::from(high)) as i64)
}

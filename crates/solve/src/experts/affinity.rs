//! How well experts fit applications: a full table or a list of pairs, four or eight bytes a pair.

/// Affinities in millionths (0.25 = 250,000), between -2,000.0 and 2,000.0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affinity {
    applications: usize,
    experts: usize,
    store: Store,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Store {
    /// Row by row; [`ABSENT`] marks a pair that does not exist.
    Full(Vec<i32>),
    /// The pairs of application `a` are `pairs[start[a]..start[a + 1]]`, by expert.
    Listed { start: Vec<usize>, pairs: Vec<(u32, i32)> },
}

/// An affinity of 1, in millionths.
pub(super) const ONE: i64 = 1_000_000;

/// In a full table: this pair cannot be assigned.
pub const ABSENT: i32 = i32::MIN;

/// The greatest absolute affinity, in millionths.
pub const LIMIT: i64 = 2_000_000_000;

impl Affinity {
    /// A full table, row by row (`table[application * experts + expert]`), in millionths; [`ABSENT`] where there is no pair.
    ///
    /// `None` when the size is not `applications * experts` or a value is beyond [`LIMIT`].
    pub fn full(applications: usize, experts: usize, table: Vec<i32>) -> Option<Self> {
        let sound = |w: &i32| *w == ABSENT || i64::from(*w).abs() <= LIMIT;
        (applications.checked_mul(experts) == Some(table.len()) && table.iter().all(sound)).then_some(Self {
            applications,
            experts,
            store: Store::Full(table),
        })
    }

    /// A list of `(application, expert, millionths)` in any order; `None` when an index or a value is out of range or a pair stands twice.
    pub fn listed(applications: usize, experts: usize, mut pairs: Vec<(u32, u32, i32)>) -> Option<Self> {
        let sound = |&(a, e, w): &(u32, u32, i32)| (a as usize) < applications && (e as usize) < experts && i64::from(w).abs() <= LIMIT;
        pairs.sort_unstable();
        if !pairs.iter().all(sound) || pairs.windows(2).any(|two| (two[0].0, two[0].1) == (two[1].0, two[1].1)) {
            return None;
        }
        let mut start = vec![0; applications + 1];
        for pair in &pairs {
            start[pair.0 as usize + 1] += 1;
        }
        for at in 0..applications {
            start[at + 1] += start[at];
        }
        let pairs = pairs.into_iter().map(|(_, expert, weight)| (expert, weight)).collect();
        Some(Self { applications, experts, store: Store::Listed { start, pairs } })
    }

    /// Number of applications.
    pub fn applications(&self) -> usize {
        self.applications
    }

    /// Number of experts.
    pub fn experts(&self) -> usize {
        self.experts
    }

    /// The affinity of a pair in millionths, if the pair exists.
    pub fn get(&self, application: u32, expert: u32) -> Option<i64> {
        match &self.store {
            Store::Full(table) => {
                let weight = table[application as usize * self.experts + expert as usize];
                (weight != ABSENT).then_some(weight.into())
            }
            Store::Listed { start, pairs } => {
                let row = &pairs[start[application as usize]..start[application as usize + 1]];
                row.binary_search_by_key(&expert, |pair| pair.0).ok().map(|at| row[at].1.into())
            }
        }
    }

    /// The greatest number of which all affinities are multiples: totals are multiples of it as well. 1 when there are none.
    pub(super) fn grain(&self) -> i64 {
        let mut grain = 0;
        for application in 0..self.applications as u32 {
            self.each(application, |_, weight| {
                let mut rest = if grain == 1 { 0 } else { i64::from(weight).abs() };
                while rest != 0 {
                    (grain, rest) = (rest, grain % rest);
                }
            });
        }
        grain.max(1)
    }

    /// Calls `visit(expert, millionths)` for every pair of an application, by expert.
    pub fn each(&self, application: u32, mut visit: impl FnMut(u32, i32)) {
        self.each_above(application, ABSENT, |expert, weight, floor| {
            visit(expert, weight);
            floor
        });
    }

    /// Calls `visit(expert, millionths, floor)` for every pair of an application that is worth more than the floor, by
    /// expert; the visit answers with the floor from there on.
    pub(super) fn each_above(&self, application: u32, mut floor: i32, mut visit: impl FnMut(u32, i32, i32) -> i32) {
        let application = application as usize;
        let mut offer = |expert: u32, weight: i32| {
            // An absent pair is never above the floor.
            if weight > floor {
                floor = visit(expert, weight, floor);
            }
        };
        match &self.store {
            Store::Full(table) => {
                let row = &table[application * self.experts..(application + 1) * self.experts];
                (0..).zip(row).for_each(|(expert, weight)| offer(expert, *weight));
            }
            Store::Listed { start, pairs } => pairs[start[application]..start[application + 1]].iter().for_each(|(e, w)| offer(*e, *w)),
        }
    }
}

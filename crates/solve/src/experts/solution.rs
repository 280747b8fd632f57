//! The answer and its proof, or why there is none.

use super::Pair;

/// An assignment with its proof of optimality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// Sum of the affinities of all pairs, in millionths.
    pub objective: i64,
    /// No assignment can have a greater sum than this.
    pub bound: i64,
    /// Whether `objective == bound`, that is, the assignment is proven best.
    pub optimal: bool,
    /// The assignment, fixed pairs included, by application and expert.
    pub pairs: Vec<Pair>,
    /// What another party needs to check `bound` without trusting this code.
    pub certificate: Certificate,
}

/// A proof that no assignment totals more than a bound: prices, or a division into cases with a proof for each.
///
/// Without quotas and floors it is always a single [`Certificate::Prices`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Certificate {
    /// Prices that prove a bound.
    Prices(Prices),
    /// Needs and loads cannot be met in this case.
    Short(Shortage),
    /// The pairs left cannot meet the floor, or a quota, of this application.
    Dead(u32),
    /// Two cases: the pair is assigned, or it is not.
    Split {
        /// The pair that divides the cases.
        pair: Pair,
        /// The proof for the case that it is assigned (as if it were fixed).
        taken: Box<Certificate>,
        /// The proof for the case that it is not (as if it were forbidden).
        barred: Box<Certificate>,
    },
}

/// Prices that prove a bound (linear programming duality).
///
/// With `k` the seats of an application and party that are not fixed, `min` and `max` the loads that are left after
/// the fixed pairs, `u` the price of the seats, `v` the price of the expert and `w` the worth of a pair, the worth of
/// every assignment is at most
/// `Σ fixed w + Σ k·u + Σ (max·v where v > 0, else min·v) + Σ max(0, w − u − v)`, the last sum over the pairs that
/// may be assigned (not fixed, not forbidden, the application has a free seat and the expert some load left).
///
/// The worth is `scale · affinity` and, for each lift of its application, `amount · affinity` (floor),
/// `+ amount` (least) or `− amount` (most) for experts of the group; from the sum, each lift takes off `amount · floor`,
/// `amount · least` or `− amount · most`. As an assignment that meets the rule loses nothing by this, `⌊sum / scale⌋`
/// bounds its total, and so does the next multiple below it of whatever all affinities are multiples of. Without lifts
/// and with scale 1 this is the plain sum of affinities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prices {
    /// What an affinity is multiplied by, at least 1.
    pub scale: i64,
    /// Rules that are priced instead of enforced.
    pub lifts: Vec<Lift>,
    /// Price of a seat: `seats[application][party]`.
    pub seats: Vec<Vec<i64>>,
    /// Price of an expert's time; negative where a least load forces work on an expert.
    pub experts: Vec<i64>,
}

/// The price of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lift {
    /// The application for which the rule holds.
    pub application: u32,
    /// Which of its rules.
    pub rule: Rule,
    /// The price, not negative.
    pub amount: i64,
}

/// A rule that concerns one application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Its affinities must sum to the floor.
    Floor,
    /// It must have enough experts of the quota with this index.
    Least(u32),
    /// It may not have more experts of the quota with this index.
    Most(u32),
}

/// Why there is no assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The numbers do not fit together; the text says which.
    Invalid(String),
    /// No assignment meets all needs and loads.
    Infeasible(Shortage),
    /// Needs and loads can be met, but not together with the quotas: every case of the proof ends dead or short.
    Unruly(Certificate),
    /// The caller asked to stop.
    Cancelled,
}

/// A proof that needs and loads cannot all be met (after Hall and Mendelsohn-Dulmage).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shortage {
    /// More experts are fixed for an application and party than it has seats.
    Overfull {
        /// The application.
        application: u32,
        /// The party.
        party: u32,
    },
    /// An expert is fixed for more applications than the greatest load allows.
    Overload {
        /// The expert.
        expert: u32,
    },
    /// These seats can only be filled by these experts (apart from `elsewhere` places that others can take), and
    /// `Σ need − elsewhere − Σ max` seats stay empty in every assignment. Fixed pairs are already taken out.
    Seats {
        /// The seats that compete: application and party.
        seats: Vec<(u32, u32)>,
        /// The experts they compete for.
        experts: Vec<u32>,
        /// Seats that stay empty, at least 1.
        missing: u64,
    },
    /// These experts' least loads exceed what all applications together can give them.
    Loads {
        /// The experts who do not get enough to do.
        experts: Vec<u32>,
        /// Assessments that are missing, at least 1.
        missing: u64,
    },
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Invalid(why) => f.write_str(why),
            Self::Infeasible(shortage) => shortage.fmt(f),
            Self::Unruly(_) => f.write_str("the quotas cannot be met together with needs and loads"),
            Self::Cancelled => f.write_str("cancelled"),
        }
    }
}

impl std::error::Error for Failure {}

impl std::fmt::Display for Shortage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Overfull { application, party } => {
                write!(f, "more experts of party {party} are fixed for application {application} than it needs")
            }
            Self::Overload { expert } => write!(f, "expert {expert} is fixed for more applications than allowed"),
            Self::Seats { seats, experts, missing } => {
                let applications: Vec<u32> = seats.iter().map(|seat| seat.0).collect();
                write!(f, "applications {applications:?} compete for experts {experts:?}: {missing} seats stay empty")
            }
            Self::Loads { experts, missing } => {
                write!(f, "experts {experts:?} cannot reach their least loads: {missing} assessments are missing")
            }
        }
    }
}

impl From<crate::Cancelled> for Failure {
    fn from(_: crate::Cancelled) -> Self {
        Self::Cancelled
    }
}

//! The certificate of a round of meetings: what is claimed, and a proof that anyone can follow with whole numbers.
//!
//! **The claim**: the plan keeps all rules and costs `objective`, and no plan costs less than `bound`; or, without a
//! plan, that there is none. A plan costs `gap_cost` per gap, the weight of each wish left out, and `move_cost` per
//! meeting moved from where it stood. People with a shared schedule count as the first of them. A *gap* is a stretch
//! without meetings between two meetings of one schedule in one part of the day (parts end before pauses).
//!
//! **A shortage** names meetings that must be held, a place (a person, the tables or a pool) and slots: all these
//! meetings need the place, none can be held outside the slots, and the place holds fewer in them; or two meetings
//! that must be held and exclude each other.
//!
//! **Prices** `z >= 0` per slot with a scale: every busy pattern of a schedule costs `scale * gap_cost` per gap and
//! `z` per busy slot; the cheapest patterns of all schedules (as many slots as meetings that must be held, or more up
//! to all its meetings, among the slots in which one of them can be held), less `2 * z * tables` for every slot,
//! over `scale`, rounded up, is a bound: at each table there are two.
//!
//! **Steps** refute the rule `cost <= bound - 1` (without a plan: they refute the rules without cost and spread).
//! Each is a list of literals that ends with 0 and says that one of them is true; it follows from the rules and
//! the steps before by unit propagation; `d` marks a clause no longer needed; the last step is empty. With M meetings, P people and T slots,
//! in this order and counted from 1, the variables are: *held* (meeting, slot), M*T; *busy*, *begun* (a meeting by this slot in this part of the
//! day), *gap* (one ends with this slot), *ahead* (a meeting from this slot on in this part), *gaps* (more than this many),
//! each (person, slot), P*T; *left out* (meeting), M; then those of the counters (below), for each slot's tables and for the cost.
//! The rules, clauses or limits `sum of weights of true literals <= k`, are:
//! * a meeting is held in one slot that it can be held in, or left out if it is a wish; at most one of an
//!   exclusive person with the people of one company; no meeting is held before one it comes after;
//! * a schedule is busy in a slot when one of its meetings is held then, which is at most one;
//! * pools hold no more than they can; where more people can be busy in a slot than have a place at its tables, two at each, a counter
//!   says that no more are;
//! * for each schedule and each window (the slots that one of its meetings can be held in, those that any can, and none): within it
//!   the schedule is busy in at least as many slots as it has meetings that must be held and can be held nowhere else, and
//!   outside in at most as many as it has others;
//! * `busy or begun before = begun`, `busy or ahead after = ahead`; busy, begun before but not busy before is a gap;
//! * there are no more gaps than `gaps` say, which is at most `spread`, and more than n+1 are more than n;
//! * begun by slot s and ahead in slot t of the same part is a gap when there are at least as many slots between as the schedule has
//!   meetings (`t - s >= n`), or a slot between in which none of them can be held (the rule for the first such t, where t - 1 is that slot);
//! * the cost (in this order: for each meeting its wish and the slots it would move to, then `gap_cost` for each `gaps` of each
//!   person) is within the limit, by a counter.
//!
//! A *counter* keeps n literals of equal weight w within k (with `c = k / w` rounded down). Two neighbours each are merged from the
//! first on, an odd last one moves up as it is, and so again until one is left. Each is a list of "at least 1, at least 2, …"; a literal is
//! one of its own. Merging a and b takes `min(|a| + |b|, c + 1)` new variables s, and says `a_i and b_j implies s_(i+j)` as far as s goes,
//! with i or j also 0. At the end every one from the (c+1)th on is false. With different weights, k < 0 or `n * (c + 1) > 20000`
//! it is a limit.
//!
//! Steps speak of plans in which nobody has more than `spread` gaps. Where everybody has one, `spread` more are allowed, but
//! that costs `gap_cost` times the number of schedules: steps prove no more, unless somebody has one meeting at most.
//! They are followed only for rounds whose rules fit into some hundred megabytes.

use super::problem::{Plan, Problem, Seat};
use super::read;
use crate::ReadError;
use crate::json::{Json, Value};

const FORMAT: &str = "counterpart-meetings-2";

/// A claim with its proof, about the problem it carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    pub problem: Problem,
    /// `None` claims that there is none.
    pub plan: Option<Plan>,
    pub objective: i64,
    pub bound: i64,
    pub proof: Proof,
}

/// Why no plan costs less, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    Shortage(Shortage),
    Prices { scale: i64, prices: Vec<i64> },
    Steps(String),
}

/// Meetings that cannot all be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shortage {
    /// These meetings need one place in these slots, which holds fewer.
    Place { place: Place, meetings: Vec<usize>, slots: Vec<usize> },
    /// Two meetings of an exclusive person with one company.
    Exclusive { person: usize, meetings: [usize; 2] },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The schedule of this person.
    Person(usize),
    Tables,
    Pool(usize),
}

impl std::fmt::Display for Shortage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Place { place, meetings, slots } => {
                let place = match place {
                    Place::Person(person) => format!("person {person} has"),
                    Place::Tables => "the tables have".to_owned(),
                    Place::Pool(pool) => format!("pool {pool} has"),
                };
                write!(f, "{} meetings can only be held in {} slots, where {place} too little room", meetings.len(), slots.len())
            }
            Self::Exclusive { person, meetings } => {
                write!(f, "person {person} is exclusive but must hold meetings {meetings:?} with one company")
            }
        }
    }
}

impl Certificate {
    pub fn to_json(&self) -> Json {
        Json::object([
            ("format", FORMAT.into()),
            ("problem", read::to_json(&self.problem)),
            ("plan", self.plan.as_ref().map(plan_json).into()),
            ("objective", self.objective.into()),
            ("bound", self.bound.into()),
            ("proof", proof_json(&self.proof)),
        ])
    }

    /// Reads a certificate; whether it holds is for `check` to say.
    pub fn from_json(bytes: &[u8]) -> Result<Self, ReadError> {
        Self::from_tree(&Json::parse(bytes)?)
    }

    /// From a tree that was read, for example a part of a dossier.
    pub fn from_tree(tree: &Json) -> Result<Self, ReadError> {
        let format = tree.need("format")?;
        if format.text()? != FORMAT {
            return Err(format.fault(format!("only the format {FORMAT} is known")));
        }
        let problem = read::from_json(tree.need("problem")?)?;
        let plan = tree.get("plan").filter(|plan| plan.value != Value::Null).map(plan).transpose()?;
        let proof = proof(tree.need("proof")?)?;
        Ok(Self { problem, plan, objective: tree.need("objective")?.int()?, bound: tree.need("bound")?.int()?, proof })
    }
}

/// `[slot, table]` or `null` for each meeting.
pub(super) fn plan_json(plan: &Plan) -> Json {
    Json::array(plan.seats.iter().map(|seat| seat.map(|seat| Json::array([seat.slot, seat.table]))).map(Json::from))
}

fn plan(tree: &Json) -> Result<Plan, ReadError> {
    let seat = |tree: &Json| match &tree.value {
        Value::Null => Ok(None),
        Value::Array(items) if items.len() == 2 => Ok(Some(Seat { slot: items[0].below(usize::MAX)?, table: items[1].below(usize::MAX)? })),
        _ => Err(tree.fault("a slot and a table, or null, are expected here")),
    };
    Ok(Plan { seats: tree.items()?.iter().map(seat).collect::<Result<_, _>>()? })
}

fn proof_json(proof: &Proof) -> Json {
    match proof {
        Proof::Steps(steps) => Json::object([("kind", "steps".into()), ("steps", steps.as_str().into())]),
        Proof::Prices { scale, prices } => {
            Json::object([("kind", "prices".into()), ("scale", (*scale).into()), ("prices", prices.clone().into())])
        }
        Proof::Shortage(shortage) => shortage_json(shortage),
    }
}

/// As in the certificate.
pub(super) fn shortage_json(shortage: &Shortage) -> Json {
    match shortage {
        Shortage::Place { place, meetings, slots } => {
            let (place, number) = match place {
                Place::Person(person) => ("person", Some(*person)),
                Place::Tables => ("tables", None),
                Place::Pool(pool) => ("pool", Some(*pool)),
            };
            Json::object([
                ("kind", "shortage".into()),
                ("place", place.into()),
                ("number", number.into()),
                ("meetings", meetings.clone().into()),
                ("slots", slots.clone().into()),
            ])
        }
        Shortage::Exclusive { person, meetings } => {
            Json::object([("kind", "exclusive".into()), ("person", (*person).into()), ("meetings", Json::array(*meetings))])
        }
    }
}

fn proof(tree: &Json) -> Result<Proof, ReadError> {
    let kind = tree.need("kind")?;
    let indices = |name: &str| tree.need(name)?.items()?.iter().map(|at| at.below(usize::MAX)).collect::<Result<Vec<_>, _>>();
    Ok(match kind.text()? {
        "steps" => Proof::Steps(tree.need("steps")?.text()?.to_owned()),
        "prices" => Proof::Prices { scale: tree.need("scale")?.int()?, prices: tree.need("prices")?.ints()? },
        "exclusive" => match indices("meetings")?[..] {
            [a, b] => Proof::Shortage(Shortage::Exclusive { person: tree.need("person")?.below(usize::MAX)?, meetings: [a, b] }),
            _ => return Err(tree.fault("two meetings are expected here")),
        },
        "shortage" => {
            let place = tree.need("place")?;
            let number = || tree.need("number")?.below(usize::MAX);
            let place = match place.text()? {
                "person" => Place::Person(number()?),
                "tables" => Place::Tables,
                "pool" => Place::Pool(number()?),
                _ => return Err(place.fault("\"person\", \"tables\" or \"pool\" is expected here")),
            };
            Proof::Shortage(Shortage::Place { place, meetings: indices("meetings")?, slots: indices("slots")? })
        }
        _ => return Err(kind.fault("\"steps\", \"prices\", \"shortage\" or \"exclusive\" is expected here")),
    })
}

//! Solutions, certificates and shortages as JSON and back: what a dossier carries and another party checks.
//!
//! A certificate is a flat list of cases, each division before its two cases, so that no tree is too deep to read:
//! `{"split":[application,expert]}`, `{"scale":…,"lifts":[…],"seats":[[…]],"experts":[…]}`, `{"short":{…}}`, `{"dead":application}`.

use super::{Certificate, Fair, Lift, Pair, Prices, Rule, Shortage, Solution};
use crate::ReadError;
use crate::json::{Json, Value};

/// The solver stays far below this; a deeper tree could exhaust a thread's stack.
const DEPTH: usize = 1000;

impl Pair {
    /// `[application, expert]`
    pub fn to_json(&self) -> Json {
        Json::array([self.application, self.expert])
    }

    fn from_json(json: &Json) -> Result<Self, ReadError> {
        match json.items()? {
            [application, expert] => Ok(Self::new(index(application)?, index(expert)?)),
            _ => Err(json.fault("a pair of application and expert is expected here")),
        }
    }
}

impl Solution {
    /// `objective`, `bound`, `optimal`, `pairs` and `certificate`; indices from 0, affinities in millionths.
    pub fn to_json(&self) -> Json {
        Json::object([
            ("objective", self.objective.into()),
            ("bound", self.bound.into()),
            ("optimal", self.optimal.into()),
            ("pairs", Json::array(self.pairs.iter().map(Pair::to_json))),
            ("certificate", self.certificate.to_json()),
        ])
    }

    /// Reads what [`Solution::to_json`] writes; whether it is true is for [`super::check`] to say.
    pub fn from_json(json: &Json) -> Result<Self, ReadError> {
        Ok(Self {
            objective: json.need("objective")?.int()?,
            bound: json.need("bound")?.int()?,
            optimal: json.need("optimal")?.boolean()?,
            pairs: json.need("pairs")?.items()?.iter().map(Pair::from_json).collect::<Result<_, _>>()?,
            certificate: Certificate::from_json(json.need("certificate")?)?,
        })
    }
}

impl Fair {
    /// The solution's members, and `worst`, `worst_bound` and `worst_proof`.
    pub fn to_json(&self) -> Json {
        let mut json = self.solution.to_json();
        if let Value::Object(members) = &mut json.value {
            members.push(("worst".to_owned(), self.worst.into()));
            members.push(("worst_bound".to_owned(), self.worst_bound.into()));
            members.push(("worst_proof".to_owned(), self.worst_proof.to_json()));
        }
        json
    }

    /// Reads what [`Fair::to_json`] writes.
    pub fn from_json(json: &Json) -> Result<Self, ReadError> {
        Ok(Self {
            worst: json.need("worst")?.int()?,
            worst_bound: json.need("worst_bound")?.int()?,
            worst_proof: Certificate::from_json(json.need("worst_proof")?)?,
            solution: Solution::from_json(json)?,
        })
    }
}

impl Certificate {
    /// The list of cases.
    pub fn to_json(&self) -> Json {
        let mut cases = Vec::new();
        let mut stack = vec![self];
        while let Some(case) = stack.pop() {
            cases.push(match case {
                Self::Prices(prices) => prices.to_json(),
                Self::Short(shortage) => Json::object([("short", shortage.to_json())]),
                Self::Dead(application) => Json::object([("dead", (*application).into())]),
                Self::Split { pair, taken, barred } => {
                    stack.push(barred);
                    stack.push(taken);
                    Json::object([("split", pair.to_json())])
                }
            });
        }
        cases.into()
    }

    /// Reads what [`Certificate::to_json`] writes.
    pub fn from_json(json: &Json) -> Result<Self, ReadError> {
        // From the back, a division finds its two cases on the stack.
        let mut stack: Vec<(Self, usize)> = Vec::new();
        for case in json.items()?.iter().rev() {
            let certificate = if let Some(split) = case.get("split") {
                let (Some(taken), Some(barred)) = (stack.pop(), stack.pop()) else { return Err(case.fault("a division lacks its cases")) };
                let depth = taken.1.max(barred.1) + 1;
                if depth > DEPTH {
                    return Err(case.fault("the cases are nested too deeply"));
                }
                stack.push((Self::Split { pair: Pair::from_json(split)?, taken: Box::new(taken.0), barred: Box::new(barred.0) }, depth));
                continue;
            } else if let Some(short) = case.get("short") {
                Self::Short(Shortage::from_json(short)?)
            } else if let Some(dead) = case.get("dead") {
                Self::Dead(index(dead)?)
            } else {
                Self::Prices(Prices::from_json(case)?)
            };
            stack.push((certificate, 0));
        }
        match (stack.pop(), stack.pop()) {
            (Some((root, _)), None) => Ok(root),
            _ => Err(json.fault("the cases do not form one proof")),
        }
    }
}

impl Prices {
    fn to_json(&self) -> Json {
        let lift = |lift: &Lift| {
            let (rule, quota) = match lift.rule {
                Rule::Floor => ("floor", None),
                Rule::Least(quota) => ("least", Some(quota)),
                Rule::Most(quota) => ("most", Some(quota)),
            };
            Json::array([Json::from(lift.application), rule.into(), quota.into(), lift.amount.into()])
        };
        Json::object([
            ("scale", self.scale.into()),
            ("lifts", Json::array(self.lifts.iter().map(lift))),
            ("seats", Json::array(self.seats.iter().map(|prices| Json::array(prices.iter().copied())))),
            ("experts", Json::array(self.experts.iter().copied())),
        ])
    }

    fn from_json(json: &Json) -> Result<Self, ReadError> {
        let lift = |json: &Json| {
            let [application, rule, quota, amount] = json.items()? else { return Err(json.fault("a lift has four items")) };
            let rule = match rule.text()? {
                "floor" => Rule::Floor,
                "least" => Rule::Least(index(quota)?),
                "most" => Rule::Most(index(quota)?),
                _ => return Err(rule.fault("this rule is unknown")),
            };
            Ok(Lift { application: index(application)?, rule, amount: amount.int()? })
        };
        Ok(Self {
            scale: json.need("scale")?.int()?,
            lifts: json.need("lifts")?.items()?.iter().map(lift).collect::<Result<_, _>>()?,
            seats: json.need("seats")?.items()?.iter().map(Json::ints).collect::<Result<_, _>>()?,
            experts: json.need("experts")?.ints()?,
        })
    }
}

impl Shortage {
    /// One member that says the kind, with what is named.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Overfull { application, party } => Json::object([("overfull", Json::array([*application, *party]))]),
            Self::Overload { expert } => Json::object([("overload", (*expert).into())]),
            Self::Seats { seats, experts, missing } => {
                let seats = Json::array(seats.iter().map(|(application, party)| Json::array([*application, *party])));
                Json::object([
                    ("seats", seats),
                    ("experts", Json::array(experts.iter().copied())),
                    ("missing", i128::from(*missing).into()),
                ])
            }
            Self::Loads { experts, missing } => {
                Json::object([("loads", Json::array(experts.iter().copied())), ("missing", i128::from(*missing).into())])
            }
        }
    }

    /// Reads what [`Shortage::to_json`] writes.
    pub fn from_json(json: &Json) -> Result<Self, ReadError> {
        let list = |json: &Json| json.items()?.iter().map(index).collect::<Result<Vec<_>, _>>();
        let two = |json: &Json| Pair::from_json(json).map(|pair| (pair.application, pair.expert));
        let missing = || json.need("missing")?.int().map(|missing| missing.try_into().unwrap_or(0));
        if let Some(both) = json.get("overfull") {
            return two(both).map(|(application, party)| Self::Overfull { application, party });
        }
        if let Some(expert) = json.get("overload") {
            return Ok(Self::Overload { expert: index(expert)? });
        }
        if let Some(seats) = json.get("seats") {
            let seats = seats.items()?.iter().map(two).collect::<Result<_, _>>()?;
            return Ok(Self::Seats { seats, experts: list(json.need("experts")?)?, missing: missing()? });
        }
        Ok(Self::Loads { experts: list(json.need("loads")?)?, missing: missing()? })
    }
}

fn index(json: &Json) -> Result<u32, ReadError> {
    u32::try_from(json.int()?).map_err(|_| json.fault("an index from 0 is expected here"))
}

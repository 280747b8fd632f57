//! Our own JSON, which can say everything that a problem can.
//!
//! ```json
//! { "parties": ["RM", "SH"],
//!   "applications": [{ "name": "A1", "need": { "RM": 2, "SH": 2 } }],
//!   "experts": [{ "name": "E1", "party": "RM", "min": 0, "max": 5, "attributes": { "discipline": "water" } }],
//!   "affinity": [[0.75]],
//!   "pairs": [["A1", "E1", 0.75]],
//!   "forbidden": [["A1", "E1"]], "fixed": [],
//!   "quotas": [{ "attribute": "discipline", "least": 1 }, { "application": "A1", "experts": ["E1"], "least": 0, "most": 1 }] }
//! ```
//!
//! Without `parties` there is one, and `need` is a number. Affinities stand in the table `affinity` (null = no pair) or in
//! the list `pairs`. An application or expert is named by its name or by its number from 0. A quota by attribute holds for
//! each value that occurs; `application`, `least` and `most` may be left out.

use super::{ABSENT, Affinity, Instance};
use crate::ReadError;
use crate::experts::affinity::LIMIT;
use crate::experts::{Expert, Pair, Problem, Quota};
use crate::json::{Json, Value};
use std::collections::{BTreeMap, HashMap};

pub(super) fn read(bytes: &[u8]) -> Result<Instance, ReadError> {
    let root = Json::parse(bytes)?;
    let parties = match root.get("parties") {
        Some(list) => Names::new(list, Json::text)?,
        None => Names { names: vec!["0".to_owned()], known: HashMap::from([("0".to_owned(), 0)]) },
    };
    let applications = Names::new(root.need("applications")?, |item| item.need("name")?.text())?;
    let experts = Names::new(root.need("experts")?, |item| item.need("name")?.text())?;
    let need = root.need("applications")?.items()?.iter().map(|item| need(item.need("need")?, &parties)).collect::<Result<_, _>>()?;
    let list = root.need("experts")?.items()?.iter().map(|item| expert(item, &parties)).collect::<Result<_, _>>()?;
    let affinity = match (root.get("affinity"), root.get("pairs")) {
        (Some(table), None) => full(table, applications.names.len(), experts.names.len())?,
        (None, Some(pairs)) => listed(pairs, &applications, &experts)?,
        _ => return Err(root.fault("exactly one of \"affinity\" and \"pairs\" is expected")),
    };
    let pairs = |name: &str| match root.get(name) {
        Some(list) => list.items()?.iter().map(|pair| self::pair(pair, 2, &applications, &experts)).collect(),
        None => Ok(Vec::new()),
    };
    let problem = Problem {
        parties: parties.names.len() as u32,
        need,
        experts: list,
        affinity,
        forbidden: pairs("forbidden")?,
        fixed: pairs("fixed")?,
        quotas: quotas(&root, &applications, &experts)?,
    };
    problem.verify().map_err(|message| root.fault(message))?;
    Ok(Instance { problem, parties: parties.names, applications: applications.names, experts: experts.names })
}

/// Names that stand once each.
struct Names {
    names: Vec<String>,
    known: HashMap<String, u32>,
}

impl Names {
    fn new(list: &Json, name: impl Fn(&Json) -> Result<&str, ReadError>) -> Result<Self, ReadError> {
        let mut this = Self { names: Vec::new(), known: HashMap::new() };
        for item in list.items()? {
            let name = name(item)?.to_owned();
            if this.known.insert(name.clone(), this.names.len() as u32).is_some() {
                return Err(item.fault(format!("the name {name:?} stands twice")));
            }
            this.names.push(name);
        }
        Ok(this)
    }

    fn index(&self, json: &Json) -> Result<u32, ReadError> {
        match &json.value {
            Value::Text(name) => self.known.get(name).copied().ok_or_else(|| json.fault(format!("there is nothing called {name:?}"))),
            _ => json.below(self.names.len()).map(|at| at as u32),
        }
    }
}

fn count(json: &Json) -> Result<u32, ReadError> {
    u32::try_from(json.int()?).map_err(|_| json.fault("a count from 0 is expected here"))
}

fn need(json: &Json, parties: &Names) -> Result<Vec<u32>, ReadError> {
    let mut need = vec![0; parties.names.len()];
    match &json.value {
        Value::Object(members) => {
            for (party, number) in members {
                let at = parties.known.get(party).ok_or_else(|| number.fault(format!("there is no party {party:?}")))?;
                need[*at as usize] = count(number)?;
            }
        }
        _ if need.len() == 1 => need[0] = count(json)?,
        _ => return Err(json.fault("the need of each party is expected here")),
    }
    Ok(need)
}

fn expert(json: &Json, parties: &Names) -> Result<Expert, ReadError> {
    let party = match json.get("party") {
        Some(party) => parties.index(party)?,
        None if parties.names.len() == 1 => 0,
        None => return Err(json.fault("the member \"party\" is missing")),
    };
    let min = json.get("min").map_or(Ok(0), count)?;
    Ok(Expert { party, min, max: count(json.need("max")?)? })
}

fn affinity(json: &Json) -> Result<i32, ReadError> {
    let millionths = json.millionths()?;
    let fits = (-LIMIT..=LIMIT).contains(&millionths);
    i32::try_from(millionths).ok().filter(|_| fits).ok_or_else(|| json.fault("an affinity lies between -2000 and 2000"))
}

fn full(table: &Json, applications: usize, experts: usize) -> Result<Affinity, ReadError> {
    let mut cells = Vec::new();
    let rows = table.items()?;
    for row in rows {
        let row_cells = row.items()?;
        if row_cells.len() != experts {
            return Err(row.fault(format!("there are {} affinities, not {experts}", row_cells.len())));
        }
        for cell in row_cells {
            cells.push(if cell.value == Value::Null { ABSENT } else { affinity(cell)? });
        }
    }
    if rows.len() != applications {
        return Err(table.fault(format!("there are {} rows of affinities, not {applications}", rows.len())));
    }
    Affinity::full(applications, experts, cells).ok_or_else(|| table.fault("an affinity is out of range"))
}

fn listed(list: &Json, applications: &Names, experts: &Names) -> Result<Affinity, ReadError> {
    let mut pairs = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for item in list.items()? {
        let pair = pair(item, 3, applications, experts)?;
        if !seen.insert(pair) {
            return Err(item.fault("the pair stands twice"));
        }
        pairs.push((pair.application, pair.expert, affinity(&item.items()?[2])?));
    }
    Affinity::listed(applications.names.len(), experts.names.len(), pairs).ok_or_else(|| list.fault("an affinity is out of range"))
}

fn pair(json: &Json, length: usize, applications: &Names, experts: &Names) -> Result<Pair, ReadError> {
    match json.items()? {
        items @ [application, expert, ..] if items.len() == length => {
            Ok(Pair::new(applications.index(application)?, experts.index(expert)?))
        }
        _ => {
            Err(json.fault(format!("{length} items are expected here: application, expert{}", if length > 2 { ", affinity" } else { "" })))
        }
    }
}

fn quotas(root: &Json, applications: &Names, experts: &Names) -> Result<Vec<Quota>, ReadError> {
    let mut quotas = Vec::new();
    for item in root.get("quotas").map_or(Ok(&[][..]), Json::items)? {
        let application = item.get("application").map(|name| applications.index(name)).transpose()?;
        let least = item.get("least").map_or(Ok(0), count)?;
        let most = item.get("most").map_or(Ok(u32::MAX), count)?;
        let groups = match (item.get("attribute"), item.get("experts")) {
            (Some(attribute), None) => groups(root.need("experts")?, attribute.text()?)?,
            (None, Some(list)) => vec![list.items()?.iter().map(|name| experts.index(name)).collect::<Result<_, _>>()?],
            _ => return Err(item.fault("exactly one of \"attribute\" and \"experts\" is expected")),
        };
        quotas.extend(groups.into_iter().map(|experts| Quota { application, experts, least, most }));
    }
    Ok(quotas)
}

/// The experts by each value of an attribute; an expert may have several values.
fn groups(experts: &Json, attribute: &str) -> Result<Vec<Vec<u32>>, ReadError> {
    let mut groups: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (at, expert) in (0..).zip(experts.items()?) {
        let Some(value) = expert.get("attributes").and_then(|attributes| attributes.get(attribute)) else { continue };
        let values = match &value.value {
            Value::Array(values) => values.iter().map(Json::text).collect::<Result<Vec<_>, _>>()?,
            _ => vec![value.text()?],
        };
        values.into_iter().for_each(|value| groups.entry(value).or_default().push(at));
    }
    Ok(groups.into_values().collect())
}

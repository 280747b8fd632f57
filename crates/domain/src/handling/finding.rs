//! Automatic findings: what an officer should look at before giving a verdict. They ask, they never decide.

use crate::{
    PartyCode, Refusal,
    application::{Application, Participant, problems},
    call::Call,
    ids::{ApplicationId, ParticipantId},
    organisation::{Kind, Scheme},
    refusal::Value,
};
use std::collections::{BTreeSet, HashMap};

/// The two sides' hours count as matched while they differ by no more than this, percent of the larger (R156: an aim).
pub const HOURS_TOLERANCE: i64 = 10;

/// So many other applications are named; a university may stand in hundreds.
const NAMED: usize = 12;

/// How much a finding asks of the officer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Good to know: an aim, a hint. Never stands in the way.
    Note,
    /// Has to be looked at before a verdict; such applications are never approved in bulk.
    Question,
}

impl Weight {
    pub fn code(self) -> &'static str {
        match self {
            Weight::Note => "note",
            Weight::Question => "question",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub weight: Weight,
    /// The sentence: `refusal-finding-…`, naming the participant where there is one.
    pub sentence: Refusal,
    /// Key of the field it is about, e.g. `finding-field-money`.
    pub field: &'static str,
    pub participant: Option<ParticipantId>,
    /// Whose office it concerns; none for both.
    pub party: Option<PartyCode>,
}

/// A participant whose organisation also takes part in other applications of the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    pub participant: ParticipantId,
    /// Their numbers.
    pub numbers: Vec<String>,
}

/// Everything that can be found without a person.
pub fn findings(call: &Call, app: &Application, elsewhere: &[Elsewhere]) -> Vec<Finding> {
    let mut all = Vec::new();
    of_project(call, app, &mut all);
    for party in &call.parties {
        of_side(app, party, &mut all);
    }
    for p in &app.participants {
        of_participant(app, p, &mut all);
    }
    of_hours(call, app, &mut all);
    for q in call.questions.iter().filter(|q| q.required && !app.answers_to(&q.id)) {
        all.push(whole(
            Weight::Question,
            "finding-answer-missing",
            "finding-field-answers",
            vec![("question", Value::Label(q.label.clone()))],
        ));
    }
    for e in elsewhere {
        if let Some(p) = app.participant(&e.participant) {
            let named = e.numbers.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
            let more = if e.numbers.len() > NAMED { " …" } else { "" };
            let args = vec![("count", Value::Number(e.numbers.len() as i64)), ("numbers", Value::Text(named + more))];
            all.push(about(p, Weight::Note, "finding-elsewhere", "finding-field-organisation", args));
        }
    }
    // What needs an answer comes first; a stable sort keeps the order of the application within.
    all.sort_by_key(|f| std::cmp::Reverse(f.weight));
    all
}

fn whole(weight: Weight, key: &'static str, field: &'static str, args: crate::refusal::Args) -> Finding {
    Finding { weight, sentence: Refusal::new(key, args), field, participant: None, party: None }
}

fn about(p: &Participant, weight: Weight, key: &'static str, field: &'static str, args: crate::refusal::Args) -> Finding {
    let mut named = vec![("name", Value::Text(p.name.clone()))];
    named.extend(args);
    Finding { weight, sentence: Refusal::new(key, named), field, participant: Some(p.id.clone()), party: p.party.clone() }
}

fn of_project(call: &Call, app: &Application, all: &mut Vec<Finding>) {
    if app.project.months > call.max_months {
        let args = vec![("months", Value::Number(app.project.months)), ("max", Value::Number(call.max_months))];
        all.push(whole(Weight::Question, "finding-months", "finding-field-months", args));
    }
    if let Some(s) = app.submission.as_ref().filter(|s| s.late) {
        all.push(whole(
            Weight::Question,
            "finding-late",
            "finding-field-submission",
            vec![("at", Value::At(s.at)), ("closes", Value::At(call.window.closes))],
        ));
    }
}

/// One party's side: somebody must be there (R14), companies only with a public or knowledge partner (R13), all confirmed (joint-calls.md 6.2).
fn of_side(app: &Application, party: &PartyCode, all: &mut Vec<Finding>) {
    let named = |weight, key, field| Finding {
        party: Some(party.clone()),
        ..whole(weight, key, field, vec![("party", Value::Party(party.clone()))])
    };
    if app.of(party).next().is_none() {
        all.push(named(Weight::Question, "finding-side-missing", "finding-field-participants"));
        return;
    }
    let company = app.of(party).any(|p| p.kind == Kind::Company);
    if company && !app.of(party).any(|p| p.kind.is_public_or_knowledge()) {
        all.push(named(Weight::Question, "finding-companies-only", "finding-field-kind"));
    }
    if !app.whole(party) {
        all.push(named(Weight::Question, "finding-half", "finding-field-confirmations"));
    }
}

fn of_participant(app: &Application, p: &Participant, all: &mut Vec<Finding>) {
    if p.is_associated() {
        if p.lines.iter().any(|l| l.amount.minor != 0) {
            all.push(about(p, Weight::Question, "finding-associated-money", "finding-field-money", vec![]));
        }
    } else {
        if !p.money_stated {
            all.push(about(p, Weight::Question, "finding-money-unstated", "finding-field-money", vec![]));
        }
        if !p.is_confirmed() {
            all.push(about(p, Weight::Question, "finding-unconfirmed", "finding-field-confirmations", vec![]));
        }
        let years = app.project.years();
        if let Some(year) = p.lines.iter().filter(|l| l.amount.minor != 0).map(|l| l.year).find(|y| !years.is_empty() && !years.contains(y))
        {
            all.push(about(
                p,
                Weight::Question,
                "finding-stray-year",
                "finding-field-money",
                vec![("year", Value::Text(year.to_string()))],
            ));
        }
        if !problems(p).is_empty() {
            all.push(about(p, Weight::Question, "finding-sums", "finding-field-money", vec![]));
        }
    }
    if p.id_warning().is_some() {
        let args = vec![("identifier", Value::Text(p.identifier.clone()))];
        all.push(about(p, Weight::Note, "finding-identifier", "finding-field-identifier", args));
    }
}

/// Where benefit is equal, hours are to match: an aim, so only notes (R156).
fn of_hours(call: &Call, app: &Application, all: &mut Vec<Finding>) {
    if !app.project.equal_benefit {
        return;
    }
    for p in app.participants.iter().filter(|p| !p.is_associated() && p.hours() == 0) {
        all.push(about(p, Weight::Note, "finding-hours-missing", "finding-field-hours", vec![]));
    }
    let hours = [app.hours(&call.parties[0]), app.hours(&call.parties[1])];
    let (low, high) = (hours[0].min(hours[1]), hours[0].max(hours[1]));
    if low > 0 && i128::from(high - low) * 100 > i128::from(high) * i128::from(HOURS_TOLERANCE) {
        let args = vec![
            ("first", Value::Party(call.parties[0].clone())),
            ("first-hours", Value::Number(hours[0])),
            ("second", Value::Party(call.parties[1].clone())),
            ("second-hours", Value::Number(hours[1])),
        ];
        all.push(whole(Weight::Note, "finding-hours-differ", "finding-field-hours", args));
    }
}

/// One participant of a call's applications, as far as it takes to know its organisation again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrant {
    pub application: ApplicationId,
    pub number: String,
    pub participant: ParticipantId,
    pub name: String,
    pub scheme: Scheme,
    pub identifier: String,
}

impl Entrant {
    /// The identifier or, without one, the name, in one spelling.
    fn key(&self) -> String {
        let plain = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        if self.identifier.trim().is_empty() { plain(&self.name) } else { format!("{}:{}", self.scheme.code(), plain(&self.identifier)) }
    }
}

/// Participants of one application whose organisations stand in others too.
pub fn elsewhere(entrants: &[Entrant], app: &ApplicationId) -> Vec<Elsewhere> {
    let (own, others): (Vec<&Entrant>, Vec<&Entrant>) = entrants.iter().partition(|e| &e.application == app);
    let mut places: HashMap<String, BTreeSet<&str>> = HashMap::new();
    for e in others {
        places.entry(e.key()).or_default().insert(&e.number);
    }
    let found = |e: &&Entrant| {
        let numbers = places.get(&e.key())?.iter().map(|n| n.to_string()).collect();
        Some(Elsewhere { participant: e.participant.clone(), numbers })
    };
    own.iter().filter_map(found).collect()
}

/// How many participants of each application `elsewhere` would name.
pub fn shared(entrants: &[Entrant]) -> HashMap<ApplicationId, usize> {
    let keys: Vec<String> = entrants.iter().map(Entrant::key).collect();
    let mut places: HashMap<&str, (&ApplicationId, bool)> = HashMap::new();
    for (e, key) in entrants.iter().zip(&keys) {
        let (first, several) = places.entry(key).or_insert((&e.application, false));
        *several |= *first != &e.application;
    }
    let mut counts = HashMap::new();
    for (e, _) in entrants.iter().zip(&keys).filter(|(_, key)| places[key.as_str()].1) {
        *counts.entry(e.application.clone()).or_insert(0) += 1;
    }
    counts
}

//! What stands between a draft and its publication: every obstacle by name, not just the first.

use super::{Call, Question, QuestionKind};
use crate::{
    Instant, Lang, Refusal, Text3,
    programme::{Body, Programme},
    refusal::Value,
};

/// Weights of all criteria together, percent.
pub const WEIGHT_SUM: i64 = 100;

/// Everything that keeps `call` from being published, in the order of the desk's sections. Empty: it may be published.
pub fn obstacles(call: &Call, programme: &Programme, presented_to: Option<&Body>, now: Instant) -> Vec<Refusal> {
    let mut all = Vec::new();
    if let Some(since) = call.published {
        return vec![Refusal::new("call-published-already", vec![("since", Value::At(since))])];
    }
    if programme.record_only {
        all.push(Refusal::new("programme-record-only", vec![("programme", Value::Label(programme.title.clone()))]));
    }
    all.extend(programme.balance().err());
    if !programme.themes.iter().any(|t| t.no == call.theme) {
        all.push(Refusal::new("call-theme", vec![]));
    }
    all.extend(missing_translations(call));
    all.extend(window_obstacles(call, now));
    all.extend(pot_obstacles(call));
    all.extend(criteria_obstacles(call, presented_to));
    all.extend(call.questions.iter().filter_map(question_obstacle));
    all
}

/// A published call and nothing changed but that.
pub fn publish(call: &Call, programme: &Programme, presented_to: Option<&Body>, now: Instant) -> Result<Call, Vec<Refusal>> {
    let all = obstacles(call, programme, presented_to, now);
    if all.is_empty() { Ok(Call { published: Some(now), ..call.clone() }) } else { Err(all) }
}

fn window_obstacles(call: &Call, now: Instant) -> Vec<Refusal> {
    let w = &call.window;
    let mut all = Vec::new();
    if w.opens >= w.closes {
        all.push(Refusal::new("call-opens-after-closing", vec![("opens", Value::At(w.opens)), ("closes", Value::At(w.closes))]));
    }
    if w.closes <= now {
        all.push(Refusal::new("call-closes-in-the-past", vec![("closes", Value::At(w.closes))]));
    }
    for party in &call.parties {
        if w.completes(party) < w.closes {
            all.push(Refusal::new(
                "call-completes-before-closing",
                vec![("party", Value::Party(party.clone())), ("closes", Value::At(w.closes))],
            ));
        }
    }
    all
}

fn pot_obstacles(call: &Call) -> Vec<Refusal> {
    let has_money = |party| call.pot_total(party).is_some_and(|m| m.minor > 0);
    call.parties
        .iter()
        .filter(|p| !has_money(p))
        .map(|p| Refusal::new("call-pot-missing", vec![("party", Value::Party(p.clone()))]))
        .collect()
}

fn criteria_obstacles(call: &Call, presented_to: Option<&Body>) -> Vec<Refusal> {
    if call.criteria.is_empty() {
        return vec![Refusal::new("call-criteria-missing", vec![])];
    }
    let mut all = Vec::new();
    let sum: i64 = call.criteria.iter().map(|c| c.weight).sum();
    if sum != WEIGHT_SUM {
        all.push(Refusal::new("call-weights", vec![("sum", Value::Number(sum)), ("wanted", Value::Number(WEIGHT_SUM))]));
    }
    for c in call.criteria.iter().filter(|c| c.anchors.len() < 2) {
        all.push(Refusal::new("call-anchors", vec![("criterion", Value::Label(c.label.clone()))]));
    }
    match (&call.presented, presented_to) {
        (Some(p), Some(body)) if !body.sits_on(p.on) => {
            let args = vec![("body", Value::Label(body.name.clone())), ("day", Value::Day(p.on))];
            all.push(Refusal::new("call-presented-body", args));
        }
        (Some(_), Some(_)) => {}
        _ => all.push(Refusal::new("call-criteria-not-presented", vec![])),
    }
    all
}

fn question_obstacle(q: &Question) -> Option<Refusal> {
    let wanted = match &q.kind {
        QuestionKind::Choice(_) => 2,
        QuestionKind::Table(_) => 1,
        _ => 0,
    };
    let few = q.kind.options().len() < wanted;
    few.then(|| {
        Refusal::new("call-question-options", vec![("question", Value::Label(q.label.clone())), ("wanted", Value::Number(wanted as i64))])
    })
}

/// The texts that lack a language: one refusal per language, naming every text.
fn missing_translations(call: &Call) -> Vec<Refusal> {
    let texts = texts(call);
    Lang::ALL
        .into_iter()
        .filter_map(|lang| {
            let names: Vec<String> = texts.iter().filter(|(_, t)| t.missing().contains(&lang)).map(|(name, _)| name.clone()).collect();
            if names.is_empty() {
                return None;
            }
            let language = match lang {
                Lang::Da => "language-name-da",
                Lang::En => "language-name-en",
                Lang::Zh => "language-name-zh",
            };
            Some(Refusal::new(
                "call-translation-missing",
                vec![("language", Value::Key(language)), ("texts", Value::Text(names.join(", ")))],
            ))
        })
        .collect()
}

/// Every text that must be there in all languages, with the short name the desk uses for it: `A`, `B`; criteria `C1`, questions `Q1`.
fn texts(call: &Call) -> Vec<(String, &Text3)> {
    let mut all = vec![("A".to_string(), &call.title), ("B".to_string(), &call.summary)];
    for c in &call.criteria {
        all.push((format!("C{}", c.no), &c.label));
        all.extend(c.anchors.iter().enumerate().map(|(score, a)| (format!("C{}.{score}", c.no), a)));
        all.extend(optional(&c.help).map(|t| (format!("C{}", c.no), t)));
    }
    for q in &call.questions {
        all.push((format!("Q{}", q.no), &q.label));
        all.extend(q.kind.options().iter().enumerate().map(|(i, o)| (format!("Q{}.{}", q.no, i + 1), o)));
        all.extend(optional(&q.help).map(|t| (format!("Q{}", q.no), t)));
    }
    all
}

/// A help text may be absent, but not in one language only.
fn optional(t: &Text3) -> Option<&Text3> {
    (t.missing().len() < 3).then_some(t)
}

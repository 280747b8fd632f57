//! The parts of a draft as forms: filled from the call, read back into an `Edit`. Drafts may be incomplete; publication is strict.

use crate::kit::{Fields, words};
use domain::{
    Instant, Money, PartyCode, Text3,
    call::{Call, ConfirmationRule, Criterion, Edit, Pot, Presented, Question, QuestionKind, Window},
    ids::{BodyId, CriterionId, QuestionId},
    party::Party,
    refusal::Value,
    time::{Day, Zone, ZoneProblem},
};

pub const PARTS: [&str; 6] = ["basics", "window", "pots", "criteria", "presented", "questions"];
const TITLE_MAX: usize = 200;
const TEXT_MAX: usize = 6000;
/// Rows of one form; a form with more would be no form.
const ROWS_MAX: usize = 40;

/// The form of one part as the call has it. `zone`: the wall on which its instants are shown.
pub fn filled(call: &Call, part: &str, zone: &Zone) -> Fields {
    let mut f = Fields::filled([("version", call.version.to_string())]);
    match part {
        "basics" => {
            words::fill(&mut f, "title", &call.title);
            words::fill(&mut f, "summary", &call.summary);
            f.set("theme", call.theme.to_string());
            f.set("max_months", call.max_months.to_string());
            f.set("confirmation", call.confirmation.code());
        }
        "window" => {
            f.set("zone", zone.name());
            f.set("opens", local(zone, call.window.opens));
            f.set("closes", local(zone, call.window.closes));
            for party in &call.parties {
                f.set(&format!("completes-{party}"), local(zone, call.window.completes(party)));
            }
        }
        "pots" => {
            for p in &call.pots {
                f.set(&format!("pot-{}-{}", p.party, p.year), format!("{}.{:02}", p.amount.minor / 100, p.amount.minor % 100));
            }
        }
        "criteria" => fill_criteria(&mut f, &call.criteria),
        "questions" => fill_questions(&mut f, &call.questions),
        _ => {
            if let Some(p) = &call.presented {
                f.set("body", p.body.as_str());
                f.set("on", p.on.iso());
            }
        }
    }
    f
}

/// Reads a part back; what is wrong stands in the fields' errors.
pub fn read(f: &mut Fields, call: &Call, part: &str, parties: &[Party], years: &[i64], mint: &dyn Mint) -> Edit {
    match part {
        "basics" => read_basics(f),
        "window" => Edit::Window(read_window(f, &call.parties)),
        "pots" => Edit::Pots(read_pots(f, call, parties, years)),
        "criteria" => {
            let mut all = read_criteria(f, call, mint);
            let blank =
                || Criterion { id: mint.criterion(), no: 0, label: Text3::default(), help: Text3::default(), weight: 0, anchors: vec![] };
            arrange(&mut all, f.value("do"), blank);
            Edit::Criteria(all)
        }
        "questions" => {
            let mut all = read_questions(f, call, mint);
            let blank = || Question {
                id: mint.question(),
                no: 0,
                kind: QuestionKind::Text,
                label: Text3::default(),
                help: Text3::default(),
                required: false,
                max_length: 2000,
            };
            arrange(&mut all, f.value("do"), blank);
            Edit::Questions(all)
        }
        _ => Edit::Presented(read_presented(f)),
    }
}

/// New ids for new rows.
pub trait Mint {
    fn criterion(&self) -> CriterionId;
    fn question(&self) -> QuestionId;
}

pub fn read_basics(f: &mut Fields) -> Edit {
    let title = words::read(f, "title", TITLE_MAX);
    if title.missing().len() == 3 {
        f.fail("title-da", "required", vec![]);
    }
    let summary = words::read(f, "summary", TEXT_MAX);
    let theme = f.number("theme", 1, 99);
    let max_months = f.number("max_months", 1, 120);
    let confirmation = ConfirmationRule::parse(f.value("confirmation")).unwrap_or_else(|| {
        f.fail("confirmation", "required", vec![]);
        ConfirmationRule::All
    });
    Edit::Basics { title, summary, theme, max_months, confirmation }
}

pub fn read_window(f: &mut Fields, parties: &[PartyCode; 2]) -> Window {
    let zone = read_zone(f);
    let opens = moment(f, "opens", zone.as_ref());
    let closes = moment(f, "closes", zone.as_ref());
    let completes = parties.iter().map(|p| (p.clone(), moment(f, &format!("completes-{p}"), zone.as_ref()))).collect();
    Window { opens, closes, completes }
}

/// The zone that the times of the form are written in.
pub fn read_zone(f: &mut Fields) -> Option<Zone> {
    match Zone::parse(f.value("zone")) {
        Ok(zone) => Some(zone),
        Err(problem) => {
            let (key, args) = zone_refusal(problem, "");
            f.fail("zone", key, args);
            None
        }
    }
}

/// A time on the wall of `zone` as one instant; notes what is wrong.
pub fn moment(f: &mut Fields, name: &str, zone: Option<&Zone>) -> Instant {
    let typed = f.value(name).trim().to_string();
    match zone.map(|z| z.instant(&typed)) {
        _ if typed.is_empty() => f.fail(name, "required", vec![]),
        Some(Ok(at)) => return at,
        Some(Err(problem)) => {
            let (key, args) = zone_refusal(problem, &typed);
            f.fail(name, key, args);
        }
        // The zone itself is what is wrong; one sentence is enough.
        None => {}
    }
    Instant::from_micros(0)
}

fn zone_refusal(problem: ZoneProblem, typed: &str) -> (&'static str, domain::refusal::Args) {
    let said = |t: &str| vec![("typed", Value::Text(t.into()))];
    match problem {
        ZoneProblem::Ambiguous(name) => ("zone-ambiguous", said(&name)),
        ZoneProblem::Unknown(name) => ("zone-unknown", said(&name)),
        ZoneProblem::Skipped => ("time-skipped", said(&typed.replace('T', " "))),
        ZoneProblem::Twice => ("time-twice", said(&typed.replace('T', " "))),
        ZoneProblem::NotATime(t) => ("time-unreadable", said(&t)),
    }
}

fn local(zone: &Zone, at: Instant) -> String {
    let w = zone.wall(at);
    format!("{}T{:02}:{:02}", w.day.iso(), w.hour, w.minute)
}

fn read_pots(f: &mut Fields, call: &Call, parties: &[Party], years: &[i64]) -> Vec<Pot> {
    let mut pots = Vec::new();
    for party in parties.iter().filter(|p| call.has_party(&p.code)) {
        for year in years {
            let amount: Money = f.money(&format!("pot-{}-{year}", party.code), party.currency);
            if amount.minor > 0 {
                pots.push(Pot { party: party.code.clone(), year: *year, amount });
            }
        }
    }
    pots
}

fn read_presented(f: &mut Fields) -> Option<Presented> {
    let body = BodyId::parse(f.value("body"));
    let on = Day::parse(f.value("on"));
    if body.is_none() {
        f.fail("body", "required", vec![]);
    }
    if on.is_none() {
        f.fail("on", "required", vec![]);
    }
    body.zip(on).map(|(body, on)| Presented { body, on })
}

fn fill_criteria(f: &mut Fields, all: &[Criterion]) {
    f.set("rows", all.len().to_string());
    for (i, c) in all.iter().enumerate() {
        f.set(&format!("r{i}-id"), c.id.as_str());
        words::fill(f, &format!("r{i}-label"), &c.label);
        words::fill(f, &format!("r{i}-help"), &c.help);
        f.set(&format!("r{i}-weight"), c.weight.to_string());
        put_lines(f, &format!("r{i}-anchors"), &c.anchors);
    }
}

fn read_criteria(f: &mut Fields, call: &Call, mint: &dyn Mint) -> Vec<Criterion> {
    rows(f)
        .map(|i| {
            let known = CriterionId::parse(f.value(&format!("r{i}-id"))).filter(|id| call.criteria.iter().any(|c| &c.id == id));
            Criterion {
                id: known.unwrap_or_else(|| mint.criterion()),
                no: 0,
                label: words::read(f, &format!("r{i}-label"), TITLE_MAX),
                help: words::read(f, &format!("r{i}-help"), TEXT_MAX),
                weight: f.number(&format!("r{i}-weight"), 0, 100),
                anchors: lines(f, &format!("r{i}-anchors")),
            }
        })
        .collect()
}

fn fill_questions(f: &mut Fields, all: &[Question]) {
    f.set("rows", all.len().to_string());
    for (i, q) in all.iter().enumerate() {
        f.set(&format!("r{i}-id"), q.id.as_str());
        f.set(&format!("r{i}-kind"), q.kind.code());
        words::fill(f, &format!("r{i}-label"), &q.label);
        words::fill(f, &format!("r{i}-help"), &q.help);
        f.set(&format!("r{i}-max"), q.max_length.to_string());
        if q.required {
            f.set(&format!("r{i}-required"), "1");
        }
        put_lines(f, &format!("r{i}-options"), q.kind.options());
    }
}

fn read_questions(f: &mut Fields, call: &Call, mint: &dyn Mint) -> Vec<Question> {
    rows(f)
        .map(|i| {
            let known = QuestionId::parse(f.value(&format!("r{i}-id"))).filter(|id| call.questions.iter().any(|q| &q.id == id));
            let options = lines(f, &format!("r{i}-options"));
            let kind = QuestionKind::of(f.value(&format!("r{i}-kind")), options).unwrap_or_else(|| {
                f.fail(&format!("r{i}-kind"), "required", vec![]);
                QuestionKind::Text
            });
            Question {
                id: known.unwrap_or_else(|| mint.question()),
                no: 0,
                kind,
                label: words::read(f, &format!("r{i}-label"), TITLE_MAX),
                help: words::read(f, &format!("r{i}-help"), TEXT_MAX),
                required: f.is(&format!("r{i}-required"), "1"),
                max_length: f.number(&format!("r{i}-max"), 0, 20_000),
            }
        })
        .collect()
}

/// What a row's button asks for: `add`, `remove-2`, `up-2`, `down-2`; rows count from 0.
fn arrange<T>(all: &mut Vec<T>, wish: &str, blank: impl Fn() -> T) {
    if wish == "add" && all.len() < ROWS_MAX {
        all.push(blank());
    }
    let Some((what, at)) = wish.split_once('-') else { return };
    let Some(at) = at.parse::<usize>().ok().filter(|at| *at < all.len()) else { return };
    match what {
        "remove" => drop(all.remove(at)),
        "up" if at > 0 => all.swap(at - 1, at),
        "down" if at + 1 < all.len() => all.swap(at, at + 1),
        _ => {}
    }
}

fn rows(f: &Fields) -> std::ops::Range<usize> {
    0..f.value("rows").parse::<usize>().unwrap_or(0).min(ROWS_MAX)
}

/// One text per line and language; the nth lines belong together.
fn put_lines(f: &mut Fields, name: &str, all: &[Text3]) {
    let join = |pick: fn(&Text3) -> &String| all.iter().map(|t| pick(t).as_str()).collect::<Vec<_>>().join("\n");
    f.set(&format!("{name}-da"), join(|t| &t.da));
    f.set(&format!("{name}-en"), join(|t| &t.en));
    f.set(&format!("{name}-zh"), join(|t| &t.zh));
}

fn lines(f: &mut Fields, name: &str) -> Vec<Text3> {
    let t = words::read(f, name, TEXT_MAX);
    let [da, en, zh] = [&t.da, &t.en, &t.zh].map(|t| t.lines().map(str::trim).collect::<Vec<_>>());
    let longest = da.len().max(en.len()).max(zh.len());
    let line = |all: &[&str], i: usize| all.get(i).copied().unwrap_or("").to_string();
    (0..longest).map(|i| Text3 { da: line(&da, i), en: line(&en, i), zh: line(&zh, i) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::filled(pairs.iter().copied())
    }
    fn keys(f: &Fields) -> Vec<(&str, &str)> {
        f.errors.iter().map(|e| (e.field.as_str(), e.refusal.key())).collect()
    }
    fn window(zone: &str, opens: &str) -> Fields {
        let later = "2026-12-01T12:00";
        fields(&[("zone", zone), ("opens", opens), ("closes", later), ("completes-RM", later), ("completes-SH", later)])
    }

    #[test]
    fn a_time_is_one_instant_or_refused_by_name() {
        let parties = ["RM", "SH"].map(|p| PartyCode::parse(p).unwrap());
        for (zone, opens, wrong) in [
            ("Europe/Copenhagen", "2026-06-01T12:00", vec![]),
            ("Europe/Copenhagen", "2026-03-29T02:30", vec![("opens", "time-skipped")]),
            ("Europe/Copenhagen", "2026-10-25T02:30", vec![("opens", "time-twice")]),
            ("CST", "2026-06-01T12:00", vec![("zone", "zone-ambiguous")]),
            ("Europe/Viborg", "2026-06-01T12:00", vec![("zone", "zone-unknown")]),
            ("Asia/Shanghai", "next week", vec![("opens", "time-unreadable")]),
            ("Asia/Shanghai", "", vec![("opens", "required")]),
        ] {
            let mut f = window(zone, opens);
            read_window(&mut f, &parties);
            assert_eq!(keys(&f), wrong, "{zone} {opens}");
        }
    }

    #[test]
    fn lines_of_the_languages_belong_together() {
        let mut f = fields(&[("a-da", "svag\r\ngod"), ("a-en", "weak\ngood\nexcellent"), ("a-zh", "")]);
        let all = lines(&mut f, "a");
        assert_eq!(all[0], Text3::new("svag", "weak", ""));
        assert_eq!(all[2], Text3::new("", "excellent", ""));
    }

    #[test]
    fn rows_are_added_moved_and_removed() {
        let mut all = vec![1, 2, 3];
        arrange(&mut all, "up-2", || 0);
        assert_eq!(all, [1, 3, 2]);
        arrange(&mut all, "remove-0", || 0);
        arrange(&mut all, "add", || 9);
        assert_eq!(all, [3, 2, 9]);
        for harmless in ["up-0", "down-2", "remove-7", "save", "remove--1", "x"] {
            arrange(&mut all, harmless, || 0);
        }
        assert_eq!(all, [3, 2, 9]);
    }
}

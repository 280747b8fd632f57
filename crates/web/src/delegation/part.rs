//! The numbered lines of a delegation, one page a sort: the lines there are, and the form for another or a changed one.

use super::form::day;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, error::found, see_other, words};
use actions::{
    Error,
    delegation::{self, part::Line},
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Currency, Money,
    area::Area,
    delegation::{
        Delegation,
        cost::{Cost, Payer, What},
        gift::{Disposal, Gift, Level},
        part::{FollowUp, Member, Part, Site, Sort, Topic},
    },
    time::Day,
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "delegation/part.html")]
struct Page {
    l: Frame,
    f: Fields,
    d: Delegation,
    sort: Sort,
    lines: Vec<(i64, Part)>,
    /// The line that the form changes.
    no: Option<i64>,
    currencies: Vec<(String, String)>,
    /// Of the register, for a member's line.
    people: Vec<(String, String)>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        vec![
            ("/delegations".into(), self.l.t("nav-delegations")),
            (format!("/delegations/{}", self.d.slug), self.l.text(&self.d.title).into()),
        ]
    }
    fn heading(&self) -> String {
        self.l.t(match self.sort {
            Sort::Members => "delegation-members",
            Sort::Sites => "delegation-sites",
            Sort::Topics => "delegation-findings",
            Sort::Costs => "delegation-costs",
            Sort::Gifts => "delegation-gifts",
            Sort::FollowUps => "delegation-follow-ups",
        })
    }
    fn base(&self) -> String {
        format!("/delegations/{}/{}", self.d.slug, self.sort.code())
    }
    fn is(&self, code: &str) -> bool {
        self.sort.code() == code
    }
    /// A line in a few words.
    fn said(&self, part: &Part) -> String {
        let l = &self.l;
        match part {
            Part::Member(m) => {
                let organisation = m.organisation.as_ref().map_or(m.organisation_name.as_str(), |o| l.text(&o.name));
                [m.name.as_str(), l.text(&m.post), organisation]
                    .into_iter()
                    .filter(|t| !t.is_empty())
                    .collect::<Vec<_>>()
                    .join(&l.t("delegation-comma"))
            }
            Part::Site(s) => s.organisation.as_ref().map_or_else(|| l.text(&s.name).to_string(), |o| l.text(&o.name).to_string()),
            Part::Topic(t) => [l.text(&t.name), l.text(&t.finding)].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(": "),
            Part::Cost(c) => {
                format!(
                    "{}: {}, {}",
                    l.code("delegation-cost", c.what.code()),
                    l.money(c.money),
                    l.code("delegation-payer", c.payer.code())
                )
            }
            Part::Gift(g) => format!("{}: {} → {}", g.what, g.giver_name, g.recipient),
            Part::FollowUp(f) => format!("{} – {}, {}", f.what, f.owner, l.day(f.due)),
        }
    }
    fn coded<'a>(&self, prefix: &str, codes: impl IntoIterator<Item = &'a str>) -> Vec<(String, String)> {
        codes.into_iter().map(|c| (c.to_string(), self.l.code(prefix, c))).collect()
    }
    fn areas(&self) -> Vec<(String, String)> {
        self.coded("area", Area::ALL.iter().map(|x| x.code()))
    }
    fn whats(&self) -> Vec<(String, String)> {
        self.coded("delegation-cost", What::ALL.iter().map(|x| x.code()))
    }
    fn payers(&self) -> Vec<(String, String)> {
        self.coded("delegation-payer", Payer::ALL.iter().map(|x| x.code()))
    }
    fn levels(&self) -> Vec<(String, String)> {
        self.coded("delegation-gift-level", Level::ALL.iter().map(|x| x.code()))
    }
    fn disposals(&self) -> Vec<(String, String)> {
        self.coded("delegation-gift-disposal", Disposal::ALL.iter().map(|x| x.code()))
    }
    fn answers(&self) -> Vec<(String, String)> {
        vec![("accepted".into(), self.l.t("delegation-gift-accepted")), ("declined".into(), self.l.t("delegation-gift-declined"))]
    }
}

fn filled(part: &Part) -> Fields {
    let mut f = Fields::default();
    let slug = |n: &Option<domain::named::Named>| n.as_ref().map(|n| n.slug.clone()).unwrap_or_default();
    let money = |m: &Money| i18n::format::decimal(domain::Lang::En, m.minor, 2);
    match part {
        Part::Member(m) => {
            for (name, value) in [
                ("name", m.name.clone()),
                ("passport", m.passport.clone()),
                ("passport_no", m.passport_no.clone()),
                ("born", m.born.map(Day::iso).unwrap_or_default()),
                ("rank", m.rank.to_string()),
                ("people", m.people.to_string()),
            ] {
                f.set(name, value);
            }
            f.set("organisation", if m.organisation.is_some() { slug(&m.organisation) } else { m.organisation_name.clone() });
            f.set("person", m.person.as_ref().map(|p| p.to_string()).unwrap_or_default());
            words::fill(&mut f, "post", &m.post);
            if m.head {
                f.set("head", "1");
            }
        }
        Part::Site(s) => {
            f.set("organisation", slug(&s.organisation));
            words::fill(&mut f, "name", &s.name);
            f.set("on", s.on.as_str());
        }
        Part::Topic(t) => {
            words::fill(&mut f, "name", &t.name);
            words::fill(&mut f, "finding", &t.finding);
            f.set("area", t.area.map_or("", Area::code));
            if t.taken_up {
                f.set("taken_up", "1");
            }
        }
        Part::Cost(c) => {
            for (name, value) in [
                ("what", c.what.code()),
                ("payer", c.payer.code()),
                ("currency", c.money.currency.code()),
                ("note", &c.note),
                ("reason", &c.reason),
            ] {
                f.set(name, value);
            }
            f.set("money", money(&c.money));
        }
        Part::Gift(g) => {
            for (name, value) in [
                ("giver", g.giver.code()),
                ("giver_name", &g.giver_name),
                ("recipient", &g.recipient),
                ("level", g.level.code()),
                ("what", &g.what),
                ("currency", g.value.currency.code()),
                ("answer", if g.accepted { "accepted" } else { "declined" }),
                ("disposal", g.disposal.code()),
            ] {
                f.set(name, value);
            }
            f.set("money", money(&g.value));
            f.set("day", g.day.iso());
            if g.recipient_head {
                f.set("recipient_head", "1");
            }
        }
        Part::FollowUp(x) => {
            f.set("what", x.what.as_str());
            f.set("owner", x.owner.as_str());
            f.set("due", x.due.iso());
            f.set("done", x.done.map(Day::iso).unwrap_or_default());
        }
    }
    f
}

/// A day that must be there.
fn needed(f: &mut Fields, name: &str) -> Day {
    let before = f.errors.len();
    day(f, name).unwrap_or_else(|| {
        if f.errors.len() == before {
            f.fail(name, "required", vec![]);
        }
        Day { year: 2000, month: 1, day: 1 }
    })
}

fn accepted(answer: &str) -> Option<bool> {
    match answer {
        "accepted" => Some(true),
        "declined" => Some(false),
        _ => None,
    }
}

fn money(f: &mut Fields) -> Money {
    let currency = words::choice(f, "currency", Currency::parse, Currency::Dkk);
    f.required("money", 40);
    f.money("money", currency)
}

fn read(f: &mut Fields, sort: Sort) -> Line {
    let organisation = f.text("organisation", 200);
    let part = match sort {
        Sort::Members => Part::Member(Member {
            name: f.text("name", 200),
            person: domain::ids::PersonId::parse(f.value("person")),
            organisation: None,
            organisation_name: String::new(),
            post: words::read(f, "post", 200),
            rank: f.number("rank", 1, 999),
            head: f.has("head"),
            passport: f.text("passport", 100),
            passport_no: f.text("passport_no", 30),
            born: day(f, "born"),
            people: f.number("people", 0, 999),
        }),
        Sort::Sites => Part::Site(Site { organisation: None, name: words::read(f, "name", 200), on: words::edtf(f, "on") }),
        Sort::Topics => Part::Topic(Topic {
            name: words::read(f, "name", 200),
            finding: words::read(f, "finding", 4000),
            area: Area::parse(f.value("area")),
            taken_up: f.has("taken_up"),
        }),
        Sort::Costs => Part::Cost(Cost {
            what: words::choice(f, "what", What::parse, What::Other),
            note: f.text("note", 300),
            payer: words::choice(f, "payer", Payer::parse, Payer::Host),
            money: money(f),
            reason: f.text("reason", 1000),
        }),
        Sort::Gifts => Part::Gift(Gift {
            day: needed(f, "day"),
            giver: words::choice(f, "giver", Payer::parse, Payer::Host),
            giver_name: f.required("giver_name", 200),
            recipient: f.required("recipient", 200),
            recipient_head: f.has("recipient_head"),
            level: words::choice(f, "level", Level::parse, Level::Below),
            what: f.required("what", 300),
            value: money(f),
            accepted: words::choice(f, "answer", accepted, true),
            disposal: words::choice(f, "disposal", Disposal::parse, Disposal::None),
        }),
        Sort::FollowUps => Part::FollowUp(FollowUp {
            what: f.required("what", 1000),
            owner: f.required("owner", 200),
            due: needed(f, "due"),
            done: day(f, "done"),
        }),
    };
    Line { part, organisation }
}

async fn page(app: &App, visit: &Visit, slug: &str, sort: Sort, no: Option<i64>, f: Option<Fields>) -> Result<Page, Problem> {
    let p = delegation::show(&app.desk, &visit.viewer, slug).await?;
    let lines: Vec<(i64, Part)> = p.inside.iter().flat_map(|i| i.of(sort)).cloned().collect();
    let chosen = no.and_then(|no| lines.iter().find(|(n, _)| *n == no));
    let no = chosen.map(|(n, _)| *n);
    let f = f.or_else(|| chosen.map(|(_, part)| filled(part))).unwrap_or_else(|| {
        let next = (lines.len() + 1).to_string();
        Fields::filled([("rank", next.as_str()), ("people", "1"), ("answer", "accepted"), ("disposal", "none")])
    });
    let mut currencies: Vec<(String, String)> =
        app.parties.iter().map(|p| (p.currency.code().to_string(), p.currency.code().to_string())).collect();
    currencies.dedup();
    let people = if sort == Sort::Members { actions::person::names(&app.desk, &visit.viewer).await? } else { Vec::new() };
    Ok(Page { l: visit.frame(), f, d: p.delegation, sort, lines, no, currencies, people })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((slug, sort)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Answer {
    let sort = found(Sort::parse(&sort))?;
    let no = query.get("line").and_then(|n| n.parse().ok());
    visit.page(&page(&app, &visit, &slug, sort, no, None).await?)
}

pub async fn save(State(app): State<App>, visit: Visit, Path((slug, sort)): Path<(String, String)>, mut f: Fields) -> Answer {
    let sort = found(Sort::parse(&sort))?;
    let no = f.value("line").parse().ok();
    let line = read(&mut f, sort);
    let outcome = if f.errors.is_empty() {
        delegation::part::save(&app.desk, &visit.viewer, &slug, no, line).await
    } else {
        Err(Error::Invalid(Vec::new()))
    };
    match outcome {
        Ok(()) => Ok(see_other(&format!("/delegations/{slug}/{}", sort.code()), "message-saved")),
        Err(Error::Invalid(more)) => {
            f.errors.extend(more);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &slug, sort, no, Some(f)).await?)
        }
        Err(other) => Err(other.into()),
    }
}

pub async fn remove(State(app): State<App>, visit: Visit, Path((slug, sort, no)): Path<(String, String, String)>) -> Answer {
    let (sort, no) = (found(Sort::parse(&sort))?, found(no.parse().ok())?);
    delegation::part::remove(&app.desk, &visit.viewer, &slug, sort, no).await?;
    Ok(see_other(&format!("/delegations/{slug}/{}", sort.code()), "message-saved"))
}

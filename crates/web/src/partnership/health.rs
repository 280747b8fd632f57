//! How a partnership does: signals with their reasons, what they speak for, the state a person sets, and the log of contacts.

use crate::kit::{Answer, App, Fields, Frame, Visit, see_other, words};
use actions::{
    partnership::{self as book, Health},
    words::Words,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    partnership::{Channel, Contact, Direction, Grade, Signal, State as Standing},
    time::Day,
};

#[derive(Template)]
#[template(path = "partnership/health.html")]
struct Show {
    l: Frame,
    f: Fields,
    h: Health,
    refused: Option<Refusal>,
}

impl Show {
    fn name(&self) -> String {
        self.h.page.line.name(self.l.lang)
    }
    fn states(&self) -> Vec<(String, String)> {
        self.l.codes("partnership-state", Standing::ALL.iter().filter(|s| **s != self.h.page.line.partnership.state).map(|k| k.code()))
    }
    fn directions(&self) -> Vec<(String, String)> {
        self.l.codes("partnership-direction", Direction::ALL.iter().map(|k| k.code()))
    }
    fn channels(&self) -> Vec<(String, String)> {
        self.l.codes("partnership-channel", Channel::ALL.iter().map(|k| k.code()))
    }
    /// The reason in words: what was measured, on which day.
    fn reason(&self, s: &Signal) -> String {
        reason(&self.l, s)
    }
    fn badge(&self, s: &Signal) -> &'static str {
        match s.grade {
            Grade::Good => "success",
            Grade::Watch => "warning",
            Grade::Bad => "error",
            Grade::Silent => "neutral",
        }
    }
    /// What the proposal rests on, as one sentence.
    fn because(&self) -> String {
        let Some(p) = &self.h.proposal else { return String::new() };
        match (p.because, p.day) {
            (Some(kind), Some(day)) => {
                let months = months_between(day, self.h.page.today);
                self.l.t3(
                    "partnership-because",
                    "signal",
                    self.l.code("partnership-signal", kind.code()),
                    "day",
                    self.l.day(day),
                    "months",
                    months,
                )
            }
            _ => self.l.t("partnership-because-until"),
        }
    }
}

fn months_between(from: Day, to: Day) -> i64 {
    let months = (i64::from(to.year) - i64::from(from.year)) * 12 + i64::from(to.month) - i64::from(from.month);
    if from.plus_months(months) > to { months - 1 } else { months }
}

pub fn reason(l: &Frame, s: &Signal) -> String {
    book::reason(&Words { lang: l.lang, parties: &l.parties }, s)
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let f = Fields::filled([("form_key", app.desk.token())]);
    page(&app, &visit, &slug, f, None).await
}

async fn page(app: &App, visit: &Visit, slug: &str, f: Fields, refused: Option<Refusal>) -> Answer {
    let h = book::health(&app.desk, &visit.viewer, slug).await?;
    let status = if f.errors.is_empty() && refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.page_as(status, &Show { l: visit.frame(), f, h, refused })
}

/// A person says how it goes, and why.
pub async fn state(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let to = words::choice(&mut f, "state", Standing::parse, Standing::Unknown);
    let reason = f.required("reason", 1000);
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(book::set_state(&app.desk, &visit.viewer, &slug, to, &reason).await)? {
            Ok(()) => return Ok(see_other(&format!("/partnerships/{slug}/health"), "message-saved")),
            Err(why) => refused = why,
        }
    }
    f.set("form_key", app.desk.token());
    page(&app, &visit, &slug, f, refused).await
}

pub async fn contact(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let day = Day::parse(f.value("day"));
    if day.is_none() {
        f.fail("day", "journal-day", vec![]);
    }
    let typed = if f.value("person_days").trim().is_empty() { 0 } else { f.number("person_days", 0, 10_000) };
    let contact = Contact {
        direction: words::choice(&mut f, "direction", Direction::parse, Direction::In),
        channel: words::choice(&mut f, "channel", Channel::parse, Channel::Letter),
        day: day.unwrap_or(Day { year: 2000, month: 1, day: 1 }),
        subject: f.required("subject", 500),
        senior: f.is("senior", "1"),
        person_days: typed,
    };
    let key = f.value("form_key").to_string();
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(book::add_contact(&app.desk, &visit.viewer, &slug, contact, &key).await)? {
            Ok(()) => return Ok(see_other(&format!("/partnerships/{slug}/health"), "message-saved")),
            Err(why) => refused = why,
        }
    }
    page(&app, &visit, &slug, f, refused).await
}

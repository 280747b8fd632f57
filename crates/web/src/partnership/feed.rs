//! A partnership's dates as a calendar and its story as a feed.

use crate::kit::{Answer, App, Frame, Visit};
use actions::partnership::{Moment, MomentKind, Page};
use axum::{http::header, response::IntoResponse};
use domain::{
    Instant,
    edtf::Edtf,
    time::{Day, Zone},
};
use papers::{
    calendar::{Entry, When, calendar},
    feed::{Feed, Item, atom},
};

pub async fn answer(app: &App, visit: &Visit, slug: &str, ending: &str) -> Answer {
    let p = actions::partnership::show(&app.desk, &visit.viewer, slug).await?;
    let l = visit.frame();
    let (kind, body) = match ending {
        "ics" => ("text/calendar; charset=utf-8", calendar(l.lang, &p.line.name(l.lang), &entries(app, &l, &p))),
        _ => ("application/atom+xml; charset=utf-8", atom(&story(app, &l, &p))),
    };
    Ok(([(header::CONTENT_TYPE, kind)], body).into_response())
}

/// One line about a moment, in the reader's language.
pub fn sentence(l: &Frame, m: &Moment) -> String {
    let what = l.text(&m.what).to_string();
    match m.kind {
        MomentKind::Anniversary => l.t2("partnership-moment-anniversary", "years", m.years, "what", what),
        MomentKind::Stated => what,
        kind => l.t1(&format!("partnership-moment-{}", kind.code()), "what", what),
    }
}

/// Days that are known to the day; a month or a year is an entry over its whole length only where it is to come.
fn entries(app: &App, l: &Frame, p: &Page) -> Vec<Entry> {
    let it = &p.line.partnership;
    let base = &app.desk.base_url;
    let host = base.split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next()).unwrap_or("localhost");
    let entry = |m: &Moment| {
        let (from, to) = days(&m.when, m.coming)?;
        Some(Entry {
            // The same moment keeps its name when others come before it.
            uid: format!(
                "{}-{}-{}-{}@{host}",
                it.slug,
                m.kind.code(),
                m.when.as_str().replace('/', "-"),
                m.href.rsplit('/').next().unwrap_or_default()
            ),
            sequence: it.version,
            stamp: app.desk.now(),
            when: When::Days { from, to },
            title: sentence(l, m),
            body: String::new(),
            place: String::new(),
            url: format!("{base}{}", m.href),
        })
    };
    p.timeline.iter().filter_map(entry).collect()
}

fn days(when: &Edtf, coming: bool) -> Option<(Day, Day)> {
    let (from, to) = (when.first_day()?, when.last_day()?);
    (coming || from == to).then_some((from, to))
}

/// What has happened, the newest first.
fn story(app: &App, l: &Frame, p: &Page) -> Feed {
    let base = &app.desk.base_url;
    let page = format!("{base}/partnerships/{}", p.line.partnership.slug);
    let item = |(n, m): (usize, &Moment)| {
        let at = noon(m.when.first_day()?)?;
        let address = format!("{base}{}#{}-{n}", m.href, m.kind.code());
        Some(Item { address, title: sentence(l, m), summary: l.edtf(&m.when), published: at, updated: at })
    };
    let items = p.timeline.iter().enumerate().rev().filter(|(_, m)| !m.coming).filter_map(item).collect();
    Feed { lang: l.lang, address: format!("{page}.atom"), page, title: p.line.name(l.lang), author: l.authority(), items }
}

/// Midday in UTC is the same date in Denmark and in China.
fn noon(day: Day) -> Option<Instant> {
    Zone::utc().instant(&format!("{}T12:00", day.iso())).ok()
}

//! A partnership's dates as a calendar (RFC 5545) and its story as a feed (RFC 4287).

use crate::kit::{Answer, App, Frame, Visit};
use actions::partnership::{Moment, MomentKind, Page};
use axum::{http::header, response::IntoResponse};
use domain::{edtf::Edtf, time::Day};

pub async fn answer(app: &App, visit: &Visit, slug: &str, ending: &str) -> Answer {
    let p = actions::partnership::show(&app.desk, &visit.viewer, slug).await?;
    let l = visit.frame();
    let (kind, body) = match ending {
        "ics" => ("text/calendar; charset=utf-8", ics(app, &l, &p)),
        _ => ("application/atom+xml; charset=utf-8", atom(app, &l, &p)),
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

/// Days that are known to the day; a month or a year is an all-day entry over its whole length only where it is a round year to come.
fn ics(app: &App, l: &Frame, p: &Page) -> String {
    let it = &p.line.partnership;
    let stamp = app.desk.now().rfc3339().replace(['-', ':'], "");
    let mut out = String::new();
    let mut put = |name: &str, value: &str| fold(&mut out, &format!("{name}:{value}"));
    put("BEGIN", "VCALENDAR");
    put("VERSION", "2.0");
    put("PRODID", "-//Counterpart//Partnership book//EN");
    put("X-WR-CALNAME", &escaped(&p.line.name(l.lang)));
    for (n, m) in p.timeline.iter().enumerate() {
        let Some((from, until)) = days(&m.when, m.coming) else { continue };
        put("BEGIN", "VEVENT");
        put("UID", &format!("{}-{}-{n}@{}", it.id, m.kind.code(), host(&app.desk.base_url)));
        put("DTSTAMP", &stamp);
        put("DTSTART;VALUE=DATE", &from.iso().replace('-', ""));
        put("DTEND;VALUE=DATE", &until.plus_days(1).iso().replace('-', ""));
        put("SUMMARY", &escaped(&sentence(l, m)));
        put("URL", &format!("{}{}", app.desk.base_url, m.href));
        put("TRANSP", "TRANSPARENT");
        put("END", "VEVENT");
    }
    put("END", "VCALENDAR");
    out
}

fn days(when: &Edtf, coming: bool) -> Option<(Day, Day)> {
    let (from, until) = (when.first_day()?, when.last_day()?);
    (coming || from == until).then_some((from, until))
}

fn host(base: &str) -> &str {
    base.split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next()).unwrap_or("localhost")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace(['\r', '\n'], "\\n")
}

/// Lines of at most 75 octets, never cut inside a character.
fn fold(out: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > 73 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

fn atom(app: &App, l: &Frame, p: &Page) -> String {
    let base = &app.desk.base_url;
    let it = &p.line.partnership;
    let own = format!("{base}/partnerships/{}", it.slug);
    let title = xml(&p.line.name(l.lang));
    let mut entries = String::new();
    let mut newest = None;
    for (n, m) in p.timeline.iter().enumerate().rev().filter(|(_, m)| !m.coming) {
        let Some(day) = m.when.first_day() else { continue };
        newest = newest.max(Some(day));
        entries.push_str(&format!(
            "<entry><id>urn:uuid:{}#{}-{n}</id><title>{}</title><updated>{}T00:00:00Z</updated><link href=\"{base}{}\"/><summary>{}</summary></entry>\n",
            it.id,
            m.kind.code(),
            xml(&sentence(l, m)),
            day.iso(),
            xml(&m.href),
            xml(&l.edtf(&m.when)),
        ));
    }
    let updated = newest.map_or_else(|| app.desk.now().rfc3339(), |day| format!("{}T00:00:00Z", day.iso()));
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>urn:uuid:{}</id><title>{title}</title>\
         <updated>{updated}</updated><link rel=\"self\" href=\"{own}.atom\"/><link href=\"{own}\"/><author><name>{}</name></author>\n{entries}</feed>\n",
        l.lang.code(),
        it.id,
        xml(&l.authority()),
    )
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut out = String::new();
        fold(&mut out, &format!("SUMMARY:{}", "上海".repeat(40)));
        assert!(out.lines().all(|l| l.len() <= 75));
        assert_eq!(out.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "上海".repeat(40)));
        assert_eq!(escaped("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}

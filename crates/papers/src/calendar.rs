//! iCalendar (RFC 5545): stable UIDs, a sequence that only rises, zones spelt out, lines folded at 75 octets without cutting a character.

use domain::{
    Instant,
    time::{Day, Zone},
};
use i18n::Lang;

/// One event.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Never changes while the thing is the same.
    pub uid: String,
    /// Rises with every change; a calendar takes the higher.
    pub sequence: i64,
    /// When this state was made.
    pub stamp: Instant,
    /// Whole days or hours.
    pub when: When,
    /// In the calendar's language.
    pub title: String,
    /// May be empty.
    pub body: String,
    /// May be empty.
    pub place: String,
    /// Where to read more; may be empty.
    pub url: String,
}

/// When an event is.
#[derive(Debug, Clone, PartialEq)]
pub enum When {
    /// Both days counted.
    Days {
        /// The first.
        from: Day,
        /// The last.
        to: Day,
    },
    /// By the wall clock of one zone.
    Hours {
        /// Begins.
        from: Instant,
        /// Ends.
        to: Instant,
        /// Whose clock.
        zone: Zone,
    },
}

/// The two zones of the house, as calendars without a zone table need them; other zones are written in UTC.
const ZONES: &[(&str, &str)] = &[
    (
        "Europe/Copenhagen",
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\nBEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
         TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\n\
         RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n",
    ),
    (
        "Asia/Shanghai",
        "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19920101T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\n\
         TZNAME:CST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
    ),
];

/// The file's text.
pub fn calendar(lang: Lang, name: &str, entries: &[Entry]) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: &str| fold(&mut out, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Counterpart//Partnership book//EN");
    line("CALSCALE", "GREGORIAN");
    line("METHOD", "PUBLISH");
    line("X-WR-CALNAME", &escape(name));
    for (zone, text) in ZONES {
        let used = |e: &Entry| matches!(&e.when, When::Hours { zone: z, .. } if z.name() == *zone);
        if entries.iter().any(used) {
            out += text;
        }
    }
    entries.iter().for_each(|e| event(&mut out, lang, e));
    fold(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, lang: Lang, e: &Entry) {
    let code = lang.code();
    let mut lines =
        vec!["BEGIN:VEVENT".to_string(), format!("UID:{}", e.uid), format!("SEQUENCE:{}", e.sequence), format!("DTSTAMP:{}", utc(e.stamp))];
    match &e.when {
        When::Days { from, to } => {
            lines.push(format!("DTSTART;VALUE=DATE:{}", day(*from)));
            // The end of a whole-day event is the day after its last.
            lines.push(format!("DTEND;VALUE=DATE:{}", day(domain::delegation::plan::plus(*to, 1))));
            lines.push("TRANSP:TRANSPARENT".into());
        }
        When::Hours { from, to, zone } => {
            lines.push(format!("DTSTART{}", local(*from, zone)));
            lines.push(format!("DTEND{}", local(*to, zone)));
        }
    }
    lines.push(format!("SUMMARY;LANGUAGE={code}:{}", escape(&e.title)));
    for (name, text) in [("DESCRIPTION", &e.body), ("LOCATION", &e.place)] {
        if !text.is_empty() {
            lines.push(format!("{name};LANGUAGE={code}:{}", escape(text)));
        }
    }
    if !e.url.is_empty() {
        lines.push(format!("URL:{}", e.url));
    }
    lines.push("END:VEVENT".into());
    lines.iter().for_each(|l| fold(out, l));
}

fn day(d: Day) -> String {
    d.iso().replace('-', "")
}

fn utc(at: Instant) -> String {
    at.rfc3339().replace(['-', ':'], "")
}

fn local(at: Instant, zone: &Zone) -> String {
    if !ZONES.iter().any(|(name, _)| *name == zone.name()) {
        return format!(":{}", utc(at));
    }
    let w = zone.wall(at);
    format!(";TZID={}:{}T{:02}{:02}{:02}", zone.name(), day(w.day), w.hour, w.minute, w.second)
}

/// Text values: backslash, comma, semicolon and line ends are spelt (3.3.11).
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace("\r\n", "\\n").replace('\n', "\\n")
}

/// At most 75 octets a line; the rest goes on after a space (3.1). A character is never cut.
fn fold(out: &mut String, line: &str) {
    let mut room = 75;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(when: When) -> Entry {
        Entry {
            uid: "a@example.org".into(),
            sequence: 3,
            stamp: Instant::from_micros(0),
            when,
            title: "世博会上海世界博览会城市让生活更美好世博会上海世界博览会".into(),
            body: "a, b; c\nd".into(),
            place: String::new(),
            url: String::new(),
        }
    }

    #[test]
    fn lines_are_folded_between_characters_and_end_in_crlf() {
        let from = Day::parse("2010-05-01").unwrap();
        let text = calendar(Lang::Zh, "活动", &[entry(When::Days { from, to: Day::parse("2010-10-31").unwrap() })]);
        for line in text.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
        }
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("SUMMARY;LANGUAGE=zh-Hans:世博会上海世界博览会城市让生活更美好世博会上海世界博览会\r\n"));
        assert!(unfolded.contains("DTEND;VALUE=DATE:20101101\r\n") && unfolded.contains("a\\, b\\; c\\nd"));
        assert!(unfolded.starts_with("BEGIN:VCALENDAR\r\n") && unfolded.ends_with("END:VCALENDAR\r\n") && !unfolded.contains("VTIMEZONE"));
    }

    #[test]
    fn hours_stand_on_the_host_s_clock_with_its_zone() {
        let zone = Zone::parse("Asia/Shanghai").unwrap();
        let (from, to) = (zone.instant("2026-05-12T09:00").unwrap(), zone.instant("2026-05-12T10:30").unwrap());
        let text = calendar(Lang::En, "Programme", &[entry(When::Hours { from, to, zone })]);
        assert!(text.contains("TZID:Asia/Shanghai\r\n") && text.contains("DTSTART;TZID=Asia/Shanghai:20260512T090000\r\n"));
        assert!(!text.contains("TZID:Europe/Copenhagen") && text.contains("SEQUENCE:3\r\n"));
        let utc = calendar(Lang::En, "x", &[entry(When::Hours { from, to, zone: Zone::utc() })]);
        assert!(utc.contains("DTSTART:20260512T010000Z\r\n"));
    }
}

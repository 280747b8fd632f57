//! The text of an announcement, in three languages one below the other, and its archive: what was announced, when, and its SHA-256 (R122, R123).

use crate::{Desk, Result};
use domain::{
    Instant, Lang, Permit,
    call::{Call, Criterion, Question},
    ids::EventId,
    party::Party,
    programme::Programme,
};
use i18n::{Arg, format};
use sha2::{Digest, Sha256};
use store::{Tx, call::Announcement};

/// Archives the text as it reads now; answers its SHA-256 (hex).
pub(super) async fn archive(desk: &Desk, tx: &mut Tx, permit: &Permit, call: &Call, programme: &Programme, cause: &str) -> Result<String> {
    let parties = store::party::list(tx).await?;
    let body = text(call, programme, &parties);
    let sha256 = fingerprint(&body);
    let row = Announcement { id: desk.mint(EventId::mint).to_string(), at: desk.now(), body, sha256: sha256.clone(), cause: cause.into() };
    store::call::archive(tx, permit, &call.id, &row).await?;
    Ok(sha256)
}

pub fn fingerprint(body: &str) -> String {
    Sha256::digest(body.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// Everything an applicant must know, as plain text, alike for alike input.
pub fn text(call: &Call, programme: &Programme, parties: &[Party]) -> String {
    let own: Vec<&Party> = call.parties.iter().filter_map(|code| parties.iter().find(|p| &p.code == code)).collect();
    Lang::ALL.map(|lang| Writer { lang, parties: &own, lines: Vec::new() }.write(call, programme)).join("\n\n")
}

struct Writer<'a> {
    lang: Lang,
    parties: &'a [&'a Party],
    lines: Vec<String>,
}

impl Writer<'_> {
    fn write(mut self, call: &Call, programme: &Programme) -> String {
        let lang = self.lang;
        self.lines.push(format!("{} ({})", call.title.get(lang), call.slug));
        self.entry("announcement-programme", programme.title.get(lang));
        if let Some(theme) = programme.theme(call.theme) {
            self.entry("announcement-theme", theme.label.get(lang));
        }
        self.lines.push(call.summary.get(lang).to_string());
        self.instants(call);
        self.pots(call);
        self.entry("announcement-months", &format::number(lang, call.max_months));
        self.entry("announcement-rule", &i18n::text(lang, &format!("confirmation-rule-{}", call.confirmation.code()), &[]));
        call.criteria.iter().for_each(|c| self.criterion(c));
        call.questions.iter().for_each(|q| self.question(q));
        self.lines.join("\n")
    }

    fn entry(&mut self, key: &str, value: &str) {
        self.lines.push(i18n::text(self.lang, key, &[("value", Arg::Text(value))]));
    }

    fn instants(&mut self, call: &Call) {
        for (key, at) in [("announcement-opens", call.window.opens), ("announcement-closes", call.window.closes)] {
            let walls = self.walls(at);
            self.entry(key, &walls);
        }
        for party in self.parties {
            let (name, walls) = (party.name.get(self.lang), self.walls(call.window.completes(&party.code)));
            self.lines.push(i18n::text(self.lang, "announcement-completes", &[("party", Arg::Text(name)), ("value", Arg::Text(&walls))]));
        }
    }

    /// `Region Midtjylland 31.03.2026 kl. 12.00 (UTC+2); Shanghai …`.
    fn walls(&self, at: Instant) -> String {
        let each = self.parties.iter().map(|p| {
            let wall = p.zone.wall(at);
            let date = format::Civil { year: wall.day.year, month: wall.day.month.unsigned_abs(), day: wall.day.day.unsigned_abs() };
            let clock = format::Clock { hour: wall.hour.unsigned_abs(), minute: wall.minute.unsigned_abs() };
            let stamp = format::Stamp { date, clock, offset: wall.offset_minutes, zone: "" };
            format!("{} {}", p.name.get(self.lang), format::instant(self.lang, stamp))
        });
        each.collect::<Vec<_>>().join("; ")
    }

    fn pots(&mut self, call: &Call) {
        for pot in &call.pots {
            let name = self.parties.iter().find(|p| p.code == pot.party).map_or("", |p| p.name.get(self.lang));
            let amount = format::money_code(pot.amount.minor, pot.amount.currency.code(), self.lang);
            let year = pot.year.to_string();
            let args = [("party", Arg::Text(name)), ("year", Arg::Text(&year)), ("value", Arg::Text(&amount))];
            self.lines.push(i18n::text(self.lang, "announcement-pot", &args));
        }
    }

    fn criterion(&mut self, c: &Criterion) {
        let args = [("no", Arg::Number(c.no)), ("value", Arg::Text(c.label.get(self.lang))), ("weight", Arg::Number(c.weight))];
        self.lines.push(i18n::text(self.lang, "announcement-criterion", &args));
        for (score, anchor) in c.anchors.iter().enumerate() {
            self.lines.push(format!("  {score}: {}", anchor.get(self.lang)));
        }
    }

    fn question(&mut self, q: &Question) {
        let args = [("no", Arg::Number(q.no)), ("value", Arg::Text(q.label.get(self.lang)))];
        self.lines.push(i18n::text(self.lang, "announcement-question", &args));
        for (no, option) in q.kind.options().iter().enumerate() {
            self.lines.push(format!("  {}: {}", no + 1, option.get(self.lang)));
        }
    }
}

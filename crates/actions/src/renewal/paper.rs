//! The decision paper on a renewal, in any of the three languages: proposal first, then what the text gave, each line with its source.

use super::{Dossier, show};
use crate::{Desk, Error, Result, Viewer, partnership::reason, words::Words};
use domain::{Lang, Text3, edtf::Edtf, renewal::Renewal, time::Day};
use papers::document::{Block, ColumnKind, Date, Document, Fact, Table, Text};
use store::fact::Line as FactLine;

/// Of the open dossier, or of the newest decided one.
pub async fn paper(desk: &Desk, viewer: &Viewer, slug: &str, lang: Lang) -> Result<Document> {
    let d = show(desk, viewer, slug).await?;
    let r = d.open.as_ref().or(d.earlier.first()).ok_or(Error::NotFound)?;
    let parties = store::party::list(&mut desk.db.read().await?).await?;
    let w = Words { lang, parties: &parties };
    let issuer = viewer
        .party()
        .map_or_else(|| i18n::format::list(lang, &parties.iter().map(|p| p.name.get(lang)).collect::<Vec<_>>()), |p| w.party(p));
    Ok(Writer { w, d: &d, r }.document(issuer))
}

struct Writer<'a> {
    w: Words<'a>,
    d: &'a Dossier,
    r: &'a Renewal,
}

impl Writer<'_> {
    fn t(&self, key: &str) -> String {
        self.w.say(key, &[])
    }
    /// Typed content in the paper's language, or marked as another.
    fn typed(&self, t: &Text3) -> Text {
        let shown = t.shown_in(self.w.lang);
        if shown == self.w.lang { t.get(self.w.lang).into() } else { Text::foreign(shown.code(), t.get(self.w.lang)) }
    }
    fn edtf(&self, date: &Edtf) -> String {
        i18n::format::edtf(self.w.lang, date)
    }

    fn document(&self, issuer: String) -> Document {
        let i = self.d.instrument();
        let today = self.d.text.today;
        Document {
            lang: self.w.lang.code().into(),
            title: self.w.say("renewal-paper-title", &[("what", i.title.get(self.w.lang))]),
            subtitle: Some(self.d.text.partnership.name(self.w.lang).into()),
            issuer,
            date: date(today),
            footer: self.r.case_number.clone(),
            meta: self.meta(),
            blocks: self.blocks(),
        }
    }

    fn meta(&self) -> Vec<Fact> {
        let mut all = vec![];
        let mut put = |key: &str, value: String| {
            if !value.is_empty() {
                all.push(Fact::new(self.t(key), value));
            }
        };
        put("renewal-paper-to", self.r.body.clone());
        put("renewal-case", self.r.case_number.clone());
        put("renewal-due", self.r.due.map(|d| self.w.day(d)).unwrap_or_default());
        put("instrument-signed", self.edtf(&self.d.instrument().signed));
        if let Some(c) = &self.d.text.clock {
            put("instrument-term-current", format!("{} – {}", self.w.day(c.term.from), self.w.day(c.term.until)));
            put("instrument-notice", self.w.day(c.notice));
        }
        all
    }

    fn blocks(&self) -> Vec<Block> {
        let mut out = Vec::new();
        if domain::renewal::presentable(self.r).is_err() {
            out.push(Block::Note { title: self.t("renewal-paper-draft"), text: self.t("renewal-paper-draft-help").into() });
        }
        if let Some(d) = &self.r.decided {
            let advice = self.t(&format!("renewal-advice-{}", d.advice.code()));
            let text = format!("{}: {advice}. {}", self.w.day(d.on), d.note);
            out.push(Block::Note { title: self.t("renewal-decision"), text: text.trim().into() });
        }
        if let Some(advice) = self.r.advice {
            let advice = self.t(&format!("renewal-advice-{}", advice.code()));
            out.push(Block::section(self.t("renewal-paper-proposal")));
            let point = self.w.say("renewal-paper-point", &[("body", &self.r.body), ("advice", &advice)]);
            out.push(Block::Points { items: vec![point.into()] });
        }
        for (key, text) in
            [("renewal-reasons", &self.r.reasons), ("renewal-results", &self.r.results), ("renewal-problems", &self.r.problems)]
        {
            if text.missing().len() < 3 {
                out.extend([Block::section(self.t(key)), Block::paragraph(self.typed(text))]);
            }
        }
        out.push(Block::section(self.t("renewal-gathered")));
        self.facts(&mut out, "renewal-outcomes", &self.d.gathered.outcomes);
        self.facts(&mut out, "renewal-benefits", &self.d.gathered.benefits);
        self.commitments(&mut out);
        self.projects(&mut out);
        self.doings(&mut out);
        self.signals(&mut out);
        out
    }

    /// Statements, each with its date and source.
    fn facts(&self, out: &mut Vec<Block>, key: &str, facts: &[FactLine]) {
        out.push(Block::part(self.t(key)));
        if facts.is_empty() {
            return out.push(Block::paragraph(self.t("renewal-nothing")));
        }
        let item = |f: &FactLine| {
            let when = self.edtf(&f.fact.as_of);
            let source = f.source.1.get(self.w.lang);
            let tail = if when.is_empty() { format!(" ({source})") } else { format!(" ({when}; {source})") };
            self.typed(&f.fact.body).then(tail)
        };
        out.push(Block::Bullets { items: facts.iter().map(item).collect() });
    }

    fn commitments(&self, out: &mut Vec<Block>) {
        let all = &self.d.text.whole.commitments;
        out.push(Block::part(self.t("renewal-commitments")));
        if all.is_empty() {
            return out.push(Block::paragraph(self.t("renewal-no-commitments")));
        }
        let (kept, counted) = domain::instrument::kept(all);
        out.push(Block::paragraph(self.w.say("instrument-kept", &[("kept", &kept.to_string()), ("all", &counted.to_string())])));
        let heads = [
            (self.t("instrument-commitment"), ColumnKind::Words(3)),
            (self.t("instrument-due"), ColumnKind::Key),
            (self.t("instrument-progress"), ColumnKind::Words(1)),
            (self.t("instrument-evidence"), ColumnKind::Words(2)),
        ];
        let mut table = Table::new(self.t("renewal-commitments"), heads);
        for c in all {
            let progress = self.t(&format!("instrument-progress-{}", c.progress.code()));
            table.row(vec![self.typed(&c.body), self.edtf(&c.due).into(), progress.into(), c.evidence.clone().into()]);
        }
        out.push(Block::Table(table));
    }

    fn projects(&self, out: &mut Vec<Block>) {
        let g = &self.d.gathered;
        out.push(Block::part(self.t("renewal-projects")));
        if g.projects.is_empty() {
            return out.push(Block::paragraph(self.t("renewal-nothing")));
        }
        let mut table = Table::new(
            self.t("renewal-projects"),
            [(self.t("renewal-paper-number"), ColumnKind::Key), (self.t("renewal-paper-what"), ColumnKind::Words(3))],
        );
        for p in &g.projects {
            table.row(vec![p.number.clone().into(), Text::foreign(&p.lang, p.title.clone())]);
        }
        out.push(Block::Table(table));
        let items: Vec<Fact> = g.money.iter().map(|(party, m)| Fact::new(self.w.party(party), self.w.money(*m))).collect();
        if !items.is_empty() {
            out.extend([Block::part(self.t("renewal-money")), Block::Facts { items }, Block::paragraph(self.t("renewal-money-help"))]);
        }
    }

    fn doings(&self, out: &mut Vec<Block>) {
        let g = &self.d.gathered;
        let delegations = g.delegations.iter().map(|d| (&d.title, &d.dates)).collect();
        let activities = g.activities.iter().map(|a| (&a.title, &a.dates)).collect();
        let lists: [(&str, Vec<(&Text3, &Edtf)>); 2] = [("renewal-activities", activities), ("renewal-delegations", delegations)];
        for (key, rows) in lists {
            out.push(Block::part(self.t(key)));
            if rows.is_empty() {
                out.push(Block::paragraph(self.t("renewal-nothing")));
                continue;
            }
            let mut table = Table::new(
                self.t(key),
                [(self.t("renewal-paper-when"), ColumnKind::Words(1)), (self.t("renewal-paper-what"), ColumnKind::Words(3))],
            );
            for (title, dates) in rows {
                table.row(vec![self.edtf(dates).into(), self.typed(title)]);
            }
            out.push(Block::Table(table));
        }
    }

    fn signals(&self, out: &mut Vec<Block>) {
        out.push(Block::part(self.t("renewal-signals")));
        let items =
            self.d.gathered.signals.iter().map(|s| Fact::new(self.t(&format!("partnership-signal-{}", s.kind.code())), reason(&self.w, s)));
        out.push(Block::Facts { items: items.collect() });
    }
}

fn date(d: Day) -> Date {
    Date { year: i32::from(d.year), month: d.month.unsigned_abs(), day: d.day.unsigned_abs() }
}

//! What everybody sees of calls: the list, the announcement, its archived text (R122, R123).

use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, visit::download};
use actions::{
    Error,
    call::{Announcement, Extension, Line, Shown},
};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    Instant, Money, PartyCode, Text3,
    call::{Call, Phase, Question, QuestionKind},
};

#[derive(Template)]
#[template(path = "call/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    /// Heading key and its calls; empty groups are left out.
    groups: Vec<(&'static str, Vec<Line>)>,
    /// May set up new calls.
    desk: bool,
}

const GROUPS: [(Phase, &str); 5] = [
    (Phase::Open, "call-group-open"),
    (Phase::Coming, "call-group-coming"),
    (Phase::Completing, "call-group-completing"),
    (Phase::Closed, "call-group-closed"),
    (Phase::Draft, "call-group-draft"),
];

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let (now, lang) = (app.desk.now(), visit.viewer.lang);
    let mut s = Listing::read(&visit.here, &["closes"]);
    let all = actions::call::list(&app.desk, &visit.viewer).await?;
    let text = |c: &Line| {
        let texts = [&c.title, &c.summary, &c.programme_title].map(|t| format!("{} {} {}", t.da, t.en, t.zh));
        i18n::search::fold(&format!("{} {}", c.slug, texts.join(" ")))
    };
    let shown = s.apply(all, text, |_, a, b| {
        a.closes.cmp(&b.closes).then_with(|| crate::kit::listing::by_text(lang, a.title.get(lang), b.title.get(lang)))
    });
    let mut groups: Vec<(&'static str, Vec<Line>)> = GROUPS.iter().map(|(_, key)| (*key, vec![])).collect();
    for line in shown {
        let phase = line.phase(now);
        if let Some(at) = GROUPS.iter().position(|(p, _)| *p == phase) {
            groups[at].1.push(line);
        }
    }
    groups.retain(|(_, lines)| !lines.is_empty());
    let desk = visit.viewer.has(domain::Role::Officer);
    visit.page(&Index { l: visit.frame(), s, groups, desk })
}

#[derive(Template)]
#[template(path = "call/show.html")]
struct Show {
    l: Frame,
    c: Call,
    phase: Phase,
    theme: Text3,
    programme: (String, Text3),
    presented_to: Option<Text3>,
    announcements: Vec<Announcement>,
    extensions: Vec<Extension>,
    pots: Pots,
}

/// One row per party, one cell per year, and the party's sum in its own currency.
struct Pots {
    years: Vec<i64>,
    rows: Vec<(PartyCode, Vec<Option<Money>>, Option<Money>)>,
}

impl Show {
    /// Each instant with its key: opens, closes, each party's completion.
    fn instants(&self) -> Vec<(&'static str, Option<PartyCode>, Instant)> {
        let mut all = vec![("call-opens", None, self.c.window.opens), ("call-closes", None, self.c.window.closes)];
        all.extend(self.c.parties.iter().map(|p| ("call-completes", Some(p.clone()), self.c.window.completes(p))));
        all
    }
    fn open(&self) -> bool {
        self.phase == Phase::Open
    }
    fn turn(&self) -> &'static str {
        if self.open() { "you" } else { "nobody" }
    }
    fn takes_ideas(&self) -> bool {
        matches!(self.phase, Phase::Open | Phase::Coming)
    }
    /// What kind of answer a question wants and within which limits, e.g. `(text, required, at most 2,000 characters)`.
    fn limits(&self, q: &Question) -> String {
        let mut words = vec![self.l.code("question-kind", q.kind.code())];
        if q.required {
            words.push(self.l.t("form-required"));
        }
        match q.kind {
            QuestionKind::Text if q.max_length > 0 => words.push(self.l.t1("call-max-characters", "count", q.max_length)),
            QuestionKind::Table(_) if q.max_length > 0 => words.push(self.l.t1("call-max-rows", "count", q.max_length)),
            _ => {}
        }
        let comma = if self.l.lang == domain::Lang::Zh { "，" } else { ", " };
        self.l.t1("call-in-brackets", "text", words.join(comma))
    }
    fn sentence(&self) -> String {
        self.l.code("call-phase", self.phase.code())
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let Shown { call: c, programme, presented_to, announcements, extensions } =
        actions::call::show_whole(&app.desk, &visit.viewer, &slug).await?;
    let years = c.years();
    let cell = |party: &PartyCode, year: i64| c.pots.iter().find(|p| &p.party == party && p.year == year).map(|p| p.amount);
    let rows = c.parties.iter().map(|p| (p.clone(), years.iter().map(|y| cell(p, *y)).collect(), c.pot_total(p))).collect();
    let theme = programme.theme(c.theme).map(|t| t.label.clone()).unwrap_or_default();
    visit.page(&Show {
        l: visit.frame(),
        phase: c.phase(app.desk.now()),
        theme,
        programme: (programme.slug, programme.title),
        presented_to: presented_to.map(|b| b.name),
        announcements,
        extensions,
        pots: Pots { years, rows },
        c,
    })
}

/// The archived text as it was announced; its SHA-256 stands on the call's page.
pub async fn announcement(State(app): State<App>, visit: Visit, Path((slug, id)): Path<(String, String)>) -> Answer {
    let shown = actions::call::show_whole(&app.desk, &visit.viewer, &slug).await?;
    let found = shown.announcements.into_iter().find(|a| a.id == id).ok_or(Problem::from(Error::NotFound))?;
    Ok(download(&format!("{slug}.txt"), "text/plain; charset=utf-8", found.body.into_bytes()))
}

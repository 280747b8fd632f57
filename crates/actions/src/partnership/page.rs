//! What everyone may read of partnerships: the list, one with all that hangs on it, and the round years to come.

use super::{Moment, timeline, today};
use crate::{
    Desk, Error, Result, Viewer,
    fact::{Dispute, disputes_about},
};
use domain::{
    Action, Subject, Text3, decide,
    edtf::Edtf,
    fact::{self, SubjectKind},
    instrument::Instrument,
    partnership::{Anniversary, Contact, LevelSpell, LinkKind, Said, State, Theme, anniversaries},
    time::Day,
};
use store::{
    Tx,
    book::list::{self, Ask, List, Part},
    fact::Line as FactLine,
    office::Line as OfficeLine,
    partnership::{
        Line,
        detail::{self, Goal, LinkedProgramme, Project},
    },
};

/// A partnership with all that hangs on it.
pub struct Page {
    pub line: Line,
    pub themes: Vec<Theme>,
    pub goals: Vec<Goal>,
    pub levels: Vec<LevelSpell>,
    pub related: Vec<Related>,
    /// Published texts for everyone, all for those who read the internal parts.
    pub instruments: Vec<Instrument>,
    pub offices: Vec<OfficeLine>,
    pub programmes: Vec<LinkedProgramme>,
    pub projects: Vec<Project>,
    /// Delegations and activities, the newest first.
    pub deeds: Vec<Deed>,
    pub facts: Vec<FactLine>,
    /// Claims of others that contradict each other, side by side (I1, I3).
    pub disputes: Vec<Dispute>,
    pub timeline: Vec<Moment>,
    /// Titles and addresses of all sources, to name where a thing was read.
    pub sources: Vec<(String, String, Text3)>,
    pub today: Day,
    /// Newest first; only for those who read the internal parts.
    pub contacts: Vec<Contact>,
    pub said: Vec<Said>,
    pub internal: bool,
    pub editable: bool,
}

/// Something that was done under a partnership.
pub struct Deed {
    pub title: Text3,
    pub when: Edtf,
    /// Where it stands in the book.
    pub href: String,
    /// What came of it, or why it was done.
    pub outcome: Text3,
}

/// Another partnership and how this one stands to it.
pub struct Related {
    pub kind: LinkKind,
    /// The link was drawn from the other to this one.
    pub back: bool,
    pub other: Line,
    pub note: Text3,
}

/// A round year to come.
pub struct Round {
    pub what: Text3,
    pub href: String,
    pub anniversary: Anniversary,
    pub since: Edtf,
}

impl Page {
    pub fn of_kind(&self, kind: fact::Kind) -> Vec<&FactLine> {
        self.facts.iter().filter(|f| f.fact.kind == kind).collect()
    }
    /// Statements that are not shown under a heading of their own.
    pub fn other_facts(&self) -> Vec<&FactLine> {
        self.facts.iter().filter(|f| !matches!(f.fact.kind, fact::Kind::Outcome | fact::Kind::Benefit | fact::Kind::Claim)).collect()
    }
    pub fn goal(&self, slug: &str) -> Option<&Goal> {
        self.goals.iter().find(|g| g.slug == slug)
    }
    pub fn source(&self, id: &str) -> Option<&(String, String, Text3)> {
        self.sources.iter().find(|(own, ..)| own == id)
    }
    pub fn binding(&self) -> Vec<&Instrument> {
        self.instruments.iter().filter(|i| i.state.binds()).collect()
    }
}

/// All partnerships, by who stands on side a.
pub async fn list(desk: &Desk) -> Result<Vec<Line>> {
    let mut tx = desk.db.read().await?;
    Ok(store::partnership::list(&mut tx).await?)
}

/// Part of the list, and how many there are of each kind, state and country.
pub async fn page(desk: &Desk, ask: &Ask) -> Result<Part<Line>> {
    let mut tx = desk.db.read().await?;
    let found = list::find(&mut tx, List::Partnership, ask).await?;
    let rows = store::partnership::by_ids(&mut tx, &found.ids()).await?;
    Ok(found.with(rows))
}

pub async fn show(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Page> {
    let mut tx = desk.db.read().await?;
    let line = store::partnership::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    load(desk, viewer, &mut tx, line).await
}

pub(super) async fn load(desk: &Desk, viewer: &Viewer, tx: &mut Tx, line: Line) -> Result<Page> {
    let id = line.partnership.id.clone();
    let internal = decide(&viewer.actor(), Action::ReadBook, &Subject::Site).is_ok();
    let today = today(desk, tx).await?;
    let mut instruments = store::instrument::of_partnership(tx, &id).await?;
    if !internal {
        instruments.retain(|i| i.published);
    }
    let offices = store::office::of_partnership(tx, &id).await?;
    let facts = store::fact::of(tx, SubjectKind::Partnership, id.as_str()).await?;
    let said = detail::states(tx, &id).await?;
    let sources = store::source::list(tx).await?.into_iter().map(|l| (l.source.id.to_string(), l.source.slug, l.source.title)).collect();
    let slug = line.partnership.slug.clone();
    let activities = store::activity::of_partnership(tx, &slug).await?;
    let delegations = store::delegation::of_partnership(tx, &slug).await?;
    let mut timeline = timeline::moments(&line, &instruments, &offices, &facts, today);
    timeline::add_doings(&mut timeline, &activities, &delegations, today);
    Ok(Page {
        themes: detail::themes(tx, &id).await?,
        goals: detail::goals(tx).await?,
        levels: detail::levels(tx, &id).await?,
        related: related(tx, &line).await?,
        programmes: detail::programmes(tx, &id).await?,
        projects: detail::projects(tx, &id).await?,
        deeds: deeds(tx, &line.partnership.slug, internal).await?,
        disputes: disputes_about(tx, SubjectKind::Partnership, id.as_str()).await?,
        contacts: if internal { detail::contacts(tx, &id).await? } else { vec![] },
        said: if internal { said } else { vec![] },
        editable: decide(&viewer.actor(), Action::EditBook, &Subject::Site).is_ok(),
        line,
        instruments,
        offices,
        facts,
        timeline,
        sources,
        today,
        internal,
    })
}

/// Activities, and the delegations that this reader may see.
async fn deeds(tx: &mut Tx, partnership: &str, internal: bool) -> Result<Vec<Deed>> {
    let mut all = Vec::new();
    for a in store::activity::of_partnership(tx, partnership).await? {
        all.push(Deed { title: a.title, when: a.dates, href: format!("/activities/{}", a.slug), outcome: a.outcome });
    }
    for d in store::delegation::of_partnership(tx, partnership).await? {
        if internal || d.public {
            let when = d.arrives.and_then(|day| Edtf::parse(&day.iso())).unwrap_or(d.dates);
            all.push(Deed { title: d.title, when, href: format!("/delegations/{}", d.slug), outcome: d.report });
        }
    }
    all.sort_by_key(|d| (d.when.is_unknown(), std::cmp::Reverse(d.when.last_day())));
    Ok(all)
}

async fn related(tx: &mut Tx, line: &Line) -> Result<Vec<Related>> {
    let id = &line.partnership.id;
    let mut all = Vec::new();
    for (back, links) in [(false, detail::links(tx, id).await?), (true, detail::backlinks(tx, id).await?)] {
        for l in links {
            let other = store::partnership::get(tx, &l.other).await?;
            all.push(Related { kind: l.kind, back, other, note: l.note });
        }
    }
    Ok(all)
}

/// Round years within three years, of partnerships that have not ended and of published texts.
pub async fn coming(desk: &Desk) -> Result<Vec<Round>> {
    const YEARS: i64 = 3;
    let mut tx = desk.db.read().await?;
    let today = today(desk, &mut tx).await?;
    let lines = store::partnership::list(&mut tx).await?;
    let mut rounds = Vec::new();
    for line in lines.iter().filter(|l| l.partnership.state != State::Ended) {
        for anniversary in anniversaries(&line.partnership.since, today, YEARS) {
            let href = format!("/partnerships/{}", line.partnership.slug);
            rounds.push(Round { what: line.title(), href, anniversary, since: line.partnership.since.clone() });
        }
    }
    for i in store::instrument::list(&mut tx).await?.into_iter().map(|l| l.instrument).filter(|i| i.published && !i.state.over()) {
        for anniversary in anniversaries(&i.signed, today, YEARS) {
            rounds.push(Round { what: i.title.clone(), href: format!("/instruments/{}", i.slug), anniversary, since: i.signed.clone() });
        }
    }
    rounds.sort_by_key(|r| (r.anniversary.when.first_day(), r.href.clone()));
    Ok(rounds)
}

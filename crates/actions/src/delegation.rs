//! Delegations: the public reads what is public; officers keep members, costs, gifts, programme and follow-ups (R74-R83, R130-R131).

pub(crate) mod card;
pub mod letter;
pub mod part;
pub mod programme;
pub mod register;
pub mod request;

use crate::{Desk, Error, Result, Viewer, named, revision};
use domain::{
    Action, Instant, Refusal, Subject, Text3, decide,
    delegation::{
        Delegation, Part, State,
        gift::{self, Gift},
        part::{Member, Site, Sort, Topic},
        plan::{self, Done, Due},
        programme::Item,
        reciprocity::{self, Received},
    },
    ids::DelegationId,
    refusal::FieldError,
    time::{Day, Zone},
};
use named::Which;
use serde_json::json;
pub use store::delegation::{part::SubTheme, programme::Letter};
use store::{
    Tx,
    book::list::{self, Ask, List},
};

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Row {
    pub delegation: Delegation,
    pub head: Option<Member>,
    pub people: i64,
}

/// One delegation as its reader sees it.
pub struct Page {
    pub delegation: Delegation,
    pub members: Vec<Member>,
    pub sites: Vec<Site>,
    pub topics: Vec<Topic>,
    /// The newest programme and its version.
    pub items: Vec<Item>,
    pub version: Option<(i64, Instant)>,
    pub days: Option<i64>,
    /// Wall clocks of host and visitor.
    pub host_zone: Zone,
    pub visitor_zone: Zone,
    /// For the offices, boards and auditors.
    pub inside: Option<Inside>,
    pub writable: bool,
    pub cited: Option<named::Cited>,
    /// Name of its partnership, where the book holds it.
    pub partnership: Option<Text3>,
}

pub struct Inside {
    pub lines: Vec<(i64, Part)>,
    pub gifts: Vec<(i64, Gift, Vec<Refusal>)>,
    pub plan: Vec<Due>,
    pub ticked: Vec<plan::Step>,
    pub versions: Vec<(i64, Instant)>,
    pub letters: Vec<Letter>,
    pub today: Day,
}

impl Inside {
    pub fn of(&self, sort: Sort) -> Vec<&(i64, Part)> {
        self.lines.iter().filter(|(_, p)| p.sort() == sort).collect()
    }
}

pub(crate) fn reads_inside(viewer: &Viewer) -> bool {
    decide(&viewer.actor(), Action::ReadBook, &Subject::Site).is_ok()
}

/// Everything the viewer may see, newest first.
pub async fn list(desk: &Desk, viewer: &Viewer) -> Result<Vec<Row>> {
    let mut tx = desk.db.read().await?;
    let inside = reads_inside(viewer);
    let all = store::delegation::list(&mut tx).await?.into_iter().filter(|d| inside || d.public).collect();
    with_heads(&mut tx, all).await
}

/// Part of what the viewer may see.
pub async fn page(desk: &Desk, viewer: &Viewer, ask: Ask) -> Result<list::Part<Row>> {
    let mut tx = desk.db.read().await?;
    let found = list::find(&mut tx, List::Delegation, &Ask { hidden: reads_inside(viewer), ..ask }).await?;
    let all = store::delegation::by_ids(&mut tx, &found.ids()).await?;
    Ok(found.with(with_heads(&mut tx, all).await?))
}

async fn with_heads(tx: &mut Tx, all: Vec<Delegation>) -> Result<Vec<Row>> {
    let ids: Vec<&str> = all.iter().map(|d| d.id.as_str()).collect();
    let mut crews = store::delegation::part::members_of(tx, &ids).await?;
    let row = |delegation: Delegation| {
        let crew = crews.remove(&delegation.id).unwrap_or_default();
        Row { people: crew.iter().map(|m| m.people).sum(), head: crew.into_iter().find(|m| m.head), delegation }
    };
    Ok(all.into_iter().map(row).collect())
}

/// What each side received of the other: the first country's sum, then the second's.
pub async fn reciprocity(desk: &Desk, a: &str, b: &str) -> Result<[Received; 2]> {
    let mut tx = desk.db.read().await?;
    Ok([store::delegation::received(&mut tx, a, b).await?, store::delegation::received(&mut tx, b, a).await?])
}

/// Topics of delegations that became sub-themes (R80, R115).
pub async fn sub_themes(desk: &Desk) -> Result<Vec<SubTheme>> {
    Ok(store::delegation::part::sub_themes(&mut desk.db.read().await?).await?)
}

pub(crate) async fn load_one(tx: &mut Tx, viewer: &Viewer, slug: &str) -> Result<Delegation> {
    let d = store::delegation::find(tx, slug).await?.ok_or(Error::NotFound)?;
    if d.public || reads_inside(viewer) { Ok(d) } else { Err(Error::NotFound) }
}

/// The wall clock of a country: that of its party, else UTC.
pub(crate) async fn zone(tx: &mut Tx, country: &str) -> Result<Zone> {
    let parties = store::party::list(tx).await?;
    Ok(parties.into_iter().find(|p| p.country == country).map_or_else(Zone::utc, |p| p.zone))
}

async fn lines(tx: &mut Tx, id: &DelegationId, sorts: &[Sort]) -> Result<Vec<(i64, Part)>> {
    let mut all = Vec::new();
    for sort in sorts {
        all.extend(store::delegation::part::of(tx, id, *sort).await?);
    }
    Ok(all)
}

pub async fn show(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Page> {
    let mut tx = desk.db.read().await?;
    let delegation = load_one(&mut tx, viewer, slug).await?;
    let open = lines(&mut tx, &delegation.id, &[Sort::Members, Sort::Sites, Sort::Topics]).await?;
    let (mut members, mut sites, mut topics) = (Vec::new(), Vec::new(), Vec::new());
    for (_, part) in open.iter().cloned() {
        match part {
            Part::Member(m) => members.push(m),
            Part::Site(s) => sites.push(s),
            Part::Topic(t) => topics.push(t),
            _ => {}
        }
    }
    let versions = store::delegation::programme::versions(&mut tx, &delegation.id).await?;
    let items = match versions.first() {
        Some((no, _)) => store::delegation::programme::items(&mut tx, &delegation.id, *no).await?,
        None => Vec::new(),
    };
    let (host_zone, visitor_zone) = (zone(&mut tx, &delegation.host).await?, zone(&mut tx, &delegation.visitor).await?);
    let version = versions.first().copied();
    let today = host_zone.wall(desk.now()).day;
    let inside = match decide(&viewer.actor(), Action::ReadBook, &Subject::Site) {
        Ok(permit) => {
            let mut all = open;
            all.extend(lines(&mut tx, &delegation.id, &[Sort::Costs, Sort::Gifts, Sort::FollowUps]).await?);
            let ticked = store::delegation::programme::ticked(&mut tx, &delegation.id).await?;
            let letters = store::delegation::programme::letters(&mut tx, &permit, &delegation.id).await?;
            let done = Done { letter: !letters.is_empty(), programme: !items.is_empty(), ticked: ticked.clone() };
            let plan = plan::steps(&delegation, &members, &done, today);
            Some(Inside { gifts: judged(&delegation, &all), lines: all, plan, ticked, versions, letters, today })
        }
        Err(_) => None,
    };
    let days = reciprocity::person_days(&delegation, &members);
    let writable = decide(&viewer.actor(), Action::EditBook, &Subject::Site).is_ok();
    let cited = named::cite(&mut tx, &delegation.source).await?;
    let partnership = named::partnership(&mut tx, &delegation.partnership).await?;
    Ok(Page { cited, partnership, delegation, members, sites, topics, items, version, days, host_zone, visitor_zone, inside, writable })
}

/// Gifts with what an officer should look at.
fn judged(d: &Delegation, all: &[(i64, Part)]) -> Vec<(i64, Gift, Vec<Refusal>)> {
    let gifts: Vec<(i64, Gift)> =
        all.iter().filter_map(|(no, p)| if let Part::Gift(g) = p { Some((*no, g.clone())) } else { None }).collect();
    judge(d, &gifts)
}

/// One delegation's gifts, each seen beside those that were entered before it.
fn judge(d: &Delegation, gifts: &[(i64, Gift)]) -> Vec<(i64, Gift, Vec<Refusal>)> {
    let one = |(no, g): &(i64, Gift)| {
        let others: Vec<Gift> = gifts.iter().filter(|(n, _)| n < no).map(|(_, g)| g.clone()).collect();
        let (giver, receiver) = match g.giver {
            domain::delegation::cost::Payer::Host => (&d.host, &d.visitor),
            domain::delegation::cost::Payer::Visitor => (&d.visitor, &d.host),
        };
        (*no, g.clone(), gift::warnings(g, giver, receiver, &others))
    };
    gifts.iter().map(one).collect()
}

/// A form's delegation: organisations and place as typed; `slug` empty for a new one.
#[derive(Clone)]
pub struct Form {
    pub delegation: Delegation,
    pub visitor_org: String,
    pub host_org: String,
    pub place: String,
}

/// A new delegation, or the one of that address changed. Answers its address.
pub async fn save(desk: &Desk, viewer: &Viewer, form: Form) -> Result<String> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let mut d = form.delegation;
    let mut wrong: Vec<FieldError> = Vec::new();
    for (which, field, typed) in [
        (Which::Organisation, "visitor_org", &form.visitor_org),
        (Which::Organisation, "host_org", &form.host_org),
        (Which::Place, "place", &form.place),
    ] {
        let slot = match field {
            "visitor_org" => &mut d.visitor_org,
            "host_org" => &mut d.host_org,
            _ => &mut d.place,
        };
        match named::resolve(&mut tx, which, field, typed).await? {
            Ok(found) => *slot = found,
            Err(e) => wrong.push(e),
        }
    }
    let old = if d.slug.is_empty() { None } else { store::delegation::find(&mut tx, &d.slug).await? };
    let members = match &old {
        Some(old) => store::delegation::part::of(&mut tx, &old.id, Sort::Members).await?.len(),
        // A seed says what happened; its lines follow.
        None if !d.source.is_empty() => 1,
        None => 0,
    };
    let from = old.as_ref().map_or(State::Planned, |o| o.state);
    if let Err(refusal) = d.check() {
        let field = if refusal.key() == "delegation-title" { "title-da" } else { "host" };
        wrong.push(FieldError { field: field.into(), refusal });
    }
    if let Err(refusal) = (Delegation { state: from, ..d.clone() }).moves(d.state, members) {
        wrong.push(FieldError { field: "state".into(), refusal });
    }
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let fresh = old.is_none();
    match old {
        Some(old) => {
            d.id = old.id;
            d.source = old.source;
        }
        None => {
            d.id = desk.mint(DelegationId::mint);
            if d.slug.is_empty() {
                d.slug = free(&mut tx, &named::slug(&d.title)).await?;
            }
        }
    }
    d.version += 1;
    let before = revision::before(&mut tx, revision::Kind::Delegation, &d.slug).await?;
    keep(desk, &mut tx, &permit, &d, fresh).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    tx.commit().await?;
    Ok(d.slug)
}

async fn free(tx: &mut Tx, wish: &str) -> Result<String> {
    let mut slug = wish.to_string();
    for n in 2.. {
        if store::delegation::find(tx, &slug).await?.is_none() {
            break;
        }
        slug = format!("{wish}-{n}");
    }
    Ok(slug)
}

async fn keep(desk: &Desk, tx: &mut Tx, permit: &domain::Permit, d: &Delegation, fresh: bool) -> Result<()> {
    if !store::delegation::save(tx, permit, d, fresh.then(|| desk.now())).await? {
        return Err(Refusal::stale().into());
    }
    let detail = json!({ "slug": d.slug, "state": d.state.code(), "new": fresh });
    Ok(desk.record(tx, permit, "delegation", d.id.as_str(), detail).await?)
}

/// The delegation's own report (R79).
pub async fn report(desk: &Desk, viewer: &Viewer, slug: &str, report: Text3, version: i64) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let old = store::delegation::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let d = Delegation { report, version: version + 1, ..old };
    let before = revision::before(&mut tx, revision::Kind::Report, slug).await?;
    keep(desk, &mut tx, &permit, &d, false).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    Ok(tx.commit().await?)
}

/// A delegation of the seeds with its lines; organisations in lines are given by address.
pub struct Seed {
    pub form: Form,
    pub parts: Vec<part::Line>,
}

/// Loads what is not there yet.
pub async fn load(desk: &Desk, viewer: &Viewer, all: Vec<Seed>) -> Result<()> {
    for seed in all {
        let slug = seed.form.delegation.slug.clone();
        if store::delegation::find(&mut desk.db.read().await?, &slug).await?.is_some() {
            continue;
        }
        save(desk, viewer, seed.form).await?;
        for line in seed.parts {
            part::save(desk, viewer, &slug, None, line).await?;
        }
    }
    Ok(())
}

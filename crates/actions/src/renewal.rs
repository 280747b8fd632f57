//! The renewal dossier of a text: what the book knows of what it gave, what the office recommends, and the decision (R160, R161).

mod paper;

use crate::{Desk, Error, Result, Viewer, instrument, partnership as book, partnership::edit_permit};
use domain::{
    Action, Money, PartyCode, Permit, Refusal, Subject, Text3,
    activity::Activity,
    decide,
    delegation::Delegation,
    fact::{Kind, SubjectKind},
    ids::RenewalId,
    instrument::Instrument,
    partnership::{Signal, signals},
    programme::BodyKind,
    refusal::FieldError,
    renewal::{Advice, Decided, Renewal, decide as close, presentable},
    time::Day,
};
pub use paper::paper;
use serde_json::json;
use store::{Tx, fact::Line as FactLine, partnership::detail::Project};

/// A text with its dossiers and what the book knows.
pub struct Dossier {
    pub text: instrument::Page,
    /// The one that is not decided yet.
    pub open: Option<Renewal>,
    /// Newest first.
    pub earlier: Vec<Renewal>,
    pub gathered: Gathered,
    pub editable: bool,
}

/// What came of a text and its partnership, gathered anew each time.
pub struct Gathered {
    pub activities: Vec<Activity>,
    pub delegations: Vec<Delegation>,
    pub projects: Vec<Project>,
    /// What each side has awarded to projects of the partnership's programmes.
    pub money: Vec<(PartyCode, Money)>,
    pub outcomes: Vec<FactLine>,
    pub benefits: Vec<FactLine>,
    pub signals: Vec<Signal>,
}

/// What the form holds.
#[derive(Clone, Debug)]
pub struct Draft {
    pub results: Text3,
    pub problems: Text3,
    pub advice: Option<Advice>,
    pub reasons: Text3,
    pub body: String,
    pub case_number: String,
}

impl Dossier {
    pub fn instrument(&self) -> &Instrument {
        &self.text.whole.instrument
    }
    /// Complete enough to lay before a body.
    pub fn ready(&self) -> bool {
        self.open.as_ref().is_some_and(|r| presentable(r).is_ok())
    }
}

pub async fn show(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Dossier> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let text = instrument::show(desk, viewer, slug).await?;
    let mut tx = desk.db.read().await?;
    let (open, earlier) =
        store::renewal::of_instrument(&mut tx, &permit, &text.whole.instrument.id).await?.into_iter().partition(|r| r.decided.is_none());
    let gathered = gather(&mut tx, &permit, &text).await?;
    let open: Vec<Renewal> = open;
    Ok(Dossier { text, open: open.into_iter().next(), earlier, gathered, editable: edit_permit(viewer).is_ok() })
}

async fn gather(tx: &mut Tx, permit: &Permit, text: &instrument::Page) -> Result<Gathered> {
    let line = &text.partnership;
    let (id, slug) = (&line.partnership.id, line.partnership.slug.as_str());
    let mut facts = store::fact::of(tx, SubjectKind::Partnership, id.as_str()).await?;
    facts.extend(text.facts.iter().cloned());
    let (outcomes, rest): (Vec<FactLine>, Vec<FactLine>) = facts.into_iter().partition(|f| f.fact.kind == Kind::Outcome);
    let input = book::health_input(tx, line, text.today).await?;
    Ok(Gathered {
        activities: store::activity::of_partnership(tx, slug).await?,
        delegations: store::delegation::of_partnership(tx, slug).await?,
        projects: store::partnership::detail::projects(tx, id).await?,
        money: store::renewal::awarded(tx, permit, id).await?,
        outcomes,
        benefits: rest.into_iter().filter(|f| f.fact.kind == Kind::Benefit).collect(),
        signals: signals(&input, text.today),
    })
}

/// Opens a dossier for the term that runs; a replayed form opens one.
pub async fn open(desk: &Desk, viewer: &Viewer, slug: &str, form_key: &str) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let text = instrument::show(desk, viewer, slug).await?;
    let i = &text.whole.instrument;
    let mut tx = desk.db.write().await?;
    if store::form_key::find(&mut tx, &permit, form_key).await?.is_some() {
        return Ok(());
    }
    if !i.state.binds() {
        return Err(Refusal::new("renewal-state", vec![]).into());
    }
    if store::renewal::of_instrument(&mut tx, &permit, &i.id).await?.iter().any(|r| r.decided.is_none()) {
        return Err(Refusal::new("renewal-open", vec![]).into());
    }
    let r = Renewal {
        id: desk.mint(RenewalId::mint),
        instrument: i.id.clone(),
        due: text.clock.map(|c| if c.locked { c.term.until } else { c.notice }),
        results: Text3::default(),
        problems: Text3::default(),
        advice: None,
        reasons: Text3::default(),
        body: body(&mut tx, viewer, text.today).await?,
        case_number: String::new(),
        decided: None,
        version: 1,
        opened: desk.now(),
    };
    store::renewal::insert(&mut tx, &permit, &r, desk.now()).await?;
    store::form_key::put(&mut tx, &permit, form_key, slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "renewal", r.id.as_str(), json!({ "text": slug, "opened": true })).await?;
    tx.commit().await?;
    Ok(())
}

/// The body that decides at the officer's own party today.
async fn body(tx: &mut Tx, viewer: &Viewer, today: Day) -> Result<String> {
    let all = store::programme::bodies(tx).await?;
    let own = all.iter().find(|b| Some(&b.party) == viewer.party() && b.kind == BodyKind::Granting && b.sits_on(today));
    Ok(own.map(|b| b.name.get(viewer.lang).to_string()).unwrap_or_default())
}

/// `version`: what the form was filled from.
pub async fn save(desk: &Desk, viewer: &Viewer, slug: &str, draft: Draft, version: i64) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let mut r = undecided(&mut tx, &permit, slug).await?;
    (r.results, r.problems, r.advice, r.reasons) = (draft.results, draft.problems, draft.advice, draft.reasons);
    (r.body, r.case_number, r.version) = (draft.body, draft.case_number, version);
    update(desk, tx, &permit, &r).await
}

/// The body's word ends the dossier. It may differ from the recommendation.
pub async fn decide_dossier(desk: &Desk, viewer: &Viewer, slug: &str, decided: Decided, version: i64) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    if decided.on > book::today(desk, &mut tx).await? {
        return Err(Error::Invalid(vec![FieldError::new("on", "renewal-future", vec![])]));
    }
    let mut r = undecided(&mut tx, &permit, slug).await?;
    close(&mut r, decided)?;
    r.version = version;
    update(desk, tx, &permit, &r).await
}

async fn undecided(tx: &mut Tx, permit: &Permit, slug: &str) -> Result<Renewal> {
    let i = store::instrument::find(tx, slug).await?.ok_or(Error::NotFound)?;
    let open = store::renewal::of_instrument(tx, permit, &i.id).await?.into_iter().find(|r| r.decided.is_none());
    open.ok_or_else(|| Refusal::new("renewal-closed", vec![]).into())
}

async fn update(desk: &Desk, mut tx: Tx, permit: &Permit, r: &Renewal) -> Result<()> {
    if !store::renewal::update(&mut tx, permit, r).await? {
        return Err(Refusal::stale().into());
    }
    let advice = r.decided.as_ref().map(|d| d.advice.code());
    desk.record(&mut tx, permit, "renewal", r.id.as_str(), json!({ "saved": r.version, "decided": advice })).await?;
    tx.commit().await?;
    Ok(())
}

//! What the offices see of assessment: their own side's always, the other's when both have closed (R137-R138, R143); summaries and closing.

use super::{assign::side_closed, own_side};
use crate::{
    Desk, Error, Result, Viewer,
    handling::{self, own_office},
    journal::{self, Document, worded},
};
use domain::{
    Action, Instant, Lang, PartyCode, Permit, Refusal, Subject, Text3,
    application::Application,
    assessment::{self as rules, Assessment, Closing, Draft, Group, Progress, Summary, both_closed, criterion_mean, mean, weighted},
    call::Call,
    decide,
    ids::{ApplicationId, ExpertId},
    journal::Direction,
};
use i18n::format::decimal;
use serde_json::json;
use std::collections::HashMap;
use store::{Tx, application::line::Line};

/// One side's panel on one application.
pub struct Panel {
    pub party: PartyCode,
    pub app: ApplicationId,
    pub progress: Progress,
    /// Name and assessment of each expert who has it still; drafts of open ones included for the own office's progress only.
    pub assessments: Vec<(String, Assessment)>,
    /// Weighted mean of the final ones in thousandths of the highest possible.
    pub mean: Option<i64>,
    /// Highest less lowest single mean, thousandths; none below two.
    pub spread: Option<i64>,
    pub summary: Option<Summary>,
}

/// One side of the call, as far as the viewer may see it.
pub struct Side {
    pub party: PartyCode,
    pub closed: Option<Instant>,
    /// Appointment, with the name of the body and the number of members; none where hidden or not appointed.
    pub group: Option<(Group, Text3, usize)>,
    /// One an application, in the order of `Overview::apps`; none where hidden, not even how far it is.
    pub panels: Option<Vec<Panel>>,
}

pub struct Overview {
    pub call: Call,
    pub own: Option<PartyCode>,
    /// Applications under assessment; empty while `waiting`.
    pub apps: Vec<Line>,
    /// Folded texts to search in, where they were asked for.
    pub search: HashMap<ApplicationId, String>,
    pub waiting: Option<Refusal>,
    /// Own side first.
    pub sides: Vec<Side>,
}

/// Where a side stands, all its panels together.
pub struct Tally {
    pub assigned: usize,
    pub begun: usize,
    pub closed: usize,
    pub summarised: usize,
}

impl Side {
    /// None where hidden.
    pub fn tally(&self) -> Option<Tally> {
        let panels = self.panels.as_ref()?;
        let sum = |of: &dyn Fn(&Panel) -> usize| panels.iter().map(of).sum();
        Some(Tally {
            assigned: sum(&|p| p.progress.assigned),
            begun: sum(&|p| p.assessments.len()),
            closed: sum(&|p| p.progress.closed),
            summarised: sum(&|p| usize::from(p.progress.summarised)),
        })
    }
}

impl Overview {
    pub fn both_closed(&self) -> bool {
        self.sides.iter().all(|s| s.closed.is_some())
    }
}

/// One application with both panels, as far as the viewer may see them.
pub struct Case {
    pub call: Call,
    pub own: Option<PartyCode>,
    pub app: Application,
    pub sides: Vec<Side>,
    /// The summary as the house would word it, where the own panel is ready for one.
    pub draft: Option<String>,
}

/// `searching`: with the texts to search in.
pub async fn overview(desk: &Desk, viewer: &Viewer, slug: &str, searching: bool) -> Result<Overview> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::ReadDesk, &call.shared())?;
    let (apps, waiting) = match handling::eligible_lines(desk, &mut tx, &permit, &call).await {
        Ok(apps) => (apps, None),
        Err(Error::Refused(why)) => (Vec::new(), Some(why)),
        Err(other) => return Err(other),
    };
    let sides = sides(&mut tx, viewer, &call, &apps).await?;
    let search = if searching { store::application::search_texts(&mut tx, &permit, &call.id).await? } else { HashMap::new() };
    Ok(Overview { own: own_office(viewer, &call), call, apps, search, waiting, sides })
}

pub async fn case(desk: &Desk, viewer: &Viewer, id: &ApplicationId) -> Result<Case> {
    let mut tx = desk.db.read().await?;
    let app = store::application::find(&mut tx, id).await?.filter(Application::is_submitted).ok_or(Error::NotFound)?;
    let call = store::call::get(&mut tx, &app.call).await?;
    let permit = decide(&viewer.actor(), Action::ReadDesk, &call.shared())?;
    let line = line(desk, &mut tx, &permit, &call, id).await?;
    let sides = sides(&mut tx, viewer, &call, &[line]).await?;
    let own = own_office(viewer, &call);
    let ready = sides.iter().find(|s| Some(&s.party) == own.as_ref()).and_then(|s| s.panels.as_ref()?.first());
    let draft =
        ready.filter(|p| p.progress.assigned > 0 && p.progress.closed == p.progress.assigned).map(|p| wording(viewer.lang, &call, p));
    Ok(Case { call, own, app, sides, draft })
}

/// The means of one side's panels, thousandths, for its priority list; the caller holds a permit to read that list. None before
/// assessment can begin.
pub(crate) async fn means(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    call: &Call,
    party: &PartyCode,
) -> Result<HashMap<ApplicationId, i64>> {
    let apps = match handling::eligible_lines(desk, tx, permit, call).await {
        Ok(apps) => apps,
        Err(Error::Refused(_)) => return Ok(HashMap::new()),
        Err(other) => return Err(other),
    };
    Ok(panels(tx, permit, call, party, &apps).await?.into_iter().filter_map(|p| Some((p.app, p.mean?))).collect())
}

/// Saves the own side's summary of one application.
pub async fn summarise(desk: &Desk, viewer: &Viewer, id: &ApplicationId, body: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let app = store::application::find(&mut tx, id).await?.filter(Application::is_submitted).ok_or(Error::NotFound)?;
    let slug = store::call::get(&mut tx, &app.call).await?.slug;
    let (call, party, permit) = own_side(&mut tx, viewer, &slug, Action::SummarisePanel).await?;
    let closed = side_closed(&store::assessment::closings(&mut tx, &call.id).await?, &party);
    let line = line(desk, &mut tx, &permit, &call, id).await?;
    let panel = panels(&mut tx, &permit, &call, &party, &[line]).await?.pop().ok_or(Error::NotFound)?;
    rules::summarise(&panel.progress, closed, body)?;
    keep(desk, viewer, &mut tx, &permit, &panel, body).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the house's wording for every finished panel of the own side that has no summary yet. Answers their numbers.
pub async fn summarise_rest(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Vec<String>> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::SummarisePanel).await?;
    let closed = side_closed(&store::assessment::closings(&mut tx, &call.id).await?, &party);
    let apps = handling::eligible_lines(desk, &mut tx, &permit, &call).await?;
    let mut numbers = Vec::new();
    for panel in panels(&mut tx, &permit, &call, &party, &apps).await? {
        let body = wording(viewer.lang, &call, &panel);
        if panel.summary.is_none() && rules::summarise(&panel.progress, closed, &body).is_ok() {
            keep(desk, viewer, &mut tx, &permit, &panel, &body).await?;
            numbers.push(panel.progress.number);
        }
    }
    tx.commit().await?;
    Ok(numbers)
}

async fn keep(desk: &Desk, viewer: &Viewer, tx: &mut Tx, permit: &Permit, panel: &Panel, body: &str) -> Result<()> {
    let summary = Summary {
        application: panel.app.clone(),
        party: panel.party.clone(),
        body: body.trim().into(),
        lang: viewer.lang,
        by: viewer.by(),
        at: desk.now(),
    };
    store::assessment::save_summary(tx, permit, &summary).await?;
    Ok(desk.record(tx, permit, "panel_summary", panel.app.as_str(), json!({ "summary": panel.party.as_str() })).await?)
}

/// Closes the own side's assessment; when both have, each sees the other's and priorities begin.
pub async fn close(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::CloseAssessment).await?;
    let closed = side_closed(&store::assessment::closings(&mut tx, &call.id).await?, &party);
    let apps = handling::eligible_lines(desk, &mut tx, &permit, &call).await?;
    let progress: Vec<Progress> = panels(&mut tx, &permit, &call, &party, &apps).await?.into_iter().map(|p| p.progress).collect();
    rules::close_side(&progress, closed)?;
    let closing = Closing { party: party.clone(), by: viewer.by(), at: desk.now() };
    store::assessment::add_closing(&mut tx, &permit, &call.id, &closing).await?;
    desk.record(&mut tx, &permit, "call", call.id.as_str(), json!({ "assessment-closed": party.as_str() })).await?;
    let entry = Document::new(&call.id, &party, Direction::Internal, worded("journal-subject-closing", &[]));
    journal::enter(desk, &mut tx, &permit, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Both sides, own first; each only where `decide` allows it.
async fn sides(tx: &mut Tx, viewer: &Viewer, call: &Call, apps: &[Line]) -> Result<Vec<Side>> {
    let closings = store::assessment::closings(tx, &call.id).await?;
    let sides_closed = both_closed(&call.parties, &closings);
    let own = viewer.party().filter(|p| call.has_party(p)).unwrap_or(&call.parties[0]).clone();
    let mut all = Vec::new();
    for party in [own.clone(), call.counterpart(&own).clone()] {
        let facts = Subject::Assessment {
            party: party.clone(),
            parties: call.parties.clone(),
            mine: false,
            conflicted: false,
            own_closed: false,
            sides_closed,
        };
        let (panels, group) = match decide(&viewer.actor(), Action::ReadAssessment, &facts) {
            Ok(permit) => (Some(panels(tx, &permit, call, &party, apps).await?), appointment(tx, &permit, call, &party).await?),
            Err(_) => (None, None),
        };
        let closed = closings.iter().find(|c| c.party == party).map(|c| c.at);
        all.push(Side { party, closed, group, panels });
    }
    Ok(all)
}

async fn appointment(tx: &mut Tx, permit: &Permit, call: &Call, party: &PartyCode) -> Result<Option<(Group, Text3, usize)>> {
    let Some(group) = store::assessment::group(tx, permit, &call.id, party).await? else { return Ok(None) };
    let members = store::assessment::members(tx, permit, &call.id, party).await?.len();
    let body = store::programme::bodies(tx).await?.into_iter().find(|b| b.id == group.body).map(|b| b.name).unwrap_or_default();
    Ok(Some((group, body, members)))
}

/// One application under assessment.
async fn line(desk: &Desk, tx: &mut Tx, permit: &Permit, call: &Call, id: &ApplicationId) -> Result<Line> {
    let lines = handling::eligible_lines(desk, tx, permit, call).await?;
    lines.into_iter().find(|l| &l.application == id).ok_or(Error::NotFound)
}

async fn panels(tx: &mut Tx, permit: &Permit, call: &Call, party: &PartyCode, apps: &[Line]) -> Result<Vec<Panel>> {
    let experts = store::assessment::experts(tx, permit, party).await?;
    let names: HashMap<&ExpertId, &str> = experts.iter().map(|x| (&x.id, x.name.as_str())).collect();
    let assignments = store::assessment::assignments(tx, permit, &call.id, party).await?;
    let mut standing: HashMap<&ApplicationId, Vec<&ExpertId>> = HashMap::new();
    for a in assignments.iter().filter(|a| a.stands()) {
        standing.entry(&a.application).or_default().push(&a.expert);
    }
    let mut assessments: HashMap<ApplicationId, Vec<Assessment>> = HashMap::new();
    for a in store::assessment::of_side(tx, permit, &call.id, party).await? {
        assessments.entry(a.application.clone()).or_default().push(a);
    }
    let summaries = store::assessment::summaries(tx, permit, &call.id, party).await?;
    let mut summaries: HashMap<ApplicationId, Summary> = summaries.into_iter().map(|s| (s.application.clone(), s)).collect();
    let panel = |line: &Line| {
        let app = &line.application;
        let standing = standing.get(app).map_or(&[][..], Vec::as_slice);
        let name = |e: &ExpertId| names.get(e).map(|n| n.to_string()).unwrap_or_default();
        let own = assessments.remove(app).unwrap_or_default().into_iter().filter(|a| standing.contains(&&a.expert));
        let named: Vec<(String, Assessment)> = own.map(|a| (name(&a.expert), a)).collect();
        let last: Vec<&Draft> = named.iter().filter(|(_, a)| a.closed.is_some()).map(|(_, a)| &a.draft).collect();
        let single: Vec<i64> = last.iter().filter_map(|d| weighted(&call.criteria, d)).collect();
        let spread = single.iter().max().zip(single.iter().min()).filter(|_| single.len() > 1).map(|(high, low)| high - low);
        let summary = summaries.remove(app);
        Panel {
            party: party.clone(),
            app: app.clone(),
            progress: Progress { number: line.number.clone(), assigned: standing.len(), closed: last.len(), summarised: summary.is_some() },
            mean: mean(&call.criteria, &last),
            spread,
            summary,
            assessments: named,
        }
    };
    Ok(apps.iter().map(panel).collect())
}

/// The summary as the house words it: the mean, each criterion, and what each expert said of the whole, without names.
fn wording(lang: Lang, call: &Call, panel: &Panel) -> String {
    let last: Vec<&Draft> = panel.assessments.iter().filter(|(_, a)| a.closed.is_some()).map(|(_, a)| &a.draft).collect();
    let points = |thousandths: i64| decimal(lang, thousandths, 1);
    let (mean, spread) = (points(panel.mean.unwrap_or(0)), points(panel.spread.unwrap_or(0)));
    let count = last.len() as i64;
    let mut lines = vec![i18n::text(
        lang,
        "assessment-draft-mean",
        &[("count", count.into()), ("mean", mean.as_str().into()), ("spread", spread.as_str().into())],
    )];
    for c in &call.criteria {
        let own = criterion_mean(&c.id, &last).map(|m| decimal(lang, m / 10, 2)).unwrap_or_default();
        let args = [("criterion", c.label.get(lang).into()), ("mean", own.as_str().into()), ("max", c.max_score().into())];
        lines.push(i18n::text(lang, "assessment-draft-criterion", &args));
    }
    for d in &last {
        lines.push(format!("– {}", d.overall.trim()));
    }
    lines.join("\n")
}

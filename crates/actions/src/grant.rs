//! From the joint result to the money, for both sides alike (R9-R12, R145-R146, R154-R158): what stands, and the steps that follow.

pub mod fate;
pub mod letter;
pub mod paper;
pub mod record;
pub mod status;

pub use letter::{Dispatch, LetterDesk, LetterLine, LetterOrder, letter_document, letters, retry_letters, send_letters};
pub use paper::{PaperOrder, decision_paper};
pub use record::{
    NewDecision, NewEvidence, NewMeeting, NewRecommendation, NewStatement, Upload, add_evidence, award, decide_grant, plan, present,
    recommend, release, state_cofinancing, withdraw_statement,
};
pub use status::{Status, programme_status};
pub use store::grant::{letter::Letter as SentLetter, letter_problem::LetterProblem};

use crate::{Desk, Error, Result, Viewer};
use anyhow::anyhow;
use domain::{
    Action, Currency, Lang, Money, PartyCode, Permit,
    call::Call,
    decide,
    grant::{Grant, Payee, Pot, Side},
    ids::{ApplicationId, CallId, DocumentId},
    party::Party,
    programme::Body,
};
use store::{Tx, grant::Funded};

/// A funded project with both sides' records.
#[derive(Clone, Debug)]
pub struct Project {
    pub grant: Grant,
    pub title: String,
    /// Language of the title.
    pub lang: Lang,
    /// First month, `YYYY-MM`.
    pub start_month: String,
    /// Benefit and anchoring are equal, so the hours are to match (R156).
    pub equal_benefit: bool,
    /// Version of the joint result that funds it.
    pub version: i64,
    /// Name and its language of the leading participant.
    pub lead: (String, Lang),
    /// Languages of the participants' names, in their order.
    pub names: Vec<Lang>,
    /// Hours of each participant, in their order.
    pub hours: Vec<i64>,
}

/// What one party's pots hold for a call, all years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purse {
    pub party: PartyCode,
    pub set_aside: Money,
    /// Asked for by the funded projects.
    pub requested: Money,
    pub awarded: Money,
    pub released: Money,
    pub hours: i64,
}

impl Purse {
    /// Never below zero: awards don't exceed the pot.
    pub fn left(&self) -> Money {
        Money::new(self.set_aside.minor - self.awarded.minor, self.set_aside.currency)
    }
}

/// A call's grants on one page.
pub struct Overview {
    pub call: Call,
    /// By number.
    pub projects: Vec<Project>,
    /// In the order of the call's parties.
    pub purses: Vec<Purse>,
}

/// One project with what its forms need.
pub struct Dossier {
    pub call: Call,
    pub project: Project,
    pub bodies: Vec<Body>,
    pub pots: Vec<(PartyCode, Pot)>,
}

/// Every funded project of a call, for the offices, boards and auditors of both sides.
pub async fn overview(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Overview> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::ReadGrants, &call.shared())?;
    let parties = store::party::list(&mut tx).await?;
    let projects = load(&mut tx, &permit, &call, &parties, None).await?;
    let purses = purses(&call, &parties, &projects)?;
    Ok(Overview { call, projects, purses })
}

/// One funded project; not found where no accepted result funds it.
pub async fn show(desk: &Desk, viewer: &Viewer, id: &ApplicationId) -> Result<Dossier> {
    let mut tx = desk.db.read().await?;
    let call = call_of(&mut tx, id).await?;
    let permit = decide(&viewer.actor(), Action::ReadGrants, &call.shared())?;
    let project = one(&mut tx, &permit, &call, id).await?;
    let bodies = store::programme::bodies(&mut tx).await?;
    let mut pots = Vec::new();
    for party in &call.parties {
        pots.push((party.clone(), pot(&mut tx, &permit, &call, party).await?));
    }
    Ok(Dossier { call, project, bodies, pots })
}

/// A document that a statement or evidence of this project carries.
pub async fn document(desk: &Desk, viewer: &Viewer, id: &ApplicationId, document: &DocumentId) -> Result<store::document::Document> {
    let mut tx = desk.db.read().await?;
    let call = call_of(&mut tx, id).await?;
    let permit = decide(&viewer.actor(), Action::ReadGrants, &call.shared())?;
    let project = one(&mut tx, &permit, &call, id).await?;
    let known = project.grant.sides.iter().any(|s| {
        s.statements.iter().any(|x| x.document.as_ref() == Some(document))
            || s.evidence.iter().any(|x| x.document.as_ref() == Some(document))
    });
    if !known {
        return Err(Error::NotFound);
    }
    store::document::find(&mut tx, &permit, document).await?.ok_or(Error::NotFound)
}

pub(crate) async fn call_of(tx: &mut Tx, id: &ApplicationId) -> Result<Call> {
    let call: CallId = store::grant::call_of(tx, id).await?.ok_or(Error::NotFound)?;
    Ok(store::call::get(tx, &call).await?)
}

pub(crate) async fn one(tx: &mut Tx, permit: &Permit, call: &Call, id: &ApplicationId) -> Result<Project> {
    let parties = store::party::list(tx).await?;
    load(tx, permit, call, &parties, Some(id)).await?.pop().ok_or(Error::NotFound)
}

/// What the party has set aside for the call, and what its awards have taken.
pub(crate) async fn pot(tx: &mut Tx, permit: &Permit, call: &Call, party: &PartyCode) -> Result<Pot> {
    let set_aside = call.pot_total(party).ok_or_else(|| anyhow!("{party} has no pot for {}", call.slug))?;
    let awarded = store::grant::awarded(tx, permit, &call.id, party, set_aside.currency).await?;
    Ok(Pot { set_aside, awarded })
}

/// The funded projects of a call, or one of them.
pub(crate) async fn load(
    tx: &mut Tx,
    permit: &Permit,
    call: &Call,
    parties: &[Party],
    only: Option<&ApplicationId>,
) -> Result<Vec<Project>> {
    let funded = store::grant::funded(tx, permit, &call.id, only).await?;
    let payees = store::grant::payees(tx, permit, &call.id, only).await?;
    let mut projects = Vec::new();
    for f in funded {
        projects.push(project(call, parties, f, &payees)?);
    }
    let mut grants: Vec<Grant> = projects.iter().map(|p: &Project| p.grant.clone()).collect();
    store::grant::fill(tx, permit, &call.id, only, &mut grants).await?;
    for (project, grant) in projects.iter_mut().zip(grants) {
        project.grant = grant;
    }
    projects.sort_by(|a, b| a.grant.number.cmp(&b.grant.number));
    Ok(projects)
}

fn project(call: &Call, parties: &[Party], f: Funded, all: &[store::grant::Payee]) -> Result<Project> {
    let own: Vec<&store::grant::Payee> = all.iter().filter(|p| p.application == f.application).collect();
    let party_of = |code: &PartyCode| parties.iter().find(|p| &p.code == code).ok_or_else(|| anyhow!("no party {code}"));
    let side = |code: &PartyCode| -> anyhow::Result<Side> {
        let party = party_of(code)?;
        let mine = || own.iter().filter(|p| p.party.as_ref() == Some(code) && p.eligible);
        let requested = Money::sum(party.currency, mine().map(|p| Money::new(p.minor, party.currency)))
            .map_err(|e| anyhow!("budgets of {}: {e:?}", f.number))?;
        Ok(empty(party, requested, mine().map(|p| p.hours).fold(0, i64::saturating_add)))
    };
    let currency_of = |code: &PartyCode| parties.iter().find(|p| &p.code == code).map(|p| p.currency);
    let payee = |p: &&store::grant::Payee| Payee {
        id: p.id.clone(),
        name: p.name.clone(),
        party: p.party.clone(),
        requested: p.party.as_ref().and_then(currency_of).map(|c: Currency| Money::new(p.minor, c)),
        eligible: p.eligible,
    };
    let lead = own.iter().find(|p| p.lead).or(own.first()).map_or((String::new(), f.lang), |p| (p.name.clone(), p.lang));
    Ok(Project {
        grant: Grant {
            application: f.application,
            number: f.number.clone(),
            result: f.result,
            agreed: f.agreed,
            in_force: f.in_force,
            withdrawn: f.withdrawn,
            participants: own.iter().map(payee).collect(),
            sides: [side(&call.parties[0])?, side(&call.parties[1])?],
        },
        title: f.title,
        lang: f.lang,
        start_month: f.start_month,
        equal_benefit: f.equal_benefit,
        version: f.version,
        lead,
        names: own.iter().map(|p| p.lang).collect(),
        hours: own.iter().map(|p| p.hours).collect(),
    })
}

fn empty(party: &Party, requested: Money, hours: i64) -> Side {
    Side {
        party: party.code.clone(),
        currency: party.currency,
        zone: party.zone.clone(),
        requested,
        hours,
        statements: Vec::new(),
        recommendation: None,
        decision: None,
        award: None,
        presentation: None,
        evidence: Vec::new(),
        instalments: Vec::new(),
    }
}

/// Each party's money over these projects. A project that is no longer funded counts with what was awarded and released only.
pub(crate) fn purses(call: &Call, parties: &[Party], projects: &[Project]) -> Result<Vec<Purse>> {
    let sum = |currency, all: Vec<Money>| Money::sum(currency, all).map_err(|e| anyhow!("grants of {}: {e:?}", call.slug));
    let mut out = Vec::new();
    for code in &call.parties {
        let currency = parties.iter().find(|p| &p.code == code).map(|p| p.currency).ok_or_else(|| anyhow!("no party {code}"))?;
        let sides = || projects.iter().filter_map(|p| Some((p.grant.open().is_ok(), p.grant.side(code).ok()?)));
        out.push(Purse {
            party: code.clone(),
            set_aside: call.pot_total(code).unwrap_or(Money::zero(currency)),
            requested: sum(currency, sides().filter(|(open, _)| *open).map(|(_, s)| s.requested).collect())?,
            awarded: sum(currency, sides().map(|(_, s)| s.awarded()).collect())?,
            released: sum(currency, sides().map(|(_, s)| s.released()).collect())?,
            hours: sides().filter(|(open, _)| *open).map(|(_, s)| s.hours).fold(0, i64::saturating_add),
        });
    }
    Ok(out)
}

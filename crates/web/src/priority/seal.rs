//! Sealing with a slip that is shown before and after and kept nowhere; giving the slip; beginning again when one is lost.

use super::{Turn, list, trail, turn};
use crate::kit::{Answer, App, Fields, Frame, Visit, see_other};
use actions::{
    Error,
    priority::{
        list::{self as own, OwnList},
        reveal as reveals, round, seal,
    },
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    priority::{Stage, Standing},
    refusal::FieldError,
};

#[derive(Template)]
#[template(path = "priority/seal.html")]
struct Seal {
    l: Frame,
    m: OwnList,
    f: Fields,
    turn: Turn,
    trail: Vec<(String, String)>,
    slip: String,
    /// Ranked, eligible but unranked, not prioritised.
    counts: [usize; 3],
    flaws: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "priority/sealed.html")]
struct SealedPage {
    l: Frame,
    m: OwnList,
    turn: Turn,
    trail: Vec<(String, String)>,
    slip: String,
    sealed: seal::Sealed,
}

fn page(visit: &Visit, m: OwnList, f: Fields, slip: String) -> Seal {
    let l = visit.frame();
    let count = |is: fn(&Standing) -> bool| m.rows.iter().filter_map(|r| r.line.as_ref()).filter(|line| is(&line.standing)).count();
    Seal {
        turn: turn(&l, m.round.as_ref(), m.waits.as_ref(), Some(&m.party)),
        trail: back(&l, &m),
        counts: [
            count(|s| matches!(s, Standing::Ranked(_))),
            count(|s| *s == Standing::EligibleUnranked),
            count(|s| *s == Standing::NotPrioritised),
        ],
        flaws: m.flaws(),
        l,
        m,
        f,
        slip,
    }
}

fn back(l: &Frame, m: &OwnList) -> Vec<(String, String)> {
    let mut trail = trail(l, &m.call);
    trail.push((format!("/calls/{}/priorities", m.call.slug), l.t("priority-title")));
    trail
}

/// Name and text of the file that holds a slip; only its lines of digits count when it comes back.
fn slip_file(l: &Frame, m: &OwnList, slip: &str) -> (String, String) {
    let round = m.round.as_ref().map_or(1, |r| r.no);
    let about = l.t3("seal-slip-about", "party", l.party(&m.party), "call", l.text(&m.call.title), "round", round);
    (format!("slip-{}-{}-{round}.txt", m.call.slug, m.party), format!("{about}\n\n{slip}\n{}\n", l.t("seal-slip-keep")))
}

impl Seal {
    fn file(&self) -> (String, String) {
        slip_file(&self.l, &self.m, &self.slip)
    }
    fn flaw_list(&self) -> Vec<String> {
        self.flaws.iter().map(|f| self.l.refusal(&f.refusal)).collect()
    }
    fn undecided(&self) -> bool {
        !self.flaws.is_empty()
    }
}

impl SealedPage {
    fn file(&self) -> (String, String) {
        slip_file(&self.l, &self.m, &self.slip)
    }
}

pub async fn new(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let m = own::show(&app.desk, &visit.viewer, &slug).await?;
    if !m.can_rank() {
        return Ok(see_other(&format!("/calls/{slug}/priorities"), ""));
    }
    let slip = seal::fresh_slip(&app.desk);
    visit.page(&page(&visit, m, Fields::default(), slip))
}

pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let slip = f.text("slip", 2000);
    for tick in ["kept", "confirm"] {
        if !f.is(tick, "yes") {
            f.fail(tick, "seal-tick", vec![]);
        }
    }
    if !f.errors.is_empty() {
        let m = own::show(&app.desk, &visit.viewer, &slug).await?;
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, m, f, slip));
    }
    match seal::seal(&app.desk, &visit.viewer, &slug, &slip).await {
        Ok(sealed) => {
            let m = own::show(&app.desk, &visit.viewer, &slug).await?;
            let l = visit.frame();
            let turn = turn(&l, m.round.as_ref(), m.waits.as_ref(), Some(&m.party));
            visit.page(&SealedPage { trail: back(&l, &m), l, turn, slip, sealed, m })
        }
        Err(Error::Invalid(flaws)) => {
            f.errors.extend(flaws);
            let m = own::show(&app.desk, &visit.viewer, &slug).await?;
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, m, f, slip))
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes the slip as typed or as the file that was downloaded.
pub async fn reveal(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let typed = f.value("slip").trim().to_string();
    let uploaded = f.files.iter().find(|file| file.field == "file").map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    let slip = if typed.is_empty() { uploaded.unwrap_or_default() } else { typed };
    if slip.trim().is_empty() {
        f.fail("slip", "slip-missing", vec![]);
        return list::again(&app, &visit, &slug, f, Error::Invalid(vec![])).await;
    }
    match reveals::reveal(&app.desk, &visit.viewer, &slug, &slip).await {
        Ok(Stage::Revealed) => Ok(see_other(&format!("/calls/{slug}/joint"), "message-revealed-both")),
        Ok(_) => Ok(see_other(&format!("/calls/{slug}/priorities"), "message-revealed")),
        Err(error @ (Error::Invalid(_) | Error::Refused(_))) => list::again(&app, &visit, &slug, f, error).await,
        Err(other) => Err(other.into()),
    }
}

/// Asks the other office to void the round.
pub async fn ask_void(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let reason = f.required("void-reason", round::MAX_REASON);
    if !f.errors.is_empty() {
        return list::again(&app, &visit, &slug, f, Error::Invalid(vec![])).await;
    }
    match round::ask_void(&app.desk, &visit.viewer, &slug, &reason).await {
        Ok(()) => Ok(see_other(&format!("/calls/{slug}/priorities"), "message-void-asked")),
        Err(error @ Error::Refused(_)) => list::again(&app, &visit, &slug, f, error).await,
        Err(other) => Err(other.into()),
    }
}

pub async fn agree_void(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    round::agree_void(&app.desk, &visit.viewer, &slug).await?;
    Ok(see_other(&format!("/calls/{slug}/priorities"), "message-void-agreed"))
}

//! The public check of a receipt: by number, fingerprint, or the dossier itself.

use crate::kit::{Answer, App, Fields, Frame, Visit};
use actions::application::verify::{Verdict, verify};
use askama::Template;
use axum::extract::State;

#[derive(Template)]
#[template(path = "application/verify.html")]
struct Page {
    l: Frame,
    f: Fields,
    verdict: Option<Verdict>,
    public_key: String,
    key_id: String,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        Vec::new()
    }
}

fn page(app: &App, visit: &Visit, f: Fields, verdict: Option<Verdict>) -> Page {
    let public = app.desk.signer().public();
    Page { l: visit.frame(), f, verdict, public_key: public.hex(), key_id: public.id().to_string() }
}

pub async fn show(State(app): State<App>, visit: Visit) -> Answer {
    visit.page(&page(&app, &visit, Fields::default(), None))
}

/// Changes nothing; a POST because a dossier does not fit an address and need not lie in logs.
pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let uploaded = f.files.first().filter(|x| !x.bytes.is_empty()).map(|x| x.bytes.to_vec());
    let asked = uploaded.unwrap_or_else(|| f.value("asked").trim().as_bytes().to_vec());
    if asked.is_empty() {
        f.fail("asked", "required", vec![]);
        return visit.page_as(axum::http::StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, f, None));
    }
    let verdict = verify(&app.desk, &asked).await?;
    visit.page(&page(&app, &visit, f, Some(verdict)))
}

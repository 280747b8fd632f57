//! The receipt: on screen, on paper, and the frozen dossier it stands for.

use super::guide::application_id;
use crate::kit::{Answer, App, Frame, Problem, Visit, visit::download};
use actions::application::list;
use askama::Template;
use axum::extract::{Path, State};
use domain::{Instant, Lang, Text3};
use i18n::format;
use papers::document::{Date, Text};

#[derive(Template)]
#[template(path = "application/receipt.html")]
struct Page {
    l: Frame,
    id: String,
    slug: String,
    title: String,
    lang: Lang,
    call_title: Text3,
    number: String,
    at: Instant,
    sha256: String,
    signature: String,
    key_id: String,
    public_key: String,
    late: bool,
    verify: String,
    /// What was attached then: name, size in bytes, SHA-256.
    files: Vec<(String, i64, String)>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/applications".into(), self.l.t("nav-applications")), (format!("/applications/{}", self.id), self.title.clone())]
    }
}

/// The signature in the stored envelope, base64.
fn signature(envelope: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(envelope).unwrap_or_default();
    value["signatures"][0]["sig"].as_str().unwrap_or("").to_string()
}

/// The attachments that the frozen dossier names, not those of a later submission.
fn files(dossier: &[u8]) -> Vec<(String, i64, String)> {
    let value: serde_json::Value = serde_json::from_slice(dossier).unwrap_or_default();
    let word = |v: &serde_json::Value| v.as_str().unwrap_or_default().to_string();
    let each = value["attachments"].as_array().into_iter().flatten();
    each.map(|a| (word(&a["name"]), a["length"].as_i64().unwrap_or_default(), word(&a["sha256"]))).collect()
}

async fn load(app: &App, visit: &Visit, id: &str, number: &str) -> Result<Page, Problem> {
    let id = application_id(id)?;
    let (loaded, frozen) = list::receipt(&app.desk, &visit.viewer, &id, number).await?;
    Ok(Page {
        l: visit.frame(),
        id: id.to_string(),
        slug: loaded.call.slug,
        title: loaded.app.project.title,
        lang: loaded.app.project.lang,
        call_title: loaded.call.title,
        number: frozen.number,
        at: frozen.at,
        sha256: frozen.sha256,
        signature: signature(&frozen.receipt),
        key_id: frozen.key_id,
        public_key: app.desk.signer().public().hex(),
        late: frozen.late,
        verify: format!("{}/verify", app.desk.base_url),
        files: files(&frozen.dossier),
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path((id, number)): Path<(String, String)>) -> Answer {
    visit.page(&load(&app, &visit, &id, &number).await?)
}

/// The frozen bytes themselves: whoever hashes them gets the fingerprint on the receipt.
pub async fn dossier(State(app): State<App>, visit: Visit, Path((id, number)): Path<(String, String)>) -> Answer {
    let id = application_id(&id)?;
    let (_, frozen) = list::receipt(&app.desk, &visit.viewer, &id, &number).await?;
    Ok(download(&format!("{}.json", frozen.number), "application/json", frozen.dossier))
}

pub async fn paper(State(app): State<App>, visit: Visit, Path((id, number)): Path<(String, String)>) -> Answer {
    let page = load(&app, &visit, &id, &number).await?;
    let document = papers::receipt::document(&receipt(&page, visit.viewer.lang)?);
    let bytes = tokio::task::spawn_blocking(move || papers::pdf::render(&document))
        .await
        .map_err(|e| anyhow::anyhow!(e))?
        .map_err(|e| anyhow::anyhow!(e))?;
    Ok(download(&format!("{}.pdf", page.number), "application/pdf", bytes))
}

fn receipt(page: &Page, lang: Lang) -> Result<papers::receipt::Receipt, Problem> {
    let l = &page.l;
    let text = |body: &str, of: Lang| if of == lang { Text::from(body) } else { Text::foreign(of.code(), body) };
    let instants: Vec<(String, String)> = l.walls(page.at);
    let instants: [(String, String); 2] = instants.try_into().map_err(|_| anyhow::anyhow!("a receipt shows the clocks of two parties"))?;
    let day = page.at.rfc3339();
    let date = domain::time::Day::parse(&day[..10]).ok_or_else(|| anyhow::anyhow!("the day of {day}"))?;
    let names: Vec<&str> = l.parties.iter().map(|p| p.name.get(lang)).collect();
    Ok(papers::receipt::Receipt {
        lang,
        issuer: format::list(lang, &names),
        number: page.number.clone(),
        application: page.number.clone(),
        project: text(&page.title, page.lang),
        call: text(page.call_title.get(lang), page.call_title.shown_in(lang)),
        applicant: text(l.user_name(), lang),
        date: Date { year: i32::from(date.year), month: date.month.unsigned_abs(), day: date.day.unsigned_abs() },
        instants,
        fingerprint: page.sha256.clone(),
        signature: page.signature.clone(),
        key: page.public_key.clone(),
        verify: page.verify.clone(),
        parts: page
            .files
            .iter()
            .map(|(name, size, sha256)| (text(&format!("{name} ({})", l.bytes(size)), page.lang), sha256.clone()))
            .collect(),
    })
}

//! The invitation letter's page: what still lacks, who invites, and the file.

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, error::found, see_other, visit::download, words};
use actions::delegation;
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal, Text3,
    delegation::{Delegation, letter::Inviter},
};

#[derive(Template)]
#[template(path = "delegation/letter.html")]
struct Page {
    l: Frame,
    f: Fields,
    d: Delegation,
    lacks: Vec<Refusal>,
    /// The form was sent: say that it was refused.
    refused: bool,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        vec![
            ("/delegations".into(), self.l.t("nav-delegations")),
            (format!("/delegations/{}", self.d.slug), self.l.text(&self.d.title).into()),
        ]
    }
    /// Where a lack is mended.
    fn mend(&self, lack: &Refusal) -> String {
        let part = match lack.key() {
            k if k.starts_with("letter-inviter") => return "#name".into(),
            k if k.starts_with("letter-member") || k == "letter-head" => "members",
            "letter-costs" => "costs",
            "letter-programme" | "letter-day" | "letter-item" => "programme/edit",
            _ => "edit",
        };
        format!("/delegations/{}/{part}", self.d.slug)
    }
}

async fn page(app: &App, visit: &Visit, slug: &str, f: Fields, inviter: &Inviter, refused: bool) -> Result<Page, Problem> {
    let lacks = delegation::letter::lacking(&app.desk, &visit.viewer, slug, inviter).await?;
    let d = delegation::show(&app.desk, &visit.viewer, slug).await?.delegation;
    Ok(Page { l: visit.frame(), f, d, lacks, refused })
}

pub async fn new(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let name = visit.viewer.account.as_ref().map(|a| a.name.clone()).unwrap_or_default();
    let mut f = Fields::filled([("form_key", app.desk.token()), ("name", name.clone())]);
    words::fill(&mut f, "rank", &Text3::default());
    let contacts = actions::person::contacts(&app.desk).await?;
    let host = delegation::show(&app.desk, &visit.viewer, &slug).await?.delegation.host_org.map(|o| o.slug).unwrap_or_default();
    let mailbox = contacts.into_iter().find(|p| p.organisation.slug == host).map(|p| p.mailbox).unwrap_or_default();
    f.set("mailbox", mailbox.as_str());
    let inviter = Inviter { name, mailbox, ..Inviter::default() };
    visit.page(&page(&app, &visit, &slug, f, &inviter, false).await?)
}

pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let inviter = Inviter {
        name: f.text("name", 200),
        title: words::read(&mut f, "title", 200),
        rank: words::read(&mut f, "rank", 200),
        address: f.text("address", 300),
        mailbox: f.text("mailbox", 200),
    };
    let key = f.value("form_key").to_string();
    if f.errors.is_empty() && delegation::letter::issue(&app.desk, &visit.viewer, &slug, &inviter, &key).await?.is_ok() {
        return Ok(see_other(&format!("/delegations/{slug}#letters"), "message-saved"));
    }
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &slug, f, &inviter, true).await?)
}

pub async fn file(State(app): State<App>, visit: Visit, Path((slug, no)): Path<(String, String)>) -> Answer {
    let no = found(no.parse().ok())?;
    let document = delegation::letter::file(&app.desk, &visit.viewer, &slug, no).await?;
    Ok(download(&document.name, "application/pdf", document.bytes))
}

//! Requests from anybody: sent to the contact post's mailbox, answered, assigned, or turned into a delegation (R76).

use super::{Form, save};
use crate::{Desk, Error, Result, Viewer, outbox};
use domain::{
    Action, Lang, Permit, Subject, Text3,
    area::Area,
    decide,
    delegation::{
        Delegation, Hosting, State as Stage,
        request::{Request, State, Wish},
    },
    edtf::Edtf,
    ids::{DelegationId, VisitRequestId},
    person::Post,
    refusal::FieldError,
};
use i18n::{Arg, search};
use serde_json::json;
pub use store::delegation::request::Line;

/// What the public form holds.
#[derive(Clone, Debug)]
pub struct NewRequest {
    pub wish: Wish,
    pub name: String,
    pub organisation: String,
    pub contact: String,
    pub lang: Lang,
    pub area: Option<Area>,
    pub body: String,
    pub wished: String,
    /// Address of the contact post; the first where none fits.
    pub post: String,
    pub form_key: String,
}

pub async fn send(desk: &Desk, viewer: &Viewer, new: NewRequest) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::RequestVisit, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let contacts = store::person::contacts(&mut tx).await?;
    let post = contacts.iter().find(|p| p.slug == new.post).or(contacts.first());
    let request = Request {
        id: desk.mint(VisitRequestId::mint),
        at: desk.now(),
        wish: new.wish,
        name: new.name,
        organisation: new.organisation,
        contact: new.contact,
        lang: new.lang,
        area: new.area,
        body: new.body,
        wished: new.wished,
        post: post.map(|p| p.id.clone()),
        state: State::New,
        assigned: String::new(),
        answer: String::new(),
        answered: None,
        delegation: String::new(),
    };
    let folded = search::fold(&format!("{} {} {}", request.name, request.organisation, request.body));
    if store::delegation::request::insert(&mut tx, &permit, &request, &folded, &new.form_key).await? {
        if let Some(post) = post {
            tell(desk, &mut tx, &permit, post, &request).await?;
        }
        desk.record(&mut tx, &permit, "request", request.id.as_str(), json!({ "wish": request.wish.code() })).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// To the role mailbox, in English and in the sender's language; what was written stays in the house, behind sign-in.
async fn tell(desk: &Desk, tx: &mut store::Tx, permit: &Permit, post: &Post, q: &Request) -> Result<()> {
    let link = format!("{}/requests/{}", desk.base_url, q.id);
    let say = |lang: Lang| {
        let wish = i18n::text(lang, &format!("request-wish-{}", q.wish.code()), &[]);
        let args = [("wish", Arg::Text(&wish)), ("link", Arg::Text(&link))];
        (i18n::text(lang, "request-mail-subject", &args), i18n::text(lang, "request-mail-body", &args))
    };
    let (subject, mut body) = say(Lang::En);
    if q.lang != Lang::En {
        body = format!("{body}\n\n{}", say(q.lang).1);
    }
    Ok(outbox::push(desk, tx, permit, &post.mailbox, &subject, &body).await?)
}

/// A request with whom it was sent to and who has it.
pub struct Case {
    pub request: Request,
    pub post: Option<Post>,
    pub assigned: String,
    /// Officers it may be given to: id and name.
    pub officers: Vec<(String, String)>,
    pub writable: bool,
}

/// The office's queue: open ones first, oldest first among them.
pub async fn list(desk: &Desk, viewer: &Viewer) -> Result<Vec<Line>> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    Ok(store::delegation::request::list(&mut desk.db.read().await?, &permit).await?)
}

pub async fn show(desk: &Desk, viewer: &Viewer, id: &VisitRequestId) -> Result<Case> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let request = store::delegation::request::find(&mut tx, &permit, id).await?.ok_or(Error::NotFound)?;
    let post = match &request.post {
        Some(id) => store::person::post_of(&mut tx, id).await?,
        None => None,
    };
    let officers = officers(&mut tx, &permit).await?;
    let assigned = officers.iter().find(|(id, _)| *id == request.assigned).map(|(_, n)| n.clone()).unwrap_or_default();
    let writable = request.open() && decide(&viewer.actor(), Action::EditBook, &Subject::Site).is_ok();
    Ok(Case { request, post, assigned, officers, writable })
}

async fn officers(tx: &mut store::Tx, permit: &Permit) -> Result<Vec<(String, String)>> {
    let all = store::account::list(tx, permit).await?;
    let officer = |a: &domain::account::Account| a.roles.iter().any(|(r, _)| *r == domain::Role::Officer);
    Ok(all.into_iter().filter(officer).map(|a| (a.id.to_string(), a.name)).collect())
}

async fn open(desk: &Desk, viewer: &Viewer, id: &VisitRequestId) -> Result<(store::Tx, Permit, Request)> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let request = store::delegation::request::find(&mut tx, &permit, id).await?.ok_or(Error::NotFound)?;
    request.end()?;
    Ok((tx, permit, request))
}

pub async fn assign(desk: &Desk, viewer: &Viewer, id: &VisitRequestId, account: &str) -> Result<()> {
    let (mut tx, permit, request) = open(desk, viewer, id).await?;
    if !officers(&mut tx, &permit).await?.iter().any(|(id, _)| id == account) {
        return Err(vec![FieldError::new("assigned", "required", vec![])].into());
    }
    let request = Request { state: State::Assigned, assigned: account.into(), ..request };
    store::delegation::request::step(&mut tx, &permit, &request).await?;
    desk.record(&mut tx, &permit, "request", id.as_str(), json!({ "state": "assigned" })).await?;
    Ok(tx.commit().await?)
}

/// Answers and closes; the answer goes by mail where the sender left an address.
pub async fn answer(desk: &Desk, viewer: &Viewer, id: &VisitRequestId, answer: &str) -> Result<()> {
    let (mut tx, permit, request) = open(desk, viewer, id).await?;
    let request = Request { state: State::Answered, answer: answer.trim().into(), answered: Some(desk.now()), ..request };
    store::delegation::request::step(&mut tx, &permit, &request).await?;
    if request.contact.contains('@') {
        let subject = i18n::text(request.lang, "request-answer-subject", &[]);
        outbox::push(desk, &mut tx, &permit, &request.contact, &subject, &request.answer).await?;
    }
    desk.record(&mut tx, &permit, "request", id.as_str(), json!({ "state": "answered" })).await?;
    Ok(tx.commit().await?)
}

/// Takes the sender out of a request, open or closed; what was asked and answered stays.
pub async fn erase(desk: &Desk, viewer: &Viewer, id: &VisitRequestId) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let request = store::delegation::request::find(&mut tx, &permit, id).await?.ok_or(Error::NotFound)?;
    store::delegation::request::forget(&mut tx, &permit, &request).await?;
    desk.record(&mut tx, &permit, "request", id.as_str(), json!({ "erased": true })).await?;
    tx.commit().await?;
    Ok(desk.db.forget().await?)
}

/// Makes a planned, hidden delegation of it. `visitor` and `host` are countries. Answers the delegation's address.
pub async fn turn(desk: &Desk, viewer: &Viewer, id: &VisitRequestId, visitor: &str, host: &str) -> Result<String> {
    let (tx, _, request) = open(desk, viewer, id).await?;
    drop(tx);
    let title = |lang: Lang| i18n::text(lang, "request-delegation-title", &[("name", Arg::Text(&request.organisation))]);
    let mut purpose = Text3::default();
    match request.lang {
        Lang::Da => purpose.da = request.body.clone(),
        Lang::En => purpose.en = request.body.clone(),
        Lang::Zh => purpose.zh = request.body.clone(),
    }
    let delegation = Delegation {
        id: desk.mint(DelegationId::mint),
        slug: String::new(),
        title: Text3::new(&title(Lang::Da), &title(Lang::En), &title(Lang::Zh)),
        kinds: Vec::new(),
        state: Stage::Planned,
        visitor: visitor.into(),
        host: host.into(),
        visitor_org: None,
        host_org: None,
        place: None,
        dates: Edtf::parse(&request.wished).unwrap_or_default(),
        prepared: Edtf::default(),
        arrives: None,
        departs: None,
        purpose,
        areas: request.area.into_iter().collect(),
        partnership: String::new(),
        recommended: Text3::default(),
        hosting: Hosting::Open,
        report: Text3::default(),
        signs: false,
        recurring: false,
        public: false,
        source: String::new(),
        version: 0,
    };
    let form = Form { delegation, visitor_org: String::new(), host_org: String::new(), place: String::new() };
    let slug = save(desk, viewer, form).await?;
    let (mut tx, permit, request) = open(desk, viewer, id).await?;
    let request = Request { state: State::Turned, answered: Some(desk.now()), delegation: slug.clone(), ..request };
    store::delegation::request::step(&mut tx, &permit, &request).await?;
    desk.record(&mut tx, &permit, "request", id.as_str(), json!({ "state": "turned" })).await?;
    tx.commit().await?;
    Ok(slug)
}

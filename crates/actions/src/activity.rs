//! Activities and introductions: read by anyone, kept by the offices (R84-R90).

pub(crate) mod card;

use crate::{Desk, Error, Result, Viewer, named, revision};
use domain::{
    Action, Refusal, Subject, Text3,
    activity::{Activity, Introduction},
    area::Area,
    decide,
    ids::{ActivityId, IntroductionId},
    refusal::FieldError,
    time::Day,
};
use named::Which;
use serde_json::json;
use store::book::list::{self, Ask, List, Part};

pub async fn list(desk: &Desk) -> Result<Vec<Activity>> {
    Ok(store::activity::list(&mut desk.db.read().await?).await?)
}

/// Part of the list, and how many there are of each kind.
pub async fn page(desk: &Desk, ask: &Ask) -> Result<Part<Activity>> {
    let mut tx = desk.db.read().await?;
    let found = list::find(&mut tx, List::Activity, ask).await?;
    let rows = store::activity::by_ids(&mut tx, &found.ids()).await?;
    Ok(found.with(rows))
}

pub async fn show(desk: &Desk, slug: &str) -> Result<Activity> {
    store::activity::find(&mut desk.db.read().await?, slug).await?.ok_or(Error::NotFound)
}

/// With the source it rests on and the name of its partnership.
pub async fn cited(desk: &Desk, slug: &str) -> Result<(Activity, Option<named::Cited>, Option<Text3>)> {
    let mut tx = desk.db.read().await?;
    let activity = store::activity::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let cited = named::cite(&mut tx, &activity.source).await?;
    let partnership = named::partnership(&mut tx, &activity.partnership).await?;
    Ok((activity, cited, partnership))
}

/// A form's activity: `place` and `organiser` as typed; `slug` empty for a new one.
pub struct Form {
    pub activity: Activity,
    pub place: String,
    pub organiser: String,
}

pub async fn save(desk: &Desk, viewer: &Viewer, form: Form) -> Result<String> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let mut a = form.activity;
    let mut wrong: Vec<FieldError> = Vec::new();
    match named::resolve(&mut tx, Which::Place, "place", &form.place).await? {
        Ok(found) => a.place = found,
        Err(e) => wrong.push(e),
    }
    match named::resolve(&mut tx, Which::Organisation, "organiser", &form.organiser).await? {
        Ok(found) => a.organiser = found,
        Err(e) => wrong.push(e),
    }
    if let Err(refusal) = a.check() {
        wrong.push(FieldError { field: "title-da".into(), refusal });
    }
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let old = store::activity::find(&mut tx, &a.slug).await?;
    let fresh = old.is_none();
    match old {
        Some(old) => {
            a.id = old.id;
            a.source = old.source;
        }
        None => {
            a.id = desk.mint(ActivityId::mint);
            if a.slug.is_empty() {
                a.slug = free(&mut tx, &named::slug(&a.title)).await?;
            }
        }
    }
    a.version += 1;
    let before = revision::before(&mut tx, revision::Kind::Activity, &a.slug).await?;
    if !store::activity::save(&mut tx, &permit, &a, fresh.then(|| desk.now())).await? {
        return Err(Refusal::stale().into());
    }
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "activity", a.id.as_str(), json!({ "slug": a.slug, "new": fresh })).await?;
    tx.commit().await?;
    Ok(a.slug)
}

async fn free(tx: &mut store::Tx, wish: &str) -> Result<String> {
    let mut slug = wish.to_string();
    for n in 2.. {
        if store::activity::find(tx, &slug).await?.is_none() {
            break;
        }
        slug = format!("{wish}-{n}");
    }
    Ok(slug)
}

/// Loads what is not there yet.
pub async fn load(desk: &Desk, viewer: &Viewer, all: Vec<Form>) -> Result<()> {
    for form in all {
        let known = store::activity::find(&mut desk.db.read().await?, &form.activity.slug).await?.is_some();
        if !known {
            save(desk, viewer, form).await?;
        }
    }
    Ok(())
}

/// The offices' introductions, newest first.
pub async fn introductions(desk: &Desk, viewer: &Viewer) -> Result<Vec<Introduction>> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    Ok(store::activity::introductions(&mut desk.db.read().await?, &permit).await?)
}

/// What the form for an introduction holds.
#[derive(Clone, Debug)]
pub struct NewIntroduction {
    pub day: Day,
    pub from: String,
    pub to: String,
    pub purpose: String,
    pub area: Option<Area>,
    pub ask: Day,
}

pub async fn introduce(desk: &Desk, viewer: &Viewer, new: NewIntroduction, form_key: &str) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    if store::form_key::find(&mut tx, &permit, form_key).await?.is_some() {
        return Ok(());
    }
    let (mut wrong, mut ends) = (Vec::new(), Vec::new());
    for (field, typed) in [("from", &new.from), ("to", &new.to)] {
        match named::resolve(&mut tx, Which::Organisation, field, typed).await? {
            Ok(Some(found)) => ends.push(found),
            Ok(None) => wrong.push(FieldError::new(field, "required", vec![])),
            Err(e) => wrong.push(e),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let (Some(to), Some(from)) = (ends.pop(), ends.pop()) else { return Err(Error::NotFound) };
    let introduction = Introduction {
        id: desk.mint(IntroductionId::mint),
        day: new.day,
        from,
        to,
        purpose: new.purpose,
        area: new.area,
        ask: new.ask,
        outcome: String::new(),
        by: viewer.by(),
    };
    introduction.check().map_err(|refusal| vec![FieldError { field: "to".into(), refusal }])?;
    store::activity::introduce(&mut tx, &permit, &introduction, desk.now()).await?;
    store::form_key::put(&mut tx, &permit, form_key, introduction.id.as_str(), desk.now()).await?;
    desk.record(&mut tx, &permit, "introduction", introduction.id.as_str(), json!({})).await?;
    Ok(tx.commit().await?)
}

/// What became of an introduction.
pub async fn follow_up(desk: &Desk, viewer: &Viewer, id: &IntroductionId, outcome: &str) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    if !store::activity::asked(&mut tx, &permit, id, outcome.trim()).await? {
        return Err(Error::NotFound);
    }
    desk.record(&mut tx, &permit, "introduction", id.as_str(), json!({ "followed_up": true })).await?;
    Ok(tx.commit().await?)
}

//! The contact register: posts by organisation and rank, who holds them, and what is kept of a person (R30).

pub(crate) mod card;
pub mod trace;

use crate::{
    Desk, Error, Result, Viewer, named,
    revision::{self, Kind as History},
};
use domain::{
    Action, Permit, Refusal, Subject, Text3, decide,
    delegation::plan::plus,
    edtf::Edtf,
    ids::{PersonId, PostId, TenureId},
    named::Named,
    person::{Person, Post, Tenure, kept},
    refusal::FieldError,
    time::Day,
};
use i18n::search;
use serde_json::json;
pub use store::person::Travel;
use store::{
    Tx,
    book::list::{self, Ask, List, Part},
    delegation::programme::Which,
};

/// A post with everybody who held it, the present holder first.
#[derive(Clone, Debug)]
pub struct Holding {
    pub post: Post,
    pub holders: Vec<(Person, Tenure)>,
}

/// Everything the house holds of one person.
pub struct Held {
    pub person: Person,
    pub tenures: Vec<(Post, Tenure)>,
    pub travels: Vec<Travel>,
    /// The log's lines about the register entry: when it was made, changed, shown.
    pub events: usize,
}

fn read(viewer: &Viewer) -> Result<Permit> {
    Ok(decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?)
}
fn edit(viewer: &Viewer) -> Result<Permit> {
    Ok(decide(&viewer.actor(), Action::EditBook, &Subject::Site)?)
}

pub async fn register(desk: &Desk, viewer: &Viewer) -> Result<Vec<Holding>> {
    read(viewer)?;
    let mut tx = desk.db.read().await?;
    let posts = store::person::posts(&mut tx).await?;
    with_holders(&mut tx, posts).await
}

/// Part of the register.
pub async fn page(desk: &Desk, viewer: &Viewer, ask: Ask) -> Result<Part<Holding>> {
    read(viewer)?;
    let mut tx = desk.db.read().await?;
    let found = list::find(&mut tx, List::Post, &Ask { hidden: true, ..ask }).await?;
    let posts = store::person::posts_by_ids(&mut tx, &found.ids()).await?;
    Ok(found.with(with_holders(&mut tx, posts).await?))
}

async fn with_holders(tx: &mut Tx, posts: Vec<Post>) -> Result<Vec<Holding>> {
    let ids: Vec<&str> = posts.iter().map(|p| p.id.as_str()).collect();
    let mut of = store::person::holders(tx, &ids).await?;
    Ok(posts.into_iter().map(|post| Holding { holders: of.remove(&post.id).unwrap_or_default(), post }).collect())
}

/// Every post, for a form's choice.
pub async fn posts(desk: &Desk, viewer: &Viewer) -> Result<Vec<Post>> {
    read(viewer)?;
    Ok(store::person::posts(&mut desk.db.read().await?).await?)
}

/// Id and name of everybody in the register who is not erased.
pub async fn names(desk: &Desk, viewer: &Viewer) -> Result<Vec<(String, String)>> {
    let permit = read(viewer)?;
    let all = store::person::people(&mut desk.db.read().await?, &permit).await?;
    let lang = viewer.lang;
    Ok(all.iter().filter_map(|p| p.shown(lang).map(|name| (p.id.to_string(), name.to_string()))).collect())
}

/// Posts that the public may write to.
pub async fn contacts(desk: &Desk) -> Result<Vec<Post>> {
    Ok(store::person::contacts(&mut desk.db.read().await?).await?)
}

pub async fn post(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Post> {
    edit(viewer)?;
    store::person::post(&mut desk.db.read().await?, slug).await?.ok_or(Error::NotFound)
}

/// What the form for a post holds.
#[derive(Clone, Debug, Default)]
pub struct NewPost {
    pub slug: String,
    /// How often it had been changed when its form was opened.
    pub version: i64,
    pub organisation: String,
    pub title: Text3,
    pub rank: i64,
    pub mailbox: String,
    pub contact: bool,
}

/// A new post, or the one of that address changed. Answers its address.
pub async fn save_post(desk: &Desk, viewer: &Viewer, new: NewPost) -> Result<String> {
    let permit = edit(viewer)?;
    let mut tx = desk.db.write().await?;
    let organisation = organisation(&mut tx, "organisation", &new.organisation).await?;
    if new.contact && !new.mailbox.contains('@') {
        return Err(vec![FieldError::new("mailbox", "person-contact-mailbox", vec![])].into());
    }
    let old = store::person::post(&mut tx, &new.slug).await?;
    let slug = if new.slug.is_empty() { free_post(&mut tx, &named::slug(&new.title)).await? } else { new.slug };
    let fresh = old.is_none();
    let before = revision::before(&mut tx, History::Post, &slug).await?;
    if !fresh && store::revision::count(&mut tx, History::Post, &slug).await? != new.version {
        return Err(Refusal::stale().into());
    }
    let id = old.map_or_else(|| desk.mint(PostId::mint), |p| p.id);
    let post = Post { id, slug: slug.clone(), organisation, title: new.title, rank: new.rank, mailbox: new.mailbox, contact: new.contact };
    store::person::save_post(&mut tx, &permit, &post, fresh).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "post", post.id.as_str(), json!({ "slug": slug, "new": fresh })).await?;
    tx.commit().await?;
    Ok(slug)
}

async fn organisation(tx: &mut Tx, field: &str, typed: &str) -> Result<Named> {
    match named::resolve(tx, named::Which::Organisation, field, typed).await? {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(vec![FieldError::new(field, "required", vec![])].into()),
        Err(problem) => Err(vec![problem].into()),
    }
}

async fn free_post(tx: &mut Tx, wish: &str) -> Result<String> {
    let mut slug = wish.to_string();
    for n in 2.. {
        if store::person::post(tx, &slug).await?.is_none() {
            break;
        }
        slug = format!("{wish}-{n}");
    }
    Ok(slug)
}

/// What the form for a person holds; the post may be left out.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// Empty for a new one.
    pub slug: String,
    pub version: i64,
    pub name: String,
    pub name_zh: String,
    pub pinyin_family: String,
    pub pinyin_given: String,
    pub passport: String,
    pub salutation: Text3,
}

fn folded(p: &Person) -> String {
    search::fold(&format!("{} {} {} {}", p.name, p.name_zh, p.pinyin_family, p.pinyin_given))
}

pub async fn save(desk: &Desk, viewer: &Viewer, new: NewPerson) -> Result<String> {
    let permit = edit(viewer)?;
    let mut tx = desk.db.write().await?;
    let old =
        if new.slug.is_empty() { None } else { Some(store::person::find(&mut tx, &permit, &new.slug).await?.ok_or(Error::NotFound)?) };
    if old.as_ref().is_some_and(|p| p.erased.is_some()) {
        return Err(Refusal::new("person-erased", vec![]).into());
    }
    let fresh = old.is_none();
    let id = old.as_ref().map_or_else(|| desk.mint(PersonId::mint), |p| p.id.clone());
    // An address with a name in it would outlive an erasure.
    let slug = old.map_or_else(|| format!("p-{}", &id.as_str()[id.as_str().len() - 8..]), |p| p.slug);
    let person = Person {
        id,
        slug: slug.clone(),
        name: new.name,
        name_zh: new.name_zh,
        pinyin_family: new.pinyin_family,
        pinyin_given: new.pinyin_given,
        passport: new.passport,
        salutation: new.salutation,
        erased: None,
        version: new.version + 1,
    };
    person.check()?;
    if !store::person::save(&mut tx, &permit, &person, &folded(&person), fresh.then(|| desk.now())).await? {
        return Err(Refusal::stale().into());
    }
    desk.record(&mut tx, &permit, "person", person.id.as_str(), json!({ "new": fresh })).await?;
    tx.commit().await?;
    Ok(slug)
}

/// What the form for a time in a post holds.
#[derive(Clone, Debug)]
pub struct NewTenure {
    pub person: String,
    pub post: String,
    pub since: Edtf,
    pub until: Edtf,
    pub source: String,
}

/// Puts a person in a post. Whoever held it without an end gets them as successor and, where the date is known, an end.
pub async fn appoint(desk: &Desk, viewer: &Viewer, new: NewTenure) -> Result<()> {
    let permit = edit(viewer)?;
    let mut tx = desk.db.write().await?;
    let person = store::person::find(&mut tx, &permit, &new.person).await?.ok_or(Error::NotFound)?;
    let post = store::person::post(&mut tx, &new.post).await?.ok_or(Error::NotFound)?;
    let tenure = Tenure {
        id: desk.mint(TenureId::mint),
        person: person.id.clone(),
        post: post.id.clone(),
        since: new.since,
        until: new.until,
        successor: None,
        source: new.source,
    };
    tenure.check()?;
    if tenure.until.is_unknown() {
        let before = store::person::tenures(&mut tx, &post.id).await?;
        for mut old in before.into_iter().filter(|t| t.until.is_unknown() && t.person != person.id) {
            old.until = tenure.since.clone();
            old.successor = Some(person.id.clone());
            store::person::save_tenure(&mut tx, &permit, &old, None).await?;
        }
    }
    store::person::save_tenure(&mut tx, &permit, &tenure, Some(desk.now())).await?;
    desk.record(&mut tx, &permit, "tenure", tenure.id.as_str(), json!({ "post": post.slug })).await?;
    Ok(tx.commit().await?)
}

/// One page with everything that is held; the answer to a request for access.
pub async fn held(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Held> {
    let permit = read(viewer)?;
    let mut tx = desk.db.read().await?;
    let person = store::person::find(&mut tx, &permit, slug).await?.ok_or(Error::NotFound)?;
    let mut tenures = Vec::new();
    for tenure in store::person::held(&mut tx, &person.id).await? {
        let Some(post) = store::person::post_of(&mut tx, &tenure.post).await? else { continue };
        tenures.push((post, tenure));
    }
    let travels = store::person::travels(&mut tx, &permit, &person.id).await?;
    let events = store::event::of_subject(&mut tx, &permit, "person", person.id.as_str()).await?.len();
    Ok(Held { person, tenures, travels, events })
}

/// Takes the name out of the register and of every delegation; the posts and their dates stay.
pub async fn erase(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<()> {
    let permit = edit(viewer)?;
    let mut tx = desk.db.write().await?;
    let person = store::person::find(&mut tx, &permit, slug).await?.ok_or(Error::NotFound)?;
    if person.erased.is_some() {
        return Ok(());
    }
    forget(desk, &mut tx, &permit, person).await?;
    tx.commit().await?;
    // A deleted name must not lie on in free pages.
    Ok(desk.db.forget().await?)
}

async fn forget(desk: &Desk, tx: &mut Tx, permit: &Permit, person: Person) -> Result<()> {
    let id = person.id.clone();
    revision::forget(tx, permit, &trace::of_person(&person)).await?;
    let erased = person.erase(desk.now());
    if !store::person::save(tx, permit, &erased, "", None).await? {
        return Err(Refusal::stale().into());
    }
    // Letters name every traveller: their text goes before the list forgets who travelled.
    store::delegation::programme::erase_letters(tx, permit, Which::Of(&id), desk.now()).await?;
    store::person::forget_traveller(tx, permit, &id).await?;
    Ok(desk.record(tx, permit, "person", id.as_str(), json!({ "erased": true })).await?)
}

/// Blanks every field that is past its time. Answers how many rows lost something.
pub async fn expire(desk: &Desk, viewer: &Viewer, today: Day) -> Result<u64> {
    let permit = edit(viewer)?;
    let before = |field: &str| plus(today, -i64::from(kept(field).unwrap_or(0)) * 30).iso();
    let months = i64::from(kept("request").unwrap_or(24));
    let mut tx = desk.db.write().await?;
    let answered = desk.now().plus_seconds(-months * 30 * 86_400);
    let mut rows = store::person::expire(&mut tx, &permit, &before("passport"), answered, &before("gift")).await?;
    rows += store::delegation::programme::erase_letters(&mut tx, &permit, Which::Before(&before("passport")), desk.now()).await?;
    // A day on which nothing was due leaves no line.
    if rows > 0 {
        desk.record(&mut tx, &permit, "person", "", json!({ "expired": rows })).await?;
        tx.commit().await?;
        desk.db.forget().await?;
    }
    Ok(rows)
}

/// A post-holder of the seeds.
#[derive(Clone, Debug)]
pub struct Seed {
    pub post: NewPost,
    /// None: only the post is kept.
    pub person: Option<NewPerson>,
    pub since: Edtf,
    pub until: Edtf,
    pub source: String,
}

/// Loads what is not there yet; a second load changes nothing.
pub async fn load(desk: &Desk, viewer: &Viewer, all: Vec<Seed>) -> Result<()> {
    for seed in all {
        let known = store::person::post(&mut desk.db.read().await?, &seed.post.slug).await?.is_some();
        if known {
            continue;
        }
        let post = save_post(desk, viewer, seed.post).await?;
        if let Some(person) = seed.person {
            let person = save(desk, viewer, person).await?;
            appoint(desk, viewer, NewTenure { person, post, since: seed.since, until: seed.until, source: seed.source }).await?;
        }
    }
    Ok(())
}

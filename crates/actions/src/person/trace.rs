//! What the house holds of a name wherever it stands, whether in the register or not: found, shown, and erased on request.

use super::{Person, edit, read};
use crate::{Desk, Result, Viewer, revision};
use domain::{Permit, Refusal, Text3, delegation::request::Request};
use i18n::search;
use serde_json::json;
use store::{
    Tx,
    delegation::programme::{Which, erase_letters},
    person::Mention,
};

/// A place where a name stands.
#[derive(Clone, Debug)]
pub struct Trace {
    /// `register`, `member`, `gift` or `request`; worded as `trace-KIND`.
    pub kind: &'static str,
    pub name: String,
    pub href: String,
    /// Title of the delegation, where the place is a line of one.
    pub title: Text3,
}

/// Everything that a name may stand in.
struct Places {
    people: Vec<Person>,
    members: Vec<Mention>,
    gifts: Vec<Mention>,
    requests: Vec<Request>,
}

async fn places(tx: &mut Tx, permit: &Permit) -> Result<Places> {
    Ok(Places {
        people: store::person::people(tx, permit).await?.into_iter().filter(|p| p.erased.is_none()).collect(),
        members: store::person::listed(tx, permit).await?,
        gifts: store::person::given(tx, permit).await?,
        requests: store::delegation::request::list(tx, permit).await?.into_iter().map(|l| l.request).collect(),
    })
}

pub(super) fn of_person(p: &Person) -> [String; 4] {
    [p.name.clone(), p.name_zh.clone(), p.passport.clone(), format!("{} {}", p.pinyin_family, p.pinyin_given)]
}

fn of_request(q: &Request) -> [String; 2] {
    [q.name.clone(), q.contact.clone()]
}

/// Where a part of a name stands, folded as searches are; nothing for less than two characters.
pub async fn traces(desk: &Desk, viewer: &Viewer, typed: &str) -> Result<Vec<Trace>> {
    let permit = read(viewer)?;
    let wanted = search::fold(typed.trim());
    if wanted.chars().count() < 2 {
        return Ok(Vec::new());
    }
    let all = places(&mut desk.db.read().await?, &permit).await?;
    let hit = |names: &[String]| names.iter().find(|n| search::fold(n).contains(&wanted)).cloned();
    let mut out = Vec::new();
    let mut add = |kind, name: Option<String>, href: String, title: &Text3| {
        if let Some(name) = name {
            out.push(Trace { kind, name, href, title: title.clone() });
        }
    };
    let none = Text3::default();
    for p in &all.people {
        add("register", hit(&of_person(p)), format!("/people/{}", p.slug), &none);
    }
    for m in &all.members {
        add("member", hit(&m.names), format!("/delegations/{}/members?line={}", m.slug, m.no), &m.title);
    }
    for g in &all.gifts {
        add("gift", hit(&g.names), format!("/delegations/{}/gifts?line={}", g.slug, g.no), &g.title);
    }
    for q in &all.requests {
        add("request", hit(&of_request(q)), format!("/requests/{}", q.id), &none);
    }
    Ok(out)
}

/// Takes a whole name out of every place, and the text out of the letters that held it. Answers how many places.
pub async fn erase_name(desk: &Desk, viewer: &Viewer, typed: &str) -> Result<usize> {
    let permit = edit(viewer)?;
    let wanted = search::fold(typed.trim());
    if wanted.chars().count() < 2 {
        return Err(Refusal::new("person-name", vec![]).into());
    }
    let same = |names: &[String]| names.iter().any(|n| search::fold(n.trim()) == wanted);
    let mut tx = desk.db.write().await?;
    let all = places(&mut tx, &permit).await?;
    let (mut count, mut written) = (0, vec![typed.trim().to_string()]);
    for p in all.people.into_iter().filter(|p| same(&of_person(p))) {
        super::forget(desk, &mut tx, &permit, p).await?;
        count += 1;
    }
    for m in all.members.iter().filter(|m| same(&m.names)) {
        written.extend(m.names.clone());
        store::person::forget_listed(&mut tx, &permit, m).await?;
        erase_letters(&mut tx, &permit, Which::In(&m.delegation), desk.now()).await?;
        count += 1;
    }
    for g in &all.gifts {
        for (name, giver) in g.names.iter().zip([true, false]) {
            if same(std::slice::from_ref(name)) {
                written.push(name.clone());
                store::person::forget_gift(&mut tx, &permit, g, giver).await?;
                count += 1;
            }
        }
    }
    for q in all.requests.iter().filter(|q| same(&of_request(q))) {
        written.extend(of_request(q));
        store::delegation::request::forget(&mut tx, &permit, q).await?;
        count += 1;
    }
    revision::forget(&mut tx, &permit, &written).await?;
    desk.record(&mut tx, &permit, "person", "", json!({ "places": count })).await?;
    tx.commit().await?;
    // A deleted name must not lie on in free pages.
    desk.db.forget().await?;
    Ok(count)
}

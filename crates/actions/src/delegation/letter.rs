//! The invitation letter: refused with the list of what it lacks, else set as PDF, kept, and counted.

use super::zone;
use crate::{Desk, Error, Result, Viewer};
use anyhow::Context;
use domain::{
    Action, Permit, Refusal, Subject, Text3, decide,
    delegation::{
        Delegation,
        cost::{Cost, Payer},
        letter::{Inviter, missing},
        part::{Member, Part, Sort},
        programme::Item,
    },
    ids::{DelegationId, DocumentId},
    named::Named,
    time::{Day, Zone},
};
use papers::{document::Date, invitation};
use serde_json::json;
use store::{Tx, delegation::programme::Letter};

struct Case {
    delegation: Delegation,
    members: Vec<Member>,
    costs: Vec<Cost>,
    items: Vec<Item>,
    zone: Zone,
}

async fn case(tx: &mut Tx, slug: &str) -> Result<Case> {
    let delegation = store::delegation::find(tx, slug).await?.ok_or(Error::NotFound)?;
    let (mut members, mut costs) = (Vec::new(), Vec::new());
    for sort in [Sort::Members, Sort::Costs] {
        for (_, part) in store::delegation::part::of(tx, &delegation.id, sort).await? {
            match part {
                Part::Member(m) => members.push(m),
                Part::Cost(c) => costs.push(c),
                _ => {}
            }
        }
    }
    let items = newest(tx, &delegation.id).await?;
    let zone = zone(tx, &delegation.host).await?;
    Ok(Case { delegation, members, costs, items, zone })
}

async fn newest(tx: &mut Tx, id: &DelegationId) -> Result<Vec<Item>> {
    match store::delegation::programme::versions(tx, id).await?.first() {
        Some((no, _)) => Ok(store::delegation::programme::items(tx, id, *no).await?),
        None => Ok(Vec::new()),
    }
}

/// What lacks before the letter can be issued; `inviter` as typed so far.
pub async fn lacking(desk: &Desk, viewer: &Viewer, slug: &str, inviter: &Inviter) -> Result<Vec<Refusal>> {
    decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let c = case(&mut tx, slug).await?;
    Ok(missing(&c.delegation, &c.members, &c.costs, &c.items, &c.zone, inviter))
}

/// Issues the next letter; `Ok(Err(…))` is the list of what it lacks. A replayed form answers with the first letter.
pub async fn issue(
    desk: &Desk,
    viewer: &Viewer,
    slug: &str,
    inviter: &Inviter,
    form_key: &str,
) -> Result<std::result::Result<i64, Vec<Refusal>>> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    if let Some(no) = store::form_key::find(&mut tx, &permit, form_key).await?.and_then(|no| no.parse().ok()) {
        return Ok(Ok(no));
    }
    let c = case(&mut tx, slug).await?;
    let lacks = missing(&c.delegation, &c.members, &c.costs, &c.items, &c.zone, inviter);
    if !lacks.is_empty() {
        return Ok(Err(lacks));
    }
    let no = store::delegation::programme::letters(&mut tx, &permit, &c.delegation.id).await?.first().map_or(1, |l| l.no + 1);
    let today = c.zone.wall(desk.now()).day;
    let paper = papers::invitation::document(&worded(&c, inviter, no, today).context("a letter without its days")?);
    let bytes = papers::pdf::render(&paper).map_err(|e| match e {
        papers::pdf::PdfError::Glyphs(chars) => {
            Error::Refused(Refusal::new("letter-glyphs", vec![("chars", domain::refusal::Value::Text(chars.iter().collect()))]))
        }
        other => Error::Failure(other.into()),
    })?;
    let document = keep(desk, &mut tx, &permit, &format!("{slug}-invitation-{no}.pdf"), bytes).await?;
    let letter = Letter { no, inviter: inviter.name.clone(), document, at: desk.now(), erased: None };
    store::delegation::programme::add_letter(&mut tx, &permit, &c.delegation.id, &letter, &viewer.by()).await?;
    store::form_key::put(&mut tx, &permit, form_key, &no.to_string(), desk.now()).await?;
    desk.record(&mut tx, &permit, "delegation", c.delegation.id.as_str(), json!({ "letter": no })).await?;
    tx.commit().await?;
    Ok(Ok(no))
}

async fn keep(desk: &Desk, tx: &mut Tx, permit: &Permit, name: &str, bytes: Vec<u8>) -> Result<DocumentId> {
    let id = desk.mint(DocumentId::mint);
    let document = store::document::Document {
        id: id.clone(),
        name: name.into(),
        media_type: "application/pdf".into(),
        sha256: dossier::Digest::of(&bytes).hex(),
        bytes,
    };
    store::document::insert(tx, permit, &document, desk.now()).await?;
    Ok(id)
}

/// A letter's file.
pub async fn file(desk: &Desk, viewer: &Viewer, slug: &str, no: i64) -> Result<store::document::Document> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let d = store::delegation::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let letters = store::delegation::programme::letters(&mut tx, &permit, &d.id).await?;
    let letter = letters.into_iter().find(|l| l.no == no && l.erased.is_none()).ok_or(Error::NotFound)?;
    store::document::find(&mut tx, &permit, &letter.document).await?.ok_or(Error::NotFound)
}

fn date(d: Day) -> Date {
    Date { year: i32::from(d.year), month: d.month.unsigned_abs(), day: d.day.unsigned_abs() }
}

fn name(n: &Option<Named>) -> Text3 {
    n.as_ref().map(|n| n.name.clone()).unwrap_or_default()
}

/// The letter's words; none while a day lacks, which `missing` has told before.
fn worded(c: &Case, inviter: &Inviter, no: i64, today: Day) -> Option<invitation::Invitation> {
    let d = &c.delegation;
    let organisation = |m: &Member| {
        if m.organisation.is_some() { name(&m.organisation) } else { Text3::new("", &m.organisation_name, &m.organisation_name) }
    };
    let member = |m: &Member| {
        Some(invitation::Member {
            passport: m.passport.clone(),
            number: m.passport_no.clone(),
            born: date(m.born?),
            name: m.name.clone(),
            post: m.post.clone(),
            organisation: organisation(m),
            head: m.head,
        })
    };
    let item = |i: &Item| {
        let (a, b) = (c.zone.wall(i.starts), c.zone.wall(i.ends));
        invitation::Item {
            day: date(a.day),
            hours: format!("{:02}:{:02}–{:02}:{:02}", a.hour, a.minute, b.hour, b.minute),
            title: i.title.clone(),
            place: i.place.clone(),
        }
    };
    Some(invitation::Invitation {
        number: format!("{}-{no}", today.year),
        host: name(&d.host_org),
        visitor: name(&d.visitor_org),
        place: name(&d.place),
        date: date(today),
        arrives: date(d.arrives?),
        departs: date(d.departs?),
        days: d.stay()?,
        purpose: d.purpose.clone(),
        members: c.members.iter().map(member).collect::<Option<_>>()?,
        costs: c.costs.iter().map(|x| (x.what.code(), x.payer == Payer::Host)).collect(),
        programme: c.items.iter().map(item).collect(),
        inviter: inviter.name.clone(),
        title: inviter.title.clone(),
        rank: inviter.rank.clone(),
        address: inviter.address.clone(),
        mailbox: inviter.mailbox.clone(),
    })
}

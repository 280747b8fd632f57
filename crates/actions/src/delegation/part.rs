//! Numbered lines of a delegation: added, changed, removed.

use crate::{Desk, Error, Result, Viewer, named};
use domain::{
    Action, Permit, Subject, decide,
    delegation::part::{Member, Part, Sort},
    ids::PersonId,
    refusal::FieldError,
};
use serde_json::json;
use store::Tx;

/// A line with its organisation as typed.
pub struct Line {
    pub part: Part,
    pub organisation: String,
}

/// Adds a line, or puts it in the place of line `no`.
pub async fn save(desk: &Desk, viewer: &Viewer, slug: &str, no: Option<i64>, line: Line) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let d = store::delegation::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let mut part = line.part;
    let found = match named::resolve(&mut tx, named::Which::Organisation, "organisation", &line.organisation).await? {
        Ok(found) => found,
        // A member's organisation may be outside the book: then it stands as typed.
        Err(_) if matches!(part, Part::Member(_)) => None,
        Err(e) => return Err(vec![e].into()),
    };
    match &mut part {
        Part::Member(m) => {
            m.organisation_name = if found.is_none() { line.organisation.trim().into() } else { String::new() };
            m.organisation = found;
            if let Some(id) = &m.person {
                fill(&mut tx, &permit, id.clone(), m).await?;
            }
        }
        Part::Site(s) => s.organisation = found,
        _ => {}
    }
    let sort = part.sort();
    part.check(d.hosting).map_err(|refusal| vec![FieldError { field: first_field(sort).into(), refusal }])?;
    let no = match no {
        Some(no) => {
            if !store::delegation::part::drop(&mut tx, &permit, &d.id, sort, no).await? {
                return Err(Error::NotFound);
            }
            no
        }
        None => store::delegation::part::next(&mut tx, &permit, &d.id, sort).await?,
    };
    store::delegation::part::insert(&mut tx, &permit, &d.id, no, &part).await?;
    desk.record(&mut tx, &permit, "delegation", d.id.as_str(), json!({ "part": sort.code(), "no": no })).await?;
    Ok(tx.commit().await?)
}

/// A member chosen from the register has the register's names where none are typed.
async fn fill(tx: &mut Tx, permit: &Permit, id: PersonId, m: &mut Member) -> Result<()> {
    let people = store::person::people(tx, permit).await?;
    let Some(person) = people.into_iter().find(|p| p.id == id && p.erased.is_none()) else {
        m.person = None;
        return Ok(());
    };
    if m.name.is_empty() {
        m.name = if person.name.is_empty() { person.name_zh } else { person.name };
    }
    if m.passport.is_empty() {
        m.passport = person.passport;
    }
    Ok(())
}

/// The field an error about the whole line leads to.
fn first_field(sort: Sort) -> &'static str {
    match sort {
        Sort::Members => "name",
        Sort::Sites | Sort::Topics => "name-da",
        Sort::Costs => "reason",
        Sort::Gifts | Sort::FollowUps => "what",
    }
}

pub async fn remove(desk: &Desk, viewer: &Viewer, slug: &str, sort: Sort, no: i64) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let d = store::delegation::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    if !store::delegation::part::drop(&mut tx, &permit, &d.id, sort, no).await? {
        return Err(Error::NotFound);
    }
    desk.record(&mut tx, &permit, "delegation", d.id.as_str(), json!({ "part": sort.code(), "removed": no })).await?;
    Ok(tx.commit().await?)
}

//! Organisations and places from a spreadsheet: first what would change, with every mistake by line and column; then all of it or nothing.

use crate::{
    Desk, Result, Viewer, book, organisation, place,
    table::{Problem, Table, is_heading, rows},
};
use domain::{
    Action, Permit, Refusal, Subject, Text3, decide,
    edtf::Edtf,
    ids::{OrganisationId, PlaceId},
    organisation::{Category, Organisation},
    place::{Kind, Place},
    refusal::Value,
};
use serde_json::json;
use std::collections::HashSet;
use store::Tx;

/// What reading a file would do.
#[derive(Default)]
pub struct Rehearsal {
    /// Line, name, short name (empty for a new one) of what would be made or changed.
    pub changes: Vec<(usize, Text3, String)>,
    /// Lines that say what is there already.
    pub same: usize,
    /// With any of these nothing can be read in.
    pub problems: Vec<Problem>,
}

const NAMES: [&str; 3] = ["language-da", "language-en", "language-zh"];
const MAX: usize = 200;

/// Reads organisations; keeps them where `save` and nothing is wrong.
pub async fn organisations(desk: &Desk, viewer: &Viewer, name: &str, bytes: &[u8], save: bool) -> Result<Rehearsal> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let rows = rows(name, bytes)?;
    let others =
        ["book-slug", "organisation-abbr", "book-country", "organisation-place", "organisation-established", "organisation-dissolved"];
    let table = match Table::read(&rows, &["organisation-category", NAMES[0], NAMES[1], NAMES[2]], &others) {
        Ok(table) => table,
        Err(problems) => return Ok(Rehearsal { problems, ..Rehearsal::default() }),
    };
    let mut tx = desk.db.write().await?;
    let mut r = Rehearsal::default();
    let mut seen = HashSet::new();
    for line in table.lines() {
        let Some(row) = Row::read(&line, "organisation-category", &mut r.problems) else { continue };
        let kind = Category::ALL.iter().copied().find(|k| row.is_kind("organisation-category", k.code()));
        let Some(kind) = kind else {
            r.problems.push(row.unknown_kind(&line, "organisation-category"));
            continue;
        };
        let old = match row.slug.is_empty() {
            true => None,
            false => store::organisation::find_by_slug(&mut tx, &row.slug).await?,
        };
        if old.is_none() && !row.slug.is_empty() {
            r.problems.push(line.problem("book-slug", Refusal::new("book-unknown", vec![("typed", Value::Text(row.slug.clone()))])));
            continue;
        }
        let fresh = old.is_none();
        let mut o = old.clone().unwrap_or_else(|| empty_organisation(desk.mint(OrganisationId::mint), kind));
        (o.kind, o.names) = (kind, row.names.clone());
        if line.has("organisation-abbr") {
            o.abbr = line.checked("organisation-abbr", 40, &mut r.problems);
        }
        if line.has("book-country") {
            o.country = row.country.clone();
        }
        for (key, date) in [("organisation-established", &mut o.established), ("organisation-dissolved", &mut o.dissolved)] {
            if line.has(key) {
                match Edtf::parse(line.text(key)) {
                    Some(read) => *date = read,
                    None => {
                        r.problems.push(line.problem(key, Refusal::new("book-date", vec![("typed", Value::Text(line.text(key).into()))])))
                    }
                }
            }
        }
        if line.has("organisation-place") {
            match place::edit::find(&mut tx, "place", line.text("organisation-place")).await {
                Ok(found) => o.place = found.map(|p| p.id),
                Err(crate::Error::Invalid(errors)) => {
                    r.problems.extend(errors.into_iter().map(|e| line.problem("organisation-place", e.refusal)));
                }
                Err(other) => return Err(other),
            }
        }
        if fresh {
            let plain = book::slug(&o.names, o.id.as_str(), false);
            let taken = store::organisation::find_by_slug(&mut tx, &plain).await?;
            if taken.as_ref().is_some_and(|t| t.names == o.names) {
                r.problems.push(row.twice(&line, &plain));
                continue;
            }
            o.slug = book::slug(&o.names, o.id.as_str(), taken.is_some() || seen.contains(&plain));
        }
        if !seen.insert(o.slug.clone()) {
            r.problems.push(row.twice(&line, &o.slug));
            continue;
        }
        if old.as_ref() == Some(&o) {
            r.same += 1;
            continue;
        }
        r.changes.push((line.no, o.names.clone(), if fresh { String::new() } else { o.slug.clone() }));
        if save {
            keep_organisation(desk, &mut tx, &permit, &o, fresh).await?;
        }
    }
    finish(desk, tx, &permit, "organisation", save, r).await
}

/// Reads places; keeps them where `save` and nothing is wrong.
pub async fn places(desk: &Desk, viewer: &Viewer, name: &str, bytes: &[u8], save: bool) -> Result<Rehearsal> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let rows = rows(name, bytes)?;
    let others = ["book-slug", "book-country", "place-code", "place-wikidata", "place-within"];
    let table = match Table::read(&rows, &["place-kind", NAMES[0], NAMES[1], NAMES[2]], &others) {
        Ok(table) => table,
        Err(problems) => return Ok(Rehearsal { problems, ..Rehearsal::default() }),
    };
    let mut tx = desk.db.write().await?;
    let mut r = Rehearsal::default();
    let mut seen = HashSet::new();
    for line in table.lines() {
        let Some(row) = Row::read(&line, "place-kind", &mut r.problems) else { continue };
        let Some(kind) = Kind::ALL.iter().copied().find(|k| row.is_kind("place-kind", k.code())) else {
            r.problems.push(row.unknown_kind(&line, "place-kind"));
            continue;
        };
        let old = match row.slug.is_empty() {
            true => None,
            false => store::place::find_by_slug(&mut tx, &row.slug).await?,
        };
        if old.is_none() && !row.slug.is_empty() {
            r.problems.push(line.problem("book-slug", Refusal::new("book-unknown", vec![("typed", Value::Text(row.slug.clone()))])));
            continue;
        }
        let fresh = old.is_none();
        let mut p = old.clone().unwrap_or_else(|| empty_place(desk.mint(PlaceId::mint), kind));
        (p.kind, p.names) = (kind, row.names.clone());
        if line.has("book-country") {
            p.country = row.country.clone();
        }
        for (key, text) in [("place-code", &mut p.code), ("place-wikidata", &mut p.wikidata)] {
            if line.has(key) {
                *text = line.checked(key, 20, &mut r.problems);
            }
        }
        if line.has("place-within") {
            match place::edit::find(&mut tx, "within", line.text("place-within")).await {
                Ok(found) => p.within = found.map(|w| w.id),
                Err(crate::Error::Invalid(errors)) => {
                    r.problems.extend(errors.into_iter().map(|e| line.problem("place-within", e.refusal)))
                }
                Err(other) => return Err(other),
            }
            if store::place::lies_in_itself(&mut tx, &p).await? {
                r.problems.push(line.problem("place-within", Refusal::new("place-ring", vec![])));
            }
        }
        if fresh {
            let plain = book::slug(&p.names, p.id.as_str(), false);
            let taken = store::place::find_by_slug(&mut tx, &plain).await?;
            if taken.as_ref().is_some_and(|t| t.names == p.names) {
                r.problems.push(row.twice(&line, &plain));
                continue;
            }
            p.slug = book::slug(&p.names, p.id.as_str(), taken.is_some() || seen.contains(&plain));
        }
        if !seen.insert(p.slug.clone()) {
            r.problems.push(row.twice(&line, &p.slug));
            continue;
        }
        if old.as_ref() == Some(&p) {
            r.same += 1;
            continue;
        }
        r.changes.push((line.no, p.names.clone(), if fresh { String::new() } else { p.slug.clone() }));
        if save {
            keep_place(desk, &mut tx, &permit, &p, fresh).await?;
        }
    }
    finish(desk, tx, &permit, "place", save, r).await
}

/// Without a commit the transaction leaves nothing behind: a rehearsal, or a file with mistakes.
async fn finish(desk: &Desk, mut tx: Tx, permit: &Permit, what: &'static str, save: bool, r: Rehearsal) -> Result<Rehearsal> {
    if save && r.problems.is_empty() {
        desk.record(&mut tx, permit, what, "", json!({ "read_in": r.changes.len() })).await?;
        tx.commit().await?;
    }
    Ok(r)
}

async fn keep_organisation(desk: &Desk, tx: &mut Tx, permit: &Permit, o: &Organisation, fresh: bool) -> Result<()> {
    match fresh {
        true => store::organisation::save(tx, permit, o, &[], true, desk.now()).await?,
        false => organisation::edit::change(desk, tx, permit, o).await?,
    };
    Ok(())
}

async fn keep_place(desk: &Desk, tx: &mut Tx, permit: &Permit, p: &Place, fresh: bool) -> Result<()> {
    match fresh {
        true => store::place::save(tx, permit, p, &[], true, desk.now()).await?,
        false => place::edit::change(desk, tx, permit, p).await?,
    };
    Ok(())
}

fn empty_organisation(id: OrganisationId, kind: Category) -> Organisation {
    Organisation {
        id,
        slug: String::new(),
        kind,
        names: Text3::default(),
        abbr: String::new(),
        country: String::new(),
        part_of: None,
        place: None,
        established: Edtf::default(),
        dissolved: Edtf::default(),
        mailbox: String::new(),
        verified: true,
        version: 1,
        identifiers: vec![],
    }
}

fn empty_place(id: PlaceId, kind: Kind) -> Place {
    Place {
        id,
        slug: String::new(),
        kind,
        names: Text3::default(),
        country: String::new(),
        code: String::new(),
        wikidata: String::new(),
        within: None,
        capital: None,
        at: None,
        verified: true,
        version: 1,
    }
}

/// What both kinds of line have in common.
struct Row {
    slug: String,
    kind: String,
    names: Text3,
    country: String,
}

impl Row {
    fn read(line: &crate::table::Line<'_>, kind: &str, problems: &mut Vec<Problem>) -> Option<Row> {
        let before = problems.len();
        let [da, en, zh] = NAMES.map(|key| line.checked(key, MAX, problems));
        let names = Text3 { da, en, zh };
        if names == Text3::default() {
            problems.push(line.problem(NAMES[0], Refusal::new("book-one-language", vec![])));
        }
        let country = line.checked("book-country", 2, problems).to_ascii_uppercase();
        if !country.is_empty() && !(country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase())) {
            problems.push(line.problem("book-country", Refusal::new("book-country-code", vec![("typed", Value::Text(country.clone()))])));
        }
        let row = Row { slug: line.checked("book-slug", 100, problems), kind: line.checked(kind, 100, problems), names, country };
        (problems.len() == before).then_some(row)
    }
    /// A kind by its code, or by its word in any of our languages.
    fn is_kind(&self, prefix: &str, code: &str) -> bool {
        self.kind == code || is_heading(&self.kind, &format!("{prefix}-{code}"))
    }
    fn unknown_kind(&self, line: &crate::table::Line<'_>, key: &str) -> Problem {
        line.problem(key, Refusal::new("book-kind", vec![("typed", Value::Text(self.kind.clone()))]))
    }
    fn twice(&self, line: &crate::table::Line<'_>, slug: &str) -> Problem {
        line.problem(NAMES[0], Refusal::new("book-twice", vec![("slug", Value::Text(slug.into()))]))
    }
}

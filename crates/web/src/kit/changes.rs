//! The forms of the book filled from what is stored, and what stands above them: a change to be taken back, or one that another has made meanwhile.

use super::{App, Fields, Frame, Problem, Visit, form::Told};
use actions::{
    Error,
    revision::{self, Kind, Revision},
};
use domain::{
    Refusal,
    edtf::Edtf,
    revision::{Change, Said, Shown},
};

/// The form of a thing. `?undo=` and the id of a change puts the values of before into its fields; nothing is kept until it is saved.
pub async fn filled(app: &App, visit: &Visit, kind: Kind, slug: &str) -> Result<Fields, Problem> {
    let now = revision::editing(&app.desk, &visit.viewer, kind, slug).await?;
    let mut f = Fields::filled(now.card.pairs());
    f.set("version", now.version.to_string());
    if let Some(r) = undone(app, visit).await? {
        if (r.kind, r.slug.as_str()) != (kind, slug) {
            return Err(Error::NotFound.into());
        }
        let back = r.changes.iter().filter(|c| c.has_field()).map(|c| c.back_from(&now.card)).filter(|c| !c.is_none()).collect();
        put_back(&visit.frame(), &mut f, &r, back);
    }
    Ok(f)
}

/// The change that the address asks to take back.
pub async fn undone(app: &App, visit: &Visit) -> Result<Option<Revision>, Problem> {
    let query = visit.here.split_once('?').map_or("", |(_, q)| q);
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    Ok(match pairs.iter().find(|(name, _)| name == "undo") {
        Some((_, id)) => Some(revision::find(&app.desk, &visit.viewer, id).await?),
        None => None,
    })
}

/// Sets the fields to what `back` leads to, and says so above the form.
pub fn put_back(l: &Frame, f: &mut Fields, r: &Revision, back: Vec<Change>) {
    for c in &back {
        f.set_all(&c.name, c.new.iter().map(|s| s.value.clone()));
    }
    let help = l.t(if back.is_empty() { "revision-undo-nothing" } else { "revision-undo-help" });
    let title = l.t2("revision-undo-title", "who", who(l, r), "when", l.own(r.at));
    f.above = Some(Told { title, help, rows: rows(l, &back) });
}

/// Where somebody else was quicker: what they changed stands above what was typed, and the next save knows of it.
pub async fn overtaken(
    app: &App,
    visit: &Visit,
    (kind, slug): (Kind, &str),
    f: &mut Fields,
    refused: Option<Refusal>,
) -> Result<Option<Refusal>, Problem> {
    if refused != Some(Refusal::stale()) {
        return Ok(refused);
    }
    let now = revision::editing(&app.desk, &visit.viewer, kind, slug).await?;
    f.set("version", now.version.to_string());
    if let Some(r) = revision::latest(&app.desk, &visit.viewer, kind, slug).await? {
        let l = visit.frame();
        let title = l.t2("revision-meanwhile", "who", who(&l, &r), "when", l.own(r.at));
        f.above = Some(Told { title, help: l.t("revision-meanwhile-help"), rows: rows(&l, &r.changes) });
    }
    Ok(Some(Refusal::new("overtaken", vec![])))
}

/// Name and party of whoever made a change.
pub fn who(l: &Frame, r: &Revision) -> String {
    match &r.party {
        Some(party) => l.t2("revision-who", "name", &r.who, "party", l.party(party)),
        None => r.who.clone(),
    }
}

/// Field, before, after.
pub fn rows(l: &Frame, all: &[Change]) -> Vec<[String; 3]> {
    all.iter().map(|c| [label(l, c), values(l, &c.old), values(l, &c.new)]).collect()
}

fn label(l: &Frame, c: &Change) -> String {
    let lang = c.old.iter().chain(&c.new).find_map(|s| if let Shown::In(lang) = &s.shown { Some(lang) } else { None });
    // Rows of one form are told apart by their number.
    let no = c.name.split('-').find_map(|part| part.trim_start_matches("size").parse::<usize>().ok());
    let mut said = l.t(&c.label);
    if let Some(no) = no {
        said = format!("{said} {}", no + 1);
    }
    match lang {
        Some(lang) => l.t2("revision-field-in", "field", said, "language", l.code("language-name", lang)),
        None => said,
    }
}

fn values(l: &Frame, all: &[Said]) -> String {
    if all.is_empty() { "–".into() } else { all.iter().map(|s| value(l, s)).collect::<Vec<_>>().join(" · ") }
}

fn value(l: &Frame, s: &Said) -> String {
    match &s.shown {
        Shown::AsIs | Shown::In(_) => s.value.clone(),
        Shown::Code(prefix) => l.code(prefix, &s.value),
        Shown::Country => l.country(&s.value),
        Shown::Date => Edtf::parse(&s.value).map_or_else(|| s.value.clone(), |date| l.edtf(&date)),
        Shown::Flag => l.t("button-yes"),
        Shown::Named(names) => l.text(names).to_string(),
    }
}

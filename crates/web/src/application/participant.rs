//! Step 2: the participants of the consortium.

use super::{
    guide::{Guide, application_id, languages, opened, participant_id},
    merge,
    save::{Section, answer, save},
};
use crate::kit::{Answer, App, Fields, Frame, Visit, see_other};
use actions::application::{Opened, amend};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use domain::{
    Lang, PartyCode,
    application::{Application, Participant},
    ids::ParticipantId,
    organisation::{IdWarning, Kind, Scheme},
    refusal::{FieldError, Value},
};

#[derive(Template)]
#[template(path = "application/participants.html")]
struct Index {
    l: Frame,
    guide: Guide,
    all: Vec<Participant>,
}

pub async fn index(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let opened = opened(&app, &visit, &application_id(&id)?, "participants").await?;
    let guide = Guide::new(&opened, app.desk.now(), 2);
    visit.page(&Index { l: visit.frame(), guide, all: opened.loaded.app.participants })
}

#[derive(Template)]
#[template(path = "application/participant.html")]
struct Page {
    l: Frame,
    f: Fields,
    guide: Guide,
    part: ParticipantId,
    /// It is stored already.
    exists: bool,
    confirmed: bool,
    warning: Option<&'static str>,
    sides: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    schemes: Vec<(String, String)>,
    languages: Vec<(String, String)>,
}

impl Page {
    fn new(visit: &Visit, app: &App, opened: &Opened, part: ParticipantId, f: Fields) -> Page {
        let l = visit.frame();
        let stored = opened.loaded.app.participant(&part);
        let mut sides: Vec<(String, String)> =
            opened.loaded.call.parties.iter().map(|p| (p.to_string(), l.t1("application-paid-by", "party", l.party(p)))).collect();
        sides.push((ASSOCIATED.into(), l.t("application-associated")));
        Page {
            guide: Guide::new(opened, app.desk.now(), 2),
            exists: stored.is_some(),
            confirmed: stored.is_some_and(Participant::is_confirmed),
            warning: stored.and_then(Participant::id_warning).map(warning_key),
            sides,
            kinds: Kind::ALL.iter().map(|k| (k.code().into(), l.code("organisation-kind", k.code()))).collect(),
            schemes: Scheme::ALL.iter().map(|s| (s.code().into(), l.code("organisation-scheme", s.code()))).collect(),
            languages: languages(),
            part,
            f,
            l,
        }
    }
}

/// Stands for "paid by neither side" in the form.
const ASSOCIATED: &str = "associated";
const FIELDS: [&str; 12] = ["party", "name", "lang", "aliases", "kind", "scheme", "identifier", "city", "country", "lead", "email", "no"];

pub fn warning_key(w: IdWarning) -> &'static str {
    match w {
        IdWarning::Shape => "application-id-shape",
        IdWarning::CheckDigit => "application-id-check",
    }
}

fn fill_of(p: &Participant) -> Vec<(String, String)> {
    let pairs = [
        ("party", p.party.as_ref().map_or(ASSOCIATED.into(), ToString::to_string)),
        ("name", p.name.clone()),
        ("lang", p.lang.code().into()),
        ("aliases", p.aliases.join("\n")),
        ("kind", p.kind.code().into()),
        ("scheme", p.scheme.code().into()),
        ("identifier", p.identifier.clone()),
        ("city", p.city.clone()),
        ("country", p.country.clone()),
        ("lead", if p.lead { "1" } else { "" }.into()),
        ("email", p.email.clone()),
    ];
    pairs.map(|(k, v)| (k.to_string(), v)).to_vec()
}

/// The form of a new participant; its id is drawn now, so that sending the form twice makes one.
pub async fn new(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let opened = opened(&app, &visit, &application_id(&id)?, "participants").await?;
    let first = opened.loaded.app.participants.is_empty();
    let f = Fields::filled([("version", "0"), ("lang", opened.loaded.app.project.lang.code()), ("lead", if first { "1" } else { "" })]);
    visit.page(&Page::new(&visit, &app, &opened, app.desk.mint(ParticipantId::mint), f))
}

pub async fn show(State(app): State<App>, visit: Visit, Path((id, part)): Path<(String, String)>) -> Answer {
    let (id, part) = (application_id(&id)?, participant_id(&part)?);
    let opened = opened(&app, &visit, &id, &section_name(&part)).await?;
    let p = opened.loaded.app.participant(&part).ok_or(actions::Error::NotFound)?;
    let mut f = Fields::filled(fill_of(p));
    f.set("version", opened.section.version.to_string());
    f.set("form_key", app.desk.token());
    visit.page(&Page::new(&visit, &app, &opened, part, f))
}

pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path((id, part)): Path<(String, String)>,
    headers: HeaderMap,
    mut f: Fields,
) -> Answer {
    let (id, part) = (application_id(&id)?, participant_id(&part)?);
    let opened = opened(&app, &visit, &id, &section_name(&part)).await?;
    merge::resolve(&mut f);
    let typed = read(&mut f, &visit.frame(), &opened, &part);
    let l = visit.frame();
    let fill = |a: &Application| a.participant(&part).map(fill_of).unwrap_or_default();
    let section = Section {
        id: &id,
        name: section_name(&part),
        address: format!("/applications/{id}/edit/participants/{part}"),
        next: format!("/applications/{id}/edit/participants"),
        fill: &fill,
        labels: FIELDS.iter().filter(|n| **n != "no").map(|n| (n.to_string(), l.code("application-field", n))).collect(),
    };
    let outcome = save(&app, &visit, section, &headers, &f, |a| {
        put(a, typed.clone());
        Ok(())
    })
    .await?;
    answer(outcome, |errors| {
        f.errors = errors;
        visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, &app, &opened, part, f))
    })
}

pub async fn remove(State(app): State<App>, visit: Visit, Path((id, part)): Path<(String, String)>, f: Fields) -> Answer {
    let (id, part) = (application_id(&id)?, participant_id(&part)?);
    opened(&app, &visit, &id, "participants").await?;
    if f.is("confirm", "yes") {
        amend(&app.desk, &visit.viewer, &id, "participants", |a| {
            a.participants.retain(|p| p.id != part);
            Ok(())
        })
        .await?;
    }
    Ok(see_other(&format!("/applications/{id}/edit/participants"), "message-saved"))
}

pub fn section_name(part: &ParticipantId) -> String {
    format!("participant:{part}")
}

/// Puts the typed part into the consortium; figures that it has stay, and there is one lead.
fn put(a: &mut Application, typed: Participant) {
    if typed.lead {
        a.participants.iter_mut().filter(|p| p.id != typed.id).for_each(|p| p.lead = false);
    }
    match a.participant_mut(&typed.id) {
        Some(p) => {
            let kept = p.clone();
            *p = Participant {
                no: kept.no,
                money_stated: kept.money_stated,
                lines: kept.lines,
                years: kept.years,
                confirmed: kept.confirmed,
                voided: kept.voided,
                ..typed
            };
        }
        None => {
            let no = a.participants.iter().map(|p| p.no).max().unwrap_or(0) + 1;
            a.participants.push(Participant { no, ..typed });
        }
    }
}

fn read(f: &mut Fields, l: &Frame, opened: &Opened, part: &ParticipantId) -> Participant {
    let side = PartyCode::parse(f.value("party"))
        .filter(|p| opened.loaded.call.has_party(p))
        .and_then(|p| l.party_of(&p).map(|x| (p, x.currency)));
    if side.is_none() && f.value("party") != ASSOCIATED {
        f.fail("party", "required", vec![]);
    }
    let name = f.required("name", 200);
    let country = f.required("country", 2).to_ascii_uppercase();
    let lang = Lang::parse(f.value("lang")).unwrap_or(opened.loaded.app.project.lang);
    let mut p = Participant::new(part.clone(), 0, side, &name, lang, &country);
    p.aliases = f.text("aliases", 1000).lines().map(|a| a.trim().to_string()).filter(|a| !a.is_empty()).collect();
    p.kind = Kind::parse(f.value("kind")).unwrap_or_else(|| {
        f.fail("kind", "required", vec![]);
        Kind::Other
    });
    p.scheme = Scheme::parse(f.value("scheme")).unwrap_or(Scheme::Other);
    p.identifier = f.text("identifier", 60);
    p.city = f.text("city", 100);
    p.lead = f.is("lead", "1");
    p.email = f.text("email", 200).to_lowercase();
    check(f, &p, opened.loaded.app.participant(part));
    p
}

fn check(f: &mut Fields, p: &Participant, stored: Option<&Participant>) {
    if !p.email.is_empty() && !p.email.contains('@') {
        f.fail("email", "email-shape", vec![]);
    }
    if !p.country.is_empty() && !(p.country.len() == 2 && p.country.bytes().all(|b| b.is_ascii_alphabetic())) {
        f.fail("country", "application-participant-country", vec![("name", Value::Text(p.name.clone()))]);
    }
    let has_money =
        |s: &&Participant| s.lines.iter().any(|l| l.amount.minor != 0) || s.years.iter().any(|y| y.own.is_some_and(|o| o.minor != 0));
    if let Some(s) = stored.filter(has_money).filter(|s| s.currency != p.currency) {
        let name = ("name", Value::Text(p.name.clone()));
        let was = ("currency", Value::Text(s.currency.map_or("", |c| c.code()).into()));
        // Its amounts are in the old side's currency: they are not converted and not thrown away in passing.
        f.errors.push(if p.is_associated() {
            FieldError::new("party", "associated-money", vec![name])
        } else {
            FieldError::new("party", "party-has-budget", vec![name, was])
        });
    }
}

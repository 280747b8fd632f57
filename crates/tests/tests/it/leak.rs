//! Canaries: a word of its own in everything that is confidential, then every page that can be read, fetched by everybody. Who must not
//! see a word does not find it anywhere; who must see it does, so that the walk is known to reach it.

use actions::{
    Viewer,
    application::{self, edit},
    assessment::{conflict, panel, review},
    idea::{self, NewIdea},
    journal::desk as journal,
    priority::list,
};
use axum::http::StatusCode;
use domain::{
    Lang, Role,
    assessment::{Draft, Mark},
    call::Call,
    ids::ApplicationId,
    journal::{Direction, Letter},
    priority::Standing,
    text::Text,
    time::Day,
};
use tests::{Spec, World, assessment::Assessed, each, priority::line};
use web::routes::TABLE;

/// Somebody who reads: a name for the messages, and the session; none for nobody.
type Reader = (&'static str, Option<String>);

/// A word, what it stands in, and who alone may find it.
struct Secret {
    word: &'static str,
    of: &'static str,
    may: &'static [&'static str],
}

const fn secret(word: &'static str, of: &'static str, may: &'static [&'static str]) -> Secret {
    Secret { word, of, may }
}

/// What stands in the parts of addresses.
struct Places {
    slug: String,
    applications: Vec<String>,
    participants: Vec<String>,
    numbers: Vec<String>,
    expert: String,
    conflict: String,
    journal: String,
}

/// Every address that can be read as text, with each part filled by what is really there.
fn addresses(p: &Places) -> Vec<String> {
    let one = |s: &String| vec![s.clone()];
    let mut all = Vec::new();
    for route in TABLE.iter().filter(|r| r.method == "get" && !r.path.ends_with(".xlsx") && !r.path.ends_with("/pdf")) {
        let mut open = vec![route.path.to_string()];
        let id = match route.path {
            path if path.contains("/experts/{id}") => one(&p.expert),
            path if path.contains("/conflicts/{id}") => one(&p.conflict),
            path if path.starts_with("/journal/{id}") => one(&p.journal),
            _ => p.applications.clone(),
        };
        let parts = [
            ("{slug}", one(&p.slug)),
            ("{id}", id),
            ("{part}", p.participants.clone()),
            ("{number}", p.numbers.clone()),
            ("{party}", vec!["RM".into(), "SH".into()]),
            ("{lang}", vec!["en".into()]),
            ("{no}", vec!["1".into()]),
            ("{kind}", vec!["place".into(), "delegation".into(), "news".into()]),
        ];
        for (part, values) in parts {
            let fill = |path: String| -> Vec<String> {
                if path.contains(part) { values.iter().map(|v| path.replace(part, v)).collect() } else { vec![path] }
            };
            open = open.into_iter().flat_map(fill).collect();
        }
        all.extend(open.into_iter().filter(|path| !path.contains('{')));
    }
    all
}

/// Fetches everything as everybody and holds it against the list.
async fn walk(w: &World, p: &Places, readers: &[Reader], secrets: &[Secret]) {
    let addresses = addresses(p);
    assert!(addresses.len() > 80, "only {} addresses", addresses.len());
    for (who, session) in readers {
        let mut found = vec![false; secrets.len()];
        for path in &addresses {
            let page = w.get(path, session.as_deref()).await;
            assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{path} fails for {who}");
            for (at, s) in secrets.iter().enumerate().filter(|(_, s)| page.body.contains(s.word)) {
                assert!(s.may.contains(who), "{path} shows {who} {}", s.of);
                found[at] = true;
            }
        }
        for (s, found) in secrets.iter().zip(found) {
            assert!(found || !s.may.contains(who), "{who} finds {} nowhere", s.of);
        }
    }
}

/// A draft with a word in a reason and in the whole.
fn draft(call: &Call, word: &str) -> Draft {
    let marks = call.criteria.iter().map(|c| Mark { criterion: c.id.clone(), value: Some(3), reason: format!("{word} {}", c.no) });
    Draft { marks: marks.collect(), overall: format!("{word} overall"), lang: Lang::En }
}

async fn reader(w: &World, name: &'static str, viewer: &Viewer) -> Reader {
    (name, Some(w.session(viewer).await))
}

/// A submitted application with a word in its summary.
async fn submitted(w: &World, call: &Call, title: &str, word: &str) -> (Viewer, ApplicationId) {
    let (applicant, id) = summarised(w, call, title, word).await;
    application::submit(&w.desk, &applicant, &id, &w.desk.token()).await.unwrap();
    (applicant, id)
}

async fn summarised(w: &World, call: &Call, title: &str, word: &str) -> (Viewer, ApplicationId) {
    let (applicant, id) = w.drafted(call, &Spec::new(title, 100_000, 80_000)).await;
    let loaded = application::open(&w.desk, &applicant, &id, "project").await.unwrap();
    edit(&w.desk, &applicant, &id, "project", loaded.section.version, |app| {
        app.project.summary = format!("{word} is what we do.");
        Ok(())
    })
    .await
    .unwrap();
    w.confirm_all(&applicant, &id).await;
    (applicant, id)
}

/// A word before the @ instead of the world's own address.
async fn readdress(w: &World, viewer: &Viewer, word: &str) {
    let mut tx = w.desk.db.write().await.unwrap();
    let account = viewer.account.as_ref().unwrap();
    let (old, new) = (account.email.clone(), format!("{word}@example.org"));
    tx.run("update account set email = $2 where id = $1", &[account.id.as_str().into(), new.as_str().into()]).await.unwrap();
    tx.run("update participant set email = $2 where email = $1", &[old.as_str().into(), new.as_str().into()]).await.unwrap();
    tx.commit().await.unwrap();
}

/// What a call holds before its assessment ends.
const EARLY: &[Secret] = &[
    secret(
        "kanarie-dossier",
        "the application of others",
        &[
            "its applicant",
            "officer RM",
            "officer SH",
            "author RM",
            "colleague RM",
            "author SH",
            "colleague SH",
            "board RM",
            "board SH",
            "auditor RM",
            "auditor SH",
        ],
    ),
    secret("kanarie-kladde", "the draft of others", &["the drafter"]),
    secret("kanarie-kontakt", "the contact address of an applicant", &["its applicant"]),
    secret("kanarie-ide", "the contact behind an idea", &["officer RM", "officer SH", "auditor RM", "auditor SH"]),
    secret("kanarie-endelig", "a final assessment of RM", &["author RM", "officer RM"]),
    secret("kanarie-udkast", "an open assessment of RM", &["colleague RM"]),
    secret("kanarie-kina", "a final assessment of SH", &["author SH", "officer SH"]),
    secret("kanarie-habil", "the grounds of a conflict in RM", &["officer RM"]),
    secret("kanarie-brev", "a letter in RM's journal", &["officer RM", "auditor RM"]),
    secret("kanarie-ekspert", "the address of an expert of RM", &["officer RM"]),
];

/// What there is after both sides have closed.
const LATE: &[Secret] = &[
    secret(
        "kanarie-endelig",
        "a final assessment of RM",
        &["author RM", "colleague RM", "officer RM", "officer SH", "auditor RM", "auditor SH"],
    ),
    secret(
        "kanarie-kina",
        "a final assessment of SH",
        &["author SH", "colleague SH", "officer RM", "officer SH", "auditor RM", "auditor SH"],
    ),
    secret("kanarie-panel", "the panel summary of RM", &["officer RM", "officer SH", "auditor RM", "auditor SH"]),
    secret("kanarie-liste", "the draft of RM's list", &["officer RM"]),
    secret("kanarie-habil", "the grounds of a conflict in RM", &["officer RM"]),
    secret("kanarie-kladde", "the draft of others", &["the drafter"]),
    secret("kanarie-kontakt", "the contact address of an applicant", &["its applicant"]),
];

#[tokio::test]
async fn what_is_confidential_is_on_no_page_of_anybody_else() {
    each(async |w| {
        let call = w.published_call().await;
        let (owner, app) = submitted(w, &call, "First", "kanarie-dossier").await;
        let (drafter, unsent) = summarised(w, &call, "Unsent", "kanarie-kladde").await;
        let (stranger, _) = submitted(w, &call, "Second", "another").await;
        readdress(w, &owner, "kanarie-kontakt").await;
        send_idea(w, &call).await;
        let a = w.assigned(&call).await;
        let app = a.applications.iter().find(|x| x.id == app).unwrap().clone();
        let (rm, sh) = (a.on(w, &a.sides[0], &app.id).await, a.on(w, &a.sides[1], &app.id).await);
        review::close(&w.desk, &rm[0], &app.id, 0, draft(&call, "kanarie-endelig")).await.unwrap();
        review::save(&w.desk, &rm[1], &app.id, 0, draft(&call, "kanarie-udkast")).await.unwrap();
        review::close(&w.desk, &sh[0], &app.id, 0, draft(&call, "kanarie-kina")).await.unwrap();
        let (idle, idle_id) = a.sides[0].experts.iter().find(|(v, _)| rm.iter().all(|r| r.by() != v.by())).unwrap();
        let officer = &a.sides[0].officer;
        conflict::declare_for(&w.desk, officer, &call.slug, Some(idle_id), Some(&app.id), "kanarie-habil").await.unwrap();
        let journal = letter(w, officer, &call).await;
        readdress(w, idle, "kanarie-ekspert").await;
        let lines = conflict::page(&w.desk, officer, &call.slug).await.unwrap().lines;
        let places = Places {
            slug: call.slug.clone(),
            participants: app.participants.iter().map(|p| p.id.to_string()).collect(),
            numbers: app.number.iter().cloned().collect(),
            applications: vec![app.id.to_string(), unsent.to_string()],
            expert: idle_id.to_string(),
            conflict: lines[0].conflict.id.to_string(),
            journal,
        };
        let mut readers = vec![("nobody", None)];
        for (name, viewer) in [
            ("its applicant", &owner),
            ("the drafter", &drafter),
            ("another applicant", &stranger),
            ("officer RM", officer),
            ("officer SH", &a.sides[1].officer),
            ("author RM", &rm[0]),
            ("colleague RM", &rm[1]),
            ("conflicted expert RM", idle),
            ("author SH", &sh[0]),
            ("colleague SH", &sh[1]),
        ] {
            readers.push(reader(w, name, viewer).await);
        }
        for (name, role, party) in [
            ("board RM", Role::Board, "RM"),
            ("board SH", Role::Board, "SH"),
            ("auditor RM", Role::Auditor, "RM"),
            ("auditor SH", Role::Auditor, "SH"),
        ] {
            readers.push(reader(w, name, &w.person(role, Some(party), Lang::En).await).await);
        }
        walk(w, &places, &readers, EARLY).await;
        finish(w, &a, &app.id, [&rm[1], &sh[1]]).await;
        walk(w, &places, &readers, LATE).await;
    })
    .await;
}

async fn send_idea(w: &World, call: &Call) {
    w.advance(86_400 * 2);
    let new = NewIdea {
        title: "An idea".into(),
        body: Text { lang: Lang::En, body: "Together.".into() },
        organisation: "A club".into(),
        party: None,
        contact: "kanarie-ide".into(),
        form_key: w.desk.token(),
    };
    idea::send(&w.desk, &w.applicant().await, &call.slug, new).await.unwrap();
}

async fn letter(w: &World, officer: &Viewer, call: &Call) -> String {
    let letter = Letter {
        direction: Direction::In,
        day: Day::parse("2026-02-02"),
        subject: "About the group".into(),
        counterpart: "A council".into(),
        body: "kanarie-brev".into(),
    };
    journal::log(&w.desk, officer, &call.slug, letter, None, None, &w.desk.token()).await.unwrap().to_string()
}

/// The rest is written, both sides close, and RM begins its list.
async fn finish(w: &World, a: &Assessed, app: &ApplicationId, last: [&Viewer; 2]) {
    review::close(&w.desk, last[0], app, 1, draft(&a.call, "settled")).await.unwrap();
    review::close(&w.desk, last[1], app, 0, draft(&a.call, "settled")).await.unwrap();
    for side in &a.sides {
        for (viewer, _) in &side.experts {
            for task in review::mine(&w.desk, viewer).await.unwrap().tasks.into_iter().filter(|t| t.closed.is_none()) {
                review::close(&w.desk, viewer, &task.application, 0, draft(&a.call, "the other")).await.unwrap();
            }
        }
        if side.party.as_str() == "RM" {
            panel::summarise(&w.desk, &side.officer, app, "kanarie-panel").await.unwrap();
        }
        w.close_side(a, side).await;
    }
    let first = a.applications.iter().find(|x| &x.id == app).unwrap();
    let mut no = line(first, Standing::NotPrioritised);
    no.reason = "kanarie-liste".into();
    list::save(&w.desk, &a.sides[0].officer, &a.call.slug, vec![no]).await.unwrap();
}

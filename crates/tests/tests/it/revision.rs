//! The history of the book: every form keeps what a save changed and nothing else, a change is taken back and that again, two officers
//! at once lose nothing, statements are put right and withdrawn, and nobody outside reads who changed what.

use actions::{
    Viewer,
    revision::{Kind, editing},
};
use axum::http::StatusCode;
use domain::{Lang, Role};
use tests::{World, each};

type Pairs = Vec<(String, String)>;

/// One thing of each kind that the seeds hold.
async fn things(w: &World, officer: &Viewer) -> Vec<(Kind, String)> {
    let d = &w.desk;
    let offices = actions::office::list(d).await.unwrap();
    let collaborations = actions::collaboration::list(d).await.unwrap();
    let joint = collaborations.iter().find(|l| !l.link.capacities.is_empty()).unwrap();
    let fact = actions::place::show(d, "harbin").await.unwrap().facts[0].fact.id.to_string();
    vec![
        (Kind::Place, "harbin".into()),
        (Kind::Organisation, "stcsm".into()),
        (Kind::Partnership, "midtjylland-shanghai".into()),
        (Kind::Details, "midtjylland-shanghai".into()),
        (Kind::Instrument, actions::instrument::list(d, officer).await.unwrap()[0].instrument.slug.clone()),
        (Kind::Office, offices.iter().find(|o| o.office.closing.is_some()).unwrap().office.slug.clone()),
        (Kind::Delegation, "shanghai-health-commission-2018".into()),
        (Kind::Report, "shanghai-health-commission-2018".into()),
        (Kind::Activity, actions::activity::list(d).await.unwrap()[0].slug.clone()),
        (Kind::Collaboration, joint.link.slug.clone()),
        (Kind::Offer, actions::offer::list(d).await.unwrap()[0].offer.slug.clone()),
        (Kind::Presence, actions::presence::list(d).await.unwrap()[0].presence.slug.clone()),
        (Kind::Post, "rm-council-chair".into()),
        (Kind::Fact, fact),
        (Kind::News, actions::news::published(d).await.unwrap()[0].slug.clone()),
    ]
}

/// Where the history of a thing is told.
fn told(kind: Kind, slug: &str) -> String {
    match kind {
        Kind::Fact => "/history/place/harbin".into(),
        Kind::Details => format!("/history/partnership/{slug}"),
        Kind::Report => format!("/history/delegation/{slug}"),
        kind => format!("/history/{}/{slug}", kind.code()),
    }
}

/// What a browser sends when the form is saved as it came.
async fn sent(w: &World, officer: &Viewer, kind: Kind, slug: &str) -> Pairs {
    let now = editing(&w.desk, officer, kind, slug).await.unwrap();
    let fields = now.card.pairs().filter(|(name, _)| !name.starts_with('='));
    let mut all: Pairs = fields.map(|(name, value)| (name.to_string(), value.to_string())).collect();
    if kind == Kind::Report && all.is_empty() {
        all.push(("report-da".into(), String::new()));
    }
    for (name, value) in [("version", now.version.to_string()), ("rows", "9".into()), ("themes", "20".into()), ("levels", "20".into())] {
        all.push((name.into(), value));
    }
    all.push(("reason".into(), "Looked at again".into()));
    all
}

async fn post(w: &World, path: &str, session: &str, all: &Pairs) -> tests::Page {
    let fields: Vec<(&str, &str)> = all.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    w.post(path, Some(session), &fields).await
}

/// The address at which the newest change is taken back.
fn undo(page: &str) -> String {
    let (before, _) = page.split_once("undo=").unwrap_or_else(|| panic!("nothing to undo: {page}"));
    let start = before.rfind("href=\"").unwrap() + 6;
    page[start..].split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&")
}

#[tokio::test]
async fn every_form_keeps_what_a_save_changed_and_takes_it_back() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.officer("RM").await;
        let session = w.session(&officer).await;
        for (kind, slug) in things(w, &officer).await {
            let (form, history) = (kind.form(&slug), told(kind, &slug));
            assert!(
                w.get_in(&history, Some(&session), "en").await.body.contains("Nothing has been changed")
                    || kind == Kind::Fact
                    || kind == Kind::Details
                    || kind == Kind::Report,
                "{history}"
            );
            let as_it_came = sent(w, &officer, kind, &slug).await;
            let page = w.get_in(&form, Some(&session), "en").await;
            for (name, _) in &as_it_came {
                assert!(
                    page.body.contains(&format!("name=\"{name}\"")) || ["rows", "themes", "levels", "reason"].contains(&name.as_str()),
                    "{form} has no field {name}"
                );
            }
            let saved = post(w, &form, &session, &as_it_came).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{form}: {}", saved.body);
            let body = w.get_in(&history, Some(&session), "en").await.body;
            let before = body.matches("undo=").count();
            // One text changes, in whatever field the form has first.
            w.advance(60);
            let mut changed = sent(w, &officer, kind, &slug).await;
            assert_eq!(
                &changed[..changed.len() - 5],
                &as_it_came[..as_it_came.len() - 5],
                "{form}: saved as it came, it stands as it stood"
            );
            let first = changed.iter().position(|(name, _)| name.ends_with("da")).unwrap();
            let stood = changed[first].1.clone();
            changed[first].1 = "Ændret af prøven".into();
            assert_eq!(post(w, &form, &session, &changed).await.status, StatusCode::SEE_OTHER, "{form}");
            for lang in ["da", "en", "zh-Hans"] {
                let page = w.get_in(&history, Some(&session), lang).await;
                assert!(page.body.contains("Ændret af prøven") && !page.body.contains(">["), "{history} in {lang}: {}", page.body);
                assert_eq!(page.body.matches("undo=").count(), before + 1, "{history}: what was saved as it came is no change");
            }
            let back = undo(&w.get_in(&history, Some(&session), "en").await.body);
            let page = w.get_in(&back, Some(&session), "en").await;
            assert!(
                page.status == StatusCode::OK && page.body.contains("Undo the change by") && page.body.contains("Ændret af prøven"),
                "{back}: {}",
                page.body
            );
            w.advance(60);
            let mut undone = sent(w, &officer, kind, &slug).await;
            let first = undone.iter().position(|(name, _)| *name == changed[first].0).unwrap();
            undone[first].1 = stood;
            assert_eq!(post(w, &form, &session, &undone).await.status, StatusCode::SEE_OTHER, "{form}");
            let page = w.get_in(&history, Some(&session), "en").await;
            assert!(page.body.contains("takes back the change of"), "{history}: {}", page.body);
            let again = w.get_in(&undo(&page.body), Some(&session), "en").await;
            assert!(again.body.contains("Ændret af prøven"), "taking it back can be taken back");
        }
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_officers_is_told_and_loses_nothing() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let (rm, sh) = (w.officer("RM").await, w.officer("SH").await);
        let (first, second) = (w.session(&rm).await, format!("{}; lang=en", w.session(&sh).await));
        for (kind, slug) in things(w, &rm).await {
            let form = kind.form(&slug);
            let (mut one, mut two) = (sent(w, &rm, kind, &slug).await, sent(w, &sh, kind, &slug).await);
            let field = one.iter().position(|(name, _)| name.ends_with("da")).unwrap();
            (one[field].1, two[field].1) = ("Den enes ord".into(), "Den andens ord".into());
            assert_eq!(post(w, &form, &first, &one).await.status, StatusCode::SEE_OTHER, "{form}");
            let late = post(w, &form, &second, &two).await;
            assert!(late.status.is_client_error(), "{form}: {}", late.status);
            for words in ["Den andens ord", "Den enes ord", "Changed meanwhile by", "Nothing you wrote is lost"] {
                assert!(late.body.contains(words), "{form} does not say '{words}': {}", late.body);
            }
            let version = late.body.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
            two.iter_mut().find(|(name, _)| name == "version").unwrap().1 = version;
            assert_eq!(post(w, &form, &second, &two).await.status, StatusCode::SEE_OTHER, "{form}: the second save knows of the first");
        }
    })
    .await;
}

#[tokio::test]
async fn a_statement_is_put_right_and_withdrawn_with_a_reason() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let session = w.session(&w.officer("RM").await).await;
        let s = Some(session.as_str());
        let id = actions::place::show(&w.desk, "harbin").await.unwrap().facts[0].fact.id.clone();
        let edit = format!("/facts/{id}/edit");
        assert!(w.get_in(&edit, s, "en").await.body.contains("City of millions in northern China."));
        assert!(!w.get_in("/places/harbin", None, "en").await.body.contains(&edit), "the public is not led to the form");
        let typed = [("version", "0"), ("kind", "profile"), ("body-en", "City of ten millions."), ("source", "s2")];
        let silent = w.post(&edit, s, &typed).await;
        assert!(
            silent.status == StatusCode::UNPROCESSABLE_ENTITY && silent.body.contains("City of ten millions."),
            "a reason is asked for"
        );
        let typed = [typed.as_slice(), &[("reason", "Counted again")]].concat();
        assert_eq!(w.post(&edit, s, &typed).await.location, "/places/harbin");
        assert!(w.get_in("/places/harbin", None, "en").await.body.contains("City of ten millions."));
        let withdrawal = format!("/facts/{id}/withdrawal");
        assert_eq!(w.post(&withdrawal, s, &[("version", "1"), ("withdrawal", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(w.post(&withdrawal, s, &[("version", "0"), ("withdrawal", "Late")]).await.status, StatusCode::CONFLICT);
        w.advance(60);
        assert_eq!(w.post(&withdrawal, s, &[("version", "1"), ("withdrawal", "Said twice")]).await.location, "/places/harbin");
        assert!(!w.get_in("/places/harbin", None, "en").await.body.contains("City of ten millions."));
        let page = w.get_in("/history/place/harbin", s, "en").await.body;
        for words in ["Statement withdrawn", "Said twice", "Counted again", "City of millions in northern China.", "City of ten millions."]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        let back = undo(&page);
        assert!(back.starts_with("/facts/new?about=place:harbin"), "{back}");
        assert!(w.get_in(&back, s, "en").await.body.contains("City of ten millions."));

        let disputed = actions::fact::disputes(&w.desk).await.unwrap()[0].claims[0].line.fact.id.clone();
        let refused = w.post(&format!("/facts/{disputed}/withdrawal"), s, &[("version", "0"), ("withdrawal", "Wrong")]).await;
        assert!(refused.status == StatusCode::CONFLICT && refused.body.contains("I1"));
    })
    .await;
}

#[tokio::test]
async fn only_those_who_look_into_the_book_read_its_history() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.officer("RM").await;
        let session = w.session(&officer).await;
        let mut typed = sent(w, &officer, Kind::Place, "harbin").await;
        typed.iter_mut().find(|(name, _)| name == "name-da").unwrap().1 = "kanarie-gammelt".into();
        post(w, "/places/harbin/edit", &session, &typed).await;
        typed = sent(w, &officer, Kind::Place, "harbin").await;
        typed.iter_mut().find(|(name, _)| name == "name-da").unwrap().1 = "Harbin".into();
        w.advance(60);
        post(w, "/places/harbin/edit", &session, &typed).await;
        for (role, party, reads) in [
            (None, None, false),
            (Some(Role::Applicant), None, false),
            (Some(Role::Expert), Some("SH"), false),
            (Some(Role::Officer), Some("SH"), true),
            (Some(Role::Board), Some("RM"), true),
            (Some(Role::Auditor), Some("SH"), true),
        ] {
            let session = match role {
                Some(role) => Some(w.session(&w.person(role, party, Lang::En).await).await),
                None => None,
            };
            let page = w.get_in("/history/place/harbin", session.as_deref(), "en").await;
            assert_eq!((page.status == StatusCode::OK, page.body.contains("kanarie-gammelt")), (reads, reads), "{role:?}: {}", page.status);
            assert_eq!(page.body.contains("undo="), role == Some(Role::Officer), "{role:?}");
            let public = w.get_in("/places/harbin", session.as_deref(), "en").await.body;
            assert_eq!(public.contains("/history/place/harbin") && public.contains("Changed on"), reads, "{role:?}");
            assert!(!public.contains("kanarie-gammelt"));
        }
        for path in ["/history/place/no-such", "/history/fact/harbin", "/history/details/harbin", "/history/x/harbin"] {
            assert_eq!(w.get(path, Some(&session)).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let foreign = w.get("/places/jiangsu/edit?undo=01890000-0000-7000-8000-00000000beef", Some(&session)).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn an_erased_name_stands_in_no_history() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.officer("RM").await;
        let session = format!("{}; lang=en", w.session(&officer).await);
        let slug = "shanghai-health-commission-2018";
        for words in ["Anbefalet af Ida Prøve", "Anbefalet af kommissionen"] {
            let mut typed = sent(w, &officer, Kind::Delegation, slug).await;
            typed.retain(|(name, _)| name != "recommended-da");
            typed.push(("recommended-da".into(), words.into()));
            assert_eq!(post(w, &Kind::Delegation.form(slug), &session, &typed).await.status, StatusCode::SEE_OTHER);
            w.advance(60);
        }
        let history = told(Kind::Delegation, slug);
        assert!(w.get(&history, Some(&session)).await.body.contains("Ida Prøve"));
        w.post("/people/new", Some(&session), &[("name", "Ida Prøve"), ("version", "0")]).await;
        let page = w.post("/people/erasure", Some(&session), &[("name", "ida prøve"), ("confirm", "yes")]).await;
        assert!(page.status.is_redirection(), "{}", page.body);
        let page = w.get(&history, Some(&session)).await.body;
        let who = format!("{}, Region Midtjylland", officer.account.as_ref().unwrap().name);
        assert!(!page.contains("Ida Prøve") && page.matches(&who).count() == 2, "who and when stay: {page}");
        let statement = "select changes from book_revision where changes like '%Ida%'";
        assert!(w.desk.db.read().await.unwrap().all(statement, &[]).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_file_of_changes_is_told_too() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.officer("RM").await;
        let csv = w.get_in("/places.csv", None, "en").await.body.replace(",Harbin,Harbin,", ",Harbin by,Harbin,");
        let told = actions::book::bulk::places(&w.desk, &officer, "p.csv", csv.as_bytes(), true).await.unwrap();
        assert!(told.problems.is_empty(), "{:?}", told.problems);
        let page = w.get_in("/history/place/harbin", Some(&w.session(&officer).await), "en").await.body;
        assert!(page.contains("Harbin by"), "{page}");
    })
    .await;
}

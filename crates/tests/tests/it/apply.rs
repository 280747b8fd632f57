//! Applications in the browser's words: forms, autosave, merge, uploads, lists, receipts (joint-calls.md 7 and 10).

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use domain::{Lang, Role, ids::ApplicationId};
use tests::{PartSpec, Spec, World, each};

const FORM: &str = "application/x-www-form-urlencoded";

/// A started draft with its writer's session.
async fn draft(w: &World, title: &str) -> (domain::call::Call, actions::Viewer, String, ApplicationId) {
    let call = w.published_call().await;
    let (applicant, id) = w.drafted(&call, &Spec::new(title, 10, 10)).await;
    let session = w.session(&applicant).await;
    (call, applicant, session, id)
}

fn project<'a>(version: &'a str, title: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("version", version),
        ("title", title),
        ("lang", "en"),
        ("acronym", ""),
        ("summary", "What we do together."),
        ("start", "2026-09"),
        ("months", "24"),
    ]
}

#[tokio::test]
async fn probe_sixty_saves_a_minute_are_all_kept() {
    each(async |w| {
        let (_, _, session, id) = draft(w, "Often").await;
        let path = format!("/applications/{id}/edit/project");
        for n in 1..=60 {
            let page = w.post(&path, Some(&session), &project(&n.to_string(), &format!("Often {n}"))).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "save {n}: {}", page.body);
            w.advance(1);
        }
        assert_eq!(w.application(&id).await.project.title, "Often 60");
    })
    .await;
}

#[tokio::test]
async fn probe_two_tabs_meet_on_a_merge_page_and_nothing_is_lost() {
    each(async |w| {
        let (_, _, session, id) = draft(w, "Start").await;
        let path = format!("/applications/{id}/edit/project");
        assert_eq!(w.post(&path, Some(&session), &project("1", "From the first tab")).await.status, StatusCode::SEE_OTHER);
        let merge = w.post(&path, Some(&session), &project("1", "From the second tab")).await;
        assert_eq!(merge.status, StatusCode::CONFLICT);
        for text in ["From the first tab", "From the second tab"] {
            assert!(merge.body.contains(text), "{text}");
        }
        // The same text twice is no conflict: a double click asks nothing.
        assert_eq!(w.post(&path, Some(&session), &project("1", "From the first tab")).await.status, StatusCode::SEE_OTHER);
        let mut choice = project("2", "ignored");
        choice.retain(|(k, _)| *k != "title");
        choice.extend([("choice-title", "both"), ("mine-title", "second"), ("theirs-title", "first")]);
        assert_eq!(w.post(&path, Some(&session), &choice).await.status, StatusCode::SEE_OTHER);
        assert_eq!(w.application(&id).await.project.title, "first\n\nsecond");
    })
    .await;
}

#[tokio::test]
async fn autosave_answers_with_the_next_version_and_with_409_on_a_meeting() {
    each(async |w| {
        let (_, _, session, id) = draft(w, "Auto").await;
        let path = format!("/applications/{id}/edit/project");
        let body = serde_urlencoded::to_string(project("1", "Auto 2")).unwrap();
        let saved = autosave(w, &path, &session, &body).await;
        assert_eq!(saved.status, StatusCode::OK);
        assert!(saved.body.contains("\"version\":2"), "{}", saved.body);
        let other = serde_urlencoded::to_string(project("1", "Auto 3")).unwrap();
        assert_eq!(autosave(w, &path, &session, &other).await.status, StatusCode::CONFLICT);
        assert_eq!(w.application(&id).await.project.title, "Auto 2");
    })
    .await;
}

#[tokio::test]
async fn probe_after_the_deadline_the_text_is_kept_and_a_late_request_offered() {
    each(async |w| {
        let (call, applicant, _, id) = draft(w, "Too late").await;
        w.set_clock(call.window.closes.plus_seconds(1));
        let session = w.session(&applicant).await;
        let page = w.post(&format!("/applications/{id}/submission"), Some(&session), &[("form_key", "k"), ("confirm", "yes")]).await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(page.body.contains(&format!("/applications/{id}/late")), "{}", page.body);
        // Writing goes on: a draft is never blocked.
        assert_eq!(
            w.post(&format!("/applications/{id}/edit/project"), Some(&session), &project("1", "Too late, kept")).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(w.application(&id).await.project.title, "Too late, kept");
        // The whole form posted after the close without any draft: a page, never a crash.
        w.set_clock(call.window.ends().plus_seconds(1));
        let session = w.session(&applicant).await;
        let new = w
            .post(
                &format!("/calls/{}/applications", call.slug),
                Some(&session),
                &[("form_key", "n"), ("title", "Typed long"), ("lang", "da")],
            )
            .await;
        assert_eq!(new.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(new.body.contains("Typed long"));
    })
    .await;
}

#[tokio::test]
async fn probe_the_same_form_twice_makes_one_application_and_one_receipt() {
    each(async |w| {
        let call = w.published_call().await;
        let session = w.session(&w.applicant().await).await;
        let form = [("form_key", "once"), ("title", "Once"), ("lang", "en")];
        let path = format!("/calls/{}/applications", call.slug);
        let (first, second) = (w.post(&path, Some(&session), &form).await, w.post(&path, Some(&session), &form).await);
        assert_eq!(first.status, StatusCode::SEE_OTHER);
        assert_eq!(first.location, second.location);
        let (applicant, id) = w.drafted(&call, &Spec::new("Receipt", 10, 10)).await;
        let session = w.session(&applicant).await;
        let submit = [("form_key", "k"), ("confirm", "yes")];
        let path = format!("/applications/{id}/submission");
        let (first, second) = (w.post(&path, Some(&session), &submit).await, w.post(&path, Some(&session), &submit).await);
        assert_eq!(first.location, format!("/applications/{id}/receipt/CALL-2026-0001"));
        assert_eq!(first.location, second.location);
        let receipt = w.get(&first.location, Some(&session)).await;
        let sha256 = w.application(&id).await.submission.unwrap().sha256;
        // R132: both walls, the fingerprint; and anybody may check it.
        for text in ["UTC+1", "UTC+8", &sha256] {
            assert!(receipt.body.contains(text), "{text}");
        }
        for asked in ["call-2026-0001", &sha256] {
            assert!(w.post("/verify", None, &[("asked", asked)]).await.body.contains("Genuine"), "{asked}");
        }
        assert!(w.post("/verify", None, &[("asked", "CALL-2026-0002")]).await.body.contains("Unknown"));
        let paper = w.get(&format!("{}/paper", first.location), Some(&session)).await;
        assert!(paper.body.starts_with("%PDF"));
        let dossier = w.get(&format!("{}/dossier", first.location), Some(&session)).await;
        assert!(!dossier.body.contains("@example.org"), "no address of a person leaves in the dossier");
        assert!(w.post("/verify", None, &[("asked", &dossier.body)]).await.body.contains("Genuine"));
        assert!(w.post("/verify", None, &[("asked", &dossier.body.replace("Receipt", "Receipts"))]).await.body.contains("Unknown"));
    })
    .await;
}

#[tokio::test]
async fn r154_a_third_country_can_not_ask_for_money_and_the_refusal_names_it() {
    each(async |w| {
        let call = w.published_call().await;
        let mut spec = Spec::new("Third", 10, 10);
        spec.parts.push(PartSpec { money: vec![], ..PartSpec::new(None, "TU Delft", vec![]) });
        let (applicant, id) = w.drafted(&call, &spec).await;
        let session = w.session(&applicant).await;
        let part = w.application(&id).await.participants[2].id.clone();
        let page =
            w.post(&format!("/applications/{id}/edit/budget/{part}"), Some(&session), &[("version", "0"), ("staff-2026", "100")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("TU Delft belongs to neither side"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn wrong_currency_is_named_and_what_was_typed_stays() {
    each(async |w| {
        let (_, _, session, id) = draft(w, "Money").await;
        let part = w.application(&id).await.participants[0].id.clone();
        let path = format!("/applications/{id}/edit/budget/{part}");
        let page = w
            .post(&path, Some(&session), &[("version", "0"), ("staff-2026", "500 CNY"), ("travel-2026", "-3"), ("other-2027", "1,234.50")])
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        for text in ["500 CNY", "The amount is in CNY", "may not be negative", "1,234.50"] {
            assert!(page.body.contains(text), "{text}");
        }
        assert_eq!(
            w.post(&path, Some(&session), &[("version", "0"), ("other-2027", "1,234.50"), ("hours-2026", "12")]).await.status,
            StatusCode::SEE_OTHER
        );
        let p = w.application(&id).await.participants[0].clone();
        assert_eq!((p.requested().unwrap().unwrap().minor, p.hours(), p.money_stated), (123_450, 12, true));
        // Everything empty states nothing, and nothing is invented.
        assert_eq!(w.post(&path, Some(&session), &[("version", "1")]).await.status, StatusCode::SEE_OTHER);
        assert!(!w.application(&id).await.participants[0].money_stated);
    })
    .await;
}

#[tokio::test]
async fn a_name_with_bidi_characters_is_refused_and_an_odd_number_only_warns() {
    each(async |w| {
        let (_, _, session, id) = draft(w, "Names").await;
        let part = w.application(&id).await.participants[1].id.clone();
        let path = format!("/applications/{id}/edit/participants/{part}");
        let form = |name: &'static str| {
            vec![
                ("version", "0"),
                ("party", "SH"),
                ("name", name),
                ("lang", "zh-Hans"),
                ("kind", "university"),
                ("scheme", "uscc"),
                ("identifier", "91350211M0000XUF46"),
                ("country", "cn"),
                ("email", "Ny@Example.org"),
            ]
        };
        let page = w.post(&path, Some(&session), &form("上海\u{202e}大学")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("U+202E"));
        assert_eq!(w.post(&path, Some(&session), &form("上海大学")).await.status, StatusCode::SEE_OTHER);
        let p = w.application(&id).await.participants[1].clone();
        assert_eq!((p.country.as_str(), p.email.as_str(), p.is_confirmed()), ("CN", "ny@example.org", false));
        assert!(w.get(&path, Some(&session)).await.body.contains("check digit does not fit"));
        // The confirmation is void for all to see: who, when, what.
        let page = w.get(&format!("/applications/{id}/edit/confirmations"), Some(&session)).await;
        assert!(page.body.contains("Confirmation no longer holds") && page.body.contains("number"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn files_are_taken_by_content_and_only_readers_get_them() {
    each(async |w| {
        let (_, _, session, id) = draft(w, "Files").await;
        let path = format!("/applications/{id}/edit/attachments");
        let upload = |name: &str, bytes: &str| {
            let body = format!("--x\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\nfile\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n{bytes}\r\n--x--\r\n");
            Body::from(body)
        };
        let kind = Some("multipart/form-data; boundary=x");
        let wrong = w.request(Method::POST, &path, Some(&session), upload("bilag.pdf", "MZ not a pdf"), kind).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("bilag.pdf"));
        let good = w.request(Method::POST, &path, Some(&session), upload("../b/bilag.exe", "%PDF-1.7 x"), kind).await;
        assert_eq!(good.status, StatusCode::SEE_OTHER);
        let file = w.application(&id).await.attachments[0].clone();
        assert_eq!((file.name.as_str(), file.sha256.len()), ("bilag.pdf", 64));
        let address = format!("/applications/{id}/attachments/{}", file.id);
        assert_eq!(w.get(&address, Some(&session)).await.body, "%PDF-1.7 x");
        // A draft's file is nobody else's, not even an office's.
        assert_eq!(w.get(&address, Some(&w.session(&w.officer("RM").await).await)).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_desk_finds_danish_and_chinese_words_and_exports_no_formula() {
    each(async |w| {
        let call = w.published_call().await;
        for title in ["=HYPERLINK(\"http://x\")", "Bølgekraft", "海上风电"] {
            w.submitted(&call, Spec::new(title, 100, 50)).await;
        }
        for (role, party) in [(Role::Officer, "RM"), (Role::Officer, "SH"), (Role::Board, "SH"), (Role::Auditor, "RM")] {
            let session = w.session(&w.person(role, Some(party), Lang::En).await).await;
            let list = w.get(&format!("/calls/{}/applications", call.slug), Some(&session)).await;
            assert!(list.body.contains("CALL-2026-0003") && list.body.contains("300.00"), "{role:?}: {}", list.body);
        }
        let session = w.session(&w.officer("RM").await).await;
        let found = |q: &'static str| {
            let path = format!("/calls/{}/applications?{}", call.slug, serde_urlencoded::to_string([("q", q)]).unwrap());
            let session = session.clone();
            async move { w.get(&path, Some(&session)).await.body.matches("CALL-2026-000").count() }
        };
        assert_eq!((found("风电").await, found("bolgekraft").await, found("bølgekraft").await, found("上海交通").await), (1, 0, 1, 3));
        let csv = w.get(&format!("/calls/{}/applications.csv", call.slug), Some(&session)).await.body;
        assert!(csv.contains("'=HYPERLINK") && !csv.contains(",\"=HYPERLINK") && csv.contains("DKK"), "{csv}");
        let xlsx = w.get(&format!("/calls/{}/applications.xlsx", call.slug), Some(&session)).await;
        assert_eq!(xlsx.status, StatusCode::OK);
        let stranger = w.session(&w.applicant().await).await;
        assert_eq!(w.get(&format!("/calls/{}/applications", call.slug), Some(&stranger)).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn a_participant_is_invited_and_confirms_what_it_saw() {
    each(async |w| {
        let call = w.published_call().await;
        let (applicant, id) = w.drafted(&call, &Spec { confirmed: false, ..Spec::new("Invited", 10, 10) }).await;
        let session = w.session(&applicant).await;
        let part = w.application(&id).await.participants[1].clone();
        let partner = w.person(Role::Applicant, None, Lang::Zh).await;
        let email = partner.account.as_ref().unwrap().email.clone();
        actions::application::edit(&w.desk, &applicant, &id, "participants", 0, |a| {
            a.participants[1].email = email;
            Ok(())
        })
        .await
        .unwrap();
        assert_eq!(
            w.post(&format!("/applications/{id}/edit/confirmations/{}", part.id), Some(&session), &[]).await.status,
            StatusCode::SEE_OTHER
        );
        let own = w.session(&partner).await;
        assert!(w.get("/applications", Some(&own)).await.body.contains("Invited"));
        let path = format!("/applications/{id}/participants/{}", part.id);
        assert!(w.get(&path, Some(&own)).await.body.contains("上海交通大学"));
        // The writer is not its contact, and may not confirm in its place.
        let shown = domain::application::fingerprint(&part);
        assert_eq!(w.post(&path, Some(&session), &[("confirm", "yes"), ("shown", &shown)]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(w.post(&path, Some(&own), &[("confirm", "yes"), ("shown", &shown)]).await.status, StatusCode::SEE_OTHER);
        assert!(w.application(&id).await.participants[1].is_confirmed());
        // Its person reads the dossier but does not write it.
        assert_eq!(w.get(&format!("/applications/{id}"), Some(&own)).await.status, StatusCode::OK);
        assert_eq!(w.get(&format!("/applications/{id}/edit/project"), Some(&own)).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn every_page_of_the_journey_speaks_three_languages() {
    each(async |w| {
        let (call, applicant, session, id) = draft(w, "Tongues").await;
        let part = w.application(&id).await.participants[0].id.clone();
        let submitted = w.submitted(&call, Spec::new("Sent", 10, 10)).await;
        let officer = w.session(&w.officer("RM").await).await;
        let mine = [
            "edit/project",
            "edit/participants",
            "edit/participants/new",
            "edit/budget",
            "edit/questions",
            "edit/confirmations",
            "submission",
            "",
        ];
        let mut paths: Vec<(String, &String)> =
            mine.iter().map(|end| (format!("/applications/{id}/{end}").trim_end_matches('/').to_string(), &session)).collect();
        paths.extend([
            (format!("/applications/{id}/edit/participants/{part}"), &session),
            (format!("/applications/{id}/edit/budget/{part}"), &session),
            (format!("/applications/{id}/participants/{part}"), &session),
        ]);
        paths.extend([
            (format!("/calls/{}/applications/new", call.slug), &session),
            ("/applications".into(), &session),
            ("/verify".into(), &session),
            (format!("/applications/{id}/late"), &session),
        ]);
        paths.extend([(format!("/calls/{}/applications", call.slug), &officer), (format!("/applications/{}", submitted.id), &officer)]);
        for lang in ["da", "en", "zh-Hans"] {
            w.get(&format!("/language/{lang}"), Some(&session)).await;
            w.get(&format!("/language/{lang}"), Some(&officer)).await;
            for (path, session) in &paths {
                let page = w.get(path, Some(session)).await;
                assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
                let text = page.body.split("<main").nth(1).unwrap_or("");
                for piece in text.split('[').skip(1) {
                    let key = piece.split(']').next().unwrap_or("");
                    assert!(!key.contains('-') || key.contains(' '), "{path} in {lang}: [{key}]");
                }
            }
        }
        assert!(applicant.account.is_some());
    })
    .await;
}

#[tokio::test]
async fn the_list_of_a_call_reads_the_same_as_each_dossier() {
    each(async |w| {
        let call = w.published_call().await;
        let all = w.submitted_many(&call, 5).await;
        let permit = domain::decide(&w.officer("SH").await.actor(), domain::Action::ReadDesk, &call.shared()).unwrap();
        let listed = store::application::list(&mut w.desk.db.read().await.unwrap(), &permit, &call.id).await.unwrap();
        let bare = |mut a: domain::application::Application| {
            a.answers.clear();
            a
        };
        assert_eq!(listed, all.into_iter().map(bare).collect::<Vec<_>>());
    })
    .await;
}

/// What the page's script sends.
async fn autosave(w: &World, path: &str, session: &str, body: &str) -> tests::Page {
    w.request_with(Method::POST, path, Some(session), Body::from(body.to_string()), Some(FORM), &[("x-autosave", "1")]).await
}

//! The screens of grants: lists, one project, a step with what was typed kept, papers, letters, and what applicants see.

use axum::http::StatusCode;
use domain::{Lang, ids::ApplicationId};
use tests::{World, each, grant::Office};

async fn agreed(w: &World) -> (tests::Prioritised, [Office; 2], ApplicationId) {
    let call = w.published_call().await;
    let p = w.prioritised(&call).await;
    let offices = w.offices(&p).await;
    let id = p.funded[0].clone();
    (p, offices, id)
}

#[tokio::test]
async fn each_page_opens_in_each_language_for_offices_boards_and_auditors() {
    each(async |w| {
        let (p, offices, id) = agreed(w).await;
        let first = w.releasable(&offices, &id).await;
        let slug = &p.call.slug;
        let steps = ["statement", "withdrawal", "recommendation", "decision", "award", "plan", "presentation", "evidence", "release"];
        let mut paths =
            vec![format!("/calls/{slug}/grants"), format!("/applications/{id}/grant"), format!("/calls/{slug}/grants/papers/SH/da")];
        paths.extend(steps.iter().map(|s| format!("/applications/{id}/grant/{s}")));
        paths.push(format!("/applications/{id}/grant/release?instalment={}", first[0]));
        for lang in Lang::ALL {
            let officer = w.person(domain::Role::Officer, Some("RM"), lang).await;
            let session = w.session(&officer).await;
            for path in paths.iter().chain([&format!("/calls/{slug}/grants/letters")]) {
                let page = w.get(path, Some(&session)).await;
                assert!(matches!(page.status, StatusCode::OK | StatusCode::UNPROCESSABLE_ENTITY), "{path}: {} {}", page.status, page.body);
                for missing in ["[grant-", "[refusal-grant", "[button-", "[form-", "[table-", "[call-", "[paper-"] {
                    assert!(!page.body.contains(missing), "{path} {lang:?} {missing}: {}", page.body);
                }
            }
        }
        let applicant = w.session(&w.applicant().await).await;
        for path in &paths {
            let status = w.get(path, Some(&applicant)).await.status;
            assert!(matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{path}: {status}");
        }
        let auditor = w.session(&w.person(domain::Role::Auditor, Some("SH"), Lang::Zh).await).await;
        for file in ["grants.xlsx", "grants.csv", "grants/papers/RM/zh-Hans/pdf"] {
            assert_eq!(w.get(&format!("/calls/{slug}/{file}"), Some(&auditor)).await.status, StatusCode::OK, "{file}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_step_keeps_what_was_typed_names_what_is_missing_and_goes_through() {
    each(async |w| {
        let (_, [rm, sh], id) = agreed(w).await;
        let session = w.session(&rm.officer).await;
        let path = format!("/applications/{id}/grant/statement");
        let day = w.today().iso();
        let typed = [("amount", "CNY 500"), ("reference", "1-30-72"), ("day", day.as_str()), ("confirm", "yes")];
        let page = w.post(&path, Some(&session), &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("1-30-72") && page.body.contains("CNY 500"), "{}", page.body);
        let unticked = w.post(&path, Some(&session), &[("amount", "500"), ("reference", "x"), ("day", &day)]).await;
        assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
        let typed = [("amount", "330.000"), ("reference", "1-30-72"), ("day", day.as_str()), ("confirm", "yes")];
        assert_eq!(w.post(&path, Some(&session), &typed).await.status, StatusCode::SEE_OTHER);
        // The recommendation waits for SH, and says so on the page with the typed meeting.
        let body = rm.recommending.to_string();
        let said = [
            ("body", body.as_str()),
            ("meeting", "3/2026, punkt 7"),
            ("day", &day),
            ("outcome", "recommended"),
            ("text", ""),
            ("confirm", "yes"),
        ];
        let path = format!("/applications/{id}/grant/recommendation");
        let waits = w.post(&path, Some(&session), &said).await;
        assert_eq!(waits.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(waits.body.contains("3/2026, punkt 7") && waits.body.contains("skylder erklæringen"), "{}", waits.body);
        w.states(&sh, &id).await;
        assert_eq!(w.post(&path, Some(&session), &said).await.status, StatusCode::SEE_OTHER);
        let foreign = w.session(&w.officer("SH").await).await;
        let theirs = w.post(&path, Some(&foreign), &said).await;
        assert_eq!(theirs.status, StatusCode::UNPROCESSABLE_ENTITY, "SH speaks for SH, and RM's body is not its own");
    })
    .await;
}

#[tokio::test]
async fn r158_a_release_is_confirmed_on_a_page_that_lists_its_evidence() {
    each(async |w| {
        let (_, offices, id) = agreed(w).await;
        let first = w.releasable(&offices, &id).await;
        let session = w.session(&offices[1].officer).await;
        let path = format!("/applications/{id}/grant/release");
        let page = w.get(&format!("{path}?instalment={}", first[1]), Some(&session)).await;
        assert!(page.body.contains("Kick-off in RM") && page.body.contains("RM-1-30"), "{}", page.body);
        let instalment = first[1].to_string();
        let unticked = w.post(&path, Some(&session), &[("instalment", &instalment)]).await;
        assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
        let typed = [("instalment", instalment.as_str()), ("confirm", "yes")];
        assert_eq!(w.post(&path, Some(&session), &typed).await.status, StatusCode::SEE_OTHER);
        let again = w.post(&path, Some(&session), &typed).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "an instalment is released once");
        let shown = w.get(&format!("/applications/{id}/grant"), Some(&session)).await;
        assert!(shown.body.contains("已拨付"), "{}", shown.body);
    })
    .await;
}

#[tokio::test]
async fn applicants_find_their_letters_on_their_application() {
    each(async |w| {
        let (p, [rm, _], _) = agreed(w).await;
        let last = p.applications.last().unwrap();
        let order = actions::grant::LetterOrder {
            body: rm.granting.clone(),
            day: w.today(),
            contact: "office@example.org".into(),
            appeal: domain::Text3::new("a", "b", "c"),
        };
        actions::grant::send_letters(&w.desk, &rm.officer, &p.call.slug, &rm.party, &order).await.unwrap();
        let account = w.application(&last.id).await.created_by.unwrap();
        let account = store::account::find(&mut w.desk.db.read().await.unwrap(), &account).await.unwrap().unwrap();
        let session = w.session(&actions::Viewer::of(account)).await;
        let page = w.get(&format!("/applications/{}", last.id), Some(&session)).await;
        let link = page.body.split("/letters/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link to the letter");
        let letter = format!("/applications/{}/letters/{link}", last.id);
        assert_eq!(w.get(&letter, Some(&session)).await.status, StatusCode::OK);
        let stranger = w.session(&w.applicant().await).await;
        assert_eq!(w.get(&letter, Some(&stranger)).await.status, StatusCode::NOT_FOUND);
        let mut tx = w.desk.db.read().await.unwrap();
        let mail = tx.all("select body from mail where subject like '%CALL-%'", &[]).await.unwrap();
        assert!(mail.iter().any(|m| m.text("body").unwrap().contains(&letter)), "the mail leads to the letter");
    })
    .await;
}

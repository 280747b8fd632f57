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

#[tokio::test]
async fn a_letter_that_cannot_be_set_is_listed_with_its_reason_and_goes_out_when_it_is_tried_again() {
    each(async |w| {
        let (p, [rm, _], _) = agreed(w).await;
        let last = p.applications.last().unwrap();
        let title = async |text: &str| {
            let mut tx = w.desk.db.write().await.unwrap();
            tx.run("update application set title = $1 where id = $2", &[text.into(), last.id.as_str().into()]).await.unwrap();
            tx.commit().await.unwrap();
        };
        // An Egyptian hieroglyph: no font of the house has it.
        title("Pyramide \u{13000}").await;
        let order = actions::grant::LetterOrder {
            body: rm.granting.clone(),
            day: w.today(),
            contact: "office@example.org".into(),
            appeal: domain::Text3::new("a", "b", "c"),
        };
        let done = actions::grant::send_letters(&w.desk, &rm.officer, &p.call.slug, &rm.party, &order).await.unwrap();
        assert_eq!(done.failed.len(), 1, "{done:?}");
        let session = w.session(&rm.officer).await;
        let path = format!("/calls/{}/grants/letters", p.call.slug);
        let again = format!("{path}/again");
        let page = w.get(&path, Some(&session)).await;
        assert!(page.body.contains("U+13000") && page.body.contains(&again), "{}", page.body);
        assert_eq!(w.post(&again, Some(&session), &[]).await.status, StatusCode::SEE_OTHER);
        assert!(w.get(&path, Some(&session)).await.body.contains("U+13000"), "what still fails stays on the list");
        let other = w.session(&w.officer("SH").await).await;
        assert!(!w.get(&path, Some(&other)).await.body.contains("U+13000"), "the other office sends its own letters");
        title("Pyramide").await;
        assert_eq!(w.post(&again, Some(&session), &[]).await.status, StatusCode::SEE_OTHER);
        let page = w.get(&path, Some(&session)).await;
        assert!(!page.body.contains("U+13000") && !page.body.contains(&again), "{}", page.body);
        let sent = actions::grant::letters(&w.desk, &rm.officer, &p.call.slug, &rm.party).await.unwrap();
        assert!(sent.lines.iter().any(|l| l.application == last.id && l.sent.is_some()));
    })
    .await;
}

#[tokio::test]
async fn a_step_that_comes_again_with_its_form_key_does_nothing_twice_whatever_has_happened_since() {
    each(async |w| {
        let (_, [rm, _], id) = agreed(w).await;
        let session = w.session(&rm.officer).await;
        let (path, day) = (format!("/applications/{id}/grant/statement"), w.today().iso());
        let page = w.get(&path, Some(&session)).await;
        let key = page.body.split("name=\"form_key\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
        assert_eq!(key.len(), 64);
        let form = [("form_key", key.as_str()), ("amount", "330.000"), ("reference", "1-30-72"), ("day", &day), ("confirm", "yes")];
        assert_eq!(w.post(&path, Some(&session), &form).await.status, StatusCode::SEE_OTHER);
        let withdrawal = [("form_key", "w1"), ("reason", "Fejl i beløbet"), ("confirm", "yes")];
        let withdrawn = w.post(&format!("/applications/{id}/grant/withdrawal"), Some(&session), &withdrawal).await;
        assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);
        // Back in the browser, and sent again: the withdrawn statement does not come to life.
        assert_eq!(w.post(&path, Some(&session), &form).await.status, StatusCode::SEE_OTHER);
        let grant = actions::grant::show(&w.desk, &rm.officer, &id).await.unwrap().project.grant;
        let side = grant.side(&rm.party).unwrap();
        assert!(side.statement().is_none() && side.statements.len() == 1, "{:?}", side.statements);
    })
    .await;
}

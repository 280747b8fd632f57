//! Applications: deadlines by the server's clock, one key one effect, two editors, confirmations, receipts (joint-calls.md 7 and 10).

use actions::{Error, application};
use domain::{
    Currency, Money, PartyCode,
    application::{Standing, State, fingerprint},
    call::{Call, ConfirmationRule, Edit},
};
use tests::{Spec, each};

fn party(s: &str) -> PartyCode {
    PartyCode::parse(s).unwrap()
}

fn key<T: std::fmt::Debug>(r: actions::Result<T>) -> String {
    match r.unwrap_err() {
        Error::Refused(r) => r.key().to_string(),
        Error::Invalid(all) => all.iter().map(|e| format!("{}:{}", e.field, e.refusal.key())).collect::<Vec<_>>().join(" "),
        other => format!("{other:?}"),
    }
}

#[tokio::test]
async fn r132_a_consortium_submits_and_both_sides_sums_are_kept_apart() {
    each(async |w| {
        let call = w.published_call().await;
        let app = w.submitted(&call, Spec::new("Bølgekraft", 200_000, 100_000)).await;
        assert_eq!(app.state, State::Submitted);
        assert_eq!(app.number.as_deref(), Some("CALL-2026-0001"));
        assert_eq!(app.requested(&party("RM"), Currency::Dkk).unwrap(), Money::new(60_000_000, Currency::Dkk));
        assert_eq!(app.requested(&party("SH"), Currency::Cny).unwrap(), Money::new(30_000_000, Currency::Cny));
        assert!(!app.half(&call.parties));
        let officer = w.officer("SH").await;
        let desk = application::list::desktop(&w.desk, &officer, &call.slug, false).await.unwrap();
        assert_eq!(desk.lines.len(), 1);
        assert_eq!(desk.lines[0].row.asked, [Some(60_000_000), Some(30_000_000)]);
        let (_, whole) = application::list::whole(&w.desk, &officer, &call.slug).await.unwrap();
        assert_eq!(whole[0].0.participants, app.participants);
        // A stranger does not even learn that it is there.
        assert!(matches!(application::list::dossier(&w.desk, &w.applicant().await, &app.id).await, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn the_deadline_is_checked_inside_the_submission() {
    each(async |w| {
        let call = w.published_call().await;
        let (applicant, id) = w.drafted(&call, &Spec::new("Late", 10, 10)).await;
        w.set_clock(call.window.closes.plus_seconds(1));
        assert_eq!(key(application::submit(&w.desk, &applicant, &id, "k1").await), "application-closed");
        assert_eq!(w.application(&id).await.state, State::Draft);
        let request = application::late::ask(&w.desk, &applicant, &id, "Power cut").await.unwrap();
        for p in ["RM", "SH"] {
            let officer = w.officer(p).await;
            assert_eq!(key(application::submit(&w.desk, &applicant, &id, "k1").await), "application-closed");
            application::late::answer(&w.desk, &officer, &id, &request, Some(call.window.closes.plus_seconds(3600)), "").await.unwrap();
        }
        application::submit(&w.desk, &applicant, &id, "k1").await.unwrap();
        assert!(w.application(&id).await.submission.unwrap().late);
    })
    .await;
}

#[tokio::test]
async fn one_form_key_gives_one_application_and_one_receipt() {
    each(async |w| {
        let call = w.published_call().await;
        let (applicant, id) = w.drafted(&call, &Spec::new("Twice", 10, 10)).await;
        let first = application::submit(&w.desk, &applicant, &id, "same").await.unwrap();
        let second = application::submit(&w.desk, &applicant, &id, "same").await.unwrap();
        assert_eq!(first, second);
        // A new key before the deadline is a resubmission: a new receipt, the old kept.
        application::submit(&w.desk, &applicant, &id, "other").await.unwrap();
        let dossier = application::list::dossier(&w.desk, &applicant, &id).await.unwrap();
        let numbers: Vec<&str> = dossier.submissions.iter().map(|s| s.number.as_str()).collect();
        assert_eq!(numbers, ["CALL-2026-0001", "CALL-2026-0001-2"]);
        for s in &dossier.submissions {
            let verdict = application::verify::verify(&w.desk, &s.dossier).await.unwrap();
            assert!(matches!(verdict, application::verify::Verdict::Genuine(g) if g.number == s.number));
        }
    })
    .await;
}

#[tokio::test]
async fn an_edit_voids_the_confirmation_visibly_and_the_submission_stands_meanwhile() {
    each(async |w| {
        let mut call = w.published_call().await;
        assert_eq!(call.confirmation, ConfirmationRule::All);
        call = w.call(&call.id).await;
        let app = w.submitted(&call, Spec::new("Void", 10, 10)).await;
        let dossier = application::list::dossier(&w.desk, &w.officer("RM").await, &app.id).await.unwrap();
        assert!(dossier.revision.is_none());
        let editor = editor_of(w, &app).await;
        let part = app.participants[0].id.clone();
        let saved = application::edit(&w.desk, &editor, &app.id, "budget", 0, |a| {
            a.participant_mut(&part).unwrap().lines[0].amount.minor += 100;
            Ok(())
        })
        .await
        .unwrap();
        assert_eq!(saved.voided, ["Aarhus Universitet"]);
        let mine = application::list::dossier(&w.desk, &editor, &app.id).await.unwrap();
        let p = mine.revision.unwrap().participants[0].clone();
        assert_eq!(p.confirmed, None);
        assert_eq!(p.voided.as_ref().unwrap().voided.as_ref().unwrap().what, ["budget"]);
        // What was submitted stands, confirmed, until the revision is submitted.
        assert_eq!(w.application(&app.id).await.participants, app.participants);
        assert_eq!(key(application::submit(&w.desk, &editor, &app.id, "k2").await), "application-unconfirmed");
        assert_eq!(key(application::confirm(&w.desk, &editor, &app.id, &part, &fingerprint(&app.participants[0])).await), "part-changed");
        application::confirm(&w.desk, &editor, &app.id, &part, &fingerprint(&p)).await.unwrap();
        application::submit(&w.desk, &editor, &app.id, "k2").await.unwrap();
        assert_eq!(w.application(&app.id).await.participants[0].lines[0].amount.minor, 1100);
    })
    .await;
}

#[tokio::test]
async fn two_editors_of_one_section_meet_and_of_two_do_not() {
    each(async |w| {
        let call = w.published_call().await;
        let (a, id) = w.drafted(&call, &Spec::new("Two", 10, 10)).await;
        let change = |title: &'static str| {
            move |x: &mut domain::application::Application| {
                x.project.title = title.into();
                Ok(())
            }
        };
        application::edit(&w.desk, &a, &id, "project", 1, change("first")).await.unwrap();
        assert_eq!(key(application::edit(&w.desk, &a, &id, "project", 1, change("second")).await), "stale");
        application::edit(&w.desk, &a, &id, "questions", 0, |x| {
            x.answers[0].body = "other".into();
            Ok(())
        })
        .await
        .unwrap();
        let now = w.application(&id).await;
        assert_eq!((now.project.title.as_str(), now.answers.iter().any(|x| x.body == "other")), ("first", true));
    })
    .await;
}

/// A published call whose confirmations may follow by another rule than "all before".
async fn call_under(w: &tests::World, rule: ConfirmationRule) -> Call {
    let draft = w.draft_call("2026-later").await;
    let basics = Edit::Basics {
        title: draft.title.clone(),
        summary: draft.summary.clone(),
        theme: draft.theme,
        max_months: draft.max_months,
        confirmation: rule,
    };
    actions::call::edit(&w.desk, &actions::Viewer::operator(), &draft.slug, draft.version, basics).await.unwrap();
    let version = w.call(&draft.id).await.version;
    actions::call::publish(&w.desk, &actions::Viewer::operator(), &draft.slug, version).await.unwrap();
    w.call(&draft.id).await
}

/// Submits a project whose SH part is not confirmed.
async fn half(w: &tests::World, call: &Call) -> (actions::Viewer, domain::application::Application) {
    let (applicant, id) = w.drafted(call, &Spec { confirmed: false, ..Spec::new("Half", 10, 10) }).await;
    let danish = w.application(&id).await.participants[0].clone();
    application::confirm(&w.desk, &applicant, &id, &danish.id, &fingerprint(&danish)).await.unwrap();
    application::submit(&w.desk, &applicant, &id, "half").await.unwrap();
    (applicant, w.application(&id).await)
}

#[tokio::test]
async fn a_half_pair_is_accepted_shown_and_closes_at_its_window() {
    each(async |w| {
        let call = call_under(w, ConfirmationRule::Later).await;
        let (applicant, app) = half(w, &call).await;
        assert!(app.half(&call.parties));
        let officer = w.officer("RM").await;
        let standing = async || application::list::desktop(&w.desk, &officer, &call.slug, false).await.unwrap().lines[0].standing;
        let last = call.window.completes(&party("SH"));
        assert_eq!(standing().await, Standing::Half(last));
        w.set_clock(call.window.closes.plus_seconds(60));
        let page = w.get(&format!("/calls/{}/applications?show=half", call.slug), Some(&w.session(&officer).await)).await;
        assert!(page.body.contains("上海交通大学"), "both offices see who is missing");
        // After the closing the other side may still complete, by its own window.
        let part = app.participants[1].clone();
        application::confirm(&w.desk, &applicant, &app.id, &part.id, &fingerprint(&part)).await.unwrap();
        assert_eq!(standing().await, Standing::Whole);
        w.set_clock(last.plus_seconds(1));
        assert_eq!(standing().await, Standing::Whole);
    })
    .await;
}

#[tokio::test]
async fn a_half_pair_lapses_when_nobody_completes_it() {
    each(async |w| {
        let call = call_under(w, ConfirmationRule::Later).await;
        let (applicant, app) = half(w, &call).await;
        w.set_clock(call.window.completes(&party("SH")).plus_seconds(1));
        let part = app.participants[1].clone();
        let late = application::confirm(&w.desk, &applicant, &app.id, &part.id, &fingerprint(&part)).await;
        assert_eq!(key(late), "confirmation-closed");
        let desk = application::list::desktop(&w.desk, &w.officer("SH").await, &call.slug, false).await.unwrap();
        assert_eq!(desk.lines[0].standing, Standing::Lapsed);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawal_says_why_and_a_resubmission_undoes_it() {
    each(async |w| {
        let call = w.published_call().await;
        let app = w.submitted(&call, Spec::new("Back and forth", 10, 10)).await;
        let editor = editor_of(w, &app).await;
        assert_eq!(key(application::withdraw(&w.desk, &editor, &app.id, " ").await), "reason:required");
        application::withdraw(&w.desk, &editor, &app.id, "Partner left").await.unwrap();
        assert_eq!(w.application(&app.id).await.state, State::Withdrawn);
        assert_eq!(key(application::withdraw(&w.desk, &editor, &app.id, "again").await), "application-withdrawn");
        application::submit(&w.desk, &editor, &app.id, "back").await.unwrap();
        let dossier = application::list::dossier(&w.desk, &editor, &app.id).await.unwrap();
        assert_eq!((dossier.loaded.app.state, dossier.withdrawal, dossier.submissions.len()), (State::Submitted, None, 2));
        // After the closing a withdrawal stands.
        application::withdraw(&w.desk, &editor, &app.id, "Really").await.unwrap();
        w.set_clock(call.window.closes.plus_seconds(1));
        assert_eq!(key(application::submit(&w.desk, &editor, &app.id, "too late").await), "application-closed");
    })
    .await;
}

#[tokio::test]
async fn nobody_edits_confirms_or_submits_what_is_not_theirs() {
    each(async |w| {
        let call = w.published_call().await;
        let (_, id) = w.drafted(&call, &Spec::new("Mine", 10, 10)).await;
        let part = w.application(&id).await.participants[0].clone();
        for viewer in [w.applicant().await, w.officer("RM").await, w.officer("SH").await] {
            assert!(application::edit(&w.desk, &viewer, &id, "project", 1, |_| Ok(())).await.is_err());
            assert!(application::confirm(&w.desk, &viewer, &id, &part.id, &fingerprint(&part)).await.is_err());
            assert!(application::submit(&w.desk, &viewer, &id, "k").await.is_err());
            assert!(matches!(application::list::dossier(&w.desk, &viewer, &id).await, Err(Error::NotFound)));
        }
    })
    .await;
}

/// The writer of an application that `submitted` made, as a viewer.
async fn editor_of(w: &tests::World, app: &domain::application::Application) -> actions::Viewer {
    let id = app.created_by.clone().unwrap();
    actions::Viewer::of(store::account::find(&mut w.desk.db.read().await.unwrap(), &id).await.unwrap().unwrap())
}

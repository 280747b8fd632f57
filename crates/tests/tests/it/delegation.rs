//! R74-R83, R130-R131: the life of a delegation from request to letter, on both engines and on its pages; and what must not leak.

use axum::http::StatusCode;
use domain::{Lang, Role};
use tests::{World, each};

const BASE: &[(&str, &str)] = &[
    ("title-da", "Besøg om ældrepleje"),
    ("title-en", "Visit on eldercare"),
    ("visitor", "CN"),
    ("host", "DK"),
    ("visitor_org", "shanghai-civil-affairs"),
    ("host_org", "central-denmark-region"),
    ("place", "Viborg"),
    ("arrives", "2026-05-11"),
    ("departs", "2026-05-12"),
    ("purpose-en", "Eldercare at home"),
    ("purpose-zh", "居家养老"),
    ("kinds", "expert"),
    ("areas", "eldercare"),
    ("hosting", "partial"),
    ("state", "planned"),
    ("version", "0"),
];

/// The seeds, and an officer's session.
async fn ready(w: &World) -> String {
    counterpart::book::load(&w.desk).await.unwrap();
    w.session(&w.officer("RM").await).await
}

async fn created(w: &World, session: &str) -> String {
    let page = w.post("/delegations/new", Some(session), BASE).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location
}

#[tokio::test]
async fn an_officer_makes_a_delegation_and_nobody_sees_it_until_it_is_public() {
    each(async |w| {
        let s = ready(w).await;
        let here = created(w, &s).await;
        assert_eq!(here, "/delegations/visit-on-eldercare");
        assert_eq!(w.get(&here, None).await.status, StatusCode::NOT_FOUND, "a draft's existence is not told");
        assert!(!w.get("/delegations", None).await.body.contains("visit-on-eldercare"));
        let page = w.get_in(&here, Some(&s), "en").await;
        assert!(
            page.body.contains("Viborg") && page.body.contains("11 – 12 May 2026") && page.body.contains("Not public"),
            "{}",
            page.body
        );
        let mut changed: Vec<(&str, &str)> = BASE.iter().filter(|(k, _)| !matches!(*k, "version" | "state")).copied().collect();
        changed.extend([("public", "1"), ("version", "1"), ("state", "agreed")]);
        assert_eq!(w.post(&format!("{here}/edit"), Some(&s), &changed).await.status, StatusCode::SEE_OTHER);
        assert!(w.get_in(&here, None, "en").await.body.contains("Agreed"));
        // The same form again knows an older version: nothing is overwritten, nothing typed is lost.
        let stale = w.post(&format!("{here}/edit"), Some(&s), &changed).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert!(stale.body.contains("Eldercare at home"));
    })
    .await;
}

#[tokio::test]
async fn a_wrong_form_comes_back_filled_with_every_error() {
    each(async |w| {
        let s = ready(w).await;
        let mut form: Vec<(&str, &str)> =
            BASE.iter().filter(|(k, _)| !matches!(*k, "host" | "visitor_org" | "departs" | "place")).copied().collect();
        form.extend([("host", "CN"), ("visitor_org", "Nowhere Ltd"), ("departs", "2026-05-01"), ("place", "shanghai")]);
        let page = w.get_in("/delegations/new", Some(&s), "en").await;
        assert_eq!(page.status, StatusCode::OK);
        let page = w.post("/delegations/new", Some(&format!("{s}; lang=en")), &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("“Nowhere Ltd” is not in the partnership book"), "{}", page.body);
        assert!(page.body.contains("Visitor and host must be of different countries."));
        assert!(page.body.contains("Eldercare at home") && page.body.contains("value=\"Nowhere Ltd\""));
        form.retain(|(k, _)| !matches!(*k, "visitor_org" | "host" | "departs"));
        form.extend([("host", "DK"), ("visitor_org", "universi"), ("dates", "spring")]);
        let page = w.post("/delegations/new", Some(&format!("{s}; lang=en")), &form).await;
        assert!(page.body.contains("“spring” is not a date"));
    })
    .await;
}

#[tokio::test]
async fn r130_r131_the_wrong_payer_is_refused_and_a_reason_is_shown() {
    each(async |w| {
        let s = format!("{}; lang=en", ready(w).await);
        let here = created(w, &s).await;
        let costs = format!("{here}/costs");
        let cost = |payer: &'static str, what: &'static str, reason: &'static str| {
            [("what", what), ("payer", payer), ("currency", "DKK"), ("money", "1200"), ("reason", reason)]
        };
        let page = w.post(&costs, Some(&s), &cost("host", "travel", "")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("Travel: by the rule the visitor pays."), "{}", page.body);
        assert_eq!(w.post(&costs, Some(&s), &cost("visitor", "travel", "")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(w.post(&costs, Some(&s), &cost("host", "venue", "")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(w.post(&costs, Some(&s), &cost("visitor", "venue", "Their own conference")).await.status, StatusCode::SEE_OTHER);
        let page = w.get_in(&here, Some(&s), "en").await;
        assert!(page.body.contains("Deviates from the rule") && page.body.contains("Their own conference"));
        // Money is the offices' own.
        assert!(!w.get_in("/delegations/it-delegation-2008", None, "en").await.body.contains("Payer"));
        assert_eq!(w.post(&format!("{costs}/1/removal"), Some(&s), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(w.post(&format!("{costs}/1/removal"), Some(&s), &[]).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_gift_over_the_counterpart_s_cap_is_kept_with_a_warning() {
    each(async |w| {
        let s = format!("{}; lang=en", ready(w).await);
        let here = created(w, &s).await;
        let gift = [
            ("day", "2026-05-11"),
            ("what", "Silk"),
            ("giver", "visitor"),
            ("giver_name", "Director"),
            ("recipient", "Chair of the Regional Council"),
            ("recipient_head", "1"),
            ("level", "bureau"),
            ("currency", "CNY"),
            ("money", "260"),
            ("answer", "accepted"),
            ("disposal", "handed-over"),
        ];
        assert_eq!(w.post(&format!("{here}/gifts"), Some(&s), &gift).await.status, StatusCode::SEE_OTHER);
        let page = w.get_in(&here, Some(&s), "en").await;
        assert!(page.body.contains("over the counterpart&#39;s own limit"), "{}", page.body);
        let register = w.get("/gifts?q=silk", Some(&s)).await;
        assert!(
            register.body.contains("China → Denmark") && register.body.contains("over the counterpart&#39;s own limit"),
            "{}",
            register.body
        );
        assert!(w.get("/gifts.csv", Some(&s)).await.body.contains("Silk"));
        assert_eq!(w.get("/gifts", None).await.status, StatusCode::UNAUTHORIZED);
        let unchosen: Vec<(&str, &str)> = gift.iter().filter(|(k, _)| !matches!(*k, "currency" | "giver")).copied().collect();
        assert_eq!(w.post(&format!("{here}/gifts"), Some(&s), &unchosen).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_programme_is_kept_in_versions_and_shown_on_two_walls() {
    each(async |w| {
        let s = format!("{}; lang=en", ready(w).await);
        let here = created(w, &s).await;
        let form = format!("{here}/programme");
        let first =
            "2026-05-11 09:00-10:00 | Velkomst | Welcome | 欢迎 | Viborg\n2026-05-12 09:00-10:00 | Sygehus | Hospital | 医院 | Aarhus";
        let wrong = w.post(&form, Some(&s), &[("programme", "tomorrow | x"), ("seen", "0")]).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("Line 1") && wrong.body.contains("tomorrow | x"));
        assert_eq!(w.post(&form, Some(&s), &[("programme", first), ("seen", "0")]).await.status, StatusCode::SEE_OTHER);
        let page = w.get_in(&here, Some(&s), "en").await;
        assert!(page.body.contains("09:00–10:00") && page.body.contains("15:00–16:00") && page.body.contains("Version 1"), "{}", page.body);
        let second = first.replace("09:00-10:00 | Sygehus", "13:00-14:00 | Sygehus");
        let late = w.post(&form, Some(&s), &[("programme", &second), ("seen", "0")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "who has not seen version 1 does not overwrite it");
        assert_eq!(w.post(&form, Some(&s), &[("programme", &second), ("seen", "1")]).await.status, StatusCode::SEE_OTHER);
        let changes = w.get_in(&format!("{form}/changes"), Some(&s), "en").await;
        assert!(changes.body.contains("Moved") && changes.body.contains("was 12/05/2026 09:00–10:00"), "{}", changes.body);
        let ics = w.get_in(&format!("{form}.ics"), Some(&s), "en").await;
        assert!(ics.body.contains("DTSTART;TZID=Europe/Copenhagen:20260512T130000") && ics.body.contains("SEQUENCE:2"), "{}", ics.body);
        assert_eq!(w.get(&format!("{form}.ics"), None).await.status, StatusCode::UNAUTHORIZED);
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_refused_with_its_lacks_and_then_issued_once() {
    each(async |w| {
        let s = format!("{}; lang=en", ready(w).await);
        let here = created(w, &s).await;
        let letter = format!("{here}/letter");
        let key = "a".repeat(64);
        let form = [
            ("form_key", key.as_str()),
            ("name", "Mette Eksempel"),
            ("title-en", "Head of Secretariat"),
            ("title-zh", "秘书处主任"),
            ("rank-en", "Director-general"),
            ("rank-zh", "司局级"),
            ("address", "Skottenborg 26, 8800 Viborg"),
            ("mailbox", "international@example.org"),
        ];
        let refused = w.post(&letter, Some(&s), &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for lack in ["List who travels.", "State who pays what.", "Write the programme day by day."] {
            assert!(refused.body.contains(lack), "{lack}");
        }
        let member = [
            ("name", "Chen Shifan"),
            ("passport", "CHEN SHIFAN"),
            ("passport_no", "E12345678"),
            ("born", "1970-02-28"),
            ("organisation", "shanghai-civil-affairs"),
            ("post-en", "Director"),
            ("post-zh", "主任"),
            ("rank", "1"),
            ("people", "1"),
            ("head", "1"),
        ];
        assert_eq!(w.post(&format!("{here}/members"), Some(&s), &member).await.status, StatusCode::SEE_OTHER);
        let cost = [("what", "travel"), ("payer", "visitor"), ("currency", "CNY"), ("money", "90000")];
        assert_eq!(w.post(&format!("{here}/costs"), Some(&s), &cost).await.status, StatusCode::SEE_OTHER);
        let lines =
            "2026-05-11 09:00-10:00 | Velkomst | Welcome | 欢迎 | Viborg\n2026-05-12 09:00-10:00 | Sygehus | Hospital | 医院 | Aarhus";
        assert_eq!(
            w.post(&format!("{here}/programme"), Some(&s), &[("programme", lines), ("seen", "0")]).await.status,
            StatusCode::SEE_OTHER
        );
        for _ in 0..2 {
            let issued = w.post(&letter, Some(&s), &form).await;
            assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.body);
        }
        assert!(w.get(&format!("{here}/letters/1"), Some(&s)).await.body.starts_with("%PDF"));
        assert_eq!(w.get(&format!("{here}/letters/2"), Some(&s)).await.status, StatusCode::NOT_FOUND, "a replayed form is one letter");
        assert_eq!(w.get(&format!("{here}/letters/1"), None).await.status, StatusCode::UNAUTHORIZED);
        let page = w.get(&here, Some(&s)).await;
        assert!(!page.body.contains("E12345678"), "a passport number stands on the form and in the letter, nowhere else");
        // The whole name is erased wherever it stands, and the letter loses its text.
        let found = w.get("/people?q=shifan", Some(&s)).await;
        assert!(found.body.contains("Member of a delegation") && found.body.contains("Chen Shifan"), "{}", found.body);
        let part = w.post("/people/erasure", Some(&s), &[("name", "Chen"), ("confirm", "yes")]).await;
        assert!(part.status == StatusCode::UNPROCESSABLE_ENTITY && part.body.contains("Nobody is called “Chen”"), "{}", part.body);
        assert_eq!(w.post("/people/erasure", Some(&s), &[("name", "Chen Shifan")]).await.status, StatusCode::SEE_OTHER);
        assert!(w.get("/people?q=shifan", Some(&s)).await.body.contains("Chen Shifan"), "without confirmation nothing happens");
        assert_eq!(w.post("/people/erasure", Some(&s), &[("name", "chen shifan"), ("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
        assert!(!w.get("/people?q=shifan", Some(&s)).await.body.contains("Chen Shifan"));
        assert!(!w.get(&format!("{here}/members?line=1"), Some(&s)).await.body.contains("E12345678"));
        assert_eq!(w.get(&format!("{here}/letters/1"), Some(&s)).await.status, StatusCode::NOT_FOUND);
        assert!(w.get(&here, Some(&s)).await.body.contains("The text has been erased."));
    })
    .await;
}

#[tokio::test]
async fn the_plan_is_ticked_and_turns_red() {
    each(async |w| {
        let s = format!("{}; lang=en", ready(w).await);
        let here = created(w, &s).await;
        // The world begins on 1 February 2026, 99 days before arrival: 180 and 120 days have passed.
        let page = w.get_in(&here, Some(&s), "en").await;
        assert_eq!(page.body.matches("badge-error\">Overdue").count(), 2, "{}", page.body);
        assert_eq!(
            w.post(&format!("{here}/plan"), Some(&s), &[("step", "counterpart"), ("done", "yes")]).await.status,
            StatusCode::SEE_OTHER
        );
        let page = w.get_in(&here, Some(&s), "en").await;
        assert_eq!(page.body.matches("badge-error\">Overdue").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn r76_anyone_asks_once_the_mailbox_is_told_and_the_office_turns_it_into_a_delegation() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let key = "b".repeat(64);
        let form = [
            ("wish", "visit"),
            ("post", "rm-contact-shanghai"),
            ("area", "health"),
            ("body", "We wish to see hospitals"),
            ("wished", "2026-09"),
            ("name", "Some Body"),
            ("organisation", "Hospital X"),
            ("contact", "someone@example.org"),
            ("lang", "en"),
            ("form_key", key.as_str()),
        ];
        for _ in 0..2 {
            assert_eq!(w.post("/requests/new", None, &form).await.location, "/requests/thanks");
        }
        let empty = w.post("/requests/new", None, &[("form_key", key.as_str()), ("body", "kept text")]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.body.contains("kept text"));
        let permit = domain::decide(&domain::Actor::operator(), domain::Action::DeliverMail, &domain::Subject::Site).unwrap();
        let mails = store::outbox::due(&mut w.desk.db.read().await.unwrap(), &permit, w.now(), 10).await.unwrap();
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].recipient, "shanghai@example.org");
        assert!(!mails[0].body.contains("Hospital X"), "what was written stays behind sign-in");
        assert_eq!(w.get("/requests", None).await.status, StatusCode::UNAUTHORIZED);
        let expert = w.session(&w.person(Role::Expert, Some("RM"), Lang::Da).await).await;
        assert_eq!(w.get("/requests", Some(&expert)).await.status, StatusCode::FORBIDDEN);
        let officer = w.officer("SH").await;
        let s = format!("{}; lang=en", w.session(&officer).await);
        let sheet = w.get("/requests.csv", Some(&s)).await.body;
        assert!(sheet.contains("Hospital X") && !sheet.contains("someone@example.org"), "{sheet}");
        assert_eq!(w.get("/requests.xlsx", Some(&s)).await.status, StatusCode::OK);
        assert_eq!(w.get("/requests.csv", None).await.status, StatusCode::UNAUTHORIZED);
        let queue = w.get("/requests", Some(&s)).await;
        let id = queue.body.split("/requests/").find_map(|p| p.get(..36).filter(|p| p.contains('-') && p.len() == 36)).unwrap().to_string();
        let account = officer.account.as_ref().unwrap().id.to_string();
        assert_eq!(w.post(&format!("/requests/{id}/assignment"), Some(&s), &[("assigned", &account)]).await.status, StatusCode::SEE_OTHER);
        let turned = w.post(&format!("/requests/{id}/delegation"), Some(&s), &[("visitor", "CN"), ("host", "DK")]).await;
        assert_eq!(turned.location, "/delegations/visit-requested-by-hospital-x/edit", "{}", turned.body);
        let again = w.post(&format!("/requests/{id}/answer"), Some(&s), &[("answer", "Yes")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "a closed request is closed");
        let erasure = format!("/requests/{id}/erasure");
        w.post(&erasure, Some(&s), &[]).await;
        assert!(w.get(&format!("/requests/{id}"), Some(&s)).await.body.contains("someone@example.org"));
        assert_eq!(w.post(&erasure, Some(&s), &[("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
        let page = w.get(&format!("/requests/{id}"), Some(&s)).await;
        assert!(!page.body.contains("someone@example.org") && page.body.contains("We wish to see hospitals"), "{}", page.body);
        assert_eq!(w.get("/delegations/visit-requested-by-hospital-x", None).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn lists_sort_search_and_export() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        for path in ["/delegations.csv", "/delegations.xlsx", "/activities.csv", "/activities.xlsx"] {
            assert_eq!(w.get(path, None).await.status, StatusCode::OK, "{path}");
        }
        let found = w.get_in("/delegations?q=%E6%97%A0%E9%94%A1", None, "en").await;
        assert!(
            found.body.contains("/delegations/wuxi-to-denmark") && !found.body.contains("/delegations/copenhagen-to-beijing-2012"),
            "{}",
            found.body
        );
        for lang in ["da", "en", "zh-Hans"] {
            for path in [
                "/delegations",
                "/delegations/it-delegation-2008",
                "/activities",
                "/activities/expo-2010",
                "/news",
                "/news/visits-2019",
                "/requests/new",
            ] {
                let page = w.get_in(path, None, lang).await;
                assert!(page.status == StatusCode::OK && !page.body.contains(">["), "{path} in {lang}: {}", page.body);
            }
        }
    })
    .await;
}

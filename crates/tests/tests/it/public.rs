//! What everybody sees, in three languages: programmes, calls, ideas, the house; and the desk's forms on the way to publication.

use axum::http::StatusCode;
use tests::{World, each};

/// No catalogue key shows through, in any language.
async fn whole(w: &World, path: &str, session: Option<&str>) -> Vec<String> {
    let mut pages = Vec::new();
    for lang in ["da", "en", "zh-Hans"] {
        let page = w.get_in(path, session, lang).await;
        assert_eq!(page.status, StatusCode::OK, "{path} in {lang}: {}", page.body);
        assert!(!page.body.contains(">["), "{path} in {lang} shows a bare key");
        pages.push(page.body);
    }
    pages
}

#[tokio::test]
async fn r122_r123_everybody_reads_the_call_and_its_deadlines_on_both_walls() {
    each(async |w| {
        let call = w.published_call().await;
        for path in ["/", "/calls", "/programmes", "/about/accessibility", "/about/privacy", "/about/cookies", "/about/sources", "/sign-in"]
        {
            whole(w, path, None).await;
        }
        let pages = whole(w, "/calls/2026-it", None).await;
        assert!(pages[0].contains("03.03.2026 kl. 10.00 (UTC+1)") && pages[0].contains("03.03.2026 kl. 17.00 (UTC+8)"));
        assert!(pages[2].contains("2026/3/3 17:00（UTC+8）"));
        assert!(pages[1].contains("SHA-256") && pages[1].contains("Presented to Growth Forum on 15 January 2026"));
        let programme = whole(w, "/programmes/2026-it-programme", None).await;
        assert!(programme[0].contains("Forsigtigt skøn") && programme[1].contains("DKK\u{a0}19,500,000"), "the frame's total");
        assert!(!programme[1].contains("The money of the programme"), "not for everybody");
        let auditor = w.session(&w.person(domain::Role::Auditor, Some("RM"), domain::Lang::En).await).await;
        let status = whole(w, "/programmes/2026-it-programme", Some(&auditor)).await.remove(1);
        // Pots of 1.5 + 2.5 + 2.5 million kroner (R93), nothing awarded yet, targets beside (R106).
        assert!(
            status.contains("The money of the programme") && status.contains("DKK\u{a0}6,500,000") && status.contains("2 to 4"),
            "{status}"
        );
        // An announcement downloads as archived.
        let id = store::call::announcements(&mut w.desk.db.read().await.unwrap(), &call.id).await.unwrap().remove(0).id;
        let text = w.get(&format!("/calls/2026-it/announcements/{id}"), None).await;
        assert!(text.body.starts_with("IT i sundhed"));
        assert!(w.get("/calls?q=%E5%81%A5%E5%BA%B7", None).await.body.contains("/calls/2026-it"), "two Chinese characters find it");
        assert!(!w.get("/calls?q=vandkraft", None).await.body.contains("/calls/2026-it"));
    })
    .await;
}

#[tokio::test]
async fn r123_the_idea_form_keeps_what_was_typed_and_a_replay_is_one_idea() {
    each(async |w| {
        w.published_call().await;
        let form = whole(w, "/calls/2026-it/ideas/new", None).await.remove(0);
        let key = form.split("name=\"form_key\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let bad = w
            .post("/calls/2026-it/ideas", None, &[("form_key", key), ("title", "Grøn it <b>"), ("body", "a\u{202e}b"), ("lang", "da")])
            .await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bad.body.contains("U+202E") && bad.body.contains("Grøn it &#60;b&#62;"), "{}", bad.body);
        let good = [
            ("form_key", key),
            ("title", "=Grøn it"),
            ("body", "Måling"),
            ("lang", "da"),
            ("organisation", "Ærø"),
            ("contact", "x@example.org"),
            ("party", "RM"),
        ];
        for _ in 0..2 {
            assert_eq!(w.post("/calls/2026-it/ideas", None, &good).await.location, "/calls/2026-it/ideas/thanks");
        }
        whole(w, "/calls/2026-it/ideas/thanks", None).await;
        let session = w.session(&w.officer("SH").await).await;
        let list = whole(w, "/calls/2026-it/ideas", Some(&session)).await.remove(1);
        assert!(list.contains("1 row") && list.contains("=Grøn it"));
        let csv = w.get("/calls/2026-it/ideas.csv", Some(&session)).await.body;
        assert!(csv.contains("'=Grøn it"), "a formula stays words: {csv}");
        assert_eq!(w.get("/calls/2026-it/ideas.xlsx", Some(&session)).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn the_desk_makes_a_call_part_by_part_and_both_offices_publish_it() {
    each(async |w| {
        w.programme("p").await;
        let bodies = w.bodies().await;
        let (rm, sh) = (w.session(&w.officer("RM").await).await, w.session(&w.officer("SH").await).await);
        whole(w, "/calls/new", Some(&rm)).await;
        let new = |zone| {
            vec![
                ("slug", "ny"),
                ("programme", "p"),
                ("title-da", "Ny runde"),
                ("zone", zone),
                ("opens", "2026-03-01T09:00"),
                ("closes", "2026-04-01T12:00"),
            ]
        };
        let refused = w.post("/calls/new", Some(&rm), &new("CET")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Ny runde") && refused.body.contains("CET"));
        assert_eq!(w.post("/calls/new", Some(&rm), &new("Europe/Copenhagen")).await.location, "/calls/ny/edit");
        assert_eq!(w.get("/calls/ny", None).await.status, StatusCode::NOT_FOUND);
        for part in ["basics", "window", "pots", "criteria", "presented", "questions"] {
            whole(w, &format!("/calls/ny/edit/{part}"), Some(&sh)).await;
        }
        let save = async |part: &str, fields: &[(&str, &str)]| {
            let page = w.get(&format!("/calls/ny/edit/{part}"), Some(&rm)).await.body;
            let version = page.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
            let all = [fields, &[("version", version.as_str())]].concat();
            let answer = w.post(&format!("/calls/ny/edit/{part}"), Some(&rm), &all).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{part}: {}", answer.body);
        };
        save(
            "basics",
            &[
                ("title-da", "Ny runde"),
                ("title-en", "New call"),
                ("title-zh", "新征集"),
                ("summary-da", "a"),
                ("summary-en", "b"),
                ("summary-zh", "c"),
                ("theme", "2"),
                ("max_months", "24"),
                ("confirmation", "later"),
            ],
        )
        .await;
        save(
            "window",
            &[
                ("zone", "Asia/Shanghai"),
                ("opens", "2026-03-01T09:00"),
                ("closes", "2026-04-01T12:00"),
                ("completes-RM", "2026-04-08T12:00"),
                ("completes-SH", "2026-04-08T12:00"),
            ],
        )
        .await;
        save("pots", &[("pot-RM-2026", "1.500.000"), ("pot-SH-2027", "2,000,000.50")]).await;
        save("criteria", &[("rows", "0"), ("do", "add")]).await;
        save(
            "criteria",
            &[
                ("rows", "1"),
                ("r0-label-da", "K"),
                ("r0-label-en", "Q"),
                ("r0-label-zh", "质"),
                ("r0-weight", "100"),
                ("r0-anchors-da", "a\nb"),
                ("r0-anchors-en", "a\nb"),
                ("r0-anchors-zh", "a\nb"),
                ("do", "save"),
            ],
        )
        .await;
        save("presented", &[("body", bodies.rm.0.as_str()), ("on", "2026-01-10")]).await;
        save(
            "questions",
            &[
                ("rows", "1"),
                ("r0-kind", "choice"),
                ("r0-label-da", "V"),
                ("r0-label-en", "C"),
                ("r0-label-zh", "选"),
                ("r0-max", "0"),
                ("r0-required", "1"),
                ("r0-options-da", "ja\nnej"),
                ("r0-options-en", "yes\nno"),
                ("r0-options-zh", "是\n否"),
            ],
        )
        .await;
        whole(w, "/calls/ny/edit", Some(&rm)).await;
        let page = whole(w, "/calls/ny/publication", Some(&rm)).await.remove(1);
        assert!(page.contains("01/04/2026 at 06:00 (UTC+2)") && page.contains("01/04/2026 at 12:00 (UTC+8)"), "{page}");
        let version = page.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
        assert_eq!(w.post("/calls/ny/publication", Some(&rm), &[("version", &version)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let agree = [("version", version.as_str()), ("confirm", "yes")];
        assert_eq!(w.post("/calls/ny/publication", Some(&rm), &agree).await.location, "/calls/ny/edit");
        assert!(w.get("/", Some(&sh)).await.body.contains("/calls/ny/edit"), "the other office is told");
        assert_eq!(w.post("/calls/ny/publication", Some(&sh), &agree).await.location, "/calls/ny");
        let published = store::call::find_by_slug(&mut w.desk.db.read().await.unwrap(), "ny").await.unwrap().unwrap();
        assert_eq!((published.pots[0].amount.minor, published.pots[1].amount.minor), (150_000_000, 200_000_050));
        whole(w, "/calls/ny", None).await;
        whole(w, "/calls/ny/extension", Some(&rm)).await;
        let frozen = w.post("/calls/ny/edit/pots", Some(&rm), &[("version", "9"), ("pot-RM-2026", "1")]).await;
        assert_eq!(frozen.status, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn the_log_is_read_by_offices_and_auditors_and_checked() {
    each(async |w| {
        w.published_call().await;
        let auditor = w.session(&w.person(domain::Role::Auditor, Some("SH"), domain::Lang::En).await).await;
        let pages = whole(w, "/events?check=1", Some(&auditor)).await;
        assert!(pages[1].contains("The log is whole") && pages[1].contains("call.publish"));
        let expert = w.session(&w.person(domain::Role::Expert, Some("SH"), domain::Lang::En).await).await;
        assert_eq!(w.get("/events", Some(&expert)).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn asking_for_a_link_answers_alike_whether_known_or_not() {
    each(async |w| {
        let email = w.applicant().await.account.unwrap().email;
        let known = w.post("/sign-in", None, &[("email", &email)]).await;
        let unknown = w.post("/sign-in", None, &[("email", "nobody@example.org")]).await;
        assert_eq!((known.status, known.body.replace(&email, "?")), (unknown.status, unknown.body.replace("nobody@example.org", "?")));
        assert_eq!(w.post("/sign-in", None, &[("email", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

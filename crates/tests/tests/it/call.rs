//! A call from draft to announcement (R122, R123, R129, R136): agreed by both offices, archived with time and fingerprint, frozen afterwards.

use actions::{Error, call::Publication};
use domain::{PartyCode, call::Edit};
use tests::each;

fn key<T: std::fmt::Debug>(outcome: Result<T, Error>) -> &'static str {
    match outcome.unwrap_err() {
        Error::Refused(r) => r.key(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn r129_a_call_is_published_by_the_agreement_of_both_offices() {
    each(async |w| {
        let draft = w.draft_call("2026-it").await;
        let (rm, sh) = (w.officer("RM").await, w.officer("SH").await);
        let waits = actions::call::publish(&w.desk, &rm, &draft.slug, draft.version).await.unwrap();
        assert_eq!(waits, Publication::Waits(PartyCode::parse("SH").unwrap()));
        // Twice the same office is still one side.
        actions::call::publish(&w.desk, &rm, &draft.slug, draft.version).await.unwrap();
        assert!(w.call(&draft.id).await.published.is_none());
        // An edit makes the agreement lapse, and the page seen before it is stale.
        actions::call::edit(&w.desk, &sh, &draft.slug, draft.version, Edit::Pots(draft.pots.clone())).await.unwrap();
        assert_eq!(key(actions::call::publish(&w.desk, &sh, &draft.slug, draft.version).await), "stale");
        let next = w.call(&draft.id).await;
        actions::call::publish(&w.desk, &sh, &draft.slug, next.version).await.unwrap();
        assert!(w.call(&draft.id).await.published.is_none());
        assert_eq!(actions::call::publish(&w.desk, &rm, &draft.slug, next.version).await.unwrap(), Publication::Published);
        assert!(w.call(&draft.id).await.published.is_some());
    })
    .await;
}

#[tokio::test]
async fn r122_r123_the_announcement_is_archived_and_r136_the_criteria_freeze() {
    each(async |w| {
        let call = w.published_call().await;
        let mut tx = w.desk.db.read().await.unwrap();
        let archived = store::call::announcements(&mut tx, &call.id).await.unwrap();
        assert_eq!(archived.len(), 1);
        assert_eq!(actions::call::announcement::fingerprint(&archived[0].body), archived[0].sha256);
        // 2026-02-01T09:00Z and thirty days on, on both walls with their offsets.
        for words in [
            "03.03.2026 kl. 10.00 (UTC+1)",
            "03/03/2026 at 17:00 (UTC+8)",
            "2026/3/3 17:00（UTC+8）",
            "DKK\u{a0}1,500,000.00",
            "1.000.000,00\u{a0}CNY",
        ] {
            assert!(archived[0].body.contains(words), "{words} in\n{}", archived[0].body);
        }
        assert!(!archived[0].body.contains('['), "{}", archived[0].body);
        drop(tx);
        let officer = w.officer("SH").await;
        assert_eq!(
            key(actions::call::edit(&w.desk, &officer, &call.slug, call.version, Edit::Criteria(vec![])).await),
            "call-criteria-frozen"
        );
        assert_eq!(key(actions::call::edit(&w.desk, &officer, &call.slug, call.version, Edit::Pots(vec![])).await), "call-pots-frozen");
    })
    .await;
}

#[tokio::test]
async fn drafts_are_hidden_and_strangers_edit_nothing() {
    each(async |w| {
        let draft = w.draft_call("secret").await;
        let applicant = w.applicant().await;
        assert!(matches!(actions::call::show(&w.desk, &applicant, "secret").await, Err(Error::NotFound)));
        assert!(actions::call::list(&w.desk, &applicant).await.unwrap().is_empty());
        let officer = w.officer("RM").await;
        assert_eq!(actions::call::show(&w.desk, &officer, "secret").await.unwrap(), draft);
        assert_eq!(actions::call::list(&w.desk, &officer).await.unwrap().len(), 1);
        let edit = Edit::Pots(vec![]);
        assert!(matches!(actions::call::edit(&w.desk, &applicant, "secret", 1, edit).await, Err(Error::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn an_extension_is_announced_anew_and_logged() {
    each(async |w| {
        let call = w.published_call().await;
        let officer = w.officer("RM").await;
        let later = call.window.closes.plus_seconds(2 * 86_400);
        assert_eq!(
            key(actions::call::extend(&w.desk, &officer, &call.slug, call.version, call.window.closes, "outage").await),
            "call-extension-earlier"
        );
        actions::call::extend(&w.desk, &officer, &call.slug, call.version, later, "The server stood still for a day.").await.unwrap();
        let now = w.call(&call.id).await;
        assert_eq!((now.window.closes, now.criteria), (later, call.criteria));
        let mut tx = w.desk.db.read().await.unwrap();
        assert_eq!(store::call::announcements(&mut tx, &call.id).await.unwrap().len(), 2);
        assert_eq!(store::call::extensions(&mut tx, &call.id).await.unwrap()[0].closed, call.window.closes);
    })
    .await;
}

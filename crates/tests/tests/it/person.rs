//! R30: posts and their holders for the offices only; a successor; everything held on one page; erasing leaves the post and no name.

use axum::http::StatusCode;
use tests::{World, each};

async fn slug_of(w: &World, s: &str, name: &str) -> String {
    let page = w.get(&format!("/contacts?q={}", name.replace(' ', "+")), Some(s)).await;
    page.body
        .split("/people/")
        .skip(1)
        .map(|p| p.split('"').next().unwrap().to_string())
        .find(|p| p.starts_with("p-"))
        .unwrap_or_else(|| panic!("{}", page.body))
}

#[tokio::test]
async fn the_register_is_the_offices_own() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        assert_eq!(w.get("/contacts", None).await.status, StatusCode::UNAUTHORIZED);
        let s = format!("{}; lang=en", w.session(&w.officer("SH").await).await);
        let page = w.get("/contacts?sort=rank", Some(&s)).await;
        assert!(
            page.body.contains("Chair of the Regional Council")
                && page.body.contains("Bent Hansen")
                && page.body.contains("shanghai@example.org")
        );
        assert!(w.get("/contacts.csv", Some(&s)).await.body.contains("Bent Hansen"));
    })
    .await;
}

#[tokio::test]
async fn a_new_holder_ends_the_old_one_s_time() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let s = format!("{}; lang=en", w.session(&w.officer("RM").await).await);
        let form =
            [("name", "Anders Prøve"), ("version", "0"), ("post", "rm-council-chair"), ("since", "2018-01-01"), ("salutation-da", "Hr.")];
        let saved = w.post("/people/new", Some(&s), &form).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let old = slug_of(w, &s, "Bent Hansen").await;
        let page = w.get(&format!("/people/{old}"), Some(&s)).await;
        let page2 = w.get("/contacts?q=Anders", Some(&s)).await;
        assert!(page2.body.contains("<s>Bent Hansen</s>"), "{}", page2.body);
        assert!(page.body.contains("Chair of the Regional Council"));
    })
    .await;
}

#[tokio::test]
async fn an_erased_person_leaves_a_post_and_no_name_anywhere() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let s = format!("{}; lang=en", w.session(&w.officer("RM").await).await);
        let slug = slug_of(w, &s, "Wu Jinglei").await;
        let held = w.get(&format!("/people/{slug}"), Some(&s)).await;
        assert!(
            held.body.contains("Wu Jinglei")
                && held.body.contains("/delegations/shanghai-health-commission-2018")
                && held.body.contains("6 months")
        );
        let form = format!("/people/{slug}/erasure");
        w.post(&form, Some(&s), &[]).await;
        assert!(
            w.get("/delegations/shanghai-health-commission-2018", None).await.body.contains("Wu Jinglei"),
            "without confirmation nothing happens"
        );
        assert_eq!(w.post(&form, Some(&s), &[("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
        for path in
            ["/delegations", "/delegations/shanghai-health-commission-2018", "/contacts", &format!("/people/{slug}"), "/delegations.csv"]
        {
            assert!(!w.get(path, Some(&s)).await.body.contains("Jinglei"), "{path}");
        }
        let page = w.get_in("/delegations/shanghai-health-commission-2018", None, "en").await;
        assert!(page.body.contains("Name erased") && page.body.contains("Director"));
        let edit = w.post(&format!("/people/{slug}/edit"), Some(&s), &[("name", "Wu Jinglei"), ("version", "2")]).await;
        assert_eq!(edit.status, StatusCode::CONFLICT, "an erased person is not written again");
    })
    .await;
}

#[tokio::test]
async fn what_is_past_its_time_is_erased() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let s = format!("{}; lang=en", w.session(&w.officer("RM").await).await);
        let form = [
            ("title-en", "Old visit"),
            ("visitor", "CN"),
            ("host", "DK"),
            ("arrives", "2025-03-01"),
            ("departs", "2025-03-04"),
            ("version", "0"),
        ];
        let here = w.post("/delegations/new", Some(&s), &form).await.location;
        let member = [
            ("name", "Li Yangli"),
            ("passport", "LI YANGLI"),
            ("passport_no", "E7654321"),
            ("born", "1980-01-01"),
            ("rank", "1"),
            ("people", "1"),
        ];
        assert_eq!(w.post(&format!("{here}/members"), Some(&s), &member).await.status, StatusCode::SEE_OTHER);
        assert!(w.get(&format!("{here}/members?line=1"), Some(&s)).await.body.contains("LI YANGLI"));
        assert_eq!(w.post("/contacts/retention", Some(&s), &[("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
        let page = w.get(&format!("{here}/members?line=1"), Some(&s)).await;
        assert!(
            !page.body.contains("LI YANGLI")
                && !page.body.contains("E7654321")
                && !page.body.contains("1980-01-01")
                && page.body.contains("Li Yangli")
        );
    })
    .await;
}

//! Signing in: links die with their use, nobody is nobody, languages switch.

use axum::http::StatusCode;
use tests::each;

#[tokio::test]
async fn a_link_signs_in_by_a_button_and_a_spent_one_says_so() {
    each(async |w| {
        let officer = w.officer("RM").await;
        let id = &officer.account.as_ref().unwrap().id;
        let link = actions::account::link(&w.desk, &actions::Viewer::operator(), id, false).await.unwrap();
        let path = link.strip_prefix("http://node.example.org").unwrap();
        assert_eq!(w.get(path, None).await.status, StatusCode::OK);
        assert_eq!(w.post(path, None, &[]).await.status, StatusCode::SEE_OTHER);
        let again = w.post(path, None, &[]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert!(again.body.contains("Ask for a new one"), "{}", again.body);
    })
    .await;
}

#[tokio::test]
async fn pages_speak_the_account_s_language_and_no_key_is_missing() {
    each(async |w| {
        let session = w.session(&w.officer("SH").await).await;
        let page = w.get("/", Some(&session)).await;
        assert!(page.body.contains("<html lang=\"zh-Hans\">"));
        assert!(!page.body.contains("[nav-"), "{}", page.body);
        assert_eq!(w.get("/no/such/page", None).await.status, StatusCode::NOT_FOUND);
        assert_eq!(w.get("/language/de", None).await.status, StatusCode::BAD_REQUEST);
    })
    .await;
}

#[tokio::test]
async fn the_language_switch_never_leaves_the_house() {
    each(async |w| {
        for back in ["//evil.example.org", "/\\evil.example.org", "/%09/evil.example.org", "https://evil.example.org"] {
            assert_eq!(w.get(&format!("/language/da?back={back}"), None).await.location, "/", "{back}");
        }
        assert_eq!(w.get("/language/da?back=/calls", None).await.location, "/calls");
    })
    .await;
}

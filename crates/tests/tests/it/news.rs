//! R91, R92: news goes out in three languages, with feed, texts to share and a code; a draft is the offices' own.

use axum::http::StatusCode;
use tests::each;

#[tokio::test]
async fn a_news_is_drafted_published_shared_and_fed() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let s = format!("{}; lang=en", w.session(&w.officer("RM").await).await);
        let half = [("title-en", "Signed today"), ("body-en", "The agreement is signed."), ("version", "0")];
        let page = w.post("/news/new", Some(&s), &half).await;
        assert_eq!(page.location, "/news/signed-today", "{}", page.body);
        assert_eq!(w.get("/news/signed-today", None).await.status, StatusCode::NOT_FOUND);
        assert_eq!(w.get("/news/signed-today/qr.svg", None).await.status, StatusCode::NOT_FOUND);
        let refused = w.post("/news/signed-today/publication", Some(&s), &[("confirm", "yes")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let whole = [
            ("title-da", "Underskrevet i dag"),
            ("title-en", "Signed today"),
            ("title-zh", "今日签署"),
            ("lead-da", "Kort"),
            ("lead-en", "Short & sweet"),
            ("lead-zh", "简讯"),
            ("body-da", "Aftalen er underskrevet."),
            ("body-en", "The agreement is signed."),
            ("body-zh", "协议已签署。"),
            ("version", "1"),
        ];
        assert_eq!(w.post("/news/signed-today/edit", Some(&s), &whole).await.status, StatusCode::SEE_OTHER);
        assert_eq!(w.post("/news/signed-today/publication", Some(&s), &[("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
        let page = w.get_in("/news/signed-today", None, "da").await;
        assert!(page.body.contains("【今日签署】简讯") && page.body.contains("http://node.example.org/news/signed-today"), "{}", page.body);
        let feed = w.get("/news.atom?lang=en", None).await;
        assert!(feed.body.contains("<title>Signed today</title>") && feed.body.contains("Short &amp; sweet"), "{}", feed.body);
        assert!(w.get("/news.atom?lang=zh-Hans", None).await.body.contains("<title>今日签署</title>"));
        let away =
            w.post("/news/new", Some(&s), &[("title-en", "x"), ("body-en", "y"), ("about", "https://example.com"), ("version", "0")]).await;
        assert!(away.status == StatusCode::UNPROCESSABLE_ENTITY && away.body.contains("begins with a slash"));
    })
    .await;
}

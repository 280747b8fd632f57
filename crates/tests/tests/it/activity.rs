//! R84-R90: activities as pages and calendar; introductions and what became of them (R87).

use axum::http::StatusCode;
use tests::each;

#[tokio::test]
async fn activities_are_a_calendar_where_their_days_are_known() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let ics = w.get("/activities.ics?lang=en", None).await;
        assert!(ics.body.contains("DTSTART;VALUE=DATE:20181120\r\nDTEND;VALUE=DATE:20181123"), "{}", ics.body);
        assert!(!ics.body.contains("Midtnet") || ics.body.contains("20160601"), "a season is shown, a year is not");
        assert!(!ics.body.contains("EXPO"), "2010 as a whole is no day in a calendar");
    })
    .await;
}

#[tokio::test]
async fn an_officer_adds_an_activity_and_a_stale_form_is_told() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let s = format!("{}; lang=en", w.session(&w.officer("RM").await).await);
        let form = [
            ("title-en", "Design week"),
            ("kind", "culture"),
            ("dates", "2026-06"),
            ("place", "Shanghai"),
            ("targets", "citizens"),
            ("version", "0"),
        ];
        // "Shanghai" names several places: the clerk is told which.
        let several = w.post("/activities/new", Some(&s), &form).await;
        let page = if several.status == StatusCode::UNPROCESSABLE_ENTITY {
            assert!(several.body.contains("fits several"), "{}", several.body);
            w.post("/activities/new", Some(&s), &[&form[..3], &[("place", "shanghai"), ("targets", "citizens"), ("version", "0")]].concat())
                .await
        } else {
            several
        };
        assert_eq!(page.location, "/activities/design-week", "{}", page.body);
        let edit = w.get("/activities/design-week/edit", Some(&s)).await;
        assert!(edit.body.contains("name=\"version\" value=\"1\""));
        let changed = [("title-en", "Design weeks"), ("kind", "culture"), ("dates", "2026-06"), ("version", "1")];
        assert_eq!(w.post("/activities/design-week/edit", Some(&s), &changed).await.status, StatusCode::SEE_OTHER);
        assert_eq!(w.post("/activities/design-week/edit", Some(&s), &changed).await.status, StatusCode::CONFLICT);
        assert_eq!(w.post("/activities/new", None, &form).await.status, StatusCode::UNAUTHORIZED);
    })
    .await;
}

#[tokio::test]
async fn r87_an_introduction_is_recorded_once_and_followed_up() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let s = format!("{}; lang=en", w.session(&w.officer("RM").await).await);
        let key = "c".repeat(64);
        let form = [
            ("from", "aarhus-university"),
            ("to", "tongji-university"),
            ("purpose", "Joint laboratory"),
            ("area", "research"),
            ("day", "2026-01-02"),
            ("ask", "2026-01-20"),
            ("form_key", key.as_str()),
        ];
        let same = w.post("/introductions", Some(&s), &[&[("from", "via"), ("to", "via")], &form[2..]].concat()).await;
        assert!(same.status == StatusCode::UNPROCESSABLE_ENTITY && same.body.contains("Choose two different organisations."));
        for _ in 0..2 {
            assert_eq!(w.post("/introductions", Some(&s), &form).await.status, StatusCode::SEE_OTHER);
        }
        let page = w.get("/introductions", Some(&s)).await;
        assert_eq!(page.body.matches("Joint laboratory").count(), 1);
        assert!(page.body.contains("should have been followed up: 1"), "{}", page.body);
        let id = page.body.split("action=\"/introductions/").nth(1).unwrap()[..36].to_string();
        assert_eq!(
            w.post(&format!("/introductions/{id}"), Some(&s), &[("outcome", "Agreement signed")]).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(w.get("/introductions", Some(&s)).await.body.contains("Agreement signed"));
        assert!(w.get("/introductions.csv", Some(&s)).await.body.contains("Agreement signed"));
        assert_eq!(w.get("/introductions.xlsx", Some(&s)).await.status, StatusCode::OK);
        assert_eq!(w.get("/introductions.csv", None).await.status, StatusCode::UNAUTHORIZED);
    })
    .await;
}

//! joint-calls.md section 10, test 5: one instant on both walls, across the changes of Danish clocks; no wall time that does not exist or exists twice.

use axum::http::StatusCode;
use tests::{World, each};

async fn made(w: &World, session: &str, slug: &str, zone: &str, opens: &str, closes: &str) -> tests::Page {
    let fields = [("slug", slug), ("programme", "p"), ("title-da", "R"), ("title-en", "R"), ("title-zh", "R")];
    let times = [("zone", zone), ("opens", opens), ("closes", closes)];
    w.post("/calls/new", Some(session), &[&fields[..], &times[..]].concat()).await
}

#[tokio::test]
async fn a_call_over_the_summer_shows_each_instant_with_its_own_offset() {
    each(async |w| {
        w.programme("p").await;
        let session = w.session(&w.officer("RM").await).await;
        for (slug, zone, opens, closes, walls) in [
            // Winter to summer: 29 March 2026.
            (
                "spring",
                "Europe/Copenhagen",
                "2026-03-28T12:00",
                "2026-03-29T12:00",
                [
                    "28/03/2026 at 12:00 (UTC+1)",
                    "28/03/2026 at 19:00 (UTC+8)",
                    "29/03/2026 at 12:00 (UTC+2)",
                    "29/03/2026 at 18:00 (UTC+8)",
                ],
            ),
            // Summer to winter: 25 October 2026; stated on the Chinese wall.
            (
                "autumn",
                "Asia/Shanghai",
                "2026-10-24T16:00",
                "2026-10-26T16:00",
                [
                    "24/10/2026 at 10:00 (UTC+2)",
                    "24/10/2026 at 16:00 (UTC+8)",
                    "26/10/2026 at 09:00 (UTC+1)",
                    "26/10/2026 at 16:00 (UTC+8)",
                ],
            ),
        ] {
            assert_eq!(made(w, &session, slug, zone, opens, closes).await.status, StatusCode::SEE_OTHER, "{slug}");
            let page = w.get_in(&format!("/calls/{slug}/publication"), Some(&session), "en").await.body;
            for wall in walls {
                assert!(page.contains(wall), "{slug}: {wall} is missing: {page}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_wall_time_that_is_not_or_is_twice_is_refused_with_the_text_kept() {
    each(async |w| {
        w.programme("p").await;
        let session = w.session(&w.officer("RM").await).await;
        for (zone, closes) in [
            ("Europe/Copenhagen", "2026-03-29T02:30"),
            ("Europe/Copenhagen", "2026-10-25T02:30"),
            ("CET", "2026-07-01T12:00"),
            ("CST", "2026-07-01T12:00"),
            ("UTC+1", "2026-07-01T12:00"),
        ] {
            let page = made(w, &session, "never", zone, "2026-03-01T09:00", closes).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{zone} {closes}");
            assert!(page.body.contains(closes) && page.body.contains(zone), "what was typed stays: {}", page.body);
        }
        // The same wall in Shanghai has no such night.
        assert_eq!(
            made(w, &session, "same-night", "Asia/Shanghai", "2026-03-01T09:00", "2026-03-29T02:30").await.status,
            StatusCode::SEE_OTHER
        );
    })
    .await;
}

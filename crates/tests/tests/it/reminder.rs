//! Reminders: each tier once, made up for after a stop, passed on where nobody says "seen", and never silently lost.

use actions::{instrument, partnership, reminder};
use axum::http::StatusCode;
use domain::{
    Text3,
    edtf::Edtf,
    instrument::{Notice, State, Term},
    partnership::State as Standing,
    reminder::{State as Sent, Tier},
};
use tests::{World, call::instant, each};

/// One text in force from 2026-01-01 for three years with six months' notice: the last day for notice is 2028-06-30.
async fn text(w: &World) {
    let officer = w.officer("RM").await;
    counterpart::book::load(&w.desk).await.unwrap();
    let p = crate::partnership::draft("viborg-nanjing", "places/viborg", "places/nanjing");
    partnership::create(&w.desk, &officer, p, Standing::Active).await.unwrap();
    let mut i = crate::instrument::draft("plan");
    (i.state, i.in_force) = (State::InForce, Edtf::parse("2026-01-01").unwrap());
    i.term = Term::Fixed { months: 36, notice: Notice { months: 6, days: 0 } };
    i.title = Text3::new("Plan", "Plan", "计划");
    instrument::create(&w.desk, &officer, "viborg-nanjing", i).await.unwrap();
}

async fn notices(w: &World) -> Vec<(Tier, Sent, i64)> {
    let board = reminder::board(&w.desk, &w.officer("RM").await).await.unwrap();
    let of_plan = board.lines.iter().filter(|l| l.label.en == "Plan" && l.reminder.duty.matter.code() == "notice");
    of_plan.map(|l| (l.reminder.tier, l.reminder.state, l.reminder.late)).collect()
}

fn morning(day: &str) -> domain::Instant {
    instant("Europe/Copenhagen", &format!("{day}T08:00"))
}

#[tokio::test]
async fn a_stop_is_made_up_for_and_nothing_is_sent_twice() {
    each(async |w| {
        w.set_clock(morning("2026-01-02"));
        text(w).await;
        assert!(reminder::daily(&w.desk).await.unwrap(), "the first reckoning");
        assert!(!reminder::daily(&w.desk).await.unwrap(), "once a day");
        assert!(notices(w).await.is_empty(), "the date is far away");

        // The service stood still over the first planned day.
        w.set_clock(morning("2028-01-10"));
        let board = reminder::board(&w.desk, &w.officer("RM").await).await.unwrap();
        assert!(board.stopped, "the board says that the reckoning has stopped");
        assert!(board.missing.iter().any(|m| m.label.en == "Plan"), "and what should have been sent");
        assert!(reminder::daily(&w.desk).await.unwrap());
        let sent = notices(w).await;
        assert!(matches!(sent.as_slice(), [(Tier::Early, Sent::Sent, late)] if *late > 0), "{sent:?}");
        let board = reminder::board(&w.desk, &w.officer("RM").await).await.unwrap();
        assert!(board.missing.is_empty() && !board.stopped);

        // Nobody says "seen" for a week: every officer of both parties is told.
        w.set_clock(morning("2028-01-17"));
        reminder::daily(&w.desk).await.unwrap();
        assert!(notices(w).await.iter().any(|(_, state, _)| *state == Sent::Escalated));
        // The next tier takes its place and waits for its own acknowledgement.
        w.set_clock(morning("2028-04-01"));
        reminder::daily(&w.desk).await.unwrap();
        let sent = notices(w).await;
        assert!(sent.iter().any(|(tier, state, _)| (*tier, *state) == (Tier::Near, Sent::Sent)), "{sent:?}");
        assert!(sent.iter().any(|(tier, state, _)| (*tier, *state) == (Tier::Early, Sent::Overtaken)), "{sent:?}");
    })
    .await;
}

#[tokio::test]
async fn a_date_that_passed_during_a_stop_is_still_told_and_can_be_acknowledged() {
    each(async |w| {
        w.set_clock(morning("2026-01-02"));
        text(w).await;
        reminder::daily(&w.desk).await.unwrap();
        w.set_clock(morning("2028-07-05"));
        reminder::daily(&w.desk).await.unwrap();
        let sent = notices(w).await;
        assert!(sent.iter().any(|(tier, ..)| *tier == Tier::Urgent), "the last day for notice was five days ago: {sent:?}");

        let session = w.session(&w.officer("SH").await).await;
        let page = w.get_in("/reminders", Some(&session), "en").await;
        assert!(page.body.contains("Last day for notice") && page.body.contains("book@example.org"));
        let id = page.body.split("/reminders/").nth(1).unwrap().split('/').next().unwrap().to_string();
        assert_eq!(w.post(&format!("/reminders/{id}/acknowledgement"), Some(&session), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(w.post(&format!("/reminders/{id}/acknowledgement"), Some(&session), &[]).await.status, StatusCode::CONFLICT, "once");
        assert_ne!(w.get("/reminders", None).await.status, StatusCode::OK, "not for everyone");
    })
    .await;
}

//! One text for both engines: every statement prepares, the log chains, constraints hold.

use tests::each;

#[tokio::test]
async fn every_statement_prepares_on_every_engine() {
    each(async |w| {
        for (name, sql) in store::statements() {
            w.desk.db.prepare(sql).await.unwrap_or_else(|e| panic!("{name} on {}: {e:#}", w.engine));
        }
    })
    .await;
}

#[tokio::test]
async fn the_log_chains_and_a_changed_line_is_found() {
    each(async |w| {
        let officer = w.officer("RM").await;
        w.session(&officer).await;
        let permit = domain::decide(&officer.actor(), domain::Action::SignIn, &domain::Subject::Site).unwrap();
        let mut tx = w.desk.db.read().await.unwrap();
        assert_eq!(store::event::first_break(&mut tx, &permit).await.unwrap(), None);
        let events = store::event::page(&mut tx, &permit, i64::MAX, 10).await.unwrap();
        assert_eq!(events.len(), 2);
        assert_eq!(events[0].action, "account.sign-in");
    })
    .await;
}

//! Mail: pushed in the transaction of the act it tells of, delivered after, tried again where it may still work.

use crate::{Desk, Result, Viewer};
use anyhow::Context;
use domain::{
    Action, Permit, Subject, decide,
    ids::MailId,
    outbox::{Attempt, next_try},
};
use std::{future::Future, pin::Pin};
use store::Tx;
pub use store::outbox::Mail;

/// Mails tried in one round.
const BATCH: i64 = 50;

/// What carries mail: SMTP, a folder, or a list in a test.
pub trait Transport: Send + Sync {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Attempt> + Send + 'a>>;
}

/// Writes a mail that leaves only if `tx` commits. The texts are in the recipient's language.
pub async fn push(desk: &Desk, tx: &mut Tx, permit: &Permit, recipient: &str, subject: &str, body: &str) -> anyhow::Result<()> {
    queue(desk, tx, permit, recipient, subject, body).await.map(|_| ())
}

/// The same; answers the mail's id for those who follow what becomes of it.
pub async fn queue(desk: &Desk, tx: &mut Tx, permit: &Permit, recipient: &str, subject: &str, body: &str) -> anyhow::Result<MailId> {
    // A line break in a header would begin another header.
    let subject = subject.replace(['\r', '\n'], " ");
    let mail = Mail { id: desk.mint(MailId::mint), recipient: recipient.into(), subject, body: body.into(), attempts: 0 };
    store::outbox::push(tx, permit, &mail, desk.now()).await?;
    Ok(mail.id)
}

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub sent: u32,
    pub postponed: u32,
    pub given_up: u32,
}

/// Tries what is due. A crash between sending and noting it sends a mail twice rather than never.
pub async fn deliver(desk: &Desk, transport: &dyn Transport) -> Result<Round> {
    let permit = decide(&Viewer::operator().actor(), Action::DeliverMail, &Subject::Site)?;
    let due = store::outbox::due(&mut desk.db.read().await?, &permit, desk.now(), BATCH).await?;
    let mut round = Round::default();
    for mail in due {
        let attempt = transport.send(&mail).await;
        let mut tx = desk.db.write().await?;
        note(desk, &mut tx, &permit, &mail, attempt, &mut round).await.context("noting what became of a mail")?;
        tx.commit().await?;
    }
    Ok(round)
}

async fn note(desk: &Desk, tx: &mut Tx, permit: &Permit, mail: &Mail, attempt: Attempt, round: &mut Round) -> anyhow::Result<()> {
    let now = desk.now();
    match attempt {
        Attempt::Sent => {
            round.sent += 1;
            store::outbox::sent(tx, permit, &mail.id, now).await
        }
        Attempt::Later(problem) => match next_try(mail.attempts + 1, now) {
            Some(due) => {
                round.postponed += 1;
                store::outbox::later(tx, permit, &mail.id, due, &problem).await
            }
            None => give_up(tx, permit, mail, now, &problem, round).await,
        },
        Attempt::Never(problem) => give_up(tx, permit, mail, now, &problem, round).await,
    }
}

async fn give_up(tx: &mut Tx, permit: &Permit, mail: &Mail, now: domain::Instant, problem: &str, round: &mut Round) -> anyhow::Result<()> {
    round.given_up += 1;
    // Without the address: logs live longer than mail.
    tracing::warn!(mail = %mail.id, problem, "a mail was given up");
    store::outbox::given_up(tx, permit, &mail.id, now, problem).await
}

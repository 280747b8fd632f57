//! Reminders as rows with a state, the mails they went out with, and a line for each daily reckoning.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Permit, Text3,
    ids::{MailId, ReminderId},
    reminder::{Duty, Matter, Reminder, State, Tier},
    time::Day,
};

sql! {
    LIST = "select r.*, cast(coalesce((select max(case when m.failed is not null then 2 when m.sent is null then 1 else 0 end) from reminder_mail x join mail m on m.id = x.mail
            where x.reminder = r.id), 3) as bigint) as mail_state from reminder r order by r.due, r.planned, r.id";
    FIND = "select r.*, cast(0 as bigint) as mail_state from reminder r where r.id = $1";
    INSERT = "insert into reminder (id, matter, subject, due, tier, planned, state, sent, late, recipients, label, href, acknowledged_by, acknowledged_at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', null)";
    SET_STATE = "update reminder set state = $2, acknowledged_by = $3, acknowledged_at = $4 where id = $1";
    ADD_MAIL = "insert into reminder_mail (reminder, mail) values ($1, $2)";
    ADD_RUN = "insert into reminder_run (id, day, at, duties, sent, late, escalated) values ($1, $2, $3, $4, $5, $6, $7)";
    LAST_RUNS = "select day, at, duties, sent, late, escalated from reminder_run order by at desc limit 10";
}

/// A row with what it says, who got it and how its mail fares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub reminder: Reminder,
    /// What the day is of, e.g. a text's title.
    pub label: Text3,
    pub href: String,
    pub recipients: Vec<String>,
    pub mail: MailState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    Sent,
    Waiting,
    /// Given up by the outbox.
    Failed,
    /// There was nobody to send it to.
    None,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub day: Day,
    pub at: Instant,
    pub duties: i64,
    pub sent: i64,
    pub late: i64,
    pub escalated: i64,
}

pub async fn list(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Line>> {
    tx.all(LIST, &[]).await?.iter().map(line).collect()
}

pub async fn find(tx: &mut Tx, _permit: &Permit, id: &ReminderId) -> Result<Option<Line>> {
    tx.first(FIND, &[id.as_str().into()]).await?.as_ref().map(line).transpose()
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, l: &Line) -> Result<()> {
    let r = &l.reminder;
    let args = [
        r.id.as_str().into(),
        r.duty.matter.code().into(),
        (&r.duty.subject).into(),
        r.duty.due.iso().into(),
        r.tier.code().into(),
        r.planned.iso().into(),
        r.state.code().into(),
        r.sent.into(),
        r.late.into(),
        l.recipients.join(" ").into(),
        (&l.label).into(),
        (&l.href).into(),
    ];
    tx.run(INSERT, &args).await?;
    Ok(())
}

pub async fn set_state(tx: &mut Tx, _permit: &Permit, r: &Reminder) -> Result<()> {
    tx.run(SET_STATE, &[r.id.as_str().into(), r.state.code().into(), (&r.acknowledged_by).into(), r.acknowledged_at.into()]).await?;
    Ok(())
}

pub async fn add_mail(tx: &mut Tx, _permit: &Permit, id: &ReminderId, mail: &MailId) -> Result<()> {
    tx.run(ADD_MAIL, &[id.as_str().into(), mail.as_str().into()]).await?;
    Ok(())
}

/// `id`: any unused text.
pub async fn add_run(tx: &mut Tx, _permit: &Permit, id: &str, run: &Run) -> Result<()> {
    let args = [id.into(), run.day.iso().into(), run.at.into(), run.duties.into(), run.sent.into(), run.late.into(), run.escalated.into()];
    tx.run(ADD_RUN, &args).await?;
    Ok(())
}

/// The newest first.
pub async fn last_runs(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Run>> {
    let read = |r: &Row| {
        Ok(Run {
            day: r.day("day")?,
            at: r.at("at")?,
            duties: r.int("duties")?,
            sent: r.int("sent")?,
            late: r.int("late")?,
            escalated: r.int("escalated")?,
        })
    };
    tx.all(LAST_RUNS, &[]).await?.iter().map(read).collect()
}

fn line(r: &Row) -> Result<Line> {
    let mail = match r.int("mail_state")? {
        0 => MailState::Sent,
        1 => MailState::Waiting,
        2 => MailState::Failed,
        _ => MailState::None,
    };
    let reminder = Reminder {
        id: r.parse("id", ReminderId::parse)?,
        duty: Duty { matter: r.parse("matter", Matter::parse)?, subject: r.text("subject")?, due: r.day("due")? },
        tier: r.parse("tier", Tier::parse)?,
        planned: r.day("planned")?,
        state: r.parse("state", State::parse)?,
        sent: r.at("sent")?,
        late: r.int("late")?,
        acknowledged_by: r.text("acknowledged_by")?,
        acknowledged_at: r.opt_at("acknowledged_at")?,
    };
    let recipients = r.text("recipients")?.split_whitespace().map(str::to_string).collect();
    Ok(Line { reminder, label: r.text3("label")?, href: r.text("href")?, recipients, mail })
}

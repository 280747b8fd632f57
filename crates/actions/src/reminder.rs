//! Reminders of days that must not be missed: reckoned anew every day against the rows, so that one that was not sent is seen and made up for.

mod duty;
mod mail;

use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Permit, Role, Subject, decide,
    ids::{EventId, ReminderId},
    partnership::State as Standing,
    reminder::{self as rules, Duty, RUN_HOURS, Reminder, State, Tier, reconcile},
    time::{Day, Zone},
};
use duty::Owed;
use serde_json::json;
use std::collections::BTreeSet;
use store::Tx;
pub use store::reminder::{Line, MailState, Run};

/// Mail leaves from this hour on the first party's wall; what a stop has missed leaves at once.
const MORNING: i64 = 7;

/// A tier that should have left and has no row.
pub struct Missing {
    pub duty: Duty,
    pub label: domain::Text3,
    pub href: String,
    pub tier: Tier,
    pub planned: Day,
    pub late: i64,
}

/// The dashboard: every row, what should have been sent and was not, and the last reckonings.
pub struct Board {
    pub lines: Vec<Line>,
    pub missing: Vec<Missing>,
    pub runs: Vec<Run>,
    /// No reckoning for longer than a day.
    pub stopped: bool,
    pub today: Day,
    pub editable: bool,
    /// Id and name of everybody, to say who acknowledged.
    names: Vec<(String, String)>,
}

impl Board {
    pub fn who(&self, id: &str) -> &str {
        self.names.iter().find(|(own, _)| own == id).map_or("", |(_, name)| name)
    }
}

pub async fn board(desk: &Desk, viewer: &Viewer) -> Result<Board> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let wall = Wall::load(desk, &mut tx).await?;
    let owed = duty::all(&mut tx, wall.today).await?;
    let lines = store::reminder::list(&mut tx, &permit).await?;
    let runs = store::reminder::last_runs(&mut tx, &permit).await?;
    let stopped = runs.first().is_none_or(|r| r.at.plus_seconds(RUN_HOURS * 3600) < desk.now());
    let work = wall.work(&owed, &lines);
    let missing = work.send.into_iter().filter_map(|(duty, tier, planned, late)| {
        let o = owed.iter().find(|o| o.duty == duty)?;
        Some(Missing { label: o.label.clone(), href: o.href.clone(), duty, tier, planned, late })
    });
    Ok(Board {
        missing: missing.collect(),
        lines,
        runs,
        stopped,
        today: wall.today,
        editable: decide(&viewer.actor(), Action::EditBook, &Subject::Site).is_ok(),
        names: store::account::names(&mut tx, &permit).await?,
    })
}

/// How many reminders wait for somebody to say that they were seen.
pub async fn waiting(desk: &Desk, viewer: &Viewer) -> Result<usize> {
    let Ok(permit) = decide(&viewer.actor(), Action::EditBook, &Subject::Site) else { return Ok(0) };
    let lines = store::reminder::list(&mut desk.db.read().await?, &permit).await?;
    Ok(lines.iter().filter(|l| !matches!(l.reminder.state, State::Acknowledged | State::Overtaken)).count())
}

/// A person has seen it.
pub async fn acknowledge(desk: &Desk, viewer: &Viewer, id: &ReminderId) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let mut line = store::reminder::find(&mut tx, &permit, id).await?.ok_or(Error::NotFound)?;
    rules::acknowledge(&mut line.reminder, &viewer.by(), desk.now())?;
    store::reminder::set_state(&mut tx, &permit, &line.reminder).await?;
    desk.record(&mut tx, &permit, "reminder", id.as_str(), json!({ "acknowledged": true })).await?;
    tx.commit().await?;
    Ok(())
}

/// Reckons if a reckoning is due: once a day from the morning on, at once where a day was missed. Answers whether it did.
pub async fn daily(desk: &Desk) -> Result<bool> {
    let permit = decide(&Viewer::operator().actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let wall = Wall::load(desk, &mut tx).await?;
    let last = store::reminder::last_runs(&mut tx, &permit).await?.first().map(|r| r.day);
    drop(tx);
    let due = match last {
        None => true,
        Some(day) => day.plus_days(1) < wall.today || (day < wall.today && wall.hour >= MORNING),
    };
    if due {
        reckon(desk).await?;
    }
    Ok(due)
}

/// Sends what should have been sent by now, tells the offices of what nobody has acknowledged, and leaves a line. One transaction: a row
/// without its mail, or a mail without its row, can't be.
pub async fn reckon(desk: &Desk) -> Result<Run> {
    let permit = decide(&Viewer::operator().actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let wall = Wall::load(desk, &mut tx).await?;
    let owed = duty::all(&mut tx, wall.today).await?;
    let lines = store::reminder::list(&mut tx, &permit).await?;
    let work = wall.work(&owed, &lines);
    let mut run = Run { day: wall.today, at: desk.now(), duties: owed.len() as i64, sent: 0, late: 0, escalated: 0 };
    for id in &work.overtake {
        settle(&mut tx, &permit, &lines, id, State::Overtaken).await?;
    }
    for (duty, tier, planned, late) in work.send {
        if let Some(o) = owed.iter().find(|o| o.duty == duty) {
            let send = Sending { desk, permit: &permit, owed: o, tier, late };
            run.sent += i64::from(send.send(&mut tx, planned).await?);
            run.late += i64::from(late > 0);
        }
    }
    for id in &work.escalate {
        if let Some((line, o)) =
            lines.iter().find(|l| &l.reminder.id == id).and_then(|l| Some((l, owed.iter().find(|o| o.duty == l.reminder.duty)?)))
        {
            let send = Sending { desk, permit: &permit, owed: o, tier: line.reminder.tier, late: line.reminder.late };
            send.escalate(&mut tx, id).await?;
            settle(&mut tx, &permit, &lines, id, State::Escalated).await?;
            run.escalated += 1;
        }
    }
    let id = desk.mint(EventId::mint);
    store::reminder::add_run(&mut tx, &permit, id.as_str(), &run).await?;
    desk.record(&mut tx, &permit, "reminder", "", json!({ "sent": run.sent, "late": run.late, "escalated": run.escalated })).await?;
    tx.commit().await?;
    Ok(run)
}

async fn settle(tx: &mut Tx, permit: &Permit, lines: &[Line], id: &ReminderId, state: State) -> Result<()> {
    if let Some(line) = lines.iter().find(|l| &l.reminder.id == id) {
        store::reminder::set_state(tx, permit, &Reminder { state, ..line.reminder.clone() }).await?;
    }
    Ok(())
}

/// One reminder on its way.
struct Sending<'a> {
    desk: &'a Desk,
    permit: &'a Permit,
    owed: &'a Owed,
    tier: Tier,
    late: i64,
}

impl Sending<'_> {
    /// The row, and a mail to the role mailbox and the named owner. Answers whether there was an address.
    async fn send(&self, tx: &mut Tx, planned: Day) -> Result<bool> {
        let line = store::partnership::get(tx, &self.owed.partnership).await?;
        let mut to: BTreeSet<(String, domain::Lang)> = BTreeSet::new();
        if let Some(owner) = line.partnership.owner.as_deref().and_then(domain::ids::AccountId::parse)
            && let Some(account) = store::account::find(tx, &owner).await?
        {
            to.insert((account.email, account.lang));
        }
        let mailbox = line.partnership.mailbox.clone();
        if !mailbox.is_empty() && !to.iter().any(|(email, _)| *email == mailbox) {
            to.insert((mailbox, domain::Lang::En));
        }
        // Nobody named: the offices are told at once, for a reminder to nobody is lost.
        if to.is_empty() && line.partnership.state != Standing::Ended {
            to.extend(officers(tx, self.permit).await?);
        }
        let id = self.desk.mint(ReminderId::mint);
        let state = if to.is_empty() { State::Undeliverable } else { State::Sent };
        let reminder = Reminder {
            id: id.clone(),
            duty: self.owed.duty.clone(),
            tier: self.tier,
            planned,
            state,
            sent: self.desk.now(),
            late: self.late,
            acknowledged_by: String::new(),
            acknowledged_at: None,
        };
        let recipients = to.iter().map(|(email, _)| email.clone()).collect();
        let (label, href) = (self.owed.label.clone(), self.owed.href.clone());
        store::reminder::insert(tx, self.permit, &Line { reminder, label, href, recipients, mail: MailState::Waiting }).await?;
        self.post(tx, &id, &to, false).await?;
        Ok(!to.is_empty())
    }

    /// Nobody has said "seen": every officer of both parties hears of it.
    async fn escalate(&self, tx: &mut Tx, id: &ReminderId) -> Result<()> {
        let to = officers(tx, self.permit).await?;
        self.post(tx, id, &to, true).await
    }

    async fn post(&self, tx: &mut Tx, id: &ReminderId, to: &BTreeSet<(String, domain::Lang)>, escalated: bool) -> Result<()> {
        for (email, lang) in to {
            let (subject, body) = mail::write(self.owed, self.tier, *lang, escalated, &self.desk.base_url);
            let mail = crate::outbox::queue(self.desk, tx, self.permit, email, &subject, &body).await?;
            store::reminder::add_mail(tx, self.permit, id, &mail).await?;
        }
        Ok(())
    }
}

async fn officers(tx: &mut Tx, permit: &Permit) -> Result<BTreeSet<(String, domain::Lang)>> {
    let mut all = BTreeSet::new();
    for party in store::party::list(tx).await? {
        all.extend(store::account::holders(tx, permit, Role::Officer, &party.code).await?);
    }
    Ok(all)
}

/// The first party's wall: days are reckoned on it, whoever looks.
struct Wall {
    zone: Zone,
    today: Day,
    hour: i64,
}

impl Wall {
    async fn load(desk: &Desk, tx: &mut Tx) -> anyhow::Result<Wall> {
        let zone = store::party::list(tx).await?.into_iter().next().map_or_else(Zone::utc, |p| p.zone);
        let wall = zone.wall(desk.now());
        Ok(Wall { today: wall.day, hour: i64::from(wall.hour), zone })
    }
    fn work(&self, owed: &[Owed], lines: &[Line]) -> rules::Work {
        let duties: Vec<Duty> = owed.iter().map(|o| o.duty.clone()).collect();
        let rows: Vec<Reminder> = lines.iter().map(|l| l.reminder.clone()).collect();
        reconcile(&duties, &rows, self.today, |at| self.zone.wall(at).day)
    }
}

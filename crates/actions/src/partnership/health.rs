//! How a partnership does: signals from what the book knows, and the state they speak for.

use super::{page, today};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Subject, decide,
    delegation::{self, reciprocity},
    fact,
    partnership::{Contact, Direction, Input, Proposal, Side, Signal, State, propose, signals},
    time::Day,
};
use store::{Tx, partnership::Line};

pub struct Health {
    pub page: page::Page,
    pub signals: Vec<Signal>,
    /// Only where it differs from what a person has set.
    pub proposal: Option<Proposal>,
    /// Id and name of everybody, to say who set a state.
    names: Vec<(String, String)>,
}

impl Health {
    pub fn who(&self, id: &str) -> &str {
        self.names.iter().find(|(own, _)| own == id).map_or("", |(_, name)| name)
    }
}

/// For those who read the internal parts.
pub async fn health(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Health> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let line = store::partnership::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let today = today(desk, &mut tx).await?;
    let input = input(&mut tx, &line, today).await?;
    let page = page::load(desk, viewer, &mut tx, line).await?;
    let proposal = propose(&input, today).filter(|p| p.state != page.line.partnership.state);
    let names = store::account::names(&mut tx, &permit).await?;
    Ok(Health { page, signals: signals(&input, today), proposal, names })
}

/// Done delegations count as contacts and as hosting, beside what was entered by hand.
async fn visits(tx: &mut Tx, line: &Line, input: &mut Input) -> Result<()> {
    let delegations = store::delegation::of_partnership(tx, &line.partnership.slug).await?;
    if delegations.is_empty() {
        return Ok(());
    }
    let ids: Vec<&str> = delegations.iter().map(|d| d.id.as_str()).collect();
    let members = store::delegation::part::members_of(tx, &ids).await?;
    let of_b = |country: &str| line.side(Side::B).any(|p| p.country == country);
    for d in delegations.iter().filter(|d| d.state == delegation::State::Done && !d.recurring) {
        let inward = of_b(&d.visitor);
        let day = d.departs.or_else(|| d.dates.last_day());
        let last = if inward { &mut input.last_in } else { &mut input.last_out };
        *last = (*last).max(day);
        let own = members.get(&d.id).map_or(&[][..], Vec::as_slice);
        input.hosted[usize::from(!inward)] += reciprocity::person_days(d, own).unwrap_or(0);
    }
    Ok(())
}

/// Gathers what the signals are reckoned from.
pub(crate) async fn input(tx: &mut Tx, line: &Line, today: Day) -> Result<Input> {
    let p = &line.partnership;
    let contacts = store::partnership::detail::contacts(tx, &p.id).await?;
    let last = |direction, senior: bool| {
        let fits = |c: &&Contact| c.direction == direction && (c.senior || !senior);
        contacts.iter().filter(fits).map(|c| c.day).max()
    };
    let hosted = |direction| contacts.iter().filter(|c| c.direction == direction).map(|c| c.person_days).sum::<i64>();
    let mut input = Input {
        last_in: last(Direction::In, false),
        last_out: last(Direction::Out, false),
        senior_in: last(Direction::In, true),
        senior_out: last(Direction::Out, true),
        // Who comes in is hosted by side a.
        hosted: [hosted(Direction::In), hosted(Direction::Out)],
        ended: !p.until.is_unknown() && p.until.last_day().is_some_and(|d| d < today),
        developing: p.state == State::Developing,
        ..Input::default()
    };
    visits(tx, line, &mut input).await?;
    for i in store::instrument::of_partnership(tx, &p.id).await? {
        if let Some(c) = i.clock(today).filter(|c| !c.expired && !c.locked) {
            input.notice = Some(input.notice.map_or(c.notice, |n| n.min(c.notice)));
        }
        if i.state.binds() {
            for c in store::instrument::detail::commitments(tx, &i.id).await?.iter().filter(|c| c.overdue(today)) {
                input.overdue += 1;
                input.overdue_since = [input.overdue_since, c.due.last_day()].into_iter().flatten().min();
            }
        }
    }
    let facts = store::fact::of(tx, fact::SubjectKind::Partnership, p.id.as_str()).await?;
    for f in facts.iter().filter(|f| f.fact.kind == fact::Kind::Outcome) {
        input.results += 1;
        input.last_result = input.last_result.max(f.fact.as_of.last_day());
    }
    Ok(input)
}

//! Which days must not be missed: of texts in force, their promises, approvals on the way, and round years.

use domain::{
    Text3,
    ids::PartnershipId,
    instrument::{Instrument, State as Text, Term},
    partnership::{State, anniversaries},
    reminder::{Duty, Matter},
    time::Day,
};
use store::Tx;

/// A day that must not be missed, and what it is of.
pub struct Owed {
    pub duty: Duty,
    pub label: Text3,
    pub href: String,
    pub partnership: PartnershipId,
}

pub async fn all(tx: &mut Tx, today: Day) -> anyhow::Result<Vec<Owed>> {
    let texts: Vec<Instrument> = store::instrument::list(tx).await?.into_iter().map(|l| l.instrument).collect();
    let mut owed: Vec<Owed> = texts.iter().flat_map(|i| of_text(i, today)).collect();
    for (id, c) in store::instrument::detail::open_commitments(tx).await? {
        if let Some((i, due)) = texts.iter().find(|i| i.id == id).zip(c.due.last_day()) {
            owed.push(under(i, Matter::Commitment, c.id.as_str(), due, "#commitments", c.body));
        }
    }
    for a in store::instrument::detail::open_approvals(tx).await? {
        if let Some((i, due)) = texts.iter().find(|i| i.id == a.instrument).zip(a.due.last_day()) {
            let label = Text3::new(&a.body, &a.body, &a.body);
            owed.push(under(i, Matter::Approval, a.id.as_str(), due, "/desk", label));
        }
    }
    for line in store::partnership::list(tx).await?.iter().filter(|l| matches!(l.partnership.state, State::Active | State::Developing)) {
        // Tenth years only: China's rules keep no others.
        for a in anniversaries(&line.partnership.since, today, 2).into_iter().filter(|a| a.years % 10 == 0) {
            let p = &line.partnership;
            let duty = Duty { matter: Matter::Anniversary, subject: p.id.to_string(), due: a.until };
            owed.push(Owed { duty, label: line.title(), href: format!("/partnerships/{}#timeline", p.slug), partnership: p.id.clone() });
        }
    }
    Ok(owed)
}

fn under(i: &Instrument, matter: Matter, subject: &str, due: Day, end: &str, label: Text3) -> Owed {
    let duty = Duty { matter, subject: subject.into(), due };
    Owed { duty, label, href: format!("/instruments/{}{end}", i.slug), partnership: i.partnership.clone() }
}

/// The dates of one text.
fn of_text(i: &Instrument, today: Day) -> Vec<Owed> {
    let own = |matter, due| under(i, matter, i.id.as_str(), due, "", i.title.clone());
    if let (Text::NoticeGiven, Some(e)) = (i.state, &i.ending) {
        return vec![own(Matter::Ending, e.effective)];
    }
    let Some(c) = i.clock(today) else { return vec![] };
    let mut all = vec![own(Matter::Notice, c.notice), own(Matter::Review, c.review)];
    if !c.renews {
        all.push(own(Matter::Expiry, c.term.until));
    } else if c.locked
        && let Some(next) = i.clock(c.term.until.plus_days(1))
    {
        // This term renews itself; the next one's dates are already known.
        all.extend([own(Matter::Notice, next.notice), own(Matter::Review, next.review)]);
    }
    // Without a length of notice, the notice date is the end itself.
    if matches!(i.term, Term::Fixed { .. }) && i.term.notice() == Default::default() {
        all.retain(|o| o.duty.matter != Matter::Notice);
    }
    all
}

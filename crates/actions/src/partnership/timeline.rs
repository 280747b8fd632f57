//! The story of a partnership by date: beginnings, texts, offices, results, round years past and to come.

use domain::{
    Text3,
    activity::Activity,
    delegation::{Delegation, State},
    edtf::Edtf,
    fact,
    instrument::Instrument,
    partnership::anniversaries,
    time::Day,
};
use store::{fact::Line as FactLine, office::Line as OfficeLine, partnership::Line};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentKind {
    Began,
    Ended,
    Signed,
    Expires,
    Terminated,
    Opened,
    Closed,
    Stated,
    Visited,
    Held,
    Anniversary,
}

impl MomentKind {
    pub fn code(self) -> &'static str {
        match self {
            MomentKind::Began => "began",
            MomentKind::Ended => "ended",
            MomentKind::Signed => "signed",
            MomentKind::Expires => "expires",
            MomentKind::Terminated => "terminated",
            MomentKind::Opened => "opened",
            MomentKind::Closed => "closed",
            MomentKind::Stated => "stated",
            MomentKind::Visited => "visited",
            MomentKind::Held => "held",
            MomentKind::Anniversary => "anniversary",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub when: Edtf,
    pub kind: MomentKind,
    pub what: Text3,
    pub href: String,
    /// Years, for an anniversary.
    pub years: i64,
    pub coming: bool,
}

/// What is known with a date, the oldest first.
pub fn moments(line: &Line, instruments: &[Instrument], offices: &[OfficeLine], facts: &[FactLine], today: Day) -> Vec<Moment> {
    let own = format!("/partnerships/{}", line.partnership.slug);
    let mut all = Vec::new();
    let mut add = |when: &Edtf, kind, what: &Text3, href: &str| {
        if !when.is_unknown() {
            let coming = when.first_day().is_some_and(|d| d > today);
            all.push(Moment { when: when.clone(), kind, what: what.clone(), href: href.into(), years: 0, coming });
        }
    };
    let title = line.title();
    add(&line.partnership.since, MomentKind::Began, &title, &own);
    add(&line.partnership.until, MomentKind::Ended, &title, &own);
    for i in instruments {
        let href = format!("/instruments/{}", i.slug);
        add(&i.signed, MomentKind::Signed, &i.title, &href);
        add(&i.ended, MomentKind::Terminated, &i.title, &href);
        if let Some(c) = i.clock(today).filter(|c| !c.renews) {
            add(&Edtf::day(c.term.until), MomentKind::Expires, &i.title, &href);
        }
    }
    for o in offices {
        let href = format!("/offices/{}", o.office.slug);
        add(&o.office.opened, MomentKind::Opened, &o.office.name, &href);
        if let Some(c) = &o.office.closing {
            let when = if c.closed.is_unknown() { &c.decided } else { &c.closed };
            add(when, MomentKind::Closed, &o.office.name, &href);
        }
    }
    // A statement that only says how things stood is no event.
    for f in facts.iter().filter(|f| matches!(f.fact.kind, fact::Kind::Outcome | fact::Kind::Statement)) {
        add(&f.fact.as_of, MomentKind::Stated, &f.fact.body, &own);
    }
    let (since, years) = (&line.partnership.since, 5);
    let past = since.first_day().map(|first| anniversaries(since, first, (i64::from(today.year) - i64::from(first.year)).max(0) + years));
    for a in past.unwrap_or_default().into_iter().filter(|a| a.great) {
        let coming = a.until >= today;
        all.push(Moment { when: a.when, kind: MomentKind::Anniversary, what: title.clone(), href: own.clone(), years: a.years, coming });
    }
    all.sort_by_key(|m| m.when.order());
    all
}

/// Visits and activities with a date take their places in the story; what has no single date is no moment.
pub fn add_doings(all: &mut Vec<Moment>, activities: &[Activity], delegations: &[Delegation], today: Day) {
    let held = activities.iter().map(|a| (MomentKind::Held, &a.dates, &a.title, format!("/activities/{}", a.slug)));
    let real = delegations.iter().filter(|d| !d.recurring && d.state != State::Cancelled);
    let visited = real.map(|d| (MomentKind::Visited, &d.dates, &d.title, format!("/delegations/{}", d.slug)));
    for (kind, when, what, href) in held.chain(visited).filter(|(_, when, ..)| !when.is_unknown()) {
        let coming = when.first_day().is_some_and(|d| d > today);
        all.push(Moment { when: when.clone(), kind, what: what.clone(), href, years: 0, coming });
    }
    all.sort_by_key(|m| m.when.order());
}

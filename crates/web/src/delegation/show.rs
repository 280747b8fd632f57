//! One delegation: who, why, when, what was seen and found; for the offices also costs, gifts, plan and follow-ups.

use super::{badge, direction, kinds, when};
use crate::kit::{Answer, App, Fields, Frame, Visit, see_other};
use actions::delegation::{self, Inside};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    Instant, Money,
    delegation::{
        cost::{Cost, Payer},
        part::{FollowUp, Member, Part, Sort},
        plan::{Due, Step},
    },
    time::Zone,
};

#[derive(Template)]
#[template(path = "delegation/show.html")]
struct Page {
    l: Frame,
    p: delegation::Page,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/delegations".into(), self.l.t("nav-delegations"))]
    }
    fn when(&self) -> String {
        when(&self.l, &self.p.delegation)
    }
    fn direction(&self) -> String {
        direction(&self.l, &self.p.delegation)
    }
    fn kinds(&self) -> String {
        kinds(&self.l, &self.p.delegation)
    }
    fn badge(&self) -> &'static str {
        badge(&self.p.delegation)
    }
    fn edit(&self, sort: Sort) -> String {
        format!("/delegations/{}/{}", self.p.delegation.slug, sort.code())
    }
    fn people(&self, m: &Member) -> String {
        if m.people > 1 { self.l.t1("delegation-people-count", "count", m.people) } else { String::new() }
    }
    fn costs<'a>(&self, inside: &'a Inside) -> Vec<&'a Cost> {
        let cost = |(_, p): &&'a (i64, Part)| if let Part::Cost(c) = p { Some(c) } else { None };
        inside.of(Sort::Costs).iter().filter_map(cost).collect()
    }
    fn deviates(&self, c: &Cost) -> bool {
        c.deviates(self.p.delegation.hosting)
    }
    /// What each pays in each currency.
    fn sums(&self, inside: &Inside) -> Vec<(Payer, Money)> {
        let mut sums: Vec<(Payer, Money)> = Vec::new();
        for c in self.costs(inside) {
            match sums.iter_mut().find(|(p, m)| *p == c.payer && m.currency == c.money.currency) {
                Some((_, m)) => m.minor = m.minor.saturating_add(c.money.minor),
                None => sums.push((c.payer, c.money)),
            }
        }
        sums.sort_by_key(|(p, _)| *p);
        sums
    }
    /// The country that pays.
    fn payer(&self, payer: &Payer) -> String {
        let d = &self.p.delegation;
        let country = if *payer == Payer::Host { &d.host } else { &d.visitor };
        format!("{} ({})", self.l.code("delegation-payer", payer.code()), self.l.country(country))
    }
    fn follow_ups<'a>(&self, inside: &'a Inside) -> Vec<(i64, &'a FollowUp)> {
        let one = |(no, p): &&'a (i64, Part)| if let Part::FollowUp(f) = p { Some((*no, f)) } else { None };
        inside.of(Sort::FollowUps).iter().filter_map(one).collect()
    }
    fn overdue(&self, inside: &Inside, f: &FollowUp) -> bool {
        f.overdue(inside.today)
    }
    /// Late, done or ahead: badge and word.
    fn step(&self, s: &Due) -> (&'static str, &'static str) {
        match (s.done, s.late) {
            (true, _) => ("success", "delegation-step-done"),
            (_, true) => ("error", "delegation-step-late"),
            _ => ("neutral", "delegation-step-ahead"),
        }
    }
    /// Steps that a person ticks; the others the house knows by itself.
    fn ticks(&self, step: &Step) -> bool {
        matches!(step, Step::Counterpart | Step::Approval | Step::Reception | Step::Visa | Step::LastVisa | Step::Briefing | Step::Thanks)
    }
    fn ticked(&self, inside: &Inside, step: &Step) -> bool {
        inside.ticked.contains(step)
    }
    fn hours(&self, from: &Instant, to: &Instant, zone: &Zone) -> String {
        hours(self.l.lang, from, to, zone)
    }
    fn day_of(&self, at: &Instant) -> String {
        self.l.day(self.p.host_zone.wall(*at).day)
    }
    fn new_day(&self, at: &usize) -> bool {
        let day = |i: usize| self.p.items.get(i).map(|x| self.p.host_zone.wall(x.starts).day);
        *at == 0 || day(*at) != day(*at - 1)
    }
    fn late_steps(&self, inside: &Inside) -> usize {
        inside.plan.iter().filter(|s| s.late).count()
    }
}

/// `09.00–10.30 (UTC+2)` by one wall.
pub fn hours(lang: domain::Lang, from: &Instant, to: &Instant, zone: &Zone) -> String {
    let clock = |at: &Instant| {
        let wall = zone.wall(*at);
        i18n::format::time(lang, i18n::format::Clock { hour: wall.hour.unsigned_abs(), minute: wall.minute.unsigned_abs() })
    };
    format!("{}–{}", clock(from), clock(to))
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = delegation::show(&app.desk, &visit.viewer, &slug).await?;
    visit.page(&Page { l: visit.frame(), p })
}

/// Ticks a step of the plan or takes the tick away.
pub async fn tick(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    // Who may not is told so before the form is looked at.
    let step = Step::parse(f.value("step")).unwrap_or(Step::Briefing);
    delegation::programme::tick(&app.desk, &visit.viewer, &slug, step, f.is("done", "yes")).await?;
    Ok(see_other(&format!("/delegations/{slug}#plan"), "message-saved"))
}

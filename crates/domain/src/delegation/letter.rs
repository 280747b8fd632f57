//! What an invitation letter must hold before a visa office will read it. Nothing is left out in silence: the list of what is missing comes back.

use super::{Delegation, Member, cost::Cost, programme::Item};
use crate::{Refusal, Text3, refusal::Value, time::Zone};

/// Who invites: the letter states name, title and rank, and is signed by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inviter {
    pub name: String,
    pub title: Text3,
    /// The rank that the visitors' side takes it for, e.g. director-general.
    pub rank: Text3,
    /// Postal address of the host, for the letterhead.
    pub address: String,
    /// Role mailbox that the visa office may ask.
    pub mailbox: String,
}

/// Everything that still lacks, in the order of the letter.
pub fn missing(d: &Delegation, members: &[Member], costs: &[Cost], items: &[Item], zone: &Zone, inviter: &Inviter) -> Vec<Refusal> {
    let mut out = Vec::new();
    let mut need = |there: bool, key: &'static str| {
        if !there {
            out.push(Refusal::new(key, vec![]));
        }
    };
    let both = |t: &Text3| !t.en.trim().is_empty() && !t.zh.trim().is_empty();
    need(d.host_org.is_some(), "letter-host");
    need(d.visitor_org.is_some(), "letter-visitor");
    need(d.place.is_some(), "letter-place");
    need(d.arrives.is_some() && d.departs.is_some(), "letter-days");
    need(both(&d.purpose), "letter-purpose");
    need(!members.is_empty(), "letter-members");
    need(members.is_empty() || members.iter().any(|m| m.head), "letter-head");
    need(!costs.is_empty(), "letter-costs");
    need(!items.is_empty(), "letter-programme");
    need(!inviter.name.trim().is_empty(), "letter-inviter");
    need(both(&inviter.title), "letter-inviter-title");
    need(both(&inviter.rank), "letter-inviter-rank");
    need(!inviter.address.trim().is_empty(), "letter-inviter-address");
    need(inviter.mailbox.contains('@'), "letter-inviter-mailbox");
    for (n, m) in members.iter().enumerate() {
        let who = if m.name.is_empty() { format!("{}", n + 1) } else { m.name.clone() };
        let mut lacks = |there: bool, key: &'static str| {
            if !there {
                out.push(Refusal::new(key, vec![("name", Value::Text(who.clone()))]));
            }
        };
        lacks(!m.name.trim().is_empty(), "letter-member-name");
        lacks(!m.passport.trim().is_empty(), "letter-member-passport");
        lacks(!m.passport_no.trim().is_empty(), "letter-member-number");
        lacks(m.born.is_some(), "letter-member-born");
        lacks(both(&m.post), "letter-member-post");
        lacks(m.organisation.is_some() || !m.organisation_name.is_empty(), "letter-member-organisation");
    }
    if let (Some(from), Some(to)) = (d.arrives, d.departs) {
        let mut day = from;
        while day <= to && !items.is_empty() {
            if !items.iter().any(|i| zone.wall(i.starts).day <= day && zone.wall(i.ends).day >= day) {
                out.push(Refusal::new("letter-day", vec![("day", Value::Text(day.iso()))]));
            }
            day = super::plan::plus(day, 1);
        }
    }
    out.extend(
        items.iter().filter(|i| !both(&i.title)).map(|i| Refusal::new("letter-item", vec![("title", Value::Label(i.title.clone()))])),
    );
    out
}

//! `delegation.toml`: delegations with members, sites and topics.

use super::{
    activity::codes,
    words::{Words, date},
};
use actions::{
    Desk, Viewer,
    delegation::{Form, Seed, part::Line},
};
use anyhow::{Context, Result, anyhow};
use domain::{
    area::Area,
    delegation::{
        Delegation, Hosting, Kind, State,
        part::{Member, Part, Site, Topic},
    },
    ids::DelegationId,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    delegation: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    title: Words,
    #[serde(default)]
    kinds: Vec<String>,
    state: String,
    visitor: String,
    host: String,
    #[serde(default)]
    visitor_org: String,
    #[serde(default)]
    host_org: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    dates: String,
    #[serde(default)]
    prepared: String,
    #[serde(default)]
    purpose: Words,
    #[serde(default)]
    areas: Vec<String>,
    #[serde(default)]
    partnership: String,
    #[serde(default)]
    recommended: Words,
    #[serde(default)]
    report: Words,
    #[serde(default)]
    recurring: bool,
    source: String,
    #[serde(default)]
    members: Vec<MemberEntry>,
    #[serde(default)]
    sites: Vec<SiteEntry>,
    #[serde(default)]
    topics: Vec<TopicEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberEntry {
    /// A name of the register of people.
    #[serde(default)]
    person: String,
    organisation: String,
    #[serde(default)]
    post: Words,
    #[serde(default)]
    head: bool,
    #[serde(default)]
    people: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteEntry {
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    name: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicEntry {
    name: Words,
    #[serde(default)]
    finding: Words,
    #[serde(default)]
    area: String,
    #[serde(default)]
    taken_up: bool,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let people = actions::person::register(desk, viewer).await?;
    let known: Vec<&domain::person::Person> = people.iter().flat_map(|h| h.holders.iter().map(|(p, _)| p)).collect();
    let all = file.delegation.iter().map(|e| seed(desk, &known, e).with_context(|| e.slug.clone())).collect::<Result<Vec<_>>>()?;
    Ok(actions::delegation::load(desk, viewer, all).await?)
}

fn seed(desk: &Desk, known: &[&domain::person::Person], e: &Entry) -> Result<Seed> {
    let delegation = Delegation {
        id: desk.mint(DelegationId::mint),
        slug: e.slug.clone(),
        title: e.title.text(),
        kinds: codes(&e.kinds, Kind::parse)?,
        state: State::parse(&e.state).ok_or_else(|| anyhow!("state '{}'", e.state))?,
        visitor: e.visitor.clone(),
        host: e.host.clone(),
        visitor_org: None,
        host_org: None,
        place: None,
        dates: date(&e.dates)?,
        prepared: date(&e.prepared)?,
        arrives: None,
        departs: None,
        purpose: e.purpose.text(),
        areas: codes(&e.areas, Area::parse)?,
        partnership: e.partnership.clone(),
        recommended: e.recommended.text(),
        hosting: Hosting::Open,
        report: e.report.text(),
        signs: false,
        recurring: e.recurring,
        public: true,
        source: e.source.clone(),
        version: 0,
    };
    let form = Form { delegation, visitor_org: e.visitor_org.clone(), host_org: e.host_org.clone(), place: e.place.clone() };
    let mut parts = Vec::new();
    for (n, m) in e.members.iter().enumerate() {
        let person = known.iter().find(|p| !m.person.is_empty() && p.name == m.person);
        let part = Part::Member(Member {
            name: m.person.clone(),
            person: person.map(|p| p.id.clone()),
            organisation: None,
            organisation_name: String::new(),
            post: m.post.text(),
            rank: n as i64 + 1,
            head: m.head,
            passport: String::new(),
            passport_no: String::new(),
            born: None,
            people: if m.person.is_empty() { m.people } else { 1 },
        });
        parts.push(Line { part, organisation: m.organisation.clone() });
    }
    for s in &e.sites {
        parts.push(Line {
            part: Part::Site(Site { organisation: None, name: s.name.text(), on: date("")? }),
            organisation: s.organisation.clone(),
        });
    }
    for t in &e.topics {
        let topic = Topic { name: t.name.text(), finding: t.finding.text(), area: Area::parse(&t.area), taken_up: t.taken_up };
        parts.push(Line { part: Part::Topic(topic), organisation: String::new() });
    }
    Ok(Seed { form, parts })
}

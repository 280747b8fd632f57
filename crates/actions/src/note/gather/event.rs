//! Sentences from visits and activities: those with the place, and every journey of the writer's side to the country.

use super::{Origin, Pen};
use crate::Result;
use domain::{
    delegation::{Delegation, Part, State, part::Sort},
    edtf::Edtf,
    named::Named,
    note::{
        Section,
        scope::{Reach, Scope},
    },
};
use store::Tx;

/// How near a named place or organisation stands to the note's place; far where the book knows no relation of it.
fn reach(scope: &Scope<'_>, what: &str, named: Option<&Named>) -> Reach {
    let path = named.map(|n| format!("/{what}/{}", n.slug)).unwrap_or_default();
    let node = scope.web.nodes.values().find(|n| n.path == path);
    node.map_or(Reach::Foreign, |n| scope.reach(&n.id))
}

/// Public visits between the two countries.
pub(super) async fn delegations(tx: &mut Tx, scope: &Scope<'_>, pen: &mut Pen) -> Result<()> {
    for d in &store::delegation::list(tx).await? {
        let between = [d.visitor.as_str(), d.host.as_str()];
        let outward = between == [scope.home, scope.country];
        if !d.public || !(outward || between == [scope.country, scope.home]) || !(outward || touches(scope, pen, d)) {
            continue;
        }
        let topic = d.title.get(pen.lang).to_string();
        let source = if d.source.is_empty() { "office" } else { d.source.as_str() };
        let mut bodies = vec![("is", itself(pen, d)), ("purpose", d.purpose.get(pen.lang).to_string())];
        let parts = |all: Vec<(i64, Part)>| all.into_iter().map(|(_, part)| part).collect::<Vec<_>>();
        bodies.push(("head", head(pen, &parts(store::delegation::part::of(tx, &d.id, Sort::Members).await?))));
        bodies.push(("sites", sites(pen, &parts(store::delegation::part::of(tx, &d.id, Sort::Sites).await?))));
        bodies.push(("report", d.report.get(pen.lang).to_string()));
        for (what, body) in bodies {
            let key = format!("delegation:{}:{what}", d.slug);
            pen.write(Origin { section: Section::Activities, topic: &topic, key, sources: vec![source], as_of: &d.dates }, body);
        }
    }
    Ok(())
}

fn touches(scope: &Scope<'_>, pen: &Pen, d: &Delegation) -> bool {
    let place = reach(scope, "places", d.place.as_ref());
    let orgs = [&d.visitor_org, &d.host_org].map(|o| reach(scope, "organisations", o.as_ref()));
    orgs.into_iter().chain([place]).any(|r| r <= Reach::Within) || pen.partnerships.get(&d.partnership) == Some(&Section::Home)
}

/// When, from whom to whom; what is only planned says so.
fn itself(pen: &Pen, d: &Delegation) -> String {
    let named = |org: &Option<Named>, country: &str| {
        org.as_ref().map_or_else(|| pen.say(&format!("country-{country}"), &[]), |o| o.name.get(pen.lang).to_string())
    };
    let state = pen.say(&format!("delegation-state-{}", d.state.code()), &[]);
    let key = match (d.recurring, d.state) {
        (true, _) => "note-say-visit-recurring",
        (false, State::Done) => "note-say-visit",
        (false, _) => "note-say-visit-state",
    };
    let (visitor, host) = (named(&d.visitor_org, &d.visitor), named(&d.host_org, &d.host));
    pen.say(key, &[("visitor", &visitor), ("host", &host), ("when", &pen.date(&d.dates)), ("state", &state)])
}

fn head(pen: &Pen, members: &[Part]) -> String {
    let head = members.iter().find_map(|p| if let Part::Member(m) = p { m.head.then_some(m) } else { None });
    let Some(m) = head.filter(|m| !m.name.is_empty()) else { return String::new() };
    pen.say("note-say-head", &[("name", &m.name), ("post", m.post.get(pen.lang))])
}

fn sites(pen: &Pen, sites: &[Part]) -> String {
    let name = |p: &Part| match p {
        Part::Site(s) => Some(s.organisation.as_ref().map_or(s.name.get(pen.lang), |o| o.name.get(pen.lang)).to_string()),
        _ => None,
    };
    let names: Vec<String> = sites.iter().filter_map(name).collect();
    if names.is_empty() { String::new() } else { pen.say("note-say-sites", &[("sites", &i18n::format::list(pen.lang, &names))]) }
}

/// What was done in the place, or under a partnership with it.
pub(super) async fn activities(tx: &mut Tx, scope: &Scope<'_>, pen: &mut Pen) -> Result<()> {
    for a in &store::activity::list(tx).await? {
        let here = reach(scope, "places", a.place.as_ref()) <= Reach::Within;
        if !here && pen.partnerships.get(&a.partnership) != Some(&Section::Home) {
            continue;
        }
        let topic = a.title.get(pen.lang).to_string();
        let source = if a.source.is_empty() { "office" } else { a.source.as_str() };
        let kind = pen.say(&format!("activity-kind-{}", a.kind.code()), &[]);
        let place = a.place.as_ref().map_or("", |p| p.name.get(pen.lang)).to_string();
        let key = if place.is_empty() { "note-say-activity" } else { "note-say-activity-at" };
        let is = pen.say(key, &[("kind", &kind), ("when", &pen.date(&a.dates)), ("place", &place)]);
        let bodies = [
            ("is", is),
            ("body", a.body.get(pen.lang).to_string()),
            ("support", a.support.get(pen.lang).to_string()),
            ("outcome", a.outcome.get(pen.lang).to_string()),
        ];
        for (what, body) in bodies {
            let key = format!("activity:{}:{what}", a.slug);
            pen.write(Origin { section: Section::Activities, topic: &topic, key, sources: vec![source], as_of: &Edtf::default() }, body);
        }
    }
    Ok(())
}

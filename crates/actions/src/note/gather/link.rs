//! Sentences from links between institutions, services, and companies in a place.

use super::{Origin, Pen};
use crate::Result;
use domain::{
    Lang,
    collaboration::Role,
    edtf::Edtf,
    note::{Section, scope::Scope},
};
use store::Tx;

/// Universities and other institutions with a party in the country.
pub(super) async fn collaborations(tx: &mut Tx, scope: &Scope<'_>, pen: &mut Pen) -> Result<()> {
    for line in store::collaboration::list(tx).await? {
        let parties = line.parties.iter().filter(|p| p.role != Role::Supporter).map(|p| p.id.as_str());
        if scope.related(parties).is_none() {
            continue;
        }
        let link = &line.link;
        let (section, topic) = (Section::Universities, link.names.get(pen.lang));
        let state = pen.say(&format!("collaboration-state-{}", link.state.code()), &[]);
        let kind = pen.say(&format!("collaboration-kind-{}", link.kind.code()), &[]);
        let standing = pen.say("note-say-standing", &[("kind", &kind), ("state", &state), ("words", link.body.get(pen.lang))]);
        let key = format!("collaboration:{}", link.slug);
        pen.write(Origin { section, topic, key, sources: vec![&link.source], as_of: &link.as_of }, standing);
        for (no, c) in link.capacities.iter().enumerate() {
            let number = c.number.map(|n| i18n::format::number(pen.lang, n)).unwrap_or_default();
            let space = if number.is_empty() || pen.lang == Lang::Zh { "" } else { " " };
            let what = format!("{number}{space}{}", c.what.get(pen.lang));
            let body = pen.say(&format!("note-say-size-{}", c.standing.code()), &[("what", &what), ("year", &pen.date(&c.year))]);
            let key = format!("collaboration:{}:size:{no}", link.slug);
            pen.write(Origin { section, topic, key, sources: vec![&c.source], as_of: &Edtf::default() }, body);
        }
    }
    Ok(())
}

/// What is offered in or for the country, and who says that it offers nothing.
pub(super) async fn offers(tx: &mut Tx, scope: &Scope<'_>, pen: &mut Pen) -> Result<()> {
    for line in store::offer::list(tx).await? {
        let offer = &line.offer;
        if !offer.places.iter().any(|(_, place)| scope.in_country(place)) {
            continue;
        }
        let topic = scope.web.nodes.get(&offer.provider).map_or("", |n| n.names.get(pen.lang));
        let key = format!("offer:{}", offer.slug);
        let origin = Origin { section: Section::Business, topic, key, sources: vec![&offer.source], as_of: &offer.as_of };
        let words = offer.body.get(pen.lang).to_string();
        let named = pen.say("note-say-offer", &[("name", offer.names.get(pen.lang)), ("words", &words)]);
        // What offers nothing needs no name.
        pen.write(origin, if offer.is_negative() { words } else { named });
    }
    Ok(())
}

/// Companies there, by place.
pub(super) async fn presences(tx: &mut Tx, scope: &Scope<'_>, pen: &mut Pen) -> Result<()> {
    for line in store::presence::list(tx).await? {
        let p = &line.presence;
        if !scope.in_country(&p.place) {
            continue;
        }
        let place = scope.web.nodes.get(&p.place).map_or("", |n| n.names.get(pen.lang));
        let topic = pen.say("note-topic-companies", &[("place", place)]);
        let key = format!("presence:{}", p.slug);
        let origin = Origin { section: Section::Business, topic: &topic, key, sources: vec![&p.source], as_of: &p.as_of };
        pen.write(origin, p.body.get(pen.lang));
    }
    Ok(())
}

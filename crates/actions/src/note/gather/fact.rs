//! Sentences from facts and from disagreements among them.

use super::{Origin, Pen};
use crate::{Result, fact as facts};
use domain::{
    Lang,
    fact::SubjectKind,
    note::{Section, scope::Scope},
    see::Node,
};
use store::{Tx, fact::Line};

/// Facts about the place, what lies in it, its region and the rest of its country: the nearest first, each with the place as topic.
pub(super) async fn places(tx: &mut Tx, scope: &Scope<'_>, pen: &mut Pen) -> Result<()> {
    let mut told: Vec<(Section, bool, &Node)> = Vec::new();
    for node in scope.web.nodes.values().filter(|n| n.is_place) {
        // A region without an authority opens its part: it says what the others are members of.
        told.extend(scope.told(&node.id).map(|section| (section, !node.country.is_empty(), node)));
    }
    told.sort_by(|a, b| (a.0, a.1, a.2.names.en.as_str()).cmp(&(b.0, b.1, b.2.names.en.as_str())));
    for (section, _, node) in told {
        pen.subjects.insert(node.id.clone());
        let topic = if section == Section::Profile { "" } else { node.names.get(pen.lang) };
        for line in store::fact::of(tx, SubjectKind::Place, &node.id).await? {
            // What is disputed is told with the disagreement.
            if line.discords.is_empty() {
                write(pen, section, topic, &line);
            }
        }
    }
    Ok(())
}

pub(super) fn write(pen: &mut Pen, section: Section, topic: &str, line: &Line) {
    let words = line.fact.body.get(pen.lang);
    let space = if pen.lang == Lang::Zh { "" } else { " " };
    let figure = line.fact.number.map(|n| i18n::format::figure(pen.lang, n, &line.fact.unit));
    let body = figure.map_or_else(|| words.to_string(), |figure| format!("{words}{space}{figure}"));
    let sources = std::iter::once(line.source.0.as_str()).chain(line.support.iter().map(|(slug, _)| slug.as_str())).collect();
    pen.write(Origin { section, topic, key: format!("fact:{}", line.fact.id), sources, as_of: &line.fact.as_of }, body);
}

/// Claims that contradict each other, where one is about something that the note tells of.
pub(super) async fn disputes(tx: &mut Tx, pen: &mut Pen) -> Result<()> {
    for facts::Dispute { discord, claims } in facts::all_disputes(tx).await? {
        if claims.iter().any(|c| pen.subjects.contains(&c.line.fact.subject)) {
            let topic = discord.body.get(pen.lang);
            claims.iter().for_each(|claim| write(pen, Section::Discord, topic, &claim.line));
        }
    }
    Ok(())
}

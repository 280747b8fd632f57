//! Two editors of one section: both texts side by side, field by field, with a choice. The choice comes back as an ordinary form.

use super::save::Section;
use crate::kit::{Fields, Frame, Visit};
use askama::Template;
use domain::Instant;

/// A field in which the two differ.
pub struct Difference {
    pub name: String,
    pub label: String,
    pub mine: String,
    pub theirs: String,
    /// Long enough to keep both, one after the other.
    pub long: bool,
}

#[derive(Template)]
#[template(path = "application/merge.html")]
pub struct Merge {
    pub l: Frame,
    pub address: String,
    pub version: i64,
    pub by: String,
    pub at: Option<Instant>,
    pub differences: Vec<Difference>,
    /// Fields in which both are alike.
    pub same: Vec<(String, String)>,
    pub then: String,
}

pub fn page(
    visit: &Visit,
    section: &Section<'_>,
    now: &SectionState,
    theirs: Vec<(String, String)>,
    mine: Vec<(String, String)>,
    typed: &Fields,
) -> Merge {
    let value = |all: &[(String, String)], name: &str| all.iter().find(|(n, _)| n == name).map_or(String::new(), |(_, v)| v.clone());
    let mut differences = Vec::new();
    let mut same = Vec::new();
    for (name, label) in &section.labels {
        let (a, b) = (value(&mine, name), value(&theirs, name));
        if a == b {
            same.push((name.clone(), a));
        } else {
            let long = a.contains('\n') || b.contains('\n') || a.chars().count().max(b.chars().count()) > 80;
            differences.push(Difference { name: name.clone(), label: label.clone(), mine: a, theirs: b, long });
        }
    }
    Merge {
        l: visit.frame(),
        address: section.address.clone(),
        version: now.version,
        by: now.by.clone(),
        at: now.at,
        differences,
        same,
        then: typed.value("then").into(),
    }
}

type SectionState = actions::application::SectionState;

/// Turns the choices of a merge page back into the fields of the form.
pub fn resolve(fields: &mut Fields) {
    let chosen: Vec<(String, String)> =
        fields.pairs().iter().filter_map(|(k, v)| Some((k.strip_prefix("choice-")?.to_string(), v.clone()))).collect();
    for (name, choice) in chosen {
        let (mine, theirs) = (fields.value(&format!("mine-{name}")).to_string(), fields.value(&format!("theirs-{name}")).to_string());
        let value = match choice.as_str() {
            "theirs" => theirs,
            "both" => format!("{}\n\n{}", theirs.trim_end(), mine.trim_start()),
            _ => mine,
        };
        fields.set(&name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_becomes_the_field_and_both_lose_nothing() {
        let pairs = [
            ("choice-title", "theirs"),
            ("mine-title", "A"),
            ("theirs-title", "B"),
            ("choice-summary", "both"),
            ("mine-summary", "mine"),
            ("theirs-summary", "theirs"),
            ("choice-months", "mine"),
            ("mine-months", "12"),
            ("theirs-months", "24"),
        ];
        let mut fields = Fields::filled(pairs);
        resolve(&mut fields);
        assert_eq!((fields.value("title"), fields.value("summary"), fields.value("months")), ("B", "theirs\n\nmine", "12"));
    }
}

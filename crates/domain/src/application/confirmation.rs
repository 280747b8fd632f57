//! Every participant confirms its own part, and only as it stands: the confirmation holds for one fingerprint (joint-calls.md 6.3).

use super::Participant;
use crate::Instant;
use sha2::{Digest, Sha256};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Of the part when it was confirmed.
    pub fingerprint: String,
    /// Account id and name of who confirmed.
    pub by: String,
    pub by_name: String,
    pub at: Instant,
    pub voided: Option<Voided>,
}

/// Who changed what when, so that the confirmation no longer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voided {
    pub at: Instant,
    pub by_name: String,
    /// Codes of what changed, from `changes`.
    pub what: Vec<String>,
}

type Field = (&'static str, String);

/// The part, field by field: what a confirmation stands for. Contact details are no part of it.
fn fields(p: &Participant) -> Vec<Field> {
    let mut lines: Vec<String> =
        p.lines.iter().filter(|l| l.amount.minor != 0).map(|l| format!("{} {} {}", l.year, l.category.code(), l.amount)).collect();
    let mut own: Vec<String> = p.years.iter().filter_map(|y| y.own.map(|o| format!("{} {o}", y.year))).collect();
    let mut hours: Vec<String> = p.years.iter().filter(|y| y.hours != 0).map(|y| format!("{} {}", y.year, y.hours)).collect();
    for list in [&mut lines, &mut own, &mut hours] {
        list.sort();
    }
    vec![
        ("party", p.party.as_ref().map_or("", |x| x.as_str()).into()),
        ("name", format!("{}\n{}\n{}", p.name, p.lang.code(), p.aliases.join("\n"))),
        ("kind", p.kind.code().into()),
        ("identifier", format!("{} {}", p.scheme.code(), p.identifier)),
        ("place", format!("{}\n{}", p.city, p.country)),
        ("lead", p.lead.to_string()),
        ("budget", format!("{}\n{}", p.money_stated, lines.join("\n"))),
        ("own", own.join("\n")),
        ("hours", hours.join("\n")),
    ]
}

/// SHA-256 of the part, hex: equal exactly where nothing that was confirmed has changed.
pub fn fingerprint(p: &Participant) -> String {
    let mut hash = Sha256::new();
    for (name, value) in fields(p) {
        // Length first, so that no two different parts hash the same bytes.
        for text in [name, &value] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
    }
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

/// What differs between two states of a part.
pub fn changes(before: &Participant, after: &Participant) -> Vec<&'static str> {
    fields(before).into_iter().zip(fields(after)).filter(|(a, b)| a.1 != b.1).map(|(a, _)| a.0).collect()
}

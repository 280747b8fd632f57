//! Areas of collaboration that delegations and activities are about (R24, R77): codes, worded by the catalogue.

use crate::place::codes;

/// Several codes in one column: `health food`.
pub fn join(codes: impl Iterator<Item = &'static str>) -> String {
    codes.collect::<Vec<_>>().join(" ")
}

/// Reads `join`; an unknown code makes the whole unreadable.
pub fn split<T>(s: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    s.split_whitespace().map(parse).collect()
}

codes! {
    Area {
        Health = "health", Eldercare = "eldercare", Food = "food", Innovation = "innovation", Education = "education", Research = "research",
        Culture = "culture", It = "it", Energy = "energy", Environment = "environment", Bio = "bio", Business = "business", Urban = "urban",
        Civic = "civic",
    }
}

codes! {
    /// Whom an activity is for (R89).
    Target {
        Companies = "companies", Research = "research", Education = "education", Authorities = "authorities", Culture = "culture", Citizens = "citizens",
    }
}

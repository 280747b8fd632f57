//! Companies in a place, or with partners there (R70, R71).

use crate::{Text3, edtf::Edtf, ids::PresenceId, place::codes};

codes! {
    Kind { Located = "located", Partners = "partners", Entry = "entry" }
}

pub const BODY_MAX: usize = 1000;

#[derive(Clone, Debug, PartialEq)]
pub struct Presence {
    pub id: PresenceId,
    pub slug: String,
    pub kind: Kind,
    /// Id of the company; none where a source only says "several companies".
    pub organisation: Option<String>,
    /// Country of the companies meant where none is named (ISO 3166-1).
    pub country: String,
    /// Id of the place.
    pub place: String,
    pub body: Text3,
    pub since: Edtf,
    pub source: String,
    pub as_of: Edtf,
    pub quote: String,
    pub version: i64,
}

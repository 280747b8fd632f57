//! Where a statement comes from. Nothing stands in the book without one.

use crate::{Lang, Text3, edtf::Edtf, ids::SourceId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub id: SourceId,
    pub slug: String,
    pub title: Text3,
    /// The language it is written in.
    pub lang: Lang,
    pub written: Edtf,
    pub url: String,
    pub licence: String,
    pub note: Text3,
}

//! An organisation as the book keeps it: names, what it is part of, before and after, identifiers (R43, R52, R72).

use super::Scheme;
use crate::{
    Text3,
    edtf::Edtf,
    ids::{OrganisationId, PlaceId},
    place::codes,
};

codes! {
    /// What an organisation of the book is. Wider than `Kind`, which says who may apply.
    Category {
        Authority = "authority", Body = "body", Department = "department", Ministry = "ministry", Mission = "mission",
        University = "university", School = "school", Hospital = "hospital", Research = "research", Culture = "culture",
        Company = "company", Utility = "utility", Association = "association", Cluster = "cluster", Group = "group", Other = "other",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub slug: String,
    pub kind: Category,
    pub names: Text3,
    pub abbr: String,
    pub country: String,
    pub part_of: Option<OrganisationId>,
    pub place: Option<PlaceId>,
    pub established: Edtf,
    pub dissolved: Edtf,
    /// The role mailbox that is shown in public; never a person's.
    pub mailbox: String,
    pub verified: bool,
    pub version: i64,
    pub identifiers: Vec<(Scheme, String)>,
}

/// One organisation became (part of) another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    pub predecessor: OrganisationId,
    pub successor: OrganisationId,
    pub date: Edtf,
    pub note: Text3,
}

//! Approval on each side: a signed page is no concluded agreement while a body at home may still say no.

use super::{Kind, Side};
use crate::{codes::codes, edtf::Edtf};

codes! {
    ApprovalKind {
        Office = "office", Legal = "legal", Committee = "committee", Council = "council",
        LetterOfIntent = "letter-of-intent", Contact = "contact", CityFao = "city-fao", Government = "government", ProvincialFao = "provincial-fao", Cpaffc = "cpaffc",
        LineAuthority = "line-authority", Other = "other",
    }
    Outcome { Open = "open", Approved = "approved", Refused = "refused", NotNeeded = "not-needed" }
}

/// One step of a side's way to yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval<Id> {
    pub id: Id,
    pub side: Side,
    pub no: i64,
    pub kind: ApprovalKind,
    /// The body in its own words.
    pub body: String,
    pub due: Edtf,
    pub outcome: Outcome,
    pub decided: Edtf,
    /// Case or document number at the body.
    pub reference: String,
}

/// The steps that a side usually needs. In China a sister relation climbs the legal ladder up to CPAFFC (友好城市工作管理规定, art. 5-9);
/// texts of a line authority are approved by the foreign affairs office alone.
pub fn usual(country: &str, kind: Kind) -> &'static [ApprovalKind] {
    use ApprovalKind::*;
    match (country, kind) {
        ("CN", Kind::Agreement | Kind::Sister | Kind::Strategic) => &[LetterOfIntent, Contact, CityFao, Government, ProvincialFao, Cpaffc],
        ("CN", Kind::LetterOfIntent | Kind::Mou | Kind::Scientific) => &[LineAuthority, CityFao],
        ("CN", Kind::ActionPlan | Kind::Addendum) => &[LineAuthority],
        (_, Kind::Agreement | Kind::Sister | Kind::Strategic | Kind::Scientific) => &[Office, Legal, Committee, Council],
        (_, Kind::LetterOfIntent | Kind::Mou) => &[Office, Legal, Committee],
        (_, Kind::ActionPlan | Kind::Addendum) => &[Office],
    }
}

/// The first step of a side that is not over, and whether one was refused.
pub fn standing<Id>(all: &[Approval<Id>], side: Side) -> (Option<&Approval<Id>>, bool) {
    let own = || all.iter().filter(move |a| a.side == side);
    (own().find(|a| a.outcome == Outcome::Open), own().any(|a| a.outcome == Outcome::Refused))
}

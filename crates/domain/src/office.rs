//! A representative office abroad: who owns and pays it, what it is for, when it opened, why it closed and what that freed (R34-R39).

use crate::{
    Money, Refusal, Text3,
    codes::codes,
    edtf::Edtf,
    ids::{OfficeId, PartnershipId},
};

codes! {
    PartyRole { Owner = "owner", Partner = "partner", Funder = "funder" }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    pub id: OfficeId,
    pub slug: String,
    pub name: Text3,
    /// Id of the place it is in.
    pub place: String,
    pub partnership: Option<PartnershipId>,
    pub purpose: Text3,
    pub opened: Edtf,
    pub closing: Option<Closing>,
    pub note: Text3,
    pub source: Option<String>,
    pub version: i64,
}

/// The decision to close, and the closing itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    pub decided: Edtf,
    pub closed: Edtf,
    pub reason: Text3,
    /// What the money is used for now.
    pub freed_for: Text3,
    /// A year's budget that was freed, where it is known.
    pub freed: Option<Money>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub role: PartyRole,
    pub no: i64,
    pub organisation: String,
    /// How much or which part it pays, in words.
    pub share: Text3,
}

/// An office is somebody's; and it closes only with a decision and a reason, not before it opened.
pub fn check(o: &Office, parties: &[Party]) -> Result<(), Refusal> {
    if !parties.iter().any(|p| p.role == PartyRole::Owner) {
        return Err(Refusal::new("office-ownerless", vec![]));
    }
    let Some(c) = &o.closing else { return Ok(()) };
    if c.decided.first_day().is_none() || c.reason.missing().len() == 3 {
        return Err(Refusal::new("office-closing-undecided", vec![]));
    }
    let opened = o.opened.first_day();
    let ends = [c.decided.last_day(), c.closed.last_day()];
    if ends.into_iter().flatten().any(|end| opened.is_some_and(|first| end < first)) {
        return Err(Refusal::new("office-closed-before-opened", vec![]));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;

    fn office(decided: &str, reason: &str) -> Office {
        let words = |s: &str| Text3::new(s, s, s);
        let closing = Closing {
            decided: Edtf::parse(decided).unwrap_or_default(),
            closed: Edtf::default(),
            reason: words(reason),
            freed_for: words(""),
            freed: None,
        };
        Office {
            id: OfficeId::mint(Instant::from_micros(1), [1; 10]),
            slug: "shanghai".into(),
            name: words("x"),
            place: "p".into(),
            partnership: None,
            purpose: words(""),
            opened: Edtf::parse("2006").unwrap(),
            closing: Some(closing),
            note: words(""),
            source: None,
            version: 1,
        }
    }

    #[test]
    fn an_office_closes_by_decision_with_a_reason_and_belongs_to_somebody() {
        let owner = [Party { role: PartyRole::Owner, no: 1, organisation: "rm".into(), share: Text3::default() }];
        assert!(check(&office("2016-21", "to free money"), &owner).is_ok());
        assert_eq!(check(&office("2016-21", "to free money"), &[]).unwrap_err().key(), "office-ownerless");
        assert_eq!(check(&office("2016-21", ""), &owner).unwrap_err().key(), "office-closing-undecided");
        assert_eq!(check(&office("2005", "x"), &owner).unwrap_err().key(), "office-closed-before-opened");
    }
}

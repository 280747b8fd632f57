//! What an organisation offers those who want to work abroad: establishment, export, an office to rent, a catalogue; or that it offers
//! nothing, said outright (R59, R67-R69, R72, R73).

use crate::{Refusal, Text3, edtf::Edtf, ids::OfferId, place::codes};

codes! {
    Kind {
        Establishment = "establishment", Export = "export", Outsourcing = "outsourcing", OfficeLease = "office-lease",
        // A public point that companies and authorities may turn to.
        ServicePoint = "service-point",
        // A catalogue of solutions to show and sell.
        Catalogue = "catalogue",
        // "No separate cooperation": a statement, not a gap.
        Nothing = "nothing",
    }
}

codes! {
    /// How a place belongs to an offer: it is given there, or for those there (R73).
    Reach { At = "at", Serves = "serves" }
}

pub const NAME_MAX: usize = 200;
pub const BODY_MAX: usize = 2000;

#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub id: OfferId,
    pub slug: String,
    /// Id of the organisation that offers.
    pub provider: String,
    pub kinds: Vec<Kind>,
    pub names: Text3,
    pub body: Text3,
    pub audience: Text3,
    /// Slug of the partnership it stands under, or empty.
    pub partnership: String,
    pub since: Edtf,
    pub source: String,
    pub as_of: Edtf,
    pub quote: String,
    pub places: Vec<(Reach, String)>,
    pub version: i64,
}

impl Offer {
    /// Something is offered, or outright nothing: not both.
    pub fn check(&self) -> Result<(), Refusal> {
        let nothing = self.kinds.contains(&Kind::Nothing);
        if self.kinds.is_empty() || nothing && self.kinds.len() > 1 {
            return Err(Refusal::new("offer-kinds", vec![]));
        }
        Ok(())
    }

    pub fn is_negative(&self) -> bool {
        self.kinds == [Kind::Nothing]
    }

    pub fn reach(&self, reach: Reach) -> impl Iterator<Item = &str> {
        self.places.iter().filter(move |(r, _)| *r == reach).map(|(_, id)| id.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;

    #[test]
    fn nothing_stands_alone() {
        let with = |kinds: &[Kind]| Offer {
            id: OfferId::mint(Instant::from_micros(0), [0; 10]),
            slug: "x".into(),
            provider: "di".into(),
            kinds: kinds.to_vec(),
            names: Text3::default(),
            body: Text3::default(),
            audience: Text3::default(),
            partnership: String::new(),
            since: Edtf::default(),
            source: "s2".into(),
            as_of: Edtf::default(),
            quote: String::new(),
            places: vec![(Reach::At, "xuzhou".into()), (Reach::Serves, "jiangsu".into())],
            version: 1,
        };
        assert!(with(&[Kind::Export, Kind::Outsourcing]).check().is_ok());
        assert!(with(&[Kind::Nothing]).check().is_ok() && with(&[Kind::Nothing]).is_negative());
        assert!(with(&[]).check().is_err() && with(&[Kind::Nothing, Kind::Export]).check().is_err());
        assert_eq!(with(&[Kind::Export]).reach(Reach::Serves).collect::<Vec<_>>(), ["jiangsu"]);
    }
}

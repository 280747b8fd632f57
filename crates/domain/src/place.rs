//! A place: country, region, province, city, district, municipality; contained in another place (R40, R44, R45).

use crate::{Text3, ids::PlaceId};

pub(crate) use crate::codes::codes;

codes! {
    /// What a place is in its own country's administration.
    Kind {
        Country = "country", Region = "region", Province = "province", DirectMunicipality = "direct-municipality", SpecialRegion = "special-region",
        Prefecture = "prefecture", City = "city", District = "district", Municipality = "municipality", County = "county",
        // No authority of its own: a set of places, or a place known only by name.
        Area = "area", Unclassified = "unclassified",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub id: PlaceId,
    pub slug: String,
    pub kind: Kind,
    pub names: Text3,
    /// ISO 3166-1, or empty where nobody has said.
    pub country: String,
    /// The country's own code: `DK-82`, `0751`, `320000`.
    pub code: String,
    pub wikidata: String,
    pub within: Option<PlaceId>,
    pub capital: Option<PlaceId>,
    /// Longitude and latitude in degrees.
    pub at: Option<(f64, f64)>,
    /// Somebody of an office has looked at it; imported places have not been.
    pub verified: bool,
    pub version: i64,
}

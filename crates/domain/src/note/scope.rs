//! How near something stands to the place that a note is about, and which part of the note it belongs in.

use super::Section;
use crate::see::Web;

/// From the place outwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The place itself.
    Own,
    /// What lies in it.
    Within,
    /// What holds it, and the other members of a region that it belongs to.
    Near,
    /// The rest of its country.
    Elsewhere,
    /// The country of the office that writes.
    Home,
    /// Any other country.
    Foreign,
}

/// What a note is about and who writes it.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    pub web: &'a Web,
    /// Id of the place.
    pub place: &'a str,
    /// ISO code of its country, and of the writer's.
    pub country: &'a str,
    pub home: &'a str,
    /// Ids of regions that the place belongs to, of their members, and of what holds it short of the country.
    pub near: &'a [String],
}

impl Scope<'_> {
    pub fn reach(&self, id: &str) -> Reach {
        let country = self.web.country(id);
        if id == self.place {
            Reach::Own
        } else if self.web.lies_in(id, self.place) {
            Reach::Within
        } else if self.near.iter().any(|n| self.web.lies_in(id, n)) {
            Reach::Near
        } else if country == self.country {
            Reach::Elsewhere
        } else if country == self.home {
            Reach::Home
        } else {
            Reach::Foreign
        }
    }

    /// Where a fact about a place stands; none where the note is not about it.
    pub fn told(&self, id: &str) -> Option<Section> {
        match self.reach(id) {
            Reach::Own => Some(Section::Profile),
            Reach::Within => Some(Section::Cities),
            Reach::Near => Some(Section::Region),
            Reach::Elsewhere => Some(Section::Elsewhere),
            Reach::Home | Reach::Foreign => None,
        }
    }

    /// Where a relation of these parties stands: by its party nearest to the place, and by whether the writer's country takes part.
    pub fn related<'b>(&self, parties: impl Iterator<Item = &'b str>) -> Option<Section> {
        let all: Vec<Reach> = parties.map(|id| self.reach(id)).collect();
        let nearest = all.iter().min().filter(|r| **r <= Reach::Elsewhere)?;
        if !all.contains(&Reach::Home) {
            return all.contains(&Reach::Foreign).then_some(Section::Foreign);
        }
        Some(match nearest {
            Reach::Own | Reach::Within => Section::Home,
            Reach::Near => Section::Nearby,
            _ => Section::Elsewhere,
        })
    }

    /// Whether a place lies in the country that the note is about.
    pub fn in_country(&self, id: &str) -> bool {
        self.reach(id) <= Reach::Elsewhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Text3, see::Node};

    fn web() -> Web {
        let mut web = Web::default();
        for (id, country, within) in [
            ("china", "CN", None),
            ("jiangsu", "CN", Some("china")),
            ("wuxi", "CN", Some("jiangsu")),
            ("shanghai", "CN", Some("china")),
            ("pudong", "CN", Some("shanghai")),
            ("harbin", "CN", Some("china")),
            ("aarhus", "DK", None),
            ("hamburg", "DE", None),
        ] {
            let within = within.map(str::to_string);
            let node = Node {
                id: id.into(),
                path: String::new(),
                names: Text3::default(),
                country: country.into(),
                is_place: true,
                spot: None,
                within,
            };
            web.nodes.insert(id.into(), node);
        }
        web
    }

    #[test]
    fn everything_stands_in_the_part_where_a_reader_looks_for_it() {
        let (web, near) = (web(), ["shanghai".to_string()]);
        let scope = Scope { web: &web, place: "jiangsu", country: "CN", home: "DK", near: &near };
        let told = ["jiangsu", "wuxi", "pudong", "harbin", "aarhus", "hamburg"].map(|id| scope.told(id));
        let expected = [Some(Section::Profile), Some(Section::Cities), Some(Section::Region), Some(Section::Elsewhere), None, None];
        assert_eq!(told, expected);
        let related = |ids: &[&str]| scope.related(ids.iter().copied());
        assert_eq!(related(&["aarhus", "wuxi"]), Some(Section::Home));
        assert_eq!(related(&["aarhus", "pudong"]), Some(Section::Nearby));
        assert_eq!(related(&["aarhus", "harbin"]), Some(Section::Elsewhere));
        assert_eq!(related(&["hamburg", "shanghai"]), Some(Section::Foreign));
        assert_eq!(related(&["aarhus", "hamburg"]), None);
        assert_eq!(related(&["jiangsu", "shanghai"]), None, "what a country does with itself is no cooperation abroad");
    }
}

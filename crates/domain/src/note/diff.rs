//! What changed since a note was filed: sentences that came, went or say something else.

use super::Sentence;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Came(Sentence),
    Went(Sentence),
    /// The same thing, said differently now: before, after.
    Differs(Sentence, Sentence),
}

/// By key, in the order of the present note; what went comes last.
pub fn compare(filed: &[Sentence], present: &[Sentence]) -> Vec<Change> {
    let find = |all: &[Sentence], key: &str| all.iter().find(|s| s.key == key).cloned();
    let mut changes: Vec<Change> = Vec::new();
    for now in present {
        match find(filed, &now.key) {
            None => changes.push(Change::Came(now.clone())),
            Some(before) if (&before.body, &before.source, &before.as_of) != (&now.body, &now.source, &now.as_of) => {
                changes.push(Change::Differs(before, now.clone()));
            }
            Some(_) => {}
        }
    }
    changes.extend(filed.iter().filter(|s| find(present, &s.key).is_none()).cloned().map(Change::Went));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{edtf::Edtf, note::Section};

    fn sentence(key: &str, body: &str, as_of: &str) -> Sentence {
        Sentence {
            section: Section::Profile,
            topic: String::new(),
            key: key.into(),
            body: body.into(),
            source: "s2".into(),
            source_title: String::new(),
            as_of: Edtf::parse(as_of).unwrap(),
        }
    }

    #[test]
    fn what_came_went_and_differs_is_told_and_nothing_else() {
        let filed = [sentence("area", "102,600 km2", "2011"), sentence("people", "77.3 m", "2009"), sentence("ports", "Three", "")];
        let present = [sentence("people", "84.7 m", "2020"), sentence("area", "102,600 km2", "2011"), sentence("rail", "Fast", "")];
        let told: Vec<String> = compare(&filed, &present)
            .iter()
            .map(|c| match c {
                Change::Came(s) => format!("+{}", s.key),
                Change::Went(s) => format!("-{}", s.key),
                Change::Differs(a, b) => format!("{}>{}", a.body, b.body),
            })
            .collect();
        assert_eq!(told, ["77.3 m>84.7 m", "+rail", "-ports"]);
        assert!(compare(&filed, &filed).is_empty());
        let newer = [sentence("area", "102,600 km2", "2020")];
        assert_eq!(compare(&filed[..1], &newer).len(), 1, "a new date is a change");
    }
}

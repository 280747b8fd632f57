//! The history of the partnership book: what its forms hold, and what one save changed in them.

use crate::{Text3, codes::codes, edtf::Edtf, named::Named};

codes! {
    /// What has a history.
    Kind {
        Place = "place", Organisation = "organisation", Partnership = "partnership", Instrument = "instrument", Office = "office",
        Delegation = "delegation", Activity = "activity", News = "news", Collaboration = "collaboration", Offer = "offer",
        Presence = "presence", Post = "post",
        // Told on the page of what they belong to: a partnership's themes and levels, a delegation's report, a statement.
        Details = "details", Report = "report", Fact = "fact",
    }
    /// What was done.
    What { Created = "created", Changed = "changed", Withdrawn = "withdrawn" }
}

impl Kind {
    /// Its part of an address: `/places/jiangsu`.
    pub fn plural(self) -> &'static str {
        match self {
            Kind::Place => "places",
            Kind::Organisation => "organisations",
            Kind::Partnership | Kind::Details => "partnerships",
            Kind::Instrument => "instruments",
            Kind::Office => "offices",
            Kind::Delegation | Kind::Report => "delegations",
            Kind::Activity => "activities",
            Kind::News => "news",
            Kind::Collaboration => "collaborations",
            Kind::Offer => "offers",
            Kind::Presence => "presences",
            Kind::Post => "contacts",
            Kind::Fact => "facts",
        }
    }
    /// Where its form is.
    pub fn form(self, slug: &str) -> String {
        let end = match self {
            // A post has no page beside its form.
            Kind::Post => "",
            Kind::Details => "/details",
            Kind::Report => "/report",
            _ => "/edit",
        };
        self.page(slug) + end
    }
    /// Where its page is.
    pub fn page(self, slug: &str) -> String {
        format!("/{}/{slug}", self.plural())
    }
    /// The thing whose page is at `path`.
    pub fn at(path: &str) -> Option<(Kind, &str)> {
        let (plural, slug) = path.strip_prefix('/')?.split_once('/')?;
        let kind = Kind::ALL.iter().copied().find(|k| k.plural() == plural && *k != Kind::Fact)?;
        (!slug.is_empty() && !slug.contains('/')).then_some((kind, slug))
    }
}

/// How a field's value is put in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    AsIs,
    /// A text in one language: `da`, `en`, `zh`.
    In(String),
    /// A code with the prefix of its words.
    Code(String),
    Country,
    Date,
    Flag,
    /// A thing by its name at the time.
    Named(Text3),
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    /// Key of its label.
    pub label: String,
    pub value: String,
    pub shown: Shown,
}

/// A thing as its form holds it; what is empty is left out, a field with several values comes several times. What is told but has no
/// field in the form is named with `=` in front.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card(Vec<Field>);

impl Card {
    fn with(mut self, name: impl Into<String>, label: &str, value: impl Into<String>, shown: Shown) -> Card {
        let value = value.into();
        if !value.is_empty() {
            self.0.push(Field { name: name.into(), label: label.into(), value, shown });
        }
        self
    }
    pub fn text(self, name: impl Into<String>, label: &str, value: impl Into<String>) -> Card {
        self.with(name, label, value, Shown::AsIs)
    }
    pub fn number<N: ToString>(self, name: impl Into<String>, label: &str, value: Option<N>) -> Card {
        self.text(name, label, value.map(|n| n.to_string()).unwrap_or_default())
    }
    pub fn code(self, name: impl Into<String>, label: &str, prefix: &str, code: &str) -> Card {
        self.with(name, label, code, Shown::Code(prefix.into()))
    }
    pub fn codes(self, name: &str, label: &str, prefix: &str, codes: impl IntoIterator<Item = &'static str>) -> Card {
        codes.into_iter().fold(self, |card, code| card.code(name, label, prefix, code))
    }
    pub fn country(self, name: &str, label: &str, code: &str) -> Card {
        self.with(name, label, code, Shown::Country)
    }
    pub fn date(self, name: impl Into<String>, label: &str, date: &Edtf) -> Card {
        self.with(name, label, date.as_str(), Shown::Date)
    }
    pub fn day(self, name: &str, label: &str, iso: impl Into<String>) -> Card {
        self.with(name, label, iso, Shown::Date)
    }
    pub fn flag(self, name: &str, label: &str, on: bool) -> Card {
        self.with(name, label, if on { "1" } else { "" }, Shown::Flag)
    }
    /// A text in three languages, e.g. the fields `name-da`, `name-en`, `name-zh`.
    pub fn text3(self, name: &str, label: &str, t: &Text3) -> Card {
        let one = |card: Card, (lang, text): (&str, &String)| card.with(format!("{name}-{lang}"), label, text, Shown::In(lang.into()));
        [("da", &t.da), ("en", &t.en), ("zh", &t.zh)].into_iter().fold(self, one)
    }
    /// A thing by what stands in the field, and its name.
    pub fn thing(self, name: impl Into<String>, label: &str, of: Option<(impl Into<String>, Text3)>) -> Card {
        match of {
            Some((value, names)) => self.with(name, label, value, Shown::Named(names)),
            None => self,
        }
    }
    pub fn named(self, name: &str, label: &str, of: Option<&Named>) -> Card {
        self.thing(name, label, of.map(|n| (n.slug.as_str(), n.name.clone())))
    }
    /// Things in one field, one a line.
    pub fn lines(self, name: &str, label: &str, all: Vec<(String, Text3)>) -> Card {
        let (values, names): (Vec<String>, Vec<Text3>) = all.into_iter().unzip();
        let joined = |of: fn(&Text3) -> &String| {
            let words: Vec<&str> = names.iter().map(|t| if of(t).is_empty() { t.get(crate::Lang::En) } else { of(t).as_str() }).collect();
            words.join(" · ")
        };
        let names = Text3 { da: joined(|t| &t.da), en: joined(|t| &t.en), zh: joined(|t| &t.zh) };
        self.with(name, label, values.join("\n"), Shown::Named(names))
    }

    /// What the form is filled with.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|f| (f.name.as_str(), f.value.as_str()))
    }
    fn of(&self, name: &str) -> Vec<Said> {
        self.0.iter().filter(|f| f.name == name).map(|f| Said { value: f.value.clone(), shown: f.shown.clone() }).collect()
    }
}

/// One value of a field and how it is put in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub value: String,
    pub shown: Shown,
}

/// A field before and after; empty where nothing stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub name: String,
    pub label: String,
    pub old: Vec<Said>,
    pub new: Vec<Said>,
}

impl Change {
    /// Whether this takes `other` back.
    pub fn reverses(&self, other: &Change) -> bool {
        let same = |a: &[Said], b: &[Said]| a.iter().map(|s| &s.value).eq(b.iter().map(|s| &s.value));
        self.name == other.name && same(&self.old, &other.new) && same(&self.new, &other.old)
    }
    /// From how things stand in `now` to what stood before: what taking it back would change.
    pub fn back_from(&self, now: &Card) -> Change {
        Change { old: now.of(&self.name), new: self.old.clone(), name: self.name.clone(), label: self.label.clone() }
    }
    /// Whether the form can change it.
    pub fn has_field(&self) -> bool {
        !self.name.starts_with('=')
    }
    pub fn is_none(&self) -> bool {
        self.old.iter().map(|s| &s.value).eq(self.new.iter().map(|s| &s.value))
    }
}

/// What is new, gone and other, in the order of the form.
pub fn changes(before: &Card, after: &Card) -> Vec<Change> {
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for f in after.0.iter().chain(&before.0) {
        if !fields.iter().any(|(name, _)| *name == f.name) {
            fields.push((f.name.as_str(), f.label.as_str()));
        }
    }
    let both = fields.into_iter().map(|(name, label)| Change {
        old: before.of(name),
        new: after.of(name),
        name: name.into(),
        label: label.into(),
    });
    both.filter(|c| !c.is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(kind: &str, names: &str) -> Card {
        Card::default().text3("name", "book-name", &Text3::new("", names, "")).code("kind", "place-kind", "place-kind", kind)
    }

    #[test]
    fn what_is_new_gone_and_other_is_told_and_can_be_taken_back() {
        let (before, after) =
            (place("city", "Harbin").text("lon", "place-lon", "126"), place("region", "Harbin").codes("areas", "x", "area", ["a", "b"]));
        let told = changes(&before, &after);
        let values = |all: &[Said]| all.iter().map(|s| s.value.clone()).collect::<Vec<_>>().join("+");
        let told: Vec<_> = told.iter().map(|c| (c.name.as_str(), values(&c.old), values(&c.new))).collect();
        assert_eq!(
            told,
            [("kind", "city".into(), "region".into()), ("areas", String::new(), "a+b".into()), ("lon", "126".into(), String::new())]
        );
        let (there, back) = (changes(&before, &after), changes(&after, &before));
        assert!(there.iter().all(|c| back.iter().any(|b| b.reverses(c))));
        assert!(there.iter().all(|c| c.back_from(&before).is_none() && !c.back_from(&after).is_none()));
    }

    #[test]
    fn a_page_is_known_by_its_address() {
        for kind in Kind::ALL.iter().filter(|k| !matches!(k, Kind::Details | Kind::Report | Kind::Fact)) {
            assert_eq!(Kind::at(&kind.page("x")), Some((*kind, "x")));
        }
        for path in ["/places", "/places/", "/places/x/edit", "/calls/x", ""] {
            assert_eq!(Kind::at(path), None, "{path}");
        }
    }
}

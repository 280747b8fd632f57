//! People in posts: the post is the contact, the person holds it for a time. What is kept of a person, and for how long (R30).

use crate::{
    Instant, Lang, Refusal, Text3,
    edtf::Edtf,
    ids::{PersonId, PostId, TenureId},
    named::Named,
    time::Day,
};

/// A post in an organisation; mail goes to its role mailbox, never to a person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    pub id: PostId,
    pub slug: String,
    pub organisation: Named,
    pub title: Text3,
    /// 1 is the highest; set by the office, never derived from the title.
    pub rank: i64,
    pub mailbox: String,
    /// Stands on the public pages as whom to ask.
    pub contact: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub slug: String,
    /// As written in Latin letters; empty once erased.
    pub name: String,
    pub name_zh: String,
    /// Never split from a name: a clerk writes both parts.
    pub pinyin_family: String,
    pub pinyin_given: String,
    pub passport: String,
    pub salutation: Text3,
    pub erased: Option<Instant>,
    pub version: i64,
}

impl Person {
    /// The name for a reader of `lang`; `None` once erased.
    pub fn shown(&self, lang: Lang) -> Option<&str> {
        let (own, other) = if lang == Lang::Zh { (&self.name_zh, &self.name) } else { (&self.name, &self.name_zh) };
        [own, other].into_iter().find(|n| !n.is_empty()).map(String::as_str)
    }

    /// What is left of a person who is erased: that somebody held the post.
    pub fn erase(self, now: Instant) -> Person {
        Person {
            name: String::new(),
            name_zh: String::new(),
            pinyin_family: String::new(),
            pinyin_given: String::new(),
            passport: String::new(),
            salutation: Text3::default(),
            erased: Some(now),
            version: self.version + 1,
            id: self.id,
            slug: self.slug,
        }
    }

    pub fn check(&self) -> Result<(), Refusal> {
        if self.name.is_empty() && self.name_zh.is_empty() {
            return Err(Refusal::new("person-name", vec![]));
        }
        Ok(())
    }
}

/// A person's time in a post; ended, it stays as history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure {
    pub id: TenureId,
    pub person: PersonId,
    pub post: PostId,
    pub since: Edtf,
    pub until: Edtf,
    /// Whoever took over.
    pub successor: Option<PersonId>,
    pub source: String,
}

impl Tenure {
    pub fn check(&self) -> Result<(), Refusal> {
        match (self.since.first_day(), self.until.last_day()) {
            (Some(from), Some(to)) if to < from => Err(Refusal::new("person-tenure-order", vec![])),
            _ if self.successor.as_ref() == Some(&self.person) => Err(Refusal::new("person-own-successor", vec![])),
            _ => Ok(()),
        }
    }
    /// Held on that day, as far as the dates say.
    pub fn runs(&self, on: Day) -> bool {
        let begun = self.since.first_day().is_none_or(|d| d <= on);
        begun && (self.until.is_unknown() || self.until.last_day().is_none_or(|d| d >= on))
    }
}

/// A kind of personal data, and the months it is kept after the matter ends; none: as long as the history of the post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    pub field: &'static str,
    pub months: Option<u32>,
}

/// Worded as `retention-FIELD`.
pub const RETENTION: &[Retention] = &[
    Retention { field: "name", months: None },
    Retention { field: "salutation", months: None },
    Retention { field: "passport", months: Some(6) },
    Retention { field: "request", months: Some(24) },
    Retention { field: "gift", months: Some(60) },
];

/// Months that a kind is kept.
pub fn kept(field: &str) -> Option<u32> {
    RETENTION.iter().find(|r| r.field == field).and_then(|r| r.months)
}

/// Whether `name` stands in a text: in Latin letters as whole words, for Li is not in Lisbon; in Chinese wherever it stands.
pub fn mentions(text: &str, name: &str) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && u32::from(c) < 0x2e80);
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + name.len()..].chars().next());
        !(latin(before) && latin(name.chars().next()) || latin(after) && latin(name.chars().next_back()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenure(since: &str, until: &str) -> Tenure {
        let id = |n: u8| format!("01890000-0000-7000-8000-00000000000{n}");
        Tenure {
            id: TenureId::parse(&id(1)).unwrap(),
            person: PersonId::parse(&id(2)).unwrap(),
            post: PostId::parse(&id(3)).unwrap(),
            since: Edtf::parse(since).unwrap(),
            until: Edtf::parse(until).unwrap(),
            successor: None,
            source: String::new(),
        }
    }

    #[test]
    fn a_name_is_found_as_a_word_and_in_chinese_anywhere() {
        for (text, name, found) in [
            ("With Li and others", "Li", true),
            ("Lisbon", "Li", false),
            ("Cali", "Li", false),
            ("recommended by Wu Jinglei, director", "Wu Jinglei", true),
            ("王伟主任推荐", "王伟", true),
            ("", "Li", false),
        ] {
            assert_eq!(mentions(text, name), found, "{text}");
        }
    }

    #[test]
    fn a_post_is_held_for_a_time_that_may_be_uncertain() {
        let day = |y, m, d| Day::new(y, m, d).unwrap();
        assert!(tenure("2007", "2017").runs(day(2017, 12, 31)));
        assert!(!tenure("2007", "2017").runs(day(2018, 1, 1)));
        assert!(tenure("2018-03", "").runs(day(2026, 1, 1)));
        assert!(tenure("2018", "2016").check().is_err());
        let own = Tenure { successor: Some(tenure("2018", "").person), ..tenure("2018", "") };
        assert_eq!(own.check().unwrap_err().key(), "person-own-successor");
    }

    #[test]
    fn erasing_leaves_no_word_of_the_person() {
        let person = Person {
            id: PersonId::parse("01890000-0000-7000-8000-000000000001").unwrap(),
            slug: "x".into(),
            name: "Wang Shifan".into(),
            name_zh: "王示范".into(),
            pinyin_family: "Wang".into(),
            pinyin_given: "Shifan".into(),
            passport: "WANG SHIFAN".into(),
            salutation: Text3::new("Hr.", "Mr", "先生"),
            erased: None,
            version: 1,
        };
        assert_eq!(person.shown(Lang::Zh), Some("王示范"));
        let erased = person.erase(Instant::from_micros(1));
        assert_eq!((erased.shown(Lang::Da), erased.salutation.get(Lang::En), erased.passport.as_str()), (None, "", ""));
    }
}

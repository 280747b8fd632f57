//! An organisation in a consortium, and the money and hours of its part. Its side pays it (R154); third countries only associate.

use super::Confirmation;
use crate::{
    Currency, Lang, Money, PartyCode,
    ids::ParticipantId,
    organisation::{IdWarning, Kind, Scheme, check},
};

/// Cost categories of every budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    Staff,
    Travel,
    Equipment,
    External,
    Other,
    Overhead,
}

impl Category {
    pub const ALL: [Category; 6] =
        [Category::Staff, Category::Travel, Category::Equipment, Category::External, Category::Other, Category::Overhead];
    pub fn code(self) -> &'static str {
        match self {
            Category::Staff => "staff",
            Category::Travel => "travel",
            Category::Equipment => "equipment",
            Category::External => "external",
            Category::Other => "other",
            Category::Overhead => "overhead",
        }
    }
    pub fn parse(s: &str) -> Option<Category> {
        Category::ALL.into_iter().find(|c| c.code() == s)
    }
}

/// What is asked of the participant's own side for one year and category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    pub year: i64,
    pub category: Category,
    pub amount: Money,
}

/// What the participant itself puts in during one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearFigures {
    pub year: i64,
    /// Own contribution; none where nothing was stated, which is not zero. Always none for associated participants.
    pub own: Option<Money>,
    pub hours: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    pub id: ParticipantId,
    /// Place in the consortium, from 1.
    pub no: i64,
    /// The party that pays it; none for an associated participant of a third country.
    pub party: Option<PartyCode>,
    /// The party's currency; none for an associated participant.
    pub currency: Option<Currency>,
    pub name: String,
    pub lang: Lang,
    /// Other names and spellings, e.g. in the other script.
    pub aliases: Vec<String>,
    pub kind: Kind,
    pub scheme: Scheme,
    pub identifier: String,
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub lead: bool,
    /// Where its person is reached and by which it is known at sign-in; lower case.
    pub email: String,
    /// False: the organisation stated no money at all, and none is invented.
    pub money_stated: bool,
    pub lines: Vec<BudgetLine>,
    pub years: Vec<YearFigures>,
    /// The confirmation that holds for the part as it is now.
    pub confirmed: Option<Confirmation>,
    /// The last confirmation that a change made void, while none holds.
    pub voided: Option<Confirmation>,
}

impl Participant {
    /// An empty part, to be filled.
    pub fn new(id: ParticipantId, no: i64, party: Option<(PartyCode, Currency)>, name: &str, lang: Lang, country: &str) -> Participant {
        let (party, currency) = party.map_or((None, None), |(p, c)| (Some(p), Some(c)));
        Participant {
            id,
            no,
            party,
            currency,
            name: name.into(),
            lang,
            aliases: Vec::new(),
            kind: Kind::Other,
            scheme: Scheme::Other,
            identifier: String::new(),
            city: String::new(),
            country: country.into(),
            lead: false,
            email: String::new(),
            money_stated: false,
            lines: Vec::new(),
            years: Vec::new(),
            confirmed: None,
            voided: None,
        }
    }
    pub fn is_associated(&self) -> bool {
        self.party.is_none()
    }
    pub fn is_confirmed(&self) -> bool {
        self.confirmed.is_some()
    }
    /// Something odd about the identifier; never a reason to refuse (standards.md 3).
    pub fn id_warning(&self) -> Option<IdWarning> {
        if self.identifier.trim().is_empty() { None } else { check(self.scheme, &self.identifier) }
    }
    pub fn line(&self, year: i64, category: Category) -> Option<&BudgetLine> {
        self.lines.iter().find(|l| l.year == year && l.category == category)
    }
    pub fn year(&self, year: i64) -> Option<&YearFigures> {
        self.years.iter().find(|y| y.year == year)
    }
    pub fn hours(&self) -> i64 {
        self.years.iter().map(|y| y.hours).fold(0, i64::saturating_add)
    }
}

//! A programme as a record: frame, financing plan, goals, themes, targets, schedule; and the dated bodies (R93-R121, R152-R153).

use crate::{
    Currency, Money, PartyCode, Refusal, Subject, Text3,
    ids::{BodyId, ProgrammeId},
    refusal::Value,
    time::Day,
};

/// A funded effort of two parties over some years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    pub id: ProgrammeId,
    pub slug: String,
    pub title: Text3,
    pub purpose: Text3,
    pub parties: [PartyCode; 2],
    pub first_year: i64,
    pub last_year: i64,
    /// Of the frame and the plan; pots of calls are in each party's own.
    pub currency: Currency,
    /// A record of the past: read, never written to, and no call opens under it.
    pub record_only: bool,
    /// Where the record comes from, e.g. the paper it was read from.
    pub source: Text3,
    pub note: Text3,
    /// Budget lines by year (R93-R97).
    pub frame: Vec<FrameLine>,
    /// Sources by year (R98-R100).
    pub financing: Vec<Source>,
    /// R101-R105.
    pub goals: Vec<Text3>,
    pub themes: Vec<Theme>,
    /// R106.
    pub targets: Vec<Target>,
    /// By year and quarter; a quarter without an entry is empty (R152).
    pub schedule: Vec<Step>,
    pub facts: Vec<Fact>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameLine {
    pub label: Text3,
    /// Year and amount, every year of the programme once.
    pub amounts: Vec<(i64, Money)>,
}

/// Who pays. `party`: the side it belongs to, where it belongs to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub label: Text3,
    pub party: Option<PartyCode>,
    /// Stated from a cautious judgement, and `note` says why (R99).
    pub estimate: bool,
    pub note: Text3,
    pub amounts: Vec<(i64, Money)>,
}

/// A theme and the three grounds it rests on (R112, R113).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// From 1, in the agreed order (R114).
    pub no: i64,
    pub label: Text3,
    pub grounds: Grounds,
}

#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Grounds {
    pub strategy: Text3,
    pub mutual_interest: Text3,
    pub shared_strength: Text3,
}

/// How many projects are expected in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    pub year: i64,
    pub low: i64,
    pub high: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub year: i64,
    /// 1 to 4.
    pub quarter: i64,
    pub what: Text3,
}

/// What the record says that is no figure by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub kind: FactKind,
    pub label: Text3,
    pub body: Text3,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// Purpose, effect, links to strategies (R107-R111, R121).
    Aim,
    /// Money that one party proposes to reserve (R93-R95).
    Reservation,
    /// How the programme meets a criterion of a party's strategy (R116-R120); a criterion of the call is another thing.
    Criterion,
}

impl FactKind {
    pub const ALL: [FactKind; 3] = [FactKind::Aim, FactKind::Reservation, FactKind::Criterion];
    pub fn code(self) -> &'static str {
        match self {
            FactKind::Aim => "aim",
            FactKind::Reservation => "reservation",
            FactKind::Criterion => "criterion",
        }
    }
    pub fn parse(s: &str) -> Option<FactKind> {
        FactKind::ALL.into_iter().find(|k| k.code() == s)
    }
}

/// What a body of a party does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    Recommending,
    Granting,
    /// An advisory council, e.g. one that expert groups build on.
    Council,
}

impl BodyKind {
    pub const ALL: [BodyKind; 3] = [BodyKind::Recommending, BodyKind::Granting, BodyKind::Council];
    pub fn code(self) -> &'static str {
        match self {
            BodyKind::Recommending => "recommending",
            BodyKind::Granting => "granting",
            BodyKind::Council => "council",
        }
    }
    pub fn parse(s: &str) -> Option<BodyKind> {
        BodyKind::ALL.into_iter().find(|k| k.code() == s)
    }
}

/// A body of a party, with the days between which it sits: such bodies begin and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub id: BodyId,
    pub party: PartyCode,
    pub name: Text3,
    pub kind: BodyKind,
    /// Who appoints it; may be empty.
    pub appointed_by: Text3,
    pub from: Day,
    /// Last day; none while it sits.
    pub to: Option<Day>,
    pub successor: Option<BodyId>,
}

impl Body {
    pub fn sits_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl Programme {
    pub fn years(&self) -> impl Iterator<Item = i64> + use<> {
        self.first_year..=self.last_year
    }
    pub fn shared(&self) -> Subject {
        Subject::Shared { parties: self.parties.clone() }
    }
    pub fn theme(&self, no: i64) -> Option<&Theme> {
        self.themes.iter().find(|t| t.no == no)
    }
    pub fn facts_of(&self, kind: FactKind) -> Vec<&Fact> {
        self.facts.iter().filter(|f| f.kind == kind).collect()
    }
    /// The entry of one quarter; none where the quarter is empty.
    pub fn step(&self, year: i64, quarter: i64) -> Option<&Step> {
        self.schedule.iter().find(|s| s.year == year && s.quarter == quarter)
    }
    /// Years that the schedule covers; it may begin before the money does.
    pub fn schedule_years(&self) -> Vec<i64> {
        let mut years: Vec<i64> = self.schedule.iter().map(|s| s.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
    pub fn frame_in(&self, year: i64) -> Result<Money, Refusal> {
        column(self.currency, self.frame.iter().map(|l| &l.amounts), year)
    }
    pub fn financing_in(&self, year: i64) -> Result<Money, Refusal> {
        column(self.currency, self.financing.iter().map(|s| &s.amounts), year)
    }
    /// A row's sum over the years.
    pub fn total(&self, amounts: &[(i64, Money)]) -> Result<Money, Refusal> {
        Money::sum(self.currency, amounts.iter().map(|(_, m)| *m)).map_err(|_| currency_refusal(self.currency))
    }

    /// The frame equals the financing plan in every year; the refusal names the year and the difference (R97, R98).
    pub fn balance(&self) -> Result<(), Refusal> {
        for year in self.years() {
            let (frame, plan) = (self.frame_in(year)?, self.financing_in(year)?);
            if frame != plan {
                let args = vec![
                    ("year", Value::Text(year.to_string())),
                    ("frame", Value::Money(frame)),
                    ("plan", Value::Money(plan)),
                    ("difference", Value::Money(Money::new((frame.minor - plan.minor).abs(), self.currency))),
                ];
                return Err(Refusal::new("frame-unbalanced", args));
            }
        }
        Ok(())
    }

    /// May this record be kept? Every reason that speaks against it.
    pub fn problems(&self) -> Vec<Refusal> {
        let mut all = Vec::new();
        if self.first_year > self.last_year {
            all.push(Refusal::new("programme-years", vec![]));
        }
        all.extend(self.balance().err());
        let rows = self.frame.iter().map(|l| &l.amounts).chain(self.financing.iter().map(|s| &s.amounts));
        let stray = rows.flatten().map(|(year, _)| *year).find(|y| !self.years().any(|own| own == *y));
        all.extend(stray.map(|year| Refusal::new("programme-stray-year", vec![("year", Value::Text(year.to_string()))])));
        // An estimate without its reason can't be judged (R99).
        let bare = self.financing.iter().find(|s| s.estimate && s.note.missing().len() == 3);
        all.extend(bare.map(|s| Refusal::new("estimate-without-note", vec![("source", Value::Label(s.label.clone()))])));
        let wrong = self.targets.iter().find(|t| t.low > t.high);
        all.extend(wrong.map(|t| Refusal::new("target-range", vec![("year", Value::Text(t.year.to_string()))])));
        all
    }
}

fn column<'a>(currency: Currency, rows: impl Iterator<Item = &'a Vec<(i64, Money)>>, year: i64) -> Result<Money, Refusal> {
    let amounts = rows.flatten().filter(|(y, _)| *y == year).map(|(_, m)| *m);
    Money::sum(currency, amounts).map_err(|_| currency_refusal(currency))
}

fn currency_refusal(currency: Currency) -> Refusal {
    Refusal::new("programme-currency", vec![("currency", Value::Text(currency.code().into()))])
}

#[cfg(test)]
pub(crate) mod tests;

//! The renewal dossier: what a text has given, gathered from the book, and what the office recommends, before the notice date (R160, R161).

use crate::{
    Instant, Refusal, Text3,
    codes::codes,
    ids::{InstrumentId, RenewalId},
    time::Day,
};

codes! {
    /// What the office recommends.
    Advice { Renew = "renew", Renegotiate = "renegotiate", Lapse = "lapse", End = "end" }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewal {
    pub id: RenewalId,
    pub instrument: InstrumentId,
    /// The notice date or end of term that it is made for.
    pub due: Option<Day>,
    /// What it gave: prose beside what the book knows.
    pub results: Text3,
    /// What did not go well.
    pub problems: Text3,
    pub advice: Option<Advice>,
    pub reasons: Text3,
    /// The body that decides, and its case number.
    pub body: String,
    pub case_number: String,
    pub decided: Option<Decided>,
    pub version: i64,
    pub opened: Instant,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub on: Day,
    pub advice: Advice,
    pub note: String,
}

/// A paper goes to a body only with a recommendation and its reasons in the language of the paper at least.
pub fn presentable(r: &Renewal) -> Result<(), Refusal> {
    if r.advice.is_none() {
        return Err(Refusal::new("renewal-no-advice", vec![]));
    }
    if r.reasons.missing().len() == 3 {
        return Err(Refusal::new("renewal-no-reasons", vec![]));
    }
    if r.body.trim().is_empty() {
        return Err(Refusal::new("renewal-no-body", vec![]));
    }
    Ok(())
}

/// The body's decision ends the dossier; it may differ from the recommendation.
pub fn decide(r: &mut Renewal, decided: Decided) -> Result<(), Refusal> {
    if r.decided.is_some() {
        return Err(Refusal::new("renewal-decided", vec![]));
    }
    presentable(r)?;
    r.decided = Some(decided);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_decided_without_a_recommendation_and_only_once() {
        let now = Instant::from_micros(1);
        let none = Text3::default();
        let mut r = Renewal {
            id: RenewalId::mint(now, [1; 10]),
            instrument: InstrumentId::mint(now, [2; 10]),
            due: None,
            results: none.clone(),
            problems: none.clone(),
            advice: None,
            reasons: none,
            body: "Regionsrådet".into(),
            case_number: String::new(),
            decided: None,
            version: 1,
            opened: now,
        };
        let decided = || Decided { on: Day { year: 2027, month: 3, day: 1 }, advice: Advice::Renegotiate, note: String::new() };
        assert_eq!(decide(&mut r, decided()).unwrap_err().key(), "renewal-no-advice");
        r.advice = Some(Advice::Renew);
        assert_eq!(decide(&mut r, decided()).unwrap_err().key(), "renewal-no-reasons");
        r.reasons = Text3::new("grunde", "reasons", "理由");
        decide(&mut r, decided()).unwrap();
        assert_eq!(decide(&mut r, decided()).unwrap_err().key(), "renewal-decided");
    }
}

//! A letter says its decision and money, and is refused without reasons or appeal guidance.

use i18n::Lang;

use super::{Letter, LetterError, Outcome, document};
use crate::document::{Date, Text};
use crate::pdf;

pub(crate) fn letter(lang: Lang, outcome: Outcome) -> Letter {
    Letter {
        lang,
        issuer: "Region Midtjylland, Internationalt kontor".into(),
        recipient: vec!["Åse Ærø-Østergård ApS".into(), "Skottenborg 26, 8800 Viborg".into()],
        date: Date { year: 2026, month: 12, day: 4 },
        case_number: "1-30-72-5-26".into(),
        application: "A-2026-014".into(),
        project: Text::foreign("zh-Hans", "面向老年人的远程康复"),
        call: "Fælles ansøgningsrunde 2026".into(),
        body: "Regionsrådet".into(),
        decided: Date { year: 2026, month: 12, day: 3 },
        outcome,
        party: "Region Midtjylland".into(),
        counterpart: "Shanghai".into(),
        reasons: vec!["Begge parter har prioriteret projektet.".into()],
        conditions: vec!["Medfinansieringen skal være dokumenteret.".into()],
        appeal: vec!["Afgørelsen kan påklages inden fire uger.".into()],
        contact: "kontor@example.org".into(),
        signatures: vec!["Kontorchef".into()],
    }
}

#[test]
fn each_outcome_is_set_in_each_language() {
    let granted = Outcome::Granted { amount: 450_000_000, currency: "DKK".into() };
    for lang in Lang::ALL {
        for outcome in [granted.clone(), Outcome::Reserve, Outcome::Refused] {
            let paper = document(&letter(lang, outcome)).unwrap();
            let words: String = paper.words().collect();
            assert!(!words.contains("[paper-") && !words.contains('{'), "{words}");
            assert!(pdf::render(&paper).unwrap().starts_with(b"%PDF-1.7"));
        }
    }
}

#[test]
fn the_grant_names_its_amount_with_the_currency_code() {
    let granted = Outcome::Granted { amount: 450_000_050, currency: "CNY".into() };
    let paper = document(&letter(Lang::En, granted)).unwrap();
    assert!(paper.words().any(|words| words.contains("CNY\u{a0}4,500,000.50")));
}

#[test]
fn a_letter_without_reasons_or_appeal_guidance_is_refused() {
    let mut bare = letter(Lang::Da, Outcome::Refused);
    bare.appeal.clear();
    assert_eq!(document(&bare).unwrap_err(), LetterError::Appeal);
    bare.reasons.clear();
    assert_eq!(document(&bare).unwrap_err(), LetterError::Reasons);
}

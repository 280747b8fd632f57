//! A receipt shows both clocks, the fingerprint and the way to verify it.

use i18n::Lang;

use super::{Receipt, document};
use crate::document::{Date, Text};
use crate::pdf;

pub(crate) fn receipt(lang: Lang) -> Receipt {
    Receipt {
        lang,
        issuer: "Region Midtjylland & Shanghai".into(),
        number: "K-2026-000014".into(),
        application: "A-2026-014".into(),
        project: Text::foreign("zh-Hans", "面向老年人的远程康复"),
        call: "Fælles ansøgningsrunde 2026".into(),
        applicant: "Åse Ærø-Østergård".into(),
        date: Date { year: 2026, month: 11, day: 20 },
        instants: [
            ("Aarhus".into(), "20. november 2018 kl. 09.30 (CET, UTC+1)".into()),
            ("Shanghai".into(), "20. november 2018 kl. 16.30 (CST, UTC+8)".into()),
        ],
        fingerprint: "0123456789abcdef".repeat(4),
        signature: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA==".into(),
        key: "counterpart-2026".into(),
        verify: "https://counterpart.example.org/verify/K-2026-000014".into(),
        parts: vec![("Ansøgningsskema".into(), "ab".repeat(32)), ("Bilag 1: budget.xlsx".into(), "cd".repeat(32))],
    }
}

#[test]
fn both_clocks_the_fingerprint_and_the_address_are_shown_in_each_language() {
    for lang in Lang::ALL {
        let it = receipt(lang);
        let paper = document(&it);
        let words: String = paper.words().collect();
        assert!(!words.contains("[paper-") && !words.contains('{'), "{words}");
        for shown in [&it.number, &it.instants[0].1, &it.instants[1].1, &it.fingerprint, &it.signature, &it.verify] {
            assert!(words.contains(shown.as_str()), "{shown}");
        }
        assert!(pdf::render(&paper).unwrap().starts_with(b"%PDF-1.7"));
    }
}

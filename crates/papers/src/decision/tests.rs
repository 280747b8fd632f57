//! The paper says what the case holds, in three languages, and its sums are those of its lines.

use i18n::Lang;

use super::{Cofinancing, Decision, document};
use crate::document::{Block, Document, Text};
use crate::sample::decision;
use crate::{html, pdf};

fn made(lang: Lang, change: impl FnOnce(&mut Decision)) -> Document {
    let mut it = decision(lang);
    change(&mut it);
    document(&it)
}

fn words(document: &Document) -> String {
    document.words().collect::<Vec<_>>().join("\n")
}

#[test]
fn every_label_exists_and_the_page_is_set_in_three_languages() {
    for lang in Lang::ALL {
        let paper = made(lang, |_| {});
        assert!(!words(&paper).contains("[paper-"), "{}", words(&paper));
        assert!(!words(&paper).contains('{'), "{}", words(&paper));
        assert!(pdf::render(&paper).unwrap().starts_with(b"%PDF-1.7"));
        assert!(html::render(&paper).contains(&format!("lang=\"{}\"", lang.code())));
    }
}

#[test]
fn sums_are_those_of_the_lines_and_currencies_stay_apart() {
    let all = words(&made(Lang::Da, |_| {}));
    for sign in ["7.000.000\u{a0}DKK", "2.450.000", "2 af 78", "RM (DKK)", "SH (CNY)"] {
        assert!(all.contains(sign), "{sign} is missing: {all}");
    }
}

#[test]
fn no_paper_leaves_open_whose_yuan_or_yen_a_sign_means() {
    for lang in Lang::ALL {
        let all = words(&made(lang, |_| {}));
        assert!(all.contains("CNY") && !all.contains('¥'), "{all}");
    }
}

#[test]
fn who_was_left_out_is_counted_in_the_paper_and_named_in_its_appendix() {
    let paper = made(Lang::Da, |_| {});
    let at = |part: &str| paper.blocks.iter().position(|block| format!("{block:?}").contains(part)).unwrap();
    let turn = paper.blocks.iter().position(|block| *block == Block::Break).unwrap();
    assert!(at("1 ansøgning indstilles ikke") < turn && turn < at("Smart harbour"));
}

#[test]
fn one_amount_with_hundredths_puts_them_on_all() {
    let all = words(&made(Lang::En, |it| it.recommended[0].amounts[0] += 5));
    assert!(all.contains("4,500,000.05") && all.contains("2,500,000.00"), "{all}");
}

#[test]
fn a_missing_cofinancing_statement_is_said_at_the_top() {
    let clear = made(Lang::Da, |_| {});
    assert!(!clear.blocks.iter().any(|block| matches!(block, Block::Note { .. })));
    let blocked = made(Lang::Da, |it| it.recommended[1].cofinancing = Cofinancing::Missing);
    assert!(
        matches!(&blocked.blocks[0], Block::Note { text, .. } if *text == Text::from("Shanghai mangler at afgive erklæring om medfinansiering til 1 projekt."))
    );
}

#[test]
fn without_recommended_projects_no_grant_is_proposed() {
    let paper = made(Lang::Zh, |it| it.recommended.clear());
    assert!(words(&paper).contains("不提出资助建议"));
    assert!(!paper.blocks.iter().any(|block| matches!(block, Block::Points { .. })));
}

//! What spreadsheets must keep: words as words, Danish and Chinese, amounts to the last hundredth, and their own bytes.

use super::{Cell, Column, Sheet, SheetError, csv, guard, unguard, xlsx};
use crate::document::Date;

const DAY: Date = Date { year: 2026, month: 11, day: 20 };

fn sheet() -> Sheet {
    let money = |minor, currency: &str| Cell::Money { minor, currency: currency.into() };
    Sheet {
        name: "Prioritering: RM/SH [2026]".into(),
        columns: vec![Column::new("Projekt", 30.0), Column::money("Bevilling", 18.0), Column::new("Timer", 8.0), Column::new("Dato", 12.0)],
        rows: vec![
            vec![Cell::Text("Grøn Å, 喆镕堃翀".into()), money(123_456_750, "DKK"), Cell::Integer(1720), Cell::Date(DAY)],
            vec![Cell::Text("=HYPERLINK(\"x\")".into()), money(-5, "CNY"), Cell::Integer(-3), Cell::Empty],
        ],
    }
}

#[test]
fn csv_has_a_byte_order_mark_and_keeps_every_value() {
    let text = String::from_utf8(csv(&sheet()).unwrap()).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}Projekt,Bevilling,Bevilling [ISO 4217],Timer,Dato");
    assert_eq!(lines[1], "\"Grøn Å, 喆镕堃翀\",1234567.50,DKK,1720,2026-11-20");
    assert_eq!(lines[2], "\"'=HYPERLINK(\"\"x\"\")\",-0.05,CNY,-3,");
}

#[test]
fn formulas_are_neutralised_and_come_back_unchanged() {
    for bad in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "  =1", "＝1", "\u{feff}=1", "'=1", "''-x"] {
        let safe = guard(bad);
        assert!(safe.starts_with('\''), "{bad:?} became {safe:?}");
        assert_eq!(unguard(&safe), bad);
    }
    for good in ["Aarhus", "a=b", "1 + 1", "'s-Hertogenbosch", "", "上海"] {
        assert_eq!(guard(good), good);
        assert_eq!(unguard(good), good);
    }
}

#[test]
fn xlsx_is_the_same_every_time_and_a_zip() {
    let first = xlsx(&[sheet(), sheet()], DAY).unwrap();
    assert_eq!(&first[..4], b"PK\x03\x04");
    assert_eq!(first, xlsx(&[sheet(), sheet()], DAY).unwrap());
}

#[test]
fn a_short_row_is_refused_with_its_place() {
    let mut short = sheet();
    short.rows[1].pop();
    let said = csv(&short).unwrap_err().to_string();
    assert_eq!(said, "row 2 of 'Prioritering: RM/SH [2026]' has 3 cells for 4 columns");
}

#[test]
fn money_outside_a_money_column_is_refused_because_csv_would_lose_the_currency() {
    let mut stray = sheet();
    stray.rows[0].swap(0, 1);
    assert!(matches!(xlsx(&[stray], DAY), Err(SheetError::Money { row: 1, .. })));
}

//! One document with every block in it, and one decision paper, for the tests.

use i18n::Lang;

use crate::decision::{Cofinancing, Decision, LeftOut, Listed, Meeting, Participant, Pot, Recommended, Side, Whose};
use crate::document::{Block, ColumnKind, Date, Document, Fact, Style, Table, Text};

pub(crate) fn document(lang: &str) -> Document {
    Document {
        lang: lang.into(),
        title: "Indstilling: blåbærgrød".into(),
        subtitle: Some(Text::foreign("zh-Hans", "信息技术联合项目征集")),
        issuer: "Region Midtjylland".into(),
        date: Date { year: 2026, month: 11, day: 20 },
        footer: "Sag 1-30-72-5-26".into(),
        meta: vec![Fact::new("Til", "Vækstforum"), Fact::new("Fra", Text::foreign("zh-Hans", "喆镕堃翀").then(" (Åse Ærø-Østergård)"))],
        blocks: vec![
            Block::section("Resumé"),
            Block::Figures { items: vec![Fact::new("projekter", "7 af 78"), Fact::new("bevilling", "16,5 mio. kr.")] },
            Block::paragraph("Almindelig tekst."),
            Block::part("Indstilling"),
            Block::Points { items: vec!["at ét".into(), "at to".into()] },
            Block::Bullets { items: vec!["en".into(), "to".into()] },
            Block::Table(table()),
            Block::Note { title: "Bemærk".into(), text: "Noget vigtigt".into() },
            Block::Facts { items: vec![Fact::new("SHA-256", Text::styled(Style::Code, "ab".repeat(32)))] },
            Block::Break,
            Block::Signatures {
                closing: Some("Med venlig hilsen".into()),
                items: vec!["Åse Ærø-Østergård\nRM".into(), Text::foreign("zh-Hans", "喆镕堃翀")],
            },
        ],
    }
}

fn table() -> Table {
    let heads =
        [("Nr.", ColumnKind::Key), ("Projekt", ColumnKind::Words(3)), ("Parter", ColumnKind::Words(1)), ("Beløb", ColumnKind::Number)];
    let mut table = Table::new("Projekter", heads.map(|(title, kind)| (title.to_string(), kind)));
    table.row(vec!["1".into(), Text::from("Vind\n").then(Text::styled(Style::Small, "under titlen")), "RM, SH".into(), "1.234,50".into()]);
    table.total(vec!["".into(), "I alt".into(), "".into(), "1.234,50".into()]);
    table
}

/// A decision paper with two projects that made it and two that did not.
pub(crate) fn decision(lang: Lang) -> Decision {
    let side = |code: &str, name: &str, currency: &str| Side { code: code.into(), name: name.into(), currency: currency.into() };
    let day = |month, day| Date { year: 2026, month, day };
    let project = |number: &str, title: Text, amounts: [i64; 2], participants| Recommended {
        number: number.into(),
        title,
        lead: "Aarhus Universitet".into(),
        amounts,
        hours: [5160, 6000],
        cofinancing: Cofinancing::Stated(day(11, 2)),
        participants,
    };
    let participant = |name: Text, side, amount| Participant { name, side, amount, hours: 1720 };
    let out = |number: &str, title: Text, reason: &str| LeftOut { number: number.into(), title, reason: reason.into() };
    let pot = |label: &str, currency: &str, available, used| Pot { label: label.into(), currency: currency.into(), available, used };
    Decision {
        lang,
        issuer: "Region Midtjylland, Internationalt kontor".into(),
        body: "Vækstforum".into(),
        granting_body: "Regionsrådet".into(),
        meeting: Meeting { date: day(12, 3), place: "Viborg".into(), item: Some("7".into()) },
        date: day(11, 20),
        case_number: "1-30-72-5-26".into(),
        programme: "Vidensbaseret samarbejde med Shanghai 2026-2028".into(),
        call: "Fælles ansøgningsrunde 2026: it og sundhed".into(),
        sides: [side("RM", "Region Midtjylland", "DKK"), side("SH", "Shanghai", "CNY")],
        background: vec!["De to parter udbød i fællesskab en ansøgningsrunde med hver sin pulje.".into()],
        received: 78,
        version: 2,
        agreed: day(11, 10),
        recommended: vec![
            project(
                "A-2026-014",
                Text::foreign("en", "Grid-scale storage for coastal wind (喆镕堃翀)"),
                [450_000_000, 140_000_000],
                vec![
                    participant("Åse Ærø-Østergård ApS".into(), Whose::Own, 450_000_000),
                    participant(Text::foreign("zh-Hans", "上海交通大学"), Whose::Counterpart, 140_000_000),
                ],
            ),
            project("A-2026-031", Text::foreign("zh-Hans", "面向老年人的远程康复"), [250_000_000, 105_000_000], Vec::new()),
        ],
        reserve: vec![out("A-2026-008", "Havvind og is".into(), "Mangler 1.200.000 DKK i RM's pulje.")],
        left_out: vec![out("A-2026-077", Text::foreign("en", "Smart harbour"), "Kun prioriteret af Shanghai.")],
        lists: vec![Listed { number: "A-2026-014".into(), title: "Grid-scale storage".into(), standings: ["1".into(), "2".into()] }],
        pots: vec![pot("RM 2026", "DKK", 800_000_000, 700_000_000), pot("SH 2026", "CNY", 300_000_000, 245_000_000)],
        legal_basis: "Lov om erhvervsfremme.".into(),
        remark: None,
        appendices: vec!["Fælles prioriteringsliste, udgave 2".into()],
    }
}

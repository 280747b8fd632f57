//! The invitation letter to a delegation, in English and Chinese in one document: everything a visa office asks for, each half complete.

use crate::document::{Block, ColumnKind, Date, Document, Fact, Run, Table, Text};
use crate::voice::Voice;
use domain::{Lang, Text3};

/// Everything the letter says. Whoever makes it has seen to it that nothing lacks (`domain::delegation::letter`).
#[derive(Debug, Clone, PartialEq)]
pub struct Invitation {
    /// Number of the letter.
    pub number: String,
    /// The inviting organisation.
    pub host: Text3,
    /// The organisation that travels.
    pub visitor: Text3,
    /// Where the visit is.
    pub place: Text3,
    /// The day of the letter.
    pub date: Date,
    /// First day of the stay.
    pub arrives: Date,
    /// Last day of the stay.
    pub departs: Date,
    /// Days of the stay, both counted.
    pub days: i64,
    /// Why.
    pub purpose: Text3,
    /// Who travels, the head first.
    pub members: Vec<Member>,
    /// Who bears what: code of the cost, and whether the host pays.
    pub costs: Vec<(&'static str, bool)>,
    /// Day by day.
    pub programme: Vec<Item>,
    /// Who invites and signs by hand.
    pub inviter: String,
    /// The inviter's title.
    pub title: Text3,
    /// The rank it corresponds to.
    pub rank: Text3,
    /// Postal address of the host.
    pub address: String,
    /// Role mailbox for questions of the visa office.
    pub mailbox: String,
}

/// A traveller.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// As in the passport.
    pub passport: String,
    /// Number of the passport.
    pub number: String,
    /// Date of birth.
    pub born: Date,
    /// As the traveller writes it.
    pub name: String,
    /// Post.
    pub post: Text3,
    /// Organisation.
    pub organisation: Text3,
    /// Leads the delegation.
    pub head: bool,
}

/// A point of the programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The day by the host's clock.
    pub day: Date,
    /// `09:00–10:30` by the host's clock.
    pub hours: String,
    /// What.
    pub title: Text3,
    /// Where.
    pub place: String,
}

/// Both halves, each on pages of its own.
pub fn document(it: &Invitation) -> Document {
    let english = Voice::new(Lang::En, []);
    let mut blocks = half(it, Lang::En);
    blocks.push(Block::Break);
    blocks.push(spoken(Block::section(Voice::new(Lang::Zh, []).word("paper-invitation")), Lang::Zh));
    blocks.extend(half(it, Lang::Zh).into_iter().map(|b| spoken(b, Lang::Zh)));
    Document {
        lang: Lang::En.code().into(),
        title: english.word("paper-invitation"),
        subtitle: Some(Text::foreign(Lang::Zh.code(), Voice::new(Lang::Zh, []).word("paper-invitation"))),
        issuer: format!("{} · {}", it.host.get(Lang::En), it.host.get(Lang::Zh)),
        date: it.date,
        footer: english.with("paper-invitation-foot", &[("number", &it.number)]),
        meta: Vec::new(),
        blocks,
    }
}

fn half(it: &Invitation, lang: Lang) -> Vec<Block> {
    let voice = Voice::new(lang, []);
    let (host, visitor, place) = (it.host.get(lang), it.visitor.get(lang), it.place.get(lang));
    let (from, to, days) = (voice.date(it.arrives), voice.date(it.departs), voice.number(it.days));
    let said = [("host", host), ("visitor", visitor), ("place", place), ("from", &from), ("to", &to), ("days", &days)];
    let mut out = vec![
        Block::Facts {
            items: vec![
                Fact::new(voice.word("paper-to"), visitor),
                Fact::new(voice.word("paper-date"), voice.date(it.date)),
                Fact::new(voice.word("paper-invitation-number"), it.number.as_str()),
                Fact::new(voice.word("paper-invitation-from"), format!("{host}\n{}\n{}", it.address, it.mailbox)),
            ],
        },
        Block::paragraph(voice.with("paper-invitation-text", &said)),
        Block::section(voice.word("paper-invitation-purpose")),
        Block::paragraph(it.purpose.get(lang)),
        members(it, lang, &voice),
        Block::section(voice.word("paper-invitation-costs")),
        Block::Bullets { items: costs(it, &voice) },
        programme(it, lang, &voice),
        Block::paragraph(voice.with("paper-invitation-return", &said)),
        Block::paragraph(voice.word("paper-invitation-visa")),
    ];
    let sign =
        format!("{}\n{}\n{}\n{host}", it.inviter, it.title.get(lang), voice.with("paper-invitation-rank", &[("rank", it.rank.get(lang))]));
    out.push(Block::Signatures { closing: Some(voice.word("paper-invitation-close").into()), items: vec![sign.into()] });
    out
}

fn members(it: &Invitation, lang: Lang, voice: &Voice) -> Block {
    let mut table = Table::new(
        voice.word("paper-invitation-members"),
        [
            (voice.word("paper-invitation-passport"), ColumnKind::Words(3)),
            (voice.word("paper-invitation-passport-no"), ColumnKind::Key),
            (voice.word("paper-invitation-born"), ColumnKind::Key),
            (voice.word("paper-invitation-post"), ColumnKind::Words(4)),
        ],
    );
    for m in &it.members {
        let mut post = m.post.get(lang).to_string();
        if m.head {
            post = voice.with("paper-invitation-head", &[("post", &post)]);
        }
        // The name that the traveller uses stands under the one that the visa office compares.
        let name = if m.name == m.passport { m.passport.clone() } else { format!("{}\n{}", m.passport, m.name) };
        let place = format!("{post}\n{}", m.organisation.get(lang));
        table.row(vec![name.into(), m.number.as_str().into(), voice.date(m.born).into(), place.into()]);
    }
    Block::Table(table)
}

fn costs(it: &Invitation, voice: &Voice) -> Vec<Text> {
    let words = |host: bool| {
        let all: Vec<String> =
            it.costs.iter().filter(|(_, h)| *h == host).map(|(what, _)| voice.word(&format!("delegation-cost-{what}"))).collect();
        all.join(voice.word("delegation-comma").as_str())
    };
    [(true, "paper-invitation-host-pays"), (false, "paper-invitation-visitor-pays")]
        .into_iter()
        .map(|(host, key)| (words(host), key))
        .filter(|(what, _)| !what.is_empty())
        .map(|(what, key)| voice.with(key, &[("what", &what)]).into())
        .collect()
}

fn programme(it: &Invitation, lang: Lang, voice: &Voice) -> Block {
    let mut table = Table::new(
        voice.word("paper-invitation-programme"),
        [
            (voice.word("paper-date"), ColumnKind::Key),
            (voice.word("paper-invitation-hours"), ColumnKind::Key),
            (voice.word("paper-invitation-item"), ColumnKind::Words(4)),
            (voice.word("paper-invitation-where"), ColumnKind::Words(2)),
        ],
    );
    for i in &it.programme {
        table.row(vec![voice.date(i.day).into(), i.hours.as_str().into(), i.title.get(lang).into(), i.place.as_str().into()]);
    }
    Block::Table(table)
}

/// The same block with every run marked as of `lang`, so that fonts and readers take it for what it is.
fn spoken(block: Block, lang: Lang) -> Block {
    let text = |t: Text| Text(t.0.into_iter().map(|r| Run { lang: Some(lang.code().into()), ..r }).collect());
    let all = |items: Vec<Text>| items.into_iter().map(text).collect();
    match block {
        Block::Heading { level, text: t } => Block::Heading { level, text: text(t) },
        Block::Paragraph { text: t } => Block::Paragraph { text: text(t) },
        Block::Bullets { items } => Block::Bullets { items: all(items) },
        Block::Facts { items } => Block::Facts { items: items.into_iter().map(|f| Fact { value: text(f.value), ..f }).collect() },
        Block::Signatures { closing, items } => Block::Signatures { closing: closing.map(text), items: all(items) },
        Block::Table(t) => Block::Table(Table {
            caption: text(t.caption),
            rows: t.rows.into_iter().map(|r| crate::document::Row { cells: all(r.cells), ..r }).collect(),
            ..t
        }),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn t(da: &str, en: &str, zh: &str) -> Text3 {
        Text3::new(da, en, zh)
    }

    pub fn letter() -> Invitation {
        let date = |day| Date { year: 2026, month: 5, day };
        Invitation {
            number: "2026-1".into(),
            host: t("Region Midtjylland", "Central Denmark Region", "丹麦中部大区"),
            visitor: t("", "Shanghai Civil Affairs Commission", "上海市民政局"),
            place: t("Viborg", "Viborg", "维堡"),
            date: Date { year: 2026, month: 3, day: 1 },
            arrives: date(11),
            departs: date(13),
            days: 3,
            purpose: t("", "Eldercare at home", "居家养老"),
            members: vec![Member {
                passport: "CHEN SHIFAN".into(),
                number: "E00000000".into(),
                born: Date { year: 1970, month: 2, day: 28 },
                name: "陈示范".into(),
                post: t("", "Director", "主任"),
                organisation: t("", "Shanghai Civil Affairs Commission", "上海市民政局"),
                head: true,
            }],
            costs: vec![("venue", true), ("travel", false)],
            programme: vec![Item {
                day: date(11), hours: "09:00–10:30".into(), title: t("", "Welcome", "欢迎"), place: "Viborg".into()
            }],
            inviter: "Mette Eksempel".into(),
            title: t("", "Head of Secretariat", "秘书处主任"),
            rank: t("", "Director-general", "司局级"),
            address: "Skottenborg 26, 8800 Viborg".into(),
            mailbox: "international@example.org".into(),
        }
    }

    #[test]
    fn each_half_holds_what_a_visa_office_asks_for() {
        let document = document(&letter());
        let words: String = document.words().collect::<Vec<_>>().join("\n");
        for part in [
            "CHEN SHIFAN",
            "E00000000",
            "1970年2月28日",
            "international@example.org",
            "Skottenborg 26",
            "Director-general",
            "司局级",
            "Eldercare at home",
            "居家养老",
            "11\u{a0}May\u{a0}2026",
            "2026年5月11日",
            "秘书处主任",
            "欢迎",
        ] {
            assert!(words.contains(part), "{part}");
        }
        assert_eq!(words.matches("CHEN SHIFAN").count(), 2, "each half is complete by itself");
        assert!(!words.contains("[paper") && !words.contains("[delegation"), "{words}");
    }

    #[test]
    fn the_letter_sets_as_a_pdf() {
        let pdf = crate::pdf::render(&document(&letter())).unwrap();
        assert!(pdf.starts_with(b"%PDF"));
    }
}

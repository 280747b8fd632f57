//! The decision paper's parts, each a few blocks.

use super::{Cofinancing, Decision, LeftOut, Participant, Recommended, Whose};
use crate::document::ColumnKind::{Key, Number, Words};
use crate::document::{Block, Fact, Style, Table, Text};
use crate::voice::Voice;

/// A warning at the top while a co-financing statement is missing (R146).
pub(super) fn blocked(it: &Decision, voice: &Voice) -> Option<Block> {
    let missing = it.recommended.iter().filter(|project| project.cofinancing == Cofinancing::Missing).count();
    (missing > 0).then(|| {
        let text = voice.counted("paper-blocked-text", missing, &[("counterpart", &it.sides[1].name)]);
        Block::Note { title: voice.word("paper-blocked"), text: text.into() }
    })
}

/// The paper in one glance: how many, how much from each side, the hours.
pub(super) fn figures(it: &Decision, voice: &Voice) -> Block {
    let count = voice.number(it.recommended.len() as i64);
    let share = voice.with("paper-figure-of", &[("count", &count), ("total", &voice.number(it.received))]);
    let mut items = vec![Fact::new(voice.word("paper-figure-recommended"), share)];
    for (side, sum) in it.sides.iter().zip(sums(it, |project| project.amounts)) {
        let label = voice.with("paper-figure-money", &[("party", &side.name)]);
        items.push(Fact::new(label, voice.short_money(sum, &side.currency)));
    }
    let label = voice.with("paper-figure-hours", &[("first", &it.sides[0].code), ("second", &it.sides[1].code)]);
    items.push(Fact::new(label, pair(sums(it, |project| project.hours), voice)));
    Block::Figures { items }
}

/// What the body is asked to say, point by point.
pub(super) fn proposal(it: &Decision, voice: &Voice) -> Vec<Block> {
    let mut out = vec![Block::section(voice.word("paper-proposal"))];
    if it.recommended.is_empty() {
        out.push(Block::paragraph(voice.word("paper-nothing-recommended")));
        return out;
    }
    let [own, other] = &it.sides;
    let [money, _] = sums(it, |project| project.amounts);
    let money = voice.money(money, &own.currency);
    let mut points: Vec<Text> = Vec::new();
    let note =
        [("first", own.name.as_str()), ("second", &other.name), ("date", &voice.date(it.agreed)), ("version", &it.version.to_string())];
    points.push(voice.with("paper-point-note", &note).into());
    let grant = [("granting", it.granting_body.as_str()), ("money", &money)];
    points.push(voice.counted("paper-point-grant", it.recommended.len(), &grant).into());
    if !it.reserve.is_empty() {
        points.push(voice.counted("paper-point-reserve", it.reserve.len(), &[]).into());
    }
    points.push(voice.with("paper-point-release", &[("counterpart", &other.name)]).into());
    out.push(Block::paragraph(voice.with("paper-proposal-lead", &[("body", &it.body)])));
    out.push(Block::Points { items: points });
    out
}

/// Both parties' money and hours for each recommended project.
pub(super) fn recommended(it: &Decision, voice: &Voice) -> Vec<Block> {
    if it.recommended.is_empty() {
        return Vec::new();
    }
    let [own, other] = &it.sides;
    let money = |side: &super::Side| voice.with("paper-col-money", &[("party", &side.code), ("currency", &side.currency)]);
    let hours = voice.with("paper-col-hours", &[("first", &own.code), ("second", &other.code)]);
    let mut table = Table::new(
        voice.word("paper-recommended-caption"),
        [
            (voice.word("paper-col-rank"), Key),
            (voice.word("paper-col-project"), Words(5)),
            (money(own), Number),
            (money(other), Number),
            (hours, Number),
            (voice.with("paper-col-cofinancing", &[("counterpart", &other.code)]), Words(2)),
        ],
    );
    for (rank, project) in (1..).zip(&it.recommended) {
        table.row(row(rank, project, voice));
    }
    let [first, second] = sums(it, |project| project.amounts);
    let hours = pair(sums(it, |project| project.hours), voice);
    table.total(vec![
        "".into(),
        voice.word("paper-total").into(),
        voice.amount(first).into(),
        voice.amount(second).into(),
        hours.into(),
        "".into(),
    ]);
    vec![Block::section(voice.word("paper-recommended")), Block::Table(table)]
}

fn row(rank: i64, it: &Recommended, voice: &Voice) -> Vec<Text> {
    let below = Text::styled(Style::Small, format!("\n{}\u{a0}\u{a0}", it.number)).then(it.lead.clone().set(Style::Small));
    let state = match it.cofinancing {
        Cofinancing::Stated(date) => {
            let day = Text::styled(Style::Small, format!("\n{}", voice.short_date(date)));
            Text::from(voice.word("paper-cofinancing-stated")).then(day)
        }
        Cofinancing::Missing => Text::styled(Style::Strong, voice.word("paper-cofinancing-missing")),
    };
    vec![
        voice.number(rank).into(),
        it.title.clone().then(below),
        voice.amount(it.amounts[0]).into(),
        voice.amount(it.amounts[1]).into(),
        pair(it.hours, voice).into(),
        state,
    ]
}

/// What each pot holds and what is left; a sum a currency would hide which year is short.
pub(super) fn pots(it: &Decision, voice: &Voice) -> Vec<Block> {
    let head = |key: &str, kind| (voice.word(key), kind);
    let columns = [
        head("paper-col-pot", Words(1)),
        head("paper-col-available", Number),
        head("paper-col-used", Number),
        head("paper-col-left", Number),
    ];
    let mut table = Table::new(voice.word("paper-pots-caption"), columns);
    for pot in &it.pots {
        let money = |minor| Text::from(voice.money(minor, &pot.currency));
        table.row(vec![pot.label.as_str().into(), money(pot.available), money(pot.used), money(pot.available - pot.used)]);
    }
    vec![Block::section(voice.word("paper-pots")), Block::Table(table), Block::paragraph(voice.word("paper-pots-note"))]
}

/// The reserve list in its order; nothing at all where it is empty. What each lacks stands in an appendix: the paper itself is two pages.
pub(super) fn reserve(it: &Decision, voice: &Voice) -> Vec<Block> {
    if it.reserve.is_empty() {
        return Vec::new();
    }
    let columns = [(voice.word("paper-col-rank"), Key), (voice.word("paper-application"), Key), (voice.word("paper-project"), Words(1))];
    let mut table = Table::new(voice.word("paper-reserve-caption"), columns);
    for (place, out) in (1..).zip(&it.reserve) {
        table.row(vec![voice.number(place).into(), out.number.as_str().into(), out.title.clone()]);
    }
    vec![Block::section(voice.word("paper-reserve")), Block::Table(table)]
}

/// The appendix of what each project on the reserve list lacks.
pub(super) fn reserve_reasons(it: &Decision, voice: &Voice) -> Vec<Block> {
    if it.reserve.is_empty() {
        return Vec::new();
    }
    let table = reasons(&it.reserve, voice.word("paper-reserve-reasons-caption"), voice);
    vec![Block::section(voice.word("paper-reserve-reasons")), table]
}

/// How many were left out; who and why stands in an appendix, for it can be much longer than the paper.
pub(super) fn left_out_lead(it: &Decision, voice: &Voice) -> Option<Block> {
    let count = it.left_out.len();
    (count > 0).then(|| Block::paragraph(voice.counted("paper-left-out-lead", count, &[])))
}

/// The appendix of projects that are not recommended.
pub(super) fn left_out(it: &Decision, voice: &Voice) -> Vec<Block> {
    if it.left_out.is_empty() {
        return Vec::new();
    }
    let table = reasons(&it.left_out, voice.word("paper-left-out-caption"), voice);
    vec![Block::section(voice.word("paper-left-out")), table]
}

/// The appendix with both priority lists.
pub(super) fn lists(it: &Decision, voice: &Voice) -> Vec<Block> {
    if it.lists.is_empty() {
        return Vec::new();
    }
    let [own, other] = &it.sides;
    let columns = [
        (voice.word("paper-application"), Key),
        (voice.word("paper-project"), Words(1)),
        (own.name.clone(), Key),
        (other.name.clone(), Key),
    ];
    let mut table = Table::new(voice.word("paper-lists-caption"), columns);
    for listed in &it.lists {
        let [first, second] = &listed.standings;
        table.row(vec![listed.number.as_str().into(), listed.title.clone(), first.as_str().into(), second.as_str().into()]);
    }
    vec![Block::section(voice.word("paper-lists")), Block::Table(table)]
}

fn reasons(list: &[LeftOut], caption: String, voice: &Voice) -> Block {
    let columns =
        [(voice.word("paper-application"), Key), (voice.word("paper-project"), Words(1)), (voice.word("paper-col-reason"), Words(1))];
    let mut table = Table::new(caption, columns);
    for it in list {
        table.row(vec![it.number.as_str().into(), it.title.clone(), it.reason.clone()]);
    }
    Block::Table(table)
}

/// The appendix of who receives what from which party.
pub(super) fn participants(it: &Decision, voice: &Voice) -> Vec<Block> {
    let columns = [
        (voice.word("paper-application"), Key),
        (voice.word("paper-col-participant"), Words(1)),
        (voice.word("paper-col-party"), Key),
        (voice.word("paper-col-hours-own"), Number),
        (voice.word("paper-col-amount"), Number),
    ];
    let mut table = Table::new(voice.word("paper-participants-caption"), columns);
    for project in &it.recommended {
        project.participants.iter().for_each(|who| table.row(funded(it, &project.number, who, voice)));
    }
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![Block::section(voice.word("paper-participants")), Block::Table(table)]
}

fn funded(it: &Decision, number: &str, who: &Participant, voice: &Voice) -> Vec<Text> {
    let side = match who.side {
        Whose::Own => &it.sides[0],
        Whose::Counterpart => &it.sides[1],
    };
    let money = voice.money(who.amount, &side.currency);
    vec![number.into(), who.name.clone(), side.code.as_str().into(), voice.number(who.hours).into(), money.into()]
}

/// Sums over the recommended projects, each side for itself.
fn sums(it: &Decision, pick: impl Fn(&Recommended) -> [i64; 2]) -> [i64; 2] {
    it.recommended.iter().map(pick).fold([0, 0], |[a, b], [x, y]| [a + x, b + y])
}

/// Both sides' numbers on one line, which is never broken.
fn pair([own, other]: [i64; 2], voice: &Voice) -> String {
    format!("{}\u{a0}/\u{a0}{}", voice.number(own), voice.number(other))
}

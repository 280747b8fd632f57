//! The demonstration's call: its calendar on both walls, pots, criteria and questions.

use super::consortia;
use actions::{Desk, call::NewCall};
use anyhow::{Result, anyhow};
use domain::{
    Currency, Instant, Money, PartyCode, Text3,
    call::{ConfirmationRule, Criterion, Pot, Presented, Question, QuestionKind, Window},
    ids::{BodyId, CriterionId, ProgrammeId, QuestionId},
    money::Rate,
    time::{Day, Zone},
};

pub const SLUG: &str = "2026-1";
/// The round that stays open for whoever tries the demonstration.
pub const OPEN_SLUG: &str = "2026-2";

/// `2026-03-31T23:59` on the wall in Viborg.
pub fn viborg(local: &str) -> Result<Instant> {
    Zone::parse("Europe/Copenhagen").and_then(|z| z.instant(local)).map_err(|e| anyhow!("{local}: {e:?}"))
}

pub struct Setting {
    pub slug: &'static str,
    pub title: Text3,
    pub opens: Instant,
    pub closes: Instant,
    pub completes: Instant,
    pub presented_on: Day,
}

pub fn new_call(desk: &Desk, programme: &ProgrammeId, parties: &[PartyCode; 2], presented_to: &BodyId, s: Setting) -> Result<NewCall> {
    let summary = Text3::new(
        "Fælles projekter mellem Region Midtjylland og Shanghai. Hver part betaler sine egne deltagere. Kun projekter, som begge parter prioriterer, kan få bevilling.",
        "Joint projects between Central Denmark Region and Shanghai. Each party pays its own participants. Only projects that both parties prioritise can be funded.",
        "丹麦中部大区与上海市之间的联合项目。各方资助本方参与单位。只有双方均列入优先清单的项目方可获得资助。",
    );
    Ok(NewCall {
        slug: s.slug.into(),
        programme: programme.clone(),
        title: s.title,
        summary,
        theme: 1,
        window: Window { opens: s.opens, closes: s.closes, completes: parties.iter().map(|p| (p.clone(), s.completes)).collect() },
        confirmation: ConfirmationRule::All,
        // The longest of the 78 real consortia.
        max_months: 72,
        pots: pots(parties)?,
        criteria: criteria(desk),
        questions: questions(desk),
        presented: Some(Presented { body: presented_to.clone(), on: s.presented_on }),
        made_up: true,
    })
}

/// RM: the 6.5 million of 2009-2011 (R93) by the same years' shares. SH: the same paper's cautious million a year, in yuan at the demonstration's rates.
fn pots(parties: &[PartyCode; 2]) -> Result<Vec<Pot>> {
    let [rm, sh] = parties;
    let cross = cross_rate();
    let million = cross.convert(Money::new(100_000_000, Currency::Dkk)).map_err(|e| anyhow!("{e:?}"))?;
    // To whole hundred yuan: a pot is set by people.
    let million = Money::new(million.minor / 10_000 * 10_000, Currency::Cny);
    let own = (2026..).zip([150_000_000, 250_000_000, 250_000_000]).map(|(year, minor)| Pot {
        party: rm.clone(),
        year,
        amount: Money::new(minor, Currency::Dkk),
    });
    let theirs = (2026..=2028).map(|year| Pot { party: sh.clone(), year, amount: million });
    Ok(own.chain(theirs).collect())
}

fn cross_rate() -> Rate {
    let (dkk, cny) = (consortia::rate(Currency::Dkk), consortia::rate(Currency::Cny));
    Rate { from: Currency::Dkk, to: Currency::Cny, micro: cny.micro * 1_000_000 / dkk.micro, day: dkk.day, source: dkk.source }
}

fn criteria(desk: &Desk) -> Vec<Criterion> {
    let rows = [
        (
            40,
            Text3::new("Faglig kvalitet og nyhed", "Professional quality and novelty", "专业质量与创新性"),
            Text3::new(
                "Er projektet fagligt stærkt, og giver det ny viden?",
                "Is the project professionally strong, and does it give new knowledge?",
                "项目专业水平是否突出，能否带来新知识？",
            ),
        ),
        (
            30,
            Text3::new("Gensidigt udbytte", "Mutual benefit", "互利共赢"),
            Text3::new(
                "Har begge regioner ligeværdigt udbytte og forankring?",
                "Do both regions benefit equally, and is the project anchored in both?",
                "双方地区是否均等受益，项目是否扎根于双方？",
            ),
        ),
        (
            20,
            Text3::new("Offentlig-privat samarbejde", "Public-private co-operation", "公私合作"),
            Text3::new(
                "Forenes parternes viden til nye løsninger, produkter og ydelser?",
                "Is the partners' knowledge joined in new solutions, products and services?",
                "各方知识是否融合为新的解决方案、产品和服务？",
            ),
        ),
        (
            10,
            Text3::new("Gennemførlighed", "Feasibility", "可行性"),
            Text3::new(
                "Står tid, penge og folk mål med opgaven?",
                "Do time, money and people match the task?",
                "时间、资金和人员是否与任务相称？",
            ),
        ),
    ];
    let anchors = [
        Text3::new("Opfylder ikke kriteriet", "Does not meet the criterion", "不符合标准"),
        Text3::new("Svag: væsentlige mangler", "Weak: serious shortcomings", "较弱：存在重大缺陷"),
        Text3::new("Nogenlunde: flere mangler", "Fair: several shortcomings", "一般：存在若干不足"),
        Text3::new("God: enkelte mangler", "Good: some shortcomings", "良好：存在个别不足"),
        Text3::new("Meget god: små mangler", "Very good: minor shortcomings", "很好：仅有细微不足"),
        Text3::new("Fremragende: ingen mangler", "Excellent: no shortcomings", "优秀：没有不足"),
    ];
    (1..)
        .zip(rows)
        .map(|(no, (weight, label, help))| Criterion {
            id: desk.mint(CriterionId::mint),
            no,
            label,
            help,
            weight,
            anchors: anchors.to_vec(),
        })
        .collect()
}

fn questions(desk: &Desk) -> Vec<Question> {
    let rows = [
        (
            QuestionKind::Text,
            true,
            4000,
            Text3::new(
                "Hvad får begge regioner ud af projektet?",
                "What do both regions gain from the project?",
                "双方地区能从项目中获得什么？",
            ),
        ),
        (
            QuestionKind::Choice(vec![
                Text3::new("Ny idé", "New idea", "新设想"),
                Text3::new("Fra en workshop", "From a workshop", "来自研讨会"),
                Text3::new("Videreførelse af et samarbejde", "Continuation of a co-operation", "既有合作的延续"),
            ]),
            true,
            0,
            Text3::new("Hvordan er projektet opstået?", "How did the project come about?", "项目是如何产生的？"),
        ),
        (
            QuestionKind::Number,
            false,
            0,
            Text3::new("Hvor mange ph.d.-studerende deltager?", "How many PhD students take part?", "有多少博士生参与？"),
        ),
        (
            QuestionKind::Table(vec![Text3::new("Milepæl", "Milestone", "里程碑"), Text3::new("Måned", "Month", "月份")]),
            false,
            20,
            Text3::new("Milepæle", "Milestones", "里程碑"),
        ),
        (QuestionKind::File, false, 0, Text3::new("Bilag, fx en hensigtserklæring", "Annex, e.g. a letter of intent", "附件，如意向书")),
    ];
    (1..)
        .zip(rows)
        .map(|(no, (kind, required, max_length, label))| Question {
            id: desk.mint(QuestionId::mint),
            no,
            kind,
            label,
            help: Text3::default(),
            required,
            max_length,
        })
        .collect()
}

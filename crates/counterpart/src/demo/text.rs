//! Made-up texts whose dates for notice lie ahead, so that the demonstration shows reminders in all three tiers. No source states how long the real
//! agreements run; these say in their titles that they are examples, and only the offices see them.

use super::setup::viewer;
use actions::{
    Desk,
    instrument::{self, NewInstrument},
};
use anyhow::{Result, anyhow};
use domain::{
    Instant, Text3,
    edtf::Edtf,
    ids::CommitmentId,
    instrument::{Commitment, Kind, Notice, Prevails, Progress, Side, State, Term, clock},
    reminder::{Matter, Tier},
    time::{Day, Zone},
};

const NOTICE: Notice = Notice { months: 6, days: 0 };

/// Once: what is there already stays as visitors left it.
pub async fn plan(desk: &Desk) -> Result<()> {
    let officer = viewer(desk, "officer-rm@example.org").await?;
    let zone = Zone::parse("Europe/Copenhagen").map_err(|e| anyhow!("{e:?}"))?;
    let today = zone.wall(desk.now()).day;
    let texts = [
        (
            "example-digital-health",
            Tier::Urgent,
            Term::Tacit { months: 36, renews: 12, notice: NOTICE },
            Text3::new("Eksempel: MoU om digital sundhed", "Example: MoU on digital health", "示例：数字卫生谅解备忘录"),
        ),
        (
            "example-eldercare",
            Tier::Near,
            Term::Fixed { months: 36, notice: NOTICE },
            Text3::new("Eksempel: MoU om ældrepleje", "Example: MoU on eldercare", "示例：养老谅解备忘录"),
        ),
        (
            "example-students",
            Tier::Early,
            Term::Fixed { months: 60, notice: NOTICE },
            Text3::new("Eksempel: Aftale om studieophold", "Example: Agreement on student exchange", "示例：学生交流协议"),
        ),
    ];
    let texts =
        texts.map(|(slug, tier, term, title)| text(slug, title, term, begin(&term, today.plus_days(tier.lead(Matter::Notice)), today)));
    if instrument::load(desk, &officer, &texts).await? == 0 {
        return Ok(());
    }
    let promises = [
        (
            20,
            Text3::new("Fælles workshop om telemedicin", "Joint workshop on telemedicine", "联合举办远程医疗研讨会"),
            "Regionshospitalet",
            "卫生健康委员会",
        ),
        (-10, Text3::new("Udveksling af vejledninger", "Exchange of guidelines", "交换指南"), "Sekretariatet", "外事办公室"),
    ];
    for (days, body, a, b) in promises {
        let promise = Commitment {
            id: CommitmentId::mint(Instant::from_micros(0), [0; 10]),
            no: 0,
            body,
            owners: [a.into(), b.into()],
            due: Edtf::parse(&today.plus_days(days).iso()).unwrap_or_default(),
            indicator: Text3::default(),
            progress: Progress::Open,
            done: Edtf::default(),
            evidence: String::new(),
        };
        instrument::add_commitment(desk, &officer, "example-digital-health", promise, &desk.token()).await?;
    }
    Ok(())
}

/// The first day of a text whose last day for notice is `last`.
fn begin(term: &Term, last: Day, today: Day) -> Day {
    let guess = last.plus_months(NOTICE.months - term.months());
    let fits = |start: &Day| clock(term, *start, today).is_some_and(|c| c.notice == last);
    (-4..=4).map(|days| guess.plus_days(days)).find(fits).unwrap_or(guess)
}

fn text(slug: &str, title: Text3, term: Term, start: Day) -> NewInstrument {
    let from = Edtf::parse(&start.iso()).unwrap_or_default();
    let post = |side, da, en, zh| (side, Text3::new(da, en, zh), String::new(), None, from.clone());
    NewInstrument {
        slug: slug.into(),
        partnership: "midtjylland-shanghai".into(),
        parent: None,
        title,
        kind: Kind::Mou,
        labels: Default::default(),
        state: State::InForce,
        signed: from.clone(),
        place: Text3::new("Viborg", "Viborg", "维堡"),
        in_force: from.clone(),
        term,
        prevails: Prevails::Equal,
        focus: Text3::default(),
        note: Text3::new(
            "Opdigtet, så demonstrationen kan vise frister og påmindelser. Den siger intet om virkelige aftaler.",
            "Made up, so that the demonstration can show dates and reminders. It says nothing about real agreements.",
            "虚构文本，仅用于演示期限和提醒，与实际协议无关。",
        ),
        published: false,
        source: None,
        bound: [vec!["central-denmark-region".into()], vec!["shanghai-municipality".into()]],
        signatories: vec![
            post(Side::A, "Regionsrådsformand", "Chair of the Regional Council", "大区议会主席"),
            post(Side::B, "Vicedirektør", "Deputy director", "副主任"),
        ],
    }
}

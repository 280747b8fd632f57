//! A programme with bodies and a published call, for every test that begins after the announcement.

use crate::World;
use actions::{
    Viewer,
    call::NewCall,
    programme::{BodyRecord, ProgrammeRecord, SourceRecord},
};
use domain::{
    Currency, Instant, Money, PartyCode, Text3,
    call::{Call, ConfirmationRule, Criterion, Pot, Presented, Question, QuestionKind, Window},
    ids::{BodyId, CriterionId, ProgrammeId, QuestionId},
    programme::{BodyKind, Grounds, Step, Target, Theme},
    time::Day,
};

/// Days that a `published_call` stays open, counted from the world's present.
pub const OPEN_DAYS: i64 = 30;

fn rm() -> PartyCode {
    PartyCode::parse("RM").unwrap()
}
fn sh() -> PartyCode {
    PartyCode::parse("SH").unwrap()
}
fn text(da: &str, en: &str, zh: &str) -> Text3 {
    Text3::new(da, en, zh)
}
fn day(s: &str) -> Day {
    Day::parse(s).unwrap()
}

/// The bodies of the world's parties: (recommending, granting) of RM, then of SH.
pub struct Bodies {
    pub rm: (BodyId, BodyId),
    pub sh: (BodyId, BodyId),
}

/// A balanced programme 2026-2028 in DKK, frame 19.5 million as in 2009-2011 (R97, R98).
pub fn programme_record(slug: &str) -> ProgrammeRecord {
    let kr = |all: [i64; 3]| all.map(|x| x * 50_000_000).to_vec();
    let source = |label, party, estimate, note, amounts| SourceRecord { label, party, estimate, note, amounts: kr(amounts) };
    ProgrammeRecord {
        slug: slug.into(),
        title: text("Vidensbaseret erhvervssamarbejde", "Knowledge-based business co-operation", "知识型商业合作"),
        purpose: text("Fælles projekter", "Joint projects", "联合项目"),
        parties: [rm(), sh()],
        first_year: 2026,
        last_year: 2028,
        currency: Currency::Dkk,
        record_only: false,
        source: Text3::default(),
        note: Text3::default(),
        frame: vec![
            (text("Projektaktiviteter", "Project activities", "项目活动"), kr([8, 12, 12])),
            (text("Workshops", "Workshops", "研讨会"), kr([1, 1, 1])),
            (text("Udstilling", "Exhibition", "展览"), kr([2, 2, 0])),
        ],
        financing: vec![
            source(text("Region Midtjylland", "Central Denmark Region", "丹麦中部大区"), Some(rm()), false, Text3::default(), [5, 7, 6]),
            source(text("Andre danske", "Other Danish", "丹麦其他来源"), None, false, Text3::default(), [4, 6, 5]),
            source(
                text("Shanghai", "Shanghai", "上海"),
                Some(sh()),
                true,
                text("Forsigtigt skøn", "Cautious estimate", "谨慎估计"),
                [2, 2, 2],
            ),
        ],
        goals: vec![text("Forskning", "Research", "科研")],
        themes: vec![
            Theme { no: 1, label: text("IT", "IT", "信息技术"), grounds: Grounds::default() },
            Theme { no: 2, label: text("Energi og miljø", "Energy and environment", "能源与环境"), grounds: Grounds::default() },
        ],
        targets: vec![
            Target { year: 2026, low: 2, high: 4 },
            Target { year: 2027, low: 4, high: 6 },
            Target { year: 2028, low: 4, high: 6 },
        ],
        schedule: vec![Step { year: 2026, quarter: 1, what: text("Workshop", "Workshop", "研讨会") }],
        facts: vec![],
    }
}

impl World {
    /// Recommending and granting bodies of both parties, sitting since 2020.
    pub async fn bodies(&self) -> Bodies {
        let mut ids = Vec::new();
        for (party, da, en, zh, kind) in [
            (rm(), "Vækstforum", "Growth Forum", "增长论坛", BodyKind::Recommending),
            (rm(), "Regionsrådet", "Regional Council", "大区议会", BodyKind::Granting),
            (sh(), "Shanghais ekspertudvalg", "Science and Technology Commission", "上海市科学技术委员会", BodyKind::Recommending),
            (sh(), "Shanghais bystyre", "Shanghai Municipal Government", "上海市人民政府", BodyKind::Granting),
        ] {
            let record =
                BodyRecord { party, name: text(da, en, zh), kind, appointed_by: Text3::default(), from: day("2020-01-01"), to: None };
            ids.push(actions::programme::add_body(&self.desk, &Viewer::operator(), &record).await.unwrap());
        }
        let mut next = ids.into_iter();
        let mut pair = || (next.next().unwrap(), next.next().unwrap());
        Bodies { rm: pair(), sh: pair() }
    }

    /// An open programme; `slug` in its address.
    pub async fn programme(&self, slug: &str) -> ProgrammeId {
        actions::programme::load_record(&self.desk, &Viewer::operator(), &programme_record(slug)).await.unwrap()
    }

    /// A draft ready for publication: pots in DKK and CNY for 2026-2028, four criteria, one question of each kind; opens now, closes after `OPEN_DAYS`.
    pub async fn draft_call(&self, slug: &str) -> Call {
        let programme = self.programme(&format!("{slug}-programme")).await;
        let bodies = self.bodies().await;
        let id = actions::call::create(&self.desk, &Viewer::operator(), new_call(self, slug, programme, bodies.rm.0)).await.unwrap();
        self.call(&id).await
    }

    /// A further draft under the programme of a call; answers its slug.
    pub async fn draft_call_under(&self, call: &Call, slug: &str) -> String {
        let presented = call.presented.as_ref().unwrap().body.clone();
        let new = new_call(self, slug, call.programme.clone(), presented);
        actions::call::create(&self.desk, &Viewer::operator(), new).await.unwrap();
        slug.into()
    }

    /// A call that both offices have published, open from now.
    pub async fn published_call(&self) -> Call {
        let draft = self.draft_call("2026-it").await;
        let done = actions::call::publish(&self.desk, &Viewer::operator(), &draft.slug, draft.version).await.unwrap();
        assert_eq!(done, actions::call::Publication::Published);
        self.call(&draft.id).await
    }

    /// The call as it stands in the database.
    pub async fn call(&self, id: &domain::ids::CallId) -> Call {
        store::call::get(&mut self.desk.db.read().await.unwrap(), id).await.unwrap()
    }
}

fn new_call(w: &World, slug: &str, programme: ProgrammeId, presented_to: BodyId) -> NewCall {
    let opens = w.now();
    let closes = opens.plus_seconds(OPEN_DAYS * 86_400);
    NewCall {
        slug: slug.into(),
        programme,
        title: text("IT i sundhed og miljø", "IT in health and environment", "健康与环境信息技术"),
        summary: text(
            "Fælles projekter med deltagere fra begge sider.",
            "Joint projects with participants of both sides.",
            "双方单位共同参与的联合项目。",
        ),
        theme: 1,
        window: Window { opens, closes, completes: vec![(rm(), closes.plus_seconds(7 * 86_400)), (sh(), closes.plus_seconds(7 * 86_400))] },
        confirmation: ConfirmationRule::All,
        max_months: 36,
        pots: pots(),
        criteria: criteria(w),
        questions: questions(w),
        presented: Some(Presented { body: presented_to, on: day("2026-01-15") }),
        made_up: false,
    }
}

fn pots() -> Vec<Pot> {
    let own = |party: PartyCode, currency, years: [i64; 3]| {
        (2026..)
            .zip(years)
            .map(move |(year, m)| Pot { party: party.clone(), year, amount: Money::new(m * 10_000_000, currency) })
            .collect::<Vec<_>>()
    };
    // Millions and tenths: RM 1.5 / 2.5 / 2.5 (the 6.5 of R93), SH its own.
    [own(rm(), Currency::Dkk, [15, 25, 25]), own(sh(), Currency::Cny, [10, 20, 20])].concat()
}

fn criteria(w: &World) -> Vec<Criterion> {
    let all = [
        ("Faglig kvalitet", "Professional quality", "专业质量", 40),
        ("Ligeværdigt udbytte", "Equal benefit", "互利均衡", 30),
        ("Offentlig-privat samarbejde", "Public-private cooperation", "公私合作", 20),
        ("Gennemførlighed", "Feasibility", "可行性", 10),
    ];
    let anchors = [
        "svag/weak/弱",
        "mangelfuld/lacking/不足",
        "nogenlunde/fair/一般",
        "god/good/良好",
        "meget god/very good/很好",
        "fremragende/excellent/优秀",
    ];
    let anchor = |a: &str| {
        let mut parts = a.split('/');
        let mut next = || parts.next().unwrap();
        text(next(), next(), next())
    };
    (1..)
        .zip(all)
        .map(|(no, (da, en, zh, weight))| Criterion {
            id: w.desk.mint(CriterionId::mint),
            no,
            label: text(da, en, zh),
            help: Text3::default(),
            weight,
            anchors: anchors.iter().map(|a| anchor(a)).collect(),
        })
        .collect()
}

/// In order: text, choice, number, table, file; text and choice are required.
fn questions(w: &World) -> Vec<Question> {
    let question = |no, kind, label, required, max_length| Question {
        id: w.desk.mint(QuestionId::mint),
        no,
        kind,
        label,
        help: Text3::default(),
        required,
        max_length,
    };
    vec![
        question(1, QuestionKind::Text, text("Udbytte for begge sider", "Benefit for both sides", "双方受益"), true, 2000),
        question(
            2,
            QuestionKind::Choice(vec![text("Ny idé", "New idea", "新设想"), text("Videreførelse", "Continuation", "延续")]),
            text("Art", "Kind", "类型"),
            true,
            0,
        ),
        question(3, QuestionKind::Number, text("Ph.d.-studerende", "PhD students", "博士生"), false, 0),
        question(
            4,
            QuestionKind::Table(vec![text("Milepæl", "Milestone", "里程碑"), text("Måned", "Month", "月份")]),
            text("Milepæle", "Milestones", "里程碑"),
            false,
            10,
        ),
        question(5, QuestionKind::File, text("Bilag", "Annex", "附件"), false, 0),
    ]
}

/// The instant that a wall of `zone` shows, for tests of deadlines.
pub fn instant(zone: &str, local: &str) -> Instant {
    domain::time::Zone::parse(zone).unwrap().instant(local).unwrap()
}

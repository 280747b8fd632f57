//! Two made-up delegations and two requests, so that the offices' side of the book has something to show. The titles say that they are examples.

use super::setup::viewer;
use actions::{
    Desk, Viewer,
    delegation::{
        self, Form,
        part::Line,
        programme,
        request::{self, NewRequest},
    },
};
use anyhow::{Context, Result, anyhow};
use domain::{
    Currency, Lang, Money, Text3,
    area::Area,
    delegation::{
        Delegation, Hosting, Kind, State,
        cost::{Cost, Payer, What},
        gift::{Disposal, Gift, Level},
        part::{FollowUp, Member, Part, Topic},
        plan::plus,
        request::Wish,
    },
    edtf::Edtf,
    ids::DelegationId,
    time::{Day, Zone},
};

const COMING: &str = "example-eldercare-visit";
const PAST: &str = "example-return-visit";

/// Once: what is there already stays as visitors left it.
pub async fn plan(desk: &Desk) -> Result<()> {
    let officer = viewer(desk, "officer-rm@example.org").await?;
    if delegation::show(desk, &officer, COMING).await.is_ok() {
        return Ok(());
    }
    let zone = Zone::parse("Europe/Copenhagen").map_err(|e| anyhow!("{e:?}"))?;
    let today = zone.wall(desk.now()).day;
    past(desk, &officer, today).await.context(PAST)?;
    coming(desk, &officer, today).await.context(COMING)?;
    requests(desk).await
}

fn delegation(desk: &Desk, slug: &str, title: Text3, days: [Day; 2]) -> Delegation {
    Delegation {
        id: desk.mint(DelegationId::mint),
        slug: slug.into(),
        title,
        kinds: vec![Kind::Administrative, Kind::Expert],
        state: State::Planned,
        visitor: "CN".into(),
        host: "DK".into(),
        visitor_org: None,
        host_org: None,
        place: None,
        dates: Edtf::default(),
        prepared: Edtf::default(),
        arrives: Some(days[0]),
        departs: Some(days[1]),
        purpose: Text3::default(),
        areas: vec![Area::Eldercare, Area::Health],
        partnership: "midtjylland-shanghai".into(),
        recommended: Text3::default(),
        hosting: Hosting::Partial,
        report: Text3::default(),
        signs: false,
        recurring: false,
        public: true,
        source: String::new(),
        version: 0,
    }
}

async fn coming(desk: &Desk, officer: &Viewer, today: Day) -> Result<()> {
    let (first, last) = (plus(today, 75), plus(today, 77));
    let title = Text3::new(
        "Besøg om ældrepleje og digital sundhed (eksempel)",
        "Visit on eldercare and digital health (example)",
        "养老与数字健康考察访问（示例）",
    );
    let d = Delegation {
        state: State::Agreed,
        purpose: Text3::new(
            "At se hjemmepleje og telemedicin og forberede en fælles workshop.",
            "To see home care and telemedicine and to prepare a joint workshop.",
            "考察居家养老和远程医疗，筹备联合研讨会。",
        ),
        recommended: Text3::new("De to internationale kontorer", "The two international offices", "双方外事办公室"),
        ..delegation(desk, COMING, title, [first, last])
    };
    let [from, to] = ["shanghai-civil-affairs", "central-denmark-region"].map(String::from);
    delegation::save(desk, officer, Form { delegation: d, visitor_org: from.clone(), host_org: to, place: "viborg".into() }).await?;
    let member = |name: &str, passport: &str, rank: i64, post: Text3| {
        Part::Member(Member {
            name: name.into(),
            person: None,
            organisation: None,
            organisation_name: String::new(),
            post,
            rank,
            head: rank == 1,
            passport: passport.into(),
            passport_no: format!("E0000000{rank}"),
            born: Day::parse("1975-05-17"),
            people: 1,
        })
    };
    add(desk, officer, COMING, &from, member("李样例", "LI YANGLI", 1, Text3::new("Kontorchef", "Head of division", "处长"))).await?;
    add(desk, officer, COMING, &from, member("王示范", "WANG SHIFAN", 2, Text3::new("Specialkonsulent", "Senior adviser", "调研员")))
        .await?;
    for (what, payer, kroner, currency) in [
        (What::Travel, Payer::Visitor, 42_000, Currency::Cny),
        (What::Visa, Payer::Visitor, 1_400, Currency::Cny),
        (What::Venue, Payer::Host, 12_000, Currency::Dkk),
        (What::Interpreting, Payer::Host, 18_500, Currency::Dkk),
        (What::Stay, Payer::Host, 9_600, Currency::Dkk),
    ] {
        let money = Money::new(kroner * 100, currency);
        add(desk, officer, COMING, "", Part::Cost(Cost { what, note: String::new(), payer, money, reason: String::new() })).await?;
    }
    let mut lines = String::new();
    for (after, hours, words) in [
        (0, "09:00-10:00", "Velkomst og præsentation | Welcome and round of introductions | 欢迎与介绍 | Viborg"),
        (
            0,
            "10:30-12:00",
            "Hjemmepleje: sådan planlægger en kommune sine besøg | Home care: how a municipality plans its rounds | 居家护理：市镇如何安排服务 | Viborg",
        ),
        (1, "09:00-11:30", "Telemedicin på regionshospitalet | Telemedicine at the regional hospital | 大区医院远程医疗 | Aarhus"),
        (1, "13:00-15:00", "Virksomheder viser velfærdsteknologi | Companies show assistive technology | 企业展示辅助器具 | Aarhus"),
        (2, "09:00-11:00", "Næste skridt: workshop og datoer | Next steps: workshop and dates | 下一步：研讨会及日期 | Viborg"),
    ] {
        lines.push_str(&format!("{} {hours} | {words}\n", plus(first, after).iso()));
    }
    programme::save(desk, officer, COMING, &lines, 0).await?;
    // The second version moves one item and adds another, as programmes do.
    let moved = lines.replace("09:00-11:30 | Telemedicin", "09:30-12:00 | Telemedicin")
        + &format!("{} 17:30-20:00 | Middag | Dinner | 晚宴 | Viborg\n", first.iso());
    programme::save(desk, officer, COMING, &moved, 1).await?;
    Ok(())
}

async fn past(desk: &Desk, officer: &Viewer, today: Day) -> Result<()> {
    let (first, last) = (plus(today, -210), plus(today, -206));
    let title = Text3::new(
        "Genbesøg i Shanghai om ældrepleje (eksempel)",
        "Return visit to Shanghai on eldercare (example)",
        "赴上海养老考察回访（示例）",
    );
    let d = Delegation {
        visitor: "DK".into(),
        host: "CN".into(),
        purpose: Text3::new(
            "At se plejecentre og kommunale digitale ydelser.",
            "To see care centres and municipal digital services.",
            "考察养老机构和市政数字服务。",
        ),
        ..delegation(desk, PAST, title, [first, last])
    };
    let [from, to] = ["rm-international-office", "shanghai-civil-affairs"].map(String::from);
    let form = Form { delegation: d, visitor_org: from.clone(), host_org: to, place: "shanghai".into() };
    delegation::save(desk, officer, form.clone()).await?;
    let crew = Member {
        name: String::new(),
        person: None,
        organisation: None,
        organisation_name: String::new(),
        post: Text3::new("Medarbejdere", "Staff", "工作人员"),
        rank: 1,
        head: false,
        passport: String::new(),
        passport_no: String::new(),
        born: None,
        people: 4,
    };
    add(desk, officer, PAST, &from, Part::Member(crew)).await?;
    let done = Delegation { state: State::Done, version: 1, ..form.delegation.clone() };
    delegation::save(desk, officer, Form { delegation: done, ..form }).await?;
    let topic = Topic {
        name: Text3::new("Faldsensorer i plejeboliger", "Fall sensors in care homes", "养老机构跌倒监测"),
        finding: Text3::new(
            "Begge sider prøver det samme; en fælles workshop er oplagt.",
            "Both sides are trying the same; a joint workshop suggests itself.",
            "双方均在试点，适合举办联合研讨会。",
        ),
        area: Some(Area::Eldercare),
        taken_up: false,
    };
    add(desk, officer, PAST, "", Part::Topic(topic)).await?;
    let gift = |giver, giver_name: &str, recipient: &str, what: &str, value: Money, accepted, disposal| {
        Part::Gift(Gift {
            day: first,
            giver,
            giver_name: giver_name.into(),
            recipient: recipient.into(),
            recipient_head: true,
            level: Level::Bureau,
            what: what.into(),
            value,
            accepted,
            disposal,
        })
    };
    let (silk, vase) = (Money::new(18_000, Currency::Cny), Money::new(26_000, Currency::Cny));
    add(desk, officer, PAST, "", gift(Payer::Host, "Deputy director", "Head of office", "Silk picture", silk, true, Disposal::Displayed))
        .await?;
    add(desk, officer, PAST, "", gift(Payer::Visitor, "Head of office", "Deputy director", "Glass vase", vase, false, Disposal::Returned))
        .await?;
    for (what, due) in [("Send the notes on fall sensors to both expert groups", -150), ("Propose dates for a joint workshop", 20)] {
        let line = FollowUp { what: what.into(), owner: "Head of Secretariat".into(), due: plus(today, due), done: None };
        add(desk, officer, PAST, "", Part::FollowUp(line)).await?;
    }
    Ok(())
}

async fn add(desk: &Desk, officer: &Viewer, slug: &str, organisation: &str, part: Part) -> Result<()> {
    Ok(delegation::part::save(desk, officer, slug, None, Line { part, organisation: organisation.into() }).await?)
}

async fn requests(desk: &Desk) -> Result<()> {
    let request = |lang, wish, organisation: &str, body: &str| NewRequest {
        wish,
        name: "Eksempel / 示例".into(),
        organisation: organisation.into(),
        contact: "visitor@example.org".into(),
        lang,
        area: Some(Area::Eldercare),
        body: body.into(),
        wished: String::new(),
        post: "rm-contact-shanghai".into(),
        form_key: desk.token(),
    };
    let zh = request(Lang::Zh, Wish::Visit, "示例养老服务机构", "希望参观居家养老和康复机构，一行六人。");
    let da =
        request(Lang::Da, Wish::Information, "Eksempel Hjælpemidler ApS", "Vi søger en kontakt i Shanghai, der arbejder med hjælpemidler.");
    for new in [zh, da] {
        request::send(desk, &Viewer::nobody(Lang::En), new).await?;
    }
    Ok(())
}

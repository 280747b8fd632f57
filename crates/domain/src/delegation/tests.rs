//! The rules of delegations, each by a case that holds and one that does not.
use super::{
    cost::{Cost, Payer, What},
    gift::{Disposal, Gift, Level, cap, warnings},
    letter::{Inviter, missing},
    plan::{Done, Step, between, plus, steps},
    programme::{Change, diff, parse, within, write},
    reciprocity::person_days,
    *,
};
use crate::{Currency, Money, time::Zone};

pub(crate) fn day(iso: &str) -> Day {
    Day::parse(iso).unwrap()
}

fn named(slug: &str) -> Option<Named> {
    Some(Named { slug: slug.into(), name: Text3::new(slug, slug, slug) })
}

pub(crate) fn delegation() -> Delegation {
    Delegation {
        id: DelegationId::parse("01890000-0000-7000-8000-000000000001").unwrap(),
        slug: "test".into(),
        title: Text3::new("Besøg", "Visit", "访问"),
        kinds: vec![Kind::Expert],
        state: State::Planned,
        visitor: "CN".into(),
        host: "DK".into(),
        visitor_org: named("a"),
        host_org: named("b"),
        place: named("viborg"),
        dates: Edtf::parse("2026-05").unwrap(),
        prepared: Edtf::default(),
        arrives: Some(day("2026-05-11")),
        departs: Some(day("2026-05-13")),
        purpose: Text3::new("Ældrepleje", "Eldercare", "养老"),
        areas: vec![Area::Eldercare],
        partnership: String::new(),
        recommended: Text3::default(),
        hosting: Hosting::Open,
        report: Text3::default(),
        signs: false,
        recurring: false,
        public: true,
        source: String::new(),
        version: 1,
    }
}

fn member(name: &str, head: bool) -> Member {
    Member {
        name: name.into(),
        person: None,
        organisation: named("a"),
        organisation_name: String::new(),
        post: Text3::new("Direktør", "Director", "主任"),
        rank: 1,
        head,
        passport: name.to_uppercase(),
        passport_no: "E00000000".into(),
        born: Some(day("1970-02-28")),
        people: 1,
    }
}

fn cost(what: What, payer: Payer, reason: &str) -> Cost {
    Cost { what, note: String::new(), payer, money: Money::new(100, Currency::Dkk), reason: reason.into() }
}

#[test]
fn r130_r131_the_host_pays_the_workshop_and_the_visitor_the_travel() {
    assert!(cost(What::Venue, Payer::Host, "").check(Hosting::Open).is_ok());
    assert!(cost(What::Travel, Payer::Visitor, "").check(Hosting::Full).is_ok());
    assert_eq!(cost(What::Travel, Payer::Host, " ").check(Hosting::Full).unwrap_err().key(), "delegation-cost-visitor-pays");
    assert_eq!(cost(What::Venue, Payer::Visitor, "").check(Hosting::Open).unwrap_err().key(), "delegation-cost-host-pays");
    let excused = cost(What::Travel, Payer::Host, "Decided by the council");
    assert!(excused.check(Hosting::Open).is_ok() && excused.deviates(Hosting::Open));
    assert!(cost(What::Stay, Payer::Visitor, "").check(Hosting::Partial).is_ok());
    assert!(cost(What::Stay, Payer::Visitor, "").check(Hosting::Full).is_err());
}

#[test]
fn gifts_warn_on_the_giver_s_own_cap() {
    let gift = |yuan: i64, head: bool| Gift {
        day: day("2026-05-12"),
        giver: Payer::Host,
        giver_name: "Shanghai".into(),
        recipient: "Chair".into(),
        recipient_head: head,
        level: Level::Bureau,
        what: "Silk".into(),
        value: Money::new(yuan * 100, Currency::Cny),
        accepted: true,
        disposal: Disposal::HandedOver,
    };
    let keys = |g: &Gift, others: &[Gift]| warnings(g, "CN", "DK", others).iter().map(Refusal::key).collect::<Vec<_>>();
    assert!(keys(&gift(200, true), &[]).is_empty());
    assert_eq!(keys(&gift(201, true), &[]), ["delegation-gift-over-cap"]);
    assert_eq!(keys(&gift(10, false), &[gift(10, false)]), ["delegation-gift-not-head", "delegation-gift-second"]);
    assert!(keys(&Gift { level: Level::Minister, ..gift(400, true) }, &[]).is_empty());
    assert_eq!(keys(&Gift { value: Money::new(1, Currency::Dkk), ..gift(1, true) }, &[]), ["delegation-gift-currency"]);
    assert_eq!(keys(&Gift { disposal: Disposal::None, ..gift(1, true) }, &[]), ["delegation-gift-disposal"]);
    assert!(keys(&Gift { accepted: false, ..gift(900, false) }, &[]).is_empty(), "a declined gift is an entry without warnings");
    assert_eq!(cap(Level::Below).minor, 20_000);
}

#[test]
fn a_programme_is_read_by_the_host_s_clock_and_written_back() {
    let zone = Zone::parse("Europe/Copenhagen").unwrap();
    let text = "2026-05-12 13.00-14:30 | Sygehus | Hospital | 医院 | Aarhus\n2026-05-11 9:00-10:00 | Velkomst | Welcome | 欢迎 | Viborg";
    let items = parse(text, &zone).unwrap();
    assert_eq!(write(&items, &zone).lines().next().unwrap(), "2026-05-11 09:00-10:00 | Velkomst | Welcome | 欢迎 | Viborg");
    assert_eq!(parse(&write(&items, &zone), &zone).unwrap(), items);
    let shanghai = Zone::parse("Asia/Shanghai").unwrap().wall(items[0].starts);
    assert_eq!((shanghai.hour, shanghai.day), (15, day("2026-05-11")));
    let wrong = parse("2026-05-12 10:00 | a\n\n2026-05-12 10:00-09:00 | b\n2026-05-12 10:00-11:00 | | |", &zone).unwrap_err();
    assert_eq!(wrong.iter().map(Refusal::key).collect::<Vec<_>>(), ["programme-line-time", "programme-line-order", "programme-line-title"]);
    let d = delegation();
    assert!(within(&items, &zone, d.arrives, d.departs).is_ok());
    assert!(within(&items, &zone, d.arrives, Some(day("2026-05-11"))).is_err());
}

#[test]
fn a_new_version_shows_what_moved_came_and_went() {
    let zone = Zone::parse("Europe/Copenhagen").unwrap();
    let old =
        parse("2026-05-11 09:00-10:00 | | A | 甲\n2026-05-11 10:00-11:00 | | B | 乙\n2026-05-11 11:00-12:00 | | C | 丙", &zone).unwrap();
    let new =
        parse("2026-05-11 09:00-10:00 | | A | 甲\n2026-05-11 14:00-15:00 | | B | 乙\n2026-05-11 16:00-17:00 | | D | 丁", &zone).unwrap();
    let codes: Vec<&str> = diff(&old, &new).iter().map(Change::code).collect();
    assert_eq!(codes, ["same", "removed", "moved", "added"]);
}

#[test]
fn person_days_are_counted_where_they_are_known() {
    let d = Delegation { state: State::Done, ..delegation() };
    let crew = [member("a", true), Member { people: 4, ..member("", false) }];
    assert_eq!(person_days(&d, &crew), Some(15));
    let unknown = [member("a", true), Member { people: 0, ..member("", false) }];
    assert_eq!(person_days(&d, &unknown), None);
}

#[test]
fn the_plan_counts_back_from_arrival_and_turns_red() {
    let d = delegation();
    assert_eq!(plus(day("2026-03-01"), -1), day("2026-02-28"));
    assert_eq!(between(day("2024-02-28"), day("2024-03-01")), 2);
    let plan = steps(&d, &[member("a", true)], &Done::default(), day("2026-03-20"));
    let of = |s: Step| plan.iter().find(|x| x.step == s);
    assert_eq!(of(Step::Letter).unwrap().day, day("2026-03-12"));
    assert!(of(Step::Letter).unwrap().late && of(Step::Names).unwrap().done);
    assert!(!of(Step::LastVisa).unwrap().late && of(Step::Approval).is_none());
    let out = steps(&Delegation { host: "CN".into(), visitor: "DK".into(), signs: true, ..d }, &[], &Done::default(), day("2026-03-20"));
    assert!(out.iter().any(|s| s.step == Step::Approval && s.late) && !out.iter().any(|s| s.step == Step::LastVisa));
    let over = steps(&Delegation { state: State::Done, ..delegation() }, &[], &Done::default(), day("2026-06-20"));
    assert_eq!(over.iter().map(|s| (s.step, s.late)).collect::<Vec<_>>(), [(Step::Thanks, true), (Step::Report, true)]);
    assert!(steps(&Delegation { state: State::Cancelled, ..delegation() }, &[], &Done::default(), day("2026-06-20")).is_empty());
    assert!(steps(&Delegation { arrives: None, departs: None, ..delegation() }, &[], &Done::default(), day("2026-03-20")).is_empty());
}

#[test]
fn a_letter_names_everything_it_lacks() {
    let zone = Zone::parse("Europe/Copenhagen").unwrap();
    let inviter = Inviter {
        name: "Mette Eksempel".into(),
        title: Text3::new("", "Director", "主任"),
        rank: Text3::new("", "Director", "司局级"),
        address: "Skottenborg 26, 8800 Viborg".into(),
        mailbox: "international@example.org".into(),
    };
    let text = "2026-05-11 09:00-10:00 | | A | 甲\n2026-05-12 09:00-10:00 | | B | 乙\n2026-05-13 09:00-10:00 | | C | 丙";
    let items = parse(text, &zone).unwrap();
    let costs = [cost(What::Travel, Payer::Visitor, "")];
    assert_eq!(missing(&delegation(), &[member("a", true)], &costs, &items, &zone, &inviter), []);
    let keys = |all: Vec<Refusal>| all.iter().map(|r| r.key()).collect::<Vec<_>>();
    let poor = Member {
        passport: String::new(),
        passport_no: String::new(),
        born: None,
        post: Text3::new("Direktør", "", ""),
        ..member("a", true)
    };
    assert_eq!(
        keys(missing(&delegation(), &[poor], &costs, &items[..2], &zone, &inviter)),
        ["letter-member-passport", "letter-member-number", "letter-member-born", "letter-member-post", "letter-day"]
    );
    let bare = Delegation { place: None, arrives: None, departs: None, ..delegation() };
    let all = keys(missing(&bare, &[], &[], &[], &zone, &Inviter::default()));
    for key in [
        "letter-place",
        "letter-days",
        "letter-members",
        "letter-costs",
        "letter-programme",
        "letter-inviter",
        "letter-inviter-rank",
        "letter-inviter-address",
        "letter-inviter-mailbox",
    ] {
        assert!(all.contains(&key), "{key}");
    }
}

#[test]
fn states_follow_each_other() {
    let d = delegation();
    assert!(d.moves(State::Agreed, 0).is_ok());
    assert_eq!(d.moves(State::Done, 0).unwrap_err().key(), "delegation-done-members");
    assert!(d.moves(State::Done, 1).is_ok());
    let undated = Delegation { arrives: None, departs: None, ..delegation() };
    assert_eq!(undated.moves(State::Agreed, 1).unwrap_err().key(), "delegation-agreed-days");
    let done = Delegation { state: State::Done, ..delegation() };
    assert_eq!(done.moves(State::Planned, 1).unwrap_err().key(), "delegation-state");
    assert_eq!(Delegation { host: "CN".into(), ..delegation() }.check().unwrap_err().key(), "delegation-same-side");
}

//! Sums add up, confirmations follow the part, and everything that is missing is named.

use super::*;
use crate::{
    Currency, Money, Text3,
    call::{Call, ConfirmationRule, Question, QuestionKind, Window},
    ids::{ProgrammeId, QuestionId},
    organisation::Kind,
};
use proptest::prelude::*;

fn at(s: i64) -> Instant {
    Instant::from_micros(s * 1_000_000)
}
fn party(s: &str) -> PartyCode {
    PartyCode::parse(s).unwrap()
}

fn part(no: u8, side: Option<&str>) -> Participant {
    let side = side.map(|s| (party(s), if s == "RM" { Currency::Dkk } else { Currency::Cny }));
    let mut p = Participant::new(ParticipantId::mint(at(1), [no; 10]), i64::from(no), side, &format!("p{no}"), Lang::En, "DK");
    p.kind = Kind::University;
    p.email = "p@example.org".into();
    p.lead = no == 1;
    p
}

fn application() -> Application {
    let mut project = Project::new(Lang::En);
    (project.title, project.summary, project.start_month, project.months) = ("t".into(), "s".into(), "2026-11".into(), 14);
    Application {
        id: ApplicationId::mint(at(1), [1; 10]),
        call: CallId::mint(at(1), [2; 10]),
        number: None,
        state: State::Draft,
        project,
        participants: vec![part(1, Some("RM")), part(2, Some("SH")), part(3, None)],
        answers: vec![],
        attachments: vec![],
        submission: None,
        version: 1,
        created_by: None,
        source: String::new(),
        at: at(1),
    }
}

fn call(rule: ConfirmationRule) -> Call {
    Call {
        id: CallId::mint(at(1), [2; 10]),
        slug: "c".into(),
        programme: ProgrammeId::mint(at(1), [3; 10]),
        parties: [party("RM"), party("SH")],
        title: Text3::default(),
        summary: Text3::default(),
        theme: 1,
        window: Window { opens: at(100), closes: at(200), completes: vec![(party("SH"), at(300))] },
        confirmation: rule,
        max_months: 36,
        pots: vec![],
        criteria: vec![],
        questions: vec![],
        presented: None,
        published: Some(at(50)),
        version: 1,
        made_up: false,
    }
}

fn confirmed(mut app: Application) -> Application {
    for p in &mut app.participants {
        p.confirmed =
            Some(Confirmation { fingerprint: fingerprint(p), by: String::new(), by_name: String::new(), at: at(110), voided: None });
    }
    app
}

fn keys(call: &Call, app: &Application) -> Vec<&'static str> {
    missing(call, app).iter().map(|m| m.refusal.key()).collect()
}

#[test]
fn a_project_touches_every_year_between_its_first_and_last_month() {
    let mut p = application().project;
    assert_eq!(p.years(), [2026, 2027]);
    p.months = 15;
    assert_eq!(p.years(), [2026, 2027, 2028]);
    p.start_month = "2026-13".into();
    assert!(p.years().is_empty());
}

#[test]
fn r13_r14_r132_everything_missing_is_named_at_once() {
    let call = call(ConfirmationRule::Later);
    assert_eq!(keys(&call, &application()), Vec::<&str>::new());
    let mut app = application();
    app.project.title.clear();
    app.project.months = 40;
    app.participants.remove(1);
    app.participants[0].kind = Kind::Company;
    app.participants[1].kind = Kind::Company;
    app.participants[0].lead = false;
    assert_eq!(
        keys(&call, &app),
        ["application-title", "application-months", "application-party", "application-lead", "application-companies-only"]
    );
}

#[test]
fn r154_an_associated_participant_can_not_ask_for_money() {
    let mut p = part(3, None);
    p.lines.push(BudgetLine { year: 2026, category: Category::Staff, amount: Money::new(100, Currency::Dkk) });
    assert_eq!(problems(&p)[0].refusal.key(), "associated-money");
}

#[test]
fn wrong_currency_and_negative_figures_are_named_by_field() {
    let mut p = part(1, Some("RM"));
    p.lines.push(BudgetLine { year: 2026, category: Category::Staff, amount: Money::new(100, Currency::Cny) });
    p.lines.push(BudgetLine { year: 2026, category: Category::Travel, amount: Money::new(-1, Currency::Dkk) });
    p.years.push(YearFigures { year: 2026, own: None, hours: -5 });
    let found: Vec<(String, &str)> = problems(&p).into_iter().map(|e| (e.field, e.refusal.key())).collect();
    assert_eq!(
        found,
        [("staff-2026".into(), "amount-currency"), ("travel-2026".into(), "amount-negative"), ("hours-2026".into(), "hours-negative")]
    );
}

#[test]
fn the_rule_of_the_call_decides_about_confirmations() {
    assert_eq!(keys(&call(ConfirmationRule::All), &application()), ["application-unconfirmed", "application-unconfirmed"]);
    assert_eq!(keys(&call(ConfirmationRule::All), &confirmed(application())), Vec::<&str>::new());
    let later = submit(&call(ConfirmationRule::Later), &application(), &[], at(150)).unwrap();
    assert_eq!(later, Submitted { late: false, half: true });
    let whole = submit(&call(ConfirmationRule::Later), &confirmed(application()), &[], at(150)).unwrap();
    assert!(!whole.half);
}

#[test]
fn standing_follows_the_rule_and_each_side_s_window() {
    let mut half = Application { state: State::Submitted, ..confirmed(application()) };
    half.participants[1].confirmed = None;
    let later = call(ConfirmationRule::Later);
    assert_eq!(standing(&later, &half, at(201)), Standing::Half(at(300)));
    assert_eq!(standing(&later, &half, at(301)), Standing::Lapsed);
    let mut one_missing = Application { state: State::Submitted, ..confirmed(application()) };
    one_missing.participants.push(part(4, Some("SH")));
    assert_eq!(standing(&later, &one_missing, at(301)), Standing::Lapsed);
    let drop = call(ConfirmationRule::Drop);
    assert_eq!(standing(&drop, &one_missing, at(301)), Standing::Reduced);
    assert_eq!(in_force(&drop, one_missing.clone(), at(301)).unwrap().participants.len(), 3);
    assert_eq!(in_force(&drop, one_missing.clone(), at(300)).unwrap().participants.len(), 4);
    assert_eq!(in_force(&drop, half, at(301)), None);
    let whole = Application { state: State::Submitted, ..confirmed(application()) };
    assert_eq!(standing(&later, &whole, at(999)), Standing::Whole);
}

#[test]
fn late_only_where_both_sides_granted_it_and_then_flagged() {
    let call = call(ConfirmationRule::Later);
    let answer = |p: &str, until| LateAnswer { party: party(p), at: at(210), until, text: String::new() };
    let mut request =
        LateRequest { id: "x".into(), at: at(205), reason: "r".into(), by: String::new(), answers: vec![answer("RM", Some(at(260)))] };
    let key = |requests: &[LateRequest], now| submit(&call, &application(), requests, at(now)).map_err(|r| r.key());
    assert_eq!(key(&[], 200), Ok(Submitted { late: false, half: true }));
    assert_eq!(key(&[], 201), Err("application-closed"));
    assert_eq!(key(&[request.clone()], 250), Err("application-closed"));
    request.answers.push(answer("SH", Some(at(240))));
    assert_eq!(key(&[request.clone()], 240), Ok(Submitted { late: true, half: true }));
    assert_eq!(key(&[request.clone()], 241), Err("application-closed"));
    request.answers[1].until = None;
    assert_eq!(key(&[request], 230), Err("application-closed"));
}

#[test]
fn questions_are_checked_by_their_kind() {
    let mut call = call(ConfirmationRule::Later);
    let id = |n: u8| QuestionId::mint(at(1), [n; 10]);
    let question = |n: u8, kind, max_length| Question {
        id: id(n),
        no: i64::from(n),
        kind,
        label: Text3::default(),
        help: Text3::default(),
        required: true,
        max_length,
    };
    let two = || vec![Text3::default(), Text3::default()];
    call.questions = vec![
        question(1, QuestionKind::Text, 3),
        question(2, QuestionKind::Choice(two()), 0),
        question(3, QuestionKind::Number, 0),
        question(4, QuestionKind::Table(two()), 1),
        question(5, QuestionKind::File, 0),
    ];
    let mut app = application();
    assert_eq!(keys(&call, &app), ["answer-missing"; 5]);
    let answer = |n: u8, body: &str| Answer { question: id(n), lang: Lang::En, body: body.into() };
    app.answers = vec![answer(1, "1234"), answer(2, "3"), answer(3, "-1"), answer(4, "a\tb\nc\td")];
    assert_eq!(keys(&call, &app), ["answer-too-long", "answer-choice", "answer-number", "answer-too-long", "answer-missing"]);
}

proptest! {
    #[test]
    fn party_sums_are_the_sums_of_years_and_of_participants(amounts in proptest::collection::vec((0usize..2, 2026i64..2029, 0usize..6, 0i64..1_000_000_000_000), 0..40)) {
        let mut app = application();
        for (who, year, category, minor) in amounts {
            let currency = app.participants[who].currency.unwrap();
            app.participants[who].lines.push(BudgetLine { year, category: Category::ALL[category], amount: Money::new(minor, currency) });
        }
        for (code, currency) in [("RM", Currency::Dkk), ("SH", Currency::Cny)] {
            let (p, total) = (party(code), app.requested(&party(code), currency).unwrap());
            let by_year = Money::sum(currency, app.years().iter().map(|y| app.requested_in(&p, *y, currency).unwrap())).unwrap();
            let by_part = Money::sum(currency, app.of(&p).map(|x| x.requested().unwrap().unwrap())).unwrap();
            prop_assert_eq!(total, by_year);
            prop_assert_eq!(total, by_part);
        }
    }

    #[test]
    fn any_change_of_what_was_confirmed_changes_the_fingerprint_and_nothing_else_does(minor in 1i64..1_000_000, hours in 1i64..5000, name in "[a-zæøå上海]{1,12}") {
        let p = part(1, Some("RM"));
        let mut money = p.clone();
        money.lines.push(BudgetLine { year: 2026, category: Category::Staff, amount: Money::new(minor, Currency::Dkk) });
        let mut time = p.clone();
        time.years.push(YearFigures { year: 2026, own: None, hours });
        let mut renamed = p.clone();
        renamed.name = format!("{name}!");
        for (other, what) in [(&money, "budget"), (&time, "hours"), (&renamed, "name")] {
            prop_assert_ne!(fingerprint(&p), fingerprint(other));
            prop_assert_eq!(changes(&p, other), vec![what]);
        }
        let mut contact = p.clone();
        contact.email = format!("{hours}@example.org");
        prop_assert_eq!(fingerprint(&p), fingerprint(&contact));
    }

    #[test]
    fn a_table_comes_back_as_it_went_in(rows in proptest::collection::vec(proptest::collection::vec("[a-z上 ]{0,5}", 3), 0..6)) {
        let trimmed: Vec<Vec<String>> = rows.iter().map(|r| r.iter().map(|c| c.trim().to_string()).collect::<Vec<_>>()).filter(|r| r.iter().any(|c| !c.is_empty())).collect();
        prop_assert_eq!(cells(&rows_body(&rows)), trimmed);
    }
}

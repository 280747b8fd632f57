//! Findings are found and named, verdicts add up, and assessment waits for both offices.

use super::*;
use crate::{
    Currency, Lang, Money, Text3,
    application::{Answer, BudgetLine, Category, Confirmation, Participant, Project, State, Submission, YearFigures},
    call::{ConfirmationRule, Question, QuestionKind, Window},
    ids::{CallId, ProgrammeId, QuestionId, SubmissionId},
    organisation::{Kind, Scheme},
};

fn at(s: i64) -> Instant {
    Instant::from_micros(s * 1_000_000)
}
fn party(s: &str) -> PartyCode {
    PartyCode::parse(s).unwrap()
}
fn text(s: &str) -> Text3 {
    Text3::new(s, s, s)
}

fn call() -> Call {
    Call {
        id: CallId::mint(at(1), [1; 10]),
        slug: "2026-it".into(),
        programme: ProgrammeId::mint(at(1), [2; 10]),
        parties: [party("RM"), party("SH")],
        title: text("IT"),
        summary: text("x"),
        theme: 1,
        window: Window { opens: at(100), closes: at(200), completes: vec![] },
        confirmation: ConfirmationRule::Later,
        max_months: 36,
        pots: vec![],
        criteria: vec![],
        questions: vec![Question {
            id: QuestionId::mint(at(1), [3; 10]),
            no: 1,
            kind: QuestionKind::Text,
            label: text("Why?"),
            help: Text3::default(),
            required: true,
            max_length: 10,
        }],
        presented: None,
        published: Some(at(10)),
        version: 1,
        made_up: false,
    }
}

fn participant(no: u8, side: Option<(&str, Currency)>, kind: Kind) -> Participant {
    let confirmed = Confirmation { fingerprint: String::new(), by: String::new(), by_name: String::new(), at: at(150), voided: None };
    let id = ParticipantId::mint(at(1), [no; 10]);
    let mut p = Participant::new(id, no.into(), side.map(|(p, c)| (party(p), c)), &format!("Org {no}"), Lang::En, "DK");
    p.kind = kind;
    if let Some((_, currency)) = side {
        p.money_stated = true;
        p.confirmed = Some(confirmed);
        p.lines = vec![BudgetLine { year: 2026, category: Category::Staff, amount: Money::new(100, currency) }];
        p.years = vec![YearFigures { year: 2026, own: None, hours: 100 }];
    }
    p
}

fn application(participants: Vec<Participant>) -> Application {
    let project = Project { title: "T".into(), start_month: "2026-01".into(), months: 12, equal_benefit: true, ..Project::new(Lang::En) };
    Application {
        id: ApplicationId::mint(at(1), [9; 10]),
        call: call().id,
        number: Some("7-1".into()),
        state: State::Submitted,
        project,
        participants,
        answers: vec![Answer { question: call().questions[0].id.clone(), lang: Lang::En, body: "So.".into() }],
        attachments: vec![],
        submission: Some(Submission {
            id: SubmissionId::mint(at(1), [8; 10]),
            number: "7-1".into(),
            at: at(180),
            sha256: String::new(),
            late: false,
        }),
        version: 1,
        created_by: None,
        source: String::new(),
        at: at(150),
    }
}

fn whole() -> Application {
    application(vec![
        participant(1, Some(("RM", Currency::Dkk)), Kind::University),
        participant(2, Some(("SH", Currency::Cny)), Kind::University),
    ])
}

fn keys(app: &Application) -> Vec<&'static str> {
    findings(&call(), app, &[]).iter().map(|f| f.sentence.key()).collect()
}

#[test]
fn a_sound_application_has_no_findings_and_money_unstated_always_has() {
    assert_eq!(keys(&whole()), Vec::<&str>::new());
    let mut app = whole();
    app.participants[1].money_stated = false;
    app.participants[1].lines.clear();
    let found = findings(&call(), &app, &[]);
    assert_eq!(found[0].sentence.key(), "finding-money-unstated");
    assert_eq!(found[0].sentence.args()[0], ("name", Value::Text("Org 2".into())));
    assert_eq!(
        (found[0].participant.clone(), found[0].party.clone(), found[0].weight),
        (Some(app.participants[1].id.clone()), Some(party("SH")), Weight::Question)
    );
}

#[test]
fn r13_a_company_comes_with_a_public_or_knowledge_partner_of_its_own_side() {
    let mut app = whole();
    app.participants[0].kind = Kind::Company;
    assert_eq!(keys(&app), ["finding-companies-only"], "the other side's university does not help");
    app.participants.push(participant(3, Some(("RM", Currency::Dkk)), Kind::Hospital));
    app.participants[2].years[0].hours = 0;
    assert_eq!(keys(&app), ["finding-hours-missing"]);
}

#[test]
fn r14_r154_sides_sums_and_third_countries_are_looked_at() {
    let only = application(vec![participant(1, Some(("RM", Currency::Dkk)), Kind::University)]);
    assert_eq!(keys(&only), ["finding-side-missing"]);
    let mut app = whole();
    app.participants.push(participant(3, None, Kind::Company));
    app.participants[2].lines = vec![BudgetLine { year: 2026, category: Category::Staff, amount: Money::new(5, Currency::Eur) }];
    app.participants[0].lines[0].amount = Money::new(100, Currency::Cny);
    app.participants[1].lines[0].year = 2031;
    assert_eq!(keys(&app), ["finding-sums", "finding-stray-year", "finding-associated-money"]);
}

#[test]
fn unconfirmed_late_long_unanswered_and_odd_numbers_are_named() {
    let mut app = whole();
    app.project.months = 37;
    app.project.equal_benefit = false;
    app.participants[1].confirmed = None;
    app.participants[0].scheme = Scheme::Cvr;
    app.participants[0].identifier = "12345678".into();
    app.submission.as_mut().unwrap().late = true;
    app.answers.clear();
    let found = findings(&call(), &app, &[]);
    let keys: Vec<&str> = found.iter().map(|f| f.sentence.key()).collect();
    assert_eq!(
        keys,
        ["finding-months", "finding-late", "finding-half", "finding-unconfirmed", "finding-answer-missing", "finding-identifier"]
    );
    assert_eq!(found.last().unwrap().weight, Weight::Note, "check digits warn, never block");
}

#[test]
fn r156_hours_that_differ_are_an_aim_missed_never_a_question() {
    let mut app = whole();
    app.participants[1].years[0].hours = 111;
    assert_eq!(keys(&app), Vec::<&str>::new(), "within a tenth");
    app.participants[1].years[0].hours = 112;
    assert_eq!(keys(&app), ["finding-hours-differ"]);
    assert_eq!(findings(&call(), &app, &[])[0].weight, Weight::Note);
}

fn entrants(app: &Application) -> Vec<Entrant> {
    let of = |p: &Participant| Entrant {
        application: app.id.clone(),
        number: app.number.clone().unwrap(),
        participant: p.id.clone(),
        name: p.name.clone(),
        scheme: p.scheme,
        identifier: p.identifier.clone(),
    };
    app.participants.iter().map(of).collect()
}

#[test]
fn the_same_organisation_is_found_in_several_applications() {
    let (a, mut b) = (whole(), whole());
    b.id = ApplicationId::mint(at(1), [7; 10]);
    b.number = Some("7-2".into());
    b.participants[1].name = "Another".into();
    b.participants[0].name = "ORG  1".into();
    let all = [entrants(&a), entrants(&b)].concat();
    let of_a = elsewhere(&all, &a.id);
    assert_eq!(of_a, [Elsewhere { participant: a.participants[0].id.clone(), numbers: vec!["7-2".into()] }]);
    assert_eq!(findings(&call(), &a, &of_a)[0].sentence.key(), "finding-elsewhere");
    assert_eq!(shared(&all), [(a.id.clone(), 1), (b.id.clone(), 1)].into());
    assert_eq!(shared(&entrants(&a)), [].into(), "twice in one application is not elsewhere");
}

#[test]
fn of_many_other_applications_some_are_named_and_all_are_counted() {
    let found =
        findings(&call(), &whole(), &[Elsewhere { participant: whole().participants[0].id.clone(), numbers: vec!["7".into(); 40] }]);
    assert_eq!(found[0].sentence.args()[1].1, Value::Number(40));
    assert!(matches!(&found[0].sentence.args()[2].1, Value::Text(named) if named.ends_with("7 …") && named.matches('7').count() == 12));
}

fn said(app: &Application, p: &str, verdict: Verdict, note: &str) -> Handling {
    Handling { application: app.id.clone(), party: party(p), verdict, note: note.into(), by: String::new(), at: at(300) }
}

#[test]
fn one_office_s_no_is_enough_and_both_reasons_are_told() {
    let app = whole();
    let parties = [party("RM"), party("SH")];
    let (yes, no, other) = (
        said(&app, "RM", Verdict::Eligible, ""),
        said(&app, "SH", Verdict::Ineligible, "no city"),
        said(&app, "RM", Verdict::Ineligible, "late"),
    );
    assert_eq!(joint(&parties, &[]), Joint::Open(parties.to_vec()));
    assert_eq!(joint(&parties, &[&no]), Joint::Open(vec![party("RM")]));
    assert_eq!(joint(&parties, &[&yes, &no]), Joint::Ineligible(vec![(party("SH"), "no city".into())]));
    assert_eq!(joint(&parties, &[&other, &no]), Joint::Ineligible(vec![(party("RM"), "late".into()), (party("SH"), "no city".into())]));
    assert_eq!(reasoned(Verdict::Ineligible, " ").unwrap_err().key(), "handling-reason");
}

#[test]
fn r133_a_verdict_waits_for_the_closing_and_stands_from_the_start_of_assessment() {
    let app = whole();
    let draft = Application { state: State::Draft, ..app.clone() };
    let key = |app: &Application, started, now| open(&call(), app, started, at(now)).err().map(|r| r.key());
    assert_eq!(key(&app, false, 200), Some("handling-call-open"));
    assert_eq!(key(&app, false, 201), None);
    assert_eq!(key(&app, true, 201), Some("handling-started"));
    assert_eq!(key(&draft, false, 201), Some("handling-not-submitted"));
    let judged = |verdict| Eligibility {
        participant: app.participants[0].id.clone(),
        party: party("RM"),
        verdict,
        reason: "x".into(),
        by: String::new(),
        at: at(300),
    };
    assert_eq!(conclude(&app, &party("RM"), Verdict::Eligible, &[]).unwrap_err().key(), "handling-participants-open");
    assert_eq!(
        conclude(&app, &party("RM"), Verdict::Eligible, &[judged(Verdict::Ineligible)]).unwrap_err().key(),
        "handling-none-eligible"
    );
    assert!(conclude(&app, &party("RM"), Verdict::Eligible, &[judged(Verdict::Eligible)]).is_ok());
    assert!(conclude(&app, &party("RM"), Verdict::Ineligible, &[]).is_ok());
}

#[test]
fn r134_assessment_waits_for_both_offices_and_every_application() {
    let parties = [party("RM"), party("SH")];
    let (a, b) = (whole(), Application { id: ApplicationId::mint(at(1), [7; 10]), ..whole() });
    let ids = [a.id.clone(), b.id.clone()];
    let mut all = vec![said(&a, "RM", Verdict::Eligible, ""), said(&b, "RM", Verdict::Eligible, ""), said(&a, "SH", Verdict::Eligible, "")];
    let refusal = complete(&parties, &ids, &all).unwrap_err();
    assert_eq!(refusal.key(), "handling-open");
    assert_eq!((&refusal.args()[1].1, &refusal.args()[3].1), (&Value::Number(0), &Value::Number(1)));
    all.push(said(&b, "SH", Verdict::Ineligible, "no"));
    assert!(complete(&parties, &ids, &all).is_ok());
}

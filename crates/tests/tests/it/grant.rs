//! From the joint result to the first release on both sides, and everything that is refused on the way (R144-R146, R154-R158).

use actions::{Error, application, grant};
use domain::{Money, grant::Step};
use store::Value;
use tests::{World, each, grant::Office, priority::party};

fn refused<T: std::fmt::Debug>(r: actions::Result<T>) -> &'static str {
    match r {
        Err(Error::Refused(refusal)) => refusal.key(),
        other => panic!("not refused: {other:?}"),
    }
}

/// A call of five projects with a result in force, both offices, and a project that both fund.
async fn agreed(w: &World) -> (tests::Prioritised, [Office; 2], domain::ids::ApplicationId) {
    let call = w.published_call().await;
    let p = w.prioritised(&call).await;
    let offices = w.offices(&p).await;
    let id = p.funded[0].clone();
    (p, offices, id)
}

#[tokio::test]
async fn r145_to_r158_a_project_goes_from_the_joint_result_to_a_release_on_both_sides() {
    each(async |w| {
        let (p, offices, id) = agreed(w).await;
        let [rm, sh] = &offices;
        assert_eq!(refused(w.recommends(rm, &id).await), "grant-cofinancing-missing");
        let first = w.releasable(&offices, &id).await;
        for (office, instalment) in offices.iter().zip(&first) {
            grant::release(&w.desk, &office.officer, &id, &office.party, instalment, "").await.unwrap();
            assert_eq!(
                refused(grant::release(&w.desk, &office.officer, &id, &office.party, instalment, "").await),
                "grant-released-already"
            );
        }
        let shown = grant::overview(&w.desk, &rm.officer, &p.call.slug).await.unwrap();
        let project = shown.projects.iter().find(|x| x.grant.application == id).unwrap();
        assert_eq!(project.grant.next().map(|n| n.step), [Step::Release, Step::Release]);
        for purse in &shown.purses {
            let side = project.grant.side(&purse.party).unwrap();
            assert_eq!((purse.awarded, purse.released), (side.requested, Money::new(side.requested.minor - 100, side.currency)));
        }
        // The counterpart takes its word back: nothing more is released, and what was is remembered.
        grant::withdraw_statement(&w.desk, &sh.officer, &id, &sh.party, "No budget", "").await.unwrap();
        let rest = w.side(rm, &id).await.due().unwrap().id.clone();
        assert_eq!(refused(grant::release(&w.desk, &rm.officer, &id, &rm.party, &rest, "").await), "grant-cofinancing-withdrawn");
        let stands = grant::show(&w.desk, &rm.officer, &id).await.unwrap().project.grant;
        assert_eq!(stands.to_reclaim(&rm.party).unwrap(), Some(shown.purses[0].released));
        w.states(sh, &id).await;
        grant::release(&w.desk, &rm.officer, &id, &rm.party, &rest, "").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn r129_each_step_is_the_own_sides_and_of_the_right_people() {
    each(async |w| {
        let (_, [rm, sh], id) = agreed(w).await;
        let amount = w.side(&rm, &id).await.requested;
        let new = grant::NewStatement { amount, reference: "x".into(), day: w.today(), document: None };
        let foreign = grant::state_cofinancing(&w.desk, &sh.officer, &id, &rm.party, &new, "").await;
        assert!(matches!(foreign, Err(Error::Denied(_))), "{foreign:?}");
        let board = w.person(domain::Role::Board, Some("RM"), domain::Lang::Da).await;
        let by_board = grant::state_cofinancing(&w.desk, &board, &id, &rm.party, &new, "").await;
        assert!(matches!(by_board, Err(Error::Denied(_))), "a board states no co-financing");
        w.states(&sh, &id).await;
        let recommendation = grant::NewRecommendation { meeting: w.meeting(&rm.recommending), recommended: true, text: String::new() };
        grant::recommend(&w.desk, &board, &id, &rm.party, &recommendation, "").await.unwrap();
        let applicant = w.applicant().await;
        assert!(grant::show(&w.desk, &applicant, &id).await.is_err(), "applicants see their letter, not the offices' records");
    })
    .await;
}

#[tokio::test]
async fn a_form_that_comes_twice_finds_what_it_made() {
    each(async |w| {
        let (_, [rm, sh], id) = agreed(w).await;
        let amount = w.side(&rm, &id).await.requested;
        let new = grant::NewStatement { amount, reference: "1-30".into(), day: w.today(), document: None };
        let state = async || grant::state_cofinancing(&w.desk, &rm.officer, &id, &rm.party, &new, "").await.unwrap();
        assert_eq!(state().await, state().await);
        w.states(&sh, &id).await;
        for _ in 0..2 {
            w.recommends(&rm, &id).await.unwrap();
            w.decides(&rm, &id, Some(amount)).await.unwrap();
            w.awards(&rm, &id).await.unwrap();
            w.presents(&rm, &id).await;
            w.shows_activity(&rm, &id).await;
        }
        let side = w.side(&rm, &id).await;
        assert_eq!((side.statements.len(), side.evidence.len(), side.awarded()), (1, 1, amount));
        assert_eq!(refused(w.decides(&rm, &id, None).await), "grant-decided-already");
    })
    .await;
}

#[tokio::test]
async fn a_refusal_holds_the_other_side_until_a_new_joint_result() {
    each(async |w| {
        let (p, [rm, sh], id) = agreed(w).await;
        for office in [&rm, &sh] {
            w.states(office, &id).await;
        }
        for office in [&rm, &sh] {
            w.recommends(office, &id).await.unwrap();
        }
        w.decides(&sh, &id, None).await.unwrap();
        let requested = w.side(&rm, &id).await.requested;
        w.decides(&rm, &id, Some(requested)).await.unwrap();
        assert_eq!(refused(w.awards(&rm, &id).await), "grant-counterpart-refused");
        // The way out: the same lists without the project that fell.
        let version = actions::priority::result::rerun(&w.desk, &rm.officer, &p.call.slug).await.unwrap();
        actions::priority::result::answer(&w.desk, &sh.officer, &p.call.slug, &version, true, "").await.unwrap();
        assert_eq!(refused(w.awards(&rm, &id).await), "grant-not-funded");
    })
    .await;
}

#[tokio::test]
async fn r144_r154_r158_the_database_refuses_what_the_rules_refuse() {
    each(async |w| {
        let (p, offices, id) = agreed(w).await;
        let [rm, sh] = &offices;
        let out = p.applications.iter().find(|a| !p.funded.contains(&a.id)).unwrap();
        w.releasable(&offices, &id).await;
        // A second project, decided and not awarded yet.
        let next = p.funded[1].clone();
        w.states(rm, &next).await;
        w.states(sh, &next).await;
        w.recommends(rm, &next).await.unwrap();
        let asked = w.side(rm, &next).await.requested;
        w.decides(rm, &next, Some(asked)).await.unwrap();
        let row = |sql| async move { w.desk.db.read().await.unwrap().first(sql, &[]).await.unwrap().unwrap() };
        let one = async |sql: &'static str| row(sql).await.text("id").unwrap();
        let result = one("select result as id from award limit 1").await;
        let decision = one("select d.id from decision d where not exists (select 1 from award w where w.decision = d.id)").await;
        let award = one("select id from award where party = 'RM'").await;
        let instalment = one("select id from instalment where party = 'RM' and no = 1").await;
        let own_statement = one("select id from cofinancing_statement where party = 'RM'").await;
        let own_evidence = one("select id from activity_evidence where party = 'RM'").await;
        let other_statement = one("select id from cofinancing_statement where party = 'SH'").await;
        let other_evidence = one("select id from activity_evidence where party = 'SH'").await;
        let theirs = one("select p.id from participant p join award w on w.application = p.application where p.party = 'SH' limit 1").await;
        let fails = async |sql: &'static str, args: &[&str]| {
            let args: Vec<Value> = args.iter().map(|a| (*a).into()).collect();
            let mut tx = w.desk.db.write().await.unwrap();
            let outcome = tx.run(sql, &args).await;
            store::db::constraint(&outcome.unwrap_err()).expect("a constraint")
        };
        use store::db::Constraint::{Check, Foreign};
        let fresh = uuid();
        const AWARD: &str = "insert into award (id, application, result, decision, party, outcome, minor, currency, by, at) values ($1, $2, $3, $4, 'RM', 'granted', 5, 'DKK', '', 1)";
        assert_eq!(fails(AWARD, &[&fresh, out.id.as_str(), &result, &decision]).await, Foreign, "no award to what is not funded");
        assert_eq!(fails(AWARD, &[&fresh, next.as_str(), "no result", &decision]).await, Foreign, "no award without a joint result");
        const SHARE: &str = "insert into award_share (award, participant, party, minor) values ($1, $2, $3, 5)";
        assert_eq!(fails(SHARE, &[&award, &theirs, "RM"]).await, Foreign, "a participant of the other side is not RM's");
        assert_eq!(fails(SHARE, &[&award, &theirs, "SH"]).await, Foreign, "an award of RM is not SH's");
        const RELEASE: &str = "insert into release (id, instalment, application, party, counterpart, statement, evidence, by, at) values ($1, $2, $3, 'RM', $4, $5, $6, '', 1)";
        let release = async |counterpart: &str, statement: &str, evidence: &str| {
            fails(RELEASE, &[&fresh, &instalment, id.as_str(), counterpart, statement, evidence]).await
        };
        assert_eq!(release("SH", &own_statement, &other_evidence).await, Foreign, "its own statement is no counterpart's");
        assert_eq!(release("SH", &other_statement, &own_evidence).await, Foreign, "its own activity is no counterpart's");
        assert_eq!(release("RM", &own_statement, &own_evidence).await, Check, "nobody is its own counterpart");
        const RECOMMEND: &str = "update recommendation set statement = null where party = 'RM'";
        assert_eq!(fails(RECOMMEND, &[]).await, Check, "no recommendation without a statement");
    })
    .await;
}

fn uuid() -> String {
    "01890000-0000-7000-8000-00000000abcd".into()
}

#[tokio::test]
async fn documents_of_a_grant_are_read_by_both_offices_and_nobody_else() {
    each(async |w| {
        let (_, [rm, sh], id) = agreed(w).await;
        w.states(&rm, &id).await;
        let document = w.side(&rm, &id).await.statements[0].document.clone().unwrap();
        let found = grant::document(&w.desk, &sh.officer, &id, &document).await.unwrap();
        assert_eq!(found.name, "statement.pdf");
        assert!(grant::document(&w.desk, &w.applicant().await, &id, &document).await.is_err());
        assert_eq!(party("RM"), rm.party);
    })
    .await;
}

/// What must not stand on a letter of the other party, nor on a page of an applicant.
const CANARY: &str = "KANARIEFUGL";

#[tokio::test]
async fn every_applicant_gets_one_letter_with_reasons_and_nothing_of_the_other_side() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 5).await;
        let applications = w.make_ready(&call).await;
        let officers = w.officers().await;
        // SH wants neither of the last two, and says why in words that are its own.
        let mut second = tests::priority::in_order(&applications);
        for line in second.iter_mut().skip(3) {
            line.standing = domain::priority::Standing::NotPrioritised;
            line.reason = format!("{CANARY} inside SH");
        }
        w.opened(&call, &officers, [tests::priority::in_order(&applications), second]).await;
        let what = actions::priority::cut::WhatIf { policy: "skip-and-continue".into(), ..Default::default() };
        let version = actions::priority::result::propose(&w.desk, &officers[0], &call.slug, &what, "").await.unwrap();
        actions::priority::result::answer(&w.desk, &officers[1], &call.slug, &version, true, "").await.unwrap();
        let agreed = actions::priority::result::agreed(&w.desk, &officers[0], &call.slug).await.unwrap().unwrap();
        let funded = agreed.entries.iter().filter(|(_, o)| o.code() == "funded").map(|(id, _)| id.clone()).collect();
        let p = tests::Prioritised { call, applications, officers, funded };
        let offices = w.offices(&p).await;
        for id in &p.funded[..1] {
            w.awarded(&offices, id).await;
        }
        let [rm, sh] = &offices;
        let order = |office: &Office| grant::LetterOrder {
            body: office.granting.clone(),
            day: w.today(),
            contact: "office@example.org".into(),
            appeal: domain::Text3::new("Klag inden fire uger.", "Complain within four weeks.", "四周内申诉。"),
        };
        let bare = grant::LetterOrder { appeal: domain::Text3::default(), ..order(rm) };
        assert_eq!(refused(grant::send_letters(&w.desk, &rm.officer, &p.call.slug, &rm.party, &bare).await), "grant-letters-appeal");
        let ready = grant::letters(&w.desk, &rm.officer, &p.call.slug, &rm.party).await.unwrap();
        let waiting = p.funded.len() as u32 - 1;
        assert_eq!(ready.lines.iter().filter(|l| l.ready()).count() as u32, 5 - waiting);
        let sent = grant::send_letters(&w.desk, &rm.officer, &p.call.slug, &rm.party, &order(rm)).await.unwrap();
        assert_eq!((sent.sent, sent.failed.len()), (5 - waiting, 0));
        let again = grant::send_letters(&w.desk, &rm.officer, &p.call.slug, &rm.party, &order(rm)).await.unwrap();
        assert_eq!(again.sent, 0, "a letter goes out once");
        assert!(grant::send_letters(&w.desk, &sh.officer, &p.call.slug, &rm.party, &order(rm)).await.is_err());
        grant::send_letters(&w.desk, &sh.officer, &p.call.slug, &sh.party, &order(sh)).await.unwrap();
        let applicant = writer(w, &p.applications[4].id).await;
        let letters = application::list::dossier(&w.desk, &applicant, &p.applications[4].id).await.unwrap().letters;
        let outcomes: Vec<&str> = letters.iter().map(|l| l.outcome.as_str()).collect();
        assert_eq!(outcomes, ["refused", "refused"], "one of each party");
        let pdf = grant::letter_document(&w.desk, &applicant, &p.applications[4].id, &letters[0].id).await.unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF-1.7"));
        let stranger = w.applicant().await;
        assert!(grant::letter_document(&w.desk, &stranger, &p.applications[4].id, &letters[0].id).await.is_err());
        let said = async |office: &Office| {
            grant::letter::preview(&w.desk, &office.officer, &p.call.slug, &office.party, &p.applications[4].id, order(office)).await
        };
        let (of_rm, of_sh) = (said(rm).await.unwrap(), said(sh).await.unwrap());
        assert!(!of_rm.contains(CANARY), "{of_rm}");
        assert!(of_sh.contains(CANARY), "a party gives its own reason: {of_sh}");
        for paper in [&of_rm, &of_sh] {
            assert!(paper.contains("Complain within four weeks.") && !paper.contains("[grant-") && !paper.contains("[paper-"), "{paper}");
        }
    })
    .await;
}

/// The first editor of an application.
async fn writer(w: &World, id: &domain::ids::ApplicationId) -> actions::Viewer {
    let app = w.application(id).await;
    let account = store::account::find(&mut w.desk.db.read().await.unwrap(), &app.created_by.unwrap()).await.unwrap().unwrap();
    actions::Viewer::of(account)
}

#[tokio::test]
async fn decision_papers_say_both_sides_money_and_every_reason_in_each_language() {
    each(async |w| {
        let (p, offices, id) = agreed(w).await;
        w.states(&offices[1], &id).await;
        for (office, lang) in offices.iter().flat_map(|o| domain::Lang::ALL.map(|l| (o, l))) {
            let order = grant::PaperOrder { party: office.party.clone(), lang, day: None, place: String::new() };
            let paper = grant::decision_paper(&w.desk, &office.officer, &p.call.slug, &order).await.unwrap();
            let html = papers::html::render(&paper);
            for key in ["[paper-", "[grant-", "[refusal-grant"] {
                assert!(!html.contains(key), "{lang:?} {key}: {html}");
            }
            for a in &p.applications {
                assert!(html.contains(a.number.as_deref().unwrap()), "{} is missing", a.project.title);
            }
            assert!(papers::pdf::render(&paper).unwrap().starts_with(b"%PDF-1.7"));
        }
    })
    .await;
}

#[tokio::test]
async fn r106_a_programme_counts_money_and_projects_against_its_targets() {
    each(async |w| {
        let (p, offices, id) = agreed(w).await;
        let first = w.releasable(&offices, &id).await;
        grant::release(&w.desk, &offices[0].officer, &id, &offices[0].party, &first[0], "").await.unwrap();
        let status = grant::programme_status(&w.desk, &offices[1].officer, &p.call.programme).await.unwrap();
        assert_eq!(status.purses[0].set_aside, p.call.pot_total(&offices[0].party).unwrap());
        assert!(status.purses[0].released.minor > 0 && status.purses[1].released.minor == 0);
        assert!(status.years.contains(&(2026, Some((2, 4)), 1)), "{:?}", status.years);
        assert!(grant::programme_status(&w.desk, &w.applicant().await, &p.call.programme).await.is_err());
    })
    .await;
}

//! R133-R135: both offices handle everything, say why, and the journal has a line for it.

use actions::{
    Error,
    assessment::assign,
    handling::{self, Statement},
};
use domain::handling::{Joint, Verdict, Weight};
use tests::{PartSpec, Spec, each};

#[tokio::test]
async fn r134_assessment_cannot_start_before_both_offices_have_handled_everything() {
    each(async |w| {
        let call = w.published_call().await;
        let apps = w.submitted_many(&call, 2).await;
        let (rm, sh) = (w.officer("RM").await, w.officer("SH").await);
        w.close_call(&call);
        let rm_side = w.expert_group(&call, rm.clone(), 3).await;
        let refused = || async { assign::plan(&w.desk, &rm, &call.slug, None).await.unwrap_err() };
        w.say(&rm, &apps[0], Verdict::Eligible, "").await;
        w.say(&rm, &apps[1], Verdict::Eligible, "").await;
        w.say(&sh, &apps[0], Verdict::Eligible, "").await;
        let Error::Refused(r) = refused().await else { panic!("not refused") };
        assert_eq!(r.key(), "handling-open");
        assert_eq!(r.args()[1].1, domain::refusal::Value::Number(0), "RM has handled all");
        assert_eq!(r.args()[3].1, domain::refusal::Value::Number(1), "SH has one open");
        w.say(&sh, &apps[1], Verdict::Ineligible, "No participant in the city.").await;
        let change = assign::plan(&w.desk, &rm, &call.slug, None).await.unwrap();
        assert_eq!(change.added.len(), 2, "two experts for the one eligible application: {change:?}");
        assert_eq!(rm_side.experts.len(), 3);
        // From here on verdicts stand.
        let said = Statement { participants: vec![], whole: Verdict::Ineligible, note: "late thought".into() };
        let Error::Refused(r) = handling::record(&w.desk, &rm, &apps[0].id, &said).await.unwrap_err() else { panic!() };
        assert_eq!(r.key(), "handling-started");
        let rows = handling::overview(&w.desk, &sh, &call.slug, false).await.unwrap().rows;
        let joint: Vec<bool> = rows.iter().map(|r| r.said.joint == Joint::Eligible).collect();
        assert_eq!(joint, [true, false]);
    })
    .await;
}

#[tokio::test]
async fn an_office_judges_its_own_side_only_and_gives_reasons() {
    each(async |w| {
        let call = w.published_call().await;
        let app = w.submitted(&call, Spec::new("Ren luft", 100_000, 80_000)).await;
        let (rm, sh) = (w.officer("RM").await, w.officer("SH").await);
        let of = |party: &str| app.participants.iter().find(|p| p.party.as_ref().is_some_and(|x| x.as_str() == party)).unwrap();
        let said = |id: &domain::ids::ParticipantId, verdict, reason: &str| Statement {
            participants: vec![(id.clone(), verdict, reason.into())],
            whole: Verdict::Eligible,
            note: String::new(),
        };
        let early = handling::record(&w.desk, &rm, &app.id, &said(&of("RM").id, Verdict::Eligible, "")).await.unwrap_err();
        assert!(matches!(early, Error::Refused(r) if r.key() == "handling-call-open"));
        w.close_call(&call);
        let foreign = handling::record(&w.desk, &rm, &app.id, &said(&of("SH").id, Verdict::Eligible, "")).await.unwrap_err();
        assert!(matches!(foreign, Error::NotFound), "the other side's participant is not ours to judge");
        let bare = handling::record(&w.desk, &sh, &app.id, &said(&of("SH").id, Verdict::Ineligible, " ")).await.unwrap_err();
        assert!(matches!(bare, Error::Invalid(all) if all[0].refusal.key() == "handling-reason"));
        let none = handling::record(&w.desk, &sh, &app.id, &said(&of("SH").id, Verdict::Ineligible, "not in the city")).await.unwrap_err();
        assert!(matches!(none, Error::Refused(r) if r.key() == "handling-none-eligible"));
        w.say(&sh, &app, Verdict::Eligible, "").await;
        w.say(&sh, &app, Verdict::Ineligible, "changed our mind").await;
        let case = handling::case(&w.desk, &sh, &app.id).await.unwrap();
        assert_eq!(case.journal.len(), 2 + submitted_lines(&case), "every verdict has its line");
        assert!(handling::case(&w.desk, &w.officer("RM").await, &app.id).await.unwrap().journal.iter().all(|e| e.party.as_str() == "RM"));
        assert!(matches!(handling::case(&w.desk, &w.applicant().await, &app.id).await, Err(Error::Denied(_))));
    })
    .await;
}

fn submitted_lines(case: &handling::Case) -> usize {
    case.journal.iter().filter(|e| e.direction == domain::journal::Direction::In).count()
}

#[tokio::test]
async fn unstated_money_surfaces_and_only_sound_applications_are_approved_in_bulk() {
    each(async |w| {
        let call = w.published_call().await;
        let sound = w.submitted(&call, Spec::new("Sound", 100_000, 80_000)).await;
        let mut spec = Spec::new("Silent", 100_000, 0);
        spec.parts[1] = PartSpec::new(Some("SH"), "同济大学", vec![]);
        let silent = w.submitted(&call, spec).await;
        w.close_call(&call);
        let rm = w.officer("RM").await;
        let page = handling::overview(&w.desk, &rm, &call.slug, false).await.unwrap();
        let row = page.rows.iter().find(|r| r.line.application == silent.id).unwrap();
        let case = handling::case(&w.desk, &rm, &silent.id).await.unwrap();
        let of = |weight| case.findings.iter().filter(|f| f.weight == weight).count() as i64;
        assert_eq!((row.line.questions, row.notes), (of(Weight::Question), of(Weight::Note)), "the list counts what the case names");
        assert!(
            case.findings
                .iter()
                .any(|f| f.sentence.key() == "finding-money-unstated" && f.participant == Some(silent.participants[1].id.clone()))
        );
        assert_eq!(handling::approve_sound(&w.desk, &rm, &call.slug).await.unwrap(), [sound.number.unwrap()]);
        assert_eq!(handling::overview(&w.desk, &rm, &call.slug, false).await.unwrap().done(rm.party().unwrap()), 1);
    })
    .await;
}

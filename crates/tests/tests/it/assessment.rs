//! R136-R143: groups, conflicts across scripts, exact plans, blind sides, final scores.

use actions::{
    Error,
    assessment::{assign, conflict, group, panel, review},
};
use domain::{assessment::Origin, refusal::Value, time::Day};
use tests::{
    PartSpec, Spec,
    assessment::{new_expert, scored},
    each,
};

fn refused(e: Error) -> domain::Refusal {
    match e {
        Error::Refused(r) => r,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn r8_a_body_that_did_not_sit_that_day_appoints_no_group() {
    each(async |w| {
        let call = w.published_call().await;
        let rm = w.officer("RM").await;
        let bodies = store::programme::bodies(&mut w.desk.db.read().await.unwrap()).await.unwrap();
        let own = bodies.iter().find(|b| b.party.as_str() == "RM").unwrap();
        let other = bodies.iter().find(|b| b.party.as_str() == "SH").unwrap();
        let key = async |body: &domain::programme::Body, day: &str| match group::appoint(
            &w.desk,
            &rm,
            &call.slug,
            &body.id,
            Day::parse(day).unwrap(),
            2,
        )
        .await
        {
            Err(Error::Invalid(all)) => all[0].refusal.key(),
            other => panic!("{other:?}"),
        };
        assert_eq!(key(own, "2019-12-31").await, "group-body-day");
        assert_eq!(key(other, "2026-01-20").await, "group-body-party");
        let bare = group::set_members(&w.desk, &rm, &call.slug, &[]).await.unwrap_err();
        assert_eq!(refused(bare).key(), "group-not-appointed");
    })
    .await;
}

#[tokio::test]
async fn conflicts_are_found_across_scripts_and_dismissed_with_a_reason() {
    each(async |w| {
        let call = w.published_call().await;
        let mut spec = Spec::new("Vind", 100_000, 80_000);
        spec.parts[0] = PartSpec::new(Some("RM"), "Århus Universitet", vec![100_000; 3]);
        w.submitted(&call, spec).await;
        let (applicant, id) = w.drafted(&call, &Spec::new("Hav", 90_000, 70_000)).await;
        rename(w, &applicant, "Xiaoming Wang").await;
        actions::application::submit(&w.desk, &applicant, &id, &w.desk.token()).await.unwrap();
        let ([rm, sh], _) = w.handled(&call).await;
        for (officer, name, organisation) in [(&rm, "王小明", "University of Aarhus"), (&sh, "Wang Xiaoming", "Tongji University")] {
            let side = w.expert_group(&call, officer.clone(), 3).await;
            let id = group::save(&w.desk, officer, &call.slug, None, new_expert(name, organisation, "")).await.unwrap();
            let all: Vec<_> = side.experts.iter().map(|(_, id)| id.clone()).chain([id]).collect();
            group::set_members(&w.desk, officer, &call.slug, &all).await.unwrap();
            conflict::detect(&w.desk, officer, &call.slug).await.unwrap();
        }
        let lines = conflict::page(&w.desk, &rm, &call.slug).await.unwrap().lines;
        let seen: Vec<(&str, &str)> = lines.iter().map(|l| (l.title.as_str(), l.conflict.reason.as_str())).collect();
        assert!(seen.contains(&("Vind", "organisation-spelling")), "Aarhus is Århus is Aarhus: {seen:?}");
        assert!(seen.iter().any(|(t, r)| *t == "Hav" && ["pinyin", "organisation-spelling"].contains(r)), "{seen:?}");
        let others = conflict::page(&w.desk, &sh, &call.slug).await.unwrap().lines;
        assert!(others.iter().any(|l| l.title == "Hav" && l.conflict.origin == Origin::Detected), "order: Wang Xiaoming, Xiaoming Wang");
        assert!(others.iter().all(|l| l.expert == "Wang Xiaoming"), "the other side's conflicts stay there");
        // Nobody is assigned while it holds; a dismissal needs its reason and then counts.
        let held = &lines[0].conflict;
        let bare = conflict::dismiss(&w.desk, &rm, &call.slug, &held.id, " ").await.unwrap_err();
        assert!(matches!(bare, Error::Invalid(_)));
        assert!(matches!(conflict::dismiss(&w.desk, &sh, &call.slug, &held.id, "not ours").await, Err(Error::NotFound)));
        let full = assign::add(&w.desk, &rm, &call.slug, &held.application, &held.expert).await.unwrap_err();
        assert_eq!(refused(full).key(), "assignment-conflict");
        conflict::dismiss(&w.desk, &rm, &call.slug, &held.id, "another person").await.unwrap();
        assign::add(&w.desk, &rm, &call.slug, &held.application, &held.expert).await.unwrap();
        let kept = conflict::page(&w.desk, &rm, &call.slug).await.unwrap().lines;
        assert!(kept.iter().any(|l| l.conflict.id == held.id && !l.conflict.holds()), "a new search leaves the dismissal alone");
    })
    .await;
}

/// The account's own name, as its bearer writes it.
async fn rename(w: &tests::World, viewer: &actions::Viewer, name: &str) {
    let mut tx = w.desk.db.write().await.unwrap();
    let id = viewer.account.as_ref().unwrap().id.as_str();
    tx.run("update account set name = $2 where id = $1", &[id.into(), name.into()]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_plan_that_cannot_be_names_applications_experts_and_seats() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 3).await;
        let ([rm, _], apps) = w.handled(&call).await;
        let side = w.expert_group(&call, rm.clone(), 2).await;
        for (_, id) in &side.experts {
            let new = group::NewExpert { max_load: 2, ..new_expert("Expert X", "Institute X", "") };
            group::save(&w.desk, &rm, &call.slug, Some(id), new).await.unwrap();
        }
        let r = refused(assign::plan(&w.desk, &rm, &call.slug, None).await.unwrap_err());
        assert_eq!(r.key(), "assignment-short");
        assert_eq!(r.args()[0].1, Value::Number(2), "six seats, four places");
        assert!(matches!(&r.args()[1].1, Value::Text(numbers) if apps.iter().all(|a| numbers.contains(a.number.as_deref().unwrap()))));
        assert!(assign::page(&w.desk, &rm, &call.slug).await.unwrap().assignments.is_empty(), "nothing half done");
    })
    .await;
}

#[tokio::test]
async fn a_decline_is_planned_anew_and_the_rest_stays() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 3).await;
        let a = w.assigned(&call).await;
        let side = &a.sides[0];
        let leaver = &a.on(w, side, &a.applications[0].id).await[0];
        let empty = review::decline(&w.desk, leaver, &a.applications[0].id, "").await.unwrap_err();
        assert!(matches!(empty, Error::Invalid(_)));
        review::decline(&w.desk, leaver, &a.applications[0].id, "on leave").await.unwrap();
        assert!(matches!(review::open(&w.desk, leaver, &a.applications[0].id).await, Err(Error::NotFound)));
        assert_eq!(assign::page(&w.desk, &side.officer, &call.slug).await.unwrap().open_seats(), 1);
        let rehearsal = assign::rehearse(&w.desk, &side.officer, &call.slug).await.unwrap();
        assert_eq!((rehearsal.added.len(), rehearsal.removed.len(), rehearsal.kept), (1, 0, 5));
        assert_eq!(assign::page(&w.desk, &side.officer, &call.slug).await.unwrap().open_seats(), 1, "a rehearsal changes nothing");
        assert_eq!(assign::plan(&w.desk, &side.officer, &call.slug, None).await.unwrap(), rehearsal);
        let page = assign::page(&w.desk, &side.officer, &call.slug).await.unwrap();
        assert_eq!(page.open_seats(), 0);
        assert!(page.proof.unwrap().holds, "the kept proof is checked by code that shares nothing with the solver");
    })
    .await;
}

#[tokio::test]
async fn an_expert_sees_colleagues_only_after_the_own_is_final_and_final_is_final() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 1).await;
        let a = w.assigned(&call).await;
        let id = &a.applications[0].id;
        let pair = a.on(w, &a.sides[0], id).await;
        let v1 = review::save(&w.desk, &pair[0], id, 0, scored(&call, 3, "Draft")).await.unwrap();
        assert_eq!(refused(review::save(&w.desk, &pair[0], id, 0, scored(&call, 4, "Tab")).await.unwrap_err()).key(), "stale");
        review::close(&w.desk, &pair[0], id, v1, scored(&call, 3, "Canary-first")).await.unwrap();
        assert!(review::open(&w.desk, &pair[1], id).await.unwrap().colleagues.is_empty());
        let mut gap = scored(&call, 4, "Second");
        gap.marks[0].value = None;
        assert!(matches!(review::close(&w.desk, &pair[1], id, 0, gap).await, Err(Error::Invalid(_))));
        review::close(&w.desk, &pair[1], id, 0, scored(&call, 4, "Second")).await.unwrap();
        assert_eq!(review::open(&w.desk, &pair[1], id).await.unwrap().colleagues.len(), 1);
        assert_eq!(
            refused(review::save(&w.desk, &pair[0], id, v1 + 1, scored(&call, 5, "Late")).await.unwrap_err()).key(),
            "assessment-final"
        );
        let case = panel::case(&w.desk, &a.sides[0].officer, id).await.unwrap();
        let own = &case.sides[0].panels.as_ref().unwrap()[0];
        assert_eq!((own.mean, own.spread), (Some(700), Some(200)), "3 and 4 of 5");
        assert!(case.draft.unwrap().contains("Canary-first overall"));
    })
    .await;
}

#[tokio::test]
async fn r143_neither_side_sees_the_other_before_both_have_closed() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 2).await;
        let a = w.assigned(&call).await;
        let [rm, sh] = &a.sides;
        let open = refused(panel::close(&w.desk, &rm.officer, &call.slug).await.unwrap_err());
        assert_eq!(open.key(), "assessment-open");
        w.score(&a, rm, "Danish").await;
        w.close_side(&a, rm).await;
        let seen = async |officer| {
            panel::overview(&w.desk, officer, &call.slug, false)
                .await
                .unwrap()
                .sides
                .into_iter()
                .map(|s| s.panels.is_some())
                .collect::<Vec<_>>()
        };
        assert_eq!(seen(&sh.officer).await, [true, false]);
        assert_eq!(seen(&rm.officer).await, [true, false]);
        w.score(&a, sh, "Chinese").await;
        w.close_side(&a, sh).await;
        assert_eq!(seen(&rm.officer).await, [true, true]);
        let late = refused(assign::plan(&w.desk, &sh.officer, &call.slug, None).await.unwrap_err());
        assert_eq!(late.key(), "assessment-side-closed");
    })
    .await;
}

#[tokio::test]
async fn a_declared_conflict_takes_the_application_away() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 1).await;
        let a = w.assigned(&call).await;
        let id = &a.applications[0].id;
        let expert = &a.on(w, &a.sides[1], id).await[0];
        conflict::declare(&w.desk, expert, id, "my sister leads it").await.unwrap();
        assert!(matches!(review::open(&w.desk, expert, id).await, Err(Error::NotFound)));
        assert!(matches!(review::save(&w.desk, expert, id, 0, scored(&call, 5, "x")).await, Err(Error::NotFound)));
        assign::plan(&w.desk, &a.sides[1].officer, &call.slug, None).await.unwrap();
        assert!(!a.on(w, &a.sides[1], id).await.iter().any(|v| v.by() == expert.by()), "not given to the same person again");
    })
    .await;
}

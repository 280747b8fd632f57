//! Sealed lists stay sealed, open together or not at all, and only what both ranked can be funded (R129, R142-R144).

use actions::{
    Error,
    priority::{cut::WhatIf, list, meeting, result, reveal, round, seal},
};
use domain::priority::{Outcome, Stage, Standing};
use store::{Value, db::Constraint, priority as rows};
use tests::{
    World, each,
    priority::{in_order, line, party},
};

fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>) -> &'static str {
    match outcome.unwrap_err() {
        Error::Refused(r) => r.key(),
        Error::Invalid(all) => all[0].refusal.key(),
        Error::NotFound => "hidden",
        other => panic!("{other:?}"),
    }
}

async fn count(w: &World, sql: &'static str) -> i64 {
    w.desk.db.read().await.unwrap().first(sql, &[]).await.unwrap().unwrap().int("n").unwrap()
}

#[tokio::test]
async fn r142_a_sealed_list_leaves_no_rows_and_can_not_change() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(3).await;
        let officer = w.officer("RM").await;
        list::save(&w.desk, &officer, &call.slug, in_order(&applications[..2])).await.unwrap();
        let slip = seal::fresh_slip(&w.desk);
        assert_eq!(refused(seal::seal(&w.desk, &officer, &call.slug, &slip).await), "priority-undecided");
        let first = w.sealed(&call, &officer, in_order(&applications)).await;
        assert_eq!(count(w, "select count(*) as n from draft_rank").await, 0);
        assert_eq!(refused(list::save(&w.desk, &officer, &call.slug, in_order(&applications)).await), "priority-sealed");
        assert_eq!(refused(seal::seal(&w.desk, &officer, &call.slug, &slip).await), "priority-sealed");
        // The same slip again is the same form again: it answers with the first outcome.
        let again = seal::seal(&w.desk, &officer, &call.slug, &first).await.unwrap();
        let shown = list::show(&w.desk, &officer, &call.slug).await.unwrap();
        assert_eq!(shown.sealings[0].commitment, again.commitment);
        assert!(shown.rows.iter().all(|r| r.line.is_none()), "this node can't read the list any more");
    })
    .await;
}

#[tokio::test]
async fn r142_a_slip_that_does_not_fit_is_refused_and_recorded() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(2).await;
        let officers = w.officers().await;
        let rm = w.sealed(&call, &officers[0], in_order(&applications)).await;
        assert_eq!(refused(reveal::reveal(&w.desk, &officers[0], &call.slug, &rm).await), "priority-not-sealed-by");
        let sh = w.sealed(&call, &officers[1], in_order(applications.iter().rev())).await;
        // A misread line is a misread line, not an attempt.
        assert_eq!(refused(reveal::reveal(&w.desk, &officers[0], &call.slug, &rm.replacen('1', "2", 1)).await), "slip-line");
        assert_eq!(count(w, "select count(*) as n from reveal_refusal").await, 0);
        // Another slip, even the other side's own, opens nothing.
        for wrong in [seal::fresh_slip(&w.desk), sh.clone()] {
            assert_eq!(refused(reveal::reveal(&w.desk, &officers[0], &call.slug, &wrong).await), "priority-slip-mismatch");
        }
        let shown = meeting::show(&w.desk, &officers[1], &call.slug, &WhatIf::default()).await.unwrap();
        assert_eq!(shown.refusals.len(), 2, "both see that it was tried");
        assert_eq!(shown.refusals[0].party, party("RM"));
        assert_eq!(count(w, "select count(*) as n from event where detail like '%\"refused\":\"cipher\"%'").await, 2);
        assert_eq!(reveal::reveal(&w.desk, &officers[0], &call.slug, &rm).await.unwrap(), Stage::Sealed);
        assert_eq!(count(w, "select count(*) as n from priority_entry").await, 0);
        assert_eq!(
            reveal::reveal(&w.desk, &officers[1], &call.slug, &format!("Slip of SH\n\n{sh}\nround 1")).await.unwrap(),
            Stage::Revealed
        );
        assert_eq!(count(w, "select count(*) as n from priority_entry").await, 4);
        assert_eq!(count(w, "select count(*) as n from candidate").await, 2);
    })
    .await;
}

#[tokio::test]
async fn r142_the_other_sides_commitment_can_not_be_copied() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(2).await;
        let officers = w.officers().await;
        let slip = w.sealed(&call, &officers[0], in_order(&applications)).await;
        let mut tx = w.desk.db.write().await.unwrap();
        let stolen = rows::list::sealings(&mut tx, &call.id, 1).await.unwrap().remove(0);
        let permit = domain::decide(&officers[1].actor(), domain::Action::SealPriorities, &priorities("SH")).unwrap();
        let mut copy = rows::list::Sealing { party: party("SH"), ..stolen };
        // The database takes no commitment twice; not even with one digit changed does the other's slip open it.
        let refused_row = rows::list::seal(&mut tx, &permit, &call.id, 1, &copy).await.unwrap_err();
        assert_eq!(store::db::constraint(&refused_row), Some(Constraint::Unique));
        drop(tx);
        copy.commitment = copy.commitment.chars().rev().collect();
        let mut tx = w.desk.db.write().await.unwrap();
        rows::list::seal(&mut tx, &permit, &call.id, 1, &copy).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(refused(reveal::reveal(&w.desk, &officers[1], &call.slug, &slip).await), "priority-slip-mismatch");
    })
    .await;
}

fn priorities(code: &str) -> domain::Subject {
    domain::Subject::Priorities { party: party(code), parties: [party("RM"), party("SH")], revealed: false }
}

#[tokio::test]
async fn r144_only_what_both_ranked_is_a_candidate_in_the_database_too() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(4).await;
        let officers = w.officers().await;
        let first = vec![
            line(&applications[0], Standing::Ranked(1)),
            line(&applications[1], Standing::Ranked(2)),
            line(&applications[2], Standing::NotPrioritised),
            line(&applications[3], Standing::EligibleUnranked),
        ];
        let second = in_order(&applications);
        w.opened(&call, &officers, [first, second]).await;
        let permit = domain::decide(
            &officers[0].actor(),
            domain::Action::ReadPriorities,
            &domain::Subject::Priorities { party: party("RM"), parties: [party("RM"), party("SH")], revealed: true },
        )
        .unwrap();
        let candidates = rows::list::candidates(&mut w.desk.db.read().await.unwrap(), &permit, &call.id, 1).await.unwrap();
        assert_eq!(candidates.len(), 2);
        // Straight past every rule, the database refuses: one side did not rank these.
        for outsider in [&applications[2], &applications[3]] {
            let mut tx = w.desk.db.write().await.unwrap();
            let refused_row = rows::list::insert_candidate(&mut tx, &permit, &call.id, 1, &outsider.id, &call.parties).await.unwrap_err();
            assert_eq!(store::db::constraint(&refused_row), Some(Constraint::Foreign), "{} {refused_row:#}", w.engine);
        }
        let result = result::propose(&w.desk, &officers[0], &call.slug, &WhatIf::default(), "").await.unwrap();
        let mut tx = w.desk.db.write().await.unwrap();
        let funded = "insert into funded (result, call, round, application, outcome) values ($1, $2, 1, $3, 'funded')";
        let args: [Value; 3] = [result.as_str().into(), call.id.as_str().into(), applications[2].id.as_str().into()];
        let refused_row = tx.run(funded, &args).await.unwrap_err();
        assert_eq!(store::db::constraint(&refused_row), Some(Constraint::Foreign), "{}", w.engine);
        drop(tx);
        // And no question can bring one in.
        let forced = WhatIf { forced: vec![applications[2].id.clone()], ..WhatIf::default() };
        let shown = meeting::show(&w.desk, &officers[0], &call.slug, &forced).await.unwrap();
        let outcome = shown.open.unwrap().cut.unwrap().outcomes[&applications[2].id].clone();
        assert_eq!(outcome.code(), "out");
    })
    .await;
}

#[tokio::test]
async fn r129_a_lost_slip_takes_both_offices_to_begin_again() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(2).await;
        let officers = w.officers().await;
        let lost = w.sealed(&call, &officers[0], in_order(&applications)).await;
        list::save(&w.desk, &officers[1], &call.slug, in_order(&applications)).await.unwrap();
        round::ask_void(&w.desk, &officers[0], &call.slug, "the slip is lost").await.unwrap();
        assert_eq!(refused(round::agree_void(&w.desk, &officers[0], &call.slug).await), "priority-void-own");
        round::agree_void(&w.desk, &officers[1], &call.slug).await.unwrap();
        let kept = list::show(&w.desk, &officers[1], &call.slug).await.unwrap();
        assert_eq!(kept.round.as_ref().unwrap().no, 2);
        assert_eq!(kept.rows.iter().filter(|r| r.line.is_some()).count(), 2, "who had not sealed keeps the draft");
        let shown = meeting::show(&w.desk, &officers[1], &call.slug, &WhatIf::default()).await.unwrap();
        assert_eq!(shown.earlier[0].void_asked.as_ref().unwrap().reason, "the slip is lost");
        // The old slip belongs to the old round.
        w.sealed(&call, &officers[0], in_order(&applications)).await;
        w.sealed(&call, &officers[1], in_order(&applications)).await;
        assert_eq!(refused(reveal::reveal(&w.desk, &officers[0], &call.slug, &lost).await), "priority-slip-mismatch");
    })
    .await;
}

#[tokio::test]
async fn r143_a_proposal_is_answered_by_the_other_side_and_has_its_own_bytes() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(3).await;
        let officers = w.officers().await;
        let what = WhatIf { policy: "skip-and-continue".into(), ..WhatIf::default() };
        assert_eq!(refused(result::propose(&w.desk, &officers[0], &call.slug, &what, "").await), "priority-not-begun");
        w.opened(&call, &officers, [in_order(&applications), in_order(applications.iter().rev())]).await;
        let larger = WhatIf { pots: [(party("RM"), 1)].into(), ..what.clone() };
        assert_eq!(refused(result::propose(&w.desk, &officers[0], &call.slug, &larger, "").await), "result-pots");
        let by_hand = WhatIf { excluded: vec![applications[0].id.clone()], ..what.clone() };
        assert_eq!(refused(result::propose(&w.desk, &officers[0], &call.slug, &by_hand, "").await), "result-note-missing");
        let id = result::propose(&w.desk, &officers[0], &call.slug, &by_hand, "double funding").await.unwrap();
        assert_eq!(refused(result::answer(&w.desk, &officers[0], &call.slug, &id, true, "").await), "result-own");
        assert_eq!(refused(result::answer(&w.desk, &officers[1], &call.slug, &id, false, "").await), "result-decline-reason");
        result::answer(&w.desk, &officers[1], &call.slug, &id, false, "not agreed between us").await.unwrap();
        let id = result::propose(&w.desk, &officers[1], &call.slug, &what, "").await.unwrap();
        assert!(result::agreed(&w.desk, &officers[0], &call.slug).await.unwrap().is_none());
        result::answer(&w.desk, &officers[0], &call.slug, &id, true, "").await.unwrap();
        let agreed = result::agreed(&w.desk, &officers[0], &call.slug).await.unwrap().unwrap();
        assert_eq!((agreed.version.no, agreed.version.policy.as_str()), (2, "skip-and-continue"));
        let body = result::body(&w.desk, &officers[1], &call.slug, 2).await.unwrap();
        assert_eq!(dossier::Digest::of(body.as_bytes()).hex(), agreed.version.sha256);
        assert_eq!(refused(result::propose(&w.desk, &officers[0], &call.slug, &what, "").await), "result-agreed");
        // The database, too, takes no answer from the proposer.
        let mut tx = w.desk.db.write().await.unwrap();
        let own = "update joint_result set answered_by = proposed_by where id = $1";
        assert_eq!(store::db::constraint(&tx.run(own, &[id.as_str().into()]).await.unwrap_err()), Some(Constraint::Check));
    })
    .await;
}

#[tokio::test]
async fn a_withdrawal_leads_to_a_new_version_that_keeps_every_signed_award() {
    each(async |w| {
        let call = w.published_call().await;
        let p = w.prioritised(&call).await;
        assert!(p.funded.len() >= 2 && !p.funded.contains(&p.applications[4].id));
        let gone = p.funded[0].clone();
        assert_eq!(refused(result::rerun(&w.desk, &p.officers[0], &call.slug).await), "result-agreed");
        actions::application::withdraw(&w.desk, &p.officers[0], &gone, "the partner left").await.unwrap();
        let id = result::rerun(&w.desk, &p.officers[1], &call.slug).await.unwrap();
        // Until the other side accepts, the first version stands.
        assert_eq!(result::agreed(&w.desk, &p.officers[0], &call.slug).await.unwrap().unwrap().version.no, 1);
        result::answer(&w.desk, &p.officers[0], &call.slug, &id, true, "").await.unwrap();
        let shown = meeting::show(&w.desk, &p.officers[0], &call.slug, &WhatIf::default()).await.unwrap();
        assert_eq!(shown.versions.len(), 2, "both versions are kept");
        assert!(shown.versions[0].version.superseded.is_some() && shown.versions[1].version.in_force());
        assert!(shown.versions[1].changes.iter().any(|c| c.from == "funded" && c.to == "out"));
        let after: Vec<_> = shown.versions[1].entries.iter().filter(|(_, o)| *o == Outcome::Funded).map(|(id, _)| id.clone()).collect();
        assert!(p.funded[1..].iter().all(|id| after.contains(id)) && !after.contains(&gone));
    })
    .await;
}

#[tokio::test]
async fn an_acceptance_after_another_withdrawal_is_refused() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(3).await;
        let officers = w.officers().await;
        w.opened(&call, &officers, [in_order(&applications), in_order(&applications)]).await;
        let id = result::propose(&w.desk, &officers[0], &call.slug, &WhatIf::default(), "").await.unwrap();
        actions::application::withdraw(&w.desk, &officers[1], &applications[0].id, "no longer possible").await.unwrap();
        assert_eq!(refused(result::answer(&w.desk, &officers[1], &call.slug, &id, true, "").await), "result-differs");
        result::answer(&w.desk, &officers[1], &call.slug, &id, false, "a project was withdrawn").await.unwrap();
        result::propose(&w.desk, &officers[1], &call.slug, &WhatIf::default(), "").await.unwrap();
    })
    .await;
}

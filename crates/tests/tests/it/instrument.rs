//! A text from draft to end: nothing binds before both sides signed and approved, and a new version begins with the old one's words.

use crate::partnership::draft as partnership_draft;
use actions::{
    Error, Viewer,
    instrument::{self, Draft, Step},
    partnership,
};
use axum::http::StatusCode;
use domain::{
    Text3,
    edtf::Edtf,
    ids::CommitmentId,
    instrument::{
        Approval, ApprovalKind, By, Commitment, Kind, Notice, Outcome, Prevails, Progress, Relation, Side, Signatory, State, Term,
    },
    partnership::State as Standing,
    time::Day,
};
use tests::{World, each};

fn words(s: &str) -> Text3 {
    Text3::new(s, s, s)
}

fn edtf(s: &str) -> Edtf {
    Edtf::parse(s).unwrap()
}

fn day(s: &str) -> Day {
    Day::parse(s).unwrap()
}

pub fn draft(slug: &str) -> Draft {
    Draft {
        slug: slug.into(),
        parent: None,
        title: words("Handlingsplan"),
        kind: Kind::Mou,
        labels: Default::default(),
        state: State::Draft,
        signed: Edtf::default(),
        place: words("Viborg"),
        in_force: Edtf::default(),
        ended: Edtf::default(),
        term: Term::Tacit { months: 36, renews: 12, notice: Notice { months: 3, days: 0 } },
        prevails: Prevails::Equal,
        focus: words("Health"),
        note: Text3::default(),
        published: true,
        archive: "Safe 3".into(),
        source: None,
        form_key: format!("key-{slug}"),
    }
}

async fn version(w: &World, viewer: &Viewer, slug: &str) -> i64 {
    instrument::show(&w.desk, viewer, slug).await.unwrap().whole.instrument.version
}

/// A text that both sides have been named in.
async fn bound(w: &World, officer: &Viewer, slug: &str) {
    counterpart::book::load(&w.desk).await.unwrap();
    partnership::create(&w.desk, officer, partnership_draft("viborg-nanjing", "places/viborg", "places/nanjing"), Standing::Active)
        .await
        .unwrap();
    instrument::create(&w.desk, officer, "viborg-nanjing", draft(slug)).await.unwrap();
    let parties =
        [("a-1".to_string(), Side::A, "organisations/via".to_string()), ("b-1".into(), Side::B, "organisations/nanjing-university".into())];
    instrument::bind(&w.desk, officer, slug, &parties).await.unwrap();
}

async fn step(w: &World, officer: &Viewer, slug: &str, step: Step) -> Result<(), Error> {
    let version = version(w, officer, slug).await;
    instrument::step(&w.desk, officer, slug, step, version).await
}

async fn sign(w: &World, officer: &Viewer, slug: &str, when: &str) {
    for side in Side::ALL {
        let s = Signatory { side: *side, no: 1, post: words("Director"), name: String::new(), organisation: None, signed: edtf(when) };
        instrument::set_signatories(&w.desk, officer, slug, *side, vec![s]).await.unwrap();
    }
    step(w, officer, slug, Step::Sign).await.unwrap();
}

#[tokio::test]
async fn a_text_binds_only_when_both_ladders_are_climbed() {
    each(async |w| {
        let officer = w.officer("RM").await;
        bound(w, &officer, "plan").await;
        step(w, &officer, "plan", Step::Offer).await.unwrap();
        assert!(matches!(step(w, &officer, "plan", Step::Sign).await, Err(Error::Refused(r)) if r.key() == "instrument-signature-missing"));
        instrument::add_usual(&w.desk, &officer, "plan", Side::B, |k| k.code().into()).await.unwrap();
        instrument::add_usual(&w.desk, &officer, "plan", Side::B, |k| k.code().into()).await.unwrap();
        let page = instrument::show(&w.desk, &officer, "plan").await.unwrap();
        let kinds: Vec<ApprovalKind> = page.whole.approvals.iter().map(|a| a.kind).collect();
        assert_eq!(kinds, [ApprovalKind::LineAuthority, ApprovalKind::CityFao], "the Chinese side's steps, once");
        sign(w, &officer, "plan", "2026-01").await;
        let enter = || step(w, &officer, "plan", Step::EnterForce { from: day("2026-02-01") });
        assert!(matches!(enter().await, Err(Error::Refused(r)) if r.key() == "instrument-approval-open"));
        for a in page.whole.approvals {
            let answer = Approval {
                id: (),
                side: a.side,
                no: a.no,
                kind: a.kind,
                body: a.body,
                due: a.due,
                outcome: Outcome::Approved,
                decided: edtf("2026-01-20"),
                reference: String::new(),
            };
            instrument::set_approval(&w.desk, &officer, "plan", &a.id, answer).await.unwrap();
        }
        enter().await.unwrap();
        let nobody = w.get_in("/instruments/plan", None, "en").await;
        assert!(nobody.body.contains("31 January 2029") && nobody.body.contains("31 October 2028"), "term and notice date are public");
        assert!(!nobody.body.contains("Safe 3"), "where the originals lie is not");
        let stale = instrument::step(&w.desk, &officer, "plan", Step::TakeBack, 1).await;
        assert!(matches!(stale, Err(Error::Refused(_))));
    })
    .await;
}

#[tokio::test]
async fn notice_is_asked_for_one_day_and_takes_effect_another() {
    each(async |w| {
        let officer = w.officer("SH").await;
        bound(w, &officer, "plan").await;
        step(w, &officer, "plan", Step::Offer).await.unwrap();
        sign(w, &officer, "plan", "2020-03-01").await;
        step(w, &officer, "plan", Step::EnterForce { from: day("2020-03-01") }).await.unwrap();
        let notice = |on: &str| Step::GiveNotice { requested: day(on), by: By::B, reason: "No activity".into(), effective: None };
        let future = step(w, &officer, "plan", notice("2026-05-01")).await;
        assert!(matches!(future, Err(Error::Invalid(e)) if e[0].field == "requested"));
        // The sixth year runs to the end of February 2026; three months before that have passed, so notice counts for the next.
        step(w, &officer, "plan", notice("2026-02-01")).await.unwrap();
        let i = instrument::show(&w.desk, &officer, "plan").await.unwrap().whole.instrument;
        let ending = i.ending.unwrap();
        assert_eq!((ending.requested.iso(), ending.effective.iso()), ("2026-02-01".into(), "2027-02-28".into()));
        assert!(matches!(step(w, &officer, "plan", Step::End).await, Err(Error::Refused(r)) if r.key() == "instrument-still-runs"));
        w.advance(400 * 86_400);
        step(w, &officer, "plan", Step::End).await.unwrap();
        let i = instrument::show(&w.desk, &officer, "plan").await.unwrap().whole.instrument;
        assert_eq!((i.state, i.ended.as_str()), (State::Ended, "2027-02-28"));
    })
    .await;
}

#[tokio::test]
async fn a_new_version_begins_with_the_old_words_and_takes_its_place() {
    each(async |w| {
        let officer = w.officer("RM").await;
        bound(w, &officer, "plan").await;
        let promise = |body: &str, progress| Commitment {
            id: CommitmentId::mint(w.now(), [0; 10]),
            no: 0,
            body: words(body),
            owners: ["VIA".into(), "NJU".into()],
            due: edtf("2026-01-15"),
            indicator: Text3::default(),
            progress,
            done: Edtf::default(),
            evidence: "report".into(),
        };
        instrument::add_commitment(&w.desk, &officer, "plan", promise("ten students a year", Progress::Open), "p1").await.unwrap();
        instrument::add_commitment(&w.desk, &officer, "plan", promise("one workshop", Progress::Met), "p2").await.unwrap();
        step(w, &officer, "plan", Step::Offer).await.unwrap();
        sign(w, &officer, "plan", "2024-01-01").await;
        step(w, &officer, "plan", Step::EnterForce { from: day("2024-01-01") }).await.unwrap();
        let health = partnership::health(&w.desk, &officer, "viborg-nanjing").await.unwrap();
        assert_eq!(health.signals.iter().find(|s| s.kind.code() == "overdue").unwrap().figure, 1);

        let new = instrument::amend(&w.desk, &officer, "plan", Relation::Amends, "amend").await.unwrap();
        assert_eq!(new, "plan-v2");
        assert_eq!(
            instrument::amend(&w.desk, &officer, "plan", Relation::Amends, "amend").await.unwrap(),
            "plan-v2",
            "a replayed form is one"
        );
        let page = instrument::show(&w.desk, &officer, &new).await.unwrap();
        assert_eq!((page.whole.instrument.state, page.whole.bound.len()), (State::Draft, 2));
        let carried: Vec<&str> = page.whole.commitments.iter().map(|c| c.body.en.as_str()).collect();
        assert_eq!(carried, ["ten students a year"], "what was kept is not promised again");
        assert_eq!(w.get("/instruments/plan-v2", None).await.status, StatusCode::NOT_FOUND, "a draft is the offices' own");
        step(w, &officer, &new, Step::Offer).await.unwrap();
        sign(w, &officer, &new, "2026-01-01").await;
        step(w, &officer, &new, Step::EnterForce { from: day("2026-02-01") }).await.unwrap();
        assert_eq!(instrument::show(&w.desk, &officer, "plan").await.unwrap().whole.instrument.state, State::Superseded);
    })
    .await;
}

#[tokio::test]
async fn an_officer_brings_a_text_into_force_on_the_screens() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let session = w.session(&w.officer("RM").await).await;
        let post = async |path: &str, fields: &[(&str, &str)]| w.post(path, Some(&session), fields).await;
        let key = "b".repeat(64);
        let new = |months: &'static str| {
            vec![
                ("form_key", key.as_str()),
                ("partnership", "midtjylland-shanghai"),
                ("title-en", "Action plan for ageing"),
                ("kind", "action-plan"),
                ("state", "draft"),
                ("term", "tacit"),
                ("months", months),
                ("renews", "12"),
                ("notice_months", "3"),
                ("prevails", "equal"),
                ("published", "1"),
            ]
        };
        let wrong = post("/instruments/new", &new("a while")).await;
        assert!(
            wrong.status == StatusCode::UNPROCESSABLE_ENTITY
                && wrong.body.contains("a while")
                && wrong.body.contains("Action plan for ageing")
        );
        let desk = post("/instruments/new", &new("36")).await.location;
        assert_eq!(desk, "/instruments/action-plan-for-ageing/desk", "the address is made from the title");
        let version = || async {
            instrument::show(&w.desk, &w.officer("RM").await, "action-plan-for-ageing").await.unwrap().whole.instrument.version.to_string()
        };

        let refused = post(&desk, &[("do", "offer"), ("version", &version().await)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "nobody is named yet");
        let parties = [("parties-a", "organisations/region-midtjylland"), ("parties-b", "organisations/stcsm")];
        assert_eq!(post(&format!("{desk}/parties"), &parties).await.location, desk);
        assert_eq!(post(&desk, &[("do", "offer"), ("version", &version().await)]).await.location, desk);
        for side in ["a", "b"] {
            let signatory = [
                ("side", side),
                ("rows", "1"),
                ("signatory-0-da", "Formand"),
                ("signatory-0-name", "N.N."),
                ("signatory-0-signed", "2026-01-31"),
            ];
            assert_eq!(post(&format!("{desk}/signatories"), &signatory).await.location, desk);
        }
        assert_eq!(
            post(&desk, &[("do", "sign"), ("version", &version().await)]).await.status,
            StatusCode::CONFLICT,
            "a signing is confirmed"
        );
        assert_eq!(post(&desk, &[("do", "sign"), ("confirm", "yes"), ("version", &version().await)]).await.location, desk);

        // The usual ladder on the Chinese side holds the text up until it is climbed.
        assert_eq!(post(&desk, &[("do", "usual-b")]).await.location, desk);
        let page = w.get_in(&desk, Some(&session), "en").await;
        assert!(page.body.contains("desk/approval?id=") && page.body.contains("Approval is awaited"), "{}", page.body);
        let force = async || {
            let v = version().await;
            post(&format!("{desk}/force"), &[("from", "2026-01-31"), ("confirm", "yes"), ("version", &v)]).await
        };
        let held = force().await;
        assert!(held.status == StatusCode::UNPROCESSABLE_ENTITY && held.body.contains("2026-01-31"));
        let id = page.body.split("desk/approval?id=").nth(1).unwrap().split('"').next().unwrap().to_string();
        let mut answer = vec![("id", id.as_str()), ("side", "b"), ("kind", "line-authority"), ("body", "STCSM"), ("outcome", "approved")];
        assert_eq!(post(&format!("{desk}/approval"), &answer).await.status, StatusCode::UNPROCESSABLE_ENTITY, "an answer has its day");
        answer.push(("decided", "2026-02"));
        assert_eq!(post(&format!("{desk}/approval"), &answer).await.location, desk);
        assert_eq!(force().await.location, desk);

        // A promise is kept with evidence; the notice date stands on the public page.
        let mut promise = vec![("form_key", key.as_str()), ("body-en", "Hold a workshop"), ("due", "2026-06"), ("progress", "open")];
        promise[0] = ("form_key", "promise");
        assert_eq!(post(&format!("{desk}/commitment"), &promise).await.location, desk);
        let page = w.get_in(&desk, Some(&session), "en").await;
        let id = page.body.split("desk/commitment?id=").nth(1).unwrap().split('"').next().unwrap().to_string();
        let met = [("id", id.as_str()), ("body-en", "Hold a workshop"), ("due", "2026-06"), ("progress", "met")];
        assert_eq!(post(&format!("{desk}/commitment"), &met).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let public = w.get_in("/instruments/action-plan-for-ageing", None, "en").await;
        assert!(public.body.contains("30 October 2028"), "three months before 31 January 2029: {}", public.body);
    })
    .await;
}

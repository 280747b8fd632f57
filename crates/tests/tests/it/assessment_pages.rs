//! The screens of assessment, walked by each role: sheets, groups, conflicts, plans, panels and the closing of both sides (R136-R143).

use actions::{Viewer, assessment::conflict};
use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use domain::{Lang, Role, programme::BodyKind};
use tests::{
    PartSpec, Spec, World,
    assessment::{Assessed, new_expert},
    each,
};

const FORM: &str = "application/x-www-form-urlencoded";

/// The value of a hidden field on a page.
fn hidden(body: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let from = body.find(&mark).unwrap_or_else(|| panic!("no field {name} in {body}")) + mark.len();
    body[from..].split('"').next().unwrap().to_string()
}

/// The addresses on a page that begin with `start`.
fn links(body: &str, start: &str) -> Vec<String> {
    let all = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|href| href.starts_with(start)).map(str::to_string).collect()
}

fn sheet_form(value: &str, words: &str, version: &str) -> Vec<(String, String)> {
    let mut form =
        vec![("version".to_string(), version.to_string()), ("lang".into(), "en".into()), ("overall".into(), format!("{words} overall"))];
    for no in 1..=9 {
        form.push((format!("score-{no}"), value.into()));
        form.push((format!("reason-{no}"), format!("{words} {no}")));
    }
    form
}

async fn send(w: &World, path: &str, session: &str, form: &[(String, String)]) -> tests::Page {
    let fields: Vec<(&str, &str)> = form.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    w.post(path, Some(session), &fields).await
}

/// Writes and finishes a sheet in the browser.
async fn finish(w: &World, session: &str, sheet: &str, words: &str) {
    let version = hidden(&w.get(sheet, Some(session)).await.body, "version");
    assert_eq!(send(w, sheet, session, &sheet_form("4", words, &version)).await.status, StatusCode::SEE_OTHER);
    let version = hidden(&w.get(&format!("{sheet}/finish"), Some(session)).await.body, "version");
    let done = w.post(&format!("{sheet}/finish"), Some(session), &[("version", &version), ("confirm", "yes")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
}

async fn on(w: &World, a: &Assessed, side: usize) -> Vec<Viewer> {
    a.on(w, &a.sides[side], &a.applications[0].id).await
}

#[tokio::test]
async fn r137_an_expert_writes_a_sheet_and_nothing_typed_is_lost() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 1).await;
        let a = w.assigned(&call).await;
        let pair = on(w, &a, 0).await;
        let (me, other) = (w.session(&pair[0]).await, w.session(&pair[1]).await);
        let sheet = format!("/assessments/{}", a.applications[0].id);
        let list = w.get("/assessments", Some(&me)).await;
        assert!(list.body.contains("Project 1") && list.body.contains(&sheet), "{}", list.body);
        let page = w.get(&sheet, Some(&me)).await;
        assert!(
            page.body.contains("What we do together.") && page.body.contains("Both sides gain."),
            "the dossier stands beside the criteria"
        );
        let top = call.criteria[0].max_score();
        assert!(page.body.contains(&format!("{top}: {}", call.criteria[0].anchors[top as usize].en)), "each score has its anchor");
        // A first draft, half filled; then the same form again, which asks nothing.
        let mut half = sheet_form("3", "Kept words", "0");
        half.retain(|(k, _)| k != "score-1");
        assert_eq!(send(w, &sheet, &me, &half).await.status, StatusCode::SEE_OTHER);
        assert_eq!(send(w, &sheet, &me, &half).await.status, StatusCode::SEE_OTHER, "sent twice is saved once");
        let missing = w.get(&format!("{sheet}/finish"), Some(&me)).await;
        assert!(missing.body.contains(&format!("{sheet}#score-1")) && !missing.body.contains("name=\"confirm\""), "{}", missing.body);
        // Another window that was opened before: both texts are on the page, and saving again is a choice.
        let clash = send(w, &sheet, &me, &sheet_form("4", "Other window", "0")).await;
        assert_eq!(clash.status, StatusCode::CONFLICT);
        assert!(clash.body.contains("Other window 1") && clash.body.contains("Kept words 1"), "{}", clash.body);
        let version = hidden(&clash.body, "version");
        assert_eq!(send(w, &sheet, &me, &sheet_form("4", "Other window", &version)).await.status, StatusCode::SEE_OTHER);
        too_long_and_by_itself(w, &sheet, &me).await;
        // Without the tick nothing is final; with it, everything is, and only then colleagues open up.
        finish(w, &other, &sheet, "Colleague-words").await;
        assert!(!w.get(&sheet, Some(&me)).await.body.contains("Colleague-words"), "blind until the own is final");
        let page = w.get(&format!("{sheet}/finish"), Some(&me)).await;
        let version = hidden(&page.body, "version");
        let unticked = w.post(&format!("{sheet}/finish"), Some(&me), &[("version", &version)]).await;
        assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unticked.body.contains("href=\"#finish-tick\""));
        finish(w, &me, &sheet, "Own words").await;
        let page = w.get(&sheet, Some(&me)).await;
        assert!(page.body.contains("Colleague-words 1") && !page.body.contains("<textarea"), "final is read-only, beside the colleague's");
        assert_eq!(send(w, &sheet, &me, &sheet_form("1", "Late", "9")).await.status, StatusCode::CONFLICT);
    })
    .await;
}

/// A text that is too long comes back with what was typed; the script gets the field's name, or the new version.
async fn too_long_and_by_itself(w: &World, sheet: &str, me: &str) {
    let version = hidden(&w.get(sheet, Some(me)).await.body, "version");
    let mut long = sheet_form("4", "Long", &version);
    long.push(("overall".into(), String::new()));
    long.iter_mut().filter(|(k, _)| k == "reason-1").for_each(|(_, v)| *v = "w".repeat(5001));
    let page = send(w, sheet, me, &long).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains(&"w".repeat(5001)) && page.body.contains("href=\"#reason-1\""));
    let auto = async |form: &[(String, String)]| {
        let body = serde_urlencoded::to_string(form).unwrap();
        w.request_with(Method::POST, sheet, Some(me), Body::from(body), Some(FORM), &[("x-autosave", "1")]).await
    };
    let refused = auto(&long).await;
    assert_eq!((refused.status, refused.body.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "{\"fields\":[\"reason-1\"]}"));
    let saved = auto(&sheet_form("4", "By itself", &version)).await;
    let next = version.parse::<i64>().unwrap() + 1;
    assert!(saved.status == StatusCode::OK && saved.body.contains(&format!("\"version\":{next}")), "{}", saved.body);
    assert_eq!(auto(&sheet_form("4", "Old tab", &version)).await.status, StatusCode::CONFLICT);
    assert!(w.get(sheet, Some(me)).await.body.contains("By itself 1"));
}

#[tokio::test]
async fn an_expert_declares_a_conflict_or_gives_back_with_a_reason() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 1).await;
        let a = w.assigned(&call).await;
        let sheet = format!("/assessments/{}", a.applications[0].id);
        for (side, end, field, tick) in [(0, "conflict", "conflict", "declare-tick"), (1, "return", "decline", "decline-tick")] {
            let expert = w.session(&on(w, &a, side).await[0]).await;
            let address = format!("{sheet}/{end}");
            let unticked = w.post(&address, Some(&expert), &[(field, "a reason typed once")]).await;
            assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(unticked.body.contains("a reason typed once") && unticked.body.contains(&format!("href=\"#{tick}\"")));
            let bare = w.post(&address, Some(&expert), &[(field, " "), ("confirm", "yes")]).await;
            assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
            let done = w.post(&address, Some(&expert), &[(field, "we wrote a book together"), ("confirm", "yes")]).await;
            assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/assessments"));
            assert_eq!(w.get(&sheet, Some(&expert)).await.status, StatusCode::NOT_FOUND);
            let office = w.session(&a.sides[side].officer).await;
            let told = w.get(&format!("/calls/{}/assignment", call.slug), Some(&office)).await.body;
            assert!(told.contains("we wrote a book together"), "the office is told why: {told}");
        }
    })
    .await;
}

#[tokio::test]
async fn r8_the_office_appoints_and_fills_its_group() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 2).await;
        let ([rm, sh], _) = w.handled(&call).await;
        let (session, theirs) = (w.session(&rm).await, w.session(&sh).await);
        let base = format!("/calls/{}/experts", call.slug);
        let bodies = store::programme::bodies(&mut w.desk.db.read().await.unwrap()).await.unwrap();
        let body = bodies.iter().find(|b| b.party.as_str() == "RM" && b.kind == BodyKind::Recommending).unwrap().id.to_string();
        let wrong = [("body", body.as_str()), ("on", "2019-12-31"), ("per-application", "2")];
        let page = w.post(&format!("{base}/appointment"), Some(&session), &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("2019-12-31") && page.body.contains("href=\"#body\""), "{}", page.body);
        let right = [("body", body.as_str()), ("on", "2026-01-20"), ("per-application", "2")];
        assert_eq!(w.post(&format!("{base}/appointment"), Some(&session), &right).await.status, StatusCode::SEE_OTHER);
        let unclear = [("name", "Åse Prøvesen"), ("organisation", ""), ("min-load", "9"), ("max-load", "3")];
        let page = w.post(&format!("{base}/new"), Some(&session), &unclear).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.body.contains("href=\"#organisation\"") && page.body.contains("href=\"#min-load\"") && page.body.contains("Åse Prøvesen")
        );
        for (name, organisation) in [("Åse Prøvesen", "Institut A"), ("王示范", "研究所")] {
            let new = [
                ("name", name),
                ("organisation", organisation),
                ("aliases", "Ase Provesen\r\nÅse P"),
                ("min-load", "1"),
                ("max-load", "3"),
            ];
            assert_eq!(w.post(&format!("{base}/new"), Some(&session), &new).await.status, StatusCode::SEE_OTHER);
        }
        let page = w.get(&base, Some(&session)).await.body;
        let ids: Vec<String> = links(&page, &format!("{base}/0")).iter().map(|l| l.rsplit('/').next().unwrap().to_string()).collect();
        assert_eq!(ids.len(), 2, "{page}");
        let found = w.get(&format!("{base}?q=%E7%A4%BA%E8%8C%83"), Some(&session)).await.body;
        assert!(found.contains("王示范") && !found.contains("Prøvesen"), "two Chinese characters find a name");
        // Only what stands on the page is decided by its ticks.
        let seat = [("shown", ids[0].as_str()), ("shown", ids[1].as_str()), ("member", ids[0].as_str()), ("member", ids[1].as_str())];
        assert_eq!(w.post(&format!("{base}/members"), Some(&session), &seat).await.status, StatusCode::SEE_OTHER);
        w.post(&format!("{base}/members"), Some(&session), &[("shown", &ids[0])]).await;
        let left = w.get(&format!("{base}?show=members"), Some(&session)).await.body;
        assert_eq!(links(&left, &format!("{base}/0")).len(), 1, "one left, one stays");
        let csv = w.get(&format!("{base}.csv"), Some(&session)).await.body;
        assert!(csv.contains("Åse Prøvesen") && csv.contains("Ase Provesen; Åse P"), "{csv}");
        let other = w.get(&base, Some(&theirs)).await.body;
        assert!(!other.contains("Prøvesen"), "each side has a register of its own");
        assert_eq!(w.get(&format!("{base}/{}", ids[0]), Some(&theirs)).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn conflicts_are_searched_judged_and_declared_by_the_office() {
    each(async |w| {
        let call = w.published_call().await;
        let mut spec = Spec::new("Vind", 100_000, 80_000);
        spec.parts[0] = PartSpec::new(Some("RM"), "Århus Universitet", vec![100_000; 3]);
        w.submitted(&call, spec).await;
        let ([rm, sh], apps) = w.handled(&call).await;
        let side = w.expert_group(&call, rm.clone(), 2).await;
        let new = new_expert("Lærke Prøvesen", "University of Aarhus", "");
        let id = actions::assessment::group::save(&w.desk, &rm, &call.slug, None, new).await.unwrap();
        let all: Vec<_> = side.experts.iter().map(|(_, id)| id.clone()).chain([id]).collect();
        actions::assessment::group::set_members(&w.desk, &rm, &call.slug, &all).await.unwrap();
        let (session, theirs) = (w.session(&rm).await, w.session(&sh).await);
        let base = format!("/calls/{}/conflicts", call.slug);
        assert_eq!(w.post(&format!("{base}/search"), Some(&session), &[]).await.status, StatusCode::SEE_OTHER);
        let page = w.get(&base, Some(&session)).await.body;
        assert!(page.contains("Lærke Prøvesen") && page.contains("University of Aarhus") && page.contains("Århus Universitet"), "{page}");
        let own = links(&page, &format!("{base}/0"))[0].clone();
        assert_eq!(w.get(&own, Some(&theirs)).await.status, StatusCode::NOT_FOUND);
        let field = format!("reason-{}", own.rsplit('/').next().unwrap());
        let bare = w.post(&own, Some(&session), &[(&field, ""), ("confirm", "yes")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        let unticked = w.post(&own, Some(&session), &[(&field, "left in 2019")]).await;
        assert!(unticked.status == StatusCode::UNPROCESSABLE_ENTITY && unticked.body.contains("left in 2019"), "the reason is kept");
        let done = w.post(&own, Some(&session), &[(&field, "left in 2019"), ("confirm", "yes")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert!(w.get(&format!("{base}?show=dismissed"), Some(&session)).await.body.contains("left in 2019"));
        // The office knows of one that the expert has not told.
        let bare = w.post(&base, Some(&session), &[("confirm", "yes")]).await;
        assert!(
            bare.status == StatusCode::UNPROCESSABLE_ENTITY
                && bare.body.contains("href=\"#expert\"")
                && bare.body.contains("href=\"#reason\"")
        );
        let known =
            [("expert", all[0].as_str()), ("application", apps[0].id.as_str()), ("reason", "married to the lead"), ("confirm", "yes")];
        assert_eq!(w.post(&base, Some(&session), &known).await.status, StatusCode::SEE_OTHER);
        let lines = conflict::page(&w.desk, &rm, &call.slug).await.unwrap().lines;
        assert!(lines.iter().any(|l| l.conflict.by_office && l.conflict.holds()));
        assert!(w.get(&format!("{base}.csv"), Some(&session)).await.body.contains("married to the lead"));
        // An officer of the other side declares nothing here.
        assert_eq!(w.post(&base, Some(&theirs), &known).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the expert is none of theirs");
    })
    .await;
}

#[tokio::test]
async fn a_plan_is_rehearsed_confirmed_repaired_and_proven() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 3).await;
        let ([rm, _], apps) = w.handled(&call).await;
        let side = w.expert_group(&call, rm.clone(), 3).await;
        let session = w.session(&rm).await;
        let base = format!("/calls/{}/assignment", call.slug);
        let rehearsal = format!("{base}/rehearsal");
        assert_eq!(w.get(&format!("{base}/certificate"), Some(&session)).await.status, StatusCode::NOT_FOUND, "no plan, no proof");
        let shown = w.get(&rehearsal, Some(&session)).await.body;
        for number in apps.iter().filter_map(|a| a.number.as_deref()) {
            assert!(shown.contains(number), "the rehearsal names {number}");
        }
        assert!(w.get(&format!("{base}.csv"), Some(&session)).await.body.lines().count() == 1, "a rehearsal puts nothing in force");
        let plan = hidden(&shown, "plan");
        let unticked = w.post(&rehearsal, Some(&session), &[("plan", &plan)]).await;
        assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
        let other = w.post(&rehearsal, Some(&session), &[("plan", &"0".repeat(64)), ("confirm", "yes")]).await;
        assert_eq!(other.status, StatusCode::CONFLICT, "only the plan that was seen is put in force");
        assert_eq!(w.post(&rehearsal, Some(&session), &[("plan", &plan), ("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
        let proof = w.get(&format!("{base}/certificate"), Some(&session)).await;
        let proof: serde_json::Value = serde_json::from_str(&proof.body).unwrap();
        assert_eq!(proof["pairs"].as_array().unwrap().len(), 6);
        assert_eq!(proof["objective"], proof["bound"], "the proof says that no plan is better");
        assert_eq!(w.get(&format!("{base}.csv"), Some(&session)).await.body.lines().count(), 7, "three applications, two experts each");
        by_hand(w, &base, &session, apps[0].id.as_str()).await;
        // Too many for the loads that are left: the refusal names who is short of whom.
        for (_, id) in &side.experts {
            let new = actions::assessment::group::NewExpert { max_load: 1, ..new_expert("Busy", "Institute", "") };
            actions::assessment::group::save(&w.desk, &rm, &call.slug, Some(id), new).await.unwrap();
        }
        let short = w.get(&rehearsal, Some(&session)).await.body;
        assert!(short.contains("Busy") && !short.contains("name=\"plan\""), "{short}");
    })
    .await;
}

/// Takes an expert out and adds another; a plan leaves the first out from then on.
async fn by_hand(w: &World, base: &str, session: &str, app: &str) {
    let place = format!("{base}/{app}");
    let page = w.get(&place, Some(session)).await.body;
    let out = hidden(&page, "expert");
    let removal = format!("{place}/removal");
    assert_eq!(w.post(&removal, Some(session), &[("expert", &out)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(w.post(&removal, Some(session), &[("expert", &out), ("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
    assert!(w.get(base, Some(session)).await.body.contains(&format!("{base}/rehearsal")));
    let again = w.get(&format!("{base}/rehearsal"), Some(session)).await.body;
    let plan = hidden(&again, "plan");
    assert_eq!(
        w.post(&format!("{base}/rehearsal"), Some(session), &[("plan", &plan), ("confirm", "yes")]).await.status,
        StatusCode::SEE_OTHER
    );
    let page = w.get(&place, Some(session)).await.body;
    assert!(!page.contains(&format!("name=\"expert\" value=\"{out}\"")), "whom the office took out is not planned again");
    assert_eq!(w.post(&place, Some(session), &[("expert", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(w.post(&place, Some(session), &[("expert", &out)]).await.status, StatusCode::SEE_OTHER, "by hand it is possible");
    assert_eq!(w.post(&removal, Some(session), &[("expert", &out), ("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn r143_the_sides_close_and_then_see_each_other() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 2).await;
        let a = w.assigned(&call).await;
        let offices = [w.session(&a.sides[0].officer).await, w.session(&a.sides[1].officer).await];
        let base = format!("/calls/{}/assessment", call.slug);
        let case = format!("/applications/{}/assessment", a.applications[0].id);
        let close = format!("{base}/closing");
        let early = w.post(&close, Some(&offices[0]), &[("confirm", "yes")]).await;
        assert_eq!(early.status, StatusCode::CONFLICT);
        assert!(early.body.contains(a.applications[1].number.as_deref().unwrap()), "the refusal names what is open");
        assert_eq!(w.post(&case, Some(&offices[0]), &[("summary", "too early")]).await.status, StatusCode::CONFLICT);
        for (side, words) in [(0, "Danish-words"), (1, "Chinese-words")] {
            for (viewer, _) in &a.sides[side].experts {
                let session = w.session(viewer).await;
                for sheet in links(&w.get("/assessments", Some(&session)).await.body, "/assessments/0") {
                    finish(w, &session, &sheet, words).await;
                }
            }
            let own = w.get(&case, Some(&offices[side])).await.body;
            assert!(own.contains(&format!("{words} 1")), "the own panel's words");
            assert_eq!(w.post(&case, Some(&offices[side]), &[("summary", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
            let summary = format!("{words} summed up");
            assert_eq!(w.post(&case, Some(&offices[side]), &[("summary", &summary)]).await.status, StatusCode::SEE_OTHER);
            let rest = format!("{base}/summaries");
            assert_eq!(w.post(&rest, Some(&offices[side]), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not without the tick");
            assert_eq!(w.post(&rest, Some(&offices[side]), &[("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
            let other = w.get(&case, Some(&offices[1 - side])).await.body;
            assert!(!other.contains(words), "{words} stay with their side");
            assert_eq!(w.post(&close, Some(&offices[side]), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(w.post(&close, Some(&offices[side]), &[("confirm", "yes")]).await.status, StatusCode::SEE_OTHER);
        }
        for session in &offices {
            let page = w.get(&case, Some(session)).await.body;
            assert!(page.contains("Danish-words summed up") && page.contains("Chinese-words summed up"), "{page}");
            let csv = w.get(&format!("{base}.csv"), Some(session)).await.body;
            assert!(csv.contains("Danish-words summed up") && csv.contains("Chinese-words summed up"), "{csv}");
            assert_eq!(w.post(&case, Some(session), &[("summary", "too late")]).await.status, StatusCode::CONFLICT);
        }
        every_page_in_every_language(w, &a, &offices[0]).await;
    })
    .await;
}

/// One h1, the right language, no key without a text.
async fn every_page_in_every_language(w: &World, a: &Assessed, office: &str) {
    let (slug, app) = (&a.call.slug, &a.applications[0].id);
    let expert = w.session(&on(w, a, 0).await[0]).await;
    let of_office =
        ["assessment", "experts", "experts/new", "conflicts", "conflicts/new", "assignment"].map(|end| format!("/calls/{slug}/{end}"));
    let mut pages: Vec<(String, &str)> = of_office.into_iter().map(|path| (path, office)).collect();
    pages.extend([
        (format!("/calls/{slug}/assignment/{app}"), office),
        (format!("/calls/{slug}/assignment/rehearsal"), office),
        (format!("/calls/{slug}/experts/{}", a.sides[0].experts[0].1), office),
        (format!("/applications/{app}/assessment"), office),
        ("/assessments".into(), &expert),
        (format!("/assessments/{app}"), &expert),
    ]);
    for lang in ["da", "en", "zh-Hans"] {
        for (path, session) in &pages {
            let page = w.get_in(path, Some(session), lang).await;
            assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
            assert!(page.body.contains(&format!("<html lang=\"{lang}\"")), "{path} in {lang}");
            assert_eq!(page.body.matches("<h1").count(), 1, "{path} in {lang}");
            assert!(!page.body.contains(">[") && !page.body.contains("\"["), "{path} shows a bare key in {lang}");
        }
    }
}

#[tokio::test]
async fn who_has_no_part_in_assessment_finds_no_page_of_it() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 1).await;
        let a = w.assigned(&call).await;
        let app = &a.applications[0].id;
        let paths = ["experts", "conflicts", "assignment", "assignment/rehearsal", "assignment/certificate"]
            .map(|end| format!("/calls/{}/{end}", call.slug));
        for role in [Role::Applicant, Role::Expert, Role::Board, Role::Auditor] {
            let party = if role == Role::Applicant { None } else { Some("RM") };
            let session = w.session(&w.person(role, party, Lang::En).await).await;
            for path in &paths {
                assert_eq!(w.get(path, Some(&session)).await.status, StatusCode::FORBIDDEN, "{path} as {role:?}");
            }
            let sheet = w.get(&format!("/assessments/{app}"), Some(&session)).await.status;
            assert_eq!(sheet, StatusCode::NOT_FOUND, "a sheet is its expert's alone");
        }
    })
    .await;
}

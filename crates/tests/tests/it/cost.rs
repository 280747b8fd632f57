//! What a page costs in statements: few, and no more for many rows than for some.

use domain::{Lang, Role};
use store::db::statements_run;
use tests::{Spec, World, each};

/// joint-calls.md section 10, test 8: the desks' list and one dossier.
const MOST: u64 = 20;
/// Pages that put several steps of a call together.
const MOST_ELSEWHERE: u64 = 40;

/// A call walked to its result, with so many applications and ideas; the pages that grow with them.
async fn pages(w: &World, applications: i64) -> Vec<String> {
    let call = w.published_call().await;
    for n in 0..applications {
        w.post(
            &format!("/calls/{}/ideas", call.slug),
            None,
            &[
                ("form_key", &format!("{n:064}")),
                ("title", "Idea"),
                ("body", "What for"),
                ("organisation", "N"),
                ("contact", "n@example.org"),
                ("lang", "en"),
                ("party", "RM"),
            ],
        )
        .await;
    }
    for n in 0..applications {
        w.submitted(&call, Spec::new(&format!("Project {n}"), 1_000 + n, 1_000 + n)).await;
    }
    w.set_clock(call.window.closes.plus_seconds(86_400 * 30));
    let p = w.prioritised(&call).await;
    let (slug, id) = (&p.call.slug, &p.funded[0]);
    let place = changed_place(w, applications).await;
    let programme = actions::programme::list(&w.desk).await.unwrap()[0].slug.clone();
    let of_call = ["", "/ideas", "/applications", "/applications?q=project", "/handling", "/priorities", "/joint", "/grants", "/journal"];
    let of_application = ["", "/handling", "/grant"];
    let mut all: Vec<String> = of_call.iter().map(|end| format!("/calls/{slug}{end}")).collect();
    all.extend(of_application.iter().map(|end| format!("/applications/{id}{end}")));
    all.extend(["/", "/calls", "/journal", "/events", "/programmes"].map(String::from));
    all.push(format!("/programmes/{programme}"));
    all.extend([place.clone(), place.replace("/places/", "/history/place/")]);
    all
}

/// A place of the book that was changed so often. Answers its page.
async fn changed_place(w: &World, times: i64) -> String {
    let session = w.session(&w.officer("RM").await).await;
    let new = [("form_key", format!("{:064}", 7)), ("name-en", "Costly".into()), ("kind", "city".into())];
    let page = post(w, "/places/new", &session, &new).await;
    for n in 1..=times {
        let typed = [("version", n.to_string()), ("name-en", format!("Costly {n}")), ("kind", "city".into())];
        assert_eq!(post(w, &format!("{page}/edit"), &session, &typed).await, page);
    }
    page
}

/// Answers where a form leads.
async fn post(w: &World, path: &str, session: &str, typed: &[(&str, String)]) -> String {
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    w.post(path, Some(session), &typed).await.location
}

/// Each page with what it costs an officer.
async fn costs(w: &World, applications: i64) -> Vec<(String, u64)> {
    let pages = pages(w, applications).await;
    let session = w.session(&w.person(Role::Officer, Some("RM"), Lang::En).await).await;
    let mut all = Vec::new();
    for path in pages {
        let before = statements_run();
        let page = w.get(&path, Some(&session)).await;
        assert!(page.status.is_success(), "{path}: {}", page.status);
        all.push((path, statements_run() - before));
    }
    all
}

#[tokio::test]
async fn pages_cost_few_statements_and_no_more_for_many_rows() {
    let (few, many) = (std::sync::Mutex::new(Vec::new()), std::sync::Mutex::new(Vec::new()));
    each(async |w| *few.lock().unwrap() = costs(w, 3).await).await;
    each(async |w| *many.lock().unwrap() = costs(w, 12).await).await;
    let mut dear = Vec::new();
    for ((path, some), (_, more)) in few.into_inner().unwrap().iter().zip(many.into_inner().unwrap()) {
        let desk = path.contains("/calls/") && path.contains("/applications")
            || path.starts_with("/applications/") && path.matches('/').count() == 2;
        if more > if desk { MOST } else { MOST_ELSEWHERE } || more != *some {
            dear.push(format!("{path}: {some} statements with 3 rows, {more} with 12"));
        }
    }
    assert!(dear.is_empty(), "{}", dear.join("\n"));
}

#[tokio::test]
async fn an_applicants_own_list_costs_the_same_however_long() {
    each(async |w| {
        let call = w.published_call().await;
        let applicant = w.applicant().await;
        let session = w.session(&applicant).await;
        let mut seen = Vec::new();
        for n in 0..6 {
            w.started(&call, &applicant, &format!("Project {n}")).await;
            let before = statements_run();
            assert!(w.get("/applications", Some(&session)).await.body.contains(&format!("Project {n}")));
            seen.push(statements_run() - before);
        }
        assert!(seen.iter().all(|n| *n == seen[0] && *n <= MOST), "{seen:?}");
    })
    .await;
}

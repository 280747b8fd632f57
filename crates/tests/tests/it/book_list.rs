//! The book's lists are searched, filtered, sorted and paged in the database, follow what is changed, and cost no more for many rows than for some.

use axum::http::StatusCode;
use domain::{
    Text3,
    edtf::Edtf,
    fact::{Kind, SubjectKind},
};
use store::db::statements_run;
use tests::{World, each};

/// An officer's session, in English.
async fn officer(w: &World) -> String {
    format!("{}; lang=en", w.session(&w.officer("RM").await).await)
}

async fn activity(w: &World, s: &str, title: &str, kind: &str, dates: &str) {
    let form = [("title-en", title), ("kind", kind), ("dates", dates), ("targets", "citizens"), ("version", "0")];
    let page = w.post("/activities/new", Some(s), &form).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

/// Titles in the order in which a page shows them.
fn order(body: &str, titles: &[&str]) -> Vec<String> {
    let mut found: Vec<(usize, &str)> = titles.iter().filter_map(|t| Some((body.find(&format!(">{t}</a>"))?, *t))).collect();
    found.sort();
    found.into_iter().map(|(_, t)| t.to_string()).collect()
}

#[tokio::test]
async fn a_list_is_searched_sorted_and_paged() {
    each(async |w| {
        let s = officer(w).await;
        for n in 0..53 {
            activity(w, &s, &format!("Seminar {n:02}"), "workshop", &format!("{}", 1960 + n)).await;
        }
        activity(w, &s, "Århus festival", "culture", "2026-05").await;
        activity(w, &s, "上海养老研讨会", "culture", "").await;
        let of = async |query: &str| w.get(&format!("/activities?{query}"), Some(&s)).await.body;
        let first = of("").await;
        assert_eq!(order(&first, &["Seminar 51", "Seminar 52", "Århus festival"]), ["Århus festival", "Seminar 52", "Seminar 51"]);
        assert!(first.contains("Showing 1-50 of 55"), "{first}");
        let last = of("page=99").await;
        assert_eq!(order(&last, &["Seminar 00", "上海养老研讨会", "Seminar 52"]), ["Seminar 00", "上海养老研讨会"], "the undated is last");
        assert_eq!(
            order(&of("sort=-date").await, &["Seminar 00", "Seminar 01", "上海养老研讨会"]),
            ["上海养老研讨会", "Seminar 00", "Seminar 01"]
        );
        assert_eq!(order(&of("sort=-title").await, &["Seminar 10", "Seminar 52"]), ["Seminar 52", "Seminar 10"]);
        for query in ["q=aarhus", "q=%C3%85RHUS+fest", "q=arhus"] {
            assert!(of(query).await.contains("Århus festival"), "{query}");
        }
        for query in ["q=%E5%85%BB%E8%80%81", "q=yanglao", "q=shanghai"] {
            assert!(of(query).await.contains("上海养老研讨会"), "{query}");
        }
        assert!(!of("q=%E5%85%BB%E8%80%81").await.contains("festival"));
        assert_eq!(order(&of("kind=culture").await, &["Seminar 52", "Århus festival"]), ["Århus festival"]);
        assert!(of("kind=culture").await.contains("(53)"), "the filters count the whole list");
        // Nothing of an address reaches the database as more than words.
        assert_eq!(w.get("/partnerships?kind=%25&state=_&country=%27&sort=password&page=-3", None).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_new_name_is_found_and_the_old_one_is_not() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let s = officer(w).await;
        let of = async |path: &str| w.get(path, Some(&s)).await.body;
        let post = "Contact person, strategic relationship with Shanghai";
        let shown = actions::organisation::show(&w.desk, "rm-international-office").await.unwrap().organisation;
        let old = shown.names.en.replace(' ', "+");
        assert!(of(&format!("/contacts?q={old}")).await.contains(post));
        let visit = [("title-en", "Quiet visit"), ("visitor", "CN"), ("host", "DK"), ("host_org", "rm-international-office")];
        let made = w
            .post("/delegations/new", Some(&s), &[&visit[..], &[("hosting", "partial"), ("state", "planned"), ("version", "0")]].concat())
            .await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        let form = [
            ("slug", "rm-international-office"),
            ("kind", shown.kind.code()),
            ("name-da", "Region Vestdanmark"),
            ("name-en", "Region of West Denmark"),
            ("name-zh", "西丹麦大区"),
            ("country", "DK"),
            ("verified", "1"),
            ("version", &shown.version.to_string()),
        ];
        let saved = w.post("/organisations/rm-international-office/edit", Some(&s), &form).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        for query in ["Region+of+West+Denmark", "xidanmai", "%E4%B8%B9%E9%BA%A6"] {
            assert!(of(&format!("/contacts?q={query}")).await.contains(post), "{query}");
        }
        assert!(of("/delegations?q=West+Denmark").await.contains("Quiet visit"), "what the organisation hosts is found by it too");
        assert!(!of(&format!("/contacts?q={old}")).await.contains(post));
    })
    .await;
}

#[tokio::test]
async fn an_erased_name_and_a_hidden_visit_are_not_found() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let s = officer(w).await;
        let page = w.get("/contacts?q=Wu+Jinglei", Some(&s)).await.body;
        let slug = page.split("/people/p-").nth(1).unwrap().split('"').next().unwrap().to_string();
        w.post(&format!("/people/p-{slug}/erasure"), Some(&s), &[("confirm", "yes")]).await;
        let after = w.get("/contacts?q=Jinglei", Some(&s)).await.body;
        assert!(!after.contains("/people/p-"), "{after}");
        let form = [
            ("title-en", "Quiet visit"),
            ("visitor", "CN"),
            ("host", "DK"),
            ("hosting", "partial"),
            ("state", "planned"),
            ("version", "0"),
        ];
        let made = w.post("/delegations/new", Some(&s), &form).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        assert!(w.get("/delegations?q=quiet", Some(&s)).await.body.contains("Quiet visit"));
        let public = w.get("/delegations?q=quiet", None).await.body;
        assert!(!public.contains("Quiet visit"));
    })
    .await;
}

/// So many contradictions, each about two places of its own; posts, activities and delegations beside them.
async fn grown(w: &World, rows: usize) -> Vec<(String, u64)> {
    let s = officer(w).await;
    let operator = actions::Viewer::operator();
    counterpart::book::load(&w.desk).await.unwrap();
    for n in 0..rows {
        let place = |end: &str| actions::place::NewPlace {
            slug: format!("place-{n}-{end}"),
            kind: domain::place::Kind::City,
            names: Text3::new("", &format!("Place {n} {end}"), ""),
            country: "DK".into(),
            code: String::new(),
            wikidata: String::new(),
            within: None,
            at: None,
            verified: true,
            capital: None,
            members: vec![],
            aliases: vec![],
            facts: vec![],
        };
        actions::place::load(&w.desk, &operator, &[place("a"), place("b")]).await.unwrap();
        let claim = |end: &str| actions::fact::NewClaim {
            about: SubjectKind::Place,
            slug: format!("place-{n}-{end}"),
            fact: actions::fact::NewFact {
                kind: Kind::Claim,
                body: Text3::new("", "So it is.", ""),
                number: None,
                unit: String::new(),
                as_of: Edtf::default(),
                sources: vec!["s1".into()],
                quote: String::new(),
            },
        };
        let discord = actions::fact::NewDiscord {
            code: format!("T{n}"),
            no: 100 + n as i64,
            body: Text3::new("", "Which of them?", ""),
            claims: vec![claim("a"), claim("b")],
        };
        actions::fact::load_discords(&w.desk, &operator, vec![discord]).await.unwrap();
        activity(w, &s, &format!("Seminar {n}"), "workshop", "2020").await;
        let title = format!("Visit {n}");
        let form = [
            ("title-en", title.as_str()),
            ("visitor", "CN"),
            ("host", "DK"),
            ("hosting", "partial"),
            ("state", "planned"),
            ("version", "0"),
        ];
        assert_eq!(w.post("/delegations/new", Some(&s), &form).await.status, StatusCode::SEE_OTHER);
        let title = format!("Post {n}");
        let form = [("organisation", "stcsm"), ("title-en", title.as_str()), ("rank", "20")];
        assert_eq!(w.post("/contacts/new", Some(&s), &form).await.status, StatusCode::SEE_OTHER);
    }
    let mut seen = Vec::new();
    for path in ["/disagreements", "/delegations", "/activities", "/contacts", "/places/place-0-a", "/sources/s1"] {
        let before = statements_run();
        assert_eq!(w.get(path, Some(&s)).await.status, StatusCode::OK, "{path}");
        seen.push((path.to_string(), statements_run() - before));
    }
    seen
}

#[tokio::test]
async fn many_rows_cost_no_more_statements_than_some() {
    let (few, many) = (std::sync::Mutex::new(Vec::new()), std::sync::Mutex::new(Vec::new()));
    each(async |w| *few.lock().unwrap() = grown(w, 2).await).await;
    each(async |w| *many.lock().unwrap() = grown(w, 8).await).await;
    let (few, many) = (few.into_inner().unwrap(), many.into_inner().unwrap());
    let dear: Vec<String> = few.iter().zip(&many).filter(|(a, b)| b.1 > a.1 || b.1 > 30).map(|(a, b)| format!("{a:?} {b:?}")).collect();
    assert!(dear.is_empty(), "{}", dear.join("\n"));
}

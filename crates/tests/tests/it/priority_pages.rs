//! The screens of sealed lists: a sealed list is on no page and in no file, the board's spreadsheet is rehearsed, the meeting is walked.

use actions::{
    Viewer,
    priority::{list, sheet},
};
use axum::http::{Method, StatusCode};
use domain::{Lang, Role, call::Call, priority::Standing};
use papers::sheet::{Cell, Sheet};
use tests::{
    World, each,
    priority::{in_order, line},
};
use web::routes::TABLE;

const CANARY: &str = "kanariefugl-7f3a";

/// Every address that can be read, about this call and its first project, as one person.
async fn pages(w: &World, call: &Call, application: &str, viewer: Option<&Viewer>) -> Vec<(String, String)> {
    let session = match viewer {
        Some(v) => Some(w.session(v).await),
        None => None,
    };
    let mut all = Vec::new();
    for route in TABLE.iter().filter(|r| r.method == "get" && r.path != "/sign-in/{token}") {
        let path = if route.path.starts_with("/calls/{slug}") {
            route.path.replace("{slug}", &call.slug).replace("{no}", "1").replace("{id}", application)
        } else {
            route.path.replace("{id}", application)
        };
        if !path.contains('{') {
            all.push((path.clone(), w.get(&path, session.as_deref()).await.body));
        }
    }
    all
}

async fn everybody(w: &World) -> Vec<(&'static str, Option<Viewer>)> {
    vec![
        ("nobody", None),
        ("applicant", Some(w.applicant().await)),
        ("officer SH", Some(w.officer("SH").await)),
        ("expert RM", Some(w.person(Role::Expert, Some("RM"), Lang::Da).await)),
        ("board RM", Some(w.person(Role::Board, Some("RM"), Lang::Da).await)),
        ("board SH", Some(w.person(Role::Board, Some("SH"), Lang::Zh).await)),
        ("auditor RM", Some(w.person(Role::Auditor, Some("RM"), Lang::En).await)),
        ("auditor SH", Some(w.person(Role::Auditor, Some("SH"), Lang::En).await)),
    ]
}

#[tokio::test]
async fn r142_a_list_is_on_nobody_elses_page_and_after_sealing_in_no_file() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(2).await;
        let rm = w.officer("RM").await;
        let mut no = line(&applications[1], Standing::NotPrioritised);
        no.reason = CANARY.into();
        let lines = vec![line(&applications[0], Standing::Ranked(1)), no];
        list::save(&w.desk, &rm, &call.slug, lines.clone()).await.unwrap();
        let id = applications[0].id.as_str();
        let own = pages(w, &call, id, Some(&rm)).await;
        assert!(own.iter().any(|(path, body)| path.ends_with("/priorities") && body.contains(CANARY)), "its own office sees its draft");
        for sealed in [false, true] {
            if sealed {
                w.sealed(&call, &rm, lines.clone()).await;
                w.sealed(&call, &w.officer("SH").await, in_order(&applications)).await;
                for (path, body) in pages(w, &call, id, Some(&rm)).await {
                    assert!(!body.contains(CANARY), "{path} still shows the sealed list to its own office");
                }
            }
            for (who, viewer) in everybody(w).await {
                for (path, body) in pages(w, &call, id, viewer.as_ref()).await {
                    assert!(!body.contains(CANARY), "{path} shows RM's list to {who}");
                }
            }
        }
        no_plaintext(w).await;
    })
    .await;
}

/// SQLite: the bytes of the files. PostgreSQL: every text in every table.
async fn no_plaintext(w: &World) {
    let mut tx = w.desk.db.read().await.unwrap();
    if w.engine == "sqlite" {
        let path = tx.first("select file from pragma_database_list where name = 'main'", &[]).await.unwrap().unwrap().text("file").unwrap();
        drop(tx);
        for file in [path.clone(), format!("{path}-wal"), format!("{path}-journal")] {
            let bytes = std::fs::read(&file).unwrap_or_default();
            assert!(!bytes.windows(CANARY.len()).any(|part| part == CANARY.as_bytes()), "{file} holds the sealed list in plain text");
        }
    } else {
        let sql =
            "select cast(count(*) as bigint) as n from (select table_to_xml(c.oid::regclass, true, false, '')::text as t from pg_class c
                   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace) as all_tables where t like '%kanariefugl-7f3a%'";
        assert_eq!(tx.first(sql, &[]).await.unwrap().unwrap().int("n").unwrap(), 0);
    }
}

/// Sets a cell by heading and row.
fn set(sheet: &mut Sheet, row: usize, heading: &str, cell: Cell) {
    let column = sheet.columns.iter().position(|c| c.title == heading).unwrap();
    sheet.rows[row][column] = cell;
}

#[tokio::test]
async fn the_boards_spreadsheet_goes_out_and_comes_back_by_rehearsal() {
    each(async |w| {
        let (call, _) = w.ready_to_rank(3).await;
        let officer = w.person(Role::Officer, Some("RM"), Lang::En).await;
        let mut table = sheet::export(&w.desk, &officer, &call.slug).await.unwrap();
        assert!(table.rows.iter().all(|r| r.iter().any(|c| *c == Cell::Text("Aarhus Universitet".into()))), "the board wants the partners");
        set(&mut table, 0, "Rank", Cell::Integer(2));
        set(&mut table, 1, "Rank", Cell::Integer(1));
        set(&mut table, 2, "State", Cell::Text("未列入优先".into()));
        set(&mut table, 2, "Reason", Cell::Text("outside the theme".into()));
        let day = papers::document::Date { year: 2026, month: 3, day: 1 };
        for bytes in [papers::sheet::xlsx(std::slice::from_ref(&table), day).unwrap(), papers::sheet::csv(&table).unwrap()] {
            let rehearsal = sheet::rehearse(&w.desk, &officer, &call.slug, "board", &bytes).await.unwrap();
            assert_eq!(rehearsal.problems, []);
            assert_eq!(rehearsal.changes.len(), 3);
            let standings: Vec<Standing> = rehearsal.lines.iter().map(|l| l.standing).collect();
            assert_eq!(standings, [Standing::Ranked(2), Standing::Ranked(1), Standing::NotPrioritised]);
        }
        let stored = list::show(&w.desk, &officer, &call.slug).await.unwrap();
        assert!(stored.rows.iter().all(|r| r.line.is_none()), "a rehearsal changes nothing");
    })
    .await;
}

#[tokio::test]
async fn a_bad_spreadsheet_is_told_by_line_and_column() {
    each(async |w| {
        let (call, _) = w.ready_to_rank(4).await;
        let officer = w.person(Role::Officer, Some("SH"), Lang::En).await;
        let table = sheet::export(&w.desk, &officer, &call.slug).await.unwrap();
        let number = |n: usize| if let Cell::Text(t) = &table.rows[n][0] { t.clone() } else { String::new() };
        let csv = format!(
            "Number,Title,State,Rank,Reason\r\nX-1,Project 1,,1,\r\n{a},Project 1,,first,\r\n{a},Project 1,,2,\r\n{b},Another title,,3,\r\n{c},Project 3,,=1+1,\r\n",
            a = number(0),
            b = number(1),
            c = number(2)
        );
        let rehearsal = sheet::rehearse(&w.desk, &officer, &call.slug, "b.csv", csv.as_bytes()).await.unwrap();
        let told: Vec<(usize, &str, &str)> = rehearsal.problems.iter().map(|p| (p.line, p.column.as_str(), p.refusal.key())).collect();
        let wanted = [
            (2, "A (Number)", "sheet-number-unknown"),
            (3, "D (Rank)", "priority-rank-not-a-number"),
            (4, "A (Number)", "sheet-number-twice"),
            (5, "B (Title)", "sheet-title-changed"),
            (6, "D (Rank)", "sheet-formula"),
            (6, "D (Rank)", "priority-rank-not-a-number"),
            (0, "", "sheet-project-missing"),
        ];
        assert_eq!(told, wanted);
        for (bytes, key) in [(&b"PK\x03\x04broken"[..], "sheet-unreadable"), (b"Number\xe6;x", "sheet-not-utf8"), (b"Number,Title\r\n", "sheet-column-missing")] {
            let rehearsal = sheet::rehearse(&w.desk, &officer, &call.slug, "b", bytes).await.unwrap();
            assert_eq!(rehearsal.problems[0].refusal.key(), key);
        }
        // The page says the same and offers nothing to confirm.
        let session = w.session(&officer).await;
        let body = format!("--x\r\ncontent-disposition: form-data; name=\"sheet\"; filename=\"b.csv\"\r\n\r\n{csv}\r\n--x--\r\n");
        let path = format!("/calls/{}/priorities/rehearsal", call.slug);
        let page = w.request(Method::POST, &path, Some(&session), body.into(), Some("multipart/form-data; boundary=x")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("D (Rank)") && !page.body.contains("name=\"rank-"), "{}", page.body);
    })
    .await;
}

/// The slip that a page shows.
fn slip(body: &str) -> String {
    let from = body.find("name=\"slip\" value=\"").unwrap() + "name=\"slip\" value=\"".len();
    body[from..].split('"').next().unwrap().to_string()
}

#[tokio::test]
async fn r143_the_whole_way_in_the_browser_without_script() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(3).await;
        let base = format!("/calls/{}/priorities", call.slug);
        let mut slips = Vec::new();
        let sessions = [w.session(&w.officer("RM").await).await, w.session(&w.officer("SH").await).await];
        for session in &sessions {
            let mut form: Vec<(String, String)> = Vec::new();
            for (rank, a) in applications.iter().enumerate() {
                form.push((format!("rank-{}", a.id), if rank == 2 { String::new() } else { (rank + 1).to_string() }));
                form.push((format!("state-{}", a.id), if rank == 2 { "not-prioritised".into() } else { String::new() }));
            }
            let pairs = |form: &[(String, String)]| form.iter().map(|(k, v)| (k.clone(), v.clone())).collect::<Vec<_>>();
            let send = pairs(&form);
            let send: Vec<(&str, &str)> = send.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            assert_eq!(w.post(&base, Some(session), &send).await.status, StatusCode::SEE_OTHER);
            let page = w.get(&format!("{base}/sealing"), Some(session)).await;
            assert!(!page.body.contains("name=\"slip\""), "no slip before the list is complete");
            form.push((format!("reason-{}", applications[2].id), "outside the theme".into()));
            let send: Vec<(&str, &str)> = form.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            w.post(&base, Some(session), &send).await;
            let own = slip(&w.get(&format!("{base}/sealing"), Some(session)).await.body);
            let unticked = w.post(&format!("{base}/sealing"), Some(session), &[("slip", &own)]).await;
            assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(slip(&unticked.body), own, "the slip that was printed stays the slip");
            let sealing = [("slip", own.as_str()), ("kept", "yes"), ("confirm", "yes")];
            assert_eq!(w.post(&format!("{base}/sealing"), Some(session), &sealing).await.status, StatusCode::OK);
            assert_eq!(w.post(&format!("{base}/sealing"), Some(session), &sealing).await.status, StatusCode::OK, "sent twice is sent once");
            slips.push(own);
        }
        let wrong = w.post(&format!("{base}/reveal"), Some(&sessions[0]), &[("slip", &slips[1])]).await;
        assert_eq!(wrong.status, StatusCode::CONFLICT);
        for (session, own) in sessions.iter().zip(&slips) {
            assert_eq!(w.post(&format!("{base}/reveal"), Some(session), &[("slip", own)]).await.status, StatusCode::SEE_OTHER);
        }
        meet(w, &call, &sessions).await;
    })
    .await;
}

/// Proposing and accepting on the meeting screen, and what other pots show there.
async fn meet(w: &World, call: &Call, sessions: &[String; 2]) {
    let joint = format!("/calls/{}/joint", call.slug);
    let page = w.get(&format!("{joint}?policy=best-value&pot-RM=1000"), Some(&sessions[0])).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("<svg class=\"chart\"") && page.body.contains("role=\"img\""), "{}", page.body);
    assert_eq!(w.get(&format!("{joint}?pot-RM=CNY+5"), Some(&sessions[0])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let confirmed = [("policy", "skip-and-continue"), ("confirm-proposal", "yes")];
    let other_pots = [("policy", "skip-and-continue"), ("confirm-proposal", "yes"), ("pot-SH", "10")];
    assert_eq!(w.post(&format!("{joint}/results"), Some(&sessions[0]), &other_pots).await.status, StatusCode::CONFLICT);
    assert_eq!(w.post(&format!("{joint}/results"), Some(&sessions[0]), &confirmed).await.status, StatusCode::SEE_OTHER);
    let own = w.get(&joint, Some(&sessions[0])).await.body;
    assert!(!own.contains("/answer\""), "the proposer is offered no answer");
    let page = w.get(&joint, Some(&sessions[1])).await.body;
    let answer = page.split("action=\"").filter_map(|p| p.split('"').next()).find(|p| p.ends_with("/answer")).unwrap().to_string();
    assert_eq!(w.post(&answer, Some(&sessions[0]), &[("answer", "accept")]).await.status, StatusCode::CONFLICT);
    assert_eq!(w.post(&answer, Some(&sessions[1]), &[("answer", "accept")]).await.status, StatusCode::SEE_OTHER);
    for role in [Role::Board, Role::Auditor] {
        let session = w.session(&w.person(role, Some("SH"), Lang::Zh).await).await;
        let page = w.get(&joint, Some(&session)).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("有效") && !page.body.contains(">["), "{}", page.body);
    }
}

#[tokio::test]
async fn a_call_that_was_really_assessed_can_be_prioritised_with_its_scores() {
    each(async |w| {
        let call = w.published_call().await;
        w.submitted_many(&call, 4).await;
        w.assessed(&call).await;
        let shown = list::show(&w.desk, &w.officer("RM").await, &call.slug).await.unwrap();
        assert!(shown.rows.iter().all(|r| r.score.is_some()), "the own panel's score stands beside every project");
        assert_eq!(shown.suggestion().iter().filter(|l| l.standing == Standing::Ranked(1)).count(), 1);
        assert!(!w.prioritised(&call).await.funded.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_search_in_the_own_list_saves_the_draft_and_loses_no_row_that_it_hides() {
    each(async |w| {
        let (call, applications) = w.ready_to_rank(3).await;
        let officer = w.person(Role::Officer, Some("RM"), Lang::En).await;
        let session = w.session(&officer).await;
        let path = format!("/calls/{}/priorities", call.slug);
        let rank = |n: usize| format!("rank-{}", applications[n].id);
        let (r0, r1, r2) = (rank(0), rank(1), rank(2));
        let typed = [(r0.as_str(), "2"), (r1.as_str(), "1"), (r2.as_str(), "3"), ("q", "0002"), ("sort", "-rank"), ("next", "find")];
        let found = w.post(&path, Some(&session), &typed).await;
        assert_eq!((found.status, found.location.as_str()), (StatusCode::SEE_OTHER, format!("{path}?q=0002&sort=-rank").as_str()));
        let page = w.get(&found.location, Some(&session)).await;
        for (name, value, hidden) in [(&r0, "2", true), (&r1, "1", false), (&r2, "3", true)] {
            let tag = page.body.split("<input").find(|tag| tag.contains(&format!("name=\"{name}\""))).unwrap();
            assert!(tag.contains(&format!("value=\"{value}\"")) && tag.contains("type=\"hidden\"") == hidden, "{tag}");
        }
        // A rank that cannot be read is in sight although the search hides its row.
        let typed = [(r0.as_str(), "first"), (r1.as_str(), "1"), (r2.as_str(), "3")];
        let wrong = w.post(&format!("{path}?q=0002"), Some(&session), &typed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains(&format!("id=\"{r0}\"")) && wrong.body.contains("value=\"first\""), "{}", wrong.body);
        let away = w.post(&path, Some(&session), &[(r0.as_str(), "2"), ("next", "//elsewhere.example.org")]).await;
        assert_eq!(away.location, path, "a button leads to the list only");
    })
    .await;
}

//! What people and proxies send by mistake: each gets a page in the reader's language that names the thing, and nothing is lost.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use domain::{Lang, ids::ApplicationId};
use tests::{Page, Spec, World, each};

const LANGS: [&str; 3] = ["da", "en", "zh-Hans"];
const FORM: &str = "application/x-www-form-urlencoded";

/// The same request in each language; the sentence that must stand on each page.
async fn told(w: &World, method: Method, path: &str, session: &str, kind: &str, body: &str, headers: &[(&str, &str)]) -> [Page; 3] {
    let mut pages = Vec::new();
    for lang in LANGS {
        let chosen = format!("{session}; lang={lang}");
        pages.push(w.request_with(method.clone(), path, Some(&chosen), Body::from(body.to_string()), Some(kind), headers).await);
    }
    pages.try_into().ok().unwrap()
}

#[track_caller]
fn say(pages: &[Page; 3], status: StatusCode, sentences: [&str; 3]) {
    for (page, sentence) in pages.iter().zip(sentences) {
        assert_eq!(page.status, status, "{}", page.body);
        assert!(page.body.contains(sentence), "'{sentence}' is missing: {}", page.body);
        assert!(!page.body.contains(">["), "a bare key: {}", page.body);
    }
}

async fn draft(w: &World) -> (domain::call::Call, String, ApplicationId) {
    let call = w.published_call().await;
    let (applicant, id) = w.drafted(&call, &Spec::new("Kept", 100, 50)).await;
    (call, w.session(&applicant).await, id)
}

#[tokio::test]
async fn a_file_beyond_the_limit_is_told_and_the_draft_stays() {
    each(async |w| {
        let (_, session, id) = draft(w).await;
        let path = format!("/applications/{id}/edit/attachments");
        let length = [("content-length", "104857600")];
        let pages = told(w, Method::POST, &path, &session, "multipart/form-data; boundary=x", "", &length).await;
        say(&pages, StatusCode::PAYLOAD_TOO_LARGE, ["Filen er for stor", "The file is too large", "文件过大"]);
        assert!(pages[1].body.contains("30"), "the limit is named: {}", pages[1].body);
        // Without a stated length the limit holds all the same.
        let mut body = b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n".to_vec();
        body.resize(31 * 1024 * 1024, b'x');
        let page = w.request(Method::POST, &path, Some(&session), Body::from(body), Some("multipart/form-data; boundary=x")).await;
        assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
        let kept = w.application(&id).await;
        assert_eq!((kept.project.title.as_str(), kept.attachments.len()), ("Kept", 0));
    })
    .await;
}

#[tokio::test]
async fn a_wrong_kind_of_file_is_named() {
    each(async |w| {
        let (_, session, id) = draft(w).await;
        let body = "--x\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\nfile\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bilag.pdf\"\r\nContent-Type: application/pdf\r\n\r\nMZ no pdf\r\n--x--\r\n";
        let kind = "multipart/form-data; boundary=x";
        let pages = told(w, Method::POST, &format!("/applications/{id}/edit/attachments"), &session, kind, body, &[]).await;
        say(&pages, StatusCode::UNPROCESSABLE_ENTITY, ["bilag.pdf"; 3]);
        let sentence = |page: &Page| page.body.split("bilag.pdf").nth(1).unwrap().chars().take(60).collect::<String>();
        assert!(sentence(&pages[0]) != sentence(&pages[1]) && sentence(&pages[1]) != sentence(&pages[2]), "not translated");
        assert!(w.application(&id).await.attachments.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_unknown_language_a_garbled_form_and_a_missing_page_are_told() {
    each(async |w| {
        let (_, session, _) = draft(w).await;
        let pages = told(w, Method::GET, "/language/tlh", &session, FORM, "", &[]).await;
        say(
            &pages,
            StatusCode::BAD_REQUEST,
            ["Vælg dansk, engelsk eller kinesisk.", "Choose Danish, English or Chinese.", "请选择丹麦文、英文或中文。"],
        );
        assert!(pages.iter().all(|p| p.body.contains("tlh")));
        let pages = told(w, Method::POST, "/sign-in", &session, "multipart/form-data", "no boundary", &[]).await;
        say(&pages, StatusCode::BAD_REQUEST, ["Gå tilbage, og send det igen.", "Go back and send it again.", "请返回后重新提交。"]);
        let pages = told(w, Method::GET, "/no/such/page", &session, FORM, "", &[]).await;
        say(&pages, StatusCode::NOT_FOUND, ["Siden findes ikke", "The page does not exist", "页面不存在"]);
    })
    .await;
}

#[tokio::test]
async fn a_stale_tab_and_a_replayed_form_lose_and_double_nothing() {
    each(async |w| {
        let (call, session, id) = draft(w).await;
        let path = format!("/applications/{id}/edit/project");
        let stale = "version=0&title=From+an+old+tab&lang=en&summary=What+we+do+together.&start_month=2026-09&months=24&theme=1";
        let pages = told(w, Method::POST, &path, &session, FORM, stale, &[]).await;
        say(&pages, StatusCode::CONFLICT, ["From an old tab"; 3]);
        assert!(pages.iter().all(|p| p.body.contains("Kept")), "what stands is shown beside it");
        let officer = w.session(&w.officer("RM").await).await;
        let draft = w.draft_call_under(&call, "next").await;
        let old = "version=0&theme=1&max_months=24&confirmation=all&title-en=Old+tab";
        let pages = told(w, Method::POST, &format!("/calls/{draft}/edit/basics"), &officer, FORM, old, &[]).await;
        say(&pages, StatusCode::CONFLICT, ["En anden har ændret dette", "Somebody else changed this", "他人已作修改"]);
        assert!(pages.iter().all(|p| p.body.contains("Old tab")), "what was typed stays");
        // A thing of the book that another office has changed meanwhile.
        let new = [("form_key", "7".repeat(64)), ("name-en", "Twice".into()), ("kind", "city".into())];
        let new: Vec<(&str, &str)> = new.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let place = format!("{}/edit", w.post("/places/new", Some(&officer), &new).await.location);
        w.post(&place, Some(&officer), &[("version", "1"), ("name-en", "By the other"), ("kind", "city")]).await;
        let pages = told(w, Method::POST, &place, &officer, FORM, "version=1&name-en=From+an+old+form&kind=city", &[]).await;
        say(&pages, StatusCode::CONFLICT, ["En anden har gemt", "Somebody else saved this", "他人已先行保存"]);
        assert!(pages.iter().all(|p| p.body.contains("From an old form") && p.body.contains("By the other")), "both stand on the page");
        // The same button twice, and once more by the back key: one submission.
        let mut receipts = Vec::new();
        for _ in 0..3 {
            receipts.push(
                w.post(&format!("/applications/{id}/submission"), Some(&session), &[("form_key", "k"), ("confirm", "yes")]).await.location,
            );
        }
        assert!(receipts[0].contains("/receipt/") && receipts.iter().all(|r| r == &receipts[0]), "{receipts:?}");
    })
    .await;
}

#[tokio::test]
async fn characters_that_reorder_a_name_are_named() {
    each(async |w| {
        let call = w.published_call().await;
        let body = serde_urlencoded::to_string([
            ("form_key", "k".repeat(64).as_str()),
            ("title", "Abe\u{202e}dcf"),
            ("body", "x"),
            ("lang", "da"),
        ])
        .unwrap();
        let pages = told(w, Method::POST, &format!("/calls/{}/ideas", call.slug), "", FORM, &body, &[]).await;
        say(&pages, StatusCode::UNPROCESSABLE_ENTITY, ["U+202E"; 3]);
        say(&pages, StatusCode::UNPROCESSABLE_ENTITY, ["et usynligt tegn", "an invisible character", "不可见字符"]);
    })
    .await;
}

#[tokio::test]
async fn a_formula_stays_text_in_every_export() {
    each(async |w| {
        let call = w.published_call().await;
        for title in ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1+1"] {
            w.submitted(&call, Spec::new(title, 100, 50)).await;
        }
        w.set_clock(call.window.closes.plus_seconds(86_400 * 30));
        let p = w.prioritised(&call).await;
        let session = w.session(&p.officers[0]).await;
        for list in ["applications", "priorities", "grants", "journal"] {
            let csv = w.get(&format!("/calls/{}/{list}.csv", call.slug), Some(&session)).await;
            assert_eq!(csv.status, StatusCode::OK, "{list}");
            for cell in csv.body.lines().flat_map(|line| line.split(',')) {
                let text = cell.trim_matches('"').trim_start_matches('\u{feff}');
                let number = text.parse::<f64>().is_ok();
                assert!(number || !text.starts_with(['=', '+', '-', '@', '\t']), "{list}: a spreadsheet would compute {cell}");
            }
        }
    })
    .await;
}

/// joint-calls.md section 10, test 4: what a proxy, or somebody who plays one, states about the client decides nothing.
#[tokio::test]
async fn forwarded_headers_are_not_believed() {
    each(async |w| {
        let applicant = w.person(domain::Role::Applicant, None, Lang::En).await;
        let email = applicant.account.as_ref().unwrap().email.clone();
        let headers = [
            ("x-forwarded-host", "evil.example.org"),
            ("x-forwarded-proto", "ftp"),
            ("forwarded", "host=evil.example.org"),
            ("x-forwarded-for", "10.0.0.1"),
        ];
        let body = serde_urlencoded::to_string([("email", &email)]).unwrap();
        w.request_with(Method::POST, "/sign-in", None, Body::from(body.clone()), Some(FORM), &headers).await;
        let mails = w.desk.db.read().await.unwrap().all("select body from mail", &[]).await.unwrap();
        let mail = mails[0].text("body").unwrap();
        assert!(mail.contains("http://node.example.org/sign-in/") && !mail.contains("evil"), "{mail}");
        let forged = [("origin", "https://evil.example.org"), ("x-forwarded-host", "evil.example.org")];
        let page = w.request_with(Method::POST, "/sign-in", None, Body::from(body.clone()), Some(FORM), &forged).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        // A proxy that hands over another Host: our own address counts, which the configuration states.
        let proxied = [("origin", "http://node.example.org"), ("host", "127.0.0.1:8080")];
        let page = w.request_with(Method::POST, "/sign-in", None, Body::from(body), Some(FORM), &proxied).await;
        assert_eq!(page.status, StatusCode::OK);
    })
    .await;
}

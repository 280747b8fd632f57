//! A session that ends while somebody writes takes nothing of what was written.

use axum::http::{Method, StatusCode};
use tests::each;

/// Name and value of the hidden fields of the form that sends to `path`, as a browser would read them.
fn hidden(body: &str, path: &str) -> Vec<(String, String)> {
    let form = body.split(&format!("action=\"{path}\"")).nth(1).expect("a form that sends again").split("</form>").next().unwrap();
    let plain = |s: &str| s.replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'");
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1).map(|rest| {
        let (name, rest) = rest.split_once("\" value=\"").unwrap();
        (plain(name), plain(rest.split_once('"').unwrap().0))
    });
    fields.collect()
}

#[tokio::test]
async fn a_form_sent_after_the_session_ended_is_given_back_and_goes_through_after_signing_in() {
    each(async |w| {
        let call = w.published_call().await;
        let path = format!("/calls/{}/applications", call.slug);
        let typed = [("title", "Grønt \"it\" & <vand>"), ("lang", "da"), ("form_key", "k1"), ("note", "første\n第二行")];
        let page = w.post(&path, Some("a-session-that-ended"), &typed).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED);
        assert!(page.body.contains("<li class=\"preserve\">Grønt"), "what was typed is shown: {}", page.body);
        assert!(!page.body.contains("<vand>"), "and escaped");
        let again = hidden(&page.body, &path);
        assert_eq!(again, typed.map(|(k, v)| (k.to_string(), v.to_string())));
        let session = w.session(&w.applicant().await).await;
        let fields: Vec<(&str, &str)> = again.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let sent = w.post(&path, Some(&session), &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let shown = w.get(&sent.location, Some(&session)).await;
        assert!(shown.body.contains("&#60;vand&#62;"), "{} {}", sent.location, shown.body);
    })
    .await;
}

#[tokio::test]
async fn a_file_is_asked_for_again_and_its_text_is_kept() {
    each(async |w| {
        let call = w.published_call().await;
        let parts = [
            "--x\r\ncontent-disposition: form-data; name=\"subject\"\r\n\r\nBrev om æøå\r\n",
            "--x\r\ncontent-disposition: form-data; name=\"document\"; filename=\"brev.pdf\"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4\r\n--x--\r\n",
        ];
        let path = format!("/calls/{}/letters", call.slug);
        let kind = "multipart/form-data; boundary=x";
        let page = w.request(Method::POST, &path, None, parts.concat().into(), Some(kind)).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED);
        assert_eq!(hidden(&page.body, &path), [("subject".to_string(), "Brev om æøå".to_string())]);
        assert!(page.body.contains("brev.pdf") && page.body.contains("type=\"file\"") && page.body.contains("name=\"document\""));
        let form = page.body.split(&format!("action=\"{path}\"")).nth(1).unwrap();
        assert!(form.starts_with(" enctype=\"multipart/form-data\""), "else the file would not travel");
    })
    .await;
}

#[tokio::test]
async fn a_page_that_only_reads_and_a_form_from_another_site_give_nothing_back() {
    each(async |w| {
        let call = w.published_call().await;
        let read = w.get("/applications", None).await;
        assert!(read.status == StatusCode::UNAUTHORIZED && !read.body.contains("type=\"hidden\""));
        let path = format!("/calls/{}/applications", call.slug);
        let elsewhere = [("origin", "https://elsewhere.example.org")];
        let kind = Some("application/x-www-form-urlencoded");
        let page = w.request_with(Method::POST, &path, None, "title=planted".into(), kind, &elsewhere).await;
        assert!(page.status == StatusCode::FORBIDDEN && !page.body.contains("planted"));
    })
    .await;
}

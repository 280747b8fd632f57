//! A renewal dossier: pre-filled from the book, a paper in three languages, decided once.

use actions::renewal;
use axum::http::StatusCode;
use domain::Lang;
use tests::each;

#[tokio::test]
async fn a_dossier_knows_what_the_book_knows_and_ends_in_a_decision() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.officer("RM").await;
        let session = w.session(&officer).await;
        let path = "/instruments/mou-shanghai/renewal";
        let post = async |fields: &[(&str, &str)]| w.post(path, Some(&session), fields).await;
        assert_ne!(w.get(path, None).await.status, StatusCode::OK);
        assert_eq!(post(&[("do", "open"), ("form_key", "k1")]).await.location, path);
        assert_eq!(post(&[("do", "open"), ("form_key", "k2")]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "one at a time");

        let d = renewal::show(&w.desk, &officer, "mou-shanghai").await.unwrap();
        assert!(
            !d.gathered.outcomes.is_empty() && !d.gathered.activities.is_empty() && !d.gathered.delegations.is_empty(),
            "filled from the book"
        );
        let version = d.open.as_ref().unwrap().version.to_string();
        let early = [("do", "decide"), ("version", &version), ("on", "2026-01-01"), ("decided", "renew"), ("confirm", "yes")];
        assert_eq!(post(&early).await.status, StatusCode::UNPROCESSABLE_ENTITY, "no recommendation yet");
        let save = [
            ("do", "save"),
            ("version", &version),
            ("results-da", "Ti års samarbejde"),
            ("advice", "renegotiate"),
            ("reasons-en", "Narrow it down"),
            ("body", "Regionsrådet"),
            ("case_number", "1-2-3"),
        ];
        assert_eq!(post(&save).await.location, path);
        assert_eq!(post(&save).await.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody saved in the meantime");

        for lang in Lang::ALL {
            let paper = renewal::paper(&w.desk, &officer, "mou-shanghai", lang).await.unwrap();
            let words: Vec<&str> = paper.words().collect();
            assert!(words.iter().any(|x| x.contains("Ti års samarbejde")), "typed text stands in every paper");
            assert!(!words.iter().any(|x| x.starts_with('[')), "a bare key in {lang:?}");
            assert!(papers::pdf::render(&paper).unwrap().starts_with(b"%PDF"));
        }
        let d = renewal::show(&w.desk, &officer, "mou-shanghai").await.unwrap();
        let version = d.open.as_ref().unwrap().version.to_string();
        let today = d.text.today.iso();
        let decide = [("do", "decide"), ("version", &version), ("on", &today), ("decided", "renew"), ("note", "Enigt"), ("confirm", "yes")];
        assert_eq!(post(&decide).await.location, path);
        let page = w.get_in(path, Some(&session), "en").await;
        assert!(page.body.contains("Enigt") && page.body.contains("desk/amend"), "the next step is named");
    })
    .await;
}

//! Background notes: what the public book tells of a place, and an office's own note from draft to file and beyond.

use axum::http::StatusCode;
use domain::{Lang, edtf::Edtf};
use tests::{World, each};

const LANGS: [&str; 3] = ["da", "en", "zh-Hans"];

#[tokio::test]
async fn everybody_reads_who_works_with_a_place_in_three_languages() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        for lang in LANGS {
            let page = w.get_in("/places/jiangsu/background", None, lang).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
            let bare = |rest: &str| rest.starts_with(|c: char| c.is_ascii_lowercase());
            assert!(!page.body.split('[').skip(1).any(bare), "{lang} shows a bare key");
            let pdf = w.get(&format!("/places/jiangsu/background/{lang}"), None).await;
            assert_eq!(pdf.status, StatusCode::OK);
            assert!(pdf.body.starts_with("%PDF"), "{lang}");
        }
        let page = w.get_in("/places/jiangsu/background", None, "en").await.body;
        for words in ["102,600 km²", "[1]", "2009", "Sources", "Vestas", "Own Man", "100 researchers", "has no separate cooperation"] {
            assert!(page.contains(words), "{words}");
        }
        assert!(!page.contains("Start the note"), "only an office starts one");
        assert_eq!(w.get("/places/atlantis/background", None).await.status, StatusCode::NOT_FOUND);
        assert_eq!(w.get("/places/jiangsu/background/xx", None).await.status, StatusCode::BAD_REQUEST);
    })
    .await;
}

#[tokio::test]
async fn an_office_writes_files_and_follows_a_note() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.session(&w.officer("RM").await).await;
        let key = "a".repeat(64);
        let start = [("title", ""), ("lang", "da"), ("form_key", key.as_str())];
        let refused = w.post("/places/jiangsu/background", Some(&officer), &start).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let start = [("title", "Rejsen til Jiangsu"), ("lang", "da"), ("form_key", key.as_str())];
        assert_eq!(w.post("/places/jiangsu/background", None, &start).await.status, StatusCode::UNAUTHORIZED);
        let edit = w.post("/places/jiangsu/background", Some(&officer), &start).await.location;
        assert_eq!(w.post("/places/jiangsu/background", Some(&officer), &start).await.location, edit, "a replayed form is one note");
        let note = edit.trim_end_matches("/edit").to_string();

        let words =
            [("title", "Rejsen til Jiangsu"), ("version", "1"), ("opening", "Kort sagt:\n\nVelkommen."), ("home", "Bycirklen først.")];
        assert_eq!(w.post(&edit, Some(&officer), &words).await.location, note);
        let late = w.post(&edit, Some(&officer), &words).await;
        assert!(late.status == StatusCode::UNPROCESSABLE_ENTITY && late.body.contains("Bycirklen først."), "nothing typed is lost");
        for lang in LANGS {
            for page in [note.clone(), edit.clone(), format!("{note}/filing"), "/notes".into()] {
                let page = w.get_in(&page, Some(&officer), lang).await;
                assert!(page.status == StatusCode::OK && !page.body.contains(">["), "{}", page.body);
            }
        }
        hidden(w, &note).await;

        let unasked = w.post(&format!("{note}/filing"), Some(&officer), &[("version", "2")]).await;
        assert_eq!(unasked.status, StatusCode::UNPROCESSABLE_ENTITY);
        let file = [("version", "2"), ("confirm", "yes")];
        assert_eq!(w.post(&format!("{note}/filing"), Some(&officer), &file).await.location, note);
        let page = w.get_in(&note, Some(&officer), "en").await.body;
        assert!(page.contains("Filed as RM-") && page.contains("Velkommen."), "{page}");
        assert!(w.get_in("/journal", Some(&officer), "en").await.body.contains("Background note: Jiangsu"));
        assert_eq!(w.get(&edit, Some(&officer)).await.status, StatusCode::CONFLICT, "what is filed is not edited");
        assert_eq!(w.post(&edit, Some(&officer), &words).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let first = w.get(&format!("{note}/pdf"), Some(&officer)).await.body;

        let changes = format!("{note}/changes");
        assert!(w.get_in(&changes, Some(&officer), "en").await.body.contains("Nothing has changed"));
        add_fact(w).await;
        let told = w.get_in(&changes, Some(&officer), "en").await.body;
        assert!(told.contains("1 sentence differs") && told.contains("Fik en ny bro."), "{told}");
        assert_eq!(w.get(&format!("{note}/pdf"), Some(&officer)).await.body, first, "the filed paper stays");
        assert!(!w.get(&note, Some(&officer)).await.body.contains("Fik en ny bro."));
        let next = w.post(&format!("{note}/next"), Some(&officer), &[("form_key", "b".repeat(64).as_str())]).await.location;
        let next = w.get(next.trim_end_matches("/edit"), Some(&officer)).await.body;
        assert!(next.contains("Fik en ny bro.") && next.contains("Velkommen."), "the next begins with the prose and today's sentences");
    })
    .await;
}

/// For the other office, the public and applicants the note is not there.
async fn hidden(w: &World, note: &str) {
    let other = w.session(&w.officer("SH").await).await;
    assert_eq!(w.get(note, Some(&other)).await.status, StatusCode::NOT_FOUND);
    assert!(!w.get("/notes", Some(&other)).await.body.contains("Rejsen til Jiangsu"));
    assert_eq!(w.get(note, None).await.status, StatusCode::UNAUTHORIZED);
    let board = w.session(&w.person(domain::Role::Board, Some("RM"), Lang::Da).await).await;
    assert_eq!(w.get(note, Some(&board)).await.status, StatusCode::OK);
    assert_eq!(w.get(&format!("{note}/edit"), Some(&board)).await.status, StatusCode::FORBIDDEN);
}

async fn add_fact(w: &World) {
    let place = actions::place::show(&w.desk, "jiangsu").await.unwrap().place;
    let fact = actions::fact::NewFact {
        kind: domain::fact::Kind::Statement,
        body: domain::Text3::new("Fik en ny bro.", "Got a new bridge.", "建成新桥。"),
        number: None,
        unit: String::new(),
        as_of: Edtf::year(2026),
        sources: vec!["office".into()],
        quote: String::new(),
    };
    let operator = actions::Viewer::operator();
    let about =
        actions::fact::About { kind: domain::fact::SubjectKind::Place, id: place.id.to_string(), slug: place.slug, names: place.names };
    actions::fact::add(&w.desk, &operator, &about, &fact, &"c".repeat(64)).await.unwrap();
}

#[tokio::test]
async fn a_stranger_learns_who_in_denmark_works_with_jiangsu_since_when_and_what_came_of_it() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        // The way that a stranger goes: the book, a search, the place, the answer.
        assert!(w.get_in("/book", None, "en").await.body.contains("formaction=\"/places\""));
        assert!(w.get_in("/places?q=Jiangsu", None, "en").await.body.contains("href=\"/places/jiangsu\""));
        let link = "href=\"/places/jiangsu/background\">Who works with Jiangsu, since when, and what came of it";
        assert!(w.get_in("/places/jiangsu", None, "en").await.body.contains(link));
        for (lang, words) in [
            (
                "en",
                [
                    "Who in Denmark works with Jiangsu",
                    "Bycirklen",
                    "since 2007",
                    "Esbjerg Municipality",
                    "no source says since when",
                    "Joint education conference in Wuxi",
                ],
            ),
            (
                "da",
                [
                    "Hvem i Danmark samarbejder med Jiangsu",
                    "Bycirklen",
                    "siden 2007",
                    "Esbjerg Kommune",
                    "ingen kilde siger, siden hvornår",
                    "Fælles uddannelseskonference i Wuxi",
                ],
            ),
            ("zh-Hans", ["丹麦与江苏省合作的各方", "Bycirklen", "始于2007年", "埃斯比约", "来源未说明起始时间", "无锡联合教育会议"]),
        ] {
            let page = w.get_in("/places/jiangsu/background", None, lang).await.body;
            let missing: Vec<_> = words.iter().filter(|word| !page.contains(**word)).collect();
            assert!(missing.is_empty(), "{lang}: {missing:?}\n{page}");
        }
        for path in ["/places/jiangsu/network", "/matrix", "/map"] {
            assert!(w.get_in(path, None, "en").await.body.contains("/partnerships/bycirklen-wuxi"), "{path}");
        }
    })
    .await;
}

//! Places and organisations: who may change them, what an edit keeps, search in three languages, files in and out, claims of twin towns.

use actions::{
    Error, Viewer,
    book::{Want, bulk},
    organisation,
    place::{self, edit::Draft},
};
use axum::http::StatusCode;
use domain::{Denied, Lang, Role, Text3, place::Kind};
use tests::{World, each};

async fn found(w: &World, query: &str) -> Vec<String> {
    let want = Want { query: query.into(), limit: 100, ..Want::default() };
    let mut slugs: Vec<String> = place::list(&w.desk, &want).await.unwrap().places.into_iter().map(|p| p.slug).collect();
    slugs.extend(organisation::list(&w.desk, &want).await.unwrap().0.into_iter().map(|l| l.organisation.slug));
    slugs
}

#[tokio::test]
async fn one_thing_is_found_by_every_way_of_writing_it() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        for (query, slug) in [
            ("Århus", "aarhus"),
            ("aarhus", "city-of-aarhus"),
            ("Aarhus Kommune", "city-of-aarhus"),
            ("上海", "shanghai"),
            ("科学", "stcsm"),
            ("科委", "stcsm"),
            ("江苏", "jiangsu"),
            ("Wutshi", "wuxi"),
            ("wuxi", "wuxi"),
            ("SSTCM", "stcsm"),
            ("STTC", "stcsm"),
            ("Tonqui", "tongji-university"),
            ("kobenhavn", "copenhagen"),
            ("KØBENHAVN", "copenhagen"),
            ("Östergötland", "ostergotland"),
            ("ostergotland", "region-ostergotland"),
            ("jiangsu sheng", "jiangsu"),
            ("tongjidaxue", "tongji-university"),
            ("tong ji da xue", "tongji-university"),
        ] {
            let all = found(w, query).await;
            assert!(all.iter().any(|s| s == slug), "{query} finds {all:?}");
        }
        for (path, slug) in [
            ("/places?q=%C3%85rhus", "/places/aarhus\""),
            ("/places?q=aarhus", "/places/aarhus\""),
            ("/places?q=%E6%97%A0%E9%94%A1", "/places/wuxi\""),
            ("/organisations?q=%E7%A7%91%E5%AD%A6", "/organisations/stcsm\""),
            ("/organisations?q=kexue+jishu", "/organisations/stcsm\""),
        ] {
            for lang in ["da", "en", "zh-Hans"] {
                let page = w.get_in(path, None, lang).await;
                assert!(page.body.contains(slug), "{path} in {lang}");
            }
        }
        assert!(found(w, "%").await.len() > 60, "a sign that means nothing asks for nothing");
    })
    .await;
}

fn draft(en: &str) -> Draft {
    Draft {
        kind: Kind::Municipality,
        names: Text3::new("", en, ""),
        country: "DK".into(),
        code: String::new(),
        wikidata: String::new(),
        within: "midtjylland".into(),
        capital: String::new(),
        at: Some((9.5, 56.2)),
        verified: true,
    }
}

#[tokio::test]
async fn an_office_keeps_places_and_nobody_else() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.officer("SH").await;
        let slug = place::edit::create(&w.desk, &officer, draft("Silkeborg"), "k1").await.unwrap();
        assert_eq!(slug, "silkeborg");
        assert_eq!(place::edit::create(&w.desk, &officer, draft("Silkeborg"), "k1").await.unwrap(), slug, "a replayed form is one place");
        assert_eq!(place::show(&w.desk, &slug).await.unwrap().above.len(), 2);
        let alike = place::edit::alike(&w.desk, &officer, &Text3::new("SILKEBORG", "", "")).await.unwrap();
        assert_eq!(alike[0].slug, slug);

        place::edit::spell(&w.desk, &officer, &slug, "Silkeborrig", Some("s2")).await.unwrap();
        let mut changed = draft("Silkeborg");
        changed.names.da = "Silkeborg by".into();
        place::edit::update(&w.desk, &officer, &slug, 2, changed.clone()).await.unwrap();
        assert!(found(w, "Silkeborrig").await.contains(&slug), "an edit keeps the other spellings");
        let stale = place::edit::update(&w.desk, &officer, &slug, 2, changed.clone()).await;
        assert!(matches!(stale, Err(Error::Refused(r)) if r.key() == "stale"));
        changed.within = "no such place".into();
        assert!(matches!(place::edit::update(&w.desk, &officer, &slug, 3, changed.clone()).await, Err(Error::Invalid(e)) if e[0].field == "within"));
        changed.within = slug.clone();
        assert!(matches!(place::edit::update(&w.desk, &officer, &slug, 3, changed).await, Err(Error::Invalid(e)) if e[0].refusal.key() == "place-ring"));

        for other in [Viewer::nobody(Lang::Da), w.person(Role::Board, Some("RM"), Lang::Da).await] {
            let denied = place::edit::create(&w.desk, &other, draft("X"), "k2").await;
            assert!(matches!(denied, Err(Error::Denied(Denied::NotYours | Denied::SignIn))));
        }
    })
    .await;
}

#[tokio::test]
async fn forms_keep_what_was_typed_and_point_at_what_is_wrong() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let session = w.session(&w.officer("RM").await).await;
        let s = Some(session.as_str());
        for path in [
            "/places/new",
            "/organisations/new",
            "/sources/new",
            "/places/jiangsu/edit",
            "/organisations/stcsm/edit",
            "/facts/new?about=place:jiangsu",
            "/book/places/import",
        ] {
            let page = w.get_in(path, s, "zh-Hans").await;
            assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
            assert!(!page.body.contains(">["), "{path} shows a bare key");
        }
        let key = "a".repeat(64);
        let typed =
            [("form_key", key.as_str()), ("name-da", "Sprogby"), ("kind", "city"), ("country", "Danmark"), ("lon", "9,5"), ("lat", "nord")];
        let page = w.post("/places/new", s, &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Sprogby", "href=\"#country\"", "href=\"#lat\"", "value=\"9,5\""] {
            assert!(page.body.contains(words), "{words}");
        }
        let twice = [("form_key", key.as_str()), ("name-en", "Jiangsu"), ("kind", "province")];
        let page = w.post("/places/new", s, &twice).await;
        assert!(
            page.status == StatusCode::UNPROCESSABLE_ENTITY && page.body.contains("name=\"anyway\""),
            "the one that is there is shown first"
        );

        let fact = [
            ("form_key", key.as_str()),
            ("about", "organisation:lif"),
            ("kind", "negative"),
            ("body-en", "Ended its office in Asia."),
            ("as_of", "2016-21"),
            ("source", "s1"),
        ];
        assert_eq!(w.post("/facts", s, &fact).await.location, "/organisations/lif");
        assert_eq!(w.post("/facts", s, &fact).await.location, "/organisations/lif");
        let page = w.get_in("/organisations/lif", None, "en").await;
        assert_eq!(page.body.matches("Ended its office in Asia.").count(), 1, "a replayed form adds one");
        assert!(page.body.contains("spring 2016"));
        let successor = [("do", "successor"), ("successor", "no such"), ("on", "foråret")];
        let page = w.post("/organisations/lif/ties", s, &successor).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.body.contains("value=\"foråret\""));
        let successor = [("do", "successor"), ("successor", "Confederation of Danish Industry"), ("on", "2030"), ("note-en", "A merger.")];
        assert_eq!(w.post("/organisations/lif/ties", s, &successor).await.status, StatusCode::SEE_OTHER);
        let page = w.get_in("/organisations/danish-industry", None, "en").await;
        assert!(page.body.contains("A merger.") && page.body.contains("2030"));
    })
    .await;
}

#[tokio::test]
async fn regions_merge_on_a_date_and_the_seeds_disagree_aloud() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let page = w.get_in("/organisations/region-zealand", None, "da").await;
        assert!(page.body.contains("Region Østdanmark") && page.body.contains("1. januar 2027"));
        let page = w.get_in("/organisations/region-eastern-denmark", None, "zh-Hans").await;
        assert!(page.body.contains("西兰大区") && page.body.contains("首都大区") && page.body.contains("2027年1月1日"));
        let disputes = actions::fact::disputes(&w.desk).await.unwrap();
        assert_eq!(disputes.len(), 17);
        for d in &disputes {
            assert!(d.claims.len() >= 2, "{} has both claims", d.discord.code);
            assert!(d.claims.iter().all(|c| c.about.is_some()));
        }
        let page = w.get_in("/places/wuxi", None, "en").await;
        assert!(page.body.contains("Wutshi for Wuxi.") && page.body.contains("Only this source says so"));
    })
    .await;
}

#[tokio::test]
async fn a_file_is_rehearsed_named_by_line_and_column_and_read_whole_or_not_at_all() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.officer("RM").await;
        let before = actions::book::counts(&w.desk).await.unwrap().organisations;
        let wrong = "Kategori;Dansk;English;中文;Land;Sted\nMyndighed;Ny;;;DK;Aarhus\nNoget;Anden;;;Danmark;\n;=1+1;;;;\n";
        let wrong = wrong.replace("Kategori", &i18n::text(Lang::Da, "organisation-category", &[]));
        let r = bulk::organisations(&w.desk, &officer, "a.csv", wrong.as_bytes(), true).await.unwrap();
        let at: Vec<(usize, char)> = r.problems.iter().map(|p| (p.line, p.column.chars().next().unwrap())).collect();
        assert!(at.contains(&(3, 'E')) && at.contains(&(4, 'B')), "{:?}", r.problems);
        assert_eq!(actions::book::counts(&w.desk).await.unwrap().organisations, before, "nothing of a wrong file is kept");

        let good = "Category;Dansk;English;中文;Country;Place\nAuthority;Silkeborg Kommune;Silkeborg Municipality;;DK;Aarhus\nuniversity;;New College;;;\n";
        let good = good.replace("Category", &i18n::text(Lang::En, "organisation-category", &[]));
        let good = good.replace("Country", &i18n::text(Lang::En, "book-country", &[])).replace("Place", &i18n::text(Lang::En, "organisation-place", &[]));
        let r = bulk::organisations(&w.desk, &officer, "a.csv", good.as_bytes(), false).await.unwrap();
        assert_eq!((r.problems.len(), r.changes.len()), (0, 2), "{:?}", r.problems);
        assert_eq!(actions::book::counts(&w.desk).await.unwrap().organisations, before, "a rehearsal keeps nothing");
        bulk::organisations(&w.desk, &officer, "a.csv", good.as_bytes(), true).await.unwrap();
        assert_eq!(actions::book::counts(&w.desk).await.unwrap().organisations, before + 2);
        assert_eq!(organisation::show(&w.desk, "silkeborg-municipality").await.unwrap().place.unwrap().slug, "aarhus");
    })
    .await;
}

#[tokio::test]
async fn what_goes_out_comes_back_unchanged() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.officer("RM").await;
        for lang in ["da", "en", "zh-Hans"] {
            let csv = w.get_in("/organisations.csv", None, lang).await.body;
            let r = bulk::organisations(&w.desk, &officer, "o.csv", csv.as_bytes(), false).await.unwrap();
            assert!(r.problems.is_empty() && r.changes.is_empty() && r.same > 60, "{lang}: {:?} {:?}", r.problems, r.changes);
            let csv = w.get_in("/places.csv", None, lang).await.body;
            let r = bulk::places(&w.desk, &officer, "p.csv", csv.as_bytes(), false).await.unwrap();
            assert!(r.problems.is_empty() && r.changes.is_empty() && r.same > 40, "{lang}: {:?} {:?}", r.problems, r.changes);
        }
    })
    .await;
}

#[tokio::test]
async fn divisions_and_twin_towns_load_once_and_stay_unverified() {
    use counterpart::book::{division, twin};
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let all: Vec<_> = division::parse(division::SHIPPED)
            .unwrap()
            .into_iter()
            .filter(|d| d.code < "0300".to_string() || d.code.starts_with("DK") || d.code.starts_with("32"))
            .collect();
        assert!(division::load(&w.desk, &all, |_| ()).await.unwrap() > 20);
        assert_eq!(division::load(&w.desk, &all, |_| ()).await.unwrap(), 0, "a second load adds nothing");
        let jiangsu = place::show(&w.desk, "jiangsu").await.unwrap();
        assert_eq!(jiangsu.children.len(), 13);
        assert!(
            found(w, "changzhou").await.contains(&"changzhou".to_string()) && found(w, "常州").await.contains(&"changzhou".to_string())
        );

        let twins =
            twin::Twins::read("Q8686\tShanghai\nQ1055\tHamburg\nQ42\tElsewhere\n", "Q8686\tQ1055\nQ8686\tQ42\nQ42\tQ8686\n").unwrap();
        assert_eq!(twin::load(&w.desk, &twins, |_| ()).await.unwrap(), (1, 2));
        assert_eq!(twin::load(&w.desk, &twins, |_| ()).await.unwrap(), (0, 0));
        let pairs = w.get_in("/twin-towns", None, "en").await.body;
        assert!(
            pairs.contains("/places/elsewhere-q42")
                && pairs.matches("Not verified").count() == 2
                && pairs.contains("/sources/wikidata-p190")
        );
        for (query, words) in [("Elsewhere", "Shanghai"), ("%E4%B8%8A%E6%B5%B7+hamburg", "Hamburg"), ("shanghaishi+else", "Elsewhere")] {
            let page = w.get_in(&format!("/twin-towns?q={query}"), None, "en").await.body;
            assert!(page.matches("Not verified").count() == 1 && page.contains(words), "{query}: {page}");
        }
        let csv = w.get_in("/twin-towns.csv?q=elsewhere", None, "en").await.body;
        assert!(csv.lines().count() == 2 && csv.contains("Q42,") && csv.contains("Q8686"), "{csv}");
        let places = w.get_in("/places?q=elsewhere", None, "en").await.body;
        assert!(
            !places.contains("/places/elsewhere-q42") && places.contains("1 more place is known only") && places.contains("unverified=1")
        );
        assert!(w.get_in("/places?q=elsewhere&unverified=1", None, "en").await.body.contains("/places/elsewhere-q42"));
        let page = w.get_in("/places/shanghai", None, "en").await;
        assert!(
            page.body.contains("Others' twin towns: 2, not verified") || page.body.contains("Others&#39; twin towns: 2, not verified"),
            "{}",
            page.body
        );
        assert!(page.body.contains("/places/hamburg") && page.body.contains("/places/elsewhere-q42"));
        assert!(w.get_in("/places/elsewhere-q42", None, "en").await.body.contains("Not verified"));
    })
    .await;
}

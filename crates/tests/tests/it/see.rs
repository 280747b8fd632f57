//! Education, culture and business, and the pictures of who works with whom: as everybody reads them, and as the offices keep them.

use axum::http::StatusCode;
use domain::Lang;
use tests::{World, each};

/// No catalogue key shows through, in any language.
async fn whole(w: &World, path: &str, session: Option<&str>) -> Vec<String> {
    let mut pages = Vec::new();
    for lang in ["da", "en", "zh-Hans"] {
        let page = w.get_in(path, session, lang).await;
        assert_eq!(page.status, StatusCode::OK, "{path} in {lang}: {}", page.body);
        assert!(!page.body.contains(">["), "{path} in {lang} shows a bare key");
        pages.push(page.body);
    }
    pages
}

#[tokio::test]
async fn r62_r73_everybody_reads_links_services_and_companies() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        for path in ["/collaborations", "/offers", "/presences", "/map", "/matrix", "/places/jiangsu/network", "/organisations/dtu/network"]
        {
            whole(w, path, None).await;
        }
        for base in ["/collaborations", "/offers", "/presences", "/map"] {
            assert_eq!(w.get(&format!("{base}.xlsx"), None).await.status, StatusCode::OK);
            assert!(w.get_in(&format!("{base}.csv"), None, "en").await.body.lines().count() > 3, "{base}");
        }
        let centre = whole(w, "/collaborations/sino-danish-center", None).await.remove(1);
        assert!(centre.contains("100 researchers (2013)") && centre.contains("Roskilde University") && centre.contains("Not known"));
        let found = w.get("/collaborations?q=%E5%8D%97%E4%BA%AC", None).await.body;
        assert!(found.contains("dtu-research") && !found.contains("cbs-tongji-exchange"), "a party is found by its Chinese name");
        let planned = w.get_in("/collaborations?state=considered", None, "en").await.body;
        assert!(planned.contains("dtu-sjtu-exchange") && !planned.contains("cbs-tongji-exchange"));
        assert!(w.get_in("/offers?kind=nothing", None, "en").await.body.contains("lif-nothing"));
    })
    .await;
}

#[tokio::test]
async fn the_pictures_say_what_their_tables_say() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let map = w.get_in("/map", None, "en").await.body;
        assert_eq!(map.matches("<svg class=\"chart see-map").count(), 2, "one for a telephone, one broad");
        assert!(map.contains("tie tie-university") && map.contains("° E") && map.contains("One source only"));
        let only = w.get_in("/map?kind=company", None, "en").await.body;
        assert!(
            !only.contains("<path class=\"tie tie-university\" d=\"M") || !only.contains("<title>DTU"),
            "the filter reaches the picture"
        );
        let network = w.get_in("/places/nanjing/network", None, "en").await.body;
        assert!(network.contains("Nanjing University") && network.contains("Technical University of Denmark"), "{network}");
        assert_eq!(w.get("/places/atlantis/network", None).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn an_officer_enters_and_changes_a_link_and_nothing_typed_is_lost() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.session(&w.officer("RM").await).await;
        let mut form = vec![
            ("slug", "au-fudan"),
            ("version", "0"),
            ("kind", "research"),
            ("state", "planned"),
            ("names-da", "AU og Nanjing"),
            ("names-en", "AU and Nanjing"),
            ("names-zh", "奥胡斯大学与南京大学"),
            ("a", "Aarhus Universitet"),
            ("b", "Atlantis Universitet"),
            ("source", "s2"),
            ("since", "198X"),
        ];
        assert_eq!(w.get("/collaborations/new", None).await.status, StatusCode::UNAUTHORIZED);
        let board = w.session(&w.person(domain::Role::Board, Some("RM"), Lang::Da).await).await;
        assert_eq!(w.post("/collaborations/new", Some(&board), &form).await.status, StatusCode::FORBIDDEN);
        let bad = w.post("/collaborations/new", Some(&officer), &form).await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            bad.body.contains("Atlantis Universitet") && bad.body.contains("AU og Nanjing") && bad.body.contains("href=\"#b\""),
            "{}",
            bad.body
        );
        form[8] = ("b", "南京大学");
        let good = w.post("/collaborations/new", Some(&officer), &form).await;
        assert_eq!(good.location, "/collaborations/au-fudan", "{}", good.body);
        let page = whole(w, "/collaborations/au-fudan", None).await.remove(1);
        assert!(page.contains("the 1980s") && page.contains("Nanjing University") && page.contains("Planned"), "{page}");
        assert_eq!(
            w.post("/collaborations/new", Some(&officer), &form).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "the short name is taken"
        );

        whole(w, "/collaborations/au-fudan/edit", Some(&officer)).await;
        let mut change = form.clone();
        change[1] = ("version", "1");
        change[3] = ("state", "active");
        assert_eq!(w.post("/collaborations/au-fudan/edit", Some(&officer), &change).await.location, "/collaborations/au-fudan");
        let late = w.post("/collaborations/au-fudan/edit", Some(&officer), &change).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody changed it since");
        assert_eq!(actions::collaboration::show(&w.desk, "au-fudan").await.unwrap().link.state.code(), "active");
    })
    .await;
}

#[tokio::test]
async fn an_officer_enters_services_and_companies() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.session(&w.officer("SH").await).await;
        for path in [
            "/offers/new",
            "/presences/new",
            "/offers/di-office-lease/edit",
            "/presences/vestas-xuzhou/edit",
            "/offers/di-office-lease",
            "/presences/vestas-xuzhou",
        ] {
            whole(w, path, Some(&officer)).await;
        }
        let mut offer = vec![
            ("slug", "help"),
            ("provider", "DI"),
            ("kinds", "export"),
            ("kinds", "nothing"),
            ("names-da", "Hjælp"),
            ("names-en", "Help"),
            ("names-zh", "帮助"),
            ("at", "Suzhou"),
            ("source", "s2"),
        ];
        let refused = w.post("/offers/new", Some(&officer), &offer).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Hjælp"));
        offer.remove(3);
        assert_eq!(w.post("/offers/new", Some(&officer), &offer).await.location, "/offers/help");
        assert!(w.get_in("/offers/help", None, "en").await.body.contains("/places/suzhou"));
        let presence = [
            ("slug", "lego"),
            ("country", "dk"),
            ("place", "无锡市"),
            ("kind", "located"),
            ("body-da", "Her."),
            ("body-en", "Here."),
            ("body-zh", "在此。"),
            ("source", "s2"),
        ];
        assert_eq!(w.post("/presences/new", Some(&officer), &presence).await.location, "/presences/lego");
        assert!(w.get_in("/presences/lego", None, "en").await.body.contains("Companies of Denmark"));
    })
    .await;
}

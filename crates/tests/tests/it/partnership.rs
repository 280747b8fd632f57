//! Partnerships: public pages and feeds, entering and changing one, and a state that a person sets.

use actions::{
    Error,
    partnership::{self, Draft},
};
use axum::http::StatusCode;
use domain::{
    Text3,
    edtf::Edtf,
    partnership::{Channel, Contact, Direction, Kind, LinkKind, Side, State},
    time::Day,
};
use tests::each;

pub fn draft(slug: &str, a: &str, b: &str) -> Draft {
    Draft {
        slug: slug.into(),
        title: Text3::default(),
        kind: Kind::Collaboration,
        labels: Default::default(),
        since: Edtf::parse("2007").unwrap(),
        until: Edtf::default(),
        purpose: Text3::default(),
        contact: Text3::default(),
        mailbox: "book@example.org".into(),
        owner: None,
        source: None,
        parties: vec![("a-1".into(), Side::A, a.into()), ("b-1".into(), Side::B, b.into())],
        form_key: format!("key-{slug}"),
    }
}

#[tokio::test]
async fn the_public_page_says_it_to_people_and_machines() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        for (lang, words) in [("da", "Strategisk partnerskab"), ("en", "Strategic partnership"), ("zh-Hans", "战略伙伴关系")] {
            let page = w.get_in("/partnerships/midtjylland-shanghai", None, lang).await;
            assert!(page.body.contains(words), "{lang}");
            assert!(!page.body.contains(">["), "{lang} shows a bare key");
        }
        let page = w.get_in("/partnerships/midtjylland-shanghai", None, "en").await;
        let json = page.body.split("ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        let json: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(json["@type"], "Project");
        assert_eq!(json["foundingDate"], "2003");
        assert_eq!(json["contactPoint"]["email"], "shanghai@example.org");
        let ics = w.get_in("/partnerships/midtjylland-shanghai.ics", None, "en").await;
        assert!(ics.body.starts_with("BEGIN:VCALENDAR\r\n") && ics.body.ends_with("END:VCALENDAR\r\n"), "{}", ics.body);
        // The 25th anniversary of 2003 lies ahead.
        assert!(ics.body.contains("DTSTART;VALUE=DATE:20280101"), "{}", ics.body);
        let atom = w.get_in("/partnerships/midtjylland-shanghai.atom", None, "en").await;
        assert!(
            atom.body.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
                && atom.body.contains("MoU with Shanghai") == ics.body.contains("MoU with Shanghai")
        );
        assert_eq!(w.get("/partnerships/nothing.ics", None).await.status, StatusCode::NOT_FOUND);
        assert!(
            w.get_in("/partnerships?q=%E4%B8%8A%E6%B5%B7", None, "en").await.body.contains("midtjylland-shanghai"),
            "two characters find it"
        );
    })
    .await;
}

#[tokio::test]
async fn an_officer_enters_one_and_strangers_do_not() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let (officer, applicant) = (w.officer("SH").await, w.applicant().await);
        let new = || draft("viborg-nanjing", "places/viborg", "南京市");
        assert!(matches!(partnership::create(&w.desk, &applicant, new(), State::Active).await, Err(Error::Denied(_))));
        let mut one_sided = new();
        one_sided.parties.truncate(1);
        assert!(matches!(partnership::create(&w.desk, &officer, one_sided, State::Active).await, Err(Error::Refused(r)) if r.key() == "partnership-one-sided"));
        let unknown = draft("x-y", "places/viborg", "Atlantis");
        assert!(matches!(partnership::create(&w.desk, &officer, unknown, State::Active).await, Err(Error::Invalid(e)) if e[0].field == "b-1"));
        assert_eq!(partnership::create(&w.desk, &officer, new(), State::Active).await.unwrap(), "viborg-nanjing");
        assert_eq!(partnership::create(&w.desk, &officer, new(), State::Active).await.unwrap(), "viborg-nanjing", "a replayed form is one");
        let mut same = new();
        same.form_key = "other".into();
        assert!(matches!(partnership::create(&w.desk, &officer, same, State::Active).await, Err(Error::Invalid(_))));

        partnership::link(&w.desk, &officer, "viborg-nanjing", LinkKind::SupportedBy, "midtjylland-shanghai", Text3::default()).await.unwrap();
        let page = w.get_in("/partnerships/midtjylland-shanghai", None, "en").await;
        assert!(page.body.contains("Viborg – Nanjing"), "the other end shows the link too");

        let p = partnership::show(&w.desk, &officer, "viborg-nanjing").await.unwrap().line.partnership;
        let update = |version| partnership::update(&w.desk, &officer, "viborg-nanjing", new(), version);
        update(p.version).await.unwrap();
        assert!(matches!(update(p.version).await, Err(Error::Refused(r)) if r.key() == "stale"), "two editors do not overwrite each other");
    })
    .await;
}

#[tokio::test]
async fn signals_propose_and_a_person_decides() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let officer = w.officer("RM").await;
        partnership::create(&w.desk, &officer, draft("viborg-nanjing", "places/viborg", "places/nanjing"), State::Active).await.unwrap();
        let proposed = async || partnership::health(&w.desk, &officer, "viborg-nanjing").await.unwrap().proposal.map(|p| p.state);
        assert_eq!(proposed().await, None, "nothing known, nothing proposed");
        let contact = |day: &str| Contact {
            direction: Direction::In,
            channel: Channel::Visit,
            day: Day::parse(day).unwrap(),
            subject: "Besøg om ældrepleje".into(),
            senior: true,
            person_days: 12,
        };
        partnership::add_contact(&w.desk, &officer, "viborg-nanjing", contact("2023-05-02"), "c1").await.unwrap();
        partnership::add_contact(&w.desk, &officer, "viborg-nanjing", contact("2023-05-02"), "c1").await.unwrap();
        assert_eq!(proposed().await, Some(State::Dormant));
        let page = partnership::show(&w.desk, &officer, "viborg-nanjing").await.unwrap();
        assert_eq!((page.contacts.len(), page.line.partnership.state), (1, State::Active), "the house does not change the state");
        let said = partnership::set_state(&w.desk, &officer, "viborg-nanjing", State::Dormant, " ").await;
        assert!(matches!(said, Err(Error::Refused(r)) if r.key() == "partnership-state-reason"));
        partnership::set_state(&w.desk, &officer, "viborg-nanjing", State::Dormant, "No visit since 2023").await.unwrap();
        assert_eq!(proposed().await, None);
        let future = partnership::add_contact(&w.desk, &officer, "viborg-nanjing", contact("2027-01-01"), "c2").await;
        assert!(matches!(future, Err(Error::Invalid(e)) if e[0].field == "day"));
        // Contacts are the offices' own.
        let nobody = w.get_in("/partnerships/viborg-nanjing", None, "da").await;
        assert!(!nobody.body.contains("ældrepleje"));
    })
    .await;
}

#[tokio::test]
async fn forms_lose_nothing_and_two_editors_do_not_overwrite_each_other() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let session = w.session(&w.officer("RM").await).await;
        let stranger = w.session(&w.applicant().await).await;
        assert_eq!(w.get("/partnerships/new", Some(&stranger)).await.status, StatusCode::FORBIDDEN);
        let key = "a".repeat(64);
        let form = |b: &'static str, mailbox: &'static str| {
            vec![
                ("form_key", key.clone()),
                ("slug", "viborg-suzhou".to_string()),
                ("parties-a", "places/viborg".into()),
                ("parties-b", b.into()),
                ("kind", "collaboration".into()),
                ("state", "active".into()),
                ("since", "2010".into()),
                ("purpose-da", "Noget nyttigt".into()),
                ("mailbox", mailbox.into()),
            ]
        };
        let post = async |path: &str, fields: Vec<(&str, String)>| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
            w.post(path, Some(&session), &fields).await
        };
        let wrong = post("/partnerships/new", form("Atlantis", "x@example.org")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("Noget nyttigt") && wrong.body.contains("href=\"#parties-b\""), "{}", wrong.body);
        assert_eq!(post("/partnerships/new", form("places/suzhou", "no mailbox")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(post("/partnerships/new", form("places/suzhou", "x@example.org")).await.location, "/partnerships/viborg-suzhou");

        // Themes: an empty row is left out, a date that is none comes back.
        let details = |version: &str, since: &str| {
            vec![
                ("version", version.to_string()),
                ("themes", "2".into()),
                ("levels", "1".into()),
                ("theme-0-da", "Affald".into()),
                ("theme-0-since", since.into()),
                ("level-0-level", "political".into()),
            ]
        };
        let version =
            || async { partnership::show(&w.desk, &w.officer("RM").await, "viborg-suzhou").await.unwrap().line.partnership.version };
        let now = version().await.to_string();
        assert_eq!(post("/partnerships/viborg-suzhou/details", details(&now, "nogen tid")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(post("/partnerships/viborg-suzhou/details", details(&now, "198X")).await.status, StatusCode::SEE_OTHER);
        let stale = post("/partnerships/viborg-suzhou/details", details(&now, "198X")).await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("Affald"), "the second editor keeps the words");
        assert!(w.get_in("/partnerships/viborg-suzhou", None, "da").await.body.contains("Affald"));

        // A state needs its reason, and a contact moves the signals.
        let path = "/partnerships/viborg-suzhou";
        assert_eq!(post(&format!("{path}/state"), vec![("state", "quiet".into())]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            post(&format!("{path}/state"), vec![("state", "quiet".into()), ("reason", "Intet svar".into())]).await.status,
            StatusCode::SEE_OTHER
        );
        let contact = [("day", "2018-01-02"), ("direction", "in"), ("channel", "letter"), ("subject", "Hilsen"), ("form_key", "contact")];
        assert_eq!(w.post(&format!("{path}/contacts"), Some(&session), &contact).await.status, StatusCode::SEE_OTHER);
        let health = w.get_in(&format!("{path}/health"), Some(&session), "en").await;
        assert!(health.body.contains("Intet svar") && health.body.contains("Hilsen"), "{}", health.body);
        assert!(!w.get(path, None).await.body.contains("Intet svar"), "what the office writes stays inside");
    })
    .await;
}

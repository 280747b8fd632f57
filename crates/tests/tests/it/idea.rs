//! R123: anyone may send a project idea, once per form; only the offices and auditors read them.

use actions::{Error, Viewer, idea::NewIdea};
use domain::{Lang, PartyCode, Role, text::Text};
use tests::each;

fn idea(key: &str) -> NewIdea {
    NewIdea {
        title: "Grøn it i bygninger".into(),
        body: Text { lang: Lang::Da, body: "Måling af energi med 上海交通大学".into() },
        organisation: "Ærø Energi".into(),
        party: PartyCode::parse("RM"),
        contact: "ide@example.org".into(),
        form_key: key.into(),
    }
}

#[tokio::test]
async fn r123_anyone_sends_an_idea_and_a_replayed_form_is_one() {
    each(async |w| {
        let call = w.published_call().await;
        let nobody = Viewer::nobody(Lang::Da);
        actions::idea::send(&w.desk, &nobody, &call.slug, idea("k1")).await.unwrap();
        actions::idea::send(&w.desk, &nobody, &call.slug, idea("k1")).await.unwrap();
        let (_, ideas) = actions::idea::list(&w.desk, &w.officer("SH").await, &call.slug).await.unwrap();
        assert_eq!(ideas.len(), 1);
        assert!(i18n::search::matches(&ideas[0].search, "上海") && i18n::search::matches(&ideas[0].search, "aero"));
        let expert = w.person(Role::Expert, Some("RM"), Lang::Da).await;
        assert!(matches!(actions::idea::list(&w.desk, &expert, &call.slug).await, Err(Error::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn ideas_end_with_the_call_and_a_draft_takes_none() {
    each(async |w| {
        let draft = w.draft_call("secret").await;
        let nobody = Viewer::nobody(Lang::Da);
        assert!(matches!(actions::idea::send(&w.desk, &nobody, &draft.slug, idea("k1")).await, Err(Error::NotFound)));
        let call = w.published_call().await;
        w.set_clock(call.window.closes.plus_seconds(1));
        let late = actions::idea::send(&w.desk, &nobody, &call.slug, idea("k2")).await;
        assert!(matches!(late, Err(Error::Refused(r)) if r.key() == "idea-late"));
    })
    .await;
}

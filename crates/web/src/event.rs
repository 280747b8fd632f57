//! The log of everything that happened, for offices and auditors.

use crate::kit::{Answer, App, Frame, Visit};
use actions::event::{Event, Log};
use askama::Template;
use axum::extract::{Query, State};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "event/index.html")]
struct Index {
    l: Frame,
    log: Log,
    /// Asked for: the first altered line, or that there is none.
    chain: Option<Option<i64>>,
}

impl Index {
    fn who(&self, e: &Event) -> String {
        let id = e.account.as_deref().unwrap_or_default();
        let name = self.log.names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone());
        name.unwrap_or_else(|| self.l.t(if id.is_empty() { "event-nobody" } else { "event-unknown" }))
    }
    fn party(&self, e: &Event) -> String {
        e.party.as_deref().and_then(domain::PartyCode::parse).map(|p| self.l.party(&p)).unwrap_or_default()
    }
}

pub async fn index(State(app): State<App>, visit: Visit, Query(query): Query<HashMap<String, String>>) -> Answer {
    let before = query.get("before").and_then(|b| b.parse().ok());
    let log = actions::event::page(&app.desk, &visit.viewer, before).await?;
    let chain = match query.contains_key("check") {
        true => Some(actions::event::first_break(&app.desk, &visit.viewer).await?),
        false => None,
    };
    visit.page(&Index { l: visit.frame(), log, chain })
}

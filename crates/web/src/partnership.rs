//! Screens of partnerships: what everyone reads, what officers change, and how a partnership does.

pub mod details;
pub mod edit;
pub mod feed;
pub mod health;
pub mod public;

use crate::kit::{App, Fields, Frame, Problem};

/// Id and title of every source, to choose from.
pub(crate) async fn sources(app: &App, l: &Frame) -> Result<Vec<(String, String)>, Problem> {
    let all = actions::source::list(&app.desk).await?;
    Ok(all.into_iter().map(|line| (line.source.id.to_string(), l.text(&line.source.title).to_string())).collect())
}

/// Lines with something on them.
pub(crate) fn lines(typed: &str) -> impl Iterator<Item = String> {
    typed.lines().map(str::trim).filter(|x| !x.is_empty()).map(str::to_string)
}

/// A role mailbox, or none.
pub(crate) fn mailbox(f: &mut Fields) -> String {
    let typed = f.text("mailbox", 200);
    if !typed.is_empty() && (!typed.contains('@') || typed.contains(char::is_whitespace)) {
        f.fail("mailbox", "partnership-mailbox", vec![]);
    }
    typed
}

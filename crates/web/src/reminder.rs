//! The reminders: what was sent, what was not, and who has seen it.

use crate::kit::{Answer, App, Frame, Listing, Visit, error::found, listing::by_text, see_other};
use actions::reminder::{Board, Line, MailState};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    ids::ReminderId,
    reminder::{Matter, State as Standing},
};

const COLUMNS: [&str; 4] = ["due", "what", "tier", "state"];

#[derive(Template)]
#[template(path = "reminder/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    b: Board,
    lines: Vec<Line>,
}

impl Index {
    fn matters(&self) -> Vec<(String, String)> {
        self.l.codes("reminder-matter", Matter::ALL.iter().map(|k| k.code()))
    }
    fn states(&self) -> Vec<(String, String)> {
        self.l.codes("reminder-state", Standing::ALL.iter().map(|k| k.code()))
    }
    fn badge(&self, line: &Line) -> &'static str {
        match line.reminder.state {
            Standing::Sent => "info",
            Standing::Acknowledged => "success",
            Standing::Escalated => "warning",
            Standing::Overtaken => "neutral",
            Standing::Undeliverable => "error",
        }
    }
    fn open(&self, line: &Line) -> bool {
        self.b.editable && !matches!(line.reminder.state, Standing::Acknowledged | Standing::Overtaken)
    }
    fn mail(&self, line: &Line) -> String {
        let key = match line.mail {
            MailState::Sent => "reminder-mail-sent",
            MailState::Waiting => "reminder-mail-waiting",
            MailState::Failed => "reminder-mail-failed",
            MailState::None => "reminder-mail-none",
        };
        self.l.t(key)
    }
    fn failed(&self, line: &Line) -> bool {
        matches!(line.mail, MailState::Failed | MailState::None)
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let mut b = actions::reminder::board(&app.desk, &visit.viewer).await?;
    let lang = visit.viewer.lang;
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let (matter, state) = (s.other("matter").to_string(), s.other("state").to_string());
    let mut lines = std::mem::take(&mut b.lines);
    lines.retain(|x| {
        (matter.is_empty() || x.reminder.duty.matter.code() == matter) && (state.is_empty() || x.reminder.state.code() == state)
    });
    let lines = s.apply(
        lines,
        |x| i18n::search::fold(&[&x.label.da, &x.label.en, &x.label.zh].map(String::as_str).join(" ")),
        |column, a, b| match column {
            "what" => by_text(lang, a.label.get(lang), b.label.get(lang)),
            "tier" => a.reminder.tier.cmp(&b.reminder.tier),
            "state" => a.reminder.state.cmp(&b.reminder.state),
            _ => a.reminder.duty.due.cmp(&b.reminder.duty.due),
        },
    );
    visit.page(&Index { l: visit.frame(), s, b, lines })
}

pub async fn acknowledge(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let id = found(ReminderId::parse(&id))?;
    actions::reminder::acknowledge(&app.desk, &visit.viewer, &id).await?;
    Ok(see_other("/reminders", "message-saved"))
}

//! The call's own questions with their answers, as read by people (templates show them with `_kit/answers.html`).

use super::Frame;
use domain::{
    application::{Application, Attachment, cells},
    call::{Call, Question, QuestionKind},
};

/// A question and its answer as read.
pub struct Answered {
    pub label: String,
    pub label_lang: &'static str,
    pub lang: &'static str,
    pub text: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub files: Vec<Attachment>,
}

/// Every question of the call with what the application says to it.
pub fn answers(l: &Frame, call: &Call, app: &Application) -> Vec<Answered> {
    let one = |q: &Question| {
        let given = app.answers.iter().find(|a| a.question == q.id);
        let body = given.map_or("", |a| a.body.as_str());
        let mut shown = Answered {
            label: l.text(&q.label).into(),
            label_lang: l.text_lang(&q.label),
            lang: given.map_or(app.project.lang, |a| a.lang).code(),
            text: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            files: app.attachments.iter().filter(|a| a.question.as_ref() == Some(&q.id)).cloned().collect(),
        };
        match &q.kind {
            QuestionKind::Choice(options) => {
                let chosen = body.parse::<usize>().ok().and_then(|n| options.get(n.checked_sub(1)?));
                if let Some(option) = chosen {
                    shown.text = l.text(option).into();
                    shown.lang = l.text_lang(option);
                }
            }
            QuestionKind::Number => shown.text = body.parse::<i64>().map(|n| l.number(n)).unwrap_or_default(),
            QuestionKind::Table(columns) => {
                shown.columns = columns.iter().map(|c| l.text(c).to_string()).collect();
                shown.rows = cells(body);
            }
            QuestionKind::Text | QuestionKind::File => shown.text = body.into(),
        }
        shown
    };
    call.questions.iter().map(one).collect()
}

//! Step 4: the call's own questions, and files.

use super::{
    guide::{Guide, application_id, languages, opened},
    merge,
    save::{Section, answer, save},
};
use crate::kit::{Answer as Reply, App, Fields, Frame, Visit};
use actions::application::Opened;
use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use domain::{
    Lang,
    application::{
        Answer, Application, Attachment, cells,
        file::{MAX_FILE, kinds},
        rows_body,
    },
    call::{Call, Question, QuestionKind},
};

/// Empty rows that a table offers beyond those filled.
const SPARE: usize = 3;
/// Rows of a table whose question sets no limit.
const ROWS: usize = 20;
/// Characters of a text whose question sets no limit, and of a cell.
const TEXT: usize = 10_000;
const CELL: usize = 200;

/// A question as its form shows it.
pub struct Asked {
    pub name: String,
    pub kind: &'static str,
    pub label: String,
    pub lang: &'static str,
    pub hint: String,
    pub required: bool,
    pub max: usize,
    /// Options of a choice: value and label.
    pub options: Vec<(String, String)>,
    /// Columns of a table and the names of its cells, row by row.
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub files: Vec<Attachment>,
    pub id: String,
}

#[derive(Template)]
#[template(path = "application/questions.html")]
pub struct Page {
    l: Frame,
    f: Fields,
    guide: Guide,
    questions: Vec<Asked>,
    attachments: Vec<Attachment>,
    languages: Vec<(String, String)>,
    types: String,
    size: String,
}

impl Page {
    pub fn new(visit: &Visit, app: &App, opened: &Opened, f: Fields) -> Page {
        let l = visit.frame();
        let a = &opened.loaded.app;
        Page {
            guide: Guide::new(opened, app.desk.now(), 4),
            questions: opened.loaded.call.questions.iter().map(|q| asked(&l, q, a, &f)).collect(),
            attachments: a.attachments.iter().filter(|x| x.question.is_none()).cloned().collect(),
            languages: languages(),
            types: kinds(),
            size: i18n::format::bytes(l.lang, MAX_FILE as u64),
            f,
            l,
        }
    }
}

fn asked(l: &Frame, q: &Question, a: &Application, f: &Fields) -> Asked {
    let mark = if q.required { l.t("form-required") } else { l.t("form-optional") };
    let name = format!("q{}", q.no);
    let options = q.kind.options();
    let filled = (0..ROWS.max(limit(q, ROWS)))
        .rev()
        .find(|r| (0..options.len()).any(|c| !f.value(&format!("{name}-{r}-{c}")).is_empty()))
        .map_or(0, |r| r + 1);
    let rows = (filled + SPARE).min(limit(q, ROWS));
    let is_table = matches!(q.kind, QuestionKind::Table(_));
    Asked {
        kind: q.kind.code(),
        label: format!("{}. {} ({mark})", q.no, l.text(&q.label)),
        lang: l.text_lang(&q.label),
        hint: l.text(&q.help).into(),
        required: q.required,
        max: limit(q, TEXT),
        options: if is_table {
            Vec::new()
        } else {
            (1..).zip(options).map(|(n, o): (usize, _)| (n.to_string(), l.text(o).to_string())).collect()
        },
        columns: if is_table { options.iter().map(|o| l.text(o).to_string()).collect() } else { Vec::new() },
        rows: if is_table {
            (0..rows).map(|r| (0..options.len()).map(|c| format!("{name}-{r}-{c}")).collect()).collect()
        } else {
            Vec::new()
        },
        files: a.attachments.iter().filter(|x| x.question.as_ref() == Some(&q.id)).cloned().collect(),
        id: q.id.to_string(),
        name,
    }
}

fn limit(q: &Question, otherwise: usize) -> usize {
    usize::try_from(q.max_length).ok().filter(|n| *n > 0).unwrap_or(otherwise)
}

/// The form's values: `lang`, `q1` … and `q4-row-column`.
pub fn fill(call: &Call, a: &Application) -> Vec<(String, String)> {
    let lang = a.answers.first().map_or(a.project.lang, |x| x.lang);
    let mut all = vec![("lang".to_string(), lang.code().to_string())];
    for q in &call.questions {
        let body = a.answers.iter().find(|x| x.question == q.id).map_or("", |x| x.body.as_str());
        if let QuestionKind::Table(_) = q.kind {
            let rows = cells(body).into_iter().enumerate();
            all.extend(rows.flat_map(|(r, row)| row.into_iter().enumerate().map(move |(c, cell)| (format!("q{}-{r}-{c}", q.no), cell))));
        } else {
            all.push((format!("q{}", q.no), body.to_string()));
        }
    }
    all
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Reply {
    let opened = opened(&app, &visit, &application_id(&id)?, "questions").await?;
    let mut f = Fields::filled(fill(&opened.loaded.call, &opened.loaded.app));
    f.set("version", opened.section.version.to_string());
    f.set("form_key", app.desk.token());
    visit.page(&Page::new(&visit, &app, &opened, f))
}

pub async fn update(State(app): State<App>, visit: Visit, Path(id): Path<String>, headers: HeaderMap, mut f: Fields) -> Reply {
    let id = application_id(&id)?;
    let opened = opened(&app, &visit, &id, "questions").await?;
    merge::resolve(&mut f);
    let call = opened.loaded.call.clone();
    let answers = read(&mut f, &call, opened.loaded.app.project.lang);
    let l = visit.frame();
    let fill_call = call.clone();
    let fill = move |a: &Application| fill(&fill_call, a);
    let section = Section {
        id: &id,
        name: "questions".into(),
        address: format!("/applications/{id}/edit/questions"),
        next: format!("/applications/{id}/edit/confirmations"),
        fill: &fill,
        labels: labels(&l, &call),
    };
    let outcome = save(&app, &visit, section, &headers, &f, |a| {
        a.answers = answers.clone();
        Ok(())
    })
    .await?;
    answer(outcome, |errors| {
        f.errors = errors;
        visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, &app, &opened, f))
    })
}

fn labels(l: &Frame, call: &Call) -> Vec<(String, String)> {
    let mut all = vec![("lang".to_string(), l.t("application-field-lang"))];
    for q in &call.questions {
        let label = l.text(&q.label);
        match &q.kind {
            QuestionKind::Table(columns) => {
                let cell = |r: usize, c: usize| (format!("q{}-{r}-{c}", q.no), format!("{label} {} / {}", r + 1, l.text(&columns[c])));
                all.extend((0..limit(q, ROWS)).flat_map(|r| (0..columns.len()).map(move |c| (r, c))).map(|(r, c)| cell(r, c)));
            }
            QuestionKind::File => {}
            _ => all.push((format!("q{}", q.no), label.to_string())),
        }
    }
    all
}

/// The answers as typed. A text over its limit is kept out of the store but stays on the page with its error.
fn read(f: &mut Fields, call: &Call, otherwise: Lang) -> Vec<Answer> {
    let lang = Lang::parse(f.value("lang")).unwrap_or(otherwise);
    let mut all = Vec::new();
    for q in &call.questions {
        let name = format!("q{}", q.no);
        let body = match &q.kind {
            QuestionKind::Text => f.text(&name, limit(q, TEXT)),
            QuestionKind::Choice(options) => {
                let chosen = f.value(&name).to_string();
                if chosen.parse::<usize>().is_ok_and(|n| (1..=options.len()).contains(&n)) { chosen } else { String::new() }
            }
            QuestionKind::Number if f.value(&name).trim().is_empty() => String::new(),
            QuestionKind::Number => f.number(&name, 0, i64::from(i32::MAX)).to_string(),
            QuestionKind::Table(columns) => {
                let rows: Vec<Vec<String>> =
                    (0..limit(q, ROWS)).map(|r| (0..columns.len()).map(|c| f.text(&format!("{name}-{r}-{c}"), CELL)).collect()).collect();
                rows_body(&rows)
            }
            QuestionKind::File => String::new(),
        };
        if !body.is_empty() {
            all.push(Answer { question: q.id.clone(), lang, body });
        }
    }
    all
}

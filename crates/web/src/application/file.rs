//! Files of an application: added, removed, fetched.

use super::{
    guide::{application_id, opened},
    question::{Page, fill},
};
use crate::kit::{Answer, App, Fields, Problem, Visit, see_other, visit::download};
use actions::{Error, application::attach};
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    ids::{AttachmentId, QuestionId},
    refusal::FieldError,
};

/// Takes one file; what is wrong with it is said on the page of the questions.
pub async fn create(State(app): State<App>, visit: Visit, Path(id): Path<String>, f: Fields) -> Answer {
    let id = application_id(&id)?;
    let question = QuestionId::parse(f.value("question"));
    let field = f.value("field").to_string();
    let field = if field.is_empty() { "file".to_string() } else { field };
    let kept = match f.files.first() {
        Some(file) if !file.name.is_empty() => {
            attach::attach(&app.desk, &visit.viewer, &id, question, &field, &file.name, &file.bytes).await
        }
        _ => Err(vec![FieldError::new(field.as_str(), "file-missing", vec![])].into()),
    };
    let errors = match kept {
        Ok(()) => return Ok(see_other(&format!("/applications/{id}/edit/questions#files"), "message-application-attached")),
        Err(Error::Invalid(errors)) => errors,
        Err(Error::Refused(refusal)) => vec![FieldError { field, refusal }],
        Err(other) => return Err(Problem::from(other)),
    };
    let opened = opened(&app, &visit, &id, "questions").await?;
    let mut again = Fields::filled(fill(&opened.loaded.call, &opened.loaded.app));
    again.set("version", opened.section.version.to_string());
    again.set("form_key", app.desk.token());
    again.errors = errors;
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, &app, &opened, again))
}

pub async fn remove(State(app): State<App>, visit: Visit, Path((id, file)): Path<(String, String)>) -> Answer {
    let id = application_id(&id)?;
    let file = AttachmentId::parse(&file).ok_or(Error::NotFound)?;
    attach::detach(&app.desk, &visit.viewer, &id, &file).await?;
    Ok(see_other(&format!("/applications/{id}/edit/questions#files"), "message-saved"))
}

/// Always as a download, never shown by the browser in our name.
pub async fn show(State(app): State<App>, visit: Visit, Path((id, file)): Path<(String, String)>) -> Answer {
    let id = application_id(&id)?;
    let file = AttachmentId::parse(&file).ok_or(Error::NotFound)?;
    let document = attach::read(&app.desk, &visit.viewer, &id, &file).await?;
    Ok(download(&document.name, "application/octet-stream", document.bytes))
}

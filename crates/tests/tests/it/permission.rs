//! Every address in the table, asked by nobody and by strangers: never a page that is not theirs, never a crash.

use axum::http::{Method, StatusCode};
use domain::{Action, Role};
use tests::each;
use web::routes::TABLE;

/// Stands for any thing that is not there, or not the asker's.
fn filled(path: &str) -> String {
    let part = |part: &str| match part {
        "{lang}" => "da".to_string(),
        "{party}" => "RM".into(),
        p if p.starts_with("{*") => "no/such".into(),
        p if p.starts_with('{') => "01890000-0000-7000-8000-00000000beef".into(),
        p => p.into(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn nobody_gets_nothing_but_the_public_pages() {
    each(async |w| {
        let mut open = Vec::new();
        for route in
            TABLE.iter().filter(|r| !matches!(r.action, Action::ReadPublic | Action::SignIn | Action::SendIdea | Action::RequestVisit))
        {
            let method = Method::from_bytes(route.method.to_uppercase().as_bytes()).unwrap();
            let page =
                w.request(method, &filled(route.path), None, axum::body::Body::empty(), Some("application/x-www-form-urlencoded")).await;
            let closed = matches!(page.status, StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND | StatusCode::FORBIDDEN);
            if !closed {
                open.push(format!("{} {} answers {} to nobody", route.method, route.path, page.status));
            }
        }
        assert!(open.is_empty(), "{open:#?}");
    })
    .await;
}

#[tokio::test]
async fn no_role_crashes_an_address_or_sees_a_missing_text() {
    each(async |w| {
        for (role, party) in [
            (Role::Applicant, None),
            (Role::Officer, Some("RM")),
            (Role::Expert, Some("SH")),
            (Role::Board, Some("RM")),
            (Role::Auditor, Some("SH")),
        ] {
            let session = w.session(&w.person(role, party, domain::Lang::Zh).await).await;
            for route in TABLE.iter().filter(|r| r.path != "/sign-out") {
                let method = Method::from_bytes(route.method.to_uppercase().as_bytes()).unwrap();
                let page = w
                    .request(
                        method,
                        &filled(route.path),
                        Some(&session),
                        axum::body::Body::empty(),
                        Some("application/x-www-form-urlencoded"),
                    )
                    .await;
                assert!(!page.status.is_server_error(), "{} {} as {role:?}: {}", route.method, route.path, page.body);
                // A workbook is packed: any bytes may stand in it.
                assert!(
                    route.path.ends_with(".xlsx") || !page.body.contains(">["),
                    "{} {} as {role:?} shows a bare key",
                    route.method,
                    route.path
                );
            }
        }
    })
    .await;
}

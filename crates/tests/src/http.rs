//! Requests to the world's router without a socket.

use crate::World;
use actions::Viewer;
use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
};
use tower::ServiceExt;

/// An answer, read to its end.
pub struct Page {
    pub status: StatusCode,
    pub location: String,
    pub body: String,
}

impl World {
    /// A session cookie for somebody, through a real link.
    pub async fn session(&self, viewer: &Viewer) -> String {
        let id = &viewer.account.as_ref().unwrap().id;
        let link = actions::account::link(&self.desk, &Viewer::operator(), id, true).await.unwrap();
        actions::account::sign_in(&self.desk, link.rsplit('/').next().unwrap()).await.unwrap()
    }

    pub async fn get(&self, path: &str, session: Option<&str>) -> Page {
        self.request(Method::GET, path, session, Body::empty(), None).await
    }

    /// A page in a chosen language, as by the language switch.
    pub async fn get_in(&self, path: &str, session: Option<&str>, lang: &str) -> Page {
        // The cookies travel in one header.
        let chosen = format!("{}; lang={lang}", session.unwrap_or_default());
        self.request(Method::GET, path, Some(&chosen), Body::empty(), None).await
    }

    pub async fn post(&self, path: &str, session: Option<&str>, fields: &[(&str, &str)]) -> Page {
        let body = serde_urlencoded::to_string(fields).unwrap();
        self.request(Method::POST, path, session, Body::from(body), Some("application/x-www-form-urlencoded")).await
    }

    pub async fn request(&self, method: Method, path: &str, session: Option<&str>, body: Body, kind: Option<&str>) -> Page {
        self.request_with(method, path, session, body, kind, &[]).await
    }

    /// As `request`, with further headers.
    pub async fn request_with(
        &self,
        method: Method,
        path: &str,
        session: Option<&str>,
        body: Body,
        kind: Option<&str>,
        headers: &[(&str, &str)],
    ) -> Page {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "node.example.org");
        if let Some(session) = session {
            request = request.header(header::COOKIE, format!("session={session}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let response = web::router(self.app.clone()).oneshot(request.body(body).unwrap()).await.unwrap();
        let location = response.headers().get(header::LOCATION).map(|v| v.to_str().unwrap().to_string()).unwrap_or_default();
        let status = response.status();
        let body = String::from_utf8_lossy(&to_bytes(response.into_body(), usize::MAX).await.unwrap()).into_owned();
        Page { status, location, body }
    }
}

//! Pages about this house: accessibility, personal data, cookies, sources and licences.

use crate::kit::{Answer, Frame, Visit};
use askama::Template;

/// Sections of a page: `about-NAME-SECTION` is a heading, `about-NAME-SECTION-text` its paragraph.
#[derive(Template)]
#[template(path = "about/page.html")]
struct Page {
    l: Frame,
    name: &'static str,
    sections: &'static [&'static str],
    /// Works of others: name, licence, address; not translated.
    works: &'static [(&'static str, &'static str, &'static str)],
    /// Cookies: name, and what each is for as a key.
    cookies: &'static [(&'static str, &'static str)],
}

impl Page {
    fn words(&self, section: &str, end: &str) -> String {
        self.l.t(&format!("about-{}-{section}{end}", self.name))
    }
}

const COOKIES: &[(&str, &str)] = &[("session", "about-cookie-session"), ("lang", "about-cookie-lang"), ("message", "about-cookie-message")];

const WORKS: &[(&str, &str, &str)] = &[
    ("CORDIS – EU research projects under Horizon, © European Union", "CC BY 4.0", "https://cordis.europa.eu"),
    ("Det Fælles Designsystem (DKFDS)", "MIT", "https://designsystem.dk"),
    ("IBM Plex Sans", "SIL OFL 1.1", "https://www.ibm.com/plex"),
    ("Noto Sans SC", "SIL OFL 1.1", "https://fonts.google.com/noto"),
    ("htmx", "0BSD", "https://htmx.org"),
];

pub async fn accessibility(visit: Visit) -> Answer {
    page(&visit, "accessibility", &["status", "how", "limits", "write"], &[], &[])
}

pub async fn privacy(visit: Visit) -> Answer {
    page(&visit, "privacy", &["who", "what", "why", "long", "rights"], &[], COOKIES)
}

pub async fn cookies(visit: Visit) -> Answer {
    page(&visit, "cookies", &["what"], &[], COOKIES)
}

pub async fn sources(visit: Visit) -> Answer {
    page(&visit, "sources", &["data", "changes", "own"], WORKS, &[])
}

fn page(
    visit: &Visit,
    name: &'static str,
    sections: &'static [&'static str],
    works: &'static [(&'static str, &'static str, &'static str)],
    cookies: &'static [(&'static str, &'static str)],
) -> Answer {
    visit.page(&Page { l: visit.frame(), name, sections, works, cookies })
}

//! Renders every part of the kit once in every language and looks at what comes out.

use super::{Fields, Listing, frame::Word};
use askama::Template;
use domain::{Lang, refusal::FieldError};
use std::collections::BTreeSet;

/// As much of `Frame` as the kit's parts ask of `l`.
struct Words {
    lang: Lang,
}

impl Words {
    fn t(&self, key: &str) -> String {
        i18n::text(self.lang, key, &[])
    }
    fn t1(&self, key: &str, name: &str, word: impl Word) -> String {
        i18n::text(self.lang, key, &[(name, word.arg())])
    }
    fn t2(&self, key: &str, a: &str, x: impl Word, b: &str, y: impl Word) -> String {
        i18n::text(self.lang, key, &[(a, x.arg()), (b, y.arg())])
    }
    fn t3(&self, key: &str, a: &str, x: impl Word, b: &str, y: impl Word, c: &str, z: impl Word) -> String {
        i18n::text(self.lang, key, &[(a, x.arg()), (b, y.arg()), (c, z.arg())])
    }
    fn code(&self, prefix: &str, code: impl AsRef<str>) -> String {
        self.t(&format!("{prefix}-{}", code.as_ref()))
    }
    fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }
    fn field_error(&self, f: &Fields, name: &str) -> String {
        f.error(name).map(|_| self.t("form-error-required")).unwrap_or_default()
    }
    fn summary(&self, errors: &[FieldError]) -> Vec<(String, String)> {
        errors.iter().map(|e| (format!("#{}", e.field), self.t("form-error-required"))).collect()
    }
}

#[derive(Template)]
#[template(path = "_kit/sample.html")]
struct Sample {
    l: Words,
    f: Fields,
    s: Listing,
    trail: Vec<(String, String)>,
    options: Vec<(String, String)>,
}

fn page(lang: Lang) -> String {
    let mut f = Fields::filled([("title", ""), ("answer", "<b>Ærø</b>"), ("lang", "da"), ("many", "da")]);
    for name in ["title", "answer", "side", "money"] {
        f.fail(name, "required", vec![]);
    }
    let mut s = Listing::read("/calls?q=%22x&sort=name&page=4&party=RM", &["name", "money"]);
    s.count(1234);
    let pair = |a: &str, b: &str| (a.to_string(), b.to_string());
    let options = vec![pair("da", "Dansk"), pair("zh-Hans", "中文")];
    Sample { l: Words { lang }, f, s, trail: vec![pair("/programmes", "2009-2011")], options }.render().expect("renders")
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_part_speaks_every_language() {
    for lang in Lang::ALL {
        let html = page(lang);
        for key in ["[form-", "[table-", "[nav-", "[button-", "[message-", "[turn-", "[pages-", "{ $", "/static/missing"] {
            assert!(!html.contains(key), "{}: {key}", lang.code());
        }
        assert!(html.contains("&#60;b&#62;Ærø"), "what people type is escaped");
    }
}

#[test]
fn labels_descriptions_and_errors_lead_to_their_fields() {
    let html = page(Lang::Da);
    let ids = values(&html, "id");
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands twice: {ids:?}");
    let mut wanted = values(&html, "for");
    wanted.extend(values(&html, "aria-describedby").into_iter().flat_map(str::split_whitespace));
    wanted.extend(values(&html, "aria-labelledby"));
    wanted.extend(values(&html, "data-counted"));
    wanted.extend(values(&html, "href").into_iter().filter_map(|h| h.strip_prefix('#')));
    assert!(wanted.len() > 25);
    for id in wanted {
        assert!(unique.contains(&id), "nothing has the id {id}");
    }
}

#[test]
fn the_parts_keep_the_content_policy() {
    let html = page(Lang::En);
    for wrong in [" style=", " onclick=", " onchange=", "javascript:", "hx-on", "<style"] {
        assert!(!html.contains(wrong), "{wrong}");
    }
    for icon in html.split("icons.").skip(1).filter_map(|r| r.split('#').nth(1)?.split('"').next()) {
        let sprite = assets::get(assets::url("icons.svg")).expect("the sprite").bytes;
        assert!(String::from_utf8_lossy(sprite).contains(&format!("id=\"{icon}\"")), "{icon}");
    }
}

//! The messages: Fluent bundles, one per language, embedded and parsed once.
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::{Lang, format};

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// A value put into a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg<'a> {
    /// Shown as it is. Escaping for HTML is the template's work.
    Text(&'a str),
    /// Grouped by the rules of the language, and chooses the plural form. Exact up to 2^53.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

/// All messages of all languages.
pub struct Catalog {
    bundles: [FluentBundle<FluentResource>; 3],
}

impl Catalog {
    /// Parses the embedded files. A file with a mistake keeps its good messages; the tests refuse the mistake.
    pub fn load() -> Catalog {
        Catalog { bundles: Lang::ALL.map(bundle) }
    }

    /// The message `key` in `lang`. A key that does not exist is returned in brackets, so that it is seen.
    pub fn text(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
        let bundle = &self.bundles[lang as usize];
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
            return format!("[{key}]");
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                Arg::Text(text) => values.set(*name, FluentValue::from(*text)),
                Arg::Number(number) => values.set(*name, FluentValue::from(*number)),
            }
        }
        bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// Whether `lang` has a message `key`: for codes that come from data, and for tests.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundles[lang as usize].get_message(key).is_some_and(|m| m.value().is_some())
    }
}

/// The one catalogue of the process.
pub fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(Catalog::load)
}

/// The message `key` in `lang`; short for `catalog().text(…)`.
pub fn text(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    catalog().text(lang, key, args)
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let id: unic_langid::LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks would end up in copied text, file names and mail; all three languages run left to right.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Da => |value, _| grouped(Lang::Da, value),
        Lang::En => |value, _| grouped(Lang::En, value),
        Lang::Zh => |value, _| grouped(Lang::Zh, value),
    }));
    for (_, _, source) in FILES.iter().filter(|(folder, _, _)| *folder == lang.code()) {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(good, _)| good);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn grouped(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(n) if n.value.fract() == 0.0 => Some(format::number(lang, n.value as i64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

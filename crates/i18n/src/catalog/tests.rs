//! The three languages say the same things with the same variables.
use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use super::{Arg, FILES, catalog, text};
use crate::Lang;

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What a test wants to know of one message.
#[derive(Debug, Default, PartialEq)]
struct Shape {
    variables: BTreeSet<String>,
    /// Plural categories used as variant keys.
    categories: BTreeSet<String>,
    /// Other variant keys: codes that a caller passes as text.
    codes: BTreeSet<String>,
    references: BTreeSet<String>,
}

impl Shape {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    if let VariantKey::Identifier { name } = variant.key {
                        let set = if CATEGORIES.contains(&name) { &mut self.categories } else { &mut self.codes };
                        set.insert(name.to_owned());
                    }
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                arguments.iter().for_each(|a| self.arguments(a));
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments.positional.iter().for_each(|a| self.inline(a));
        arguments.named.iter().for_each(|a| self.inline(&a.value));
    }
}

/// (key, shape) per file of a language; a mistake in the file ends the test with its name.
fn messages(lang: Lang) -> BTreeMap<String, (String, Shape)> {
    let mut found = BTreeMap::new();
    for (_, file, source) in FILES.iter().filter(|(folder, _, _)| *folder == lang.code()) {
        let resource = parser::parse(*source).unwrap_or_else(|(_, e)| panic!("{}/{file}: {e:?}", lang.code()));
        for entry in resource.body {
            let (key, pattern) = match entry {
                Entry::Message(m) => (m.id.name.to_owned(), m.value.expect("every message has a text")),
                Entry::Term(t) => (format!("-{}", t.id.name), t.value),
                Entry::Junk { content } => panic!("{}/{file}: {content}", lang.code()),
                _ => continue,
            };
            let mut shape = Shape::default();
            shape.pattern(&pattern);
            let before = found.insert(key.clone(), ((*file).to_owned(), shape));
            assert!(before.is_none(), "{}/{file}: the key {key} is already in {:?}", lang.code(), before.map(|b| b.0));
        }
    }
    found
}

#[test]
fn all_languages_have_the_same_messages() {
    let danish = messages(Lang::Da);
    assert!(danish.len() > 100, "the Danish messages are not there");
    for lang in [Lang::En, Lang::Zh] {
        let other = messages(lang);
        let missing: Vec<_> = danish.keys().filter(|k| !other.contains_key(*k)).collect();
        let extra: Vec<_> = other.keys().filter(|k| !danish.contains_key(*k)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{}: missing {missing:?}, not in da {extra:?}", lang.code());
        for (key, (file, shape)) in &danish {
            let (other_file, other_shape) = &other[key];
            assert_eq!(file, other_file, "{key} stands in different files");
            assert_eq!(shape.variables, other_shape.variables, "{}: variables of {key}", lang.code());
            assert_eq!(shape.codes, other_shape.codes, "{}: variants of {key}", lang.code());
        }
    }
}

#[test]
fn plural_forms_are_those_of_the_language() {
    for lang in Lang::ALL {
        let allowed: &[&str] = if lang == Lang::Zh { &["other"] } else { &["one", "other"] };
        for (key, (file, shape)) in messages(lang) {
            for category in &shape.categories {
                let ok = allowed.contains(&category.as_str()) || (category == "other" && !shape.codes.is_empty());
                assert!(ok, "{}/{file}: {key} has the form [{category}], which the language lacks", lang.code());
            }
        }
    }
}

#[test]
fn references_lead_somewhere() {
    for lang in Lang::ALL {
        let all = messages(lang);
        for (key, (_, shape)) in &all {
            for reference in &shape.references {
                assert!(all.contains_key(reference), "{}: {key} refers to {reference}", lang.code());
            }
        }
    }
}

#[test]
fn texts_are_clean_and_in_their_language() {
    for (folder, file, source) in FILES {
        for (number, line) in source.lines().enumerate() {
            let at = format!("{folder}/{file}:{}", number + 1);
            assert!(!line.contains('\t') && line.trim_end() == line, "{at}: tab or trailing space");
            let han = line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            let switch = line.starts_with("language-zh") || line.starts_with('#');
            assert!(*folder == "zh-Hans" || !han || switch, "{at}: Chinese in another language");
        }
    }
}

#[test]
fn a_missing_key_is_seen_and_numbers_are_grouped() {
    assert_eq!(text(Lang::Da, "no-such-key", &[]), "[no-such-key]");
    assert!(!catalog().has(Lang::Zh, "no-such-key"));
    assert!(catalog().has(Lang::Zh, "button-save"));
    assert_eq!(text(Lang::Da, "table-rows", &[("count", Arg::Number(1))]), "1 række");
    assert_eq!(text(Lang::Da, "table-rows", &[("count", Arg::Number(1234))]), "1.234 rækker");
    assert_eq!(text(Lang::En, "table-rows", &[("count", 1234.into())]), "1,234 rows");
    assert_eq!(text(Lang::Zh, "table-rows", &[("count", 1.into())]), "共 1 行");
    assert_eq!(text(Lang::En, "error-failure-id", &[("id", "a<b".into())]), "Error number: a<b");
}

#[test]
fn chinese_text_has_chinese_punctuation() {
    let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    for (_, file, source) in FILES.iter().filter(|(folder, _, _)| *folder == "zh-Hans") {
        for (number, line) in source.lines().enumerate().filter(|(_, l)| !l.starts_with('#')) {
            let chars: Vec<char> = line.chars().collect();
            let wrong = chars.windows(2).any(|w| han(&w[0]) && matches!(w[1], ',' | ':' | ';' | '?' | '!' | '('));
            assert!(!wrong, "zh-Hans/{file}:{}: use full-width punctuation", number + 1);
        }
    }
}

//! Text that carries its language, and text an office writes in all three.

use crate::Lang;

/// What a user typed, in the language it was typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub lang: Lang,
    pub body: String,
}

/// A label or paragraph in three equally authentic languages.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text3 {
    pub da: String,
    pub en: String,
    pub zh: String,
}

impl Text3 {
    pub fn new(da: &str, en: &str, zh: &str) -> Text3 {
        Text3 { da: da.into(), en: en.into(), zh: zh.into() }
    }

    /// The text in `lang`; English, then Danish, then Chinese stand in for a missing one, so a screen is never blank.
    pub fn get(&self, lang: Lang) -> &str {
        let own = match lang {
            Lang::Da => &self.da,
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        };
        [own, &self.en, &self.da, &self.zh].into_iter().find(|t| !t.is_empty()).map_or("", |t| t)
    }

    /// The language in which `get` really answers, for the `lang` attribute.
    pub fn shown_in(&self, lang: Lang) -> Lang {
        let all = [(Lang::Da, &self.da), (Lang::En, &self.en), (Lang::Zh, &self.zh)];
        let own = all.iter().find(|(l, t)| *l == lang && !t.is_empty());
        own.or_else(|| [1, 0, 2].iter().map(|&i| &all[i]).find(|(_, t)| !t.is_empty())).map_or(lang, |(l, _)| *l)
    }

    /// Languages still to be written.
    pub fn missing(&self) -> Vec<Lang> {
        [(Lang::Da, &self.da), (Lang::En, &self.en), (Lang::Zh, &self.zh)]
            .into_iter()
            .filter(|(_, t)| t.trim().is_empty())
            .map(|(l, _)| l)
            .collect()
    }
}

/// Characters that reorder or hide text (bidi controls, zero-width, other C0/C1). A name that holds one could be read as another.
pub fn hidden_character(s: &str) -> Option<char> {
    s.chars().find(|&c| {
        matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
            || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
    })
}

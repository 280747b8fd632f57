//! The three languages of every screen, paper and mail.

/// A language of the product. Order is the order of the language switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Danish (Denmark).
    Da,
    /// British English.
    En,
    /// Mainland Chinese in simplified characters.
    Zh,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Lang; 3] = [Lang::Da, Lang::En, Lang::Zh];

    /// The BCP 47 code: `da`, `en` or `zh-Hans`. Used in `lang` attributes, URLs and the database.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::En => "en",
            Lang::Zh => "zh-Hans",
        }
    }

    /// The language's name in itself, as the language switch shows it.
    pub const fn name(self) -> &'static str {
        match self {
            Lang::Da => "Dansk",
            Lang::En => "English",
            Lang::Zh => "中文",
        }
    }

    /// Reads a code as people and browsers write it: any case, `-` or `_`, with or without a region.
    /// Traditional Chinese is refused: simplified text must not pass for it.
    pub fn parse(code: &str) -> Option<Lang> {
        let code = code.trim().to_ascii_lowercase().replace('_', "-");
        let mut parts = code.split('-');
        let lang = match parts.next()? {
            "da" => Lang::Da,
            "en" => Lang::En,
            "zh" if !parts.clone().any(|p| matches!(p, "hant" | "tw" | "hk" | "mo")) => Lang::Zh,
            _ => return None,
        };
        parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(lang)
    }

    /// Picks the best language from an `Accept-Language` header; `None` if it names none of ours.
    pub fn from_accept(header: &str) -> Option<Lang> {
        let mut best: Option<(Lang, u32)> = None;
        for item in header.split(',').take(20) {
            let mut fields = item.split(';');
            let Some(lang) = fields.next().and_then(Lang::parse) else {
                continue;
            };
            let weight = fields.find_map(|f| f.trim().strip_prefix("q=")).map_or(1000, weight_in_thousandths);
            if weight > 0 && best.is_none_or(|(_, w)| weight > w) {
                best = Some((lang, weight));
            }
        }
        best.map(|(lang, _)| lang)
    }
}

/// RFC 9110 12.4.2: a weight has at most three decimals; anything else counts as 0.
fn weight_in_thousandths(text: &str) -> u32 {
    let (whole, rest) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    if rest.len() > 3 || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return 0;
    }
    let part = format!("{rest:0<3}").parse().unwrap_or(0);
    match whole {
        "1" => 1000,
        "0" => part,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn codes_are_read_back() {
        for lang in Lang::ALL {
            assert_eq!(Lang::parse(lang.code()), Some(lang));
        }
        assert_eq!(Lang::parse("zh_CN"), Some(Lang::Zh));
        assert_eq!(Lang::parse("EN-gb"), Some(Lang::En));
        for wrong in ["", "de", "zh-TW", "zh-Hant", "da-", "da/../x", "english"] {
            assert_eq!(Lang::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_browser_s_wish_is_weighed() {
        assert_eq!(Lang::from_accept("de, en;q=0.3, zh-CN;q=0.8"), Some(Lang::Zh));
        assert_eq!(Lang::from_accept("da;q=0, en"), Some(Lang::En));
        assert_eq!(Lang::from_accept("fr, de;q=0.9"), None);
    }
}

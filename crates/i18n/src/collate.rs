//! Alphabetical order: Danish (aa sorts as å, last), English, Chinese by pinyin (Unicode collation, CLDR 49).
use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use crate::Lang;

/// Compares two texts as a reader of `lang` expects to find them in a list.
pub fn compare(lang: Lang, a: &str, b: &str) -> Ordering {
    match collator(lang) {
        Some(collator) => collator.compare(a, b),
        None => a.cmp(b),
    }
}

/// Sorts by a text of each item; equal texts keep their order.
pub fn sort_by_text<T>(lang: Lang, items: &mut [T], text: impl Fn(&T) -> &str) {
    items.sort_by(|a, b| compare(lang, text(a), text(b)));
}

/// Bytes that sort as the text does, for keys held in memory during one run.
/// Never store them: the next data version may order differently.
pub fn sort_key(lang: Lang, text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    if let Some(collator) = collator(lang) {
        let Ok(()) = collator.write_sort_key_to(text, &mut key);
    } else {
        key.extend_from_slice(text.as_bytes());
    }
    key
}

fn collator(lang: Lang) -> Option<&'static CollatorBorrowed<'static>> {
    static COLLATORS: OnceLock<[Option<CollatorBorrowed<'static>>; 3]> = OnceLock::new();
    let all = COLLATORS.get_or_init(|| {
        [locale!("da"), locale!("en-GB"), locale!("zh-Hans")]
            .map(|locale| Collator::try_new((&locale).into(), CollatorOptions::default()).ok())
    });
    all[lang as usize].as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(lang: Lang, names: &str) -> String {
        let mut names: Vec<&str> = names.split(' ').collect();
        sort_by_text(lang, &mut names, |n| n);
        let by_key = {
            let mut other = names.clone();
            other.sort_by_key(|n| sort_key(lang, n));
            other
        };
        assert_eq!(names, by_key);
        names.join(" ")
    }

    #[test]
    fn every_language_has_its_rules() {
        assert!(Lang::ALL.iter().all(|l| collator(*l).is_some()));
    }

    #[test]
    fn danish_puts_aa_last() {
        assert_eq!(sorted(Lang::Da, "Aarhus Åbenrå Ærø Ørsted Viborg Billund Zealand"), "Billund Viborg Zealand Ærø Ørsted Åbenrå Aarhus");
    }

    #[test]
    fn english_goes_by_letter() {
        assert_eq!(sorted(Lang::En, "Zealand Århus Billund Aarhus"), "Aarhus Århus Billund Zealand");
    }

    #[test]
    fn chinese_goes_by_pinyin() {
        assert_eq!(sorted(Lang::Zh, "浙江 上海 江苏 北京 广东"), "北京 广东 江苏 上海 浙江");
    }
}

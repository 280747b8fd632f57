//! News in three languages, with a text for each network to copy (R91, R92).

use crate::{Instant, Lang, Refusal, Text3, ids::NewsId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    pub id: NewsId,
    pub slug: String,
    pub title: Text3,
    pub lead: Text3,
    pub body: Text3,
    /// Address in this house that the news is about, e.g. `/activities/expo-2010`; may be empty.
    pub about: String,
    pub published: Option<Instant>,
    pub changed: Instant,
    pub version: i64,
}

/// Longest post, characters: LinkedIn cuts at 3,000; the short moment in WeChat is read to about 200.
pub const LINKEDIN_MAX: usize = 3000;
pub const WECHAT_MAX: usize = 200;

impl News {
    pub fn check(&self) -> Result<(), Refusal> {
        if self.title == Text3::default() || self.body == Text3::default() {
            return Err(Refusal::new("news-empty", vec![]));
        }
        Ok(())
    }

    /// Publishing wants all three languages: a news that some readers can't read is none (R91, R92).
    pub fn publish(&self) -> Result<(), Refusal> {
        self.check()?;
        match [&self.title, &self.lead, &self.body].iter().flat_map(|t| t.missing()).next() {
            Some(Lang::Da) => Err(Refusal::new("news-missing-da", vec![])),
            Some(Lang::En) => Err(Refusal::new("news-missing-en", vec![])),
            Some(Lang::Zh) => Err(Refusal::new("news-missing-zh", vec![])),
            None => Ok(()),
        }
    }

    /// For LinkedIn: title, lead, text and address.
    pub fn linkedin(&self, lang: Lang, link: &str) -> String {
        let all = [self.title.get(lang), self.lead.get(lang), self.body.get(lang)].join("\n\n");
        format!("{}\n\n{link}", cut(&all, LINKEDIN_MAX - link.chars().count() - 2))
    }

    /// For WeChat: title in its brackets, lead, address.
    pub fn wechat(&self, lang: Lang, link: &str) -> String {
        let head = if lang == Lang::Zh { format!("【{}】", self.title.get(lang)) } else { format!("{}\n", self.title.get(lang)) };
        format!("{}\n{link}", cut(&format!("{head}{}", self.lead.get(lang)), WECHAT_MAX))
    }
}

/// At most `max` characters, an ellipsis where something was left out.
fn cut(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.into();
    }
    let kept: String = text.chars().take(max.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(zh: &str) -> News {
        News {
            id: NewsId::parse("01890000-0000-7000-8000-000000000001").unwrap(),
            slug: "x".into(),
            title: Text3::new("Titel", "Title", "标题"),
            lead: Text3::new("Kort", "Short", zh),
            body: Text3::new(&"ord ".repeat(2000), "Text", "正文"),
            about: String::new(),
            published: None,
            changed: Instant::from_micros(0),
            version: 1,
        }
    }

    #[test]
    fn a_news_goes_out_in_three_languages_only() {
        assert_eq!(news("").publish().unwrap_err().key(), "news-missing-zh");
        assert!(news("短").publish().is_ok());
    }

    #[test]
    fn posts_keep_to_their_length_and_end_with_the_address() {
        let post = news("短").linkedin(Lang::Da, "https://example.org/news/x");
        assert!(post.chars().count() <= LINKEDIN_MAX && post.ends_with("…\n\nhttps://example.org/news/x"));
        assert_eq!(news("短").wechat(Lang::Zh, "https://example.org/n"), "【标题】短\nhttps://example.org/n");
    }
}

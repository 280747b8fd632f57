//! Atom (RFC 4287): what is new, for readers and other sites.

use crate::html::escape;
use domain::Instant;
use i18n::Lang;

/// A feed in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Feed {
    /// The language of its texts.
    pub lang: Lang,
    /// Its own address; also its id.
    pub address: String,
    /// The page that it feeds from.
    pub page: String,
    /// What it is called.
    pub title: String,
    /// Who publishes.
    pub author: String,
    /// Newest first.
    pub items: Vec<Item>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Address of the page; also the entry's id.
    pub address: String,
    /// Heading.
    pub title: String,
    /// A sentence or two.
    pub summary: String,
    /// When it came out.
    pub published: Instant,
    /// When it was last changed.
    pub updated: Instant,
}

/// The feed as XML. An empty feed dates from the beginning of time, for a date is demanded.
pub fn atom(feed: &Feed) -> String {
    let newest = feed.items.iter().map(|i| i.updated).max().unwrap_or(Instant::from_micros(0));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        feed.lang.code()
    );
    out += &format!("<id>{}</id>\n<title>{}</title>\n", escape(&feed.address), escape(&feed.title));
    out += &format!("<link rel=\"self\" href=\"{}\"/>\n<link href=\"{}\"/>\n", escape(&feed.address), escape(&feed.page));
    out += &format!("<updated>{}</updated>\n<author><name>{}</name></author>\n", newest.rfc3339(), escape(&feed.author));
    for i in &feed.items {
        out += &format!("<entry>\n<id>{0}</id>\n<link href=\"{0}\"/>\n<title>{1}</title>\n", escape(&i.address), escape(&i.title));
        out += &format!("<published>{}</published>\n<updated>{}</updated>\n", i.published.rfc3339(), i.updated.rfc3339());
        out += &format!("<summary>{}</summary>\n</entry>\n", escape(&i.summary));
    }
    out + "</feed>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_says_what_atom_demands_and_escapes() {
        let item = Item {
            address: "https://example.org/news/a".into(),
            title: "A & <B>".into(),
            summary: "新闻".into(),
            published: Instant::from_micros(0),
            updated: Instant::from_micros(60_000_000),
        };
        let feed = Feed {
            lang: Lang::Zh,
            address: "https://example.org/news.atom?lang=zh-Hans".into(),
            page: "https://example.org/news".into(),
            title: "新闻".into(),
            author: "上海市".into(),
            items: vec![item],
        };
        let text = atom(&feed);
        assert!(text.contains("<title>A &amp; &lt;B&gt;</title>") && text.contains("<updated>1970-01-01T00:01:00Z</updated>"));
        assert!(text.contains("xml:lang=\"zh-Hans\"") && text.ends_with("</feed>\n"));
        assert!(atom(&Feed { items: vec![], ..feed }).contains("<updated>1970-01-01T00:00:00Z</updated>"));
    }
}

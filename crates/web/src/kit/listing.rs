//! A list on a page: what is searched for, how it is sorted, which page is shown. All of it lives in the address,
//! so every state can be linked to and works without script.

use actions::book::{Ask, Want};
use domain::Lang;
use i18n::{collate, search};
use std::{borrow::Borrow, cmp::Ordering, ops::Range};

/// Rows on one page.
const SIZE: usize = 50;

/// The state of a list; templates name it `s` (see `_kit/list.html`).
#[derive(Clone, Debug)]
pub struct Listing {
    pub path: String,
    pub query: String,
    /// The column that sorts; one of those the page offers.
    pub column: String,
    pub descending: bool,
    /// From 1.
    pub page: usize,
    /// Rows that match, on all pages.
    pub total: usize,
    /// Other parameters of the address, e.g. a filter; kept in every link.
    others: Vec<(String, String)>,
}

/// How much of a list is wanted from the database.
pub enum Wanted {
    /// The page that is shown.
    Page,
    /// From the start, at most so many rows.
    First(i64),
}

impl Listing {
    /// Reads the address `here` (path and query). `columns`: what may sort, the first by default.
    pub fn read(here: &str, columns: &[&str]) -> Listing {
        let (path, rest) = here.split_once('?').unwrap_or((here, ""));
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(rest).unwrap_or_default();
        let column = columns.first().copied().unwrap_or_default().to_owned();
        let mut listing = Listing { path: path.into(), query: String::new(), column, descending: false, page: 1, total: 0, others: vec![] };
        for (name, value) in pairs {
            match name.as_str() {
                "q" => listing.query = value.trim().chars().take(200).collect(),
                "page" => listing.page = value.parse().unwrap_or(1).max(1),
                "sort" => {
                    let wanted = value.strip_prefix('-').unwrap_or(&value);
                    if columns.contains(&wanted) {
                        listing.descending = value.starts_with('-');
                        listing.column = wanted.to_owned();
                    }
                }
                _ => listing.others.push((name, value)),
            }
        }
        listing
    }

    /// A parameter that is the page's own, e.g. a filter.
    pub fn other(&self, name: &str) -> &str {
        self.others.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// Keeps the rows that match the search, sorts them, and returns those of the page.
    /// `text`: the folded text of a row (`i18n::search::fold`); `compare`: the order of two rows by a column, ascending.
    pub fn apply<T>(&mut self, mut rows: Vec<T>, text: impl Fn(&T) -> String, compare: impl Fn(&str, &T, &T) -> Ordering) -> Vec<T> {
        if !self.query.is_empty() {
            rows.retain(|row| search::matches(&text(row), &self.query));
        }
        rows.sort_by(|a, b| if self.descending { compare(&self.column, b, a) } else { compare(&self.column, a, b) });
        self.count(rows.len());
        let Range { start, end } = self.range();
        rows.truncate(end);
        rows.drain(..start);
        rows
    }

    /// What to ask the database for; `kind` and `country` of the address filter.
    pub fn wanted(&self, lang: Lang, how_much: Wanted) -> Want {
        let (offset, limit) = match how_much {
            Wanted::Page => ((self.page - 1).min(100_000) * SIZE, SIZE as i64),
            Wanted::First(n) => (0, n),
        };
        Want {
            query: self.query.clone(),
            kind: self.other("kind").into(),
            country: self.other("country").into(),
            verified: false,
            lang: Some(lang),
            descending: self.descending,
            offset: offset as i64,
            limit,
        }
    }

    /// What to ask a list that the database sorts and pages; `marks`: what must be there, e.g. `kind-seminar`.
    pub fn ask(&self, lang: Lang, marks: &[String]) -> Ask {
        Ask {
            query: self.query.clone(),
            marks: marks.to_vec(),
            sort: self.column.clone(),
            descending: self.descending,
            lang,
            hidden: false,
            offset: ((self.page - 1).min(100_000) * SIZE) as i64,
            limit: SIZE as i64,
        }
    }

    /// A filter of the address as a mark; empty where there is none.
    pub fn mark(&self, name: &str) -> String {
        let value = self.other(name);
        if value.is_empty() { String::new() } else { format!("{name}-{value}") }
    }

    /// Sets how many rows match, and brings the page back into the list.
    pub fn count(&mut self, total: usize) {
        self.total = total;
        self.page = self.page.clamp(1, self.pages());
    }

    /// The rows of the page, from 0.
    pub fn range(&self) -> Range<usize> {
        let start = ((self.page - 1) * SIZE).min(self.total);
        start..(start + SIZE).min(self.total)
    }

    pub fn pages(&self) -> usize {
        self.total.div_ceil(SIZE).max(1)
    }

    /// Number of the first row shown, from 1.
    pub fn first(&self) -> usize {
        self.range().start + 1
    }

    pub fn last(&self) -> usize {
        self.range().end
    }

    /// The pages to link to: first, last, and those about this one; 0 stands for a gap.
    pub fn near(&self) -> Vec<usize> {
        let mut near = Vec::new();
        for number in 1..=self.pages() {
            if number == 1 || number == self.pages() || number.abs_diff(self.page) <= 2 {
                near.push(number);
            } else if near.last() != Some(&0) {
                near.push(0);
            }
        }
        near
    }

    /// `ascending`, `descending` or `none`, as `aria-sort` has it.
    pub fn direction(&self, column: &str) -> &'static str {
        match (self.column == column, self.descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }

    /// Sorts by a column, or turns its order round. Starts again on page 1.
    pub fn sorted_by(&self, column: &str) -> String {
        let turn = self.column == column && !self.descending;
        self.address(&self.query, &format!("{}{column}", if turn { "-" } else { "" }), 1)
    }

    /// Templates hand over numbers by reference.
    pub fn on_page(&self, page: impl Borrow<usize>) -> String {
        self.address(&self.query, &self.sort(), *page.borrow())
    }

    /// The same list with another filter; empty takes it away.
    pub fn with(&self, name: &str, value: &str) -> String {
        let mut other = self.clone();
        other.others.retain(|(n, _)| n != name);
        if !value.is_empty() {
            other.others.push((name.to_owned(), value.to_owned()));
        }
        other.on_page(1)
    }

    /// Without the search.
    pub fn everything(&self) -> String {
        self.address("", &self.sort(), 1)
    }

    /// What a new search keeps.
    pub fn kept(&self) -> Vec<(String, String)> {
        let mut kept = self.others.clone();
        kept.push(("sort".into(), self.sort()));
        kept
    }

    fn sort(&self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.column)
    }

    fn address(&self, query: &str, sort: &str, page: usize) -> String {
        let mut pairs: Vec<(&str, String)> = self.others.iter().map(|(n, v)| (n.as_str(), v.clone())).collect();
        if !query.is_empty() {
            pairs.push(("q", query.to_owned()));
        }
        pairs.push(("sort", sort.to_owned()));
        if page > 1 {
            pairs.push(("page", page.to_string()));
        }
        format!("{}?{}", self.path, serde_urlencoded::to_string(&pairs).unwrap_or_default())
    }
}

/// The order of two texts for a reader; short for use in `Listing::apply`.
pub fn by_text(lang: Lang, a: &str, b: &str) -> Ordering {
    collate::compare(lang, a, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(here: &str, rows: &[&str]) -> (Listing, Vec<String>) {
        let mut s = Listing::read(here, &["name"]);
        let rows = rows.iter().map(|r| r.to_string()).collect();
        let rows = s.apply(rows, |r: &String| search::fold(r), |_, a, b| by_text(Lang::Da, a, b));
        (s, rows)
    }

    #[test]
    fn danish_and_chinese_words_are_found_and_sorted() {
        let names = ["Århus Kommune", "Viborg", "上海交通大学", "Aarhus Universitet"];
        assert_eq!(shown("/calls?q=aarhus", &names).1, ["Århus Kommune", "Aarhus Universitet"]);
        assert_eq!(shown("/calls?q=%E4%BA%A4%E9%80%9A", &names).1, ["上海交通大学"]);
        assert_eq!(shown("/calls?sort=-name", &names[..2]).1, ["Århus Kommune", "Viborg"]);
    }

    #[test]
    fn links_keep_what_was_chosen() {
        let (s, _) = shown("/calls?party=RM&q=vand&sort=-name&page=7", &["vand"]);
        assert_eq!(s.page, 1, "a page beyond the end leads to the last");
        assert_eq!(s.sorted_by("name"), "/calls?party=RM&q=vand&sort=name");
        assert_eq!(s.on_page(2), "/calls?party=RM&q=vand&sort=-name&page=2");
        assert_eq!(s.everything(), "/calls?party=RM&sort=-name");
        assert_eq!(s.other("party"), "RM");
        assert_eq!(s.direction("name"), "descending");
        assert_eq!(s.with("party", "SH"), "/calls?party=SH&q=vand&sort=-name");
        assert_eq!(s.with("party", ""), "/calls?q=vand&sort=-name");
    }

    #[test]
    fn strange_addresses_are_harmless() {
        let (s, rows) = shown("/calls?sort=password&page=-3&q=%25", &["a"]);
        assert_eq!((s.column.as_str(), s.page, rows.len()), ("name", 1, 1));
        assert_eq!(shown("/calls?page=99999999999999999999", &[]).0.first(), 1);
    }

    #[test]
    fn long_lists_show_the_pages_about_this_one() {
        let mut s = Listing::read("/calls?page=10", &["name"]);
        s.count(1000);
        assert_eq!(s.near(), [1, 0, 8, 9, 10, 11, 12, 0, 20]);
        assert_eq!((s.first(), s.last()), (451, 500));
    }
}

//! The document model that every paper is written in; `pdf` and `html` are its two renderers.
//!
//! Text is data, never markup: nothing a user typed can become typesetting code or HTML.

use serde::Serialize;

/// A finished paper, independent of how it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// BCP 47 code of the paper's own language: `da`, `en` or `zh-Hans`.
    pub lang: String,
    /// Plain text in `lang`; becomes the PDF's title as well (PDF/UA-1 demands one).
    pub title: String,
    /// A line under the title, often a call's or project's name in another language.
    pub subtitle: Option<Text>,
    /// Who issues the paper: top of the first page and the PDF's author.
    pub issuer: String,
    /// The paper's own date. It is the PDF's creation date, so that the same paper is the same bytes.
    pub date: Date,
    /// Small print at the foot of each page beside the page number, such as a case number.
    pub footer: String,
    /// Label and value pairs under the title.
    pub meta: Vec<Fact>,
    /// The body, in order.
    pub blocks: Vec<Block>,
}

/// A calendar date without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Date {
    /// Year of the common era.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// A label with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    /// In the paper's language.
    pub label: String,
    /// May carry its own language.
    pub value: Text,
}

/// One block of the body.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// `level` 1 is a section of the paper, 2 its part; skipping a level is refused by PDF/UA-1.
    Heading {
        /// 1 or 2.
        level: u8,
        /// The heading's words.
        text: Text,
    },
    /// Running text.
    Paragraph {
        /// The paragraph's words.
        text: Text,
    },
    /// A list without order.
    Bullets {
        /// One entry a bullet.
        items: Vec<Text>,
    },
    /// A numbered list, for proposals that a body votes on point by point.
    Points {
        /// One entry a point.
        items: Vec<Text>,
    },
    /// A table with a header row.
    Table(Table),
    /// Large numbers with a small label, side by side.
    Figures {
        /// Two to four read well.
        items: Vec<Fact>,
    },
    /// Label and value pairs, one a line.
    Facts {
        /// In reading order.
        items: Vec<Fact>,
    },
    /// A framed remark that must not be overlooked.
    Note {
        /// One short line.
        title: String,
        /// The remark.
        text: Text,
    },
    /// Lines to sign on, side by side.
    Signatures {
        /// Words above the lines, such as a letter's close.
        closing: Option<Text>,
        /// What stands under each line: name, office, party.
        items: Vec<Text>,
    },
    /// Start a new page (a rule in HTML).
    Break,
}

/// A table; every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Says what the table holds; read out before it.
    pub caption: Text,
    /// Left to right.
    pub columns: Vec<Column>,
    /// Top to bottom.
    pub rows: Vec<Row>,
}

/// A column's head and how wide and how aligned its cells are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// The head's words.
    pub title: String,
    /// How its cells are set.
    pub kind: ColumnKind,
}

/// How a column's cells are set.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// Wraps; takes its weight's share of the width that is left.
    Words(u8),
    /// As narrow as its words, never wrapped: numbers, dates, codes.
    Key,
    /// As `Key`, right-aligned.
    Number,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// One a column.
    pub cells: Vec<Text>,
    /// A sum row: set apart with a rule and weight.
    pub total: bool,
}

/// Words in one or several languages and styles. A line feed inside a run breaks the line.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Text(pub Vec<Run>);

/// A stretch of words of one language and one style.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Run {
    /// The words, as they are.
    pub text: String,
    /// BCP 47 code where it differs from the paper's: typed content carries its own language.
    pub lang: Option<String>,
    /// How it is set.
    pub style: Style,
}

/// How a run is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// As the text around it.
    Plain,
    /// With weight.
    Strong,
    /// Smaller and lighter: a second line in a table cell.
    Small,
    /// A fingerprint or signature: may break anywhere, is never hyphenated.
    Code,
    /// The run is an address and links to itself.
    Link,
}

impl Text {
    /// Words in `lang`, which differs from the paper's language.
    pub fn foreign(lang: &str, words: impl Into<String>) -> Self {
        Self(vec![Run { text: words.into(), lang: Some(lang.into()), style: Style::Plain }])
    }

    /// Words in the paper's language and the given style.
    pub fn styled(style: Style, words: impl Into<String>) -> Self {
        Self(vec![Run { text: words.into(), lang: None, style }])
    }

    /// The same words, every run in `style`.
    pub fn set(mut self, style: Style) -> Self {
        self.0.iter_mut().for_each(|run| run.style = style);
        self
    }

    /// This text followed by `next`.
    pub fn then(mut self, next: impl Into<Text>) -> Self {
        self.0.extend(next.into().0);
        self
    }
}

impl<S: Into<String>> From<S> for Text {
    fn from(words: S) -> Self {
        Self::styled(Style::Plain, words)
    }
}

impl Fact {
    /// A label with its value.
    pub fn new(label: impl Into<String>, value: impl Into<Text>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

impl Block {
    /// A section's heading.
    pub fn section(words: impl Into<Text>) -> Self {
        Self::Heading { level: 1, text: words.into() }
    }

    /// A part's heading, below a section.
    pub fn part(words: impl Into<Text>) -> Self {
        Self::Heading { level: 2, text: words.into() }
    }

    /// Running text.
    pub fn paragraph(words: impl Into<Text>) -> Self {
        Self::Paragraph { text: words.into() }
    }
}

impl Table {
    /// A table without rows.
    pub fn new<const N: usize>(caption: impl Into<Text>, columns: [(String, ColumnKind); N]) -> Self {
        let columns = columns.into_iter().map(|(title, kind)| Column { title, kind }).collect();
        Self { caption: caption.into(), columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<Text>) {
        self.rows.push(Row { cells, total: false });
    }

    /// Adds a sum row.
    pub fn total(&mut self, cells: Vec<Text>) {
        self.rows.push(Row { cells, total: true });
    }
}

impl Document {
    /// Every string that will be shown, for checks that concern all of them.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let own = [self.title.as_str(), &self.issuer, &self.footer].into_iter();
        let texts = self.subtitle.iter().flat_map(Text::words);
        own.chain(texts).chain(self.meta.iter().flat_map(Fact::words)).chain(self.blocks.iter().flat_map(Block::words))
    }
}

impl Text {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|run| run.text.as_str())
    }
}

impl Fact {
    fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.label.as_str()).chain(self.value.words())
    }
}

impl Block {
    fn words(&self) -> Vec<&str> {
        match self {
            Self::Heading { text, .. } | Self::Paragraph { text } => text.words().collect(),
            Self::Bullets { items } | Self::Points { items } => items.iter().flat_map(Text::words).collect(),
            Self::Signatures { closing, items } => closing.iter().chain(items).flat_map(Text::words).collect(),
            Self::Table(table) => table.words(),
            Self::Figures { items } | Self::Facts { items } => items.iter().flat_map(Fact::words).collect(),
            Self::Note { title, text } => std::iter::once(title.as_str()).chain(text.words()).collect(),
            Self::Break => Vec::new(),
        }
    }
}

impl Table {
    fn words(&self) -> Vec<&str> {
        let heads = self.columns.iter().map(|column| column.title.as_str());
        let cells = self.rows.iter().flat_map(|row| &row.cells).flat_map(Text::words);
        self.caption.words().chain(heads).chain(cells).collect()
    }
}

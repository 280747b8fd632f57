//! A document as an HTML fragment: one `<article>`, semantic, escaped, with `lang` where the language changes. Looks are
//! the style sheet's matter; a strict content policy allows no inline style.

use std::fmt::Write;

use crate::document::{Block, ColumnKind, Document, Fact, Row, Run, Style, Table, Text};

/// The document as an `<article class="paper">`; headings start at `h2` below the title's `h1`.
pub fn render(document: &Document) -> String {
    let mut out = format!("<article class=\"paper\" lang=\"{}\">\n", escape(&document.lang));
    out += &format!("<header class=\"paper-head\">\n<p class=\"paper-issuer\">{}</p>\n", escape(&document.issuer));
    out += &format!("<h1>{}</h1>\n", escape(&document.title));
    if let Some(subtitle) = &document.subtitle {
        out += &format!("<p class=\"paper-subtitle\">{}</p>\n", words(subtitle));
    }
    if !document.meta.is_empty() {
        facts(&mut out, "paper-meta", &document.meta);
    }
    out += "</header>\n";
    document.blocks.iter().for_each(|it| block(&mut out, it));
    out += &format!("<footer class=\"paper-foot\">{}</footer>\n</article>\n", escape(&document.footer));
    out
}

/// Text that is safe between tags and inside a double-quoted attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            _ => out.push(c),
        }
    }
    out
}

fn block(out: &mut String, it: &Block) {
    match it {
        Block::Heading { level, text } => {
            let level = 1 + level.clamp(&1, &5);
            *out += &format!("<h{level}>{}</h{level}>\n", words(text));
        }
        Block::Paragraph { text } => *out += &format!("<p>{}</p>\n", words(text)),
        Block::Bullets { items } => list(out, "ul", items),
        Block::Points { items } => list(out, "ol", items),
        Block::Table(it) => table(out, it),
        Block::Figures { items } => facts(out, "paper-figures", items),
        Block::Facts { items } => facts(out, "paper-facts", items),
        Block::Note { title, text } => {
            *out += &format!("<aside class=\"paper-note\">\n<p><strong>{}</strong></p>\n", escape(title));
            *out += &format!("<p>{}</p>\n</aside>\n", words(text));
        }
        Block::Signatures { closing, items } => {
            closing.iter().for_each(|text| *out += &format!("<p>{}</p>\n", words(text)));
            *out += "<ul class=\"paper-signatures\">\n";
            items.iter().for_each(|item| *out += &format!("<li>{}</li>\n", words(item)));
            *out += "</ul>\n";
        }
        Block::Break => *out += "<hr>\n",
    }
}

fn list(out: &mut String, tag: &str, items: &[Text]) {
    *out += &format!("<{tag}>\n");
    items.iter().for_each(|item| *out += &format!("<li>{}</li>\n", words(item)));
    *out += &format!("</{tag}>\n");
}

fn facts(out: &mut String, class: &str, items: &[Fact]) {
    *out += &format!("<dl class=\"{class}\">\n");
    for Fact { label, value } in items {
        *out += &format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escape(label), words(value));
    }
    *out += "</dl>\n";
}

/// A wide table scrolls inside a region that the keyboard reaches (WCAG 2.1.1).
fn table(out: &mut String, it: &Table) {
    let name: String = it.caption.0.iter().map(|run| run.text.as_str()).collect();
    *out += &format!("<div class=\"paper-table\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n", escape(&name));
    *out += &format!("<table class=\"table\">\n<caption>{}</caption>\n<thead>\n<tr>", words(&it.caption));
    for column in &it.columns {
        *out += &format!("<th scope=\"col\"{}>{}</th>", class(column.kind), escape(&column.title));
    }
    *out += "</tr>\n</thead>\n<tbody>\n";
    it.rows.iter().for_each(|row| table_row(out, it, row));
    *out += "</tbody>\n</table>\n</div>\n";
}

fn table_row(out: &mut String, table: &Table, row: &Row) {
    *out += if row.total { "<tr class=\"paper-total\">" } else { "<tr>" };
    for (at, (column, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
        let (open, close) = if at == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
        *out += &format!("<{open}{}>{}</{close}>", class(column.kind), words(cell));
    }
    *out += "</tr>\n";
}

fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Words(_) => "",
        ColumnKind::Key => " class=\"paper-key\"",
        ColumnKind::Number => " class=\"paper-number\"",
    }
}

fn words(text: &Text) -> String {
    text.0.iter().map(run).collect()
}

fn run(it: &Run) -> String {
    let lang = it.lang.as_ref().map(|lang| format!(" lang=\"{}\"", escape(lang))).unwrap_or_default();
    let body = escape(&it.text).replace('\n', "<br>");
    match it.style {
        Style::Plain if lang.is_empty() => body,
        Style::Plain => format!("<span{lang}>{body}</span>"),
        Style::Strong => format!("<strong{lang}>{body}</strong>"),
        Style::Small => format!("<small{lang}>{body}</small>"),
        Style::Code => format!("<code{lang}>{body}</code>"),
        Style::Link => link(&it.text, &lang, &body),
    }
}

/// Only web addresses become links: a `javascript:` address stays text.
fn link(address: &str, lang: &str, body: &str) -> String {
    let mut out = String::new();
    let web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    // Writing to a String cannot fail.
    let _ = match web {
        true => write!(out, "<a href=\"{}\"{lang}>{body}</a>", escape(address)),
        false => write!(out, "<span{lang}>{body}</span>"),
    };
    out
}

#[cfg(test)]
mod tests;

//! The summary of a form's errors stands above the form, which alone knows what its fields are called: the names are put in when the page is whole.

use domain::Lang;

const LINK: &str = "<a data-named href=\"#";

/// Each link of the summary with the name of the field that it leads to: "Kind: Fill in this field."
pub fn named(page: String, lang: Lang) -> String {
    let mut parts = page.split(LINK);
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let Some((id, sentence)) = part.split_once("\">") else { return page };
        let name = name(&page, id).map(|n| parted(n, lang)).unwrap_or_default();
        out.push_str(&format!("<a href=\"#{id}\">{name}{sentence}"));
    }
    out
}

/// The name and what parts it from the sentence; a question parts itself.
fn parted(name: &str, lang: Lang) -> String {
    let (colon, blank) = if lang == Lang::Zh { ("：", "") } else { (": ", " ") };
    format!("{name}{}", if name.ends_with(['?', '？', '.', '。']) { blank } else { colon })
}

/// What the page calls a field: by its own word, its label, or the legend of its choices. Escaped already, as all of the page is.
fn name<'a>(page: &'a str, id: &str) -> Option<&'a str> {
    let tag = page.find(&format!(" id=\"{id}\"")).map(|at| {
        let start = page[..at].rfind('<').unwrap_or(at);
        let end = page[at..].find('>').map_or(page.len(), |n| at + n);
        (&page[start..end], &page[end..])
    });
    let own = tag.and_then(|(tag, _)| between(tag, "data-name=\"", "\""));
    let label = || between(page, &format!("for=\"{id}\">"), "</label>");
    let legend = || {
        tag.filter(|(tag, _)| tag.starts_with("<fieldset"))
            .and_then(|(_, rest)| between(rest, "<legend class=\"form-label\">", "</legend>"))
    };
    own.or_else(label).or_else(legend).map(|n| n.split('<').next().unwrap_or(n).trim()).filter(|n| !n.is_empty())
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let rest = &text[text.find(from)? + from.len()..];
    rest.find(to).map(|end| &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_field_is_named() {
        let links = r##"<a data-named href="#kind">Fill in.</a><a data-named href="#name-da">Write.</a><a data-named href="#by">Choose.</a><a data-named href="#gone">Lost.</a>"##;
        let form = r##"<label class="form-label" for="kind">Kind <i>x</i></label><select id="kind"></select>
            <input class="form-input" data-name="Name, Danish" lang="da" id="name-da"><fieldset class="f" id="by"><legend class="form-label">Who</legend></fieldset>"##;
        let page = named(format!("{links}{form}"), Lang::En);
        for wanted in ["#kind\">Kind: Fill in.<", "#name-da\">Name, Danish: Write.<", "#by\">Who: Choose.<", "#gone\">Lost.<"] {
            assert!(page.contains(wanted), "{wanted}: {page}");
        }
        assert!(page.ends_with(form) && !page.contains("data-named"));
        assert_eq!(named("no summary".into(), Lang::En), "no summary");
        assert_eq!((parted("类型", Lang::Zh).as_str(), parted("What do you wish?", Lang::En).as_str()), ("类型：", "What do you wish? "));
    }
}

//! What is embedded is complete, and asks no other host for anything.
use super::*;

fn text(name: &str) -> &'static str {
    let asset = get(url(name)).expect(name);
    std::str::from_utf8(asset.bytes).expect("text")
}

#[test]
fn files_are_found_by_their_hashed_name_only() {
    for name in names() {
        let asset = get(url(name)).expect(name);
        assert!(!asset.bytes.is_empty(), "{name}");
        assert!(asset.etag.starts_with('"') && asset.etag.ends_with('"') && asset.etag.len() == 14, "{name}");
        assert!(url(name).contains(asset.etag.trim_matches('"')), "{name}");
    }
    assert_eq!(get("/static/app.css"), None);
    assert_eq!(get("/static/app.000000000000.css"), None);
    assert_eq!(get("/static/../secret"), None);
    assert_eq!(get(""), None);
    assert_eq!(url("nothing.css"), "/static/missing");
    assert_eq!(get(url("nothing.css")), None);
}

#[test]
fn the_stylesheet_refers_only_to_what_is_embedded() {
    let css = text("app.css");
    let mut count = 0;
    for part in css.split("url(").skip(1) {
        let target = part.split(')').next().expect("closed");
        assert!(get(target).is_some(), "{target}");
        count += 1;
    }
    assert!(count > 150, "{count} references");
    for wrong in ["data:", "http://", "https://", ".eot", ".ttf", "sourceMappingURL", "../"] {
        assert!(!css.contains(wrong), "{wrong}");
    }
    assert_eq!(css.matches("@font-face").count(), 6);
}

#[test]
fn the_scripts_keep_the_content_policy() {
    let script = text("app.js");
    for wrong in ["eval(", "new Function", "innerHTML", "setAttribute(\"style\"", "http://", "https://", "localStorage"] {
        assert!(!script.contains(wrong), "{wrong}");
    }
    assert!(text("htmx.js").contains("htmx"));
}

#[test]
fn icons_and_licences_are_there() {
    let sprite = text("icons.svg");
    assert!(sprite.starts_with("<svg") && !sprite.contains("DOCTYPE"));
    for icon in ["menu", "lock", "info", "success", "warning", "error", "search", "sort-table-none", "language"] {
        assert!(sprite.contains(&format!("id=\"{icon}\"")), "{icon}");
    }
    for licence in ["MIT", "SIL OPEN FONT LICENSE", "Apache", "Zero-Clause BSD"] {
        assert!(text("licences.txt").to_lowercase().contains(&licence.to_lowercase()), "{licence}");
    }
}

#[test]
fn compressed_forms_are_the_same_files() {
    for name in names() {
        let asset = get(url(name)).expect(name);
        if let Some(small) = asset.br {
            let mut back = Vec::new();
            brotli::BrotliDecompress(&mut &small[..], &mut back).expect(name);
            assert!(back == asset.bytes && small.len() < asset.bytes.len(), "{name}");
        }
    }
    assert!(get(url("app.css")).is_some_and(|a| a.br.is_some_and(|b| b.len() < a.bytes.len() / 4)));
    assert!(get(url("plex-regular-latin1.woff2")).is_some_and(|a| a.br.is_none()));
}

//! The files that pages need, embedded: stylesheet, scripts, icons, fonts.
//!
//! Every file is served under a name that carries its content, so it may be cached for ever.

/// A file ready to be served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    pub bytes: &'static [u8],
    /// The same, compressed with Brotli, where that is smaller.
    pub br: Option<&'static [u8]>,
    pub content_type: &'static str,
    /// A strong entity tag, with its quotes. A compressed answer needs another one: see [`Asset::etag_br`].
    pub etag: &'static str,
}

/// For `Cache-Control`: the name changes when the content does.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

struct Row {
    name: &'static str,
    url: &'static str,
    asset: Asset,
}

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// The file served at `path`, with or without the leading `/static/`. Only hashed names are known.
pub fn get(path: &str) -> Option<Asset> {
    let file = path.strip_prefix("/static/").unwrap_or(path);
    // `app.0123456789ab.css` belongs to the row `app.css`.
    let (rest, kind) = file.rsplit_once('.')?;
    let (stem, _) = rest.rsplit_once('.')?;
    let row = find(&format!("{stem}.{kind}"))?;
    (row.url.strip_prefix("/static/") == Some(file)).then_some(row.asset)
}

/// The path of a file by its plain name: `url("app.css")` is `/static/app.0123456789ab.css`.
/// A name that does not exist gives `/static/missing`, which is not found when it is asked for.
pub fn url(name: &str) -> &'static str {
    find(name).map_or("/static/missing", |row| row.url)
}

/// All plain names, sorted: `app.css`, `app.js`, `htmx.js`, `icons.svg`, `licences.txt`, `mark.svg`, the icons and fonts.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|row| row.name)
}

impl Asset {
    /// The entity tag of the compressed form.
    pub fn etag_br(&self) -> String {
        format!("{}-br\"", self.etag.trim_end_matches('"'))
    }
}

fn find(name: &str) -> Option<&'static Row> {
    TABLE.binary_search_by(|row| row.name.cmp(name)).ok().map(|i| &TABLE[i])
}

#[cfg(test)]
mod tests;

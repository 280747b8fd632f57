//! Fetches the front-end packages, takes the few files that pages need, names them by their content,
//! compresses them and writes the table that `lib.rs` embeds.
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use sha2::{Digest, Sha256};

const NO_NODE: &str = "the pages need Node.js 20 or newer with npm to be built: install the packages `nodejs` and `npm`, then build again";

/// The grey main colours of the design system's neutral theme, and ours: a petrol blue that is neither party's.
/// The design system has no variables; every use of a colour is the same literal.
const THEME: [(&str, &str); 2] = [("#454545", "#0f4c5c"), ("#707070", "#5b6670")];

/// IBM Plex Sans, whole files as published (the name is reserved: no subsets of our own).
const FONTS: [(&str, &str, &str); 3] = [("Regular", "400", "normal"), ("SemiBold", "600", "normal"), ("Italic", "400", "italic")];

/// Parts of the published split: Western European, and the further Latin letters of names.
const RANGES: [(&str, &str); 2] = [
    (
        "Latin1",
        "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2013-2014,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+2030,U+2039-203A,U+2044,U+20AC,U+2122,U+2212,U+FB01-FB02",
    ),
    ("Latin2", "U+0100-0130,U+0132-0151,U+0154-024F,U+0259,U+1E00-1EFF"),
];

/// A file on its way into the table: name as templates know it, and content.
struct File {
    name: String,
    bytes: Vec<u8>,
}

fn main() {
    for path in ["build.rs", "npm", "src/app.css", "src/app.js", "src/mark.svg"] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-env-changed=PATH");
    if let Err(sentence) = build() {
        println!("cargo::error={sentence}");
        std::process::exit(1);
    }
}

fn build() -> Result<(), String> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let packages = install(&out)?;
    let dist = packages.join("dkfds/dist");
    let mut files = Vec::new();
    for path in listed(&dist.join("img/svg-icons"))? {
        files.push(File { name: format!("icon-{}", file_name(&path)), bytes: read(&path)? });
    }
    for (style, _, _) in FONTS {
        for (part, _) in RANGES {
            let path = dist.join(format!("fonts/IBMPlexSans/split/woff2/IBMPlexSans-{style}-{part}.woff2"));
            files.push(File { name: format!("plex-{style}-{part}.woff2").to_lowercase(), bytes: read(&path)? });
        }
    }
    files.push(File { name: "icons.svg".into(), bytes: sprite(&read_text(&dist.join("img/all-svg-icons.svg"))?) });
    files.push(File { name: "htmx.js".into(), bytes: read(&packages.join("htmx.org/dist/htmx.min.js"))? });
    files.push(File { name: "app.js".into(), bytes: read(Path::new("src/app.js"))? });
    files.push(File { name: "mark.svg".into(), bytes: read(Path::new("src/mark.svg"))? });
    files.push(File { name: "licences.txt".into(), bytes: licences(&packages)? });
    let hashed: BTreeMap<String, String> = files.iter().map(|f| (f.name.clone(), hashed_name(f))).collect();
    let css = stylesheet(&read_text(&dist.join("css/dkfds.min.css"))?, &hashed)?;
    files.push(File { name: "app.css".into(), bytes: css.into_bytes() });
    write_table(&out, files)
}

/// Runs npm in the output folder once per lockfile. Nothing of a package is executed.
fn install(out: &Path) -> Result<PathBuf, String> {
    let dir = out.join("npm");
    let stamp = dir.join("installed");
    let lock = read_text(Path::new("npm/package-lock.json"))?;
    if fs::read_to_string(&stamp).is_ok_and(|done| done == lock) {
        return Ok(dir.join("node_modules"));
    }
    fs::create_dir_all(&dir).map_err(|e| format!("{} cannot be made: {e}", dir.display()))?;
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        fs::write(dir.join(name), read(&Path::new("npm").join(name))?).map_err(|e| format!("{name}: {e}"))?;
    }
    let run = Command::new("npm").args(["ci", "--ignore-scripts", "--prefer-offline"]).current_dir(&dir).output();
    let run = run.map_err(|_| NO_NODE.to_owned())?;
    if !run.status.success() {
        let words = String::from_utf8_lossy(&run.stderr);
        let reason = words.lines().find(|l| l.contains("npm error") || l.contains("npm ERR!")).unwrap_or("no reason given");
        return Err(format!("npm could not fetch the front-end packages ({reason}); check the connection and build again"));
    }
    fs::write(&stamp, lock).map_err(|e| format!("{}: {e}", stamp.display()))?;
    Ok(dir.join("node_modules"))
}

/// One stylesheet: our font faces, the design system in our colours, then our own rules.
fn stylesheet(dkfds: &str, hashed: &BTreeMap<String, String>) -> Result<String, String> {
    let mut css = String::new();
    for (style, weight, slope) in FONTS {
        for (part, range) in RANGES {
            let name = format!("plex-{style}-{part}.woff2").to_lowercase();
            let file = hashed.get(&name).ok_or("a font has no name")?;
            let _ = writeln!(
                css,
                "@font-face{{font-family:\"IBM Plex Sans\";font-style:{slope};font-weight:{weight};font-display:swap;src:url({file}) format(\"woff2\");unicode-range:{range}}}"
            );
        }
    }
    let mut theirs = without_font_faces(dkfds);
    for (from, to) in THEME {
        theirs = theirs.replace(from, to);
    }
    css.push_str(&with_own_urls(&theirs, hashed)?);
    css.push('\n');
    css.push_str(&with_own_urls(&read_text(Path::new("src/app.css"))?, hashed)?);
    Ok(css)
}

/// Theirs lists .eot and .ttf first, which browsers would fetch in vain.
fn without_font_faces(css: &str) -> String {
    let mut parts = css.split("@font-face{");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    // The map is not served; the character set is in the header.
    let end = kept.find("/*# sourceMappingURL").unwrap_or(kept.len());
    kept[..end].trim_start_matches("@charset \"UTF-8\";").to_owned()
}

/// `../img/svg-icons/x.svg` and `icon:x` become hashed names beside the stylesheet; the placeholder logos go.
fn with_own_urls(css: &str, hashed: &BTreeMap<String, String>) -> Result<String, String> {
    let mut parts = css.split("url(");
    let mut own = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (url, rest) = part.split_once(')').ok_or("the stylesheet has an unfinished url()")?;
        let icon = url.strip_prefix("../img/svg-icons/").map(str::to_owned);
        let icon = icon.or_else(|| url.strip_prefix("icon:").map(|name| format!("{name}.svg")));
        match icon {
            Some(icon) => {
                let name = hashed.get(&format!("icon-{icon}")).ok_or(format!("there is no icon {icon}"))?;
                let _ = write!(own, "url({name}){rest}");
            }
            None if url.starts_with("../img/logo") => {
                let _ = write!(own, "none{rest}");
            }
            None => {
                return Err(format!("the stylesheet refers to {url}, which is not embedded"));
            }
        }
    }
    Ok(own)
}

/// The sprite without its document type: a DTD address has no business in a page.
fn sprite(svg: &str) -> Vec<u8> {
    svg.find("<svg").map_or(svg, |start| &svg[start..]).as_bytes().to_vec()
}

/// The licence texts that must travel with the files.
fn licences(packages: &Path) -> Result<Vec<u8>, String> {
    let mut text = String::from("Counterpart serves files of these projects under their own licences.\n");
    for (project, path) in [
        ("Det Fælles Designsystem (DKFDS), with Material Symbols and Material Design Icons", "dkfds/LICENSE.md"),
        ("IBM Plex Sans", "dkfds/dist/fonts/IBMPlexSans/split/woff2/license.txt"),
        ("htmx", "htmx.org/LICENSE"),
    ] {
        let _ = write!(text, "\n\n==== {project} ====\n\n{}", read_text(&packages.join(path))?);
    }
    Ok(text.into_bytes())
}

/// Writes every file and its compressed form beside the table.
fn write_table(out: &Path, mut files: Vec<File>) -> Result<(), String> {
    let dir = out.join("static");
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let quality = if env::var("PROFILE").is_ok_and(|p| p == "release") { 11 } else { 4 };
    let mut code = String::from("static TABLE: &[Row] = &[\n");
    for file in &files {
        let hashed = hashed_name(file);
        let path = dir.join(&hashed);
        fs::write(&path, &file.bytes).map_err(|e| format!("{hashed}: {e}"))?;
        let kind = content_type(&file.name)?;
        let small = if file.name.ends_with(".woff2") { None } else { compressed(&file.bytes, quality)? };
        let brotli = match small {
            Some(bytes) => {
                let path = dir.join(format!("{hashed}.br"));
                fs::write(&path, bytes).map_err(|e| format!("{hashed}.br: {e}"))?;
                format!("Some(include_bytes!({path:?}))")
            }
            None => "None".to_owned(),
        };
        let etag = format!("\"{}\"", fingerprint(&file.bytes));
        let _ = writeln!(
            code,
            "Row {{ name: {:?}, url: \"/static/{hashed}\", asset: Asset {{ bytes: include_bytes!({path:?}), br: {brotli}, content_type: {kind:?}, etag: {etag:?} }} }},",
            file.name
        );
    }
    code.push_str("];\n");
    fs::write(out.join("table.rs"), code).map_err(|e| format!("table.rs: {e}"))
}

/// The Brotli form, if it saves anything.
fn compressed(bytes: &[u8], quality: i32) -> Result<Option<Vec<u8>>, String> {
    let params = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut small, &params).map_err(|e| format!("compression: {e}"))?;
    Ok((small.len() + 32 < bytes.len()).then_some(small))
}

fn content_type(name: &str) -> Result<&'static str, String> {
    match name.rsplit('.').next() {
        Some("css") => Ok("text/css; charset=utf-8"),
        Some("js") => Ok("text/javascript; charset=utf-8"),
        Some("svg") => Ok("image/svg+xml"),
        Some("woff2") => Ok("font/woff2"),
        Some("txt") => Ok("text/plain; charset=utf-8"),
        _ => Err(format!("{name} has no content type")),
    }
}

fn hashed_name(file: &File) -> String {
    let (stem, kind) = file.name.rsplit_once('.').unwrap_or((&file.name, ""));
    format!("{stem}.{}.{kind}", fingerprint(&file.bytes))
}

fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|b| format!("{b:02x}")).collect()
}

fn listed(dir: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(dir).map_err(|e| format!("{} cannot be read: {e}", dir.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{} cannot be read: {e}", path.display()))
}

fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{} cannot be read: {e}", path.display()))
}

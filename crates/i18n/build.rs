//! Lists the locale files, so that a new `<feature>.ftl` needs no change in code.
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

/// The folder names are the language codes of `i18n::Lang`.
const FOLDERS: [&str; 3] = ["da", "en", "zh-Hans"];

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("locales");
    let mut code = String::from("/// (language folder, file name, text), sorted.\npub(crate) static FILES: &[(&str, &str, &str)] = &[\n");
    for folder in FOLDERS {
        let mut names: Vec<String> = fs::read_dir(root.join(folder))
            .unwrap_or_else(|e| panic!("locales/{folder} cannot be read: {e}"))
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.ends_with(".ftl"))
            .collect();
        names.sort();
        for name in names {
            let path = root.join(folder).join(&name);
            let _ = writeln!(code, "    ({folder:?}, {name:?}, include_str!({path:?})),");
        }
    }
    code.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("locales.rs");
    fs::write(out, code).expect("the list of locale files can be written");
}

//! The rules of the house that the compiler does not know: directions, names, words, and no text without its translation.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).unwrap()
}

/// Every file below `dir` with one of the endings, generated and vendored ones left out.
fn files(dir: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(dir)];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(dir).unwrap().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !matches!(name.as_str(), "target" | "node_modules" | ".git") {
                    open.push(path);
                }
            } else if endings.iter().any(|e| name.ends_with(e)) {
                let shown = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
                found.push((shown, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Which of our crates each crate may name, beside dev-dependencies.
const DIRECTIONS: &[(&str, &[&str])] = &[
    ("assets", &[]),
    ("domain", &[]),
    ("solve", &[]),
    ("dossier", &[]),
    ("i18n", &["domain"]),
    ("papers", &["domain", "i18n"]),
    ("store", &["domain", "i18n"]),
    ("actions", &["store", "dossier", "papers", "solve", "domain", "i18n"]),
    ("web", &["actions", "domain", "i18n", "assets", "papers"]),
];

#[test]
fn crates_look_only_downwards() {
    let ours: Vec<&str> = DIRECTIONS.iter().map(|(n, _)| *n).chain(["counterpart", "tests"]).collect();
    for (name, allowed) in DIRECTIONS {
        let manifest = fs::read_to_string(root().join(format!("crates/{name}/Cargo.toml"))).unwrap();
        let needed = manifest.split("[dependencies]").nth(1).unwrap_or("").split("\n[").next().unwrap_or("");
        for line in needed.lines() {
            let dependency = line.split(['.', ' ', '=']).next().unwrap_or("");
            assert!(!ours.contains(&dependency) || allowed.contains(&dependency), "{name} must not depend on {dependency}");
            assert!(dependency != "sqlx" || *name == "store", "only store names sqlx, not {name}");
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_none_is_a_grab_bag() {
    for (path, text) in files("crates", &[".rs"]) {
        assert!(text.starts_with("//!"), "{path}: the first line says what the file is for");
        let stem = Path::new(&path).file_stem().unwrap().to_string_lossy().into_owned();
        for word in ["util", "helper", "manager", "service", "common", "misc", "mod"] {
            assert!(stem != word && stem != format!("{word}s"), "{path}: '{word}' tells nothing");
        }
    }
}

#[test]
fn only_the_binary_reads_clock_chance_and_environment() {
    for (path, text) in files("crates", &[".rs"]) {
        let apart = path.starts_with("crates/counterpart/")
            || path.starts_with("crates/tests/")
            || path.contains("/tests")
            || path.ends_with("build.rs");
        if apart {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        for word in ["SystemTime::now", "Instant::now()", "Timestamp::now", "Zoned::now", "getrandom::", "thread_rng", "std::env::var"] {
            assert!(!code.contains(word), "{path} calls {word}: clock, chance and environment are handed in");
        }
    }
}

/// The catalogue files of one language: key and the variables its text names.
fn catalogue(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in files(&format!("crates/i18n/locales/{lang}"), &[".ftl"]) {
        let mut current = String::new();
        for line in text.lines() {
            let starts = line.starts_with(|c: char| c.is_ascii_lowercase());
            if let (true, Some((key, _))) = (starts, line.split_once(" =")) {
                current = key.to_string();
                assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{path}: {key} stands twice");
            }
            for part in line.split('$').skip(1) {
                let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                keys.entry(current.clone()).or_default().insert(name);
            }
        }
    }
    keys
}

#[test]
fn three_languages_have_one_set_of_keys_and_variables() {
    let (da, en, zh) = (catalogue("da"), catalogue("en"), catalogue("zh-Hans"));
    assert!(en.len() > 150);
    for (name, other) in [("da", &da), ("zh-Hans", &zh)] {
        for (key, variables) in &en {
            assert_eq!(Some(variables), other.get(key), "{key} in en and {name}");
        }
        for key in other.keys() {
            assert!(en.contains_key(key), "{key} stands only in {name}");
        }
    }
}

#[test]
fn every_key_in_code_and_templates_has_a_text() {
    let en = catalogue("en");
    let mut missing = Vec::new();
    let mut look = |path: &str, text: &str, marker: &str, prefix: &str| {
        // Comments show examples.
        let text: String = text
            .split("{#")
            .enumerate()
            .map(|(i, part)| if i == 0 { part } else { part.split_once("#}").map_or("", |(_, rest)| rest) })
            .collect();
        let text: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).map(|l| format!("{l}\n")).collect();
        for part in text.split(marker).skip(1) {
            let Some(key) = part.trim_start().strip_prefix('"').and_then(|p| p.split('"').next()) else { continue };
            let key = format!("{prefix}{key}");
            if !key.contains('{') && !en.contains_key(&key) {
                missing.push(format!("{path}: {key}"));
            }
        }
    };
    for (path, text) in files("crates/web/templates", &[".html"]) {
        for marker in ["l.t(", "l.t1(", "l.t2(", "l.t3("] {
            look(&path, &text, marker, "");
        }
    }
    for dir in ["domain", "actions", "web"] {
        for (path, text) in files(&format!("crates/{dir}/src"), &[".rs"]) {
            look(&path, &text, "Refusal::new(", "refusal-");
            for marker in ["l.t(", "l.t1(", "l.t2(", "l.t3("] {
                look(&path, &text, marker, "");
            }
        }
    }
    assert!(missing.is_empty(), "no text for:\n{}", missing.join("\n"));
}

#[test]
fn only_two_files_know_the_engine() {
    for (path, text) in files("crates/store/src", &[".rs"]) {
        if path.contains("/engine") || path.ends_with("/db.rs") || path.ends_with("/migration.rs") || path.ends_with("/row.rs") {
            continue;
        }
        assert!(!text.contains("is_postgres()") && !text.contains("sqlx::"), "{path} branches on the engine");
    }
}

//! A start that can't succeed ends with one sentence that names the thing, and touches nothing.

use crate::node::{Folder, Node, program, run};
use std::{fs, path::Path};

/// What `serve` says when it does not start: one line.
fn refusal(dir: &Path, args: &[&str], env: &[(&str, &str)]) -> String {
    let output = program(dir).arg("serve").args(args).envs(env.iter().copied()).output().unwrap();
    assert!(!output.status.success(), "it started");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.trim_end().lines().count(), 1, "not one sentence: {said}");
    assert!(said.starts_with("counterpart: ") && !said.contains("panicked"), "{said}");
    said
}

#[test]
fn a_configuration_that_does_not_fit_is_named() {
    let folder = Folder::new();
    let path = folder.configured();
    let with = |text: &str| {
        fs::write(&path, text).unwrap();
        refusal(folder.path(), &[], &[])
    };
    let said = with("database_url = \"sqlite:x\"\nbase_url = \"http://a\"\ndatabse = 1\n");
    assert!(said.contains("counterpart.toml") && said.contains("`databse`"), "{said}");
    let said = with("database_url = \"sqlite:x\"\nbase_url = \n");
    assert!(said.contains("counterpart.toml") && said.contains("line 2"), "{said}");
    let said = with("base_url = \"http://a\"\n");
    assert!(said.contains("database_url") && said.contains("COUNTERPART_DATABASE_URL"), "{said}");
    let said = with("database_url = \"sqlite:x\"\nbase_url = \"http://a\"\nlisten = \"nowhere\"\n");
    assert!(said.contains("counterpart.toml"), "{said}");
    let said = refusal(folder.path(), &["--config", "absent.toml"], &[]);
    assert!(said.contains("absent.toml can't be read"), "{said}");
}

#[test]
fn a_database_that_does_not_answer_is_named() {
    let folder = Folder::new();
    let base = ("COUNTERPART_BASE_URL", "http://node.example.org");
    let said = refusal(folder.path(), &[], &[base, ("COUNTERPART_DATABASE_URL", "postgres://nobody@127.0.0.1:1/none")]);
    assert!(said.contains("PostgreSQL"), "{said}");
    let said = refusal(folder.path(), &[], &[base, ("COUNTERPART_DATABASE_URL", "sqlite:absent/folder/node.sqlite")]);
    assert!(said.contains("absent/folder/node.sqlite"), "{said}");
    let said = refusal(folder.path(), &[], &[base, ("COUNTERPART_DATABASE_URL", "mysql://127.0.0.1/none")]);
    assert!(said.contains("sqlite:") && said.contains("postgres:"), "{said}");
}

#[test]
fn a_damaged_database_is_told_and_left_as_it_is() {
    let folder = Folder::new();
    let config = folder.configured();
    let database = folder.path().join("node.sqlite");
    let example = run(folder.path(), &["setup", "--example"]);
    fs::write(folder.path().join("setup.toml"), example.stdout).unwrap();
    assert!(run(folder.path(), &["setup", "setup.toml"]).status.success());
    let whole = fs::read(&database).unwrap();
    for (what, bytes) in [
        ("cut off", &whole[..whole.len() / 2]),
        ("nearly nothing", &whole[..20]),
        ("another file", b"%PDF-1.7 nothing of ours, but long enough".as_slice()),
    ] {
        fs::write(&database, bytes).unwrap();
        let said = refusal(folder.path(), &["--config", config.to_str().unwrap()], &[]);
        assert!(said.contains("node.sqlite") && said.contains("restore it from a copy"), "{what}: {said}");
        assert_eq!(fs::read(&database).unwrap(), bytes, "{what}: the file was written to");
    }
}

#[test]
fn an_empty_database_says_how_to_begin_and_a_taken_address_is_named() {
    let folder = Folder::new();
    folder.configured();
    let said = refusal(folder.path(), &[], &[]);
    assert!(said.contains("counterpart setup"), "{said}");
    let example = run(folder.path(), &["setup", "--example"]);
    fs::write(folder.path().join("setup.toml"), example.stdout).unwrap();
    assert!(run(folder.path(), &["setup", "setup.toml"]).status.success());
    let node = Node::serve(&folder);
    let said = refusal(folder.path(), &[], &[("COUNTERPART_LISTEN", &node.address.to_string())]);
    assert!(said.contains(&node.address.to_string()), "{said}");
}

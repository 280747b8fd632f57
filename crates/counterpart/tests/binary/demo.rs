//! The played demonstration is the same every time.

use crate::node::{Folder, program, said};
use std::{fs, process::Stdio};

#[test]
fn two_runs_end_alike() {
    let folders = [Folder::new(), Folder::new()];
    let runs = folders.each_ref().map(|folder| {
        let mut command = program(folder.path());
        command.args(["demo", "--run", "--out", "outcome", "--applications", "12"]).stdout(Stdio::piped());
        command.spawn().unwrap()
    });
    let printed = runs.map(|child| {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        said(&output)
    });
    assert_eq!(printed[0], printed[1]);
    let read = |name: &str| folders.each_ref().map(|folder| fs::read(folder.path().join("outcome").join(name)).unwrap());
    for name in ["outcome.json", "decision-paper-RM-da.html", "decision-paper-SH-zh-Hans.html"] {
        let [first, second] = read(name);
        assert_eq!(first, second, "{name}");
    }
    let outcome: serde_json::Value = serde_json::from_slice(&read("outcome.json")[0]).unwrap();
    assert_eq!(outcome["totals"]["applications"], 12);
    assert_eq!(outcome["totals"]["released"], 1);
}

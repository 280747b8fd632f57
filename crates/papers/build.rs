//! Fetches the paper fonts from the npm lockfile beside this file and leaves four TTF files in OUT_DIR/fonts.
//! Fonts are embedded whole: their licence (OFL 1.1) reserves the names "Plex" and "Source" for unchanged files.

use std::path::{Path, PathBuf};
use std::process::{Command, exit};
use std::{env, fs};

/// Where a font lies inside node_modules, and the name it gets in OUT_DIR/fonts.
const FONTS: [(&str, &str); 4] = [
    ("dkfds/dist/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-Regular.ttf", "plex-regular.ttf"),
    ("dkfds/dist/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-SemiBold.ttf", "plex-semibold.ttf"),
    ("dkfds/dist/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-Italic.ttf", "plex-italic.ttf"),
    ("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf", "noto-sc-regular.ttf"),
];
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

fn main() {
    for name in ["build.rs", "package.json", "package-lock.json", ".npmrc"] {
        println!("cargo::rerun-if-changed={name}");
    }
    if let Err(sentence) = fetch() {
        eprintln!("{sentence}");
        exit(1);
    }
}

fn fetch() -> Result<(), String> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: build with cargo.")?);
    let work = out.join("npm");
    let fonts = out.join("fonts");
    for folder in [&work, &fonts] {
        fs::create_dir_all(folder).map_err(|e| format!("Cannot create {}: {e}.", folder.display()))?;
    }
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        copy(Path::new(name), &work.join(name))?;
    }
    install(&work)?;
    for (from, to) in FONTS {
        copy(&work.join("node_modules").join(from), &fonts.join(to))?;
    }
    // The packages hold 120 MB of weights and formats that nothing here uses.
    fs::remove_dir_all(work.join("node_modules")).map_err(|e| format!("Cannot tidy {}: {e}.", work.display()))
}

fn install(work: &Path) -> Result<(), String> {
    let run = Command::new(NPM).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(work).output();
    let run = run.map_err(|_| {
        "The paper fonts come through npm, which was not found: install Node.js 18 or newer with npm \
         (Debian: apt-get install nodejs npm) and build again."
            .to_string()
    })?;
    if run.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&run.stderr);
    Err(format!("npm could not fetch the paper fonts; check the connection to your npm registry and build again. {said}"))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(drop).map_err(|e| format!("Cannot copy {} to {}: {e}.", from.display(), to.display()))
}

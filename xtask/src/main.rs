//! Developer tasks without dependencies. `cargo xtask ci` is the whole check, the same here and in CI.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
    time::Instant,
};

mod postgres;

type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let task = env::args().nth(1).unwrap_or_default();
    let done = match task.as_str() {
        "ci" => ci(),
        "e2e" => tools().and_then(|()| e2e()),
        _ => Err("tasks: ci (everything), e2e (browser journeys only)".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

fn ci() -> Outcome {
    step("tools", tools)?;
    step("format", || cargo(&["fmt", "--all", "--check"], &[]))?;
    let server = postgres::Server::start()?;
    // A fixed seed: the check answers the same for the same tree. A bare `cargo test` draws new cases every time.
    let env = [("COUNTERPART_PG", server.url.as_str()), ("PROPTEST_RNG_SEED", "20261121")];
    step("tests on SQLite and PostgreSQL", || cargo(&["test", "--workspace", "--quiet"], &env))?;
    step("binary", || cargo(&["build", "--quiet"], &[]))?;
    step("browser journeys", e2e)?;
    println!("== all passed");
    Ok(())
}

fn step(name: &str, run: impl FnOnce() -> Outcome) -> Outcome {
    println!("== {name}");
    let start = Instant::now();
    run().map_err(|why| format!("{name}: {why}"))?;
    println!("   {:.0} s", start.elapsed().as_secs_f32());
    Ok(())
}

/// What the tests need beside Rust: installed from Debian's packages where absent and allowed, named where not.
fn tools() -> Outcome {
    let mut missing = Vec::new();
    if !on_path("npm") {
        missing.extend(["nodejs", "npm"]);
    }
    if postgres::bin().is_none() {
        missing.push("postgresql");
    }
    if !Path::new("/usr/bin/chromium").exists() {
        missing.push("chromium");
    }
    if !Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists() {
        missing.push("fonts-noto-cjk");
    }
    if missing.is_empty() {
        return Ok(());
    }
    if !postgres::is_root() {
        return Err(format!("install these Debian packages first: {}", missing.join(" ")));
    }
    println!("   installing {}", missing.join(" "));
    let apt = |args: &[&str]| {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(args).stdout(Stdio::null());
        run(&mut command)
    };
    apt(&["update", "-q"])?;
    let mut args = vec!["install", "-y", "-q", "--no-install-recommends"];
    args.extend(missing);
    apt(&args)
}

/// Journeys in a real browser against the built binary.
fn e2e() -> Outcome {
    let dir = root().join("e2e");
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]).current_dir(&dir))?;
    run(Command::new("node").arg("run.mjs").current_dir(&dir).env("COUNTERPART", root().join("target/debug/counterpart")))
}

fn cargo(args: &[&str], env: &[(&str, &str)]) -> Outcome {
    let mut command = Command::new(env!("CARGO"));
    // Some dependencies carry a rust-toolchain file; unless told, a rustup proxy obeys it in their folders and mixes compilers.
    if env::var_os("RUSTUP_TOOLCHAIN").is_none()
        && let Some(toolchain) = Path::new(env!("CARGO")).ancestors().nth(2)
    {
        command.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    run(command.args(args).envs(env.iter().copied()).current_dir(root()))
}

fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|e| format!("{:?}: {e}", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(format!("{:?} {status}", command.get_program())) }
}

fn on_path(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|dir| dir.join(name).exists()))
}

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::canonicalize(here.join("..")).unwrap_or_else(|_| here.into())
}

//! The binary: arguments, configuration, clock and chance, server, command line. The only crate that reads the environment.

mod bench;
mod config;
mod demo;
mod import;
mod installation;
mod key;
mod post;
mod record;
mod retention;
mod sentence;
mod serve;
mod solve;
mod sources;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Joint calls between two equal regions.
#[derive(Parser)]
#[command(name = "counterpart", version)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Load the demonstration (once) and start it.
    Demo(demo::DemoArgs),
    /// Run an installation.
    Serve(config::ConfigArgs),
    /// Bring parties, bodies and programmes to an installation's database.
    Setup(installation::SetupArgs),
    /// People who sign in.
    Account(installation::AccountArgs),
    /// Measure.
    Bench(bench::BenchArgs),
    /// Answer a file with a kernel, or check a certificate.
    Solve(solve::SolveArgs),
    /// Make a data file from somebody else's, or fill the partnership book.
    Import(import::ImportArgs),
}

fn main() -> ExitCode {
    let args = Args::parse();
    if let Command::Solve(args) = args.command {
        // Without the server's threads, so that time and memory are the kernel's own.
        return solve::run(args).map_or_else(|e| fail(&e), |()| ExitCode::SUCCESS);
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => return fail(&e.into()),
    };
    let done = runtime.block_on(async {
        match args.command {
            Command::Demo(args) => demo::run(args).await,
            Command::Bench(args) => bench::run(args).await,
            Command::Import(args) => import::run(args).await,
            Command::Serve(args) => serve::run(config::load(&args)?).await,
            Command::Solve(args) => solve::run(args),
            Command::Setup(args) => installation::setup(args).await,
            Command::Account(args) => installation::accounts(args).await,
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => fail(&e),
    }
}

/// One sentence, not a trace: the reader is the person who installs this.
fn fail(e: &anyhow::Error) -> ExitCode {
    let link = |e: &(dyn std::error::Error + 'static)| e.downcast_ref::<actions::Error>().map_or_else(|| e.to_string(), sentence::sentence);
    eprintln!("counterpart: {}", e.chain().map(link).collect::<Vec<_>>().join(": "));
    ExitCode::FAILURE
}

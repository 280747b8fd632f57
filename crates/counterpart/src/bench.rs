//! `counterpart bench`: measurements, never tests. What they print belongs into docs/performance.md with the command.

mod book;
mod client;
mod kernels;
mod process;
mod server;
mod web;

use anyhow::Result;
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct BenchArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Pages over loopback: CPU, latency, bytes, statements, memory; and a deadline rush.
    Web(web::WebArgs),
    /// The partnership book with every pair of twin towns and very many organisations.
    Book(book::BookArgs),
    /// Experts, portfolio and meetings against well-known solvers: objectives, CPU, memory.
    Kernels(kernels::KernelsArgs),
}

pub async fn run(args: BenchArgs) -> Result<()> {
    match args.what {
        What::Web(args) => web::run(args).await,
        What::Book(args) => book::run(args).await,
        What::Kernels(args) => kernels::run(args),
    }
}

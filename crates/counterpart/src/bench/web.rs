//! Pages and a deadline rush on a database of N applications, measured from outside the server's process.

use super::{
    client::Client,
    process,
    server::{self, Server},
};
use crate::{
    config::Config,
    demo::{self, Volume},
    serve,
};
use actions::Desk;
use anyhow::{Context, Result, ensure};
use axum::{
    body::Body,
    http::{Request, header},
};
use clap::Args;
use std::{collections::HashSet, net::SocketAddr, path::PathBuf, sync::Arc, time::Instant};
use tokio::sync::Mutex;
use tower::ServiceExt;

#[derive(Args)]
pub struct WebArgs {
    /// Applications in the database.
    #[arg(long, default_value_t = 1000)]
    applications: usize,
    /// Places on each party's priority list.
    #[arg(long, default_value_t = 200)]
    places: u32,
    /// Requests a page.
    #[arg(long, default_value_t = 200)]
    requests: usize,
    /// Applicants who submit at the same moment.
    #[arg(long, default_value_t = 1000)]
    rush: usize,
    /// Folder for the database; made anew.
    #[arg(long, default_value = "target/bench-web")]
    data: PathBuf,
}

pub async fn run(args: WebArgs) -> Result<()> {
    std::fs::remove_dir_all(&args.data).ok();
    let config = server::config(&args.data)?;
    let start = Instant::now();
    let assessments = demo::fill(&config, Volume { applications: args.applications, places: args.places, drafts: args.rush }).await?;
    println!(
        "filled: {} applications, {assessments} assessments, {} ready drafts in {:.0} s",
        args.applications,
        args.rush,
        start.elapsed().as_secs_f64()
    );
    let desk = serve::desk(&config).await?;
    statements(&desk, &config).await?;
    let server = Server::start(&config).await?;
    let session = server::session(&desk, "officer-rm@example.org").await?;
    server.measure(&targets(&desk).await?, &session, args.requests).await?;
    rush(&desk, &server).await
}

/// The pages people open most, as an officer.
async fn targets(desk: &Desk) -> Result<Vec<(&'static str, String)>> {
    let officer = demo::viewer(desk, "officer-rm@example.org").await?;
    let list = actions::application::list::desktop(desk, &officer, demo::SLUG, false).await?;
    let id = list.lines.first().context("no application")?.row.application.to_string();
    Ok(vec![
        ("front page", "/".into()),
        ("public call", format!("/calls/{}", demo::SLUG)),
        ("list of applications", format!("/calls/{}/applications", demo::SLUG)),
        ("search in the list", format!("/calls/{}/applications?q=shanghai", demo::SLUG)),
        ("dossier", format!("/applications/{id}")),
        ("handling", format!("/calls/{}/handling", demo::SLUG)),
        ("priority list", format!("/calls/{}/priorities", demo::SLUG)),
        ("meeting", format!("/calls/{}/joint", demo::SLUG)),
        ("what if: another rule", format!("/calls/{}/joint?policy=skip-and-continue", demo::SLUG)),
        ("what if: best value", format!("/calls/{}/joint?policy=best-value", demo::SLUG)),
        ("what if: another pot", format!("/calls/{}/joint?policy=best-value&pot-RM=8000000", demo::SLUG)),
    ])
}

/// Statements a page, counted in this process.
async fn statements(desk: &Desk, config: &Config) -> Result<()> {
    let router = ::web::router(serve::app(desk.clone(), config).await?);
    let session = server::session(desk, "officer-rm@example.org").await?;
    println!("{:26} {:>10}", "page", "statements");
    for (name, path) in targets(desk).await? {
        let before = store::db::statements_run();
        let request = Request::get(&path).header(header::COOKIE, format!("session={session}")).body(Body::empty())?;
        let answer = router.clone().oneshot(request).await?;
        ensure!(answer.status().is_success(), "{path} answers {}", answer.status());
        println!("{name:26} {:>10}", store::db::statements_run() - before);
    }
    Ok(())
}

/// Everybody presses the button at the same moment, twice: one application and one receipt each, none lost.
async fn rush(desk: &Desk, server: &Server) -> Result<()> {
    let drafts = demo::ready_drafts(desk).await?;
    let mut work = Vec::new();
    for (id, email) in &drafts {
        work.push((id.clone(), server::session(desk, email).await?, desk.token()));
    }
    let work = Arc::new(Mutex::new(work));
    let before = process::cpu_seconds(server.pid())?;
    let start = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..50 {
        let (work, address) = (work.clone(), server.address);
        tasks.push(tokio::spawn(async move { press(work, address).await }));
    }
    let mut receipts = Vec::new();
    let mut times = Vec::new();
    for task in tasks {
        for (receipt, ms) in task.await?? {
            receipts.push(receipt);
            times.push(ms);
        }
    }
    let took = start.elapsed().as_secs_f64();
    let different: HashSet<&String> = receipts.iter().collect();
    ensure!(
        receipts.len() == drafts.len() && different.len() == drafts.len(),
        "{} receipts, {} different, {} applicants",
        receipts.len(),
        different.len(),
        drafts.len()
    );
    times.sort_by(f64::total_cmp);
    let cpu = (process::cpu_seconds(server.pid())? - before) * 1000.0 / drafts.len() as f64;
    println!(
        "deadline rush: {} applicants, each pressing twice, in {took:.1} s; {} receipts, none lost, none double; p50 {:.0} ms, p99 {:.0} ms, {cpu:.1} ms CPU an applicant; resident {:.0} MB",
        drafts.len(),
        receipts.len(),
        times[times.len() / 2],
        times[times.len() * 99 / 100],
        process::resident_mb(server.pid())?
    );
    Ok(())
}

type Work = Arc<Mutex<Vec<(String, String, String)>>>;

async fn press(work: Work, address: SocketAddr) -> Result<Vec<(String, f64)>> {
    let mut client = Client::connect(address).await?;
    let mut done = Vec::new();
    loop {
        let Some((id, session, key)) = work.lock().await.pop() else { return Ok(done) };
        let form = format!("form_key={key}&confirm=yes");
        let start = Instant::now();
        let first = client.ask(&format!("/applications/{id}/submission"), &session, Some(&form)).await?;
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let second = client.ask(&format!("/applications/{id}/submission"), &session, Some(&form)).await?;
        ensure!(
            first.status == 303 && first.location == second.location,
            "submission of {id}: {} {}, then {} {}",
            first.status,
            first.location,
            second.status,
            second.location
        );
        done.push((first.location, ms));
    }
}

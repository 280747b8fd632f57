//! Pages of the partnership book on 17,401 pairs of twin towns and N organisations, measured from outside the server's process.

use super::server::{self, Server};
use crate::{demo, serve};
use anyhow::Result;
use clap::Args;
use std::{path::PathBuf, time::Instant};

#[derive(Args)]
pub struct BookArgs {
    /// Organisations in the database.
    #[arg(long, default_value_t = 100_000)]
    organisations: usize,
    /// Activities in the database.
    #[arg(long, default_value_t = 10_000)]
    activities: usize,
    /// Requests a page.
    #[arg(long, default_value_t = 100)]
    requests: usize,
    /// Folder for the database.
    #[arg(long, default_value = "target/bench-book")]
    data: PathBuf,
    /// Measure the database that the folder holds instead of filling a new one.
    #[arg(long)]
    again: bool,
}

/// What is opened and asked for: often, seldom, in Chinese, by pinyin, at the end of the list.
const PAGES: &[(&str, &str)] = &[
    ("book: front page", "/book"),
    ("places: list", "/places"),
    ("places: last page, all", "/places?unverified=1&page=9999"),
    ("places: search Århus", "/places?q=%C3%85rhus"),
    ("places: search 上海", "/places?q=%E4%B8%8A%E6%B5%B7"),
    ("organisations: list", "/organisations"),
    ("organisations: last page", "/organisations?page=9999"),
    ("organisations: Danish", "/organisations?country=DK&sort=-name"),
    ("organisations: university", "/organisations?q=university"),
    ("organisations: 科学", "/organisations?q=%E7%A7%91%E5%AD%A6"),
    ("organisations: pinyin", "/organisations?q=tongji+daxue"),
    ("organisations: one of all", "/organisations?q=no.+77777"),
    ("organisations: none", "/organisations?q=zqxjk"),
    ("twin towns: list", "/twin-towns"),
    ("twin towns: search", "/twin-towns?q=shanghai"),
    ("place: Jiangsu", "/places/jiangsu"),
    ("place: Shanghai", "/places/shanghai"),
    ("place: Denmark", "/places/denmark"),
    ("organisation", "/organisations/stcsm"),
    ("disagreements", "/disagreements"),
    ("sources", "/sources"),
    ("source", "/sources/s2"),
    ("activities: list", "/activities"),
    ("activities: last page", "/activities?page=9999"),
    ("activities: by title", "/activities?sort=-title&page=20"),
    ("activities: 养老", "/activities?q=%E5%85%BB%E8%80%81"),
    ("activities: none", "/activities?q=zqxjk"),
    ("delegations: list", "/delegations"),
    ("contacts: list", "/contacts"),
    ("partnerships: list", "/partnerships"),
    ("partnership", "/partnerships/midtjylland-shanghai"),
    ("texts: list", "/instruments"),
    ("links: list", "/collaborations"),
    ("map", "/map"),
    ("matrix", "/matrix"),
    ("network: Jiangsu", "/places/jiangsu/network"),
    ("network: organisation", "/organisations/stcsm/network"),
    ("background: Jiangsu", "/places/jiangsu/background"),
];

pub async fn run(args: BookArgs) -> Result<()> {
    if !args.again {
        std::fs::remove_dir_all(&args.data).ok();
    }
    let config = server::config(&args.data)?;
    if !args.again {
        let start = Instant::now();
        demo::fill_catalogue(&config, args.organisations, args.activities).await?;
        println!("filled in {:.0} s", start.elapsed().as_secs_f64());
    }
    let desk = serve::desk(&config).await?;
    let n = actions::book::counts(&desk).await?;
    println!("{} places, {} organisations, {} pairs of twin towns", n.places, n.organisations, n.pairs);
    let server = Server::start(&config).await?;
    let session = server::session(&desk, "officer-rm@example.org").await?;
    server.measure(PAGES, &session, args.requests).await
}

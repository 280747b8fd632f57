//! The demonstration: one joint call on 78 real consortia. Loads itself once and starts, or plays the whole call without a browser.

mod call;
mod catalogue;
mod consortia;
mod outcome;
mod people;
mod play;
mod setup;
mod text;
mod visit;

use crate::{
    config::{self, Config},
    key, serve, sources,
    sources::Seeded,
};
use actions::{Desk, Viewer, account};
use anyhow::{Context, Result};
use clap::Args;
use counterpart::book::{division, twin};
use play::{Play, Stage};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};
use store::Db;

#[derive(Args)]
pub struct DemoArgs {
    /// Folder for the demonstration's database.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// How far the first round has come when the demonstration opens.
    #[arg(long, value_enum, default_value = "assessed")]
    stage: Stage,
    /// How many of the 78 real consortia apply; fewer load sooner.
    #[arg(long, default_value_t = 78, value_parser = clap::value_parser!(u16).range(4..=78))]
    applications: u16,
    /// Play the whole call without a browser, with a clock and chance of its own, and leave the papers in OUT.
    #[arg(long, requires = "out")]
    run: bool,
    /// Folder for papers, receipts, the board's spreadsheet and outcome.json.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Seeds chance and the signing key of a played demonstration, so that it comes out the same every time.
const SEED: &str = "counterpart demonstration 2009-02-28";

pub async fn run(args: DemoArgs) -> Result<()> {
    match &args.out {
        Some(out) if args.run => whole(out, args.applications.into()).await,
        _ => open(args).await,
    }
}

/// Plays everything in a database that lives only for the run.
async fn whole(out: &Path, applications: usize) -> Result<()> {
    std::fs::create_dir_all(out).with_context(|| out.display().to_string())?;
    let folder = out.join(".database");
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder)?;
    let clock = Seeded::new();
    let desk = desk(&folder.join("demo.sqlite"), &clock, "http://127.0.0.1:8080").await?;
    let mut play = Play::begin(desk, clock, true).await?;
    play.applications = applications;
    let done = play.until(Stage::Released, Some(out)).await;
    play.desk.db.close().await;
    std::fs::remove_dir_all(&folder).ok();
    done
}

async fn desk(path: &Path, clock: &Seeded, base_url: &str) -> Result<Desk> {
    let db = Db::open(&format!("sqlite:{}", path.display())).await?;
    clock.set(call::viborg("2026-01-05T09:00")?);
    let sources = clock.sources(SEED);
    store::migration::run(&db, (sources.clock)()).await?;
    let mut seed = [0; 32];
    (sources.chance)(&mut seed);
    Ok(Desk::new(db, sources, base_url, &seed))
}

/// Loads the demonstration where the folder holds none, then serves it with the real clock and real chance.
async fn open(args: DemoArgs) -> Result<()> {
    std::fs::create_dir_all(&args.data).with_context(|| args.data.display().to_string())?;
    let path = args.data.join("demo.sqlite");
    let config = Config {
        database_url: format!("sqlite:{}", path.display()),
        listen: args.listen,
        base_url: format!("http://{}", args.listen),
        key_file: args.data.join("demo.key"),
        smtp_url: None,
        mail_from: config::default_mail_from(),
        mail_folder: args.data.join("mail"),
        demonstration: true,
    };
    // Written aside and renamed when whole: a load that was cut off starts afresh.
    if !path.exists() {
        let partial = args.data.join("loading");
        std::fs::remove_dir_all(&partial).ok();
        std::fs::create_dir_all(&partial)?;
        load(&partial.join("demo.sqlite"), &config, args.stage, args.applications.into()).await?;
        std::fs::rename(partial.join("demo.sqlite"), &path)?;
        std::fs::remove_dir_all(&partial)?;
    }
    let desk = serve::desk(&config).await?;
    setup::open_round(&desk).await?;
    visit::plan(&desk).await?;
    text::plan(&desk).await?;
    println!("Sign-in addresses (made-up people):");
    for key in people::PEOPLE.iter().map(|p| p.key).chain(people::EXPERTS) {
        let email = format!("{key}@example.org");
        if let Some(account) = store::account::find_by_email(&mut desk.db.read().await?, &email).await? {
            let link = account::link(&desk, &Viewer::operator(), &account.id, true).await?;
            println!("{key:12} {:18} {link}", account.name);
        }
    }
    println!("Open {}", config.base_url);
    serve::listen(desk, &config).await
}

/// Plays the first round up to `stage` with the signing key that the node will go on with.
async fn load(path: &Path, config: &Config, stage: Stage, applications: usize) -> Result<()> {
    println!("Loading the demonstration: {applications} real consortia, made-up people and scores …");
    let clock = Seeded::new();
    let db = Db::open(&format!("sqlite:{}", path.display())).await?;
    clock.set(call::viborg("2026-01-05T09:00")?);
    let sources = clock.sources(SEED);
    store::migration::run(&db, (sources.clock)()).await?;
    let seed = key::load(&config.key_file, &*sources::real().chance)?;
    let mut play = Play::begin(Desk::new(db, sources, &config.base_url, &seed), clock, false).await?;
    play.applications = applications;
    fill_book(&play).await?;
    play.until(stage, None).await?;
    play.desk.db.close().await;
    Ok(())
}

/// The lists of the partnership book that ship: divisions, and twin towns as unverified claims.
async fn fill_book(play: &Play) -> Result<()> {
    let divisions = division::parse(division::SHIPPED)?;
    let bar = play.bar("divisions", divisions.len());
    division::load(&play.desk, &divisions, |n| bar.inc(n)).await?;
    bar.finish();
    let twins = twin::Twins::unpack(twin::SHIPPED)?;
    let bar = play.bar("twin towns", twins.names.len() + twins.pairs.len());
    twin::load(&play.desk, &twins, |n| bar.inc(n)).await?;
    bar.finish();
    Ok(())
}

/// Fills a database for measurements of the partnership book: all that ships, and so many made-up organisations at real places and activities.
pub async fn fill_catalogue(config: &Config, organisations: usize, activities: usize) -> Result<()> {
    let clock = Seeded::new();
    let db = Db::open(&config.database_url).await?;
    clock.set(call::viborg("2026-01-05T09:00")?);
    let chances = clock.sources(SEED);
    store::migration::run(&db, (chances.clock)()).await?;
    let seed = key::load(&config.key_file, &*sources::real().chance)?;
    let play = Play::begin(Desk::new(db, chances, &config.base_url, &seed), clock, false).await?;
    fill_book(&play).await?;
    let codes = actions::place::codes(&play.desk).await?;
    let places: Vec<&str> =
        codes.iter().filter(|(country, code, _)| !country.is_empty() && !code.is_empty()).map(|(_, _, slug)| slug.as_str()).collect();
    let bar = play.bar("organisations", organisations);
    let all: Vec<usize> = (0..organisations).collect();
    for some in all.chunks(2000) {
        let made: Vec<_> = some.iter().map(|n| catalogue::organisation(*n, &places)).collect();
        actions::organisation::load(&play.desk, &Viewer::operator(), &made).await?;
        bar.inc(some.len() as u64);
    }
    bar.finish();
    let bar = play.bar("activities", activities);
    for n in 0..activities {
        actions::activity::save(&play.desk, &Viewer::operator(), catalogue::activity(&play.desk, n)).await?;
        bar.inc(1);
    }
    bar.finish();
    play.desk.db.close().await;
    Ok(())
}

/// How much a measured database holds.
pub struct Volume {
    pub applications: usize,
    /// Places on each party's list.
    pub places: u32,
    /// Whole drafts in the open round, one submission away.
    pub drafts: usize,
}

pub use call::SLUG;
pub use setup::viewer;

/// Fills a database for measurements; answers the number of assessments.
pub async fn fill(config: &Config, volume: Volume) -> Result<usize> {
    let clock = Seeded::new();
    let db = Db::open(&config.database_url).await?;
    clock.set(call::viborg("2026-01-05T09:00")?);
    let chances = clock.sources(SEED);
    store::migration::run(&db, (chances.clock)()).await?;
    let seed = key::load(&config.key_file, &*sources::real().chance)?;
    let mut play = Play::begin(Desk::new(db, chances, &config.base_url, &seed), clock.clone(), false).await?;
    play.applications = volume.applications;
    play.places = volume.places;
    play.until(Stage::Revealed, None).await?;
    let assessments = play.assessments().await?;
    play.desk.db.close().await;
    let desk = serve::desk(config).await?;
    setup::open_round(&desk).await?;
    visit::plan(&desk).await?;
    // The open round takes applications from its first second on.
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    let play = Play::resume(desk, clock, false).await?;
    let call = actions::call::show(&play.desk, &play.sides[0].officer, call::OPEN_SLUG).await?;
    let bar = play.bar("ready drafts", volume.drafts);
    for mut consortium in consortia::many(volume.drafts)? {
        consortium.id = format!("{}-draft", consortium.id);
        consortium.members.retain(|m| !m.party.is_empty());
        play.draft(&call, &consortium, false).await?;
        bar.inc(1);
    }
    bar.finish();
    play.desk.db.close().await;
    Ok(assessments)
}

/// Ready drafts of the open round: application and the address of its first contact.
pub async fn ready_drafts(desk: &Desk) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for account in actions::account::list(desk, &Viewer::operator()).await? {
        if !account.email.contains("-draft-rm@") {
            continue;
        }
        let email = account.email.clone();
        for mine in actions::application::list::mine(desk, &Viewer::of(account)).await? {
            found.push((mine.app.id.to_string(), email.clone()));
        }
    }
    Ok(found)
}

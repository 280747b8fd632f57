//! Starts the server on a database that is brought up to date first.

use crate::{config::Config, key, post, retention, sources};
use actions::Desk;
use anyhow::{Context, Result, ensure};
use std::sync::Arc;
use store::Db;
use tokio::net::TcpListener;
use web::App;

/// Opens the database and brings it to this version.
pub async fn desk(config: &Config) -> Result<Desk> {
    let sources = sources::real();
    let db = Db::open(&config.database_url).await?;
    store::migration::run(&db, (sources.clock)()).await?;
    let seed = key::load(&config.key_file, &*sources.chance)?;
    let desk = Desk::new(db, sources, &config.base_url, &seed);
    actions::application::line::complete(&desk).await?;
    actions::book::complete(&desk).await?;
    Ok(desk)
}

pub async fn run(config: Config) -> Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()))
        .json()
        .init();
    let desk = desk(&config).await?;
    listen(desk, &config).await
}

/// What the router needs.
pub async fn app(desk: Desk, config: &Config) -> Result<App> {
    let parties = store::party::list(&mut desk.db.read().await?).await?;
    ensure!(
        !parties.is_empty(),
        "the database holds no parties yet: counterpart setup --example prints a file to start from, counterpart setup FILE brings it in"
    );
    Ok(App { desk, parties: Arc::new(parties), demonstration: config.demonstration })
}

pub async fn listen(desk: Desk, config: &Config) -> Result<()> {
    let db = desk.db.clone();
    let app = app(desk, config).await?;
    let listener = TcpListener::bind(config.listen).await.with_context(|| format!("the address {} is taken or not ours", config.listen))?;
    tracing::info!(address = %config.listen, "listening");
    let carrier = tokio::spawn(post::run(app.desk.clone(), post::transport(config)?));
    let retention = tokio::spawn(retention::run(app.desk.clone()));
    let clock = tokio::spawn(post::remind(app.desk.clone()));
    axum::serve(listener, web::router(app)).with_graceful_shutdown(stopped()).await?;
    for task in [carrier, retention, clock] {
        task.abort();
    }
    db.close().await;
    Ok(())
}

async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        interrupt.await.ok();
        return;
    };
    tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
}

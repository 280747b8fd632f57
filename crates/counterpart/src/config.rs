//! Configuration of an installation: a TOML file, overridden by `COUNTERPART_…` variables. An unknown key stops the start.

use anyhow::{Context, Result, anyhow, ensure};
use clap::Args;
use serde::Deserialize;
use std::{net::SocketAddr, path::PathBuf};

#[derive(Args)]
pub struct ConfigArgs {
    /// Configuration file; without one, counterpart.toml where there is one, and COUNTERPART_… variables.
    #[arg(long, env = "COUNTERPART_CONFIG", global = true)]
    config: Option<PathBuf>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// Address to listen on.
    #[serde(default = "default_listen")]
    pub listen: SocketAddr,
    /// Address people use, e.g. `https://counterpart.example.org`.
    pub base_url: String,
    /// Where the key that signs receipts is kept; made at the first start. Keep a copy: without it old receipts can't be vouched for.
    #[serde(default = "default_key_file")]
    pub key_file: PathBuf,
    /// Mail server, e.g. `smtps://user:password@mail.example.org`; without one mail is written as .eml files into `mail_folder`.
    pub smtp_url: Option<String>,
    /// Sender of all mail, e.g. `Counterpart <counterpart@example.org>`.
    #[serde(default = "default_mail_from")]
    pub mail_from: String,
    #[serde(default = "default_mail_folder")]
    pub mail_folder: PathBuf,
    #[serde(default)]
    pub demonstration: bool,
}

fn default_listen() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 8080))
}

pub fn default_mail_from() -> String {
    "Counterpart <counterpart@localhost>".into()
}

fn default_mail_folder() -> PathBuf {
    PathBuf::from("mail")
}

fn default_key_file() -> PathBuf {
    PathBuf::from("counterpart.key")
}

/// The keys that a variable of the same name in capitals overrides.
const KEYS: [&str; 7] = ["database_url", "listen", "base_url", "key_file", "smtp_url", "mail_from", "mail_folder"];

pub fn load(args: &ConfigArgs) -> Result<Config> {
    let path = args.config.clone().unwrap_or_else(|| "counterpart.toml".into());
    let shown = path.display();
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        // A container may be configured by its environment alone; a file that was named must be there.
        Err(e) if e.kind() == std::io::ErrorKind::NotFound && args.config.is_none() => String::new(),
        Err(e) => return Err(e).with_context(|| format!("the configuration {shown} can't be read")),
    };
    let mut table: toml::Table =
        toml::from_str(&text).map_err(|e| anyhow!("the configuration {shown} is not TOML: {}", told(&e, &text)))?;
    for key in KEYS {
        if let Ok(value) = std::env::var(format!("COUNTERPART_{}", key.to_uppercase())) {
            table.insert(key.into(), value.into());
        }
    }
    for key in ["database_url", "base_url"] {
        ensure!(table.contains_key(key), "{key} is not set: write it into {shown} or set COUNTERPART_{}", key.to_uppercase());
    }
    table.try_into().map_err(|e: toml::de::Error| anyhow!("the configuration {shown} does not fit: {}", e.message()))
}

/// Where a file stops being TOML and why, on one line.
pub fn told(e: &toml::de::Error, text: &str) -> String {
    let line = e.span().and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1);
    let why = e.message().replace('\n', ", ");
    line.map_or_else(|| why.clone(), |line| format!("line {line}: {why}"))
}

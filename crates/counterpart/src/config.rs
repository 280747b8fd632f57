//! Configuration of an installation: a TOML file, overridden by `COUNTERPART_…` variables. An unknown key stops the start.

use anyhow::{Context, Result};
use clap::Args;
use serde::Deserialize;
use std::{net::SocketAddr, path::PathBuf};

#[derive(Args)]
pub struct ConfigArgs {
    /// Configuration file.
    #[arg(long, env = "COUNTERPART_CONFIG", default_value = "counterpart.toml")]
    config: PathBuf,
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
    let path = args.config.display();
    let text = match std::fs::read_to_string(&args.config) {
        Ok(text) => text,
        // A container may be configured by its environment alone.
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(e) => return Err(e).with_context(|| format!("the configuration {path} can't be read")),
    };
    let mut table: toml::Table = text.parse().with_context(|| format!("the configuration {path} is not TOML"))?;
    for key in KEYS {
        if let Ok(value) = std::env::var(format!("COUNTERPART_{}", key.to_uppercase())) {
            table.insert(key.into(), value.into());
        }
    }
    table.try_into().with_context(|| format!("the configuration {path} does not fit"))
}

//! `counterpart setup` and `counterpart account`: what the operator brings to an empty database before the first officer signs in.

use crate::{
    config::{self, ConfigArgs},
    record, serve,
};
use actions::{Desk, Viewer, account};
use anyhow::{Context, Result, anyhow, bail, ensure};
use clap::{Args, Subcommand};
use domain::{
    Currency, Lang, PartyCode, Role,
    account::{Account, LINK_SECONDS},
    party::Party,
    time::Zone,
};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A whole file to start from.
const EXAMPLE: &str = include_str!("../data/setup.example.toml");

#[derive(Args)]
pub struct SetupArgs {
    /// File with the two parties, their bodies and programmes. Adding to it and running again adds what is new.
    #[arg(required_unless_present = "example")]
    file: Option<PathBuf>,
    /// Print a whole file to start from.
    #[arg(long)]
    example: bool,
    #[command(flatten)]
    config: ConfigArgs,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    party: Vec<Stated>,
    #[serde(default)]
    programme: Vec<record::File>,
}

/// A party as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated {
    code: String,
    name: record::Words,
    /// ISO 3166-1 alpha-2.
    country: String,
    currency: String,
    /// E.g. `Europe/Copenhagen`.
    zone: String,
}

pub async fn setup(args: SetupArgs) -> Result<()> {
    let Some(path) = args.file.filter(|_| !args.example) else {
        print!("{EXAMPLE}");
        return Ok(());
    };
    let (parties, programmes) = read(&path)?;
    let desk = serve::desk(&config::load(&args.config)?).await?;
    actions::party::save(&desk, &Viewer::operator(), &parties).await?;
    for party in &parties {
        println!("party {}: {}, {}, {}", party.code, party.name.en, party.currency.code(), party.zone.name());
    }
    for programme in &programmes {
        let new = record::keep(&desk, programme).await.with_context(|| format!("the programme {}", programme.slug))?;
        println!("programme {}: {}", programme.slug, if new { "added with its bodies" } else { "stands already and was left as it is" });
    }
    desk.db.close().await;
    println!("Next, for each office: counterpart account add --name NAME --email ADDRESS --role officer --party {}", parties[0].code);
    println!("A server that is running shows the parties after its next start.");
    Ok(())
}

fn read(path: &Path) -> Result<([Party; 2], Vec<record::File>)> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("the file {shown} can't be read"))?;
    let file: File = toml::from_str(&text).map_err(|e| anyhow!("the file {shown} does not fit: {}", config::told(&e, &text)))?;
    let parties = file.party.iter().map(party).collect::<Result<Vec<_>>>()?;
    let count = parties.len();
    let parties = parties.try_into().map_err(|_| anyhow!("the file {shown} states {count} parties; a node has two"))?;
    Ok((parties, file.programme))
}

fn party(s: &Stated) -> Result<Party> {
    let country = s.country.len() == 2 && s.country.bytes().all(|b| b.is_ascii_uppercase());
    ensure!(country, "party {}: the country '{}' is not two capitals as in ISO 3166-1", s.code, s.country);
    Ok(Party {
        code: PartyCode::parse(&s.code).with_context(|| format!("party '{}': a code is two to eight capitals", s.code))?,
        name: record::text(&s.name),
        country: s.country.clone(),
        currency: Currency::parse(&s.currency).with_context(|| format!("party {}: the currency '{}' is not known", s.code, s.currency))?,
        zone: Zone::parse(&s.zone).map_err(|_| anyhow!("party {}: the time zone '{}' is not known", s.code, s.zone))?,
    })
}

#[derive(Args)]
pub struct AccountArgs {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    config: ConfigArgs,
}

#[derive(Subcommand)]
enum Act {
    /// Add a person and print a sign-in address.
    Add {
        #[arg(long)]
        name: String,
        #[command(flatten)]
        held: Held,
        /// Language of the screens and mails: da, en or zh-Hans.
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Give a person one more role.
    Role {
        #[command(flatten)]
        held: Held,
    },
    /// Print a new sign-in address for a person.
    Link {
        #[arg(long)]
        email: String,
    },
    /// Everybody who may sign in, with their roles.
    List,
}

/// A person and a role.
#[derive(Args)]
struct Held {
    #[arg(long)]
    email: String,
    /// officer, expert, board, auditor or applicant.
    #[arg(long)]
    role: String,
    /// The party the role is held for; none for applicants.
    #[arg(long)]
    party: Option<String>,
}

impl Held {
    fn role(&self) -> Result<(Role, Option<PartyCode>)> {
        let names = Role::ALL.map(Role::code).join(", ");
        let role = Role::parse(&self.role).with_context(|| format!("the role '{}' is not one of {names}", self.role))?;
        let code = |p: &String| PartyCode::parse(p).with_context(|| format!("party '{p}': a code is two to eight capitals"));
        Ok((role, self.party.as_ref().map(code).transpose()?))
    }
}

pub async fn accounts(args: AccountArgs) -> Result<()> {
    let desk = serve::desk(&config::load(&args.config)?).await?;
    let done = act(&desk, args.act).await;
    desk.db.close().await;
    done
}

async fn act(desk: &Desk, act: Act) -> Result<()> {
    let operator = Viewer::operator();
    match act {
        Act::Add { name, held, lang } => {
            if name.trim().is_empty() {
                bail!("the name is empty");
            }
            let lang = Lang::parse(&lang).with_context(|| format!("the language '{lang}' is not one of da, en, zh-Hans"))?;
            account::add(desk, &operator, &name, &held.email, lang, vec![held.role()?]).await?;
            link(desk, &held.email).await
        }
        Act::Role { held } => {
            let (role, party) = held.role()?;
            account::add_role(desk, &operator, &held.email, role, party).await?;
            println!("{}", line(&account::find(desk, &operator, &held.email).await?));
            Ok(())
        }
        Act::Link { email } => link(desk, &email).await,
        Act::List => {
            for account in account::list(desk, &operator).await? {
                println!("{}", line(&account));
            }
            Ok(())
        }
    }
}

async fn link(desk: &Desk, email: &str) -> Result<()> {
    let account = account::find(desk, &Viewer::operator(), email).await?;
    let address = account::link(desk, &Viewer::operator(), &account.id, false).await?;
    println!("{}", line(&account));
    println!("Sign in within {} minutes, once: {address}", LINK_SECONDS / 60);
    Ok(())
}

fn line(account: &Account) -> String {
    let role = |(role, party): &(Role, Option<PartyCode>)| match party {
        Some(party) => format!("{} {party}", role.code()),
        None => role.code().to_string(),
    };
    let roles = account.roles.iter().map(role).collect::<Vec<_>>().join(", ");
    format!("{} <{}>, {}: {roles}", account.name, account.email, account.lang.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_a_whole_file() {
        let path = std::env::temp_dir().join(format!("counterpart-example-{}.toml", std::process::id()));
        std::fs::write(&path, EXAMPLE).unwrap();
        let (parties, programmes) = read(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(parties.map(|p| (p.code.to_string(), p.currency)), [("RM".into(), Currency::Dkk), ("SH".into(), Currency::Cny)]);
        assert_eq!(programmes.len(), 1);
    }
}

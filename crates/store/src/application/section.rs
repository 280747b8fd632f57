//! Versions of a form's sections: who last saved each, so that two editors of one section meet and those of different ones do not.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{Instant, Permit, ids::ApplicationId};

sql! {
    FIND = "select version, by, at from application_section where application = $1 and name = $2";
    PUT = "insert into application_section (application, name, version, by, at) values ($1, $2, $3, $4, $5)
           on conflict (application, name) do update set version = excluded.version, by = excluded.by, at = excluded.at";
}

/// The state of one section; version 0 where it was never saved.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Section {
    pub version: i64,
    /// Name of who saved it last.
    pub by: String,
    pub at: Option<Instant>,
}

pub async fn find(tx: &mut Tx, id: &ApplicationId, name: &str) -> Result<Section> {
    Ok(match tx.first(FIND, &[id.as_str().into(), name.into()]).await? {
        Some(r) => Section { version: r.int("version")?, by: r.text("by")?, at: r.opt_at("at")? },
        None => Section::default(),
    })
}

pub async fn put(tx: &mut Tx, _permit: &Permit, id: &ApplicationId, name: &str, version: i64, by: &str, at: Instant) -> Result<()> {
    tx.run(PUT, &[id.as_str().into(), name.into(), version.into(), by.into(), at.into()]).await?;
    Ok(())
}

//! The parties of this node.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{Currency, PartyCode, Permit, party::Party, time::Zone};

sql! {
    LIST = "select code, name, country, currency, zone from party order by code";
    INSERT = "insert into party (code, name, country, currency, zone) values ($1, $2, $3, $4, $5)
              on conflict (code) do update set name = excluded.name, country = excluded.country, currency = excluded.currency, zone = excluded.zone";
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Party>> {
    let rows = tx.all(LIST, &[]).await?;
    rows.iter()
        .map(|r| {
            Ok(Party {
                code: r.parse("code", PartyCode::parse)?,
                name: r.text3("name")?,
                country: r.text("country")?,
                currency: r.parse("currency", Currency::parse)?,
                zone: r.parse("zone", |z| Zone::parse(z).ok())?,
            })
        })
        .collect()
}

pub async fn save(tx: &mut Tx, _permit: &Permit, p: &Party) -> Result<()> {
    let args = [(&p.code).into(), (&p.name).into(), (&p.country).into(), p.currency.code().into(), p.zone.name().into()];
    tx.run(INSERT, &args).await?;
    Ok(())
}

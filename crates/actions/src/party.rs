//! The two parties of a node; the operator's act.

use crate::{Desk, Result, Viewer};
use domain::{Action, Refusal, Subject, decide, party::Party, refusal::Value};
use serde_json::json;

/// Keeps the parties as stated. A node has two; a party's currency stands once it is known, because amounts are kept in it.
pub async fn save(desk: &Desk, viewer: &Viewer, parties: &[Party; 2]) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditProgramme, &Subject::Site)?;
    if parties[0].code == parties[1].code {
        return Err(Refusal::new("party-twice", vec![("party", Value::Text(parties[0].code.to_string()))]).into());
    }
    let mut tx = desk.db.write().await?;
    for known in store::party::list(&mut tx).await? {
        let Some(stated) = parties.iter().find(|p| p.code == known.code) else {
            return Err(Refusal::new("party-third", vec![("party", Value::Text(known.code.to_string()))]).into());
        };
        if stated.currency != known.currency {
            let args = vec![("party", Value::Text(known.code.to_string())), ("currency", Value::Text(known.currency.code().into()))];
            return Err(Refusal::new("party-currency", args).into());
        }
    }
    for party in parties {
        store::party::save(&mut tx, &permit, party).await?;
        desk.record(
            &mut tx,
            &permit,
            "party",
            party.code.as_str(),
            json!({ "currency": party.currency.code(), "zone": party.zone.name() }),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(())
}

//! Files as they came, kept by content.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{Instant, Permit, ids::DocumentId};

sql! {
    INSERT = "insert into document (id, name, media_type, sha256, size, bytes, at) values ($1, $2, $3, $4, $5, $6, $7)";
    FIND = "select id, name, media_type, sha256, bytes from document where id = $1";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: DocumentId,
    pub name: String,
    pub media_type: String,
    /// Of the bytes, hex.
    pub sha256: String,
    pub bytes: Vec<u8>,
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, d: &Document, at: Instant) -> Result<()> {
    let args = [
        d.id.as_str().into(),
        (&d.name).into(),
        (&d.media_type).into(),
        (&d.sha256).into(),
        (d.bytes.len() as i64).into(),
        d.bytes.as_slice().into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    Ok(())
}

pub async fn find(tx: &mut Tx, _permit: &Permit, id: &DocumentId) -> Result<Option<Document>> {
    let row = tx.first(FIND, &[id.as_str().into()]).await?;
    row.map(|r| {
        Ok(Document {
            id: r.parse("id", DocumentId::parse)?,
            name: r.text("name")?,
            media_type: r.text("media_type")?,
            sha256: r.text("sha256")?,
            bytes: r.bytes("bytes")?,
        })
    })
    .transpose()
}

//! Is a receipt genuine? Open to everybody; answers only what the one who asks already holds.

use crate::{Desk, Result};
use domain::{Action, Instant, Lang, Subject, decide};
use dossier::{Digest, Envelope, wire};
use store::application::submission::{self, Frozen};

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Submitted here, stored unchanged, and the signature holds.
    Genuine(Genuine),
    /// Nothing with this number or content was submitted here.
    Unknown,
    /// Found, but bytes or signature no longer fit: the record was altered.
    Altered(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Genuine {
    pub number: String,
    pub at: Instant,
    pub sha256: String,
    pub key: String,
    pub late: bool,
}

/// Looks up a receipt's number, a fingerprint (64 hexadecimal digits), or the dossier itself as JSON text.
pub async fn verify(desk: &Desk, asked: &[u8]) -> Result<Verdict> {
    decide(&crate::Viewer::nobody(Lang::En).actor(), Action::ReadPublic, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let text = std::str::from_utf8(asked).unwrap_or("").trim();
    let found = match Digest::parse(text) {
        Some(digest) => submission::find_by_sha256(&mut tx, &digest.hex()).await?,
        None if text.len() <= 40 => submission::find_by_number(&mut tx, &text.to_uppercase()).await?,
        None => by_content(&mut tx, asked, text).await?,
    };
    Ok(match found {
        Some(frozen) => judge(desk, &frozen),
        None => Verdict::Unknown,
    })
}

/// The bytes as they came, or without the blanks and line ends that copying adds.
async fn by_content(tx: &mut store::Tx, asked: &[u8], text: &str) -> Result<Option<Frozen>> {
    if let Some(found) = submission::find_by_sha256(tx, &Digest::of(asked).hex()).await? {
        return Ok(Some(found));
    }
    Ok(submission::find_by_sha256(tx, &Digest::of(text.as_bytes()).hex()).await?)
}

fn judge(desk: &Desk, f: &Frozen) -> Verdict {
    let altered = || Verdict::Altered(f.number.clone());
    let Ok(envelope) = Envelope::from_json(&f.receipt) else { return altered() };
    let Ok(receipt) = wire::Receipt::verify(&envelope, &[desk.signer().public()]) else { return altered() };
    let digest = Digest::of(&f.dossier);
    let fits = receipt.dossier == digest && digest.hex() == f.sha256 && receipt.number == f.number && receipt.submitted == f.at.micros();
    if !fits {
        return altered();
    }
    Verdict::Genuine(Genuine { number: f.number.clone(), at: f.at, sha256: f.sha256.clone(), key: f.key_id.clone(), late: f.late })
}

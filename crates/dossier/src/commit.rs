//! Sealed priority lists: commit, then reveal (exchange protocol 5.8; R142-R144).
//!
//! Each side publishes a commitment and its list under a fresh key; when both are in, key and salt are given.
//! The cipher alone would not bind: ciphers of this family let one ciphertext open to different texts under
//! different keys. So the SHA-256 commitment is checked after decryption, always. The salt keeps a short list from being
//! guessed (8 projects have only 40,320 orders).
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::digest::{from_hex, to_hex};
use crate::{Digest, Slip};

const LABEL: &[u8] = b"counterpart/list-commit/v1";
const ROSTER_LABEL: &[u8] = b"counterpart/roster/v1";

/// What a list is about. The party and the link keep one side from handing in a copy of the other's commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context<'a> {
    /// The link between two nodes, or the programme where both parties use one installation.
    pub link: &'a str,
    pub call: &'a str,
    /// Goes up when a round is declared void and both seal again.
    pub round: u32,
    pub party: &'a str,
    /// Fingerprint of the projects that may be on the list, see [`roster`].
    pub roster: Digest,
}

/// A sealed list: safe to publish before the reveal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    pub commitment: Digest,
    #[serde(serialize_with = "hex_nonce", deserialize_with = "nonce_hex")]
    pub nonce: [u8; 24],
    #[serde(serialize_with = "base64_out", deserialize_with = "base64_in")]
    pub ciphertext: Vec<u8>,
}

/// What was revealed is not what was sealed. The list must not be used, and the attempt is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevealMismatch {
    /// The key does not open the ciphertext in this context.
    Cipher,
    /// It opens, but to something else than was committed to, or with another salt.
    Commitment,
}

/// Seals the canonical bytes of a list. `slip` and `nonce` must be fresh random bytes, used once.
pub fn seal(list: &[u8], context: &Context, slip: &Slip, nonce: [u8; 24]) -> Sealed {
    let payload = Payload { msg: list, aad: &context.bytes() };
    // Fails only for texts of more than 256 GiB; an empty ciphertext can never be opened.
    let ciphertext = cipher(slip).encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
    Sealed { commitment: commitment(list, context, &slip.salt), nonce, ciphertext }
}

/// Opens a sealed list with what its party revealed.
pub fn open(sealed: &Sealed, context: &Context, slip: &Slip) -> Result<Vec<u8>, RevealMismatch> {
    let payload = Payload { msg: &sealed.ciphertext, aad: &context.bytes() };
    let list = cipher(slip).decrypt(&XNonce::from(sealed.nonce), payload).map_err(|_| RevealMismatch::Cipher)?;
    if commitment(&list, context, &slip.salt) == sealed.commitment { Ok(list) } else { Err(RevealMismatch::Commitment) }
}

/// SHA-256 over label, link, call, round, party, roster, salt and list, each with its length before it.
pub fn commitment(list: &[u8], context: &Context, salt: &[u8; 32]) -> Digest {
    let round = context.round.to_be_bytes();
    let Context { link, call, party, roster, .. } = context;
    Digest::of_fields(&[LABEL, link.as_bytes(), call.as_bytes(), &round, party.as_bytes(), &roster.0, salt, list])
}

/// Fingerprint of the projects of a round: (project id, fingerprint of its dossier), in any order.
pub fn roster(projects: &[(&str, Digest)]) -> Digest {
    let mut projects = projects.to_vec();
    projects.sort();
    let mut fields: Vec<&[u8]> = vec![ROSTER_LABEL];
    for (id, dossier) in &projects {
        fields.push(id.as_bytes());
        fields.push(&dossier.0);
    }
    Digest::of_fields(&fields)
}

impl Context<'_> {
    /// Binds the ciphertext to its context, as the commitment is.
    fn bytes(&self) -> [u8; 32] {
        let round = self.round.to_be_bytes();
        let Context { link, call, party, roster, .. } = self;
        Digest::of_fields(&[LABEL, link.as_bytes(), call.as_bytes(), &round, party.as_bytes(), &roster.0]).0
    }
}

fn cipher(slip: &Slip) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&slip.key.into())
}

fn hex_nonce<S: Serializer>(nonce: &[u8; 24], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&to_hex(nonce))
}

fn nonce_hex<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[u8; 24], D::Error> {
    let text = String::deserialize(deserializer)?;
    from_hex(&text).ok_or_else(|| serde::de::Error::custom("a nonce is 48 hexadecimal digits"))
}

fn base64_out<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

fn base64_in<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    STANDARD.decode(text).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests;

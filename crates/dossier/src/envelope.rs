//! DSSE v1 envelopes (secure-systems-lab/dsse, protocol.md): signed bytes that say what they are.
//!
//! The signature covers the type and the raw body. Read the body only as returned by `verify`.
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use serde::{Deserialize, Serialize};

use crate::{KeyId, PublicKey, Signature, Signer};

/// More signatures than this in one envelope are not tried.
const MOST_SIGNATURES: usize = 8;

/// An envelope as it is stored and sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    #[serde(rename = "payloadType")]
    payload_type: String,
    payload: String,
    signatures: Vec<Signed>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Signed {
    #[serde(default)]
    keyid: String,
    sig: String,
}

/// Why an envelope is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unverified {
    /// Not an envelope at all.
    Malformed,
    /// Signed, but as another kind of thing.
    WrongType,
    /// No signature by any of the given keys fits.
    NoSignature,
}

/// A body that was signed, and by which key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub body: Vec<u8>,
    pub key: KeyId,
}

/// The type of a kind of message: `application/vnd.counterpart.<kind>.v1+json`.
pub fn payload_type(kind: &str) -> String {
    format!("application/vnd.counterpart.{kind}.v1+json")
}

impl Envelope {
    /// Signs a body as a message of `kind` ("receipt", "dossier", "list.commit", …).
    pub fn sign(kind: &str, body: &[u8], signer: &Signer) -> Envelope {
        let payload_type = payload_type(kind);
        let sig = STANDARD.encode(signer.sign(&pre_authentication(&payload_type, body)));
        let signatures = vec![Signed { keyid: signer.id().0, sig }];
        Envelope { payload_type, payload: STANDARD.encode(body), signatures }
    }

    /// Returns the body if one of `keys` signed it as `kind`. The key id in the envelope is not trusted.
    pub fn verify(&self, kind: &str, keys: &[PublicKey]) -> Result<Verified, Unverified> {
        let body = decode(&self.payload).ok_or(Unverified::Malformed)?;
        let message = pre_authentication(&self.payload_type, &body);
        for signed in self.signatures.iter().take(MOST_SIGNATURES) {
            let signature: Signature = decode(&signed.sig).and_then(|s| s.try_into().ok()).ok_or(Unverified::Malformed)?;
            let Some(key) = keys.iter().find(|k| k.verify(&message, &signature).is_ok()) else {
                continue;
            };
            // Checked after the signature: only a signed type means anything.
            if self.payload_type != payload_type(kind) {
                return Err(Unverified::WrongType);
            }
            return Ok(Verified { body, key: key.id() });
        }
        Err(Unverified::NoSignature)
    }

    /// The body without any check, to show an unverified envelope to a person. Never act on it.
    pub fn unverified_body(&self) -> Option<Vec<u8>> {
        decode(&self.payload)
    }

    /// The key that is said to have signed.
    pub fn claimed_key(&self) -> Option<KeyId> {
        self.signatures.first().map(|s| KeyId(s.keyid.clone()))
    }

    pub fn to_json(&self) -> String {
        // Strings only: this cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn from_json(text: &str) -> Result<Envelope, Unverified> {
        serde_json::from_str(text).map_err(|_| Unverified::Malformed)
    }
}

/// PAE of the protocol: every part carries its length, so parts cannot be moved into one another.
fn pre_authentication(payload_type: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("DSSEv1 {} {payload_type} {} ", payload_type.len(), body.len()).into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// The protocol asks readers to accept both alphabets.
fn decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).or_else(|_| URL_SAFE.decode(text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer(seed: u8) -> Signer {
        Signer::from_seed(&[seed; 32])
    }

    #[test]
    fn the_protocol_s_example() {
        let bytes = pre_authentication("http://example.com/HelloWorld", b"hello world");
        assert_eq!(bytes, b"DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    #[test]
    fn a_signed_body_comes_back() {
        let envelope = Envelope::sign("receipt", "{\"by\":\"Århus\"}".as_bytes(), &signer(1));
        let read = Envelope::from_json(&envelope.to_json()).unwrap();
        assert_eq!(read, envelope);
        let keys = [signer(2).public(), signer(1).public()];
        let verified = read.verify("receipt", &keys).unwrap();
        assert_eq!(verified.body, "{\"by\":\"Århus\"}".as_bytes());
        assert_eq!(verified.key, signer(1).id());
    }

    #[test]
    fn tampering_is_found() {
        let good = Envelope::sign("receipt", b"body", &signer(1));
        let keys = [signer(1).public()];
        assert_eq!(good.verify("dossier", &keys), Err(Unverified::WrongType));
        assert_eq!(good.verify("receipt", &[signer(2).public()]), Err(Unverified::NoSignature));
        assert_eq!(good.verify("receipt", &[]), Err(Unverified::NoSignature));
        let mut other = good.clone();
        other.payload = STANDARD.encode(b"Body");
        assert_eq!(other.verify("receipt", &keys), Err(Unverified::NoSignature));
        let mut other = good.clone();
        other.payload_type = payload_type("dossier");
        assert_eq!(other.verify("dossier", &keys), Err(Unverified::NoSignature));
        let mut other = good.clone();
        other.signatures[0].sig = "AAAA".into();
        assert_eq!(other.verify("receipt", &keys), Err(Unverified::Malformed));
        let mut other = good;
        other.signatures[0].keyid = "somebody else".into();
        assert!(other.verify("receipt", &keys).is_ok(), "the key id is only a hint");
        assert_eq!(Envelope::from_json("{}"), Err(Unverified::Malformed));
    }
}

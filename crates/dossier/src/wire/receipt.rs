//! The receipt for a submission (R132): what was received, when, and by whom it is vouched for.
use serde::{Deserialize, Serialize};

use crate::canonical::{self, Uncanonical};
use crate::{Digest, Envelope, PublicKey, Signer, envelope};

const KIND: &str = "receipt";

/// What the applicant can show later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// [`crate::wire::VERSION`].
    pub v: u32,
    /// The number printed on it.
    pub number: String,
    pub call: String,
    pub application: String,
    pub version: u32,
    /// Microseconds since 1970 UTC.
    pub submitted: i64,
    /// Fingerprint of the frozen dossier.
    pub dossier: Digest,
    /// Length of the frozen dossier in bytes.
    pub length: u64,
}

/// Why a receipt is not believed.
#[derive(Debug)]
pub enum ReceiptError {
    Envelope(envelope::Unverified),
    Body(Uncanonical),
}

impl Receipt {
    pub fn sign(&self, signer: &Signer) -> Result<Envelope, Uncanonical> {
        Ok(Envelope::sign(KIND, &canonical::to_bytes(self)?, signer))
    }

    /// The receipt in an envelope, if one of `keys` signed it.
    pub fn verify(envelope: &Envelope, keys: &[PublicKey]) -> Result<Receipt, ReceiptError> {
        let verified = envelope.verify(KIND, keys).map_err(ReceiptError::Envelope)?;
        canonical::from_bytes(&verified.body).map_err(ReceiptError::Body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_verified_by_its_key_only() {
        let receipt = Receipt {
            v: 1,
            number: "RM-2009-0042".into(),
            call: "c".into(),
            application: "a".into(),
            version: 1,
            submitted: 1_258_000_000_000_000,
            dossier: Digest::of(b"dossier"),
            length: 7,
        };
        let signer = Signer::from_seed(&[1; 32]);
        let envelope = receipt.sign(&signer).unwrap();
        assert_eq!(Receipt::verify(&envelope, &[signer.public()]).unwrap(), receipt);
        let other = Signer::from_seed(&[2; 32]).public();
        assert!(matches!(Receipt::verify(&envelope, &[other]), Err(ReceiptError::Envelope(envelope::Unverified::NoSignature))));
        let dossier = Envelope::sign("dossier", b"{}", &signer);
        assert!(matches!(Receipt::verify(&dossier, &[signer.public()]), Err(ReceiptError::Envelope(envelope::Unverified::WrongType))));
    }
}

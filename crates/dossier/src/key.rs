//! Ed25519 keys: a `Signer` is all that ever leaves the place where the seed is kept.
use std::fmt;

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};

use crate::digest::{Digest, from_hex, to_hex};

/// A signature, 64 bytes (RFC 8032).
pub type Signature = [u8; 64];

/// The name of a key: the first 16 hexadecimal digits of the SHA-256 of its public half. A hint, never a proof.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId(pub String);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Signs for a node. Its secret cannot be read back and is wiped when it is dropped.
pub struct Signer {
    key: SigningKey,
}

impl Signer {
    /// A signer from 32 secret random bytes, which the caller keeps.
    pub fn from_seed(seed: &[u8; 32]) -> Signer {
        Signer { key: SigningKey::from_bytes(seed) }
    }

    pub fn public(&self) -> PublicKey {
        PublicKey(self.key.verifying_key())
    }

    pub fn id(&self) -> KeyId {
        self.public().id()
    }

    pub fn sign(&self, message: &[u8]) -> Signature {
        self.key.sign(message).to_bytes()
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.id())
    }
}

/// The bytes are no usable public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadKey;

/// The signature does not belong to the message and key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadSignature;

/// A public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Refuses bytes that are no point, and weak points, for which anybody can make signatures.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<PublicKey, BadKey> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| BadKey)?;
        if key.is_weak() { Err(BadKey) } else { Ok(PublicKey(key)) }
    }

    pub fn from_hex(text: &str) -> Result<PublicKey, BadKey> {
        PublicKey::from_bytes(&from_hex(text).ok_or(BadKey)?)
    }

    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// 64 lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        to_hex(&self.bytes())
    }

    pub fn id(&self) -> KeyId {
        KeyId(Digest::of(&self.bytes()).hex()[..16].to_owned())
    }

    /// Strict verification: exactly one signature of a message is accepted, so that a signature can be compared.
    pub fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), BadSignature> {
        self.0.verify_strict(message, &ed25519_dalek::Signature::from_bytes(signature)).map_err(|_| BadSignature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// RFC 8032 section 7.1, tests 1 to 3: seed, public key, message, signature.
    const VECTORS: [(&str, &str, &[u8], &str); 3] = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            &[],
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            &[0x72],
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            &[0xaf, 0x82],
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ];

    #[test]
    fn rfc_8032_vectors() {
        for (seed, public, message, signature) in VECTORS {
            let signer = Signer::from_seed(&from_hex(seed).unwrap());
            assert_eq!(signer.public().hex(), public);
            assert_eq!(to_hex(&signer.sign(message)), signature);
            assert_eq!(signer.public().verify(message, &signer.sign(message)), Ok(()));
            assert_eq!(signer.public().verify(b"another", &signer.sign(message)), Err(BadSignature));
        }
    }

    #[test]
    fn weak_and_broken_keys_are_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;
        // The identity, the point of order 4, and bytes that are no point.
        for bytes in [identity, [0; 32], [2; 32]] {
            assert_eq!(PublicKey::from_bytes(&bytes), Err(BadKey), "{bytes:?}");
        }
        assert_eq!(PublicKey::from_hex("abc"), Err(BadKey));
    }

    #[test]
    fn the_secret_is_not_shown() {
        let signer = Signer::from_seed(&[7; 32]);
        assert_eq!(format!("{signer:?}"), format!("Signer({})", signer.id()));
        assert_eq!(signer.id().0.len(), 16);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_changed_bit_breaks_a_signature(seed: [u8; 32], message in proptest::collection::vec(any::<u8>(), 1..80), bit in 0usize..512) {
            let signer = Signer::from_seed(&seed);
            let mut signature = signer.sign(&message);
            prop_assert_eq!(signer.public().verify(&message, &signature), Ok(()));
            signature[bit / 8] ^= 1 << (bit % 8);
            prop_assert_eq!(signer.public().verify(&message, &signature), Err(BadSignature));
        }
    }
}

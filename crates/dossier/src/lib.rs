//! The bytes that are frozen, fingerprinted, signed, sealed and exchanged: the only crate that defines them.
//!
//! Pure: seeds, salts, keys, nonces and times are given by the caller. Wire structs are allow-lists; nothing that
//! is not named here can leave a node, and no field here holds personal data.

pub mod canonical;
pub mod commit;
mod digest;
pub mod envelope;
mod key;
mod slip;
pub mod wire;

pub use digest::Digest;
pub use envelope::Envelope;
pub use key::{BadKey, BadSignature, KeyId, PublicKey, Signature, Signer};
pub use slip::{Slip, SlipError};

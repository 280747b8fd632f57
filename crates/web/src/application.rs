//! Applications on screen: the applicants' steps, the participant's confirmation, receipts, the desks' list, the check of a receipt.

pub mod budget;
pub mod confirmation;
pub mod desk;
pub mod dossier;
pub mod export;
pub mod file;
pub mod guide;
pub mod late;
pub mod merge;
pub mod mine;
pub mod participant;
pub mod project;
pub mod question;
pub mod receipt;
pub mod save;
pub mod submission;
pub mod verify;

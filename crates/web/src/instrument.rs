//! Screens of texts: the register, one text, its files, and what officers do with it.

pub mod desk;
pub mod edit;
pub mod part;
pub mod public;

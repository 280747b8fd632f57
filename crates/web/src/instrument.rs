//! Screens of texts: the register, one text, its files, and what officers do with it.

pub mod public;

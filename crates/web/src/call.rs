//! Calls on the screen: for everybody, and for the offices that set them up.

pub mod desk;
pub mod form;
pub mod public;
pub mod publication;

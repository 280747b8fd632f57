//! What every screen stands on. Features use `kit`, never each other.

pub mod app;
pub mod error;
pub mod export;
pub mod form;
pub mod frame;
pub mod layer;
pub mod listing;
#[cfg(test)]
mod sample;
pub mod visit;

pub use app::App;
pub use error::{Answer, Problem};
pub use form::{Fields, File};
pub use frame::Frame;
pub use listing::Listing;
pub use visit::{Visit, see_other};

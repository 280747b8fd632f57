//! What every screen stands on. Features use `kit`, never each other.

pub mod answered;
pub mod app;
pub mod autosave;
pub mod changes;
pub mod error;
pub mod export;
pub mod figures;
pub mod form;
pub mod frame;
pub mod kept;
pub mod later;
pub mod layer;
pub mod listing;
#[cfg(test)]
mod sample;
mod summary;
pub mod visit;
pub mod words;

pub use app::App;
pub use error::{Answer, Problem};
pub use form::{Fields, File};
pub use frame::Frame;
pub use later::Later;
pub use listing::Listing;
pub use visit::{Visit, see_other};

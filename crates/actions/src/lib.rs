//! What a person or a node can do: load, permit, decide, save, record. No HTTP, no SQL.

pub mod account;
pub mod activity;
pub mod application;
pub mod assessment;
pub mod book;
pub mod call;
pub mod delegation;
mod desk;
mod error;
pub mod event;
pub mod fact;
pub mod grant;
pub mod handling;
pub mod house;
pub mod idea;
pub mod instrument;
pub mod journal;
pub mod named;
pub mod news;
pub mod office;
pub mod organisation;
pub mod outbox;
pub mod partnership;
pub mod party;
pub mod person;
pub mod place;
pub mod priority;
pub mod programme;
pub mod source;
pub mod table;
mod viewer;
pub mod words;

pub use desk::{Desk, Sources};
pub use domain;
pub use error::{Error, Result};
pub use viewer::Viewer;

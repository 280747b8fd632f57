//! The screens: axum routes, page structs, askama templates. Every journey works without JavaScript.

pub mod about;
pub mod account;
pub mod activity;
pub mod application;
pub mod assessment;
pub mod book;
pub mod call;
pub mod collaboration;
pub mod delegation;
pub mod event;
pub mod fact;
pub mod grant;
pub mod handling;
pub mod house;
pub mod idea;
pub mod instrument;
pub mod journal;
pub mod kit;
pub mod news;
pub mod note;
pub mod offer;
pub mod office;
pub mod organisation;
pub mod partnership;
pub mod person;
pub mod place;
pub mod presence;
pub mod priority;
pub mod programme;
pub mod routes;
pub mod see;
pub mod source;

pub use kit::app::App;
pub use routes::router;

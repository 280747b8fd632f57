//! Everything that needs a database, in one binary: both engines, actions, pages.

mod account;
mod application;
mod apply;
mod assessment;
mod assessment_pages;
mod bad_input;
mod book;
mod call;
mod cost;
mod deadline;
mod grant;
mod grant_page;
mod handling;
mod idea;
mod kept;
mod leak;
mod outbox;
mod permission;
mod priority;
mod priority_pages;
mod public;
mod store;
mod tidy;

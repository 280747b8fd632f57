//! Every SQL statement, in one text for SQLite and PostgreSQL. Only this crate names sqlx.
//!
//! Types in the database: `text, bigint, double precision` and `{BLOB}`; ids are UUIDv7 text, times are bigint microseconds UTC,
//! days are `YYYY-MM-DD` text, money is bigint minor units, flags are 0 or 1, three-language texts are JSON text.

pub mod account;
pub mod activity;
pub mod alias;
pub mod application;
pub mod assessment;
pub mod book;
pub mod call;
pub mod collaboration;
pub mod db;
pub mod delegation;
pub mod document;
pub mod engine;
pub mod event;
pub mod fact;
pub mod form_key;
pub mod grant;
pub mod handling;
pub mod idea;
pub mod instrument;
pub mod journal;
pub mod migration;
pub mod named;
pub mod news;
pub mod note;
pub mod offer;
pub mod office;
pub mod organisation;
pub mod outbox;
pub mod partnership;
pub mod party;
pub mod person;
pub mod place;
pub mod presence;
pub mod priority;
pub mod programme;
pub mod reminder;
pub mod renewal;
pub mod revision;
mod row;
pub mod see;
pub mod source;
mod sql;
pub mod waiting;

pub use db::{Db, Tx};
pub use row::{Row, Value};

/// Every statement in the house, by module, for the test that prepares them all on both engines.
pub fn statements() -> Vec<(&'static str, &'static str)> {
    [
        account::ALL,
        activity::ALL,
        alias::ALL,
        application::statements(),
        assessment::statements(),
        call::ALL,
        delegation::ALL,
        delegation::part::ALL,
        delegation::programme::ALL,
        delegation::request::ALL,
        collaboration::ALL,
        document::ALL,
        event::ALL,
        fact::ALL,
        fact::discord::ALL,
        form_key::ALL,
        grant::ALL,
        grant::letter::ALL,
        grant::letter_problem::ALL,
        grant::write::ALL,
        handling::ALL,
        idea::ALL,
        instrument::ALL,
        instrument::detail::ALL,
        journal::ALL,
        migration::ALL,
        named::ALL,
        news::ALL,
        note::ALL,
        offer::ALL,
        organisation::ALL,
        organisation::link::ALL,
        office::ALL,
        outbox::ALL,
        partnership::ALL,
        partnership::detail::ALL,
        party::ALL,
        person::ALL,
        place::ALL,
        book::finding::ALL,
        book::list::ALL,
        place::pair::ALL,
        priority::ALL,
        priority::fact::ALL,
        priority::list::ALL,
        priority::result::ALL,
        programme::ALL,
        programme::plan::ALL,
        source::ALL,
        reminder::ALL,
        renewal::ALL,
        revision::ALL,
        presence::ALL,
        see::ALL,
        see::known::ALL,
        see::line::ALL,
        see::partner::ALL,
        waiting::ALL,
    ]
    .concat()
}

//! An office's journal: the list with its exports, one line, and the form for a letter.

pub mod book;
pub mod letter;
pub mod line;

//! What the binary and the tests share: the seed content of the partnership book and its loader.

pub mod book;

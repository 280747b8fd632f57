//! What leaves the house on paper: structs in, bytes out. Decision papers, letters and receipts as PDF and HTML, tables
//! as xlsx and CSV. Pure: no clock, no network, no files; the fonts are part of the binary.

#![warn(missing_docs)]

pub mod calendar;
pub mod decision;
pub mod document;
pub mod feed;
mod fonts;
pub mod glyphs;
pub mod html;
pub mod invitation;
pub mod letter;
pub mod pdf;
pub mod qr;
pub mod receipt;
pub mod sheet;
mod voice;

#[cfg(test)]
mod sample;

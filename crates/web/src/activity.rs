//! Activities: the public list and page, the calendar feed; introductions and forms for the offices.

pub mod form;
pub mod index;
pub mod introduction;
pub mod show;

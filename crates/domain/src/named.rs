//! A thing of the book as another thing refers to it: its address and its names.

use crate::Text3;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub slug: String,
    pub name: Text3,
}

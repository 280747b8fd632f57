//! The world of the tests: a node on a temporary database of either engine, with a clock and chance of its own.

mod application;
pub mod assessment;
pub mod call;
pub mod grant;
mod http;
pub mod priority;
mod world;

pub use application::{PartSpec, Spec};
pub use http::Page;
pub use priority::Prioritised;
pub use world::{World, each};

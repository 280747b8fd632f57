//! What the whole server shares.

use actions::Desk;
use domain::party::Party;
use std::sync::Arc;

#[derive(Clone)]
pub struct App {
    pub desk: Desk,
    /// The parties of this node, read at start; they change only at the command line.
    pub parties: Arc<Vec<Party>>,
    /// Made-up people and scores are on the screens: say so.
    pub demonstration: bool,
}

impl App {
    pub fn secure(&self) -> bool {
        self.desk.base_url.starts_with("https://")
    }
}

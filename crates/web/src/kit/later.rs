//! Whose turn it is on a page whose own step is done: the step that the call is at now, and the way there.

use super::Frame;
use actions::priority::reached::Reached;

pub struct Later {
    pub what: String,
    pub href: String,
    pub label: String,
}

impl Later {
    pub fn new(l: &Frame, slug: &str, reached: Reached) -> Later {
        let (key, end, tab) = match reached {
            Reached::Assessing => ("later-assessing", "assessment", "experts"),
            Reached::Ranking => ("later-ranking", "priorities", "priorities"),
            Reached::Meeting => ("priority-turn-meet", "joint", "joint"),
            Reached::Agreed => ("joint-turn-agreed", "grants", "grants"),
        };
        Later { what: l.t(key), href: format!("/calls/{slug}/{end}"), label: l.t(&format!("call-tab-{tab}")) }
    }
}

//! Who pays what: the host the workshop, the visitor the travel (R16, R130, R131). Another payer needs a written reason and is shown as such.

use super::Hosting;
use crate::{Money, Refusal, place::codes, refusal::Value};

codes! {
    Payer { Host = "host", Visitor = "visitor" }
}
codes! {
    What {
        Travel = "travel", Visa = "visa", Insurance = "insurance", Venue = "venue", Meals = "meals", Transport = "transport",
        Interpreting = "interpreting", Material = "material", Stay = "stay", Other = "other",
    }
}

impl What {
    /// Whose it is by the rule; none where the parties are free.
    pub fn payer(self, hosting: Hosting) -> Option<Payer> {
        match (self, hosting) {
            (What::Travel | What::Visa | What::Insurance, _) => Some(Payer::Visitor),
            (What::Venue | What::Interpreting | What::Material, _) => Some(Payer::Host),
            // Board, lodging and local transport follow the agreed hosting.
            (What::Stay | What::Meals | What::Transport, Hosting::Full) => Some(Payer::Host),
            (What::Stay | What::Meals | What::Transport, Hosting::Own) => Some(Payer::Visitor),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    pub what: What,
    pub note: String,
    pub payer: Payer,
    pub money: Money,
    /// Why another than the rule's payer pays.
    pub reason: String,
}

impl Cost {
    pub fn deviates(&self, hosting: Hosting) -> bool {
        self.what.payer(hosting).is_some_and(|p| p != self.payer)
    }
    pub fn check(&self, hosting: Hosting) -> Result<(), Refusal> {
        if self.deviates(hosting) && self.reason.trim().is_empty() {
            let key = match self.payer {
                Payer::Host => "delegation-cost-visitor-pays",
                Payer::Visitor => "delegation-cost-host-pays",
            };
            return Err(Refusal::new(key, vec![("what", Value::Key(what_key(self.what)))]));
        }
        Ok(())
    }
}

fn what_key(what: What) -> &'static str {
    match what {
        What::Travel => "delegation-cost-travel",
        What::Visa => "delegation-cost-visa",
        What::Insurance => "delegation-cost-insurance",
        What::Venue => "delegation-cost-venue",
        What::Meals => "delegation-cost-meals",
        What::Transport => "delegation-cost-transport",
        What::Interpreting => "delegation-cost-interpreting",
        What::Material => "delegation-cost-material",
        What::Stay => "delegation-cost-stay",
        What::Other => "delegation-cost-other",
    }
}

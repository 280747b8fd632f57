//! The gift register in both directions. It warns, also on the counterpart's caps: a gift over the giver's own limit embarrasses the giver.
//!
//! Beijing 2014: at most 400 CNY a person at minister level, 200 CNY at bureau level and below; only the head of a delegation; one gift, from the
//! receiving unit. Denmark: none as a rule, small presents from foreign guests are allowed.

use super::cost::Payer;
use crate::{Currency, Money, Refusal, place::codes, refusal::Value, time::Day};

codes! {
    /// Of the one who receives the gift.
    Level { Minister = "minister", Bureau = "bureau", Below = "below" }
}
codes! {
    Disposal { None = "none", Kept = "kept", Displayed = "displayed", HandedOver = "handed-over", Returned = "returned" }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gift {
    pub day: Day,
    /// Which side gives.
    pub giver: Payer,
    pub giver_name: String,
    /// By post.
    pub recipient: String,
    pub recipient_head: bool,
    pub level: Level,
    pub what: String,
    pub value: Money,
    /// False: declined, which is an entry too.
    pub accepted: bool,
    pub disposal: Disposal,
}

/// Highest value of a present by the Chinese rules of 2014.
pub fn cap(level: Level) -> Money {
    let yuan = if level == Level::Minister { 400 } else { 200 };
    Money::new(yuan * 100, Currency::Cny)
}

/// What an officer should look at; `giver` and `host` are the countries. `others`: the delegation's other gifts.
pub fn warnings(gift: &Gift, giver: &str, receiver: &str, others: &[Gift]) -> Vec<Refusal> {
    let mut out = Vec::new();
    if !gift.accepted {
        return out;
    }
    if giver == "CN" {
        let cap = cap(gift.level);
        if gift.value.currency != cap.currency {
            out.push(Refusal::new("delegation-gift-currency", vec![("limit", Value::Money(cap))]));
        } else if gift.value.minor > cap.minor {
            out.push(Refusal::new("delegation-gift-over-cap", vec![("value", Value::Money(gift.value)), ("limit", Value::Money(cap))]));
        }
        if !gift.recipient_head {
            out.push(Refusal::new("delegation-gift-not-head", vec![]));
        }
        let same = |g: &&Gift| g.accepted && g.giver == gift.giver && g.recipient == gift.recipient;
        if others.iter().any(|g| same(&g)) {
            out.push(Refusal::new("delegation-gift-second", vec![]));
        }
    }
    if receiver == "DK" && gift.disposal == Disposal::None {
        out.push(Refusal::new("delegation-gift-disposal", vec![]));
    }
    out
}

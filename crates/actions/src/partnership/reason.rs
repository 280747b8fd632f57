//! The reason of a signal in words: what was measured, and on which day.

use crate::words::Words;
use domain::partnership::{Signal, SignalKind};

pub fn reason(w: &Words, s: &Signal) -> String {
    let day = s.day.map(|d| w.day(d)).unwrap_or_default();
    let (figure, other) = (s.figure.to_string(), s.other.to_string());
    match s.kind {
        SignalKind::LastIn | SignalKind::LastOut | SignalKind::SeniorIn | SignalKind::SeniorOut => match s.day {
            None => w.say("partnership-reason-none", &[]),
            Some(_) => w.say("partnership-reason-days", &[("day", &day), ("count", &figure)]),
        },
        SignalKind::Overdue if s.figure == 0 => w.say("partnership-reason-overdue-none", &[]),
        SignalKind::Overdue => w.say("partnership-reason-overdue", &[("count", &figure), ("day", &day)]),
        SignalKind::Notice if s.day.is_none() => w.say("partnership-reason-notice-none", &[]),
        SignalKind::Notice => w.say("partnership-reason-notice", &[("day", &day), ("count", &figure)]),
        SignalKind::Reciprocity if s.figure + s.other == 0 => w.say("partnership-reason-reciprocity-none", &[]),
        SignalKind::Reciprocity => w.say("partnership-reason-reciprocity", &[("a", &figure), ("b", &other)]),
        SignalKind::Results if s.figure == 0 => w.say("partnership-reason-results-none", &[]),
        SignalKind::Results if s.day.is_none() => w.say("partnership-reason-results-undated", &[("count", &figure)]),
        SignalKind::Results => w.say("partnership-reason-results", &[("count", &figure), ("day", &day)]),
    }
}

//! An instrument: a signed or to-be-signed text under a partnership. Agreement, letter of intent, MoU, action plan and addendum form a tree (R26-R33).

mod approval;
mod term;
#[cfg(test)]
mod tests;
mod transition;

pub use approval::{Approval, ApprovalKind, Outcome, standing, usual};
pub use term::{Clock, Notice, Span, Term, clock, effective};
pub use transition::{By, Ending, end, enter_force, give_notice, offer, reopen, sign, signed_by, take_back};

use crate::{
    Instant, Text3,
    codes::codes,
    edtf::Edtf,
    ids::{CommitmentId, DocumentId, InstrumentId, PartnershipId, VersionId},
    time::Day,
};
use std::borrow::Borrow;

codes! {
    /// What a text is; each side may name it in its own words beside this.
    Kind {
        Agreement = "agreement", Sister = "sister", Strategic = "strategic", Scientific = "scientific",
        LetterOfIntent = "letter-of-intent", Mou = "mou", ActionPlan = "action-plan", Addendum = "addendum",
    }
    State {
        Draft = "draft", Offered = "offered", Signed = "signed", InForce = "in-force", NoticeGiven = "notice-given", Ended = "ended", Superseded = "superseded",
    }
    /// How a text hangs on the one above it.
    Relation {
        /// Says more precisely what the upper text leaves open (R26).
        Supplements = "supplements",
        /// The upper text became this one (R31).
        TurnedFrom = "turned-from",
        /// A new version in place of the upper one.
        Amends = "amends",
        /// A new term after the upper one.
        Renews = "renews",
    }
    /// The two sides of a partnership, in the order of its parties.
    Side { A = "a", B = "b" }
    /// What happened to the paper.
    Physical { Printed = "printed", Couriered = "couriered", SignedA = "signed-a", SignedB = "signed-b", Exchanged = "exchanged", Archived = "archived" }
    /// Which language version counts where they differ.
    Prevails { Unknown = "unknown", Equal = "equal", Danish = "da", English = "en", Chinese = "zh-Hans" }
    Progress { Open = "open", Met = "met", Partly = "partly", Dropped = "dropped" }
}

impl Side {
    pub fn index(self) -> usize {
        match self {
            Side::A => 0,
            Side::B => 1,
        }
    }
    pub fn other(self) -> Side {
        match self {
            Side::A => Side::B,
            Side::B => Side::A,
        }
    }
}

impl State {
    /// The text binds: it stands on the public page.
    pub fn binds(self) -> bool {
        matches!(self, State::InForce | State::NoticeGiven)
    }
    pub fn over(self) -> bool {
        matches!(self, State::Ended | State::Superseded)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    pub id: InstrumentId,
    pub slug: String,
    pub partnership: PartnershipId,
    /// The text above it and how it hangs there.
    pub parent: Option<(InstrumentId, Relation)>,
    pub title: Text3,
    pub kind: Kind,
    /// What side a and side b call this kind of text; empty where they use the common word.
    pub labels: [Text3; 2],
    pub state: State,
    /// Month precision is enough (R32).
    pub signed: Edtf,
    pub place: Text3,
    pub in_force: Edtf,
    pub term: Term,
    /// The day it really ended.
    pub ended: Edtf,
    /// When notice was asked for is one day, when it takes effect another.
    pub ending: Option<Ending>,
    pub prevails: Prevails,
    /// What it is about: focus areas, one a line (R33).
    pub focus: Text3,
    pub note: Text3,
    /// Shown to everyone once it binds.
    pub published: bool,
    /// Where the originals lie.
    pub archive: String,
    pub source: Option<String>,
    pub version: i64,
}

impl Instrument {
    /// The first day of the first term, where it is known at all; an uncertain date counts from its first possible day, so that no
    /// notice is missed.
    pub fn starts(&self) -> Option<Day> {
        self.in_force.first_day().or_else(|| self.signed.first_day())
    }
    /// Is the first day of the first term known to the day?
    pub fn starts_exactly(&self) -> bool {
        let from = if self.in_force.first_day().is_some() { &self.in_force } else { &self.signed };
        from.first_day().is_some() && from.first_day() == from.last_day()
    }
    /// Where the term stands on `today`, for a text that binds.
    pub fn clock(&self, today: Day) -> Option<Clock> {
        if !self.state.binds() {
            return None;
        }
        clock(&self.term, self.starts()?, today)
    }
}

/// An organisation that the text binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    pub side: Side,
    pub no: i64,
    pub organisation: String,
}

/// Who signed for a side: the post counts, the person held it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    pub side: Side,
    pub no: i64,
    pub post: Text3,
    pub name: String,
    pub organisation: Option<String>,
    pub signed: Edtf,
}

/// One language version of the text, with its document where it was uploaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    /// BCP 47.
    pub lang: String,
    pub name: String,
    pub document: DocumentId,
    pub bytes: i64,
    pub at: Instant,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub no: i64,
    pub kind: Physical,
    pub day: Edtf,
    /// How many, by whom, where to.
    pub note: String,
}

/// A line of the text: who does what by when, on each side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    pub id: CommitmentId,
    pub no: i64,
    pub body: Text3,
    /// Who answers for it on each side, as the sides name them.
    pub owners: [String; 2],
    pub due: Edtf,
    pub indicator: Text3,
    pub progress: Progress,
    pub done: Edtf,
    /// What shows that it was met.
    pub evidence: String,
}

impl Commitment {
    pub fn overdue(&self, today: impl Borrow<Day>) -> bool {
        let today = *today.borrow();
        self.progress == Progress::Open && self.due.last_day().is_some_and(|d| d < today)
    }
}

/// How many promises were kept, out of those not dropped.
pub fn kept(all: &[Commitment]) -> (usize, usize) {
    let counted = all.iter().filter(|c| c.progress != Progress::Dropped);
    (all.iter().filter(|c| c.progress == Progress::Met).count(), counted.count())
}

//! What anybody may ask an office: information, or a visit (R76). It goes to the contact post, waits in the office's queue, and ends answered or as a delegation.

use crate::{
    Instant, Lang, Refusal,
    area::Area,
    ids::{PostId, VisitRequestId},
    place::codes,
};

codes! {
    Wish { Information = "information", Visit = "visit" }
}
codes! {
    State { New = "new", Assigned = "assigned", Answered = "answered", Turned = "turned" }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub id: VisitRequestId,
    pub at: Instant,
    pub wish: Wish,
    /// Erased when its time is over.
    pub name: String,
    pub organisation: String,
    pub contact: String,
    pub lang: Lang,
    pub area: Option<Area>,
    pub body: String,
    /// When they would like it, in their own words.
    pub wished: String,
    /// The contact post it was sent to.
    pub post: Option<PostId>,
    pub state: State,
    /// Account that has it.
    pub assigned: String,
    pub answer: String,
    pub answered: Option<Instant>,
    /// Address of the delegation it became.
    pub delegation: String,
}

pub const NAME_MAX: usize = 200;
pub const BODY_MAX: usize = 4000;
pub const ANSWER_MAX: usize = 8000;

impl Request {
    pub fn open(&self) -> bool {
        matches!(self.state, State::New | State::Assigned)
    }
    /// Answering and turning end it, once.
    pub fn end(&self) -> Result<(), Refusal> {
        if self.open() { Ok(()) } else { Err(Refusal::new("request-ended", vec![])) }
    }
}

//! Who may do what: one function, closed enums, refused by default. The whole table is `policy.matrix.txt`.
//!
//! A permission answers *who*. Whether the moment is right (call open, both sealed, co-financing there) is a state machine's
//! `Refusal`. The one exception is visibility: whether sealed or blind material may be seen is permission.

pub mod permit;

pub use permit::Permit;

use crate::{PartyCode, Role, ids::AccountId};

/// Who acts: nobody signed in, an account with its roles, or the operator at the command line.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Actor {
    pub account: Option<AccountId>,
    /// The person who installed this node, acting from its command line.
    pub operator: bool,
    pub roles: Vec<(Role, Option<PartyCode>)>,
}

impl Actor {
    pub fn operator() -> Actor {
        Actor { operator: true, ..Actor::default() }
    }
    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|(r, _)| *r == role)
    }
    pub fn has_for(&self, role: Role, party: &PartyCode) -> bool {
        self.roles.iter().any(|(r, p)| *r == role && p.as_ref() == Some(party))
    }
    /// The party this person speaks for: the first role that carries one.
    pub fn party(&self) -> Option<&PartyCode> {
        self.roles.iter().find_map(|(_, p)| p.as_ref())
    }
}

macro_rules! actions {
    ($($name:ident = $code:literal),* $(,)?) => {
        /// Everything anybody can do here.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($name),* }
        impl Action {
            pub const ALL: &[Action] = &[$(Action::$name),*];
            /// Stable name in the event log.
            pub fn code(self) -> &'static str { match self { $(Action::$name => $code),* } }
        }
    };
}

actions! {
    // open to everyone
    ReadPublic = "public.read", SignIn = "account.sign-in", SendIdea = "idea.send",
    // account
    ManageAccounts = "account.manage",
    // programme, call
    EditProgramme = "programme.edit", EditCall = "call.edit", PublishCall = "call.publish", ReadIdeas = "idea.read",
    // application
    StartApplication = "application.start", EditApplication = "application.edit", ReadApplication = "application.read",
    ConfirmPart = "application.confirm", SubmitApplication = "application.submit", WithdrawApplication = "application.withdraw",
    AskLate = "application.ask-late", AnswerLate = "application.answer-late",
    // administrative handling, journal
    ReadDesk = "desk.read", HandleApplication = "handling.record", Correspond = "journal.correspond", ReadJournal = "journal.read",
    // assessment
    AppointExperts = "assessment.appoint", DeclareConflict = "assessment.declare-conflict", DismissConflict = "assessment.dismiss-conflict",
    AssignExperts = "assessment.assign", Assess = "assessment.write", ReadAssessment = "assessment.read",
    SummarisePanel = "assessment.summarise", CloseAssessment = "assessment.close",
    // priority
    RankPriorities = "priority.rank", SealPriorities = "priority.seal", RevealPriorities = "priority.reveal", ReadPriorities = "priority.read",
    VoidRound = "priority.void", ProposeResult = "priority.propose", AnswerResult = "priority.answer", ReadResult = "priority.result",
    // grant
    StateCofinancing = "grant.state-cofinancing", Recommend = "grant.recommend", DecideGrant = "grant.decide", AwardGrant = "grant.award",
    EvidenceActivity = "grant.evidence", ReleaseGrant = "grant.release", ReadGrants = "grant.read",
    // the partnership book
    ReadBook = "book.read", EditBook = "book.edit", RequestVisit = "visit.request",
    // event
    ReadEvents = "event.read",
    // outbox
    DeliverMail = "outbox.deliver",
}

/// What is acted on, reduced to what permission depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular: the public site.
    Site,
    /// A shared matter of two parties: a programme, a call, a joint result.
    Shared { parties: [PartyCode; 2] },
    /// Something that belongs to one of the two parties alone.
    Side { party: PartyCode, parties: [PartyCode; 2] },
    /// An application: is the actor among its editors; does the actor confirm for one of its participants.
    Application { parties: [PartyCode; 2], editor: bool, participant: bool, submitted: bool },
    /// One expert's assessment. `mine`: the actor is that expert. `conflicted`: an undismissed conflict between the actor and the application.
    /// `own_closed`: the actor has finished their own assessment of the same application. `sides_closed`: both parties have closed assessment.
    Assessment { party: PartyCode, parties: [PartyCode; 2], mine: bool, conflicted: bool, own_closed: bool, sides_closed: bool },
    /// A party's priority list.
    Priorities { party: PartyCode, parties: [PartyCode; 2], revealed: bool },
}

impl Subject {
    fn parties(&self) -> Option<&[PartyCode; 2]> {
        match self {
            Subject::Site => None,
            Subject::Shared { parties }
            | Subject::Side { parties, .. }
            | Subject::Application { parties, .. }
            | Subject::Assessment { parties, .. }
            | Subject::Priorities { parties, .. } => Some(parties),
        }
    }
    /// The party a thing belongs to, where it belongs to one.
    fn owner(&self) -> Option<&PartyCode> {
        match self {
            Subject::Side { party, .. } | Subject::Assessment { party, .. } | Subject::Priorities { party, .. } => Some(party),
            _ => None,
        }
    }
}

/// Not permitted. `Hidden` answers 404: that the thing exists is itself not to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    Hidden,
    NotYours,
    /// Nobody is signed in; signing in may help.
    SignIn,
}

/// The one decision. Every write, and every read of confidential rows, needs the `Permit` it returns.
pub fn decide(actor: &Actor, action: Action, on: &Subject) -> Result<Permit, Denied> {
    use Action::*;
    use Role::*;
    // A role counts only for the two parties whose matter it is, and for own things only on the owner's side.
    let member = |role: Role| on.parties().is_some_and(|ps| ps.iter().any(|p| actor.has_for(role, p)));
    let owns = |role: Role| on.owner().is_some_and(|p| actor.has_for(role, p));
    let allowed = match (action, on) {
        (ReadPublic | SignIn | SendIdea, _) => true,
        (ManageAccounts | DeliverMail, Subject::Site) => actor.operator,

        (EditProgramme, Subject::Shared { .. }) => actor.operator || member(Officer),
        (EditProgramme, Subject::Site) => actor.operator,
        (EditCall | PublishCall, Subject::Shared { .. }) => actor.operator || member(Officer),
        (ReadIdeas, Subject::Shared { .. }) => member(Officer) || member(Auditor),

        (StartApplication, Subject::Shared { .. }) => actor.account.is_some(),
        (EditApplication | SubmitApplication | AskLate, Subject::Application { editor, .. }) => *editor,
        (WithdrawApplication, Subject::Application { editor, .. }) => *editor || member(Officer),
        (ConfirmPart, Subject::Application { participant, .. }) => *participant,
        (ReadApplication, Subject::Application { editor, participant, submitted, .. }) => {
            // A draft is its authors' alone; both offices, both boards and the auditors read what was submitted.
            let outsider = *submitted && (member(Officer) || member(Board) || member(Auditor));
            if !(*editor || *participant || outsider) {
                return Err(hidden(actor));
            }
            true
        }
        // An expert reads what was given to them, and nothing where they are in conflict.
        (ReadApplication, Subject::Assessment { mine, conflicted, .. }) => {
            if !(*mine && owns(Expert) && !*conflicted) {
                return Err(hidden(actor));
            }
            true
        }
        (AnswerLate, Subject::Shared { .. }) => member(Officer),

        (ReadDesk, Subject::Shared { .. }) => member(Officer) || member(Auditor) || member(Board),
        (HandleApplication | Correspond, Subject::Side { .. }) => owns(Officer),
        // An office's journal is its own: letters about its expert group must not tell the other side anything.
        (ReadJournal, Subject::Side { .. }) => owns(Officer) || owns(Auditor),

        (AppointExperts | AssignExperts | DismissConflict | SummarisePanel | CloseAssessment, Subject::Side { .. }) => owns(Officer),
        // An office may know of a conflict that its expert has not told.
        (DeclareConflict, Subject::Side { .. }) => owns(Officer),
        (DeclareConflict | Assess, Subject::Assessment { mine, conflicted, .. }) => {
            *mine && owns(Expert) && (action == DeclareConflict || !*conflicted)
        }
        (ReadAssessment, Subject::Assessment { mine, own_closed, sides_closed, conflicted, .. }) => {
            let same_side = owns(Officer) || (owns(Expert) && *own_closed && !*conflicted);
            // The other side's assessments stay hidden until both sides have closed (R137, R138, R143).
            let after_both = *sides_closed && (member(Officer) || member(Auditor));
            if !(*mine || same_side || after_both) {
                return Err(hidden(actor));
            }
            true
        }

        (RankPriorities | SealPriorities | RevealPriorities, Subject::Priorities { .. }) => owns(Officer),
        (ReadPriorities, Subject::Priorities { revealed: false, .. }) => {
            // Until both sides have revealed, a list is its own office's alone; that it says anything at all is hidden.
            if !owns(Officer) {
                return Err(hidden(actor));
            }
            true
        }
        (ReadPriorities, Subject::Priorities { .. }) => member(Officer) || member(Board) || member(Auditor),
        (VoidRound | ProposeResult | AnswerResult, Subject::Side { .. }) => owns(Officer),
        (ReadResult, Subject::Shared { .. }) => member(Officer) || member(Board) || member(Auditor),

        (StateCofinancing | EvidenceActivity | AwardGrant | ReleaseGrant, Subject::Side { .. }) => owns(Officer),
        (Recommend | DecideGrant, Subject::Side { .. }) => owns(Officer) || owns(Board),
        (ReadGrants, Subject::Shared { .. } | Subject::Side { .. }) => member(Officer) || member(Board) || member(Auditor),

        // The book is public but for its internal parts; the offices of all parties keep it together.
        (RequestVisit, Subject::Site) => true,
        (ReadBook, Subject::Site) => actor.operator || actor.has(Officer) || actor.has(Board) || actor.has(Auditor),
        (EditBook, Subject::Site) => actor.operator || actor.has(Officer),

        (ReadEvents, Subject::Shared { .. }) => member(Auditor) || member(Officer),
        _ => false,
    };
    if allowed { Ok(Permit::grant(actor, action)) } else { Err(denied(actor)) }
}

fn hidden(actor: &Actor) -> Denied {
    if actor.account.is_none() { Denied::SignIn } else { Denied::Hidden }
}

fn denied(actor: &Actor) -> Denied {
    if actor.account.is_none() { Denied::SignIn } else { Denied::NotYours }
}

#[cfg(test)]
mod tests;

//! Conflicts of interest (forvaltningsloven s. 3 and 6): declared by the expert, or found across scripts; dismissed only with a reason.

use crate::{
    Instant,
    ids::{ApplicationId, ConflictId, ExpertId},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    Declared,
    Detected,
}

impl Origin {
    pub fn code(self) -> &'static str {
        match self {
            Origin::Declared => "declared",
            Origin::Detected => "detected",
        }
    }
    pub fn parse(s: &str) -> Option<Origin> {
        [Origin::Declared, Origin::Detected].into_iter().find(|o| o.code() == s)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub id: ConflictId,
    pub expert: ExpertId,
    pub application: ApplicationId,
    pub origin: Origin,
    /// The expert's own words where declared; the kernel's word (`pinyin`, `organisation`) where detected.
    pub reason: String,
    /// The two spellings that met; empty where declared.
    pub ours: String,
    pub theirs: String,
    /// 0 to 1000: 1000 is the same spelling, below 400 a mere possibility; 1000 where declared.
    pub strength: i64,
    /// Declared by the office instead of the expert.
    pub by_office: bool,
    pub at: Instant,
    pub dismissed: Option<Dismissal>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    pub at: Instant,
    pub by: String,
    pub reason: String,
}

impl Conflict {
    pub fn holds(&self) -> bool {
        self.dismissed.is_none()
    }
}

/// What a search has found for one expert and application: the strongest hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub expert: ExpertId,
    pub application: ApplicationId,
    pub reason: String,
    pub ours: String,
    pub theirs: String,
    pub strength: i64,
    /// See `Conflict::by_office`.
    pub by_office: bool,
}

/// What a new search changes in the list of detected conflicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refresh {
    pub add: Vec<Found>,
    /// Known, but on other grounds than before: a dismissal of the old grounds does not cover the new ones.
    pub change: Vec<(ConflictId, Found)>,
    /// Known, undismissed and no longer found.
    pub remove: Vec<ConflictId>,
}

/// Holds a search against what is known. A hit on unchanged grounds stays as it is, dismissal included.
pub fn refresh(known: &[Conflict], found: Vec<Found>) -> Refresh {
    let detected: Vec<&Conflict> = known.iter().filter(|c| c.origin == Origin::Detected).collect();
    let mut out = Refresh::default();
    for c in &detected {
        let still = found.iter().any(|f| f.expert == c.expert && f.application == c.application);
        if !still && c.holds() {
            out.remove.push(c.id.clone());
        }
    }
    for f in found {
        match detected.iter().find(|c| f.expert == c.expert && f.application == c.application) {
            None => out.add.push(f),
            Some(c) if (&c.reason, &c.ours, &c.theirs) != (&f.reason, &f.ours, &f.theirs) => out.change.push((c.id.clone(), f)),
            Some(_) => {}
        }
    }
    out
}

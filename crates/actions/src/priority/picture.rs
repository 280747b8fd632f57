//! The frontier of two pots as a picture, kept for the questions that follow.

use dossier::Digest;
use solve::{
    Control,
    portfolio::{
        Problem,
        frontier::{Frontier, Method},
    },
};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use solve::portfolio::frontier::{Contour, StepPoint};

/// Pictures kept, the newest first.
const KEPT: usize = 8;

/// The frontier of two pots, ready to be drawn.
pub struct Picture {
    /// Staircases of equal best value over pot a (first) and pot b.
    pub contours: Vec<Contour>,
    /// Best value along each pot while the other stays.
    pub steps: [Vec<StepPoint>; 2],
    pub pots: [i64; 2],
    /// The best value that the pots can buy.
    pub best: i64,
    /// Largest amounts drawn.
    pub reach: [i64; 2],
    /// Drawn from samples, not from every step.
    pub sampled: bool,
}

/// Pictures by the problem they show. The rule of the cut is no part of it, so trying another rule draws nothing anew.
#[derive(Default)]
pub(crate) struct Pictures {
    kept: Mutex<Vec<(Digest, Arc<Picture>)>>,
}

impl Pictures {
    /// Nothing where the frontier could not be had in time.
    pub fn of(&self, problem: &Problem, control: Control<'_>) -> Option<Arc<Picture>> {
        let key = Digest::of(format!("{problem:?}").as_bytes());
        if let Some(known) = self.kept().iter().find(|(k, _)| *k == key).map(|(_, picture)| picture.clone()) {
            return Some(known);
        }
        let drawn = Arc::new(picture(problem, control)?);
        let mut kept = self.kept();
        kept.insert(0, (key, drawn.clone()));
        kept.truncate(KEPT);
        Some(drawn)
    }

    /// A picture is put in whole or not at all, so a panic elsewhere leaves nothing half done.
    fn kept(&self) -> MutexGuard<'_, Vec<(Digest, Arc<Picture>)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn picture(problem: &Problem, control: Control<'_>) -> Option<Picture> {
    let frontier = Frontier::within(problem, control).ok()?;
    let pots = frontier.pots();
    let contours = frontier.contours(7, control).ok()?;
    let steps = [frontier.steps(0, control).ok()?, frontier.steps(1, control).ok()?];
    let reach = if frontier.reach() == [0, 0] { pots.map(|pot| pot.saturating_mul(2)) } else { frontier.reach() };
    Some(Picture {
        contours,
        steps,
        pots,
        best: frontier.value_within(pots, control).ok()?,
        reach,
        sampled: frontier.method() == Method::Search,
    })
}

//! When to restart: soon while conflicts teach worse clauses than usual, and late, by turns (Audemard and Simon; Biere).

/// Averages of the decision levels in learnt clauses, in 65,536ths, and what comes next.
#[derive(Default)]
pub(super) struct Pace {
    fast: u64,
    slow: u64,
    learnt: u64,
    since: u64,
    /// Conflicts of this mode, and how many it lasts.
    mode: u64,
    patient: bool,
    nth: u64,
    luby: u64,
}

/// Conflicts between two restarts at least: of the eager mode, and (times the sequence of Luby) of the patient one.
const LEAST: u64 = 30;
const PATIENCE: u64 = 200;
/// Conflicts that the first mode of each kind lasts.
const EAGER: u64 = 2_000;
const PATIENT: u64 = 4_000;

/// What to do after a conflict.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pause {
    None,
    Restart,
    /// Restart, and in the other mode.
    Turn,
}

impl Pace {
    /// A clause of so many levels was learnt.
    pub fn learn(&mut self, levels: usize) {
        let levels = (levels as u64) << 16;
        self.learnt += 1;
        self.since += 1;
        self.mode += 1;
        // Young averages follow quickly.
        let near = |window: u64| window.min(self.learnt);
        self.fast = self.fast - self.fast / near(32) + levels / near(32);
        self.slow = self.slow - self.slow / near(10_000) + levels / near(10_000);
    }

    /// Whether phases of the best trail are followed, and restarts are rare.
    pub fn is_patient(&self) -> bool {
        self.patient
    }

    pub fn pause(&mut self) -> Pause {
        let due =
            if self.patient { self.since >= PATIENCE * luby(self.luby) } else { self.since >= LEAST && self.fast * 9 > self.slow * 10 };
        if !due {
            return Pause::None;
        }
        self.since = 0;
        self.luby += u64::from(self.patient);
        let mode = if self.patient { PATIENT } else { EAGER };
        if self.mode < mode * (self.nth / 2 + 1) {
            return Pause::Restart;
        }
        (self.mode, self.nth, self.patient, self.luby) = (0, self.nth + 1, !self.patient, 1);
        Pause::Turn
    }
}

/// The sequence 1 1 2 1 1 2 4 … (Luby, Sinclair and Zuckerman), from 1.
fn luby(nth: u64) -> u64 {
    let mut nth = nth;
    loop {
        let bits = 64 - nth.leading_zeros();
        if nth + 1 == 1 << bits {
            return 1 << (bits - 1);
        }
        nth -= (1 << (bits - 1)) - 1;
    }
}

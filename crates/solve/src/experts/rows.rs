//! The problem as a transport: one row per application and party with free seats, one column per expert with what is left of the loads.

use super::{Pair, Problem, Shortage};

/// What a search has decided beyond the problem: pairs that are taken and pairs that are barred.
#[derive(Clone, Debug, Default)]
pub(super) struct Decided {
    pub taken: Vec<Pair>,
    pub barred: Vec<Pair>,
}

/// A problem with the fixed and decided pairs taken out.
pub(super) struct Rows<'a> {
    pub problem: &'a Problem,
    /// Rows with at least one free seat, by application and party.
    pub rows: Vec<Row>,
    /// What is left of each expert's least load.
    pub low: Vec<u32>,
    /// What is left of each expert's greatest load.
    pub high: Vec<u32>,
    /// Pairs that are fixed or forbidden, sorted.
    closed: Vec<Pair>,
}

/// The free seats of one application for one party.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub application: u32,
    pub party: u32,
    pub need: u32,
}

impl<'a> Rows<'a> {
    pub fn new(problem: &'a Problem, decided: &Decided) -> Result<Self, Shortage> {
        let mut need = problem.need.clone();
        let mut low: Vec<u32> = problem.experts.iter().map(|expert| expert.min).collect();
        let mut high: Vec<u32> = problem.experts.iter().map(|expert| expert.max).collect();
        for pair in problem.fixed.iter().chain(&decided.taken) {
            let (expert, party) = (pair.expert as usize, problem.experts[pair.expert as usize].party);
            let seats = &mut need[pair.application as usize][party as usize];
            *seats = seats.checked_sub(1).ok_or(Shortage::Overfull { application: pair.application, party })?;
            high[expert] = high[expert].checked_sub(1).ok_or(Shortage::Overload { expert: pair.expert })?;
            low[expert] = low[expert].saturating_sub(1);
        }
        let mut rows = Vec::new();
        for (application, seats) in (0..).zip(&need) {
            let free = (0..).zip(seats).filter(|(_, need)| **need > 0);
            rows.extend(free.map(|(party, need)| Row { application, party, need: *need }));
        }
        let lists = [&problem.fixed, &problem.forbidden, &decided.taken, &decided.barred];
        let mut closed: Vec<Pair> = lists.into_iter().flatten().copied().collect();
        closed.sort_unstable();
        Ok(Self { problem, rows, low, high, closed })
    }

    /// Calls `visit(expert, millionths)`, by expert, for every pair that this row may still take and that is worth more
    /// than the floor; the visit answers with the floor from there on.
    pub fn each_above(&self, row: Row, floor: i32, mut visit: impl FnMut(u32, i32) -> i32) {
        let from = self.closed.partition_point(|pair| pair.application < row.application);
        let mut closed =
            self.closed[from..].iter().take_while(|pair| pair.application == row.application).map(|pair| pair.expert).peekable();
        let divided = self.problem.parties > 1;
        self.problem.affinity.each_above(row.application, floor, |expert, weight, floor| {
            while closed.next_if(|next| *next < expert).is_some() {}
            let open = closed.peek() != Some(&expert) && self.high[expert as usize] > 0;
            let open = open && (!divided || self.problem.experts[expert as usize].party == row.party);
            if open { visit(expert, weight) } else { floor }
        });
    }
}

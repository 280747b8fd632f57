//! Follows a refutation by unit propagation over clauses and limits.

use super::Rejection;
use super::rules::Rules;
use std::collections::HashMap;

/// A literal as an index: twice the variable, plus one when negated.
type Code = usize;

struct Walk {
    truth: Vec<Option<bool>>,
    done: Vec<Code>,
    /// How far along `done` conclusions have been drawn.
    drawn: usize,
    clauses: Vec<Vec<Code>>,
    watched: Vec<Vec<usize>>,
    limits: Vec<Bound>,
    counted: Vec<Vec<(usize, i64)>>,
    /// Places of clauses by their sorted literals, to find those dropped.
    known: HashMap<Vec<Code>, Vec<usize>>,
    /// The rules contradict each other already.
    over: bool,
}

struct Bound {
    terms: Vec<(Code, i64)>,
    most: i64,
    /// Weights of the true literals drawn so far.
    sum: i64,
    heaviest: i64,
}

/// Accepts a text of steps that ends with a contradiction.
pub(super) fn refute(rules: Rules, text: &str) -> Result<(), Rejection> {
    let variables = rules.variables;
    let mut walk = Walk::new(rules);
    let mut words = text.split_ascii_whitespace().peekable();
    let mut index = 0;
    while words.peek().is_some() {
        let wrong = Rejection::Step { index };
        let drop = words.next_if_eq(&"d").is_some();
        let mut clause = Vec::new();
        loop {
            let number: i64 = words.next().and_then(|word| word.parse().ok()).ok_or(wrong.clone())?;
            if number == 0 {
                break;
            }
            let variable = usize::try_from(number.unsigned_abs() - 1).ok().filter(|variable| *variable < variables).ok_or(wrong.clone())?;
            clause.push(2 * variable + usize::from(number < 0));
        }
        clause.sort_unstable();
        clause.dedup();
        if drop {
            walk.drop(clause);
        } else if !walk.follows(&clause) {
            return Err(wrong);
        } else if clause.is_empty() {
            return Ok(());
        } else {
            walk.add(clause, true);
        }
        index += 1;
    }
    Err(Rejection::Unfinished)
}

impl Walk {
    fn new(rules: Rules) -> Self {
        let codes = 2 * rules.variables;
        let mut walk = Self {
            truth: vec![None; rules.variables],
            done: Vec::new(),
            drawn: 0,
            clauses: Vec::new(),
            watched: vec![Vec::new(); codes],
            limits: Vec::new(),
            counted: vec![Vec::new(); codes],
            known: HashMap::new(),
            over: false,
        };
        let code = |lit: i32| 2 * (lit.unsigned_abs() as usize - 1) + usize::from(lit < 0);
        for (terms, most) in rules.limits {
            let terms: Vec<(Code, i64)> = terms.into_iter().map(|(lit, weight)| (code(lit), weight)).collect();
            let number = walk.limits.len();
            terms.iter().for_each(|(lit, weight)| walk.counted[*lit].push((number, *weight)));
            let heaviest = terms.iter().map(|(_, weight)| *weight).max().unwrap_or(0);
            walk.limits.push(Bound { terms, most, sum: 0, heaviest });
        }
        for clause in rules.clauses {
            walk.add(clause.into_iter().map(code).collect(), false);
        }
        walk.over |= !(0..walk.limits.len()).all(|number| walk.squeeze(number)) || !walk.draw();
        walk
    }

    fn is(&self, lit: Code) -> Option<bool> {
        self.truth[lit / 2].map(|truth| truth == (lit & 1 == 0))
    }

    fn make(&mut self, lit: Code) {
        self.truth[lit / 2] = Some(lit & 1 == 0);
        self.done.push(lit);
    }

    /// Keeps a clause for good. What it implies by itself is drawn at once.
    fn add(&mut self, mut clause: Vec<Code>, learnt: bool) {
        // Literals that are not false come first, so that both watched ones are such, if any.
        clause.sort_by_key(|lit| self.is(*lit) == Some(false));
        let open = clause.iter().filter(|lit| self.is(**lit) != Some(false)).count();
        let number = self.clauses.len();
        if clause.len() > 1 {
            self.watched[clause[0]].push(number);
            self.watched[clause[1]].push(number);
            if learnt {
                let mut key = clause.clone();
                key.sort_unstable();
                self.known.entry(key).or_default().push(number);
            }
        }
        let first = clause.first().copied();
        self.clauses.push(clause);
        match first {
            Some(lit) if open == 1 && self.is(lit).is_none() => {
                self.make(lit);
                if !self.draw() {
                    self.over = true;
                }
            }
            _ if open == 0 => self.over = true,
            _ => {}
        }
    }

    fn drop(&mut self, key: Vec<Code>) {
        if let Some(number) = self.known.get_mut(&key).and_then(Vec::pop) {
            for lit in self.clauses[number].iter().take(2) {
                self.watched[*lit].retain(|other| *other != number);
            }
            self.clauses[number] = Vec::new();
        }
    }

    /// Whether denying all of a clause's literals leads to a contradiction.
    fn follows(&mut self, clause: &[Code]) -> bool {
        if self.over || clause.iter().any(|lit| self.is(*lit) == Some(true)) {
            return true;
        }
        let (start, drawn) = (self.done.len(), self.drawn);
        for lit in clause {
            if self.is(*lit).is_none() {
                self.make(lit ^ 1);
            }
        }
        let holds = self.draw();
        while self.done.len() > start {
            let Some(lit) = self.done.pop() else { break };
            if self.done.len() < self.drawn {
                for (number, weight) in &self.counted[lit] {
                    self.limits[*number].sum -= weight;
                }
            }
            self.truth[lit / 2] = None;
        }
        self.drawn = drawn;
        !holds
    }

    /// Draws all conclusions; false at a contradiction.
    fn draw(&mut self) -> bool {
        let mut fine = true;
        while fine && self.drawn < self.done.len() {
            let lit = self.done[self.drawn];
            self.drawn += 1;
            for nth in 0..self.counted[lit].len() {
                let (number, weight) = self.counted[lit][nth];
                self.limits[number].sum += weight;
            }
            fine = (0..self.counted[lit].len()).all(|nth| self.squeeze(self.counted[lit][nth].0)) && self.pass(lit ^ 1);
        }
        fine
    }

    /// Makes false what a limit leaves no room for.
    fn squeeze(&mut self, number: usize) -> bool {
        let room = self.limits[number].most - self.limits[number].sum;
        if room < 0 {
            return false;
        }
        if self.limits[number].heaviest <= room {
            return true;
        }
        for nth in 0..self.limits[number].terms.len() {
            let (lit, weight) = self.limits[number].terms[nth];
            if weight > room && self.is(lit).is_none() {
                self.make(lit ^ 1);
            }
        }
        true
    }

    /// Clauses that watch a literal which became false look for another one.
    fn pass(&mut self, lit: Code) -> bool {
        let mut numbers = std::mem::take(&mut self.watched[lit]);
        let mut fine = true;
        numbers.retain(|number| {
            if !fine {
                return true;
            }
            let mut clause = std::mem::take(&mut self.clauses[*number]);
            if clause[0] == lit {
                clause.swap(0, 1);
            }
            let mut stay = true;
            if self.is(clause[0]) != Some(true) {
                match (2..clause.len()).find(|at| self.is(clause[*at]) != Some(false)) {
                    Some(at) => {
                        clause.swap(1, at);
                        self.watched[clause[1]].push(*number);
                        stay = false;
                    }
                    None if self.is(clause[0]) == Some(false) => fine = false,
                    None => self.make(clause[0]),
                }
            }
            self.clauses[*number] = clause;
            stay
        });
        self.watched[lit] = numbers;
        fine
    }
}

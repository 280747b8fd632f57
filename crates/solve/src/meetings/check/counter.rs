//! The counters of `certificate`: sums of true literals in variables of their own.

use super::rules::Rules;

impl Rules {
    /// The weights of the true ones sum to `most` at most: counted by a tree of sums, or by a limit.
    pub(super) fn count(&mut self, terms: Vec<(i32, i64)>, most: i64) {
        let weight = terms.first().map_or(1, |term| term.1);
        let equal = terms.iter().all(|term| term.1 == weight);
        if most < 0 || !equal || (terms.len() as i128) * i128::from(most / weight + 1) > 20_000 || most / weight >= 20_000 {
            self.limits.push((terms, most));
            return;
        }
        let most = (most / weight) as usize;
        let mut level: Vec<Vec<i32>> = terms.into_iter().map(|(lit, _)| vec![lit]).collect();
        while level.len() > 1 {
            let mut above = Vec::new();
            let mut rest = level.into_iter();
            while let Some(left) = rest.next() {
                above.push(match rest.next() {
                    Some(right) => self.add_up(&left, &right, most + 1),
                    None => left,
                });
            }
            level = above;
        }
        for over in level.first().into_iter().flatten().skip(most) {
            self.clauses.push(vec![-over]);
        }
    }

    fn add_up(&mut self, left: &[i32], right: &[i32], most: usize) -> Vec<i32> {
        let start = self.variables as i32;
        let length = most.min(left.len() + right.len());
        self.variables += length;
        for i in 0..=left.len() {
            for j in 0..=right.len() {
                let mut clause = Vec::new();
                if i > 0 {
                    clause.push(-left[i - 1]);
                }
                if j > 0 {
                    clause.push(-right[j - 1]);
                }
                if i + j > 0 && i + j <= length {
                    clause.push(start + (i + j) as i32);
                    self.clauses.push(clause);
                }
            }
        }
        (1..=length).map(|nth| start + nth as i32).collect()
    }
}

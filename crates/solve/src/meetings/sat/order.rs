//! Which variable to decide next: a heap by activity in recent conflicts, in whole numbers.

pub(super) struct Order {
    activity: Vec<u64>,
    heap: Vec<u32>,
    place: Vec<u32>,
    bump: u64,
}

const ABSENT: u32 = u32::MAX;

impl Order {
    pub fn new(variables: usize) -> Self {
        let all = 0..variables as u32;
        Self { activity: vec![0; variables], heap: all.clone().collect(), place: all.collect(), bump: 1 << 16 }
    }

    /// One more variable.
    pub fn grow(&mut self) {
        self.activity.push(0);
        self.place.push(ABSENT);
        self.push(self.activity.len() - 1);
    }

    /// The most active variable, taken out.
    pub fn pop(&mut self) -> Option<usize> {
        let top = *self.heap.first()?;
        let last = self.heap.pop()?;
        self.place[top as usize] = ABSENT;
        if last != top {
            self.heap[0] = last;
            self.place[last as usize] = 0;
            self.sink(0);
        }
        Some(top as usize)
    }

    pub fn push(&mut self, variable: usize) {
        if self.place[variable] == ABSENT {
            self.place[variable] = self.heap.len() as u32;
            self.heap.push(variable as u32);
            self.rise(self.heap.len() - 1);
        }
    }

    /// A variable took part in a conflict.
    pub fn bump(&mut self, variable: usize) {
        self.activity[variable] += self.bump;
        if self.activity[variable] > 1 << 60 {
            self.activity.iter_mut().for_each(|activity| *activity >>= 40);
            self.bump = (self.bump >> 40).max(1);
        }
        if self.place[variable] != ABSENT {
            self.rise(self.place[variable] as usize);
        }
    }

    /// Later conflicts count more.
    pub fn decay(&mut self) {
        self.bump += self.bump / 20 + 1;
    }

    fn rise(&mut self, mut at: usize) {
        while at > 0 {
            let parent = (at - 1) / 2;
            if !self.before(self.heap[at], self.heap[parent]) {
                break;
            }
            self.exchange(at, parent);
            at = parent;
        }
    }

    fn sink(&mut self, mut at: usize) {
        loop {
            let child = (1..=2).map(|nth| 2 * at + nth).filter(|child| *child < self.heap.len());
            let Some(best) = child.reduce(|a, b| if self.before(self.heap[b], self.heap[a]) { b } else { a }) else { break };
            if !self.before(self.heap[best], self.heap[at]) {
                break;
            }
            self.exchange(at, best);
            at = best;
        }
    }

    fn before(&self, a: u32, b: u32) -> bool {
        self.activity[a as usize] > self.activity[b as usize]
    }

    fn exchange(&mut self, a: usize, b: usize) {
        self.heap.swap(a, b);
        self.place[self.heap[a] as usize] = a as u32;
        self.place[self.heap[b] as usize] = b as u32;
    }
}

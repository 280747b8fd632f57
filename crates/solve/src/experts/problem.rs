//! The question: which experts assess which applications.

use super::affinity::Affinity;

/// One expert for one application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// Index into [`Problem::need`].
    pub application: u32,
    /// Index into [`Problem::experts`].
    pub expert: u32,
}

impl Pair {
    /// The pair of two indices.
    pub fn new(application: u32, expert: u32) -> Self {
        Self { application, expert }
    }
}

/// An expert as the kernel sees one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expert {
    /// The party whose seats this expert can take: an index below [`Problem::parties`].
    pub party: u32,
    /// Least number of applications to assess.
    pub min: u32,
    /// Greatest number of applications to assess; 0 for an expert who has declined altogether.
    pub max: u32,
}

/// Applications with seats per party, experts with loads, and how well each fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Number of parties; 1 when experts are not divided.
    pub parties: u32,
    /// Seats to fill: `need[application][party]`.
    pub need: Vec<Vec<u32>>,
    /// The experts.
    pub experts: Vec<Expert>,
    /// How well each expert fits each application; pairs that are absent cannot be assigned.
    pub affinity: Affinity,
    /// Pairs that must not be assigned: conflicts of interest and exclusions. Repetition is harmless.
    pub forbidden: Vec<Pair>,
    /// Pairs that must be assigned; each counts against need and loads.
    pub fixed: Vec<Pair>,
    /// Rules on groups of experts within an application; usually none.
    pub quotas: Vec<Quota>,
}

/// How many experts of a group an application must and may have: at least one per discipline, at most two from one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    /// The application it holds for; `None` = for each of them.
    pub application: Option<u32>,
    /// The group: the experts with one value of an attribute.
    pub experts: Vec<u32>,
    /// Least number of them in an application.
    pub least: u32,
    /// Greatest number of them in an application.
    pub most: u32,
}

impl Problem {
    /// A problem with one party, the same need for every application and the same load limits for every expert.
    pub fn uniform(applications: usize, experts: usize, need: u32, min: u32, max: u32, affinity: Affinity) -> Self {
        Self {
            parties: 1,
            need: vec![vec![need]; applications],
            experts: vec![Expert { party: 0, min, max }; experts],
            affinity,
            forbidden: Vec::new(),
            fixed: Vec::new(),
            quotas: Vec::new(),
        }
    }

    /// Whether the numbers fit together; the message names the first thing that does not.
    pub fn verify(&self) -> Result<(), String> {
        if (self.need.len(), self.experts.len()) != (self.affinity.applications(), self.affinity.experts()) {
            return Err(format!(
                "{} applications and {} experts, but affinities for {} and {}",
                self.need.len(),
                self.experts.len(),
                self.affinity.applications(),
                self.affinity.experts()
            ));
        }
        self.verify_loads()?;
        self.verify_quotas()?;
        self.verify_pairs()
    }

    fn verify_loads(&self) -> Result<(), String> {
        if let Some(at) = self.need.iter().position(|seats| seats.len() != self.parties as usize) {
            return Err(format!("application {at} states {} needs for {} parties", self.need[at].len(), self.parties));
        }
        for (at, expert) in self.experts.iter().enumerate() {
            if expert.party >= self.parties {
                return Err(format!("expert {at} belongs to party {}, but there are {}", expert.party, self.parties));
            }
            if expert.min > expert.max {
                return Err(format!("expert {at} has a least load of {} above the greatest of {}", expert.min, expert.max));
            }
        }
        Ok(())
    }

    fn verify_quotas(&self) -> Result<(), String> {
        for (at, quota) in self.quotas.iter().enumerate() {
            if quota.experts.iter().any(|expert| *expert as usize >= self.experts.len()) {
                return Err(format!("quota {at} names an expert who does not exist"));
            }
            if quota.application.is_some_and(|application| application as usize >= self.need.len()) {
                return Err(format!("quota {at} names an application that does not exist"));
            }
            if quota.least > quota.most {
                return Err(format!("quota {at} demands at least {} but at most {}", quota.least, quota.most));
            }
        }
        Ok(())
    }

    fn verify_pairs(&self) -> Result<(), String> {
        let known = |pair: &Pair| (pair.application as usize) < self.need.len() && (pair.expert as usize) < self.experts.len();
        if let Some(pair) = self.forbidden.iter().chain(&self.fixed).find(|pair| !known(pair)) {
            return Err(format!("there is no pair of application {} and expert {}", pair.application, pair.expert));
        }
        let mut fixed = self.fixed.clone();
        fixed.sort_unstable();
        if let Some(twice) = fixed.windows(2).find(|two| two[0] == two[1]) {
            return Err(format!("application {} and expert {} are fixed twice", twice[0].application, twice[0].expert));
        }
        if let Some(pair) = self.forbidden.iter().find(|pair| fixed.binary_search(pair).is_ok()) {
            return Err(format!("application {} and expert {} are both fixed and forbidden", pair.application, pair.expert));
        }
        let unknown = |pair: &&Pair| self.affinity.get(pair.application, pair.expert).is_none();
        match self.fixed.iter().find(unknown) {
            Some(pair) => Err(format!("application {} and expert {} are fixed, but have no affinity", pair.application, pair.expert)),
            None => Ok(()),
        }
    }
}

//! What a portfolio problem is: projects, pots, themes, leads, and the check that it makes sense.

use std::collections::HashSet;
use std::fmt;

/// One pot of money: a party, or a party and year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pot {
    /// How people call it, for example `RM` or `SH 2010`.
    pub name: String,
    /// What it holds, in minor units of its own currency. Pots never exchange money.
    pub amount: i64,
}

/// Whether a decision about a project is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// May be chosen.
    Candidate,
    /// Already signed: in whatever happens, and its cost is taken first.
    Forced,
    /// May not be chosen, for example not prioritised by both parties (R144).
    Excluded,
}

/// One project with what it costs every pot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub id: String,
    /// Minor units per pot, in the order of [`Problem::pots`]; zero where a pot is not asked.
    pub cost: Vec<i64>,
    /// Worth to both parties together; whole and never negative. See [`value_from_ranks`].
    pub value: i64,
    /// Place on the joint list, 1 is best; equal numbers are a tie.
    pub rank: u32,
    /// Index into [`Problem::themes`].
    pub theme: Option<usize>,
    /// Whoever leads it, by any stable text; counts against [`Problem::per_lead`].
    pub lead: Option<String>,
    pub standing: Standing,
}

/// Limits for one theme; the default has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    pub name: String,
    pub min_projects: u32,
    pub max_projects: Option<u32>,
    /// Least money per pot; empty for none.
    pub min_cost: Vec<i64>,
    /// Most money per pot; empty for no limit.
    pub max_cost: Vec<Option<i64>>,
}

/// A whole problem. Signed projects count against every limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    pub pots: Vec<Pot>,
    pub projects: Vec<Project>,
    pub themes: Vec<Theme>,
    /// At most this many projects per lead; signed ones count.
    pub per_lead: Option<u32>,
}

/// Why a problem cannot be worked on. Indices are into the problem's own lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A project or theme names another number of pots than there are.
    CostCount {
        id: String,
        expected: usize,
        got: usize,
    },
    Negative {
        what: String,
    },
    DuplicateId {
        id: String,
    },
    UnknownTheme {
        id: String,
        theme: usize,
    },
    /// A ballot names a project that is not there.
    UnknownProject,
    /// Numbers so large that sums would not be exact any more.
    TooLarge {
        what: String,
    },
    /// The signed projects alone overdraw a pot.
    SignedExceedsPot {
        pot: usize,
        by: i128,
    },
    /// No choice meets the limits (theme minimums, signed projects over a limit).
    Infeasible,
    /// The search ended before it knew whether there is an answer.
    Undecided,
    /// The question needs another number of pots.
    PotCount {
        expected: usize,
        got: usize,
    },
    /// The caller stopped the work.
    Cancelled,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::CostCount { id, expected, got } => {
                write!(f, "{id}: {got} amounts for {expected} pots")
            }
            Fault::Negative { what } => write!(f, "{what} is negative"),
            Fault::DuplicateId { id } => write!(f, "project {id} occurs twice"),
            Fault::UnknownTheme { id, theme } => write!(f, "project {id} names theme {theme}, which does not exist"),
            Fault::UnknownProject => write!(f, "a ballot names a project that does not exist"),
            Fault::TooLarge { what } => write!(f, "{what} is too large for exact sums"),
            Fault::SignedExceedsPot { pot, by } => write!(f, "signed projects exceed pot {} by {by}", pot + 1),
            Fault::Infeasible => write!(f, "no choice of projects meets all limits"),
            Fault::Undecided => write!(f, "the search ended before an answer was known"),
            Fault::PotCount { expected, got } => write!(f, "needs {expected} pots, got {got}"),
            Fault::Cancelled => write!(f, "cancelled"),
        }
    }
}

impl std::error::Error for Fault {}

impl Problem {
    /// Refuses what no rule could answer for; every entry point of this module calls it.
    pub fn validate(&self) -> Result<(), Fault> {
        for pot in &self.pots {
            not_negative(pot.amount, || format!("pot {}", pot.name))?;
        }
        for theme in &self.themes {
            self.validate_theme(theme)?;
        }
        let mut seen = HashSet::new();
        let mut total: i128 = 0;
        for project in &self.projects {
            self.validate_project(project)?;
            if !seen.insert(project.id.as_str()) {
                return Err(Fault::DuplicateId { id: project.id.clone() });
            }
            total += i128::from(project.value);
        }
        // 2^61 leaves room for the bound's fixed point and for the weighted policies.
        if total >= 1 << 61 {
            return Err(Fault::TooLarge { what: "the sum of all values".into() });
        }
        Ok(())
    }

    fn validate_project(&self, project: &Project) -> Result<(), Fault> {
        self.pot_count(&project.id, project.cost.len())?;
        for &cost in &project.cost {
            not_negative(cost, || format!("a cost of project {}", project.id))?;
        }
        not_negative(project.value, || format!("the value of project {}", project.id))?;
        match project.theme {
            Some(theme) if theme >= self.themes.len() => Err(Fault::UnknownTheme { id: project.id.clone(), theme }),
            _ => Ok(()),
        }
    }

    fn validate_theme(&self, theme: &Theme) -> Result<(), Fault> {
        let id = format!("theme {}", theme.name);
        for got in [theme.min_cost.len(), theme.max_cost.len()] {
            if got != 0 {
                self.pot_count(&id, got)?;
            }
        }
        for &amount in theme.min_cost.iter().chain(theme.max_cost.iter().flatten()) {
            not_negative(amount, || format!("a limit of {id}"))?;
        }
        Ok(())
    }

    fn pot_count(&self, id: &str, got: usize) -> Result<(), Fault> {
        let expected = self.pots.len();
        if got == expected { Ok(()) } else { Err(Fault::CostCount { id: id.into(), expected, got }) }
    }

    /// What the projects marked in `chosen` cost each pot.
    pub fn spent(&self, chosen: &[bool]) -> Vec<i128> {
        let mut sums = vec![0i128; self.pots.len()];
        for (project, _) in self.projects.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
            for (sum, &cost) in sums.iter_mut().zip(&project.cost) {
                *sum += i128::from(cost);
            }
        }
        sums
    }

    /// What the projects marked in `chosen` are worth together.
    pub fn worth(&self, chosen: &[bool]) -> i64 {
        self.projects.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(project, _)| project.value).sum()
    }

    /// Marks of the signed projects.
    pub fn signed(&self) -> Vec<bool> {
        self.projects.iter().map(|project| project.standing == Standing::Forced).collect()
    }

    /// Whether the marked projects break no rule at all: pots, themes, leads, standing.
    pub fn allows(&self, chosen: &[bool]) -> bool {
        let standing = self.projects.iter().zip(chosen).all(|(project, &chosen)| match project.standing {
            Standing::Candidate => true,
            Standing::Forced => chosen,
            Standing::Excluded => !chosen,
        });
        let pots = self.spent(chosen).iter().zip(&self.pots).all(|(&sum, pot)| sum <= i128::from(pot.amount));
        chosen.len() == self.projects.len() && standing && pots && self.leads_allow(chosen) && self.themes_allow(chosen)
    }

    fn leads_allow(&self, chosen: &[bool]) -> bool {
        let Some(most) = self.per_lead else { return true };
        let mut counts = std::collections::HashMap::new();
        self.projects.iter().zip(chosen).filter(|(_, chosen)| **chosen).filter_map(|(project, _)| project.lead.as_deref()).all(|lead| {
            let count = counts.entry(lead).or_insert(0u32);
            *count += 1;
            *count <= most
        })
    }

    fn themes_allow(&self, chosen: &[bool]) -> bool {
        self.themes.iter().enumerate().all(|(index, theme)| {
            let inside: Vec<bool> =
                self.projects.iter().zip(chosen).map(|(project, &chosen)| chosen && project.theme == Some(index)).collect();
            let count = inside.iter().filter(|inside| **inside).count() as u64;
            let spent = self.spent(&inside);
            count >= u64::from(theme.min_projects)
                && theme.max_projects.is_none_or(|most| count <= u64::from(most))
                && theme.min_cost.iter().zip(&spent).all(|(&least, &sum)| sum >= i128::from(least))
                && theme.max_cost.iter().zip(&spent).all(|(most, &sum)| most.is_none_or(|most| sum <= i128::from(most)))
        })
    }
}

/// Ranks for a list that has only values: the highest value has rank 1, equal values tie.
pub fn ranks_from_values(values: &[i64]) -> Vec<u32> {
    let mut levels: Vec<i64> = values.to_vec();
    levels.sort_unstable_by(|a, b| b.cmp(a));
    levels.dedup();
    values.iter().map(|value| levels.partition_point(|level| level > value) as u32 + 1).collect()
}

/// Values for a list that has only ranks: the worst rank is worth 1 and each place above it one more.
///
/// A rank of a tie gives all its projects the same value.
pub fn value_from_ranks(ranks: &[u32]) -> Vec<i64> {
    let mut levels: Vec<u32> = ranks.to_vec();
    levels.sort_unstable();
    levels.dedup();
    let places = levels.len() as i64;
    ranks.iter().map(|rank| places - levels.partition_point(|level| level < rank) as i64).collect()
}

fn not_negative(amount: i64, what: impl FnOnce() -> String) -> Result<(), Fault> {
    if amount < 0 { Err(Fault::Negative { what: what() }) } else { Ok(()) }
}

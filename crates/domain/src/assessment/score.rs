//! Scores per criterion with written reasons, their weighted mean, and when an assessment is final.

use crate::{
    Instant, Lang, Refusal,
    call::Criterion,
    ids::{ApplicationId, AssessmentId, CriterionId, ExpertId},
    refusal::{FieldError, Value},
};

/// Longest text of a reason or of the whole, characters.
pub const MAX_TEXT: usize = 5000;

/// What an expert says on one criterion. No value yet is not zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub criterion: CriterionId,
    pub value: Option<i64>,
    pub reason: String,
}

/// What an expert has typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub marks: Vec<Mark>,
    pub overall: String,
    pub lang: Lang,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub id: AssessmentId,
    pub application: ApplicationId,
    pub expert: ExpertId,
    pub draft: Draft,
    pub version: i64,
    pub at: Instant,
    /// Final from here on.
    pub closed: Option<Instant>,
}

impl Draft {
    pub fn mark(&self, criterion: &CriterionId) -> Option<&Mark> {
        self.marks.iter().find(|m| &m.criterion == criterion)
    }
}

/// May this be saved over what is there? Not over a closed one, not over another version, no value off the scale.
pub fn save(criteria: &[Criterion], current: Option<&Assessment>, version: i64, draft: &Draft) -> Result<(), Refusal> {
    if current.is_some_and(|a| a.closed.is_some()) {
        return Err(Refusal::new("assessment-final", vec![]));
    }
    if current.map_or(0, |a| a.version) != version {
        return Err(Refusal::stale());
    }
    for mark in &draft.marks {
        let known = criteria.iter().find(|c| c.id == mark.criterion).ok_or_else(|| Refusal::new("assessment-criterion", vec![]))?;
        if mark.value.is_some_and(|v| !(0..=known.max_score()).contains(&v)) {
            return Err(Refusal::new(
                "assessment-scale",
                vec![("criterion", Value::Label(known.label.clone())), ("max", Value::Number(known.max_score()))],
            ));
        }
    }
    Ok(())
}

/// What is missing before this may be final: every criterion has a value and a reason, and the whole has its text.
pub fn close(criteria: &[Criterion], draft: &Draft) -> Result<(), Vec<FieldError>> {
    let mut all = Vec::new();
    for c in criteria {
        let mark = draft.mark(&c.id);
        let label = || vec![("criterion", Value::Label(c.label.clone()))];
        if mark.and_then(|m| m.value).is_none() {
            all.push(FieldError::new(format!("score-{}", c.no), "assessment-score-missing", label()));
        }
        if mark.is_none_or(|m| m.reason.trim().is_empty()) {
            all.push(FieldError::new(format!("reason-{}", c.no), "assessment-reason-missing", label()));
        }
    }
    if draft.overall.trim().is_empty() {
        all.push(FieldError::new("overall", "assessment-overall-missing", vec![]));
    }
    if all.is_empty() { Ok(()) } else { Err(all) }
}

/// One assessment's weighted mean in thousandths of the highest possible; none where a value is missing.
///
/// Each score counts as its share of its own scale, so that scales of different length weigh as stated. Exact, rounded once, half up.
pub fn weighted(criteria: &[Criterion], draft: &Draft) -> Option<i64> {
    mean(criteria, &[draft])
}

/// The mean over several assessments, computed from all scores together and rounded once; none without assessments or with a value missing.
pub fn mean(criteria: &[Criterion], drafts: &[&Draft]) -> Option<i64> {
    if drafts.is_empty() || criteria.iter().any(|c| c.max_score() < 1 || c.weight < 0) {
        return None;
    }
    let scale = criteria.iter().map(|c| i128::from(c.max_score())).fold(1, lcm);
    let weights: i128 = criteria.iter().map(|c| i128::from(c.weight)).sum();
    let mut points = 0;
    for draft in drafts {
        for c in criteria {
            let value = draft.mark(&c.id)?.value?;
            points += i128::from(c.weight) * i128::from(value) * (scale / i128::from(c.max_score()));
        }
    }
    round(points, weights * scale * drafts.len() as i128)
}

/// The plain mean of one criterion over several assessments, in thousandths of a point.
pub fn criterion_mean(criterion: &CriterionId, drafts: &[&Draft]) -> Option<i64> {
    let values: Option<Vec<i64>> = drafts.iter().map(|d| d.mark(criterion)?.value).collect();
    let values = values.filter(|v| !v.is_empty())?;
    round(values.iter().map(|v| i128::from(*v)).sum(), values.len() as i128)
}

/// Thousandths of `part / whole`, half up.
fn round(part: i128, whole: i128) -> Option<i64> {
    (whole > 0).then(|| i64::try_from((part * 2000 + whole) / (whole * 2)).ok()).flatten()
}

fn lcm(a: i128, b: i128) -> i128 {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    a / x * b
}

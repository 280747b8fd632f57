//! Expert groups, conflicts, assignments, assessments and closings. What one side may not see of the other is decided before these are called.

mod expert;
mod plan;
mod score;

pub use expert::{emails, expert, expert_of, experts, group, join, leave, members, save_expert, save_group};
pub use plan::{
    Proof, Task, add_conflict, add_proof, assign, assignments, assignments_of, change_conflict, conflict, conflicts, conflicts_of, decline,
    dismiss, last_proof, people, remove_conflict, started, tasks,
};
pub use score::{add_closing, closings, of_application, of_expert, of_side, save, save_summary, summaries};

/// Every statement of the feature.
pub fn statements() -> &'static [(&'static str, &'static str)] {
    static EVERY: std::sync::LazyLock<Vec<(&'static str, &'static str)>> =
        std::sync::LazyLock::new(|| [expert::ALL, plan::ALL, score::ALL].concat());
    &EVERY
}

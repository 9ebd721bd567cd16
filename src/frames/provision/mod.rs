//! Provisions: what a plan says or would do, issue by issue.
//!
//! Owns the way from a plan that governs some words (as subject, agent, possessor, `under the plan`, by a heading or
//! list) to what they provide, drop or change. Is given plan mentions and clauses. Never decides which plan a phrase
//! means and never reads stances: a plan that is only the object of somebody's verb provides nothing.

mod clause;
mod content;
mod explainer;
mod governor;
mod inversion;
mod noun;
mod place;
mod read;
mod section;
mod telling;

use crate::finding::ProvisionStatus;
use crate::lexicon::issues::IssueId;
use crate::referent::plan::PlanId;
use crate::text::Run;

/// What a plan says on one issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Provision {
    /// The plan.
    pub plan: PlanId,
    /// The issue.
    pub issue: IssueId,
    /// Whether the plan has it, lacks it or has it in another form.
    pub status: ProvisionStatus,
    /// The words that carry the issue.
    pub content: Run,
    /// The clause that shows it.
    pub evidence: Run,
    /// Its sentence.
    pub sentence: usize,
    /// Id of the lexicon entry or of the construction.
    pub rule: String,
}

/// The provisions of a text, in order.
#[derive(Debug, Default)]
pub struct Provisions {
    /// One for each plan, issue and status.
    pub all: Vec<Provision>,
}

//! Which plan a position is about.
//!
//! Owns the choice among the mentions around a frame. Is given the mentions. Never finds one.

use super::Reader;
use crate::frames::Frame;
use crate::referent::plan::{PlanId, PlanMention};

/// How many sentences back a position on a plan takes up one named before.
const BACK: usize = 2;

impl Reader<'_> {
    /// The plan of a frame: named in its content, else in its clause; for a position on a plan as such, else in its
    /// sentence or the one named last.
    pub(super) fn plan(&self, frame: &Frame) -> Option<PlanId> {
        let plans = self.given.plans;
        let near = |mentions: &[PlanMention]| {
            mentions.iter().min_by_key(|m| m.run.start.abs_diff(frame.cue.start)).map(|m| m.plan)
        };
        let clause = near(plans.within(frame.content)).or_else(|| near(plans.within(frame.evidence)));
        clause.or_else(|| self.taken_up(frame).filter(|_| self.is_on_a_plan(frame)))
    }

    fn is_on_a_plan(&self, frame: &Frame) -> bool {
        self.given.lexicon.issues.code(frame.issue) == "process/plan"
    }

    fn taken_up(&self, frame: &Frame) -> Option<PlanId> {
        let text = self.given.text;
        let within = self.given.plans.within(text.sentences[frame.sentence].run);
        let here = within.iter().min_by_key(|m| m.run.start.abs_diff(frame.cue.start));
        let before =
            self.given.plans.before(frame.cue.start).filter(|m| text.sentence_of(m.run.start) + BACK >= frame.sentence);
        here.or(before).map(|m| m.plan)
    }
}

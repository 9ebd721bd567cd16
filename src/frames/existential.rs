//! `There can be no talk of A`, `there is no alternative to B`: what the voice shuts out, and what it leaves as the only way.
//!
//! Owns positions of the voice behind `there is no`. Never reads what the voice foresees or counts.

use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::{Firmness, Stance};
use crate::lexicon::tag::Tag;
use crate::text::Run;

impl Reader<'_> {
    /// The position that `there` and a negated noun make.
    pub(super) fn existential(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let there = (c.run.start..verb.run.start).rev().find(|&t| self.words.tag(t) == Tag::EX);
        let Some(noun) = self.phrases.noun_at(verb.run.end).filter(|_| there.is_some()) else { return };
        let noun = self.phrases.nouns[noun];
        let none = verb.negated || self.is(noun.run.start, self.sets.no);
        let told = verb.past && !(c.kind == ClauseKind::That && self.is(noun.head, self.sets.no_room));
        if !none || !self.is(verb.main, self.sets.be) || self.blocked(clause) || told || verb.perfect {
            return;
        }
        let decides = verb.modal.is_some_and(|m| self.is(m, self.sets.future) || self.is(m, self.sets.ability));
        let stance = if self.is(noun.head, self.sets.no_other) {
            Stance::Demand
        } else if decides || self.is(noun.head, self.sets.no_room) {
            Stance::Reject
        } else {
            return;
        };
        let content = Run::new(noun.run.start, self.own_end(clause, noun.run.end).max(noun.run.end));
        if self.run_has(content, self.sets.without) {
            return;
        }
        let mut draft = self.voice_draft(clause, stance, "there-is-no", Run::new(verb.run.start, noun.run.start + 1));
        draft.addressee = None;
        draft.firmness = Firmness::Firm;
        draft.contents = vec![self.without_condition(content, draft.condition)];
        if draft.holders.is_empty() {
            return self.drop_reading(draft.cue, &draft.rule, "nobody speaks");
        }
        self.keep(draft);
    }
}

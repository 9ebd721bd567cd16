//! Necessity: must, has to, should, cannot ... without: a demand of the voice, never of the grammatical subject.
//!
//! Owns modal demands.

use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::Stance;
use crate::text::Run;

impl Reader<'_> {
    pub(super) fn necessity(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        if !c.kind.is_finite() || c.kind == ClauseKind::Condition || self.blocked(clause) {
            return;
        }
        if c.kind == ClauseKind::Relative {
            return self.nothing_without(clause);
        }
        let Some(cue) = self.necessity_cue(clause) else { return self.nothing_without(clause) };
        let mut draft = self.voice_draft(clause, Stance::Demand, "necessity", cue);
        let subject_is_voice = draft.addressee.is_some_and(|id| draft.holders.iter().any(|h| h.who == Some(id)));
        if subject_is_voice {
            draft.addressee = None;
        }
        if draft.holders.is_empty() {
            return self.drop_reading(cue, "necessity", "nobody speaks");
        }
        self.keep(draft);
    }

    /// `impossible without A`, `nobody can sign it without us`, `will not work without B`: B is what the voice demands.
    fn nothing_without(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let Some(without) = c.run.iter().find(|&t| t >= verb.run.end && self.is(t, self.sets.without)) else { return };
        let subject_none = c.subject.is_some_and(|n| self.is(self.phrases.nouns[n].run.start, self.sets.no));
        let before = Run::new(c.run.start, without);
        let negative = verb.negated
            || subject_none
            || self.run_has(before, self.sets.impossible)
            || self.run_has(before, self.sets.no);
        let content = Run::new(without, self.own_end(clause, without + 1).max(without + 1));
        if !negative {
            return;
        }
        let mut draft = self.voice_draft(clause, Stance::Demand, "nothing-without", Run::new(without, without + 1));
        draft.addressee = None;
        draft.contents = vec![content];
        if draft.holders.is_empty() {
            draft.holders = self.subject_holders(clause);
        }
        self.keep(draft);
    }

    /// `must`, `should`, or `has to`, `needs to`.
    fn necessity_cue(&self, clause: usize) -> Option<Run> {
        let verb = *self.clauses.verb(self.phrases, clause);
        if verb.modal.is_some_and(|modal| self.is(modal, self.sets.necessity)) {
            return Some(verb.run);
        }
        let has = self.is(verb.main, self.sets.have)
            || verb.perfect && self.is(verb.main, self.sets.got)
            || self.words.at(verb.main).lemma == self.lexicon.vocab.get("need");
        let infinitive = self.children(clause).find(|&d| {
            let child = &self.clauses.all[d];
            child.kind == ClauseKind::Infinitive && self.clauses.verb(self.phrases, d).run.start == verb.run.end
        })?;
        (has && !verb.negated).then(|| Run::new(verb.run.start, self.clauses.verb(self.phrases, infinitive).run.end))
    }
}

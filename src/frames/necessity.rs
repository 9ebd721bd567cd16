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
        if !c.kind.is_finite() || c.kind == ClauseKind::Condition || c.kind == ClauseKind::Relative || self.blocked(clause) {
            return;
        }
        let Some(cue) = self.necessity_cue(clause) else { return };
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

    /// `must`, `should`, or `has to`, `needs to`.
    fn necessity_cue(&self, clause: usize) -> Option<Run> {
        let verb = *self.clauses.verb(self.phrases, clause);
        if let Some(modal) = verb.modal {
            return self.is(modal, self.sets.necessity).then_some(verb.run);
        }
        let has = self.is(verb.main, self.sets.have) || self.words.at(verb.main).lemma == self.lexicon.vocab.get("need");
        let infinitive = self.children(clause).find(|&d| {
            let child = &self.clauses.all[d];
            child.kind == ClauseKind::Infinitive && self.clauses.verb(self.phrases, d).run.start == verb.run.end
        })?;
        (has && !verb.negated).then(|| Run::new(verb.run.start, self.clauses.verb(self.phrases, infinitive).run.end))
    }
}

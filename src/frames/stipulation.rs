//! Conditions that no position has taken up: `there will be no vote unless A`, `any deal stands only if B`.
//!
//! Owns demands made by a condition alone, by the voice, or by the party that would act on it. Never reads a condition
//! twice, and never a bare `if`.

use super::read::Reader;
use super::{Dependence, Holder};
use crate::finding::{ConditionKind, Modality, Stance};
use crate::text::Run;

impl Reader<'_> {
    /// What the conditions of a sentence demand, where no frame of it hangs on them.
    pub(super) fn stipulations(&mut self, sentence: usize) {
        for clause in self.clauses.of_sentence(sentence) {
            let open = self.clauses.all[clause].kind.is_finite() && !self.blocked(clause);
            let condition = self.condition(clause, self.clauses.complement(self.phrases, clause));
            let Some(condition) = condition.filter(|c| open && self.stipulates(clause, *c)) else { continue };
            if self.is_taken(sentence, condition) {
                continue;
            }
            let holders = self.stipulators(clause);
            if self.lasts(clause, condition) {
                self.status_quo(clause, &holders, condition);
            }
            let mut draft = self.voice_draft(clause, Stance::Offer, "stipulation", condition.run);
            draft.condition = Some(condition);
            draft.holders.clone_from(&holders);
            if !self.is_taken(sentence, condition) {
                self.condition_frame(&draft, &holders);
            }
        }
    }

    /// What stays as it is until then: the voice refuses to change it.
    fn status_quo(&mut self, clause: usize, holders: &[Holder], condition: Dependence) {
        let c = self.clauses.all[clause];
        let mut draft =
            self.voice_draft(clause, Stance::Reject, "lasts-until", self.clauses.verb(self.phrases, clause).run);
        draft.holders = holders.to_vec();
        draft.condition = Some(condition);
        let start = c.subject.map_or(c.run.start, |n| self.phrases.nouns[n].run.start.min(c.run.start));
        draft.contents = vec![Run::new(start, condition.run.start.max(start))];
        if !holders.is_empty() {
            self.keep(draft);
        }
    }

    /// Without it nothing happens: the condition is strict, or a term to a refusal (`not until`).
    fn stipulates(&self, clause: usize, condition: Dependence) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        let told = verb.past || verb.perfect;
        let refused = condition.kind == ConditionKind::Until && self.is_negative(clause) && !told;
        let says = self.powers[clause] == super::cue::Power::Says && !verb.negated;
        condition.is_strict() && !says || refused || self.lasts(clause, condition)
    }

    /// `will stay frozen until A`: what is not to change before A.
    fn lasts(&self, clause: usize, condition: Dependence) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        let lemma = self.words.at(verb.main).lemma;
        let lasting = self.lexicon.in_set(lemma, self.sets.lasting) && !verb.negated && !verb.past;
        lasting && condition.kind == ConditionKind::Until
    }

    /// A position of the sentence already holds the condition.
    fn is_taken(&self, sentence: usize, condition: Dependence) -> bool {
        let here = self.out.all.iter().rev().take_while(|f| f.sentence == sentence);
        here.into_iter().any(|f| {
            let inside = condition.run.contains(f.cue.start) && f.modality != Modality::Hypothetical;
            inside || f.condition.is_some_and(|c| c.run.start == condition.run.start)
        })
    }

    /// The voice; in the reporter's own words the party whose own step it is.
    fn stipulators(&self, clause: usize) -> Vec<Holder> {
        let verb = *self.clauses.verb(self.phrases, clause);
        let voices = self.voice_holders(verb.main);
        let voiced = self.voice(verb.main).is_some();
        let own = verb.modal.is_some_and(|m| self.is(m, self.sets.future) || self.is(m, self.sets.ability));
        let stated = matches!(self.powers[clause], super::cue::Power::Stance(_)) || verb.ceased;
        let found = if (stated || !voiced && own) && !verb.passive { self.subject_holders(clause) } else { voices };
        found.into_iter().filter(|h| self.may_hold(h)).collect()
    }

    /// The clause says that something is not to be: by its verb, its subject, or `no` behind `there is`.
    pub(super) fn is_negative(&self, clause: usize) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        let subject = self.clauses.all[clause].subject;
        let none = subject.is_some_and(|n| self.is(self.phrases.nouns[n].run.start, self.sets.no));
        verb.negated || none || self.no_object(clause)
    }
}

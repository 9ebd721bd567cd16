//! Necessity: must, has to, should, cannot ... without: a demand of the voice, never of the grammatical subject.
//!
//! Owns modal demands.

use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::Stance;
use crate::text::Run;

/// The rule of a modal demand.
pub(super) const NECESSITY: &str = "necessity";

impl Reader<'_> {
    pub(super) fn necessity(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        if !c.kind.is_finite() || c.kind == ClauseKind::Condition || self.blocked(clause) {
            return;
        }
        if c.kind == ClauseKind::Relative {
            return self.nothing_without(clause);
        }
        if self.only_that(clause) {
            return;
        }
        let Some(cue) = self.necessity_cue(clause) else { return self.nothing_without(clause) };
        let Some(stance) = self.duty(clause) else { return };
        let mut draft = self.voice_draft(clause, stance, NECESSITY, cue);
        let subject_is_voice = draft.addressee.is_some_and(|id| draft.holders.iter().any(|h| h.who == Some(id)));
        if subject_is_voice {
            draft.addressee = None;
        }
        if draft.holders.is_empty() {
            return self.drop_reading(cue, NECESSITY, "nobody speaks");
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

    /// `only a full withdrawal can bring peace`: what alone is able is what the voice demands.
    fn only_that(&mut self, clause: usize) -> bool {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let able = verb.modal.is_some_and(|m| self.is(m, self.sets.ability) || self.is(m, self.sets.doubt_modal));
        let Some(subject) = c.subject.filter(|_| able && !verb.negated).map(|n| self.phrases.nouns[n].run) else {
            return false;
        };
        let only =
            self.is(subject.start, self.sets.only) || subject.start > 0 && self.is(subject.start - 1, self.sets.only);
        let party = c.subject.is_some_and(|n| !self.holders(n).is_empty());
        if !only || c.inherited || party {
            return false;
        }
        let mut draft = self.voice_draft(clause, Stance::Demand, "only", verb.run);
        draft.addressee = None;
        draft.contents = vec![Run::new(subject.start, self.own_end(clause, verb.run.end))];
        if !draft.holders.is_empty() {
            self.keep(draft);
        }
        true
    }

    /// `does not see why it should` refuses; `asked why it should` only asks.
    fn duty(&self, clause: usize) -> Option<Stance> {
        let c = &self.clauses.all[clause];
        let asks = c
            .introducer
            .is_some_and(|t| self.words.tag(t) == crate::lexicon::tag::Tag::WRB && c.kind != ClauseKind::Relative);
        let denied = c.parent.is_some_and(|p| self.clauses.verb(self.phrases, p).negated);
        match (asks, denied) {
            (false, _) => Some(Stance::Demand),
            (true, true) => Some(Stance::Reject),
            (true, false) => None,
        }
    }

    /// `must`, `should`, or `has to`, `needs to`.
    fn necessity_cue(&self, clause: usize) -> Option<Run> {
        let verb = *self.clauses.verb(self.phrases, clause);
        if verb.modal.is_some_and(|modal| self.is(modal, self.sets.necessity)) {
            return Some(verb.run);
        }
        let has =
            self.is(verb.main, self.sets.have) || self.words.at(verb.main).lemma == self.lexicon.vocab.get("need");
        let (infinitive, gap) = self.children(clause).find_map(|d| {
            let start = self.clauses.verb(self.phrases, d).run.start;
            let near = (verb.run.end..=verb.run.end + 1).contains(&start);
            (near && self.clauses.all[d].kind == ClauseKind::Infinitive).then(|| (d, start - verb.run.end))
        })?;
        let better = has && gap == 1 && self.is(verb.run.end, self.sets.duty);
        let got = gap == 0 && self.is(verb.main, self.sets.duty) && self.has_before(verb.run.start);
        let due = has && gap == 0 || better || got;
        (due && !verb.negated).then(|| Run::new(verb.run.start, self.clauses.verb(self.phrases, infinitive).run.end))
    }

    /// `have got to`, `they've got to`: the auxiliary right before.
    fn has_before(&self, t: usize) -> bool {
        t > 0 && self.is(t - 1, self.sets.have)
    }
}

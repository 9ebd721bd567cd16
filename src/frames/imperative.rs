//! Orders: `Mr Putin, silence your guns`; and whose turn it is: `it is for Moscow to call off its bombers`.
//!
//! Owns demands without a verb of demanding, made by the voice. Never reads an order outside of somebody's words.

use super::read::{Draft, Reader};
use crate::clauses::ClauseKind;
use crate::finding::{Firmness, Stance};
use crate::referent::CharacterId;
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The demands that a clause makes by its form.
    pub(super) fn orders(&mut self, clause: usize) {
        self.order(clause);
        self.turn(clause);
    }

    /// A bare verb inside quoted words.
    fn order(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let spoken = c.kind == ClauseKind::Imperative && self.text.quote_at(verb.main).is_some();
        if !spoken || self.is_knowing(clause) || self.blocked(clause) {
            return;
        }
        let mut draft = self.voice_draft(clause, Stance::Demand, "order", verb.run);
        draft.addressee = self.called(verb.run.start);
        draft.contents = vec![Run::new(verb.run.start, c.run.end)];
        draft.firmness = Firmness::Firm;
        self.keep_of_voice(draft);
    }

    /// `it is (up) to Moscow to V`.
    fn turn(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let it = c.subject.is_some_and(|n| self.is(self.phrases.nouns[n].head, self.sets.it));
        if !it || verb.negated || !self.is(verb.main, self.sets.be) || self.blocked(clause) {
            return;
        }
        let below = self
            .children(clause)
            .find(|&d| self.clauses.all[d].kind == ClauseKind::Infinitive && self.is_turn_of(d, verb.run.end));
        let Some(below) = below else { return };
        let mut draft = self.voice_draft(clause, Stance::Demand, "turn", verb.run);
        draft.addressee = self.clauses.all[below].control.and_then(|n| self.party(n));
        draft.contents = vec![self.clauses.all[below].run];
        self.keep_of_voice(draft);
    }

    /// The phrase behind `for` or `to`, right behind the verb, is to do what the infinitive says.
    fn is_turn_of(&self, infinitive: usize, behind: usize) -> bool {
        let Some(n) = self.clauses.all[infinitive].control else { return false };
        let noun = &self.phrases.nouns[n];
        let prep = noun.prep.filter(|&p| self.is(p, self.sets.for_) || self.is(p, self.sets.to));
        let next = self.clauses.verb(self.phrases, infinitive).run.start == noun.run.end;
        next && self.party(n).is_some() && prep.is_some_and(|p| p <= behind + 1)
    }

    /// `Mr Putin, ...`: the name before the comma, where nothing but the name opens the words.
    fn called(&self, verb: usize) -> Option<CharacterId> {
        let comma = verb.checked_sub(1).filter(|&t| self.text.tokens[t].kind == TokenKind::Comma)?;
        let noun = self.phrases.noun_at(comma.checked_sub(1)?)?;
        let first = self.phrases.nouns[noun].run.start;
        let opens = first == 0 || !matches!(self.text.tokens[first - 1].kind, TokenKind::Word | TokenKind::Clitic);
        self.party(noun).filter(|_| opens)
    }

    fn keep_of_voice(&mut self, draft: Draft) {
        if draft.holders.is_empty() {
            return self.drop_reading(draft.cue, &draft.rule, "nobody speaks");
        }
        self.keep(draft);
    }
}

//! Threats without a verb of threatening: `will face consequences`, `otherwise the answer will come`, `ready for war`.
//!
//! Owns what makes an announced deed or a foretold harm the threat of the voice. Never reads a harm that the voice fears
//! for its own side.

use super::read::{Draft, Reader};
use super::{Dependence, Holder};
use crate::clauses::ClauseKind;
use crate::finding::{ConditionKind, Firmness, Stance};
use crate::text::Run;

impl Reader<'_> {
    /// A clause in somebody's voice that foretells a consequence: of its subject, for its subject, or as its subject.
    pub(super) fn retribution(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let future = verb.modal.is_some_and(|m| self.is(m, self.sets.future)) || self.ors(clause);
        let plain = c.kind.is_finite() || c.kind == ClauseKind::Infinitive && self.ors(clause);
        if !future || !plain || verb.negated || self.blocked_by_position(clause) {
            return;
        }
        let complement = Run::new(verb.main, self.own_end(clause, verb.run.end));
        let suffers = self.says_at(verb.main, self.sets.suffers);
        let incurs = suffers || self.is(verb.main, self.sets.incurs) && self.has_consequence(complement);
        let comes =
            c.subject.is_some_and(|n| !c.inherited && self.is(self.phrases.nouns[n].head, self.sets.consequence))
                && self.is_warned(clause);
        if self.is_struck(clause) || incurs || comes {
            let draft = self.threat_draft(clause, "retribution", complement);
            self.keep_threat(draft);
        }
    }

    /// `warned that Western troops would be attacked`.
    fn is_struck(&self, clause: usize) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        let lemma = self.words.at(verb.main).lemma;
        verb.passive && self.lexicon.in_set(lemma, self.sets.retaliation) && self.voice_warns(verb.main)
    }

    /// `must hand it over or face strikes`.
    fn ors(&self, clause: usize) -> bool {
        let start = self.clauses.verb(self.phrases, clause).run.start;
        start > 0 && self.clauses.all[clause].conjoined.is_some() && self.is(start - 1, self.sets.or)
    }

    /// A word for what follows on disobedience stands near the verb.
    fn has_consequence(&self, complement: Run) -> bool {
        complement.iter().take(9).any(|t| self.is(t, self.sets.consequence))
    }

    /// `otherwise`, or a verb of warning, leads to the clause; or it hangs on a condition.
    fn is_warned(&self, clause: usize) -> bool {
        let c = self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let from = c.run.start.saturating_sub(2);
        let otherwise = (from..verb.run.start).any(|t| self.is(t, self.sets.otherwise));
        otherwise || self.voice_warns(verb.main) || self.condition(clause, c.run).is_some()
    }

    /// The words at `t` are told by a verb or noun of warning.
    pub(super) fn voice_warns(&self, t: usize) -> bool {
        let cue = self.voice(t).and_then(|a| a.cue);
        cue.is_some_and(|run| self.run_has(run, self.sets.warning))
    }

    /// A stance above carries the chain already, other than one of warning.
    fn blocked_by_position(&self, clause: usize) -> bool {
        self.blocked(clause) && !self.ors(clause)
    }

    /// A threat of the voice: the clause, what it hangs on, and what stood before `otherwise` say what it is about.
    pub(super) fn threat_draft(&self, clause: usize, rule: &str, content: Run) -> Draft {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let mut draft = self.voice_draft(clause, Stance::Threaten, rule, verb.run);
        draft.holders.retain(|h| !self.is_of_side(h, c.subject));
        draft.firmness = Firmness::Firm;
        draft.contents = vec![Run::new(c.run.start, c.run.end.max(content.end))];
        draft.contents.extend(draft.condition.map(|d| d.run));
        if let Some(before) = self.before_otherwise(clause) {
            let named = self.issue_of(before).is_some();
            draft.contents = if named { vec![before] } else { Vec::new() };
            draft.weak = named;
        }
        draft
    }

    /// The subject is of the holder's own side: what it will suffer is no threat of the holder.
    fn is_of_side(&self, holder: &Holder, subject: Option<usize>) -> bool {
        let side = |id: usize| self.referents.character(id).side;
        let own = holder.who.and_then(side);
        let its = subject.and_then(|n| self.party(n)).and_then(side);
        own.is_some() && own == its
    }

    /// What stands in the sentence before `or` and `otherwise`: what is to be done, lest.
    fn before_otherwise(&self, clause: usize) -> Option<Run> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause).run;
        let from = c.run.start.saturating_sub(2);
        let at = (from..verb.start).find(|&t| self.is(t, self.sets.otherwise) || self.is(t, self.sets.or))?;
        let start = self.text.sentences[c.sentence].run.start;
        Some(Run::new(start.min(at), at))
    }

    pub(super) fn keep_threat(&mut self, draft: Draft) {
        if draft.holders.is_empty() {
            return self.drop_reading(draft.cue, &draft.rule, "nobody threatens");
        }
        self.keep(draft);
    }

    /// What a party will do is a threat: it strikes back, does it by force, or does harm should another not yield.
    pub(super) fn threatens(&self, clause: usize, condition: Option<Dependence>) -> bool {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let strikes = self.is(verb.main, self.sets.retaliation);
        let harms = self.says_at(verb.main, self.sets.harm);
        let force = self
            .words
            .hits_in(c.run)
            .any(|h| matches!(h.entry, crate::lexicon::trie::Entry::Set(n) if n == self.sets.by_force.number()));
        let defied = condition.is_some_and(|d| self.is_defied(d));
        strikes || force || harms && (condition.is_some() || self.voice_warns(verb.main)) || defied
    }

    /// `if Russia does not agree`, `unless Kyiv signs`, `if talks fail`: what is to be yielded to.
    pub(super) fn is_defied(&self, condition: Dependence) -> bool {
        let inside = |c: &usize| condition.run.contains(self.clauses.verb(self.phrases, *c).main);
        let sentence = self.text.sentence_of(condition.run.start);
        let verb = self.clauses.of_sentence(sentence).find(inside);
        let negated = verb.is_some_and(|c| self.is_negative(c) || self.powers[c] == super::cue::Power::Refuses);
        match condition.kind {
            ConditionKind::Unless => true,
            ConditionKind::If => negated,
            _ => false,
        }
    }

    /// The word at `t`, or a phrase of several words that begins there, is in `set`.
    fn says_at(&self, t: usize, set: crate::lexicon::SetId) -> bool {
        let phrase =
            |h: &crate::words::Hit| matches!(h.entry, crate::lexicon::trie::Entry::Set(n) if n == set.number());
        self.lexicon.in_set(self.words.at(t).lemma, set) || self.words.hits_at(t).iter().any(phrase)
    }
}

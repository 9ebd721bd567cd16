//! Modality: whether a position is said to hold now.
//!
//! Owns questions, suppositions, denials, predictions, history.

use super::cue::Power;
use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::{Firmness, Modality};
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The modality of what a clause's verb says.
    pub(super) fn modality(&self, clause: usize, conditional: bool) -> Modality {
        let main = self.clauses.verb(self.phrases, clause).main;
        let said = self.attributions.voice(main).map(|a| &self.attributions.all[a]);
        if self.denied(clause) || said.is_some_and(|a| a.negated) {
            Modality::Denied
        } else if self.conditional(clause)
            || self.asked(clause)
            || said.is_some_and(|a| a.asked)
            || self.supposed(clause) && !self.on_terms(clause)
        {
            Modality::Hypothetical
        } else if self.historical(clause) {
            Modality::Historical
        } else if conditional {
            Modality::Conditional
        } else {
            Modality::Asserted
        }
    }

    /// A clause that states a condition; `after Moscow refused` states a time.
    fn conditional(&self, clause: usize) -> bool {
        self.clauses.all[clause].kind == ClauseKind::Condition && self.condition_kind(clause).is_some()
    }

    fn denied(&self, clause: usize) -> bool {
        self.power_above(clause).0 == Power::Denies
    }

    /// A question, or the content of one.
    fn asked(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        let run = self.text.sentences[c.sentence].run;
        let question = (c.run.end..run.end.min(c.run.end + 3))
            .chain(run.end.saturating_sub(2)..run.end)
            .any(|t| self.text.tokens[t].kind == TokenKind::Stop && self.text.word(t).starts_with('?'));
        let whether = c.introducer.is_some_and(|t| self.is(t, self.sets.whether));
        let asks = self.power_above(clause).0 == Power::Asks;
        question || whether || asks
    }

    /// `Warsaw would agree provided that A`: on its terms, in the reporter's words, it holds.
    fn on_terms(&self, clause: usize) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        let would = verb.modal.is_some_and(|t| self.is(t, self.sets.would)) && self.voice(verb.main).is_none();
        let main = self.clauses.all[clause].kind == ClauseKind::Main;
        let condition = || self.condition(clause, self.clauses.complement(self.phrases, clause));
        would && main && condition().is_some_and(super::Dependence::is_strict)
    }

    /// May, might; expected to; `suppose`; `would` in the reporter's own words.
    fn supposed(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let doubted = verb.modal.is_some_and(|m| self.is(m, self.sets.doubt_modal) && !self.is(m, self.sets.ability));
        let above = matches!(self.power_above(clause).0, Power::Doubts);
        let reporter_would = verb.modal.is_some_and(|t| self.is(t, self.sets.would))
            && matches!(c.kind, ClauseKind::Main | ClauseKind::Relative | ClauseKind::Adverbial)
            && self.voice(verb.main).is_none()
            && !(verb.negated || self.neither(clause))
            && !self.is(verb.main, self.sets.open_words);
        let predicted = self.power_above(clause).1.is_some_and(|p| {
            let above = self.clauses.verb(self.phrases, p);
            self.power_above(clause).0 == Power::Says && above.modal.is_some_and(|t| self.is(t, self.sets.future))
        });
        let inverted_if = std::iter::successors(Some(clause), |&p| self.clauses.all[p].parent)
            .take(8)
            .any(|p| self.inverted_condition(p));
        let parent_if =
            std::iter::successors(c.parent, |&p| self.clauses.all[p].parent).take(8).any(|p| self.conditional(p));
        doubted || above || parent_if || reporter_would || predicted || inverted_if
    }

    /// `Were Kyiv to sign`, `Had Moscow agreed`.
    fn inverted_condition(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        let first = self.clauses.verb(self.phrases, clause).run.start;
        let start = self.text.sentences[c.sentence].run.start;
        c.inverted && self.is(first, self.sets.inversion) && (first == start || first == start + 1)
    }

    /// A year well before the article, or `once`, with a past verb.
    fn historical(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        if !verb.past && !verb.perfect {
            return false;
        }
        let sentence = self.text.sentences[c.sentence].run;
        let year = self.published.map(|d| d.year());
        let before = |t: usize| {
            let number = self.text.word(t).parse::<i16>().ok();
            let since = t > 0 && self.is(t - 1, self.sets.since);
            number.zip(year).is_some_and(|(n, y)| (1900..y - 1).contains(&n)) && !since
        };
        let once = c
            .run
            .iter()
            .take_while(|&t| t < verb.run.end)
            .any(|t| self.is(t, self.sets.once_words) && t + 1 >= verb.run.start);
        once || sentence.iter().any(before)
    }

    /// What a cue implies of its own; words around it have their say once all frames are read.
    pub(super) fn firmness(&self, implied: Option<Firmness>, _evidence: Run) -> Firmness {
        implied.unwrap_or(Firmness::Firm)
    }
}

//! Telling on: plain statements that go on from a plan, under a heading or behind a sentence that told of it.
//!
//! Owns when a statement without a plan of its own is a plan's, and how long a telling lasts. Never reads headings.

use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::{ProvisionStatus, Stance};
use crate::lexicon::cue::Act;
use crate::phrases::{Chunk, VerbForm};
use crate::referent::plan::PlanId;
use crate::text::{Case, Run, TokenKind};

/// Sentences that `in return` looks back.
const FAR: usize = 6;
/// Sentences that may stand between what is told of one plan.
const PATIENCE: usize = 1;

impl Reader<'_> {
    /// What the next sentence can take up: a plan whose provisions were told, or that the sentence was about.
    pub(super) fn go_on(&mut self, sentence: usize, before: usize) {
        let told = self.out.all.get(before..).and_then(|new| new.last()).map(|p| p.plan);
        let asks = self.text.str(self.text.sentences[sentence].run).ends_with('?');
        let (telling, patience) = match told {
            _ if asks => (None, 0),
            Some(plan) => (Some(plan), PATIENCE),
            None => match self.opened(sentence) {
                Some(plan) => (Some(plan), 0),
                None if self.is_aside(sentence) => (self.telling, self.patience.saturating_sub(1)),
                None => (None, 0),
            },
        };
        (self.telling, self.patience) = (telling, patience);
    }

    /// The one plan that a sentence speaks of, if nobody holds anything against it there.
    fn opened(&self, sentence: usize) -> Option<PlanId> {
        let mentions = self.plans.within(self.text.sentences[sentence].run);
        let one = mentions.first().filter(|m| mentions.iter().all(|o| o.plan == m.plan))?;
        let opposed = self.clauses.of_sentence(sentence).any(|c| self.opposes(c));
        Some(one.plan).filter(|_| !opposed)
    }

    /// Somebody says, rejects or demands something.
    fn opposes(&self, clause: usize) -> bool {
        let held = |act: Act| {
            matches!(
                act,
                Act::Say | Act::Think | Act::Refuse | Act::Stance(Stance::Reject | Stance::Demand | Stance::Threaten)
            )
        };
        let verb = self.clauses.verb(self.phrases, clause);
        let party = self.clauses.all[clause].subject.is_some_and(|n| self.is_party(n, false));
        party && self.cues(verb.main).any(|c| held(c.act))
    }

    /// A short comment of nobody's, that a telling outlasts.
    fn is_aside(&self, sentence: usize) -> bool {
        let run = self.text.sentences[sentence].run;
        let quiet = run.iter().all(|t| self.attributions.voice(t).is_none());
        self.patience > 0 && quiet && self.plans.within(run).is_empty()
    }

    /// A plain statement under a heading, or going on from a sentence that told a plan's provisions.
    pub(super) fn sectioned(&mut self, clause: usize) {
        let (plan, rule) = match (
            self.section,
            self.telling.or(self.themed).or_else(|| self.just_told(clause)).or_else(|| self.returned(clause)),
        ) {
            (Some(plan), _) => (plan, "plan-section"),
            (None, Some(plan)) => (plan, "plan-told-on"),
            _ => return,
        };
        if self.states(clause, self.section.is_none()) && !self.is_said(clause) {
            let run = self.clauses.all[clause].run;
            self.keep(plan, ProvisionStatus::Provides, &[run], run, rule);
        }
    }

    /// The plan of a provision earlier in the sentence, before a semicolon or colon.
    fn just_told(&self, clause: usize) -> Option<PlanId> {
        let c = &self.clauses.all[clause];
        let last = self.out.all.last().filter(|p| p.sentence == c.sentence && p.evidence.start < c.run.start)?;
        let splits = |t: usize| matches!(self.text.tokens[t].kind, TokenKind::Semicolon | TokenKind::Colon);
        (last.evidence.start..c.run.start + 1).any(splits).then_some(last.plan)
    }

    /// `In return, Ukraine would get ...` some sentences after a plan's provisions.
    fn returned(&self, clause: usize) -> Option<PlanId> {
        let sentence = self.clauses.all[clause].sentence;
        let start = self.text.sentences[sentence].run.start;
        let last = self.out.all.last().filter(|p| p.sentence + FAR >= sentence)?;
        let opens = self.is(start, self.sets.in_) && self.is(start + 1, self.sets.exchange);
        opens.then_some(last.plan)
    }

    /// Somebody's words: the content of an attribution, a question, a first person.
    fn is_said(&self, clause: usize) -> bool {
        let said = self.attributions.voice(self.clauses.verb(self.phrases, clause).main).is_some();
        let country = |t: usize| self.text.tokens[t].case == Case::Upper;
        let own = |t: usize| self.is(t, self.sets.first_person) && !country(t) || self.is(t, self.sets.i);
        said || self.part_around(clause).iter().any(own)
    }

    /// The words around a clause up to semicolons and dashes.
    fn part_around(&self, clause: usize) -> Run {
        let sentence = self.text.sentences[self.clauses.all[clause].sentence].run;
        let verb = self.clauses.verb(self.phrases, clause).main;
        let splits = |t: &usize| matches!(self.text.tokens[*t].kind, TokenKind::Semicolon | TokenKind::Dash);
        let start = (sentence.start..verb).rev().find(splits).map_or(sentence.start, |t| t + 1);
        Run::new(start, (verb..sentence.end).find(splits).unwrap_or(sentence.end))
    }

    /// A main clause in the present or with `would`, not about what somebody wants; going on, only with `would`.
    fn states(&self, clause: usize, told_on: bool) -> bool {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let moods = if told_on { self.sets.would } else { self.sets.future };
        let bound = !told_on || self.just_told(clause).is_some();
        let must = verb.modal.is_some_and(|m| bound && self.is(m, self.sets.necessity));
        let modal = verb.modal.is_some_and(|m| self.is(m, moods)) || self.is_to(clause) || must;
        let present = !verb.past && !verb.perfect;
        let quoted = self.text.quote_at(verb.main).is_some();
        let subject =
            c.subject.is_some_and(|n| !(self.is_party(n, true) || told_on && self.takes_up(n) || self.is_claim(n)));
        let led = !c.inherited || c.conjoined.is_some_and(|o| self.states(o, told_on));
        let mood = modal || present && !told_on;
        c.kind == ClauseKind::Main && subject && led && !quoted && mood && !self.speaks(clause)
    }

    /// `Kyiv's answer`: a party's, and no matter of a plan.
    fn is_claim(&self, noun: usize) -> bool {
        let n = &self.phrases.nouns[noun];
        n.possessor.is_some_and(|p| self.is_party(p, false)) && self.score(n.run).is_empty()
    }

    /// `Russian units are to leave`.
    fn is_to(&self, clause: usize) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        let next = self.phrases.chunks.get(self.clauses.all[clause].chunk + 1);
        let infinitive = |c: &Chunk| matches!(c, Chunk::Verb(v) if self.phrases.verbs[*v].form == VerbForm::Infinitive);
        self.is(verb.main, self.sets.be) && !verb.past && next.is_some_and(infinitive)
    }

    /// `That would be`, `such a move would`: a comment on what was told.
    fn takes_up(&self, noun: usize) -> bool {
        let start = self.phrases.nouns[noun].run.start;
        self.is(start, self.sets.demonstrative) || start > 0 && self.is(start - 1, self.sets.demonstrative)
    }
}

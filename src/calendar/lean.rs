//! Which way a date without a year, or a weekday, is to be looked for.
//!
//! Owns the reading of tenses for that one question. Never counts days.

use crate::clauses::Clauses;
use crate::finding::MeetingStatus;
use crate::lexicon::cue::{Act, Class};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::{Phrases, Verb, VerbForm};
use crate::text::Run;
use crate::words::Words;

/// Where a date lies, as far as the tense tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// On the day of the article or before it.
    Past,
    /// On the day of the article or behind it.
    Future,
    /// Wherever it is nearer.
    Near,
}

/// What the direction is read from.
pub(super) struct Tense<'a> {
    lexicon: &'a Lexicon,
    words: &'a Words,
    phrases: &'a Phrases,
    clauses: &'a Clauses,
    be: SetId,
    future: SetId,
    doubt: SetId,
    bounding: SetId,
    ahead: SetId,
    after: SetId,
    invariant: SetId,
}

impl<'a> Tense<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, words: &'a Words, phrases: &'a Phrases, clauses: &'a Clauses) -> Self {
        Tense {
            lexicon,
            words,
            phrases,
            clauses,
            be: lexicon.set("be"),
            future: lexicon.set("future"),
            doubt: lexicon.set("doubt-modal"),
            bounding: lexicon.set("bounding-preposition"),
            ahead: lexicon.set("ahead-preposition"),
            after: lexicon.set("after-preposition"),
            invariant: lexicon.set("invariant-verb"),
        }
    }

    /// The direction of the date at `run`, which stands in `clause`.
    pub(super) fn lean(&self, sentence: usize, clause: Option<usize>, run: Run) -> Lean {
        let lean = clause.map_or(Lean::Near, |c| self.of_clause(c, run.start, 0));
        let first = self.clauses.of_sentence(sentence).next().map_or(run.start, |c| self.clauses.all[c].run.start);
        let before = || (first..run.start).rev().take(12);
        let event = |&t: &usize| t + 2 < run.start && self.words.is(self.lexicon, t, self.after);
        let over = (first..run.start).rev().take(24).take_while(|&t| !self.words.tag(t).is_verb()).any(|t| event(&t));
        match lean {
            Lean::Future if over => Lean::Past,
            Lean::Past if before().any(|t| self.proposes(t)) => Lean::Future,
            Lean::Past if before().any(|t| self.words.is(self.lexicon, t, self.ahead)) => Lean::Near,
            lean => lean,
        }
    }

    /// A noun that plans or proposes begins at `t` (`his call for talks on Thursday`).
    fn proposes(&self, t: usize) -> bool {
        self.words.hits_at(t).iter().any(|h| match h.entry {
            Entry::Cue(n) => {
                let cue = &self.lexicon.cues[n as usize];
                matches!(cue.act, Act::Meeting(_)) && cue.class == Class::Noun
            }
            _ => false,
        })
    }

    /// Whether the date at `run` stands behind `by`, `since` and the like, and not before what it dates
    /// (`since Monday's talks`).
    pub(super) fn bounds(&self, run: Run) -> bool {
        let possesses = run.end < self.words.len() && self.words.tag(run.end) == Tag::POS;
        run.start > 0 && !possesses && self.words.is(self.lexicon, run.start - 1, self.bounding)
    }

    fn of_clause(&self, clause: usize, at: usize, depth: u8) -> Lean {
        let c = &self.clauses.all[clause];
        let verb = &self.phrases.verbs[c.verb];
        let parent = |c: usize| if depth > 6 { Lean::Near } else { self.of_clause(c, at, depth + 1) };
        if verb.modal.is_some_and(|t| self.is_ahead_modal(t)) {
            return Lean::Future;
        }
        let fixes = self.looks_ahead(verb, at);
        match verb.form {
            VerbForm::Finite if fixes => {
                if self.past(verb) && (verb.passive || verb.perfect) {
                    Lean::Near
                } else {
                    Lean::Future
                }
            }
            VerbForm::Finite if self.past(verb) => {
                if self.to_come(verb, clause) {
                    Lean::Near
                } else {
                    Lean::Past
                }
            }
            VerbForm::Finite | VerbForm::Base => Lean::Future,
            _ if fixes && c.parent.is_some_and(|c| self.cancels(c)) => Lean::Near,
            _ if fixes => Lean::Future,
            _ => c.parent.map_or(Lean::Near, parent),
        }
    }

    /// In a past tense, or in a form that can be one (`27 members put their names to it`).
    fn past(&self, verb: &Verb) -> bool {
        let same_form = self.words.is(self.lexicon, verb.main, self.invariant);
        verb.past || verb.perfect || self.words.tag(verb.main) == Tag::VBP && same_form
    }

    fn is_ahead_modal(&self, t: usize) -> bool {
        self.words.is(self.lexicon, t, self.future) || self.words.is(self.lexicon, t, self.doubt)
    }

    /// `was to meet`: a copula with nothing but an infinitive.
    fn to_come(&self, verb: &Verb, clause: usize) -> bool {
        let next = clause + 1;
        self.words.is(self.lexicon, verb.main, self.be)
            && self
                .clauses
                .all
                .get(next)
                .is_some_and(|n| n.parent == Some(clause) && self.phrases.verbs[n.verb].run.start == verb.run.end)
    }

    /// `a summit planned for February has been called off`: the plan is no longer one, whenever its day was.
    fn cancels(&self, clause: usize) -> bool {
        let verb = &self.phrases.verbs[self.clauses.all[clause].verb];
        (self.past(verb) || verb.passive) && self.has_act(verb.main, |act| act == MeetingStatus::Cancelled)
    }

    /// Whether a word at `t` does to meetings what `wanted` names.
    fn has_act(&self, t: usize, wanted: fn(MeetingStatus) -> bool) -> bool {
        self.words.hits_at(t).iter().any(|h| match h.entry {
            Entry::Cue(n) => match self.lexicon.cues[n as usize].act {
                Act::Meeting(status) => wanted(status),
                _ => false,
            },
            _ => false,
        })
    }

    /// The verb, or the adjective behind it, plans what the date at `at` belongs to: `agreed to meet on Sunday`, `is due
    /// on Sunday`; not `agreed on Sunday to meet`.
    fn looks_ahead(&self, verb: &Verb, at: usize) -> bool {
        let plans = |t: usize| self.has_act(t, |act| matches!(act, MeetingStatus::Planned | MeetingStatus::Proposed));
        let behind = verb.run.end;
        let adjective =
            (behind..behind + 2).any(|t| t < self.words.len() && self.words.tag(t).is_adjective() && plans(t));
        let said_then = at <= behind + 1 && !verb.passive;
        (plans(verb.main) && !said_then || adjective) && self.words.tag(verb.main) != Tag::MD
    }
}

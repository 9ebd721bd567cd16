//! Complements: what a cue is about, in pieces, and which issues the pieces carry.
//!
//! Owns splitting at coordinations and the share of clause and sentence in a score.

use super::issue::{Scores, TermHit};
use super::read::Reader;
use crate::lexicon::issues::IssueId;
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::text::{Run, TokenKind};

/// Least score of its own for a piece behind a conjunction.
const OWN: f32 = 1.0;
/// The share of the sentence before in a score; each one farther back has half of it.
const BEFORE: f32 = 0.2;
/// Sentences that a subject of talk lasts.
const LASTS: usize = 3;
/// What a sentence must score to set the subject of talk.
const TOPIC: f32 = 3.0;

impl Reader<'_> {
    pub(super) fn terms(&self, run: Run) -> Vec<TermHit> {
        let hits = self.words.hits_in(run).filter_map(|h| match h.entry {
            Entry::Term(term) => Some(TermHit { start: h.run.start, end: h.run.end, term }),
            _ => None,
        });
        hits.collect()
    }

    /// What a run scores; that it was said at a meeting makes it no talk of meetings.
    pub(super) fn score(&self, run: Run) -> Scores {
        let hits = self.terms(run);
        let scores = self.lexicon.issues.score(&hits);
        let beside: Vec<TermHit> = hits.iter().copied().filter(|h| !self.in_circumstance(h.start)).collect();
        if beside.len() == hits.len() { scores } else { self.lexicon.issues.less_of_talks(scores, &beside) }
    }

    /// `at the talks`, `during a call with reporters`, `after the meeting`.
    fn in_circumstance(&self, t: usize) -> bool {
        let Some(noun) = self.phrases.noun_at(t).map(|n| &self.phrases.nouns[n]) else { return false };
        noun.prep.is_some_and(|p| self.is(p, self.sets.circumstance)) && self.is(noun.head, self.sets.encounter_noun)
    }

    /// What a whole sentence scores; read once, where it is asked for.
    fn around(&self, sentence: usize) -> &Scores {
        self.around[sentence].get_or_init(|| Box::new(self.score(self.text.sentences[sentence].run)))
    }

    /// The issues of a complement with the piece that carries each.
    pub(super) fn issues(&self, contents: &[Run], clause: Run, sentence: usize, weak: bool) -> Vec<(IssueId, Run)> {
        let pieces = contents.iter().flat_map(|&run| self.pieces(run));
        let mut kept: Vec<(Run, Scores)> =
            pieces.map(|p| (p, self.score(p))).filter(|(_, s)| self.lexicon.issues.any(s, OWN)).collect();
        if kept.is_empty() {
            return Vec::new();
        }
        let (rest, before) = (self.score(clause), self.before(sentence));
        let around = self.around(sentence);
        kept.iter_mut().for_each(|(_, s)| *s = self.in_context(s, &rest, around, &before));
        let conjuncts: Vec<Scores> = kept.iter().map(|(_, s)| *s).collect();
        let chosen = self.lexicon.issues.choose(&conjuncts, self.threshold(weak));
        chosen.into_iter().map(|c| (c.issue, kept[c.conjunct].0)).collect()
    }

    /// A piece in its surroundings; where it names an issue of its own, they lend it no other.
    fn in_context(&self, own: &Scores, rest: &Scores, around: &Scores, before: &Scores) -> Scores {
        let all = Scores::combine(own, rest, around).plus(before, 1.0);
        let within = all.within(own);
        if within.is_bare() { all } else { within }
    }

    /// What the sentences before leave of their scores.
    fn before(&self, sentence: usize) -> Scores {
        let mut share = BEFORE;
        let mut out = Scores::default();
        for sentence in (sentence.saturating_sub(LASTS)..sentence).rev() {
            out = out.plus(self.around(sentence), share);
            share /= 2.0;
        }
        out
    }

    /// What is being talked about: the strongest matter of substance of the nearest sentence before that has one.
    pub(super) fn topic(&self, sentence: usize) -> Option<IssueId> {
        let table = &self.lexicon.issues;
        let nearest = (sentence.saturating_sub(LASTS)..sentence).rev().map(|s| self.around(s));
        nearest.flat_map(|scores| table.best(scores, TOPIC)).map(|(issue, _)| issue).find(|&i| !table.yields(i))
    }

    /// The one issue of a run, if it has one.
    pub(super) fn issue_of(&self, run: Run) -> Option<IssueId> {
        self.lexicon.issues.best(&self.score(run), self.threshold(true)).first().map(|(issue, _)| *issue)
    }

    /// A run split at conjunctions, semicolons and the commas of enumerations.
    fn pieces(&self, run: Run) -> Vec<Run> {
        let mut out = Vec::new();
        let mut start = run.start;
        for t in run.iter() {
            let splits = self.words.tag(t) == Tag::CC && self.splits(t)
                || self.text.tokens[t].kind == TokenKind::Semicolon
                || self.text.tokens[t].kind == TokenKind::Comma && self.lists(t, run.end);
            if splits {
                out.push(Run::new(start, t));
                start = t + 1;
            }
        }
        out.push(Run::new(start, run.end));
        out.retain(|r| !r.is_empty());
        out
    }

    /// A comma of an enumeration: a conjunction follows, and no apposition or relative clause begins here.
    fn lists(&self, t: usize, end: usize) -> bool {
        let conjunction = (t + 1..end).any(|i| self.words.tag(i) == Tag::CC);
        let next = self.phrases.noun_at(t + 1);
        let closed = |from: usize| {
            let mut behind = (from..end).take_while(|&i| self.words.tag(i) != Tag::CC);
            behind.any(|i| self.text.tokens[i].kind == TokenKind::Comma)
        };
        let apposed = next.is_some_and(|n| {
            let noun = &self.phrases.nouns[n];
            noun.apposition.is_some() && closed(noun.run.end)
        });
        conjunction && !apposed && !matches!(self.words.tag(t + 1), Tag::WDT | Tag::WP | Tag::WRB)
    }

    /// A conjunction between two words of one phrase (`land and people`) does not split; one before a new phrase does.
    fn splits(&self, t: usize) -> bool {
        let before = self.phrases.noun_at(t.wrapping_sub(1));
        let after = self.phrases.noun_at(t + 1);
        !(before.is_some() && before == after)
    }

    /// Nothing, or only words that take up what was said before.
    pub(super) fn is_anaphoric(&self, contents: &[Run]) -> bool {
        let words: Vec<usize> =
            contents.iter().flat_map(|r| r.iter()).filter(|&t| self.text.tokens[t].kind == TokenKind::Word).collect();
        words.len() <= 2 || words.len() <= 8 && words.iter().any(|&t| self.is(t, self.sets.anaphor))
    }
}

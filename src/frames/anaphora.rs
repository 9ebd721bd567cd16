//! Anaphora: complements that take up what was said before, and the issue they take up.
//!
//! Owns the way from `rejected the idea`, `would do likewise`, `wants 30` to the issue of what stands before. Never
//! carries an issue over for words that have one of their own.

use super::read::{Draft, Reader};
use crate::lexicon::issues::IssueId;
use crate::lexicon::tag::Tag;
use crate::text::{Run, TokenKind};

/// Least score of an issue that stands before and was held by nobody.
const TOPIC: f32 = 4.0;

impl Reader<'_> {
    /// The issue that a complement without one takes up.
    pub(super) fn carried(&self, draft: &Draft) -> Option<IssueId> {
        let near = self.last.filter(|(_, sentence)| sentence + 2 >= draft.sentence);
        let strict = self.takes_up(&draft.contents);
        if !strict {
            return near.filter(|_| !draft.weak && self.is_anaphoric(&draft.contents)).map(|(issue, _)| issue);
        }
        let here = self.text.sentences[draft.sentence].run;
        let ahead = Run::new(here.start, draft.evidence.start.max(here.start));
        let fresh = near.filter(|(_, sentence)| sentence + 1 >= draft.sentence);
        let held = fresh.or_else(|| near.filter(|_| self.before(draft.sentence).is_none()));
        let topic = || self.topic(ahead).or_else(|| self.before(draft.sentence).and_then(|run| self.topic(run)));
        held.map(|(issue, _)| issue).or_else(topic).or(near.map(|(issue, _)| issue))
    }

    /// The sentence before, in the same paragraph or at the end of the last.
    fn before(&self, sentence: usize) -> Option<Run> {
        let before = sentence.checked_sub(1)?;
        let paragraph = |s: usize| self.text.sentences[s].paragraph;
        (paragraph(before) + 1 >= paragraph(sentence)).then(|| self.text.sentences[before].run)
    }

    /// What a run is plainly about.
    fn topic(&self, run: Run) -> Option<IssueId> {
        self.lexicon.issues.best(&self.score(run), TOPIC).first().map(|(issue, _)| *issue)
    }

    /// The first thing a complement names is a word that takes up another, or a bare number; or it names nothing.
    pub(super) fn takes_up(&self, contents: &[Run]) -> bool {
        let Some(&run) = contents.first() else { return true };
        let noun = run.iter().find_map(|t| self.phrases.noun_at(t));
        match noun {
            Some(n) => self.is_taking_up(n),
            None => run.iter().all(|t| !self.words.tag(t).is_verb()) && self.words_of(run) <= 2,
        }
    }

    fn words_of(&self, run: Run) -> usize {
        run.iter().filter(|&t| self.text.tokens[t].kind == TokenKind::Word).count()
    }

    /// `it`, `that`, `one`, `the idea`, `such a step`, `at least 20`.
    fn is_taking_up(&self, n: usize) -> bool {
        let noun = &self.phrases.nouns[n];
        if noun.run.len() == 1 || noun.pronoun {
            return self.is(noun.head, self.sets.anaphor) || self.is(noun.head, self.sets.pro_one) || self.is_count(noun.run);
        }
        let first = noun.run.start;
        let pointed = self.is(first, self.sets.definite) || self.is(first, self.sets.demonstrative);
        pointed && self.is(noun.head, self.sets.anaphor) || self.is_count(noun.run)
    }

    /// A number without a noun.
    fn is_count(&self, run: Run) -> bool {
        let number = run.iter().any(|t| self.words.tag(t) == Tag::CD);
        number && run.iter().all(|t| !self.words.tag(t).is_noun())
    }
}

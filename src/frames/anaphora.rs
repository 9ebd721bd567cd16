//! Anaphora: complements that take up what was said before, and the issue they take up.
//!
//! Owns the way from `rejected the idea`, `would do likewise`, `wants 30` to the issue of what stands before. Never
//! carries an issue over for words that have one of their own.

use super::read::{Draft, Reader};
use crate::lexicon::issues::IssueId;
use crate::lexicon::tag::Tag;
use crate::text::{Run, TokenKind};

/// Least score of an issue that stands before and was held by nobody.
const PLAIN: f32 = 4.0;

impl Reader<'_> {
    /// The issue that a complement without one takes up.
    pub(super) fn carried(&self, draft: &Draft) -> Option<IssueId> {
        let near = self.last.filter(|(_, sentence)| sentence + 2 >= draft.sentence);
        let duty = draft.rule == super::necessity::NECESSITY;
        let behind = draft.contents.first().map(|run| Run::new(draft.cue.end, run.end.max(draft.cue.end)));
        let contents = if duty { behind.into_iter().collect() } else { draft.contents.clone() };
        let (pointing, weak) = (self.points_back(&contents), draft.weak);
        if !pointing || weak && !self.may_carry(&draft.rule) {
            return near.filter(|_| !weak && self.is_anaphoric(&draft.contents)).map(|(issue, _)| issue);
        }
        let start = self.text.sentences[draft.sentence].run.start;
        let ahead = Run::new(start, draft.evidence.start.max(start));
        let held = |reach: usize| near.filter(|(_, s)| s + reach >= draft.sentence).map(|(issue, _)| issue);
        let before = || self.topic(draft.sentence);
        held(0).or_else(|| self.plain_topic(ahead)).or_else(|| held(1)).or_else(before).or_else(|| held(2))
    }

    /// A cue that needs an issue of its own can take one up; a form without a cue cannot, but for a plain refusal.
    fn may_carry(&self, rule: &str) -> bool {
        let forms = [super::verb::WILL_NOT, super::necessity::NECESSITY, super::answer::FRAGMENT];
        forms.contains(&rule) || self.lexicon.cues.iter().any(|c| c.id == rule)
    }

    /// What a run is plainly about.
    fn plain_topic(&self, run: Run) -> Option<IssueId> {
        self.lexicon.issues.best(&self.score(run), PLAIN).first().map(|(issue, _)| *issue)
    }

    /// The first thing that is named is a word that takes up another, or a bare number.
    pub(super) fn points_back(&self, contents: &[Run]) -> bool {
        let noun = contents.iter().flat_map(|run| run.iter()).find_map(|t| self.phrases.noun_at(t));
        let bare =
            || contents.iter().flat_map(|run| run.iter()).filter(|&t| self.text.tokens[t].kind == TokenKind::Word);
        match noun {
            Some(n) => self.is_taking_up(n),
            None => {
                bare().count() <= 3 && bare().any(|t| self.is(t, self.sets.anaphor) || self.is(t, self.sets.pro_one))
            }
        }
    }

    /// `it`, `that`, `one`, `the idea`, `such a step`, `at least 20`, `some 19,000 others`.
    fn is_taking_up(&self, n: usize) -> bool {
        let noun = &self.phrases.nouns[n];
        if noun.run.len() == 1 || noun.pronoun {
            return self.is(noun.head, self.sets.anaphor)
                || self.is(noun.head, self.sets.pro_one)
                || self.is_count(noun.run);
        }
        let first = noun.run.start;
        let pointed = self.is(first, self.sets.definite) || self.is(first, self.sets.demonstrative);
        pointed && self.is(noun.head, self.sets.anaphor)
            || self.is(noun.head, self.sets.pro_one)
            || self.is_count(noun.run)
    }

    /// A number without a noun that is no date.
    fn is_count(&self, run: Run) -> bool {
        let number = run.iter().any(|t| self.words.tag(t) == Tag::CD && self.words.date_at(t).is_none());
        number && run.iter().all(|t| !self.words.tag(t).is_noun())
    }
}

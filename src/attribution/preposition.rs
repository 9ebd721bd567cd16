//! Attributions made by a preposition or fixed phrase: `according to X, A`, `in X's view, A`, `A, in the words of X`.
//!
//! Owns where source and content lie around such a phrase. Never looks at verbs.

use super::{Attribution, Reader};
use crate::lexicon::cue::{Act, Class, Flag};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::text::{Run, TokenKind};

/// Tokens behind the source within which a comma ends the phrase.
const NEAR: usize = 12;

impl Reader<'_> {
    /// The attributions that prepositions of a sentence make.
    pub(super) fn by_prepositions(&self, sentence: usize, all: &mut Vec<Attribution>) {
        let run = self.text.sentences[sentence].run;
        let mut after = run.start;
        for hit in self.words.hits_from(run) {
            let Entry::Cue(entry) = hit.entry else { continue };
            let cue = &self.lexicon.cues[entry as usize];
            if !matches!(cue.act, Act::Say | Act::Think) || hit.run.start < after {
                continue;
            }
            let found = match cue.class {
                Class::Preposition if !cue.flags.has(Flag::Fronted) => self.by_preposition(sentence, hit.run),
                Class::Noun if cue.flags.has(Flag::Adverbial) => self.by_view(sentence, hit.run),
                _ => None,
            };
            if let Some(mut found) = found {
                after = found.source.map_or(hit.run.end, |s| s.end).max(hit.run.end);
                found.entry = Some(entry);
                found.act = cue.act;
                all.push(found);
            }
        }
    }

    /// `according to X`.
    fn by_preposition(&self, sentence: usize, cue: Run) -> Option<Attribution> {
        let scope = self.scope(sentence, cue.start);
        let n = self.phrases.noun_at(cue.end).or_else(|| self.phrases.noun_at(cue.end + 1))?;
        let n = self.owned(n);
        let source = Run::new(cue.end, self.source_run(n, Run::new(cue.start, cue.start), scope).end.max(cue.end + 1));
        self.parenthesis(sentence, Run::new(cue.start, source.end), cue, n, source)
    }

    /// `in X's view`.
    fn by_view(&self, sentence: usize, noun: Run) -> Option<Attribution> {
        let n = self.phrases.noun_at(noun.start)?;
        let phrase = self.phrases.nouns[n];
        let prep = phrase.prep.filter(|&p| self.is(p, self.sets.in_))?;
        let (source, speaker) = match phrase.possessor {
            Some(p) => (Run::new(self.start_of(p), self.phrases.nouns[p].run.end), Some(p)),
            None if self.words.tag(phrase.run.start) == Tag::PRPS => {
                (Run::new(phrase.run.start, phrase.run.start + 1), None)
            }
            None => return None,
        };
        let mut found =
            self.parenthesis(sentence, Run::new(prep, phrase.run.end), Run::new(prep, phrase.run.end), n, source)?;
        found.noun = speaker;
        found.speaker = speaker.and_then(|p| self.speaker(p)).or_else(|| self.owner(n));
        Some(found)
    }

    /// The phrase that phrase `n` possesses at last, or itself.
    fn owned(&self, n: usize) -> usize {
        let mut n = n;
        for _ in 0..3 {
            let next =
                (n + 1..self.phrases.nouns.len().min(n + 3)).find(|&m| self.phrases.nouns[m].possessor == Some(n));
            match next.filter(|_| self.phrases.nouns[n].possesses) {
                Some(m) => n = m,
                None => break,
            }
        }
        n
    }

    /// An attribution set into a sentence: its content is what stands around it.
    fn parenthesis(&self, sentence: usize, whole: Run, cue: Run, n: usize, source: Run) -> Option<Attribution> {
        let scope = self.scope(sentence, cue.start);
        let contents = self.pieces(whole, scope)?;
        let mut found = self.blank(Some(n), Some(source), contents, sentence, "named in a phrase of its own");
        found.cue = Some(cue);
        Some(found)
    }

    fn pieces(&self, whole: Run, scope: Run) -> Option<Vec<Run>> {
        let first = scope.iter().find(|&t| self.words.tag(t) != Tag::CC && self.kind(t) != TokenKind::Bullet)?;
        let behind = (whole.end..scope.end).find(|&t| self.kind(t) == TokenKind::Comma);
        let near = behind.filter(|&c| c < whole.end + NEAR);
        if whole.start <= first + 1 {
            let start = near.map_or(whole.end, |c| c + 1);
            let run = Run::new(start, self.trim(start, scope.end));
            return (!run.is_empty()).then(|| vec![run]);
        }
        let before = self.before(whole.start, first);
        let goes_on = behind.filter(|&c| c == whole.end && self.comma_at(whole.start - 1) && !self.reduced_at(c + 1));
        let after = goes_on.map(|c| Run::new(c + 1, self.trim(c + 1, scope.end)));
        let pieces: Vec<Run> = [before, after].into_iter().flatten().filter(|r| !r.is_empty()).collect();
        (!pieces.is_empty()).then_some(pieces)
    }

    /// What stands before the phrase, from the start or from the quote that ends there.
    fn before(&self, end: usize, first: usize) -> Option<Run> {
        let end = self.trim(first, end);
        if end <= first || self.is(end - 1, self.sets.that) {
            return None;
        }
        match self.text.quote_at(end - 1).filter(|_| self.kind(end - 1) == TokenKind::Close) {
            Some(q) if self.whole(q).start < first || self.text.quotes[q].open == first => Some(self.whole(q)),
            _ => Some(Run::new(first, end)),
        }
    }

    fn comma_at(&self, t: usize) -> bool {
        self.kind(t) == TokenKind::Comma
    }

    fn reduced_at(&self, t: usize) -> bool {
        t < self.words.len() && matches!(self.words.tag(t), Tag::VBG | Tag::WP | Tag::WDT | Tag::CC | Tag::IN)
    }
}

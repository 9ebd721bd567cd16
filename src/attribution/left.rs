//! What stands before a source and its verb: `"A," X said`, `A, X said, B`.
//!
//! Owns contents that begin before their attribution. Never looks behind it, but for the rest of an interrupted content.

use super::Reader;
use super::right::Right;
use crate::lexicon::tag::Tag;
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The content that ends right before `core`, the source and its verb.
    pub(super) fn left(&self, core: Run, scope: Run) -> Option<Run> {
        let mut at = core.start;
        while at > scope.start && self.words.tag(at - 1) == Tag::RB {
            at -= 1;
        }
        if at <= scope.start {
            return self.quote_before_sentence(at, scope);
        }
        let comma = self.kind(at - 1) == TokenKind::Comma;
        let mark = if comma { at - 1 } else { at };
        if mark <= scope.start {
            return None;
        }
        if self.kind(mark - 1) == TokenKind::Close {
            return self.left_quote(mark - 1, scope);
        }
        let dash = self.kind(at - 1) == TokenKind::Dash;
        (comma || dash).then(|| self.left_clause(at - 1, scope)).flatten()
    }

    /// `"Are you listening?" X said.`: the quote closed at the end of the sentence before.
    fn quote_before_sentence(&self, at: usize, scope: Run) -> Option<Run> {
        let sentence = self.text.sentence_of(at);
        let same =
            sentence > 0 && self.text.sentences[sentence - 1].paragraph == self.text.sentences[sentence].paragraph;
        let ends = same && at == scope.start && self.kind(at - 1) == TokenKind::Close;
        let q = self.text.quote_at(at - usize::from(ends)).filter(|_| ends)?;
        Some(self.whole(q))
    }

    /// The quote closed at `close`, with what leads into it where it begins inside a sentence.
    fn left_quote(&self, close: usize, scope: Run) -> Option<Run> {
        let q = self.text.quote_at(close)?;
        let whole = self.whole(q);
        if whole.start <= scope.start || !self.leads_into(whole.start, scope) {
            return Some(whole);
        }
        let start = self.skip_opening(scope);
        Some(Run::new(start, whole.end))
    }

    /// Words of the same sentence stand right before the quote, with no mark between.
    fn leads_into(&self, open: usize, scope: Run) -> bool {
        let before = self.kind(open - 1);
        scope.contains(open)
            && !matches!(
                before,
                TokenKind::Stop | TokenKind::Colon | TokenKind::Dash | TokenKind::Close | TokenKind::Bullet
            )
    }

    /// The words before the comma at `comma`, if they hold a verb of their own.
    fn left_clause(&self, comma: usize, scope: Run) -> Option<Run> {
        let start = self.skip_opening(scope);
        let subordinate = self.is(start, self.sets.subordinator) && self.words.tag(start) != Tag::DT;
        let from = if subordinate { self.main_behind(start, comma)? } else { start };
        let finite = (from..comma).any(|t| self.words.tag(t).is_finite());
        (finite && start < comma).then(|| Run::new(start, comma))
    }

    /// `If A, B, X said`: behind the last comma with a finite verb before it and another one behind.
    pub(super) fn main_behind(&self, start: usize, end: usize) -> Option<usize> {
        let finite = |run: Run| run.iter().any(|t| self.words.tag(t).is_finite());
        let comma = (start..end).rev().find(|&t| self.kind(t) == TokenKind::Comma && finite(Run::new(t, end)))?;
        finite(Run::new(start, comma)).then_some(comma + 1)
    }

    fn skip_opening(&self, scope: Run) -> usize {
        let skipped =
            |t: usize| self.words.tag(t) == Tag::CC || matches!(self.kind(t), TokenKind::Bullet | TokenKind::Close);
        scope.iter().find(|&t| !skipped(t)).unwrap_or(scope.start)
    }

    /// `Instead, X said, A`: the little before the attribution and all behind it.
    pub(super) fn interrupted(&self, core: Run, right: &Right, scope: Run) -> Option<Vec<Run>> {
        let at = core.start;
        if at <= scope.start || self.kind(at - 1) != TokenKind::Comma {
            return None;
        }
        let left = Run::new(self.skip_opening(scope), at - 1);
        let more = self.medial(left, right, scope)?;
        Some([left, more].into_iter().filter(|r| !r.is_empty()).collect())
    }

    /// The rest of a content that its attribution interrupts.
    pub(super) fn medial(&self, left: Run, right: &Right, scope: Run) -> Option<Run> {
        let comma = (right.end..scope.end).find(|&t| self.kind(t) != TokenKind::Close)?;
        if self.kind(comma) != TokenKind::Comma || comma + 1 >= scope.end {
            return None;
        }
        let quoted = left.end > left.start && self.kind(left.end - 1) == TokenKind::Close;
        let gerund = self.words.tag(comma + 1) == Tag::VBG
            || self.words.tag(comma + 1) == Tag::CC
            || self.words.tag(comma + 1) == Tag::WP;
        if quoted || gerund || self.is(comma + 1, self.sets.as_) {
            return None;
        }
        let finite = (comma + 1..scope.end)
            .any(|t| self.words.tag(t).is_finite() && self.text.quote_at(t) == self.text.quote_at(comma));
        let end = self.trim(comma + 1, scope.end);
        (finite && end > comma + 1).then(|| Run::new(comma + 1, end))
    }

    /// All of the scope but `core` and what belongs to it up to `end`: `as X said, A`.
    pub(super) fn around(&self, core: Run, end: usize, scope: Run) -> Option<Vec<Run>> {
        let from = self.skip_opening(scope);
        let as_ = core.start.saturating_sub(1).max(from);
        let before = Run::new(from, self.trim(from, as_));
        let comma = (end..scope.end)
            .find(|&t| self.kind(t) == TokenKind::Comma && self.text.quote_at(t) == self.text.quote_at(core.start));
        let behind = comma.map(|c| Run::new(c + 1, self.trim(c + 1, scope.end)));
        let clausal = |run: &Run| run.len() > 1;
        let pieces: Vec<Run> = [Some(before), behind].into_iter().flatten().filter(clausal).collect();
        let finite = pieces.iter().any(|p| p.iter().any(|t| self.words.tag(t).is_finite()));
        finite.then_some(pieces)
    }
}

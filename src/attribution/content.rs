//! Where a content ends.
//!
//! Owns the right edge of reported words. Is given where they begin. Never decides that they are reported.

use super::Reader;
use crate::clauses::{Clause, ClauseKind};
use crate::lexicon::tag::Tag;
use crate::phrases::VerbForm;
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The content of `clause`'s verb that begins at token `start`.
    pub(super) fn content(&self, clause: usize, start: usize, scope: Run) -> Option<Run> {
        let end = self.content_end(clause, start, scope);
        let run = Run::new(start, self.whole_quotes(start, self.trim(start, end)));
        (!run.is_empty()).then_some(run)
    }

    /// The content that begins with the quote opened at `open`: the quote, and what goes on behind it.
    pub(super) fn quoted_content(&self, clause: usize, open: usize, scope: Run) -> Option<Run> {
        let q = self.text.quote_at(open)?;
        let whole = self.whole(q);
        if whole.end >= scope.end {
            return Some(whole);
        }
        let next = self.kind(whole.end);
        let ended = whole.end > 0
            && self.text.quotes[q]
                .close
                .is_some_and(|c| matches!(self.kind(c - 1), TokenKind::Comma | TokenKind::Stop));
        let stops = matches!(
            next,
            TokenKind::Comma | TokenKind::Stop | TokenKind::Semicolon | TokenKind::Dash | TokenKind::Colon
        );
        if stops || ended {
            return Some(whole);
        }
        let end = self.content_end(clause, open, scope).max(whole.end);
        Some(Run::new(open, self.whole_quotes(open, self.trim(open, end))))
    }

    /// The first clause behind `start` that is no part of the content ends it.
    fn content_end(&self, clause: usize, start: usize, scope: Run) -> usize {
        let sentence = self.clauses.all[clause].sentence;
        let narrow = self.verb_cue(clause).is_some_and(|cue| !cue.clause);
        let level = self.text.quote_at(start).filter(|&q| self.text.quotes[q].open != start);
        let outside = self.clauses.of_sentence(sentence).filter(|&k| k > clause).find(|&k| {
            let c = &self.clauses.all[k];
            let at = self.phrases.verbs[c.verb].run.start;
            at > start
                && scope.contains(at)
                && self.text.quote_at(at) == level
                && (self.leaves(c, k, clause, start) || narrow && self.parts(c, start))
        });
        outside.map_or(scope.end, |k| self.begin(k, start))
    }

    /// Where clause `k` begins, its conjunction and comma not counted.
    fn begin(&self, k: usize, least: usize) -> usize {
        self.begin_of(&self.clauses.all[k], least)
    }

    fn begin_of(&self, c: &Clause, least: usize) -> usize {
        let mut start = c.run.start.max(least);
        while start > least
            && (self.words.tag(start - 1) == Tag::CC
                || self.words.tag(start - 1) == Tag::RB
                || self.kind(start - 1) == TokenKind::Comma)
        {
            start -= 1;
        }
        start
    }

    /// `ruled out X, while Y will not`: behind a comma a clause with a subject of its own is no object any more.
    fn parts(&self, c: &Clause, start: usize) -> bool {
        let begin = self.begin_of(c, start);
        let comma = begin > start && begin < c.run.start && self.kind(begin) == TokenKind::Comma
            || begin > start && self.kind(begin - 1) == TokenKind::Comma;
        let tensed = self.phrases.verbs[c.verb].form == VerbForm::Finite;
        let concedes =
            c.kind == ClauseKind::Adverbial && c.introducer.is_some_and(|t| self.is(t, self.sets.concessive));
        comma && tensed && concedes && c.subject.is_some() && !c.inherited
    }

    /// Whether clause `k` leaves the content of `clause`.
    fn leaves(&self, c: &Clause, k: usize, clause: usize, start: usize) -> bool {
        let begin = self.begin(k, start);
        let comma = begin < c.run.start && self.kind(begin) == TokenKind::Comma
            || begin > start && self.kind(begin - 1) == TokenKind::Comma;
        if begin <= start {
            return false;
        }
        let below = self.clauses.is_below(k, clause);
        let speaks = self.verb_cue(k).is_some();
        if self.clauses.is_below(clause, k) || speaks && c.inverted {
            return true;
        }
        match self.phrases.verbs[c.verb].form {
            VerbForm::Gerund | VerbForm::Participle if comma => {
                speaks || c.parent == Some(clause) && c.kind == ClauseKind::Gerund
            }
            VerbForm::Finite => self.finite_leaves(c, below, comma, speaks),
            _ => false,
        }
    }

    fn finite_leaves(&self, c: &Clause, below: bool, comma: bool, speaks: bool) -> bool {
        let own = c.subject.is_some() && !c.inherited;
        let conjoined = c.conjoined.is_some() || self.conjunction_before(c.run.start);
        if c.kind == ClauseKind::Relative {
            return false;
        }
        if !below {
            let main = c.kind == ClauseKind::Main && !conjoined;
            return conjoined && (!own || comma) || main && comma && own && speaks;
        }
        let adverbial = matches!(c.kind, ClauseKind::Adverbial);
        let concedes =
            adverbial && c.introducer.is_some_and(|t| self.is(t, self.sets.concessive) || self.is(t, self.sets.as_));
        comma && own && (concedes || (adverbial || conjoined) && speaks)
            || conjoined && !own && (speaks || comma && self.but_before(c.run.start))
    }

    fn conjunction_before(&self, t: usize) -> bool {
        t > 0 && self.words.tag(t - 1) == Tag::CC
    }

    fn but_before(&self, t: usize) -> bool {
        t > 0 && self.is(t - 1, self.lexicon.set("but"))
    }

    /// Trailing marks and conjunctions are no content.
    pub(super) fn trim(&self, start: usize, end: usize) -> usize {
        let mut end = end;
        while end > start {
            let mark = matches!(
                self.kind(end - 1),
                TokenKind::Comma
                    | TokenKind::Semicolon
                    | TokenKind::Colon
                    | TokenKind::Dash
                    | TokenKind::Open
                    | TokenKind::Stop
                    | TokenKind::ParenOpen
            );
            if !(mark || self.words.tag(end - 1) == Tag::CC) {
                break;
            }
            end -= 1;
        }
        end
    }

    /// A content that ends inside a quote begun in it takes the quote whole.
    fn whole_quotes(&self, start: usize, end: usize) -> usize {
        let last = end.saturating_sub(1).max(start);
        let mut out = end;
        let mut quote = self.text.quote_at(last);
        for _ in 0..4 {
            let Some(q) = quote else { break };
            let whole = self.whole(q);
            if whole.start < start {
                break;
            }
            out = out.max(whole.end);
            quote = whole.start.checked_sub(1).and_then(|t| self.text.quote_at(t)).filter(|&o| o != q);
        }
        out
    }
}

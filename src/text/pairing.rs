//! Which quotation marks of a paragraph belong together.
//!
//! Owns pairing: double marks first, then what writers got wrong, then single marks. Is given one paragraph's tokens.
//! Never looks into another paragraph, so that a broken pair does its harm in its own, and never reads a word.

use super::mark::{Lean, Mark, Reader};
use super::{Run, Token, TokenKind};

/// No partner.
const NONE: usize = usize::MAX;

/// A quotation before it has a depth: opening mark (or first word, if that is missing) and end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub open: usize,
    pub start: usize,
    pub end: usize,
    pub close: Option<usize>,
}

/// The pairing of one paragraph's marks.
pub(super) struct Pairing<'t> {
    read: Reader<'t>,
    opens_next: bool,
    marks: Vec<Mark>,
    partner: Vec<usize>,
    /// Closing marks without an opening one, with the token where their quotation begins.
    headless: Vec<(usize, usize)>,
    /// Opening marks whose quotation goes on to the end of the paragraph.
    endless: Option<usize>,
}

impl<'t> Pairing<'t> {
    /// Reads the marks of `run`; `opens_next` says whether the next paragraph begins with one.
    pub(super) fn new(source: &'t str, tokens: &'t [Token], run: Run, opens_next: bool) -> Self {
        let read = Reader { source, tokens, run };
        let stray = run.iter().filter(|&t| tokens[t].kind == TokenKind::Stray && !read.measures(t));
        let marks: Vec<Mark> = stray.map(|t| read.mark(t)).collect();
        let partner = vec![NONE; marks.len()];
        Pairing { read, opens_next, marks, partner, headless: Vec::new(), endless: None }
    }

    /// Decides which marks belong together.
    pub(super) fn pair(&mut self) {
        let mut open = self.pair_doubles();
        self.join_misplaced(&mut open);
        self.close_outer(&mut open);
        let single = self.pair_singles();
        self.leave_open(open.last().copied());
        if self.endless.is_none() {
            self.leave_open(single);
        }
    }

    /// The marks, in order.
    pub(super) fn into_marks(self) -> Vec<Mark> {
        self.marks
    }

    fn tie(&mut self, open: usize, close: usize) {
        self.partner[open] = close;
        self.partner[close] = open;
    }

    /// Pairs double marks; returns the opening ones left over.
    fn pair_doubles(&mut self) -> Vec<usize> {
        let mut open = Vec::new();
        let mut last = None;
        for at in 0..self.marks.len() {
            let mark = self.marks[at];
            if mark.single {
                continue;
            }
            match (mark.lean, open.pop()) {
                (Lean::Open, outer) => {
                    open.extend(outer);
                    open.push(at);
                }
                (Lean::Either, None) => open.push(at),
                (_, Some(partner)) => self.tie(partner, at),
                (_, None) => self.find_start(at, last),
            }
            last = Some(mark.token);
        }
        open
    }

    /// Where the quotation of a closing mark begins whose opening one was lost: with the paragraph, or behind an
    /// earlier mark with the sentence.
    fn find_start(&mut self, at: usize, last: Option<usize>) {
        let (token, begin) = (self.marks[at].token, self.first());
        let spoken = self.read.preceded(token, |kind| matches!(kind, TokenKind::Stop | TokenKind::Comma));
        let start = match last {
            None => begin,
            Some(last) => (last + 1..token).rev().find(|&t| self.begins_sentence(t)).unwrap_or(token),
        };
        if spoken && start + 1 < token {
            self.headless.push((start, at));
        }
    }

    fn first(&self) -> usize {
        let run = self.read.run;
        run.start + usize::from(self.read.tokens[run.start].kind == TokenKind::Bullet)
    }

    fn begins_sentence(&self, token: usize) -> bool {
        let capital = self.read.tokens[token].case.is_capital() && !self.read.tokens[token].glued;
        capital && self.read.preceded(token, |kind| kind == TokenKind::Stop)
    }

    /// `"We will go, "he said`: a closing mark that clings to the wrong word.
    fn join_misplaced(&mut self, open: &mut Vec<usize>) {
        let mut left = Vec::with_capacity(open.len());
        for &at in open.iter() {
            let token = self.marks[at].token;
            let closes = self.read.preceded(token, |kind| matches!(kind, TokenKind::Stop | TokenKind::Comma))
                && self.read.goes_on_small(token);
            match left.pop() {
                Some(partner) if closes => self.tie(partner, at),
                before => {
                    left.extend(before);
                    left.push(at);
                }
            }
        }
        *open = left;
    }

    /// `"They had "day and night", "are terminated,” he said`: the last mark closes the outer quotation, and the mark
    /// before `are` is one too many.
    fn close_outer(&mut self, open: &mut Vec<usize>) {
        let mut left = Vec::new();
        for (position, &at) in open.iter().enumerate() {
            let limit = open.get(position + 1).copied().unwrap_or(self.marks.len());
            match self.false_inner(at, limit) {
                Some(inner) => {
                    let close = self.partner[inner];
                    self.partner[inner] = NONE;
                    self.tie(at, close);
                }
                None => left.push(at),
            }
        }
        *open = left;
    }

    /// The inner pair whose closing mark belongs to the open mark `at`.
    fn false_inner(&self, at: usize, limit: usize) -> Option<usize> {
        let token = self.marks[at].token;
        let speech = self.leads(token) && !self.read.goes_on_small(token);
        let goes_on = self.opens_next && token == self.first();
        if !speech {
            return None;
        }
        self.children(at, limit).find(|&inner| {
            let close = self.marks[self.partner[inner]].token;
            let told = self.read.preceded(close, |kind| matches!(kind, TokenKind::Comma | TokenKind::Stop));
            let odd = !self.embedded(inner) || (!goes_on && self.read.goes_on_small(close));
            told && odd && self.read.goes_on_small(self.marks[inner].token)
        })
    }

    /// The opening marks of the pairs directly behind mark `at`, up to mark `limit`.
    fn children(&self, at: usize, limit: usize) -> impl Iterator<Item = usize> {
        let mut next = at + 1;
        std::iter::from_fn(move || {
            while next < limit {
                let here = next;
                let paired = self.partner[here] != NONE && self.partner[here] > here && !self.marks[here].single;
                next = if paired { self.partner[here] + 1 } else { here + 1 };
                if paired {
                    return Some(here);
                }
            }
            None
        })
    }

    /// Whether a quotation of whole sentences can begin at `token`.
    fn leads(&self, token: usize) -> bool {
        token == self.first()
            || self.read.preceded(token, |kind| {
                matches!(kind, TokenKind::Comma | TokenKind::Colon | TokenKind::Stop | TokenKind::Dash)
            })
    }

    /// Pairs single marks, none across a pair of double ones; returns the last opening one left over.
    fn pair_singles(&mut self) -> Option<usize> {
        let (mut open, mut barriers) = (Vec::new(), Vec::new());
        for (at, closed_later) in self.closers_ahead().into_iter().enumerate() {
            let (mark, partner) = (self.marks[at], self.partner[at]);
            if !mark.single {
                if partner != NONE && partner > at {
                    barriers.push(open.len());
                } else if partner != NONE {
                    open.truncate(barriers.pop().unwrap_or(0));
                }
                continue;
            }
            let floor = barriers.last().copied().unwrap_or(0);
            match mark.lean {
                Lean::Open => open.push(at),
                Lean::Possessor if closed_later => {}
                Lean::Close | Lean::Possessor if open.len() > floor => {
                    let partner = open.pop().filter(|&partner| !self.lone_letter(partner, at));
                    partner.into_iter().for_each(|partner| self.tie(partner, at));
                }
                _ => {}
            }
        }
        open.last().copied()
    }

    /// For every mark, whether a sure single closing mark comes before the next single opening one, pairs of double
    /// marks skipped.
    fn closers_ahead(&self) -> Vec<bool> {
        let mut ahead = vec![false; self.marks.len()];
        let (mut now, mut outer) = (false, Vec::new());
        for at in (0..self.marks.len()).rev() {
            ahead[at] = now;
            let (mark, partner) = (self.marks[at], self.partner[at]);
            match (mark.single, mark.lean) {
                (true, Lean::Open) => now = false,
                (true, Lean::Close) => now = true,
                (false, _) if partner != NONE && partner < at => outer.push(std::mem::take(&mut now)),
                (false, _) if partner != NONE => now = outer.pop().unwrap_or(false),
                _ => {}
            }
        }
        ahead
    }

    /// `rock 'n' roll`.
    fn lone_letter(&self, open: usize, close: usize) -> bool {
        let inner = self.marks[open].token + 1;
        let token = self.read.tokens[inner];
        inner + 1 == self.marks[close].token && token.kind == TokenKind::Word && token.end - token.start == 1
    }

    /// Lets the quotation of the last open mark go on to the end of its paragraph, if it looks like one that does.
    fn leave_open(&mut self, last: Option<usize>) {
        let Some(at) = last else { return };
        let token = self.marks[at].token;
        let at_start = token == self.first();
        let speech = self.leads(token) && !self.read.goes_on_small(token);
        let single = self.marks[at].single;
        let later = self.marks[at + 1..].iter().any(|mark| mark.single == single && mark.lean != Lean::Apostrophe);
        let alone = !later && (at_start || self.opens_next || (speech && !single));
        let around =
            later && at_start && self.opens_next && self.children(at, self.marks.len()).all(|c| self.embedded(c));
        let whole = !single || (at_start && self.opens_next);
        if (alone || around) && whole && token + 1 < self.read.run.end {
            self.endless = Some(at);
        }
    }

    /// Whether the quotation at mark `at` is a few words inside a sentence.
    fn embedded(&self, at: usize) -> bool {
        let token = self.marks[at].token;
        self.read.goes_on_small(token) && self.read.preceded(token, |kind| kind == TokenKind::Word)
    }

    /// All quotations in order, without those that would cross another.
    pub(super) fn settle(&self) -> Vec<Found> {
        let mut found: Vec<Found> = self.pairs().chain(self.broken()).collect();
        found.sort_by_key(|quote| (quote.open, std::cmp::Reverse(quote.end)));
        let mut around: Vec<usize> = Vec::new();
        found.retain(|quote| {
            while around.last().is_some_and(|&end| end <= quote.open) {
                around.pop();
            }
            let nests = around.last().is_none_or(|&end| quote.end <= end);
            nests.then(|| around.push(quote.end)).is_some()
        });
        found
    }

    fn pairs(&self) -> impl Iterator<Item = Found> {
        let opening = (0..self.marks.len()).filter(|&at| self.partner[at] != NONE && self.partner[at] > at);
        opening.map(|at| {
            let (open, close) = (self.marks[at].token, self.marks[self.partner[at]].token);
            Found { open, start: open + 1, end: close, close: Some(close) }
        })
    }

    fn broken(&self) -> impl Iterator<Item = Found> {
        let headless = self.headless.iter().map(|&(start, at)| {
            let close = self.marks[at].token;
            Found { open: start, start, end: close, close: Some(close) }
        });
        let endless = self.endless.iter().map(|&at| {
            let open = self.marks[at].token;
            Found { open, start: open + 1, end: self.read.run.end, close: None }
        });
        headless.chain(endless)
    }
}

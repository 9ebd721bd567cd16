//! Quotations of a whole text.
//!
//! Owns the list of quotations: depths, and which goes on from an earlier paragraph. Is given the tokens and paragraphs;
//! turns the kind of every quotation mark from [`TokenKind::Stray`] into what it is. Never decides which marks belong
//! together: that is `pairing.rs`.

use super::mark::Mark;
use super::pairing::{Found, Pairing};
use super::{Paragraph, Quote, Run, Token, TokenKind};

/// Finds all quotations of a text.
pub(super) fn find(source: &str, tokens: &mut [Token], paragraphs: &[Paragraph]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut opens_next = vec![false; paragraphs.len()];
    let mut behind = false;
    for (at, paragraph) in paragraphs.iter().enumerate().rev().filter(|(_, paragraph)| paragraph.kind.is_read()) {
        opens_next[at] = behind;
        behind = begins_with_mark(tokens, paragraph.run);
    }
    let mut pending = None;
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let mut pairing = Pairing::new(source, tokens, paragraph.run, opens_next[number]);
        pairing.pair();
        let found = pairing.settle();
        let marks = pairing.into_marks();
        mark_kinds(source, tokens, &marks, &found);
        let first = quotes.len();
        add(&mut quotes, found, number);
        if paragraph.kind.is_read() {
            pending = carry(&mut quotes, first, pending, paragraph.run.start);
        }
    }
    quotes
}

fn begins_with_mark(tokens: &[Token], run: Run) -> bool {
    let at = run.start + usize::from(tokens[run.start].kind == TokenKind::Bullet);
    at + 1 < run.end && tokens[at].kind == TokenKind::Stray && tokens[at + 1].glued
}

/// Ties the first new quote to an earlier paragraph's open one; returns the quote that now waits to be gone on with.
fn carry(quotes: &mut [Quote], first: usize, pending: Option<usize>, start: usize) -> Option<usize> {
    if let Some(quote) = quotes.get_mut(first).filter(|quote| quote.open <= start + 1) {
        quote.continues = pending;
    }
    (first..quotes.len()).find(|&at| quotes[at].close.is_none() && quotes[at].depth == 0)
}

/// Says of every mark what it turned out to be.
fn mark_kinds(source: &str, tokens: &mut [Token], marks: &[Mark], found: &[Found]) {
    for mark in marks {
        let possessor = mark.single && tokens[mark.token].glued && mark.token > 0 && {
            let before = tokens[mark.token - 1];
            before.kind == TokenKind::Word && source[..before.end as usize].ends_with(['s', 'S', 'z', 'x'])
        };
        tokens[mark.token].kind = if possessor { TokenKind::Clitic } else { TokenKind::Stray };
    }
    for quote in found {
        if quote.open < quote.start {
            tokens[quote.open].kind = TokenKind::Open;
        }
        if let Some(close) = quote.close {
            tokens[close].kind = TokenKind::Close;
        }
    }
}

/// Appends a paragraph's quotations with their depths.
fn add(quotes: &mut Vec<Quote>, found: Vec<Found>, paragraph: usize) {
    let mut around: Vec<usize> = Vec::new();
    for Found { open, start, end, close } in found {
        while around.last().is_some_and(|&outer| outer <= open) {
            around.pop();
        }
        let depth = around.len().min(u8::MAX as usize) as u8;
        around.push(end);
        quotes.push(Quote { open, inner: Run::new(start, end), close, depth, paragraph, continues: None });
    }
}

//! How far each clause reaches: to the next clause that is not inside it.
//!
//! Owns the extents. Never changes kind or subject.

use super::Clause;
use crate::lexicon::tag::Tag;
use crate::text::{Run, Text, TokenKind};
use crate::words::Words;

/// Sets `run` of every clause; `base` is the number of the first, `end` the end of the sentence.
pub(super) fn measure(clauses: &mut [Clause], base: usize, end: usize, text: &Text, words: &Words) {
    let starts: Vec<usize> = clauses.iter().map(|c| c.run.start).collect();
    let parents: Vec<Option<usize>> = clauses.iter().map(|c| c.parent.map(|p| p - base)).collect();
    for i in 0..clauses.len() {
        let next = (i + 1..clauses.len()).find(|&j| !below(&parents, j, i));
        let stop = next.map_or(end, |j| starts[j]);
        let last = clauses[i].run.end;
        clauses[i].run = Run::new(starts[i], trim(text, words, stop.max(last), last));
    }
}

fn below(parents: &[Option<usize>], inner: usize, outer: usize) -> bool {
    let mut at = parents[inner];
    for _ in 0..parents.len() {
        match at {
            Some(p) if p == outer => return true,
            Some(p) => at = parents[p],
            None => return false,
        }
    }
    false
}

/// Trailing marks do not belong to a clause.
fn trim(text: &Text, words: &Words, end: usize, least: usize) -> usize {
    let mut end = end;
    while end > least {
        let kind = text.tokens[end - 1].kind;
        let conjunction = words.tag(end - 1) == Tag::CC;
        let mark = conjunction
            || matches!(
                kind,
                TokenKind::Comma
                    | TokenKind::Stop
                    | TokenKind::Semicolon
                    | TokenKind::Colon
                    | TokenKind::Dash
                    | TokenKind::Open
            );
        if !mark {
            break;
        }
        end -= 1;
    }
    end
}

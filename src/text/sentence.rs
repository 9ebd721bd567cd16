//! Sentences.
//!
//! Owns where a sentence ends. Is given the tokens of one paragraph, their quotation marks paired, and the
//! abbreviations. Never crosses a paragraph; semicolons and colons split nothing. What is longer than [`LONGEST`] is no
//! sentence and is cut, so that what later layers do inside a sentence is bounded.

use super::abbreviations::{Abbreviations, Ends};
use super::{Case, Run, Token, TokenKind};

/// The most capitalised words a speaker's name has behind a quotation.
const SPEAKER_WORDS: usize = 4;

/// The most tokens of a sentence; the longest that news prints have 200.
const LONGEST: usize = 600;

/// Splits paragraphs into sentences.
pub(super) struct Splitter<'s> {
    source: &'s str,
    tokens: &'s [Token],
    abbreviations: &'s Abbreviations,
    lower: String,
}

impl<'s> Splitter<'s> {
    /// A splitter over all tokens of a text.
    pub(super) fn new(source: &'s str, tokens: &'s [Token], abbreviations: &'s Abbreviations) -> Self {
        Splitter { source, tokens, abbreviations, lower: String::new() }
    }

    /// The sentences of `run`, in order and without gaps, handed to `add`.
    pub(super) fn split(&mut self, run: Run, mut add: impl FnMut(Run)) {
        let (mut start, mut at) = (run.start, run.start);
        while at < run.end {
            let kind = self.stop(at);
            at += 1;
            if at - start >= LONGEST {
                add(Run::new(start, at));
                start = at;
                continue;
            }
            let Some(stop) = kind else { continue };
            let end = self.absorb(at, run.end);
            if end < run.end && self.splits(stop, start, end, run.end) {
                add(Run::new(start, end));
                start = end;
            }
            at = end;
        }
        if start < run.end {
            add(Run::new(start, run.end));
        }
    }

    fn str(&self, token: usize) -> &'s str {
        &self.source[self.tokens[token].start as usize..self.tokens[token].end as usize]
    }

    /// What token `at` says about the end of a sentence, if it is a stop or has a dot of its own.
    fn stop(&mut self, at: usize) -> Option<Stop> {
        if !matches!(self.tokens[at].kind, TokenKind::Stop | TokenKind::Word) {
            return None;
        }
        let text = self.str(at);
        match self.tokens[at].kind {
            TokenKind::Stop if text == "." => Some(Stop::Dot),
            TokenKind::Stop => Some(Stop::Call),
            TokenKind::Word if text.ends_with('.') => match self.abbreviations.ends(text, &mut self.lower) {
                Some(Ends::May) => Some(Stop::Abbreviation),
                None if text.chars().count() > 2 => Some(Stop::Abbreviation),
                _ => None,
            },
            _ => None,
        }
    }

    /// The end of the stops and closing marks from `at` on.
    fn absorb(&self, at: usize, end: usize) -> usize {
        let belongs = |t: &usize| match self.tokens[*t].kind {
            TokenKind::Close | TokenKind::ParenClose => true,
            TokenKind::Stop => {
                self.str(*t) != "." || self.tokens[*t].glued || self.tokens[*t - 1].kind == TokenKind::Stop
            }
            TokenKind::Stray => self.tokens[*t].glued && (*t + 1 == end || !self.tokens[*t + 1].glued),
            _ => false,
        };
        at + (at..end).take_while(belongs).count()
    }

    /// Whether a new sentence begins at `next`, behind `stop` and its closing marks.
    fn splits(&mut self, stop: Stop, start: usize, next: usize, end: usize) -> bool {
        match stop {
            Stop::Abbreviation => self.starts_for_sure(next, end),
            Stop::Dot => self.can_start(next, end),
            Stop::Call => self.can_start(next, end) && !self.is_speech_tag(start, next, end),
        }
    }

    /// After an abbreviation only a known starter, or a quotation that begins with a capital, starts a sentence.
    fn starts_for_sure(&mut self, next: usize, end: usize) -> bool {
        let token = self.tokens[next];
        match token.kind {
            TokenKind::Open => next + 1 < end && self.tokens[next + 1].case.is_capital(),
            TokenKind::Word => self.is_starter(next),
            _ => false,
        }
    }

    fn is_starter(&mut self, at: usize) -> bool {
        self.tokens[at].case == Case::Capital && self.abbreviations.starts(self.str(at), &mut self.lower)
    }

    fn can_start(&self, next: usize, end: usize) -> bool {
        let token = self.tokens[next];
        let inner = || next + 1 < end && self.can_start_behind(next + 1);
        match token.kind {
            TokenKind::Word => token.case != Case::Lower && (!token.glued || token.case.is_capital()),
            TokenKind::Number | TokenKind::Bullet => !token.glued,
            TokenKind::Symbol => !token.glued && next + 1 < end && self.tokens[next + 1].glued,
            TokenKind::Open | TokenKind::ParenOpen | TokenKind::Dash | TokenKind::Stray => inner(),
            _ => false,
        }
    }

    /// Whether the token behind an opening mark can be the first word of a sentence.
    fn can_start_behind(&self, at: usize) -> bool {
        let token = self.tokens[at];
        let mark = matches!(token.kind, TokenKind::Open | TokenKind::ParenOpen | TokenKind::Symbol | TokenKind::Number);
        mark || (token.kind == TokenKind::Word && token.case != Case::Lower)
    }

    /// `"Why now?" Yuri Ushakov asked.`: a name, one verb and the end, behind a quotation that the sentence began with.
    fn is_speech_tag(&mut self, start: usize, next: usize, end: usize) -> bool {
        let quoted = self.tokens[start].kind == TokenKind::Open && self.tokens[next - 1].kind == TokenKind::Close;
        if !quoted || self.is_starter(next) {
            return false;
        }
        let reach = end.min(next + SPEAKER_WORDS);
        let names = self.tokens[next..reach].iter().take_while(|token| token.case.is_capital()).count();
        let verb = next + names;
        let named = names > 0 && verb < end && self.tokens[verb].case == Case::Lower;
        named && self.tokens.get(verb + 1..end).is_none_or(|rest| rest.first().is_none_or(|token| ends_tag(token.kind)))
    }
}

/// What ended a sentence, perhaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Dot,
    Call,
    Abbreviation,
}

fn ends_tag(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Stop | TokenKind::Comma | TokenKind::Colon)
}

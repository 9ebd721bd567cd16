//! Tokens: words, numbers and marks.
//!
//! Owns where a token begins and ends and what it is made of. Is given one paragraph's bytes and the abbreviations.
//! Never tells an opening quotation mark from a closing one: every mark leaves here as [`TokenKind::Stray`]. The marks
//! of Markdown are no tokens (`markdown`).

use super::abbreviations::{Abbreviations, Ends};
use super::letters::{
    is_apostrophe, is_blank, is_combining, is_digit, is_joiner, is_letter, is_mark, is_stop, is_wordly,
};
use super::markdown;
use super::{Case, Token, TokenKind};

/// What can hang on a word behind an apostrophe.
const CLITICS: [&str; 6] = ["s", "re", "ll", "ve", "d", "m"];
/// How far an address is looked for, in bytes.
const ADDRESS_REACH: usize = 96;
/// How far the next word is read, in characters.
const WORD_REACH: usize = 24;

/// Reads the tokens of a paragraph, one after the other.
pub(super) struct Scanner<'s> {
    source: &'s str,
    abbreviations: &'s Abbreviations,
    end: usize,
    gap: bool,
    first: usize,
    tokens: Vec<Token>,
    lower: String,
}

impl<'s> Scanner<'s> {
    /// A scanner that has read nothing yet.
    pub(super) fn new(source: &'s str, abbreviations: &'s Abbreviations) -> Self {
        let tokens = Vec::with_capacity(source.len() / 5 + 8);
        Scanner { source, abbreviations, end: 0, gap: true, first: 0, tokens, lower: String::new() }
    }

    /// How many tokens were read so far.
    pub(super) fn count(&self) -> usize {
        self.tokens.len()
    }

    /// All tokens read.
    pub(super) fn finish(self) -> Vec<Token> {
        self.tokens
    }

    /// Reads the bytes `start..end`, a whole paragraph; a list mark ends at `bullet`.
    pub(super) fn paragraph(&mut self, start: usize, end: usize, bullet: Option<usize>) {
        self.end = end;
        self.gap = true;
        self.first = self.tokens.len();
        let mut at = start + markdown::heading(&self.source[start..end]);
        if let Some(bullet) = bullet {
            at = self.push(start, bullet, TokenKind::Bullet);
        }
        while let Some(c) = self.peek(at) {
            if is_blank(c) {
                self.gap = true;
                at += c.len_utf8();
            } else if let Some(length) =
                markdown::can_begin(c).then(|| markdown::mark(&self.source[start..end], at - start)).flatten()
            {
                at += length;
            } else {
                at = self.token(at, c);
            }
        }
        if self.tokens.len() == self.first {
            self.push(start, end, TokenKind::Symbol);
        }
    }

    /// Reads the token that begins at `at` with `c`; returns its end.
    fn token(&mut self, at: usize, c: char) -> usize {
        if is_letter(c) {
            return self.word(at);
        }
        if is_digit(c) {
            return self.number(at);
        }
        match c {
            '.' | '…' => self.dots(at),
            '-' | '\u{2010}' | '\u{2011}' | '−' => self.hyphen(at, c),
            '`' if self.peek(at + 1) == Some('`') => self.push(at, at + 2, TokenKind::Stray),
            _ if is_mark(c) => self.mark(at, c),
            _ => self.symbol(at, c),
        }
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        let glued = !self.gap;
        let case = if kind == TokenKind::Word { case_of(&self.source[start..end]) } else { Case::None };
        self.tokens.push(Token { start: start as u32, end: end as u32, kind, case, glued });
        self.gap = false;
        end
    }

    fn peek(&self, at: usize) -> Option<char> {
        match self.source.as_bytes()[..self.end].get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.source[at..self.end].chars().next(),
        }
    }

    /// Bytes of the run of characters from `at` that pass `test`, up to `reach` characters.
    fn run(&self, at: usize, reach: usize, test: fn(char) -> bool) -> &'s str {
        let rest = &self.source[at..self.end];
        let length = rest.char_indices().take(reach).take_while(|&(_, c)| test(c)).last();
        &rest[..length.map_or(0, |(start, c)| start + c.len_utf8())]
    }

    fn symbol(&mut self, at: usize, c: char) -> usize {
        let kind = match c {
            ',' | '，' | '、' => TokenKind::Comma,
            ':' | '：' => TokenKind::Colon,
            ';' | '；' => TokenKind::Semicolon,
            '(' | '[' => TokenKind::ParenOpen,
            ')' | ']' => TokenKind::ParenClose,
            '\u{2012}'..='\u{2015}' => TokenKind::Dash,
            _ if is_stop(c) => TokenKind::Stop,
            _ => TokenKind::Symbol,
        };
        let end = at + c.len_utf8();
        self.push(at, end + self.run(end, usize::MAX, is_combining).len(), kind)
    }

    /// `-`, `--` and their kin.
    fn hyphen(&mut self, at: usize, c: char) -> usize {
        let end = at + self.run(at, usize::MAX, |c| c == '-').len().max(c.len_utf8());
        let next = self.peek(end).filter(|&c| !is_blank(c));
        let kind = match (self.gap, next) {
            _ if end - at > c.len_utf8() => TokenKind::Dash,
            (false, _) => TokenKind::Hyphen,
            (true, Some(next)) if is_digit(next) => TokenKind::Symbol,
            (true, _) => TokenKind::Dash,
        };
        self.push(at, end, kind)
    }

    /// A stop, an ellipsis, or a number without its zero.
    fn dots(&mut self, at: usize) -> usize {
        let end = at + self.run(at, usize::MAX, |c| matches!(c, '.' | '…')).len();
        let single = end == at + 1;
        if single && self.gap && self.peek(end).is_some_and(is_digit) {
            return self.number(end - 1);
        }
        let stops = single || self.sentence_may_follow(end);
        self.push(at, end, if stops { TokenKind::Stop } else { TokenKind::Symbol })
    }

    /// Whether white space and a capital, or nothing, follow behind the closing marks at `at`.
    fn sentence_may_follow(&self, at: usize) -> bool {
        let closed = at + self.run(at, usize::MAX, |c| is_mark(c) || matches!(c, ')' | ']')).len();
        let rest = &self.source[closed..self.end];
        let next = rest.chars().find(|&c| !is_blank(c) && !is_mark(c) && !matches!(c, '(' | '['));
        next.is_none_or(|c| c.is_uppercase() && rest.starts_with(is_blank))
    }

    /// An apostrophe that begins a clitic, or a quotation mark; two straight single marks are a double one.
    fn mark(&mut self, at: usize, c: char) -> usize {
        let end = at + c.len_utf8();
        if !self.gap
            && is_apostrophe(c)
            && let Some(length) = self.clitic(end)
        {
            return self.push(at, end + length, TokenKind::Clitic);
        }
        let straight = self.run(at, 4, |c| c == '\'').len();
        let doubled = straight == 2 || straight > 3 || (straight == 3 && self.gap);
        self.push(at, if doubled { end + 1 } else { end }, TokenKind::Stray)
    }

    /// Length of the clitic letters at `at`.
    fn clitic(&self, at: usize) -> Option<usize> {
        let letters = self.run(at, 3, is_wordly);
        CLITICS.iter().any(|clitic| letters.eq_ignore_ascii_case(clitic)).then_some(letters.len())
    }

    fn number(&mut self, at: usize) -> usize {
        let mut end = at;
        if self.peek(at) == Some('.') {
            end += 1;
        }
        end += self.run(end, usize::MAX, is_digit).len();
        while let Some(mark @ (',' | '.')) = self.peek(end) {
            let more = self.run(end + 1, usize::MAX, is_digit);
            if more.is_empty() || (mark == ',' && more.len() > 3) {
                break;
            }
            end += 1 + more.len();
        }
        self.push(at, end, TokenKind::Number)
    }

    fn word(&mut self, at: usize) -> usize {
        if let Some(end) = self.plain(at) {
            return self.push(at, end, TokenKind::Word);
        }
        if let Some(end) = self.address(at) {
            return self.push(at, end, TokenKind::Word);
        }
        let end = self.letters(at);
        if let Some(clitic) = self.negation(at, end) {
            let stem = self.source[..end].char_indices().next_back().map_or(end, |(start, _)| start);
            self.push(at, stem, TokenKind::Word);
            return self.push(stem, clitic, TokenKind::Clitic);
        }
        let dotted = self.keeps_dot(at, end);
        self.push(at, if dotted { end + 1 } else { end }, TokenKind::Word)
    }

    /// End of the word at `at`, if it is ASCII and what stands behind can neither be part of it nor make more of it.
    fn plain(&self, at: usize) -> Option<usize> {
        let bytes = &self.source.as_bytes()[..self.end];
        let end = at + bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let closed = bytes.get(end).is_none_or(|b| matches!(b, b' ' | b'\n' | b',' | b';' | b')' | b'"' | b'?' | b'!'));
        (closed && end > at).then_some(end)
    }

    /// End of the letters, inner dots and inner apostrophes of the word at `at`.
    fn letters(&self, at: usize) -> usize {
        let (mut end, mut segment) = (at, at);
        while let Some(c) = self.peek(end) {
            let next = end + c.len_utf8();
            let inside = c.is_ascii_alphanumeric()
                || is_wordly(c)
                || (c == '.' && self.dot_joins(segment, end))
                || (is_apostrophe(c) && self.peek(next).is_some_and(is_letter) && self.joins(end, next))
                || (is_joiner(c) && self.peek(next).is_some_and(is_letter));
            if !inside {
                break;
            }
            if c == '.' {
                segment = next;
            }
            end = next;
        }
        end
    }

    /// Whether the apostrophe at `at` is part of a word like `O'Brien`: no clitic follows.
    fn joins(&self, at: usize, next: usize) -> bool {
        let negates = self.source[..at].ends_with(['n', 'N']) && self.run(next, 2, is_wordly).eq_ignore_ascii_case("t");
        !negates && self.clitic(next).is_none()
    }

    /// End of `n't`, if the word `at..end` has one.
    fn negation(&self, at: usize, end: usize) -> Option<usize> {
        let mark = self.peek(end).filter(|&c| is_apostrophe(c))?;
        let behind = end + mark.len_utf8();
        let negates = end > at + 1 && self.source[at..end].ends_with(['n', 'N']);
        (negates && self.run(behind, 2, is_wordly).eq_ignore_ascii_case("t")).then_some(behind + 1)
    }

    /// Whether the dot at `dot` stands inside a word: initials (`U.S.`, `Ph.D.`), versions (`2.0`), domains (`Kremlin.ru`).
    fn dot_joins(&self, segment: usize, dot: usize) -> bool {
        let before = &self.source[segment..dot];
        let after = self.run(dot + 1, 8, is_wordly);
        let dotted = self.peek(dot + 1 + after.len()) == Some('.');
        let (short, single) = (single(before), single(after));
        let initials = single && after.starts_with(is_letter) && (short || (dotted && before.chars().nth(2).is_none()));
        let version = before.ends_with(is_digit) && after.starts_with(is_digit);
        let domain = !short && (2..=6).contains(&after.len()) && after.bytes().all(|b| b.is_ascii_lowercase());
        initials || version || domain
    }

    /// Whether the dot behind the word `at..end` is the word's own.
    fn keeps_dot(&mut self, at: usize, end: usize) -> bool {
        if self.peek(end) != Some('.') || matches!(self.peek(end + 1), Some('.' | '…')) {
            return false;
        }
        let word = &self.source[at..end];
        match self.abbreviations.ends(word, &mut self.lower) {
            Some(Ends::BeforeNumber) => self.next_visible(end + 1).is_some_and(is_digit),
            Some(_) => true,
            None if word.contains('.') => word.rsplit('.').next().is_some_and(single),
            None => single(word) && word.starts_with(char::is_uppercase) && self.name_follows(end + 1),
        }
    }

    fn next_visible(&self, at: usize) -> Option<char> {
        self.source[at..self.end].chars().take(WORD_REACH).find(|&c| !is_blank(c))
    }

    /// Whether a capitalised word that begins no sentence follows, as behind the initial of a name.
    fn name_follows(&mut self, at: usize) -> bool {
        let blanks = self.run(at, WORD_REACH, is_blank).len();
        let next = self.run(at + blanks, WORD_REACH, is_wordly);
        next.starts_with(char::is_uppercase) && (single(next) || !self.abbreviations.starts(next, &mut self.lower))
    }

    /// End of the web or mail address at `at`.
    fn address(&self, at: usize) -> Option<usize> {
        let rest = &self.source[at..self.end];
        let web = rest.starts_with(['h', 'H', 'w', 'W'])
            && ["http://", "https://", "www."].iter().any(|prefix| {
                rest.as_bytes().get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
            });
        if web || mail(rest) {
            let long = rest.find(|c| is_blank(c) || (is_mark(c) && c != '\'') || matches!(c, '<' | '>'));
            let whole = &rest[..long.unwrap_or(rest.len())];
            return Some(at + whole.trim_end_matches(|c| ",.;:!?')]…".contains(c)).len());
        }
        None
    }
}

/// Whether `rest` begins with `name@host.domain`.
fn mail(rest: &str) -> bool {
    let plain = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+');
    let bytes = &rest.as_bytes()[..rest.len().min(ADDRESS_REACH)];
    let name = bytes.iter().take_while(|b| plain(b)).count();
    if bytes.get(name) != Some(&b'@') {
        return false;
    }
    let host = bytes.get(name + 1..).unwrap_or_default().iter().take_while(|b| plain(b)).count();
    bytes[name + 1..name + 1 + host].iter().rev().skip(2).any(|&b| b == b'.')
}

/// Whether `word` is one character.
fn single(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some() && chars.all(is_combining)
}

/// Upper and lower case of a word.
fn case_of(word: &str) -> Case {
    let (small, large) =
        (word.bytes().filter(u8::is_ascii_lowercase).count(), word.bytes().filter(u8::is_ascii_uppercase).count());
    match word.as_bytes().first() {
        Some(first) if small == word.len() || small + 1 == word.len() && first.is_ascii_uppercase() && small > 0 => {
            return if large == 0 { Case::Lower } else { Case::Capital };
        }
        _ => {}
    }
    let (mut first, mut upper, mut lower) = (None, 0, 0);
    for c in word.chars() {
        let (is_upper, is_lower) = (c.is_uppercase(), c.is_lowercase());
        match first {
            None if is_upper || is_lower => first = Some(is_upper),
            None => {}
            Some(_) => (upper, lower) = (upper + usize::from(is_upper), lower + usize::from(is_lower && !is_upper)),
        }
    }
    match (first, upper, lower) {
        (None, ..) => Case::None,
        (Some(true), 1.., 0) => Case::Upper,
        (Some(true), ..) => Case::Capital,
        (Some(false), 0, _) => Case::Lower,
        (Some(false), ..) => Case::Mixed,
    }
}

//! The shape of a text: paragraphs, sentences, tokens, quotation marks.
//!
//! Owns segmentation. Is given the decoded text, its head parts and the lexicon's abbreviations.
//! Never knows a word of the domain.
//!
//! Positions inside the reading are byte offsets and token numbers; [`Text::char_of`] turns bytes into the
//! contract's characters.

mod abbreviations;
mod letters;
mod mark;
mod markdown;
mod offsets;
mod pairing;
mod paragraph;
mod quote;
mod segment;
mod sentence;
#[cfg(test)]
mod tests;
mod token;

pub use abbreviations::Abbreviations;

use crate::article::HeadRole;

/// A half-open run of token numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Run {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

impl Run {
    /// The run `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Run { start, end }
    }
    /// Number of tokens.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }
    /// Whether it holds no token.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }
    /// Whether token `t` lies inside.
    pub const fn contains(self, t: usize) -> bool {
        self.start <= t && t < self.end
    }
    /// Whether all of `other` lies inside.
    pub const fn covers(self, other: Run) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// Whether they share a token.
    pub const fn overlaps(self, other: Run) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// Its token numbers.
    pub fn iter(self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// Upper and lower case, for words.
    pub case: Case,
    /// No white space before it (`28` and `-` and `point` in `28-point`).
    pub glued: bool,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner dots (`U.S.`) and with the dot of a known abbreviation (`Mr.`, `Feb.`) or initial (`J.`).
    Word,
    /// Digits with inner `,` and `.`; letters glued to them (`300bn`) are a word of their own.
    Number,
    /// `'s`, `’s`, or the bare apostrophe of a plural possessor; also `n't`, `'re`, `'ll`, `'ve`, `'d`, `'m`.
    Clitic,
    /// `-` inside a compound (glued on both sides).
    Hyphen,
    /// `–`, `—`, or ` - ` between words.
    Dash,
    /// `,`
    Comma,
    /// `.` `?` `!` `…` that is no part of a word.
    Stop,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// A quotation mark that opens.
    Open,
    /// A quotation mark that closes.
    Close,
    /// A quotation mark without a partner.
    Stray,
    /// `(` or `[`
    ParenOpen,
    /// `)` or `]`
    ParenClose,
    /// `•`, `*`, `-` or `1.` at the start of a list item.
    Bullet,
    /// Anything else: `$`, `€`, `%`, `&`, `/`.
    Symbol,
}

/// Upper and lower case of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// All lower.
    Lower,
    /// First letter upper (`Putin`, `McFaul`).
    Capital,
    /// All upper, at least two letters (`NATO`, `U.S.`).
    Upper,
    /// `iPhone`.
    Mixed,
    /// No cased letters.
    None,
}

impl Case {
    /// Whether it begins with a capital.
    pub const fn is_capital(self) -> bool {
        matches!(self, Case::Capital | Case::Upper)
    }
}

/// A sentence: its tokens, closing marks included.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Its tokens.
    pub run: Run,
    /// Number of its paragraph.
    pub paragraph: usize,
}

/// A paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph {
    /// First byte.
    pub start: usize,
    /// One past the last byte, line break excluded.
    pub end: usize,
    /// Its tokens.
    pub run: Run,
    /// First and one past the last sentence.
    pub sentences: Run,
    /// Its role.
    pub kind: ParagraphKind,
}

/// The role of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Running text.
    Body,
    /// A list item.
    Item,
    /// A heading inside the text.
    Heading,
    /// Not the article's own running text.
    Head(HeadRole),
}

impl ParagraphKind {
    /// Whether sentences of it are read for findings.
    pub const fn is_read(self) -> bool {
        matches!(self, ParagraphKind::Body | ParagraphKind::Item)
    }
}

/// A quotation: a pair of marks, or an opening mark whose paragraph ends without a closing one.
#[derive(Clone, Copy, Debug)]
pub struct Quote {
    /// Token of the opening mark; equal to `inner.start` where the mark is missing.
    pub open: usize,
    /// The words between the marks.
    pub inner: Run,
    /// Token of the closing mark, if there is one.
    pub close: Option<usize>,
    /// 0 for the outermost.
    pub depth: u8,
    /// Number of its paragraph.
    pub paragraph: usize,
    /// It goes on from this earlier quote, whose paragraph had no closing mark.
    pub continues: Option<usize>,
}

/// A segmented text.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// The article's text.
    pub source: &'a str,
    /// All tokens in order.
    pub tokens: Vec<Token>,
    /// All sentences in order; none crosses a paragraph.
    pub sentences: Vec<Sentence>,
    /// All paragraphs in order.
    pub paragraphs: Vec<Paragraph>,
    /// All quotations by opening mark.
    pub quotes: Vec<Quote>,
    /// Byte offset and character count at every 64th character or so, for [`Text::char_of`].
    pub(crate) checkpoints: Vec<(u32, u32)>,
    /// Byte offset of every line's start.
    pub(crate) lines: Vec<u32>,
    /// For every token the innermost quote around it, or `u32::MAX`.
    quoted: Vec<u32>,
    /// For every token the number of its sentence.
    sentence_at: Vec<u32>,
}

//! Which way a quotation mark leans.
//!
//! Owns the reading of one mark from its glyph and its neighbours. Is given the tokens of a paragraph. Never pairs two
//! marks: that is `quote.rs`.

use super::{Case, Run, Token, TokenKind};

/// A quotation mark, seen alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub token: usize,
    pub single: bool,
    pub lean: Lean,
}

/// What a mark would like to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lean {
    Open,
    Close,
    /// A single mark behind a word in `s`, with another word to come: the end of a quotation or a possessor.
    Possessor,
    /// Could be either.
    Either,
    /// An apostrophe at the start of a word: `’em`, `'90s`.
    Apostrophe,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Outside,
    Inside,
    Unknown,
}

/// Reads marks in the light of the tokens around them.
pub(super) struct Reader<'t> {
    pub source: &'t str,
    pub tokens: &'t [Token],
    pub run: Run,
}

impl Reader<'_> {
    /// The mark at `token`, which must be one.
    pub(super) fn mark(&self, token: usize) -> Mark {
        let glyph = self.str(token);
        let single = matches!(glyph, "'" | "’" | "‘" | "‚" | "‛" | "‹" | "›");
        let lean = if single { self.single(token, glyph) } else { self.double(token, glyph) };
        Mark { token, single, lean }
    }

    /// Whether the mark at `token` stands for feet or inches: `6'2"`.
    pub(super) fn measures(&self, token: usize) -> bool {
        let number = |t: Option<usize>| t.is_some_and(|t| self.tokens[t].kind == TokenKind::Number);
        let before = self.before(token);
        let glued = self.tokens[token].glued && number(before);
        match self.str(token) {
            "\"" if glued => before.and_then(|t| self.before(t)).is_some_and(|t| self.str(t) == "'"),
            "'" if glued => self.after(token).is_some_and(|t| self.tokens[t].glued && number(Some(t))),
            _ => false,
        }
    }

    fn str(&self, token: usize) -> &str {
        &self.source[self.tokens[token].start as usize..self.tokens[token].end as usize]
    }

    fn before(&self, token: usize) -> Option<usize> {
        (token > self.run.start).then(|| token - 1)
    }

    fn after(&self, token: usize) -> Option<usize> {
        (token + 1 < self.run.end).then_some(token + 1)
    }

    fn double(&self, token: usize, glyph: &str) -> Lean {
        match (self.left(token), self.right(token)) {
            (Side::Outside, Side::Inside | Side::Unknown) | (Side::Unknown, Side::Inside) => Lean::Open,
            (Side::Inside, Side::Outside | Side::Unknown) | (Side::Unknown, Side::Outside) => Lean::Close,
            _ => by_glyph(glyph),
        }
    }

    fn single(&self, token: usize, glyph: &str) -> Lean {
        let (left, right) = (self.left(token), self.right(token));
        match glyph {
            "‚" | "‹" => Lean::Open,
            "›" => Lean::Close,
            _ if left != Side::Inside && right != Side::Outside && glyph != "’" => self.opener(token),
            "’" if left == Side::Outside && right != Side::Outside => Lean::Apostrophe,
            _ if left != Side::Outside && right != Side::Inside => self.closer(token),
            _ => Lean::Apostrophe,
        }
    }

    /// A single mark at the start of a word, decades excepted.
    fn opener(&self, token: usize) -> Lean {
        let Some(next) = self.after(token) else { return Lean::Apostrophe };
        let decade = self.tokens[next].kind == TokenKind::Number
            && self.str(next).len() == 2
            && self.after(next).is_none_or(|t| !self.tokens[t].glued || self.str(t) == "s");
        if decade { Lean::Apostrophe } else { Lean::Open }
    }

    /// A single mark at the end of a word.
    fn closer(&self, token: usize) -> Lean {
        let sibilant = self.before(token).is_some_and(|t| self.str(t).ends_with(['s', 'S', 'z', 'x']));
        let possessed = self.after(token).is_some_and(|t| {
            !self.tokens[t].glued
                && matches!(self.tokens[t].kind, TokenKind::Word | TokenKind::Number | TokenKind::Stray)
        });
        if sibilant && possessed { Lean::Possessor } else { Lean::Close }
    }

    /// What lies to the left of a mark, seen from a quotation that would begin there.
    fn left(&self, token: usize) -> Side {
        let Some(before) = self.before(token) else { return Side::Outside };
        if !self.tokens[token].glued {
            return Side::Outside;
        }
        match self.tokens[before].kind {
            TokenKind::ParenOpen | TokenKind::Bullet => Side::Outside,
            TokenKind::Dash | TokenKind::Hyphen | TokenKind::Stray => Side::Unknown,
            TokenKind::Symbol if self.str(before) == "/" => Side::Unknown,
            _ => Side::Inside,
        }
    }

    /// What lies to the right of a mark, seen from a quotation that would end there.
    fn right(&self, token: usize) -> Side {
        let Some(after) = self.after(token).filter(|&t| self.tokens[t].glued) else { return Side::Outside };
        match self.tokens[after].kind {
            TokenKind::Word | TokenKind::Number | TokenKind::ParenOpen => Side::Inside,
            TokenKind::Dash | TokenKind::Hyphen | TokenKind::Stray => Side::Unknown,
            TokenKind::Symbol if self.str(after) != "/" => Side::Inside,
            TokenKind::Stop if self.tokens[after].end - self.tokens[after].start > 1 => Side::Unknown,
            _ => Side::Outside,
        }
    }

    /// Whether the word behind `token` begins with a small letter.
    pub(super) fn goes_on_small(&self, token: usize) -> bool {
        self.after(token).is_some_and(|t| self.tokens[t].case == Case::Lower)
    }

    /// Whether the token before is absent or of a kind that passes `test`.
    pub(super) fn preceded(&self, token: usize, test: fn(TokenKind) -> bool) -> bool {
        self.before(token).is_none_or(|t| test(self.tokens[t].kind))
    }
}

/// What the shape of a double mark says where its neighbours say nothing.
fn by_glyph(glyph: &str) -> Lean {
    match glyph {
        "“" | "„" | "‟" | "«" | "``" | "「" => Lean::Open,
        "”" | "»" | "」" => Lean::Close,
        _ => Lean::Either,
    }
}

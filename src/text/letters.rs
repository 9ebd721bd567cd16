//! Single characters: letter, digit, blank, mark.
//!
//! Owns the classes the tokenizer asks for. Is given one character. Never looks at its neighbours.

/// White space, controls and characters without width.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || is_joiner(c)
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Invisible characters that hold a word together when they stand inside one: soft hyphen, joiners.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Letters of any script, and marks that combine with them.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining(c)
}

/// Marks without an existence of their own.
pub(super) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{64B}'..='\u{65F}'
        | '\u{93C}' | '\u{94D}' | '\u{9CD}' | '\u{A4D}' | '\u{ACD}' | '\u{BCD}' | '\u{C4D}' | '\u{CCD}' | '\u{D4D}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}')
}

/// Digits of any script and fractions.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (!c.is_ascii() && c.is_numeric() && !c.is_alphabetic())
}

/// What words are made of.
pub(super) fn is_wordly(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

/// Marks that can be an apostrophe inside a word.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘')
}

/// Quotation marks, single ones and apostrophes included.
pub(super) fn is_mark(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‚' | '‛' | '‹' | '›' | '「' | '」')
}

/// Marks that end a sentence, the dot apart.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '?' | '!' | '‽' | '？' | '！' | '。')
}

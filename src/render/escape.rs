//! Words of an article made safe for a terminal.
//!
//! Owns which characters are shown escaped: controls, bidi overrides and other invisible ones. Is given any string.
//! Never changes what can be seen.

use std::borrow::Cow;
use std::fmt::Write;

/// The string on one line: line ends and tabs are spaces, what steers a terminal or the direction of text is escaped.
///
/// ```
/// use ukdesk::render::escaped;
/// assert_eq!(escaped("two\r\nlines\u{1b}[31m \u{202e}x"), "two lines\\u{1b}[31m \\u{202e}x");
/// ```
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c.is_whitespace() && c != ' ' || steers(c)) {
        return Cow::Borrowed(text);
    }
    let joined = text.replace("\r\n", " ");
    Cow::Owned(joined.chars().fold(String::with_capacity(joined.len()), push))
}

fn push(mut out: String, c: char) -> String {
    match c {
        '\n' | '\r' | '\t' => out.push(' '),
        _ if steers(c) => _ = write!(out, "{}", c.escape_unicode()),
        _ => out.push(c),
    }
    out
}

fn steers(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
        || c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn seen_characters_stay() {
        for text in ["“Élysée”", "Київ — 28", "28\u{a0}points", ""] {
            assert_eq!(escaped(text), text);
        }
        assert_eq!(escaped("\u{9b}31m\u{2066}"), "\\u{9b}31m\\u{2066}");
    }
}

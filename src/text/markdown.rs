//! The marks of Markdown that are no words: heading signs, emphasis, links.
//!
//! Owns which bytes of a paragraph are such marks, whatever the article's format. Never knows a token.

use super::letters::{is_blank, is_digit, is_letter};

/// The longest address of a link, in bytes.
const ADDRESS: usize = 500;
/// The longest words of a link, in bytes.
const WORDS: usize = 300;

/// Length of the `## ` at the start of a paragraph.
pub(super) fn heading(paragraph: &str) -> usize {
    let rest = paragraph.trim_start_matches('#');
    let signs = paragraph.len() - rest.len();
    if signs <= 6 && rest.starts_with(is_blank) { signs } else { 0 }
}

/// Whether a mark can begin with this character.
pub(super) fn can_begin(c: char) -> bool {
    matches!(c, '*' | '_' | '[' | ']')
}

/// Length of the mark that begins at `at`.
pub(super) fn mark(paragraph: &str, at: usize) -> Option<usize> {
    let (before, rest) = paragraph.split_at(at);
    match rest.chars().next()? {
        c @ ('*' | '_') => emphasis(before, rest, c),
        '[' => opens_link(&rest[1..]).then_some(1),
        ']' if !before.ends_with('[') => address(&rest[1..]).map(|length| 1 + length),
        _ => None,
    }
}

/// `**` on a word, but neither alone nor within one.
fn emphasis(before: &str, rest: &str, mark: char) -> Option<usize> {
    let length = rest.len() - rest.trim_start_matches(mark).len();
    let (left, right) = (before.chars().next_back(), rest[length..].chars().next());
    let word = |c: Option<char>| c.is_some_and(|c| is_letter(c) || is_digit(c));
    let blank = |c: Option<char>| c.is_none_or(is_blank);
    let lone = blank(left) && blank(right);
    (length <= 3 && !lone && !(word(left) && word(right)) && left != Some(mark)).then_some(length)
}

/// Whether the words of a link follow, and its address.
fn opens_link(rest: &str) -> bool {
    let end = rest.bytes().take(WORDS).position(|b| matches!(b, b'[' | b']'));
    let words = end.map_or("", |end| &rest[..end]);
    words.contains(is_letter)
        && end.is_some_and(|end| rest[end..].starts_with(']') && address(&rest[end + 1..]).is_some())
}

/// Length of `(https://x.org/a "title")`.
fn address(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('(')?;
    let known = ["http://", "https://", "www.", "mailto:", "/", "#"].iter().any(|start| inside.starts_with(start));
    let (mut depth, mut quoted) = (0, false);
    let close = inside.bytes().take(ADDRESS).position(|b| {
        match b {
            b'"' => quoted = !quoted,
            b'(' if !quoted => depth += 1,
            b')' if !quoted => depth -= 1,
            _ => {}
        }
        depth < 0
    })?;
    let (target, title) = inside[..close].split_once(is_blank).unwrap_or((&inside[..close], ""));
    let titled = title.is_empty() || title.starts_with('"') && title.ends_with('"');
    (known && titled && !target.is_empty()).then_some(close + 2)
}

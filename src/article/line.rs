//! Lines of a text, as the head reader wants them.
//!
//! Owns the splitting and the test for the end of a sentence. Is given the text. Never knows what a line means.

/// A line that holds something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// First byte that is no white space.
    pub start: usize,
    /// One past the last such byte.
    pub end: usize,
    /// The words, Markdown's marks for headings and emphasis stripped.
    pub text: &'a str,
    /// First byte of `text`.
    pub text_start: usize,
    /// An empty line, or the start of the text, stands before it.
    pub opens_block: bool,
}

/// The non-empty lines from byte `from` on.
pub(super) fn lines(text: &str, from: usize) -> Vec<Line<'_>> {
    let (mut at, mut opens_block, mut found) = (from, true, Vec::new());
    for raw in text[from..].split_inclusive('\n') {
        let start = at + (raw.len() - raw.trim_start().len());
        let words = raw.trim();
        at += raw.len();
        if !words.is_empty() {
            let text = undecorated(words);
            let text_start = start + words.find(text).unwrap_or(0);
            found.push(Line { start, end: start + words.len(), text, text_start, opens_block });
        }
        opens_block = words.is_empty();
    }
    found
}

fn undecorated(words: &str) -> &str {
    let words = if words.starts_with("# ") || words.starts_with("##") { words.trim_matches('#') } else { words };
    let words = words.trim();
    let inner = words.trim_matches(|c| c == '*' || c == '_');
    if words.starts_with("* ") || inner.is_empty() { words } else { inner.trim() }
}

impl Line<'_> {
    /// Number of words.
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Number of characters.
    pub fn width(&self) -> usize {
        self.text.chars().count()
    }

    /// Whether it ends as a sentence does.
    pub fn is_terminated(&self) -> bool {
        self.text.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»']).ends_with(['.', '!', '?', '…', ':', ';', ','])
    }

    /// Whether it starts as a list item does.
    pub fn is_item(&self) -> bool {
        self.text.starts_with(['•', '-', '*', '–', '·']) || self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Whether a word begins with a capital.
pub(super) fn is_capital(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_point_at_the_words() {
        let text = "# Talks \r\n\r\n  *By Ann Lee*\nBody.\n";
        let found = lines(text, 0);
        let words: Vec<_> = found.iter().map(|l| (l.text, &text[l.start..l.end], l.opens_block)).collect();
        assert_eq!(
            words,
            [("Talks", "# Talks", true), ("By Ann Lee", "*By Ann Lee*", true), ("Body.", "Body.", false)]
        );
    }
}

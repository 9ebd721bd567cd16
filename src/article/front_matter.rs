//! Front matter: the block between `---` or `+++` fences at the start of a Markdown file.
//!
//! Owns a lenient reader for `key: value` (YAML) and `key = value` (TOML); bloggers write `title: A: b`, and that is
//! its value. Is given the text. Never fails: what it does not understand is noted or passed over.

use super::date::parse_date;
use super::{HeadPart, HeadRole, Meta};

/// What stands between the fences; `end` is 0 where there are none.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// First byte after the closing fence.
    pub end: usize,
    /// What the block says.
    pub meta: Meta,
    /// What was not understood.
    pub notes: Vec<String>,
}

impl FrontMatter {
    /// The block as a part of the text.
    pub fn part(&self) -> Option<HeadPart> {
        (self.end > 0).then_some(HeadPart { start: 0, end: self.end, role: HeadRole::FrontMatter })
    }
}

/// Whether a file begins as one with front matter does.
pub(super) fn opens(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    [&b"---\n"[..], b"---\r\n", b"+++\n", b"+++\r\n"].iter().any(|fence| start.starts_with(fence))
}

/// Reads the block, if there is one.
pub(super) fn read(text: &str) -> FrontMatter {
    let Some((block, end, separator)) = block(text) else { return FrontMatter::default() };
    let mut front = FrontMatter { end, ..FrontMatter::default() };
    for (key, values) in entries(block, separator) {
        front.take(&key, values);
    }
    front
}

/// The lines between the fences, where they end, and what parts key and value. A block without a key is a rule
/// across the page and no front matter.
fn block(text: &str) -> Option<(&str, usize, char)> {
    let fence = text.lines().next()?.trim_end();
    let separator = match fence {
        "---" => ':',
        "+++" => '=',
        _ => return None,
    };
    let first = text.find('\n')? + 1;
    let (mut at, mut closed) = (first, None);
    for line in text[first..].split_inclusive('\n') {
        at += line.len();
        if line.trim_end() == fence || separator == ':' && line.trim_end() == "..." {
            closed = Some((at - line.len(), at));
            break;
        }
    }
    let (last, end) = closed?;
    let block = &text[first..last];
    block.lines().any(|line| key_of(line, separator).is_some()).then_some((block, end, separator))
}

fn key_of(line: &str, separator: char) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(separator)?;
    let plain = !key.is_empty() && key.trim_end().chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    plain.then_some((key.trim_end(), value.trim()))
}

/// Keys with all their values: those of the same line, of the items and of the indented lines below.
fn entries(block: &str, separator: char) -> Vec<(String, Vec<String>)> {
    let mut entries: Vec<(String, Vec<String>)> = Vec::new();
    for line in block.lines() {
        match (key_of(line, separator), entries.last_mut()) {
            (Some((key, value)), _) => entries.push((key.to_lowercase(), values(value))),
            (None, Some((_, held))) => more(held, line.trim()),
            (None, None) => {}
        }
    }
    entries
}

/// The values of one line; a block sign (`>-`, `|`) stands for the lines below.
fn values(value: &str) -> Vec<String> {
    let inner = value.trim_start_matches('[').trim_end_matches(']');
    match value {
        "" | ">" | ">-" | "|" | "|-" | "[" => Vec::new(),
        _ if inner.len() < value.len() => inner.split(',').map(unquoted).filter(|v| !v.is_empty()).collect(),
        _ => vec![unquoted(value)],
    }
}

/// An item is a value of its own, any other line goes on with the last.
fn more(held: &mut Vec<String>, line: &str) {
    let item = line.strip_prefix("- ").or(line.strip_suffix(',')).or(line.strip_suffix(']'));
    match (item, held.last_mut()) {
        (Some(item), _) => held.push(unquoted(item.trim().trim_start_matches("name:"))),
        (None, Some(last)) if !line.contains(": ") => *last = format!("{last} {line}").trim().to_owned(),
        (None, None) if !line.is_empty() => held.push(unquoted(line.trim_start_matches("name:"))),
        _ => {}
    }
    held.retain(|value| !value.is_empty());
}

fn unquoted(value: &str) -> String {
    let value = value.trim();
    let quoted = |mark| value.len() > 1 && value.starts_with(mark) && value.ends_with(mark);
    if quoted('"') || quoted('\'') { value[1..value.len() - 1].trim().to_owned() } else { value.to_owned() }
}

impl FrontMatter {
    fn take(&mut self, key: &str, values: Vec<String>) {
        let first = values.first().cloned().filter(|value| !value.is_empty());
        match key {
            "title" | "headline" => self.meta.title = first,
            "author" | "authors" | "byline" | "by" => self.meta.byline = values.iter().flat_map(|v| names(v)).collect(),
            "outlet" | "source" | "publication" | "publisher" | "site" => self.meta.outlet = first,
            "lang" | "language" => {
                self.meta.language = first.map(|code| code.chars().take(2).collect::<String>().to_lowercase())
            }
            "date" | "published" | "pubdate" | "publish_date" | "published_at" => self.take_date(first),
            _ => {}
        }
    }

    fn take_date(&mut self, value: Option<String>) {
        let Some(value) = value else { return };
        match parse_date(&value).or_else(|| parse_date(value.split([' ', 'T']).next()?)) {
            Some(day) => self.meta.published = self.meta.published.or(Some(day)),
            None => self.notes.push(format!("the date `{value}` of the front matter was not understood")),
        }
    }
}

/// `By A, B and C` as three names.
fn names(value: &str) -> Vec<String> {
    let value = value.strip_prefix("By ").or(value.strip_prefix("by ")).unwrap_or(value);
    let parts = value.split([',', ';', '&']).flat_map(|part| part.split(" and "));
    parts.map(|name| name.trim().trim_start_matches("and ").to_owned()).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn yaml_as_people_write_it() {
        let text = "---\ntitle: Talks: round two\nauthors:\n  - Ann Lee\n  - name: Bo Moe\ndate: 2025-12-03 10:00:00 +0200\nsource: 'The Daily'\nlang: en-GB\ntags: [a, b]\n---\nBody\n";
        let front = read(text);
        assert_eq!(front.meta.title.as_deref(), Some("Talks: round two"));
        assert_eq!(front.meta.byline, ["Ann Lee", "Bo Moe"]);
        assert_eq!(front.meta.published, Some(date(2025, 12, 3)));
        assert_eq!((front.meta.outlet.as_deref(), front.meta.language.as_deref()), (Some("The Daily"), Some("en")));
        assert_eq!(&text[front.end..], "Body\n");
    }

    #[test]
    fn toml_and_line_ends() {
        let front = read(
            "+++\r\ntitle = \"Talks\"\r\nauthors = [\"Ann Lee\", \"Bo Moe\"]\r\npublished = 2025-12-03\r\n+++\r\nBody",
        );
        assert_eq!(front.meta.title.as_deref(), Some("Talks"));
        assert_eq!(front.meta.byline, ["Ann Lee", "Bo Moe"]);
        assert_eq!(front.meta.published, Some(date(2025, 12, 3)));
    }

    #[test]
    fn folded_titles_and_plain_author_lists() {
        let front = read("---\ntitle: >-\n  Talks in\n  two cities\nbyline: By Ann Lee, Bo Moe and Cy Roe\n---\n");
        assert_eq!(front.meta.title.as_deref(), Some("Talks in two cities"));
        assert_eq!(front.meta.byline, ["Ann Lee", "Bo Moe", "Cy Roe"]);
    }

    #[test]
    fn a_rule_is_no_front_matter_and_a_bad_date_is_noted() {
        assert_eq!(read("---\n\nTalks went on.\n\n---\n").end, 0);
        assert_eq!(read("---\ntitle: open\n").end, 0);
        assert_eq!(read("Talks\n").end, 0);
        assert_eq!(read("---\ndate: soon\n---\n").notes.len(), 1);
    }
}

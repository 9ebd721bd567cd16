//! Which format an input has: the seam for further formats.
//!
//! Owns the recognition by ending and by the first bytes. A new format is one variant here and its reader beside
//! `head.rs`. Is given path and bytes. Never reads metadata.

use super::front_matter;
use std::path::Path;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Running text with a plain head.
    Plain,
    /// Markdown, with or without front matter.
    Markdown,
    /// Something recognised, but not read yet; the word says what.
    Foreign(&'static str),
}

/// First bytes that give a foreign format away.
const MAGIC: [(&[u8], &str); 5] =
    [(b"%PDF-", "a PDF file"), (b"\x1f\x8b", GZIP), (b"PK\x03\x04", ZIP), (b"{\\rtf", "an RTF file"), (b"WARC/", WARC)];
const GZIP: &str = "a gzip archive";
const ZIP: &str = "a ZIP or office file";
const WARC: &str = "a WARC archive";
const HTML: &str = "HTML";
const JSON: &str = "JSON";

impl Format {
    /// The format of the bytes at `path` (none: standard input).
    pub fn detect(path: Option<&Path>, bytes: &[u8]) -> Format {
        let ending = path.and_then(Path::extension).and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
        let foreign = by_magic(bytes).or_else(|| by_ending(&ending)).or_else(|| by_opening(bytes));
        match foreign {
            Some(what) => Format::Foreign(what),
            None if matches!(&*ending, "md" | "markdown") || front_matter::opens(bytes) => Format::Markdown,
            None => Format::Plain,
        }
    }
}

fn by_magic(bytes: &[u8]) -> Option<&'static str> {
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, what)| what)
}

fn by_ending(ending: &str) -> Option<&'static str> {
    match ending {
        "html" | "htm" | "xhtml" => Some(HTML),
        "json" | "jsonl" | "ndjson" => Some(JSON),
        "warc" => Some(WARC),
        _ => None,
    }
}

fn by_opening(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let opening: String = start.iter().take(14).map(|&b| b.to_ascii_lowercase() as char).collect();
    (opening.starts_with("<!doctype html") || opening.starts_with("<html")).then_some(HTML)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ending_and_content_decide() {
        let detect = |name: &str, bytes: &[u8]| Format::detect(Some(Path::new(name)), bytes);
        assert_eq!(detect("a.txt", b"Talks"), Format::Plain);
        assert_eq!(detect("a.md", b"Talks"), Format::Markdown);
        assert_eq!(detect("a", b"---\ntitle: Talks\n---\n"), Format::Markdown);
        assert_eq!(detect("a.txt", b"  <!DOCTYPE html><p>"), Format::Foreign(HTML));
        assert_eq!(detect("a.html", b"Talks"), Format::Foreign(HTML));
        assert_eq!(detect("a.pdf", b"%PDF-1.7"), Format::Foreign("a PDF file"));
        assert_eq!(Format::detect(None, b"Talks"), Format::Plain);
    }
}

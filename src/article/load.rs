//! A source becomes an [`Article`].
//!
//! Owns the order of steps and the size limit; the only place that opens an input. Is given sources and what the user
//! said about them. Never knows a sentence.

use super::{Article, Format, LoadError, Meta, Source, decode, front_matter, head, slug};
use jiff::civil::Date;
use std::fs::File;
use std::io::{self, Read};

/// The limit on the size of one input unless another is given.
pub const DEFAULT_MAX_BYTES: u64 = 20_000_000;

/// Loads articles under the user's settings.
#[derive(Clone, Debug)]
pub struct Loader {
    /// Inputs above this size are refused.
    pub max_bytes: u64,
    /// Day of publication that overrides what the articles say.
    pub published: Option<Date>,
}

impl Default for Loader {
    fn default() -> Self {
        Loader { max_bytes: DEFAULT_MAX_BYTES, published: None }
    }
}

impl Loader {
    /// Reads one input to the end.
    pub fn load(&self, source: &Source) -> Result<Article, LoadError> {
        let name = source.name();
        let bytes = self.bytes(source, &name)?;
        let format = Format::detect(source.path(), &bytes);
        if let Format::Foreign(what) = format {
            return Err(LoadError::Unsupported { name, what });
        }
        let text = decode::decode(&name, bytes)?;
        let mut article = self.article(id_of(source), text);
        article.path = source.path().map(|path| path.display().to_string());
        Ok(article)
    }

    /// An article of text at hand.
    pub fn article(&self, id: String, text: String) -> Article {
        let front = front_matter::read(&text);
        let head = head::read(&text, front.end, &front.meta);
        let parts = front.part().into_iter().chain(head.parts).collect();
        let mut article =
            Article { id, meta: front.meta.or(head.meta), head: parts, notes: front.notes, ..Article::default() };
        article.meta.published = self.published.or(article.meta.published);
        article.text = text;
        article
    }

    fn bytes(&self, source: &Source, name: &str) -> Result<Vec<u8>, LoadError> {
        let read = match source {
            Source::Stdin => self.take(io::stdin().lock()),
            Source::File(path) => File::open(path).and_then(|file| self.take(file)),
        };
        let bytes = read.map_err(|e| LoadError::from_io(name, e))?;
        match bytes.len() as u64 > self.max_bytes {
            true => Err(LoadError::TooLarge { name: name.to_owned(), limit: self.max_bytes }),
            false => Ok(bytes),
        }
    }

    /// One byte more than the limit is enough to know that it is passed.
    fn take(&self, input: impl Read) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        input.take(self.max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Meta {
    /// What stands here, else what stands there.
    fn or(self, other: Meta) -> Meta {
        Meta {
            title: self.title.or(other.title),
            byline: if self.byline.is_empty() { other.byline } else { self.byline },
            outlet: self.outlet.or(other.outlet),
            published: self.published.or(other.published),
            language: self.language.or(other.language),
        }
    }
}

fn id_of(source: &Source) -> String {
    let Some(path) = source.path() else { return "stdin".to_owned() };
    let stem = path.file_stem().map(|stem| slug(&stem.to_string_lossy())).unwrap_or_default();
    if stem.is_empty() { "article".to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn ids_are_slugs_of_stems() {
        let id = |path: &str| id_of(&Source::File(PathBuf::from(path)));
        assert_eq!(id("x/01 Talks.v2.txt"), "01-talks-v2");
        assert_eq!(id("…"), "article");
        assert_eq!(id_of(&Source::Stdin), "stdin");
    }

    #[test]
    fn a_given_date_wins() {
        let day = jiff::civil::date(2025, 1, 2);
        let loader = Loader { published: Some(day), ..Loader::default() };
        let article = loader.article("a".to_owned(), "Talks stall\n\n2025-12-03\n\nThey did.\n".to_owned());
        assert_eq!(article.meta.published, Some(day));
    }
    #[test]
    fn parts_lie_in_order_inside_the_text() {
        for text in [
            "---\ntitle: Talks\n---\n# Talks\n\n**By Ann Lee**\n\nÉVIAN, Dec 3 (Été) — Été.\n\n(Reporting by Ann\nLee)\n",
            "\u{a0}Talks\u{a0}\r\n\r\n*\u{202e}By Ann Lee*\r\n\r\nGENÈVE - “Non,” dit-il.\r\n",
            "(((\n)))\n—\n|\n© 2025\nDismiss",
        ] {
            let article = Loader::default().article("a".to_owned(), text.to_owned());
            let slices: Vec<_> = article.head.iter().map(|part| text.get(part.start..part.end)).collect();
            assert!(slices.iter().all(|slice| slice.is_some_and(|words| !words.is_empty())), "{:?}", article.head);
            assert!(article.head.is_sorted_by(|a, b| a.end <= b.start), "{:?}", article.head);
        }
    }
}

//! What a reading says of its article.
//!
//! Owns the counts and the hash. Is given an [`Article`]. Never reads a sentence.

use super::Article;
use crate::finding::ArticleInfo;
use sha2::{Digest, Sha256};
use std::fmt::Write;

impl Article {
    /// The contract's description of this article.
    pub fn info(&self) -> ArticleInfo {
        ArticleInfo {
            id: self.id.clone(),
            path: self.path.clone(),
            title: self.meta.title.clone(),
            byline: self.meta.byline.clone(),
            outlet: self.meta.outlet.clone(),
            published: self.meta.published.map(|day| day.to_string()),
            language: self.meta.language.clone(),
            characters: self.text.chars().count(),
            words: words(&self.text),
            sha256: hex(&Sha256::digest(self.text.as_bytes())),
            notes: self.notes.clone(),
        }
    }
}

/// How many stretches between white space hold a letter or digit.
fn words(text: &str) -> usize {
    let (mut count, mut counted, mut at) = (0, false, 0);
    while let Some(&byte) = text.as_bytes().get(at) {
        let c = if byte.is_ascii() { char::from(byte) } else { text[at..].chars().next().unwrap_or_default() };
        at += c.len_utf8();
        if c.is_whitespace() {
            counted = false;
        } else if !counted && c.is_alphanumeric() {
            (count, counted) = (count + 1, true);
        }
    }
    count
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::Article;

    #[test]
    fn counts_characters_and_words() {
        let article = Article { text: "Élysée — two words.\n".to_owned(), ..Article::default() };
        let info = article.info();
        assert_eq!((info.characters, info.words), (20, 3));
        assert_eq!(info.sha256.len(), 64);
    }
}

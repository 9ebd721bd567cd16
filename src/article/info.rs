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
            words: self.text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count(),
            sha256: hex(&Sha256::digest(self.text.as_bytes())),
            notes: self.notes.clone(),
        }
    }
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

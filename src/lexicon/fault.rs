//! What can be wrong with a lexicon, said so that its editor can mend it.
//!
//! Owns the messages: file, line, entry and field. Never decides what is wrong.

use std::path::Path;

/// A fault of the lexicon.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// A file or folder that cannot be read.
    #[error("{path}: cannot read the lexicon: {reason}; check the path given with --lexicon")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// A folder without TOML files.
    #[error("{folder}: no .toml file in this lexicon folder; `--lexicon` takes a folder of lexicon files")]
    NoFiles {
        /// As given.
        folder: String,
    },
    /// Not TOML of the lexicon's shape.
    #[error("{file}:{line}: {reason}")]
    Syntax {
        /// The file.
        file: String,
        /// Counted from 1.
        line: usize,
        /// What the parser said.
        reason: String,
    },
    /// An entry that does not fit the others.
    #[error("{file}:{line}: {entry}: {field}: {reason}")]
    Entry {
        /// The file.
        file: String,
        /// Counted from 1.
        line: usize,
        /// Kind and id.
        entry: String,
        /// The field at fault.
        field: String,
        /// What is wrong and what to do.
        reason: String,
    },
}

impl LexiconError {
    pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Self {
        LexiconError::Unreadable { path: path.display().to_string(), reason: error.to_string() }
    }

    pub(super) fn syntax(file: &str, source: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map_or(1, |s| source[..s.start].matches('\n').count() + 1);
        LexiconError::Syntax { file: file.to_owned(), line, reason: error.message().to_owned() }
    }
}

//! The lexicon: names, plans, issues and cues as data, compiled once.
//!
//! Owns its files' shape and their faults. Never knows an article.

pub mod schema;

use thiserror::Error;

/// Why a lexicon could not be built.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct LexiconError(
    /// What is wrong, with file, line, entry and field.
    pub String,
);

//! The desk: a lexicon ready to read articles.
//!
//! Owns the order of the layers. Building may fail, reading may not. Never prints.

use crate::article::Article;
use crate::finding::{Reading, SCHEMA, Tool};
use crate::lexicon::LexiconError;
use std::path::Path;

/// Reads articles; cheap to share between threads.
#[derive(Debug)]
pub struct Desk {}

impl Desk {
    /// The desk with the built-in lexicon.
    pub fn builtin() -> Result<Desk, LexiconError> {
        Ok(Desk {})
    }

    /// The desk with `dir` laid over the built-in lexicon.
    pub fn with_lexicon(dir: &Path) -> Result<Desk, LexiconError> {
        match dir.is_dir() {
            true => Ok(Desk {}),
            false => {
                Err(LexiconError(format!("{}: no such folder; --lexicon takes a folder of TOML files", dir.display())))
            }
        }
    }

    /// Reads one article.
    pub fn read(&self, article: &Article) -> Reading {
        Reading {
            schema: SCHEMA.to_owned(),
            tool: Tool { version: env!("CARGO_PKG_VERSION").to_owned(), lexicon: "sha256:".to_owned() },
            article: article.info(),
            actors: Vec::new(),
            plans: Vec::new(),
            demands: Vec::new(),
            provisions: Vec::new(),
            statements: Vec::new(),
            meetings: Vec::new(),
            figures: Vec::new(),
        }
    }

    /// Every issue code, `group/code`, in the lexicon's order.
    pub fn issue_codes(&self) -> Vec<String> {
        let codes = ["territory/control", "territory/withdrawal", "ceasefire/general", "process/plan"];
        codes.iter().map(|&code| code.to_owned()).collect()
    }
}

//! Findings written out, one file per format.
//!
//! Owns the formats. Is given readings. Never analyses and never does input.

mod escape;
mod explain;
mod json;
mod jsonl;
mod layout;
mod sheet;
mod table;

pub use escape::escaped;
pub use explain::explain;

use crate::dossier::List;
use crate::finding::Reading;
use std::io::{self, Write};

/// How readings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For eyes.
    Table,
    /// One indented value after another.
    Json,
    /// One line each.
    Jsonl,
}

/// A format with what it has to know of its reader; all but the format is for tables.
#[derive(Clone, Debug)]
pub struct Page {
    /// How to write.
    pub format: Format,
    /// Columns of characters at hand.
    pub width: usize,
    /// Whether captions may be bold.
    pub bold: bool,
    /// Whether positions are shown that do not hold now.
    pub all: bool,
    /// Which lists are shown.
    pub lists: Vec<List>,
}

impl Page {
    /// Writes one reading.
    pub fn write(&self, out: &mut impl Write, reading: &Reading) -> io::Result<()> {
        match self.format {
            Format::Table => table::write(out, self, reading),
            Format::Json => json::write(out, reading),
            Format::Jsonl => jsonl::write(out, reading),
        }
    }
}

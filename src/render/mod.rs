//! Findings written out, one file per format.
//!
//! Owns the formats. Is given readings. Never analyses and never does input.

mod escape;
mod json;
mod jsonl;

pub use escape::escaped;

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

/// Writes one reading.
pub fn write(out: &mut impl Write, format: Format, reading: &Reading) -> io::Result<()> {
    match format {
        Format::Table => json::write(out, reading),
        Format::Json => json::write(out, reading),
        Format::Jsonl => jsonl::write(out, reading),
    }
}

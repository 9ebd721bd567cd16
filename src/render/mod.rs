//! Findings written out, one file per format.
//!
//! Owns the formats. Is given readings. Never analyses and never does input.

mod brat;
mod csv;
mod escape;
mod explain;
mod json;
mod jsonl;
mod layout;
mod markdown;
mod record;
mod sheet;
mod table;

pub use brat::{brat, brat_config};
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
    /// One list, one line a finding, for spreadsheets and data frames.
    Csv,
    /// One list as a table of Markdown.
    Markdown,
}

impl Format {
    /// Whether it holds a single list.
    pub const fn is_flat(self) -> bool {
        matches!(self, Format::Csv | Format::Markdown)
    }
}

/// A format with what it has to know of its reader; JSON needs nothing but the format.
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
    /// Writes what stands once before all readings.
    pub fn open(&self, out: &mut impl Write) -> io::Result<()> {
        match self.format {
            Format::Csv => csv::open(out, self),
            Format::Markdown => markdown::open(out, self),
            Format::Table | Format::Json | Format::Jsonl => Ok(()),
        }
    }

    /// Writes one reading.
    pub fn write(&self, out: &mut impl Write, reading: &Reading) -> io::Result<()> {
        match self.format {
            Format::Table => table::write(out, self, reading),
            Format::Json => json::write(out, reading),
            Format::Jsonl => jsonl::write(out, reading),
            Format::Csv => csv::write(out, self, reading),
            Format::Markdown => markdown::write(out, self, reading),
        }
    }
}

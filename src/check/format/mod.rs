//! The outcome of a check written out, one file per format.
//!
//! Owns the choice. Is given a report. Never checks, never opens a file.

mod github;
mod json;
mod junit;
mod text;

use super::outcome::Report;
use std::io::{self, Write};

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For eyes: what differs, and a summary.
    Text,
    /// One JSON value.
    Json,
    /// JUnit XML, one test case for each expectation.
    Junit,
    /// Workflow commands of GitHub Actions, which become annotations at file and line.
    Github,
}

impl Format {
    /// Writes a report.
    ///
    /// # Errors
    /// What writing gives.
    pub fn write(self, out: &mut impl Write, report: &Report) -> io::Result<()> {
        match self {
            Format::Text => text::write(out, report),
            Format::Json => json::write(out, report),
            Format::Junit => junit::write(out, report),
            Format::Github => github::write(out, report),
        }
    }
}

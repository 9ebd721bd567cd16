//! Articles against what was expected of them.
//!
//! Owns expectations, cases and their comparison with readings. Is given readings and JSON. Never opens a file, never
//! prints, never corrects an expectation.

mod cases;
mod expectation;
mod fields;
mod fits;
mod report;
mod verdict;

pub use cases::{Case, Gap};
pub use expectation::{Expectation, Gaps};
pub use report::{explained, told_of_gap};
pub use verdict::{Difference, Miss, Nearest, closed, misses};

use std::path::{Path, PathBuf};

/// Where the expectation of an article stands: `talks.txt` has `talks.expected.json` beside it.
pub fn expectation_path(article: &Path) -> PathBuf {
    article.with_extension("expected.json")
}

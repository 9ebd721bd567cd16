//! Articles against what was expected of them.
//!
//! Owns expectations, cases and their comparison with readings. Is given readings and JSON. Never opens a file, never
//! prints, never corrects an expectation.

mod cases;
mod expectation;
mod fields;
mod fits;
pub mod score;
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

/// The ending of expectation files.
const ENDING: &str = ".expected.json";

/// Whether a file is an expectation, by its name.
pub fn is_expectation(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ENDING))
}

/// The article that an expectation or annotation belongs to, among the files beside it.
pub fn article_of(path: &Path, beside: &[PathBuf], is_article: fn(&Path) -> bool) -> Option<PathBuf> {
    let (whole, plain) = (expectation_path as fn(&Path) -> PathBuf, |article: &Path| article.with_extension("json"));
    let own = if is_expectation(path) { whole } else { plain };
    beside.iter().find(|other| is_article(other) && other.as_path() != path && own(other) == path).cloned()
}

//! Articles against what was expected of them.
//!
//! Owns expectations, cases and their comparison with readings, and the formats of what came of it. Is given readings
//! and JSON. Never opens a file, never prints on its own.

mod bless;
mod cases;
mod edit;
mod entry;
mod expectation;
mod fields;
mod fits;
mod format;
mod located;
mod near;
mod outcome;
mod report;
pub mod score;
mod verdict;

pub use bless::{Blessed, bless, first};
pub use cases::{Case, Gap};
pub use expectation::{Expectation, Gaps, Wanted, more_fields};
pub use format::Format;
pub use located::Flaw;
pub use near::Words;
pub use outcome::{Kind, Report, Suite, Test, Trouble, Verdict};
pub use report::{article_line, explained};
pub use verdict::{Difference, Miss, Nearest, tests};

use std::path::{Path, PathBuf};

/// The ending of expectation files.
const ENDING: &str = ".expected.json";

/// Where the expectation of an article stands: `talks.txt` has `talks.expected.json` beside it.
pub fn expectation_path(article: &Path) -> PathBuf {
    article.with_extension("expected.json")
}

/// Whether a file is an expectation, by its name.
pub fn is_expectation(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ENDING))
}

/// The article that an expectation or annotation belongs to, among the files beside it.
pub fn article_of(path: &Path, beside: &[PathBuf], is_article: fn(&Path) -> bool) -> Option<PathBuf> {
    let whole = is_expectation(path);
    let own = |article: &Path| if whole { expectation_path(article) } else { article.with_extension("json") };
    beside.iter().find(|other| is_article(other) && own(other) == path).cloned()
}

//! The laws of the house: what holds for the source and for every reading, whatever the article.
//!
//! `source` reads the files under `src/`; `spans`, `threads` and `growth` read articles.

mod growth;
mod noise;
mod source;
mod spans;
mod threads;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use ukdesk::article::{Article, Loader, Source};
use ukdesk::desk::Desk;

/// The desk with the built-in lexicon; compiled once, which takes longer than most articles.
static DESK: LazyLock<Desk> = LazyLock::new(|| Desk::builtin().expect("the built-in lexicon compiles"));

/// Where the package stands.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The fixture articles' files, in order.
fn article_files() -> Vec<PathBuf> {
    let files = std::fs::read_dir(root().join("fixtures/articles")).expect("the fixtures");
    let paths = files.map(|file| file.expect("a file").path());
    let mut paths: Vec<PathBuf> = paths.filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md")).collect();
    paths.sort();
    assert!(paths.len() >= 6, "fixture articles: {}", paths.len());
    paths
}

/// The fixture articles, loaded as the program loads them.
fn articles() -> Vec<Article> {
    let loader = Loader::default();
    article_files().into_iter().map(|path| loader.load(&Source::File(path)).expect("a fixture loads")).collect()
}

/// A body without a head, published when the fixtures were.
fn body(text: impl Into<String>) -> Article {
    let mut article = Article { id: "body".to_owned(), text: text.into(), ..Article::default() };
    article.meta.published = "2025-12-12".parse().ok();
    article
}

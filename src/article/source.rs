//! Where articles come from: paths, folders, standard input.
//!
//! Owns the walk through folders and the choice of files. Is given paths as the user wrote them. Never opens a file.

use super::LoadError;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

const LOOKED_FOR: &str = "files ending in .txt, .text, .md or .markdown and files without an ending are read; \
                          name other files one by one";
const ENDINGS: [&str; 4] = ["txt", "text", "md", "markdown"];

/// One input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input, written `-`.
    Stdin,
}

impl Source {
    /// How messages call it.
    pub fn name(&self) -> String {
        match self {
            Source::File(path) => path.display().to_string(),
            Source::Stdin => "standard input".to_owned(),
        }
    }

    /// Its path, if it has one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Source::File(path) => Some(path),
            Source::Stdin => None,
        }
    }
}

/// The articles behind the paths, in the order given; folders are walked in sorted order. What is named outright is
/// taken whatever its ending; inside folders only articles are.
pub fn articles(paths: &[PathBuf]) -> Vec<Result<Source, LoadError>> {
    files(paths, is_article)
}

/// As [`articles`], with another choice of files inside folders.
pub fn files(paths: &[PathBuf], wanted: fn(&Path) -> bool) -> Vec<Result<Source, LoadError>> {
    paths.iter().flat_map(|path| files_of(path, wanted)).collect()
}

fn files_of(path: &Path, wanted: fn(&Path) -> bool) -> Vec<Result<Source, LoadError>> {
    if path.as_os_str() == "-" {
        return vec![Ok(Source::Stdin)];
    }
    match fs::metadata(path) {
        Err(e) => vec![Err(LoadError::from_io(&path.display().to_string(), e))],
        Ok(meta) if meta.is_dir() => files_in(path, wanted),
        Ok(_) => vec![Ok(Source::File(path.to_owned()))],
    }
}

fn files_in(folder: &Path, wanted: fn(&Path) -> bool) -> Vec<Result<Source, LoadError>> {
    let mut walk = Walk { wanted, seen: BTreeSet::new(), found: Vec::new() };
    walk.enter(folder);
    if walk.found.is_empty() {
        let name = folder.display().to_string();
        walk.found.push(Err(LoadError::NoArticles { name, looked_for: LOOKED_FOR }));
    }
    walk.found
}

/// A walk through one folder. Folders are remembered by their real path, so that a link back up ends there.
struct Walk {
    wanted: fn(&Path) -> bool,
    seen: BTreeSet<PathBuf>,
    found: Vec<Result<Source, LoadError>>,
}

impl Walk {
    fn enter(&mut self, folder: &Path) {
        let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        if !self.seen.insert(real) {
            return;
        }
        match entries(folder) {
            Ok(paths) => paths.iter().for_each(|path| self.visit(path)),
            Err(e) => self.found.push(Err(LoadError::from_io(&folder.display().to_string(), e))),
        }
    }

    /// Broken links and things that are neither file nor folder are passed over.
    fn visit(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => self.enter(path),
            Ok(meta) if meta.is_file() && (self.wanted)(path) => self.found.push(Ok(Source::File(path.to_owned()))),
            _ => {}
        }
    }
}

/// What stands in a folder, hidden entries left out, sorted by name.
fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.retain(|path| !is_hidden(path));
    paths.sort();
    Ok(paths)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Whether a file inside a folder is taken for an article.
pub fn is_article(path: &Path) -> bool {
    match path.extension().and_then(OsStr::to_str) {
        None => path.extension().is_none(),
        Some(ending) => ENDINGS.contains(&ending.to_ascii_lowercase().as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::is_article;
    use std::path::Path;

    #[test]
    fn endings_choose_articles() {
        for name in ["a.txt", "a.TEXT", "b.md", "c.markdown", "plain", "2025-12-03 talks"] {
            assert!(is_article(Path::new(name)), "{name}");
        }
        for name in ["a.expected.json", "a.html", "a.txt~", "a.jsonl", "a.rs"] {
            assert!(!is_article(Path::new(name)), "{name}");
        }
    }
}

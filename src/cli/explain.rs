//! `ukdesk explain`: why a sentence reads as it does.
//!
//! Owns the argument FILE:LINE. Is given parsed arguments. Never knows a layer.

use super::args::ExplainArgs;
use super::extract::desk;
use super::{FINE, Outcome, names, output, terminal};
use std::io::Write;
use std::path::{Path, PathBuf};
use ukdesk::article::{Loader, articles};
use ukdesk::render::explain;

/// Widest explanation where the terminal does not say.
const WIDTH: usize = 100;

/// Prints what was made of an article or of one line of it.
pub(crate) fn run(args: &ExplainArgs) -> Outcome {
    let desk = desk(&args.reading)?;
    let published = args.published.as_deref().map(names::day).transpose().map_err(|e| format!("--published: {e}"))?;
    let loader = Loader { max_bytes: args.reading.max_bytes, published };
    let (path, line) = place(&args.place);
    let mut out = output::stdout();
    for source in articles(std::slice::from_ref(&path)) {
        let article = source.and_then(|source| loader.load(&source)).map_err(|e| e.to_string())?;
        let explanation = desk.explain(&article, line);
        if let Some(line) = line.filter(|_| explanation.sentences.is_empty()) {
            return Err(format!("{}: no sentence on line {line}; `ukdesk text` prints the lines", path.display()));
        }
        let written = explain(&mut out, &explanation, terminal::width().min(WIDTH), terminal::colour());
        output::outcome(written.and_then(|()| out.flush()).map(|()| FINE))?;
    }
    Ok(FINE)
}

/// A path with or without `:LINE`; a file that is called so comes first.
fn place(typed: &Path) -> (PathBuf, Option<usize>) {
    let text = typed.to_string_lossy();
    let split = text.rsplit_once(':').filter(|_| !typed.exists());
    match split.and_then(|(path, line)| Some((path, line.parse().ok()?))) {
        Some((path, line)) => (PathBuf::from(path), Some(line)),
        None => (typed.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_behind_a_colon_is_a_line() {
        assert_eq!(place(Path::new("talks.txt:15")), (PathBuf::from("talks.txt"), Some(15)));
        assert_eq!(place(Path::new("-:2")), (PathBuf::from("-"), Some(2)));
        assert_eq!(place(Path::new("talks.txt")), (PathBuf::from("talks.txt"), None));
        assert_eq!(place(Path::new("C:talks")), (PathBuf::from("C:talks"), None));
    }
}

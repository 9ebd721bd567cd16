//! `ukdesk text`: an article as the reading sees it.
//!
//! Owns nothing but the command. Is given a path. Never reads the text.

use super::args::TextArgs;
use super::{FINE, Outcome, output};
use std::io::Write;
use ukdesk::article::{Loader, articles};

/// Prints the decoded text.
pub(crate) fn run(args: &TextArgs) -> Outcome {
    let loader = Loader { max_bytes: args.max_bytes, published: None };
    let sources = articles(std::slice::from_ref(&args.file));
    let mut out = output::stdout();
    for source in sources {
        let article = source.and_then(|source| loader.load(&source)).map_err(|e| e.to_string())?;
        let written = out.write_all(article.text.as_bytes()).and_then(|()| out.flush());
        output::outcome(written.map(|()| FINE))?;
    }
    Ok(FINE)
}

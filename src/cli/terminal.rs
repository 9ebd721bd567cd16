//! What is known of the terminal behind standard output.
//!
//! Owns widths and the permission to use colour. Reads the environment. Never writes.

use std::env;
use std::io::{IsTerminal, stdout};
use terminal_size::{Width, terminal_size_of};

/// Width of tables in a pipe or file.
const PIPED: usize = 200;
/// Tables narrower than this are no tables.
const LEAST: usize = 40;

/// Columns of characters: what `COLUMNS` says, else those of the terminal.
pub(crate) fn width() -> usize {
    let said = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || terminal_size_of(stdout()).map(|(Width(columns), _)| usize::from(columns));
    said.or_else(seen).filter(|&columns| columns > 0).unwrap_or(PIPED).max(LEAST)
}

/// Whether results may carry colour: on a terminal that can, unless `NO_COLOR` is set.
pub(crate) fn colour() -> bool {
    let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    stdout().is_terminal() && !refused && !dumb
}

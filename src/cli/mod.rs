//! The process: arguments, threads, streams, exit codes.
//!
//! Owns everything that touches the terminal. Is given the command line. Never knows the inside of a reading.

mod args;
mod asked;
mod brat;
mod cases;
mod check;
mod explain;
mod extract;
mod faults;
mod manual;
mod names;
mod output;
mod queue;
mod schema;
mod score;
mod terminal;
mod text;

use args::{Command, Options};
use clap::Parser;
use faults::Faults;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// All went well and is as expected.
pub(crate) const FINE: u8 = 0;
/// Something is not as expected.
pub(crate) const DIFFERS: u8 = 1;
/// Something could not be read or run.
pub(crate) const FAILED: u8 = 2;

/// What a command ends with: an exit code, or a message and [`FAILED`].
pub(crate) type Outcome = Result<u8, String>;

/// Runs the program. Wrong usage ends inside clap, with 2.
pub(crate) fn run() -> ExitCode {
    let options = Options::parse();
    let mut faults = Faults::default();
    let outcome = match &options.command {
        Command::Extract(args) => extract::run(args, &mut faults),
        Command::Check(args) => check::run(args, &mut faults),
        Command::Score(args) => score::run(args, &mut faults),
        Command::Explain(args) => explain::run(args),
        Command::Text(args) => text::run(args),
        Command::Brat(args) => brat::run(args, &mut faults),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => manual::completions(args),
        Command::Man(args) => manual::run(args),
    };
    let code = outcome.unwrap_or_else(|message| faults.report(&message));
    ExitCode::from(code.max(faults.code()))
}

/// The files in the folder of `path`, sorted; none where it cannot be read.
pub(crate) fn siblings(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).into_iter().flatten().flatten();
    let names = entries.map(|entry| path.with_file_name(entry.file_name()));
    let mut names: Vec<PathBuf> = names.filter(|name| name.is_file()).collect();
    names.sort();
    names
}

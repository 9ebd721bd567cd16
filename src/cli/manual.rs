//! `ukdesk completions` and `ukdesk man`: what shells and `man` know of the command line.
//!
//! Owns nothing but the two commands; the words are those of `args.rs`. Is given a shell, a command, a folder. Never
//! installs anything.

use super::args::{CompletionsArgs, ManArgs, Options};
use super::{FINE, Outcome, names, output};
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use std::fs;
use std::path::Path;

/// Prints the completions of a shell.
pub(crate) fn completions(args: &CompletionsArgs) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Options::command(), "ukdesk", &mut script);
    output::print(&script)
}

/// Prints a page of the manual, or writes all of them.
pub(crate) fn run(args: &ManArgs) -> Outcome {
    let mut program = Options::command();
    program.build();
    match (&args.output, &args.command) {
        (Some(folder), _) => write_all(program, folder),
        (None, None) => print(program),
        (None, Some(name)) => print(named(&program, name)?),
    }
}

fn print(command: Command) -> Outcome {
    output::print(&page(command)?)
}

fn page(command: Command) -> Result<Vec<u8>, String> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(|e| format!("the manual: cannot be made ({e}); please report it"))?;
    Ok(page)
}

fn named(program: &Command, name: &str) -> Result<Command, String> {
    let known: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
    program.find_subcommand(name).cloned().ok_or_else(|| names::unknown("command", name, known.into_iter()))
}

fn write_all(program: Command, folder: &Path) -> Outcome {
    let fault = |e: std::io::Error| format!("{}: cannot be written ({e}); choose another folder", folder.display());
    fs::create_dir_all(folder).map_err(fault)?;
    let commands = program.get_subcommands().filter(|command| command.get_name() != "help").cloned();
    for command in commands.chain([program.clone()]).collect::<Vec<_>>() {
        let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
        fs::write(folder.join(format!("{name}.1")), page(command)?).map_err(fault)?;
    }
    Ok(FINE)
}

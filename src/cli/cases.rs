//! `ukdesk check` on a file of cases.
//!
//! Owns the way from a file's lines to readings. Is given the file's path. Never decides what fits.

use super::check::Bench;
use super::extract::reading;
use super::queue;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use ukdesk::check::{Case, Kind, Suite, Test, Trouble};

/// Checks the cases of one file.
pub(crate) fn run(bench: &Bench, path: &Path) -> Suite {
    let name = path.display().to_string();
    let mut faults = Vec::new();
    let cases = cases(path, &name, bench, &mut faults);
    let mut tests = Vec::new();
    let taken = queue::run(
        &cases,
        bench.threads,
        |case| check(case, bench, &name),
        |result| {
            match result {
                Ok(test) => tests.push(test),
                Err(what) => faults.push(Trouble { file: String::new(), line: None, what }),
            }
            Ok::<(), String>(())
        },
    );
    faults.extend(taken.err().map(|what| Trouble { file: name.clone(), line: None, what }));
    Suite { expectation: name.clone(), path: name, kind: Kind::Cases, tests, faults, changes: Vec::new() }
}

/// The sound cases of a file with their lines; the others are reported.
fn cases(path: &Path, name: &str, bench: &Bench, faults: &mut Vec<Trouble>) -> Vec<(usize, Case)> {
    let mut report = |line, what: String| faults.push(Trouble { file: name.to_owned(), line, what });
    let text = fs::read_to_string(path).unwrap_or_else(|e| {
        report(None, format!("cannot be read ({e}); check the path"));
        String::from("\n")
    });
    let (mut seen, mut cases) = (BTreeSet::new(), Vec::new());
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let case = Case::parse(line, &bench.codes).and_then(|case| match seen.insert(case.id.clone()) {
            true => Ok(case),
            false => Err(format!("{}: a second case of this id", case.id)),
        });
        match case {
            Ok(case) => cases.push((number + 1, case)),
            Err(fault) => report(Some(number + 1), fault),
        }
    }
    if text.is_empty() {
        report(None, "no cases in this file".to_owned());
    }
    cases
}

fn check((line, case): &(usize, Case), bench: &Bench, name: &str) -> Result<Test, String> {
    let reading = reading(&bench.desk, &format!("{name}: {}", case.id), || Ok(case.article()))?;
    Ok(Test::case(case, *line, &reading))
}

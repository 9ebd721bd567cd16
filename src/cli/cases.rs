//! `ukdesk check` on a file of cases.
//!
//! Owns the summary by phenomenon. Is given the file's path. Never decides what fits.

use super::check::Bench;
use super::extract::reading;
use super::faults::Faults;
use super::{DIFFERS, FINE, queue};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use ukdesk::check::{Case, Gap, Miss, explained, misses};
use ukdesk::render::escaped;

/// How the cases of one phenomenon went.
#[derive(Default)]
struct Tally {
    hold: usize,
    of: usize,
    gaps: usize,
}

/// All cases of a file so far.
#[derive(Default)]
struct Summary {
    phenomena: BTreeMap<String, Tally>,
    failed: usize,
    notes: Vec<String>,
}

/// Checks the cases of one file and prints how they went.
pub(crate) fn run(out: &mut impl Write, bench: &Bench, path: &Path, faults: &mut Faults) -> io::Result<u8> {
    let cases = cases(path, bench, faults);
    let mut summary = Summary::default();
    queue::run(
        &cases,
        bench.threads,
        |case| check(case, bench, path),
        |result| {
            match result {
                Ok((case, misses)) => summary.take(case, &misses),
                Err(message) => _ = faults.report(&message),
            }
            Ok::<(), io::Error>(())
        },
    )?;
    summary.print(out, path)?;
    Ok(if summary.failed == 0 { FINE } else { DIFFERS })
}

/// The sound cases of a file; the others are reported.
fn cases(path: &Path, bench: &Bench, faults: &mut Faults) -> Vec<Case> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| {
        faults.report(&format!("{}: cannot be read ({e}); check the path", path.display()));
        String::from("\n")
    });
    let (mut seen, mut cases) = (BTreeSet::new(), Vec::new());
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let case = Case::parse(line, &bench.codes).and_then(|case| match seen.insert(case.id.clone()) {
            true => Ok(case),
            false => Err(format!("{}: a second case of this id", case.id)),
        });
        match case {
            Ok(case) => cases.push(case),
            Err(fault) => _ = faults.report(&format!("{}:{}: {fault}", path.display(), number + 1)),
        }
    }
    if text.is_empty() {
        faults.report(&format!("{}: no cases in this file", path.display()));
    }
    cases
}

fn check<'a>(case: &'a Case, bench: &Bench, path: &Path) -> Result<(&'a Case, Vec<Miss>), String> {
    let reading = reading(&bench.desk, &format!("{}: {}", path.display(), case.id), || Ok(case.article()))?;
    Ok((case, misses(&reading, &case.expectation)))
}

impl Summary {
    fn take(&mut self, case: &Case, misses: &[Miss]) {
        let tally = self.phenomena.entry(case.phenomenon.clone()).or_default();
        tally.of += 1;
        match (misses.is_empty(), case.gap) {
            (true, Gap::None) => tally.hold += 1,
            (true, Gap::Known) => {
                tally.hold += 1;
                self.notes.push(format!("{}: holds now; its `known_gap` can go", case.id));
            }
            (false, Gap::Known) => {
                tally.gaps += 1;
                self.notes.push(format!("{}: known gap", case.id));
            }
            (false, Gap::None) => self.fail(case, misses),
        }
    }

    fn fail(&mut self, case: &Case, misses: &[Miss]) {
        self.failed += 1;
        self.notes.push(format!("{}: fails on: {}", case.id, escaped(case.text())));
        let lines = misses.iter().flat_map(explained).filter(|line| !line.trim().is_empty());
        self.notes.extend(lines.map(|line| format!("  {line}")));
    }

    fn print(&self, out: &mut impl Write, path: &Path) -> io::Result<()> {
        let (hold, of) = self.phenomena.values().fold((0, 0), |(hold, of), t| (hold + t.hold, of + t.of));
        self.notes.iter().try_for_each(|note| writeln!(out, "{note}"))?;
        writeln!(out, "{}: {hold} of {of} cases hold", escaped(&path.display().to_string()))?;
        let width = self.phenomena.keys().map(|name| name.chars().count()).max().unwrap_or(0);
        self.phenomena.iter().try_for_each(|(name, tally)| {
            let gaps = if tally.gaps > 0 { format!(", {} known gaps", tally.gaps) } else { String::new() };
            writeln!(out, "  {:width$}  {:>3} of {}{gaps}", escaped(name), tally.hold, tally.of)
        })
    }
}

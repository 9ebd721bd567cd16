//! A report for eyes.
//!
//! Owns its order: article by article what differs, what changed and what holds unexpectedly, then the sums; files of
//! cases with a line for each phenomenon. Is given a report. Never checks.

use crate::check::outcome::{Kind, Report, Suite, Test, Verdict};
use crate::check::report::explained;
use crate::render::escaped;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes a report.
pub(super) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let articles: Vec<&Suite> = report.suites.iter().filter(|suite| suite.kind == Kind::Article).collect();
    articles.iter().try_for_each(|suite| article(out, suite))?;
    if !articles.is_empty() {
        sums(out, &articles)?;
    }
    report.suites.iter().filter(|suite| suite.kind == Kind::Cases).try_for_each(|suite| cases(out, suite))
}

fn article(out: &mut impl Write, suite: &Suite) -> io::Result<()> {
    let expectation = escaped(&suite.expectation);
    suite.changes.iter().try_for_each(|change| writeln!(out, "{expectation}: {}", escaped(change)))?;
    for test in suite.tests.iter().filter(|test| matches!(test.verdict, Verdict::Closed)) {
        let (line, group, name) = (test.line, escaped(&test.group), escaped(&test.name));
        writeln!(out, "{expectation}:{line}: {group} holds now, move it up: {name}")?;
    }
    if suite.failing() > 0 {
        let of = suite.tests.len() - suite.gaps().0;
        writeln!(out, "{}: {} of {of} not as expected", escaped(&suite.path), suite.failing())?;
        for test in suite.tests.iter().filter(|test| test.fails()) {
            misses(out, test, &format!("  {expectation}:{}: ", test.line))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What a test misses; `place` comes before the first line of each.
fn misses(out: &mut impl Write, test: &Test, place: &str) -> io::Result<()> {
    for miss in test.misses() {
        let lines = explained(miss);
        writeln!(out, "{place}{}", lines[0])?;
        lines[1..].iter().try_for_each(|line| writeln!(out, "  {line}"))?;
    }
    Ok(())
}

fn sums(out: &mut impl Write, articles: &[&Suite]) -> io::Result<()> {
    let checked: Vec<&&Suite> = articles.iter().filter(|suite| suite.faults.is_empty()).collect();
    let differ = checked.iter().filter(|suite| suite.failing() > 0).count();
    write!(out, "articles: {} as expected, {differ} not", checked.len() - differ)?;
    match articles.len() - checked.len() {
        0 => writeln!(out)?,
        failed => writeln!(out, ", {failed} not checked")?,
    }
    let (gaps, hold) = checked.iter().map(|s| s.gaps()).fold((0, 0), |(a, b), (gaps, hold)| (a + gaps, b + hold));
    let advice = if hold > 0 { ": move them up" } else { "" };
    if gaps > 0 { writeln!(out, "{gaps} known gaps; {hold} of them hold now{advice}") } else { Ok(()) }
}

/// How the cases of one phenomenon went.
#[derive(Default)]
struct Tally {
    hold: usize,
    of: usize,
    gaps: usize,
}

fn cases(out: &mut impl Write, suite: &Suite) -> io::Result<()> {
    let mut phenomena: BTreeMap<&str, Tally> = BTreeMap::new();
    for test in &suite.tests {
        let tally = phenomena.entry(&test.group).or_default();
        tally.of += 1;
        tally.hold += usize::from(matches!(test.verdict, Verdict::Holds | Verdict::Closed));
        tally.gaps += usize::from(matches!(test.verdict, Verdict::Gap));
        case(out, suite, test)?;
    }
    let (hold, of) = phenomena.values().fold((0, 0), |(hold, of), t| (hold + t.hold, of + t.of));
    writeln!(out, "{}: {hold} of {of} cases hold", escaped(&suite.path))?;
    let width = phenomena.keys().map(|name| name.chars().count()).max().unwrap_or(0);
    phenomena.iter().try_for_each(|(name, tally)| {
        let gaps = if tally.gaps > 0 { format!(", {} known gaps", tally.gaps) } else { String::new() };
        writeln!(out, "  {:width$}  {:>3} of {}{gaps}", escaped(name), tally.hold, tally.of)
    })
}

fn case(out: &mut impl Write, suite: &Suite, test: &Test) -> io::Result<()> {
    let place = format!("{}:{}: {}", escaped(&suite.path), test.line, escaped(&test.name));
    match &test.verdict {
        Verdict::Holds => Ok(()),
        Verdict::Gap => writeln!(out, "{place}: known gap"),
        Verdict::Closed => writeln!(out, "{place}: holds now; its `known_gap` can go"),
        Verdict::Fails(_) => {
            writeln!(out, "{place}: fails on: {}", escaped(test.text.as_deref().unwrap_or("")))?;
            misses(out, test, "  ")
        }
    }
}

//! A report as workflow commands of GitHub Actions.
//!
//! Owns which file and line an annotation points to: what is found and should not be, to the article; everything else
//! to the expectation. Is given a report. Never checks.

use crate::check::outcome::{Kind, Report, Suite, Test, Trouble, Verdict};
use crate::check::report::{article_line, explained};
use crate::check::verdict::Miss;
use crate::render::escaped;
use std::io::{self, Write};

/// Writes a report.
pub(super) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    for suite in &report.suites {
        suite.faults.iter().try_for_each(|trouble| fault(out, trouble))?;
        suite.tests.iter().try_for_each(|t| test(out, suite, t))?;
    }
    let failing: usize = report.suites.iter().map(Suite::failing).sum();
    let tests: usize = report.suites.iter().map(|suite| suite.tests.len()).sum();
    writeln!(out, "ukdesk check: {failing} of {tests} not as expected")
}

fn fault(out: &mut impl Write, trouble: &Trouble) -> io::Result<()> {
    command(
        out,
        "error",
        &trouble.file,
        trouble.line.unwrap_or(1),
        "could not be checked",
        std::slice::from_ref(&trouble.what),
    )
}

fn test(out: &mut impl Write, suite: &Suite, test: &Test) -> io::Result<()> {
    let title = format!("{}: {}", test.group, test.name);
    match &test.verdict {
        Verdict::Holds | Verdict::Gap => Ok(()),
        Verdict::Closed => {
            command(out, "notice", &suite.expectation, test.line, &title, &["known gap holds now".to_owned()])
        }
        Verdict::Fails(misses) => misses.iter().try_for_each(|miss| {
            let (file, line) = place(suite, test, miss);
            command(out, "error", file, line, &title, &explained(miss))
        }),
    }
}

fn place<'a>(suite: &'a Suite, test: &Test, miss: &Miss) -> (&'a str, usize) {
    match article_line(miss).filter(|_| suite.kind == Kind::Article) {
        Some(line) => (&suite.path, line),
        None => (&suite.expectation, test.line),
    }
}

fn command(
    out: &mut impl Write,
    level: &str,
    file: &str,
    line: usize,
    title: &str,
    message: &[String],
) -> io::Result<()> {
    let message: Vec<String> = message.iter().map(|line| data(line)).collect();
    let file = file.trim_start_matches("./");
    writeln!(out, "::{level} file={},line={line},title={}::{}", property(file), property(title), message.join("%0A"))
}

/// A line of a message: one line, percent signs escaped.
fn data(text: &str) -> String {
    escaped(text).replace('%', "%25")
}

/// A property's value, which ends at a comma or colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{command, property};

    #[test]
    fn nothing_in_a_message_is_a_command() {
        let mut out = Vec::new();
        let message = ["50 %\n::error::x".to_owned(), "two".to_owned()];
        command(&mut out, "error", "./a,b.txt", 3, "t: u", &message).expect("memory");
        let told = String::from_utf8(out).expect("text");
        assert_eq!(told, "::error file=a%2Cb.txt,line=3,title=t%3A u::50 %25 ::error::x%0Atwo\n");
        assert_eq!(property("\u{1b}[1m"), "\\u{1b}[1m");
    }
}

//! A report as JUnit XML.
//!
//! Owns the elements and their escaping: a suite for every article and file of cases, a test case for every
//! expectation, known gaps as skipped ones, what could not be checked as errors. Is given a report. Never checks.
//!
//! Only what all readers of the format know is written: `testsuites`, `testsuite`, `testcase` with `failure`, `error`
//! or `skipped`. There are no times, so that the same run gives the same bytes.

use crate::check::outcome::{Report, Suite, Test, Trouble, Verdict};
use crate::check::report::explained;
use crate::render::escaped;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes a report.
pub(super) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let sum = |count: fn(&Suite) -> usize| report.suites.iter().map(count).sum::<usize>();
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    let counts = counts(sum(all), sum(Suite::failing), sum(errors), sum(skipped));
    writeln!(out, r#"<testsuites name="ukdesk check" {counts}>"#)?;
    report.suites.iter().try_for_each(|s| suite(out, s))?;
    writeln!(out, "</testsuites>")
}

fn all(suite: &Suite) -> usize {
    suite.tests.len() + suite.faults.len()
}

fn errors(suite: &Suite) -> usize {
    suite.faults.len()
}

fn skipped(suite: &Suite) -> usize {
    let (gaps, closed) = suite.gaps();
    gaps - closed
}

fn counts(tests: usize, failures: usize, errors: usize, skipped: usize) -> String {
    format!(r#"tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}" time="0""#)
}

fn suite(out: &mut impl Write, suite: &Suite) -> io::Result<()> {
    let counts = counts(all(suite), suite.failing(), errors(suite), skipped(suite));
    writeln!(out, r#"  <testsuite name="{}" {counts}>"#, quoted(&suite.path))?;
    suite.faults.iter().try_for_each(|trouble| fault(out, suite, trouble))?;
    suite.tests.iter().try_for_each(|t| test(out, suite, t))?;
    writeln!(out, "  </testsuite>")
}

fn fault(out: &mut impl Write, suite: &Suite, trouble: &Trouble) -> io::Result<()> {
    let (name, class) = (quoted("could not be checked"), class(suite, "file"));
    writeln!(out, r#"    <testcase name="{name}" classname="{class}" time="0">"#)?;
    let told = trouble.to_string();
    writeln!(
        out,
        r#"      <error message="{}" type="could-not-run">{}</error>"#,
        quoted(&trouble.what),
        content(&told)
    )?;
    writeln!(out, "    </testcase>")
}

fn test(out: &mut impl Write, suite: &Suite, test: &Test) -> io::Result<()> {
    let (name, class) = (quoted(&test.name), class(suite, &test.group));
    let open = format!(r#"    <testcase name="{name}" classname="{class}" time="0""#);
    match &test.verdict {
        Verdict::Holds | Verdict::Closed => writeln!(out, "{open}/>"),
        Verdict::Gap => {
            writeln!(out, "{open}>\n      <skipped message=\"known gap\"/>\n    </testcase>")
        }
        Verdict::Fails(misses) => {
            let lines: Vec<String> = misses.iter().flat_map(explained).collect();
            let first = lines.first().map_or("", String::as_str);
            let place = format!("{}:{}\n", suite.expectation, test.line);
            let words = test.text.iter().map(|text| format!("{}\n", escaped(text))).collect::<String>();
            let told = content(&(place + &words + &lines.join("\n")));
            writeln!(
                out,
                "{open}>\n      <failure message=\"{}\" type=\"differs\">{told}</failure>\n    </testcase>",
                quoted(first)
            )
        }
    }
}

/// A class as Java writes it, the file before the last point: readers group test cases by it, and by its package. It has
/// no line in it, so that a test case keeps its history.
fn class(suite: &Suite, group: &str) -> String {
    let file = suite.path.trim_start_matches("./").replace('.', "_");
    quoted(&format!("{file}.{}", group.replace('.', "_")))
}

/// For an attribute: on one line, marks escaped, controls shown.
fn quoted(text: &str) -> String {
    marked(&escaped(text))
}

/// For the content of an element: line by line.
fn content(text: &str) -> String {
    text.lines().map(quoted).collect::<Vec<_>>().join("\n")
}

/// XML's marks as entities, and what XML cannot hold as its number.
fn marked(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => _ = write!(out, "{}", c.escape_unicode()),
            _ => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::{content, quoted};

    #[test]
    fn nothing_that_xml_cannot_hold_is_left() {
        assert_eq!(
            quoted("a<b & \"c\"\n\u{0}\u{1b}[1m\u{ffff}"),
            "a&lt;b &amp; &quot;c&quot; \\u{0}\\u{1b}[1m\\u{ffff}"
        );
        assert_eq!(content("one\ntwo ]]>"), "one\ntwo ]]&gt;");
    }
}

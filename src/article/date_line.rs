//! Lines that date an article: `Updated 9:14 AM GMT, March 9, 2026`, `Outlet, 2026-03-09`, `9 March 2026 | 7 Minute Read`.
//!
//! Owns what may stand around such a date. Is given a line. Never knows an outlet by name.

use super::date::{Stamp, is_calendar_word, stamps};
use super::line::{Line, is_capital};
use regex::Regex;
use std::sync::LazyLock;

/// The line up to its date, or to what parts names from times.
pub(super) fn undated(line: &str) -> &str {
    static CUT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\s*(?:[|•·]|\s[-–—]\s|\b(?i:updated|published|posted)\b|\d{1,2}[:.]\d{2}\b)")
            .expect("a fixed pattern")
    });
    let first = stamps(line).first().map_or(line.len(), |stamp| stamp.at.start);
    let cut = CUT.find(line).map_or(line.len(), |found| found.start());
    let bare = |line: &'_ str| line.trim_end_matches(|c: char| c.is_whitespace() || ",;:-–—(".contains(c)).len();
    let end = bare(&line[..first.min(cut)]);
    let weekday = line[..end].rsplit([' ', ',']).next().filter(|word| is_calendar_word(word));
    &line[..weekday.map_or(end, |word| bare(&line[..end - word.len()]))]
}

/// Whether the line dates the article and does nothing else.
pub(super) fn is_date_line(line: &Line<'_>) -> bool {
    around_date(line).is_some()
}

/// How far a day can be trusted to be that of publication; the last is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// It ends the headline.
    Title,
    /// A dateline prints it.
    Dateline,
    /// The last change.
    Updated,
    /// It stands in the head.
    Plain,
    /// It is called so.
    Published,
}

/// What the words before a day make of it.
pub(super) fn trust(line: &str, stamp: &Stamp) -> Trust {
    let before = line[..stamp.at.start].to_lowercase();
    let (first, again) = (before.rfind("published"), before.rfind("updated").max(before.rfind("modified")));
    match (first, again) {
        (None, None) => Trust::Plain,
        _ if first > again => Trust::Published,
        _ => Trust::Updated,
    }
}

/// The day that a headline ends with: `Weekly assessment, February 12, 2026`.
pub(super) fn closing_day(title: &str) -> Option<Stamp> {
    let stamp = stamps(title).pop().filter(|stamp| title[stamp.at.end..].trim_end_matches(')').is_empty())?;
    let before = title[..stamp.at.start].trim_end();
    before.ends_with([',', ':', '|', '(', '-', '–', '—']).then_some(stamp)
}

/// What stands in a date line beside the date and its usual company: the outlet, a place. None if it is no date line.
pub(super) fn around_date(line: &Line<'_>) -> Option<Vec<String>> {
    if line.width() > 140 {
        return None;
    }
    let found = stamps(line.text);
    let dated = found.iter().any(|stamp| stamp.year.is_some()) || !found.is_empty() && starts_labelled(line.text);
    if !dated && !is_read_time(line.text) {
        return None;
    }
    let bare = found.iter().rev().fold(line.text.to_owned(), |mut text, stamp| {
        text.replace_range(stamp.at.clone(), " | ");
        text
    });
    let bare = company().replace_all(&bare, " ");
    let rest = bare.split(|c: char| "|•·–—,:;/()".contains(c)).flat_map(|part| part.split(" - ")).map(str::trim);
    let rest: Vec<String> = rest.filter(|part| part.contains(char::is_alphanumeric)).map(str::to_owned).collect();
    let named = rest.iter().all(|part| part.split_whitespace().count() <= 4 && part.split_whitespace().all(is_capital));
    let open = rest.is_empty() || !line.text.ends_with('.');
    (rest.len() <= 2 && named && open).then_some(rest)
}

/// Times, zones, weekdays and labels: what stands around a date and says nothing more.
fn company() -> &'static Regex {
    static COMPANY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b|\b\d{1,2}\s?[ap]\.?m\b\.?|\b[ap]\.?m\b\.?|\b(?:gmt|utc|ce?s?t|ee?s?t|[emp][sd]t|et|msk|bst|local time)\b(?:[+-]\d+)?|\b(?:first |last )?(?:published|updated|posted|modified|created)(?: on| at)?\b|\b(?:date|time|on|at)\b|\b\d+[ -]?min(?:ute)?s?(?: read)?\b|\b(?:read|reading)\b|\b(?:mon|tues?|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b\.?",
        )
        .expect("a fixed pattern")
    });
    &COMPANY
}

fn starts_labelled(line: &str) -> bool {
    let low = line.to_lowercase();
    ["published", "updated", "last updated", "first published", "posted", "date:"]
        .iter()
        .any(|label| low.starts_with(label))
}

fn is_read_time(line: &str) -> bool {
    static SHAPE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)^\d{1,3}[ -]min(?:ute)?s?\.? read(?:ing time)?$").expect("a fixed pattern"));
    SHAPE.is_match(line)
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[test]
    fn the_first_day_of_publication_is_trusted_most() {
        let line = "Published December 3, 2025 | Updated December 5, 2025";
        let trusts: Vec<_> = stamps(line).iter().map(|stamp| trust(line, stamp)).collect();
        assert_eq!(trusts, [Trust::Published, Trust::Updated]);
        assert!(Trust::Published > Trust::Plain && Trust::Plain > Trust::Updated);
    }

    #[test]
    fn what_stands_beside_a_date() {
        for (line, rest) in [
            ("2025-12-03", Some(vec![])),
            ("Gull News, 2025-12-03", Some(vec!["Gull News"])),
            ("PARIS | Wed 3 Dec 2025 19.47 GMT", Some(vec!["PARIS"])),
            ("6 min read", Some(vec![])),
            ("On December 3, 2025, the envoys met", None),
            ("December 3 was cold", None),
        ] {
            let found = around_date(&lines(line, 0)[0]);
            assert_eq!(found, rest.map(|r: Vec<&str>| r.into_iter().map(str::to_owned).collect()), "{line}");
        }
    }
}

//! Lines that date an article: `Updated 9:14 AM GMT, March 9, 2026`, `Outlet, 2026-03-09`, `9 March 2026 | 7 Minute Read`.
//!
//! Owns what may stand around such a date. Is given a line. Never knows an outlet by name.

use super::date::stamps;
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
    line[..first.min(cut)].trim_end_matches(|c: char| c.is_whitespace() || ",;:-–—(".contains(c)).trim_end()
}

pub(super) fn is_date_line(line: &Line<'_>) -> bool {
    around_date(line).is_some()
}

/// What stands in a date line beside the date and its usual company: the outlet, a place. None if it is no date line.
pub(super) fn around_date(line: &Line<'_>) -> Option<Vec<String>> {
    let found = stamps(line.text);
    let noise = company();
    let dated = found.iter().any(|stamp| stamp.year.is_some()) || !found.is_empty() && starts_labelled(line.text);
    if line.width() > 140 || !(dated || is_read_time(line.text)) {
        return None;
    }
    let bare = found.iter().rev().fold(line.text.to_owned(), |mut text, stamp| {
        text.replace_range(stamp.at.clone(), " | ");
        text
    });
    let bare = noise.replace_all(&bare, " ");
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

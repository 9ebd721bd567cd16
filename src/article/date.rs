//! Days as news heads print them.
//!
//! Owns the shapes of written dates and the names of months. Is given a line. Never guesses a year, and never an order
//! of day and month that the digits leave open.

use jiff::civil::Date;
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A month's name, in full or short.
const MONTH: &str = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?";

/// A day as it stands in a line; the year may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Bytes of the line.
    pub at: Range<usize>,
    /// Year, where it is printed.
    pub year: Option<i16>,
    month: i8,
    day: i8,
}

impl Stamp {
    /// The day, if its year is printed and it exists.
    pub fn date(&self) -> Option<Date> {
        self.date_in(self.year?)
    }

    /// The day in a year known from elsewhere.
    pub fn date_in(&self, year: i16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.month, self.day).ok()
    }
}

/// A pattern for a written day without groups, for use inside other patterns.
pub(super) fn day_pattern() -> String {
    format!(r"(?i:{MONTH}\s+\d{{1,2}}\b(?:,?\s+\d{{4}}\b)?|\d{{1,2}}\s+{MONTH}(?:,?\s+\d{{4}}\b)?)")
}

/// The day that `text` is, and nothing else: `2025-12-03`, `3 December 2025`, `Dec. 3, 2025`, an RFC 3339 time.
///
/// ```
/// use jiff::civil::date;
/// assert_eq!(ukdesk::article::parse_date("3 December 2025"), Some(date(2025, 12, 3)));
/// assert_eq!(ukdesk::article::parse_date("2025-12-03T09:30:00Z"), Some(date(2025, 12, 3)));
/// assert_eq!(ukdesk::article::parse_date("2025-13-03"), None);
/// ```
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    match stamps(text).as_slice() {
        [stamp] if stamp.at == (0..text.len()) => stamp.date(),
        _ => None,
    }
}

/// All days printed in a line, in order.
pub(super) fn stamps(line: &str) -> Vec<Stamp> {
    static SHAPES: LazyLock<Regex> = LazyLock::new(|| Regex::new(&shapes()).expect("a fixed pattern"));
    SHAPES.captures_iter(line).filter_map(|found| stamp(&found)).collect()
}

fn shapes() -> String {
    [
        r"\b(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?|\b)".to_owned(),
        format!(r"\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m2>(?i:{MONTH}))(?:,?\s+(?P<y2>\d{{4}})\b)?"),
        format!(r"\b(?P<m3>(?i:{MONTH}))\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y3>\d{{4}})\b)?"),
        r"\b(?P<d4>\d{1,2})[./](?P<m4>\d{1,2})[./](?P<y4>\d{4})\b".to_owned(),
    ]
    .join("|")
}

fn stamp(found: &Captures<'_>) -> Option<Stamp> {
    let at = found.get(0)?.range();
    let number = |names: [&str; 4]| names.iter().find_map(|name| found.name(name)?.as_str().parse::<i16>().ok());
    let year = number(["y", "y2", "y3", "y4"]);
    let day = i8::try_from(number(["d", "d2", "d3", "d4"])?).ok()?;
    let month = match found.name("m2").or(found.name("m3")) {
        Some(name) => month_named(name.as_str())?,
        None => i8::try_from(number(["m", "m4", "m", "m4"])?).ok()?,
    };
    let open = found.name("d4").is_some() && day != month && day <= 12;
    (!open && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Stamp { at, year, month, day })
}

/// The month of a name that begins with a capital: `may` is no month.
fn month_named(name: &str) -> Option<i8> {
    let short = name.get(..3)?.to_ascii_lowercase();
    let place = MONTHS.iter().position(|month| *month == short)?;
    name.starts_with(|c: char| c.is_ascii_uppercase()).then_some(place as i8 + 1)
}

/// Whether a word names a month or a weekday.
pub(super) fn is_calendar_word(word: &str) -> bool {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        let days =
            r"Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?";
        Regex::new(&format!(r"^(?:(?i:{days})\.?|(?i:{MONTH}))$")).expect("a fixed pattern")
    });
    WORDS.is_match(word.trim_end_matches([',', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn printed_days_are_found() {
        let day = Some(date(2025, 12, 3));
        for line in [
            "2025-12-03",
            "2025/12/3",
            "2025-12-03T10:00:00+02:00",
            "Wed 3 Dec 2025",
            "3 December 2025",
            "3rd of December, 2025",
            "December 3, 2025",
            "DECEMBER 3, 2025 4:12 PM",
            "Dec. 3, 2025",
            "By Ben Aris in Berlin December 3, 2025",
            "03.12.2025 x 13.12.2025",
        ] {
            let found = stamps(line).iter().rev().find_map(Stamp::date);
            assert!(found == day || line.contains('x') && found == Some(date(2025, 12, 13)), "{line}: {found:?}");
        }
    }

    #[test]
    fn what_is_open_stays_open() {
        assert_eq!(stamps("03/12/2025"), []);
        assert_eq!(stamps("It may 3 times"), []);
        assert_eq!(stamps("28 points, 2025"), []);
        let feb = &stamps("GENEVA, Feb 18 -")[0];
        assert_eq!((feb.year, feb.date(), feb.date_in(2026)), (None, None, Some(date(2026, 2, 18))));
        assert_eq!(parse_date("soon"), None);
        assert_eq!(parse_date("2025-02-30"), None);
    }

    #[test]
    fn calendar_words_are_no_names() {
        assert!(is_calendar_word("Friday") && is_calendar_word("Dec.") && is_calendar_word("Tues,"));
        assert!(!is_calendar_word("Marta") && !is_calendar_word("Friedrich"));
    }
}

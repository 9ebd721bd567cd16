//! Agency datelines: `MOSCOW, Dec 2 (Reuters) -` at the start of a paragraph.
//!
//! Owns their shapes. Is given one line. Never knows a place or an agency by name: both are what is printed there.

use super::date::{Stamp, day_pattern, stamps};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A dateline at the start of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Its length in bytes, white space after it included.
    pub len: usize,
    /// The agency between brackets or slashes.
    pub agency: Option<String>,
    /// The day.
    pub day: Option<Stamp>,
    /// Nothing but the dateline stands in the line.
    pub alone: bool,
}

/// The dateline that `line` begins with. Without agency it needs a day, or capitals throughout.
pub(super) fn read(line: &str) -> Option<Dateline> {
    static SHAPE: LazyLock<Regex> = LazyLock::new(|| Regex::new(&shape()).expect("a fixed pattern"));
    let found = SHAPE.captures(line)?;
    let dateline = dateline(line, &found);
    is_sure(line, &found, &dateline).then_some(dateline)
}

/// Place and region, day, agency, and what parts them from the text. A day is tried before a region, for months look
/// like names.
fn shape() -> String {
    let capitals = r"\p{Lu}[\p{Lu}.'’\-]+(?: \p{Lu}[\p{Lu}.'’\-]*)*";
    let name = r"\p{Lu}[\p{L}.'’\-]*\p{L}(?: \p{Lu}[\p{L}.'’\-]+){0,2}";
    let day = day_pattern();
    let place = format!(r"(?:(?P<capitals>{capitals}(?:\s?/\s?{capitals})*)|(?P<name>{name}))");
    let when = format!(r"(?:[,.] ?(?P<soon>{day})|, {name}(?:[,.] ?(?P<late>{day}))?)?");
    let who = r"(?: ?\((?P<agency>\p{Lu}[^()\d]{1,40})\)| ?/(?P<slashed>\p{L}[^/\d]{1,40})/)?";
    format!(r"^(?:(?P<only>{day})|{place}{when})(?P<stop>\.)?{who}(?P<end>\s*(?:--|[-–—])\s+|\.\s+|\.?$)")
}

fn dateline(line: &str, found: &Captures<'_>) -> Dateline {
    let agency = found.name("agency").or(found.name("slashed")).map(|m| m.as_str().trim().to_owned());
    let day = ["only", "soon", "late"].iter().find_map(|name| found.name(name));
    let day = day.and_then(|m| stamps(m.as_str()).into_iter().next());
    let len = found.get(0).map_or(0, |m| m.end());
    Dateline { len, agency, day, alone: len == line.len() }
}

fn is_sure(line: &str, found: &Captures<'_>, dateline: &Dateline) -> bool {
    let dash = found["end"].contains(['-', '–', '—']);
    let stopped = found["end"].contains('.') || found.name("slashed").is_some();
    let shouted = found.name("capitals").is_some_and(|m| m.as_str().chars().filter(|c| c.is_alphabetic()).count() > 3);
    let closed = dash || stopped || dateline.alone;
    match (&dateline.day, &dateline.agency) {
        (Some(_), Some(_)) => closed,
        (None, Some(_)) => dash || found.name("slashed").is_some(),
        (Some(_), None) => closed && (shouted || dash && found.name("name").is_some()),
        (None, None) => {
            shouted && dash && line[dateline.len..].starts_with(|c: char| c.is_uppercase() || "\"“‘'".contains(c))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_as_agencies_print_them() {
        for (line, rest, agency) in [
            ("MOSCOW, Dec 2 (Reuters) - Russia", "Russia", Some("Reuters")),
            ("KYIV, 3 December (Ukrinform) - The", "The", Some("Ukrinform")),
            ("MOSCOW, December 3. /TASS/. Russia", "Russia", Some("TASS")),
            ("ABU DHABI/KYIV, March 19 - Russian", "Russian", None),
            ("THE HAGUE - Judges", "Judges", None),
            ("BUDAPEST, Dec 3 - The", "The", None),
            ("WASHINGTON (AP) — President", "President", Some("AP")),
            ("KYIV, Ukraine (NWS) — Negotiators", "Negotiators", Some("NWS")),
            ("Kyiv, Dec. 3 (Interfax-Ukraine) – The", "The", Some("Interfax-Ukraine")),
            ("Berlin (dpa) - nothing", "Berlin (dpa) - nothing", None),
            ("MOSCOW, April 22, 2026. /Dispatch desk/", "", Some("Dispatch desk")),
            ("GENEVA, Feb 18, 2026", "", None),
            ("Dec. 3 (UPI) -- The", "The", Some("UPI")),
            ("LONDON, UK, Dec 3 (PA) - The", "The", Some("PA")),
        ] {
            let found = read(line);
            assert_eq!(found.as_ref().map_or(line, |d| &line[d.len..]), rest, "{line}");
            assert_eq!(found.and_then(|d| d.agency).as_deref(), agency, "{line}");
        }
    }

    #[test]
    fn sentences_are_none() {
        for line in [
            "On Dec 3 the talks went on.",
            "NATO - the alliance - will not",
            "U.S. President Donald Trump said",
            "EU leaders (27 of them) - said",
            "Putin (pictured) - said",
            "A plan - The plan - is",
            "Moscow - The Kremlin said",
            "December 3 was the day.",
            "May 9 - a holiday - passed.",
            "USHAKOV ON CONTACTS",
            "Talks on Dec 3 - said",
            "Sunday (Dec 3) was quiet",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}

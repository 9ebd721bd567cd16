//! Names the user may get wrong.
//!
//! Owns the search for the nearest right one. Is given what was typed and what exists. Never corrects silently.

use jiff::civil::Date;
use ukdesk::article::parse_date;

/// How alike two names must be to suggest one for the other.
const ALIKE: f64 = 0.7;
/// The same where there are thousands of names, some of which are always alike.
const NEAR: f64 = 0.88;

/// The member of a closed set that `typed` names, or a message with the nearest one.
pub(crate) fn member<T: Copy>(what: &str, typed: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, String> {
    let found = all.iter().copied().find(|&member| name(member).eq_ignore_ascii_case(typed));
    found.ok_or_else(|| unknown(what, typed, all.iter().map(|&member| name(member))))
}

/// The message for a name that does not exist.
pub(crate) fn unknown<'a>(what: &str, typed: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(typed, known.clone()) {
        Some(name) => format!("no {what} `{typed}`; did you mean `{name}`?"),
        None => format!("no {what} `{typed}`; there are: {}", known.collect::<Vec<_>>().join(", ")),
    }
}

fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let alike =
        |name: &str| name.split('/').chain([name]).map(|part| strsim::jaro_winkler(&typed, part)).fold(0.0, f64::max);
    let scored = known.map(|name| (alike(name), name)).filter(|(score, _)| *score >= ALIKE);
    scored.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, name)| name)
}

/// The name one word of which, or the whole, comes nearest to what was typed.
pub(crate) fn nearest_word<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let alike = |name: &str| {
        let name = name.to_lowercase();
        name.split(' ').chain([&*name]).map(|part| strsim::jaro_winkler(&typed, part)).fold(0.0, f64::max)
    };
    let scored = known.map(|name| (alike(name), name)).filter(|(score, _)| *score >= NEAR);
    scored.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, name)| name)
}

/// The issue code or group that `typed` names.
pub(crate) fn issue(typed: &str, codes: &[String]) -> Result<String, String> {
    let mut groups: Vec<&str> = codes.iter().filter_map(|code| code.split('/').next()).collect();
    groups.dedup();
    let known = groups.into_iter().chain(codes.iter().map(String::as_str));
    let found = known.clone().find(|name| name.eq_ignore_ascii_case(typed.trim_end_matches('/')));
    found.map(str::to_owned).ok_or_else(|| unknown("issue", typed, known))
}

/// The day of an option.
pub(crate) fn day(typed: &str) -> Result<Date, String> {
    parse_date(typed).ok_or_else(|| format!("`{typed}` is no date; write a day as 2025-12-03"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested() {
        let codes = ["territory/control", "territory/freeze", "process/plan"].map(str::to_owned);
        assert_eq!(issue("territory", &codes).as_deref(), Ok("territory"));
        assert_eq!(issue("teritory", &codes), Err("no issue `teritory`; did you mean `territory`?".to_owned()));
        assert!(issue("freze", &codes).is_err_and(|m| m.contains("`territory/freeze`")));
        assert!(issue("qq", &codes).is_err_and(|m| m.contains("there are: territory, process,")));
    }
}

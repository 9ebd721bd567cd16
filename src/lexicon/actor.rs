//! Actors compiled: names, sides and dated offices.
//!
//! Owns what the lexicon knows of an actor. Never knows an article.

use super::schema::{ActorEntry, OfficeEntry};
use crate::finding::{ActorKind, Side};
use jiff::civil::Date;

/// An actor of the lexicon.
#[derive(Clone, Debug)]
pub struct ActorInfo {
    /// Stable id.
    pub id: String,
    /// Full usual name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// For whom it speaks.
    pub side: Side,
    /// Its state: number of that actor.
    pub state: Option<u16>,
    /// Of a person, where known.
    pub gender: Option<Gender>,
    /// Offices by date.
    pub offices: Vec<Office>,
}

/// Of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

/// An office held for a time.
#[derive(Clone, Debug)]
pub struct Office {
    /// Number of the role.
    pub role: u16,
    /// Number of the state or body it is an office of.
    pub of: u16,
    /// As usually printed.
    pub title: Option<String>,
    /// First and last day, as far as known.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

impl Office {
    /// Whether it was held on that day; on an unknown day, whether it is held still.
    pub fn held_on(&self, day: Option<Date>) -> bool {
        match day {
            Some(day) => self.from.is_none_or(|f| f <= day) && self.until.is_none_or(|u| day <= u),
            None => self.until.is_none(),
        }
    }
}

/// `2019`, `2019-05` or `2019-05-20` as a day: the first of it, or the last where `end`.
pub fn day(text: &str, end: bool) -> Option<Date> {
    let mut parts = text.split('-').map(str::parse::<i16>);
    let year = parts.next()?.ok()?;
    let month = parts.next().transpose().ok()?;
    let day = parts.next().transpose().ok()?;
    let first = Date::new(year, month.unwrap_or(if end { 12 } else { 1 }) as i8, day.unwrap_or(1) as i8).ok()?;
    Some(if end && day.is_none() { first.last_of_month() } else { first })
}

/// The gender an entry gives.
pub(super) fn gender(entry: &ActorEntry) -> Option<Gender> {
    match entry.gender.as_deref()? {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    }
}

/// Compiles an office; `role` and `of` find the numbers.
pub(super) fn office(entry: &OfficeEntry, role: u16, of: u16) -> Office {
    Office {
        role,
        of,
        title: entry.title.clone(),
        from: entry.from.as_deref().and_then(|d| day(d, false)),
        until: entry.until.as_deref().and_then(|d| day(d, true)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_far_as_known() {
        assert_eq!(day("2025-11", true), Date::new(2025, 11, 30).ok());
        assert_eq!(day("2019", false), Date::new(2019, 1, 1).ok());
        assert_eq!(day("soon", false), None);
    }
}

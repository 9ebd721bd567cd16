//! A date as far as it is known.
//!
//! Owns its spelling and the comparison of two of them. Never knows where they come from.

use jiff::civil::Date;
use std::fmt;

/// A year, a month of it or a day of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Partial {
    /// The year.
    pub year: i16,
    /// 1 to 12; none where only the year is known.
    pub month: Option<i8>,
    /// 1 to 31; none where only the month is known.
    pub day: Option<i8>,
}

impl Partial {
    /// A whole year.
    pub const fn year(year: i16) -> Partial {
        Partial { year, month: None, day: None }
    }

    /// A whole month.
    pub const fn month(year: i16, month: i8) -> Partial {
        Partial { year, month: Some(month), day: None }
    }

    /// One day.
    pub fn day(date: Date) -> Partial {
        Partial { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The day, where it is one.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The narrowest date that holds both days; none where they lie in two years.
    pub fn around(a: Date, b: Date) -> Option<Partial> {
        match (a.year() == b.year(), a.month() == b.month(), a.day() == b.day()) {
            (false, ..) => None,
            (_, false, _) => Some(Partial::year(a.year())),
            (.., false) => Some(Partial::month(a.year(), a.month())),
            _ => Some(Partial::day(a)),
        }
    }

    /// Whether one can be the other, known less well.
    pub fn agrees(self, other: Partial) -> bool {
        fn same(a: Option<i8>, b: Option<i8>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        self.year == other.year && same(self.month, other.month) && same(self.day, other.day)
    }

    /// How much of it is known: 1 for a year, 3 for a day.
    pub fn precision(self) -> u8 {
        1 + u8::from(self.month.is_some()) + u8::from(self.day.is_some())
    }

    /// Whether all of it lies behind `day`.
    pub fn is_after(self, day: Date) -> bool {
        let key = (i32::from(day.year()), i32::from(day.month()), i32::from(day.day()));
        let late = |part: Option<i8>, there: i32| part.map_or(there, i32::from);
        (i32::from(self.year), late(self.month, key.1), late(self.day, key.2)) > key
    }
}

impl fmt::Display for Partial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn spelt_as_far_as_known() {
        for (partial, text) in [
            (Partial::year(2022), "2022"),
            (Partial::month(2026, 3), "2026-03"),
            (Partial::day(date(2025, 12, 2)), "2025-12-02"),
        ] {
            assert_eq!(partial.to_string(), text);
        }
    }

    #[test]
    fn a_month_agrees_with_its_days_only() {
        let day = Partial::day(date(2025, 12, 2));
        assert!(Partial::month(2025, 12).agrees(day) && day.agrees(Partial::year(2025)));
        assert!(!Partial::month(2025, 11).agrees(day) && !Partial::day(date(2025, 12, 3)).agrees(day));
    }

    #[test]
    fn the_month_of_today_is_not_after_today() {
        assert!(!Partial::month(2025, 12).is_after(date(2025, 12, 3)));
        assert!(Partial::month(2026, 1).is_after(date(2025, 12, 3)));
        assert!(Partial::day(date(2025, 12, 4)).is_after(date(2025, 12, 3)));
    }

    #[test]
    fn a_week_over_the_turn_of_a_month_is_only_its_year() {
        assert_eq!(Partial::around(date(2026, 3, 30), date(2026, 4, 3)), Some(Partial::year(2026)));
        assert_eq!(Partial::around(date(2025, 12, 29), date(2026, 1, 2)), None);
    }
}

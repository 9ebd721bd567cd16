//! From what a date expression says to the day it means.
//!
//! Owns the counting. Is given the article's day, the date named last and a direction. Never reads words.

use super::Lean;
use crate::words::date::{From, Partial, Unit, When};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// What `when` means in an article of the day `today`, after the date `last`; none where it cannot be known.
pub fn resolve(when: When, today: Option<Date>, last: Option<Partial>, lean: Lean) -> Option<Partial> {
    match when {
        When::Fixed(partial) => Some(partial),
        When::Day { month, day } => near_day(today?, month, day, lean),
        When::Month { month, shift } => near_month(today?, month, shift, lean),
        When::Weekday { weekday, shift, week } => on_weekday(today?, weekday, shift, week, lean).map(Partial::day),
        When::Weekend => {
            let saturday = on_weekday(today?, 6, None, None, lean)?;
            Partial::around(saturday, days(saturday, 1)?)
        }
        When::Season { month, shift } => in_season(today?, month, shift, lean),
        When::Count { unit, by, from: From::Today } => counted(today?, unit, by),
        When::Count { unit, by, from: From::Ahead } => {
            (lean != Lean::Past).then_some(()).and_then(|()| counted(today?, unit, by))
        }
        When::Count { unit, by, from: From::Last | From::Beside } => beside(last?, unit, by),
    }
}

fn days(day: Date, by: i64) -> Option<Date> {
    day.checked_add(by.days()).ok()
}

fn until(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The year in which the day lies nearest; a tense outweighs four months.
fn near_day(today: Date, month: i8, day: i8, lean: Lean) -> Option<Partial> {
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let candidates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    let cost = |d: &Date| {
        let away = until(today, *d);
        let against = match lean {
            Lean::Past => away > 1,
            Lean::Future => away < 0,
            Lean::Near => false,
        };
        away.abs() + if against { 120 } else { 0 }
    };
    candidates.min_by_key(cost).map(Partial::day)
}

/// `last November` lies behind this month, `next November` before it; else the tense decides, or what is nearest.
fn near_month(today: Date, month: i8, shift: Option<i64>, lean: Lean) -> Option<Partial> {
    let away = i64::from(month) - i64::from(today.month());
    let back = if away > 0 { away - 12 } else { away };
    let ahead = if away < 0 { away + 12 } else { away };
    let by = match (shift, lean) {
        (Some(-1), _) => {
            if away == 0 {
                -12
            } else {
                back
            }
        }
        (Some(1), _) => {
            if away == 0 {
                12
            } else {
                ahead
            }
        }
        (Some(_), _) => away,
        (None, Lean::Past) => back,
        (None, Lean::Future) => ahead,
        (None, Lean::Near) => {
            if ahead < -back {
                ahead
            } else {
                back
            }
        }
    };
    months(today, by)
}

/// The year of a season, by its last month; `last summer` is over, `next summer` has not begun.
fn in_season(today: Date, month: i8, shift: Option<i64>, lean: Lean) -> Option<Partial> {
    let over = month < today.month();
    let begun = month - 2 <= today.month();
    let by = match (shift, lean) {
        (Some(0), _) => 0,
        (Some(1), _) | (None, Lean::Future) => i16::from(begun),
        (Some(_), _) => {
            if over {
                0
            } else {
                -1
            }
        }
        (None, _) => {
            if begun {
                0
            } else {
                -1
            }
        }
    };
    Some(Partial::year(today.year().checked_add(by)?))
}

fn months(today: Date, by: i64) -> Option<Partial> {
    let first = today.first_of_month().checked_add(by.months()).ok()?;
    Some(Partial::month(first.year(), first.month()))
}

fn monday(day: Date) -> Option<Date> {
    days(day, 1 - i64::from(day.weekday().to_monday_one_offset()))
}

fn on_weekday(today: Date, weekday: i8, shift: Option<i64>, week: Option<i64>, lean: Lean) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let number = i64::from(weekday.to_monday_one_offset());
    let in_week = |by: i64| days(monday(today)?, 7 * by + number - 1);
    let back = i64::from(today.weekday().since(weekday));
    let ahead = i64::from(today.weekday().until(weekday));
    match (week, shift) {
        (Some(by), _) | (None, Some(by @ (0 | 1))) => in_week(by),
        (None, Some(_)) => days(today, if back == 0 { -7 } else { -back }),
        (None, None) => match lean {
            Lean::Past => days(today, -back),
            Lean::Future => days(today, ahead),
            Lean::Near => days(today, if ahead < back { ahead } else { -back }),
        },
    }
}

/// So many units from `day`; weeks, months and years are as wide as they are.
fn counted(day: Date, unit: Unit, by: i64) -> Option<Partial> {
    match unit {
        Unit::Day => days(day, by).map(Partial::day),
        Unit::Week => {
            let first = days(monday(day)?, 7 * by)?;
            Partial::around(first, days(first, 4)?)
        }
        Unit::Weekend => {
            let first = days(monday(day)?, 7 * by + 5)?;
            Partial::around(first, days(first, 1)?)
        }
        Unit::Month => months(day, by),
        Unit::Year => Some(Partial::year(day.year().checked_add(i16::try_from(by).ok()?)?)),
    }
}

/// So many units from the date named last.
fn beside(last: Partial, unit: Unit, by: i64) -> Option<Partial> {
    match (last.date(), unit) {
        (Some(day), _) => counted(day, unit, by),
        (None, Unit::Day) if by == 0 => Some(last),
        (None, Unit::Month) => counted(Date::new(last.year, last.month?, 1).ok()?, unit, by),
        (None, Unit::Week) => (last.month? < 11).then(|| Partial::year(last.year)),
        (None, Unit::Year) => counted(Date::new(last.year, 1, 1).ok()?, unit, by),
        _ => None,
    }
}

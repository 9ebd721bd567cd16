//! Date expressions: where a text names a day, week, month or year, and what the words say of it.
//!
//! Owns their shapes. Is given looked-up words. Never counts from a day of publication: `calendar` does.

mod partial;
mod scan;

use crate::lexicon::Lexicon;
use crate::text::{Run, Text};
use crate::words::Words;
pub use partial::Partial;

/// Spans of time that dates are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// Where a count begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// On the day of the article.
    Today,
    /// On the day of the article, and only ahead of it (`in two weeks`).
    Ahead,
    /// On the date named last (`the following day`).
    Last,
    /// On a date of the same sentence (`on Friday, a day before he hosted Putin`): counted for what follows.
    Beside,
}

/// What the words say, before anything is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// With its year.
    Fixed(Partial),
    /// `December 2`.
    Day {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// `in October`, `last November`.
    Month {
        /// 1 to 12.
        month: i8,
        /// -1 for last, 0 for this, 1 for next.
        shift: Option<i64>,
    },
    /// `on Tuesday`, `next Monday`, `Friday of last week`.
    Weekday {
        /// 1 for Monday.
        weekday: i8,
        /// -1 for last, 0 for this, 1 for next.
        shift: Option<i64>,
        /// Weeks from the present one, where the words say so.
        week: Option<i64>,
    },
    /// `at the weekend`.
    Weekend,
    /// `last summer`, `in the spring`.
    Season {
        /// Its last month, 1 to 12.
        month: i8,
        /// -1 for last, 0 for this, 1 for next.
        shift: Option<i64>,
    },
    /// So many units from somewhere: `yesterday`, `last week`, `three months ago`.
    Count {
        /// What is counted.
        unit: Unit,
        /// How many.
        by: i64,
        /// From where.
        from: From,
    },
}

/// A date expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Its tokens, the preposition before it not among them.
    pub run: Run,
    /// What it says.
    pub when: When,
}

/// Every date expression of a text, in order; none overlap.
pub(super) fn mentions(text: &Text, lexicon: &Lexicon, words: &Words) -> Vec<DateMention> {
    let sets = scan::Sets::new(lexicon);
    let mut out = Vec::new();
    for sentence in &text.sentences {
        scan::Scanner { text, lexicon, words, sets: &sets, run: sentence.run }.scan(&mut out);
    }
    out
}

//! Readings after the reading: put in order and narrowed to what was asked for.
//!
//! Owns the seven lists' names. Is given readings. Never analyses text and never knows a terminal.

mod filter;
mod order;

pub use filter::{Narrow, has_words};
pub use order::settle;

use std::fmt;
use std::str::FromStr;

/// One of the seven lists of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Who is named.
    Actors,
    /// Which plans.
    Plans,
    /// Who holds which position.
    Demands,
    /// What plans say.
    Provisions,
    /// Who says what.
    Statements,
    /// Talks, summits, calls, visits.
    Meetings,
    /// Sums and counts.
    Figures,
}

impl List {
    /// All seven, in the contract's order.
    pub const ALL: [List; 7] =
        [List::Actors, List::Plans, List::Demands, List::Provisions, List::Statements, List::Meetings, List::Figures];

    /// The name used in JSON and filters.
    pub const fn as_str(self) -> &'static str {
        match self {
            List::Actors => "actors",
            List::Plans => "plans",
            List::Demands => "demands",
            List::Provisions => "provisions",
            List::Statements => "statements",
            List::Meetings => "meetings",
            List::Figures => "figures",
        }
    }
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for List {
    type Err = String;

    /// The list named `s`; else the input itself as the error.
    fn from_str(s: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|list| list.as_str() == s).ok_or_else(|| s.to_owned())
    }
}

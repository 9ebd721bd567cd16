//! Plans compiled: names, numbers, and the words that decide between namesakes.
//!
//! Owns what the lexicon knows of a plan. Never knows an article.

use super::trie::Pattern;
use jiff::civil::Date;

/// A plan of the lexicon.
#[derive(Clone, Debug)]
pub struct PlanInfo {
    /// The contract's id.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// Number of points.
    pub points: Option<u32>,
    /// Names that always mean it.
    pub aliases: Vec<String>,
    /// Ids of the authors.
    pub authors: Vec<String>,
    /// Ids of its forerunners.
    pub derived_from: Vec<String>,
    /// First and last day on which it is the one meant.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// Phrases near a mention that decide for it.
    pub context: Vec<Pattern>,
    /// Phrases near a mention that decide against it.
    pub against: Vec<Pattern>,
}

impl PlanInfo {
    /// Whether a weak phrase or a number can mean it on that day; on an unknown day, it can.
    pub fn is_current(&self, day: Option<Date>) -> bool {
        day.is_none_or(|day| self.from.is_none_or(|f| f <= day) && self.until.is_none_or(|u| day <= u))
    }
}

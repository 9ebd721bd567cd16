//! Plans compiled: names, numbers, and the words that decide between namesakes.
//!
//! Owns what the lexicon knows of a plan. Never knows an article.

use super::trie::Pattern;
use super::vocab::Sym;
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
}

/// A phrase that decides between namesakes.
#[derive(Clone, Debug)]
pub struct PlanClue {
    /// The plan it speaks of.
    pub plan: u16,
    /// Whether it speaks for it.
    pub favours: bool,
    /// Its words.
    pub pattern: Pattern,
}

/// The clues of all plans, by the form they begin with.
#[derive(Clone, Debug, Default)]
pub struct PlanClues {
    /// In the order of their first forms, those of one form in the order of the plans.
    all: Vec<PlanClue>,
    /// For every form where its clues begin in `all`; one more at the end.
    first: Vec<u32>,
}

impl PlanClues {
    /// The table of clues given in the order of their plans.
    pub fn new(mut all: Vec<PlanClue>) -> PlanClues {
        all.retain(|clue| !clue.pattern.words.is_empty());
        all.sort_by_key(|clue| clue.pattern.words[0]);
        let most = all.last().map_or(0, |clue| clue.pattern.words[0] + 1);
        let first = (0..=most).map(|form| all.partition_point(|clue| clue.pattern.words[0] < form) as u32).collect();
        PlanClues { all, first }
    }

    /// The clues that begin with a form.
    pub fn beginning(&self, form: Sym) -> &[PlanClue] {
        match self.first.get(form as usize..form as usize + 2) {
            Some(&[start, end]) => &self.all[start as usize..end as usize],
            _ => &[],
        }
    }
}

impl PlanInfo {
    /// Whether a weak phrase or a number can mean it on that day; on an unknown day, it can.
    pub fn is_current(&self, day: Option<Date>) -> bool {
        day.is_none_or(|day| self.from.is_none_or(|f| f <= day) && self.until.is_none_or(|u| day <= u))
    }
}

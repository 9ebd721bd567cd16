//! The lexicon: actors, plans, issues, cues and closed-class words as data, compiled once and immutable.
//!
//! Owns `lexicon/*.toml` and what is compiled from it. Building may fail, searching may not. Never knows an article.

pub mod actor;
mod compile;
pub mod cue;
mod fault;
pub mod issues;
mod load;
mod members;
mod origin;
pub mod phrase;
pub mod plan;
pub mod schema;
pub mod tag;
pub mod trie;
pub mod vocab;

use crate::text::Abbreviations;
use actor::ActorInfo;
use cue::Cue;
pub use fault::LexiconError;
use issues::IssueTable;
pub use load::slug;
use members::Members;
use plan::{PlanClues, PlanInfo};
use schema::{PlaceEntry, RoleEntry, UnitEntry};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::LazyLock;
use trie::Trie;
use vocab::{QuickMap, Sym, Vocab};

/// A compiled lexicon.
#[derive(Debug)]
pub struct Lexicon {
    /// All word forms.
    pub vocab: Vocab,
    /// All phrases.
    pub trie: Trie,
    /// Actors, by the number of their entries.
    pub actors: Vec<ActorInfo>,
    /// Plans.
    pub plans: Vec<PlanInfo>,
    /// The words that decide between plans.
    pub clues: PlanClues,
    /// Roles.
    pub roles: Vec<RoleEntry>,
    /// Places.
    pub places: Vec<PlaceEntry>,
    /// False friends.
    pub friends: Vec<Friend>,
    /// Stance and speech cues.
    pub cues: Vec<Cue>,
    /// Scored evidence for issues.
    pub issues: IssueTable,
    /// Abbreviations and sentence starters, for the segmentation.
    pub abbreviations: Abbreviations,
    /// Hash of all files in force.
    pub hash: String,
    sets: QuickMap<String, u16>,
    members: Members,
    scales: QuickMap<String, Scale>,
    /// Bit per form: whether it is on any scale.
    scaled: Vec<u64>,
    units: Vec<UnitEntry>,
    unit_words: QuickMap<Sym, u16>,
    by_id: HashMap<String, u16>,
    origins: Vec<load::Origin>,
}

impl Lexicon {
    /// The built-in lexicon.
    ///
    /// # Errors
    /// Only if the program was built with a faulty one, which a test rules out.
    pub fn builtin() -> Result<Lexicon, LexiconError> {
        Lexicon::layered(true, &[])
    }

    /// The built-in lexicon (or none) with folders laid over it.
    ///
    /// # Errors
    /// A folder that cannot be read, or a faulty entry, with file, line, entry and field.
    pub fn layered(builtin: bool, folders: &[PathBuf]) -> Result<Lexicon, LexiconError> {
        compile::compile(load::load(builtin, folders)?)
    }

    /// Whether the word `form` is a member of the named set.
    pub fn in_set(&self, form: Sym, set: SetId) -> bool {
        self.members.has(form, set.0)
    }

    /// Which sets the word `form` is in, for [`Lexicon::row_in_set`]: one look-up for many questions.
    pub fn row_of(&self, form: Sym) -> Row {
        Row(self.members.row(form))
    }

    /// Whether the word of this row is a member of the named set.
    pub fn row_in_set(&self, row: Row, set: SetId) -> bool {
        self.members.in_row(row.0, set.0)
    }

    /// Whether the word `form` stands for a number on any scale.
    pub fn on_a_scale(&self, form: Sym) -> bool {
        has_bit(&self.scaled, form)
    }

    /// The place of the word `form` in an ordered set (months, numerals).
    pub fn rank(&self, form: Sym, set: SetId) -> Option<usize> {
        self.members.rank(form, set.0)
    }

    /// The named set; one without members where the lexicon has none of that name.
    pub fn set(&self, name: &str) -> SetId {
        SetId(self.sets.get(name).copied().unwrap_or(u16::MAX))
    }

    /// The plan of an id.
    pub fn plan(&self, id: &str) -> Option<u16> {
        self.plans.iter().position(|p| p.id == id).map(|n| n as u16)
    }

    /// The plans that a plan grew out of, the nearest first.
    pub fn plan_ancestors(&self, plan: u16) -> Vec<u16> {
        let mut found = vec![plan];
        let mut next = 0;
        while let Some(&plan) = found.get(next) {
            let older = self.plans[plan as usize].derived_from.iter().filter_map(|id| self.plan(id));
            let fresh: Vec<u16> = older.filter(|p| !found.contains(p)).collect();
            found.extend(fresh);
            next += 1;
        }
        found.split_off(1)
    }

    /// The named scale; an empty one where the lexicon has none of that name.
    pub fn scale(&self, name: &str) -> &Scale {
        static EMPTY: LazyLock<Scale> = LazyLock::new(Scale::default);
        self.scales.get(name).unwrap_or(&EMPTY)
    }

    /// The unit of a sign (`$`).
    pub fn unit_of_sign(&self, sign: &str) -> Option<&str> {
        self.units.iter().find(|u| u.signs.iter().any(|s| s == sign)).map(|u| u.id.as_str())
    }

    /// The unit of a word form (`euros`).
    pub fn unit_of_word(&self, form: Sym) -> Option<&str> {
        self.unit_words.get(&form).map(|&n| self.units[n as usize].id.as_str())
    }

    /// The actor of an id.
    pub fn actor(&self, id: &str) -> Option<u16> {
        self.by_id.get(id).copied()
    }
}

/// A phrase that holds a name and means something else.
#[derive(Clone, Debug)]
pub struct Friend {
    /// As printed.
    pub phrase: String,
    /// Numbers of the actors it is not; where there is none, it is nobody at all.
    pub not: Vec<u16>,
}

/// A named set of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetId(u16);

impl SetId {
    /// Its number, as phrases of it carry in [`trie::Entry::Set`].
    pub const fn number(self) -> u16 {
        self.0
    }
}

/// The sets of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row(u16);

impl Row {
    /// Whether the word is in no set at all, as most are.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Words that stand for numbers, by form.
#[derive(Clone, Debug, Default)]
pub struct Scale {
    /// Bit per form: whether it stands for any. Most words stand for none on any scale.
    known: Vec<u64>,
    values: QuickMap<Sym, f64>,
}

impl Scale {
    fn new(values: impl Iterator<Item = (Sym, f64)>) -> Scale {
        let values: QuickMap<Sym, f64> = values.collect();
        Scale { known: bits(values.keys().copied()), values }
    }

    /// What the word `form` stands for on this scale.
    pub fn value(&self, form: Sym) -> Option<f64> {
        if has_bit(&self.known, form) { self.values.get(&form).copied() } else { None }
    }

    /// Likewise, where only whole numbers make sense.
    pub fn whole(&self, form: Sym) -> Option<i64> {
        self.value(form).map(|v| v as i64)
    }
}

/// A bit per form, set for those given.
fn bits(forms: impl Iterator<Item = Sym> + Clone) -> Vec<u64> {
    let mut bits = vec![0; forms.clone().max().map_or(0, |most| most as usize / 64 + 1)];
    forms.for_each(|form| bits[form as usize / 64] |= 1 << (form % 64));
    bits
}

fn has_bit(bits: &[u64], form: Sym) -> bool {
    bits.get(form as usize / 64).is_some_and(|word| word >> (form % 64) & 1 == 1)
}

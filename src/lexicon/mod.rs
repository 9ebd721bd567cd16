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
use plan::PlanInfo;
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
        let mut known = vec![0; values.keys().max().map_or(0, |&most| most as usize / 64 + 1)];
        values.keys().for_each(|&form| known[form as usize / 64] |= 1 << (form % 64));
        Scale { known, values }
    }

    /// What the word `form` stands for on this scale.
    pub fn value(&self, form: Sym) -> Option<f64> {
        let known = self.known.get(form as usize / 64).is_some_and(|bits| bits >> (form % 64) & 1 == 1);
        if known { self.values.get(&form).copied() } else { None }
    }

    /// Likewise, where only whole numbers make sense.
    pub fn whole(&self, form: Sym) -> Option<i64> {
        self.value(form).map(|v| v as i64)
    }
}

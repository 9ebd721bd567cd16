//! Referents: who each noun phrase is, in this article.
//!
//! Owns the cast of the article and the way from words to it: names, surnames, offices by date, metonyms, pronouns,
//! descriptions. Is given phrases and clauses. Never knows attributions or stances; every answer has its reason.

mod cast;
mod describe;
mod focus;
mod name;
pub mod plan;
mod pronoun;
mod read;

use crate::finding::{ActorKind, Side, Via};
use crate::lexicon::actor::Gender;
use crate::text::Run;

/// Number of a character in the cast.
pub type CharacterId = usize;

/// Somebody or something of this article.
#[derive(Clone, Debug)]
pub struct Character {
    /// Number of the lexicon's entry.
    pub known: Option<u16>,
    /// Stable id.
    pub id: String,
    /// Full usual name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// For whom it speaks.
    pub side: Option<Side>,
    /// Of a person, where known.
    pub gender: Option<Gender>,
    /// Its state: number of that lexicon actor.
    pub state: Option<u16>,
    /// Descriptions found in the article.
    pub roles: Vec<String>,
    /// Where it stands in the text.
    pub mentions: Vec<(Run, Via)>,
    /// Acts, speaks, is addressed or possesses somewhere; a state that is only a place does not.
    pub acts: bool,
}

/// Who a noun phrase is.
#[derive(Clone, Debug, PartialEq)]
pub struct Referent {
    /// Characters of the cast: several for coordinations and `both sides`; none for an anonymous source.
    pub who: Vec<CharacterId>,
    /// How the words lead there.
    pub via: Via,
    /// The words, for somebody without a name (`a Russian official briefed on the matter`).
    pub anonymous: Option<Run>,
    /// Side of an anonymous source, where the words tell.
    pub side: Option<Side>,
    /// Why, in a few words, for `explain`.
    pub reason: &'static str,
}

/// The referents of a text.
#[derive(Debug, Default)]
pub struct Referents {
    /// The cast in the order of first mention.
    pub cast: Vec<Character>,
    /// Per noun phrase (same numbers as `Phrases::nouns`), who it is.
    pub nouns: Vec<Option<Referent>>,
    /// Per noun phrase that begins with `his`, `her`, `its`, `their`: whose it is.
    pub owners: Vec<Option<Vec<CharacterId>>>,
}

impl Referents {
    /// Who noun phrase `n` is.
    pub fn of(&self, n: usize) -> Option<&Referent> {
        self.nouns.get(n)?.as_ref()
    }

    /// A character of the cast.
    pub fn character(&self, id: CharacterId) -> &Character {
        &self.cast[id]
    }
}

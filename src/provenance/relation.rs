//! Whether a speaker is the holder, belongs to the same side, or tells of another party.
//!
//! Owns the comparison. Never looks at words.

use super::Reader;
use crate::attribution::Attribution;
use crate::finding::{ActorKind, Side};
use crate::frames::Frame;
use crate::referent::{Character, CharacterId};

/// What a speaker is to the holder of a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// The holder, or the voice of the state that holds it.
    Same,
    /// Somebody of the same side, or of a side unknown.
    Kin,
    /// Another party.
    Other,
    /// A source without a name, or nobody.
    Nameless,
}

impl Relation {
    /// Whether the words are the holder's own.
    pub(super) fn is_own(self) -> bool {
        self == Relation::Same
    }
}

impl Reader<'_> {
    /// What the speaker of an attribution is to the holder of a frame.
    pub(super) fn speaks_for(&self, a: &Attribution, frame: &Frame) -> Relation {
        let Some(holder) = frame.holder.who else { return Relation::Nameless };
        let who = self.speakers(a);
        let relations = who.iter().map(|&who| self.relation(who, holder));
        relations.min_by_key(|r| *r as u8).unwrap_or(Relation::Nameless)
    }

    /// All who speak: a coordination speaks as one.
    pub(super) fn speakers(&self, a: &Attribution) -> Vec<CharacterId> {
        let mut out = a.speaker.as_ref().map(|s| s.who.clone()).unwrap_or_default();
        for member in a.noun.map(|n| self.given.phrases.members(n)).unwrap_or_default() {
            out.extend(self.given.referents.of(member).map(|r| r.who.clone()).unwrap_or_default());
        }
        out
    }

    fn relation(&self, speaker: CharacterId, holder: CharacterId) -> Relation {
        if speaker == holder {
            return Relation::Same;
        }
        let (speaker, holder) = (self.given.referents.character(speaker), self.given.referents.character(holder));
        let states = (state(speaker), state(holder));
        match (states, speaker.side, holder.side) {
            ((Some(a), Some(b)), ..) if a == b => kin(holder),
            (_, Some(a), Some(b)) if a == b && a != Side::Other => Relation::Kin,
            (_, Some(_), Some(_)) => Relation::Other,
            _ => Relation::Kin,
        }
    }
}

/// The state somebody belongs to; a state belongs to itself.
fn state(who: &Character) -> Option<u16> {
    who.state.or(who.known.filter(|_| who.kind == ActorKind::State))
}

/// An official is the voice of the state; not of another person.
fn kin(holder: &Character) -> Relation {
    if holder.kind == ActorKind::State { Relation::Same } else { Relation::Kin }
}

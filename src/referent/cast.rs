//! The cast: every character of an article once, however it is called.
//!
//! Owns adding and finding characters. Never decides who a phrase is.

use super::{Character, CharacterId, Referents};
use crate::finding::{ActorKind, Side, Via};
use crate::lexicon::actor::Gender;
use crate::lexicon::vocab::QuickMap;
use crate::lexicon::{Lexicon, slug};
use crate::text::Run;
use std::collections::HashMap;

/// The cast being gathered.
#[derive(Default)]
pub(super) struct Cast {
    pub(super) all: Vec<Character>,
    by_entry: QuickMap<u16, CharacterId>,
    by_name: HashMap<String, CharacterId>,
    /// Last words of persons' names, folded, to the person named last with it.
    by_surname: HashMap<String, CharacterId>,
}

impl Cast {
    /// The character of a lexicon entry, added where it is new.
    pub(super) fn known(&mut self, lexicon: &Lexicon, entry: u16) -> CharacterId {
        if let Some(&id) = self.by_entry.get(&entry) {
            return id;
        }
        let info = &lexicon.actors[entry as usize];
        let id = self.push(Character {
            known: Some(entry),
            id: info.id.clone(),
            name: info.name.clone(),
            kind: info.kind,
            side: Some(info.side),
            gender: info.gender,
            state: info.state.or((info.kind == ActorKind::State).then_some(entry)),
            roles: Vec::new(),
            mentions: Vec::new(),
            acts: false,
        });
        self.by_entry.insert(entry, id);
        id
    }

    /// A character that the lexicon lacks, by its name as printed.
    pub(super) fn unlisted(&mut self, name: &str, kind: ActorKind) -> CharacterId {
        let key = fold(name);
        if let Some(&id) = self.by_name.get(&key) {
            return id;
        }
        let id = self.push(Character {
            known: None,
            id: slug(name),
            name: name.to_owned(),
            kind,
            side: None,
            gender: None,
            state: None,
            roles: Vec::new(),
            mentions: Vec::new(),
            acts: false,
        });
        self.by_name.insert(key, id);
        id
    }

    fn push(&mut self, character: Character) -> CharacterId {
        let id = self.all.len();
        if character.kind == ActorKind::Person {
            self.by_surname.insert(surname(&character.name), id);
        }
        self.all.push(character);
        id
    }

    /// The lexicon entry's character, if it is in the cast already.
    pub(super) fn present(&self, entry: u16) -> Option<CharacterId> {
        self.by_entry.get(&entry).copied()
    }

    /// The person of the cast whose name ends in `word`.
    pub(super) fn of_surname(&self, word: &str) -> Option<CharacterId> {
        self.by_surname.get(&fold(word)).copied()
    }

    /// Notes a mention.
    pub(super) fn mention(&mut self, id: CharacterId, run: Run, via: Via) {
        self.all[id].mentions.push((run, via));
    }

    /// Fills what is not known yet of an unlisted character.
    pub(super) fn describe(
        &mut self,
        id: CharacterId,
        role: Option<String>,
        side: Option<Side>,
        state: Option<u16>,
        gender: Option<Gender>,
    ) {
        let character = &mut self.all[id];
        if let Some(role) = role.filter(|r| !character.roles.contains(r)) {
            character.roles.push(role);
        }
        if character.known.is_none() {
            character.side = character.side.or(side);
            character.state = character.state.or(state);
            character.gender = character.gender.or(gender);
        }
    }

    /// The referents made of this cast.
    pub(super) fn finish(
        self,
        nouns: Vec<Option<super::Referent>>,
        owners: Vec<Option<Vec<CharacterId>>>,
    ) -> Referents {
        let mut all = self.all;
        // A person of whom the text tells no side speaks for none.
        for person in all.iter_mut().filter(|c| c.kind == ActorKind::Person) {
            person.side = person.side.or(Some(Side::Other));
        }
        Referents { cast: all, nouns, owners }
    }
}

fn fold(name: &str) -> String {
    any_ascii::any_ascii(name).to_lowercase()
}

/// The last word of a name, folded.
fn surname(name: &str) -> String {
    fold(name.rsplit(' ').next().unwrap_or(name))
}

//! Holders and addressees: from a noun phrase to the party that stands behind it.
//!
//! Owns who may hold a position. Never takes the nearest actor.

use super::Holder;
use super::read::Reader;
use crate::finding::{ActorKind, Side, Via};
use crate::lexicon::trie::{Entry, Naming};
use crate::referent::{CharacterId, Referent};
use crate::text::Run;

impl Reader<'_> {
    /// The holders a noun phrase stands for, members of its coordination included.
    pub(super) fn holders(&self, noun: usize) -> Vec<Holder> {
        let mut out = Vec::new();
        for member in self.phrases.members(noun) {
            for holder in self.holder_of(member) {
                if !out.iter().any(|h: &Holder| h.who == holder.who && h.who.is_some()) {
                    out.push(holder);
                }
            }
        }
        out
    }

    fn holder_of(&self, noun: usize) -> Vec<Holder> {
        let phrase = &self.phrases.nouns[noun];
        let first = phrase.run.start;
        if self.first_person(first) {
            return self.voice_holders(first);
        }
        let none = self.is(first, self.sets.no) && !self.is(first, self.sets.neither);
        if self.is(first, self.sets.second) || none {
            return Vec::new();
        }
        if let Some(referent) = self.referents.of(noun).filter(|r| !r.who.is_empty() || !self.is_troop(noun)) {
            return self.of_referent(referent, phrase.run);
        }
        let group = self.possessor_of_group(noun);
        let own = || self.adjective_holder(Run::new(first, phrase.head)).filter(|_| self.is_troop(noun));
        if group.is_empty() { own().into_iter().collect() } else { group }
    }

    /// `British soldiers`: they do what their state decides.
    fn is_troop(&self, noun: usize) -> bool {
        self.is(self.phrases.nouns[noun].head, self.sets.soldiers)
    }

    pub(super) fn first_person(&self, t: usize) -> bool {
        let pronoun = |set| self.words.is_pronoun(self.lexicon, t, set);
        pronoun(self.sets.first_plural) || pronoun(self.sets.first_singular)
    }

    pub(super) fn of_referent(&self, referent: &Referent, mention: Run) -> Vec<Holder> {
        if referent.who.is_empty() {
            let anonymous = referent.anonymous.into_iter();
            return anonymous
                .map(|run| Holder { who: None, anonymous: Some(run), mention: Some(mention), via: referent.via })
                .collect();
        }
        let one =
            |&who: &CharacterId| Holder { who: Some(who), anonymous: None, mention: Some(mention), via: referent.via };
        referent.who.iter().map(one).collect()
    }

    /// `Merz's government`, `their delegation`: who possesses a group acts through it.
    fn possessor_of_group(&self, noun: usize) -> Vec<Holder> {
        let phrase = &self.phrases.nouns[noun];
        if !self.is(phrase.head, self.sets.group) && !self.is(phrase.head, self.sets.organ) {
            return Vec::new();
        }
        if let Some(owner) = phrase.possessor {
            return self.holders(owner);
        }
        let owners = self.owner_holders(noun);
        let first = phrase.run.start;
        let pronoun =
            [self.sets.he, self.sets.she, self.sets.it, self.sets.they].into_iter().any(|s| self.is(first, s));
        if owners.is_empty() && pronoun { self.voice_holders(first) } else { owners }
    }

    /// Who `his`, `their` at the start of a phrase leads to; the voice for `our`.
    pub(super) fn owner_holders(&self, noun: usize) -> Vec<Holder> {
        let run = self.phrases.nouns[noun].run;
        if self.first_person(run.start) {
            return self.voice_holders(run.start);
        }
        let owners = self.referents.owners.get(noun).and_then(|o| o.as_ref());
        let mention = Some(Run::new(run.start, run.start + 1));
        let one = |&who: &CharacterId| Holder { who: Some(who), anonymous: None, mention, via: Via::Pronoun };
        owners.map(|ids| ids.iter().map(one).collect()).unwrap_or_default()
    }

    /// The state an adjective inside a phrase names (`Russian demands`).
    pub(super) fn adjective_holder(&self, run: Run) -> Option<Holder> {
        let hit = self.words.hits_in(run).find_map(|h| match h.entry {
            Entry::Actor(a, Naming::Adjective | Naming::Metonym | Naming::Name) => Some((h.run, a)),
            _ => None,
        })?;
        let id = &self.lexicon.actors[hit.1 as usize].id;
        let who = self.referents.cast.iter().position(|c| &c.id == id)?;
        Some(Holder { who: Some(who), anonymous: None, mention: Some(hit.0), via: Via::Metonym })
    }

    /// Whether somebody can hold a position: a party, or a person who speaks for one.
    pub(super) fn may_hold(&self, holder: &Holder) -> bool {
        let Some(id) = holder.who else { return false };
        let character = self.referents.character(id);
        match character.kind {
            ActorKind::Person => character.state.is_some() || character.side.is_some_and(|s| s != Side::Other),
            ActorKind::State | ActorKind::Body => true,
            ActorKind::Organisation => character.state.is_some(),
            ActorKind::Anonymous => true,
        }
    }

    /// The party a noun phrase names, for an addressee.
    pub(super) fn party(&self, noun: usize) -> Option<CharacterId> {
        let referent = self.referents.of(noun)?;
        referent.who.first().copied()
    }

    /// The noun phrase behind a preposition of `set` in `run`.
    pub(super) fn behind(&self, run: Run, set: crate::lexicon::SetId) -> Option<usize> {
        run.iter().filter(|&t| self.is(t, set)).find_map(|t| {
            let noun = self.phrases.noun_at(t + 1).or_else(|| self.phrases.noun_at(t + 2))?;
            (self.phrases.nouns[noun].prep == Some(t)).then(|| self.owned(noun))
        })
    }

    /// The phrase that a possessor possesses; itself otherwise.
    pub(super) fn owned(&self, noun: usize) -> usize {
        if !self.phrases.nouns[noun].possesses {
            return noun;
        }
        (noun + 1..self.phrases.nouns.len().min(noun + 3))
            .find(|&n| self.phrases.nouns[n].possessor == Some(noun))
            .unwrap_or(noun)
    }
}

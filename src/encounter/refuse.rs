//! What is no meeting: demands that are met, crowds that gather, reporters who met somebody.
//!
//! Owns the refusal of cues by those who act in them. Never decides where or when one meets.

use super::place::Place;
use super::spot::Spot;
use super::{Mention, Scene};
use crate::finding::{ActorKind, MeetingKind, Side};
use crate::lexicon::cue::{Class, Flag};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::lexicon::vocab::Sym;
use crate::phrases::Chunk;
use crate::referent::CharacterId;

impl Scene<'_> {
    pub(super) fn refused(&self, spot: &Spot) -> bool {
        match spot.noun {
            Some(n) => self.noun_refused(spot, n),
            None if spot.cue.class == Class::Verb => self.verb_refused(spot),
            None => spot.clause.is_some_and(|c| self.sits_in(c) || self.is_heard(spot, c)),
        }
    }

    /// `joined the summit by video link`: what is joined is the meeting, not the link.
    fn sits_in(&self, clause: usize) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        self.lemma_is(verb.main, self.sets.sitting_in)
            && (self.clauses.object(self.phrases, clause).is_some() || self.is(verb.run.end, self.sets.place))
    }

    /// A clause that addresses reporters.
    fn is_heard(&self, spot: &Spot, clause: usize) -> bool {
        let run = self.text.sentences[spot.sentence].run;
        let own = |&t: &usize| self.clauses.around(spot.sentence, t) == Some(clause);
        run.iter().filter(|&t| self.is(t, self.sets.audience)).any(|t| own(&t))
    }

    /// A press meeting, a call for something, a call paid on somebody, a briefing of journalists.
    fn noun_refused(&self, spot: &Spot, n: usize) -> bool {
        let noun = &self.phrases.nouns[n];
        let modifier = (noun.run.start..spot.run.end).any(|t| self.listed(t, &spot.cue.not_with));
        let called_for = spot.kind == MeetingKind::Call
            && (self.is(spot.run.end, self.sets.for_)
                || spot.run.end < self.words.len() && self.words.tag(spot.run.end) == Tag::TO);
        let end = spot.run.end;
        let paid = spot.kind == MeetingKind::Call
            && self.is(end, self.sets.within)
            && end + 1 < self.words.len()
            && !self.words.date_begins(end + 1);
        let audience = self.chain(spot).iter().any(|t| self.is(t, self.sets.audience));
        modifier || called_for || paid || audience
    }

    fn listed(&self, t: usize, list: &[Sym]) -> bool {
        let word = self.words.at(t);
        word.form != 0 && (list.contains(&word.lemma) || list.contains(&word.form))
    }

    /// Conditions are met, money goes to Kyiv, a letter is received.
    fn verb_refused(&self, spot: &Spot) -> bool {
        let Some(clause) = spot.clause else { return true };
        let object = self.object(spot, clause);
        if object.is_some_and(|n| self.listed(self.phrases.nouns[n].head, &spot.cue.not_with)) {
            return true;
        }
        if spot.cue.flags.has(Flag::Joint) && self.is_heard(spot, clause) {
            return true;
        }
        let passive = self.clauses.verb(self.phrases, clause).passive;
        let subject = self.clauses.all[clause].subject;
        let journey = spot.kind == MeetingKind::Visit && spot.run.len() > 1;
        if passive && journey && self.act_of(clause).is_none() {
            return true;
        }
        if passive && spot.cue.flags.has(Flag::Weak) && !spot.cue.flags.has(Flag::Addressee) {
            return false;
        }
        let met =
            object.is_some_and(|n| self.referents.of(n).is_some_and(|r| r.who.iter().any(|&c| self.is_official(c))));
        let told = subject.is_some_and(|n| met && self.is_first_person(n));
        let by_nobody =
            !told && subject.is_some_and(|n| !self.phrases.members(n).into_iter().any(|m| self.can_meet(m)));
        if spot.cue.flags.has(Flag::Addressee) {
            let met = if passive { subject } else { object };
            let one = met.is_some_and(|n| self.phrases.members(n).into_iter().any(|m| self.is_met(spot, m)));
            return !one || !passive && by_nobody;
        }
        by_nobody
    }

    /// Somebody that the verb can have as its object; with some verbs only persons, and nothing said of them
    /// (`saw Merz in Berlin`, not `saw Merz as a rival`).
    fn is_met(&self, spot: &Spot, n: usize) -> bool {
        self.can_meet(n) && (!spot.cue.flags.has(Flag::Person) || self.is_person(n) && !self.is_judged(n))
    }

    fn is_person(&self, n: usize) -> bool {
        let Some(referent) = self.referents.of(n) else {
            return self.lemma_is(self.phrases.nouns[n].head, self.sets.delegation);
        };
        let person = |&id: &CharacterId| self.referents.character(id).kind == ActorKind::Person;
        referent.anonymous.is_some() || referent.who.iter().any(person)
    }

    /// Something is said of the phrase right behind it: a noun, an adjective, a verb, `as`.
    fn is_judged(&self, n: usize) -> bool {
        let last = self.phrases.members(n).into_iter().next_back().unwrap_or(n);
        let end = self.phrases.nouns[last].run.end;
        let sentence = self.text.sentences[self.phrases.nouns[n].sentence].run;
        if !sentence.contains(end) || self.words.date_begins(end) {
            return false;
        }
        let said = self.phrases.noun_at(end).is_some_and(|m| !self.phrases.nouns[m].temporal);
        let tag = self.words.tag(end);
        said || tag.is_adjective() || tag.is_verb() || self.is(end, self.sets.as_) || tag == Tag::POS
    }

    /// The object of the verb, be there a place between (`will receive in the Kremlin the president of Chad`).
    fn object(&self, spot: &Spot, clause: usize) -> Option<usize> {
        let behind = |n: &usize| {
            let noun = &self.phrases.nouns[*n];
            let bare = noun.prep.is_none() && !noun.temporal && !noun.possesses;
            noun.run.start >= spot.run.end && bare && self.clauses.around(spot.sentence, noun.run.start) == Some(clause)
        };
        let along = |n: &usize| self.phrases.nouns[*n].prep.is_some_and(|p| spot.run.contains(p));
        let row = self.phrases.rows[spot.sentence].iter();
        let nouns = row.filter_map(|i| match self.phrases.chunks[i] {
            Chunk::Noun(n) => Some(n),
            _ => None,
        });
        let nouns: Vec<usize> = nouns.collect();
        let own = nouns.iter().copied().find(along).or_else(|| self.clauses.object(self.phrases, clause));
        own.or_else(|| nouns.into_iter().find(behind))
    }

    /// Somebody who can be met: a person, a state, a body, a delegation; no reporter, no private person, no crowd.
    pub(super) fn can_meet(&self, n: usize) -> bool {
        let noun = &self.phrases.nouns[n];
        let head = self.lemma_is(noun.head, self.sets.delegation);
        let office = |entry: Entry| matches!(entry, Entry::Role(r) if self.lexicon.roles[r as usize].speaks);
        let role = self.words.hits_in(noun.run).any(|h| office(h.entry) && h.run.contains(noun.head));
        let first_person = self.is_first_person(n);
        match self.referents.of(n) {
            Some(r) if r.anonymous.is_some() => head || role || r.side.is_some_and(|side| side != Side::Other),
            Some(r) => r.who.iter().any(|&c| self.is_official(c)) || head || role,
            None => head || role || noun.pronoun && !first_person,
        }
    }

    fn is_first_person(&self, n: usize) -> bool {
        let head = self.phrases.nouns[n].head;
        self.is(head, self.sets.i) || self.is(head, self.sets.we)
    }

    /// Somebody of a state or a side, as far as the article or the lexicon tells.
    fn is_official(&self, id: CharacterId) -> bool {
        let character = self.referents.character(id);
        match character.kind {
            ActorKind::Organisation => false,
            ActorKind::Person => character.side.is_some_and(|side| side != Side::Other) || character.state.is_some(),
            _ => true,
        }
    }

    /// One comes home, or stays in one's own country, and nobody else is there: that is no visit.
    pub(super) fn is_home(&self, mention: &Mention) -> bool {
        let Some(place) = mention.places.first().filter(|_| mention.travel) else { return false };
        !mention.who.is_empty() && mention.who.iter().all(|&id| self.is_native(id, place))
    }

    /// Those who act at a place on a day are not all of the state in which it lies.
    pub(super) fn is_abroad(&self, mention: &Mention) -> bool {
        let foreign = |place: &Place| mention.who.iter().any(|&id| !self.is_native(id, place));
        mention.date.is_some() && mention.places.first().is_some_and(|p| !p.wide && p.state.is_some() && foreign(p))
    }

    fn is_native(&self, id: CharacterId, place: &Place) -> bool {
        let who = self.referents.character(id);
        let state = who.state.or_else(|| who.known.filter(|_| who.kind == ActorKind::State));
        state.is_some_and(|a| Some(&self.lexicon.actors[a as usize].id) == place.state.as_ref())
    }
}

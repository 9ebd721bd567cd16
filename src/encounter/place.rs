//! Where a meeting takes place.
//!
//! Owns the choice among the places named around it. Never takes a party for a place: a state or capital is one only
//! behind a preposition of place, or before a noun as a city's name.

use super::Scene;
use super::spot::Spot;
use super::zone::Zone;
use crate::finding::{ActorKind, MeetingKind};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::{Entry, Naming};
use crate::text::{Run, TokenKind};

/// A place, how wide it is, and in which state it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) name: String,
    /// A country or region: a narrower one is better.
    pub(super) wide: bool,
    pub(super) state: Option<String>,
    pub(super) run: Run,
}

impl Place {
    /// One can be the other, known less well: `Florida` and a club there.
    pub(super) fn same(&self, other: &Place) -> bool {
        self.name == other.name || (self.wide != other.wide && self.state.is_some() && self.state == other.state)
    }
}

impl Scene<'_> {
    /// The places of a mention: one, unless a list names several.
    pub(super) fn places(&self, spot: &Spot, zone: &Zone) -> Vec<Place> {
        if spot.kind == MeetingKind::Call {
            return Vec::new();
        }
        let mut found: Vec<Place> = Vec::new();
        let mut free = 0;
        for &t in zone.slots.iter() {
            if t < free {
                continue;
            }
            if let Some(place) = self.place_at(t).filter(|p| self.serves(spot, p.run)) {
                free = place.run.end;
                found.push(place);
            }
        }
        self.choose(found)
    }

    /// Whether a place's name begins at `t`.
    pub(super) fn is_place_start(&self, t: usize) -> bool {
        self.place_at(t).is_some()
    }

    fn place_at(&self, t: usize) -> Option<Place> {
        let hits = self.words.hits_at(t).iter();
        let known = hits.filter_map(|h| self.known_place(h.entry, h.run)).max_by_key(|p| (p.run.len(), !p.wide));
        known.or_else(|| self.unknown_place(t))
    }

    fn known_place(&self, entry: Entry, run: Run) -> Option<Place> {
        match entry {
            Entry::Place(n) => {
                let place = &self.lexicon.places[n as usize];
                let wide = matches!(place.kind.as_str(), "region" | "country" | "water");
                Some(Place { name: place.name.clone(), wide, state: place.state.clone(), run })
            }
            Entry::Actor(n, Naming::Name | Naming::Metonym) => {
                let actor = &self.lexicon.actors[n as usize];
                let name = matches!(entry, Entry::Actor(_, Naming::Name));
                let printed = self.text.str(run);
                let name =
                    if name { actor.name.clone() } else { printed.strip_prefix("the ").unwrap_or(printed).to_owned() };
                let wide = matches!(entry, Entry::Actor(_, Naming::Name));
                (actor.kind == ActorKind::State).then(|| Place { name, wide, state: Some(actor.id.clone()), run })
            }
            _ => None,
        }
    }

    /// A name that the lexicon lacks, right behind a preposition of place.
    fn unknown_place(&self, t: usize) -> Option<Place> {
        let n = self.phrases.noun_at(t)?;
        let noun = &self.phrases.nouns[n];
        let first = noun.run.start + usize::from(self.words.tag(noun.run.start) == Tag::DT);
        let named = (first..noun.run.end).all(|t| self.words.tag(t) == Tag::NNP);
        let behind = noun.prep.is_some_and(|p| self.is(p, self.sets.place));
        let nobody = self.referents.of(n).is_none() && self.words.hits_in(noun.run).next().is_none();
        let fits = t == first && named && behind && nobody && !noun.temporal && !noun.possesses;
        let run = Run::new(first, noun.run.end);
        fits.then(|| Place { name: self.text.str(run).to_owned(), wide: false, state: None, run })
    }

    /// Whether the place at `run` can be that of the meeting.
    fn serves(&self, spot: &Spot, run: Run) -> bool {
        let Some(n) = self.phrases.noun_at(run.start) else { return false };
        let noun = &self.phrases.nouns[n];
        if spot.noun == Some(n) {
            return self.names_meeting(spot, run);
        }
        if !run.contains(noun.head) || noun.possesses && spot.noun != None && noun.run.end + 1 < spot.run.start {
            return false;
        }
        let leader = noun.group.filter(|&g| g != n).unwrap_or(n);
        self.governed(spot, leader) || self.follows_place(noun.run.start) || self.is_goal(spot, n)
    }

    /// `the Geneva talks`; a state before the noun is a party, and so are two names with a hyphen.
    fn names_meeting(&self, spot: &Spot, run: Run) -> bool {
        let place = self.place_at(run.start);
        let hyphen = |t: usize| self.text.tokens.get(t).is_some_and(|k| k.kind == TokenKind::Hyphen);
        let paired = hyphen(run.end) || run.start > 0 && hyphen(run.start - 1);
        let city = place.is_some_and(|p| {
            !p.wide
                || !self
                    .lexicon
                    .actor(&p.state.unwrap_or_default())
                    .is_some_and(|a| self.lexicon.actors[a as usize].name == p.name)
        });
        run.end <= spot.run.start && city && !paired
    }

    /// Behind a preposition of place that does not hang on a war or an attack; behind `to`, if one goes there.
    fn governed(&self, spot: &Spot, n: usize) -> bool {
        let Some(p) = self.phrases.nouns[n].prep else { return false };
        let inside = self.is(p, self.sets.place);
        let way = spot.noun.is_some() && self.is(p, self.sets.way) && !self.is(p, self.sets.from);
        let goal = spot.kind == MeetingKind::Visit && (way || spot.run.contains(p));
        let listed = p > 0 && self.is(p, self.sets.including) && self.lemma_is(p - 1, self.sets.site);
        let set_for = self.is(p, self.sets.for_);
        let other = p > 0
            && self.words.tag(p - 1).is_noun()
            && (self.lemma_is(p - 1, self.sets.other_event) || self.is(p - 1, self.sets.other_event));
        (inside || goal || set_for || listed) && !other
    }

    /// The object of `visit`.
    fn is_goal(&self, spot: &Spot, n: usize) -> bool {
        let visits = spot.noun.is_none() && spot.kind == MeetingKind::Visit;
        visits && spot.clause.and_then(|c| self.clauses.object(self.phrases, c)) == Some(n)
    }

    /// `in Hallandale Beach, Florida`; `in Geneva, Miami, Berlin`.
    fn follows_place(&self, start: usize) -> bool {
        let comma = start > 1 && self.text.tokens[start - 1].kind == TokenKind::Comma;
        let before = (start.saturating_sub(5)..start.saturating_sub(1))
            .find(|&t| self.place_at(t).is_some_and(|p| p.run.end == start - 1));
        comma
            && before.is_some_and(|t| {
                self.phrases.noun_at(t).is_some_and(|n| {
                    let noun = &self.phrases.nouns[n];
                    noun.prep.is_some_and(|p| self.is(p, self.sets.place) || self.is(p, self.sets.including)) || self.follows_place(noun.run.start)
                })
            })
    }

    /// A row of narrow places, from the first on (`in Geneva, Miami and Berlin`); else the first, wide as it is.
    fn choose(&self, found: Vec<Place>) -> Vec<Place> {
        let Some(first) = found.iter().position(|p| !p.wide) else { return found.into_iter().take(1).collect() };
        let mut out: Vec<Place> = Vec::new();
        for place in found.into_iter().skip(first) {
            let next = out.last().is_none_or(|last: &Place| !place.wide && self.enumerates(last.run.end, place.run.start));
            if !next {
                break;
            }
            out.push(place);
        }
        out
    }

    /// Nothing but a comma, a conjunction or a preposition between, and one of the first two.
    fn enumerates(&self, from: usize, to: usize) -> bool {
        let comma = |t: usize| self.text.tokens[t].kind == TokenKind::Comma || self.is(t, self.sets.and);
        let light = |t: usize| comma(t) || self.is(t, self.sets.place);
        (from..to).any(comma) && (from..to).all(light)
    }
}

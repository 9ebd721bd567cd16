//! Where a meeting takes place.
//!
//! Owns the choice among the places named around it. Never takes a party for a place: a state or capital is one only
//! behind a preposition of place, or before a noun as a city's name.

use super::Scene;
use super::spot::Spot;
use super::zone::Zone;
use crate::finding::{ActorKind, MeetingKind};
use crate::lexicon::cue::Flag;
use crate::lexicon::slug;
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::{Entry, Naming};
use crate::referent::CharacterId;
use crate::text::{Run, TokenKind};

/// A place, how wide it is, and in which state it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) name: String,
    /// A country or region: a narrower one is better.
    pub(super) wide: bool,
    pub(super) state: Option<String>,
    /// The region it is said to lie in.
    pub(super) within: Option<String>,
    /// The lexicon knows it.
    pub(super) known: bool,
    pub(super) run: Run,
}

impl Place {
    /// As it is written in a finding: `Anchorage, Alaska`.
    pub(super) fn spelt(&self) -> String {
        match &self.within {
            Some(region) => format!("{}, {region}", self.name),
            None => self.name.clone(),
        }
    }

    /// Whether this is its name, or that of the region it is said to lie in.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.name == name || self.within.as_deref() == Some(name)
    }

    fn is_country(&self) -> bool {
        self.wide && self.state.as_deref().is_some_and(|id| id == slug(&self.name))
    }

    /// The same place, known to lie in a region that is no country.
    pub(super) fn inside(mut self, wide: &Place) -> Place {
        if self.known && wide.wide && !wide.is_country() && self.within.is_none() {
            self.within = Some(wide.name.clone());
        }
        self
    }

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
        self.drop_asides(spot, &mut found);
        if found.is_empty() {
            found.extend(self.place_before_where(zone).or_else(|| self.place_of_host(spot, zone)));
        }
        self.choose(found)
    }

    /// `in Miami on Sunday, where they met`: the place just named.
    fn place_before_where(&self, zone: &Zone) -> Option<Place> {
        let introducer = self.where_of(zone)?;
        let before = (introducer.saturating_sub(8)..introducer).rev().filter_map(|t| self.place_at(t));
        let stands = |p: &Place| {
            let noun = self.phrases.noun_at(p.run.start).map(|n| &self.phrases.nouns[n]);
            let led = |p: usize| self.is(p, self.sets.place) || self.is(p, self.sets.way);
            noun.is_some_and(|n| n.prep.is_some_and(led) || self.follows_place(n.run.start))
        };
        before.into_iter().find(stands)
    }

    /// A city or venue of the lexicon at `t`, behind a preposition of place.
    pub(super) fn narrow_place(&self, t: usize) -> Option<Place> {
        let place = self.place_at(t).filter(|p| p.known && !p.wide)?;
        let noun = self.phrases.noun_at(t).map(|n| &self.phrases.nouns[n])?;
        (noun.run.start == place.run.start && !noun.possesses && noun.prep.is_some_and(|p| self.is(p, self.sets.place)))
            .then_some(place)
    }

    /// The `where` that opens the clause of a meeting, or one above it.
    pub(super) fn where_of(&self, zone: &Zone) -> Option<usize> {
        let mut clauses = std::iter::successors(zone.clause, |&c| self.clauses.all[c].parent).take(4);
        let is_where = |t: &usize| self.is(*t, self.sets.where_);
        clauses.find_map(|c| {
            let clause = &self.clauses.all[c];
            let subject = clause.subject.map(|n| self.phrases.nouns[self.phrases.members(n)[0]].run.start);
            let first = subject.unwrap_or(clause.run.start).min(clause.run.start);
            let run = self.text.sentences[clause.sentence].run;
            let verbless = |t: &usize| run.contains(*t) && !self.words.tag(*t).is_verb();
            let before = (first.saturating_sub(4)..first).rev().take_while(verbless).find(is_where);
            clause.introducer.filter(is_where).or(before)
        })
    }

    /// A place between subject and verb is an aside (`Macron, back from Rabat, met Merz in Berlin`), if another is named.
    fn drop_asides(&self, spot: &Spot, found: &mut Vec<Place>) {
        let Some(clause) = spot.clause.filter(|_| spot.noun.is_none()) else { return };
        let subject = self.clauses.all[clause].subject.map(|n| self.phrases.nouns[n].run.end);
        let aside = |p: &Place| subject.is_some_and(|end| end <= p.run.start) && p.run.end <= spot.run.start;
        if found.iter().any(|p| !aside(p)) {
            found.retain(|p| !aside(p));
        }
    }

    /// A state that hosts is where they meet: `Turkey will host the two presidents`, `Ankara offered to host talks`.
    fn place_of_host(&self, spot: &Spot, zone: &Zone) -> Option<Place> {
        let clause = zone.clause.or(spot.clause)?;
        let verb = self.clauses.verb(self.phrases, clause);
        let hosts = !verb.passive && self.lemma_is(verb.main, self.sets.hosting);
        let subject = self.clauses.all[clause].subject.filter(|_| hosts)?;
        let noun = &self.phrases.nouns[subject];
        self.place_at(noun.run.start).filter(|p| p.run == noun.run && !noun.possesses)
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
                Some(Place {
                    name: place.name.clone(),
                    wide,
                    state: place.state.clone(),
                    within: None,
                    known: true,
                    run,
                })
            }
            Entry::Actor(n, Naming::Name | Naming::Metonym) => {
                let actor = &self.lexicon.actors[n as usize];
                let name = matches!(entry, Entry::Actor(_, Naming::Name));
                let printed = self.text.str(run);
                let name =
                    if name { actor.name.clone() } else { printed.strip_prefix("the ").unwrap_or(printed).to_owned() };
                let wide = matches!(entry, Entry::Actor(_, Naming::Name));
                let state = Some(actor.id.clone());
                (actor.kind == ActorKind::State).then_some(Place { name, wide, state, within: None, known: true, run })
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
        let listed = |id: CharacterId| self.referents.character(id).known.is_some();
        let nobody = self.referents.of(n).is_none_or(|r| !r.who.iter().any(|&id| listed(id)));
        let nobody = nobody && self.words.hits_in(noun.run).next().is_none();
        let fits = t == first && named && behind && nobody && !noun.temporal && !noun.possesses;
        let run = Run::new(first, noun.run.end);
        let name = self.text.str(run).to_owned();
        fits.then_some(Place { name, wide: false, state: None, within: None, known: false, run })
    }

    /// Whether the place at `run` can be that of the meeting.
    fn serves(&self, spot: &Spot, run: Run) -> bool {
        let Some(n) = self.phrases.noun_at(run.start) else { return false };
        let noun = &self.phrases.nouns[n];
        if spot.noun == Some(n) {
            return self.names_meeting(spot, run);
        }
        if !run.contains(noun.head) || noun.possesses && spot.noun.is_some() && noun.run.end + 1 < spot.run.start {
            return false;
        }
        let leader = noun.group.filter(|&g| g != n).unwrap_or(n);
        self.governed(spot, leader) || self.follows_place(noun.run.start) || self.is_goal(spot, n)
    }

    /// `the Geneva talks`; a state before the noun is a party, and so are two names with a hyphen.
    fn names_meeting(&self, spot: &Spot, run: Run) -> bool {
        let hyphen = |t: usize| self.text.tokens.get(t).is_some_and(|k| k.kind == TokenKind::Hyphen);
        let paired = hyphen(run.end) || run.start > 0 && hyphen(run.start - 1);
        let country = self.place_at(run.start).is_none_or(|p| p.is_country());
        run.end <= spot.run.start && !country && !paired
    }

    /// Behind a preposition of place that does not hang on a war or an attack; behind `to`, if one goes there.
    fn governed(&self, spot: &Spot, n: usize) -> bool {
        let Some(p) = self.phrases.nouns[n].prep else { return false };
        let inside = self.is(p, self.sets.place);
        let way = spot.noun.is_some() && self.is(p, self.sets.way) && !self.is(p, self.sets.from);
        let bidden = spot.noun.is_none() && spot.cue.flags.has(Flag::Addressee) && self.is(p, self.sets.to);
        let goal = spot.kind == MeetingKind::Visit && (way || spot.run.contains(p) || bidden);
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
                    noun.prep.is_some_and(|p| self.is(p, self.sets.place) || self.is(p, self.sets.including))
                        || self.follows_place(noun.run.start)
                })
            })
    }

    /// A row of narrow places, from the first on (`in Geneva, Miami and Berlin`); else the first, wide as it is.
    fn choose(&self, found: Vec<Place>) -> Vec<Place> {
        let narrow = found.iter().position(|p| !p.wide && p.known).or_else(|| found.iter().position(|p| !p.wide));
        let Some(first) = narrow else { return found.into_iter().take(1).collect() };
        let mut out: Vec<Place> = Vec::new();
        for place in found.into_iter().skip(first) {
            let next =
                out.last().is_none_or(|last: &Place| !place.wide && self.enumerates(last.run.end, place.run.start));
            if !next {
                break;
            }
            out.push(place);
        }
        out
    }

    /// Nothing but a comma, a conjunction, an adverb, a date or a preposition between, and one of the first two.
    pub(super) fn enumerates(&self, from: usize, to: usize) -> bool {
        let comma = |t: usize| self.text.tokens[t].kind == TokenKind::Comma || self.is(t, self.sets.and);
        let dated = |t: usize| self.words.dates().iter().any(|d| d.run.contains(t));
        let light = |t: usize| comma(t) || self.words.tag(t) == Tag::IN || self.words.tag(t) == Tag::RB || dated(t);
        (from..to).any(comma) && (from..to).all(light)
    }
}

//! Descriptions: offices by date, anonymous sources, groups, citizens, pairs of parties.
//!
//! Owns the way from a role noun and an origin to a person, a state or a source without a name.

use super::name::Named;
use super::read::Reader;
use super::{CharacterId, Referent};
use crate::finding::{ActorKind, Via};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::{Entry, Naming};
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The role whose phrase ends at the head of noun phrase `n`.
    pub(super) fn role_at_head(&self, n: usize) -> Option<u16> {
        let noun = self.noun(n);
        self.roles(noun.run)
            .filter(|(run, _)| run.end == noun.head + 1)
            .max_by_key(|(run, _)| run.len())
            .map(|(_, r)| r)
    }

    /// The last role in a run.
    pub(super) fn role_in(&self, run: Run) -> Option<u16> {
        self.roles(run).max_by_key(|(r, _)| (r.end, r.len())).map(|(_, role)| role)
    }

    fn roles(&self, run: Run) -> impl Iterator<Item = (Run, u16)> {
        self.words.hits_in(run).filter_map(|h| match h.entry {
            Entry::Role(role) => Some((h.run, role)),
            _ => None,
        })
    }

    /// The state or body a description belongs to: an adjective or name inside, a possessor, an `of` or `for` phrase.
    pub(super) fn origin(&self, n: usize, run: Run) -> Option<u16> {
        let inside = self.words.hits_in(run).filter_map(|h| match h.entry {
            Entry::Actor(a, naming) if naming != Naming::Surname && self.is_origin(a) => Some((h.run.len(), a)),
            _ => None,
        });
        let inside = inside.max_by_key(|(len, _)| *len).map(|(_, a)| a);
        inside.or_else(|| self.possessing_state(n)).or_else(|| self.origin_behind(n))
    }

    fn is_origin(&self, actor: u16) -> bool {
        self.lexicon.actors[actor as usize].kind != ActorKind::Person
    }

    fn possessing_state(&self, n: usize) -> Option<u16> {
        let owner = self.noun(n).possessor?;
        let named = self.words.hits_in(self.noun(owner).run).find_map(|h| match h.entry {
            Entry::Actor(a, Naming::Name | Naming::Metonym) if self.is_origin(a) => Some(a),
            _ => None,
        });
        if named.is_some() && self.nouns[owner].is_none() {
            return named;
        }
        self.single(owner)
            .and_then(|id| self.cast.all[id].known)
            .filter(|&a| self.is_origin(a))
            .or_else(|| self.single(owner).and_then(|id| self.cast.all[id].state))
    }

    /// `the president of France`, `a spokesman for the Kremlin`, `head of Rosatom`.
    fn origin_behind(&self, n: usize) -> Option<u16> {
        let noun = self.noun(n);
        let next = n + 1;
        let behind = self.phrases.nouns.get(next).filter(|m| m.sentence == noun.sentence)?;
        let joined = behind.prep.is_some_and(|p| p == noun.run.end);
        let of = self.lexicon.set("of");
        let for_ = self.lexicon.set("for");
        let from = self.lexicon.set("from");
        let linked = behind.prep.is_some_and(|p| self.is(p, of) || self.is(p, for_) || self.is(p, from));
        if !joined || !linked {
            return None;
        }
        self.words.hits_from(behind.run).iter().find_map(|h| match h.entry {
            Entry::Actor(a, Naming::Name | Naming::Metonym | Naming::Adjective) if self.is_origin(a) => Some(a),
            _ => None,
        })
    }

    /// The one character a phrase already read stands for.
    pub(super) fn single(&self, n: usize) -> Option<CharacterId> {
        match self.nouns.get(n)?.as_ref()?.who[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// `both sides`, `the two leaders`: the pair named last.
    pub(super) fn pair(&mut self, n: usize) -> Option<Referent> {
        let noun = *self.noun(n);
        let two = noun.run.iter().any(|t| self.is(t, self.sets.two));
        let definite = self.is(noun.run.start, self.sets.definite) || self.is(noun.run.start, self.sets.two);
        let bare = noun.run.len() == 2 && definite && self.is(noun.head, self.sets.parties);
        let one_of = self.is(noun.run.start, self.sets.either) && self.is(noun.head, self.sets.pair_one);
        if !bare && !one_of && !(two && definite && (self.is(noun.head, self.sets.pair) || noun.run.len() == 1)) {
            return None;
        }
        let persons = self.role_at_head(n).is_some();
        let met =
            if persons { self.focus.pair(true).or_else(|| self.focus.pair(false)) } else { self.focus.pair(false) };
        let who = met.or_else(|| self.main_parties())?;
        Some(Referent { who, via: Via::Pronoun, anonymous: None, side: None, reason: "the pair named last" })
    }

    /// The two states named most often so far, of different sides.
    fn main_parties(&self) -> Option<Vec<CharacterId>> {
        let mut states: Vec<CharacterId> = (0..self.cast.all.len())
            .filter(|&id| self.cast.all[id].kind == ActorKind::State && self.cast.all[id].acts)
            .collect();
        states.sort_by_key(|&id| std::cmp::Reverse(self.cast.all[id].mentions.len()));
        let first = *states.first()?;
        let second = states.iter().copied().find(|&id| self.cast.all[id].side != self.cast.all[first].side)?;
        Some(vec![first, second])
    }

    pub(super) fn described(&mut self, n: usize, names: &[Named]) -> Option<Referent> {
        self.citizen(n)
            .or_else(|| self.counted(n))
            .or_else(|| self.group(n, names))
            .or_else(|| self.office(n))
            .or_else(|| self.source(n, names))
    }

    /// `the Hungarian`: the person of that state met last.
    fn citizen(&mut self, n: usize) -> Option<Referent> {
        let noun = *self.noun(n);
        let definite = self.is(noun.run.start, self.sets.definite);
        let state = self.words.hits_at(noun.head).iter().find_map(|h| match h.entry {
            Entry::Actor(a, Naming::Citizen) if h.run.end == noun.run.end => Some(a),
            _ => None,
        });
        let id =
            self.focus.person_where(|id| self.cast.all[id].state == state.filter(|_| definite) && state.is_some())?;
        self.cast.mention(id, noun.run, Via::Office);
        Some(Referent {
            who: vec![id],
            via: Via::Office,
            anonymous: None,
            side: None,
            reason: "one of its people, met before",
        })
    }

    /// `the Russian side`, `Ukrainian officials`: the state itself; `French and German leaders`: both; `the leaders`: those met.
    fn group(&mut self, n: usize, names: &[Named]) -> Option<Referent> {
        let noun = *self.noun(n);
        if !self.is(noun.head, self.sets.group) {
            return None;
        }
        let origins = self.origins(n, names);
        if origins.is_empty() {
            return self.group_met(n);
        }
        let who: Vec<CharacterId> = origins.into_iter().map(|origin| self.cast.known(self.lexicon, origin)).collect();
        who.iter().for_each(|&id| self.cast.mention(id, noun.run, Via::Metonym));
        self.focus.note_group(self.words.at(noun.head).lemma, &who, noun.sentence);
        Some(Referent { who, via: Via::Metonym, anonymous: None, side: None, reason: "group of that origin" })
    }

    /// Where a group comes from: every adjective of a coordination, else the one origin of its phrase.
    fn origins(&self, n: usize, names: &[Named]) -> Vec<u16> {
        let adjectives = self.joined_adjectives(n);
        if adjectives.len() > 1 {
            return adjectives;
        }
        let noun = self.noun(n);
        let one = self.origin(n, noun.run).or_else(|| self.origin_inside(n)).or_else(|| self.origin_of_person(names));
        let mut all: Vec<u16> = one.into_iter().collect();
        if !all.is_empty() {
            all.extend(self.more_origins(n).into_iter().filter(|o| Some(*o) != one));
        }
        all
    }

    /// `British, French and German`: the states of adjectives in a row up to the head.
    fn joined_adjectives(&self, n: usize) -> Vec<u16> {
        let noun = self.noun(n);
        let state = |t: usize| {
            self.words.hits_at(t).iter().find_map(|h| match h.entry {
                Entry::Actor(a, Naming::Adjective) if self.is_origin(a) && h.run.len() == 1 => Some(a),
                _ => None,
            })
        };
        let joint = |t: usize| self.words.tag(t) == Tag::CC || self.text.tokens[t].kind == TokenKind::Comma;
        let first = self.text.sentences[noun.sentence].run.start;
        let start =
            (first..noun.head).rev().take_while(|&t| state(t).is_some() || joint(t)).last().unwrap_or(noun.head);
        let mut out = Vec::new();
        for origin in (start..noun.head).filter_map(state) {
            if !out.contains(&origin) {
                out.push(origin);
            }
        }
        out
    }

    /// `officials in Kyiv`, `diplomats at NATO`.
    fn origin_inside(&self, n: usize) -> Option<u16> {
        let noun = self.noun(n);
        let behind = self.phrases.nouns.get(n + 1).filter(|m| m.sentence == noun.sentence)?;
        let linked = behind.prep.is_some_and(|p| p == noun.run.end && self.is(p, self.sets.in_));
        self.words.hits_in(behind.run).filter(|_| linked).find_map(|h| match h.entry {
            Entry::Actor(a, Naming::Metonym) if self.is_origin(a) => Some(a),
            _ => None,
        })
    }

    /// `the leaders`, `the three`: the group of that name met last, or the coordination of that size.
    fn group_met(&mut self, n: usize) -> Option<Referent> {
        let noun = *self.noun(n);
        if !self.is(noun.run.start, self.lexicon.set("the")) || noun.run.len() != 2 {
            return None;
        }
        let who = self.focus.group(self.words.at(noun.head).lemma)?;
        Some(Referent { who, via: Via::Pronoun, anonymous: None, side: None, reason: "the group named last" })
    }

    /// `the three`, `the four leaders`: the members of the last coordination of that size.
    pub(super) fn counted(&self, n: usize) -> Option<Referent> {
        let noun = self.noun(n);
        let number = noun.run.iter().nth(1)?;
        let definite = self.is(noun.run.start, self.sets.definite) && self.words.tag(number) == Tag::CD;
        let head = noun.head == number || self.is(noun.head, self.sets.pair) || self.is(noun.head, self.sets.group);
        let size = self
            .lexicon
            .scale("numeral")
            .whole(self.words.at(number).form)
            .filter(|_| definite && head && noun.run.len() <= 3)?;
        let who = self.focus.row(size)?;
        Some(Referent {
            who,
            via: Via::Pronoun,
            anonymous: None,
            side: None,
            reason: "the row of names of that number",
        })
    }

    /// `Russian and Ukrainian negotiators`, `the delegations from A, B and C`: the origins beside the first.
    fn more_origins(&self, n: usize) -> Vec<u16> {
        let noun = self.noun(n);
        if self.words.tag(noun.head) != Tag::NNS {
            return Vec::new();
        }
        let behind = (n + 1 < self.phrases.nouns.len() && self.origin_behind(n).is_some()).then_some(n + 1);
        let rows = behind.map(|m| self.phrases.members(m)).unwrap_or_default();
        let runs = rows.into_iter().map(|m| self.noun(m).run).chain(std::iter::once(self.joined_before(noun)));
        let hits = runs.flat_map(|run| self.words.hits_in(run).collect::<Vec<_>>());
        let found = hits.filter_map(|h| match h.entry {
            Entry::Actor(a, Naming::Name | Naming::Metonym | Naming::Adjective) if self.is_origin(a) => Some(a),
            _ => None,
        });
        found.collect()
    }

    /// The words before the head, where a conjunction joins some of them; nothing otherwise.
    fn joined_before(&self, noun: &crate::phrases::Noun) -> Run {
        let before = Run::new(noun.run.start, noun.head);
        let joined = before.iter().any(|t| self.words.tag(t) == Tag::CC);
        if joined { before } else { Run::new(noun.run.start, noun.run.start) }
    }

    /// `Trump officials`: the state of the person in the phrase.
    fn origin_of_person(&self, names: &[Named]) -> Option<u16> {
        let person = names.iter().find(|m| self.lexicon.actors[m.entry as usize].kind == ActorKind::Person)?;
        self.lexicon.actors[person.entry as usize].state
    }

    /// A role with an origin (`the French president`, `Russia's top diplomat`), or one met before (`the minister`).
    fn office(&mut self, n: usize) -> Option<Referent> {
        let noun = *self.noun(n);
        let role = self.role_at_head(n)?;
        let info = &self.lexicon.roles[role as usize];
        let origin = self.origin(n, noun.run);
        let indefinite = self.is(noun.run.start, self.lexicon.set("indefinite"));
        if indefinite || matches!(self.words.tag(noun.head), Tag::NNS) {
            return None;
        }
        let definite = self.is(noun.run.start, self.sets.definite) || noun.possessor.is_some() || origin.is_some();
        if !definite {
            return None;
        }
        let fits = |id: CharacterId| self.fits(id, role, origin);
        let met = self.focus.subject_where(fits).or_else(|| self.focus.person_where(fits));
        let id = match met {
            Some(id) => id,
            None => {
                let entry = self.holder(role, origin.filter(|_| info.unique)?)?;
                self.cast.known(self.lexicon, entry)
            }
        };
        self.cast.mention(id, noun.run, Via::Office);
        Some(Referent { who: vec![id], via: Via::Office, anonymous: None, side: None, reason: "office" })
    }

    /// A person of the cast holds the role (for that origin) on the article's day, or was described so.
    fn fits(&self, id: CharacterId, role: u16, origin: Option<u16>) -> bool {
        let character = &self.cast.all[id];
        match character.known {
            Some(entry) => {
                let info = &self.lexicon.actors[entry as usize];
                let of = |o: u16| {
                    origin.is_none_or(|x| x == o || self.state_of(o) == self.state_of(x) && self.state_of(x).is_some())
                };
                info.offices.iter().any(|o| self.alike(o.role, role) && of(o.of) && o.held_on(self.published))
            }
            None => {
                let same_state =
                    origin.is_none_or(|o| character.state == self.state_of(o) && character.state.is_some());
                let word = self.lexicon.roles[role as usize].phrases.first();
                same_state
                    && word.is_some_and(|w| character.roles.iter().any(|r| r.to_lowercase().contains(w.as_str())))
            }
        }
    }

    /// The same role, or one whose names contain the other's (`diplomat` for `top diplomat` is data: roles share words).
    fn alike(&self, held: u16, said: u16) -> bool {
        held == said || {
            let held = &self.lexicon.roles[held as usize];
            let said = &self.lexicon.roles[said as usize];
            said.phrases
                .first()
                .is_some_and(|w| held.phrases.iter().any(|p| p.split(' ').next_back() == Some(w.as_str())))
        }
    }

    /// The lexicon's holder of a unique office on the article's day.
    fn holder(&self, role: u16, origin: u16) -> Option<u16> {
        let holds = |info: &crate::lexicon::actor::ActorInfo| {
            info.offices.iter().any(|o| o.role == role && o.of == origin && o.held_on(self.published))
        };
        self.lexicon.actors.iter().position(holds).map(|i| i as u16)
    }

    /// `a Russian official briefed on the matter`: no name, perhaps a side.
    fn source(&mut self, n: usize, names: &[Named]) -> Option<Referent> {
        let noun = *self.noun(n);
        let role = self.role_at_head(n)?;
        let origin = self.origin(n, noun.run).or_else(|| self.origin_of_person(names));
        let official = self.lexicon.roles[role as usize].speaks;
        let side = origin.filter(|_| official).map(|o| self.lexicon.actors[o as usize].side);
        let state = origin.filter(|_| official).and_then(|o| self.state_of(o));
        let who = state.map(|s| self.cast.known(self.lexicon, s)).into_iter().collect();
        Some(Referent { who, via: Via::Office, anonymous: Some(noun.run), side, reason: "a source without a name" })
    }
}

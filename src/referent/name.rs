//! Names inside a noun phrase: which of the lexicon's hits hold, and which capitalised run is an unlisted person.
//!
//! Owns the choice between hits and the forms of a person's name. Never looks outside the phrase's sentence.

use super::read::Reader;
use crate::finding::ActorKind;
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::{Entry, Naming};
use crate::text::{Case, Run, TokenKind};

/// How far before a name a false friend around it can begin.
const FRIEND_WORDS: usize = 6;

/// A name found in a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) run: Run,
    pub(super) entry: u16,
    pub(super) naming: Naming,
}

impl Reader<'_> {
    /// The names in `run`, longest first at each place, none inside a false friend or a longer name.
    pub(super) fn names(&self, run: Run) -> Vec<Named> {
        let mut out = Vec::new();
        let mut t = run.start;
        while t < run.end {
            if self.words.hits_at(t).is_empty() {
                t += 1;
                continue;
            }
            let friend = self.friend_end(t);
            match self.name_at(t).filter(|n| friend.is_none_or(|end| n.run.end > end)) {
                Some(named) => {
                    out.push(named);
                    t = named.run.end;
                }
                None => t = friend.unwrap_or(t + 1),
            }
        }
        out
    }

    /// Where the false friend that begins at `t` and is nobody at all ends.
    fn friend_end(&self, t: usize) -> Option<usize> {
        self.friends_at(t).filter(|(_, not)| not.is_empty()).map(|(run, _)| run.end).max()
    }

    /// The false friends that begin at `t`, with the actors each is not (none: it is nobody).
    fn friends_at(&self, t: usize) -> impl Iterator<Item = (Run, &[u16])> {
        self.words.hits_at(t).iter().filter_map(|h| match h.entry {
            Entry::Friend(n) => Some((h.run, &*self.lexicon.friends[n as usize].not)),
            _ => None,
        })
    }

    /// Whether a false friend around the name says that it is not this actor.
    fn is_false(&self, n: &Named) -> bool {
        let mut starts = n.run.start.saturating_sub(FRIEND_WORDS)..=n.run.start;
        starts.any(|t| self.friends_at(t).any(|(run, not)| run.covers(n.run) && not.contains(&n.entry)))
    }

    fn name_at(&self, t: usize) -> Option<Named> {
        let hits = self.words.hits_at(t).iter().filter_map(|h| match h.entry {
            Entry::Actor(entry, naming) => Some(Named { run: h.run, entry, naming }),
            _ => None,
        });
        let best = hits.filter(|n| self.holds(n) && !self.is_false(n));
        best.max_by_key(|n| (n.run.len(), self.preference(n)))
    }

    /// Between equally long hits: one already in the cast, then a name before a surname, then the first entry.
    fn preference(&self, n: &Named) -> (bool, u8, std::cmp::Reverse<u16>) {
        let naming = match n.naming {
            Naming::Adjective if self.words.tag(n.run.start) == Tag::JJ => 3,
            Naming::Name | Naming::Metonym | Naming::People => 2,
            Naming::Citizen | Naming::Adjective => 1,
            Naming::Surname => 0,
        };
        (self.cast.present(n.entry).is_some(), naming, std::cmp::Reverse(n.entry))
    }

    fn holds(&self, n: &Named) -> bool {
        match n.naming {
            Naming::Surname => !self.other_person(n.run),
            Naming::Name | Naming::Metonym => !self.part_of_longer_name(n),
            _ => true,
        }
    }

    /// A surname behind another person's given name (`Charles Kushner`), or before `Jr.`.
    fn other_person(&self, run: Run) -> bool {
        let sets = &self.sets;
        if run.end < self.words.len() && self.is(run.end, sets.generation) {
            return true;
        }
        if self.capital_follows(run.end) && !self.is(run.end, sets.not_names) && self.words.hits_at(run.end).is_empty()
        {
            return true;
        }
        let Some(before) = run.start.checked_sub(1).filter(|b| self.same_sentence(*b, run.start)) else { return false };
        let given = self.is(before, sets.given_m) || self.is(before, sets.given_f);
        self.text.tokens[before].case.is_capital() && given && !self.is(before, sets.month)
    }

    /// `Moscow Times`, `Kyiv School of Economics`: the hit is followed by a capitalised word that makes another name.
    fn part_of_longer_name(&self, n: &Named) -> bool {
        if n.naming == Naming::Name && self.lexicon.actors[n.entry as usize].kind == ActorKind::Person {
            return self.words.len() > n.run.end && self.is(n.run.end, self.sets.generation);
        }
        let after = n.run.end;
        self.capital_follows(after)
            && self.is(after, self.sets.not_names)
            && !self.is(after, self.sets.month)
            && !self.is(after, self.sets.weekday)
            && !self.words.hits_at(after).iter().any(|h| matches!(h.entry, Entry::Role(_)))
            && self.text.tokens[after].case == Case::Capital
    }

    fn capital_follows(&self, t: usize) -> bool {
        t < self.words.len()
            && t > 0
            && self.same_sentence(t, t - 1)
            && self.text.tokens[t].kind == TokenKind::Word
            && self.text.tokens[t].case.is_capital()
            && self.words.tag(t) == Tag::NNP
    }

    pub(super) fn same_sentence(&self, a: usize, b: usize) -> bool {
        self.text.sentence_of(a) == self.text.sentence_of(b)
    }

    /// The run of capitalised words that ends the phrase, particles and hyphens inside.
    pub(super) fn capital_run(&self, run: Run, head: usize) -> Option<Run> {
        let name = |t: usize| {
            let token = self.text.tokens[t];
            token.kind == TokenKind::Word && token.case.is_capital() && self.words.tag(t) == Tag::NNP
        };
        if !name(head) {
            return None;
        }
        let mut start = head;
        while start > run.start {
            let t = start - 1;
            let joins = self.text.tokens[t].kind == TokenKind::Hyphen || self.is(t, self.sets.particles);
            if name(t) || joins && t > run.start {
                start = t;
            } else {
                break;
            }
        }
        while start < head && !name(start) {
            start += 1;
        }
        Some(Run::new(start, head + 1))
    }

    /// The part of a capitalised run that is a person's name: titles and origins in front cut off.
    pub(super) fn person_name(&self, run: Run) -> Option<Run> {
        let mut start = run.start;
        while start < run.end {
            let skip = self.title_end(start, run.end).or_else(|| self.origin_end(start, run.end));
            match skip {
                Some(end) => start = end,
                None => break,
            }
        }
        let name = Run::new(start, run.end);
        (!name.is_empty()).then_some(name)
    }

    fn title_end(&self, t: usize, end: usize) -> Option<usize> {
        let roles = self.words.hits_at(t).iter().filter(|h| matches!(h.entry, Entry::Role(_)) && h.run.end <= end);
        roles.map(|h| h.run.end).max()
    }

    fn origin_end(&self, t: usize, end: usize) -> Option<usize> {
        let named = self.words.hits_at(t).iter().filter(|h| {
            let known = match h.entry {
                Entry::Actor(n, naming) => {
                    naming == Naming::Adjective || self.lexicon.actors[n as usize].kind != ActorKind::Person
                }
                _ => false,
            };
            known && h.run.end < end
        });
        named.map(|h| h.run.end).max()
    }

    /// Whether a run of capitalised words has the form of a full name: two to five words, the first a given name or
    /// initial, none of them a word that names things.
    pub(super) fn looks_like_person(&self, run: Run) -> bool {
        let words: Vec<usize> = run.iter().filter(|&t| self.text.tokens[t].kind == TokenKind::Word).collect();
        let things = words.iter().any(|&t| {
            self.is(t, self.sets.not_names) || self.words.hits_at(t).iter().any(|h| matches!(h.entry, Entry::Place(_)))
        });
        let given = words.first().is_some_and(|&t| {
            self.is(t, self.sets.given_m)
                || self.is(t, self.sets.given_f)
                || self.text.word(t).ends_with('.') && self.text.word(t).len() == 2
        });
        (2..=5).contains(&words.len()) && !things && given
    }

    /// Two to five capitalised words, none of which names things.
    pub(super) fn could_be_person(&self, run: Run) -> bool {
        let words: Vec<usize> = run.iter().filter(|&t| self.text.tokens[t].kind == TokenKind::Word).collect();
        let things = words.iter().any(|&t| {
            self.is(t, self.sets.not_names)
                || self.text.tokens[t].case == Case::Upper && self.text.word(t).len() > 2
                || self
                    .words
                    .hits_at(t)
                    .iter()
                    .any(|h| matches!(h.entry, Entry::Place(_) | Entry::Actor(..) | Entry::Friend(_)))
        });
        (2..=5).contains(&words.len()) && !things
    }
}

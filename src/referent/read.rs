//! One pass over the noun phrases, in the order of the text.
//!
//! Owns the order of attempts: name, unlisted person, office, description, pronoun. Each attempt has its own file.

use super::cast::Cast;
use super::focus::Focus;
use super::name::Named;
use super::{CharacterId, Referent, Referents};
use crate::article::HeadRole;
use crate::clauses::Clauses;
use crate::finding::{ActorKind, Side, Via};
use crate::lexicon::actor::Gender;
use crate::lexicon::trie::{Entry, Naming};
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::{Noun, Phrases};
use crate::text::{ParagraphKind, Run, Text};
use crate::words::Words;
use jiff::civil::Date;

/// What a text's referents are read from.
pub struct Reader<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) words: &'a Words,
    pub(super) phrases: &'a Phrases,
    pub(super) clauses: &'a Clauses,
    pub(super) published: Option<Date>,
    pub(super) sets: Sets,
    pub(super) cast: Cast,
    pub(super) focus: Focus,
    pub(super) nouns: Vec<Option<Referent>>,
    pub(super) owners: Vec<Option<Vec<CharacterId>>>,
    /// Per noun phrase, the clauses of which it is the own subject.
    pub(super) subject_of: Vec<Option<usize>>,
}

/// The sets the reader asks for.
pub(super) struct Sets {
    pub(super) given_m: SetId,
    pub(super) given_f: SetId,
    pub(super) particles: SetId,
    pub(super) not_names: SetId,
    pub(super) generation: SetId,
    pub(super) month: SetId,
    pub(super) weekday: SetId,
    pub(super) place: SetId,
    pub(super) way: SetId,
    pub(super) group: SetId,
    pub(super) pair: SetId,
    pub(super) pair_one: SetId,
    pub(super) either: SetId,
    pub(super) two: SetId,
    pub(super) parties: SetId,
    pub(super) definite: SetId,
    pub(super) he: SetId,
    pub(super) she: SetId,
    pub(super) they: SetId,
    pub(super) it: SetId,
    pub(super) in_: SetId,
}

impl Sets {
    fn new(lexicon: &Lexicon) -> Sets {
        Sets {
            given_m: lexicon.set("given-names-m"),
            given_f: lexicon.set("given-names-f"),
            particles: lexicon.set("name-particles"),
            not_names: lexicon.set("not-names"),
            generation: lexicon.set("generation"),
            month: lexicon.set("month"),
            weekday: lexicon.set("weekday"),
            place: lexicon.set("place-preposition"),
            way: lexicon.set("way-preposition"),
            group: lexicon.set("group-noun"),
            pair: lexicon.set("pair-noun"),
            pair_one: lexicon.set("pair-one"),
            either: lexicon.set("either"),
            two: lexicon.set("two"),
            parties: lexicon.set("parties"),
            definite: lexicon.set("definite"),
            he: lexicon.set("he"),
            she: lexicon.set("she"),
            they: lexicon.set("they"),
            it: lexicon.set("it"),
            in_: lexicon.set("in"),
        }
    }
}

impl Referents {
    /// Resolves every noun phrase of a text published on `published`.
    pub fn read(
        text: &Text,
        lexicon: &Lexicon,
        words: &Words,
        phrases: &Phrases,
        clauses: &Clauses,
        published: Option<Date>,
    ) -> Referents {
        let mut subject_of = vec![None; phrases.nouns.len()];
        for (number, clause) in clauses.all.iter().enumerate().rev() {
            if let Some(n) = clause.subject.filter(|_| !clause.inherited) {
                subject_of[n] = Some(number);
            }
        }
        let mut reader = Reader {
            text,
            lexicon,
            words,
            phrases,
            clauses,
            published,
            sets: Sets::new(lexicon),
            cast: Cast::default(),
            focus: Focus::default(),
            nouns: vec![None; phrases.nouns.len()],
            owners: vec![None; phrases.nouns.len()],
            subject_of,
        };
        reader.full_names_first();
        reader.pass();
        let (nouns, owners) = (std::mem::take(&mut reader.nouns), std::mem::take(&mut reader.owners));
        reader.cast.finish(nouns, owners)
    }
}

impl Reader<'_> {
    pub(super) fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.lexicon, t, set)
    }

    pub(super) fn noun(&self, n: usize) -> &Noun {
        &self.phrases.nouns[n]
    }

    /// Whether the phrase stands in the article's own words rather than in its byline or tail.
    fn is_read(&self, n: usize) -> bool {
        let paragraph = self.text.sentences[self.noun(n).sentence].paragraph;
        !matches!(
            self.text.paragraphs[paragraph].kind,
            ParagraphKind::Head(
                HeadRole::Byline | HeadRole::Date | HeadRole::FrontMatter | HeadRole::Tail | HeadRole::Dateline
            )
        )
    }

    /// Persons named in full take their surname, wherever it stands.
    fn full_names_first(&mut self) {
        for n in 0..self.phrases.nouns.len() {
            if !self.is_read(n) {
                continue;
            }
            let run = self.noun(n).run;
            for named in self.names(run) {
                let person = self.lexicon.actors[named.entry as usize].kind == ActorKind::Person;
                if person && named.naming == Naming::Name {
                    self.cast.known(self.lexicon, named.entry);
                }
            }
        }
    }

    fn pass(&mut self) {
        for n in 0..self.phrases.nouns.len() {
            if self.is_read(n) {
                self.focus.enter(self.text, self.noun(n).sentence);
                self.owners[n] = self.possessive(n);
                let referent = self.resolve(n);
                self.share(n, &referent);
                self.nouns[n] = referent;
                self.note(n);
            }
        }
    }

    fn resolve(&mut self, n: usize) -> Option<Referent> {
        let noun = *self.noun(n);
        if noun.pronoun {
            return self.pronoun(n);
        }
        let names = self.names(noun.run);
        self.mention_all(n, &names);
        let at_head = names.iter().copied().rev().find(|m| m.run.contains(noun.head) || m.run.end == noun.head + 1);
        at_head
            .and_then(|named| self.named(n, named))
            .or_else(|| self.unlisted(n))
            .or_else(|| self.pair(n))
            .or_else(|| self.described(n, &names))
    }

    /// All names in the phrase are mentions, those before the head too (`Putin ally`, `Kremlin spokesman`).
    fn mention_all(&mut self, n: usize, names: &[Named]) {
        for named in names {
            let via = match named.naming {
                Naming::Name => Via::Name,
                Naming::Surname => Via::Surname,
                Naming::Metonym | Naming::People | Naming::Citizen => Via::Metonym,
                Naming::Adjective => continue,
            };
            if named.naming == Naming::Citizen || self.is_place(n, named) {
                continue;
            }
            let id = self.cast.known(self.lexicon, named.entry);
            self.cast.mention(id, named.run, via);
            if named.run.contains(self.noun(n).head) && self.acts(n) || self.noun(n).head >= named.run.end {
                self.cast.all[id].acts = true;
            }
        }
    }

    /// A capital or palace behind `in`, `at`, `near` is a place; so is one inside a place name.
    fn is_place(&self, n: usize, named: &Named) -> bool {
        let noun = self.noun(n);
        let behind = noun.prep.is_some_and(|p| self.is(p, self.sets.place));
        let way = noun.prep.is_some_and(|p| self.is(p, self.sets.way)) && noun.possessor.is_none() && !noun.possesses;
        let metonym = named.naming == Naming::Metonym;
        let at_head = named.run.contains(noun.head);
        metonym && at_head && (behind || way && self.moved_to(n)) && !noun.possesses
    }

    /// Behind a verb or noun of travel (`flew to Moscow`); parties are behind other words (`unacceptable to Moscow`).
    fn moved_to(&self, n: usize) -> bool {
        let Some(before) = self.noun(n).prep.and_then(|p| p.checked_sub(1)) else { return true };
        let travel = self.lexicon.set("travel");
        self.is(before, travel) || self.words.tag(before) == crate::lexicon::tag::Tag::RP
    }

    /// Subject, possessor or agent.
    fn acts(&self, n: usize) -> bool {
        self.subject_of[n].is_some()
            || self.noun(n).possesses
            || self.noun(n).group.is_some_and(|g| self.subject_of[g].is_some())
    }

    fn named(&mut self, n: usize, named: Named) -> Option<Referent> {
        if self.is_place(n, &named) {
            return None;
        }
        if matches!(named.naming, Naming::Adjective | Naming::Citizen) {
            return None;
        }
        let id = self.cast.known(self.lexicon, named.entry);
        let (via, reason) = match named.naming {
            Naming::Surname => (Via::Surname, "surname"),
            Naming::Metonym => (Via::Metonym, "metonym"),
            Naming::People => (Via::Metonym, "its people"),
            _ => (Via::Name, "name"),
        };
        Some(Referent { who: vec![id], via, anonymous: None, side: None, reason })
    }

    /// A person the lexicon lacks, by form; or one met before, by surname.
    fn unlisted(&mut self, n: usize) -> Option<Referent> {
        let noun = *self.noun(n);
        let run = self.capital_run(noun.run, noun.head)?;
        let name = self.person_name(run)?;
        let text = self.text.str(name);
        let single = name.iter().filter(|&t| self.text.tokens[t].kind == crate::text::TokenKind::Word).count() == 1;
        if single {
            return self.later_surname(noun, name, text).or_else(|| self.given_name_alone(n, name));
        }
        let titled = name.start > noun.run.start && self.person_role_before(noun.run, name.start);
        let apposed = self.apposed_role(n);
        let speaks = self.subject_of[n].is_some_and(|c| self.speaks(c));
        let first = noun.run.start == name.start || name.start > run.start || titled;
        let is_person = self.looks_like_person(name) && first
            || (titled || apposed || speaks || self.is_aged(n))
                && self.could_be_person(name)
                && self.words.tag(noun.run.start) != crate::lexicon::tag::Tag::DT;
        if !is_person || self.friend_covers(name) {
            return None;
        }
        let known = self.cast.of_surname(self.text.word(name.end - 1)).filter(|&id| self.same_given(id, name));
        let id = known.unwrap_or_else(|| self.cast.unlisted(text, ActorKind::Person));
        self.cast.mention(id, name, Via::Name);
        self.describe_unlisted(n, id, name);
        Some(Referent { who: vec![id], via: Via::Name, anonymous: None, side: None, reason: "form of a name" })
    }

    /// The person of that surname in the cast has the same given name (or an initial of it).
    fn same_given(&self, id: CharacterId, name: Run) -> bool {
        let given = self.cast.all[id].name.split(' ').next().unwrap_or("");
        let first = self.text.word(name.start);
        given == first || first.ends_with('.') && given.starts_with(&first[..1])
    }

    fn friend_covers(&self, run: Run) -> bool {
        (run.start.saturating_sub(3)..run.end)
            .any(|t| self.words.hits_at(t).iter().any(|h| matches!(h.entry, Entry::Friend(_)) && h.run.end > run.start))
    }

    fn later_surname(&mut self, noun: Noun, name: Run, text: &str) -> Option<Referent> {
        if name
            .iter()
            .any(|t| self.words.hits_at(t).iter().any(|h| matches!(h.entry, Entry::Place(_) | Entry::Actor(..))))
        {
            return None;
        }
        let id = self.cast.of_surname(text).filter(|&id| self.cast.all[id].known.is_none() || noun.run.len() < 4)?;
        self.cast.mention(id, name, Via::Surname);
        Some(Referent { who: vec![id], via: Via::Surname, anonymous: None, side: None, reason: "surname met before" })
    }

    /// `Vadym, a drone pilot`, `Oksana, 34,`: somebody the article knows by a given name only.
    fn given_name_alone(&mut self, n: usize, name: Run) -> Option<Referent> {
        let given = self.is(name.start, self.sets.given_m) || self.is(name.start, self.sets.given_f);
        let free =
            !self.words.hits_at(name.start).iter().any(|h| matches!(h.entry, Entry::Place(_) | Entry::Actor(..)));
        let alone = self.noun(n).run == name && given && free;
        if !alone || !(self.is_aged(n) || self.apposed_role(n)) {
            return None;
        }
        let text = self.text.str(name);
        let id = self.cast.unlisted(text, ActorKind::Person);
        self.cast.mention(id, name, Via::Name);
        self.describe_unlisted(n, id, name);
        Some(Referent { who: vec![id], via: Via::Name, anonymous: None, side: None, reason: "a given name described" })
    }

    /// An age between commas follows (`Brovko, 38, said`).
    fn is_aged(&self, n: usize) -> bool {
        let end = self.noun(n).run.end;
        let comma = |t: usize| self.text.tokens.get(t).is_some_and(|t| t.kind == crate::text::TokenKind::Comma);
        let age = self.text.tokens.get(end + 1).filter(|t| t.kind == crate::text::TokenKind::Number);
        comma(end) && comma(end + 2) && age.is_some() && matches!(self.text.word(end + 1).parse(), Ok(5_u32..=110))
    }

    fn person_role_before(&self, run: Run, name: usize) -> bool {
        (run.start..name)
            .any(|t| self.words.hits_at(t).iter().any(|h| matches!(h.entry, Entry::Role(_)) && h.run.end <= name))
    }

    /// The phrase is apposed to one with a role noun as its head, or the other way round.
    fn apposed_role(&self, n: usize) -> bool {
        let other = self
            .noun(n)
            .apposition
            .or_else(|| (n + 1..self.phrases.nouns.len().min(n + 5)).find(|&m| self.noun(m).apposition == Some(n)));
        other.is_some_and(|m| self.role_at_head(m).is_some())
    }

    fn speaks(&self, clause: usize) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        self.words.hits_at(verb.main).iter().any(
            |h| matches!(h.entry, Entry::Cue(c) if self.lexicon.cues[c as usize].act == crate::lexicon::cue::Act::Say),
        )
    }

    fn describe_unlisted(&mut self, n: usize, id: CharacterId, name: Run) {
        let first = name.start;
        let gender = match (self.is(first, self.sets.given_m), self.is(first, self.sets.given_f)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        };
        let other = self
            .noun(n)
            .apposition
            .or_else(|| (n + 1..self.phrases.nouns.len().min(n + 5)).find(|&m| self.noun(m).apposition == Some(n)));
        let own = Run::new(self.noun(n).run.start, first);
        let mut found = self.role_in(own).map(|role| (role, self.origin(n, own)));
        if let Some(m) = other.filter(|_| found.is_none()) {
            found = self.role_at_head(m).map(|role| (role, self.origin(m, self.noun(m).run)));
        }
        let Some((role, origin)) = found else { return self.cast.describe(id, None, None, None, gender) };
        let official = self.lexicon.roles[role as usize].speaks;
        let side = origin.filter(|_| official).map(|o| self.lexicon.actors[o as usize].side);
        let state = origin.filter(|_| official).and_then(|o| self.state_of(o));
        let words = other.filter(|_| own.is_empty()).map_or(own, |m| self.noun(m).run);
        let role = self.text.str(words).trim().to_owned();
        self.cast.describe(id, Some(role).filter(|r| !r.is_empty()), side.or(Some(Side::Other)), state, gender);
    }

    /// The state of an actor: itself, or the one it belongs to.
    pub(super) fn state_of(&self, entry: u16) -> Option<u16> {
        let info = &self.lexicon.actors[entry as usize];
        info.state.or((info.kind == ActorKind::State).then_some(entry))
    }

    /// A phrase shares its referent with the one it stands in apposition to, whichever has one.
    fn share(&mut self, n: usize, referent: &Option<Referent>) {
        let Some(outer) = self.noun(n).apposition else { return };
        let named = referent.as_ref().is_some_and(|r| !r.who.is_empty() && r.via != Via::Metonym);
        let person =
            referent.as_ref().is_some_and(|r| r.who.iter().any(|&id| self.cast.all[id].kind == ActorKind::Person));
        let replace = self.nouns[outer].as_ref().is_none_or(|r| r.who.is_empty() || r.via == Via::Office);
        if named && person && replace {
            self.nouns[outer] = referent.clone();
            self.note(outer);
        }
    }

    /// Keeps the discourse up to date with what phrase `n` turned out to be.
    fn note(&mut self, n: usize) {
        let Some(referent) = self.nouns[n].clone() else { return };
        let acts = self.acts(n);
        if acts {
            referent.who.iter().for_each(|&id| self.cast.all[id].acts = true);
        }
        let quoted = self.text.quote_at(self.noun(n).head).is_some();
        let noun = *self.noun(n);
        self.focus.note(&self.cast, &referent, n, &noun, acts, quoted);
    }
}

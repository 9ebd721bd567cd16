//! From entries to the compiled lexicon: numbers for ids, patterns for phrases, checks of every reference.
//!
//! Owns the order in which lists are compiled and the messages about references that lead nowhere.
//! Never reads an article.

use super::actor::{ActorInfo, Office, day, gender, office};
use super::cue::{self, Class};
use super::fault;
use super::issues::IssueTable;
use super::load::{ENGLISH, Loaded, actor_id};
use super::members::Members;
use super::phrase::{By, form, lemma, pattern};
use super::plan::{PlanClue, PlanClues, PlanInfo};
use super::schema::{ActorEntry, File, PlanEntry, ScaleEntry};
use super::tag::Tag;
use super::trie::{Builder, Entry, Naming, Pattern};
use super::vocab::{QuickMap, Vocab};
use super::{Friend, Lexicon, LexiconError, Scale};
use crate::text::Abbreviations;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

struct Compiler {
    vocab: Vocab,
    trie: Builder,
    loaded: Loaded,
}

pub(super) fn compile(loaded: Loaded) -> Result<Lexicon, LexiconError> {
    let mut c = Compiler { vocab: Vocab::parse(ENGLISH), trie: Builder::default(), loaded };
    let file = std::mem::take(&mut c.loaded.file);
    let (sets, members) = c.sets(&file);
    let scales = c.scales(&file);
    let unit_words = c.unit_words(&file);
    c.roles(&file);
    let by_id = numbers(file.actor.iter().map(actor_id));
    let actors = c.actors(&file, &by_id)?;
    c.references(&file, &by_id)?;
    let mut clues = Vec::new();
    let plans = file.plan.iter().enumerate().map(|(n, plan)| c.plan(n as u16, plan, &mut clues)).collect();
    c.places(&file);
    let friends = c.friends(&file, &by_id)?;
    let cues = c.cues(&file)?;
    let issues = c.issues(&file)?;
    Ok(Lexicon {
        abbreviations: abbreviations(&file),
        vocab: c.vocab,
        trie: c.trie.finish(),
        actors,
        plans,
        clues: PlanClues::new(clues),
        roles: file.role,
        places: file.place,
        friends,
        cues,
        issues,
        hash: c.loaded.hash,
        origins: c.loaded.origins,
        sets,
        members,
        scaled: super::bits(scales.values().flat_map(|scale| scale.values.keys().copied())),
        scales,
        units: file.unit,
        unit_words,
        by_id,
    })
}

fn missing(what: &str, id: &str) -> String {
    format!("no {what} `{id}` in the lexicon; add one or correct the id")
}

fn numbers<S: BuildHasher + Default>(ids: impl Iterator<Item = String>) -> HashMap<String, u16, S> {
    ids.enumerate().map(|(n, id)| (id, n as u16)).collect()
}

fn abbreviations(file: &File) -> Abbreviations {
    let words = |id: &str| {
        let found = file.set.iter().find(|s| s.id == id);
        found.map(|s| s.words.iter().map(String::as_str)).into_iter().flatten()
    };
    Abbreviations::new(words("abbreviations-inside"), words("abbreviations-anywhere"), words("sentence-starters"))
}

impl Compiler {
    fn add(&mut self, phrase: &str, by: By, entry: Entry) {
        let pattern = pattern(&mut self.vocab, phrase, by);
        self.trie.insert(&pattern, entry);
    }

    /// A fault of the entry that `key` names, in the last file that has it.
    fn fault(&self, kind: &str, id: &str, key: &str, fault: cue::EntryFault) -> LexiconError {
        let place =
            self.loaded.origins.iter().rev().find_map(|o| Some((o.file.clone(), fault::line_of(&o.source, key)?)));
        let (file, line) = place.unwrap_or_else(|| ("lexicon".to_owned(), 1));
        cue::fault(file, line, format!("{kind} `{id}`"), fault)
    }

    /// Sets, and the place of every single word in its set: some are ordered (months, numerals).
    fn sets(&mut self, file: &File) -> (QuickMap<String, u16>, Members) {
        let mut members = Members::new(file.set.len());
        for (n, set) in file.set.iter().enumerate() {
            for (rank, word) in set.words.iter().enumerate() {
                let pattern = pattern(&mut self.vocab, word, By::Name);
                match pattern.words[..] {
                    [one] => members.add(one, n as u16, rank as u16),
                    _ => self.trie.insert(&pattern, Entry::Set(n as u16)),
                }
            }
        }
        (numbers(file.set.iter().map(|s| s.id.clone())), members)
    }

    fn scales(&mut self, file: &File) -> QuickMap<String, Scale> {
        let mut scale = |s: &ScaleEntry| Scale::new(s.of.iter().map(|(word, v)| (form(&mut self.vocab, word), *v)));
        file.scale.iter().map(|s| (s.id.clone(), scale(s))).collect()
    }

    fn unit_words(&mut self, file: &File) -> QuickMap<u32, u16> {
        let words =
            file.unit.iter().enumerate().flat_map(|(n, unit)| unit.words.iter().map(move |word| (n as u16, word)));
        words.map(|(n, word)| (form(&mut self.vocab, word), n)).collect()
    }

    fn roles(&mut self, file: &File) {
        for (n, role) in file.role.iter().enumerate() {
            for phrase in &role.phrases {
                self.add(phrase, By::Lemma, Entry::Role(n as u16));
            }
        }
    }

    fn actors(&mut self, file: &File, by_id: &HashMap<String, u16>) -> Result<Vec<ActorInfo>, LexiconError> {
        let roles: HashMap<String, u16> = numbers(file.role.iter().map(|r| r.id.clone()));
        let mut out = Vec::with_capacity(file.actor.len());
        for (n, entry) in file.actor.iter().enumerate() {
            self.actor_names(n as u16, entry);
            out.push(self.actor(entry, by_id, &roles)?);
        }
        Ok(out)
    }

    fn actor(
        &self,
        entry: &ActorEntry,
        by_id: &HashMap<String, u16>,
        roles: &HashMap<String, u16>,
    ) -> Result<ActorInfo, LexiconError> {
        let id = actor_id(entry);
        let fault = |field, of: &str, what| self.fault("actor", &id, &entry.name, (field, missing(what, of)));
        let state = entry.state.as_ref().map(|s| by_id.get(s).copied().ok_or_else(|| fault("state", s, "actor")));
        let offices = entry.offices.iter().map(|o| {
            let role = roles.get(&o.role).ok_or_else(|| fault("offices.role", &o.role, "role"))?;
            let of = by_id.get(&o.of).ok_or_else(|| fault("offices.of", &o.of, "actor"))?;
            Ok(office(o, *role, *of))
        });
        let offices = offices.collect::<Result<Vec<Office>, LexiconError>>()?;
        Ok(ActorInfo {
            name: entry.name.clone(),
            kind: entry.kind,
            side: entry.side,
            state: state.transpose()?,
            gender: gender(entry),
            offices,
            id,
        })
    }

    fn actor_names(&mut self, n: u16, entry: &ActorEntry) {
        self.add(&entry.name, By::Name, Entry::Actor(n, Naming::Name));
        let lists = [
            (&entry.aliases, Naming::Name),
            (&entry.surnames, Naming::Surname),
            (&entry.metonyms, Naming::Metonym),
            (&entry.adjectives, Naming::Adjective),
            (&entry.people, Naming::People),
            (&entry.citizen, Naming::Citizen),
        ];
        for (names, naming) in lists {
            for name in names {
                self.add(name, By::Name, Entry::Actor(n, naming));
                self.tag_name(name, naming);
            }
        }
    }

    fn tag_name(&mut self, name: &str, naming: Naming) {
        let tag = match naming {
            Naming::Adjective => Tag::JJ,
            Naming::People => Tag::NNS,
            Naming::Citizen => Tag::NN,
            _ => return,
        };
        if let [one] = pattern(&mut self.vocab, name, By::Name).words[..] {
            self.vocab.allow(one, tag);
        }
    }

    fn plan(&mut self, n: u16, entry: &PlanEntry, clues: &mut Vec<PlanClue>) -> PlanInfo {
        for (names, strong) in [(&entry.aliases, true), (&entry.weak, false)] {
            for name in names {
                self.add(name, By::Lemma, Entry::Plan(n, strong));
            }
        }
        let mut by = |p: &String, by| pattern(&mut self.vocab, p, by);
        let mut words = |p: &String| Pattern { capital: by(p, By::Name).capital, ..by(p, By::Lemma) };
        for (list, favours) in [(&entry.context, true), (&entry.against, false)] {
            clues.extend(list.iter().map(|p| PlanClue { plan: n, favours, pattern: words(p) }));
        }
        PlanInfo {
            id: entry.id.clone(),
            name: entry.name.clone(),
            points: entry.points,
            aliases: entry.aliases.clone(),
            authors: entry.authors.clone(),
            derived_from: entry.derived_from.clone(),
            from: entry.from.as_deref().and_then(|d| day(d, false)),
            until: entry.until.as_deref().and_then(|d| day(d, true)),
        }
    }

    fn places(&mut self, file: &File) {
        for (n, place) in file.place.iter().enumerate() {
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                self.add(name, By::Name, Entry::Place(n as u16));
            }
        }
    }

    /// False friends; one that excludes only what a folder removed excludes nobody, and is left out.
    fn friends(&mut self, file: &File, by_id: &HashMap<String, u16>) -> Result<Vec<Friend>, LexiconError> {
        let mut friends = Vec::with_capacity(file.friend.len());
        for entry in &file.friend {
            let actor = |id: &String| match by_id.get(id.strip_prefix("actor:").unwrap_or_default()) {
                Some(&n) => Ok(Some(n)),
                None if self.loaded.removed.contains(id) => Ok(None),
                None => Err(self.fault("friend", &entry.phrase, &entry.phrase, ("not", missing("actor", id)))),
            };
            let not: Vec<Option<u16>> = entry.not.iter().map(actor).collect::<Result<_, _>>()?;
            let not: Vec<u16> = not.into_iter().flatten().collect();
            if entry.not.is_empty() || !not.is_empty() {
                self.add(&entry.phrase, By::Name, Entry::Friend(friends.len() as u16));
                friends.push(Friend { phrase: entry.phrase.clone(), not });
            }
        }
        Ok(friends)
    }

    /// Every id that a plan or place names is there, or was removed by a folder.
    fn references(&self, file: &File, by_id: &HashMap<String, u16>) -> Result<(), LexiconError> {
        let plans: HashSet<&str> = file.plan.iter().map(|p| p.id.as_str()).collect();
        let gone = |kind: &str, id: &str| self.loaded.removed.contains(&format!("{kind}:{id}"));
        for plan in &file.plan {
            let fault = |field, reason| Err(self.fault("plan", &plan.id, &plan.id, (field, reason)));
            if let Some(id) = plan.authors.iter().find(|id| !by_id.contains_key(*id) && !gone("actor", id)) {
                return fault("authors", missing("actor", id));
            }
            for (field, ids) in [("derived_from", &plan.derived_from), ("confusables", &plan.confusables)] {
                if let Some(id) = ids.iter().find(|id| !plans.contains(id.as_str()) && !gone("plan", id)) {
                    return fault(field, missing("plan", id));
                }
            }
        }
        for place in &file.place {
            if let Some(id) = place.state.iter().find(|id| !by_id.contains_key(*id) && !gone("actor", id)) {
                return Err(self.fault("place", &place.name, &place.name, ("state", missing("actor", id))));
            }
        }
        Ok(())
    }

    fn cues(&mut self, file: &File) -> Result<Vec<cue::Cue>, LexiconError> {
        let mut cues = Vec::with_capacity(file.cue.len());
        for (n, entry) in file.cue.iter().enumerate() {
            let vocab = &mut self.vocab;
            let sets = &file.set;
            let compiled = cue::compile(entry, |words| filter_words(vocab, sets, words));
            let compiled = compiled.map_err(|f| self.fault("cue", &entry.id, &entry.id, f))?;
            for phrase in entry.phrases.iter().flat_map(|phrase| spelt_out(phrase, sets)) {
                self.add(&phrase, By::Lemma, Entry::Cue(n as u16));
                self.tag_cue(&phrase, compiled.class);
            }
            cues.push(compiled);
        }
        Ok(cues)
    }

    /// A cue verb can be a verb and a cue noun a noun, whatever the word list says of them.
    fn tag_cue(&mut self, phrase: &str, class: Class) {
        let head = phrase.split(" of ").next().unwrap_or(phrase);
        match class {
            Class::Verb => self.tag_verb(head.split([' ', '-']).next().unwrap_or(head)),
            Class::Noun if !head.contains([' ', '-']) => self.tag_noun(head),
            _ => {}
        }
    }

    fn tag_verb(&mut self, head: &str) {
        let form = lemma(&mut self.vocab, head);
        if !self.vocab.form(form).tags.has(Tag::MD) {
            self.vocab.allow(form, Tag::VB);
        }
    }

    fn tag_noun(&mut self, head: &str) {
        let singular = lemma(&mut self.vocab, head.trim_start_matches('='));
        if self.vocab.form(singular).first == Tag::VBP {
            return;
        }
        self.vocab.allow(singular, Tag::NN);
        let plural = self.vocab.get(&format!("{head}s"));
        if self.vocab.lemma(plural) == singular {
            self.vocab.allow(plural, Tag::NNS);
        }
    }

    fn issues(&mut self, file: &File) -> Result<IssueTable, LexiconError> {
        let (table, phrases) = IssueTable::compile(&file.issue, &file.class)
            .map_err(|fault| self.fault("issue", &fault.code, &fault.code, (fault.field, fault.reason)))?;
        for (n, phrase) in phrases.iter().enumerate() {
            self.add(phrase, By::Lemma, Entry::Term(n as u16));
        }
        Ok(table)
    }
}

/// A phrase for every member of the set that stands in it (`wash @own hands of`); itself where none does.
fn spelt_out(phrase: &str, sets: &[super::schema::SetEntry]) -> Vec<String> {
    let Some(slot) = phrase.split(' ').find(|word| word.starts_with('@')) else { return vec![phrase.to_owned()] };
    let set = sets.iter().find(|s| slot[1..] == s.id);
    set.iter().flat_map(|s| &s.words).map(|word| phrase.replace(slot, word)).collect()
}

fn filter_words(vocab: &mut Vocab, sets: &[super::schema::SetEntry], words: &[String]) -> Vec<u32> {
    let mut out = Vec::new();
    for word in words {
        match word.strip_prefix('@') {
            Some(name) => {
                let set = sets.iter().find(|s| s.id == name);
                out.extend(set.iter().flat_map(|s| &s.words).map(|w| lemma(vocab, w)));
            }
            None => out.push(lemma(vocab, word)),
        }
    }
    out
}

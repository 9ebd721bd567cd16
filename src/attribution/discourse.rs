//! Speakers that only the words before tell: `he`, `the official`, `the delegate`.
//!
//! Owns the last speakers of the article, in the order of the text. Is given all attributions. Never changes a content.

use super::{Attribution, Reader};
use crate::finding::{ActorKind, Via};
use crate::lexicon::actor::Gender;
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::referent::Referent;
use crate::text::Run;

/// Paragraphs back to which a description may lead.
const REACH: usize = 3;

/// Speakers back to which a source without a name may lead.
const MEMORY: usize = 40;

/// What a pronoun says of a speaker.
const GENDERS: [Option<Gender>; 3] = [None, Some(Gender::Male), Some(Gender::Female)];

fn place(gender: Option<Gender>) -> usize {
    GENDERS.iter().position(|&g| g == gender).unwrap_or(0)
}

/// Somebody who spoke.
struct Spoken {
    referent: Option<Referent>,
    noun: usize,
    source: Run,
    paragraph: usize,
}

impl Reader<'_> {
    /// Gives pronouns and descriptions without a referent the speaker they take up.
    pub(super) fn resolve_speakers(&self, all: &mut [Attribution]) {
        let mut order: Vec<usize> = (0..all.len()).filter(|&i| all[i].noun.is_some()).collect();
        order.sort_by_key(|&i| all[i].source.map_or(0, |s| s.start));
        let mut spoken: Vec<Spoken> = Vec::new();
        // Of those who spoke, the ones whom `he`, `she` and a description can take up.
        let mut fitting = [Vec::new(), Vec::new(), Vec::new()];
        for i in order {
            let (Some(noun), Some(source)) = (all[i].noun, all[i].source) else { continue };
            let paragraph = self.text.sentences[self.phrases.nouns[noun].sentence].paragraph;
            let own = all[i].speaker.clone();
            let before = |gender| {
                let earlier = fitting[place(gender)].iter().rev().map(|&number: &usize| &spoken[number]);
                earlier.take_while(|s| s.paragraph + REACH > paragraph).filter(|s| s.noun < noun)
            };
            let found = if self.is_third_person(noun) && own.as_ref().is_none_or(|r| r.who.is_empty()) {
                let gender = self.gender_of(noun);
                before(gender).next().map(|s| (s.referent.clone(), s.source))
            } else if self.is_definite(noun)
                && own.as_ref().is_none_or(|r| r.anonymous.is_some() || r.via == Via::Office)
            {
                let person = self.is_description(noun, own.as_ref());
                let bare = self.phrases.nouns[noun].run.len() == 2 && !self.is_unique(self.tail(noun));
                let near = spoken.last().filter(|s| bare && s.paragraph + 1 >= paragraph && self.is_nameless(s));
                self.earlier_source(&spoken, noun)
                    .filter(|(_, words)| {
                        self.introduced(noun).is_none_or(|m| self.phrases.nouns[m].run.start <= words.start)
                    })
                    .or_else(|| self.introduced(noun).map(|m| (self.speaker(m), self.phrases.nouns[m].run)))
                    .or_else(|| near.map(|s| (s.referent.clone(), s.source)))
                    .or_else(|| self.last_person(&mut before(None), noun).filter(|_| person))
            } else {
                None
            };
            if let Some((referent, words)) = found {
                all[i].speaker = Some(taken_up(referent, words));
            }
            let own = Spoken { referent: all[i].speaker.clone(), noun, source, paragraph };
            for gender in GENDERS.into_iter().filter(|&gender| self.fits(&own, gender)) {
                fitting[place(gender)].push(spoken.len());
            }
            spoken.push(own);
        }
    }

    fn is_third_person(&self, n: usize) -> bool {
        let noun = &self.phrases.nouns[n];
        noun.pronoun && (self.is(noun.head, self.sets.he) || self.is(noun.head, self.sets.she))
    }

    fn gender_of(&self, n: usize) -> Option<Gender> {
        let head = self.phrases.nouns[n].head;
        match (self.is(head, self.sets.he), self.is(head, self.sets.she)) {
            (true, _) => Some(Gender::Male),
            (_, true) => Some(Gender::Female),
            _ => None,
        }
    }

    /// A single person of that gender, or a source without a name.
    fn fits(&self, spoken: &Spoken, gender: Option<Gender>) -> bool {
        let named = spoken.referent.as_ref().filter(|r| r.anonymous.is_none());
        let Some(referent) = named else { return !self.phrases.nouns[spoken.noun].pronoun };
        match referent.who[..] {
            [] => true,
            [id] => {
                let character = self.referents.character(id);
                let matches = gender.is_none() || character.gender.is_none() || character.gender == gender;
                character.kind == ActorKind::Person && matches
            }
            _ => false,
        }
    }

    /// `the official`.
    fn is_definite(&self, n: usize) -> bool {
        let noun = &self.phrases.nouns[n];
        self.is(noun.run.start, self.sets.the)
            && !noun.pronoun
            && !matches!(self.words.tag(self.tail(n)), Tag::NNP | Tag::NNS)
    }

    /// `the official`, `the Flemish nationalist`: definite, no name, and no person so far.
    fn is_description(&self, n: usize, own: Option<&Referent>) -> bool {
        let noun = &self.phrases.nouns[n];
        let person = own.is_some_and(|r| {
            r.anonymous.is_none() && r.who.iter().any(|&id| self.referents.character(id).kind == ActorKind::Person)
        });
        let modified = noun.possessor.is_some() || noun.group.is_some();
        !person && !modified && self.is_someone(n)
    }

    /// Its head is a role noun, or nothing is known of it that speaks against a person.
    fn is_someone(&self, n: usize) -> bool {
        let tail = self.tail(n);
        self.is_role(tail) || self.is(tail, self.sets.person)
    }

    fn is_role(&self, t: usize) -> bool {
        self.words.hits_at(t).iter().any(|h| matches!(h.entry, Entry::Role(_)))
    }

    /// An office with one holder at a time.
    fn is_unique(&self, t: usize) -> bool {
        self.words.hits_at(t).iter().any(|h| matches!(h.entry, Entry::Role(r) if self.lexicon.roles[r as usize].unique))
    }

    /// A single source described with `a`, without a name.
    fn is_nameless(&self, spoken: &Spoken) -> bool {
        let noun = &self.phrases.nouns[spoken.noun];
        let named = spoken.referent.as_ref().is_some_and(|r| r.anonymous.is_none() && !r.who.is_empty());
        !named && self.is(noun.run.start, self.sets.indefinite) && self.is_someone(spoken.noun)
    }

    /// The last word of phrase `n`.
    fn tail(&self, n: usize) -> usize {
        self.phrases.nouns[n].run.end - 1
    }

    /// An earlier source without a name whose words have the same head (`a senior official`, `the official`).
    fn earlier_source(&self, spoken: &[Spoken], n: usize) -> Option<(Option<Referent>, Run)> {
        let lemma = self.words.at(self.tail(n)).lemma;
        let same = |s: &&Spoken| {
            let noun = &self.phrases.nouns[s.noun];
            s.noun < n
                && self.words.at(self.tail(s.noun)).lemma == lemma
                && !self.is(noun.run.start, self.sets.definite)
        };
        let found = spoken.iter().rev().take(MEMORY).find(same)?;
        Some((found.referent.clone().filter(|r| !r.who.is_empty() && r.anonymous.is_none()), found.source))
    }

    /// `An official met the press`, then `the official`: the last phrase outside quotations that brings in somebody of
    /// the same word, some paragraphs back at most.
    fn introduced(&self, n: usize) -> Option<usize> {
        let lemma = self.words.at(self.tail(n)).lemma;
        let paragraph = |m: usize| self.text.sentences[self.phrases.nouns[m].sentence].paragraph;
        let near = (0..n).rev().take_while(|&m| paragraph(m) + REACH > paragraph(n));
        let mut same = near.filter(|&m| self.words.at(self.tail(m)).lemma == lemma && self.is_someone(m));
        same.find(|&m| {
            let noun = &self.phrases.nouns[m];
            self.is(noun.run.start, self.sets.indefinite)
                && self.words.tag(self.tail(m)) == Tag::NN
                && self.text.quote_at(noun.head).is_none()
        })
    }

    /// The last single person, or source without a name, among those that spoke before.
    fn last_person<'s>(
        &self,
        before: &mut impl Iterator<Item = &'s Spoken>,
        n: usize,
    ) -> Option<(Option<Referent>, Run)> {
        let head = self.phrases.nouns[n].head;
        let found = before.find(|s| self.phrases.nouns[s.noun].head != head)?;
        Some((found.referent.clone(), found.source))
    }
}

/// The referent of an earlier source, taken up by other words.
fn taken_up(referent: Option<Referent>, words: Run) -> Referent {
    let reason = "takes up an earlier speaker";
    match referent {
        Some(r) if !r.who.is_empty() && r.anonymous.is_none() => Referent { via: Via::Office, reason, ..r },
        Some(r) => Referent { anonymous: r.anonymous.or(Some(words)), who: Vec::new(), reason, ..r },
        None => Referent { who: Vec::new(), via: Via::Office, anonymous: Some(words), side: None, reason },
    }
}

//! Pronouns: third person, and possessives that stand inside a phrase.
//!
//! Owns the choice of antecedent. First and second person are the attribution's business.

use super::Referent;
use super::read::Reader;
use crate::finding::Via;
use crate::lexicon::actor::Gender;
use crate::lexicon::trie::{Entry, Naming};

impl Reader<'_> {
    pub(super) fn pronoun(&mut self, n: usize) -> Option<Referent> {
        let noun = *self.noun(n);
        let t = noun.head;
        let quoted = self.text.quote_at(t).is_some();
        let above = self.person_above(n);
        let who = if let Some(id) = above {
            vec![id]
        } else if self.is(t, self.sets.he) {
            vec![self.focus.person(Gender::Male, quoted, n, &self.named_behind(n))?]
        } else if self.is(t, self.sets.she) {
            vec![self.focus.person(Gender::Female, quoted, n, &self.named_behind(n))?]
        } else if self.is(t, self.sets.they) {
            self.they(n)?
        } else if self.is(t, self.sets.it) {
            vec![self.it(n)?]
        } else {
            return None;
        };
        who.iter().for_each(|&id| self.cast.mention(id, noun.run, Via::Pronoun));
        Some(Referent { who, via: Via::Pronoun, anonymous: None, side: None, reason: "pronoun: the subject before" })
    }

    /// `Putin said he`: the person who is subject of the clause above, where the gender fits.
    fn person_above(&self, n: usize) -> Option<usize> {
        let t = self.noun(n).head;
        let gender = match (self.is(t, self.sets.he), self.is(t, self.sets.she)) {
            (true, _) => Gender::Male,
            (_, true) => Gender::Female,
            _ => return None,
        };
        let clause = self.subject_of[n]?;
        if self.clauses.all[clause].kind != crate::clauses::ClauseKind::That || self.text.quote_at(t).is_some() {
            return None;
        }
        let person = |who: Vec<usize>| match who[..] {
            [one] if self.cast.all[one].kind == crate::finding::ActorKind::Person => {
                self.cast.all[one].gender.is_none_or(|g| g == gender).then_some(one)
            }
            _ => None,
        };
        let owner = || self.parent_owner(n).and_then(person);
        self.parent_subject(n).and_then(person).or_else(owner)
    }

    /// `Merz's office said he`: who owns the office that is subject of the clause above and no person itself.
    fn parent_owner(&self, n: usize) -> Option<Vec<usize>> {
        let parent = self.clauses.all[self.subject_of[n]?].parent?;
        let subject = self.clauses.all[parent].subject?;
        let organ =
            self.is(self.noun(subject).head, self.lexicon.set("organ-noun")) && self.role_at_head(subject).is_none();
        let owner = self.noun(subject).possessor.filter(|_| organ)?;
        self.nouns.get(owner)?.as_ref().map(|r| r.who.clone())
    }

    fn they(&mut self, n: usize) -> Option<Vec<usize>> {
        if let Some(who) = self.parent_subject(n).filter(|who| who.len() > 1) {
            return Some(who);
        }
        self.focus.plural().or_else(|| self.focus.party(n, 2, &self.named_behind(n)).map(|id| vec![id]))
    }

    /// `it` in a content leads to the state or body that says so; else to the last such subject near by.
    fn it(&mut self, n: usize) -> Option<usize> {
        let party = |who: Vec<usize>| match who[..] {
            [one] if self.cast.all[one].kind != crate::finding::ActorKind::Person => Some(one),
            _ => None,
        };
        self.parent_subject(n).and_then(party).or_else(|| self.focus.party(n, 2, &self.named_behind(n)))
    }

    /// Whoever is named later in the sentence: a pronoun before a name is not the one named.
    fn named_behind(&self, n: usize) -> Vec<usize> {
        let noun = self.noun(n);
        let end = self.text.sentences[noun.sentence].run.end;
        let behind = crate::text::Run::new(noun.run.end.min(end), end);
        let named = self.words.hits_in(behind).filter_map(|h| match h.entry {
            Entry::Actor(entry, naming) if naming != Naming::Adjective && naming != Naming::Citizen => {
                self.cast.present(entry)
            }
            _ => None,
        });
        named.collect()
    }

    /// Who the subject of the clause above the pronoun's clause is.
    fn parent_subject(&self, n: usize) -> Option<Vec<usize>> {
        let clause = self.subject_of[n]?;
        let parent = self.clauses.all[clause].parent?;
        let subject = self.clauses.all[parent].subject?;
        self.nouns.get(subject)?.as_ref().map(|r| r.who.clone())
    }

    /// Who `his`, `her`, `their`, `its` at the start of phrase `n` means.
    pub(super) fn possessive(&mut self, n: usize) -> Option<Vec<usize>> {
        let t = self.noun(n).run.start;
        if self.is(t, self.sets.he) {
            self.focus.person(Gender::Male, false, n, &[]).map(|id| vec![id])
        } else if self.is(t, self.sets.she) {
            self.focus.person(Gender::Female, false, n, &[]).map(|id| vec![id])
        } else if self.is(t, self.sets.it) {
            self.focus.party(n, 2, &[]).map(|id| vec![id])
        } else if self.is(t, self.sets.they) {
            self.focus.plural().or_else(|| self.focus.party(n, 2, &self.named_behind(n)).map(|id| vec![id]))
        } else {
            None
        }
    }
}

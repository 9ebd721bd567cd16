//! Addressees: the party that is to act on a demand.
//!
//! Owns where it stands: object, subject of what is demanded, `from` phrase, recipient of a letter. Never the outlet or
//! the audience to which something is said.

use super::Holder;
use super::cue::Found;
use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::ActorKind;
use crate::lexicon::cue::Flag;
use crate::referent::CharacterId;
use crate::text::Run;

impl Reader<'_> {
    /// The party that is to act on what the verb of `clause` says.
    pub(super) fn addressee(
        &self,
        clause: usize,
        found: Found,
        passive: bool,
        holders: &[Holder],
    ) -> Option<CharacterId> {
        let c = &self.clauses.all[clause];
        let acts = |n: usize| self.acting(n, holders);
        if passive && found.cue.flags.has(Flag::Addressee) {
            return c.subject.and_then(acts);
        }
        let complement = Run::new(found.run.end.min(c.run.end), c.run.end);
        let object = self.clauses.object(self.phrases, clause).filter(|_| found.cue.flags.has(Flag::Addressee));
        let from = self.behind(complement, self.sets.from).filter(|&n| self.is_near(n, found.run));
        let direct = [self.controlled(clause), object, self.demanded_of(clause, found.run.end), from];
        direct.into_iter().flatten().find_map(acts).or_else(|| self.recipient(clause).and_then(acts))
    }

    /// Who it may be: a party, no outlet, not one of those who demand.
    fn acting(&self, noun: usize, holders: &[Holder]) -> Option<CharacterId> {
        let id = self.party(noun)?;
        let outlet = self.referents.character(id).kind == ActorKind::Organisation
            && self.referents.character(id).state.is_none();
        (!outlet && !holders.iter().any(|h| h.who == Some(id))).then_some(id)
    }

    /// `urged Kyiv to`: the phrase before the infinitive.
    fn controlled(&self, clause: usize) -> Option<usize> {
        self.children(clause).find_map(|d| self.clauses.all[d].control)
    }

    /// `demanded that Russia leave`: the subject of the content, where that is no relative clause.
    fn demanded_of(&self, clause: usize, from: usize) -> Option<usize> {
        self.children(clause).find_map(|d| {
            let child = &self.clauses.all[d];
            let content = child.kind == ClauseKind::That && !child.inherited && child.antecedent.is_none();
            let near = child.run.start <= from + 2;
            child.subject.filter(|_| content && near)
        })
    }

    /// The `from` phrase stands right behind the verb, or behind its object.
    fn is_near(&self, noun: usize, cue: Run) -> bool {
        let Some(prep) = self.phrases.nouns[noun].prep else { return false };
        let object = self.phrases.noun_at(cue.end).or_else(|| self.phrases.noun_at(cue.end + 1));
        prep <= cue.end + 1 || object.is_some_and(|n| self.phrases.nouns[n].run.end + 4 >= prep)
    }

    /// `in a letter to Costa`: who reads it is to act, where nobody else is named.
    fn recipient(&self, clause: usize) -> Option<usize> {
        if self.children(clause).any(|d| self.clauses.all[d].kind == ClauseKind::That) {
            return None;
        }
        let run = self.clauses.all[clause].run;
        let missive = self.lexicon.set("missive");
        let start = self.text.sentences[self.clauses.all[clause].sentence].run.start;
        let letter = (start..run.end).filter(|&t| self.is(t, missive)).find_map(|t| self.phrases.noun_at(t))?;
        let to = self.phrases.nouns[letter].run.end;
        let noun = self.phrases.noun_at(to + 1).filter(|_| to < self.words.len() && self.is(to, self.sets.to))?;
        (self.phrases.nouns[noun].prep == Some(to)).then(|| self.owned(noun))
    }
}

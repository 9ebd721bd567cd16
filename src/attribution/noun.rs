//! Attributions made by a noun: `Moscow's insistence that A`, `a statement by X that A`, `X's answer was short: "A"`.
//!
//! Owns source and content of nouns of speech. Never looks at verbs of speech.

use super::{Attribution, Reader};
use crate::finding::Via;
use crate::lexicon::cue::{Act, Class, Flag};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::phrases::{Chunk, VerbForm};
use crate::referent::Referent;
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The attributions that nouns of a sentence make.
    pub(super) fn by_nouns(&self, sentence: usize, all: &mut Vec<Attribution>) {
        let row = self.phrases.rows[sentence];
        for i in row.iter() {
            let Chunk::Noun(n) = self.phrases.chunks[i] else { continue };
            let Some((entry, act)) = self.noun_cue(n) else { continue };
            let found = self.by_noun(sentence, n, i);
            let said = |a: &Attribution| all.iter().rev().take(16).any(|b| b.contents[0].start == a.contents[0].start);
            if let Some(mut found) = found.filter(|a| !said(a)) {
                found.entry = Some(entry);
                found.act = act;
                all.push(found);
            }
        }
    }

    /// The entry at the head of phrase `n`.
    pub(super) fn noun_cue(&self, n: usize) -> Option<(u16, Act)> {
        let head = self.phrases.nouns[n].head;
        self.words.hits_at(head).iter().find_map(|h| match h.entry {
            Entry::Cue(c) => {
                let cue = &self.lexicon.cues[c as usize];
                let fits = cue.class == Class::Noun
                    && matches!(cue.act, Act::Say | Act::Think)
                    && !cue.flags.has(Flag::Adverbial);
                fits.then_some((c, cue.act))
            }
            _ => None,
        })
    }

    fn by_noun(&self, sentence: usize, n: usize, i: usize) -> Option<Attribution> {
        let scope = self.scope(sentence, self.phrases.nouns[n].head);
        let (noun, source, end, next) = self.noun_source(n, i)?;
        let start = self.noun_content(next, scope)?;
        let clause = self
            .clauses
            .of_sentence(sentence)
            .find(|&k| self.phrases.verbs[self.clauses.all[k].verb].run.start >= start);
        let contents = vec![self.noun_content_run(start, clause, scope)?];
        let mut found = self.blank(noun, Some(source), contents, sentence, "noun of speech with its owner");
        found.speaker = found.speaker.or_else(|| self.owner(n));
        found.cue = Some(Run::new(self.phrases.nouns[n].head, end.max(self.phrases.nouns[n].head + 1)));
        Some(found)
    }

    /// Owner, owner's words, end of the cue, next chunk.
    fn noun_source(&self, n: usize, i: usize) -> Option<(Option<usize>, Run, usize, usize)> {
        let noun = &self.phrases.nouns[n];
        let head_end = noun.head + 1;
        if let Some(p) = noun.possessor {
            return Some((Some(p), Run::new(self.start_of(p), self.phrases.nouns[p].run.end), head_end, i + 1));
        }
        if self.words.tag(noun.run.start) == Tag::PRPS {
            return Some((None, Run::new(noun.run.start, noun.run.start + 1), head_end, i + 1));
        }
        let Some(Chunk::Word(p)) = self.phrases.chunks.get(i + 1) else { return None };
        let from = self.is(*p, self.sets.by) || self.is(*p, self.sets.from);
        match self.phrases.chunks.get(i + 2) {
            Some(Chunk::Noun(m)) if from => Some((Some(*m), self.phrases.nouns[*m].run, head_end, i + 3)),
            _ => None,
        }
    }

    /// Where the content begins behind the noun: `that`, an infinitive, a colon with a quote.
    fn noun_content(&self, i: usize, scope: Run) -> Option<usize> {
        match self.phrases.chunks.get(i)? {
            Chunk::Word(t) if scope.contains(*t) && self.is(*t, self.sets.that) => Some(*t),
            Chunk::Word(t) if scope.contains(*t) && self.kind(*t) == TokenKind::Colon => {
                (t + 1 < scope.end && self.kind(t + 1) == TokenKind::Open).then_some(t + 1)
            }
            Chunk::Verb(v) if self.is(self.phrases.verbs[*v].main, self.sets.be) => {
                match self.phrases.chunks.get(i + 1)? {
                    Chunk::Word(t) if scope.contains(*t) && self.is(*t, self.sets.that) => Some(*t),
                    _ => None,
                }
            }
            Chunk::Verb(v)
                if self.phrases.verbs[*v].form == VerbForm::Infinitive
                    && scope.contains(self.phrases.verbs[*v].run.start) =>
            {
                Some(self.phrases.verbs[*v].run.start)
            }
            _ => None,
        }
    }

    /// From `start` to the end of the clause that begins there.
    fn noun_content_run(&self, start: usize, clause: Option<usize>, scope: Run) -> Option<Run> {
        if self.kind(start) == TokenKind::Open {
            return self.text.quote_at(start).map(|q| self.whole(q));
        }
        let own = clause?;
        let c = &self.clauses.all[own];
        let resumed = self.clauses.of_sentence(c.sentence).filter(|&k| k > own).find(|&k| self.resumes(k, start));
        let stop = resumed.map_or(scope.end, |k| self.phrases.verbs[self.clauses.all[k].verb].run.start);
        let end = self.trim(start, c.run.end.min(scope.end).min(stop).max(start));
        (end > start + 1).then(|| Run::new(start, end))
    }

    /// The verb of clause `k` goes on with a subject before the content (`his claim that A surprised nobody`).
    fn resumes(&self, k: usize, start: usize) -> bool {
        let c = &self.clauses.all[k];
        let verb = self.clauses.verb(self.phrases, k);
        let before = verb.run.start.checked_sub(1).map(|t| self.words.tag(t));
        let joined = before.is_some_and(|tag| matches!(tag, Tag::CC | Tag::WP | Tag::WDT | Tag::RB));
        let subject_before = c.inherited || c.subject.is_some_and(|n| self.phrases.nouns[n].run.end <= start);
        verb.form == VerbForm::Finite && subject_before && !joined || self.doubles(k)
    }

    /// A second finite verb right behind a first one: it cannot be of the same clause.
    fn doubles(&self, k: usize) -> bool {
        let verb = self.clauses.verb(self.phrases, k).run;
        let finite = |t: usize| self.words.tag(t).is_finite();
        verb.start > 0 && finite(verb.start) && finite(verb.start - 1)
    }

    /// Whose phrase `n` is that begins with `his`, `its`.
    pub(super) fn owner(&self, n: usize) -> Option<Referent> {
        let who = self.referents.owners.get(n)?.clone()?;
        Some(Referent { who, via: Via::Pronoun, anonymous: None, side: None, reason: "possessive pronoun" })
    }
}

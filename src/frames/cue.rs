//! Cues at the verb of a clause, and what they do to the clauses below.
//!
//! Owns the choice of one cue per verb. Never fills a slot.

use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::Stance;
use crate::lexicon::cue::{Act, Class, Cue, Flag};
use crate::lexicon::trie::{Entry, Seen};
use crate::text::{Run, TokenKind};

/// What a clause's verb does to the clauses below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Power {
    /// Nothing: what stands below is read for itself.
    None,
    /// It attributes what stands below.
    Says,
    /// It carries the stance of the chain.
    Stance(Stance),
    /// It refuses what stands below.
    Refuses,
    /// It undoes what stands below.
    Undoes,
    /// It doubts, predicts or supposes.
    Doubts,
    /// It denies.
    Denies,
    /// It asks whether.
    Asks,
}

/// A cue found in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'l> {
    pub(super) run: Run,
    pub(super) cue: &'l Cue,
}

impl<'a> Reader<'a> {
    /// The cues that begin at token `t`.
    pub(super) fn cues_at(&self, t: usize) -> impl Iterator<Item = Found<'a>> + '_ {
        let lexicon = self.lexicon;
        self.words
            .hits_at(t)
            .iter()
            .filter_map(move |h| match h.entry {
                Entry::Cue(n) => Some(Found { run: h.run, cue: &lexicon.cues[n as usize] }),
                _ => None,
            })
            .filter(|f| concerns(f.cue.act))
    }

    /// The cue of a clause's verb that fits its construction: the longest, then the more demanding one.
    pub(super) fn verb_cue(&self, clause: usize) -> Option<Found<'a>> {
        let verb = *self.clauses.verb(self.phrases, clause);
        let fitting = self.cues_at(verb.main).chain(self.parted_cues(clause)).filter(|f| {
            f.cue.class == Class::Verb
                && f.cue.act != Act::Say
                && f.run.end <= self.clauses.all[clause].run.end
                && self.fits(clause, f)
        });
        fitting.max_by_key(|f| (f.run.len(), rank(f.cue))).or_else(|| self.split_cue(clause))
    }

    /// `turned it down`, `ruled that out`: the particle behind a short object.
    fn split_cue(&self, clause: usize) -> Option<Found<'a>> {
        let main = self.clauses.verb(self.phrases, clause).main;
        let object = self.phrases.noun_at(main + 1).map(|n| self.owned(n))?;
        let particle = self.phrases.nouns[object].run.end;
        let near = particle < main + 6 && self.clauses.all[clause].run.contains(particle);
        if !near || !self.is(particle, self.sets.particle) {
            return None;
        }
        let lexicon = self.lexicon;
        let found =
            self.words.apart(self.text, lexicon, [main, particle]).into_iter().find_map(|entry| match entry {
                Entry::Cue(n) => Some(&lexicon.cues[n as usize]),
                _ => None,
            })?;
        let plain =
            found.class == Class::Verb && concerns(found.act) && found.act != Act::Say && found.act != Act::Light;
        let free = !found.flags.has(Flag::Infinitive) && !found.flags.has(Flag::That);
        (plain && free).then_some(Found { run: Run::new(main, main + 1), cue: found })
    }

    /// `turned the offer down`, `put troops on the table`: the cues of the verb with what stands behind its object.
    fn parted_cues(&self, clause: usize) -> Vec<Found<'a>> {
        let verb = self.clauses.verb(self.phrases, clause);
        let object =
            self.clauses.object(self.phrases, clause).filter(|&n| self.phrases.nouns[n].run.start == verb.run.end);
        let Some(object) = object.map(|n| self.phrases.nouns[n].run) else { return Vec::new() };
        let end = self.clauses.all[clause].run.end;
        let seen = |t: usize| {
            let word = self.words.at(t);
            let skipped = matches!(self.text.tokens[t].kind, TokenKind::Hyphen | TokenKind::Open | TokenKind::Close);
            Seen { form: word.form, lemma: word.lemma, case: self.text.tokens[t].case, skipped }
        };
        let (mut out, lexicon) = (Vec::new(), self.lexicon);
        let run = Run::new(verb.main, verb.main + 1);
        for from in object.end..end.min(object.end + 8) {
            let row: Vec<Seen> = std::iter::once(verb.main).chain(from..end.min(from + 4)).map(seen).collect();
            lexicon.trie.matches(&row, |length, entry| match entry {
                Entry::Cue(n) if length > 1 => out.push(Found { run, cue: &lexicon.cues[n as usize] }),
                _ => {}
            });
        }
        out.retain(|f| concerns(f.cue.act) && f.cue.flags.has(Flag::Parts));
        out
    }

    fn fits(&self, clause: usize, found: &Found) -> bool {
        let flags = found.cue.flags;
        let infinitive = flags.has(Flag::Infinitive) || flags.has(Flag::Until);
        if infinitive && !self.has_below(clause, ClauseKind::Infinitive, found.run.end) {
            return false;
        }
        if flags.has(Flag::That)
            && !self.has_below(clause, ClauseKind::That, found.run.end)
            && !self.quote_follows(found.run.end)
        {
            return false;
        }
        if flags.has(Flag::Negated) && !self.turned_down(clause, found) {
            return false;
        }
        if flags.has(Flag::Object) && self.clauses.object(self.phrases, clause).is_none() {
            return false;
        }
        if flags.has(Flag::Modal) && self.clauses.verb(self.phrases, clause).modal.is_none() {
            return false;
        }
        if self.term_of(clause, found).is_some_and(|t| t.is_none()) {
            return false;
        }
        if flags.has(Flag::For) && !self.for_follows(clause, found.run.end) {
            return false;
        }
        let needs = !found.cue.needs.is_empty() && self.filtered(found, self.complement_of(clause, found.run.end));
        found.cue.act != Act::Light && !needs
    }

    fn has_below(&self, clause: usize, kind: ClauseKind, from: usize) -> bool {
        self.children(clause).any(|c| self.clauses.all[c].kind == kind && self.clauses.all[c].run.end > from)
    }

    /// `tied A to B`, `conditioned A on B`: the preposition before B, where the cue asks for one.
    pub(super) fn term_of(&self, clause: usize, found: &Found) -> Option<Option<usize>> {
        let set = match found.cue.flags {
            flags if flags.has(Flag::To) => self.sets.to,
            flags if flags.has(Flag::On) => self.sets.on,
            flags if flags.has(Flag::Until) => self.sets.until,
            _ => return None,
        };
        let end = self.clauses.all[clause].run.end;
        Some((found.run.end + 1..end.min(found.run.end + 12)).find(|&t| self.is(t, set)))
    }

    /// An object and then `for`: `lobbied Trump for a seat`.
    fn for_follows(&self, clause: usize, from: usize) -> bool {
        let object = self.phrases.noun_at(from).map(|n| self.owned(n));
        let end = object.map(|n| self.phrases.nouns[n].run.end);
        end.is_some_and(|t| t < self.clauses.all[clause].run.end && self.is(t, self.sets.for_))
    }

    fn quote_follows(&self, t: usize) -> bool {
        (t..(t + 3).min(self.words.len())).any(|i| self.text.tokens[i].kind == TokenKind::Open)
    }

    /// The clauses right below one.
    pub(super) fn children(&self, clause: usize) -> impl Iterator<Item = usize> + '_ {
        let sentence = self.clauses.all[clause].sentence;
        self.clauses.of_sentence(sentence).filter(move |&c| self.clauses.all[c].parent == Some(clause))
    }

    /// What the verb of a clause does to what stands below.
    pub(super) fn power(&self, clause: usize) -> Power {
        if let Some(found) = self.verb_cue(clause) {
            return match found.cue.act {
                Act::Stance(stance) => Power::Stance(stance),
                Act::Refuse => Power::Refuses,
                Act::Undo => Power::Undoes,
                Act::Doubt => Power::Doubts,
                Act::Deny => Power::Denies,
                _ => Power::None,
            };
        }
        if let Some(found) = self.adjective_cue(clause) {
            return match found.cue.act {
                Act::Stance(stance) if !found.cue.flags.has(Flag::SubjectIsContent) => Power::Stance(stance),
                Act::Doubt => Power::Doubts,
                _ => Power::None,
            };
        }
        let verb = self.clauses.verb(self.phrases, clause);
        match self.cues_at(verb.main).find(|f| f.cue.act == Act::Say) {
            Some(found) if found.cue.flags.has(Flag::Asks) => Power::Asks,
            Some(_) => Power::Says,
            None => Power::None,
        }
    }

    /// The power that reaches a clause from above, through infinitives, gerunds and contents.
    pub(super) fn power_above(&self, clause: usize) -> (Power, Option<usize>) {
        let mut at = clause;
        for _ in 0..16 {
            let c = &self.clauses.all[at];
            let Some(parent) = c.parent else { return (Power::None, None) };
            match c.kind {
                ClauseKind::Infinitive | ClauseKind::Gerund | ClauseKind::That => {}
                _ => return (Power::None, None),
            }
            if c.kind == ClauseKind::Gerund && c.antecedent.is_some() && self.powers[parent] != Power::Doubts {
                return (Power::None, None);
            }
            if self.powers[parent] != Power::None {
                return (self.powers[parent], Some(parent));
            }
            at = parent;
        }
        (Power::None, None)
    }
}

/// The acts that bear on positions; plans and meetings have cues of their own.
fn concerns(act: Act) -> bool {
    matches!(act, Act::Stance(_) | Act::Say | Act::Light | Act::Undo | Act::Refuse | Act::Doubt | Act::Deny)
}

fn rank(cue: &Cue) -> u8 {
    let flags = [Flag::Infinitive, Flag::That, Flag::Addressee];
    let special = flags.iter().filter(|&&f| cue.flags.has(f)).count() as u8;
    let stance = u8::from(matches!(cue.act, Act::Stance(_)));
    special * 2 + stance
}

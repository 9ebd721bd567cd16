//! Cues of attribution in a verb group.
//!
//! Owns which lexicon entries fire at a verb and what they allow together. Never looks for source or content.

use super::Reader;
use crate::lexicon::cue::{Act, Class, Cue, Flag};
use crate::lexicon::trie::Entry;
use crate::text::Run;

/// A verb that attributes.
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbCue {
    /// Its words, auxiliaries included.
    pub run: Run,
    /// Number of the first entry that fired.
    pub entry: u16,
    /// Said, thought or shown.
    pub act: Act,
    /// `that` clauses, questions and infinitives can follow.
    pub clause: bool,
    /// Its object is what is said.
    pub object: bool,
    /// Its object is who is spoken to.
    pub addressee: bool,
    /// Its object and a predicate of that make what is said.
    pub predicate: bool,
    /// An infinitive can follow.
    pub infinitive: bool,
    /// What is said is a question.
    pub asks: bool,
    /// Its subject passes on the words of others.
    pub relays: bool,
    /// Its passive subject speaks.
    pub passive: bool,
}

impl Reader<'_> {
    /// The cue in the verb group of a clause.
    pub(super) fn verb_cue(&self, clause: usize) -> Option<VerbCue> {
        let verb = self.clauses.verb(self.phrases, clause);
        let hits = verb.run.iter().flat_map(|t| self.words.hits_at(t)).filter(|h| h.run.end > verb.main);
        let cues = hits.filter_map(|h| match h.entry {
            Entry::Cue(n) => Some((h.run, n, &self.lexicon.cues[n as usize])),
            _ => None,
        });
        let mut best: Option<VerbCue> = None;
        for (run, entry, cue) in cues.filter(|(_, _, cue)| attributes(cue) && cue.class == Class::Verb) {
            if cue.flags.has(Flag::Passive) && !verb.passive || cue.flags.has(Flag::Relays) && verb.passive {
                continue;
            }
            let new = of(Run::new(verb.run.start.min(run.start), run.end.max(verb.run.end)), entry, cue);
            best = Some(match best {
                Some(old) if old.run.end > new.run.end => old,
                Some(old) if old.run.end == new.run.end => merge(old, new),
                _ => new,
            });
        }
        best
    }
}

fn attributes(cue: &Cue) -> bool {
    matches!(cue.act, Act::Say | Act::Think | Act::Show)
}

fn of(run: Run, entry: u16, cue: &Cue) -> VerbCue {
    let has = |flag| cue.flags.has(flag);
    let narrow = has(Flag::Object) || has(Flag::Quote) || has(Flag::Infinitive) || has(Flag::Predicate);
    VerbCue {
        run,
        entry,
        act: cue.act,
        clause: !narrow,
        object: has(Flag::Object) && !has(Flag::Predicate),
        addressee: has(Flag::Addressee),
        predicate: has(Flag::Predicate),
        infinitive: has(Flag::Infinitive) || !narrow && !has(Flag::That),
        asks: has(Flag::Asks),
        relays: has(Flag::Relays),
        passive: has(Flag::Passive),
    }
}

/// What two entries of the same words allow together.
fn merge(a: VerbCue, b: VerbCue) -> VerbCue {
    let (a, b) = if rank(b.act) < rank(a.act) { (b, a) } else { (a, b) };
    VerbCue {
        clause: a.clause || b.clause,
        object: a.object || b.object && a.act == b.act,
        addressee: a.addressee || b.addressee,
        predicate: a.predicate || b.predicate,
        infinitive: a.infinitive || b.infinitive,
        asks: a.asks || b.asks,
        relays: a.relays || b.relays,
        passive: a.passive || b.passive,
        ..a
    }
}

fn rank(act: Act) -> u8 {
    match act {
        Act::Say => 0,
        Act::Think => 1,
        _ => 2,
    }
}

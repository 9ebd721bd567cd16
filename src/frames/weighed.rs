//! Weighed positions: what a clause holds by the weight of its words, where its grammar told nothing.
//!
//! Owns the last attempt: a clause with a clear matter, a party that speaks or acts in it, and words that lean one way. Never
//! touches a clause that another rule has read.

use super::cue::Power;
use super::read::{Draft, Reader};
use super::{Dropped, Holder};
use crate::clauses::ClauseKind;
use crate::finding::{Firmness, Stance};
use crate::lexicon::cue::{Act, Class, Cue, Flag};
use crate::lexicon::tag::Tag;
use crate::text::Run;

/// What a matter of substance must score in the clause itself.
const CLEAR: f32 = 3.0;
/// What a matter of procedure must.
const PROCEDURE: f32 = 6.0;

/// Readings dropped for these reasons lacked a slot; all others were ruled out by what the words mean.
const SLOTLESS: [&str; 5] = [
    "no issue in the complement",
    "no party as holder",
    "subject is no party",
    "passive without an agent",
    "no possessor, agent or light verb's subject",
];

impl Reader<'_> {
    /// The position a clause that nothing has read leans to.
    pub(super) fn weighed(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let free = matches!(self.powers[clause], Power::None | Power::Says | Power::Stance(_));
        let above = matches!(self.power_above(clause).0, Power::None | Power::Says);
        if !matches!(c.kind, ClauseKind::Main | ClauseKind::That) || !free || !above || self.touched(c.run) {
            return;
        }
        let run = Run::new(c.run.start, self.own_end(clause, self.clauses.verb(self.phrases, clause).run.end));
        let Some(stance) = self.leaning(clause, run).filter(|_| self.is_clear(run)) else { return };
        let holders = self.leaning_holders(clause);
        if holders.is_empty() {
            return;
        }
        let verb = *self.clauses.verb(self.phrases, clause);
        let condition = self.condition(clause, run);
        self.keep(Draft {
            holders,
            stance,
            addressee: None,
            firmness: Firmness::Open,
            modality: self.modality(clause, condition.is_some()),
            condition,
            cue: verb.run,
            rule: "weighed".to_owned(),
            contents: vec![self.without_condition(run, condition)],
            evidence: run,
            sentence: c.sentence,
            weak: true,
        });
    }

    /// A position is shown by these words, or a reading of them was dropped for what they mean.
    fn touched(&self, run: Run) -> bool {
        let sentence = self.text.sentence_of(run.start);
        let here = self.out.all.iter().rev().take_while(|f| f.sentence == sentence);
        let shown = here.into_iter().any(|f| f.evidence.start < run.end && run.start < f.evidence.end);
        let meant = |d: &&Dropped| run.contains(d.cue.start) && !SLOTLESS.contains(&d.reason);
        shown || self.out.dropped.iter().rev().take_while(|d| d.cue.start >= run.start).any(|d| meant(&d))
    }

    /// Inside a finite clause below this one.
    fn is_below(&self, clause: usize, t: usize) -> bool {
        let sentence = self.clauses.all[clause].sentence;
        self.clauses.of_sentence(sentence).any(|d| {
            let below = &self.clauses.all[d];
            d != clause && below.kind.is_finite() && below.run.contains(t) && below.parent == Some(clause)
        })
    }

    /// Who acts, where nobody else speaks; who speaks, where the subject is no party.
    fn leaning_holders(&self, clause: usize) -> Vec<Holder> {
        let main = self.clauses.verb(self.phrases, clause).main;
        let party = |h: &Holder| self.may_hold(h);
        let own: Vec<Holder> = self.subject_holders(clause).into_iter().filter(party).collect();
        let voices: Vec<Holder> = self.voice_holders(main).into_iter().filter(party).collect();
        let subject = self.clauses.all[clause].subject;
        let named = subject.and_then(|n| self.referents.of(n)).is_some_and(|r| !r.who.is_empty());
        match (own.is_empty(), voices.is_empty()) {
            (true, _) if !named => voices,
            (false, true) => own,
            (false, false) if self.own_voice(clause, &own) => own,
            _ => Vec::new(),
        }
    }

    /// The words are about something, and not by the way.
    fn is_clear(&self, run: Run) -> bool {
        let table = &self.lexicon.issues;
        let best = table.best(&self.score(run), CLEAR);
        best.first().is_some_and(|&(issue, score)| !table.yields(issue) || score >= PROCEDURE)
    }

    /// The stance that the words of a clause lean to: that of a cue wherever it stands, else of modal and negation.
    fn leaning(&self, clause: usize, run: Run) -> Option<Stance> {
        let verb = *self.clauses.verb(self.phrases, clause);
        let has = |set| run.iter().any(|t| self.is(t, set));
        let negated = verb.negated || self.subject_is(clause, self.sets.no);
        let unsure = !negated && (has(self.sets.no) || has(self.sets.negation));
        let must = has(self.sets.necessity);
        let future = verb.modal.is_some_and(|m| self.is(m, self.sets.future));
        let will = future || verb.modal.is_some_and(|m| self.is(m, self.sets.ability));
        let spoken = self.voice(verb.main).is_some();
        let cue = run.iter().filter(|&t| !self.is_below(clause, t)).find_map(|t| self.loose_cue(clause, t));
        let knows = self.is_knowing(clause) && !self.is(verb.main, self.sets.be);
        let idle = knows || self.is_state(verb.main) || self.subject_is(clause, self.sets.it);
        let there =
            self.clauses.all[clause].subject.is_some_and(|n| self.words.tag(self.phrases.nouns[n].head) == Tag::EX);
        let told = (verb.past || verb.perfect) && verb.modal.is_none();
        let acts = !self.subject_holders(clause).is_empty();
        if unsure && cue != Some(Stance::Demand) || verb.passive && cue.is_some() {
            return None;
        }
        match (cue, negated) {
            (Some(Stance::Accept | Stance::Offer), true) => Some(Stance::Reject).filter(|_| !there),
            (Some(_), true) => None,
            (Some(Stance::Accept | Stance::Offer), false) if !acts => None,
            (Some(stance), false) => Some(stance),
            (None, true) => Some(Stance::Reject).filter(|_| spoken && !told && !idle && !there && verb.modal.is_some()),
            (None, false) if must => Some(Stance::Demand),
            (None, false) => Some(Stance::Offer).filter(|_| spoken && will && acts && !idle),
        }
    }

    /// The stance of a cue at `t` that stands there as the word it is, and asks for no construction that is not there.
    fn loose_cue(&self, clause: usize, t: usize) -> Option<Stance> {
        let (main, tag) = (self.clauses.verb(self.phrases, clause).main, self.words.tag(t));
        let asks = [Flag::Negated, Flag::Modal, Flag::Object, Flag::Parts];
        let stands = |cue: &Cue| match cue.class {
            Class::Verb => tag.is_verb() && t != main && !asks.iter().any(|&f| cue.flags.has(f)),
            Class::Noun => false,
            _ => true,
        };
        let own = self.verb_cue(clause).filter(|_| t == main).map(|f| f.cue.act);
        let here = self.cues_at(t).filter(|f| f.cue.needs.is_empty() && stands(f.cue)).map(|f| f.cue.act);
        own.into_iter().chain(here).find_map(|act| match act {
            Act::Stance(stance) => Some(stance),
            _ => None,
        })
    }
}

//! Frames of nouns: Moscow's demand for, Russian insistence that, a call by, repeated his plea for.
//!
//! Owns where the holder and the content of a noun cue stand.

use super::Holder;
use super::cue::{Found, Power};
use super::read::{Draft, Reader};
use crate::finding::{Modality, Stance};
use crate::lexicon::cue::{Act, Class, Flag};
use crate::lexicon::trie::Entry;
use crate::text::Run;

impl Reader<'_> {
    pub(super) fn noun_frames(&mut self, sentence: usize) {
        let row = self.phrases.rows[sentence];
        for i in row.iter() {
            if let crate::phrases::Chunk::Noun(n) = self.phrases.chunks[i] {
                self.noun_frame(n, sentence);
            }
        }
    }

    pub(super) fn noun_cue(&self, n: usize) -> Option<Found<'_>> {
        let noun = &self.phrases.nouns[n];
        noun.run.iter().find_map(|t| {
            let fitting = self.cues_at(t).filter(|f| f.cue.class == Class::Noun && f.run.end == noun.head + 1);
            fitting.max_by_key(|f| f.run.len())
        })
    }

    fn noun_frame(&mut self, n: usize, sentence: usize) {
        let Some(found) = self.noun_cue(n).map(|f| (f.run, f.cue.clone())) else { return };
        let (run, cue) = found;
        let Act::Stance(stance) = cue.act else { return };
        let clause = self.clauses.at(sentence, run.start);
        let mut holders = self.noun_holders(n, clause);
        if holders.is_empty() && !cue.flags.has(Flag::Gives) {
            holders = clause.map(|c| self.predicate_voice(c, n)).unwrap_or_default();
        }
        if holders.is_empty() {
            return self.drop_reading(run, &cue.id, "no possessor, agent or light verb's subject");
        }
        if clause.is_some_and(|c| self.undone(c, n)) || self.is(self.phrases.nouns[n].run.start, self.sets.no) {
            return self.drop_reading(run, &cue.id, "undone by its verb");
        }
        let Some(content) = self.noun_content(n, clause, sentence) else {
            return self.drop_reading(run, &cue.id, "no content");
        };
        let condition = clause.and_then(|c| self.condition(c, content));
        let content = self.without_condition(content, condition);
        let modality = clause.map_or(Modality::Asserted, |c| self.modality(c, false));
        let filtered = self.filtered(&Found { run, cue: &cue }, content);
        if filtered {
            return self.drop_reading(run, &cue.id, "its content makes it no stance");
        }
        self.keep(Draft {
            holders,
            stance: self.noun_stance(stance, clause, &cue, content),
            addressee: None,
            condition: None,
            firmness: self.firmness(cue.firmness, content),
            modality,
            cue: run,
            rule: cue.id.clone(),
            contents: vec![content],
            evidence: Run::new(self.noun_start(n).min(content.start), content.end.max(run.end)),
            sentence,
            weak: true,
        });
    }

    /// A negated light verb turns an offer or acceptance round (`gave no consent` is none; `showed no readiness` rejects).
    fn noun_stance(
        &self,
        stance: Stance,
        clause: Option<usize>,
        cue: &crate::lexicon::cue::Cue,
        content: Run,
    ) -> Stance {
        let that = content.iter().take(1).any(|t| self.is(t, self.sets.that));
        if stance == Stance::Offer && cue.flags.has(Flag::Gives) && that {
            return Stance::Demand;
        }
        let negated = clause.is_some_and(|c| self.clauses.verb(self.phrases, c).negated);
        match (stance, negated) {
            (Stance::Offer | Stance::Accept, true) => Stance::Reject,
            (stance, _) => stance,
        }
    }

    fn noun_start(&self, n: usize) -> usize {
        let noun = &self.phrases.nouns[n];
        noun.possessor.map_or(noun.run.start, |p| self.phrases.nouns[p].run.start)
    }

    /// Possessor, then the phrase's own adjective, then `of`, `by` or `from`, then the subject of a light verb.
    pub(super) fn noun_holders(&self, n: usize, clause: Option<usize>) -> Vec<Holder> {
        let noun = &self.phrases.nouns[n];
        if let Some(owner) = noun.possessor {
            return self.holders(owner);
        }
        let owners = self.owner_holders(n);
        if !owners.is_empty() {
            return owners;
        }
        let before = Run::new(noun.run.start, noun.head);
        if let Some(holder) = self.adjective_holder(before) {
            return vec![holder];
        }
        let agent = self.agent_of(n);
        if !agent.is_empty() {
            return agent;
        }
        let light = clause.filter(|&c| self.is_light(c) && self.clauses.object(self.phrases, c) == Some(n));
        let negated = light.is_some_and(|c| self.clauses.verb(self.phrases, c).negated);
        light.filter(|_| !negated).map(|c| self.subject_holders(c)).unwrap_or_default()
    }

    /// `the demand of Moscow`, `calls from Paris`, `a threat by Trump`: right behind the noun.
    fn agent_of(&self, n: usize) -> Vec<Holder> {
        let noun = &self.phrases.nouns[n];
        let t = noun.run.end;
        let linked = t < self.words.len()
            && (self.is(t, self.sets.of) || self.is(t, self.sets.by) || self.is(t, self.sets.from));
        let next = self.phrases.noun_at(t + 1).filter(|_| linked);
        next.filter(|&m| self.phrases.nouns[m].prep == Some(t)).map(|m| self.holders(self.owned(m))).unwrap_or_default()
    }

    fn is_light(&self, clause: usize) -> bool {
        let main = self.clauses.verb(self.phrases, clause).main;
        self.words.hits_at(main).iter().any(|h| {
            matches!(h.entry, Entry::Cue(c) if self.lexicon.cues[c as usize].act == Act::Light && h.run.start == main)
        })
    }

    /// The noun is the object of a verb that undoes it, or lies below one.
    fn undone(&self, clause: usize, n: usize) -> bool {
        let own = self.powers[clause] == Power::Undoes
            && self
                .clauses
                .object(self.phrases, clause)
                .is_some_and(|o| o == n || self.phrases.nouns[n].possessor == Some(o));
        let negated = self.clauses.verb(self.phrases, clause).negated;
        let start = self.clauses.verb(self.phrases, clause).run.start;
        let yet = start > 0 && self.is(start - 1, self.sets.yet);
        let above = self.power_above(clause).0;
        let refused = matches!(above, Power::Refuses | Power::Stance(Stance::Reject)) || negated || yet;
        own && !refused
    }

    /// `X remains Moscow's condition`: X is the content.
    fn predicated(&self, clause: usize, n: usize) -> Option<Run> {
        let verb = self.clauses.verb(self.phrases, clause);
        let noun = &self.phrases.nouns[n];
        let behind = self.is(verb.main, self.sets.copula) && noun.prep.is_none() && noun.head >= verb.run.end;
        let run = Run::new(self.clauses.all[clause].run.start, verb.run.start);
        let full = run.iter().any(|t| self.words.tag(t).is_noun());
        (behind && full).then_some(run)
    }

    /// `X is a mandatory condition`, `a necessary condition is X`, `the main thing for Moscow is X`: who is named behind
    /// `for`, else the voice.
    fn predicate_voice(&self, clause: usize, n: usize) -> Vec<Holder> {
        let verb = self.clauses.verb(self.phrases, clause);
        let subject = self.equated(clause, n).is_some();
        let head = self.phrases.nouns[n].head;
        if !subject && self.predicated(clause, n).is_none() || verb.negated || verb.past {
            return Vec::new();
        }
        let behind = Run::new(head + 1, self.clauses.all[clause].run.end.max(head + 1));
        let near = |m: &usize| self.phrases.nouns[*m].prep == Some(head + 1);
        let named = self.behind(behind, self.sets.for_).or_else(|| self.behind(behind, self.sets.to)).filter(near);
        let named = named.map(|m| self.holders(m)).unwrap_or_default();
        if named.is_empty() { self.voice_holders(verb.main) } else { named }
    }

    /// `The condition (for peace) is X`: what stands behind the copula whose subject the noun is.
    fn equated(&self, clause: usize, n: usize) -> Option<Run> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let adjacent = verb.run.start == self.phrases.nouns[n].run.end;
        if !adjacent && !self.noun_cue(n).is_some_and(|f| f.cue.flags.has(Flag::Predicate)) {
            return None;
        }
        let subject = c.subject == Some(n) && !c.inherited && self.phrases.nouns[n].head < verb.run.start;
        let linked = self.is(verb.main, self.sets.copula) && !verb.passive;
        let run = Run::new(verb.run.end, self.own_end(clause, verb.run.end).max(verb.run.end));
        (subject && linked && !run.is_empty()).then_some(run)
    }

    /// What follows the noun up to the end of its clause; an agent right behind it left out.
    fn noun_content(&self, n: usize, clause: Option<usize>, sentence: usize) -> Option<Run> {
        let noun = &self.phrases.nouns[n];
        if let Some(subject) = clause.and_then(|c| self.predicated(c, n)) {
            return Some(subject);
        }
        if let Some(equal) = clause.and_then(|c| self.equated(c, n)) {
            return Some(equal);
        }
        let end = clause.map_or(self.text.sentences[sentence].run.end, |c| self.clauses.all[c].run.end);
        let run = Run::new(noun.run.end, end.max(noun.run.end));
        (!run.is_empty()).then_some(run)
    }
}

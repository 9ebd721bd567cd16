//! Frames of predicates: ready to, open to, unacceptable to, a red line for; and judgements (`called it absurd`).
//!
//! Owns where the holder of a predicate stands.

use super::cue::{Found, Power};
use super::read::{Draft, Reader};
use super::{Dependence, Holder};
use crate::clauses::ClauseKind;
use crate::finding::Stance;
use crate::lexicon::cue::{Act, Class, Cue, Flag};
use crate::lexicon::tag::Tag;
use crate::text::{Run, TokenKind};

impl<'a> Reader<'a> {
    /// The predicate cue of a clause: right behind a copula, or the participle of a group (`is prepared to`).
    pub(super) fn adjective_cue(&self, clause: usize) -> Option<Found<'a>> {
        let verb = *self.clauses.verb(self.phrases, clause);
        let adjective = |f: &Found| f.cue.class == Class::Adjective;
        if let Some(found) =
            self.cues_at(verb.main).filter(adjective).max_by_key(|f| f.run.len()).filter(|_| verb.passive)
        {
            return Some(found);
        }
        if !self.is(verb.main, self.sets.copula) {
            return None;
        }
        let end = self.clauses.all[clause].run.end.min(verb.run.end + 5);
        (verb.run.end..end)
            .take_while(|&t| !matches!(self.words.tag(t), Tag::IN | Tag::TO | Tag::CC) || self.starts_cue(t))
            .find_map(|t| self.cues_at(t).filter(adjective).max_by_key(|f| f.run.len()))
    }

    fn starts_cue(&self, t: usize) -> bool {
        self.cues_at(t).any(|f| f.cue.class == Class::Adjective)
    }

    pub(super) fn adjective_frame(&mut self, clause: usize, found: Found) {
        let Act::Stance(stance) = found.cue.act else { return };
        if matches!(self.power_above(clause).0, Power::Stance(_) | Power::Undoes) {
            return;
        }
        let verb = *self.clauses.verb(self.phrases, clause);
        let negated = verb.negated
            || (verb.run.end..found.run.start).any(|t| self.is(t, self.sets.negation) || self.is(t, self.sets.no));
        let Some(stance) = self.polarity(clause, stance, found, negated, verb.ceased) else { return };
        if found.cue.flags.has(Flag::SubjectIsContent) {
            return self.subject_frame(clause, found, stance);
        }
        let holders = self.subject_holders(clause);
        let complement = self.complement_of(clause, found.run.end);
        let condition = self.condition(clause, complement);
        let stance = self.taking(clause, stance);
        if stance == Stance::Offer && self.is_war_cry(complement, condition) {
            let mut draft = self.threat_draft(clause, &found.cue.id, complement);
            draft.holders = holders;
            return self.keep_threat(draft);
        }
        let alone = complement.iter().all(|t| self.words.tag(t) == Tag::RB || self.words.tag(t) == Tag::Punct);
        let taken_up = alone && found.cue.flags.has(Flag::Anaphoric);
        let relative = self.clauses.all[clause].antecedent.map(|n| self.phrases.nouns[n].run);
        let rest = self.without_condition(complement, condition);
        let contents = relative.into_iter().chain([rest]).collect();
        self.keep(Draft {
            holders,
            stance,
            addressee: None,
            firmness: self.firmness(found.cue.firmness, self.clauses.all[clause].run),
            modality: self.modality(clause, condition.is_some()),
            condition,
            cue: Run::new(verb.run.start, found.run.end),
            rule: found.cue.id.clone(),
            contents,
            evidence: self.evidence(clause),
            sentence: self.clauses.all[clause].sentence,
            weak: !taken_up,
        });
    }

    /// `If Europe wants war, we are ready`, `ready for war`: readiness for a fight is a threat.
    fn is_war_cry(&self, complement: Run, condition: Option<Dependence>) -> bool {
        let fight = |run: Run| self.run_has(run, self.sets.war);
        let words = complement.iter().filter(|&t| self.text.tokens[t].kind == TokenKind::Word).count();
        let bare = words < 4 && complement.iter().all(|t| !self.words.tag(t).is_verb());
        let link = |t: usize| self.is(t, self.sets.for_) || self.is(t, self.sets.to) || self.words.tag(t) == Tag::DT;
        let for_war =
            complement.iter().find(|&t| !link(t)).filter(|&t| t > complement.start && t < complement.start + 3);
        bare && condition.is_some_and(|c| fight(c.run)) || for_war.is_some_and(|t| self.is(t, self.sets.war))
    }

    /// `ready to accept` accepts, `ready to reject` rejects: the verb below has the say.
    fn taking(&self, clause: usize, stance: Stance) -> Stance {
        let below = self.children(clause).filter(|&c| self.clauses.all[c].kind == ClauseKind::Infinitive);
        let act = below.filter_map(|c| self.verb_cue(c)).map(|f| f.cue.act).next();
        match (stance, act) {
            (Stance::Offer, Some(Act::Stance(Stance::Accept))) => Stance::Accept,
            (Stance::Offer, Some(Act::Stance(Stance::Reject))) => Stance::Reject,
            (Stance::Offer, Some(Act::Stance(Stance::Threaten))) => Stance::Threaten,
            (stance, _) => stance,
        }
    }

    /// `X is unacceptable (to Y)`: Y holds it, else the voice; X is the content.
    fn subject_frame(&mut self, clause: usize, found: Found, stance: Stance) {
        let c = self.clauses.all[clause];
        let rest = Run::new(found.run.end.min(c.run.end), c.run.end);
        let mut named = self.predicate_holders(rest);
        if named.is_empty() {
            named = self.fronted_party(clause);
        }
        let holders = if named.is_empty() { self.voice_holders(found.run.start) } else { named };
        if holders.is_empty() {
            return self.drop_reading(found.run, &found.cue.id, "nobody for whom, nobody speaks");
        }
        let verb = self.clauses.verb(self.phrases, clause).run.start;
        let empty = c.subject.filter(|&n| self.is(self.phrases.nouns[n].head, self.sets.it));
        let before = Run::new(empty.map_or(c.run.start, |n| self.phrases.nouns[n].run.start.min(verb)), verb);
        let subject = c.subject.map(|n| self.phrases.nouns[n].run).filter(|r| r.start < before.start);
        let condition = self.condition(clause, rest);
        let mut contents = vec![before, self.without_condition(rest, condition)];
        contents.extend(subject);
        contents.extend(self.gerund_subject(clause));
        self.keep(Draft {
            holders,
            stance,
            addressee: None,
            firmness: self.firmness(found.cue.firmness, c.run),
            modality: self.modality(clause, condition.is_some()),
            condition,
            cue: found.run,
            rule: found.cue.id.clone(),
            contents,
            evidence: Run::new(subject.map_or(c.run.start, |r| r.start.min(c.run.start)), c.run.end),
            sentence: c.sentence,
            weak: false,
        });
    }

    /// `Surrendering the town is a red line`: the fronted gerund or infinitive is the content.
    fn gerund_subject(&self, clause: usize) -> Option<Run> {
        let fronted = self.children(clause).find(|&d| {
            let child = &self.clauses.all[d];
            d < clause && matches!(child.kind, ClauseKind::Gerund | ClauseKind::Infinitive)
        })?;
        Some(self.clauses.all[fronted].run)
    }

    /// The party behind `for` or `to`.
    fn predicate_holders(&self, rest: Run) -> Vec<Holder> {
        let noun = self.behind(rest, self.sets.for_).or_else(|| self.behind(rest, self.sets.to));
        noun.map(|n| self.holders(n)).unwrap_or_default()
    }

    /// `called the draft unacceptable`, `described the terms as absurd`.
    pub(super) fn judgement(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        if !self.is(verb.main, self.sets.deem) || verb.negated || self.blocked(clause) {
            return;
        }
        let complement = self.clauses.complement(self.phrases, clause);
        let found = complement.iter().find_map(|t| {
            let adjectives = self.cues_at(t).filter(|f| is_verdict(f.cue));
            adjectives.max_by_key(|f| f.run.len())
        });
        let Some(found) = found else { return };
        let Act::Stance(stance) = found.cue.act else { return };
        let mut holders = if verb.passive { self.agents(clause) } else { self.subject_holders(clause) };
        if verb.passive && holders.is_empty() {
            holders = self.voice_holders(verb.main);
        }
        let mut contents = vec![complement];
        if verb.passive {
            contents.extend(c.subject.map(|n| Run::new(self.phrases.nouns[n].run.start, verb.run.start)));
        }
        self.keep(Draft {
            holders,
            stance,
            addressee: None,
            condition: None,
            firmness: self.firmness(found.cue.firmness, c.run),
            modality: self.modality(clause, false),
            cue: found.run,
            rule: found.cue.id.clone(),
            contents,
            evidence: c.run,
            sentence: c.sentence,
            weak: false,
        });
    }
}

/// A predicate that says something of its subject, and not only where it is denied.
fn is_verdict(cue: &Cue) -> bool {
    cue.class == Class::Adjective && cue.flags.has(Flag::SubjectIsContent) && !cue.flags.has(Flag::Negated)
}

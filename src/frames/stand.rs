//! Stands: what a party's own words hold without any verb of demanding or refusing.
//!
//! Owns the forms of a stand: nobody does it (`you don't gift land`), nothing allows it, it is not going to happen, whose
//! matter it is (`for Kyiv to decide`). Never reads the reporter's own words, nor a clause that a cue has read.

use super::Holder;
use super::cue::Power;
use super::read::{Draft, Reader};
use crate::clauses::ClauseKind;
use crate::finding::{Modality, Stance};
use crate::lexicon::SetId;
use crate::lexicon::tag::Tag;
use crate::text::Run;

impl Reader<'_> {
    /// The stand a clause makes by its form.
    pub(super) fn stands(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let plain = matches!(self.powers[clause], Power::None | Power::Says);
        if !plain || !c.kind.is_finite() || c.kind == ClauseKind::Condition || self.blocked(clause) {
            return;
        }
        let reading = self
            .permission(clause)
            .or_else(|| self.prohibition(clause))
            .or_else(|| self.intention(clause))
            .or_else(|| self.generic(clause))
            .or_else(|| self.preference(clause))
            .or_else(|| self.matter(clause))
            .or_else(|| self.merely(clause));
        let Some(draft) = reading else { return };
        if draft.holders.is_empty() {
            return self.drop_reading(draft.cue, &draft.rule, "nobody speaks");
        }
        self.keep(draft);
    }

    /// `nothing in the law allows him to give land away`, `does not permit`: what is not allowed is refused.
    fn permission(&self, clause: usize) -> Option<Draft> {
        let verb = *self.clauses.verb(self.phrases, clause);
        let none = verb.negated || self.subject_is(clause, self.sets.no) || self.nothing_that(clause);
        let allows = self.lexicon.in_set(self.words.at(verb.main).lemma, self.sets.permission);
        (allows && none && !verb.passive).then(|| {
            let voices = self.voice_holders(verb.main);
            let own = self.subject_holders(clause);
            let holders = if own.is_empty() { voices } else { own };
            self.stand(
                clause,
                Stance::Reject,
                "not-allowed",
                Run::new(verb.main + 1, self.own_end(clause, verb.run.end)),
                holders,
            )
        })
    }

    /// `the money is not to be touched`: what is not to be is refused.
    fn prohibition(&self, clause: usize) -> Option<Draft> {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let below = self.children(clause).find(|&d| {
            let child = self.clauses.verb(self.phrases, d);
            self.clauses.all[d].kind == ClauseKind::Infinitive
                && child.run.start == verb.run.end
                && (child.passive || self.is(child.main, self.sets.be))
        })?;
        let not = self.is(verb.main, self.sets.be) && (verb.negated || self.clauses.verb(self.phrases, below).negated);
        not.then(|| self.stand(clause, Stance::Reject, "not-to-be", c.run, self.voice_holders(verb.main)))
    }

    /// `is not going to V`, `does not plan to V` refuses; `is going to V`, in one's own words, offers.
    fn intention(&self, clause: usize) -> Option<Draft> {
        let verb = *self.clauses.verb(self.phrases, clause);
        let intends = self.lexicon.in_set(self.words.at(verb.main).lemma, self.sets.intention) && !verb.passive;
        let below = self.children(clause).find(|&d| {
            let child = &self.clauses.all[d];
            child.kind == ClauseKind::Infinitive && self.clauses.verb(self.phrases, d).run.start == verb.run.end
        })?;
        let nobody = self.subject_is(clause, self.sets.no);
        let done = self.is_knowing(below)
            || matches!(self.powers[below], Power::Stance(Stance::Reject) | Power::Undoes | Power::Refuses);
        if !intends || done {
            return None;
        }
        let own = self.subject_holders(clause);
        let voices = self.voice_holders(verb.main);
        let same = own.is_empty() || voices.is_empty() || self.own_voice(clause, &own);
        let negated = verb.negated || nobody;
        let holders = if own.is_empty() && negated { voices } else { own };
        let main = self.clauses.verb(self.phrases, below).main;
        let stance = if negated { Stance::Reject } else { Stance::Offer };
        let content = Run::new(main, self.own_end(clause, main + 1));
        (same && negated).then(|| self.stand(clause, stance, "not-going-to", content, holders))
    }

    /// `you don't reward an invader`, `we do not trade in land`, `nobody gives away a city`: what is not done is refused.
    fn generic(&self, clause: usize) -> Option<Draft> {
        let verb = *self.clauses.verb(self.phrases, clause);
        let nobody = self.subject_is(clause, self.sets.no);
        let anybody = self.subject_is(clause, self.sets.second) || self.subject_is(clause, self.sets.anybody);
        let we = self.subject_is(clause, self.sets.first_plural) || self.subject_is(clause, self.sets.first_singular);
        let present = !verb.past && !verb.perfect && !verb.passive && self.words.tag(verb.main) != Tag::VBG;
        let modal = verb.modal.is_some_and(|m| !self.is(m, self.sets.ability) && !self.is(m, self.sets.future));
        let negative = verb.negated && (we || anybody) || nobody && !verb.negated;
        let idle = self.is_knowing(clause) || self.is_state(verb.main);
        if !negative || !present || modal || idle {
            return None;
        }
        let content = Run::new(verb.main, self.own_end(clause, verb.run.end));
        Some(self.stand(clause, Stance::Reject, "not-done", content, self.voice_holders(verb.main)))
    }

    /// `would rather have 50`, `would rather see it done`.
    fn preference(&self, clause: usize) -> Option<Draft> {
        let verb = *self.clauses.verb(self.phrases, clause);
        let would = verb.modal.filter(|&m| self.is(m, self.sets.would) && !verb.negated)?;
        let rather = (would..verb.main).find(|&t| self.is(t, self.sets.rather))?;
        let content = Run::new(verb.main, self.own_end(clause, verb.run.end));
        let cue = Run::new(would, rather + 1);
        let draft = self.stand(clause, Stance::Demand, "rather", content, self.subject_holders(clause));
        Some(Draft { cue, modality: Modality::Asserted, ..draft })
    }

    /// `finds nothing in the law that would allow it`: the relative clause of a negated thing.
    fn nothing_that(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        let that = c.kind == ClauseKind::Relative || self.subject_is(clause, self.sets.demonstrative);
        let start = self.text.sentences[c.sentence].run.start;
        let above = (start..c.run.start).filter_map(|t| self.phrases.noun_at(t));
        that && above
            .into_iter()
            .any(|n| self.phrases.nouns[n].prep.is_none() && self.is(self.phrases.nouns[n].run.start, self.sets.no))
    }

    /// `a pause would merely let them rearm`: what is good for nothing but that is refused.
    fn merely(&self, clause: usize) -> Option<Draft> {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let modal = verb.modal.filter(|&m| self.is(m, self.sets.future) && !verb.negated)?;
        let mere = (modal..verb.main).any(|t| self.is(t, self.sets.merely));
        let outcome = self.lexicon.in_set(self.words.at(verb.main).lemma, self.sets.outcome);
        let subject = c.subject.filter(|&n| !self.phrases.nouns[n].pronoun && self.holders(n).is_empty())?;
        let content = Run::new(self.phrases.nouns[subject].run.start.min(verb.run.start), verb.run.start);
        (mere && outcome)
            .then(|| self.stand(clause, Stance::Reject, "good-for-nothing", content, self.voice_holders(verb.main)))
    }

    /// `our future is for us to decide`, `the map is up to the Ukrainians`: the voice demands that they have the say.
    fn matter(&self, clause: usize) -> Option<Draft> {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        if !self.is(verb.main, self.sets.be) || verb.negated || verb.past && self.voice(verb.main).is_none() {
            return None;
        }
        let below = self.children(clause).find(|&d| {
            self.clauses.all[d].kind == ClauseKind::Infinitive
                && self.lexicon.in_set(self.lemma_of(d), self.sets.deciding)
        })?;
        let start = self.clauses.verb(self.phrases, below).run.start;
        let noun = self.phrases.noun_at(start.checked_sub(1)?)?;
        let prep = self.phrases.nouns[noun].prep.filter(|&p| p <= verb.run.end + 2)?;
        let turn = self.is(prep, self.sets.for_) || self.is(prep, self.sets.to);
        turn.then(|| self.stand(clause, Stance::Demand, "matter-for", c.run, self.voice_holders(verb.main)))
    }

    fn lemma_of(&self, clause: usize) -> u32 {
        self.words.at(self.clauses.verb(self.phrases, clause).main).lemma
    }

    /// The subject's first word belongs to `set`.
    pub(super) fn subject_is(&self, clause: usize, set: SetId) -> bool {
        self.clauses.all[clause].subject.is_some_and(|n| self.is(self.phrases.nouns[n].run.start, set))
    }

    /// The verb tells of a state of things, which nobody refuses by denying it.
    pub(super) fn is_state(&self, t: usize) -> bool {
        self.lexicon.in_set(self.words.at(t).lemma, self.sets.state_verb)
    }

    fn stand(&self, clause: usize, stance: Stance, rule: &str, content: Run, holders: Vec<Holder>) -> Draft {
        let cue = self.clauses.verb(self.phrases, clause).run;
        let condition = self.condition(clause, content);
        let draft = self.voice_draft(clause, stance, rule, cue);
        Draft {
            addressee: None,
            contents: vec![self.without_condition(content, condition)],
            condition,
            modality: self.modality(clause, condition.is_some()),
            holders,
            ..draft
        }
    }
}

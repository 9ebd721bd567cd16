//! Places in a plan: `the ban was dropped from the draft`, `an amnesty is no longer in the text`, `among its points is`.
//!
//! Owns verbs that tell what stands in a plan or went out of it. Never reads verbs whose subject is the plan.

use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::ProvisionStatus;
use crate::lexicon::cue::Act;
use crate::lexicon::tag::Tag;
use crate::phrases::Verb;
use crate::referent::plan::PlanMention;
use crate::text::Run;

impl Reader<'_> {
    /// What a clause says to stand in a plan, or to be gone from it.
    pub(super) fn placed(&mut self, clause: usize) -> bool {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let open = verb.modal.is_some_and(|m| !self.is(m, self.sets.would)) || c.kind == ClauseKind::Infinitive;
        let Some((mention, prep)) = self.place(clause).filter(|_| !open && !self.is_wanted(clause)) else {
            return false;
        };
        let Some(status) = self.fate(&verb, prep) else { return false };
        let Some(content) = self.placed_content(clause, &verb, prep) else { return false };
        let evidence = Run::new(content.start.min(verb.run.start), mention.run.end);
        self.issue_of(content).is_some() && self.keep(mention.plan, status, &[content], evidence, "plan-place")
    }

    /// The plan that a verb puts something into or takes it out of, and the preposition.
    fn place(&self, clause: usize) -> Option<(PlanMention, usize)> {
        let verb = self.clauses.verb(self.phrases, clause);
        let behind = Run::new(verb.run.end, self.clauses.all[clause].run.end.max(verb.run.end));
        let found = self.plans.within(behind).iter().find_map(|m| Some((*m, self.governor(m)?)));
        found.filter(|&(_, prep)| behind.contains(prep))
    }

    /// What becomes of it: in the plan it stands, from the plan it is gone.
    fn fate(&self, verb: &Verb, prep: usize) -> Option<ProvisionStatus> {
        let gone = self.cues(verb.main).any(|c| c.act == Act::Strip) || self.is(verb.run.end, self.sets.gone);
        let lemma = self.words.at(verb.main).lemma;
        let stands = self.lexicon.in_set(lemma, self.sets.stands) || self.is(verb.main, self.sets.be);
        let lost = verb.negated || verb.ceased;
        match (gone && self.is(prep, self.sets.from), stands && self.is(prep, self.sets.into)) {
            (true, _) if lost => Some(ProvisionStatus::Provides),
            (true, _) => Some(ProvisionStatus::Drops),
            (_, true) if lost => Some(ProvisionStatus::Drops),
            (_, true) => Some(ProvisionStatus::Provides),
            _ => None,
        }
    }

    /// The thing: the subject of a passive or of a verb without object, the object of others.
    fn placed_content(&self, clause: usize, verb: &Verb, prep: usize) -> Option<Run> {
        let c = &self.clauses.all[clause];
        let near = self.phrases.noun_at(prep - 1).filter(|_| prep > verb.run.end);
        let object = near.filter(|&n| self.phrases.nouns[n].run.start >= verb.run.end && !verb.passive);
        if object.is_some() && !self.is(verb.main, self.sets.be) {
            return Some(Run::new(verb.run.end, prep));
        }
        let subject = c.subject.or(c.antecedent).filter(|&n| !self.is_party(n, true))?;
        let noun = self.phrases.nouns[subject];
        let end = self.attached(&noun).min(verb.run.start).max(noun.run.end);
        Some(Run::new(noun.run.start, end))
    }

    /// `Among the points of the plan are a ban and a cap`.
    pub(super) fn among(&mut self, sentence: usize) {
        let run = self.text.sentences[sentence].run;
        let Some(be) = run.iter().take(16).find(|&t| self.is(t, self.sets.be)) else { return };
        let before = Run::new(run.start, be);
        let opens = self.words.tag(run.start) == Tag::IN && self.is(run.start, self.sets.among);
        let part = before.iter().any(|t| self.is(t, self.sets.part) || self.is(t, self.sets.contents));
        let its = || self.telling.or(self.prominent).filter(|_| before.iter().any(|t| self.is(t, self.sets.it)));
        let plan = self.plans.within(before).first().map(|m| m.plan).or_else(its);
        if let Some(plan) = plan.filter(|_| opens && part) {
            self.keep(plan, ProvisionStatus::Provides, &[Run::new(be + 1, run.end)], run, "plan-place");
            self.taken = run;
        }
    }
}

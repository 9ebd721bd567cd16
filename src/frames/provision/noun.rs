//! Provisions in noun phrases: `the plan's ban on weapons`, `the amnesty in the draft`, `against 600,000 in the first`.
//!
//! Owns phrases that a plan possesses or holds. Never reads verbs.

use super::read::Reader;
use crate::finding::{ProvisionStatus, Stance};
use crate::lexicon::cue::Act;
use crate::lexicon::tag::Tag;
use crate::phrases::{Chunk, Noun};
use crate::referent::plan::PlanMention;
use crate::text::Run;

impl Reader<'_> {
    /// What the noun phrases of a sentence say of plans.
    pub(super) fn noun_provisions(&mut self, sentence: usize) {
        let run = self.text.sentences[sentence].run;
        let mentions: Vec<PlanMention> = self.plans.within(run).to_vec();
        if mentions.is_empty() {
            self.point_about(run);
        }
        for mention in mentions {
            if self.taken.contains(mention.run.start) {
                continue;
            }
            self.possessed(&mention);
            self.held(&mention);
            self.its(&mention);
        }
    }

    /// `the plan's cap on the army`.
    fn possessed(&mut self, mention: &PlanMention) {
        let Some(owner) = self.phrases.noun_at(mention.run.end - 1) else { return };
        let owned =
            (owner + 1..self.phrases.nouns.len()).take(2).find(|&n| self.phrases.nouns[n].possessor == Some(owner));
        let Some(owned) = owned.filter(|&n| !self.is_party(n, false)) else { return };
        let noun = self.phrases.nouns[owned];
        let content = Run::new(noun.run.start, self.attached(&noun));
        self.phrase(mention, content, Run::new(mention.run.start, content.end), "plan-possessor");
    }

    /// `the ban on weapons in the 28-point plan`, `up from 600,000 in the first draft`, `a clause in the plan on`.
    fn held(&mut self, mention: &PlanMention) {
        let Some(prep) = self.governor(mention).filter(|&p| self.is(p, self.sets.in_)) else { return };
        let Some(before) = prep.checked_sub(1).and_then(|t| self.phrases.noun_at(t)) else { return };
        let first = self.outermost(before);
        let noun = self.phrases.nouns[first];
        if noun.temporal || noun.pronoun || self.is_party(first, false) || self.is_asked_for(noun.run.start) {
            return;
        }
        let evidence = Run::new(noun.run.start, mention.run.end);
        let content = Run::new(noun.run.start, prep);
        if self.words.tag(self.phrases.nouns[before].head) == Tag::CD {
            self.figure(mention, content, evidence);
        } else if self.is(noun.head, self.sets.clause) && first == before {
            let content = Run::new(mention.run.end, self.attached(&self.phrases.nouns[before]).max(mention.run.end));
            self.phrase(mention, content, Run::new(noun.run.start, content.end), "plan-holds");
        } else {
            self.phrase(mention, content, evidence, "plan-holds");
        }
    }

    /// `There is a point about the plant`, behind a sentence about the plan.
    fn point_about(&mut self, sentence: Run) {
        let Some(plan) = self.telling.or(self.prominent) else { return };
        let there = sentence.iter().any(|t| self.words.tag(t) == Tag::EX);
        let part = sentence.iter().find(|&t| self.is(t, self.sets.clause) && self.is(t + 1, self.sets.about));
        let Some(part) = part.filter(|&t| there && t + 2 < sentence.end) else { return };
        let content = self.phrases.noun_at(part).map(|n| Run::new(part + 1, self.attached(&self.phrases.nouns[n])));
        if let Some(content) = content.filter(|c| !c.is_empty() && self.issue_of(*c).is_some()) {
            self.keep(plan, ProvisionStatus::Provides, &[content], Run::new(part, content.end), "plan-holds");
        }
    }

    /// The phrase that the prepositions before a phrase hang on (`the cap on the army of Ukraine`).
    fn outermost(&self, noun: usize) -> usize {
        let above = |&n: &usize| {
            let prep = self.phrases.nouns[n].prep?;
            let owner = self.phrases.noun_at(prep.checked_sub(1)?)?;
            (self.phrases.nouns[owner].run.end == prep && owner < n).then_some(owner)
        };
        std::iter::successors(Some(noun), above).take(4).last().unwrap_or(noun)
    }

    /// Somebody demands it there, or to have it out.
    fn is_asked_for(&self, t: usize) -> bool {
        let sentence = self.text.sentence_of(t);
        self.clauses.around(sentence, t).is_some_and(|c| {
            let party = self.clauses.all[c].subject.is_some_and(|n| self.is_party(n, false));
            let mut cues = self.cues(self.clauses.verb(self.phrases, c).main);
            party && cues.any(|cue| matches!(cue.act, Act::Stance(Stance::Demand | Stance::Threaten)))
        })
    }

    /// `The plan, with its cap on the army`: `its` right behind the plan.
    fn its(&mut self, mention: &PlanMention) {
        let near = (mention.run.end..mention.run.end + 4).find_map(|t| self.phrases.noun_at(t));
        let Some(noun) = near.map(|n| self.phrases.nouns[n]) else { return };
        let own = self.is(noun.run.start, self.sets.it) && !noun.pronoun;
        let plain = (mention.run.end..noun.run.start).all(|t| self.phrases.noun_at(t).is_none());
        if own && plain && noun.run.start > mention.run.end {
            let content = Run::new(noun.run.start, self.attached(&noun));
            self.phrase(mention, content, Run::new(mention.run.start, content.end), "plan-possessor");
        }
    }

    fn phrase(&mut self, mention: &PlanMention, content: Run, evidence: Run, rule: &str) {
        if self.issue_of(content).is_some() {
            let none = content.iter().next().is_some_and(|t| self.is(t, self.sets.no));
            let status = if none { ProvisionStatus::Drops } else { ProvisionStatus::Provides };
            self.keep(mention.plan, status, &[content], evidence, rule);
        }
    }

    /// A bare figure is of the issue that its clause speaks of.
    fn figure(&mut self, mention: &PlanMention, content: Run, evidence: Run) {
        let sentence = self.text.sentence_of(content.start);
        let here = self.last.filter(|(_, s)| *s == sentence).map(|(issue, _)| issue);
        let around = self.issue_of(self.text.sentences[sentence].run);
        if let Some(issue) = here.or(around) {
            self.push(super::Provision {
                plan: mention.plan,
                issue,
                status: ProvisionStatus::Provides,
                content,
                evidence,
                sentence,
                rule: "plan-figure".to_owned(),
            });
        }
    }

    /// Where the prepositional phrases behind a noun end.
    pub(super) fn attached(&self, noun: &Noun) -> usize {
        let row = self.phrases.rows[noun.sentence];
        let mut end = noun.run.end;
        for i in row.iter() {
            match self.phrases.chunks[i] {
                Chunk::Noun(n) if self.phrases.nouns[n].run.start >= noun.run.end => {
                    end = self.phrases.nouns[n].run.end
                }
                Chunk::Word(t)
                    if t >= noun.run.end && !matches!(self.words.tag(t), Tag::IN | Tag::TO | Tag::POS | Tag::CC) =>
                {
                    break;
                }
                Chunk::Verb(v) if self.phrases.verbs[v].run.start >= noun.run.end => break,
                _ => {}
            }
        }
        end
    }
}

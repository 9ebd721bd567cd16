//! Provisions in noun phrases: `the plan's ban on weapons`, `the amnesty in the draft`, `against 600,000 in the first`.
//!
//! Owns phrases that a plan possesses or holds. Never reads verbs.

use super::read::Reader;
use crate::finding::ProvisionStatus;
use crate::lexicon::tag::Tag;
use crate::phrases::{Chunk, Noun};
use crate::referent::plan::PlanMention;
use crate::text::Run;

impl Reader<'_> {
    /// What the noun phrases of a sentence say of plans.
    pub(super) fn noun_provisions(&mut self, sentence: usize) {
        let run = self.text.sentences[sentence].run;
        let mentions: Vec<PlanMention> = self.plans.within(run).to_vec();
        for mention in mentions {
            if self.taken.contains(mention.run.start) {
                continue;
            }
            self.possessed(&mention);
            self.held(&mention);
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

    /// `the ban in the 28-point plan`, `up from 600,000 in the first draft`.
    fn held(&mut self, mention: &PlanMention) {
        let Some(prep) = self.governor(mention).filter(|&p| self.is(p, self.sets.in_)) else { return };
        let Some(before) = prep.checked_sub(1).and_then(|t| self.phrases.noun_at(t)) else { return };
        let noun = self.phrases.nouns[before];
        if noun.temporal || noun.pronoun || self.is_party(before, false) {
            return;
        }
        let evidence = Run::new(noun.run.start, mention.run.end);
        let content = Run::new(noun.run.start, prep);
        if self.words.tag(noun.head) == Tag::CD {
            self.figure(mention, content, evidence);
        } else {
            self.phrase(mention, content, evidence, "plan-holds");
        }
    }

    fn phrase(&mut self, mention: &PlanMention, content: Run, evidence: Run, rule: &str) {
        if self.issue_of(content).is_some() {
            self.keep(mention.plan, ProvisionStatus::Provides, &[content], evidence, rule);
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
    fn attached(&self, noun: &Noun) -> usize {
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

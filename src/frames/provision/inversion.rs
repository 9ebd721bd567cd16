//! Inversions: `gone is the amnesty`, `gone from the plan is the ban`, `what has disappeared is the cap`.
//!
//! Owns sentences that name first what became of a provision. Never reads verbs of a plan.

use super::read::Reader;
use crate::finding::ProvisionStatus;
use crate::lexicon::cue::Act;
use crate::lexicon::trie::Entry;
use crate::referent::plan::PlanId;
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// Reads a sentence (or its part behind a semicolon) that begins with a loss.
    pub(super) fn inversion(&mut self, sentence: usize) {
        for part in self.parts(self.text.sentences[sentence].run) {
            let Some(be) = self.loss(part) else { continue };
            let content = Run::new(be + 1, self.main_part(Run::new(be + 1, part.end)));
            let named = self.plans.within(Run::new(part.start, be)).first().map(|m| m.plan);
            let (plan, status) = match named {
                Some(plan) => (Some(plan), ProvisionStatus::Drops),
                None => self.loser(part.start),
            };
            if let Some(plan) = plan {
                self.keep(plan, status, &[content], Run::new(part.start, content.end), "gone");
                self.taken = part;
            }
        }
    }

    /// The parts of a sentence between semicolons and colons.
    fn parts(&self, run: Run) -> Vec<Run> {
        let mut out = Vec::new();
        let mut start = run.start;
        for t in run.iter() {
            if matches!(self.text.tokens[t].kind, TokenKind::Semicolon | TokenKind::Colon) {
                out.push(Run::new(start, t));
                start = t + 1;
            }
        }
        out.push(Run::new(start, run.end));
        out
    }

    /// The copula behind the words of loss that open a part.
    fn loss(&self, part: Run) -> Option<usize> {
        let first = part.iter().find(|&t| self.text.tokens[t].kind == TokenKind::Word)?;
        let be = part.iter().take(14).find(|&t| self.is(t, self.sets.be) && t > first)?;
        let before = Run::new(first, be);
        let gone = (first..be).take(3).any(|t| self.is(t, self.sets.gone)) && self.no_subject(before);
        let what = self.is(first, self.sets.contents) && before.iter().any(|t| self.strips(t)) && first + 6 > be;
        (gone || what).then_some(be)
    }

    /// Only phrases behind prepositions stand before the copula.
    fn no_subject(&self, before: Run) -> bool {
        before.iter().filter_map(|t| self.phrases.noun_at(t)).all(|n| self.phrases.nouns[n].prep.is_some())
    }

    fn strips(&self, t: usize) -> bool {
        let hits = self.words.hits_at(t).iter();
        let acts = hits.filter_map(|h| match h.entry {
            Entry::Cue(n) => Some(self.lexicon.cues[n as usize].act),
            _ => None,
        });
        acts.into_iter().any(|a| a == Act::Strip) || self.is(t, self.sets.gone)
    }

    /// Up to a relative clause after a comma.
    fn main_part(&self, run: Run) -> usize {
        use crate::lexicon::tag::Tag;
        let stop = |&t: &usize| {
            self.text.tokens[t].kind == TokenKind::Comma
                && t + 1 < run.end
                && matches!(self.words.tag(t + 1), Tag::WDT | Tag::WP)
        };
        run.iter().find(stop).unwrap_or(run.end)
    }

    /// Without a plan's name, the older plan had what is gone; a plan without forerunner has dropped it itself.
    fn loser(&self, t: usize) -> (Option<PlanId>, ProvisionStatus) {
        let focus = self.section.or(self.plans.topic).or_else(|| self.plans.before(t).map(|m| m.plan));
        let ancestors = focus.map(|p| self.plans.ancestors(self.lexicon, p)).unwrap_or_default();
        match ancestors.into_iter().rev().find(|&p| self.plans.plans[p].points.is_some()) {
            Some(older) => (Some(older), ProvisionStatus::Provides),
            None => (focus, ProvisionStatus::Drops),
        }
    }
}

//! Sections and lists: provisions under a label (`Points 3-6: the army`) and in the items of a list.
//!
//! Owns labels and lists. What a heading without a number announces is `explainer`'s; never reads clauses.

use super::read::Reader;
use crate::article::HeadRole;
use crate::finding::ProvisionStatus;
use crate::lexicon::tag::Tag;
use crate::referent::plan::PlanId;
use crate::text::{ParagraphKind, Run, TokenKind};

impl Reader<'_> {
    /// Enters a paragraph: a heading opens or closes a section, a label at its start opens one for itself.
    pub(super) fn enter(&mut self, number: usize) {
        let paragraph = &self.text.paragraphs[number];
        let label = self.label(paragraph.run);
        match paragraph.kind {
            ParagraphKind::Heading => self.enter_heading(paragraph.run, label),
            ParagraphKind::Head(HeadRole::Title) => self.explains = self.explains.or(self.announced(paragraph.run)),
            ParagraphKind::Body if self.is_question(number) => self.enter_heading(paragraph.run, label),
            ParagraphKind::Body => self.section = label.or(self.headed),
            _ => {}
        }
        if paragraph.kind != ParagraphKind::Item && !self.is_labelled(paragraph.run) {
            self.list = None;
        }
    }

    /// A paragraph that only asks what a plan says.
    fn is_question(&self, number: usize) -> bool {
        let paragraph = &self.text.paragraphs[number];
        let asks = paragraph.sentences.len() == 1 && self.text.str(paragraph.run).ends_with('?');
        asks && self.announced(paragraph.run).is_some()
    }

    /// `Points 3-6:`, `Point 12.`, `4. Article 7` at the start of a run: the plan in focus, if it has so many points.
    fn label(&self, run: Run) -> Option<PlanId> {
        let word = |t: &usize| self.text.tokens[*t].kind == TokenKind::Word;
        let first = run.iter().take(4).find(word)?;
        if !self.is(first, self.sets.part) || !self.text.tokens[first].case.is_capital() {
            return None;
        }
        let value: u32 = self.text.word(first + 1).parse().ok()?;
        let closed = (first + 2..run.end.min(first + 8)).find(|&t| !self.in_label(t));
        let ends = closed
            .is_none_or(|t| matches!(self.text.tokens[t].kind, TokenKind::Colon | TokenKind::Stop | TokenKind::Dash));
        let fits = |p: &PlanId| self.plans.plans[*p].points.is_some_and(|n| value <= n);
        let last = || self.plans.before(run.start).map(|m| m.plan);
        self.plans.topic.filter(fits).or_else(|| last().filter(fits)).filter(|_| ends)
    }

    fn in_label(&self, t: usize) -> bool {
        let kind = self.text.tokens[t].kind;
        self.words.tag(t) == Tag::CD
            || matches!(kind, TokenKind::Hyphen | TokenKind::Number | TokenKind::Comma)
            || self.words.tag(t) == Tag::CC
            || self.is(t, self.sets.to)
            || kind == TokenKind::Dash && self.text.tokens[t].glued
    }

    /// `What stands in the 28-point plan:`, `The plan's main points:`, `Under the plan:`, `The plan would:`.
    pub(super) fn open_list(&mut self, number: usize) {
        let paragraph = &self.text.paragraphs[number];
        let next = self.text.paragraphs.get(number + 1);
        if paragraph.kind == ParagraphKind::Item || self.list.is_some() {
            return;
        }
        let Some(last) = paragraph.sentences.iter().last() else { return };
        let run = self.text.sentences[last].run;
        let before_items = next.is_some_and(|p| p.kind == ParagraphKind::Item || self.is_labelled(p.run));
        let colon = run.iter().rev().take(2).any(|t| self.text.tokens[t].kind == TokenKind::Colon)
            || before_items && run.iter().any(|t| self.is(t, self.sets.contents));
        if self.label(run).is_some() {
            return;
        }
        let mention = self.plans.within(run).last().copied();
        let its = || {
            self.prominent
                .filter(|_| colon && run.iter().any(|t| self.is(t, self.sets.it) || self.is(t, self.sets.contents)))
        };
        self.list = match mention {
            Some(m) => Some(m.plan).filter(|_| colon && self.lists(run, m.run)),
            None => its(),
        };
    }

    /// A plan whose contents a sentence announces.
    fn lists(&self, sentence: Run, mention: Run) -> bool {
        let noun = self.phrases.noun_at(mention.end - 1);
        let prep = noun.and_then(|n| self.phrases.nouns[n].prep);
        let before = Run::new(sentence.start, prep.unwrap_or(mention.start));
        let people = before.iter().filter_map(|t| self.phrases.noun_at(t)).any(|n| self.is_party(n, true));
        let contents = before.iter().any(|t| self.is(t, self.sets.contents)) && !self.people_before(before);
        let behind = (mention.end..sentence.end).any(|t| self.is(t, self.sets.contents));
        let under = prep.is_some_and(|p| self.is(p, self.sets.under));
        let subject = noun.is_some() && prep.is_none() && mention.start <= sentence.start + 3;
        !people && (contents || under || subject || behind)
    }

    /// `critics of the plan`: somebody's doings, not the plan's.
    pub(super) fn people_before(&self, run: Run) -> bool {
        let nouns = run.iter().filter_map(|t| self.phrases.noun_at(t));
        nouns.into_iter().any(|n| {
            let head = self.phrases.nouns[n].head;
            self.words.tag(head) == Tag::NNS && !self.is(head, self.sets.contents)
        })
    }

    /// `Territory: the line is frozen`: a few words and a colon, no speaker's.
    fn is_labelled(&self, run: Run) -> bool {
        if self.label(run).is_some() {
            return false;
        }
        let colon = run.iter().take(6).find(|&t| self.text.tokens[t].kind == TokenKind::Colon);
        let label = colon.map(|t| Run::new(run.start, t)).filter(|r| !r.is_empty());
        label.is_some_and(|r| {
            let mut nouns = r.iter().filter_map(|t| self.phrases.noun_at(t));
            !nouns.any(|n| self.is_party(n, true)) && r.iter().all(|t| !self.words.tag(t).is_finite())
        })
    }

    /// An item of a list of provisions.
    pub(super) fn item(&mut self, sentence: usize) {
        let run = self.text.sentences[sentence].run;
        let item = self.text.paragraphs[self.text.sentences[sentence].paragraph].kind == ParagraphKind::Item;
        let listed = self.list.or(self.headed.filter(|_| item));
        if let Some(plan) = listed.filter(|_| item || self.is_labelled(run)) {
            let bullet = run.iter().take_while(|&t| self.text.tokens[t].kind == TokenKind::Bullet).count();
            let run = Run::new(run.start + bullet, run.end);
            self.keep(plan, ProvisionStatus::Provides, &[run], run, "plan-list");
        }
    }
}

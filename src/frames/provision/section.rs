//! Sections and lists: provisions under a heading (`Points 3-6: the army`), in the items of a list, or told on.
//!
//! Owns when the plain statements of a passage are a plan's. Never reads clauses that have a plan of their own.

use super::read::Reader;
use crate::article::HeadRole;
use crate::clauses::ClauseKind;
use crate::finding::ProvisionStatus;
use crate::lexicon::tag::Tag;
use crate::referent::plan::PlanId;
use crate::text::{ParagraphKind, Run, TokenKind};

/// Sentences that `in return` looks back.
const FAR: usize = 6;

impl Reader<'_> {
    /// Enters a paragraph: a heading opens or closes a section, a label at its start opens one for itself.
    pub(super) fn enter(&mut self, number: usize) {
        let paragraph = &self.text.paragraphs[number];
        let above = number.checked_sub(1).map(|n| self.text.paragraphs[n].kind);
        let label = self.label(paragraph.run);
        match paragraph.kind {
            ParagraphKind::Heading => self.section = label.or_else(|| self.tour(paragraph.run)),
            ParagraphKind::Body if label.is_some() => self.section = label,
            ParagraphKind::Body if above != Some(ParagraphKind::Heading) && !self.headed(number) => self.section = None,
            _ => {}
        }
        if paragraph.kind != ParagraphKind::Item {
            self.list = None;
        }
    }

    /// Whether the section of this paragraph was opened by a heading.
    fn headed(&self, number: usize) -> bool {
        let before = self.text.paragraphs[..number].iter().rev();
        let opener = before.clone().find(|p| p.kind == ParagraphKind::Heading);
        opener.is_some_and(|p| (self.label(p.run).is_some() || self.tour(p.run).is_some()) && self.section.is_some())
    }

    /// The plan of the headline, where that says `point by point`, under a heading that asks nothing.
    fn tour(&self, heading: Run) -> Option<PlanId> {
        let title = self.text.paragraphs.iter().find(|p| p.kind == ParagraphKind::Head(HeadRole::Title))?;
        let part = |t: usize| self.is(t, self.sets.part);
        let walks = title
            .run
            .iter()
            .skip(1)
            .any(|t| t + 1 < title.run.end && self.is(t, self.sets.by) && part(t - 1) && part(t + 1));
        self.plans.topic.filter(|_| walks && !self.text.str(heading).ends_with('?'))
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
        if paragraph.kind == ParagraphKind::Item {
            return;
        }
        let Some(last) = paragraph.sentences.iter().last() else { return };
        let run = self.text.sentences[last].run;
        let colon = run.iter().rev().take(2).any(|t| self.text.tokens[t].kind == TokenKind::Colon);
        let mention = self.plans.within(run).last().copied();
        self.list = mention.filter(|m| colon && self.lists(run, m.run)).map(|m| m.plan);
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
    fn people_before(&self, run: Run) -> bool {
        let nouns = run.iter().filter_map(|t| self.phrases.noun_at(t));
        nouns.into_iter().any(|n| {
            let head = self.phrases.nouns[n].head;
            self.words.tag(head) == Tag::NNS && !self.is(head, self.sets.contents)
        })
    }

    /// An item of a list of provisions.
    pub(super) fn item(&mut self, sentence: usize) {
        let run = self.text.sentences[sentence].run;
        let item = self.text.paragraphs[self.text.sentences[sentence].paragraph].kind == ParagraphKind::Item;
        if let Some(plan) = self.list.filter(|_| item) {
            let bullet = run.iter().take_while(|&t| self.text.tokens[t].kind == TokenKind::Bullet).count();
            let run = Run::new(run.start + bullet, run.end);
            self.keep(plan, ProvisionStatus::Provides, &[run], run, "plan-list");
        }
    }

    /// A plain statement under a heading, or going on from a sentence that told a plan's provisions.
    pub(super) fn sectioned(&mut self, clause: usize) {
        let (plan, rule) = match (self.section, self.telling.or_else(|| self.returned(clause))) {
            (Some(plan), _) => (plan, "plan-section"),
            (None, Some(plan)) => (plan, "plan-told-on"),
            _ => return,
        };
        if self.states(clause, self.section.is_none()) && !self.is_said(clause) {
            let run = self.clauses.all[clause].run;
            self.keep(plan, ProvisionStatus::Provides, &[run], run, rule);
        }
    }

    /// `In return, Ukraine would get ...` some sentences after a plan's provisions.
    fn returned(&self, clause: usize) -> Option<PlanId> {
        let sentence = self.clauses.all[clause].sentence;
        let start = self.text.sentences[sentence].run.start;
        let last = self.out.all.last().filter(|p| p.sentence + FAR >= sentence)?;
        let opens = self.is(start, self.sets.in_) && self.is(start + 1, self.sets.exchange);
        opens.then_some(last.plan)
    }

    /// Somebody's words: the content of an attribution, a question, a first person.
    fn is_said(&self, clause: usize) -> bool {
        let said = self.attributions.voice(self.clauses.verb(self.phrases, clause).main).is_some();
        let own = |t: usize| self.is(t, self.sets.first_person) || self.is(t, self.sets.i);
        said || self.part_around(clause).iter().any(own)
    }

    /// The words around a clause up to semicolons and dashes.
    fn part_around(&self, clause: usize) -> Run {
        let sentence = self.text.sentences[self.clauses.all[clause].sentence].run;
        let verb = self.clauses.verb(self.phrases, clause).main;
        let splits = |t: &usize| matches!(self.text.tokens[*t].kind, TokenKind::Semicolon | TokenKind::Dash);
        let start = (sentence.start..verb).rev().find(splits).map_or(sentence.start, |t| t + 1);
        Run::new(start, (verb..sentence.end).find(splits).unwrap_or(sentence.end))
    }

    /// A main clause in the present or with `would`, not about what somebody wants; going on, only with `would`.
    fn states(&self, clause: usize, told_on: bool) -> bool {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let moods = if told_on { self.sets.would } else { self.sets.future };
        let modal = verb.modal.is_some_and(|m| self.is(m, moods));
        let present = !verb.past && !verb.perfect;
        let quoted = self.text.quote_at(verb.main).is_some();
        let subject = c.subject.is_some_and(|n| !(self.is_party(n, true) || told_on && self.takes_up(n)));
        c.kind == ClauseKind::Main && subject && !quoted && (modal || present && !told_on) && !self.speaks(clause)
    }

    /// `That would be`, `such a move would`: a comment on what was told.
    fn takes_up(&self, noun: usize) -> bool {
        let start = self.phrases.nouns[noun].run.start;
        self.is(start, self.sets.demonstrative) || start > 0 && self.is(start - 1, self.sets.demonstrative)
    }
}

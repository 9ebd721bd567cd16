//! Governors: the plan that stands behind a clause, as its subject, its agent, or before it (`under the plan, ...`).
//!
//! Owns which plan a clause speaks for, `it` and `point 4` included. Never reads what the clause says.

use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::ActorKind;
use crate::lexicon::tag::Tag;
use crate::phrases::{Chunk, Noun, VerbForm};
use crate::referent::plan::{PlanId, PlanMention};
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The plan that is the subject of a clause: named, taken up by `it`, or through one of its points.
    pub(super) fn subject_plan(&self, clause: usize) -> Option<PlanId> {
        let c = &self.clauses.all[clause];
        let adjacent = self.adjacent(clause);
        let subject = c.subject.filter(|_| !c.inverted);
        subject
            .and_then(|n| self.plan_of(n))
            .or_else(|| adjacent.and_then(|n| self.plans.of_noun(self.phrases, n)))
            .or_else(|| self.cross_relative(clause))
            .or_else(|| self.over_aside(clause))
            .or_else(|| self.series(clause))
    }

    /// `It would have handed over cities troops never entered, capped the army and closed the door`: a later verb of the
    /// plan's, behind a comma or conjunction, in the form of the first.
    fn series(&self, clause: usize) -> Option<PlanId> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let joined = (self.text.sentences[c.sentence].run.start..verb.run.start)
            .rev()
            .find(|&t| self.words.tag(t) != Tag::RB)?;
        let opens = self.text.tokens[joined].kind == TokenKind::Comma || self.words.tag(joined) == Tag::CC;
        let first = self.clauses.of_sentence(c.sentence).find(|&o| self.clauses.all[o].kind == ClauseKind::Main)?;
        let leader = self.clauses.verb(self.phrases, first);
        let subject = self.clauses.all[first].subject.filter(|_| first < clause && opens && verb.run.len() == 1)?;
        let tag = self.words.tag(verb.main);
        let same = match (leader.modal, leader.perfect) {
            (_, true) => matches!(tag, Tag::VBN | Tag::VBD),
            (Some(_), false) => matches!(tag, Tag::VB | Tag::VBP),
            _ => tag == self.words.tag(leader.main),
        };
        self.plan_of(subject).filter(|_| same && (c.inherited || c.subject.is_none()))
    }

    /// `The proposal, a copy of which was seen, would require`: an aside between the first phrase and the verb.
    fn over_aside(&self, clause: usize) -> Option<PlanId> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let start = self.opening(clause);
        let first = (start..verb.run.start).find_map(|t| self.phrases.noun_at(t))?;
        let noun = &self.phrases.nouns[first];
        let before = (start..verb.run.start).rev().find(|&t| self.words.tag(t) != Tag::RB)?;
        let aside = self.text.tokens[before].kind == TokenKind::Comma || self.words.tag(before) == Tag::VBG;
        let plain =
            noun.prep.is_none() && !noun.possesses && aside && verb.form == VerbForm::Finite && !self.says(clause);
        let finite = c.kind == ClauseKind::Main;
        self.plans.of_noun(self.phrases, first).filter(|_| plain && finite)
    }

    /// `the plan between them that included`: a relative clause behind the phrases of a plan that is no subject.
    fn cross_relative(&self, clause: usize) -> Option<PlanId> {
        let c = &self.clauses.all[clause];
        let opens = c.introducer.filter(|&t| matches!(self.words.tag(t), Tag::WDT | Tag::IN | Tag::DT))?;
        let start = self.text.sentences[c.sentence].run.start;
        let relative = self.is(opens, self.lexicon.set("relative")) && c.run.start <= opens;
        let inherits = c.inherited || c.subject.is_none();
        let before = self.plans.before(opens).filter(|m| m.run.start >= start && relative && inherits)?;
        let phrases_only = (before.run.end..opens).all(|t| {
            self.phrases.noun_at(t).is_some()
                || matches!(self.words.tag(t), Tag::IN | Tag::Punct | Tag::RB)
                    && self.text.tokens[t].kind != TokenKind::Comma
        });
        phrases_only.then_some(before.plan)
    }

    /// The plan phrase right before the verb, whatever the clause builder made of it.
    fn adjacent(&self, clause: usize) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let row = self.phrases.rows[c.sentence];
        for i in (row.start..c.chunk).rev() {
            match self.phrases.chunks[i] {
                Chunk::Word(t) if self.words.tag(t) == Tag::RB => {}
                Chunk::Noun(n) if self.phrases.nouns[n].prep.is_none() && !self.phrases.nouns[n].temporal => {
                    return Some(n);
                }
                _ => return None,
            }
        }
        None
    }

    fn plan_of(&self, noun: usize) -> Option<PlanId> {
        let n = &self.phrases.nouns[noun];
        if n.pronoun && self.is(n.head, self.sets.it) {
            return self.it(noun);
        }
        let other = n.run.len() == 1 && self.is(n.head, self.sets.another);
        let other = self.telling.filter(|_| other);
        self.plans.of_noun(self.phrases, noun).or_else(|| self.part(noun)).or(other)
    }

    /// `it`: the plan that was subject earlier in the sentence, else the one the sentences before are about.
    fn it(&self, noun: usize) -> Option<PlanId> {
        let n = &self.phrases.nouns[noun];
        let mut earlier = self.clauses.of_sentence(n.sentence).filter(|&c| {
            let clause = &self.clauses.all[c];
            let fits = |s: usize| s < noun && !clause.inherited && !self.cannot_be_it(s);
            clause.kind.is_finite() && clause.subject.is_some_and(fits)
        });
        match earlier.next_back() {
            Some(c) => self.clauses.all[c].subject.and_then(|s| self.plans.of_noun(self.phrases, s)),
            None => self.named_before(n.run.start, n.sentence).or(self.prominent),
        }
    }

    /// `Presenting the plan, he said it provides`: the one plan named before in the sentence.
    fn named_before(&self, t: usize, sentence: usize) -> Option<PlanId> {
        let mentions = self.plans.within(Run::new(self.text.sentences[sentence].run.start, t));
        mentions.first().filter(|m| mentions.iter().all(|o| o.plan == m.plan)).map(|m| m.plan)
    }

    /// `point 4`, `article six of the plan`, `its second clause`.
    fn part(&self, noun: usize) -> Option<PlanId> {
        let n = &self.phrases.nouns[noun];
        if !n.run.iter().any(|t| self.is(t, self.sets.part)) && !self.is(n.head, self.sets.copy) {
            return None;
        }
        let of = self.plans.within(Run::new(n.run.end, n.run.end + 4)).first();
        let of = of.filter(|m| {
            self.governor(m).is_some_and(|p| p == n.run.end && (self.is(p, self.sets.of) || self.is(p, self.sets.in_)))
        });
        let owner = n.possessor.and_then(|p| self.plans.of_noun(self.phrases, p));
        let its = || self.prominent.filter(|_| self.is(n.run.start, self.sets.it));
        let known = of.map(|m| m.plan).or(owner).or_else(its);
        known.or_else(|| self.numbered(n)).or_else(|| self.counted(n)).or_else(|| self.one_of_them(n))
    }

    /// `one clause`, `the article on elections` behind a sentence about the plan.
    fn one_of_them(&self, noun: &Noun) -> Option<PlanId> {
        let determined = matches!(self.words.tag(noun.run.start), Tag::DT | Tag::CD | Tag::JJ);
        let start = self.text.sentences[noun.sentence].run.start;
        let here = || self.plans.within(Run::new(start, noun.run.start)).last().map(|m| m.plan);
        self.telling.or(self.prominent).or_else(here).filter(|_| determined && self.is(noun.head, self.sets.clause))
    }

    /// `four articles` under a heading.
    fn counted(&self, noun: &Noun) -> Option<PlanId> {
        self.section.filter(|_| self.words.tag(noun.run.start) == Tag::CD && self.is(noun.head, self.sets.part))
    }

    /// `Point 4` alone is a point of the plan in focus.
    fn numbered(&self, noun: &Noun) -> Option<PlanId> {
        let part_first = self.is(noun.run.start, self.sets.part);
        let number = noun.run.iter().skip(1).find(|&t| self.words.tag(t) == Tag::CD)?;
        let value: u32 = self.text.word(number).parse().ok()?;
        let fits = |p: &PlanId| self.plans.plans[*p].points.is_some_and(|n| value <= n);
        let last = || self.plans.before(noun.run.start).map(|m| m.plan);
        let plan = self.section.or(self.plans.topic).filter(fits).or_else(|| last().filter(fits));
        plan.filter(|_| part_first)
    }

    /// The preposition before a plan phrase; before its `terms` or a `copy` of it where such stand there.
    pub(super) fn governor(&self, mention: &PlanMention) -> Option<usize> {
        let noun = self.phrases.noun_at(mention.run.end - 1)?;
        let prep = self.phrases.nouns[noun].prep.or_else(|| self.governor_of_pair(noun))?;
        let copy = prep.checked_sub(1).filter(|&t| self.is(prep, self.sets.of) && self.is(t, self.sets.copy));
        copy.and_then(|t| self.phrases.nouns[self.phrases.noun_at(t)?].prep).or(Some(prep))
    }

    /// `in the first, 28-point draft`: the adjective before the comma is taken for a phrase of its own.
    fn governor_of_pair(&self, noun: usize) -> Option<usize> {
        let start = self.phrases.nouns[noun].run.start;
        let comma = start.checked_sub(2).filter(|&t| self.text.tokens[t + 1].kind == TokenKind::Comma)?;
        let before = self.phrases.noun_at(comma).filter(|_| self.is(comma, self.sets.first))?;
        self.phrases.nouns[before].prep
    }

    /// The agent of a passive: `is obliged by the plan`.
    pub(super) fn agent_plan(&self, clause: usize) -> Option<PlanId> {
        let verb = self.clauses.verb(self.phrases, clause);
        let end = (verb.run.end + 8).min(self.clauses.all[clause].run.end);
        let mentions = self.plans.within(Run::new(verb.run.end, end.max(verb.run.end)));
        let by = |m: &&PlanMention| self.governor(m).is_some_and(|p| self.is(p, self.sets.by));
        mentions.iter().filter(|_| verb.passive).find(by).map(|m| m.plan)
    }

    /// The plan that `it` would mean in the next sentence.
    pub(super) fn prominence(&self, sentence: usize) -> Option<PlanId> {
        let run = self.text.sentences[sentence].run;
        let main = self.clauses.of_sentence(sentence).find(|&c| {
            let clause = &self.clauses.all[c];
            clause.kind.is_finite() && !matches!(clause.kind, crate::clauses::ClauseKind::Relative) || clause.inverted
        });
        let mentions = self.plans.within(run);
        let Some(main) = main else { return mentions.first().map(|m| m.plan).or(self.prominent) };
        if let Some(plan) = self.subject_plan(main) {
            return Some(plan);
        }
        let verb = self.clauses.verb(self.phrases, main);
        let fronted = mentions.iter().find(|m| m.run.end <= verb.run.start && self.governor(m).is_some());
        let predicate = mentions.iter().rfind(|m| m.run.start >= verb.run.end && self.is(verb.main, self.sets.be));
        let subject = self.clauses.all[main].subject;
        match fronted.or(predicate) {
            Some(mention) => Some(mention.plan),
            None if subject.is_none_or(|n| self.cannot_be_it(n)) => mentions.last().map(|m| m.plan).or(self.prominent),
            None => None,
        }
    }

    /// A person, a plural: `it` passes over them.
    fn cannot_be_it(&self, noun: usize) -> bool {
        let n = &self.phrases.nouns[noun];
        let plural = self.words.tag(n.head) == Tag::NNS || n.group.is_some();
        let other = n.pronoun && !self.is(n.head, self.sets.it);
        plural || other || self.is_party(noun, true)
    }

    /// A person (or any party) of the cast.
    pub(super) fn is_party(&self, noun: usize, person: bool) -> bool {
        let referent = self.referents.of(noun);
        referent.is_some_and(|r| {
            let kinds = r.who.iter().map(|&w| self.referents.character(w).kind);
            kinds.into_iter().any(|k| !person || k == ActorKind::Person)
        })
    }
}

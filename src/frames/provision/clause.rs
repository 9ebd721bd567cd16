//! Clauses of a plan: its verb and what follows, and clauses that stand under it.
//!
//! Owns status (provides, drops, changes) from cue and polarity. Never decides which plan governs.

use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::{ProvisionStatus, Stance};
use crate::lexicon::cue::{Act, Class, Cue, Flag};
use crate::lexicon::trie::Entry;
use crate::phrases::Verb;
use crate::referent::plan::{PlanId, PlanMention};
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// What a clause says of a plan.
    pub(super) fn clause(&mut self, clause: usize) {
        let kind = self.clauses.all[clause].kind;
        if matches!(kind, ClauseKind::Condition | ClauseKind::Imperative) || self.asks(clause) || self.names(clause) {
            return;
        }
        if let Some(plan) = self.subject_plan(clause) {
            if !self.inside_content(clause, plan) && !self.is_wanted(clause) {
                self.of_subject(clause, plan);
            }
        } else if let Some(plan) = self.agent_plan(clause) {
            let c = &self.clauses.all[clause];
            self.keep(plan, ProvisionStatus::Provides, &[c.run], c.run, "plan-agent");
        } else if let Some((plan, prep)) = self.under(clause) {
            self.of_frame(clause, plan, prep);
        } else if !self.placed(clause) {
            self.sectioned(clause);
        }
    }

    /// Somebody's wish for the plan: `the plan must provide`, `Moscow wants the plan to provide`.
    pub(super) fn is_wanted(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let wants = |p: usize| {
            let party = self.clauses.all[p].subject.is_some_and(|n| self.is_party(n, false));
            let mut cues = self.cues(self.clauses.verb(self.phrases, p).main);
            party && cues.any(|cue| matches!(cue.act, Act::Stance(Stance::Demand | Stance::Reject)))
        };
        let open = c.kind == ClauseKind::Infinitive || c.kind == ClauseKind::That && verb.modal.is_none() && !verb.past;
        verb.modal.is_some_and(|m| self.is(m, self.sets.necessity)) || open && c.parent.is_some_and(wants)
    }

    /// Below a verb of the same plan that has been read with all that follows it (`requires Ukraine to renounce`).
    fn inside_content(&self, clause: usize, plan: PlanId) -> bool {
        let c = &self.clauses.all[clause];
        let parents = std::iter::successors(c.parent, |&p| self.clauses.all[p].parent).take(8);
        let read = |p: usize| self.subject_plan(p) == Some(plan) && self.cue(p).is_some();
        !c.kind.is_finite() && c.inherited && parents.into_iter().any(read)
    }

    /// A question says nothing of a plan.
    fn asks(&self, clause: usize) -> bool {
        let run = self.text.sentences[self.clauses.all[clause].sentence].run;
        run.iter()
            .rev()
            .take(3)
            .any(|t| self.text.tokens[t].kind == TokenKind::Stop && self.text.word(t).starts_with('?'))
    }

    /// The clause is part of the plan's name (`a treaty guaranteeing Europe's security and promising ...`).
    fn names(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        let attached = matches!(c.kind, ClauseKind::Gerund | ClauseKind::Participle);
        let mention = c.subject.or(c.antecedent).and_then(|n| self.plans.at(self.phrases.nouns[n].head));
        mention.filter(|_| attached).is_some_and(|m| {
            self.clauses.of_sentence(c.sentence).any(|o| m.run.contains(self.clauses.verb(self.phrases, o).main))
        })
    }

    /// A verb whose subject is the plan.
    fn of_subject(&mut self, clause: usize, plan: PlanId) {
        let verb = *self.clauses.verb(self.phrases, clause);
        let evidence = self.evidence(clause);
        let point = self.clauses.all[clause].subject.is_some_and(|n| self.plans.of_noun(self.phrases, n).is_none());
        let Some((run, cue)) = self.cue(clause) else {
            if point
                && self.is(verb.main, self.sets.be)
                && !self.phrases.nouns[self.clauses.all[clause].subject.unwrap_or(0)].pronoun
            {
                self.keep(
                    plan,
                    ProvisionStatus::Provides,
                    &[Run::new(verb.run.end, evidence.end)],
                    evidence,
                    "plan-point",
                );
            }
            self.of_deed(clause, plan, evidence);
            return;
        };
        if verb.passive && cue.act == Act::Provide && !self.may_be_tensed(&verb) {
            return;
        }
        let status = status(cue, verb.negated || self.negated_object(run.end), verb.ceased);
        let id = cue.id.clone();
        let from = if cue.act == Act::Provide && !cue.flags.has(Flag::Gives) { verb.main } else { run.end };
        let content = Run::new(from, self.own_end(clause, Run::new(run.end, evidence.end)));
        let shown = Run::new(evidence.start, content.end.max(run.end));
        let told = self.keep(plan, status, &[content], shown, &id);
        if let Some(topic) = self.topic(clause).or_else(|| self.before_tag(clause, content)).filter(|_| !told) {
            self.keep(plan, status, &[topic], Run::new(topic.start, shown.end), &id);
        }
        if let Some(other) =
            self.unlike(clause, plan).filter(|_| told && status == ProvisionStatus::Drops || verb.negated)
        {
            self.keep(other, ProvisionStatus::Provides, &[content], shown, &id);
        }
    }

    /// `Crimea would be Russian, the plan says`: a plan and its verb that end the sentence.
    fn before_tag(&self, clause: usize, content: Run) -> Option<Run> {
        let subject = self.phrases.nouns[self.clauses.all[clause].subject?].run;
        let silent = content.iter().all(|t| self.text.tokens[t].kind != TokenKind::Word || t == content.start);
        let start = self.text.sentences[self.clauses.all[clause].sentence].run.start;
        let mark =
            subject.start.checked_sub(1).filter(|&t| t > start && self.text.tokens[t].kind != TokenKind::Word)?;
        silent.then(|| Run::new(start, mark))
    }

    /// `Unlike the first draft, the new one does not bar`: the other plan does.
    fn unlike(&self, clause: usize, plan: PlanId) -> Option<PlanId> {
        let start = self.opening(clause);
        let mention = self.plans.within(Run::new(start, self.clauses.all[clause].run.end)).first()?;
        let fronted = self.governor(mention).is_some_and(|p| p == start && self.is(p, self.sets.unlike));
        Some(mention.plan).filter(|&p| fronted && p != plan)
    }

    /// `which would pour billions into rebuilding`: whatever else a plan would do to something.
    fn of_deed(&mut self, clause: usize, plan: PlanId, evidence: Run) {
        let verb = *self.clauses.verb(self.phrases, clause);
        let acts = verb.modal.is_some_and(|m| self.is(m, self.sets.would)) && !verb.passive && !verb.negated;
        let idle =
            self.is(verb.main, self.sets.be) || self.lexicon.in_set(self.words.at(verb.main).lemma, self.sets.idle);
        if acts && !idle && self.clauses.object(self.phrases, clause).is_some() {
            let content = Run::new(verb.main, self.own_end(clause, Run::new(verb.run.end, evidence.end)));
            self.keep(plan, ProvisionStatus::Provides, &[content], Run::new(evidence.start, content.end), "plan-would");
        }
    }

    /// `On elections the text says only that ...`: what stands before the subject says what it is about.
    fn topic(&self, clause: usize) -> Option<Run> {
        let start = self.opening(clause);
        let subject = self.phrases.nouns[self.clauses.all[clause].subject?].run;
        (self.is(start, self.sets.about) && start + 1 < subject.start).then(|| Run::new(start + 1, subject.start))
    }

    /// Where a clause's own words end: before a dash, and before a clause that comments or contrasts.
    fn own_end(&self, clause: usize, rest: Run) -> usize {
        let comments = self.clauses.of_sentence(self.clauses.all[clause].sentence).filter_map(|o| {
            let other = &self.clauses.all[o];
            let aside = other.kind == ClauseKind::Adverbial
                || other.kind == ClauseKind::Relative && self.after_comma(other.run.start);
            (aside && rest.contains(other.run.start)).then_some(other.run.start)
        });
        let dash = rest.iter().find(|&t| self.text.tokens[t].kind == TokenKind::Dash);
        comments.chain(dash).min().unwrap_or(rest.end).max(rest.start)
    }

    fn after_comma(&self, t: usize) -> bool {
        t > 0 && self.text.tokens[t - 1].kind == TokenKind::Comma
    }

    /// `had`, `set`, `put` alone: no participle for sure.
    fn may_be_tensed(&self, verb: &Verb) -> bool {
        let word = self.words.at(verb.main);
        verb.run.len() == 1 && (word.form == word.lemma || self.is(verb.main, self.sets.have))
    }

    /// `it contains no amnesty`.
    fn negated_object(&self, t: usize) -> bool {
        self.is(t, self.sets.no)
    }

    /// The cue of a clause's verb, by its longest phrase.
    pub(super) fn cue(&self, clause: usize) -> Option<(Run, &Cue)> {
        let verb = self.clauses.verb(self.phrases, clause);
        let end = (verb.run.end + 4).min(self.text.sentences[verb.sentence].run.end);
        let predicate = verb.run.end..if self.is(verb.main, self.sets.be) { end } else { verb.run.end };
        let at = std::iter::once(verb.main).chain(predicate);
        let hits = at.flat_map(|t| self.words.hits_at(t)).filter_map(|h| match h.entry {
            Entry::Cue(n) => Some((h.run, &self.lexicon.cues[n as usize])),
            _ => None,
        });
        hits.filter(|(run, cue)| tells(cue, run.start == verb.main)).max_by_key(|(run, cue)| (rank(cue), run.len()))
    }

    /// The clause, and what the builder cut off behind a verb without complement.
    fn evidence(&self, clause: usize) -> Run {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let mut run = c.run;
        if run.end <= verb.run.end {
            let next = self.clauses.of_sentence(c.sentence).find(|&n| self.clauses.all[n].run.start > verb.main);
            run.end = next.map_or(run.end, |n| self.clauses.all[n].run.end);
        }
        run
    }

    /// A plan before or in the clause: `under the plan`, `in the 28-point draft, ...`.
    fn under(&self, clause: usize) -> Option<(PlanId, usize)> {
        let c = &self.clauses.all[clause];
        if c.kind == ClauseKind::Relative {
            return self.under_which(clause);
        }
        if !c.kind.is_finite() {
            return None;
        }
        let start = if c.kind == ClauseKind::Main { self.opening(clause) } else { c.run.start };
        let verb = self.clauses.verb(self.phrases, clause);
        let mentions = self.plans.within(Run::new(start, c.run.end));
        let found = mentions.iter().find_map(|m| {
            Some((m, self.governor(m)?)).filter(|&(m, p)| self.frames(m, p, verb.run.start, c.run, start))
        });
        found.map(|(m, p)| (m.plan, p))
    }

    /// `the Budapest Memorandum of 1994, under which Ukraine gave up`.
    fn under_which(&self, clause: usize) -> Option<(PlanId, usize)> {
        let opens = self.clauses.all[clause].introducer?;
        let prep = if self.is(opens, self.sets.under) { opens } else { opens.checked_sub(1)? };
        let before = self.plans.before(prep).filter(|m| m.run.end + 4 >= prep)?;
        let same = self.text.sentence_of(before.run.start) == self.text.sentence_of(prep);
        (self.is(prep, self.sets.under) && same).then_some((before.plan, prep))
    }

    fn frames(&self, mention: &PlanMention, prep: usize, verb: usize, clause: Run, start: usize) -> bool {
        let fronted = mention.run.end <= verb && (prep <= start + 1 || prep < clause.start + 2);
        let own = clause.contains(prep)
            && self
                .clauses
                .at(self.text.sentence_of(prep), prep)
                .is_some_and(|c| self.clauses.verb(self.phrases, c).main >= clause.start);
        let according = prep > 0 && self.is(prep - 1, self.sets.according);
        let copy = (prep + 1..mention.run.start).any(|t| self.is(t, self.sets.copy));
        let terms = self.is(prep, self.sets.by) && copy;
        self.is(prep, self.sets.under) && (fronted || own)
            || fronted && (self.is(prep, self.sets.inside) || terms)
            || according
    }

    /// Where the words that open the sentence before this clause begin, if no other main clause lies between.
    pub(super) fn opening(&self, clause: usize) -> usize {
        let c = &self.clauses.all[clause];
        let sentence = self.text.sentences[c.sentence].run;
        let verb = self.clauses.verb(self.phrases, clause).main;
        let splits = |t: &usize| self.text.tokens[*t].kind == TokenKind::Semicolon;
        let open = (sentence.start..verb).rev().find(splits).map_or(sentence.start, |t| t + 1);
        let first = self.clauses.of_sentence(c.sentence).find(|&o| {
            let other = &self.clauses.all[o];
            other.kind == ClauseKind::Main && !other.inherited && other.run.start >= open
        });
        if first.is_none_or(|f| f == clause) { open } else { c.run.start }
    }

    /// A clause under a plan: all of it is provided, the frame itself left out; so are coordinated clauses behind it.
    fn of_frame(&mut self, clause: usize, plan: PlanId, prep: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        if self.speaks(clause) {
            return;
        }
        let mention = self.plans.within(Run::new(prep, prep + 12)).first().map_or(prep, |m| m.run.end);
        let parts = if c.run.contains(prep) {
            vec![Run::new(c.run.start, prep), Run::new(mention.min(c.run.end), c.run.end)]
        } else {
            vec![c.run]
        };
        let parts: Vec<Run> = parts.into_iter().filter(|r| !r.is_empty()).collect();
        let stripped = self.cue(clause).is_some_and(|(_, cue)| cue.act == Act::Strip) && verb.passive;
        let status = if stripped { ProvisionStatus::Drops } else { ProvisionStatus::Provides };
        self.keep(plan, status, &parts, c.run, "under-plan");
        let behind: Vec<usize> = self.clauses.of_sentence(c.sentence).filter(|&o| self.goes_on(clause, o)).collect();
        for other in behind {
            let run = self.clauses.all[other].run;
            self.keep(plan, ProvisionStatus::Provides, &[run], run, "under-plan");
        }
    }

    /// A later main clause in the same mood, without a plan of its own.
    fn goes_on(&self, clause: usize, other: usize) -> bool {
        let (c, o) = (&self.clauses.all[clause], &self.clauses.all[other]);
        let (v, w) = (self.clauses.verb(self.phrases, clause), self.clauses.verb(self.phrases, other));
        let own = self.subject_plan(other).is_some() || self.under(other).is_some();
        let same = o.inherited || v.modal.is_some() == w.modal.is_some() && v.past == w.past;
        o.kind == ClauseKind::Main
            && w.main > v.main
            && o.run.start >= c.run.end.min(w.run.start)
            && same
            && !own
            && !(if o.inherited { self.says(other) } else { self.speaks(other) })
    }

    /// A party as subject of a verb of speech or stance: their position, not the plan's.
    pub(super) fn speaks(&self, clause: usize) -> bool {
        let party = self.clauses.all[clause].subject.is_some_and(|n| self.is_party(n, false));
        let verb = self.clauses.verb(self.phrases, clause);
        let plain = |c: &Cue| !c.flags.has(Flag::Infinitive) && !c.flags.has(Flag::That);
        let stance = |c: &Cue| matches!(c.act, Act::Stance(_) | Act::Refuse | Act::Undo) && plain(c);
        let holds = self.cues(verb.main).any(stance) && verb.modal.is_none();
        self.says(clause) || holds && party
    }

    /// A party as subject of a verb of speech or thought.
    pub(super) fn says(&self, clause: usize) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        let nameless = |n: usize| self.referents.of(n).is_some_and(|r| r.anonymous.is_some());
        let commits = self.commits(verb);
        let speaker =
            |n: usize| nameless(n) && verb.modal.is_some() || !commits && (self.is_party(n, false) || nameless(n));
        let says = self.cues(verb.main).any(|c| matches!(c.act, Act::Say | Act::Think));
        says && self.clauses.all[clause].subject.is_some_and(speaker)
    }

    /// `would offer`, `must hold`, `confirms`, `promises`: deeds that a text can lay down.
    fn commits(&self, verb: &Verb) -> bool {
        verb.modal.is_some() || self.lexicon.in_set(self.words.at(verb.main).lemma, self.sets.commit) && !verb.past
    }

    pub(super) fn cues(&self, t: usize) -> impl Iterator<Item = &Cue> + '_ {
        self.words.hits_at(t).iter().filter_map(|h| match h.entry {
            Entry::Cue(n) => Some(&self.lexicon.cues[n as usize]),
            _ => None,
        })
    }
}

/// A cue that can tell what a plan does; a stance of a plan is one.
fn tells(cue: &Cue, verb: bool) -> bool {
    let act = matches!(cue.act, Act::Provide | Act::Strip | Act::Change | Act::Stance(_));
    act && if verb {
        cue.class == Class::Verb
    } else {
        cue.class == Class::Adjective && matches!(cue.act, Act::Strip | Act::Provide)
    }
}

/// What is said of plans goes before what is said of anybody.
fn rank(cue: &Cue) -> u8 {
    match cue.act {
        Act::Strip | Act::Change => 2,
        Act::Provide => 2,
        _ => 1,
    }
}

fn status(cue: &Cue, negated: bool, ceased: bool) -> ProvisionStatus {
    match cue.act {
        Act::Strip if negated => ProvisionStatus::Provides,
        Act::Strip => ProvisionStatus::Drops,
        _ if ceased || negated && cue.flags.has(Flag::Gives) => ProvisionStatus::Drops,
        Act::Change => ProvisionStatus::Changes,
        _ => ProvisionStatus::Provides,
    }
}

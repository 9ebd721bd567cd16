//! Conditions: what a position depends on.
//!
//! Owns finding the condition of a clause and whether it is itself a demand.

use super::Dependence;
use super::read::{Draft, Reader};
use crate::clauses::ClauseKind;
use crate::finding::{ConditionKind, Stance};
use crate::lexicon::trie::Entry;
use crate::text::Run;

impl Reader<'_> {
    /// The condition of a clause: a subordinate clause below it (or below its infinitives), or a phrase inside it.
    pub(super) fn condition(&self, clause: usize, complement: Run) -> Option<Dependence> {
        let reach = Run::new(complement.start, self.clauses.all[clause].run.end.max(complement.end));
        let phrase = || self.condition_phrase(reach).filter(|(_, run)| self.same_speech(clause, *run));
        self.condition_clause(clause).or_else(phrase).map(|(kind, run)| Dependence {
            kind,
            run,
            issue: self.issue_of(run),
        })
    }

    fn condition_clause(&self, clause: usize) -> Option<(ConditionKind, Run)> {
        let sentence = self.clauses.all[clause].sentence;
        self.clauses.of_sentence(sentence).find_map(|c| {
            let kind = self.condition_kind(c).filter(|_| self.governed(c, clause))?;
            let run = self.condition_run(c);
            self.same_speech(clause, run).then_some((kind, run))
        })
    }

    /// What is quoted has no condition outside the marks.
    fn same_speech(&self, clause: usize, condition: Run) -> bool {
        let quote = |t: usize| self.text.quote_at(t).is_some();
        !quote(self.clauses.verb(self.phrases, clause).main) || quote(condition.start)
    }

    /// The condition hangs on this clause, directly or through infinitives and participles inside its complement.
    fn governed(&self, condition: usize, clause: usize) -> bool {
        let mut at = self.clauses.all[condition].parent;
        if at.is_some_and(|p| self.behind_tag(p, clause) || Some(p) == self.auxiliary(clause)) {
            return true;
        }
        for _ in 0..16 {
            match at {
                Some(p) if p == clause => return true,
                Some(p) => {
                    let inside = matches!(
                        self.clauses.all[p].kind,
                        ClauseKind::Infinitive | ClauseKind::Gerund | ClauseKind::Participle
                    );
                    let where_ = self.clauses.all[p].kind == ClauseKind::Adverbial && self.asks_how(p);
                    let content = where_
                        || self.clauses.all[p].kind == ClauseKind::That
                            && self.powers[clause] != super::cue::Power::Says;
                    if !(inside || content) {
                        return false;
                    }
                    at = self.clauses.all[p].parent;
                }
                None => return false,
            }
        }
        false
    }

    /// `A is ready to B, the aide said, but only if C`: the clause of speech between them is no part of it.
    fn behind_tag(&self, tag: usize, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        let says = self.powers[tag] == super::cue::Power::Says && self.clauses.all[tag].kind == ClauseKind::Main;
        says && c.kind == ClauseKind::Main && tag > clause && self.clauses.all[tag].run.start >= c.run.end
    }

    /// The clause of a modal that stands apart from its verb (`would Kyiv agree`).
    fn auxiliary(&self, clause: usize) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let parent = c.parent.filter(|_| c.kind == ClauseKind::Infinitive)?;
        let verb = self.clauses.verb(self.phrases, parent);
        (verb.modal == Some(verb.main)).then_some(parent)
    }

    /// The clause, with the words that introduce it (`as long as`).
    fn condition_run(&self, clause: usize) -> Run {
        let mut run = self.clauses.all[clause].run;
        for d in self.clauses.of_sentence(self.clauses.all[clause].sentence) {
            let joined =
                self.clauses.all[d].conjoined == Some(clause) && self.clauses.all[d].kind == ClauseKind::Condition;
            run.end = run.end.max(if joined { self.clauses.all[d].run.end } else { 0 });
        }
        let phrase = self.clauses.all[clause].introducer.and_then(|t| self.introduced_by(t));
        Run::new(phrase.map_or(run.start, |p| p.start.min(run.start)), run.end)
    }

    /// The phrase of several words (`as long as`) that ends with the introducer at `t`.
    fn introduced_by(&self, t: usize) -> Option<Run> {
        (t.saturating_sub(3)..=t).find_map(|i| {
            let hit =
                self.words.hits_at(i).iter().find(|h| {
                    matches!(h.entry, Entry::Set(n) if n == self.sets.provided.number()) && h.run.contains(t)
                });
            hit.map(|h| h.run)
        })
    }

    /// The `if` is the object of the verb right before it (`asked if`, `see if`).
    fn is_asked(&self, t: usize) -> bool {
        let before = t.checked_sub(1).filter(|&b| self.words.tag(b).is_verb());
        before.is_some() && self.is(t, self.sets.if_)
    }

    pub(super) fn condition_kind(&self, clause: usize) -> Option<ConditionKind> {
        let c = &self.clauses.all[clause];
        let t = c.introducer.filter(|_| matches!(c.kind, ClauseKind::Condition | ClauseKind::Adverbial))?;
        if self.introduced_by(t).is_some() {
            return Some(ConditionKind::Provided);
        }
        let only = t > 0 && self.is(t - 1, self.sets.only);
        let past = self.clauses.verb(self.phrases, clause).past;
        if c.kind != ClauseKind::Condition || self.is(t, self.sets.whether) || self.is_asked(t) {
            None
        } else if self.is(t, self.sets.if_) {
            Some(if only { ConditionKind::OnlyIf } else { ConditionKind::If })
        } else if self.is(t, self.sets.unless) {
            Some(ConditionKind::Unless)
        } else if self.is(t, self.sets.until) {
            (!past || !self.is(t, self.sets.plain_time)).then_some(ConditionKind::Until)
        } else if self.is(t, self.sets.once) && (only || !past || !self.is(t, self.sets.plain_time)) {
            Some(if only { ConditionKind::OnlyIf } else { ConditionKind::After })
        } else {
            None
        }
    }

    /// `provided that`, `in exchange for`, `as long as`: from those words to the end of the complement.
    fn condition_phrase(&self, complement: Run) -> Option<(ConditionKind, Run)> {
        let named = [
            (self.sets.provided, ConditionKind::Provided),
            (self.sets.in_exchange, ConditionKind::InExchange),
            (self.sets.only_if, ConditionKind::OnlyIf),
        ];
        self.words.hits_from(complement).iter().find_map(|h| {
            let Entry::Set(n) = h.entry else { return None };
            let (_, kind) = named.iter().find(|(set, _)| set.number() == n)?;
            Some((*kind, Run::new(h.run.start, complement.end)))
        })
    }

    /// The complement up to the condition.
    pub(super) fn without_condition(&self, complement: Run, condition: Option<Dependence>) -> Run {
        match condition {
            Some(c) if complement.contains(c.run.start) && c.run.start > complement.start => {
                Run::new(complement.start, c.run.start)
            }
            _ => complement,
        }
    }

    /// Whether the holder sets the condition: not where it announces harm, nor on a bare `if` with a refusal.
    pub(super) fn condition_demands(&self, draft: &Draft, condition: Dependence) -> bool {
        let bare_if = condition.kind == ConditionKind::If;
        match draft.stance {
            Stance::Threaten => self.is_defied(condition),
            Stance::Demand => {
                !bare_if && condition.kind != ConditionKind::After && condition.kind != ConditionKind::Until
            }
            Stance::Reject => !bare_if,
            Stance::Offer | Stance::Accept => true,
        }
    }
}

//! The words that belong to one mention of a meeting.
//!
//! Owns how far the slots of a noun or verb reach. Never decides what fills them.

use super::Scene;
use super::spot::Spot;
use crate::clauses::ClauseKind;
use crate::finding::MeetingStatus;
use crate::lexicon::cue::{Act, Class};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::phrases::{Chunk, VerbForm};
use crate::text::{Run, TokenKind};

/// Tokens in which the slots of a mention are looked for.
pub(super) struct Zone {
    /// Places and participants.
    pub(super) slots: Vec<usize>,
    /// Dates: these reach into infinitives below the clause (`met to discuss the map on Tuesday`).
    pub(super) dates: Vec<usize>,
    /// The clause whose verb tells of the meeting, rather than of something else.
    pub(super) clause: Option<usize>,
}

impl Scene<'_> {
    pub(super) fn zone(&self, spot: &Spot, apart: &[Run]) -> Zone {
        let mut slots: Vec<usize> = spot.noun.map_or_else(Vec::new, |_| self.chain(spot).iter().collect());
        let mut dates = slots.clone();
        let clauses = self.telling_clauses(spot);
        for &clause in &clauses {
            let others = |t: &usize| !apart.iter().any(|run| run.contains(*t));
            let run = self.text.sentences[spot.sentence].run;
            slots.extend(run.iter().filter(others).filter(|&t| self.clauses.around(spot.sentence, t) == Some(clause)));
            dates.extend(run.iter().filter(others).filter(|&t| self.below(spot.sentence, t, clause)));
        }
        let clause = clauses.first().copied();
        if let Some(above) = clause.and_then(|c| self.planning_clause(c)) {
            let run = self.text.sentences[spot.sentence].run;
            dates.extend(run.iter().filter(|&t| self.clauses.around(spot.sentence, t) == Some(above)));
        }
        for list in [&mut slots, &mut dates] {
            list.sort_unstable();
            list.dedup();
        }
        Zone { slots, dates, clause }
    }

    /// The clause above an infinitive that says when it is planned for: `on Thursday they are due to meet`.
    fn planning_clause(&self, clause: usize) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let parent = c.parent.filter(|_| c.kind == ClauseKind::Infinitive)?;
        let verb = self.clauses.verb(self.phrases, parent);
        (self.act_of(parent).is_some() && (verb.passive || self.is(verb.main, self.sets.be))).then_some(parent)
    }

    /// Inside the clause, or an infinitive or gerund of it.
    fn below(&self, sentence: usize, t: usize, clause: usize) -> bool {
        let mut at = self.clauses.around(sentence, t);
        for _ in 0..4 {
            match at {
                Some(c) if c == clause => return true,
                Some(c) if !self.clauses.all[c].kind.is_finite() => at = self.clauses.all[c].parent,
                _ => return false,
            }
        }
        false
    }

    /// The clauses that tell of the meeting: the verb's own; for a noun, those whose verb says that meetings run or what
    /// becomes of them, if the noun is its subject or object, or is what the clause modifies.
    pub(super) fn telling_clauses(&self, spot: &Spot) -> Vec<usize> {
        let Some(n) = spot.noun else { return spot.clause.into_iter().collect() };
        let chain = self.chain(spot);
        let tells = |&c: &usize| {
            let resumed = self.phrases.nouns[n].prep.is_none() && self.resumes(c, chain);
            let near = spot.clause == Some(c) || self.clauses.all[c].subject == Some(n);
            let own = near && !self.is_apart(spot) && self.argument(c, n);
            (own || resumed || self.clauses.all[c].antecedent == Some(n)) && self.act_of(c).is_some()
        };
        let mut out: Vec<usize> = self.clauses.of_sentence(spot.sentence).filter(tells).collect();
        out.sort_by_key(|&c| spot.clause != Some(c));
        out
    }

    /// The verb right behind a chain with a purpose in it: `talks to end the war began`.
    fn resumes(&self, clause: usize, chain: Run) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        let purpose = chain.iter().any(|t| self.words.tag(t).is_verb());
        verb.form == VerbForm::Finite && verb.run.start == chain.end && purpose
    }

    /// What the verb of a clause, or the adjective behind it, does to a meeting.
    pub(super) fn act_of(&self, clause: usize) -> Option<MeetingStatus> {
        let verb = self.clauses.verb(self.phrases, clause);
        let act = |t: usize, class: Class| {
            let hits = if t < self.words.len() { self.words.hits_at(t) } else { &[] };
            let acts = hits.iter().filter_map(|h| match h.entry {
                Entry::Cue(n) => Some((h.run.len(), &self.lexicon.cues[n as usize])),
                _ => None,
            });
            let fitting = acts.filter_map(|(len, cue)| match cue.act {
                Act::Meeting(status) if cue.class == class => Some((len, status)),
                _ => None,
            });
            fitting.max_by_key(|(len, _)| *len).map(|(_, status)| status)
        };
        let behind = (verb.run.end..verb.run.end + 2).find_map(|t| act(t, Class::Adjective));
        let copula = self.is(verb.main, self.sets.be);
        let has = self.is(verb.main, self.sets.have).then_some(MeetingStatus::Held);
        behind.filter(|_| copula).or_else(|| act(verb.main, Class::Verb)).or(has)
    }

    /// Whether the noun phrase is subject or object of the clause, or stands behind `for`, `in`, `at` right after its verb.
    fn argument(&self, clause: usize, n: usize) -> bool {
        let c = &self.clauses.all[clause];
        let group = self.phrases.nouns[n].group.unwrap_or(n);
        let subject = c.subject.is_some_and(|s| s == n || self.phrases.nouns[s].group.unwrap_or(s) == group);
        let object = self
            .clauses
            .object(self.phrases, clause)
            .is_some_and(|o| o == n || self.phrases.nouns[o].group == Some(group));
        let noun = &self.phrases.nouns[n];
        let after_verb = self.clauses.verb(self.phrases, clause).run.end;
        let oblique = noun.prep.is_some_and(|p| p == after_verb && !self.is(p, self.sets.during));
        let of_object = noun.prep.is_some_and(|p| self.is(p, self.sets.of)) && noun.run.start > c.run.start;
        subject || object || oblique || of_object
    }

    /// A noun with all that hangs on it: `Tuesday's talks with Kyiv in Geneva on Sunday`.
    pub(super) fn chain(&self, spot: &Spot) -> Run {
        let Some(n) = spot.noun else { return spot.run };
        let noun = &self.phrases.nouns[n];
        let start = noun.possessor.map_or(noun.run.start, |p| self.phrases.nouns[p].run.start);
        let start = start - usize::from(start > 0 && self.words.date_begins(start - 1) && noun.prep == Some(start - 1));
        let row = self.phrases.rows[spot.sentence];
        let at = row.iter().find(|&i| self.phrases.chunks[i] == Chunk::Noun(n)).unwrap_or(row.end);
        let mut end = noun.run.end;
        for i in at + 1..row.end.min(at + 24) {
            match self.phrases.chunks[i] {
                Chunk::Noun(m) if self.hangs_on(n, m, end) => end = self.phrases.nouns[m].run.end,
                Chunk::Word(t) if self.links(t) => {}
                Chunk::Verb(v) if self.is_purpose(n, v) => end = self.phrases.verbs[v].run.end,
                _ => break,
            }
        }
        Run::new(start, end)
    }

    /// Whether noun phrase `m` can belong to the meeting `n` before it.
    fn hangs_on(&self, n: usize, m: usize, end: usize) -> bool {
        let next = &self.phrases.nouns[m];
        let again = next.prep.is_some_and(|p| self.is(p, self.sets.apart));
        let joined = next.prep.is_some()
            || next.temporal
            || next.group.is_some()
            || next.apposition.is_some()
            || next.possessor.is_some();
        let place = self.is_place_start(next.run.start);
        let object = self.words.tag(end - 1).is_verb();
        m > n && !again && (joined || place || object || next.possesses) && next.run.start >= end
    }

    /// `talks to end the war in Ukraine on Tuesday`: what they are for does not end what hangs on them.
    fn is_purpose(&self, n: usize, v: usize) -> bool {
        let (noun, verb) = (&self.phrases.nouns[n], &self.phrases.verbs[v]);
        let purpose = matches!(verb.form, VerbForm::Infinitive | VerbForm::Gerund | VerbForm::Participle);
        purpose
            && noun.prep.is_none()
            && self.clauses.of_sentence(verb.sentence).any(|c| {
                let clause = &self.clauses.all[c];
                clause.verb != v && clause.kind.is_finite() && self.phrases.verbs[clause.verb].run.start > verb.run.end
            })
    }

    fn links(&self, t: usize) -> bool {
        let mark = matches!(
            self.text.tokens[t].kind,
            TokenKind::Comma | TokenKind::ParenOpen | TokenKind::ParenClose | TokenKind::Clitic | TokenKind::Hyphen
        );
        mark || matches!(self.words.tag(t), Tag::IN | Tag::TO | Tag::CC | Tag::POS | Tag::RB | Tag::JJ)
    }

    /// A noun in `after the talks in Geneva`: what the clause tells is not told of it.
    pub(super) fn is_apart(&self, spot: &Spot) -> bool {
        let gerund = spot.clause.filter(|_| spot.noun.is_none()).map(|c| self.clauses.verb(self.phrases, c));
        if let Some(verb) = gerund.filter(|v| v.form == VerbForm::Gerund && v.run.start > 0) {
            return self.is(verb.run.start - 1, self.sets.apart);
        }
        let governor = spot.noun.and_then(|n| self.governor(n));
        governor.is_some_and(|p| {
            self.is(p, self.sets.apart) || p > 0 && self.is(p, self.sets.of) && self.is(p - 1, self.sets.apart)
        })
    }

    /// Whether the noun stands behind `after` or `following`.
    pub(super) fn follows(&self, n: usize) -> bool {
        self.governor(n).is_some_and(|p| self.is(p, self.sets.after))
    }

    /// The preposition before a noun, or a participle that is one (`following the talks`).
    fn governor(&self, n: usize) -> Option<usize> {
        let noun = &self.phrases.nouns[n];
        let before = noun.possessor.map_or(noun.run.start, |p| self.phrases.nouns[p].run.start);
        let more = before.checked_sub(3).filter(|_| self.is(before - 1, self.sets.than));
        let hours = noun.prep.filter(|&p| self.is(p, self.sets.of) && p > 0).and_then(|p| self.phrases.noun_at(p - 1));
        let spent = hours.map(|h| &self.phrases.nouns[h]).filter(|h| h.temporal).and_then(|h| h.prep);
        let prep = more.or(spent).filter(|&p| self.is(p, self.sets.apart)).or(noun.prep);
        prep.or_else(|| before.checked_sub(1).filter(|&t| self.is(t, self.sets.apart)))
    }
}

//! What becomes of a meeting, as far as one mention tells: tense, modality, and verbs like plan, offer and call off.
//!
//! Owns that decision. Is given a cue in its clause. Never looks at other sentences.

use super::Scene;
use super::spot::Spot;
use crate::clauses::ClauseKind;
use crate::finding::MeetingStatus::{self, Cancelled, Held, Planned, Proposed};
use crate::lexicon::cue::{Act, Class, Flag};
use crate::lexicon::trie::Entry;
use crate::phrases::VerbForm;
use crate::words::date::Partial;
use jiff::civil::Date;

/// What one mention tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// This.
    Is(MeetingStatus),
    /// Nothing.
    Open,
    /// That there is none: denied, or only supposed.
    Not,
}

impl Fate {
    /// What two mentions of one sentence tell together.
    pub(super) fn with(self, other: Fate) -> Fate {
        match (self, other) {
            (Fate::Is(Cancelled), _) | (_, Fate::Is(Cancelled)) => Fate::Is(Cancelled),
            (Fate::Open, known) => known,
            (known, _) => known,
        }
    }
}

impl Scene<'_> {
    pub(super) fn fate(&self, spot: &Spot, date: Option<Partial>) -> Fate {
        let told = match spot.noun {
            Some(n) => self.fate_of_noun(spot, n, date),
            None if spot.cue.class == Class::Phrase || spot.cue.flags.has(Flag::Weak) => {
                spot.clause.map_or(Fate::Open, |c| self.fate_of_clause(c, date, 0))
            }
            None if self.is_under_way(spot) && !self.is_over(date) => Fate::Is(Planned),
            None => spot.clause.map_or(Fate::Open, |c| self.fate_of_verb(c, date)),
        };
        let ahead = self.calendar.today.zip(date).is_some_and(|(today, date)| date.is_after(today));
        match told {
            Fate::Is(Held) | Fate::Open if ahead => Fate::Is(Planned),
            Fate::Open if date.is_some() => Fate::Is(Held),
            Fate::Open if self.is_awaited(spot) => Fate::Is(Planned),
            told => told,
        }
    }

    /// The day lies before that of the article.
    fn is_over(&self, date: Option<Partial>) -> bool {
        let past = |(today, date): (Date, Partial)| !date.is_after(today) && date != Partial::day(today);
        self.calendar.today.zip(date).is_some_and(past)
    }

    /// `is expected in Moscow` is a plan by itself.
    fn fate_of_verb(&self, clause: usize, date: Option<Partial>) -> Fate {
        match self.act_of(clause) {
            Some(Planned | Proposed | Cancelled) => self.fate_by_act(clause, date),
            _ => self.fate_of_clause(clause, date, 0),
        }
    }

    /// `had no call scheduled` tells of none.
    fn fate_of_noun(&self, spot: &Spot, n: usize, date: Option<Partial>) -> Fate {
        if self.is(self.phrases.nouns[n].run.start, self.sets.no) {
            return Fate::Not;
        }
        let clauses = self.telling_clauses(spot);
        let told = clauses.into_iter().map(|c| self.fate_by_act(c, date)).fold(Fate::Open, Fate::with);
        let before = self.status_before(n).map_or(told, Fate::Is);
        match self.modifier_status(n) {
            Some(status) if before == Fate::Open => Fate::Is(status),
            _ => before,
        }
    }

    /// `ahead of a summit in Brussels`, told in the present.
    fn is_awaited(&self, spot: &Spot) -> bool {
        let ahead = spot.noun.and_then(|n| self.phrases.nouns[n].prep).is_some_and(|p| {
            self.is(p, self.sets.ahead) || p > 0 && self.is(p, self.sets.of) && self.is(p - 1, self.sets.ahead)
        });
        ahead
            && spot.clause.is_some_and(|c| {
                let verb = self.clauses.verb(self.phrases, c);
                verb.form == VerbForm::Finite && !verb.past && !verb.perfect
            })
    }

    /// `the planned summit`, `a possible meeting`.
    fn modifier_status(&self, n: usize) -> Option<MeetingStatus> {
        let noun = &self.phrases.nouns[n];
        self.words.hits_in(noun.run).find_map(|h| match h.entry {
            Entry::Cue(c) => {
                let cue = &self.lexicon.cues[c as usize];
                match cue.act {
                    Act::Meeting(status) if cue.class == Class::Adjective => Some(status),
                    _ => None,
                }
            }
            _ => None,
        })
    }

    /// `a call for talks`, `the idea of a summit`.
    fn status_before(&self, n: usize) -> Option<MeetingStatus> {
        let p = self.phrases.nouns[n].prep?;
        let hits = (p.saturating_sub(2)..p).flat_map(|t| self.words.hits_at(t)).filter(|h| h.run.end == p + 1);
        hits.into_iter().find_map(|h| match h.entry {
            Entry::Cue(c) => match self.lexicon.cues[c as usize].act {
                Act::Meeting(status) => Some(status),
                _ => None,
            },
            _ => None,
        })
    }

    fn fate_by_act(&self, clause: usize, date: Option<Partial>) -> Fate {
        let verb = self.clauses.verb(self.phrases, clause);
        let (negated, had_been) = (verb.negated, verb.past && verb.perfect);
        match self.act_of(clause) {
            Some(Cancelled) if negated => Fate::Open,
            Some(Held) | None => self.fate_of_clause(clause, date, 0),
            Some(Proposed) => Fate::Is(Proposed),
            Some(_) if negated => Fate::Not,
            Some(Planned) if had_been => Fate::Is(Cancelled),
            Some(status) => Fate::Is(status),
        }
    }

    /// By the tense of a clause's verb, or of the clauses above it.
    fn fate_of_clause(&self, clause: usize, date: Option<Partial>, depth: u8) -> Fate {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        if verb.negated || verb.ceased || self.is_supposed(clause) || depth > 6 {
            return Fate::Not;
        }
        if let Some(modal) = verb.modal {
            return Fate::Is(if self.is(modal, self.sets.future) { Planned } else { Proposed });
        }
        match verb.form {
            VerbForm::Finite if verb.past || verb.perfect => Fate::Is(Held),
            VerbForm::Finite | VerbForm::Base => self.fate_of_present(date),
            _ => c.parent.map_or(Fate::Open, |parent| self.fate_under(parent, clause, date, depth)),
        }
    }

    fn is_supposed(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        c.kind == ClauseKind::Condition && c.introducer.is_some_and(|t| self.is(t, self.sets.if_))
    }

    /// The present tells of what is to come when a day is named with it, and of what goes on else.
    fn fate_of_present(&self, date: Option<Partial>) -> Fate {
        match (self.calendar.today, date) {
            (Some(today), Some(date)) if !date.is_after(today) && date != Partial::day(today) => Fate::Is(Held),
            (_, Some(_)) => Fate::Is(Planned),
            _ => Fate::Open,
        }
    }

    /// An infinitive, gerund or participle below `parent`.
    fn fate_under(&self, parent: usize, clause: usize, date: Option<Partial>, depth: u8) -> Fate {
        let above = self.clauses.verb(self.phrases, parent);
        let infinitive = self.clauses.verb(self.phrases, clause);
        let adjoining = infinitive.form == VerbForm::Infinitive && infinitive.run.start <= above.run.end + 1;
        let unreal = above.past && (infinitive.perfect || above.perfect);
        match self.act_of(parent) {
            _ if above.negated || self.is_supposed(parent) => Fate::Not,
            Some(Planned) if adjoining && unreal && above.passive => Fate::Is(Cancelled),
            Some(Held) if adjoining && self.is(above.main, self.sets.be) => {
                Fate::Is(if unreal { Cancelled } else { Planned })
            }
            Some(Held) | None => self.fate_of_clause(parent, date, depth + 1),
            Some(status) => Fate::Is(status),
        }
    }
}

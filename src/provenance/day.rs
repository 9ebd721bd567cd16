//! The day on which words were said.
//!
//! Owns which date of a sentence dates the words rather than what they are about. Is given the calendar. Never counts.

use super::Reader;
use crate::calendar::Dated;
use crate::frames::Frame;
use jiff::civil::Date;

impl Reader<'_> {
    /// The day of a frame's words: of its own past verb, else of the verb of speech, else of what its speaker said before.
    pub(super) fn said_on(&self, frame: &Frame, told: Option<usize>) -> Option<Date> {
        self.own_day(frame).or_else(|| self.day_of(told?)).or_else(|| self.day_before(told?))
    }

    /// `On Friday she demanded that`: a date of the frame's own clause.
    fn own_day(&self, frame: &Frame) -> Option<Date> {
        let clauses = &self.given.clauses;
        let mut clause = clauses.at(frame.sentence, frame.cue.start)?;
        while !clauses.all[clause].kind.is_finite() {
            clause = clauses.all[clause].parent?;
        }
        let verb = clauses.verb(self.given.phrases, clause);
        let found =
            self.day_in(frame.sentence, clause, |d| d.run.start < frame.content.start || d.clause == Some(clause));
        found.filter(|_| verb.past || verb.perfect)
    }

    /// `Peskov said on Tuesday`, `Speaking on Monday, Peskov said`.
    pub(super) fn day_of(&self, told: usize) -> Option<Date> {
        let a = self.attribution(told);
        self.day_in(a.sentence, a.clause?, |d| !a.covers(d.run.start))
    }

    /// The same speaker's words before, in the same paragraph.
    fn day_before(&self, told: usize) -> Option<Date> {
        let a = self.attribution(told);
        let who = &a.speaker.as_ref()?.who;
        self.index.day_before(self.given.text.sentences[a.sentence].paragraph, who, a.sentence)
    }

    /// A date of `clause` or of a clause without a tense beside it, that is a whole day and not to come.
    fn day_in(&self, sentence: usize, clause: usize, dates: impl Fn(&Dated) -> bool) -> Option<Date> {
        let clauses = &self.given.clauses.all;
        let first = self.given.text.sentences[sentence].run.start;
        let opens = |c: usize| {
            let start = clauses[c].run.start;
            clauses[c].parent == Some(clause) && !clauses[c].kind.is_finite() && start <= first + 1
        };
        let fits = |d: &&Dated| {
            !d.bounds && !self.is_quoted(d.run.start) && dates(d) && d.clause.is_some_and(|c| c == clause || opens(c))
        };
        let days = self.given.calendar.of_sentence(sentence).iter().filter(fits).filter_map(|d| d.date?.date());
        days.into_iter().find(|&day| self.given.calendar.today.is_none_or(|today| day <= today))
    }
}

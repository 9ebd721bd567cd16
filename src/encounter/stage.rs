//! Where and when an article's own story happens, as its first sentences tell: `said in Brussels on Thursday`.
//!
//! Owns that place and day. Never finds a meeting.

use super::Scene;
use super::place::Place;
use crate::phrases::VerbForm;
use crate::text::Run;
use crate::words::date::Partial;

/// A place with the day on which something was said or done there.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    pub(super) place: Place,
    pub(super) date: (Partial, Run),
}

impl Scene<'_> {
    /// The place and day of a sentence's first clause, if it has both.
    pub(super) fn stage(&self, sentence: usize) -> Option<Stage> {
        let clause = self.clauses.of_sentence(sentence).next()?;
        let verb = self.clauses.verb(self.phrases, clause);
        let own = |t: usize| self.clauses.around(sentence, t) == Some(clause);
        let past = verb.form == VerbForm::Finite && verb.past && !verb.negated;
        let dates = self.calendar.of_sentence(sentence).iter().filter(|_| past);
        let day = dates.filter(|d| !d.bounds && own(d.run.start)).find_map(|d| Some((d.date?, d.run)));
        let date = day.filter(|(date, _)| date.precision() == 3)?;
        let run = self.text.sentences[sentence].run;
        let place = run.iter().filter(|&t| own(t)).find_map(|t| self.narrow_place(t))?;
        Some(Stage { place, date })
    }
}

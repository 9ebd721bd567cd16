//! The calendar of an article: every date expression with the day, month or year it means.
//!
//! Owns the counting from the article's day and the direction that the tense gives it. Is given date expressions,
//! phrases and clauses. Never knows who acts or what happened on a day.

mod lean;
mod resolve;
#[cfg(test)]
mod tests;

use crate::clauses::Clauses;
use crate::lexicon::Lexicon;
use crate::phrases::Phrases;
use crate::text::{Run, Text};
use crate::words::Words;
use crate::words::date::{From, Partial, When};
use jiff::civil::Date;
pub use lean::Lean;
pub use resolve::resolve;

/// A date expression with what it means.
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    /// Its tokens, the preposition before it not among them.
    pub run: Run,
    /// What the words say.
    pub when: When,
    /// What they mean; none where that depends on a day that is not known.
    pub date: Option<Partial>,
    /// Its sentence.
    pub sentence: usize,
    /// The innermost clause around it.
    pub clause: Option<usize>,
    /// It bounds a time (`by June`, `since January`), and is no day of an event.
    pub bounds: bool,
}

/// All dates of an article, in order.
#[derive(Debug, Default)]
pub struct Calendar {
    /// The dates.
    pub dates: Vec<Dated>,
    /// The day of the article, as far as known: its date, or that of its dateline.
    pub today: Option<Date>,
    /// Per sentence, where its dates begin in `dates`; one more at the end.
    first: Vec<usize>,
}

impl Calendar {
    /// Resolves every date of a text published on `published`.
    pub fn read(
        text: &Text,
        lexicon: &Lexicon,
        words: &Words,
        phrases: &Phrases,
        clauses: &Clauses,
        published: Option<Date>,
    ) -> Calendar {
        let tense = lean::Tense::new(lexicon, words, phrases, clauses);
        let mut out = Calendar { today: published, ..Calendar::default() };
        let (mut last, mut last_in) = (None, usize::MAX);
        let mut found = words.dates().iter().peekable();
        for (sentence, s) in text.sentences.iter().enumerate() {
            out.first.push(out.dates.len());
            while let Some(m) = found.next_if(|m| m.run.start < s.run.end) {
                let clause = clauses.around(sentence, m.run.start);
                let lean = tense.lean(sentence, clause, m.run);
                let beside = matches!(m.when, When::Count { from: From::Beside, .. });
                let date = resolve(m.when, published, last.filter(|_| !beside || last_in == sentence), lean);
                if date.is_some() && text.paragraphs[s.paragraph].kind.is_read() {
                    (last, last_in) = (date, sentence);
                }
                let bounds = tense.bounds(m.run);
                out.dates.push(Dated { run: m.run, when: m.when, date, sentence, clause, bounds });
            }
        }
        out.first.push(out.dates.len());
        out
    }

    /// The dates of a sentence.
    pub fn of_sentence(&self, sentence: usize) -> &[Dated] {
        match (self.first.get(sentence), self.first.get(sentence + 1)) {
            (Some(&start), Some(&end)) => &self.dates[start..end],
            _ => &[],
        }
    }

    /// The day on which the words of `clause` were said: a date of its own (`Peskov said on Tuesday`) or of a gerund
    /// that opens the sentence (`Speaking on Monday, Peskov said`); none where neither names one.
    pub fn said_on(&self, clauses: &Clauses, sentence: usize, clause: usize) -> Option<Partial> {
        let kin = |c: usize| c == clause || clauses.all[c].parent == Some(clause) && !clauses.all[c].kind.is_finite();
        let found = self.of_sentence(sentence).iter().filter(|d| !d.bounds && d.date.is_some());
        let own = found.clone().find(|d| d.clause == Some(clause));
        own.or_else(|| found.clone().find(|d| d.clause.is_some_and(kin))).and_then(|d| d.date)
    }
}

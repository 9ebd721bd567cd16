//! Firmness: how firmly a position is held.
//!
//! Owns the words that harden or soften a position, beside its cue or in the sentence that sums it up. Never changes who
//! holds what.

use super::Frame;
use super::read::Reader;
use crate::finding::{Firmness, Stance};
use crate::lexicon::SetId;
use crate::lexicon::trie::Entry;
use crate::text::Run;

impl Reader<'_> {
    /// Settles the firmness of every frame, once all of them are read.
    pub(super) fn settle_firmness(&mut self) {
        let settled: Vec<Firmness> = self.out.all.iter().map(|frame| self.firmness_of(frame)).collect();
        self.out.all.iter_mut().zip(settled).for_each(|(frame, firmness)| frame.firmness = firmness);
    }

    fn firmness_of(&self, frame: &Frame) -> Firmness {
        let gives = matches!(frame.stance, Stance::Offer | Stance::Accept);
        let near = Run::new(frame.cue.start.min(frame.evidence.start), frame.cue.end.max(frame.evidence.end));
        if !gives && self.hardened(frame, near) {
            return Firmness::RedLine;
        }
        let softened =
            self.says(near, self.sets.soft_words) || gives && self.says(self.chain(frame), self.sets.open_words);
        match frame.firmness {
            Firmness::Firm if softened && frame.stance != Stance::Reject => Firmness::Open,
            implied => implied,
        }
    }

    /// `will never`, `a red line`; or the next sentence says so of this one (`That is our last word`).
    fn hardened(&self, frame: &Frame, near: Run) -> bool {
        let verb = self.says(frame.cue, self.sets.never) || self.says(near, self.sets.firm_words);
        verb || self.upshot(frame).is_some_and(|run| self.says(run, self.sets.firm_words))
    }

    /// From the cue to where its own infinitives end: what the holder would do about it.
    fn chain(&self, frame: &Frame) -> Run {
        let mut end = frame.cue.end;
        for clause in self.clauses.of_sentence(frame.sentence) {
            let verb = self.clauses.verb(self.phrases, clause).run;
            if verb.start >= frame.cue.start && verb.start <= end + 1 {
                end = end.max(verb.end);
            }
        }
        Run::new(frame.cue.start, end)
    }

    /// The sentence behind a frame's, where it begins with `that is`.
    fn upshot(&self, frame: &Frame) -> Option<Run> {
        let next = self.text.sentences.get(frame.sentence + 1)?;
        let same = next.paragraph == self.text.sentences[frame.sentence].paragraph;
        let run = next.run;
        let sums_up =
            self.is(run.start, self.sets.demonstrative) && run.len() > 2 && self.is(run.start + 1, self.sets.be);
        (same && sums_up).then_some(run)
    }

    /// A word or phrase of `set` stands inside `run`.
    fn says(&self, run: Run, set: SetId) -> bool {
        let phrase = |h: &crate::words::Hit| matches!(h.entry, Entry::Set(n) if n == set.number());
        self.run_has(run, set) || self.words.hits_in(run).any(phrase)
    }
}

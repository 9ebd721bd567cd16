//! Positions named behind their content: `"...," Svyrydenko promised`, `A, Merz demanded`.
//!
//! Owns the way from such a verb back to what it says. Never reads a content that carries a position of its own.

use super::Dependence;
use super::read::Reader;
use crate::text::Run;

impl Reader<'_> {
    /// What stands before the verb of `clause` and is said by it; none where a position was read from it already.
    pub(super) fn said_before(&self, clause: usize, cue: Run) -> Option<Run> {
        let attribution = self.attributions.of_clause(clause).find(|a| !a.negated)?;
        let said = attribution.reach();
        let own = attribution.cue.is_some_and(|run| run.start < cue.end && cue.start < run.end);
        let read = || self.read_cues.range(said.start..said.end.max(said.start)).next().is_some();
        let here = self.text.sentences[self.clauses.all[clause].sentence].run.contains(said.start);
        (here && own && said.end <= cue.start && !said.is_empty() && !read()).then_some(said)
    }

    /// The condition of what is said before the verb.
    pub(super) fn condition_before(&self, said: Option<Run>, sentence: usize) -> Option<Dependence> {
        let said = said?;
        let main = self.clauses.of_sentence(sentence).filter(|&c| self.clauses.all[c].kind.is_finite());
        let mut main = main.filter(|&c| said.contains(self.clauses.verb(self.phrases, c).main));
        main.find_map(|c| self.condition(c, self.clauses.complement(self.phrases, c)))
    }
}

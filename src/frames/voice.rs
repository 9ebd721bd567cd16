//! The voice: who speaks at a place of the text.
//!
//! Owns the way from a content to its speaker as holder.

use super::Holder;
use super::cue::Power;
use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::finding::Via;

impl Reader<'_> {
    /// The speaker of the words at `t`, as holders (by first person).
    pub(super) fn voice_holders(&self, t: usize) -> Vec<Holder> {
        let Some(noun) = self.voice_noun(t) else { return Vec::new() };
        let Some(referent) = self.referents.of(noun) else { return Vec::new() };
        let mut out = self.of_referent(referent, self.phrases.nouns[noun].run);
        out.iter_mut().for_each(|h| h.via = Via::FirstPerson);
        out
    }

    /// The noun phrase of the speaker: the subject of the nearest clause of speech above or beside.
    fn voice_noun(&self, t: usize) -> Option<usize> {
        let sentence = self.text.sentence_of(t);
        let own = self.clauses.at(sentence, t);
        let mut at = own;
        while let Some(c) = at {
            let clause = &self.clauses.all[c];
            if clause.kind == ClauseKind::That && clause.parent.is_some_and(|p| self.powers[p] == Power::Says) {
                return clause.parent.and_then(|p| self.clauses.all[p].subject);
            }
            at = clause.parent;
        }
        let says = self.clauses.of_sentence(sentence).find(|&c| self.powers[c] == Power::Says && Some(c) != own);
        says.and_then(|c| self.clauses.all[c].subject)
    }
}

//! Outlets that pass on what others say: `..., NBC reported`.
//!
//! Owns who relays. Is given the attributions of whole paragraphs. Never makes one.

use super::{Attribution, Reader};
use crate::finding::ActorKind;
use crate::lexicon::cue::Flag;

impl Reader<'_> {
    /// A quotation that an outlet reports belongs to who spoke before in the paragraph.
    pub(super) fn relay(&self, all: &mut [Attribution]) {
        all.sort_by_key(|a| (a.reach().start, std::cmp::Reverse(a.reach().end)));
        for i in 0..all.len() {
            if !self.relays(&all[i]) || all[i].quotes.is_empty() {
                continue;
            }
            let paragraph = self.text.sentences[all[i].sentence].paragraph;
            let earlier = (0..i).rev().take_while(|&j| self.text.sentences[all[j].sentence].paragraph == paragraph);
            let Some(j) = earlier
                .into_iter()
                .find(|&j| all[j].noun.is_some() && all[j].noun != all[i].noun && !self.is_outlet(&all[j]))
            else {
                continue;
            };
            let (source, noun, speaker) = (all[j].source, all[j].noun, all[j].speaker.clone());
            let own = &mut all[i];
            own.relayed_by = own.noun;
            (own.source, own.noun, own.speaker) = (source, noun, speaker);
            own.reason = "passed on by an outlet";
        }
    }

    fn relays(&self, a: &Attribution) -> bool {
        let flagged = a.cue.is_some_and(|run| {
            self.words.hits_from(run).iter().any(|h| match h.entry {
                crate::lexicon::trie::Entry::Cue(c) => self.lexicon.cues[c as usize].flags.has(Flag::Relays),
                _ => false,
            })
        });
        flagged && self.is_outlet(a)
    }

    fn is_outlet(&self, a: &Attribution) -> bool {
        a.speaker.as_ref().is_some_and(|s| {
            !s.who.is_empty() && s.who.iter().all(|&id| self.referents.character(id).kind == ActorKind::Organisation)
        })
    }
}

//! What a position on a plan as such says of it: taken, refused, left open, to be changed.
//!
//! Owns the verdict. Is given a frame. Never decides whether the frame is about the plan.

use crate::finding::{Firmness, Stance, VerdictKind};
use crate::frames::Frame;
use crate::lexicon::Lexicon;
use crate::lexicon::cue::Act;
use crate::lexicon::trie::Entry;
use crate::text::Run;
use crate::words::Words;

/// The verdict of a frame whose issue is a plan; none where it only presses others.
pub fn verdict(lexicon: &Lexicon, words: &Words, frame: &Frame) -> Option<VerdictKind> {
    match frame.stance {
        Stance::Reject => Some(VerdictKind::Rejects),
        Stance::Accept | Stance::Offer if frame.firmness == Firmness::Open => Some(VerdictKind::Open),
        Stance::Accept | Stance::Offer => Some(VerdictKind::Accepts),
        Stance::Demand => changes(lexicon, words, frame).then_some(VerdictKind::Amends),
        Stance::Threaten => None,
    }
}

/// `demanded changes to`, `wants the draft amended`.
fn changes(lexicon: &Lexicon, words: &Words, frame: &Frame) -> bool {
    let set = lexicon.set("plan-amends");
    let near = Run::new(frame.cue.start.min(frame.content.start), frame.cue.end.max(frame.content.end));
    let change = |entry: &Entry| matches!(entry, Entry::Cue(c) if lexicon.cues[*c as usize].act == Act::Change);
    words.hits_in(near).any(|h| change(&h.entry)) || near.iter().any(|t| words.is(lexicon, t, set))
}

//! Frames: who holds what.
use crate::clauses::Clauses;
use crate::lexicon::Lexicon;
use crate::phrases::Phrases;
use crate::referent::Referents;
use crate::text::Text;
use crate::words::Words;
/// All frames.
#[derive(Debug, Default)]
pub struct Frames {}
impl Frames {
    /// Reads.
    pub fn read(_: &Text, _: &Lexicon, _: &Words, _: &Phrases, _: &Clauses, _: &Referents) -> Frames {
        Frames {}
    }
}

//! Frames: who holds which stance on which issue, and why it was read so.
//!
//! Owns cue, holder, addressee, polarity, modality, condition and complement of every position. Is given all layers
//! below. Each slot is filled by grammar or by a named fallback, or the frame is dropped. Never knows an output.

mod addressee;
mod adjective;
mod anaphora;
mod answer;
mod complement;
mod condition;
mod cue;
mod existential;
mod firmness;
mod holder;
mod imperative;
pub mod issue;
pub mod lineage;
mod list;
mod modality;
mod necessity;
mod noun;
pub mod provision;
mod read;
mod stand;
mod stipulation;
mod threat;
mod trailing;
mod verb;
mod voice;
mod weighed;

use crate::finding::{Basis, ConditionKind, Firmness, Modality, Stance, Via};
use crate::lexicon::issues::IssueId;
use crate::referent::CharacterId;
use crate::text::Run;

/// Who holds a position.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    /// Character of the cast; none for a source without name or side.
    pub who: Option<CharacterId>,
    /// The words, for a source without a name.
    pub anonymous: Option<Run>,
    /// The words that lead to it.
    pub mention: Option<Run>,
    /// How they do.
    pub via: Via,
}

/// What a position depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dependence {
    /// Which kind.
    pub kind: ConditionKind,
    /// The words.
    pub run: Run,
    /// What they are about.
    pub issue: Option<IssueId>,
}

impl Dependence {
    /// Nothing comes without it: `only if`, `provided`, `unless`, `in exchange for`; not a bare `if`, `after`, `until`.
    pub(crate) const fn is_strict(self) -> bool {
        matches!(
            self.kind,
            ConditionKind::OnlyIf | ConditionKind::Provided | ConditionKind::Unless | ConditionKind::InExchange
        )
    }
}

/// One position.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Who holds it.
    pub holder: Holder,
    /// The stance.
    pub stance: Stance,
    /// The issue.
    pub issue: IssueId,
    /// Who is to act.
    pub addressee: Option<CharacterId>,
    /// What it depends on.
    pub condition: Option<Dependence>,
    /// How firm.
    pub firmness: Firmness,
    /// Whether it holds now.
    pub modality: Modality,
    /// Whether a slot was carried over.
    pub basis: Basis,
    /// The words that carry the stance.
    pub cue: Run,
    /// Id of the lexicon entry or rule.
    pub rule: String,
    /// What it is about.
    pub content: Run,
    /// The clause that shows it.
    pub evidence: Run,
    /// Its sentence.
    pub sentence: usize,
}

/// A reading that was considered and dropped.
#[derive(Clone, Debug)]
pub struct Dropped {
    /// Its cue.
    pub cue: Run,
    /// Id of the lexicon entry or rule.
    pub rule: String,
    /// Why.
    pub reason: &'static str,
}

/// All frames of a text.
#[derive(Debug, Default)]
pub struct Frames {
    /// In the order of their cues.
    pub all: Vec<Frame>,
    /// What was considered and dropped.
    pub dropped: Vec<Dropped>,
}

//! Kinds of finding, one file each: the finished layers projected into the contract's shapes.
//!
//! Owns the projection and the order inside each list. Never finds a subject itself, never knows another kind,
//! a format or a terminal.

pub mod actors;
pub mod demands;
pub mod figures;
pub mod meetings;
pub mod plans;
pub mod provisions;
pub mod said;
pub mod statements;

use crate::article::Article;
use crate::attribution::Attributions;
use crate::calendar::Calendar;
use crate::clauses::Clauses;
use crate::encounter::Encounters;
use crate::finding::{Party, Span};
use crate::frames::Frames;
use crate::frames::lineage::Lineage;
use crate::frames::provision::Provisions;
use crate::lexicon::Lexicon;
use crate::phrases::Phrases;
use crate::provenance::Provenances;
use crate::referent::plan::PlanMentions;
use crate::referent::{CharacterId, Referents};
use crate::text::{Run, Text};
use crate::words::Words;

/// All layers of one article, built and only read.
pub struct Layers<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its segmentation.
    pub text: &'a Text<'a>,
    /// The lexicon in force.
    pub lexicon: &'a Lexicon,
    /// Words.
    pub words: &'a Words,
    /// Phrases.
    pub phrases: &'a Phrases,
    /// Clauses.
    pub clauses: &'a Clauses,
    /// Dates.
    pub calendar: &'a Calendar,
    /// Referents.
    pub referents: &'a Referents,
    /// Attributions.
    pub attributions: &'a Attributions,
    /// Plans.
    pub plans: &'a PlanMentions,
    /// Meetings.
    pub encounters: &'a Encounters,
    /// Frames.
    pub frames: &'a Frames,
    /// Where the plans come from.
    pub lineage: &'a Lineage,
    /// Provisions.
    pub provisions: &'a Provisions,
    /// Where the frames come from.
    pub provenances: &'a Provenances,
}

impl Layers<'_> {
    /// The place of a run of tokens.
    pub fn span(&self, run: Run) -> Span {
        span(self.text, run)
    }

    /// A character as a party of a finding.
    pub fn party(&self, id: CharacterId) -> Party {
        let character = self.referents.character(id);
        Party {
            id: Some(character.id.clone()),
            name: character.name.clone(),
            kind: Some(character.kind),
            side: character.side,
            via: None,
            mention: None,
        }
    }
}

/// The place of a run of tokens: characters, verbatim text, line.
pub fn span(text: &Text, run: Run) -> Span {
    let (start, end) = text.bytes(run);
    Span {
        start: text.char_of(start),
        end: text.char_of(end),
        text: text.source[start..end].to_owned(),
        line: text.line_of(start),
    }
}

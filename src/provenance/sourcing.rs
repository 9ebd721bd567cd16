//! Sourcing: the holder's own words, a published text, a paraphrase, a nameless source, a leak, or somebody else.
//!
//! Owns the choice between them. Is given who tells of a frame. Never looks for words itself: `mark` does.

use super::Reader;
use super::relation::Relation;
use crate::attribution::Attribution;
use crate::finding::{ActorKind, Sourcing};
use crate::frames::Frame;
use crate::lexicon::cue::Flag;
use crate::lexicon::tag::Tag;
use crate::text::{Run, TokenKind};

/// So many quoted words may be a name or a scare quote.
const SCARE: usize = 3;

impl Reader<'_> {
    /// Through whom the article knows of a frame, and why.
    pub(super) fn sourcing(&self, frame: &Frame, told: Option<usize>, covering: &[usize]) -> (Sourcing, &'static str) {
        let around = self.around(frame, covering);
        if self.leaked(&around) {
            return (Sourcing::Leaked, "a leaked paper or call");
        }
        let told = told.map(|a| self.attribution(a));
        if told.is_some_and(|a| self.nameless(a)) || told.is_some() && self.unnamed(&around) {
            return (Sourcing::Anonymous, "a source without a name");
        }
        let relation = told.map_or(Relation::Nameless, |a| self.speaks_for(a, frame));
        if relation == Relation::Same && self.quoted(frame.cue) || self.quotes_holder(frame, told) {
            return (Sourcing::Direct, "quoted words of the holder");
        }
        if covering.iter().any(|&a| self.is_outlet(self.attribution(a)) || self.attribution(a).relayed_by.is_some()) {
            return (Sourcing::SecondHand, "told by another outlet");
        }
        if relation == Relation::Other {
            return (Sourcing::SecondHand, "told by another party");
        }
        let written = told.is_some_and(|a| a.covers(frame.cue.start) && self.is_written(a));
        if written || self.published(&around) {
            return (Sourcing::Official, "a published text");
        }
        (Sourcing::Reported, "the article's own account or a paraphrase")
    }

    fn quoted(&self, run: Run) -> bool {
        !run.is_empty() && self.is_quoted(run.start)
    }

    /// `Sybiha wants "every child back"`: most of the content stands in marks, and nobody else says it.
    fn quotes_holder(&self, frame: &Frame, told: Option<&Attribution>) -> bool {
        let words = |t: &usize| matches!(self.given.text.tokens[*t].kind, TokenKind::Word | TokenKind::Number);
        let all = frame.content.iter().filter(words).count();
        let quoted = frame.content.iter().filter(words).filter(|&t| self.is_quoted(t)).count();
        let own = told.is_none_or(|a| self.speaks_for(a, frame) == Relation::Same);
        own && !self.quoted(frame.cue) && quoted > SCARE && quoted * 2 > all
    }

    /// No name, no paper, no outlet, no office that speaks on the record.
    fn nameless(&self, a: &Attribution) -> bool {
        let Some(source) = a.source else { return false };
        if self.find(source, self.sets.unnamed).is_some() {
            return true;
        }
        let known = a.speaker.as_ref().is_some_and(|s| !s.who.is_empty() && s.anonymous.is_none());
        let head = a.noun.map_or(source.end - 1, |n| self.given.phrases.nouns[n].head);
        let named = [self.sets.document, self.sets.outlet, self.sets.on_record].iter().any(|&set| self.is(head, set));
        !known && !named && matches!(self.given.words.tag(head), Tag::NN | Tag::NNS | Tag::CD | Tag::DT)
    }

    /// Another outlet speaks, by name or not.
    fn is_outlet(&self, a: &Attribution) -> bool {
        let named = a.speaker.as_ref().is_some_and(|s| {
            let outlet = |&id: &usize| {
                let character = self.given.referents.character(id);
                character.kind == ActorKind::Organisation && character.state.is_none()
            };
            !s.who.is_empty() && s.who.iter().all(outlet)
        });
        named || a.noun.is_some_and(|n| self.is_nameless_outlet(n))
    }

    /// `a newspaper`; not `this newspaper`.
    fn is_nameless_outlet(&self, n: usize) -> bool {
        let noun = &self.given.phrases.nouns[n];
        let nobody = self.given.referents.of(n).is_none_or(|r| r.who.is_empty());
        nobody && self.is(noun.head, self.sets.outlet) && !self.is(noun.run.start, self.sets.own_outlet)
    }

    /// Said in writing (`posted`, `wrote`), or by a paper (`the statement said`).
    fn is_written(&self, a: &Attribution) -> bool {
        let written = a.entry.is_some_and(|e| self.given.lexicon.cues[e as usize].flags.has(Flag::Written));
        let paper = a.noun.is_some_and(|n| self.is(self.given.phrases.nouns[n].head, self.sets.published));
        written || paper
    }
}

//! Attributions made by a verb: `X said A`, `"A," said X`, `A, X said, B`, `X, saying A`.
//!
//! Owns how source, cue and contents of one verb come together. Where each lies is for `source`, `right` and `left`.

use super::cue::VerbCue;
use super::right::Right;
use super::{Attribution, Reader};
use crate::clauses::ClauseKind;
use crate::finding::Mode;
use crate::lexicon::cue::Act;
use crate::phrases::VerbForm;
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The attribution that the verb of a clause makes; `earlier` are those of the clauses before.
    pub(super) fn by_verb(&self, clause: usize, cue: &VerbCue, earlier: &[Attribution]) -> Option<Attribution> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let scope = self.scope(c.sentence, verb.main);
        let noun = self.subject(clause, cue, earlier);
        let source = noun.map(|n| self.source_run(n, verb.run, scope));
        let core = source.map_or(cue.run, |s| if s.overlaps(scope) { hull(s, cue.run) } else { cue.run });
        let right = self.right(clause, cue, source.filter(|s| s.start >= verb.run.end), scope);
        let contents = self.contents(clause, cue, core, &right, scope)?;
        let gesture = !cue.clause && !cue.object && !cue.predicate && !cue.infinitive;
        if gesture && !noun.is_some_and(|n| self.can_speak(n)) {
            return None;
        }
        let reason = if contents.len() > 1 || contents[0].start < core.start {
            "verb behind or within it"
        } else {
            "verb before it"
        };
        let mut found = self.blank(noun, source, contents, c.sentence, reason);
        found.cue = Some(cue.run);
        found.entry = Some(cue.entry);
        found.act = cue.act;
        found.clause = Some(clause);
        found.venue = right.venue;
        found.negated = verb.negated;
        found.asked = cue.asks || right.asked;
        Some(found)
    }

    /// The pieces of what the verb attributes.
    fn contents(&self, clause: usize, cue: &VerbCue, core: Run, right: &Right, scope: Run) -> Option<Vec<Run>> {
        if self.in_as_clause(clause) && right.content.is_none() {
            return self.around(core, right.end, scope);
        }
        let directly = right.content.is_some() && !right.behind_comma;
        let trails = !directly && self.can_trail(clause, cue, core);
        let fits = |l: &Run| cue.clause && !cue.asks || self.kind(l.end - 1) == TokenKind::Close;
        let left = if trails { self.left(core, scope).filter(fits) } else { None };
        match (left, right.content) {
            (Some(left), Some(content)) => Some(vec![left, content]),
            (Some(left), None) => {
                let more = self.medial(left, right, scope);
                Some(std::iter::once(left).chain(more).collect())
            }
            (None, None) if cue.act == Act::Say && cue.clause => self.interrupted(core, right, scope),
            (None, Some(content))
                if !right.behind_comma || self.text.quotes.binary_search_by_key(&content.start, |q| q.open).is_ok() =>
            {
                Some(vec![content])
            }
            _ => None,
        }
    }

    /// Whether the source and its verb may stand behind what they attribute.
    fn can_trail(&self, clause: usize, cue: &VerbCue, core: Run) -> bool {
        let c = &self.clauses.all[clause];
        let speaks = cue.act == Act::Say || cue.clause && cue.act != Act::Show;
        let apart = core.end <= cue.run.end && core.start < cue.run.start && !self.touches(core, cue.run);
        let tensed =
            matches!(c.kind, ClauseKind::Main | ClauseKind::That | ClauseKind::Adverbial | ClauseKind::Relative);
        let thinks_not = cue.act != Act::Say && self.clauses.verb(self.phrases, clause).negated;
        speaks && tensed && !thinks_not && !(c.inherited && apart)
    }

    /// Nothing finite stands between the start of `core` and the cue in it.
    fn touches(&self, core: Run, cue: Run) -> bool {
        !(core.start..cue.start).any(|t| self.words.tag(t).is_finite())
    }

    /// `as X said`.
    fn in_as_clause(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        c.introducer.is_some_and(|t| self.is(t, self.sets.as_)) && c.kind == ClauseKind::Adverbial
    }

    /// An attribution with everything but its cue.
    pub(super) fn blank(
        &self,
        noun: Option<usize>,
        source: Option<Run>,
        contents: Vec<Run>,
        sentence: usize,
        reason: &'static str,
    ) -> Attribution {
        Attribution {
            utterance: contents.first().map_or(0, |c| c.start),
            source,
            noun,
            speaker: noun.and_then(|n| self.speaker(n)),
            cue: None,
            entry: None,
            act: Act::Say,
            contents,
            mode: Mode::Indirect,
            quotes: Vec::new(),
            clause: None,
            venue: None,
            relayed_by: None,
            negated: false,
            asked: false,
            sentence,
            reason,
        }
    }

    /// Whether the verb of a clause stands alone as a gerund or participle.
    pub(super) fn is_reduced(&self, clause: usize) -> bool {
        matches!(self.clauses.verb(self.phrases, clause).form, VerbForm::Gerund | VerbForm::Participle)
    }
}

/// The smallest run around both.
pub(super) fn hull(a: Run, b: Run) -> Run {
    Run::new(a.start.min(b.start), a.end.max(b.end))
}

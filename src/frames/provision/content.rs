//! Contents: the words that a plan provides, in pieces, and the issue of each.
//!
//! Owns splitting and the fallbacks for contents that only take up what was said (`it`, `100 days`).

use super::read::Reader;
use crate::clauses::ClauseKind;
use crate::frames::issue::{Scores, TermHit};
use crate::lexicon::issues::IssueId;
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::text::{Run, TokenKind};

/// What a piece must score by itself.
const OWN: f32 = 1.0;
/// What it must reach with the rest of its clause.
const ENOUGH: f32 = 2.0;
/// The share of the rest of the clause.
const REST: f32 = 0.3;
/// The share of the sentence for a piece that takes something up (`that they stay`).
const AROUND: f32 = 0.8;
/// The share of the strongest that the issue of another piece must reach.
const NEAR: f32 = 0.4;
/// What a piece must reach to stand beside any other.
const SURE: f32 = 4.0;
/// Tokens in which a piece that takes something up shows it.
const OPENING: usize = 3;
/// Sentences that an anaphoric content looks back.
const BACK: usize = 2;

impl Reader<'_> {
    pub(super) fn score(&self, run: Run) -> Scores {
        let hits = self.words.hits_in(run).filter_map(|h| match h.entry {
            Entry::Term(term) => Some(TermHit { start: h.run.start, end: h.run.end, term }),
            _ => None,
        });
        self.lexicon.issues.score(&hits.collect::<Vec<_>>())
    }

    /// The best issue of a run that is about something.
    pub(super) fn issue_of(&self, run: Run) -> Option<IssueId> {
        self.about(&self.score(run), ENOUGH)
    }

    /// The best issue that is no matter of procedure.
    fn about(&self, scores: &Scores, threshold: f32) -> Option<IssueId> {
        let table = &self.lexicon.issues;
        let best = table.best(scores, threshold);
        best.into_iter().find(|(issue, score)| *score >= threshold && !table.yields(*issue)).map(|(issue, _)| issue)
    }

    /// The issues of contents, with the piece that carries each.
    pub(super) fn issues(&self, contents: &[Run], clause: Run, sentence: usize) -> Vec<(IssueId, Run)> {
        let rest = self.score(clause);
        let around = self.score(self.text.sentences[sentence].run);
        let mut out: Vec<(IssueId, Run, f32)> = Vec::new();
        for piece in contents.iter().flat_map(|&run| self.pieces(run)) {
            let own = self.score(piece);
            if self.about(&own, OWN).is_none() {
                continue;
            }
            let anaphoric = self.is_anaphoric(Run::new(piece.start, piece.end.min(piece.start + OPENING)));
            let whole = own.plus(if anaphoric { &around } else { &rest }, if anaphoric { AROUND } else { REST });
            let found = self
                .about(&own, ENOUGH)
                .filter(|&issue| !anaphoric || own.of(issue) >= SURE)
                .or_else(|| self.about(&whole, ENOUGH));
            out.extend(found.map(|issue| (issue, piece, whole.of(issue))));
        }
        let strongest = out.iter().map(|o| o.2).fold(0.0, f32::max);
        out.retain(|o| o.2 >= NEAR * strongest || o.2 >= SURE);
        let mut found: Vec<(IssueId, Run)> = Vec::new();
        for (issue, piece, _) in out {
            if !found.iter().any(|(known, _)| *known == issue) {
                found.push((issue, piece));
            }
        }
        if found.is_empty() {
            let whole = contents.iter().find_map(|&run| Some((self.issue_of(run)?, run)));
            found.extend(whole.or_else(|| self.taken_up(contents, sentence)));
        }
        found
    }

    /// An issue from around, for a content that is a pronoun or a bare number.
    fn taken_up(&self, contents: &[Run], sentence: usize) -> Option<(IssueId, Run)> {
        let run = *contents.iter().find(|r| !r.is_empty())?;
        let words = run.iter().filter(|&t| self.text.tokens[t].kind == TokenKind::Word).count();
        let anaphoric = self.is_anaphoric(run);
        let figure = run.iter().any(|t| self.words.tag(t) == Tag::CD);
        if words > 6 || !(anaphoric || figure) {
            return None;
        }
        let within = |back: usize| self.last.filter(|(_, s)| s + back >= sentence).map(|(issue, _)| issue);
        let around = || self.issue_of(self.text.sentences[sentence].run);
        within(0).or_else(around).or_else(|| within(BACK)).map(|issue| (issue, run))
    }

    fn is_anaphoric(&self, run: Run) -> bool {
        run.iter().any(|t| self.words.tag(t) == Tag::PRP && !self.is_person(t))
    }

    fn is_person(&self, t: usize) -> bool {
        self.is(t, self.sets.first_person) || self.is(t, self.sets.i)
    }

    /// A run split at conjunctions between phrases, commas, semicolons and dashes.
    fn pieces(&self, run: Run) -> Vec<Run> {
        let mut out = Vec::new();
        let mut start = run.start;
        for t in run.iter().filter(|&t| self.splits(t)) {
            out.push(Run::new(start, t));
            start = t + 1;
        }
        out.push(Run::new(start, run.end));
        out.retain(|r| !r.is_empty());
        out
    }

    fn splits(&self, t: usize) -> bool {
        let inside = self.phrases.noun_at(t.wrapping_sub(1)).is_some_and(|n| self.phrases.nouns[n].run.contains(t + 1));
        match self.text.tokens[t].kind {
            TokenKind::Comma if self.joins_names(t) => false,
            TokenKind::Comma | TokenKind::Semicolon | TokenKind::Dash | TokenKind::Colon => true,
            _ if self.exchanges(t) || self.opens_condition(t) => true,
            _ => self.words.tag(t) == Tag::CC && !inside && !self.joins_names(t),
        }
    }

    /// `before it regains control`: what has to come first is a matter of its own.
    fn opens_condition(&self, t: usize) -> bool {
        let sentence = self.text.sentence_of(t);
        self.clauses.of_sentence(sentence).any(|c| {
            let clause = &self.clauses.all[c];
            clause.kind == ClauseKind::Condition && clause.introducer == Some(t)
        })
    }

    /// `in exchange for`, `in return for`.
    fn exchanges(&self, t: usize) -> bool {
        let set = Entry::Set(self.sets.in_exchange.number());
        self.words.hits_at(t).iter().any(|h| h.entry == set)
    }

    /// Between the names of a row: `in Donetsk, Luhansk and Kherson`.
    fn joins_names(&self, t: usize) -> bool {
        let group = |n: usize| self.phrases.nouns[n].group;
        let left = (1..3)
            .find_map(|back| self.phrases.noun_at(t.checked_sub(back)?))
            .filter(|&n| self.words.tag(self.phrases.nouns[n].head) == Tag::NNP);
        let named = |&n: &usize| self.phrases.nouns[n].run.iter().any(|t| self.words.tag(t) == Tag::NNP);
        let right = (t + 1..t + 3).find_map(|i| self.phrases.noun_at(i)).filter(named);
        left.zip(right).is_some_and(|(a, b)| group(a).is_some() && group(a) == group(b))
    }
}

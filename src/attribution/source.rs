//! Sources: how far the words of a source reach, and who it is.
//!
//! Owns modifiers and appositions of a source. Is given the phrase that speaks. Never looks at contents.

use super::Reader;
use crate::clauses::ClauseKind;
use crate::lexicon::tag::Tag;
use crate::phrases::{Chunk, VerbForm};
use crate::referent::Referent;
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// Where phrase `n` begins, its possessors included.
    pub(super) fn start_of(&self, n: usize) -> usize {
        let mut first = n;
        for _ in 0..4 {
            match self.phrases.nouns[first].possessor {
                Some(p) if p < first => first = p,
                _ => break,
            }
        }
        self.phrases.nouns[first].run.start
    }

    /// The whole phrase that names the source `n` of a verb: modifiers and appositions included.
    pub(super) fn source_run(&self, n: usize, verb: Run, scope: Run) -> Run {
        let noun = &self.phrases.nouns[n];
        let start = self.start_of(n);
        let limit = if noun.run.end <= verb.start { self.own_verb(n, verb) } else { scope.end };
        Run::new(start, self.source_end(n, limit, limit == verb.start || noun.run.end <= verb.start))
    }

    /// Where the first finite verb stands behind phrase `n` that does not modify it, `verb` at the latest.
    fn own_verb(&self, n: usize, verb: Run) -> usize {
        let noun = &self.phrases.nouns[n];
        let row = self.clauses.of_sentence(noun.sentence);
        let starts = row
            .map(|k| &self.clauses.all[k])
            .filter(|c| c.kind != ClauseKind::Relative && self.phrases.verbs[c.verb].form == VerbForm::Finite);
        let first = starts.map(|c| self.phrases.verbs[c.verb].run.start).find(|&t| t >= noun.run.end);
        first.unwrap_or(verb.start).min(verb.start)
    }

    fn source_end(&self, n: usize, limit: usize, before_verb: bool) -> usize {
        let noun = &self.phrases.nouns[n];
        let row = self.phrases.rows[noun.sentence];
        let at =
            self.phrases.chunks[row.start..row.end].partition_point(|c| self.phrases.run_of(*c).start < noun.run.start);
        let (mut end, mut i) = (noun.run.end, row.start + at + 1);
        while i < row.end && self.phrases.run_of(self.phrases.chunks[i]).start < limit {
            let chunk = self.phrases.chunks[i];
            let run = self.phrases.run_of(chunk);
            match chunk {
                Chunk::Noun(m) => {
                    let other = &self.phrases.nouns[m];
                    if other.temporal && other.prep.is_none() {
                        break;
                    }
                    end = run.end;
                }
                Chunk::Verb(v) if before_verb || self.modifies(v) => end = run.end,
                Chunk::Verb(_) => break,
                Chunk::Word(t) => {
                    if self.kind(t) == TokenKind::Comma {
                        if !self.apposes(n, i + 1, limit) {
                            break;
                        }
                    } else if self.ends_source(t, n, i, before_verb) {
                        break;
                    } else if self.kind(t) == TokenKind::ParenClose || self.words.tag(t) == Tag::POS {
                        end = run.end;
                    }
                }
            }
            i += 1;
        }
        end.min(limit)
    }

    /// A participle right behind a phrase: `a pollster working for X`, `an official briefed on Y`.
    fn modifies(&self, v: usize) -> bool {
        let verb = &self.phrases.verbs[v];
        let reduced = matches!(verb.form, VerbForm::Participle | VerbForm::Gerund);
        reduced && self.phrases.noun_at(verb.run.start - 1).is_some()
    }

    /// Whether the chunk behind a comma still names source `n`.
    fn apposes(&self, n: usize, i: usize, limit: usize) -> bool {
        match self.phrases.chunks.get(i) {
            Some(Chunk::Noun(m)) => {
                let other = &self.phrases.nouns[*m];
                let finite = matches!(self.phrases.chunks.get(i + 1), Some(Chunk::Verb(v)) if self.phrases.verbs[*v].form == VerbForm::Finite && self.phrases.verbs[*v].run.start < limit);
                let linked =
                    other.apposition.is_some() || other.group.is_some() && other.group == self.phrases.nouns[n].group;
                linked || !finite && !other.pronoun && !other.temporal && other.prep.is_none()
            }
            _ => false,
        }
    }

    fn ends_source(&self, t: usize, n: usize, i: usize, before_verb: bool) -> bool {
        let mark = matches!(
            self.kind(t),
            TokenKind::Stop
                | TokenKind::Colon
                | TokenKind::Semicolon
                | TokenKind::Dash
                | TokenKind::Open
                | TokenKind::Close
        );
        if mark {
            return true;
        }
        if before_verb {
            return false;
        }
        let tag = self.words.tag(t);
        let joins = tag == Tag::CC
            && matches!(self.phrases.chunks.get(i + 1), Some(Chunk::Noun(m)) if self.phrases.nouns[*m].group.is_some() && self.phrases.nouns[*m].group == self.phrases.nouns[n].group);
        let parts = matches!(tag, Tag::IN | Tag::TO) && self.part_of(t, n, i);
        !(joins
            || parts
            || self.kind(t) == TokenKind::ParenOpen
            || self.kind(t) == TokenKind::ParenClose
            || tag == Tag::POS)
    }

    /// `of`, `for`, `from` behind a source belong to it; other prepositions only behind a description.
    fn part_of(&self, t: usize, n: usize, i: usize) -> bool {
        let temporal =
            matches!(self.phrases.chunks.get(i + 1), Some(Chunk::Noun(m)) if self.phrases.nouns[*m].temporal);
        let name = self.words.tag(self.phrases.nouns[n].head) == Tag::NNP;
        !temporal && (self.is(t, self.sets.part) || !name && !self.phrases.nouns[n].pronoun)
    }

    /// Who phrase `n` is: itself, or a name in apposition to it.
    pub(super) fn speaker(&self, n: usize) -> Option<Referent> {
        let own = self.referents.of(n).filter(|r| !r.who.is_empty() && r.anonymous.is_none());
        let apposed = || {
            let end = self.phrases.nouns.len().min(n + 6);
            let other = (n + 1..end).find(|&m| self.phrases.nouns[m].apposition == Some(n))?;
            self.referents.of(other).filter(|r| !r.who.is_empty() && r.anonymous.is_none())
        };
        own.or_else(apposed).or_else(|| self.referents.of(n)).cloned()
    }
}

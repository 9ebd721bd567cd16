//! Sources: which noun phrase speaks, how far its words reach, who it is.
//!
//! Owns the subject of a verb of speech. Is given clauses and referents. Never looks at contents.

use super::cue::VerbCue;
use super::{Attribution, Reader};
use crate::clauses::ClauseKind;
use crate::lexicon::tag::Tag;
use crate::phrases::{Chunk, VerbForm};
use crate::referent::Referent;
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The noun phrase that speaks in a clause.
    pub(super) fn subject(&self, clause: usize, cue: &VerbCue, earlier: &[Attribution]) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        if verb.passive && !cue.passive {
            return self.agent(clause);
        }
        if self.is_reduced(clause) && self.comma_before(verb.run.start) {
            return self.main_speaker(clause, earlier).or(c.subject);
        }
        let level = self.text.quote_at(verb.main);
        let own = c.subject.filter(|&n| self.text.quote_at(self.phrases.nouns[n].head) == level);
        let behind_mark = verb.run.start > 0 && matches!(self.kind(verb.run.start - 1), TokenKind::Close | TokenKind::Comma);
        if (own.is_none() || c.inherited) && behind_mark && !c.inverted && verb.form == VerbForm::Finite {
            return self.noun_behind(clause).or(own);
        }
        own
    }

    /// `by X` behind a passive.
    fn agent(&self, clause: usize) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let row = self.phrases.rows[c.sentence];
        (c.chunk + 1..row.end).take(4).find_map(|i| match self.phrases.chunks[i] {
            Chunk::Noun(n) if self.phrases.nouns[n].prep.is_some_and(|p| self.is(p, self.sets.by)) => Some(n),
            _ => None,
        })
    }

    fn comma_before(&self, t: usize) -> bool {
        let before = (0..t).rev().find(|&i| self.words.tag(i) != Tag::RB && self.words.tag(i) != Tag::CC && !self.is(i, self.sets.subordinator));
        before.is_some_and(|i| matches!(self.kind(i), TokenKind::Comma | TokenKind::Close | TokenKind::Dash))
    }

    /// `X said A, adding B`: who said A.
    fn main_speaker(&self, clause: usize, earlier: &[Attribution]) -> Option<usize> {
        let sentence = self.clauses.all[clause].sentence;
        let said = earlier.iter().rev().take_while(|a| a.sentence == sentence).find(|a| {
            a.clause.is_some_and(|c| self.clauses.all[c].kind == ClauseKind::Main)
        });
        said.and_then(|a| a.noun)
    }

    /// The plain noun phrase right behind the verb of a clause.
    fn noun_behind(&self, clause: usize) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let row = self.phrases.rows[c.sentence];
        match self.phrases.chunks.get(c.chunk + 1).filter(|_| row.contains(c.chunk + 1)) {
            Some(Chunk::Noun(n)) => {
                let noun = &self.phrases.nouns[*n];
                let owned = (n + 1..self.phrases.nouns.len().min(n + 3)).find(|&m| self.phrases.nouns[m].possessor == Some(*n));
                (noun.prep.is_none() && !noun.temporal).then_some(if noun.possesses { owned.unwrap_or(*n) } else { *n })
            }
            _ => None,
        }
    }

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
        let limit = if noun.run.end <= verb.start { verb.start } else { scope.end };
        Run::new(start, self.source_end(n, limit, verb))
    }

    fn source_end(&self, n: usize, limit: usize, verb: Run) -> usize {
        let noun = &self.phrases.nouns[n];
        let row = self.phrases.rows[noun.sentence];
        let at = self.phrases.chunks[row.start..row.end].partition_point(|c| self.phrases.run_of(*c).start < noun.run.start);
        let before_verb = limit == verb.start;
        let (mut end, mut i, mut apposed) = (noun.run.end, row.start + at + 1, false);
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
                Chunk::Verb(v) if before_verb || self.phrases.verbs[v].form == VerbForm::Participle && !apposed => end = run.end,
                Chunk::Verb(_) => break,
                Chunk::Word(t) => {
                    if self.kind(t) == TokenKind::Comma {
                        if !self.apposes(n, i + 1, limit) {
                            break;
                        }
                        apposed = true;
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

    /// Whether the chunk behind a comma still names source `n`.
    fn apposes(&self, n: usize, i: usize, limit: usize) -> bool {
        match self.phrases.chunks.get(i) {
            Some(Chunk::Noun(m)) => {
                let other = &self.phrases.nouns[*m];
                let finite = matches!(self.phrases.chunks.get(i + 1), Some(Chunk::Verb(v)) if self.phrases.verbs[*v].form == VerbForm::Finite && self.phrases.verbs[*v].run.start < limit);
                let linked = other.apposition.is_some() || other.group.is_some() && other.group == self.phrases.nouns[n].group;
                linked || !finite && !other.pronoun && !other.temporal && other.prep.is_none()
            }
            _ => false,
        }
    }

    fn ends_source(&self, t: usize, n: usize, i: usize, before_verb: bool) -> bool {
        let mark = matches!(
            self.kind(t),
            TokenKind::Stop | TokenKind::Colon | TokenKind::Semicolon | TokenKind::Dash | TokenKind::Open | TokenKind::Close
        );
        if mark {
            return true;
        }
        if before_verb {
            return false;
        }
        let tag = self.words.tag(t);
        let joins = tag == Tag::CC && matches!(self.phrases.chunks.get(i + 1), Some(Chunk::Noun(m)) if self.phrases.nouns[*m].group.is_some() && self.phrases.nouns[*m].group == self.phrases.nouns[n].group);
        let parts = matches!(tag, Tag::IN | Tag::TO) && self.part_of(t, n, i);
        !(joins || parts || self.kind(t) == TokenKind::ParenOpen || self.kind(t) == TokenKind::ParenClose || tag == Tag::POS)
    }

    /// `of`, `for`, `from` behind a source belong to it; other prepositions only behind a description.
    fn part_of(&self, t: usize, n: usize, i: usize) -> bool {
        let temporal = matches!(self.phrases.chunks.get(i + 1), Some(Chunk::Noun(m)) if self.phrases.nouns[*m].temporal);
        let name = self.words.tag(self.phrases.nouns[n].head) == Tag::NNP;
        !temporal && (self.is(t, self.sets.part) || !name && !self.phrases.nouns[n].pronoun)
    }

    /// Who phrase `n` is: itself, or a name in apposition to it.
    pub(super) fn speaker(&self, n: usize) -> Option<Referent> {
        let own = self.referents.of(n).filter(|r| !r.who.is_empty());
        let apposed = || {
            let end = self.phrases.nouns.len().min(n + 6);
            let other = (n + 1..end).find(|&m| self.phrases.nouns[m].apposition == Some(n))?;
            self.referents.of(other).filter(|r| !r.who.is_empty())
        };
        own.or_else(apposed).or_else(|| self.referents.of(n)).cloned()
    }
}

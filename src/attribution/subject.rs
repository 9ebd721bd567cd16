//! Subjects: which noun phrase speaks at a verb.
//!
//! Owns the choice between the clause's subject, a name behind the verb, an agent, and the subject of a clause before.
//! Is given clauses. Never measures how far the source's words reach.

use super::cue::VerbCue;
use super::{Attribution, Reader};
use crate::clauses::ClauseKind;
use crate::finding::ActorKind;
use crate::lexicon::tag::Tag;
use crate::phrases::{Chunk, VerbForm};
use crate::text::{Run, TokenKind};

impl Reader<'_> {
    /// The noun phrase that speaks in a clause.
    pub(super) fn subject(&self, clause: usize, cue: &VerbCue, earlier: &[Attribution]) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        if verb.passive && !cue.passive {
            return self.agent(clause).or_else(|| self.unpassive(clause, cue));
        }
        if self.is_reduced(clause) && self.comma_before(verb.run.start) {
            return self.main_speaker(clause, earlier).or_else(|| self.main_subject(clause)).or(c.subject);
        }
        let loose = c.subject.is_none() || c.inherited || c.inverted;
        if let Some(n) = self.bracketed(verb.run, c.subject, loose).filter(|_| verb.form == VerbForm::Finite) {
            let named = c.subject.filter(|&s| self.phrases.nouns[s].run.end <= verb.run.start && self.names(s, n));
            return Some(named.unwrap_or(n));
        }
        if let Some(issuer) = c.subject.filter(|_| self.is_reduced(clause)).and_then(|n| self.issuer(clause, n)) {
            return Some(issuer);
        }
        let goes_on = c.inherited && verb.form == VerbForm::Finite && self.follows_conjunction(verb.run.start);
        if let Some(n) = self.conjoined_subject(clause).filter(|_| goes_on) {
            return Some(n);
        }
        let level = self.text.quote_at(verb.main);
        let own = c
            .subject
            .map(|n| self.who_of(clause, n))
            .filter(|&n| self.text.quote_at(self.phrases.nouns[n].head) == level);
        if let Some(n) = self.names_behind(clause, cue) {
            return Some(n);
        }
        let behind_mark =
            verb.run.start > 0 && matches!(self.kind(verb.run.start - 1), TokenKind::Close | TokenKind::Comma);
        if (own.is_none() || c.inherited) && behind_mark && !c.inverted && verb.form == VerbForm::Finite {
            return self.noun_behind(clause).or(own);
        }
        own
    }

    /// `An aide to X, Y, said`: phrase `s`, own subject of the verb, names the one whom phrase `n` describes.
    fn names(&self, s: usize, n: usize) -> bool {
        let named = |n: usize| self.referents.of(n).is_some_and(|r| r.anonymous.is_none() && !r.who.is_empty());
        let behind = self.phrases.nouns[s].run.start > self.phrases.nouns[n].run.end;
        let name = self.words.tag(self.phrases.nouns[s].head) == Tag::NNP && self.phrases.nouns[s].prep.is_none();
        let described = self.words.tag(self.phrases.nouns[n].head) != Tag::NNP;
        behind && name && described && self.is_person(s) && !named(n)
    }

    fn is_person(&self, n: usize) -> bool {
        let person = |&id: &usize| self.referents.character(id).kind == ActorKind::Person;
        self.referents.of(n).is_some_and(|r| r.anonymous.is_none() && r.who.iter().any(person))
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

    /// `X said doing so would help`, `X asked A and said B`: a participle that is a past tense after all.
    fn unpassive(&self, clause: usize, cue: &VerbCue) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        if verb.run.len() > 1 || !cue.clause {
            return None;
        }
        if self.follows_conjunction(verb.run.start) {
            return self.main_subject(clause);
        }
        let next = self.phrases.chunks.get(c.chunk + 1)?;
        let content = match next {
            Chunk::Noun(n) => self.phrases.nouns[*n].prep.is_none(),
            Chunk::Verb(v) => self.phrases.verbs[*v].form == VerbForm::Gerund,
            Chunk::Word(t) => self.is(*t, self.sets.that) || self.kind(*t) == TokenKind::Open,
        };
        let before = verb.run.start.checked_sub(1).and_then(|t| self.phrases.noun_at(t))?;
        (content && Some(before) == c.antecedent).then_some(before)
    }

    /// `Senator X of Y, who said A`: X.
    fn who_of(&self, clause: usize, n: usize) -> usize {
        let c = &self.clauses.all[clause];
        let who = c.introducer.is_some_and(|t| self.words.tag(t) == Tag::WP);
        let person = || {
            self.referents
                .of(n)
                .is_some_and(|r| r.who.iter().any(|&id| self.referents.character(id).kind == ActorKind::Person))
        };
        if c.kind != ClauseKind::Relative || !who || self.phrases.nouns[n].prep.is_none() || person() {
            return n;
        }
        let start = self.text.sentences[c.sentence].run.start;
        self.plain_before(self.phrases.nouns[n].run.end, start, None).unwrap_or(n)
    }

    fn comma_before(&self, t: usize) -> bool {
        let before = (0..t).rev().find(|&i| {
            self.words.tag(i) != Tag::RB && self.words.tag(i) != Tag::CC && !self.is(i, self.sets.subordinator)
        });
        before.is_some_and(|i| matches!(self.kind(i), TokenKind::Comma | TokenKind::Close | TokenKind::Dash))
    }

    /// `X said A, adding B`: who said A.
    fn main_speaker(&self, clause: usize, earlier: &[Attribution]) -> Option<usize> {
        let sentence = self.clauses.all[clause].sentence;
        let said = earlier
            .iter()
            .rev()
            .take_while(|a| a.sentence == sentence)
            .find(|a| a.clause.is_some_and(|c| self.clauses.all[c].kind == ClauseKind::Main));
        said.and_then(|a| a.noun)
    }

    fn follows_conjunction(&self, t: usize) -> bool {
        let t = self.skip_adverbs_back(t);
        t > 0 && self.words.tag(t - 1) == Tag::CC
    }

    /// `X said A and told B`: the subject of the last clause before that is no content and has the same tense.
    fn conjoined_subject(&self, clause: usize) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let level = self.text.quote_at(verb.main);
        let mut before =
            self.clauses.of_sentence(c.sentence).filter(|&k| k < clause).rev().map(|k| &self.clauses.all[k]);
        let found = before.find(|k| {
            let other = &self.phrases.verbs[k.verb];
            let free = matches!(k.kind, ClauseKind::Main | ClauseKind::Relative | ClauseKind::Adverbial);
            free && other.form == VerbForm::Finite && other.past == verb.past && self.text.quote_at(other.main) == level
        });
        found.and_then(|k| k.subject)
    }

    /// `X issued a statement saying A`: X.
    fn issuer(&self, clause: usize, n: usize) -> Option<usize> {
        let parent = self.clauses.all[clause].parent?;
        let object = self.clauses.object(self.phrases, parent) == Some(n);
        self.noun_cue(n).filter(|_| object)?;
        self.clauses.all[parent].subject
    }

    /// The subject of the finite clause at whose end a participle clause stands.
    fn main_subject(&self, clause: usize) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let level = self.text.quote_at(self.clauses.verb(self.phrases, clause).main);
        let mut finite = self.clauses.of_sentence(c.sentence).filter(|&k| k < clause).filter(|&k| {
            let k = &self.clauses.all[k];
            matches!(k.kind, ClauseKind::Main) && self.text.quote_at(self.phrases.verbs[k.verb].main) == level
        });
        finite.next_back().and_then(|k| self.clauses.all[k].subject)
    }

    /// `X, 33, speaking in Y, said`: the phrase before what stands between commas right before the verb.
    /// A relative clause may stand in it where the verb has no subject of its own (`loose`).
    fn bracketed(&self, verb: Run, subject: Option<usize>, loose: bool) -> Option<usize> {
        let close = self.skip_adverbs_back(verb.start).checked_sub(1)?;
        let quoted = loose && self.kind(close) == TokenKind::Close && self.kind(close.max(1) - 1) == TokenKind::Comma;
        if quoted {
            return self.quoting(close, verb, subject);
        }
        if !matches!(self.kind(close), TokenKind::Comma | TokenKind::ParenClose | TokenKind::Dash) {
            return None;
        }
        let level = self.text.quote_at(close);
        let start = self.scope(self.text.sentence_of(close), close).start;
        let (mut found, mut end) = (None, close);
        for _ in 0..4 {
            let open = (start..end)
                .rev()
                .find(|&t| self.opens_bracket(t, self.kind(close)) && self.text.quote_at(t) == level)?;
            if !self.is_bracket(open + 1, end, loose) {
                break;
            }
            found = self.plain_before(open, start, subject).or(found);
            if found.is_some() {
                break;
            }
            end = open;
        }
        found
    }

    /// `X, citing "A," said B`: X, where the gerund between the comma and the quotation has it for a subject.
    fn quoting(&self, close: usize, verb: Run, subject: Option<usize>) -> Option<usize> {
        let open = self.text.quotes[self.text.quote_at(close)?].open;
        let sentence = self.text.sentence_of(close);
        let start = self.text.sentences[sentence].run.start;
        let gerund =
            self.clauses.of_sentence(sentence).map(|k| &self.phrases.verbs[self.clauses.all[k].verb]).find(|v| {
                v.form == VerbForm::Gerund
                    && v.run.end <= open
                    && v.run.start > start
                    && self.kind(v.run.start - 1) == TokenKind::Comma
            })?;
        let bare = (gerund.run.end..open).all(|t| !self.words.tag(t).is_finite()) && close < verb.start;
        self.plain_before(gerund.run.start - 1, start, subject).filter(|_| bare)
    }

    fn opens_bracket(&self, t: usize, close: TokenKind) -> bool {
        match close {
            TokenKind::ParenClose => self.kind(t) == TokenKind::ParenOpen,
            other => self.kind(t) == other,
        }
    }

    fn skip_adverbs_back(&self, t: usize) -> usize {
        let mut t = t;
        while t > 0 && self.words.tag(t - 1) == Tag::RB {
            t -= 1;
        }
        t
    }

    /// A participle, relative, preposition, number or phrase that can stand between commas behind a name.
    fn is_bracket(&self, start: usize, end: usize, loose: bool) -> bool {
        if start >= end {
            return false;
        }
        let tag = self.words.tag(start);
        let opens = matches!(
            tag,
            Tag::VBG | Tag::VBN | Tag::VBD | Tag::WP | Tag::WDT | Tag::WPS | Tag::IN | Tag::TO | Tag::CD | Tag::WRB
        );
        let relative = |t: usize| matches!(self.words.tag(t), Tag::WP | Tag::WDT | Tag::WPS | Tag::WRB);
        let finite = || (start..end).take_while(|&t| !loose || !relative(t)).any(|t| self.words.tag(t).is_finite());
        opens && !(tag == Tag::IN && finite()) || !finite()
    }

    /// The phrase that ends at token `end`, or that which its `of`-phrases belong to, if no preposition governs it.
    fn plain_before(&self, end: usize, start: usize, subject: Option<usize>) -> Option<usize> {
        let mut t = end;
        for _ in 0..4 {
            t = (start..t).rev().find(|&i| self.words.tag(i) != Tag::RB)?;
            if self.kind(t) == TokenKind::ParenClose {
                t = (start..t).rev().find(|&i| self.kind(i) == TokenKind::ParenOpen).filter(|&i| i > start)? - 1;
            }
            let n = self.phrases.noun_at(t)?;
            let noun = &self.phrases.nouns[n];
            if self.words.tag(noun.head) == Tag::CD || noun.temporal {
                return None;
            }
            if subject == Some(n) {
                return subject;
            }
            match noun.prep {
                None => return Some(noun.apposition.unwrap_or(n)),
                Some(p) if p > start => t = p,
                Some(_) => return None,
            }
        }
        None
    }

    /// The plain noun phrase right behind the verb of a clause.
    fn noun_behind(&self, clause: usize) -> Option<usize> {
        let c = &self.clauses.all[clause];
        let row = self.phrases.rows[c.sentence];
        match self.phrases.chunks.get(c.chunk + 1).filter(|_| row.contains(c.chunk + 1)) {
            Some(Chunk::Noun(n)) => {
                let noun = &self.phrases.nouns[*n];
                let owned =
                    (n + 1..self.phrases.nouns.len().min(n + 3)).find(|&m| self.phrases.nouns[m].possessor == Some(*n));
                let adverb = |c: &&Chunk| matches!(c, Chunk::Word(t) if self.words.tag(*t) == Tag::RB);
                let next = self.phrases.chunks.iter().skip(c.chunk + 2).find(|c| !adverb(c));
                let speaks_on = matches!(next, Some(Chunk::Verb(v)) if self.phrases.verbs[*v].form == VerbForm::Finite);
                (noun.prep.is_none() && !noun.temporal && !speaks_on).then_some(if noun.possesses {
                    owned.unwrap_or(*n)
                } else {
                    *n
                })
            }
            _ => None,
        }
    }

    /// `A, said X, the Y.`: a name or known source right behind a verb with a mark before it and no content behind.
    fn names_behind(&self, clause: usize, cue: &VerbCue) -> Option<usize> {
        let verb = self.clauses.verb(self.phrases, clause);
        let marked = verb.run.start > 0
            && matches!(self.kind(verb.run.start - 1), TokenKind::Comma | TokenKind::Close | TokenKind::Dash);
        if !marked || !cue.clause || cue.addressee || verb.form != VerbForm::Finite {
            return None;
        }
        let n = self.noun_behind(clause)?;
        let known = self.referents.of(n).is_some() || self.words.tag(self.phrases.nouns[n].head) == Tag::NNP;
        known.then_some(n)
    }
}

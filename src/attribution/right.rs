//! What stands behind a verb of speech: addressee, venue, and where the content begins.
//!
//! Owns the walk from the verb to its content. Never looks at what stands before the verb.

use super::Reader;
use super::cue::VerbCue;
use crate::clauses::ClauseKind;
use crate::lexicon::cue::Act;
use crate::lexicon::tag::Tag;
use crate::phrases::{Chunk, VerbForm};
use crate::text::{Run, TokenKind};

/// What was found behind a verb.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Right {
    /// What is attributed.
    pub content: Option<Run>,
    /// A comma stands before it.
    pub behind_comma: bool,
    /// Where, when or to whom.
    pub venue: Option<Run>,
    /// It is a question.
    pub asked: bool,
    /// Where the walk ended.
    pub end: usize,
}

/// The walk.
struct Walk<'w> {
    clause: usize,
    cue: &'w VerbCue,
    source: Option<Run>,
    scope: Run,
    /// A quotation ends right before the source and its verb.
    quoted: bool,
    addressed: bool,
    passed: bool,
    out: Right,
}

impl Walk<'_> {
    /// Something stands between the verb and here, and it is nobody who is asked or told to do a thing.
    fn passed_on(&self) -> bool {
        self.out.end > self.cue.run.end && !self.cue.addressee && !self.cue.object
    }
}

enum Step {
    On,
    Past(usize),
    Begin(usize),
    Quote(usize),
    End,
}

impl Reader<'_> {
    /// Walks from the verb of `clause` to its content; `source` is a source behind the verb.
    pub(super) fn right(&self, clause: usize, cue: &VerbCue, source: Option<Run>, scope: Run) -> Right {
        let row = self.phrases.rows[self.clauses.all[clause].sentence];
        let quoted = self.speech_ends_before(clause, cue);
        let mut walk =
            Walk { clause, cue, source, scope, quoted, addressed: false, passed: false, out: Right::default() };
        walk.out.end = cue.run.end;
        let mut i = self.clauses.all[clause].chunk + 1;
        while row.contains(i) {
            let run = self.phrases.run_of(self.phrases.chunks[i]);
            if run.start >= scope.end {
                break;
            }
            let inside = run.end <= cue.run.end || source.is_some_and(|s| s.overlaps(run));
            let step = if inside { Step::On } else { self.step(&mut walk, i) };
            match step {
                Step::On => walk.out.end = walk.out.end.max(run.end),
                Step::End => break,
                Step::Past(end) => {
                    walk.out.end = end;
                    while row.contains(i + 1) && self.phrases.run_of(self.phrases.chunks[i + 1]).start < end {
                        i += 1;
                    }
                }
                Step::Begin(start) => {
                    walk.out.content = self.content(clause, start, scope);
                    break;
                }
                Step::Quote(open) => {
                    walk.out.content = self.quoted_content(clause, open, scope);
                    break;
                }
            }
            i += 1;
        }
        walk.out
    }

    /// `"A," X said when asked`: what follows the verb is no content.
    fn speech_ends_before(&self, clause: usize, cue: &VerbCue) -> bool {
        let subject = self.clauses.all[clause].subject.map(|n| self.start_of(n));
        let start = subject.filter(|&s| s < cue.run.start).unwrap_or(cue.run.start);
        let mut before = (0..start).rev().filter(|&t| self.kind(t) != TokenKind::Comma);
        before.next().is_some_and(|t| self.kind(t) == TokenKind::Close && start - t < 3)
    }

    fn step(&self, walk: &mut Walk, i: usize) -> Step {
        match self.phrases.chunks[i] {
            Chunk::Noun(n) => self.step_noun(walk, n, i),
            Chunk::Verb(v) => self.step_verb(walk, v),
            Chunk::Word(t) => self.step_word(walk, t, i),
        }
    }

    fn step_noun(&self, walk: &mut Walk, n: usize, i: usize) -> Step {
        let noun = &self.phrases.nouns[n];
        let cue = walk.cue;
        let governed = noun.prep.filter(|p| !cue.run.contains(*p));
        if walk.source.is_some() && walk.out.end > cue.run.end && governed.is_none() && !noun.temporal {
            return Step::End;
        }
        if governed.is_some() || noun.temporal && !noun.possesses {
            walk.out.venue = walk.out.venue.or(Some(Run::new(governed.unwrap_or(noun.run.start), noun.run.end)));
            return Step::On;
        }
        if noun.possesses && noun.possessor.is_none() && self.possessed_governed(n) {
            return Step::On;
        }
        if matches!(self.phrases.chunks.get(i + 1), Some(Chunk::Word(t)) if self.kind(*t) == TokenKind::Hyphen) {
            return Step::On;
        }
        let start = self.start_of(n);
        let subject = self.subject_of_content(walk.clause, n);
        let more = self.phrases.chunks.get(i + 1).is_some_and(|c| !matches!(c, Chunk::Verb(_)));
        let loose = !cue.addressee && !cue.object && !walk.passed && self.finite_behind(walk, noun.run.end);
        if cue.clause && (subject || loose) && (!cue.addressee || walk.addressed || !more || walk.passed) {
            return Step::Begin(start);
        }
        if cue.object && !walk.passed || cue.predicate && self.predicate_behind(walk, i) {
            return Step::Begin(start);
        }
        if cue.addressee && !walk.addressed {
            walk.addressed = !noun.possesses;
            walk.out.venue = walk.out.venue.or(Some(Run::new(start, noun.run.end)));
            return Step::On;
        }
        walk.passed = true;
        if cue.act == Act::Say { Step::On } else { Step::End }
    }

    /// A finite verb follows in the scope before a semicolon or an opening mark of a list.
    fn finite_behind(&self, walk: &Walk, from: usize) -> bool {
        let level = self.text.quote_at(walk.cue.run.start);
        let stop = (from..walk.scope.end).find(|&t| matches!(self.kind(t), TokenKind::Semicolon | TokenKind::Stop));
        let sentence = self.clauses.all[walk.clause].sentence;
        self.clauses.of_sentence(sentence).filter(|&k| k > walk.clause).map(|k| &self.clauses.all[k]).any(|k| {
            let verb = &self.phrases.verbs[k.verb];
            let free = matches!(k.kind, ClauseKind::Main | ClauseKind::That) && verb.form == VerbForm::Finite;
            free && verb.main >= from && stop.is_none_or(|s| verb.main < s) && self.reads_on(verb.main, level)
        })
    }

    /// Token `t` lies in the quote `level`, or in one that begins inside a clause of it.
    fn reads_on(&self, t: usize, level: Option<usize>) -> bool {
        let quote = self.text.quote_at(t);
        quote == level
            || quote
                .map(|q| self.text.quotes[q].open)
                .is_some_and(|open| open > 0 && self.kind(open - 1) == TokenKind::Word)
    }

    /// Phrase `n` possesses a phrase behind a preposition.
    fn possessed_governed(&self, n: usize) -> bool {
        (n + 1..self.phrases.nouns.len().min(n + 3))
            .any(|m| self.phrases.nouns[m].possessor == Some(n) && self.phrases.nouns[m].prep.is_some())
    }

    /// A clause of content begins with phrase `n`.
    fn subject_of_content(&self, clause: usize, n: usize) -> bool {
        let sentence = self.clauses.all[clause].sentence;
        let start = self.phrases.nouns[n].run.start;
        self.clauses.of_sentence(sentence).filter(|&k| k > clause).any(|k| {
            let k = &self.clauses.all[k];
            let subject = k.subject.is_some_and(|s| {
                s == n
                    || self.phrases.nouns[n].possesses && self.start_of(s) == start
                    || self.phrases.nouns[s].apposition == Some(n)
            });
            subject
                && !k.inherited
                && !k.inverted
                && k.kind != ClauseKind::Relative
                && k.introducer.is_none_or(|t| t < start)
                && self.phrases.verbs[k.verb].run.start > start
                && self.phrases.verbs[k.verb].form == VerbForm::Finite
        })
    }

    /// `called X Y`: a second phrase, an adjective or a quotation right behind the object.
    fn predicate_behind(&self, walk: &Walk, i: usize) -> bool {
        let inside = |m: usize| {
            let noun = &self.phrases.nouns[m];
            noun.prep.is_some()
                || noun.possessor.is_some()
                || noun.apposition.is_some()
                || noun.group.is_some_and(|g| g != m)
        };
        if self.holds_predicate(i) {
            return true;
        }
        for chunk in self.phrases.chunks.iter().skip(i + 1).take(12) {
            match *chunk {
                Chunk::Noun(m) if self.phrases.nouns[m].run.start >= walk.scope.end => return false,
                Chunk::Noun(m) if inside(m) => {}
                Chunk::Noun(m) => return !self.phrases.nouns[m].temporal,
                Chunk::Verb(_) => return false,
                Chunk::Word(t) => {
                    let quoted = self.kind(t) == TokenKind::Comma
                        && self.text.tokens.get(t + 1).is_some_and(|t| t.kind == TokenKind::Open);
                    let joins = quoted
                        || matches!(self.words.tag(t), Tag::IN | Tag::CC | Tag::POS)
                        || self.kind(t) == TokenKind::Comma && self.apposed_at(t + 1);
                    if self.kind(t) == TokenKind::Open || self.words.tag(t).is_adjective() {
                        return true;
                    }
                    if !joins {
                        return false;
                    }
                }
            }
        }
        false
    }

    /// `called the moves lawful`, `called the plan "worse`: the phrase of chunk `i` holds its own predicate.
    fn holds_predicate(&self, i: usize) -> bool {
        let Some(Chunk::Noun(n)) = self.phrases.chunks.get(i) else { return false };
        let noun = &self.phrases.nouns[*n];
        let last = noun.run.end - 1;
        let adjective = last > noun.head && self.words.tag(last).is_adjective();
        adjective || noun.run.iter().skip(1).any(|t| self.kind(t) == TokenKind::Open)
    }

    fn apposed_at(&self, t: usize) -> bool {
        self.phrases.noun_at(t).is_some_and(|n| self.phrases.nouns[n].apposition.is_some())
    }

    fn step_verb(&self, walk: &Walk, v: usize) -> Step {
        let verb = &self.phrases.verbs[v];
        let cue = walk.cue;
        match verb.form {
            _ if walk.source.is_some() => Step::End,
            VerbForm::Finite if self.is_extracted(walk, verb.run) => Step::Begin(verb.run.start),
            VerbForm::Infinitive if walk.quoted && walk.passed_on() => Step::End,
            VerbForm::Infinitive if cue.infinitive || cue.object => Step::Begin(verb.run.start),
            VerbForm::Gerund if (cue.object || cue.clause) && walk.out.end == cue.run.end => {
                Step::Begin(verb.run.start)
            }
            VerbForm::Participle | VerbForm::Gerund if cue.clause && self.modifies_venue(walk, v) => Step::On,
            _ => Step::End,
        }
    }

    /// `said in a memo seen by guards that A`: the participle describes where it was said.
    fn modifies_venue(&self, walk: &Walk, v: usize) -> bool {
        let start = self.phrases.verbs[v].run.start;
        let before = start.checked_sub(1).and_then(|t| self.phrases.noun_at(t));
        walk.out.venue.is_some() && before.is_some_and(|n| self.phrases.nouns[n].prep.is_some())
    }

    /// `a line which X says will hold`, `what X said were gains`: the subject of what is said stands before the source.
    fn is_extracted(&self, walk: &Walk, verb: Run) -> bool {
        let c = &self.clauses.all[walk.clause];
        let own = c.subject.is_some_and(|n| c.antecedent != Some(n)) && !c.inverted && !c.inherited;
        let inside = self.phrases.rows[c.sentence].start;
        let first = self.phrases.run_of(self.phrases.chunks[inside]).start;
        let fronted = c.introducer.is_some_and(|t| t == first || self.words.tag(t) == Tag::WRB);
        walk.cue.clause
            && !walk.cue.asks
            && own
            && !fronted
            && walk.out.end == walk.cue.run.end
            && walk.cue.run.end == verb.start
    }

    fn step_word(&self, walk: &mut Walk, t: usize, i: usize) -> Step {
        let says = walk.cue.act == Act::Say;
        match self.kind(t) {
            TokenKind::Open
                if walk.cue.addressee
                    && !walk.addressed
                    && self.text.quote_at(t).is_some_and(|q| self.is_title(self.text.quotes[q].inner)) =>
            {
                return Step::On;
            }
            TokenKind::Open if self.names_venue(t) => {
                return Step::Past(self.text.quote_at(t).map_or(t + 1, |q| self.whole(q).end));
            }
            TokenKind::Open => return Step::Quote(t),
            TokenKind::Colon => return self.behind_colon(walk, t),
            TokenKind::Comma => return self.behind_comma(walk, t, i),
            TokenKind::Stop | TokenKind::Semicolon | TokenKind::Dash | TokenKind::Close | TokenKind::Stray => {
                return Step::End;
            }
            TokenKind::ParenOpen | TokenKind::ParenClose | TokenKind::Hyphen => return Step::On,
            _ => {}
        }
        if walk.source.is_some()
            && walk.out.end > walk.cue.run.end
            && !matches!(self.words.tag(t), Tag::IN | Tag::TO | Tag::RB)
        {
            return Step::End;
        }
        if self.is(t, self.sets.that) {
            return if walk.cue.clause { Step::Begin(t) } else { Step::End };
        }
        if walk.quoted && !walk.cue.asks && self.is(t, self.sets.once) {
            return Step::End;
        }
        if self.is(t, self.sets.whether) || self.is(t, self.sets.question) {
            walk.out.asked = self.is(t, self.sets.whether) && says && self.main_behind(t, walk.scope.end).is_none();
            let begins = walk.cue.clause && !(walk.passed && self.is(t, self.sets.question));
            return if begins || walk.cue.object { Step::Begin(t) } else { Step::End };
        }
        if self.is(t, self.sets.subordinator)
            && !matches!(self.phrases.chunks.get(i + 1), Some(Chunk::Noun(m)) if self.phrases.nouns[*m].prep == Some(t))
        {
            return Step::End;
        }
        match self.words.tag(t) {
            Tag::CC | Tag::WP | Tag::WDT => Step::End,
            tag if tag.is_adjective() && walk.cue.object => Step::Begin(t),
            _ => Step::On,
        }
    }

    /// A programme's or book's name behind a preposition or possessor: `on NBC's "Meet the Press"`.
    fn names_venue(&self, open: usize) -> bool {
        let governed =
            open > 0 && matches!(self.words.tag(open - 1), Tag::IN | Tag::TO | Tag::POS | Tag::DT | Tag::NNP);
        governed && self.text.quote_at(open).is_some_and(|q| self.is_title(self.text.quotes[q].inner))
    }

    fn behind_colon(&self, walk: &Walk, t: usize) -> Step {
        if t + 1 >= walk.scope.end {
            return Step::End;
        }
        match self.kind(t + 1) {
            TokenKind::Open => Step::Quote(t + 1),
            _ if walk.cue.clause && walk.cue.act == Act::Say => Step::Begin(t + 1),
            _ => Step::End,
        }
    }

    /// `said, "A"`, `said, in a post, that A`.
    fn behind_comma(&self, walk: &mut Walk, t: usize, i: usize) -> Step {
        if t + 1 >= walk.scope.end {
            return Step::End;
        }
        if self.kind(t + 1) == TokenKind::Open {
            walk.out.behind_comma = true;
            return Step::Quote(t + 1);
        }
        if self.is(t + 1, self.sets.that) && walk.cue.clause {
            return Step::Begin(t + 1);
        }
        let second = (t + 1..walk.scope.end.min(t + 12)).find(|&j| self.kind(j) == TokenKind::Comma);
        let resumes = second.filter(|&j| j + 1 < walk.scope.end && walk.cue.clause && self.is(j + 1, self.sets.that));
        match resumes {
            Some(j) if !matches!(self.phrases.chunks.get(i + 1), Some(Chunk::Verb(_))) => Step::Begin(j + 1),
            _ => Step::End,
        }
    }
}

//! Builds the clauses of one sentence, verb by verb, from what stands between each verb and the one before.
//!
//! Owns kind, subject, parent and coordination. Never measures how far a clause reaches: `extent` does.

use super::{Clause, ClauseKind, Sets};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::{Chunk, Noun, Phrases, Verb, VerbForm};
use crate::text::{Run, Text, TokenKind};
use crate::words::Words;

pub(super) struct Builder<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    words: &'a Words,
    phrases: &'a Phrases,
    sets: &'a Sets,
    sentence: usize,
    row: Run,
    /// Number of the first clause of this sentence.
    base: usize,
    pub(super) clauses: Vec<Clause>,
}

/// What opens a clause, read backwards from its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// The start of the sentence.
    Start,
    /// Directly behind the verb before.
    Bare,
    /// A relative pronoun.
    Relative(usize),
    /// A subordinator.
    Subordinator(usize),
    /// A conjunction, with whether a comma precedes it and whether it is `but`.
    Coordinator { comma: bool, but: bool },
    /// A comma, semicolon, colon, dash, parenthesis or quotation mark.
    Mark(TokenKind),
}

/// What stands between two verbs.
struct Gap {
    opening: Opening,
    subject: Option<usize>,
    /// First token of the clause.
    start: usize,
    /// A comma stands right before the verb.
    comma_before_verb: bool,
}

impl<'a> Builder<'a> {
    #[allow(clippy::too_many_arguments)]
    pub(super) fn new(
        text: &'a Text<'a>,
        lexicon: &'a Lexicon,
        words: &'a Words,
        phrases: &'a Phrases,
        sets: &'a Sets,
        sentence: usize,
        row: Run,
        base: usize,
    ) -> Self {
        Builder { text, lexicon, words, phrases, sets, sentence, row, base, clauses: Vec::new() }
    }

    pub(super) fn build(&mut self) {
        let mut previous = None;
        for i in self.row.iter() {
            if let Chunk::Verb(v) = self.phrases.chunks[i] {
                let clause = self.clause(i, v, previous);
                self.clauses.push(clause);
                previous = Some(i);
            }
        }
        self.adopt_fronted();
    }

    fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.lexicon, t, set)
    }

    fn kind(&self, t: usize) -> TokenKind {
        self.text.tokens[t].kind
    }

    fn noun(&self, n: usize) -> &Noun {
        &self.phrases.nouns[n]
    }

    fn verb(&self, clause: &Clause) -> &Verb {
        &self.phrases.verbs[clause.verb]
    }

    fn clause(&self, i: usize, v: usize, previous: Option<usize>) -> Clause {
        let verb = self.phrases.verbs[v];
        let first = previous.map_or(self.row.start, |p| p + 1);
        let gap = self.gap(first, i, previous.is_none());
        let own = gap.subject.is_some() && !gap.comma_before_verb
            || matches!(gap.opening, Opening::Relative(_) | Opening::Subordinator(_));
        let finite = matches!(verb.form, VerbForm::Finite | VerbForm::Base);
        let start = if finite && (own || previous.is_none()) { gap.start.min(verb.run.start) } else { verb.run.start };
        let blank = Clause {
            verb: v,
            kind: ClauseKind::Main,
            run: Run::new(start, verb.run.end),
            subject: None,
            inherited: false,
            inverted: false,
            control: None,
            introducer: None,
            parent: None,
            antecedent: None,
            conjoined: None,
            sentence: self.sentence,
            chunk: i,
        };
        match verb.form {
            VerbForm::Finite => self.finite(blank, &gap),
            VerbForm::Infinitive => self.infinitive(blank, first, i),
            VerbForm::Gerund => self.gerund(blank, first, i),
            VerbForm::Participle => self.participle(blank, first, i),
            VerbForm::Base => self.bare(blank, &gap, first, i),
        }
    }

    /// Reads the chunks `first..verb` backwards up to what opens the clause.
    fn gap(&self, first: usize, verb: usize, at_start: bool) -> Gap {
        let verb_start = self.phrases.run_of(self.phrases.chunks[verb]).start;
        let mut gap = Gap {
            opening: if at_start { Opening::Start } else { Opening::Bare },
            subject: None,
            start: verb_start,
            comma_before_verb: false,
        };
        let mut skip_to = None;
        for i in (first..verb).rev() {
            if skip_to.is_some_and(|n| self.phrases.chunks[i] != Chunk::Noun(n)) {
                continue;
            }
            skip_to = None;
            match self.phrases.chunks[i] {
                Chunk::Noun(n) => {
                    self.gap_noun(&mut gap, n);
                    let outer = gap.subject.filter(|&s| s < n).or(self.noun(n).group.filter(|&g| g < n));
                    skip_to = outer.filter(|&s| self.chunk_of(s) >= Some(first));
                    if self.words.tag(self.noun(n).run.start) == Tag::WPS {
                        gap.opening = Opening::Relative(self.noun(n).run.start);
                        return gap;
                    }
                }
                Chunk::Verb(_) => {}
                Chunk::Word(t) => {
                    if let Some(opening) = self.opening(&mut gap, t) {
                        gap.opening = opening;
                        return gap;
                    }
                }
            }
        }
        gap
    }

    fn chunk_of(&self, n: usize) -> Option<usize> {
        self.row.iter().find(|&i| self.phrases.chunks[i] == Chunk::Noun(n))
    }

    fn gap_noun(&self, gap: &mut Gap, n: usize) {
        let noun = self.noun(n);
        // A relative pronoun without a noun tag of its own is met as a word; `who` and `what` as a phrase.
        let reflexive = noun.pronoun
            && n > 0
            && self.noun(n - 1).run.end == noun.run.start
            && self.is(noun.head, self.sets.reflexive);
        if noun.prep.is_none() && !noun.temporal && !noun.possesses && !reflexive && gap.subject.is_none() {
            gap.subject = Some(self.subject_of(n));
        }
        gap.start = noun.run.start;
    }

    /// The phrase that stands for a subject: the outer one of an apposition, the first of a coordination.
    fn subject_of(&self, n: usize) -> usize {
        let noun = self.noun(n);
        let outer = noun.apposition.unwrap_or(n);
        self.noun(outer).group.unwrap_or(outer)
    }

    fn opening(&self, gap: &mut Gap, t: usize) -> Option<Opening> {
        let tag = self.words.tag(t);
        let kind = self.kind(t);
        let has_subject = gap.subject.is_some();
        match tag {
            Tag::WDT | Tag::WP | Tag::WPS => {
                gap.start = t;
                return Some(Opening::Relative(t));
            }
            Tag::CC => return Some(self.coordinator(t)),
            _ if self.is(t, self.sets.subordinator)
                && !self.counts(t)
                && (has_subject || self.is(t, self.sets.that))
                && tag != Tag::DT
                && tag != Tag::JJ =>
            {
                gap.start = t;
                return Some(Opening::Subordinator(t));
            }
            _ => {}
        }
        match kind {
            TokenKind::Comma if !has_subject => gap.comma_before_verb = true,
            TokenKind::Comma if self.inside_subject(gap, t) => {}
            TokenKind::Comma | TokenKind::Semicolon | TokenKind::Colon | TokenKind::Dash if has_subject => {
                return Some(Opening::Mark(kind));
            }
            TokenKind::Open if self.quotes_on(t) => gap.start = t,
            TokenKind::Semicolon | TokenKind::Colon | TokenKind::Open => return Some(Opening::Mark(kind)),
            TokenKind::Close if self.ends_speech(t) => {
                gap.comma_before_verb &= has_subject;
                return Some(Opening::Mark(kind));
            }
            TokenKind::Close | TokenKind::Stray | TokenKind::ParenClose | TokenKind::Stop if has_subject => {
                return Some(Opening::Mark(kind));
            }
            _ => gap.start = t,
        }
        None
    }

    /// `more than 20 soldiers`: the word at `t` belongs to the number behind it.
    fn counts(&self, t: usize) -> bool {
        t > 0 && self.words.tag(t - 1) == Tag::JJR && t + 1 < self.words.len() && self.words.tag(t + 1) == Tag::CD
    }

    /// A quotation that begins inside a clause (`said Kyiv "has to move"`).
    fn quotes_on(&self, t: usize) -> bool {
        t > 0 && matches!(self.kind(t - 1), TokenKind::Word | TokenKind::Clitic | TokenKind::Number)
    }

    /// A closing mark with a comma or stop beside it: what it closes is no part of the clause behind it.
    fn ends_speech(&self, t: usize) -> bool {
        let mark =
            |i: usize| matches!(self.text.tokens.get(i).map(|t| t.kind), Some(TokenKind::Comma | TokenKind::Stop));
        t > 0 && (mark(t - 1) || mark(t + 1))
    }

    /// The comma inside `A, the B,`: before the second phrase of an apposition, or inside a coordination.
    fn inside_subject(&self, gap: &Gap, t: usize) -> bool {
        let Some(subject) = gap.subject else { return false };
        self.noun(subject).run.start < t
    }

    fn coordinator(&self, t: usize) -> Opening {
        let comma = t > 0 && self.kind(t - 1) == TokenKind::Comma;
        Opening::Coordinator { comma, but: self.is(t, self.sets.but) }
    }

    fn last(&self) -> Option<usize> {
        self.clauses.len().checked_sub(1)
    }

    /// Number, among all clauses of the text, of this sentence's clause `i`.
    fn number(&self, i: usize) -> usize {
        self.base + i
    }

    fn get(&self, number: usize) -> &Clause {
        &self.clauses[number - self.base]
    }

    fn last_finite(&self) -> Option<usize> {
        (0..self.clauses.len()).rev().find(|&i| self.clauses[i].kind.is_finite())
    }

    fn finite(&self, mut c: Clause, gap: &Gap) -> Clause {
        c.subject = gap.subject;
        match gap.opening {
            Opening::Relative(t) => self.relative(&mut c, t),
            Opening::Subordinator(t) => self.subordinate(&mut c, t),
            Opening::Coordinator { comma, but } => self.coordinated(&mut c, comma, but),
            Opening::Bare => self.directly_behind(&mut c, gap),
            Opening::Start | Opening::Mark(_) => {}
        }
        if gap.comma_before_verb && c.kind == ClauseKind::Main {
            self.resume(&mut c);
        }
        if c.subject.is_none() {
            self.find_subject(&mut c, gap);
        }
        c
    }

    fn relative(&self, c: &mut Clause, t: usize) {
        c.kind = ClauseKind::Relative;
        c.introducer = Some(t);
        c.parent = self.last().map(|i| self.number(i));
        c.antecedent = self.noun_before(t);
        if c.subject.is_none() || self.phrases.noun_at(t) == c.subject {
            c.subject = c.antecedent;
        }
    }

    /// The noun phrase that ends before token `t`, a comma or preposition passed over.
    fn noun_before(&self, t: usize) -> Option<usize> {
        let start = self.text.sentences[self.sentence].run.start;
        for i in (start..t).rev() {
            if let Some(n) = self.phrases.noun_at(i) {
                return Some(self.noun(n).apposition.unwrap_or(n));
            }
            let passable = self.kind(i) == TokenKind::Comma
                || matches!(self.words.tag(i), Tag::IN | Tag::TO | Tag::POS)
                || matches!(self.kind(i), TokenKind::Close | TokenKind::Open);
            if !passable {
                return None;
            }
        }
        None
    }

    fn subordinate(&self, c: &mut Clause, t: usize) {
        c.introducer = Some(t);
        c.parent = self.last().map(|i| self.number(i));
        if self.is(t, self.sets.that) && self.provides(t) {
            c.kind = ClauseKind::Condition;
        } else if self.is(t, self.sets.that) {
            c.kind = ClauseKind::That;
            self.conjoined_that(c, t);
        } else if self.sets.condition.iter().any(|&s| self.is(t, s)) {
            c.kind = ClauseKind::Condition;
        } else {
            c.kind = ClauseKind::Adverbial;
        }
    }

    /// The `that` at `t` ends `provided that`, `on condition that`.
    fn provides(&self, t: usize) -> bool {
        (t.saturating_sub(4)..t).any(|i| {
            let hits = self.words.hits_at(i).iter().filter(|h| h.run.end == t + 1);
            hits.into_iter().any(|h| matches!(h.entry, Entry::Set(n) if n == self.sets.provided.number()))
        })
    }

    /// `that A and that B`: the second depends on what the first depends on.
    fn conjoined_that(&self, c: &mut Clause, t: usize) {
        let and = t > 0 && self.words.tag(t - 1) == Tag::CC;
        let earlier = (0..self.clauses.len()).rev().find(|&i| self.clauses[i].kind == ClauseKind::That);
        if let (true, Some(i)) = (and, earlier) {
            c.parent = self.clauses[i].parent;
            c.conjoined = Some(self.number(i));
        }
    }

    fn coordinated(&self, c: &mut Clause, comma: bool, but: bool) {
        let Some(i) = self.last_finite() else { return };
        let before = self.clauses[i];
        let own_subject = c.subject.is_some();
        let content = before.kind == ClauseKind::That;
        let level = if own_subject && (comma || but) && !self.backshifted(c, &before) {
            self.outermost(i)
        } else if !own_subject && (comma || but) && content {
            self.same_form(c, i).or_else(|| self.outermost(i))
        } else {
            Some(i)
        };
        let Some(i) = level else { return };
        let before = self.clauses[i];
        c.kind = if before.kind == ClauseKind::Relative && own_subject { ClauseKind::Main } else { before.kind };
        c.conjoined = Some(self.number(i));
        c.parent = before.parent;
        c.introducer = before.introducer;
        if !own_subject {
            c.subject = before.subject;
            c.antecedent = before.antecedent;
            c.inherited = true;
        }
        if c.kind == ClauseKind::Condition || c.kind == ClauseKind::Adverbial {
            self.leave_subordinate(c, own_subject && comma);
        }
    }

    /// A clause above `from` whose verb has the same tense form: the one a subjectless clause goes on with.
    fn same_form(&self, c: &Clause, from: usize) -> Option<usize> {
        let form = |c: &Clause| self.words.tag(self.phrases.verbs[c.verb].run.start);
        let mut i = from;
        while let Some(parent) = self.clauses[i].parent.filter(|p| *p >= self.base) {
            i = parent - self.base;
            if form(&self.clauses[i]) == form(c) && self.clauses[i].kind.is_finite() {
                return Some(i);
            }
        }
        None
    }

    /// `If A, B`: a coordinated clause with its own subject after a comma is no condition any more.
    fn leave_subordinate(&self, c: &mut Clause, leaves: bool) {
        if leaves {
            c.kind = ClauseKind::Main;
            c.parent = None;
            c.introducer = None;
        }
    }

    /// Reported speech goes on: the content before and this clause are both shifted to the past.
    fn backshifted(&self, c: &Clause, before: &Clause) -> bool {
        let verb = self.phrases.verbs[c.verb];
        before.kind == ClauseKind::That && (verb.past || verb.modal.is_some())
    }

    fn outermost(&self, from: usize) -> Option<usize> {
        let mut i = from;
        while let Some(parent) = self.clauses[i].parent.filter(|p| *p >= self.base) {
            i = parent - self.base;
        }
        Some(i)
    }

    /// A subject and a verb right behind another verb: content without `that`.
    fn directly_behind(&self, c: &mut Clause, gap: &Gap) {
        let Some(i) = self.last() else { return };
        if let Some(subject) = self.inverted_subject(c).filter(|_| self.clauses[i].kind == ClauseKind::Condition) {
            c.subject = Some(subject);
            c.inverted = true;
            c.run = self.verb(c).run;
            return;
        }
        if c.subject.is_some() && !gap.comma_before_verb {
            let fronted =
                matches!(self.clauses[i].kind, ClauseKind::Gerund | ClauseKind::Infinitive | ClauseKind::Participle)
                    && self.clauses[i].parent.is_none();
            if fronted || self.is_subject_clause(i) {
                c.subject = self.clauses[i].antecedent.or(c.subject);
                return;
            }
            if let Some(n) = self.closed_relative(c, i) {
                c.subject = Some(n);
                return;
            }
            c.kind = ClauseKind::That;
            c.parent = Some(self.number(i));
            self.behind_reduced(c, i);
        } else if c.subject.is_none() {
            self.behind_relative(c, i);
        }
    }

    /// `Any state that laid hands on A would pay`: the object of a relative clause is no subject of the last finite verb,
    /// which is that of the phrase the relative clause belongs to.
    fn closed_relative(&self, c: &Clause, i: usize) -> Option<usize> {
        let before = self.clauses[i];
        let antecedent = before.antecedent.filter(|&n| before.kind == ClauseKind::Relative && self.unverbed(n))?;
        let own = before.introducer.is_some_and(|t| t + 1 >= self.verb(&before).run.start)
            && self.words.tag(self.verb(c).run.start) != Tag::VBD;
        let later = (c.chunk + 1..self.row.end)
            .take_while(|&j| !matches!(self.phrases.chunks[j], Chunk::Word(t) if self.kind(t) == TokenKind::Comma));
        let last = later.into_iter().all(
            |j| !matches!(self.phrases.chunks[j], Chunk::Verb(v) if self.phrases.verbs[v].form == VerbForm::Finite),
        );
        let named = c.subject.is_some_and(|n| self.words.tag(self.noun(n).head) == Tag::NNP || self.noun(n).pronoun);
        (own && last && !named && self.is_object_of(c.subject, &before)).then_some(antecedent)
    }

    /// `Only if A would her government B`: the phrase between a modal and its verb.
    fn inverted_subject(&self, c: &Clause) -> Option<usize> {
        let verb = self.verb(c);
        let alone = verb.modal == Some(verb.main);
        match (self.phrases.chunks.get(c.chunk + 1), self.phrases.chunks.get(c.chunk + 2)) {
            (Some(Chunk::Noun(n)), Some(Chunk::Verb(v))) if alone && self.phrases.verbs[*v].form == VerbForm::Base => {
                self.noun(*n).prep.is_none().then(|| self.subject_of(*n))
            }
            _ => None,
        }
    }

    /// `What Kyiv wants is`, `the plan that Trump backs would`: the verb behind a free relative.
    fn is_subject_clause(&self, i: usize) -> bool {
        self.clauses[i].kind == ClauseKind::Relative && self.clauses[i].antecedent.is_none()
    }

    /// `a ceasefire sought by Kyiv was turned down`: the phrase behind the participle is its agent, not the subject.
    fn behind_reduced(&self, c: &mut Clause, i: usize) {
        let before = self.clauses[i];
        let reduced = matches!(before.kind, ClauseKind::Participle | ClauseKind::Gerund) && before.antecedent.is_some();
        let unverbed = before.antecedent.is_some_and(|n| self.unverbed(n));
        if reduced && unverbed && self.is_object_of(c.subject, &before) {
            c.kind = ClauseKind::Main;
            c.subject = before.antecedent;
            c.parent = None;
            let start = before.antecedent.map(|n| self.noun(n).run.start);
            let opener = start
                .and_then(|s| s.checked_sub(1))
                .filter(|&t| self.is(t, self.sets.subordinator) && self.words.tag(t) != Tag::DT);
            if let Some(t) = opener {
                let level = before.parent;
                self.subordinate(c, t);
                c.parent = level.filter(|&p| p != self.number(i)).or_else(|| i.checked_sub(1).map(|k| self.number(k)));
                c.run = Run::new(t, c.run.end);
            }
        }
    }

    fn is_object_of(&self, noun: Option<usize>, clause: &Clause) -> bool {
        noun.is_some_and(|n| self.noun(n).run.start == self.verb(clause).run.end)
    }

    fn behind_relative(&self, c: &mut Clause, i: usize) {
        let open = (0..=i).rev().find(|&k| {
            let k = &self.clauses[k];
            matches!(
                k.kind,
                ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Gerund | ClauseKind::Infinitive
            ) && k.antecedent.is_some_and(|n| self.has_no_verb(n))
        });
        if let Some(k) = open {
            c.subject = self.clauses[k].antecedent;
            self.take_level(c, k);
        }
    }

    /// The phrase has no finite verb yet of which it is the own subject, outside relative clauses.
    fn unverbed(&self, n: usize) -> bool {
        self.has_no_verb(n) && !self.is_object(n)
    }

    fn has_no_verb(&self, n: usize) -> bool {
        let own = |c: &Clause| c.subject == Some(n) && c.antecedent != Some(n) && c.kind.is_finite() && !c.inherited;
        self.noun(n).prep.is_none() && !self.clauses.iter().any(own)
    }

    /// It stands right behind a verb that is no `be`.
    fn is_object(&self, n: usize) -> bool {
        self.clauses.iter().any(|c| self.verb(c).run.end == self.noun(n).run.start && c.kind != ClauseKind::Relative)
    }

    /// The clause goes on where the phrase stood: with the opening before that phrase.
    fn take_level(&self, c: &mut Clause, k: usize) {
        let Some(n) = self.clauses[k].antecedent else { return };
        let start = self.noun(n).run.start;
        let before =
            (0..k).rev().find(|&j| self.verb(&self.clauses[j]).run.end <= start && self.clauses[j].kind.is_finite());
        let introducer = start.checked_sub(1).filter(|t| self.is(*t, self.sets.subordinator));
        match (before, introducer) {
            (Some(j), _)
                if self.verb(&self.clauses[j]).run.end == start
                    || introducer.is_some_and(|t| self.is(t, self.sets.that)) =>
            {
                c.kind = ClauseKind::That;
                c.parent = Some(self.number(j));
            }
            _ => {}
        }
    }

    /// `Putin, who said A, rejected B`; `Umerov, the secretary, said`.
    fn resume(&self, c: &mut Clause) {
        let relative = self.clauses.iter().rev().find(|k| {
            matches!(k.kind, ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Gerund)
                && k.antecedent.is_some_and(|n| self.unverbed(n))
        });
        if let Some(n) = relative.and_then(|k| k.antecedent) {
            c.subject = Some(n);
        } else if let Some(n) = self.fronted_subject() {
            c.subject = Some(n);
        } else if c.subject.is_none() || c.subject.is_some_and(|n| self.is_object(n)) {
            let Some(i) = self.last_finite() else { return };
            c.subject = self.clauses[i].subject;
            c.inherited = true;
        }
    }

    /// `The Americans, Lavrov said, laid down`: the first phrase of the sentence, cut off by a clause between commas.
    fn fronted_subject(&self) -> Option<usize> {
        let last = self.clauses.last()?;
        let first = self.row.iter().find_map(|i| match self.phrases.chunks[i] {
            Chunk::Noun(n) if !self.noun(n).possesses => Some(n),
            _ => None,
        })?;
        let noun = self.noun(first);
        let comma = noun.run.end < last.run.start && self.kind(noun.run.end) == TokenKind::Comma;
        let between = self.clauses.iter().all(|c| c.run.start > noun.run.end) && last.kind == ClauseKind::Main;
        let plain = noun.prep.is_none() && !noun.temporal && last.subject != Some(first);
        (comma && between && plain && self.has_no_verb(first)).then_some(first)
    }

    fn find_subject(&self, c: &mut Clause, gap: &Gap) {
        let behind = match self.phrases.chunks.get(c.chunk + 1) {
            Some(Chunk::Noun(n)) if self.row.contains(c.chunk + 1) => Some(*n),
            _ => None,
        };
        let plain = behind.filter(|&n| self.noun(n).prep.is_none() && !self.noun(n).temporal);
        let starts = matches!(gap.opening, Opening::Start | Opening::Mark(_) | Opening::Bare);
        if let Some(n) = plain.filter(|_| starts) {
            let owned = if self.noun(n).possesses { self.owned(n) } else { Some(n) };
            c.subject = owned.map(|n| self.subject_of(n));
            c.inverted = true;
        } else if let Some(i) = self.last_finite().filter(|_| !matches!(gap.opening, Opening::Start)) {
            c.subject = self.clauses[i].subject;
            c.inherited = true;
        }
    }

    fn owned(&self, n: usize) -> Option<usize> {
        (n + 1..self.phrases.nouns.len().min(n + 3)).find(|&m| self.noun(m).possessor == Some(n))
    }

    fn infinitive(&self, mut c: Clause, first: usize, i: usize) -> Clause {
        c.kind = ClauseKind::Infinitive;
        if let Some(k) = self.conjoined_form(first, i, ClauseKind::Infinitive) {
            return self.like(c, k);
        }
        let Some(k) = self.last() else { return c };
        let k = self.behind_parenthesis(k, i);
        c.parent = Some(self.number(k));
        c.subject = self.clauses[k].subject;
        c.inherited = true;
        let noun = (first..i).rev().find_map(|j| match self.phrases.chunks[j] {
            Chunk::Noun(n) => Some(n),
            _ => None,
        });
        c.control = noun.filter(|&n| self.can_control(n)).map(|n| self.subject_of(n));
        c
    }

    /// `undertook, in a note which nobody has answered, to leave`: behind a comma the infinitive leaves the relative clause.
    fn behind_parenthesis(&self, k: usize, i: usize) -> usize {
        let comma = matches!(i.checked_sub(1).map(|j| self.phrases.chunks[j]), Some(Chunk::Word(t)) if self.kind(t) == TokenKind::Comma);
        let parent = self.clauses[k].parent.filter(|p| *p >= self.base).map(|p| p - self.base);
        let relative = self.clauses[k].kind == ClauseKind::Relative && self.clauses[k].antecedent.is_some();
        parent.filter(|_| comma && relative).unwrap_or(k)
    }

    fn can_control(&self, n: usize) -> bool {
        let noun = self.noun(n);
        let for_ = noun.prep.is_some_and(|p| self.is(p, self.sets.for_) || self.words.tag(p) == Tag::IN);
        (noun.prep.is_none() || for_) && !noun.temporal
    }

    /// An earlier clause of that kind with which a conjunction right before the verb coordinates this one.
    fn conjoined_form(&self, first: usize, i: usize, kind: ClauseKind) -> Option<usize> {
        let and = (first..i)
            .rev()
            .take(2)
            .any(|j| matches!(self.phrases.chunks[j], Chunk::Word(t) if self.words.tag(t) == Tag::CC));
        (0..self.clauses.len()).rev().find(|&k| self.clauses[k].kind == kind).filter(|_| and)
    }

    fn like(&self, mut c: Clause, k: usize) -> Clause {
        let other = self.clauses[k];
        c.parent = other.parent;
        c.subject = other.subject;
        c.control = other.control;
        c.antecedent = other.antecedent;
        c.inherited = true;
        c.conjoined = Some(self.number(k));
        c
    }

    fn gerund(&self, mut c: Clause, first: usize, i: usize) -> Clause {
        c.kind = ClauseKind::Gerund;
        if let Some(k) = self.conjoined_form(first, i, ClauseKind::Gerund) {
            return self.like(c, k);
        }
        self.reduced(&mut c, first, i);
        c
    }

    fn participle(&self, mut c: Clause, first: usize, i: usize) -> Clause {
        c.kind = ClauseKind::Participle;
        if let Some(k) = self.conjoined_form(first, i, ClauseKind::Participle) {
            return self.like(c, k);
        }
        self.reduced(&mut c, first, i);
        c
    }

    /// A participle right behind a noun phrase modifies it; behind a comma or preposition it shares the subject.
    fn reduced(&self, c: &mut Clause, first: usize, i: usize) {
        c.parent = self.last().map(|k| self.number(k));
        let inherited = self.last_finite().and_then(|k| self.clauses[k].subject);
        let adverb = |c: &Chunk| matches!(c, Chunk::Word(t) if self.words.tag(*t) == Tag::RB);
        let before = (first..i).rev().map(|j| self.phrases.chunks[j]).find(|c| !adverb(c));
        match before {
            Some(Chunk::Noun(n)) if !self.noun(n).pronoun && !self.noun(n).temporal => {
                c.antecedent = Some(self.subject_of(n));
                c.subject = c.antecedent;
            }
            Some(Chunk::Word(t)) if self.is(t, self.sets.as_) && c.kind == ClauseKind::Gerund => {
                c.subject = self.noun_before(t).or(inherited);
            }
            Some(Chunk::Word(t)) if self.kind(t) == TokenKind::Comma && c.kind == ClauseKind::Participle => {
                c.antecedent = self.noun_before(t);
                c.subject = c.antecedent;
            }
            Some(Chunk::Word(t)) if self.kind(t) == TokenKind::Comma => {
                c.subject = inherited.or_else(|| self.noun_before(t));
                c.antecedent = self.noun_before(t).filter(|n| inherited.is_none() && Some(*n) == c.subject);
                c.inherited = true;
            }
            _ => {
                c.subject = inherited;
                c.inherited = true;
            }
        }
    }

    fn bare(&self, mut c: Clause, gap: &Gap, first: usize, i: usize) -> Clause {
        let infinitive = self.conjoined_form(first, i, ClauseKind::Infinitive);
        if let Some(k) = infinitive {
            c.kind = ClauseKind::Infinitive;
            return self.like(c, k);
        }
        let modal = self.last_finite().filter(|&k| self.verb(&self.clauses[k]).modal.is_some());
        if let (Opening::Coordinator { .. }, Some(k)) = (gap.opening, modal) {
            c.kind = self.clauses[k].kind;
            return self.like(c, k);
        }
        match (gap.opening, self.last()) {
            (Opening::Bare, Some(k)) => {
                c.kind = ClauseKind::Infinitive;
                c.parent = Some(self.number(k));
                c.control = gap.subject;
                c.subject = gap.subject.or(self.clauses[k].subject);
            }
            (Opening::Subordinator(t), _) if gap.subject.is_some() => {
                c.subject = gap.subject;
                self.subordinate(&mut c, t);
            }
            (Opening::Start | Opening::Mark(TokenKind::Open), None) if gap.comma_before_verb => {
                c.kind = ClauseKind::Imperative
            }
            _ if gap.subject.is_some() => c.subject = gap.subject,
            _ => c.kind = ClauseKind::Imperative,
        }
        c
    }

    /// A subordinate clause in front of its main clause depends on that.
    fn adopt_fronted(&mut self) {
        let main = self.clauses.iter().position(|c| c.kind == ClauseKind::Main || c.kind == ClauseKind::Imperative);
        let Some(main) = main else { return };
        for i in 0..main {
            if self.clauses[i].parent.is_none() {
                self.clauses[i].parent = Some(self.number(main));
                let participle = matches!(self.clauses[i].kind, ClauseKind::Participle | ClauseKind::Gerund);
                if participle && self.clauses[i].subject.is_none() {
                    self.clauses[i].subject = self.clauses[main].subject;
                    self.clauses[i].inherited = true;
                }
            }
        }
        debug_assert!(self.clauses.iter().all(|c| c.parent.is_none_or(|p| p >= self.base)));
        let _ = self.get(self.base);
    }
}

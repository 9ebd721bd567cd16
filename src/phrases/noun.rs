//! Noun phrases: determiner, modifiers, nouns, head.
//!
//! Owns where a noun phrase begins and ends. Never joins two of them: `link` does.

use super::{Chunk, Chunker, Noun, Phrases};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::text::{Run, TokenKind};

impl Chunker<'_> {
    /// The noun phrase that begins at `t`, if one does.
    pub(super) fn noun(&self, t: usize, out: &Phrases) -> Option<Noun> {
        let run = self.extent(t)?;
        let head = self.head(run)?;
        let pronoun = run.len() == 1 && matches!(self.tag(t), Tag::PRP | Tag::EX);
        let (prep, possessor) = self.governor(run.start, out);
        Some(Noun {
            run,
            head,
            prep,
            possessor,
            possesses: self.tag(run.end) == Tag::POS,
            group: None,
            apposition: None,
            temporal: self.temporal(run, head),
            pronoun,
            sentence: self.sentence,
        })
    }

    /// `many said`, `most of the envoys`: a word of quantity for those it counts.
    fn is_quantity(&self, t: usize) -> bool {
        if !self.is(t, self.sets.quantity) || t > self.run.start && self.names_before(t) {
            return false;
        }
        let next = (t + 1..self.run.end).find(|&i| self.tag(i) != Tag::RB).unwrap_or(t);
        let within = self.tag(t + 1) == Tag::IN && t == self.run.start && self.finite_before_mark(t + 1);
        self.tag(next).is_finite() || within || self.is(t + 1, self.sets.of)
    }

    fn names_before(&self, t: usize) -> bool {
        let before = self.tag(t - 1);
        before.is_noun()
            || before.is_adjective()
            || matches!(
                before,
                Tag::PRP | Tag::EX | Tag::DT | Tag::PRPS | Tag::CD | Tag::WP | Tag::WDT | Tag::RB | Tag::MD
            )
    }

    fn extent(&self, start: usize) -> Option<Run> {
        if self.is_quantity(start) {
            return Some(Run::new(start, start + 1));
        }
        if matches!(self.tag(start), Tag::PRP | Tag::EX) {
            return Some(Run::new(start, start + 1));
        }
        let (mut t, mut end, mut nominal) = (start, start, false);
        while t < self.run.end {
            let tag = self.tag(t);
            let goes_on = match tag {
                Tag::DT | Tag::PRPS | Tag::WPS => t == start || self.predeterminer(start, t),
                Tag::NN | Tag::NNS | Tag::NNP | Tag::CD => true,
                Tag::JJ | Tag::JJR | Tag::JJS => true,
                Tag::RB => self.modifier_follows(t + 1) && (t > start || self.kind(t) == TokenKind::Word),
                Tag::VBN | Tag::VBG => !nominal_before(self, start, t) && self.modifies(t),
                Tag::VBD if t > start => self.glued(t),
                Tag::IN if self.inside_title(start, t) => true,
                Tag::IN | Tag::TO | Tag::RP | Tag::VB | Tag::VBZ => self.glued(t),
                Tag::CC => self.adjective_pair(start, t) || self.inside_date(start, t),
                Tag::Punct => self.transparent(start, t),
                _ => false,
            };
            if !goes_on {
                break;
            }
            // A date behind a noun begins one, too (`met Merz last Tuesday`).
            if nominal && t > start && !self.is_day(t - 1) && self.words.date_begins(t) {
                break;
            }
            // A name directly behind a day or number of it begins a phrase of its own (`on Monday Putin`).
            if nominal && tag == Tag::NNP && self.is_day(t - 1) && !self.is_day(t) && t > start {
                break;
            }
            // A name behind an indefinite pronoun, too (`something Kyiv wants`).
            if t == start + 1 && tag == Tag::NNP && self.is(start, self.sets.thing) {
                break;
            }
            // So does one behind a span of time (`at the same time Moscow`).
            if nominal && tag == Tag::NNP && self.is(t - 1, self.sets.time) && t > start && self.tag(start) == Tag::DT {
                break;
            }
            // A day behind a common noun is a phrase of its own (`announced plans Tuesday`), unless a noun follows.
            if nominal
                && t > start
                && self.is(t, self.sets.weekday)
                && !self.tag(t + 1).is_noun()
                && !self.is_day(t - 1)
            {
                break;
            }
            // So is `last week` behind one.
            if nominal && tag.is_adjective() && self.is(t + 1, self.sets.time) && self.is(t, self.sets.next) {
                break;
            }
            nominal |= tag.is_noun() || matches!(tag, Tag::CD);
            if self.kind(t) != TokenKind::Hyphen && !self.is_mark(t) && tag != Tag::CC && tag != Tag::RB {
                end = t + 1;
            }
            t += 1;
        }
        self.close(start, end)
    }

    /// Drops what cannot end a phrase; a bare row of adjectives is none.
    fn close(&self, start: usize, end: usize) -> Option<Run> {
        let mut end = end;
        while end > start && self.is_mark(end - 1) {
            end -= 1;
        }
        let run = Run::new(start, end);
        let noun = run.iter().any(|t| self.tag(t).is_noun() || self.tag(t) == Tag::CD);
        let determined = matches!(self.tag(start), Tag::DT | Tag::PRPS);
        let each =
            run.len() == 1 && self.is(start, self.sets.each) && start > self.run.start && self.tag(start - 1).is_noun();
        if each {
            return None;
        }
        let negative_alone = run.len() == 1 && self.tag(start) == Tag::DT && self.is(start, self.sets.no) && !noun;
        (!run.is_empty() && (noun || determined) && !negative_alone).then_some(run)
    }

    /// `all the`, `both its`, `half a`.
    fn predeterminer(&self, start: usize, t: usize) -> bool {
        t == start + 1 && self.tag(start) == Tag::DT && self.text.word(start).len() > 2
    }

    fn modifier_follows(&self, t: usize) -> bool {
        self.run.contains(t)
            && (self.tag(t).is_adjective() || matches!(self.tag(t), Tag::VBN | Tag::CD))
            && (t + 1..self.run.end).take(3).any(|i| self.tag(i).is_noun())
    }

    /// A participle before a noun: `the proposed plan`, `the revised 20-point plan`, `warring parties`.
    fn modifies(&self, t: usize) -> bool {
        let mut next = t + 1;
        while self.is_mark(next) {
            next += 1;
        }
        match self.tag(next) {
            Tag::NN | Tag::NNS | Tag::NNP => {
                t > self.run.start
                    && matches!(
                        self.tag(t - 1),
                        Tag::DT | Tag::JJ | Tag::PRPS | Tag::POS | Tag::CD | Tag::IN | Tag::CC | Tag::VBN
                    )
                    || self.tag(t) == Tag::VBN && t == self.run.start
                    || self.tag(t) == Tag::VBN && self.verb_before(t)
            }
            Tag::JJ | Tag::VBN | Tag::VBG | Tag::CD => {
                matches!(self.tag(t.wrapping_sub(1)), Tag::DT | Tag::PRPS | Tag::POS | Tag::JJ)
                    && self.modifier_follows(t + 1)
            }
            _ => false,
        }
    }

    fn verb_before(&self, t: usize) -> bool {
        t > self.run.start
            && matches!(self.tag(t - 1), Tag::VB | Tag::VBZ | Tag::VBP | Tag::VBD | Tag::VBG)
            && !self.is(t - 1, self.sets.have)
            && !self.is(t - 1, self.sets.be)
    }

    /// Part of a hyphened compound.
    fn glued(&self, t: usize) -> bool {
        t > self.run.start && self.kind(t - 1) == TokenKind::Hyphen
            || t + 1 < self.run.end && self.kind(t + 1) == TokenKind::Hyphen
    }

    /// `full and lasting ceasefire`, `political and military issues`.
    fn adjective_pair(&self, start: usize, t: usize) -> bool {
        t > start
            && self.is(t, self.sets.and)
            && self.tag(t - 1).is_adjective()
            && self.tag(t + 1).is_adjective()
            && self.tag(t + 2).is_noun()
    }

    /// `Secretary of State Marco Rubio`: a title with its `of`, right before a name.
    fn inside_title(&self, start: usize, t: usize) -> bool {
        let hits = (start..t).flat_map(|i| self.words.hits_at(i));
        hits.into_iter()
            .any(|h| matches!(h.entry, Entry::Role(_)) && h.run.contains(t) && self.tag(h.run.end) == Tag::NNP)
    }

    /// `the February 4 and 5 talks`.
    fn inside_date(&self, start: usize, t: usize) -> bool {
        self.words.date_at(t).is_some_and(|d| d.run.start < t && t + 1 < d.run.end && d.run.end > start)
    }

    /// Hyphens inside compounds; quotation marks between a modifier and its noun.
    fn transparent(&self, start: usize, t: usize) -> bool {
        if self.kind(t) == TokenKind::Hyphen {
            return t > start;
        }
        if !self.is_mark(t) || t == start {
            return false;
        }
        let before = matches!(self.tag(t - 1), Tag::DT | Tag::PRPS | Tag::JJ | Tag::CD | Tag::VBN | Tag::NN);
        let next = self.tag(t + 1);
        let opens = self.kind(t) == TokenKind::Open;
        let short = !opens || (t + 1..self.run.end.min(t + 6)).any(|i| self.kind(i) == TokenKind::Close);
        before && short && (next.is_noun() || next.is_adjective() || next == Tag::VBN)
    }

    fn head(&self, run: Run) -> Option<usize> {
        let last = run.iter().rev().find(|&t| self.tag(t).is_noun());
        last.or_else(|| run.iter().rev().find(|&t| !self.is_mark(t) && self.kind(t) != TokenKind::Hyphen))
    }

    /// What stands before a phrase: a preposition, or a possessor with the preposition before that.
    fn governor(&self, start: usize, out: &Phrases) -> (Option<usize>, Option<usize>) {
        let mut chunks = out.chunks.iter().rev().copied();
        let mut before = chunks.next();
        while let Some(Chunk::Word(t)) =
            before.filter(|c| matches!(c, Chunk::Word(t) if self.is_mark(*t) || self.tag(*t) == Tag::RB))
        {
            if t < self.run.start {
                break;
            }
            before = chunks.next();
        }
        let Some(Chunk::Word(t)) = before.filter(|_| start > self.run.start) else { return (None, None) };
        if t < self.run.start {
            return (None, None);
        }
        match self.tag(t) {
            Tag::POS => {
                let owner = match chunks.next() {
                    Some(Chunk::Noun(n)) if out.nouns[n].sentence == self.sentence => Some(n),
                    _ => None,
                };
                (owner.and_then(|n| out.nouns[n].prep), owner)
            }
            Tag::IN | Tag::TO | Tag::RP if self.subordinates(t, start) || self.makes_rough(t, start) => (None, None),
            Tag::IN | Tag::TO | Tag::RP => (Some(t), None),
            _ => (None, None),
        }
    }

    /// `about 20 soldiers`, `more than 20 soldiers`: the word at `t` makes the number at `start` rough.
    fn makes_rough(&self, t: usize, start: usize) -> bool {
        let opens = t == self.run.start || !self.tag(t - 1).is_noun() && !self.tag(t - 1).is_verb();
        let than = t > self.run.start && self.tag(t - 1) == Tag::JJR && self.is(t, self.sets.since);
        t + 1 == start && self.tag(start) == Tag::CD && (than || opens && self.is(t, self.sets.rough))
    }

    /// The word at `t` opens a clause whose subject begins at `start`, rather than governing it.
    fn subordinates(&self, t: usize, start: usize) -> bool {
        if !self.is(t, self.sets.subordinator) {
            return false;
        }
        let both = self.is(t, self.sets.until)
            || self.is(t, self.sets.once)
            || self.is(t, self.sets.as_)
            || self.is(t, self.sets.since);
        !both || self.finite_before_mark(start)
    }

    fn finite_before_mark(&self, start: usize) -> bool {
        (start..self.run.end)
            .take_while(|&i| {
                self.kind(i) != TokenKind::Comma
                    && self.tag(i) != Tag::CC
                    && self.tag(i) != Tag::WDT
                    && self.tag(i) != Tag::WP
            })
            .any(|i| self.tag(i).is_finite())
    }

    fn is_day(&self, t: usize) -> bool {
        self.is(t, self.sets.weekday)
            || self.is(t, self.sets.month) && self.text.tokens[t].case.is_capital()
            || self.is(t, self.sets.relative_day)
    }

    fn temporal(&self, run: Run, head: usize) -> bool {
        let month = |t: usize| self.is(t, self.sets.month) && self.text.tokens[t].case.is_capital();
        self.is(head, self.sets.weekday)
            || month(head)
            || self.is(head, self.sets.relative_day)
            || self.is(head, self.sets.time)
            || run.iter().any(month) && self.tag(run.end - 1) == Tag::CD
    }
}

fn nominal_before(chunker: &Chunker, start: usize, t: usize) -> bool {
    (start..t).any(|i| chunker.tag(i).is_noun())
        && !matches!(chunker.tag(t - 1), Tag::DT | Tag::PRPS | Tag::JJ | Tag::CD | Tag::Punct)
}

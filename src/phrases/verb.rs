//! Verb groups: auxiliaries, modals, negation, main verb.
//!
//! Owns tense, voice and polarity of one group. Never joins groups: chains are the clauses' business.

use super::{Chunker, Verb, VerbForm};
use crate::lexicon::tag::Tag;
use crate::text::{Run, TokenKind};

impl Chunker<'_> {
    /// The verb group that begins at `t`, if one does.
    pub(super) fn verb(&self, start: usize) -> Option<Verb> {
        let first = self.tag(start);
        if first == Tag::VBN && self.starts_phrase(start) {
            return None;
        }
        if first == Tag::VBG && self.starts_phrase(start) {
            return None;
        }
        if !(first.is_verb() || first == Tag::TO) {
            return None;
        }
        let (mut t, mut main, mut end) = (start, None, start);
        while t < self.run.end && self.belongs(start, t, main) {
            if self.tag(t).is_verb() {
                main = Some(t);
                end = t + 1;
            }
            t += 1;
        }
        let main = main?;
        let negation_after = end < self.run.end && self.is(end, self.sets.negation) && self.auxiliary(main);
        let run = Run::new(start, if negation_after { end + 1 } else { end });
        Some(self.features(run, main, first))
    }

    fn auxiliary(&self, t: usize) -> bool {
        self.is(t, self.sets.be) || self.is(t, self.sets.have) || self.tag(t) == Tag::MD
    }

    /// A participle that belongs to a noun phrase: `proposed terms` after a determiner or at the start.
    fn starts_phrase(&self, t: usize) -> bool {
        let next = self.tag(t + 1);
        let before = if t > self.run.start { self.tag(t - 1) } else { Tag::Other };
        let participle_first = t == self.run.start && self.tag(t) == Tag::VBN;
        let modifier = matches!(before, Tag::DT | Tag::JJ | Tag::PRPS | Tag::POS | Tag::CD);
        let object = matches!(before, Tag::VB | Tag::VBZ | Tag::VBP | Tag::VBD | Tag::VBG | Tag::IN)
            && self.tag(t) == Tag::VBN
            && !self.auxiliary(t - 1);
        next.is_noun() && (modifier || participle_first || object)
            || next.is_adjective() && modifier && self.tag(t + 2).is_noun()
    }

    fn belongs(&self, start: usize, t: usize, main: Option<usize>) -> bool {
        let tag = self.tag(t);
        if t == start {
            return true;
        }
        if let Some(end) = self.parenthesis(start, t) {
            return self.continues(main, end);
        }
        match tag {
            Tag::RB => {
                (t + 1..self.run.end).take(3).any(|i| self.continues(main, i)) && self.continues_after_adverbs(main, t)
            }
            _ if self.is(t, self.sets.negation) || self.shares(main, t) => self.continues(main, t + 1),
            _ => self.continues(main, t),
        }
    }

    /// `have each promised`, `will both send`: between an auxiliary and its verb.
    fn shares(&self, main: Option<usize>, t: usize) -> bool {
        main.is_some_and(|m| self.auxiliary(m)) && self.tag(t) == Tag::DT && self.is(t, self.sets.both)
    }

    /// `did, however, offer`: an adverb between commas; where it ends. Its tokens are asked one by one.
    fn parenthesis(&self, start: usize, t: usize) -> Option<usize> {
        let comma = |i: usize| self.run.contains(i) && self.kind(i) == TokenKind::Comma;
        let adverb = |i: usize| self.tag(i) == Tag::RB;
        if comma(t) && adverb(t + 1) && comma(t + 2) {
            Some(t + 3)
        } else if t > start + 1 && comma(t - 1) && adverb(t) && comma(t + 1) {
            Some(t + 2)
        } else if t > start + 2 && comma(t - 2) && adverb(t - 1) && comma(t) {
            Some(t + 1)
        } else {
            None
        }
    }

    fn continues_after_adverbs(&self, main: Option<usize>, t: usize) -> bool {
        let next = (t..self.run.end).find(|&i| self.tag(i) != Tag::RB);
        next.is_some_and(|i| self.continues(main, i))
    }

    /// Whether the verb at `t` can follow the last one inside one group.
    fn continues(&self, last: Option<usize>, t: usize) -> bool {
        if !self.run.contains(t) {
            return false;
        }
        let tag = self.tag(t);
        let Some(last) = last else { return matches!(tag, Tag::VB | Tag::VBP) };
        if self.tag(last) == Tag::MD {
            return matches!(tag, Tag::VB | Tag::VBP);
        }
        if self.is(last, self.sets.be) {
            return matches!(tag, Tag::VBN | Tag::VBG | Tag::VBD);
        }
        if self.is(last, self.sets.have) {
            return matches!(tag, Tag::VBN);
        }
        if tag_is_clitic_verb(self.tag(last), self.kind(last)) {
            return matches!(tag, Tag::VBN | Tag::VBG);
        }
        let do_form = self.is(last, self.sets.do_);
        do_form && matches!(tag, Tag::VB)
    }

    fn features(&self, run: Run, main: usize, first: Tag) -> Verb {
        let verbs: Vec<usize> = run.iter().filter(|&t| self.tag(t).is_verb()).collect();
        let before_main = verbs.len().checked_sub(2).map(|i| verbs[i]);
        let participle = matches!(self.tag(main), Tag::VBN | Tag::VBD);
        let be_before = before_main.is_some_and(|t| self.is(t, self.sets.be));
        let alone = verbs.len() == 1 && self.tag(main) == Tag::VBN;
        Verb {
            run,
            main,
            form: form(first, self.tag(verbs[0])),
            passive: participle && be_before || alone,
            negated: self.negated(run),
            ceased: self.ceased(run),
            modal: verbs.iter().copied().find(|&t| self.tag(t) == Tag::MD),
            perfect: verbs.iter().any(|&t| self.is(t, self.sets.have)) && verbs.len() > 1,
            past: self.tag(verbs[0]) == Tag::VBD,
            sentence: self.sentence,
        }
    }

    /// `not`, `never` inside, or before a bare infinitive (`not to`), or `no` before it.
    fn negated(&self, run: Run) -> bool {
        let inside = run.iter().any(|t| self.is(t, self.sets.negation));
        let before = run.start > self.run.start && self.is(run.start - 1, self.sets.negation);
        inside || before
    }

    fn ceased(&self, run: Run) -> bool {
        let from = run.start.saturating_sub(2).max(self.run.start);
        (from..run.end).any(|t| {
            t + 1 < run.end && self.is(t, self.sets.no) && self.text.word(t + 1).eq_ignore_ascii_case("longer")
        })
    }
}

fn form(first: Tag, verb: Tag) -> VerbForm {
    match (first, verb) {
        (Tag::TO, _) => VerbForm::Infinitive,
        (_, Tag::MD | Tag::VBD | Tag::VBP | Tag::VBZ) => VerbForm::Finite,
        (_, Tag::VBG) => VerbForm::Gerund,
        (_, Tag::VBN) => VerbForm::Participle,
        _ => VerbForm::Base,
    }
}

/// `he's been after it`: the clitic of `has` or `is`.
fn tag_is_clitic_verb(tag: Tag, kind: TokenKind) -> bool {
    tag == Tag::VBZ && kind == TokenKind::Clitic
}

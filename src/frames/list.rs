//! Enumerations: a head that fixes holder and stance, and the items that fill it.
//!
//! Owns list heads (`three demands`, `what Russia wants:`, a heading) and items (bullets, ordinals).
//! Never reads an item that carries a stance of its own.

use super::Holder;
use super::read::{Draft, Reader};
use crate::finding::{Firmness, Modality, Stance};
use crate::lexicon::cue::{Act, Class};
use crate::lexicon::tag::Tag;
use crate::phrases::Chunk;
use crate::text::{ParagraphKind, Run, TokenKind};

/// What a list head fixes for its items.
#[derive(Clone, Debug)]
pub(super) struct Head {
    holders: Vec<Holder>,
    stance: Stance,
    firmness: Option<Firmness>,
    rule: String,
    /// Sentence after which ordinal items may no longer stand.
    until: usize,
    /// It is a heading or ends in a colon, so that bullets fill it.
    bullets: bool,
    /// It announces a number of things, so that ordinals fill it.
    ordinals: bool,
}

/// How many sentences behind its head an ordinal item may stand.
const REACH: usize = 8;

impl Reader<'_> {
    /// Keeps the list head up to date before a sentence is read.
    pub(super) fn enter_list(&mut self, sentence: usize) {
        let paragraph = self.text.paragraphs[self.text.sentences[sentence].paragraph];
        if paragraph.kind == ParagraphKind::Heading {
            self.head = self.list_head(sentence).map(|h| Head { bullets: true, ..h });
        } else if self
            .head
            .as_ref()
            .is_some_and(|h| h.until < sentence && !(h.bullets && paragraph.kind == ParagraphKind::Item))
        {
            self.head = None;
        }
    }

    /// After a sentence of its own stance: it may be the head of a list.
    pub(super) fn leave_list(&mut self, sentence: usize) {
        let run = self.text.sentences[sentence].run;
        let colon = run.iter().rev().take(2).any(|t| self.text.tokens[t].kind == TokenKind::Colon);
        let inside = run.iter().any(|t| self.text.tokens[t].kind == TokenKind::Colon) && !colon;
        let counted = self.counted_noun(run);
        if !(colon || counted || inside) || self.is_item(sentence) {
            return;
        }
        if let Some(head) = self.list_head(sentence) {
            self.inline_items(&head, run, sentence);
            self.head = Some(Head { bullets: colon, ordinals: counted, ..head });
        }
    }

    /// Reads a sentence as an item of the list it stands in.
    pub(super) fn item(&mut self, sentence: usize) -> bool {
        let Some(head) = self.head.clone() else { return false };
        let run = self.text.sentences[sentence].run;
        let bullet = self.text.paragraphs[self.text.sentences[sentence].paragraph].kind == ParagraphKind::Item;
        let start = self.ordinal(run).filter(|_| head.ordinals).or((bullet && head.bullets).then_some(run.start));
        let Some(start) = start else { return false };
        let content = self.item_content(Run::new(start, run.end));
        self.keep(Draft {
            holders: head.holders.clone(),
            stance: self.item_stance(head.stance, content),
            addressee: None,
            condition: None,
            firmness: self.firmness(head.firmness, content),
            modality: Modality::Asserted,
            cue: Run::new(start, start + 1),
            rule: format!("item-of-{}", head.rule),
            contents: vec![content],
            evidence: content,
            sentence,
            weak: true,
        });
        true
    }

    /// `three things on which Kyiv insists: A, B and C`: what stands behind the colon of the head itself.
    fn inline_items(&mut self, head: &Head, run: Run, sentence: usize) {
        let Some(colon) = run.iter().find(|&t| self.text.tokens[t].kind == TokenKind::Colon) else { return };
        let content = self.item_content(Run::new(colon + 1, run.end));
        let verbless = !content.iter().any(|t| self.words.tag(t).is_finite());
        if content.len() < 3 || !verbless || self.text.quote_at(colon + 1).is_some() {
            return;
        }
        self.keep(Draft {
            holders: head.holders.clone(),
            stance: head.stance,
            addressee: None,
            condition: None,
            firmness: self.firmness(head.firmness, content),
            modality: Modality::Asserted,
            cue: Run::new(colon, colon + 1),
            rule: format!("items-of-{}", head.rule),
            contents: vec![content],
            evidence: content,
            sentence,
            weak: true,
        });
    }

    fn is_item(&self, sentence: usize) -> bool {
        self.text.paragraphs[self.text.sentences[sentence].paragraph].kind == ParagraphKind::Item
    }

    /// `No recognition of ...` in a list of demands is a refusal to give it.
    fn item_stance(&self, stance: Stance, content: Run) -> Stance {
        let first = content.iter().find(|&t| self.text.tokens[t].kind == TokenKind::Word);
        let no = first.is_some_and(|t| self.is(t, self.sets.no));
        let gives = content.iter().take(4).any(|t| self.is(t, self.sets.concession));
        if stance == Stance::Demand && no && gives { Stance::Reject } else { stance }
    }

    /// Without the bullet, the ordinal and its verb.
    fn item_content(&self, run: Run) -> Run {
        let start = run
            .iter()
            .find(|&t| !matches!(self.text.tokens[t].kind, TokenKind::Bullet | TokenKind::Dash))
            .unwrap_or(run.start);
        let mut end = run.end;
        while end > start
            && matches!(self.text.tokens[end - 1].kind, TokenKind::Stop | TokenKind::Semicolon | TokenKind::Close)
        {
            end -= 1;
        }
        Run::new(start, end)
    }

    /// `One is`, `The second is`, `First,`, `Secondly`: where the item begins.
    fn ordinal(&self, run: Run) -> Option<usize> {
        let first: Vec<usize> = run.iter().filter(|&t| self.text.tokens[t].kind == TokenKind::Word).take(2).collect();
        let ordinal = |t: usize| self.is(t, self.sets.ordinal);
        match first[..] {
            [a, ..] if ordinal(a) => Some(a),
            [a, b] if self.words.tag(a) == Tag::DT && ordinal(b) => Some(b),
            [a, ..] if self.text.word(a).eq_ignore_ascii_case("one") => Some(a),
            _ => None,
        }
    }

    /// `three pillars`, `two conditions`: a number and a plural that is a stance noun or a word for things listed.
    fn counted_noun(&self, run: Run) -> bool {
        run.iter().any(|t| {
            let number = self.words.tag(t) == Tag::CD && self.text.tokens[t].kind == TokenKind::Word;
            number
                && self.phrases.noun_at(t).is_some_and(|n| {
                    let head = self.phrases.nouns[n].head;
                    self.words.tag(head) == Tag::NNS
                        && (self.is(head, self.sets.listed) || self.cues_at(head).any(|f| f.cue.class == Class::Noun))
                })
        })
    }

    /// Holder and stance that a sentence fixes: by a stance verb, or by a possessed stance noun.
    fn list_head(&self, sentence: usize) -> Option<Head> {
        let end = self.text.sentences[sentence].run.end;
        self.verb_head(sentence, end).or_else(|| self.noun_head(sentence, end))
    }

    /// Who demands in a sentence that announces what follows its colon, before that.
    pub(super) fn demanding_head(&self, sentence: usize, colon: usize) -> Vec<Holder> {
        let head = self.verb_head(sentence, colon).or_else(|| self.noun_head(sentence, colon));
        head.filter(|h| h.stance == Stance::Demand).map(|h| h.holders).unwrap_or_default()
    }

    /// The clause's verb and its subject stand before `limit`.
    fn is_ahead(&self, clause: usize, limit: usize) -> bool {
        let c = &self.clauses.all[clause];
        let subject = c.subject.is_none_or(|n| self.phrases.nouns[n].run.end <= limit);
        subject && self.clauses.verb(self.phrases, clause).run.end <= limit
    }

    fn verb_head(&self, sentence: usize, limit: usize) -> Option<Head> {
        self.clauses.of_sentence(sentence).filter(|&c| self.is_ahead(c, limit)).find_map(|c| {
            let verb = self.clauses.verb(self.phrases, c);
            let found = self.verb_cue(c).or_else(|| self.adjective_cue(c));
            let no_compromise = verb.negated && self.is(verb.main, self.sets.compromise);
            let stance = match (found.map(|f| f.cue.act), no_compromise) {
                (_, true) => Stance::Demand,
                (Some(Act::Stance(stance)), _) if !verb.negated => stance,
                (Some(Act::Stance(Stance::Accept | Stance::Offer)), _) => Stance::Reject,
                _ => return None,
            };
            let holders = self.subject_holders(c);
            let rule = found.map_or("no-compromise".to_owned(), |f| f.cue.id.clone());
            let firmness = no_compromise.then_some(Firmness::RedLine);
            self.head_of(holders, stance, firmness, rule, sentence)
        })
    }

    fn noun_head(&self, sentence: usize, limit: usize) -> Option<Head> {
        let row = self.phrases.rows[sentence];
        row.iter().find_map(|i| {
            let Chunk::Noun(n) = self.phrases.chunks[i] else { return None };
            let found = self.noun_cue(n)?;
            let Act::Stance(stance) = found.cue.act else { return None };
            if self.phrases.nouns[n].run.end > limit {
                return None;
            }
            let clause = self.clauses.at(sentence, self.phrases.nouns[n].head).filter(|&c| self.is_ahead(c, limit));
            let holders = self.noun_holders(n, clause);
            let holders =
                if holders.is_empty() { clause.map(|c| self.subject_holders(c)).unwrap_or_default() } else { holders };
            self.head_of(holders, stance, found.cue.firmness, found.cue.id.clone(), sentence)
        })
    }

    fn head_of(
        &self,
        holders: Vec<Holder>,
        stance: Stance,
        firmness: Option<Firmness>,
        rule: String,
        sentence: usize,
    ) -> Option<Head> {
        let holders: Vec<Holder> = holders.into_iter().filter(|h| self.may_hold(h)).collect();
        let until = sentence + REACH;
        (!holders.is_empty()).then_some(Head {
            holders,
            stance,
            firmness,
            rule,
            until,
            bullets: false,
            ordinals: false,
        })
    }
}

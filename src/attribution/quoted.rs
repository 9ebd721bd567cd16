//! Quotations: what of a content is quoted, and who speaks where no verb of the sentence says so.
//!
//! Owns modes and the paragraph context: quotations that go on, that answer a colon, that stand alone. Is given the
//! attributions of all sentences. Never looks for verbs of speech.

use super::{Attribution, Reader};
use crate::finding::Mode;
use crate::lexicon::cue::Act;
use crate::lexicon::tag::Tag;
use crate::text::{ParagraphKind, Run, TokenKind};

/// Quoted words from which on a quotation without a verb of speech gets a speaker.
const LONG: usize = 4;

/// Clauses up which the speaker of embedded words is looked for.
const CLIMB: usize = 4;

/// Per paragraph, the attributions of speech by sources outside quotations.
struct Speech {
    of: Vec<Vec<usize>>,
}

impl Speech {
    fn new(reader: &Reader, all: &[Attribution]) -> Speech {
        let mut speech = Speech { of: vec![Vec::new(); reader.text.paragraphs.len()] };
        all.iter().enumerate().for_each(|(i, a)| speech.add(reader, a, i));
        speech
    }

    fn add(&mut self, reader: &Reader, a: &Attribution, number: usize) {
        let outside = a.source.is_some_and(|s| reader.text.quote_at(s.start).is_none());
        if a.act == Act::Say && outside {
            self.of[reader.text.sentences[a.sentence].paragraph].push(number);
        }
    }
}

impl Reader<'_> {
    /// Says of every attribution what of it is quoted.
    pub(super) fn tell_modes(&self, all: &mut [Attribution]) {
        for a in all {
            self.tell_mode(a);
        }
    }

    fn tell_mode(&self, a: &mut Attribution) {
        a.quotes.clear();
        let (mut quoted, mut total) = (0, 0);
        for piece in &a.contents {
            let level = self.text.quote_at(piece.start).filter(|&q| self.text.quotes[q].open < piece.start);
            total += self.count(*piece);
            let mut t = piece.start;
            while t < piece.end {
                match self.quote_below(t, level).filter(|&q| self.text.quotes[q].open >= piece.start) {
                    Some(q) => {
                        a.quotes.push(q);
                        quoted += self.count(self.text.quotes[q].inner);
                        t = self.whole(q).end.max(t + 1);
                    }
                    None => t += 1,
                }
            }
        }
        a.mode = match quoted {
            0 => Mode::Indirect,
            n if n >= total => Mode::Direct,
            _ => Mode::Mixed,
        };
    }

    /// A quotation belongs to the innermost of those who say it: `"A," X said, according to Y`.
    pub(super) fn leave_to_inner(&self, all: &mut [Attribution]) {
        let mut owner: Vec<Option<usize>> = vec![None; self.text.quotes.len()];
        let size = |a: &Attribution| a.contents.iter().map(|c| c.len()).sum::<usize>();
        for (i, a) in all.iter().enumerate().filter(|(_, a)| a.act == Act::Say && a.source.is_some()) {
            for &q in &a.quotes {
                if owner[q].is_none_or(|o| size(&all[o]) > size(a)) {
                    owner[q] = Some(i);
                }
            }
        }
        for i in 0..all.len() {
            let lost = |q: &usize| {
                owner[*q].is_some_and(|o| o != i && all[o].noun != all[i].noun && size(&all[o]) < size(&all[i]))
            };
            let kept: Vec<usize> = all[i].quotes.iter().copied().filter(|q| !lost(q)).collect();
            if kept.len() < all[i].quotes.len() {
                all[i].mode = if kept.is_empty() { Mode::Indirect } else { Mode::Mixed };
                all[i].quotes = kept;
            }
        }
    }

    /// A quotation interrupted by its attribution is one attribution per quoted run.
    pub(super) fn one_per_quote(&self, all: Vec<Attribution>) -> Vec<Attribution> {
        let mut out = Vec::with_capacity(all.len());
        for a in all {
            if a.mode == Mode::Direct && a.contents.len() > 1 {
                for piece in a.contents.clone() {
                    let mut own = Attribution { contents: vec![piece], ..a.clone() };
                    self.tell_mode(&mut own);
                    out.push(own);
                }
            } else {
                out.push(a);
            }
        }
        out
    }

    /// Gives every longer quotation that no verb attributes its speaker from the words around it.
    pub(super) fn adopt_quotes(&self, all: &mut Vec<Attribution>) {
        let mut said: Vec<Option<usize>> = vec![None; self.text.quotes.len()];
        for (i, a) in all.iter().enumerate().filter(|(_, a)| a.act == Act::Say) {
            for &q in &a.quotes {
                said[q] = said[q].or(Some(i));
            }
        }
        let mut speech = Speech::new(self, all);
        for q in 0..self.text.quotes.len() {
            if said[q].is_some() || !self.wants_speaker(q) {
                continue;
            }
            if let Some(found) = self.adopt(q, &said, all, &speech) {
                said[q] = Some(all.len());
                speech.add(self, &found, all.len());
                all.push(found);
            }
        }
    }

    fn wants_speaker(&self, q: usize) -> bool {
        let quote = &self.text.quotes[q];
        let kind = self.text.paragraphs[quote.paragraph].kind;
        quote.depth == 0 && matches!(kind, ParagraphKind::Body | ParagraphKind::Item)
    }

    fn adopt(&self, q: usize, said: &[Option<usize>], all: &[Attribution], speech: &Speech) -> Option<Attribution> {
        let quote = &self.text.quotes[q];
        let long = self.count(quote.inner) >= LONG;
        if let Some(donor) = quote.continues.and_then(|p| said[p]) {
            return Some(self.like(&all[donor], q, "the quotation of the paragraph before goes on"));
        }
        if !self.stands_alone(q) {
            let earlier = self.resumed(q, said).map(|i| self.like(&all[i], q, "the quotation goes on behind its verb"));
            return earlier.or_else(|| self.embedded(q).filter(|_| long));
        }
        let sentence = self.text.sentence_of(quote.open);
        let first = self.text.paragraphs[quote.paragraph].sentences.start;
        let before = self.sentence_before(q, sentence, first);
        if let Some(s) = before.filter(|&s| self.ends_in_colon(s)) {
            return self.told_by(s, q, "a colon leads to it");
        }
        let last = self.last_speech(all, speech, quote.paragraph, quote.open);
        if let Some(donor) = last {
            let later =
                |s: &usize| *s > all[donor].sentence && self.text.sentences[*s].run.start >= all[donor].reach().end;
            let other = before.filter(later).and_then(|s| self.told_by(s, q, "subject of the sentence before"));
            return other.or_else(|| Some(self.like(&all[donor], q, "the same paragraph goes on")));
        }
        if !long {
            return None;
        }
        if let Some(donor) = self.next_speech(said, all, q) {
            return Some(self.like(&all[donor], q, "the next quotation of the paragraph has a speaker"));
        }
        if let Some(found) = before.and_then(|s| self.told_by(s, q, "subject of the sentence before")) {
            return Some(found);
        }
        self.paragraph_before(q, all, speech)
    }

    /// No word stands beside the quote in its first and last sentence.
    fn stands_alone(&self, q: usize) -> bool {
        let whole = self.whole(q);
        let first = self.text.sentences[self.text.sentence_of(whole.start)].run;
        let last = self.text.sentences[self.text.sentence_of(whole.end - 1)].run;
        let level = |t: usize| self.text.quote_at(t).is_none();
        let word = |t: &usize| matches!(self.kind(*t), TokenKind::Word | TokenKind::Number) && level(*t);
        !(first.start..whole.start).any(|t| word(&t)) && !(whole.end..last.end).any(|t| word(&t))
    }

    /// `"A," X said as he left, "and B."`: who said the quote that opens the sentence, where this one ends it.
    fn resumed(&self, q: usize, said: &[Option<usize>]) -> Option<usize> {
        let open = self.text.quotes[q].open;
        let sentence = self.text.sentences[self.text.sentence_of(open)].run;
        let comma = open > sentence.start && matches!(self.kind(open - 1), TokenKind::Comma | TokenKind::Dash);
        let ends = (self.whole(q).end..sentence.end).all(|t| self.kind(t) != TokenKind::Word);
        let first = (0..q).rev().find(|&k| self.text.quotes[k].depth == 0)?;
        let opens = sentence.contains(self.text.quotes[first].open)
            && (sentence.start..self.text.quotes[first].open).all(|t| self.kind(t) != TokenKind::Word);
        said[first].filter(|_| comma && ends && opens)
    }

    /// The last sentence of the paragraph before the quote that holds words outside quotes.
    fn sentence_before(&self, q: usize, sentence: usize, first: usize) -> Option<usize> {
        let open = self.text.quotes[q].open;
        (first..=sentence).rev().find(|&s| {
            let run = self.text.sentences[s].run;
            (run.start..run.end.min(open)).any(|t| self.kind(t) == TokenKind::Word && self.text.quote_at(t).is_none())
        })
    }

    fn ends_in_colon(&self, sentence: usize) -> bool {
        let run = self.text.sentences[sentence].run;
        let last = run.iter().rev().find(|&t| self.text.quote_at(t).is_none());
        last.is_some_and(|t| self.kind(t) == TokenKind::Colon)
    }

    /// An attribution of quote `q` to the speaker of `donor`.
    fn like(&self, donor: &Attribution, q: usize, reason: &'static str) -> Attribution {
        let sentence = self.text.sentence_of(self.text.quotes[q].open);
        Attribution {
            cue: None,
            entry: None,
            clause: None,
            venue: donor.venue,
            contents: vec![self.whole(q)],
            quotes: vec![q],
            mode: Mode::Direct,
            negated: false,
            asked: false,
            act: Act::Say,
            sentence,
            reason,
            ..donor.clone()
        }
    }

    /// The last speech of the paragraph before token `open`.
    fn last_speech(&self, all: &[Attribution], speech: &Speech, paragraph: usize, open: usize) -> Option<usize> {
        let place =
            |a: &Attribution| (a.sentence, a.cue.is_some(), a.cue.map_or(a.reach().start, |c| usize::MAX - c.start));
        let before = speech.of[paragraph].iter().copied().filter(|&i| all[i].reach().end <= open);
        before.max_by_key(|&i| place(&all[i]))
    }

    /// The speech of the next quote of the paragraph, if nothing but quotes stands between.
    fn next_speech(&self, said: &[Option<usize>], all: &[Attribution], q: usize) -> Option<usize> {
        let paragraph = self.text.quotes[q].paragraph;
        let end = self.whole(q).end;
        let next = (q + 1..self.text.quotes.len()).find(|&k| self.text.quotes[k].open >= end)?;
        if self.text.quotes[next].paragraph != paragraph {
            return None;
        }
        let donor = said[next].filter(|&i| all[i].source.is_some())?;
        let bare = (end..self.text.quotes[next].open).all(|t| self.kind(t) != TokenKind::Word);
        bare.then_some(donor)
    }

    /// The subject of a sentence as the speaker of quote `q`.
    fn told_by(&self, sentence: usize, q: usize, reason: &'static str) -> Option<Attribution> {
        let n = self.person_subject(sentence)?;
        self.by(n, vec![self.whole(q)], q, reason)
    }

    fn by(&self, n: usize, contents: Vec<Run>, q: usize, reason: &'static str) -> Option<Attribution> {
        let noun = &self.phrases.nouns[n];
        let source = Run::new(self.start_of(n), noun.run.end);
        let sentence = self.text.sentence_of(self.text.quotes[q].open);
        let mut found = self.blank(Some(n), Some(source), contents, sentence, reason);
        self.tell_mode(&mut found);
        Some(found)
    }

    /// The subject of the last clause of a sentence that can speak.
    fn person_subject(&self, sentence: usize) -> Option<usize> {
        let clauses = self.clauses.of_sentence(sentence);
        let main = clauses.filter(|&k| self.clauses.all[k].parent.is_none() || self.clauses.all[k].conjoined.is_some());
        let subjects = main.filter_map(|k| self.clauses.all[k].subject);
        subjects.filter(|&n| self.text.quote_at(self.phrases.nouns[n].head).is_none()).find_map(|n| self.mouth(n))
    }

    /// Phrase `n` if it can speak, or the owner of a word (`his answer`, `Peskov's reply`).
    fn mouth(&self, n: usize) -> Option<usize> {
        let noun = &self.phrases.nouns[n];
        if noun.pronoun && self.is(noun.head, self.lexicon.set("it")) {
            return None;
        }
        if self.noun_cue(n).is_some() {
            return noun.possessor;
        }
        self.can_speak(n).then_some(n)
    }

    /// Somebody known, described, or a pronoun for a person.
    pub(super) fn can_speak(&self, n: usize) -> bool {
        let head = self.phrases.nouns[n].head;
        let someone = self.speaker(n).is_some_and(|r| !r.who.is_empty() || r.anonymous.is_some());
        let pronoun = self.phrases.nouns[n].pronoun && self.words.tag(head) == Tag::PRP;
        someone || pronoun || self.words.tag(head) == Tag::NNP
    }

    /// Quoted words inside a sentence without a verb of speech: the subject of the clause around them.
    fn embedded(&self, q: usize) -> Option<Attribution> {
        let quote = &self.text.quotes[q];
        if self.is_title(quote.inner) {
            return None;
        }
        let sentence = self.text.sentence_of(quote.open);
        if let Some(n) = self.told_behind(q) {
            return self.by(n, vec![self.whole(q)], q, "subject of the clause that says how it was put");
        }
        let before = self.clauses.of_sentence(sentence).rev().find(|&k| {
            let run = self.phrases.verbs[self.clauses.all[k].verb].run;
            run.end <= quote.open && self.text.quote_at(run.start).is_none()
        })?;
        let up = std::iter::successors(Some(before), |&k| self.clauses.all[k].parent).take(CLIMB);
        let n = up.filter_map(|k| self.clauses.all[k].subject).find_map(|n| self.mouth(n))?;
        self.by(n, vec![self.whole(q)], q, "subject of the clause around it")
    }

    /// `"A," was how X put it`, `"A" is what X said`: the subject of the clause behind.
    fn told_behind(&self, q: usize) -> Option<usize> {
        let end = self.whole(q).end;
        let sentence = self.text.sentence_of(self.text.quotes[q].open);
        let run = self.text.sentences[sentence].run;
        let opens = (run.start..self.text.quotes[q].open).all(|t| self.kind(t) != TokenKind::Word);
        let be = (end..run.end).find(|&t| self.kind(t) == TokenKind::Word)?;
        let asks = be + 1 < run.end && self.is(be + 1, self.sets.question);
        if !opens || !asks || !self.is(be, self.lexicon.set("be")) {
            return None;
        }
        let clause = self.clauses.of_sentence(sentence).find(|&k| {
            let c = &self.clauses.all[k];
            self.phrases.verbs[c.verb].run.start > be + 1 && c.subject.is_some()
        })?;
        self.clauses.all[clause].subject.filter(|&n| self.can_speak(n))
    }

    /// All longer words are capitalised, as in the name of a book.
    pub(super) fn is_title(&self, run: Run) -> bool {
        let words: Vec<usize> = run.iter().filter(|&t| self.kind(t) == TokenKind::Word).collect();
        let long =
            |t: &&usize| self.text.word(**t).chars().count() > 3 && !matches!(self.words.tag(**t), Tag::IN | Tag::CC);
        let (all, capital) = (
            words.iter().filter(long).count(),
            words.iter().filter(long).filter(|t| self.text.tokens[**t].case.is_capital()).count(),
        );
        all > 0 && capital == all && words.len() > 1
    }

    /// The paragraph before: its colon, its speaker, its subject.
    fn paragraph_before(&self, q: usize, all: &[Attribution], speech: &Speech) -> Option<Attribution> {
        let paragraph = self.text.quotes[q].paragraph;
        let before = (0..paragraph).rev().find(|&p| !self.text.paragraphs[p].run.is_empty())?;
        if !self.text.paragraphs[before].kind.is_read() {
            return None;
        }
        let last = self.text.paragraphs[before].sentences.end.checked_sub(1)?;
        if self.ends_in_colon(last) {
            return self.told_by(last, q, "a colon leads to it");
        }
        let donor = self.last_speech(all, speech, before, self.text.quotes[q].open);
        match donor {
            Some(i) => Some(Attribution {
                utterance: self.text.quotes[q].open,
                ..self.like(&all[i], q, "the speaker of the paragraph before")
            }),
            None => self.told_by(last, q, "subject of the paragraph before"),
        }
    }
}

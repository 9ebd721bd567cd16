//! Phrases: noun phrases and verb groups, in one flat row per sentence.
//!
//! Owns chunking, coordination and apposition of noun phrases. Is given tagged words.
//! Never knows which actor or issue a phrase names.

mod link;
mod noun;
mod verb;

use crate::lexicon::tag::Tag;
use crate::lexicon::{Lexicon, SetId};
use crate::text::{Run, Text, TokenKind};
use crate::words::Words;

/// A noun phrase.
#[derive(Clone, Copy, Debug)]
pub struct Noun {
    /// Its tokens, determiner included, preposition and possessive clitic not.
    pub run: Run,
    /// Its last noun.
    pub head: usize,
    /// The preposition that governs it.
    pub prep: Option<usize>,
    /// The phrase that possesses it (`Moscow's` demand, `its` demand).
    pub possessor: Option<usize>,
    /// It possesses the phrase after it.
    pub possesses: bool,
    /// The first phrase of its coordination (itself, where it is that one); none outside coordinations.
    pub group: Option<usize>,
    /// The phrase it stands in apposition to.
    pub apposition: Option<usize>,
    /// A day, month or span of time.
    pub temporal: bool,
    /// A pronoun alone.
    pub pronoun: bool,
    /// Its sentence.
    pub sentence: usize,
}

/// What a verb group's first verb is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// Tensed, or with a modal.
    Finite,
    /// `to V`.
    Infinitive,
    /// `V` alone: imperative, or after another infinitive.
    Base,
    /// `V-ing` alone.
    Gerund,
    /// `V-ed` alone.
    Participle,
}

/// A verb group.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    /// Its tokens.
    pub run: Run,
    /// Its main verb.
    pub main: usize,
    /// What its first verb is.
    pub form: VerbForm,
    /// `be` and a participle, or a participle alone after a noun.
    pub passive: bool,
    /// Holds `not`, `never` or the like (or has `no longer`, see [`Verb::ceased`]).
    pub negated: bool,
    /// Holds `no longer`.
    pub ceased: bool,
    /// Its modal.
    pub modal: Option<usize>,
    /// `have` and a participle.
    pub perfect: bool,
    /// Its first verb is in the past tense.
    pub past: bool,
    /// Its sentence.
    pub sentence: usize,
}

/// One piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// A noun phrase, by number.
    Noun(usize),
    /// A verb group, by number.
    Verb(usize),
    /// Any other token.
    Word(usize),
}

/// All phrases of a text.
#[derive(Debug, Default)]
pub struct Phrases {
    /// Noun phrases in order.
    pub nouns: Vec<Noun>,
    /// Verb groups in order.
    pub verbs: Vec<Verb>,
    /// All pieces in order.
    pub chunks: Vec<Chunk>,
    /// Per sentence, its pieces.
    pub rows: Vec<Run>,
    /// Per token, the noun phrase that holds it.
    noun_of: Vec<u32>,
}

impl Phrases {
    /// Chunks every sentence.
    pub fn read(text: &Text, lexicon: &Lexicon, words: &Words) -> Phrases {
        let mut out = Phrases { noun_of: vec![u32::MAX; words.len()], ..Phrases::default() };
        let sets = Sets::new(lexicon);
        for (number, sentence) in text.sentences.iter().enumerate() {
            let chunker = Chunker { text, lexicon, words, sets: &sets, run: sentence.run, sentence: number };
            let start = out.chunks.len();
            chunker.chunk(&mut out);
            let row = Run::new(start, out.chunks.len());
            link::link(&chunker, &mut out, row);
            out.rows.push(row);
        }
        out
    }

    /// The noun phrases of a sentence, in order.
    pub fn of_sentence(&self, sentence: usize) -> std::ops::Range<usize> {
        let first = self.nouns.partition_point(|n| n.sentence < sentence);
        first..first + self.nouns[first..].partition_point(|n| n.sentence == sentence)
    }

    /// The noun phrase that holds token `t`.
    pub fn noun_at(&self, t: usize) -> Option<usize> {
        self.noun_of.get(t).filter(|n| **n != u32::MAX).map(|n| *n as usize)
    }

    /// The phrases of a coordination, in order; the phrase alone where it is in none.
    pub fn members(&self, noun: usize) -> Vec<usize> {
        match self.nouns[noun].group {
            None => vec![noun],
            Some(first) => (first..self.nouns.len())
                .take_while(|&n| self.nouns[n].sentence == self.nouns[first].sentence)
                .filter(|&n| self.nouns[n].group == Some(first))
                .collect(),
        }
    }

    /// The pieces of a run of chunk numbers.
    pub fn run_of(&self, chunk: Chunk) -> Run {
        match chunk {
            Chunk::Noun(n) => self.nouns[n].run,
            Chunk::Verb(v) => self.verbs[v].run,
            Chunk::Word(t) => Run::new(t, t + 1),
        }
    }
}

/// The closed sets the chunker asks for.
struct Sets {
    be: SetId,
    have: SetId,
    do_: SetId,
    negation: SetId,
    no: SetId,
    and: SetId,
    weekday: SetId,
    month: SetId,
    time: SetId,
    relative_day: SetId,
    subordinator: SetId,
    until: SetId,
    once: SetId,
    as_: SetId,
    since: SetId,
    each: SetId,
    indefinite: SetId,
    quantity: SetId,
    rough: SetId,
    of: SetId,
    next: SetId,
    joining: SetId,
    both: SetId,
    thing: SetId,
}

impl Sets {
    fn new(lexicon: &Lexicon) -> Sets {
        Sets {
            be: lexicon.set("be"),
            have: lexicon.set("have"),
            do_: lexicon.set("do"),
            negation: lexicon.set("negation"),
            no: lexicon.set("no"),
            and: lexicon.set("and"),
            weekday: lexicon.set("weekday"),
            month: lexicon.set("month"),
            time: lexicon.set("time-noun"),
            relative_day: lexicon.set("relative-day"),
            subordinator: lexicon.set("subordinator"),
            until: lexicon.set("until"),
            once: lexicon.set("once"),
            as_: lexicon.set("as"),
            since: lexicon.set("since"),
            each: lexicon.set("each"),
            indefinite: lexicon.set("indefinite"),
            quantity: lexicon.set("quantity"),
            rough: lexicon.set("rough"),
            of: lexicon.set("of"),
            next: lexicon.set("next-last"),
            joining: lexicon.set("joining"),
            both: lexicon.set("both"),
            thing: lexicon.set("indefinite-thing"),
        }
    }
}

/// One sentence being chunked.
struct Chunker<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    words: &'a Words,
    sets: &'a Sets,
    run: Run,
    sentence: usize,
}

impl Chunker<'_> {
    fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.lexicon, t, set)
    }

    fn tag(&self, t: usize) -> Tag {
        if self.run.contains(t) { self.words.tag(t) } else { Tag::Other }
    }

    fn kind(&self, t: usize) -> TokenKind {
        self.text.tokens[t].kind
    }

    fn is_mark(&self, t: usize) -> bool {
        self.run.contains(t) && matches!(self.kind(t), TokenKind::Open | TokenKind::Close | TokenKind::Stray)
    }

    fn chunk(&self, out: &mut Phrases) {
        let mut t = self.run.start;
        while t < self.run.end {
            t = if let Some(verb) = self.verb(t) {
                let end = verb.run.end;
                out.chunks.push(Chunk::Verb(out.verbs.len()));
                out.verbs.push(verb);
                end
            } else if let Some(noun) = self.noun(t, out) {
                let end = noun.run.end;
                let number = out.nouns.len();
                noun.run.iter().for_each(|i| out.noun_of[i] = number as u32);
                out.chunks.push(Chunk::Noun(number));
                out.nouns.push(noun);
                end
            } else {
                out.chunks.push(Chunk::Word(t));
                t + 1
            };
        }
    }
}

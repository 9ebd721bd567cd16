//! Clauses: one for every verb group, with its kind, subject, parent and extent.
//!
//! Owns the syntax above the phrase. Is given phrases. Never knows which actor acts or which issue is meant.

mod build;
mod extent;

use crate::lexicon::{Lexicon, SetId};
use crate::phrases::{Chunk, Phrases, Verb};
use crate::text::{Run, Text};
use crate::words::Words;

/// What a clause is to the one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// On its own, or coordinated with one.
    Main,
    /// Content of the verb or noun before it, with or without `that`.
    That,
    /// Behind a relative pronoun, or a free relative (`what Kyiv wants`).
    Relative,
    /// Behind if, unless, until, once, provided and the like; see [`Clause::introducer`].
    Condition,
    /// Behind while, because, although and the like.
    Adverbial,
    /// `to V`.
    Infinitive,
    /// `V-ing`.
    Gerund,
    /// `V-ed`, reduced relative or after a comma.
    Participle,
    /// A bare verb at the start: an order.
    Imperative,
}

impl ClauseKind {
    /// Whether its verb stands alone with its own subject or an inherited one, in a tense.
    pub const fn is_finite(self) -> bool {
        matches!(
            self,
            ClauseKind::Main | ClauseKind::That | ClauseKind::Relative | ClauseKind::Condition | ClauseKind::Adverbial
        )
    }
}

/// A clause.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// Its verb group.
    pub verb: usize,
    /// What it is.
    pub kind: ClauseKind,
    /// From its first word to the last of the clauses inside it.
    pub run: Run,
    /// The noun phrase that is its subject, own or inherited.
    pub subject: Option<usize>,
    /// The subject was taken over from another clause.
    pub inherited: bool,
    /// The subject stands behind the verb (`said Putin`).
    pub inverted: bool,
    /// The noun phrase before an infinitive that might be its subject (`urged Kyiv to`).
    pub control: Option<usize>,
    /// The token that introduces it: subordinator, relative pronoun.
    pub introducer: Option<usize>,
    /// The clause it depends on.
    pub parent: Option<usize>,
    /// The noun phrase a relative or reduced relative clause modifies.
    pub antecedent: Option<usize>,
    /// The clause it is coordinated with.
    pub conjoined: Option<usize>,
    /// Its sentence.
    pub sentence: usize,
    /// Position of its verb among the chunks.
    pub chunk: usize,
}

/// All clauses of a text.
#[derive(Debug, Default)]
pub struct Clauses {
    /// In the order of their verbs.
    pub all: Vec<Clause>,
    /// Per sentence, its clauses.
    pub rows: Vec<Run>,
}

impl Clauses {
    /// Builds the clauses of every sentence.
    pub fn read(text: &Text, lexicon: &Lexicon, words: &Words, phrases: &Phrases) -> Clauses {
        let mut out = Clauses::default();
        let sets = Sets::new(lexicon);
        for (sentence, row) in phrases.rows.iter().enumerate() {
            let start = out.all.len();
            let mut builder = build::Builder::new(text, lexicon, words, phrases, &sets, sentence, *row, start);
            builder.build();
            let end = text.sentences[sentence].run.end;
            extent::measure(&mut builder.clauses, start, end, text, words);
            out.all.append(&mut builder.clauses);
            out.rows.push(Run::new(start, out.all.len()));
        }
        out
    }

    /// The clauses of a sentence.
    pub fn of_sentence(&self, sentence: usize) -> std::ops::Range<usize> {
        self.rows[sentence].iter()
    }

    /// The innermost clause that holds token `t`.
    pub fn at(&self, sentence: usize, t: usize) -> Option<usize> {
        let holding = self.of_sentence(sentence).filter(|&c| self.all[c].run.contains(t));
        holding.min_by_key(|&c| self.all[c].run.len())
    }

    /// The innermost clause that holds token `t`; for what stands before all of them (`On Monday, he said`), the first.
    pub fn around(&self, sentence: usize, t: usize) -> Option<usize> {
        let ahead =
            || self.of_sentence(sentence).filter(|&c| self.all[c].run.start > t).min_by_key(|&c| self.all[c].run.start);
        self.at(sentence, t).or_else(ahead)
    }

    /// The verb group of a clause.
    pub fn verb<'p>(&self, phrases: &'p Phrases, clause: usize) -> &'p Verb {
        &phrases.verbs[self.all[clause].verb]
    }

    /// What follows the verb, to the end of the clause.
    pub fn complement(&self, phrases: &Phrases, clause: usize) -> Run {
        let c = &self.all[clause];
        Run::new(phrases.verbs[c.verb].run.end, c.run.end)
    }

    /// Whether `inner` lies below `outer`.
    pub fn is_below(&self, inner: usize, outer: usize) -> bool {
        std::iter::successors(self.all[inner].parent, |&c| self.all[c].parent).take(32).any(|c| c == outer)
    }

    /// The noun phrase right behind the verb, its object.
    pub fn object(&self, phrases: &Phrases, clause: usize) -> Option<usize> {
        let c = &self.all[clause];
        let row = phrases.rows[c.sentence];
        let mut i = c.chunk + 1;
        while row.contains(i) {
            match phrases.chunks[i] {
                Chunk::Noun(n) if phrases.nouns[n].prep.is_some() => return None,
                Chunk::Noun(n) if phrases.nouns[n].temporal => {}
                Chunk::Noun(n) if phrases.nouns[n].possesses => {}
                Chunk::Noun(n) => return Some(n),
                Chunk::Verb(_) => return None,
                Chunk::Word(t) if c.run.contains(t) => {}
                Chunk::Word(_) => return None,
            }
            i += 1;
        }
        None
    }
}

/// The closed sets the builder asks for.
struct Sets {
    that: SetId,
    subordinator: SetId,
    condition: [SetId; 4],
    but: SetId,
    for_: SetId,
    as_: SetId,
    reflexive: SetId,
    provided: SetId,
}

impl Sets {
    fn new(lexicon: &Lexicon) -> Sets {
        Sets {
            that: lexicon.set("that"),
            subordinator: lexicon.set("subordinator"),
            condition: ["if", "unless", "until", "once"].map(|name| lexicon.set(name)),
            but: lexicon.set("but"),
            for_: lexicon.set("for"),
            as_: lexicon.set("as"),
            reflexive: lexicon.set("reflexive"),
            provided: lexicon.set("condition-provided"),
        }
    }
}

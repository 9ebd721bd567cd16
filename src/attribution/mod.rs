//! Attribution: who says which characters.
//!
//! Owns sources, cues and contents of quoted and reported words, and the voice behind every token. Is given words,
//! phrases, clauses and referents. Never knows an issue or a stance.

mod content;
mod cue;
mod discourse;
mod label;
mod left;
mod noun;
mod preposition;
mod quoted;
mod relay;
mod right;
mod source;
mod subject;
#[cfg(test)]
mod tests;
mod verb;

use crate::clauses::Clauses;
use crate::finding::Mode;
use crate::lexicon::cue::Act;
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::Phrases;
use crate::referent::{Referent, Referents};
use crate::text::{Run, Text, TokenKind};
use crate::words::Words;

/// Words attributed to somebody.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The whole phrase that names the source, apposition included.
    pub source: Option<Run>,
    /// Number of the noun phrase that speaks.
    pub noun: Option<usize>,
    /// Who that is.
    pub speaker: Option<Referent>,
    /// The words that attribute.
    pub cue: Option<Run>,
    /// Number of the lexicon's cue.
    pub entry: Option<u16>,
    /// Whether it is said, thought or shown.
    pub act: Act,
    /// What is attributed, in pieces; quotation marks of whole quoted pieces included.
    pub contents: Vec<Run>,
    /// Quoted, reported or both.
    pub mode: Mode,
    /// Numbers of the outermost quotes inside the contents.
    pub quotes: Vec<usize>,
    /// The clause of the cue.
    pub clause: Option<usize>,
    /// Where, when or to whom.
    pub venue: Option<Run>,
    /// Number of the noun phrase that passes the words on.
    pub relayed_by: Option<usize>,
    /// First token of its cue, or of its content where there is none; what goes on later keeps it.
    pub utterance: usize,
    /// The article says that it was not said.
    pub negated: bool,
    /// A question, so that its content is no claim.
    pub asked: bool,
    /// Sentence of the cue, or of the content where there is none.
    pub sentence: usize,
    /// Why the words are this speaker's.
    pub reason: &'static str,
}

impl Attribution {
    /// From its first to its last content.
    pub fn reach(&self) -> Run {
        let start = self.contents.iter().map(|c| c.start).min().unwrap_or(0);
        Run::new(start, self.contents.iter().map(|c| c.end).max().unwrap_or(start))
    }

    /// Whether token `t` is attributed.
    pub fn covers(&self, t: usize) -> bool {
        self.contents.iter().any(|c| c.contains(t))
    }
}

/// All attributions of a text.
#[derive(Clone, Debug, Default)]
pub struct Attributions {
    /// In the order of their contents.
    pub all: Vec<Attribution>,
    /// For every token the innermost attribution that covers it.
    voices: Vec<u32>,
    /// Clauses whose verbs attribute, with the numbers of what they attribute, in order.
    by_clause: Vec<(usize, usize)>,
}

impl Attributions {
    /// Reads who says what.
    pub fn read(
        text: &Text,
        lexicon: &Lexicon,
        words: &Words,
        phrases: &Phrases,
        clauses: &Clauses,
        referents: &Referents,
    ) -> Attributions {
        let reader = Reader { text, lexicon, words, phrases, clauses, referents, sets: Sets::new(lexicon) };
        let mut all = Vec::new();
        for sentence in 0..text.sentences.len() {
            if text.paragraphs[text.sentences[sentence].paragraph].kind.is_read() {
                reader.sentence(sentence, &mut all);
            }
        }
        reader.resolve_speakers(&mut all);
        reader.tell_modes(&mut all);
        all.iter_mut().for_each(|a| a.utterance = a.cue.map_or(a.contents[0].start, |c| c.start));
        let mut all = reader.one_per_quote(all);
        reader.adopt_quotes(&mut all);
        reader.relay(&mut all);
        reader.leave_to_inner(&mut all);
        all.sort_by_key(|a| (a.reach().start, std::cmp::Reverse(a.reach().end)));
        let voices = voices(words.len(), &all);
        let mut by_clause: Vec<_> = all.iter().enumerate().filter_map(|(n, a)| Some((a.clause?, n))).collect();
        by_clause.sort_unstable();
        Attributions { all, voices, by_clause }
    }

    /// What the verb of a clause attributes, in order.
    pub fn of_clause(&self, clause: usize) -> impl Iterator<Item = &Attribution> {
        let first = self.by_clause.partition_point(|(c, _)| *c < clause);
        self.by_clause[first..].iter().take_while(move |(c, _)| *c == clause).map(|(_, n)| &self.all[*n])
    }

    /// The innermost attribution that covers token `t`.
    pub fn voice(&self, t: usize) -> Option<usize> {
        self.voices.get(t).filter(|v| **v != u32::MAX).map(|v| *v as usize)
    }
}

/// Paints the contents, the longest first, so that the innermost stays.
fn voices(tokens: usize, all: &[Attribution]) -> Vec<u32> {
    let mut voices = vec![u32::MAX; tokens];
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&a| std::cmp::Reverse(all[a].contents.iter().map(|c| c.len()).sum::<usize>()));
    for a in order {
        for content in &all[a].contents {
            voices[content.start..content.end].fill(a as u32);
        }
    }
    voices
}

/// What attributions are read from.
struct Reader<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    words: &'a Words,
    phrases: &'a Phrases,
    clauses: &'a Clauses,
    referents: &'a Referents,
    sets: Sets,
}

/// The closed sets the reader asks for.
struct Sets {
    that: SetId,
    question: SetId,
    whether: SetId,
    once: SetId,
    as_: SetId,
    by: SetId,
    be: SetId,
    from: SetId,
    in_: SetId,
    part: SetId,
    he: SetId,
    she: SetId,
    subordinator: SetId,
    definite: SetId,
    the: SetId,
    indefinite: SetId,
    concessive: SetId,
    person: SetId,
}

impl Sets {
    fn new(lexicon: &Lexicon) -> Sets {
        Sets {
            that: lexicon.set("that"),
            question: lexicon.set("question-word"),
            whether: lexicon.set("if"),
            once: lexicon.set("once"),
            as_: lexicon.set("as"),
            by: lexicon.set("by"),
            be: lexicon.set("be"),
            from: lexicon.set("from"),
            in_: lexicon.set("in"),
            part: lexicon.set("part-preposition"),
            he: lexicon.set("he"),
            she: lexicon.set("she"),
            subordinator: lexicon.set("subordinator"),
            definite: lexicon.set("definite"),
            the: lexicon.set("the"),
            indefinite: lexicon.set("indefinite"),
            concessive: lexicon.set("concessive"),
            person: lexicon.set("person-noun"),
        }
    }
}

impl Reader<'_> {
    fn kind(&self, t: usize) -> TokenKind {
        self.text.tokens[t].kind
    }

    fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.lexicon, t, set)
    }

    /// The stretch around token `t` that an attribution there can look at: its sentence, inside its quote.
    fn scope(&self, sentence: usize, t: usize) -> Run {
        let run = self.text.sentences[sentence].run;
        match self.text.quote_at(t) {
            Some(q) => {
                let inner = self.text.quotes[q].inner;
                Run::new(run.start.max(inner.start), run.end.min(inner.end))
            }
            None => run,
        }
    }

    /// The outermost quote around token `t` below the quote `level`.
    fn quote_below(&self, t: usize, level: Option<usize>) -> Option<usize> {
        let depth = level.map_or(0, |q| self.text.quotes[q].depth + 1);
        let mut q = self.text.quote_at(t)?;
        while self.text.quotes[q].depth > depth {
            q = (0..q).rev().find(|&outer| {
                let outer = &self.text.quotes[outer];
                outer.depth < self.text.quotes[q].depth && outer.inner.contains(self.text.quotes[q].open)
            })?;
        }
        (self.text.quotes[q].depth == depth && Some(q) != level).then_some(q)
    }

    /// A quote with its marks.
    fn whole(&self, q: usize) -> Run {
        let quote = &self.text.quotes[q];
        Run::new(quote.open, quote.close.map_or(quote.inner.end, |c| c + 1))
    }

    /// Number of words in a run.
    fn count(&self, run: Run) -> usize {
        run.iter().filter(|&t| matches!(self.kind(t), TokenKind::Word | TokenKind::Number)).count()
    }

    /// All attributions that the words of a sentence make.
    fn sentence(&self, sentence: usize, all: &mut Vec<Attribution>) {
        for clause in self.clauses.of_sentence(sentence) {
            let verb = self.clauses.verb(self.phrases, clause).run;
            let part = all.last().is_some_and(|a| a.cue.is_some_and(|c| c.covers(verb)));
            if let Some(cue) = self.verb_cue(clause).filter(|_| !part) {
                all.extend(self.by_verb(clause, &cue, all));
            }
        }
        self.by_prepositions(sentence, all);
        self.by_nouns(sentence, all);
        self.by_label(sentence, all);
    }
}

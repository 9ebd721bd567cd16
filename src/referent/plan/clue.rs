//! Clues: the words that decide between namesakes, wherever they stand in the article.
//!
//! Owns finding them (one pass over the tokens) and weighing those around a place. Never decides which plan is meant.

use crate::lexicon::Lexicon;
use crate::lexicon::trie::Pattern;
use crate::lexicon::vocab::QuickMap;
use crate::text::{Case, Run, Text, TokenKind};
use crate::words::Words;

/// A clue in the words that attach to a mention.
const ATTACHED: i32 = 8;
/// A clue in its sentence, up to a semicolon.
const SENTENCE: i32 = 3;
/// How many clues of a sentence count.
const MOST: i32 = 3;
/// Tokens behind a mention that attach to it (`the plan for Gaza`).
const BEHIND: usize = 3;

#[derive(Clone, Copy, Debug)]
struct Clue {
    run: Run,
    plan: u16,
    favours: bool,
}

/// What the words around a place say for and against a plan.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weight {
    /// The sum, what speaks against it subtracted.
    pub sum: i32,
    /// Number of clues for it in the sentence and the two around it.
    pub favours: i32,
    /// Number of clues against it there.
    pub against: i32,
    /// A clue for it attaches to the mention.
    pub attached: bool,
}

/// The clues of an article, in order.
#[derive(Debug, Default)]
pub(super) struct Clues {
    all: Vec<Clue>,
    /// Per plan, the clues for it less those against it.
    overall: QuickMap<u16, i32>,
}

impl Clues {
    /// One pass over the words.
    pub fn read(text: &Text, lexicon: &Lexicon, words: &Words) -> Clues {
        let mut out = Vec::new();
        for t in 0..words.len() {
            let word = words.at(t);
            let lemma = if word.lemma == word.form { &[] } else { lexicon.clues.beginning(word.lemma) };
            for clue in lexicon.clues.beginning(word.form).iter().chain(lemma) {
                let found = end(text, words, &clue.pattern, t);
                out.extend(found.map(|e| Clue { run: Run::new(t, e), plan: clue.plan, favours: clue.favours }));
            }
        }
        let mut overall = QuickMap::default();
        out.iter().for_each(|c: &Clue| *overall.entry(c.plan).or_default() += if c.favours { 1 } else { -1 });
        Clues { all: out, overall }
    }

    /// What the words around a mention say for and against a plan; those inside `run` count only as attached.
    pub fn around(&self, text: &Text, run: Run, phrase: Run, plan: u16) -> Weight {
        let s = text.sentence_of(run.start);
        let first = text.sentences[s.saturating_sub(1)].run.start;
        let last = text.sentences[(s + 1).min(text.sentences.len() - 1)].run.end;
        let own = part(text, text.sentences[s].run, run.start);
        let behind = (run.end..own.end.min(run.end + BEHIND)).find(|&t| is_mark(text, t));
        let zone = Run::new(phrase.start.min(run.start), behind.unwrap_or((run.end + BEHIND).min(own.end)));
        let mut tally = Tally::default();
        for clue in self.within(Run::new(first, last)).filter(|c| c.plan == plan) {
            tally.add(clue, run, zone, own);
        }
        tally.weight()
    }

    /// Clues for a plan less those against it, in the whole article.
    pub fn overall(&self, plan: u16) -> i32 {
        self.overall.get(&plan).copied().unwrap_or(0)
    }

    fn within(&self, run: Run) -> impl Iterator<Item = &Clue> {
        let first = self.all.partition_point(|c| c.run.start < run.start);
        self.all[first..].iter().take_while(move |c| c.run.start < run.end)
    }
}

/// The part of a sentence between semicolons that holds `t`.
fn part(text: &Text, sentence: Run, t: usize) -> Run {
    let splits = |&i: &usize| text.tokens[i].kind == TokenKind::Semicolon;
    let start = (sentence.start..t).rev().find(splits).map_or(sentence.start, |i| i + 1);
    Run::new(start, (t..sentence.end).find(splits).unwrap_or(sentence.end))
}

fn is_mark(text: &Text, t: usize) -> bool {
    use TokenKind::{Colon, Comma, Dash, Semicolon, Stop};
    matches!(text.tokens[t].kind, Comma | Colon | Semicolon | Stop | Dash)
}

/// Clues by distance: attached, sentence, neighbours; `[for, against]` each.
#[derive(Default)]
struct Tally([[i32; 2]; 3]);

impl Tally {
    fn add(&mut self, clue: &Clue, run: Run, zone: Run, own: Run) {
        let distance = match clue.run {
            r if run.covers(r) => return,
            r if zone.covers(r) => 0,
            r if own.covers(r) => 1,
            _ => 2,
        };
        self.0[distance][usize::from(!clue.favours)] += 1;
    }

    fn weight(&self) -> Weight {
        let side = |n: usize| {
            let [attached, own, near] = self.0.map(|d| d[n].min(MOST));
            ATTACHED * attached + SENTENCE * own + near
        };
        let count = |n: usize| self.0.iter().map(|d| d[n]).sum();
        Weight { sum: side(0) - side(1), favours: count(0), against: count(1), attached: self.0[0][0] > 0 }
    }
}

/// Where the pattern that begins at token `t` ends.
fn end(text: &Text, words: &Words, pattern: &Pattern, t: usize) -> Option<usize> {
    let mut at = t;
    for (n, &wanted) in pattern.words.iter().enumerate() {
        while n > 0 && text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Hyphen) {
            at += 1;
        }
        let token = text.tokens.get(at)?;
        let word = words.at(at);
        let case = pattern.capital >> n & 1 == 0 || token.case.is_capital();
        let upper = pattern.upper >> n & 1 == 0 || token.case == Case::Upper;
        if !(case && upper && (word.form == wanted || word.lemma == wanted)) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

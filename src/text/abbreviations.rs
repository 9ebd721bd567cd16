//! Words that carry a dot of their own.
//!
//! Owns the question whether the dot after a word belongs to the word, and whether a sentence may end there. Is given
//! its words by the lexicon. Never holds a word itself.

use std::collections::{HashMap, HashSet};

/// The abbreviations and sentence starters of a language.
///
/// Words are written without their final dot (`mr`, `u.s`). An entry written in lower case is known in any case; one
/// written with a capital (`Sun`, `Mar`) only with a capital, so that `he sat.` and `in the sun.` keep their stops.
#[derive(Clone, Debug, Default)]
pub struct Abbreviations {
    known: HashMap<Box<str>, Entry>,
    starters: HashSet<Box<str>>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    ends: Ends,
    capital: bool,
}

/// What the dot of an abbreviation says about the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ends {
    /// Something always follows: `Mr.`, `Gen.`.
    Never,
    /// It can be the last word: `U.S.`, `p.m.`, `Inc.`.
    May,
    /// An abbreviation only before a number: `No. 5`.
    BeforeNumber,
}

impl Abbreviations {
    /// Built from the words after which a sentence never ends, those after which it may, and the words that begin a
    /// sentence after one of the latter (`the`, `he`, `but`).
    pub fn new<N, M, S>(never_end: N, may_end: M, starters: S) -> Self
    where
        N: IntoIterator<Item: AsRef<str>>,
        M: IntoIterator<Item: AsRef<str>>,
        S: IntoIterator<Item: AsRef<str>>,
    {
        let mut set = Abbreviations::default();
        set.add(never_end, Ends::Never);
        set.add(may_end, Ends::May);
        set.starters = starters.into_iter().map(|word| word.as_ref().to_lowercase().into()).collect();
        set
    }

    /// Adds words that are abbreviations only before a number: `no`, `art`.
    #[must_use]
    pub fn before_number<I: IntoIterator<Item: AsRef<str>>>(mut self, words: I) -> Self {
        self.add(words, Ends::BeforeNumber);
        self
    }

    fn add<I: IntoIterator<Item: AsRef<str>>>(&mut self, words: I, ends: Ends) {
        for word in words {
            let word = word.as_ref().trim_end_matches('.');
            let capital = word.starts_with(char::is_uppercase);
            self.known.insert(word.to_lowercase().into(), Entry { ends, capital });
        }
    }

    /// What the dot after `word` says; `lower` is a buffer.
    pub(crate) fn ends(&self, word: &str, lower: &mut String) -> Option<Ends> {
        lowercase(word.trim_end_matches('.'), lower);
        let entry = self.known.get(lower.as_str())?;
        (!entry.capital || word.starts_with(char::is_uppercase)).then_some(entry.ends)
    }

    /// Whether `word` is one that begins a sentence; `lower` is a buffer.
    pub(crate) fn starts(&self, word: &str, lower: &mut String) -> bool {
        lowercase(word, lower);
        self.starters.contains(lower.as_str())
    }
}

fn lowercase(word: &str, into: &mut String) {
    into.clear();
    into.extend(word.chars().flat_map(char::to_lowercase));
}

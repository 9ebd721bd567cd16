//! From a phrase as an editor writes it to the pattern the trie matches.
//!
//! Owns the splitting of phrases into words. Never knows what a phrase names.

use super::trie::Pattern;
use super::vocab::{Sym, Vocab, fold};

/// How the words of a phrase are to be matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By lemma, in any case; all-capitals words and words behind `=` by form.
    Lemma,
    /// By form, with the capitals it is written with.
    Name,
}

/// The pattern of a phrase.
pub fn pattern(vocab: &mut Vocab, phrase: &str, by: By) -> Pattern {
    let mut out = Pattern { words: Vec::new(), capital: 0, upper: 0 };
    let mut folded = String::new();
    for word in split(phrase) {
        let exact = word.strip_prefix('=');
        let word = exact.unwrap_or(word);
        fold(word, &mut folded);
        if folded.is_empty() {
            continue;
        }
        let form = vocab.intern(&folded);
        let (capital, upper) = (starts_upper(word), is_upper(word));
        let bit = 1u32.checked_shl(out.words.len() as u32).unwrap_or(0);
        out.upper |= bit * u32::from(upper);
        out.capital |= bit * u32::from(capital && by == By::Name);
        let lemma = by == By::Lemma && exact.is_none() && !upper;
        if lemma {
            vocab.inflect(form);
        }
        out.words.push(if lemma { vocab.lemma(form) } else { form });
    }
    out
}

/// The lemma of a single word.
pub fn lemma(vocab: &mut Vocab, word: &str) -> Sym {
    let form = form(vocab, word);
    vocab.lemma(form)
}

/// The form of a single word.
pub fn form(vocab: &mut Vocab, word: &str) -> Sym {
    let mut folded = String::new();
    fold(word, &mut folded);
    vocab.intern(&folded)
}

/// The words of a phrase: split at spaces and hyphens, clitics and letters behind digits apart, as the tokeniser does.
fn split(phrase: &str) -> impl Iterator<Item = &str> {
    pieces(phrase).flat_map(|word| {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let glued = digits > 0 && word[digits..].starts_with(|c: char| c.is_alphabetic());
        if glued { [&word[..digits], &word[digits..]] } else { [word, ""] }
    })
}

fn pieces(phrase: &str) -> impl Iterator<Item = &str> {
    let words = phrase.split([' ', '-', '–', '/', '(', ')']).map(|w| w.trim_matches(',')).filter(|w| !w.is_empty());
    words.flat_map(|word| {
        let at = word.char_indices().rev().find(|(i, c)| matches!(c, '\'' | '’') && *i > 0).map(|(i, _)| i);
        let tail = at.map(|i| &word[not_before(word, i)..]).filter(|t| t.chars().count() <= 3);
        match tail.filter(|t| t.len() < word.len()) {
            Some(tail) => [&word[..word.len() - tail.len()], tail],
            None => [word, ""],
        }
    })
}

/// Where the clitic with the apostrophe at `at` begins: the `n` of `n't` is part of it.
fn not_before(word: &str, at: usize) -> usize {
    let negative = word[at..].chars().skip(1).eq(['t']) && word[..at].ends_with('n');
    if negative { at - 1 } else { at }
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn is_upper(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    word.chars().all(|c| !c.is_lowercase()) && letters.count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_capitals() {
        let mut vocab = Vocab::parse("assets\tNNS\tasset\nasset\tNN\n");
        let term = pattern(&mut vocab, "frozen-assets", By::Lemma);
        assert_eq!(vocab.text(term.words[1]), "asset");
        let name = pattern(&mut vocab, "President’s Office", By::Name);
        assert_eq!(name.words.len(), 3);
        assert_eq!((name.capital, name.upper), (0b101, 0));
        assert_eq!(pattern(&mut vocab, "U.S.", By::Name).upper, 1);
        let glued = pattern(&mut vocab, "28PPP", By::Lemma);
        assert_eq!((glued.words.len(), glued.upper), (2, 0b10));
        assert_eq!(pattern(&mut vocab, "n't", By::Name).words.len(), 1, "a clitic is one word");
        let refuses = pattern(&mut vocab, "won’t", By::Name);
        assert_eq!((refuses.words.len(), vocab.text(refuses.words[1])), (2, "n't"));
        assert_eq!(pattern(&mut vocab, "600,000 men", By::Lemma).words.len(), 2, "a number keeps its comma");
    }
}

//! The phrase trie: from runs of word forms to the entries they name.
//!
//! Owns matching. Is given phrases at compile time and, in an article, one form and one lemma per word.
//! Never chooses between entries: it reports every phrase at every place, longest last.

use super::vocab::{QuickMap, Sym};
use crate::text::Case;

/// What a phrase names; the numbers index the lexicon's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// An actor, and how the words lead to it.
    Actor(u16, Naming),
    /// A plan; `false` where the phrase is weak.
    Plan(u16, bool),
    /// A term of the issue table.
    Term(u16),
    /// A stance or speech cue.
    Cue(u16),
    /// A role noun.
    Role(u16),
    /// A place.
    Place(u16),
    /// A false friend.
    Friend(u16),
    /// A member of a named set.
    Set(u16),
}

/// How an alias leads to an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Naming {
    /// A full name.
    Name,
    /// A surname alone.
    Surname,
    /// A capital or building.
    Metonym,
    /// `Russian`.
    Adjective,
    /// `Russians`.
    People,
    /// `the Hungarian`.
    Citizen,
}

/// A phrase ready to be inserted: a form per word, and the case it must have in the text.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Forms or lemmas, hyphens left out.
    pub words: Vec<Sym>,
    /// Bit i: word i must begin with a capital.
    pub capital: u32,
    /// Bit i: word i must be all capitals.
    pub upper: u32,
}

#[derive(Debug, Default)]
struct Node {
    /// Range of `Trie::leaves`.
    leaves: Vec<Leaf>,
}

#[derive(Clone, Copy, Debug)]
struct Leaf {
    entry: Entry,
    capital: u32,
    upper: u32,
}

/// The compiled phrases.
#[derive(Debug, Default)]
pub struct Trie {
    nodes: Vec<Node>,
    edges: QuickMap<(u32, Sym), u32>,
    /// Bit per form: whether a phrase begins with it.
    starts: Vec<bool>,
}

/// One word of a text as the trie sees it.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Its form.
    pub form: Sym,
    /// Its lemma.
    pub lemma: Sym,
    /// Its case.
    pub case: Case,
    /// A hyphen or the like, which phrases skip inside.
    pub skipped: bool,
}

impl Trie {
    /// Adds a phrase. Phrases of more than 32 words are cut there (none is that long).
    pub fn insert(&mut self, pattern: &Pattern, entry: Entry) {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let Some(&first) = pattern.words.first() else { return };
        if self.starts.len() <= first as usize {
            self.starts.resize(first as usize + 1, false);
        }
        self.starts[first as usize] = true;
        let mut node = 0;
        for &word in &pattern.words {
            let next = self.nodes.len() as u32;
            node = *self.edges.entry((node, word)).or_insert(next);
            if node == next {
                self.nodes.push(Node::default());
            }
        }
        let leaf = Leaf { entry, capital: pattern.capital, upper: pattern.upper };
        let leaves = &mut self.nodes[node as usize].leaves;
        if !leaves.iter().any(|l| l.entry == entry && l.capital == leaf.capital && l.upper == leaf.upper) {
            leaves.push(leaf);
        }
    }

    fn begins(&self, sym: Sym) -> bool {
        self.starts.get(sym as usize).copied().unwrap_or(false)
    }

    /// Calls `found` with `(length in tokens, entry)` for every phrase that begins at `seen[0]`.
    pub fn matches(&self, seen: &[Seen], mut found: impl FnMut(usize, Entry)) {
        let Some(first) = seen.first() else { return };
        if first.form == 0 || first.skipped || !(self.begins(first.form) || self.begins(first.lemma)) {
            return;
        }
        self.walk(seen, 0, 0, 0, Cases::default(), &mut found);
    }

    fn walk(
        &self,
        seen: &[Seen],
        at: usize,
        words: u32,
        node: u32,
        cases: Cases,
        found: &mut impl FnMut(usize, Entry),
    ) {
        let mut at = at;
        while at > 0 && at < seen.len() && seen[at].skipped {
            at += 1;
        }
        let Some(word) = seen.get(at).filter(|w| w.form != 0) else { return };
        let cases = cases.add(words, word.case);
        let mut step = |sym: Sym| {
            let Some(&next) = self.edges.get(&(node, sym)) else { return };
            for leaf in &self.nodes[next as usize].leaves {
                if cases.capital & leaf.capital == leaf.capital && cases.upper & leaf.upper == leaf.upper {
                    found(at + 1, leaf.entry);
                }
            }
            if words < 31 {
                self.walk(seen, at + 1, words + 1, next, cases, found);
            }
        };
        step(word.form);
        if word.lemma != word.form {
            step(word.lemma);
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Cases {
    capital: u32,
    upper: u32,
}

impl Cases {
    fn add(self, word: u32, case: Case) -> Cases {
        Cases {
            capital: self.capital | u32::from(case.is_capital()) << word,
            upper: self.upper | u32::from(case == Case::Upper) << word,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(form: Sym, lemma: Sym, case: Case) -> Seen {
        Seen { form, lemma, case, skipped: false }
    }

    fn found(trie: &Trie, text: &[Seen]) -> Vec<(usize, Entry)> {
        let mut out = Vec::new();
        trie.matches(text, |n, e| out.push((n, e)));
        out
    }

    #[test]
    fn lemma_hyphen_and_case() {
        let mut trie = Trie::default();
        trie.insert(&Pattern { words: vec![5, 6], capital: 0, upper: 0 }, Entry::Term(1));
        trie.insert(&Pattern { words: vec![7], capital: 1, upper: 1 }, Entry::Actor(2, Naming::Name));
        let hyphen = Seen { form: 9, lemma: 9, case: Case::None, skipped: true };
        let text = [seen(5, 5, Case::Lower), hyphen, seen(60, 6, Case::Lower)];
        assert_eq!(found(&trie, &text), [(3, Entry::Term(1))], "by lemma, over a hyphen");
        assert_eq!(found(&trie, &[seen(7, 7, Case::Lower)]), [], "`us` is not `US`");
        assert_eq!(found(&trie, &[seen(7, 7, Case::Upper)]).len(), 1);
    }
}

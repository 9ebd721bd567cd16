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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Leaf {
    entry: Entry,
    capital: u32,
    upper: u32,
}

/// Phrases being collected, in the order in which their entries are to be reported.
#[derive(Debug, Default)]
pub struct Builder {
    edges: QuickMap<(u32, Sym), u32>,
    nodes: Vec<Vec<Leaf>>,
}

/// Where the edges and leaves of a node begin; they end where those of the next begin.
#[derive(Clone, Copy, Debug)]
struct Node {
    edges: u32,
    leaves: u32,
}

/// The compiled phrases, in flat rows: what is asked for every word of an article lies close together.
#[derive(Debug, Default)]
pub struct Trie {
    /// For every form the node of phrases that begin with it; 0 where none does.
    first: Vec<u32>,
    /// By number, with one more at the end; those reached from one node have its edges' order.
    nodes: Vec<Node>,
    /// Per node in the order of their forms.
    edges: Vec<(Sym, u32)>,
    leaves: Vec<Leaf>,
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

impl Builder {
    /// Adds a phrase; of more than 32 words (none is that long) it is never found.
    pub fn insert(&mut self, pattern: &Pattern, entry: Entry) {
        if self.nodes.is_empty() {
            self.nodes.push(Vec::new());
        }
        let mut node = 0;
        for &word in &pattern.words {
            let next = self.nodes.len() as u32;
            node = *self.edges.entry((node, word)).or_insert(next);
            if node == next {
                self.nodes.push(Vec::new());
            }
        }
        let leaf = Leaf { entry, capital: pattern.capital, upper: pattern.upper };
        let leaves = &mut self.nodes[node as usize];
        if node > 0 && !leaves.contains(&leaf) {
            leaves.push(leaf);
        }
    }

    /// The trie of all phrases added.
    pub fn finish(self) -> Trie {
        let mut edges: Vec<((u32, Sym), u32)> = self.edges.into_iter().collect();
        edges.sort_unstable();
        let begun = edges.partition_point(|((from, _), _)| *from == 0);
        let mut first = vec![0; edges[..begun].last().map_or(0, |((_, most), _)| *most as usize + 1)];
        edges.drain(..begun).for_each(|((_, form), to)| first[form as usize] = to);
        let (mut nodes, mut leaves, mut at) = (Vec::with_capacity(self.nodes.len() + 1), Vec::new(), 0);
        for (number, own) in self.nodes.into_iter().enumerate() {
            nodes.push(Node { edges: at as u32, leaves: leaves.len() as u32 });
            leaves.extend(own);
            at += edges[at..].partition_point(|((from, _), _)| *from <= number as u32);
        }
        nodes.push(Node { edges: at as u32, leaves: leaves.len() as u32 });
        Trie { first, nodes, edges: edges.into_iter().map(|((_, form), to)| (form, to)).collect(), leaves }
    }
}

impl Trie {
    /// The node of phrases that begin with a form; 0 where none does.
    fn root(&self, form: Sym) -> u32 {
        self.first.get(form as usize).copied().unwrap_or(0)
    }

    /// The node behind `node` on the edge `form`; 0 where there is none.
    fn step(&self, node: u32, form: Sym) -> u32 {
        let row = &self.edges[self.nodes[node as usize].edges as usize..self.nodes[node as usize + 1].edges as usize];
        let at = if row.len() < 9 {
            row.iter().position(|e| e.0 == form)
        } else {
            row.binary_search_by_key(&form, |e| e.0).ok()
        };
        at.map_or(0, |at| row[at].1)
    }

    fn leaves(&self, node: u32) -> &[Leaf] {
        let node = node as usize;
        &self.leaves[self.nodes[node].leaves as usize..self.nodes[node + 1].leaves as usize]
    }

    /// Calls `found` with `(length in tokens, entry)` for every phrase that begins at `seen[0]`.
    pub fn matches(&self, seen: &[Seen], mut found: impl FnMut(usize, Entry)) {
        let Some(first) = seen.first().filter(|w| w.form != 0 && !w.skipped) else { return };
        let cases = Cases::default().add(first.case);
        self.arrive(seen, 0, self.root(first.form), cases, &mut found);
        if first.lemma != first.form {
            self.arrive(seen, 0, self.root(first.lemma), cases, &mut found);
        }
    }

    /// Reports what ends at word `at` in `node`, and goes on behind it.
    fn arrive(&self, seen: &[Seen], at: usize, node: u32, cases: Cases, found: &mut impl FnMut(usize, Entry)) {
        if node == 0 {
            return;
        }
        for leaf in self.leaves(node) {
            if cases.capital & leaf.capital == leaf.capital && cases.upper & leaf.upper == leaf.upper {
                found(at + 1, leaf.entry);
            }
        }
        let ends = self.nodes[node as usize].edges == self.nodes[node as usize + 1].edges;
        if !ends && cases.words < u32::BITS {
            self.walk(seen, at + 1, node, cases, found);
        }
    }

    fn walk(&self, seen: &[Seen], from: usize, node: u32, cases: Cases, found: &mut impl FnMut(usize, Entry)) {
        let behind = seen[from..].iter().position(|w| !w.skipped).map(|gap| from + gap);
        let Some(at) = behind.filter(|&at| seen[at].form != 0) else { return };
        let word = seen[at];
        let cases = cases.add(word.case);
        self.arrive(seen, at, self.step(node, word.form), cases, found);
        if word.lemma != word.form {
            self.arrive(seen, at, self.step(node, word.lemma), cases, found);
        }
    }
}

/// The cases of the words matched so far.
#[derive(Clone, Copy, Default)]
struct Cases {
    words: u32,
    capital: u32,
    upper: u32,
}

impl Cases {
    fn add(self, case: Case) -> Cases {
        Cases {
            words: self.words + 1,
            capital: self.capital | u32::from(case.is_capital()) << self.words,
            upper: self.upper | u32::from(case == Case::Upper) << self.words,
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
        let mut phrases = Builder::default();
        phrases.insert(&Pattern { words: vec![5, 6], capital: 0, upper: 0 }, Entry::Term(1));
        phrases.insert(&Pattern { words: vec![7], capital: 1, upper: 1 }, Entry::Actor(2, Naming::Name));
        let trie = phrases.finish();
        let hyphen = Seen { form: 9, lemma: 9, case: Case::None, skipped: true };
        let text = [seen(5, 5, Case::Lower), hyphen, seen(60, 6, Case::Lower)];
        assert_eq!(found(&trie, &text), [(3, Entry::Term(1))], "by lemma, over a hyphen");
        assert_eq!(found(&trie, &[seen(7, 7, Case::Lower)]), [], "`us` is not `US`");
        assert_eq!(found(&trie, &[seen(7, 7, Case::Upper)]).len(), 1);
    }
}

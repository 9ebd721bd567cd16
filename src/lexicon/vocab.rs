//! The vocabulary: every word form the lexicon knows, with its tags and its lemma.
//!
//! Owns the table behind the one look-up per token. Is given `english.txt` and the words of all phrases.
//! Never knows what a word refers to.

use super::tag::{Tag, Tags};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Number of a word form.
pub type Sym = u32;

/// The form of words that are not in the vocabulary.
pub const UNKNOWN: Sym = 0;

/// FNV-1a: short keys, no need to resist floods (the table is ours, a look-up cannot grow it).
#[derive(Default, Clone)]
pub struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        let mut hash = if self.0 == 0 { 0xcbf2_9ce4_8422_2325 } else { self.0 };
        for &b in bytes {
            hash = (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
        self.0 = hash;
    }
}

/// A hash map with [`Fnv`].
pub type FnvMap<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// What is known of one form.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Tags it can have.
    pub tags: Tags,
    /// The most frequent of them.
    pub first: Tag,
    /// The form of its lemma (itself where it is one).
    pub lemma: Sym,
}

/// All forms.
#[derive(Debug, Default)]
pub struct Vocab {
    map: FnvMap<Box<str>, Sym>,
    forms: Vec<Form>,
    texts: Vec<Box<str>>,
}

impl Vocab {
    /// The forms of a word list: `word TAB tags TAB lemma` a line, `#` for comments.
    pub fn parse(list: &str) -> Vocab {
        let mut vocab = Vocab::default();
        vocab.push("", Tags::NONE, Tag::Other);
        let mut lemmas = Vec::new();
        for line in list.lines().filter(|l| !l.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(word), Some(tags)) = (fields.next(), fields.next()) else { continue };
            let mut names = tags.split('/').map(Tag::from_name);
            let first = names.next().unwrap_or(Tag::Other);
            let all = names.fold(Tags::of(first), |set, tag| set.with(tag));
            let sym = vocab.push(word, all, first);
            lemmas.extend(fields.next().map(|lemma| (sym, lemma)));
        }
        for (sym, lemma) in lemmas {
            let lemma = vocab.intern(lemma);
            vocab.forms[sym as usize].lemma = lemma;
        }
        vocab
    }

    fn push(&mut self, word: &str, tags: Tags, first: Tag) -> Sym {
        let sym = self.forms.len() as Sym;
        self.map.insert(word.into(), sym);
        self.texts.push(word.into());
        self.forms.push(Form { tags, first, lemma: sym });
        sym
    }

    /// The form of `word` (folded), added without tags where it is new.
    pub fn intern(&mut self, word: &str) -> Sym {
        match self.map.get(word) {
            Some(&sym) => sym,
            None => self.push(word, Tags::NONE, Tag::Other),
        }
    }

    /// The form of a folded word; [`UNKNOWN`] where there is none.
    pub fn get(&self, word: &str) -> Sym {
        self.map.get(word).copied().unwrap_or(UNKNOWN)
    }

    /// What is known of a form.
    pub fn form(&self, sym: Sym) -> Form {
        self.forms[sym as usize]
    }

    /// The lemma of a form.
    pub fn lemma(&self, sym: Sym) -> Sym {
        self.forms[sym as usize].lemma
    }

    /// The word of a form.
    pub fn text(&self, sym: Sym) -> &str {
        &self.texts[sym as usize]
    }

    /// Number of forms.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether it holds no form but the unknown one.
    pub fn is_empty(&self) -> bool {
        self.forms.len() <= 1
    }

    /// Gives a form a tag it can have, and makes it the first where it had none.
    pub fn allow(&mut self, sym: Sym, tag: Tag) {
        let form = &mut self.forms[sym as usize];
        if form.tags == Tags::NONE {
            form.first = tag;
        }
        form.tags = form.tags.with(tag);
    }
}

/// Folds a word for look-up: lower case, straight apostrophe, no dots, no diacritics. Writes into `buffer`.
pub fn fold(word: &str, buffer: &mut String) {
    buffer.clear();
    for c in word.chars() {
        match c {
            '.' | '\u{ad}' => {}
            '’' | 'ʼ' | '‘' | '`' => buffer.push('\''),
            c if c.is_ascii() => buffer.push(c.to_ascii_lowercase()),
            c => buffer.extend(any_ascii::any_ascii_char(c).chars().map(|c| c.to_ascii_lowercase())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_tags_and_lemmas() {
        let vocab = Vocab::parse("# list\ndemands\tNNS/VBZ\tdemand\ndemand\tNN/VB\n");
        let form = vocab.form(vocab.get("demands"));
        assert!(form.tags.has(Tag::VBZ) && form.first == Tag::NNS);
        assert_eq!(vocab.text(form.lemma), "demand");
        assert_eq!(vocab.get("nothing-such"), UNKNOWN);
    }

    #[test]
    fn folding_drops_dots_and_marks() {
        let mut buffer = String::new();
        for (word, folded) in [("U.S.", "us"), ("Erdoğan", "erdogan"), ("Putin’s", "putin's"), ("Łódź", "lodz")] {
            fold(word, &mut buffer);
            assert_eq!(buffer, folded);
        }
    }
}

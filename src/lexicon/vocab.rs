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

/// A hash for short keys, eight bytes a step; no need to resist floods (the tables are ours, a look-up cannot grow them).
#[derive(Default, Clone)]
pub struct Quick(u64);

impl Quick {
    fn step(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Quick {
    /// The upper bits are the good ones, the table takes the lower.
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.step(u64::from_le_bytes(*word)));
        if !rest.is_empty() {
            self.step(rest.iter().fold(rest.len() as u64, |word, &b| word << 8 | u64::from(b)));
        }
    }
    fn write_u8(&mut self, n: u8) {
        self.step(u64::from(n));
    }
    fn write_u16(&mut self, n: u16) {
        self.step(u64::from(n));
    }
    fn write_u32(&mut self, n: u32) {
        self.step(u64::from(n));
    }
}

/// A hash map with [`Quick`].
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

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

/// All forms; their words one behind the other, and a table of them by hash.
#[derive(Debug)]
pub struct Vocab {
    forms: Vec<Form>,
    words: String,
    /// For every form where its word ends in `words`.
    ends: Vec<u32>,
    /// A power of two of places, at most half of them taken: the upper half of a word's hash, and its form.
    table: Vec<(u32, Sym)>,
}

impl Default for Vocab {
    /// Holds the unknown form alone.
    fn default() -> Vocab {
        let mut vocab = Vocab { forms: Vec::new(), words: String::new(), ends: Vec::new(), table: vec![FREE; 64] };
        vocab.push("", Tags::NONE, Tag::Other);
        vocab
    }
}

/// A place of the table without a word.
const FREE: (u32, Sym) = (0, Sym::MAX);

impl Vocab {
    /// The forms of a word list: `word TAB tags TAB lemma` a line, `#` for comments.
    pub fn parse(list: &str) -> Vocab {
        let mut vocab = Vocab::default();
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
        self.words.push_str(word);
        self.ends.push(self.words.len() as u32);
        self.forms.push(Form { tags, first, lemma: sym });
        if self.forms.len() * 2 > self.table.len() {
            self.grow();
        }
        let (place, hash) = (self.place(word), hash(word));
        self.table[place] = (upper(hash), sym);
        sym
    }

    /// The place of a word in the table, or the free one where it would stand.
    fn place(&self, word: &str) -> usize {
        let (hash, last) = (hash(word), self.table.len() - 1);
        let mut place = hash as usize & last;
        while self.table[place] != FREE
            && !(self.table[place].0 == upper(hash) && self.text(self.table[place].1) == word)
        {
            place = (place + 1) & last;
        }
        place
    }

    fn grow(&mut self) {
        let larger = vec![FREE; self.table.len() * 2];
        let old = std::mem::replace(&mut self.table, larger);
        for (hash, sym) in old.into_iter().filter(|slot| *slot != FREE) {
            let place = self.place(self.text(sym));
            self.table[place] = (hash, sym);
        }
    }

    /// The form of `word` (folded), added without tags where it is new.
    pub fn intern(&mut self, word: &str) -> Sym {
        match self.table[self.place(word)] {
            FREE => self.push(word, Tags::NONE, Tag::Other),
            (_, sym) => sym,
        }
    }

    /// Adds the regular inflections of a word that the list lacks ("detainees" of "detainee"), without tags.
    pub fn inflect(&mut self, sym: Sym) {
        let (form, word) = (self.form(sym), self.text(sym).to_owned());
        if form.lemma != sym || word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return;
        }
        for inflected in inflections(&word) {
            if self.get(&inflected) == UNKNOWN {
                let new = self.push(&inflected, Tags::NONE, Tag::Other);
                self.forms[new as usize].lemma = sym;
            }
        }
    }

    /// The form of a folded word; [`UNKNOWN`] where there is none.
    pub fn get(&self, word: &str) -> Sym {
        match self.table[self.place(word)] {
            FREE => UNKNOWN,
            (_, sym) => sym,
        }
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
        let start = (sym as usize).checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.words[start..self.ends[sym as usize] as usize]
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

fn hash(word: &str) -> u64 {
    let mut hash = Quick::default();
    hash.write(word.as_bytes());
    hash.finish()
}

fn upper(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Plural or third person, past and `-ing` of a regular word.
fn inflections(word: &str) -> [String; 3] {
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => [format!("{stem}ies"), format!("{stem}ied"), format!("{word}ing")],
        None if hissing => [format!("{word}es"), format!("{word}ed"), format!("{word}ing")],
        None => match word.strip_suffix('e') {
            Some(stem) => [format!("{word}s"), format!("{word}d"), format!("{stem}ing")],
            None => [format!("{word}s"), format!("{word}ed"), format!("{word}ing")],
        },
    }
}

/// Folds a word for look-up: lower case, straight apostrophe, no dots, no diacritics. Writes into `buffer`.
pub fn fold(word: &str, buffer: &mut String) {
    buffer.clear();
    if word.bytes().all(|b| b.is_ascii() && b != b'.' && b != b'`') {
        buffer.push_str(word);
        return buffer.make_ascii_lowercase();
    }
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
    fn words_the_list_lacks_are_inflected() {
        let mut vocab = Vocab::parse("went\tVBD\tgo\nevacuate\tVB\n");
        for (word, inflected) in
            [("detainee", "detainees"), ("abduct", "abducting"), ("denazify", "denazified"), ("evacuate", "evacuating")]
        {
            let sym = vocab.intern(word);
            vocab.inflect(sym);
            assert_eq!(vocab.lemma(vocab.get(inflected)), sym, "{inflected}");
        }
        let went = vocab.get("went");
        vocab.inflect(went);
        assert_eq!(vocab.get("wented"), UNKNOWN, "only lemmas are inflected");
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

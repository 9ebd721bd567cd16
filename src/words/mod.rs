//! Words: for every token its form, lemma and class, and every phrase of the lexicon that begins there.
//!
//! Owns the one look-up per token. Is given the segmented text and the lexicon. Never knows what a sentence means.

pub mod date;
pub mod figure;
pub mod tagger;

use crate::lexicon::tag::Tag;
use crate::lexicon::trie::{Entry, Seen};
use crate::lexicon::vocab::{Sym, UNKNOWN, fold};
use crate::lexicon::{Lexicon, Row, SetId};
use crate::text::{Case, Run, Text, Token, TokenKind};
use date::DateMention;
use figure::FigureMention;

/// What is known of one token.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its form; [`UNKNOWN`] where the vocabulary lacks it.
    pub form: Sym,
    /// The lemma of its form.
    pub lemma: Sym,
    /// Its class in this sentence.
    pub tag: Tag,
    /// The sets its form is in.
    pub sets: Row,
}

/// A phrase of the lexicon found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its tokens.
    pub run: Run,
    /// What it names.
    pub entry: Entry,
}

/// The words of a text.
#[derive(Debug)]
pub struct Words {
    words: Vec<Word>,
    hits: Vec<Hit>,
    /// For every token, where its hits begin in `hits`; one more at the end.
    first: Vec<u32>,
    dates: Vec<DateMention>,
    figures: Vec<FigureMention>,
}

impl Words {
    /// Looks every token up and tags every sentence.
    pub fn read(text: &Text, lexicon: &Lexicon) -> Words {
        let seen = look_up(text, lexicon);
        let first = Vec::with_capacity(seen.len() + 1);
        let mut out = Words { words: Vec::new(), hits: Vec::new(), first, dates: Vec::new(), figures: Vec::new() };
        for start in 0..seen.len() {
            out.first.push(out.hits.len() as u32);
            let end = (start + 40).min(seen.len());
            lexicon.trie.matches(&seen[start..end], |len, entry| {
                out.hits.push(Hit { run: Run::new(start, start + len), entry });
            });
        }
        out.first.push(out.hits.len() as u32);
        out.drop_across_sentences(text);
        out.words = seen.iter().map(|s| word(s, lexicon)).collect();
        tagger::tag(text, lexicon, &mut out);
        out.dates = date::mentions(text, lexicon, &out);
        out.figures = figure::mentions(text, lexicon, &out);
        out
    }

    /// No phrase runs over the end of a sentence.
    fn drop_across_sentences(&mut self, text: &Text) {
        let mut sentence = 0;
        let mut kept: Vec<Hit> = Vec::with_capacity(self.hits.len());
        for start in 0..self.first.len() - 1 {
            let range = self.first[start] as usize..self.first[start + 1] as usize;
            self.first[start] = kept.len() as u32;
            while text.sentences.get(sentence).is_some_and(|s| s.run.end <= start) {
                sentence += 1;
            }
            let end = text.sentences.get(sentence).map_or(usize::MAX, |s| s.run.end);
            kept.extend(self.hits[range].iter().filter(|h| h.run.end <= end));
        }
        *self.first.last_mut().expect("one more than tokens") = kept.len() as u32;
        self.hits = kept;
    }

    /// The word at token `t`.
    pub fn at(&self, t: usize) -> Word {
        self.words[t]
    }

    /// The class of token `t`.
    pub fn tag(&self, t: usize) -> Tag {
        self.words[t].tag
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The phrases that begin at token `t`.
    pub fn hits_at(&self, t: usize) -> &[Hit] {
        &self.hits[self.first[t] as usize..self.first[t + 1] as usize]
    }

    /// What the phrases name that consist of the words at `tokens`, which need not stand together (`turned it down`).
    pub fn apart(&self, text: &Text, lexicon: &Lexicon, tokens: [usize; 2]) -> Vec<Entry> {
        let seen = tokens.map(|t| {
            let word = self.words[t];
            Seen { form: word.form, lemma: word.lemma, case: text.tokens[t].case, skipped: false }
        });
        let mut found = Vec::new();
        lexicon.trie.matches(&seen, |length, entry| {
            if length == tokens.len() {
                found.push(entry);
            }
        });
        found
    }

    /// The phrases that begin inside `run`, in order; those that end outside it are among them.
    pub fn hits_from(&self, run: Run) -> &[Hit] {
        if run.is_empty() {
            return &[];
        }
        &self.hits[self.first[run.start] as usize..self.first[run.end.min(self.words.len())] as usize]
    }

    /// The phrases that lie wholly inside `run`, in order.
    pub fn hits_in(&self, run: Run) -> impl Iterator<Item = &Hit> {
        self.hits_from(run).iter().filter(move |h| h.run.end <= run.end)
    }

    /// Every date expression, in order; none overlap.
    pub fn dates(&self) -> &[DateMention] {
        &self.dates
    }

    /// Every sum and count, in order; none overlap.
    pub fn figures(&self) -> &[FigureMention] {
        &self.figures
    }

    /// The date expression that holds token `t`.
    pub fn date_at(&self, t: usize) -> Option<DateMention> {
        let behind = self.dates.partition_point(|d| d.run.start <= t);
        self.dates[..behind].last().copied().filter(|d| d.run.contains(t))
    }

    /// Whether a date expression begins at token `t`.
    pub fn date_begins(&self, t: usize) -> bool {
        self.dates.binary_search_by_key(&t, |d| d.run.start).is_ok()
    }

    /// Whether token `t` is a pronoun of the named set, and not a name of the same letters (`US`).
    pub fn is_pronoun(&self, lexicon: &Lexicon, t: usize, set: SetId) -> bool {
        self.is(lexicon, t, set) && self.tag(t) != Tag::NNP
    }

    /// Whether token `t` is a member of the named set.
    pub fn is(&self, lexicon: &Lexicon, t: usize, set: SetId) -> bool {
        self.words.get(t).is_some_and(|w| lexicon.row_in_set(w.sets, set))
    }
}

fn word(seen: &Seen, lexicon: &Lexicon) -> Word {
    Word { form: seen.form, lemma: seen.lemma, tag: Tag::Other, sets: lexicon.row_of(seen.form) }
}

fn look_up(text: &Text, lexicon: &Lexicon) -> Vec<Seen> {
    let mut buffer = String::new();
    let mut seen = Vec::with_capacity(text.tokens.len());
    for token in &text.tokens {
        let form = form_of(text, token, lexicon, &mut buffer);
        let skipped = token.kind == TokenKind::Hyphen;
        seen.push(Seen { form, lemma: lexicon.vocab.lemma(form), case: token.case, skipped });
    }
    seen
}

fn form_of(text: &Text, token: &Token, lexicon: &Lexicon, buffer: &mut String) -> Sym {
    match token.kind {
        TokenKind::Word | TokenKind::Clitic | TokenKind::Number => {
            fold(&text.source[token.start as usize..token.end as usize], buffer);
            let form = lexicon.vocab.get(buffer);
            match (form, token.case) {
                // A name that swallowed a clitic apostrophe inside (`O'Brien`) stays as it is.
                (UNKNOWN, Case::Lower) => british(lexicon, buffer),
                _ => form,
            }
        }
        _ => UNKNOWN,
    }
}

/// `-ise` for `-ize`: one lemma for both spellings.
fn british(lexicon: &Lexicon, buffer: &mut String) -> Sym {
    let Some(at) =
        buffer.rfind("is").filter(|at| *at > 2 && matches!(&buffer[at + 2..], "e" | "es" | "ed" | "ing" | "ation"))
    else {
        return UNKNOWN;
    };
    buffer.replace_range(at..at + 2, "iz");
    lexicon.vocab.get(buffer)
}

//! What the readers of plan phrases look at: the layers below, the closed sets, the words that decide.
//!
//! Owns nothing of the answer. Never decides which plan is meant.

use super::clue::Clues;
use super::form;
use crate::article::HeadRole;
use crate::lexicon::tag::Tag;
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::{Noun, Phrases};
use crate::text::{Paragraph, ParagraphKind, Run, Text, TokenKind};
use crate::words::Words;
use jiff::civil::Date;

macro_rules! sets {
    ($($field:ident = $name:literal),+ $(,)?) => {
        /// The closed sets that plan phrases ask for.
        pub(super) struct Sets { $(pub $field: SetId),+ }

        impl Sets {
            fn new(lexicon: &Lexicon) -> Sets {
                Sets { $($field: lexicon.set($name)),+ }
            }
        }
    };
}

sets! {
    noun = "plan-document",
    anaphor = "plan-anaphor",
    treaty = "treaty-noun",
    treaty_small = "treaty-noun-small",
    first = "plan-first",
    newest = "plan-newest",
    plain = "plan-plain",
    point = "plan-point",
    part = "plan-part",
    measure = "plan-measure",
    peace = "plan-peace",
    aim = "plan-aim",
    unit = "numeral-unit",
    ten = "numeral-ten",
    all = "plan-determiner",
    demonstrative = "demonstrative",
    month = "month",
    of = "of",
    on = "about",
    for_ = "for",
    to = "to",
    in_ = "in",
    from = "from",
    with = "with",
    it = "it",
    nearby = "plan-nearby",
    descend = "plan-descend",
    down = "plan-down",
    page = "plan-page",
    deal = "plan-deal",
    under = "plan-under",
    counted = "plan-counted",
    have = "have",
    be = "be",
}

/// One article, as the readers of plan phrases see it.
pub(super) struct Scene<'a> {
    pub text: &'a Text<'a>,
    pub lexicon: &'a Lexicon,
    pub words: &'a Words,
    pub phrases: &'a Phrases,
    pub published: Option<Date>,
    pub sets: Sets,
    pub clues: Clues,
    /// Numbers of points that the article gives to plans anywhere.
    pub numbers: Vec<u32>,
}

impl<'a> Scene<'a> {
    pub fn new(
        text: &'a Text,
        lexicon: &'a Lexicon,
        words: &'a Words,
        phrases: &'a Phrases,
        published: Option<Date>,
    ) -> Scene<'a> {
        let clues = Clues::read(text, lexicon, words);
        let mut scene =
            Scene { text, lexicon, words, phrases, published, sets: Sets::new(lexicon), clues, numbers: Vec::new() };
        let counts = |&t: &usize| scene.counts(t);
        scene.numbers = (0..words.len()).filter(counts).filter_map(|t| form::modifying(&scene, t)).collect();
        scene.numbers.sort_unstable();
        scene.numbers.dedup();
        scene
    }

    /// The sentences in which plans are looked for: the running text, headings and the headline.
    pub fn readable(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.text.sentences.len()).filter(|&s| {
            let kind = self.paragraph(s).kind;
            kind.is_read() || matches!(kind, ParagraphKind::Heading | ParagraphKind::Head(HeadRole::Title))
        })
    }

    /// Whether the sentence is (part of) the headline.
    pub fn is_headline(&self, sentence: usize) -> bool {
        self.paragraph(sentence).kind == ParagraphKind::Head(HeadRole::Title)
    }

    /// Whether the sentence is running text.
    pub fn is_read(&self, sentence: usize) -> bool {
        self.paragraph(sentence).kind.is_read()
    }

    fn paragraph(&self, sentence: usize) -> &Paragraph {
        &self.text.paragraphs[self.text.sentences[sentence].paragraph]
    }

    pub fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.lexicon, t, set)
    }

    /// Whether the token can be a number, in digits or words.
    fn counts(&self, t: usize) -> bool {
        self.text.tokens[t].kind == TokenKind::Number || !self.words.at(t).sets.is_empty()
    }

    /// Whether anything can be found at the token: a phrase of the lexicon, a number, a word of any closed set.
    pub fn can_begin(&self, t: usize) -> bool {
        self.counts(t) || !self.words.hits_at(t).is_empty()
    }

    pub fn tag(&self, t: usize) -> Tag {
        if t < self.words.len() { self.words.tag(t) } else { Tag::Other }
    }

    pub fn kind(&self, t: usize) -> Option<TokenKind> {
        self.text.tokens.get(t).map(|token| token.kind)
    }

    pub fn is_capital(&self, t: usize) -> bool {
        self.text.tokens.get(t).is_some_and(|token| token.case.is_capital())
    }

    /// The tokens of the sentence around `t`.
    pub fn sentence(&self, t: usize) -> Run {
        self.text.sentences[self.text.sentence_of(t)].run
    }

    /// The noun phrase that holds token `t`.
    pub fn noun(&self, t: usize) -> Option<&Noun> {
        self.phrases.noun_at(t).map(|n| &self.phrases.nouns[n])
    }

    /// Whether a word of peace-making stands in the sentence or the two around it.
    pub fn speaks_of_peace(&self, t: usize) -> bool {
        let s = self.text.sentence_of(t);
        let near = s.saturating_sub(1)..(s + 2).min(self.text.sentences.len());
        let body = |n: &usize| *n == s || self.paragraph(*n).kind.is_read();
        near.into_iter().filter(body).any(|s| self.text.sentences[s].run.iter().any(|t| self.is(t, self.sets.peace)))
    }
}

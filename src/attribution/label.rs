//! Labels: `Peskov: "No."`, `ZELENSKY: We will see.`
//!
//! Owns the names that stand before a colon at the start of a paragraph. Never looks at verbs.

use super::{Attribution, Reader};
use crate::finding::ActorKind;
use crate::lexicon::tag::Tag;
use crate::phrases::Chunk;
use crate::text::{Case, Run, TokenKind};

impl Reader<'_> {
    /// The attribution of a sentence that begins with a name and a colon.
    pub(super) fn by_label(&self, sentence: usize, all: &mut Vec<Attribution>) {
        let paragraph = &self.text.paragraphs[self.text.sentences[sentence].paragraph];
        let row = self.phrases.rows[sentence];
        let first = (row.start..row.end)
            .find(|&i| !matches!(self.phrases.chunks[i], Chunk::Word(t) if self.kind(t) == TokenKind::Bullet));
        let Some(i) = first else { return };
        let (Chunk::Noun(n), Some(Chunk::Word(colon))) = (self.phrases.chunks[i], self.phrases.chunks.get(i + 1))
        else {
            return;
        };
        if self.kind(*colon) != TokenKind::Colon || colon + 1 >= paragraph.run.end || !self.is_label(n) {
            return;
        }
        let begins = self.text.sentences[sentence].run.start == paragraph.run.start;
        let end = if begins { paragraph.run.end } else { self.text.sentences[sentence].run.end };
        let content = match self.kind(colon + 1) {
            TokenKind::Open => self.text.quote_at(colon + 1).map(|q| self.whole(q)),
            _ => Some(Run::new(colon + 1, end)),
        };
        let Some(content) = content.filter(|c| c.len() > 2) else { return };
        let noun = self.phrases.nouns[n].run;
        let mut found =
            self.blank(Some(n), Some(noun), vec![content], sentence, "its name and a colon stand before it");
        found.cue = Some(Run::new(*colon, colon + 1));
        all.push(found);
    }

    /// A person's name, or a word all in capitals.
    fn is_label(&self, n: usize) -> bool {
        let noun = &self.phrases.nouns[n];
        let person = self.speaker(n).is_some_and(|r| {
            r.anonymous.is_none() && r.who.iter().any(|&id| self.referents.character(id).kind == ActorKind::Person)
        });
        let shouted = self.text.tokens[noun.head].case == Case::Upper
            && self.text.word(noun.head).len() > 3
            && noun.run.len() < 4;
        noun.prep.is_none() && self.words.tag(noun.head) == Tag::NNP && (person || shouted)
    }
}

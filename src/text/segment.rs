//! From a decoded text to a [`Text`], and the questions a `Text` answers.
//!
//! Owns the order of the steps: lines, paragraphs, tokens, quotations, sentences. Is given the decoded text, its head
//! parts and the abbreviations. Never decides where anything begins or ends.

use super::paragraph::{Block, blocks};
use super::sentence::Splitter;
use super::token::Scanner;
use super::{Abbreviations, Paragraph, ParagraphKind, Quote, Run, Sentence, Text, Token, offsets, quote};
use crate::article::{HeadPart, HeadRole};

impl<'a> Text<'a> {
    /// Segments a text of less than four gigabytes; `head` holds its parts that are no body, in order.
    pub fn segment(source: &'a str, head: &[HeadPart], abbreviations: &Abbreviations) -> Text<'a> {
        let lines = offsets::line_starts(source);
        let blocks = blocks(source, &lines, head);
        let (mut tokens, mut paragraphs) = read(source, &blocks, abbreviations);
        let quotes = quote::find(source, &mut tokens, &paragraphs);
        let mut splitter = Splitter::new(source, &tokens, abbreviations);
        let sentences = sentences(&mut splitter, &mut paragraphs, &Datelines { head, tokens: &tokens });
        let quoted = quoted(tokens.len(), &quotes);
        let checkpoints = offsets::checkpoints(source);
        let sentence_at = numbered(tokens.len(), &sentences);
        Text { source, tokens, sentences, paragraphs, quotes, checkpoints, lines, quoted, sentence_at }
    }

    /// The article's own words under a run of tokens.
    pub fn str(&self, run: Run) -> &'a str {
        let (start, end) = self.bytes(run);
        &self.source[start..end]
    }

    /// The article's own word at token `t`.
    pub fn word(&self, t: usize) -> &'a str {
        &self.source[self.tokens[t].start as usize..self.tokens[t].end as usize]
    }

    /// First byte and one past the last byte of a run of tokens; an empty run lies where its first token begins.
    pub fn bytes(&self, run: Run) -> (usize, usize) {
        let begin = |t: usize| self.tokens.get(t).map_or(self.source.len(), |token| token.start as usize);
        if run.is_empty() {
            return (begin(run.start), begin(run.start));
        }
        (begin(run.start), self.tokens[run.end - 1].end as usize)
    }

    /// The number of the sentence that token `t` belongs to.
    pub fn sentence_of(&self, t: usize) -> usize {
        self.sentence_at.get(t).map_or(self.sentences.len(), |&sentence| sentence as usize)
    }

    /// The number of the paragraph that token `t` belongs to.
    pub fn paragraph_of(&self, t: usize) -> usize {
        self.sentences.get(self.sentence_of(t)).map_or(self.paragraphs.len(), |sentence| sentence.paragraph)
    }

    /// The innermost quote around token `t`; its own marks count as part of it.
    pub fn quote_at(&self, t: usize) -> Option<usize> {
        self.quoted.get(t).filter(|&&quote| quote != u32::MAX).map(|&quote| quote as usize)
    }
}

fn read(source: &str, blocks: &[Block], abbreviations: &Abbreviations) -> (Vec<Token>, Vec<Paragraph>) {
    let mut scanner = Scanner::new(source, abbreviations);
    let mut paragraphs = Vec::with_capacity(blocks.len());
    for &Block { start, end, kind, bullet } in blocks {
        let first = scanner.count();
        scanner.paragraph(start, end, bullet);
        let run = Run::new(first, scanner.count());
        paragraphs.push(Paragraph { start, end, run, sentences: Run::default(), kind });
    }
    (scanner.finish(), paragraphs)
}

/// Where datelines end: `MOSCOW (Reuters) -` is a sentence of its own.
struct Datelines<'s> {
    head: &'s [HeadPart],
    tokens: &'s [Token],
}

impl Datelines<'_> {
    /// The first token of `paragraph` behind its dateline.
    fn end(&self, paragraph: &Paragraph) -> usize {
        let at = self.head.partition_point(|part| part.end <= paragraph.start);
        let mut parts = self.head[at..].iter().take_while(|part| part.start < paragraph.end);
        let Some(part) = parts.find(|part| part.role == HeadRole::Dateline) else {
            return paragraph.run.start;
        };
        let tokens = &self.tokens[paragraph.run.start..paragraph.run.end];
        paragraph.run.start + tokens.partition_point(|token| (token.start as usize) < part.end)
    }
}

fn sentences(splitter: &mut Splitter, paragraphs: &mut [Paragraph], datelines: &Datelines) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (paragraph, part) in paragraphs.iter_mut().enumerate() {
        let first = sentences.len();
        let mut add = |run| sentences.push(Sentence { run, paragraph });
        if matches!(part.kind, ParagraphKind::Heading | ParagraphKind::Head(HeadRole::Title)) {
            add(part.run);
        } else {
            let begin = datelines.end(part);
            if begin > part.run.start {
                add(Run::new(part.run.start, begin));
            }
            splitter.split(Run::new(begin, part.run.end), add);
        }
        part.sentences = Run::new(first, sentences.len());
    }
    sentences
}

/// For every token the number of its sentence.
fn numbered(tokens: usize, sentences: &[Sentence]) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(tokens);
    for (number, sentence) in sentences.iter().enumerate() {
        numbers.resize(sentence.run.end, number as u32);
    }
    numbers
}

/// For every token the innermost quote around it.
fn quoted(tokens: usize, quotes: &[Quote]) -> Vec<u32> {
    let mut quoted = Vec::with_capacity(tokens);
    let mut around: Vec<(usize, u32)> = Vec::new();
    let mut next = 0;
    for t in 0..tokens {
        while around.last().is_some_and(|&(end, _)| end <= t) {
            around.pop();
        }
        while let Some(quote) = quotes.get(next).filter(|quote| quote.open <= t) {
            around.push((quote.close.map_or(quote.inner.end, |close| close + 1), next as u32));
            next += 1;
        }
        quoted.push(around.last().map_or(u32::MAX, |&(_, quote)| quote));
    }
    quoted
}

//! Explanations: for every sentence what each layer made of it, which positions were read by which entry of the lexicon,
//! and what was considered and dropped.
//!
//! Owns the words in which layers are told. Is given all layers, built as for a reading. Never reads an article itself,
//! never decides anything, and knows no terminal.

mod position;
mod syntax;
mod who;

use crate::article::HeadRole;
use crate::kind::Layers;
use crate::text::{ParagraphKind, Run};

/// What was made of an article, or of one line of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
}

/// What was made of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Line on which it begins.
    pub line: usize,
    /// Its words.
    pub text: String,
    /// Why it is not read for findings, where it is not.
    pub unread: Option<&'static str>,
    /// What the layers say, those that say nothing left out.
    pub sections: Vec<Section>,
}

/// What one layer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which layer.
    pub title: &'static str,
    /// One for each thing found.
    pub items: Vec<Item>,
}

/// One thing found, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub head: String,
    /// What is known of it, one line each.
    pub details: Vec<String>,
}

impl Item {
    fn plain(head: String) -> Item {
        Item { head, details: Vec::new() }
    }
}

impl Explanation {
    /// Explains the sentences that touch `line`, or all of them.
    pub fn of(layers: &Layers, line: Option<usize>) -> Explanation {
        let numbers = (0..layers.text.sentences.len()).filter(|&s| line.is_none_or(|line| touches(layers, s, line)));
        Explanation { sentences: numbers.map(|number| sentence(layers, number)).collect() }
    }
}

fn touches(layers: &Layers, sentence: usize, line: usize) -> bool {
    let (start, end) = layers.text.bytes(layers.text.sentences[sentence].run);
    (layers.text.line_of(start)..=layers.text.line_of(end.saturating_sub(1).max(start))).contains(&line)
}

fn sentence(layers: &Layers, number: usize) -> Sentence {
    let run = layers.text.sentences[number].run;
    let span = layers.span(run);
    let kind = layers.text.paragraphs[layers.text.sentences[number].paragraph].kind;
    let unread = unread(kind);
    let sections = if unread.is_some() { Vec::new() } else { sections(layers, number) };
    Sentence { line: span.line, text: span.text, unread, sections }
}

fn sections(layers: &Layers, number: usize) -> Vec<Section> {
    let all = [
        ("words", vec![Item::plain(syntax::words(layers, number))]),
        ("phrases", vec![Item::plain(syntax::phrases(layers, number))]),
        ("clauses", syntax::clauses(layers, number)),
        ("who", who::referents(layers, number)),
        ("said", who::attributions(layers, number)),
        ("plans", who::plans(layers, number)),
        ("dates", who::dates(layers, number)),
        ("positions", position::frames(layers, number)),
        ("provisions", position::provisions(layers, number)),
        ("meetings", position::meetings(layers, number)),
        ("dropped", position::dropped(layers, number)),
    ];
    all.into_iter().filter(|(_, items)| !items.is_empty()).map(|(title, items)| Section { title, items }).collect()
}

/// Why sentences of such a paragraph give no findings.
fn unread(kind: ParagraphKind) -> Option<&'static str> {
    Some(match kind {
        ParagraphKind::Body | ParagraphKind::Item | ParagraphKind::Heading => return None,
        ParagraphKind::Head(HeadRole::FrontMatter) => "front matter",
        ParagraphKind::Head(HeadRole::Title) => "headline",
        ParagraphKind::Head(HeadRole::Byline) => "byline",
        ParagraphKind::Head(HeadRole::Date) => "date line",
        ParagraphKind::Head(HeadRole::Caption) => "caption",
        ParagraphKind::Head(HeadRole::Dateline) => "dateline",
        ParagraphKind::Head(HeadRole::Tail) => "tail",
    })
}

fn quoted(layers: &Layers, run: Run) -> String {
    format!("`{}`", layers.text.str(run))
}

//! Words, phrases and clauses told in one line each.
//!
//! Owns the notation: `word/CLASS`, `[noun phrase]`, `{verb group}`. Never tells who is meant.

use super::{Item, quoted};
use crate::clauses::{Clause, ClauseKind};
use crate::kind::Layers;
use crate::lexicon::tag::Tag;
use crate::phrases::{Chunk, Noun, Verb};

/// Every token with its class; marks bare.
pub(super) fn words(layers: &Layers, sentence: usize) -> String {
    let word = |t: usize| match layers.words.tag(t) {
        Tag::Punct => layers.text.word(t).to_owned(),
        tag => format!("{}/{tag:?}", layers.text.word(t)),
    };
    layers.text.sentences[sentence].run.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// The phrases in a row, with what is marked on them.
pub(super) fn phrases(layers: &Layers, sentence: usize) -> String {
    let phrases = layers.phrases;
    let chunk = |i: usize| match phrases.chunks[i] {
        Chunk::Noun(n) => format!("[{}{}]", layers.text.str(phrases.nouns[n].run), noun_marks(&phrases.nouns[n])),
        Chunk::Verb(v) => format!("{{{}{}}}", layers.text.str(phrases.verbs[v].run), verb_marks(&phrases.verbs[v])),
        Chunk::Word(t) => layers.text.word(t).to_owned(),
    };
    phrases.rows[sentence].iter().map(chunk).collect::<Vec<_>>().join(" ")
}

fn noun_marks(noun: &Noun) -> String {
    let marks = [
        (noun.prep.is_some(), "governed"),
        (noun.possesses, "possesses"),
        (noun.apposition.is_some(), "apposed"),
        (noun.group.is_some(), "joined"),
        (noun.temporal, "time"),
    ];
    told(&marks)
}

fn verb_marks(verb: &Verb) -> String {
    told(&[(verb.passive, "passive"), (verb.negated, "negated"), (verb.ceased, "ceased"), (verb.perfect, "perfect")])
}

fn told(marks: &[(bool, &str)]) -> String {
    let said: Vec<&str> = marks.iter().filter(|(holds, _)| *holds).map(|(_, name)| *name).collect();
    if said.is_empty() { String::new() } else { format!(" | {}", said.join(" ")) }
}

/// One item for each clause: kind, verb, subject, what it stands below.
pub(super) fn clauses(layers: &Layers, sentence: usize) -> Vec<Item> {
    let first = layers.clauses.of_sentence(sentence).start;
    layers.clauses.of_sentence(sentence).map(|c| Item::plain(clause(layers, c, first))).collect()
}

fn clause(layers: &Layers, number: usize, first: usize) -> String {
    let c = &layers.clauses.all[number];
    let noun = |n: usize| quoted(layers, layers.phrases.nouns[n].run);
    let mut out =
        format!("{} {}: {}", number - first + 1, kind(c.kind), quoted(layers, layers.phrases.verbs[c.verb].run));
    match c.subject {
        Some(n) => out += &format!(", subject {}{}", noun(n), taken(c)),
        None => out += ", no subject",
    }
    let tail = [
        c.introducer.map(|t| format!("behind `{}`", layers.text.word(t))),
        c.control.map(|n| format!("controlled by {}", noun(n))),
        c.antecedent.map(|n| format!("modifies {}", noun(n))),
        c.parent.map(|p| format!("below {}", p - first + 1)),
        c.conjoined.map(|k| format!("joined to {}", k - first + 1)),
    ];
    tail.into_iter().flatten().for_each(|part| out += &format!(", {part}"));
    out
}

fn taken(c: &Clause) -> &'static str {
    match (c.inherited, c.inverted) {
        (true, _) => " (taken over)",
        (_, true) => " (behind the verb)",
        _ => "",
    }
}

fn kind(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Main => "main",
        ClauseKind::That => "content",
        ClauseKind::Relative => "relative",
        ClauseKind::Condition => "condition",
        ClauseKind::Adverbial => "adverbial",
        ClauseKind::Infinitive => "infinitive",
        ClauseKind::Gerund => "gerund",
        ClauseKind::Participle => "participle",
        ClauseKind::Imperative => "order",
    }
}

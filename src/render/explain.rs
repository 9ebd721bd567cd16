//! Explanations as plain text: a block for each sentence, a labelled column for each layer, wrapped between words.
//!
//! Owns the layout. Is given an explanation. Never analyses.

use super::escaped;
use crate::explain::{Explanation, Item, Section, Sentence};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Columns of the layer's name.
const LABEL: usize = 12;
/// How much details and wrapped lines stand in.
const STEP: usize = 2;
/// Narrower than this nothing is wrapped.
const LEAST: usize = 30;

/// Writes an explanation at most `width` columns wide, but for words that are wider.
pub fn explain(out: &mut impl Write, explanation: &Explanation, width: usize, bold: bool) -> io::Result<()> {
    for (n, sentence) in explanation.sentences.iter().enumerate() {
        if n > 0 {
            writeln!(out)?;
        }
        write_sentence(out, sentence, width, bold)?;
    }
    Ok(())
}

fn write_sentence(out: &mut impl Write, sentence: &Sentence, width: usize, bold: bool) -> io::Result<()> {
    let unread = sentence.unread.map(|role| format!(" (not read: {role})")).unwrap_or_default();
    writeln!(out, "{}", strong(&format!("line {}{unread}", sentence.line), bold))?;
    wrapped(out, &sentence.text, "", STEP, width)?;
    sentence.sections.iter().try_for_each(|section| write_section(out, section, width, bold))
}

fn write_section(out: &mut impl Write, section: &Section, width: usize, bold: bool) -> io::Result<()> {
    for (n, item) in section.items.iter().enumerate() {
        let label = if n == 0 { format!("{:STEP$}{:<LABEL$}", "", section.title) } else { String::new() };
        write_item(out, item, &strong_label(&label, bold), width)?;
    }
    Ok(())
}

fn write_item(out: &mut impl Write, item: &Item, label: &str, width: usize) -> io::Result<()> {
    wrapped(out, &item.head, label, STEP + LABEL, width)?;
    item.details.iter().try_for_each(|detail| wrapped(out, detail, "", STEP + LABEL + STEP, width))
}

/// The words of `text`, behind `label` on the first line and `indent` columns on every line.
fn wrapped(out: &mut impl Write, text: &str, label: &str, indent: usize, width: usize) -> io::Result<()> {
    let text = escaped(text);
    let room = if width < indent + LEAST { usize::MAX } else { width - indent };
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let hang = if lines.len() > 1 { STEP } else { 0 };
        let line = lines.last_mut().expect("one line at least");
        if !line.is_empty() && line.width() + 1 + word.width() + hang > room {
            lines.push(word.to_owned());
        } else {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    for (n, line) in lines.iter().enumerate() {
        match (n, label) {
            (0, "") => writeln!(out, "{:indent$}{line}", "")?,
            (0, label) => writeln!(out, "{label}{line}")?,
            _ => writeln!(out, "{:1$}{line}", "", indent + STEP)?,
        }
    }
    Ok(())
}

fn strong(text: &str, bold: bool) -> String {
    if bold { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// A label in bold, its padding not.
fn strong_label(label: &str, bold: bool) -> String {
    let name = label.trim();
    if name.is_empty() || !bold { label.to_owned() } else { label.replacen(name, &strong(name, true), 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(width: usize, bold: bool) -> String {
        let item = Item {
            head: "Ann Lee demand process/talks because it was said so in a sentence of some length".into(),
            details: vec!["rule want (lexicon/stances.toml:1)".into(), "a\u{1b}[31m".into()],
        };
        let section = Section { title: "positions", items: vec![item.clone(), item] };
        let sentence = Sentence { line: 3, text: "Ann Lee wants talks.".into(), unread: None, sections: vec![section] };
        let mut out = Vec::new();
        explain(&mut out, &Explanation { sentences: vec![sentence] }, width, bold).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_are_wrapped_between_words() {
        let text = text(60, false);
        assert!(text.lines().all(|line| line.width() <= 60), "{text}");
        let hanging = text.lines().filter(|line| line.starts_with(&" ".repeat(STEP + LABEL + STEP))).count();
        assert!(hanging > 2, "{text}");
        assert_eq!(text.matches("positions").count(), 1, "{text}");
    }

    #[test]
    fn an_article_cannot_steer_the_terminal() {
        assert!(!text(60, false).contains('\u{1b}'));
        assert!(text(60, true).contains("\u{1b}[1mpositions\u{1b}[0m   "), "{}", text(60, true));
    }
}

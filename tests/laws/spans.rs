//! Every span of a reading slices to exactly its text, inside one paragraph; and no text makes the reading stumble.

use crate::noise::{hostile, mixture, sentences};
use crate::{DESK, articles, body};
use serde_json::Value;
use ukdesk::article::{Article, Loader};
use ukdesk::text::Text;

/// What spans are held against.
struct Page {
    characters: Vec<char>,
    /// Half-open, in characters.
    paragraphs: Vec<(usize, usize)>,
    /// Before which characters a line ends.
    breaks: Vec<usize>,
}

impl Page {
    fn new(article: &Article) -> Page {
        let text = Text::segment(&article.text, &article.head, &DESK.lexicon().abbreviations);
        let characters: Vec<char> = article.text.chars().collect();
        let mut number = vec![0; article.text.len() + 1];
        article.text.char_indices().enumerate().for_each(|(n, (byte, _))| number[byte] = n);
        number[article.text.len()] = characters.len();
        let ends = |n: &usize| characters[*n] == '\n' || characters[*n] == '\r' && characters.get(n + 1) != Some(&'\n');
        let breaks = (0..characters.len()).filter(ends).map(|n| n + 1).collect();
        let paragraphs = text.paragraphs.iter().map(|p| (number[p.start], number[p.end])).collect();
        Page { characters, paragraphs, breaks }
    }

    /// Why a span is none, or nothing.
    fn fault(&self, span: &Value) -> Option<String> {
        let number = |field: &str| span[field].as_u64().map(|n| n as usize);
        let (start, end, line) = (number("start")?, number("end")?, number("line")?);
        if start >= end || end > self.characters.len() {
            return Some(format!("is empty or ends outside the text: {span}"));
        }
        if self.characters[start..end].iter().collect::<String>() != span["text"] {
            return Some(format!("does not slice to its text: {span}"));
        }
        if !self.paragraphs.iter().any(|&(from, to)| from <= start && end <= to) {
            return Some(format!("crosses a paragraph: {span}"));
        }
        let lines = 1 + self.breaks.partition_point(|&at| at <= start);
        (line != lines).then(|| format!("is in line {lines}: {span}"))
    }
}

/// Calls `found` for every span below `value`, with the path to it.
fn walk(value: &Value, path: &str, found: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| walk(item, &format!("{path}[{n}]"), found))
        }
        Value::Object(fields) => {
            if fields.contains_key("start") && fields.contains_key("end") {
                found(path, value);
            }
            fields.iter().for_each(|(name, field)| walk(field, &format!("{path}.{name}"), found));
        }
        _ => {}
    }
}

/// The number of spans of a reading; panics at a faulty one.
fn spans(article: &Article) -> usize {
    let reading = serde_json::to_value(DESK.read(article)).expect("a reading is JSON");
    let page = Page::new(article);
    let (mut count, mut faults) = (0, Vec::new());
    walk(&reading, "", &mut |path, span| {
        count += 1;
        faults.extend(page.fault(span).map(|fault| format!("{path} {fault}")));
    });
    let shown: String = article.text.chars().take(600).collect();
    assert!(faults.is_empty(), "{}: {:#?}\nin: {shown:?}", article.id, &faults[..faults.len().min(5)]);
    count
}

#[test]
fn spans_of_fixtures_slice() {
    for article in articles() {
        assert!(spans(&article) > 40, "{}: hardly a span", article.id);
    }
}

#[test]
fn spans_of_hostile_texts_slice() {
    for text in hostile() {
        spans(&body(text.clone()));
        spans(&Loader::default().article("hostile".to_owned(), text));
    }
}

#[test]
fn a_reading_does_not_depend_on_line_ends() {
    for mut article in articles() {
        let texts = |article: &Article| {
            let reading = DESK.read(article);
            let demands = reading.demands.iter().map(|d| (d.holder.name.clone(), d.stance, d.issue.clone()));
            demands.collect::<Vec<_>>()
        };
        let unix = texts(&article);
        article = Loader::default().article(article.id, article.text.replace('\n', "\r\n"));
        assert_eq!(unix, texts(&article), "{}", article.id);
    }
}

#[test]
fn no_mixture_makes_it_panic() {
    let sentences = sentences();
    for seed in 0..2_000 {
        let text = mixture(&sentences, seed);
        let read = std::panic::catch_unwind(|| spans(&body(text.clone())));
        assert!(read.is_ok(), "seed {seed}: {text:?}");
    }
}

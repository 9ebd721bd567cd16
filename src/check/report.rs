//! Differences in words.
//!
//! Owns the sentences of a check's report. Is given misses. Never prints.

use super::near::Words;
use super::verdict::{Difference, Miss, Nearest};
use crate::render::escaped;
use serde_json::Value;

/// Longest sentence shown whole, in characters.
const LONGEST: usize = 300;

/// The lines that tell of a miss, the first without indent.
pub fn explained(miss: &Miss) -> Vec<String> {
    match miss {
        Miss::Article(differences) => std::iter::once("article".to_owned()).chain(different(differences)).collect(),
        Miss::Missing { list, want, nearest, words } => {
            let first = format!("missing from {list}: {}", short(want));
            std::iter::once(first).chain(instead(nearest.as_ref(), words.as_ref())).collect()
        }
        Miss::Unwanted { list, want, found } => {
            let first = format!("unwanted in {list}: {}", short(want));
            [first, format!("  found {}", named(found))].into_iter().chain(sentence(found)).collect()
        }
        Miss::Extra { list, found } => {
            let first = format!("not expected in {list}, which should be complete: {}", named(found));
            std::iter::once(first).chain(sentence(found)).collect()
        }
    }
}

/// The line of the article that a miss is about, if a finding shows it.
pub fn article_line(miss: &Miss) -> Option<usize> {
    match miss {
        Miss::Unwanted { found, .. } | Miss::Extra { found, .. } => {
            shown(found).and_then(|span| usize::try_from(span["line"].as_u64()?).ok())
        }
        Miss::Article(_) | Miss::Missing { .. } => None,
    }
}

fn instead(nearest: Option<&Nearest>, words: Option<&Words>) -> Vec<String> {
    match (nearest, words) {
        (Some(nearest), _) => near(nearest),
        (None, Some(Words { words, stands: None })) => {
            vec![format!("  nothing comes near; {words:?} does not stand in the article")]
        }
        (None, Some(Words { stands: Some((line, text)), .. })) => {
            vec!["  nothing comes near; its words stand here".to_owned(), on_line(*line, text)]
        }
        (None, None) => vec!["  nothing comes near".to_owned()],
    }
}

fn near(nearest: &Nearest) -> Vec<String> {
    let first = format!("  nearest {}", named(&nearest.finding));
    std::iter::once(first).chain(different(&nearest.differences)).chain(sentence(&nearest.finding)).collect()
}

fn different(differences: &[Difference]) -> Vec<String> {
    let line = |d: &Difference| format!("    {}: expected {}, found {}", d.field, short(&d.want), short(&d.got));
    differences.iter().map(line).collect()
}

/// A finding by what it is about, and its id.
fn named(finding: &Value) -> String {
    let keys = [
        "holder", "speaker", "name", "stance", "modality", "kind", "side", "plan", "issue", "place", "date", "status",
        "value", "unit", "of",
    ];
    let words = keys.iter().filter_map(|key| word(&finding[*key]));
    let id = finding["id"].as_str().unwrap_or("");
    format!("{} ({id})", words.collect::<Vec<_>>().join(" "))
}

fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(escaped(text).into_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(fields) => fields.get("name").and_then(word),
        _ => None,
    }
}

/// The span that shows a finding: its sentence, or the words themselves.
fn shown(finding: &Value) -> Option<&Value> {
    let spans = ["sentence", "evidence", "content", "mentions"].iter().filter_map(|key| match &finding[*key] {
        Value::Array(spans) => spans.first(),
        span => span.get("text").map(|_| span),
    });
    spans.into_iter().next()
}

fn sentence(finding: &Value) -> Option<String> {
    let span = shown(finding)?;
    Some(on_line(usize::try_from(span["line"].as_u64()?).ok()?, span["text"].as_str()?))
}

fn on_line(line: usize, text: &str) -> String {
    format!("    line {line}: {}", cut(text))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", escaped(&text[..at])),
        None => escaped(text).into_owned(),
    }
}

/// JSON on one line, cut where it is long.
fn short(value: &Value) -> String {
    cut(&value.to_string())
}

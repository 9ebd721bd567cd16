//! Differences in words.
//!
//! Owns the sentences of a check's report. Is given misses. Never prints.

use super::verdict::{Difference, Miss, Nearest};
use crate::dossier::List;
use crate::render::escaped;
use serde_json::Value;

/// A closed gap in words.
pub fn told_of_gap((list, want): &(List, Value)) -> String {
    format!("known gap in {list} holds now, move it up: {}", short(want))
}

/// The lines that tell of a miss, the first without indent.
pub fn explained(miss: &Miss) -> Vec<String> {
    match miss {
        Miss::Article(differences) => std::iter::once("article".to_owned()).chain(different(differences)).collect(),
        Miss::Missing { list, want, nearest } => {
            let lines = nearest.as_ref().map_or_else(|| vec!["  nothing comes near".to_owned()], near);
            std::iter::once(format!("missing from {list}: {}", short(want))).chain(lines).collect()
        }
        Miss::Unwanted { list, want, found } => {
            vec![format!("unwanted in {list}: {}", short(want)), format!("  found {}", named(found)), evidence(found)]
        }
    }
}

fn near(nearest: &Nearest) -> Vec<String> {
    let first = format!("  nearest {}", named(&nearest.finding));
    let differences = different(&nearest.differences);
    std::iter::once(first)
        .chain(differences)
        .chain([evidence(&nearest.finding)])
        .filter(|line| !line.is_empty())
        .collect()
}

fn different(differences: &[Difference]) -> Vec<String> {
    let line = |d: &Difference| format!("    {}: expected {}, found {}", d.field, short(&d.want), short(&d.got));
    differences.iter().map(line).collect()
}

/// A finding by its id and what it is about.
fn named(finding: &Value) -> String {
    let keys = [
        "holder", "speaker", "name", "stance", "modality", "kind", "side", "plan", "issue", "place", "date", "status",
        "value", "unit", "of",
    ];
    let words = keys.iter().filter_map(|key| word(&finding[*key]));
    let id = finding["id"].as_str().unwrap_or("");
    format!("{id} ({})", words.collect::<Vec<_>>().join(" "))
}

fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(escaped(text).into_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(fields) => fields.get("name").and_then(word),
        _ => None,
    }
}

/// The line and words under a finding.
fn evidence(finding: &Value) -> String {
    let span = ["evidence", "content", "mentions"].iter().find_map(|key| match &finding[*key] {
        Value::Array(spans) => spans.first(),
        span => span.get("text").map(|_| span),
    });
    let told = |span: &Value| Some(format!("    line {}: {}", span["line"].as_u64()?, escaped(span["text"].as_str()?)));
    span.and_then(told).unwrap_or_default()
}

/// JSON on one line, cut where it is long.
fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(300) {
        Some((at, _)) => format!("{}…", escaped(&text[..at])),
        None => escaped(&text).into_owned(),
    }
}

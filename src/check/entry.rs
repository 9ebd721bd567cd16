//! Expectations made from findings.
//!
//! Owns the smallest entry that says which finding is meant, and how it is written. Is given findings as JSON. Never
//! decides which findings get one.

use crate::dossier::List;
use crate::finding::Mode;
use serde_json::{Map, Value, json};

/// The words of a quotation that tell it from others.
const QUOTED_WORDS: usize = 6;

/// The fields of an entry, in the order in which they are written; those without a value are left out.
fn fields(list: List) -> &'static [&'static str] {
    match list {
        List::Actors => &["name", "kind", "side"],
        List::Plans => &["id", "points"],
        List::Demands => &["holder", "stance", "issue"],
        List::Provisions => &["plan", "issue", "status"],
        List::Statements => &["speaker", "mode", "quote"],
        List::Meetings => &["kind", "place", "date", "status"],
        List::Figures => &["value", "unit", "of"],
    }
}

/// The entry for a finding, as its fields in order.
pub(super) fn of(list: List, finding: &Value) -> Vec<(&'static str, Value)> {
    let plain = |field: &str| match field {
        "mode" if finding["mode"] != json!(Mode::Indirect) => Value::Null,
        "kind" if list == List::Meetings && !finding["place"].is_null() => Value::Null,
        "quote" => first_words(finding["content"][0]["text"].as_str().unwrap_or("")),
        _ => plain(&finding[field]),
    };
    let all = fields(list).iter().map(|field| (*field, plain(field)));
    all.filter(|(_, value)| !value.is_null()).collect()
}

/// A value as an expectation names it: somebody by name, words by their beginning, a whole number without a point.
pub(super) fn plain(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields.get("name").cloned().unwrap_or_else(|| span(value)),
        Value::Number(number) => whole(number.as_f64()).unwrap_or_else(|| value.clone()),
        other => other.clone(),
    }
}

fn span(value: &Value) -> Value {
    value["text"].as_str().map_or(Value::Null, first_words)
}

/// The beginning of a text, without marks around it.
pub(super) fn first_words(text: &str) -> Value {
    let words = text.split_whitespace().take(QUOTED_WORDS).collect::<Vec<_>>().join(" ");
    let marks = |c: char| !c.is_alphanumeric();
    json!(words.trim_start_matches(marks).trim_end_matches(marks))
}

fn whole(number: Option<f64>) -> Option<Value> {
    let number = number.filter(|n| n.fract() == 0.0 && n.abs() < 9.0e15)?;
    Some(json!(number as i64))
}

/// The entry as the object it stands for.
pub(super) fn value(entry: &[(&str, Value)]) -> Value {
    Value::Object(entry.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect::<Map<_, _>>())
}

/// The entry on one line.
pub(super) fn line(entry: &[(&str, Value)]) -> String {
    let fields: Vec<String> = entry.iter().map(|(key, value)| format!("{}: {}", json!(key), spaced(value))).collect();
    format!("{{{}}}", fields.join(", "))
}

/// JSON on one line, with room behind commas and colons.
pub(super) fn spaced(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(|(key, v)| format!("{}: {}", json!(key), spaced(v))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_short() {
        let demand = json!({"holder": {"id": "ann-lee", "name": "Ann Lee"}, "stance": "reject", "issue": "process/talks", "rule": "x"});
        let line_of = |list, finding: &Value| line(&of(list, finding));
        assert_eq!(
            line_of(List::Demands, &demand),
            r#"{"holder": "Ann Lee", "stance": "reject", "issue": "process/talks"}"#
        );
        let call = json!({"kind": "call", "place": null, "date": "2025-12-02", "status": "held"});
        assert_eq!(line_of(List::Meetings, &call), r#"{"kind": "call", "date": "2025-12-02", "status": "held"}"#);
        let said = json!({"speaker": null, "mode": "direct", "content": [{"text": "“We go home, and we stay there,"}]});
        assert_eq!(line_of(List::Statements, &said), r#"{"quote": "We go home, and we stay"}"#);
        assert_eq!(
            line_of(List::Figures, &json!({"value": 3e11, "unit": "USD"})),
            r#"{"value": 300000000000, "unit": "USD"}"#
        );
    }
}

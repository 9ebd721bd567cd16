//! Whether a finding is what was expected.
//!
//! Owns the comparison: objects in part, arrays as choices, names as people write them, spans by words they hold. Is
//! given both as JSON, so that it knows no field but those that compare in their own way. Never searches.

use crate::article::slug;
use serde_json::{Map, Value};

/// Fields that name somebody: compared as names, whether the finding has a string, an id or a party there.
const NAMES: [&str; 6] = ["name", "holder", "speaker", "addressee", "said_by", "actor"];
/// Fields of which all that is expected must be there.
const ALL_OF: [&str; 7] = ["participants", "authors", "derived_from", "aliases", "roles", "byline", "notes"];

/// Compares within one reading, whose actors stand behind ids.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fits<'a> {
    /// The reading's actors.
    pub actors: &'a [Value],
}

impl Fits<'_> {
    /// Whether every expected field fits.
    pub fn finding(&self, want: &Value, got: &Value) -> bool {
        want.as_object().is_some_and(|fields| fields.iter().all(|(key, want)| self.field(key, want, got)))
    }

    /// Whether one expected field fits the finding. `side` is the holder's or speaker's, `quote` stands in the content.
    pub fn field(&self, key: &str, want: &Value, got: &Value) -> bool {
        self.value(key, want, field_of(key, got))
    }

    fn value(&self, key: &str, want: &Value, got: &Value) -> bool {
        match (want, got) {
            (Value::Array(wants), _) if ALL_OF.contains(&key) => wants.iter().all(|want| self.among("name", want, got)),
            (Value::Array(choices), _) => choices.iter().any(|want| self.value(key, want, got)),
            (Value::Object(_), Value::Array(_)) => self.among(key, want, got),
            (Value::Object(wants), Value::Object(_)) => wants.iter().all(|(k, v)| self.inner(k, v, got)),
            (Value::String(want), _) => self.words(key, want, got),
            (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
            _ => want == got,
        }
    }

    fn among(&self, key: &str, want: &Value, got: &Value) -> bool {
        got.as_array().is_some_and(|items| items.iter().any(|item| self.value(key, want, item)))
    }

    /// A field of a nested object; `has` is a piece of its words.
    fn inner(&self, key: &str, want: &Value, got: &Value) -> bool {
        if key == "has" { holds(want.as_str().unwrap_or(""), got) } else { self.value(key, want, &got[key]) }
    }

    fn words(&self, key: &str, want: &str, got: &Value) -> bool {
        match got {
            _ if NAMES.contains(&key) => self.names(want, got),
            Value::Object(_) | Value::Array(_) => holds(want, got),
            Value::String(got) if key == "date" => got.starts_with(want),
            Value::String(got) if key == "place" => same_place(want, got),
            Value::String(got) => want == got,
            _ => false,
        }
    }

    /// The name, the id, the name behind the id, a name the article uses, or for persons the last words of one.
    fn names(&self, want: &str, got: &Value) -> bool {
        let (id, name) = match got {
            Value::String(text) => (text.as_str(), text.as_str()),
            _ => (got["id"].as_str().unwrap_or(""), got["name"].as_str().unwrap_or("")),
        };
        let known = |actor: &&Value| actor["id"] == id && !id.is_empty() || actor["name"] == name;
        let actor = self.actors.iter().find(known).unwrap_or(got);
        let person = matches!(actor["kind"].as_str(), Some("person" | "anonymous"));
        let names = [name, actor["name"].as_str().unwrap_or("")];
        want == id || names.into_iter().chain(mentions(actor)).any(|name| same_name(want, name, person))
    }
}

/// What the article calls an actor; pronouns and offices are no names.
fn mentions(actor: &Value) -> impl Iterator<Item = &str> {
    let naming = |mention: &&Value| matches!(mention["via"].as_str(), Some("name" | "surname" | "metonym"));
    let mentions = actor["mentions"].as_array().map_or(&[][..], Vec::as_slice);
    mentions.iter().filter(naming).filter_map(|mention| mention["text"].as_str())
}

/// The value of a field, the two short forms included.
fn field_of<'a>(key: &str, got: &'a Value) -> &'a Value {
    match key {
        "side" if got.get("holder").is_some() => &got["holder"]["side"],
        "side" if got.get("speaker").is_some() => &got["speaker"]["side"],
        "quote" => &got["content"],
        _ => &got[key],
    }
}

/// Equal as slugs, articles aside; for persons it is enough that the words of one end the other.
fn same_name(want: &str, got: &str, person: bool) -> bool {
    let plain = |name: &str| slug(name).trim_start_matches("the-").to_owned();
    let (want, got) = (plain(want), plain(got));
    let (short, long) = if want.len() < got.len() { (&want, &got) } else { (&got, &want) };
    !short.is_empty() && (short == long || person && long.ends_with(&format!("-{short}")))
}

/// One names all words of the other.
fn same_place(want: &str, got: &str) -> bool {
    let (want, got) = (slug(want), slug(got));
    let within = |a: &str, b: &str| a.split('-').all(|word| b.split('-').any(|other| other == word));
    within(&want, &got) || within(&got, &want)
}

/// Whether the words of a span, or of several taken together, hold `piece`; marks and case aside.
fn holds(piece: &str, got: &Value) -> bool {
    plain_words(&text_of(got)).contains(&plain_words(piece))
}

fn text_of(got: &Value) -> String {
    match got {
        Value::Array(items) => items.iter().map(text_of).collect::<Vec<_>>().join(" "),
        Value::Object(fields) => span_text(fields),
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

/// A span's text, or that of the span inside (a condition's `text`).
fn span_text(fields: &Map<String, Value>) -> String {
    fields.get("text").or(fields.get("mention")).map(text_of).unwrap_or_default()
}

pub(super) fn plain_words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fits(want: Value) -> bool {
        let actors = [
            json!({"id": "ann-lee", "name": "Ann van der Lee", "kind": "person", "mentions": [{"text": "Anna Leigh", "via": "name"}, {"text": "she", "via": "pronoun"}]}),
            json!({"id": "northland", "name": "Northland", "kind": "state"}),
        ];
        let got = json!({
            "holder": {"id": "ann-lee", "name": "Ann van der Lee", "kind": "person", "side": "other"}, "stance": "reject",
            "issue": "process/talks", "plan": null, "participants": ["ann-lee", "northland"], "date": "2025-12-02",
            "place": "Vienna", "value": 28.0, "addressee": {"id": "northland", "name": "Northland"},
            "condition": {"kind": "unless", "text": {"text": "unless the bridge is “handed over”"}, "issue": null},
            "content": [{"text": "We go"}, {"text": "home today"}],
        });
        Fits { actors: &actors }.finding(&want, &got)
    }

    #[test]
    fn what_fits() {
        for want in [
            json!({"holder": "Ann van der Lee"}),
            json!({"holder": "Lee"}),
            json!({"holder": "van der Lee"}),
            json!({"holder": "Leigh"}),
            json!({"holder": "ann-lee"}),
            json!({"holder": ["Bo Moe", "Lee"], "stance": ["offer", "reject"], "side": "other"}),
            json!({"plan": null}),
            json!({"participants": ["Lee", "Northland"]}),
            json!({"participants": [["Bo Moe", "Lee"]]}),
            json!({"date": "2025-12"}),
            json!({"place": "Vienna, Austria"}),
            json!({"value": 28}),
            json!({"addressee": "The Northland"}),
            json!({"condition": {"kind": "unless", "has": "bridge is handed over"}}),
            json!({"content": {"has": "home"}}),
            json!({"quote": "We go home"}),
            json!({"holder": {"name": "Lee", "kind": "person"}}),
            json!({"condition": {"issue": null}}),
        ] {
            assert!(fits(want.clone()), "{want}");
        }
    }

    #[test]
    fn what_does_not() {
        for want in [
            json!({"holder": "she"}),
            json!({"holder": "Ann"}),
            json!({"holder": "Northland"}),
            json!({"plan": "x"}),
            json!({"condition": null}),
            json!({"stance": "offer"}),
            json!({"participants": ["Lee", "Bo Moe"]}),
            json!({"date": "2025-12-03"}),
            json!({"place": "Paris"}),
            json!({"value": 28.5}),
            json!({"addressee": "land"}),
            json!({"condition": {"kind": "if"}}),
            json!({"quote": "go away"}),
            json!({"holder": ""}),
        ] {
            assert!(!fits(want.clone()), "{want}");
        }
    }
}

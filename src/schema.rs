//! The JSON Schemas of readings and of expectations.
//!
//! Owns their making, from the types of the contract. Is given nothing. Never keeps a second list of names.

use crate::check;
use crate::dossier::List;
use crate::finding::{Reading, SCHEMA};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The schema of a reading, as `--format json` and `jsonl` write it. Every field is required; fields that come with later
/// versions are allowed for.
pub fn reading() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Reading>().to_value();
    schema["$id"] = urn(SCHEMA).into();
    schema
}

/// The schema of the file that says what is expected of an article: every object of a reading in part, a choice of values for
/// every value, words for every span and name.
pub fn expectation() -> Value {
    let mut schema = reading();
    let defs = schema["$defs"].take();
    let fields = schema["properties"].take();
    let lists = List::ALL
        .map(|list| (list.as_str().to_owned(), json!({"type": "array", "items": fields[list.as_str()]["items"]})));
    let findings: Map<String, Value> = lists.into_iter().collect();
    let sides = with(&findings, [("absent", object(&findings))]);
    let root = [
        ("note", json!({"description": "Why it is expected; not compared."})),
        ("article", fields["article"].clone()),
        ("exact", json!({"type": "array", "items": {"enum": List::ALL.map(List::as_str)}})),
        ("known_gaps", object(&sides)),
    ];
    let mut expectation = object(&with(&sides, root));
    expectation["$schema"] = schema["$schema"].take();
    expectation["$id"] = "urn:ukdesk:expectation:1".into();
    expectation["title"] = "Expectation".into();
    expectation["description"] = "What a reading of an article must hold, and under absent what it must not.".into();
    expectation["$defs"] = defs.as_object().map(|defs| partial(defs, &fields)).into();
    expectation
}

/// Every definition as an expectation has it: objects in part, closed sets as they are.
fn partial(defs: &Map<String, Value>, fields: &Value) -> Value {
    let whole = |name: &str| {
        List::ALL.into_iter().find(|list| fields[list.as_str()]["items"]["$ref"] == format!("#/$defs/{name}"))
    };
    let objects = defs.iter().filter(|(_, def)| def["properties"].is_object()).map(|(name, _)| name.as_str()).collect();
    let of = |(name, def): (&String, &Value)| {
        let part = match def["properties"].as_object() {
            None => def.clone(),
            Some(properties) => part(properties, whole(name), name == "ArticleInfo", &objects),
        };
        (name.clone(), part)
    };
    Value::Object(defs.iter().map(of).collect())
}

/// An object in part. A finding, and the article's own entry, name one field at least; a span or party inside has `has`, a
/// piece of its words.
fn part(properties: &Map<String, Value>, list: Option<List>, article: bool, objects: &BTreeSet<&str>) -> Value {
    let mut fields: Map<String, Value> =
        properties.iter().map(|(name, field)| (name.clone(), expected(field, objects))).collect();
    for more in list.into_iter().flat_map(check::more_fields) {
        let side = json!({"anyOf": [{"$ref": "#/$defs/Side"}, {"type": "null"}]});
        fields
            .insert(more.to_owned(), expected(&if more == "side" { side } else { json!({"type": "string"}) }, objects));
    }
    let inside = list.is_none() && !article;
    if inside {
        fields.insert("has".to_owned(), json!({"type": "string"}));
    }
    let mut part = object(&fields);
    if !inside {
        part["minProperties"] = 1.into();
    }
    part
}

/// What may be expected of a field: a value, or an array of which one must fit (or all, in arrays of names).
fn expected(field: &Value, objects: &BTreeSet<&str>) -> Value {
    let choice = choice(field, objects);
    let mut expected = json!({"anyOf": [choice, {"type": "array", "items": choice}]});
    if let Some(description) = field.get("description") {
        expected["description"] = description.clone();
    }
    expected
}

/// One value: an array is met by one of its items, an object by words of it as well.
fn choice(field: &Value, objects: &BTreeSet<&str>) -> Value {
    let mut field = field.clone();
    if let Some(items) = field.get("items") {
        let item = choice(items, objects);
        return json!({"anyOf": [item, {"type": "array", "items": item}]});
    }
    if let Some(Value::Array(choices)) = field.get("anyOf") {
        return json!({"anyOf": choices.iter().map(|one| choice(one, objects)).collect::<Vec<_>>()});
    }
    if let Some(fields) = field.as_object_mut() {
        fields.remove("description");
    }
    match field["$ref"].as_str() {
        Some(name) if objects.contains(&name["#/$defs/".len()..]) => json!({"anyOf": [field, {"type": "string"}]}),
        _ => field,
    }
}

fn object(fields: &Map<String, Value>) -> Value {
    json!({"type": "object", "properties": fields, "additionalProperties": false})
}

fn with<const N: usize>(fields: &Map<String, Value>, more: [(&str, Value); N]) -> Map<String, Value> {
    fields.clone().into_iter().chain(more.map(|(name, field)| (name.to_owned(), field))).collect()
}

/// `ukdesk.reading/1` as a name that needs no server.
fn urn(schema: &str) -> String {
    format!("urn:{}", schema.replace(['.', '/'], ":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_reading_is_required() {
        let schema = reading();
        assert_eq!(schema["$id"], "urn:ukdesk:reading:1");
        let fields = schema["properties"].as_object().map(|fields| fields.len());
        assert_eq!(schema["required"].as_array().map(Vec::len), fields);
        assert!(fields.is_some_and(|n| n == 10), "{fields:?}");
    }
}

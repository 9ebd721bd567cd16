//! The JSON Schemas: as checked in, as printed, and as real output keeps them.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

const SCHEMAS: [&str; 2] = ["reading", "expectation"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn ukdesk(args: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_ukdesk")).current_dir(root()).args(args).output().expect("it runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn schema(of: &str) -> Value {
    serde_json::from_slice(&ukdesk(&["schema", of])).expect("JSON")
}

/// The schema with every object closed: a field that the schema does not name is an error here, though not for users.
fn closed(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(fields) => {
            fields.values_mut().for_each(|field| *field = closed(field.take()));
            if fields.get("properties").is_some_and(Value::is_object) && fields.contains_key("type") {
                fields.insert("unevaluatedProperties".to_owned(), false.into());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = closed(item.take())),
        _ => {}
    }
    schema
}

/// What is wrong with `value`, empty if nothing is.
fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).expect("a sound schema");
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn readings() -> Vec<Value> {
    let output = ukdesk(&["extract", "-f", "jsonl", "fixtures/articles"]);
    serde_json::Deserializer::from_slice(&output).into_iter().collect::<Result<_, _>>().expect("JSON")
}

#[test]
fn the_copies_checked_in_are_what_is_printed() {
    for of in SCHEMAS {
        let copy = std::fs::read(root().join(format!("schema/{of}.json"))).unwrap_or_default();
        assert!(copy == ukdesk(&["schema", of]), "run: ukdesk schema {of} > schema/{of}.json");
    }
}

#[test]
fn readings_keep_their_schema() {
    let schema = closed(schema("reading"));
    let readings = readings();
    assert!(readings.len() >= 6, "{}", readings.len());
    for list in ["actors", "plans", "demands", "provisions", "statements", "meetings", "figures"] {
        assert!(readings.iter().any(|r| r[list].as_array().is_some_and(|l| !l.is_empty())), "nothing in {list}");
    }
    for reading in readings {
        assert_eq!(faults(&schema, &reading), Vec::<String>::new(), "{}", reading["article"]["id"]);
    }
}

#[test]
fn the_schema_of_a_reading_refuses_what_is_none() {
    let schema = schema("reading");
    let sound = readings().into_iter().find(|r| r["article"]["id"] == "talks").expect("the article");
    assert_eq!(faults(&schema, &sound), Vec::<String>::new());
    for (pointer, wrong) in [
        ("/schema", Value::from("ukdesk.reading/0")),
        ("/demands", Value::Null),
        ("/demands/0/stance", "rejcet".into()),
        ("/demands/0/issue", "ceasefire".into()),
        ("/demands/0/said_on", "Dec. 11".into()),
        ("/demands/0/evidence/start", Value::from(-1)),
        ("/demands/0/evidence", "words".into()),
        ("/demands/0/holder/side", "north".into()),
        ("/actors/0/mentions/0/via", Value::Null),
        ("/article/published", "2025".into()),
        ("/article/sha256", "0".into()),
    ] {
        let mut reading = sound.clone();
        *reading.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = wrong;
        assert!(!faults(&schema, &reading).is_empty(), "{pointer} may be anything");
    }
    for (pointer, field) in [("", "figures"), ("/demands/0", "condition"), ("/actors/0/mentions/0", "line")] {
        let mut reading = sound.clone();
        reading.pointer_mut(pointer).and_then(Value::as_object_mut).and_then(|o| o.remove(field)).expect(field);
        assert!(!faults(&schema, &reading).is_empty(), "{pointer}/{field} may be missing");
    }
}

#[test]
fn expectations_keep_their_schema() {
    let schema = schema("expectation");
    let mut count = 0;
    for file in std::fs::read_dir(root().join("fixtures/articles")).expect("the fixtures") {
        let path = file.expect("a file").path();
        if path.to_string_lossy().ends_with(".expected.json") {
            let value = serde_json::from_str(&std::fs::read_to_string(&path).expect("a file")).expect("JSON");
            assert_eq!(faults(&schema, &value), Vec::<String>::new(), "{}", path.display());
            count += 1;
        }
    }
    assert!(count >= 6, "{count} expectations");
}

/// The schema and `check` agree on what an expectation may say.
#[test]
fn the_schema_refuses_what_check_refuses() {
    let schema = schema("expectation");
    let codes = ["process/talks".to_owned()];
    for (sound, json) in [
        (
            true,
            r#"{"note": "why", "article": {"title": "x"}, "exact": ["plans"], "actors": [{"name": ["Ann Lee", "Lee"]}]}"#,
        ),
        (
            true,
            r#"{"demands": [{"holder": ["A", "B"], "side": "other", "issue": "process/talks", "condition": null}]}"#,
        ),
        (true, r#"{"demands": [{"holder": {"name": "A"}, "condition": {"kind": ["if", "unless"], "has": "bridge"}}]}"#),
        (true, r#"{"statements": [{"quote": "We go", "content": {"has": "home"}, "mode": ["direct", "mixed"]}]}"#),
        (
            true,
            r#"{"meetings": [{"participants": ["A", ["B", "C"]], "date": "2025-12"}], "absent": {"plans": [{"id": "x"}]}}"#,
        ),
        (true, r#"{"known_gaps": {"plans": [{"points": 28}], "absent": {"actors": [{"side": null}]}}}"#),
        (false, "[]"),
        (false, r#"{"demand": []}"#),
        (false, r#"{"demands": {}}"#),
        (false, r#"{"demands": [{}]}"#),
        (false, r#"{"demands": [{"stanze": "reject"}]}"#),
        (false, r#"{"demands": [{"has": "words"}]}"#),
        (false, r#"{"absent": {"demands": [{"stance": ["reject", "rejct"]}]}}"#),
        (false, r#"{"demands": [{"issue": "talks"}]}"#),
        (false, r#"{"meetings": [{"status": "provides"}]}"#),
        (false, r#"{"plans": [{"quote": "x"}]}"#),
        (false, r#"{"article": {"titel": "x"}}"#),
        (false, r#"{"exact": ["plan"]}"#),
        (false, r#"{"known_gaps": {"known_gaps": {}}}"#),
        (false, r#"{"known_gaps": {"absent": {"plans": [{}]}}}"#),
    ] {
        let faults = faults(&schema, &serde_json::from_str(json).expect("JSON"));
        assert_eq!(faults.is_empty(), sound, "{json}: {faults:?}");
        let parsed = ukdesk::check::Expectation::parse(json, &codes);
        assert_eq!(parsed.is_ok(), sound, "{json}: {:?}", parsed.err());
    }
}

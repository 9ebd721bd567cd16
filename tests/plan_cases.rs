//! The cases of `fixtures/cases` that speak of plans and provisions, one idea a line.

use serde_json::Value;
use ukdesk::article::Article;
use ukdesk::desk::Desk;

fn read(desk: &Desk, case: &Value) -> Value {
    let text = format!("Notes on the negotiations\n\n{}\n", case["text"].as_str().unwrap());
    let mut article = Article { id: "case".to_owned(), text, ..Article::default() };
    article.meta.published = case["published"].as_str().and_then(|d| d.parse().ok());
    serde_json::to_value(desk.read(&article)).unwrap()
}

/// Every field that the case names is so; a list holds alternatives.
fn fits(want: &Value, got: &Value) -> bool {
    match want {
        Value::Array(choices) => choices.iter().any(|c| fits(c, got)),
        Value::Object(fields) => fields.iter().all(|(key, value)| fits(value, &got[key])),
        plain => plain == got,
    }
}

fn found(reading: &Value, kind: &str, want: &Value) -> bool {
    reading[kind].as_array().is_some_and(|all| all.iter().any(|one| fits(want, one)))
}

fn faults(reading: &Value, case: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for (list, expected) in [("want", true), ("never", false)] {
        for kind in ["plans", "provisions"] {
            for wanted in case[list][kind].as_array().into_iter().flatten() {
                if found(reading, kind, wanted) != expected {
                    out.push(format!("{}: {list} {kind} {wanted} <- {}", case["id"], case["text"]));
                }
            }
        }
    }
    out
}

fn check(cases: &str) {
    let desk = Desk::builtin().unwrap();
    let cases = cases.lines().filter(|l| !l.trim().is_empty()).map(|l| serde_json::from_str::<Value>(l).unwrap());
    let sound = cases.filter(|case| case["known_gap"] != true);
    let faults: Vec<String> = sound.flat_map(|case| faults(&read(&desk, &case), &case)).collect();
    assert!(faults.is_empty(), "{} cases fail:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn plans_are_told_apart() {
    check(include_str!("../fixtures/cases/plans.jsonl"));
}

#[test]
fn provisions_are_read() {
    check(include_str!("../fixtures/cases/provisions.jsonl"));
}

#[test]
fn authors_and_descent_come_from_the_article() {
    let desk = Desk::builtin().unwrap();
    let text = "The 20-point framework, which grew out of a 28-point draft written by Kirill Dmitriev, is on the table in Kyiv.";
    let case = serde_json::json!({"text": text, "published": "2026-01-20"});
    let reading = read(&desk, &case);
    let plan = |id: &str| reading["plans"].as_array().unwrap().iter().find(|p| p["id"] == id).unwrap().clone();
    assert_eq!(plan("20-point")["derived_from"], serde_json::json!(["28-point"]));
    assert_eq!(plan("28-point")["authors"], serde_json::json!(["kirill-dmitriev"]));
}

#[test]
fn every_span_is_verbatim() {
    let desk = Desk::builtin().unwrap();
    let case = serde_json::json!({
        "text": "Under the 28-point plan – “leaked”, says Żółć – Ukraine’s army shrinks to 600,000. Gone is €100bn.",
        "published": "2025-12-03",
    });
    let text: Vec<char> =
        format!("Notes on the negotiations\n\n{}\n", case["text"].as_str().unwrap()).chars().collect();
    let reading = read(&desk, &case);
    let spans = reading["plans"][0]["mentions"].as_array().unwrap();
    let contents = reading["provisions"].as_array().unwrap().iter().map(|p| &p["content"]);
    for span in spans.iter().chain(contents) {
        let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
        assert_eq!(text[start..end].iter().collect::<String>(), span["text"].as_str().unwrap());
    }
    assert!(!spans.is_empty());
}

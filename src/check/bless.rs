//! Expectations brought up to what is found.
//!
//! Owns what blessing may touch: entries that do not hold are mended where a finding is near and dropped where none is,
//! lists that are complete get what they lack; everything else keeps its bytes. `absent`, `exact`, `known_gaps` and
//! `note` are the author's. Is given the file's text and a reading. Never opens a file.

use super::edit::{Edit, addition, applied, removals};
use super::entry;
use super::expectation::{Expectation, Wanted};
use super::located::{Flaw, Located};
use super::verdict::{Difference, Held, Nearest};
use crate::dossier::List;
use crate::finding::{Mode, Reading};
use serde_json::{Value, json};

/// An expectation that was brought up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blessed {
    /// The file's new text.
    pub json: String,
    /// What changed, a line each; nothing if the text is as it was.
    pub changes: Vec<String>,
}

/// A first expectation: what holds now and can be quoted, one short entry a line.
pub fn first(reading: &Reading) -> Blessed {
    let whole = serde_json::to_value(reading).unwrap_or(Value::Null);
    let held = Held { whole: &whole, text: "" };
    let published = &whole["article"]["published"];
    let day = (!published.is_null()).then(|| format!("  \"article\": {{\"published\": {published}}}"));
    let mut changes = Vec::new();
    let mut list = |list: List| {
        let quoted = |got: &&Value| list != List::Statements || got["mode"] != json!(Mode::Indirect);
        let shown: Vec<&Value> = held.extra(list, &Expectation::default()).filter(quoted).collect();
        let lines = lines(list, shown, &held);
        changes.extend((!lines.is_empty()).then(|| format!("{list}: {} entries", lines.len())));
        (!lines.is_empty()).then(|| format!("  \"{list}\": [\n    {}\n  ]", lines.join(",\n    ")))
    };
    let lists: Vec<String> = day.into_iter().chain(List::ALL.into_iter().filter_map(&mut list)).collect();
    let json = if lists.is_empty() { "{}\n".to_owned() } else { format!("{{\n{}\n}}\n", lists.join(",\n")) };
    Blessed { json, changes }
}

/// The expectation with what does not hold mended. What stands under `absent` and is found all the same stays as it is.
///
/// # Errors
/// An expectation that is none; `codes` are the issue codes that exist.
pub fn bless(json: &str, codes: &[String], reading: &Reading) -> Result<Blessed, Flaw> {
    let whole = serde_json::to_value(reading).unwrap_or(Value::Null);
    let held = Held { whole: &whole, text: "" };
    let mut blessed = Blessed { json: json.to_owned(), changes: Vec::new() };
    for pass in [mended, without_missing, completed] {
        let expectation = Expectation::parse(&blessed.json, codes)?;
        let (edits, changes) = pass(&blessed.json, &expectation, &held);
        blessed.json = applied(&blessed.json, edits);
        blessed.changes.extend(changes);
    }
    Ok(blessed)
}

type Pass = (Vec<Edit>, Vec<String>);

/// Writes what is found into the fields of entries that a finding comes near.
fn mended(json: &str, expectation: &Expectation, held: &Held) -> Pass {
    let (mut edits, mut changes) = (Vec::new(), Vec::new());
    let mut change = |wanted: &Wanted, list: &str, near: &Nearest| {
        for difference in &near.differences {
            let value = found_value(difference, &near.finding);
            edits.extend(field_edit(json, wanted, &difference.field, &value));
            let (line, field, was, now) = (wanted.line, &difference.field, &difference.want, entry::spaced(&value));
            changes.push(format!("line {line}: {list}: {field} was {}, is {now}", entry::spaced(was)));
        }
    };
    if let Some(article) = &expectation.article {
        let finding = held.whole["article"].clone();
        let differences = held.differences(&article.want, &finding);
        change(article, "article", &Nearest { finding, differences });
    }
    let met = expectation.present.iter().filter_map(|wanted| held.found(wanted)).filter_map(|got| got["id"].as_str());
    let mut taken: Vec<String> = met.map(str::to_owned).collect();
    for wanted in missing(expectation, held) {
        let free: Vec<&str> = taken.iter().map(String::as_str).collect();
        if let Some(near) = held.nearest(wanted.list, &wanted.want, &free).filter(|near| near.is_meant(&wanted.want)) {
            taken.extend(near.finding["id"].as_str().map(str::to_owned));
            change(wanted, wanted.list.as_str(), &near);
        }
    }
    (edits, changes)
}

/// Takes out the entries that nothing meets.
fn without_missing(_: &str, expectation: &Expectation, held: &Held) -> Pass {
    let out: Vec<&Wanted> = missing(expectation, held).collect();
    let places = |list: List, from: &mut dyn Iterator<Item = &Wanted>| -> Vec<_> {
        from.filter(|wanted| wanted.list == list).map(|wanted| wanted.at.clone()).collect()
    };
    let edits = List::ALL.into_iter().flat_map(|list| {
        removals(&places(list, &mut expectation.present.iter()), &places(list, &mut out.iter().copied()))
    });
    let told = |w: &&Wanted| format!("line {}: {}: dropped {}", w.line, w.list, entry::spaced(&w.want));
    (edits.collect(), out.iter().map(told).collect())
}

/// Adds what complete lists lack.
fn completed(json: &str, expectation: &Expectation, held: &Held) -> Pass {
    let (mut edits, mut changes) = (Vec::new(), Vec::new());
    for &(list, _) in &expectation.exact {
        let lines = lines(list, held.extra(list, expectation), held);
        let last = expectation.present.iter().rfind(|wanted| wanted.list == list).map(|wanted| wanted.at.clone());
        edits.extend(addition(json, list.as_str(), last, &lines).filter(|_| !lines.is_empty()));
        changes.extend(lines.iter().map(|line| format!("{list}: added {line}")));
    }
    (edits, changes)
}

fn missing<'e>(expectation: &'e Expectation, held: &Held) -> impl Iterator<Item = &'e Wanted> {
    expectation.present.iter().filter(|wanted| held.found(wanted).is_none())
}

/// Puts a value into a field of an entry, behind the others if it is not there yet.
fn field_edit(json: &str, wanted: &Wanted, key: &str, value: &Value) -> Option<Edit> {
    let entry = Located::parse(&json[wanted.at.clone()]).ok()?;
    let fields = entry.fields("").ok()?;
    let start = wanted.at.start;
    match fields.iter().find(|(name, _)| name == key) {
        Some((_, field)) => Some((start + field.at().start..start + field.at().end, entry::spaced(value))),
        None => {
            let end = start + fields.last()?.1.at().end;
            Some((end..end, format!(", {}: {}", json!(key), entry::spaced(value))))
        }
    }
}

/// One-line entries for findings, equal ones once; a finding that its short entry would not meet is named by its id.
fn lines<'a>(list: List, findings: impl IntoIterator<Item = &'a Value>, held: &Held) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for finding in findings {
        let short = entry::of(list, finding);
        let met = !short.is_empty() && held.fits().finding(&entry::value(&short), finding);
        let line = if met { entry::line(&short) } else { entry::line(&[("id", finding["id"].clone())]) };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// What an expectation says for a field as it is found; of an object the parts that were asked for.
fn found_value(difference: &Difference, finding: &Value) -> Value {
    let Difference { field, want, got } = difference;
    match (want, &finding[field.as_str()]) {
        _ if field == "quote" => entry::first_words(got.as_str().unwrap_or("")),
        (Value::Object(wants), Value::Object(_)) => {
            let part = |key: &String| match key.as_str() {
                "has" => entry::first_words(words(&finding[field.as_str()])),
                _ => entry::plain(&finding[field.as_str()][key.as_str()]),
            };
            Value::Object(wants.keys().map(|key| (key.clone(), part(key))).collect())
        }
        (_, Value::Array(items)) => items.iter().map(entry::plain).collect(),
        (_, Value::Null) => got.clone(),
        (_, found) => entry::plain(found),
    }
}

/// The text of a span, or of the span inside a condition.
fn words(value: &Value) -> &str {
    value["text"].as_str().or_else(|| value["text"]["text"].as_str()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading() -> Reading {
        serde_json::from_str(include_str!("../../tests/readings/vienna.json")).expect("the contract's shape")
    }

    fn after(json: &str) -> (String, Vec<String>) {
        let blessed = bless(json, &[], &reading()).expect("sound");
        let again = bless(&blessed.json, &[], &reading()).expect("still sound");
        assert_eq!((&again.json, again.changes.len()), (&blessed.json, 0), "blessing twice");
        (blessed.json, blessed.changes)
    }

    #[test]
    fn what_holds_keeps_its_bytes() {
        let json = "{\"note\" : \"x\",\n \"demands\":[ {\"holder\":\"Putin\"} ],\"exact\":[],\n\"known_gaps\":{\"plans\":[{\"id\":\"z\"}]}}";
        assert_eq!(after(json), (json.to_owned(), Vec::new()));
    }

    #[test]
    fn a_near_finding_mends_the_field_that_differs() {
        let json = r#"{"demands": [{"holder": "Putin", "stance" : "demand", "issue":"territory/control"}]}"#;
        let (now, changes) = after(json);
        assert_eq!(now, r#"{"demands": [{"holder": "Putin", "stance" : "demand", "issue":"territory/withdrawal"}]}"#);
        assert_eq!(changes, [r#"line 1: demands: issue was "territory/control", is "territory/withdrawal""#]);
    }

    #[test]
    fn a_position_that_does_not_hold_now_gets_its_modality() {
        let json = r#"{"demands": [{"holder": "Ushakov", "stance": "demand", "issue": "territory/control"}]}"#;
        assert!(
            after(json).0.contains(r#""issue": "territory/control", "modality": "hypothetical"}"#),
            "{:?}",
            after(json)
        );
    }

    #[test]
    fn what_nothing_meets_is_dropped() {
        let json = "{\"meetings\": [\n  {\"place\": \"Paris\", \"date\": \"2020\"},\n  {\"place\": \"Moscow\"},\n  {\"place\": \"Rome\"}\n],\n\"plans\": [{\"id\": \"zzz\"}]}";
        let (now, changes) = after(json);
        assert_eq!(now, "{\"meetings\": [\n  {\"place\": \"Moscow\"}\n],\n\"plans\": []}");
        assert_eq!(changes.len(), 3);
        assert!(changes.contains(&r#"line 6: plans: dropped {"id": "zzz"}"#.to_owned()), "{changes:?}");
    }

    #[test]
    fn the_author_keeps_absent_and_gaps() {
        let json =
            r#"{"absent": {"demands": [{"holder": "Putin"}]}, "known_gaps": {"meetings": [{"place": "Moscow"}]}}"#;
        assert_eq!(after(json).0, json);
    }

    #[test]
    fn complete_lists_get_what_they_lack() {
        let (now, changes) = after("{\n  \"exact\": [\"meetings\", \"plans\"],\n  \"plans\": []\n}\n");
        assert!(now.contains("\"meetings\": [\n    {\"place\": \"Moscow\""), "{now}");
        assert!(now.contains("\"plans\": [\n    {\"id\": \"28-point\", \"points\": 28}\n  ]"), "{now}");
        assert_eq!(changes.len(), now.matches("{\"place\"").count() + now.matches("{\"id\"").count());
    }

    #[test]
    fn a_first_expectation_holds_and_is_stable() {
        let first = first(&reading());
        assert!(
            first.json.contains("    {\"name\": \"Vladimir Putin\", \"kind\": \"person\", \"side\": \"russia\"}"),
            "{}",
            first.json
        );
        assert_eq!(after(&first.json), (first.json, Vec::new()));
    }
}

//! Which finding comes near an expectation, and where an expectation's words stand.
//!
//! Owns the fields that make a finding the one it is. Is given both as JSON. Never decides whether they fit.

use super::fits::plain_words;
use super::verdict::Difference;
use crate::article::slug;
use crate::dossier::List;
use serde_json::Value;

/// How alike two names must be to be near each other.
const ALIKE: f64 = 0.88;

/// Words of an expectation, looked up in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub words: String,
    /// The first line that has them, and its text; none if no line has.
    pub stands: Option<(usize, String)>,
}

/// The fields that say which finding of a list is meant; the others say what is said of it.
fn identity(list: List) -> &'static [&'static str] {
    match list {
        List::Actors => &["name", "id"],
        List::Plans => &["id", "name"],
        List::Demands => &["holder", "issue"],
        List::Provisions => &["plan", "issue"],
        List::Statements => &["quote", "content", "speaker"],
        List::Meetings => &["place", "date", "kind"],
        List::Figures => &["value", "of"],
    }
}

/// How far a field is off that differs: half as far if the issue is of the same group, or the other one of the same side.
fn distance(difference: &Difference, side_of: &impl Fn(&Value) -> Option<String>) -> usize {
    let group = |value: &Value| value.as_str().and_then(|code| code.split_once('/')).map(|(group, _)| group.to_owned());
    let related = match difference.field.as_str() {
        "issue" => shares(difference, &group),
        "holder" | "speaker" => shares(difference, side_of),
        _ => false,
    };
    if related { 1 } else { 2 }
}

/// Whether one of the wanted values has a property in common with what is there.
fn shares(difference: &Difference, property: &impl Fn(&Value) -> Option<String>) -> bool {
    let wants = difference.want.as_array().map_or(std::slice::from_ref(&difference.want), Vec::as_slice);
    property(&difference.got).is_some_and(|got| wants.iter().any(|want| property(want).as_ref() == Some(&got)))
}

/// How far a finding is from what was wanted: first in what makes it the one it is, then in everything; none if it is
/// not worth showing, because no field that identifies it fits or almost does.
pub(super) fn distances(
    list: List,
    want: &Value,
    got: &Value,
    differences: &[Difference],
    side_of: impl Fn(&Value) -> Option<String>,
) -> Option<(usize, usize)> {
    let identifies = |d: &&Difference| identity(list).contains(&d.field.as_str());
    let own: usize = differences.iter().filter(identifies).map(|d| distance(d, &side_of)).sum();
    let all: usize = differences.iter().map(|d| distance(d, &side_of)).sum();
    let asked = identity(list).iter().filter(|field| want.get(**field).is_some()).count();
    let near = match asked {
        0 => differences.len() < want.as_object().map_or(0, serde_json::Map::len),
        _ => own < 2 * asked || alike(list, want, got),
    };
    near.then_some((all, own))
}

/// A name or id with a letter or two wrong.
fn alike(list: List, want: &Value, got: &Value) -> bool {
    let close = |field: &&str| match (want[*field].as_str(), got[*field].as_str()) {
        (Some(a), Some(b)) => strsim::jaro_winkler(&slug(a), &slug(b)) >= ALIKE,
        _ => false,
    };
    matches!(list, List::Actors | List::Plans) && identity(list).iter().any(close)
}

/// What a finding has to say on a field, in short.
pub(super) fn told(key: &str, got: &Value) -> Value {
    let value = match key {
        "quote" => got["content"].get(0).unwrap_or(&Value::Null),
        "side" if got.get("holder").is_some() => &got["holder"]["side"],
        "side" if got.get("speaker").is_some() => &got["speaker"]["side"],
        _ => &got[key],
    };
    let name = value.get("name").or(value.get("text").filter(|text| text.is_string())).unwrap_or(value);
    name.clone()
}

/// The words of an expectation that should stand in the article, and where they do.
pub(super) fn words(list: List, want: &Value, text: &str) -> Option<Words> {
    let named = match list {
        List::Statements => want.get("quote").or(want.pointer("/content/has")),
        List::Actors => want.get("name"),
        _ => want.pointer("/evidence/has").or(want.get("evidence")),
    };
    let words = named?.as_str()?.to_owned();
    let piece = plain_words(&words);
    let line = text.lines().enumerate().find(|(_, line)| !piece.is_empty() && plain_words(line).contains(&piece));
    Some(Words { words, stands: line.map(|(at, line)| (at + 1, line.trim().to_owned())) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn words_are_found_or_not() {
        let text = "Talks\n\n“We go home, ” she said.\n";
        let want = |quote: &str| words(List::Statements, &json!({"quote": quote}), text).map(|w| w.stands);
        assert_eq!(want("we go home"), Some(Some((3, "“We go home, ” she said.".to_owned()))));
        assert_eq!(want("we stay"), Some(None));
        assert_eq!(words(List::Meetings, &json!({"place": "Vienna"}), text), None);
    }

    #[test]
    fn a_relative_is_nearer_than_a_stranger() {
        let want = json!({"holder": "Ann Lee", "issue": "territory/freeze"});
        let far = |holder: &str, issue: &str| {
            let difference =
                |field: &str, got: &str| Difference { field: field.into(), want: want[field].clone(), got: json!(got) };
            let all = [difference("holder", holder), difference("issue", issue)];
            let side = |name: &Value| (name != "Bo Moe").then(|| "other".to_owned());
            distances(List::Demands, &want, &json!({}), &all, side)
        };
        assert_eq!(far("Northland", "territory/control"), Some((2, 2)));
        assert_eq!(far("Bo Moe", "territory/control"), Some((3, 3)));
        assert_eq!(far("Bo Moe", "process/talks"), None);
    }

    #[test]
    fn a_misspelt_name_is_near_and_another_is_not() {
        let got = json!({"name": "Rustem Umerov", "side": "ukraine"});
        let near = |name: &str| {
            let difference = Difference { field: "name".into(), want: json!(name), got: got["name"].clone() };
            let want = json!({"name": name, "side": "ukraine"});
            distances(List::Actors, &want, &got, &[difference], |_| None).is_some()
        };
        assert!(near("Rustam Umerow") && !near("Ann Lee"));
    }
}

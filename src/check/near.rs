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

/// How many of these fields differ.
pub(super) fn identity_differs(list: List, differences: &[Difference]) -> usize {
    differences.iter().filter(|d| identity(list).contains(&d.field.as_str())).count()
}

/// Whether a finding is worth showing beside what was wanted: a field that identifies it fits, or is almost the same.
pub(super) fn is_near(list: List, want: &Value, got: &Value, differences: &[Difference]) -> bool {
    let asked = identity(list).iter().filter(|field| want.get(**field).is_some()).count();
    let fields = want.as_object().map_or(0, serde_json::Map::len);
    match asked {
        0 => differences.len() < fields,
        _ => identity_differs(list, differences) < asked || alike(list, want, got),
    }
}

/// A name or id with a letter or two wrong.
fn alike(list: List, want: &Value, got: &Value) -> bool {
    let close = |field: &&str| match (want[*field].as_str(), got[*field].as_str()) {
        (Some(a), Some(b)) => strsim::jaro_winkler(&slug(a), &slug(b)) >= ALIKE,
        _ => false,
    };
    matches!(list, List::Actors | List::Plans) && identity(list).iter().any(|field| close(field))
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
    fn a_misspelt_name_is_near_and_another_is_not() {
        let got = json!({"name": "Rustem Umerov", "side": "ukraine"});
        let near = |name: &str| {
            let difference = Difference { field: "name".into(), want: json!(name), got: got["name"].clone() };
            is_near(List::Actors, &json!({"name": name, "side": "ukraine"}), &got, &[difference])
        };
        assert!(near("Rustam Umerow") && !near("Ann Lee"));
    }
}

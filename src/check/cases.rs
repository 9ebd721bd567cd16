//! One-idea cases: a line of JSON with a short text, what it must give and what it must not.
//!
//! Owns the shape of a case and the article made of it. Is given a line. Never reads the text itself.
//!
//! ```json
//! {"id": "truce-refused", "phenomenon": "negation", "text": "Ann Lee refused a truce.", "published": "2025-12-03",
//!  "want": {"demands": [{"holder": "Ann Lee", "stance": "reject"}]}, "never": {"demands": [{"stance": "offer"}]}}
//! ```

use super::expectation::{Expectation, Wanted, lists};
use super::located::Located;
use crate::article::{Article, Loader};
use serde::Deserialize;
use serde_json::value::RawValue;

/// The day of cases that name none.
const DAY: &str = "2025-12-03";

/// Whether a case is known not to hold yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It is listed, and does not fail the run.
    Known,
    /// It must hold.
    None,
}

/// A case, ready to be read.
#[derive(Clone, Debug)]
pub struct Case {
    /// Unique in its file.
    pub id: String,
    /// What it is an example of.
    pub phenomenon: String,
    /// Whether it may fail.
    pub gap: Gap,
    /// What it must and must not give.
    pub expectation: Expectation,
    text: String,
    published: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw<'a> {
    id: String,
    phenomenon: String,
    text: String,
    published: Option<String>,
    #[serde(borrow)]
    want: Option<&'a RawValue>,
    #[serde(borrow)]
    never: Option<&'a RawValue>,
    #[serde(default)]
    known_gap: bool,
    #[serde(default, rename = "note")]
    _note: Option<String>,
}

impl Case {
    /// Reads a line; `codes` are the issue codes that exist. The error says what is wrong.
    pub fn parse(line: &str, codes: &[String]) -> Result<Case, String> {
        let raw: Raw = serde_json::from_str(line).map_err(|e| format!("not a case: {e}"))?;
        let side = |name: &str, lists_of: Option<&RawValue>| match lists_of {
            None => Ok(Vec::new()),
            Some(value) => wanted(value.get(), codes).map_err(|e| format!("{}: {name}: {e}", raw.id)),
        };
        let (present, absent) = (side("want", raw.want)?, side("never", raw.never)?);
        if present.is_empty() && absent.is_empty() {
            return Err(format!("{}: neither `want` nor `never` asks for anything", raw.id));
        }
        let gap = if raw.known_gap { Gap::Known } else { Gap::None };
        let expectation = Expectation { present, absent, ..Expectation::default() };
        let published = raw.published.unwrap_or_else(|| DAY.to_owned());
        Ok(Case { id: raw.id, phenomenon: raw.phenomenon, gap, expectation, text: raw.text, published })
    }

    /// The case as an article under a plain head.
    pub fn article(&self) -> Article {
        let text = format!("Notes on the negotiations\n\n{}\n\n{}\n", self.published, self.text);
        Loader::default().article(self.id.clone(), text)
    }

    /// The words to show for it.
    pub fn text(&self) -> &str {
        &self.text
    }
}

fn wanted(json: &str, codes: &[String]) -> Result<Vec<Wanted>, String> {
    Located::parse(json).and_then(|value| lists(value, codes)).map_err(|flaw| flaw.what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_an_article_of_its_own() {
        let line = r#"{"id": "a", "phenomenon": "p", "text": "Ann Lee left.", "want": {"actors": [{"name": "Ann Lee"}]}, "known_gap": true}"#;
        let case = Case::parse(line, &[]).unwrap();
        assert_eq!((case.gap, case.expectation.len()), (Gap::Known, 1));
        let article = case.article();
        assert_eq!(article.meta.published.map(|day| day.to_string()).as_deref(), Some(DAY));
        assert!(article.text.ends_with("\n\nAnn Lee left.\n") && article.head.len() == 2);
    }

    #[test]
    fn faults_name_the_case() {
        let fault = |line: &str| Case::parse(line, &[]).unwrap_err();
        assert!(fault("{}").contains("missing field `id`"));
        assert!(fault(r#"{"id": "a", "phenomenon": "p", "text": "x"}"#).contains("a: neither"));
        assert!(
            fault(r#"{"id": "a", "phenomenon": "p", "text": "x", "want": {"x": []}}"#).contains("a: want: no list `x`")
        );
        assert!(fault(r#"{"id": "a", "phenomenon": "p", "text": "x", "wants": {}}"#).contains("unknown field `wants`"));
    }
}

//! What came of a check, as data for every format.
//!
//! Owns suites, tests and their verdicts. Is given verdicts. Never prints.

use super::cases::{Case, Gap};
use super::expectation::Wanted;
use super::verdict::{Miss, tests};
use crate::dossier::List;
use crate::finding::Reading;
use serde_json::{Value, json};
use std::fmt;

/// All of a run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// In the order of the arguments, files of cases last.
    pub suites: Vec<Suite>,
}

/// An article with its expectation, or a file of cases.
#[derive(Clone, Debug)]
pub struct Suite {
    /// The article's or the cases' file.
    pub path: String,
    /// The file in which the expectations stand.
    pub expectation: String,
    /// Which of the two it is.
    pub kind: Kind,
    /// One for each expectation or case.
    pub tests: Vec<Test>,
    /// What could not be checked.
    pub faults: Vec<Trouble>,
    /// What was changed in the expectation, if that was asked for.
    pub changes: Vec<String>,
}

/// What a suite is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An article with the expectation beside it.
    Article,
    /// Cases of a few sentences.
    Cases,
}

/// Something that could not be read or run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The file; empty where `what` names it.
    pub file: String,
    /// The line, if it is about one.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub what: String,
}

/// One expectation or case.
#[derive(Clone, Debug)]
pub struct Test {
    /// What it asks for, in a few words; for a case its id.
    pub name: String,
    /// The list, or the case's phenomenon.
    pub group: String,
    /// The words of a case.
    pub text: Option<String>,
    /// Line of the file in which it stands.
    pub line: usize,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of one expectation.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// As expected.
    Holds,
    /// Not as expected.
    Fails(Vec<Miss>),
    /// A known gap, still open.
    Gap,
    /// A known gap that holds now.
    Closed,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.line) {
            ("", _) => f.write_str(&self.what),
            (file, None) => write!(f, "{file}: {}", self.what),
            (file, Some(line)) => write!(f, "{file}:{line}: {}", self.what),
        }
    }
}

impl Verdict {
    pub(super) fn of(miss: Option<Miss>) -> Verdict {
        miss.map_or(Verdict::Holds, |miss| Verdict::Fails(vec![miss]))
    }

    pub(super) fn gap(holds: bool) -> Verdict {
        if holds { Verdict::Closed } else { Verdict::Gap }
    }
}

impl Test {
    /// What came of a case that stands on `line` of its file.
    pub fn case(case: &Case, line: usize, reading: &Reading) -> Test {
        let misses: Vec<Miss> = tests(reading, &case.expectation, &case.article().text)
            .into_iter()
            .flat_map(|test| test.misses().to_vec())
            .collect();
        let verdict = match (misses.is_empty(), case.gap) {
            (true, Gap::None) => Verdict::Holds,
            (false, Gap::None) => Verdict::Fails(misses),
            (holds, Gap::Known) => Verdict::gap(holds),
        };
        let (name, group) = (case.id.clone(), case.phenomenon.clone());
        Test { name, group, text: Some(case.text().to_owned()), line, verdict }
    }

    pub(super) fn of(group: &str, wanted: &Wanted, verdict: Verdict) -> Test {
        Test { name: summary(&wanted.want), group: group.to_owned(), text: None, line: wanted.line, verdict }
    }

    pub(super) fn exact(list: List, line: usize, misses: Vec<Miss>) -> Test {
        let verdict = if misses.is_empty() { Verdict::Holds } else { Verdict::Fails(misses) };
        Test { name: "nothing else".to_owned(), group: format!("exact {list}"), text: None, line, verdict }
    }

    /// What is not as expected.
    pub fn misses(&self) -> &[Miss] {
        match &self.verdict {
            Verdict::Fails(misses) => misses,
            _ => &[],
        }
    }

    /// Whether it does not hold, and should.
    pub fn fails(&self) -> bool {
        matches!(self.verdict, Verdict::Fails(_))
    }
}

impl Suite {
    /// How many tests fail.
    pub fn failing(&self) -> usize {
        self.tests.iter().filter(|test| test.fails()).count()
    }

    /// How many known gaps there are, and how many of them hold now.
    pub fn gaps(&self) -> (usize, usize) {
        let closed = self.tests.iter().filter(|test| matches!(test.verdict, Verdict::Closed)).count();
        (closed + self.tests.iter().filter(|test| matches!(test.verdict, Verdict::Gap)).count(), closed)
    }
}

impl Report {
    /// Whether everything that could be checked is as expected.
    pub fn holds(&self) -> bool {
        self.suites.iter().all(|suite| suite.failing() == 0)
    }
}

/// An expectation in a few words: its values, alternatives by a stroke.
fn summary(want: &Value) -> String {
    let keys = want.as_object().into_iter().flatten().map(|(key, value)| (key.as_str(), value));
    let order =
        ["holder", "speaker", "name", "id", "plan", "stance", "kind", "place", "date", "value", "unit", "issue"];
    let rank = |key: &str| order.iter().position(|k| *k == key).unwrap_or(order.len());
    let mut fields: Vec<(&str, &Value)> = keys.collect();
    fields.sort_by_key(|(key, _)| rank(key));
    fields.into_iter().map(|(_, value)| words(value)).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join("|"),
        Value::Object(_) => json!(value).to_string(),
        other => other.to_string(),
    }
}

//! A reading held against an expectation.
//!
//! Owns the search for what is missing or should not be there, and for the nearest finding. Is given both. Never
//! prints and never reads files.

use super::expectation::{Expectation, Gaps};
use super::fits::Fits;
use crate::dossier::List;
use crate::finding::{Modality, Reading};
use serde_json::Value;

/// One expectation that does not hold.
#[derive(Clone, Debug)]
pub enum Miss {
    /// The article's entry says something else in these fields.
    Article(Vec<Difference>),
    /// Nothing fits.
    Missing {
        /// The list it should be in.
        list: List,
        /// What was expected.
        want: Value,
        /// The finding that comes nearest.
        nearest: Option<Nearest>,
    },
    /// Something fits that should not.
    Unwanted {
        /// The list it is in.
        list: List,
        /// What should not be there.
        want: Value,
        /// The finding.
        found: Value,
    },
}

/// A finding that fits in part.
#[derive(Clone, Debug)]
pub struct Nearest {
    /// The finding.
    pub finding: Value,
    /// Where it does not fit.
    pub differences: Vec<Difference>,
}

/// A field that does not fit.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Its name.
    pub field: String,
    /// What was expected.
    pub want: Value,
    /// What is there.
    pub got: Value,
}

/// Everything in `reading` that is not as expected.
pub fn misses(reading: &Reading, expectation: &Expectation) -> Vec<Miss> {
    let whole = serde_json::to_value(reading).unwrap_or(Value::Null);
    let held = Held { whole: &whole };
    let article = expectation.article.iter().filter_map(|want| held.article(want));
    let missing = expectation.present.iter().filter_map(|(list, want)| held.missing(*list, want));
    let unwanted = expectation.absent.iter().filter_map(|(list, want)| held.unwanted(*list, want));
    article.chain(missing).chain(unwanted).collect()
}

/// The known gaps that hold now.
pub fn closed(reading: &Reading, gaps: &Gaps) -> Vec<(List, Value)> {
    let whole = serde_json::to_value(reading).unwrap_or(Value::Null);
    let held = Held { whole: &whole };
    let found = gaps.present.iter().filter(|(list, want)| held.found(*list, want).is_some());
    let gone = gaps.absent.iter().filter(|(list, want)| held.found(*list, want).is_none());
    found.chain(gone).cloned().collect()
}

struct Held<'a> {
    whole: &'a Value,
}

impl<'a> Held<'a> {
    fn list(&self, list: List) -> &'a [Value] {
        self.whole[list.as_str()].as_array().map_or(&[], Vec::as_slice)
    }

    fn fits(&self) -> Fits<'a> {
        Fits { actors: self.list(List::Actors) }
    }

    fn article(&self, want: &Value) -> Option<Miss> {
        let differences = self.differences(want, &self.whole["article"]);
        (!differences.is_empty()).then_some(Miss::Article(differences))
    }

    fn missing(&self, list: List, want: &Value) -> Option<Miss> {
        match self.found(list, want) {
            Some(_) => None,
            None => Some(Miss::Missing { list, want: want.clone(), nearest: self.nearest(list, want) }),
        }
    }

    fn unwanted(&self, list: List, want: &Value) -> Option<Miss> {
        let found = self.found(list, want)?.clone();
        Some(Miss::Unwanted { list, want: want.clone(), found })
    }

    /// A finding that fits; positions that do not hold now only where the expectation speaks of modality.
    fn found(&self, list: List, want: &Value) -> Option<&'a Value> {
        let any = list != List::Demands || want.get("modality").is_some();
        self.list(list).iter().find(|got| (any || counts(got)) && self.fits().finding(want, got))
    }

    /// The finding with the most fields that fit, at least one.
    fn nearest(&self, list: List, want: &Value) -> Option<Nearest> {
        let scored = self.list(list).iter().map(|got| (self.differences(want, got), got));
        let (differences, finding) = scored.min_by_key(|(differences, got)| (differences.len(), !counts(got)))?;
        let fields = want.as_object().map_or(0, |fields| fields.len());
        (differences.len() < fields).then(|| Nearest { finding: finding.clone(), differences })
    }

    /// The fields that do not fit; a position that fits but does not hold now differs in its modality.
    fn differences(&self, want: &Value, got: &Value) -> Vec<Difference> {
        let fields = want.as_object().into_iter().flatten();
        let wrong = fields.filter(|(key, want)| !self.fits().field(key, want, got));
        let mut found: Vec<_> = wrong
            .map(|(key, want)| Difference { field: key.clone(), want: want.clone(), got: told(key, got) })
            .collect();
        if found.is_empty() && !counts(got) && want.get("modality").is_none() {
            let want = Value::String(format!("{} or {}", Modality::Asserted, Modality::Conditional));
            found.push(Difference { field: "modality".to_owned(), want, got: got["modality"].clone() });
        }
        found
    }
}

/// What a finding has to say on a field, in short.
fn told(key: &str, got: &Value) -> Value {
    let value = match key {
        "quote" => &got["content"],
        "side" if got.get("holder").is_some() => &got["holder"]["side"],
        "side" if got.get("speaker").is_some() => &got["speaker"]["side"],
        _ => &got[key],
    };
    let name = value.get("name").or(value.get("text")).unwrap_or(value);
    name.clone()
}

fn counts(finding: &Value) -> bool {
    let modality = finding.get("modality").and_then(Value::as_str).and_then(|word| word.parse::<Modality>().ok());
    modality.is_none_or(Modality::counts)
}

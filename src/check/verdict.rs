//! A reading held against an expectation.
//!
//! Owns the search for what is missing or should not be there, and for the nearest finding. Is given both. Never
//! prints and never reads files.

use super::expectation::{Expectation, Wanted};
use super::fits::Fits;
use super::near;
use super::outcome::{Test, Verdict};
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
        /// Where its words stand in the article; of no use beside a nearest finding.
        words: Option<near::Words>,
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
    /// Something is found in a list that is complete without it.
    Extra {
        /// The list it is in.
        list: List,
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

impl Nearest {
    /// Whether it is what an entry meant: at most half of the fields differ.
    pub(super) fn is_meant(&self, want: &Value) -> bool {
        2 * self.differences.len() <= want.as_object().map_or(0, serde_json::Map::len)
    }
}

/// Every expectation with what came of it: the article's entry, what is wanted, what is not, the complete lists, the
/// known gaps. `text` is the article's.
pub fn tests(reading: &Reading, expectation: &Expectation, text: &str) -> Vec<Test> {
    let whole = serde_json::to_value(reading).unwrap_or(Value::Null);
    let held = Held { whole: &whole, text };
    let test = |group: &str, wanted: &Wanted, miss: Option<Miss>| Test::of(group, wanted, Verdict::of(miss));
    let mut all: Vec<Test> = Vec::new();
    all.extend(expectation.article.iter().map(|w| test("article", w, held.article(&w.want))));
    all.extend(expectation.present.iter().map(|w| test(w.list.as_str(), w, held.missing(w))));
    all.extend(expectation.absent.iter().map(|w| test(&format!("absent {}", w.list), w, held.unwanted(w))));
    all.extend(
        expectation
            .exact
            .iter()
            .map(|&(list, line)| {
                let extra = held.extra(list, expectation).filter(|found| !is_told(found, &all));
                let misses = extra.map(|found| Miss::Extra { list, found: found.clone() });
                Test::exact(list, line, misses.collect())
            })
            .collect::<Vec<_>>(),
    );
    let gap = |w: &Wanted, holds: bool| Test::of(&format!("known gap {}", w.list), w, Verdict::gap(holds));
    all.extend(expectation.gaps.present.iter().map(|w| gap(w, held.found(w).is_some())));
    all.extend(expectation.gaps.absent.iter().map(|w| gap(w, held.found(w).is_none())));
    all
}

/// Whether a finding is shown already, as what a missing entry meant: one difference is told once.
fn is_told(found: &Value, tests: &[Test]) -> bool {
    tests.iter().flat_map(Test::misses).any(|miss| match miss {
        Miss::Missing { want, nearest: Some(near), .. } => near.is_meant(want) && near.finding["id"] == found["id"],
        _ => false,
    })
}

/// A reading as JSON, with the text it was made of.
pub(super) struct Held<'a> {
    /// The reading.
    pub whole: &'a Value,
    /// The article's text.
    pub text: &'a str,
}

impl<'a> Held<'a> {
    /// All findings of a list.
    pub fn list(&self, list: List) -> &'a [Value] {
        self.whole[list.as_str()].as_array().map_or(&[], Vec::as_slice)
    }

    /// What compares.
    pub fn fits(&self) -> Fits<'a> {
        Fits { actors: self.list(List::Actors) }
    }

    fn article(&self, want: &Value) -> Option<Miss> {
        let differences = self.differences(want, &self.whole["article"]);
        (!differences.is_empty()).then_some(Miss::Article(differences))
    }

    fn missing(&self, wanted: &Wanted) -> Option<Miss> {
        let Wanted { list, want, .. } = wanted;
        if self.found(wanted).is_some() {
            return None;
        }
        let nearest = self.nearest(*list, want, &[]);
        let words = nearest.is_none().then(|| near::words(*list, want, self.text)).flatten();
        Some(Miss::Missing { list: *list, want: want.clone(), nearest, words })
    }

    fn unwanted(&self, wanted: &Wanted) -> Option<Miss> {
        let found = self.found(wanted)?.clone();
        Some(Miss::Unwanted { list: wanted.list, want: wanted.want.clone(), found })
    }

    /// The first finding that fits.
    pub fn found(&self, wanted: &Wanted) -> Option<&'a Value> {
        self.list(wanted.list).iter().find(|got| self.meets(wanted, got))
    }

    /// Whether a finding fits; positions that do not hold now only where the expectation speaks of modality.
    fn meets(&self, wanted: &Wanted, got: &Value) -> bool {
        let any = wanted.list != List::Demands || wanted.want.get("modality").is_some();
        (any || counts(got)) && self.fits().finding(&wanted.want, got)
    }

    /// The findings of a complete list that no expectation knows, known gaps included.
    pub fn extra(&self, list: List, expectation: &Expectation) -> impl Iterator<Item = &'a Value> {
        let known = expectation.present.iter().chain(&expectation.gaps.present).filter(move |w| w.list == list);
        let known: Vec<&Wanted> = known.collect();
        let shown = self.list(list).iter().filter(|got| counts(got));
        shown.filter(|got| !known.iter().any(|w| self.meets(w, got))).collect::<Vec<_>>().into_iter()
    }

    /// The finding that comes nearest, those of `taken` ids left out.
    pub fn nearest(&self, list: List, want: &Value, taken: &[&str]) -> Option<Nearest> {
        let free = |got: &&Value| got["id"].as_str().is_none_or(|id| !taken.contains(&id));
        let near = self.list(list).iter().filter(free).filter_map(|got| {
            let differences = self.differences(want, got);
            let far = near::distances(list, want, got, &differences, |name| self.side_of(name))?;
            Some((far, differences, got))
        });
        let (_, differences, finding) = near.min_by_key(|(far, _, got)| (*far, !counts(got)))?;
        Some(Nearest { finding: finding.clone(), differences })
    }

    /// The side of the actor who goes by a name.
    fn side_of(&self, name: &Value) -> Option<String> {
        let want = serde_json::json!({ "name": name });
        let actor = self.list(List::Actors).iter().find(|actor| self.fits().finding(&want, actor))?;
        actor["side"].as_str().map(str::to_owned)
    }

    /// The fields that do not fit; a position that fits but does not hold now differs in its modality.
    pub fn differences(&self, want: &Value, got: &Value) -> Vec<Difference> {
        let fields = want.as_object().into_iter().flatten();
        let wrong = fields.filter(|(key, want)| !self.fits().field(key, want, got));
        let mut found: Vec<_> = wrong
            .map(|(key, want)| Difference { field: key.clone(), want: want.clone(), got: near::told(key, got) })
            .collect();
        if found.is_empty() && !counts(got) && want.get("modality").is_none() {
            let want = Value::String(format!("{} or {}", Modality::Asserted, Modality::Conditional));
            found.push(Difference { field: "modality".to_owned(), want, got: got["modality"].clone() });
        }
        found
    }
}

fn counts(finding: &Value) -> bool {
    let modality = finding.get("modality").and_then(Value::as_str).and_then(|word| word.parse::<Modality>().ok());
    modality.is_none_or(Modality::counts)
}

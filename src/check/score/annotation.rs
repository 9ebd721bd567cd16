//! A hand annotation: everything a careful reader finds in an article.
//!
//! Owns the shape of annotation files and their faults. Is given JSON. Never compares with a reading: that is for the
//! files beside this one.
//!
//! ```json
//! {"actors":     [{"name": "Ann Lee", "kind": "person", "side": "other", "also": ["Anna Lee"], "optional": false}],
//!  "plans":      [{"id": "12-point", "points": 12, "names": ["twelve points"]}],
//!  "demands":    [{"holder": "Ann Lee", "side": "other", "stance": "reject", "issue": "process/talks",
//!                  "also": [{"holder": "Northland"}], "evidence": "words of the article"}],
//!  "provisions": [{"plan": "12-point", "issue": "humanitarian/aid", "evidence": "words of the article"}],
//!  "statements": [{"speaker": "Ann Lee", "quote": "first words inside the marks"}],
//!  "meetings":   [{"place": "Vienna", "date": "2025-12-02", "status": "held"}]}
//! ```

use crate::finding::{ActorKind, MeetingStatus, Side, Stance};
use serde::Deserialize;

/// What is to be found in one article.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Annotation {
    pub(super) actors: Vec<GoldActor>,
    pub(super) plans: Vec<GoldPlan>,
    pub(super) demands: Vec<GoldDemand>,
    pub(super) provisions: Vec<GoldProvision>,
    pub(super) statements: Vec<GoldStatement>,
    pub(super) meetings: Vec<GoldMeeting>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct GoldActor {
    pub name: String,
    pub kind: ActorKind,
    pub side: Option<Side>,
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct GoldPlan {
    pub id: String,
    pub points: Option<u32>,
    #[serde(default)]
    pub names: Vec<String>,
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct GoldDemand {
    pub holder: String,
    pub side: Side,
    pub stance: Stance,
    pub issue: String,
    #[serde(default)]
    pub also: Vec<OtherDemand>,
    pub evidence: String,
    #[serde(default)]
    pub optional: bool,
}

/// Another right answer: what it names instead.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherDemand {
    pub holder: Option<String>,
    pub side: Option<Side>,
    pub stance: Option<Stance>,
    pub issue: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct GoldProvision {
    pub plan: String,
    pub issue: String,
    #[serde(default)]
    pub also: Vec<OtherProvision>,
    pub evidence: String,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherProvision {
    pub plan: Option<String>,
    pub issue: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct GoldStatement {
    pub speaker: Option<String>,
    #[serde(default)]
    pub also: Vec<String>,
    pub quote: String,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct GoldMeeting {
    pub place: Option<String>,
    pub date: Option<String>,
    pub status: Option<MeetingStatus>,
    #[serde(default)]
    pub optional: bool,
}

impl Annotation {
    /// Reads an annotation. The error says what is wrong and where.
    pub fn parse(json: &str) -> Result<Annotation, String> {
        serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|e| format!("not an annotation: {e}"))
    }

    /// What cannot be right in it, whatever the reading: words that are not in the article's `text`, issues that are not
    /// among `codes`.
    pub fn faults(&self, text: &str, codes: &[String]) -> Vec<String> {
        let demands = self.demands.iter().map(|g| ("demands", &g.evidence));
        let provisions = self.provisions.iter().map(|g| ("provisions", &g.evidence));
        let statements = self.statements.iter().map(|g| ("statements", &g.quote));
        let words = demands.chain(provisions).chain(statements);
        let astray = words.filter(|(_, words)| words.is_empty() || !text.contains(words.as_str()));
        let astray = astray.map(|(list, words)| format!("{list}: not in the article, word for word: {words:?}"));
        let unknown = self.issues().filter(|(_, issue)| !codes.is_empty() && !codes.iter().any(|code| code == issue));
        astray.chain(unknown.map(|(list, issue)| format!("{list}: no issue `{issue}`"))).collect()
    }

    fn issues(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let demands = self.demands.iter().flat_map(|g| {
            std::iter::once(g.issue.as_str()).chain(g.also.iter().filter_map(|other| other.issue.as_deref()))
        });
        let provisions = self.provisions.iter().flat_map(|g| {
            std::iter::once(g.issue.as_str()).chain(g.also.iter().filter_map(|other| other.issue.as_deref()))
        });
        demands.map(|issue| ("demands", issue)).chain(provisions.map(|issue| ("provisions", issue)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_that_are_none_are_refused_with_their_place() {
        let fault = |json: &str| Annotation::parse(json).unwrap_err();
        assert!(fault(r#"{"demands": [{"holder": "Ann Lee"}]}"#).contains("missing field `side` at line 1"));
        assert!(fault(r#"{"actors": [{"name": "A", "kind": "persn"}]}"#).contains("unknown variant `persn`"));
        assert!(fault("[").contains("not an annotation"));
        assert!(Annotation::parse("\u{feff}{\"article\": \"x\", \"note\": \"why\"}").is_ok());
    }

    #[test]
    fn words_and_codes_are_looked_up() {
        let json = r#"{"provisions": [{"plan": "p", "issue": "a/b", "also": [{"issue": "a/x"}], "evidence": "It opens"}],
                       "statements": [{"speaker": null, "quote": "we  go"}]}"#;
        let faults = Annotation::parse(json).unwrap().faults("It opens. “We go”", &["a/b".to_owned()]);
        assert_eq!(faults, ["statements: not in the article, word for word: \"we  go\"", "provisions: no issue `a/x`"]);
    }
}

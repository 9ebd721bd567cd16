//! What was missed and what was wrong, in words.
//!
//! Owns the lines of a list of misses. Is given annotations and findings. Never prints.

use super::annotation::{GoldActor, GoldMeeting, GoldPlan, GoldProvision, GoldStatement};
use super::positions::{Position, Wanted};
use crate::finding::{Actor, Meeting, Plan, Statement};
use serde::Serialize;

/// One thing that is not right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Complaint {
    /// The row it counts in.
    pub row: &'static str,
    /// What is the matter.
    pub fault: Fault,
    /// What it is about.
    pub told: String,
}

/// What is the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// Wanted and not found.
    Missed,
    /// Found and not wanted.
    Wrong,
}

impl Fault {
    /// Its word in lists.
    pub const fn as_str(self) -> &'static str {
        match self {
            Fault::Missed => "missed",
            Fault::Wrong => "wrong",
        }
    }
}

impl Complaint {
    pub(super) fn new(row: &'static str, fault: Fault, told: String) -> Complaint {
        Complaint { row, fault, told }
    }
}

/// A quotation that was found, under a wrong name.
pub(super) fn speaker(g: &GoldStatement, found: Option<&str>) -> Complaint {
    let told = format!("{}, found {}", g.told(), found.unwrap_or("nobody"));
    Complaint::new("speakers", Fault::Wrong, told)
}

/// What one line can tell.
pub(super) trait Told {
    /// In a few words.
    fn told(&self) -> String;
}

fn joined(parts: &[Option<&str>]) -> String {
    parts.iter().flatten().copied().collect::<Vec<_>>().join(" | ")
}

impl Told for GoldActor {
    fn told(&self) -> String {
        joined(&[Some(&self.name), Some(self.kind.as_str())])
    }
}

impl Told for Actor {
    fn told(&self) -> String {
        joined(&[Some(&self.name), Some(self.kind.as_str())])
    }
}

impl Told for GoldPlan {
    fn told(&self) -> String {
        self.id.clone()
    }
}

impl Told for Plan {
    fn told(&self) -> String {
        joined(&[Some(&self.id), Some(&self.name)])
    }
}

impl Told for Position {
    fn told(&self) -> String {
        let holder = self.holder.as_deref().or(Some("nobody"));
        let side = self.side.map(|side| side.as_str());
        joined(&[holder, side, Some(self.stance.as_str()), Some(&self.issue), Some(&self.words)])
    }
}

impl Told for Wanted {
    fn told(&self) -> String {
        self.own.told()
    }
}

impl Told for GoldProvision {
    fn told(&self) -> String {
        joined(&[Some(&self.plan), Some(&self.issue), Some(&self.evidence)])
    }
}

impl Told for (String, String) {
    fn told(&self) -> String {
        joined(&[Some(&self.0), Some(&self.1)])
    }
}

impl Told for GoldStatement {
    fn told(&self) -> String {
        joined(&[self.speaker.as_deref().or(Some("nobody")), Some(&self.quote)])
    }
}

impl Told for Statement {
    fn told(&self) -> String {
        let words = self.content.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ");
        joined(&[self.speaker.as_ref().map(|party| party.name.as_str()), Some(&words)])
    }
}

impl Told for GoldMeeting {
    fn told(&self) -> String {
        joined(&[self.place.as_deref(), self.date.as_deref(), self.status.map(|status| status.as_str())])
    }
}

impl Told for Meeting {
    fn told(&self) -> String {
        joined(&[self.place.as_deref(), self.date.as_deref(), Some(self.status.as_str()), Some(&self.evidence.text)])
    }
}

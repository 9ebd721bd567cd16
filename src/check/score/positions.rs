//! Demands against annotated ones, at three levels of detail and slot by slot.
//!
//! Owns what it means that a position is right. Is given an annotation and a reading. Never counts.

use super::annotation::GoldDemand;
use super::names::{norm, same_name};
use super::pairing::Strict;
use crate::finding::{Demand, Side, Stance};

/// The most words that still show a position: evidence is a span inside one paragraph and not a page.
const MOST_WORDS: usize = 80;

/// How closely positions are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Holder, stance and issue.
    Exact,
    /// Side, stance and issue.
    Side,
    /// Side, direction of the stance and group of the issue.
    Coarse,
}

/// One position in the terms of the comparison.
#[derive(Clone, Debug)]
pub(super) struct Position {
    /// Nobody, where the evidence does not show the position.
    pub holder: Option<String>,
    pub side: Option<Side>,
    pub stance: Stance,
    pub issue: String,
    /// The words that show it, for the list of misses.
    pub words: String,
}

/// An annotated position with the others that are equally right.
pub(super) struct Wanted {
    pub own: Position,
    pub also: Vec<Position>,
    pub optional: bool,
}

/// The positions of a reading that hold now.
pub(super) fn held(demands: &[Demand]) -> Vec<Position> {
    demands.iter().filter(|d| d.modality.counts()).map(position).collect()
}

fn position(d: &Demand) -> Position {
    let words = d.evidence.text.split_whitespace().count();
    let shown = !d.evidence.text.trim().contains('\n') && (1..=MOST_WORDS).contains(&words);
    let holder = Some(d.holder.name.clone()).filter(|_| shown);
    let (side, words) = (d.holder.side.filter(|_| shown), d.evidence.text.clone());
    Position { holder, side, stance: d.stance, issue: d.issue.clone(), words }
}

/// The position and its equally right variants.
pub(super) fn readings(g: &GoldDemand) -> (Position, Vec<Position>) {
    let own = Position {
        holder: Some(g.holder.clone()),
        side: Some(g.side),
        stance: g.stance,
        issue: g.issue.clone(),
        words: g.evidence.clone(),
    };
    let others = g.also.iter().map(|other| Position {
        holder: other.holder.clone().or_else(|| own.holder.clone()),
        side: other.side.or(own.side),
        stance: other.stance.unwrap_or(own.stance),
        issue: other.issue.clone().unwrap_or_else(|| own.issue.clone()),
        words: own.words.clone(),
    });
    let others = others.collect();
    (own, others)
}

/// The annotated positions of a level: those that are the same there are one.
pub(super) fn wanted(gold: &[GoldDemand], level: Level) -> Vec<Wanted> {
    let mut all: Vec<Wanted> = Vec::new();
    for g in gold {
        let (own, also) = readings(g);
        match all.iter_mut().find(|w| w.optional == g.optional && level.same(&w.own, &own)) {
            Some(wanted) => wanted.also.extend(also),
            None => all.push(Wanted { own, also, optional: g.optional }),
        }
    }
    all
}

impl Level {
    pub const ALL: [Level; 3] = [Level::Exact, Level::Side, Level::Coarse];

    /// Whether two annotated positions are one at this level.
    fn same(self, a: &Position, b: &Position) -> bool {
        let name = |p: &Position| p.holder.as_deref().map(norm);
        match self {
            Level::Exact => name(a) == name(b) && a.stance == b.stance && a.issue == b.issue,
            Level::Side | Level::Coarse => self.fits(a, b),
        }
    }

    /// Whether a found position is the wanted one.
    pub fn agrees(self, want: &Wanted, found: &Position, strict: Strict) -> bool {
        let others = want.also.iter().filter(|_| strict == Strict::Any);
        std::iter::once(&want.own).chain(others).any(|own| self.fits(own, found))
    }

    fn fits(self, want: &Position, found: &Position) -> bool {
        let side = want.side == found.side;
        match self {
            Level::Exact => holds(want, found) && want.stance == found.stance && want.issue == found.issue,
            Level::Side => side && want.stance == found.stance && want.issue == found.issue,
            Level::Coarse => side && direction(want.stance) == direction(found.stance) && group(want) == group(found),
        }
    }
}

fn holds(want: &Position, found: &Position) -> bool {
    want.holder.as_deref().zip(found.holder.as_deref()).is_some_and(|(a, b)| same_name(b, a, true))
}

/// Whether one pushes, refuses or gives.
fn direction(stance: Stance) -> u8 {
    match stance {
        Stance::Demand | Stance::Threaten => 0,
        Stance::Reject => 1,
        Stance::Offer | Stance::Accept => 2,
    }
}

fn group(position: &Position) -> &str {
    position.issue.split('/').next().unwrap_or("")
}

/// What is right about the findings on the same words as an annotated position: whether there is one, and then holder,
/// stance and issue.
pub(super) fn slots(g: &GoldDemand, demands: &[Demand], text: &str) -> (bool, [bool; 3]) {
    let near: Vec<&Demand> = match text.find(&g.evidence) {
        Some(at) => {
            let start = text[..at].chars().count();
            let end = start + g.evidence.chars().count();
            let shown = demands.iter().filter(|d| !d.evidence.text.is_empty());
            shown.filter(|d| d.evidence.start < end && start < d.evidence.end).collect()
        }
        None => Vec::new(),
    };
    let (own, also) = readings(g);
    let all: Vec<&Position> = std::iter::once(&own).chain(&also).collect();
    let any = |right: &dyn Fn(&Demand, &Position) -> bool| near.iter().any(|d| all.iter().any(|p| right(d, p)));
    let holder = any(&|d, p| p.holder.as_deref().is_some_and(|name| same_name(&d.holder.name, name, true)));
    (!near.is_empty(), [holder, any(&|d, p| d.stance == p.stance), any(&|d, p| d.issue == p.issue)])
}

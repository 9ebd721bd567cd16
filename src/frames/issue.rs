//! Which issue a piece of text is about: evidence scored, summed and ranked.
//!
//! Owns the arithmetic. Is given the phrases of the issue table found in one piece of text (a conjunct, a clause, a
//! sentence). Never splits text, reads a word or knows who says what.
//!
//! For every issue, a piece of text gains the weights of its terms and events and loses those of its vetoes. The
//! strongest gain counts in full, the next half, the next a quarter: many weak signs do not outweigh a strong one. An
//! event counts less the farther apart its two parts stand. A phrase inside a longer one that is a term counts only for
//! that term's issues. Defaults stand aside until nothing else is found.

use crate::lexicon::issues::{Deed, Event, Issue, IssueId, IssueTable, MOST, Members, Part, TermId};

/// A phrase of the table found at tokens `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermHit {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Which phrase.
    pub term: TermId,
}

impl TermHit {
    fn len(self) -> usize {
        self.end - self.start
    }
    fn inside(self, other: TermHit) -> bool {
        other.start <= self.start && self.end <= other.end
    }
    /// Tokens between the two; none where they overlap.
    fn gap(self, other: TermHit) -> Option<usize> {
        if self.end <= other.start {
            Some(other.start - self.end)
        } else if other.end <= self.start {
            Some(self.start - other.end)
        } else {
            None
        }
    }
}

/// Share of the rest of the clause in a conjunct's score.
const REST: f32 = 0.4;
/// Share of the rest of the sentence.
const SENTENCE: f32 = 0.2;
/// What an issue that yields is set back by.
const YIELDING: f32 = 1.0;
/// Share of the best score that another conjunct's issue must reach.
const NEAR: f32 = 0.5;
/// Gains that count, the strongest first.
const GAINS: usize = 4;
/// What a default is worth.
const DEFAULT: f32 = 1.0;

/// The score from which an issue is taken to be meant.
pub const THRESHOLD: f32 = 2.0;

/// What a piece of text scores for every issue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    found: [f32; MOST],
    fallback: [f32; MOST],
}

impl Default for Scores {
    fn default() -> Self {
        Scores { found: [0.0; MOST], fallback: [0.0; MOST] }
    }
}

impl Scores {
    /// Whether it holds nothing at all.
    pub fn is_empty(&self) -> bool {
        self.found.iter().chain(&self.fallback).all(|&s| s <= 0.0)
    }

    /// Whether it holds nothing but defaults.
    pub fn is_bare(&self) -> bool {
        self.found.iter().all(|&s| s <= 0.0)
    }

    /// The score of an issue, defaults left out.
    pub fn of(&self, issue: IssueId) -> f32 {
        self.found[usize::from(issue.0)]
    }

    /// These scores with a share of others added.
    #[must_use]
    pub fn plus(mut self, other: &Scores, share: f32) -> Scores {
        for (mine, theirs) in self.found.iter_mut().zip(other.found) {
            *mine += share * theirs;
        }
        for (mine, theirs) in self.fallback.iter_mut().zip(other.fallback) {
            *mine += share * theirs;
        }
        self
    }

    /// These scores for the issues alone of which `own` holds something.
    #[must_use]
    pub fn within(mut self, own: &Scores) -> Scores {
        for (n, score) in self.found.iter_mut().enumerate() {
            *score = if own.found[n] > 0.0 { *score } else { 0.0 };
        }
        self
    }

    /// A conjunct's scores in the light of the rest of its clause and of its sentence.
    #[must_use]
    pub fn combine(conjunct: &Scores, rest: &Scores, sentence: &Scores) -> Scores {
        conjunct.plus(rest, REST).plus(sentence, SENTENCE)
    }
}

/// The issue of one conjunct.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// Number of the conjunct.
    pub conjunct: usize,
    /// Its issue.
    pub issue: IssueId,
    /// How strong.
    pub score: f32,
}

/// What spoke for or against an issue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Evidence {
    /// A term and its weight.
    Term(TermId, f32),
    /// An event: its phrase, the phrase it needed, its weight after distance.
    Event(TermId, Option<TermId>, f32),
    /// A veto, likewise; the weight is what it took.
    Veto(TermId, Option<TermId>, f32),
    /// A bare predicate.
    Default(TermId),
}

impl Evidence {
    fn gain(self) -> f32 {
        match self {
            Evidence::Term(_, weight) | Evidence::Event(_, _, weight) => weight,
            Evidence::Veto(..) | Evidence::Default(_) => 0.0,
        }
    }
    fn loss(self) -> f32 {
        match self {
            Evidence::Veto(_, _, weight) => weight,
            _ => 0.0,
        }
    }
}

impl IssueTable {
    /// What the phrases found in one piece of text score.
    pub fn score(&self, hits: &[TermHit]) -> Scores {
        let mut scores = Scores::default();
        let seen = self.visible(hits);
        let gaining = seen.iter().fold(0, |bits, (hit, mask)| bits | mask & self.gains(hit.term));
        if gaining == 0 {
            return scores;
        }
        let parts = self.in_play(&seen, gaining);
        let (mut own, mut evidence) = (Vec::with_capacity(hits.len()), Vec::new());
        for n in (0..self.issues.len()).filter(|n| gaining >> n & 1 == 1) {
            own.clear();
            own.extend(seen.iter().filter(|(_, mask)| mask >> n & 1 == 1).map(|(hit, _)| *hit));
            evidence.clear();
            let parts = of_issue(&parts, n);
            if parts.first().is_some_and(|part| part.deed() == Deed::Term) {
                terms(&self.issues[n], &own, &mut evidence);
            }
            weigh(&self.issues[n], &own, parts, &mut evidence);
            scores.found[n] = total(&mut evidence);
            scores.fallback[n] = if evidence.iter().any(|e| matches!(e, Evidence::Default(_))) { DEFAULT } else { 0.0 };
        }
        scores
    }

    /// What the phrases bring into play for issues that see them and are among `issues` (bits), in order, each once.
    fn in_play(&self, seen: &[(TermHit, u64)], issues: u64) -> Vec<Part> {
        let mut parts = Vec::with_capacity(8 * seen.len());
        for (hit, mask) in seen {
            parts.extend(self.parts(hit.term).iter().filter(|part| (mask & issues) >> part.issue() & 1 == 1));
        }
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    /// Scores with those of `hits` alone for the issue of meeting and talking.
    pub fn less_of_talks(&self, mut scores: Scores, hits: &[TermHit]) -> Scores {
        if let Some(talks) = self.talks() {
            let (alone, n) = (self.score(hits), usize::from(talks.0));
            scores.found[n] = alone.found[n];
            scores.fallback[n] = alone.fallback[n];
        }
        scores
    }

    /// What spoke for and against an issue in a piece of text.
    pub fn explain(&self, hits: &[TermHit], issue: IssueId) -> Vec<Evidence> {
        let bit = issue.0;
        let seen: Vec<(TermHit, u64)> =
            self.visible(hits).into_iter().filter(|(_, mask)| mask >> bit & 1 == 1).collect();
        let parts = self.in_play(&seen, 1 << bit);
        let own: Vec<TermHit> = seen.into_iter().map(|(hit, _)| hit).collect();
        let mut evidence = Vec::new();
        terms(&self.issues[usize::from(bit)], &own, &mut evidence);
        weigh(&self.issues[usize::from(bit)], &own, &parts, &mut evidence);
        evidence
    }

    /// One line of an explanation: `frozen asset +6`.
    pub fn describe(&self, evidence: Evidence) -> String {
        let pair = |a, b: Option<TermId>| match b {
            Some(b) => format!("{} … {}", self.phrase(a), self.phrase(b)),
            None => self.phrase(a).to_owned(),
        };
        match evidence {
            Evidence::Term(term, weight) => format!("{} +{weight}", self.phrase(term)),
            Evidence::Event(a, b, weight) => format!("{} +{weight}", pair(a, b)),
            Evidence::Veto(a, b, weight) => format!("{} -{weight}", pair(a, b)),
            Evidence::Default(term) => format!("{} (default)", self.phrase(term)),
        }
    }

    /// The issues that reach `threshold`, the best first; where none does, those of the defaults.
    pub fn best(&self, scores: &Scores, threshold: f32) -> Vec<(IssueId, f32)> {
        let mut found = self.ranked(&scores.found, threshold);
        if found.is_empty() {
            found = self.ranked(&scores.fallback, f32::MIN_POSITIVE);
        }
        found
    }

    /// Whether any issue would be among the [`IssueTable::best`].
    pub fn any(&self, scores: &Scores, threshold: f32) -> bool {
        let (found, fallback) = (&scores.found[..self.issues.len()], &scores.fallback[..self.issues.len()]);
        found.iter().any(|&s| s >= threshold) || fallback.iter().any(|&s| s >= f32::MIN_POSITIVE)
    }

    /// One issue per conjunct of a complement: the best of each, those left out that are much weaker than the strongest.
    pub fn choose(&self, conjuncts: &[Scores], threshold: f32) -> Vec<Choice> {
        let mut out: Vec<Choice> = Vec::new();
        for (conjunct, scores) in conjuncts.iter().enumerate() {
            let Some(&(issue, score)) = self.best(scores, threshold).first() else { continue };
            match out.iter_mut().find(|c| c.issue == issue) {
                Some(known) => known.score = known.score.max(score),
                None => out.push(Choice { conjunct, issue, score }),
            }
        }
        let strongest = out.iter().map(|c| c.score).fold(0.0, f32::max);
        out.retain(|c| c.score >= NEAR * strongest);
        out
    }

    fn ranked(&self, scores: &[f32; MOST], threshold: f32) -> Vec<(IssueId, f32)> {
        let rank = |id: IssueId| {
            let setback = if self.issues[usize::from(id.0)].yields { YIELDING } else { 0.0 };
            scores[usize::from(id.0)] - setback
        };
        let mut out: Vec<IssueId> = self.ids().filter(|id| scores[usize::from(id.0)] >= threshold).collect();
        out.sort_by(|&a, &b| rank(b).total_cmp(&rank(a)).then(a.cmp(&b)));
        out.into_iter().map(|id| (id, scores[usize::from(id.0)])).collect()
    }

    /// The hits with the issues (bits) that see them.
    fn visible(&self, hits: &[TermHit]) -> Vec<(TermHit, u64)> {
        let shading: Vec<TermHit> =
            hits.iter().filter(|h| h.len() > 1 && self.shade(h.term) < u64::MAX).copied().collect();
        let mask = |hit: TermHit| {
            let around = shading.iter().filter(|&&other| other.len() > hit.len() && hit.inside(other));
            around.fold(u64::MAX, |mask, other| mask & self.shade(other.term))
        };
        hits.iter().map(|&hit| (hit, mask(hit))).filter(|(_, mask)| *mask != 0).collect()
    }
}

/// The parts of one issue.
fn of_issue(parts: &[Part], issue: usize) -> &[Part] {
    let start = parts.partition_point(|part| part.issue() < issue);
    &parts[start..start + parts[start..].partition_point(|part| part.issue() == issue)]
}

/// All that speaks for and against an issue in `hits`; `parts` is what they do for it.
fn weigh(issue: &Issue, hits: &[TermHit], parts: &[Part], out: &mut Vec<Evidence>) {
    out.extend(parts.iter().filter_map(|part| match part.deed() {
        Deed::Term => None,
        Deed::Event(n) => met(&issue.events[usize::from(n)], hits).map(|(a, b, weight)| Evidence::Event(a, b, weight)),
        Deed::Veto(n) => met(&issue.vetoes[usize::from(n)], hits).map(|(a, b, weight)| Evidence::Veto(a, b, weight)),
        Deed::Default => hits.iter().find(|h| issue.defaults.has(h.term)).map(|hit| Evidence::Default(hit.term)),
    }));
}

/// Every term once; of terms inside each other only the longest, of terms on the same words only the heaviest.
fn terms(issue: &Issue, hits: &[TermHit], out: &mut Vec<Evidence>) {
    let found: Vec<(TermHit, f32)> =
        hits.iter().filter_map(|&hit| issue.terms.get(&hit.term).map(|&weight| (hit, weight))).collect();
    let beaten = |hit: TermHit, weight: f32| {
        found.iter().any(|&(other, heavier)| {
            hit.inside(other)
                && (other.len() > hit.len() || heavier > weight || (heavier == weight && other.term < hit.term))
        })
    };
    for &(hit, weight) in &found {
        let evidence = Evidence::Term(hit.term, weight);
        if !beaten(hit, weight) && !out.contains(&evidence) {
            out.push(evidence);
        }
    }
}

/// The closest pair that fulfils an event, and what it is worth.
fn met(event: &Event, hits: &[TermHit]) -> Option<(TermId, Option<TermId>, f32)> {
    let any = || hits.iter().filter(|h| event.any.has(h.term));
    let first = any().next()?;
    if hits.iter().any(|h| event.without.has(h.term)) {
        return None;
    }
    let Some(with) = &event.with else {
        return Some((first.term, None, event.weight));
    };
    let (gap, a, b) = any().filter_map(|&hit| partner(hit, with, hits)).min_by_key(|(gap, ..)| *gap)?;
    Some((a, Some(b), event.weight * nearness(gap)))
}

fn partner(hit: TermHit, with: &Members, hits: &[TermHit]) -> Option<(usize, TermId, TermId)> {
    let partners = hits.iter().filter(|h| with.has(h.term));
    partners.filter_map(|h| Some((hit.gap(*h)?, hit.term, h.term))).min_by_key(|(gap, ..)| *gap)
}

/// What distance leaves of an event's weight.
fn nearness(gap: usize) -> f32 {
    match gap {
        0..=4 => 1.0,
        5..=8 => 0.85,
        9..=14 => 0.6,
        _ => 0.4,
    }
}

/// Gains with halving weight, less all losses; never below nothing.
fn total(evidence: &mut [Evidence]) -> f32 {
    evidence.sort_by(|a, b| b.gain().total_cmp(&a.gain()));
    let mut share = 1.0;
    let mut sum = 0.0;
    for gain in evidence.iter().map(|e| e.gain()).take(GAINS) {
        sum += share * gain;
        share /= 2.0;
    }
    let loss: f32 = evidence.iter().map(|e| e.loss()).sum();
    (sum - loss).max(0.0)
}

#[cfg(test)]
mod tests;

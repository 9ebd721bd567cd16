//! Hits and errors, counted and told as figures.
//!
//! Owns precision, recall, F1 and the interval of F1. Is given counts per article. Never decides what a hit is.

use super::twister::Twister;
use serde::Serialize;

/// How often articles are drawn anew for an interval.
const DRAWS: usize = 400;

/// Counts of one row, for one article or for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Wanted and found.
    pub hit: usize,
    /// Wanted and not found.
    pub missed: usize,
    /// Found and not wanted.
    pub wrong: usize,
}

/// The figures of one row; shares are rounded to three decimals.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Row {
    /// What of the found is right.
    pub precision: f64,
    /// What of the wanted is found.
    pub recall: f64,
    /// The harmonic mean of the two.
    pub f1: f64,
    /// Where 95 % of the F1 lie when the articles are drawn anew, with repetition.
    pub interval: [f64; 2],
    /// How many were wanted.
    pub gold: usize,
    /// How many were found.
    pub predicted: usize,
}

impl Tally {
    /// Counts a place that has one right answer: an error is both missed and wrong.
    pub fn slot(&mut self, right: bool) {
        self.hit += usize::from(right);
        self.missed += usize::from(!right);
        self.wrong += usize::from(!right);
    }

    fn plus(self, other: &Tally) -> Tally {
        Tally { hit: self.hit + other.hit, missed: self.missed + other.missed, wrong: self.wrong + other.wrong }
    }

    fn f1(self) -> f64 {
        share(2 * self.hit, 2 * self.hit + self.missed + self.wrong)
    }
}

/// The figures of the articles together.
pub(super) fn row(parts: &[Tally]) -> Row {
    let all = parts.iter().fold(Tally::default(), Tally::plus);
    Row {
        precision: rounded(share(all.hit, all.hit + all.wrong)),
        recall: rounded(share(all.hit, all.hit + all.missed)),
        f1: rounded(all.f1()),
        interval: interval(parts),
        gold: all.hit + all.missed,
        predicted: all.hit + all.wrong,
    }
}

/// The same draws every time: the generator starts at 1.
fn interval(parts: &[Tally]) -> [f64; 2] {
    let mut draw = Twister::new(1);
    let mut one = || parts.iter().map(|_| &parts[draw.below(parts.len())]).fold(Tally::default(), Tally::plus).f1();
    let mut drawn: Vec<f64> = (0..DRAWS).map(|_| one()).collect();
    drawn.sort_by(f64::total_cmp);
    [rounded(drawn[(DRAWS - 1) * 25 / 1000]), rounded(drawn[(DRAWS - 1) * 975 / 1000])]
}

fn share(part: usize, of: usize) -> f64 {
    if part == 0 { 0.0 } else { part as f64 / of as f64 }
}

/// To three decimals, as they are printed.
pub(super) fn rounded(value: f64) -> f64 {
    format!("{value:.3}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_taken_over_all_articles() {
        let parts = [Tally { hit: 2, missed: 1, wrong: 0 }, Tally { hit: 0, missed: 1, wrong: 1 }];
        let row = row(&parts);
        assert_eq!((row.precision, row.recall, row.f1), (0.667, 0.5, 0.571));
        assert_eq!((row.gold, row.predicted), (4, 3));
        assert_eq!(row.interval, [0.0, 0.8], "from twice the second to twice the first");
    }

    #[test]
    fn nothing_wanted_and_nothing_found_is_zero() {
        assert_eq!((row(&[]).f1, row(&[]).gold, row(&[]).interval), (0.0, 0, [0.0, 0.0]));
        let mut slot = Tally::default();
        slot.slot(false);
        slot.slot(true);
        assert_eq!(slot, Tally { hit: 1, missed: 1, wrong: 1 });
    }
}

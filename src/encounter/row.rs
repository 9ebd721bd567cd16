//! Several meetings told of at once: `rounds in Oslo in May and in Rome in June`, `met on January 3 and February 9`.
//!
//! Owns which day belongs to which place. Never finds a place or a date itself.

use super::place::Place;
use super::spot::Spot;
use super::zone::Zone;
use super::{Mention, Scene, Stop};
use crate::text::Run;
use crate::words::date::Partial;

/// A day with the words that name it.
type Day = (Partial, Run);

/// Days as near as this are those of one meeting.
const NEAR: i32 = 2;

impl Scene<'_> {
    /// The meetings of a mention, if they are several: one per place, or one per day.
    pub(super) fn row(&self, spot: &Spot, zone: &Zone, places: &[Place]) -> Vec<Stop> {
        let dates = self.calendar.of_sentence(spot.sentence).iter();
        let own = dates.filter(|d| !d.bounds && zone.dates.contains(&d.run.start));
        let days: Vec<Day> = own.filter_map(|d| Some((d.date?, d.run))).collect();
        match places {
            [] | [_] => self.row_of_days(places.first(), &days),
            _ => row_of_places(places, &days),
        }
    }

    fn row_of_days(&self, place: Option<&Place>, days: &[Day]) -> Vec<Stop> {
        let mut out: Vec<Day> = Vec::new();
        for &(date, run) in days {
            let next = out.last().is_none_or(|&(last, before)| {
                date.precision() == last.precision() && apart(last, date) && self.enumerates(before.end, run.start)
            });
            if next {
                out.push((date, run));
            }
        }
        let several = out.len() > 1;
        out.into_iter().filter(|_| several).map(|day| (place.cloned(), Some(day))).collect()
    }
}

/// Every place with the day behind it, where at least one stands between two places.
fn row_of_places(places: &[Place], days: &[Day]) -> Vec<Stop> {
    let behind = |i: usize| {
        let end = places.get(i + 1).map_or(usize::MAX, |next| next.run.start);
        days.iter().copied().find(|(_, run)| places[i].run.end <= run.start && run.start < end)
    };
    let between = (0..places.len() - 1).any(|i| behind(i).is_some());
    let rows = places.iter().enumerate().filter(|_| between);
    rows.map(|(i, place)| (Some(place.clone()), behind(i))).collect()
}

/// Too far from one another to be days of one meeting.
fn apart(a: Partial, b: Partial) -> bool {
    match (a.date(), b.date()) {
        (Some(a), Some(b)) => a.until(b).is_ok_and(|span| span.get_days().abs() > NEAR),
        _ => a != b,
    }
}

impl Mention {
    /// One mention per meeting of its row.
    pub(super) fn split(self) -> Vec<Mention> {
        if self.row.len() < 2 {
            return vec![self];
        }
        let one = |(place, date): &(Option<Place>, Option<Day>)| Mention {
            places: place.iter().cloned().collect(),
            date: *date,
            row: Vec::new(),
            ..self.clone()
        };
        self.row.iter().map(one).collect()
    }
}

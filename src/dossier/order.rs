//! The contract's order: by start, then id.
//!
//! Owns the sorting of the seven lists. Is given a reading. Never drops or changes a finding.

use crate::finding::Reading;

/// Puts every list into the contract's order; what stands nowhere comes last.
pub fn settle(reading: &mut Reading) {
    let first = |start: Option<usize>| start.unwrap_or(usize::MAX);
    reading.actors.sort_by_cached_key(|a| (first(a.mentions.first().map(|m| m.span.start)), a.id.clone()));
    reading.plans.sort_by_cached_key(|p| (first(p.mentions.first().map(|m| m.start)), p.id.clone()));
    reading.demands.sort_by_cached_key(|d| (d.evidence.start, number(&d.id)));
    reading.provisions.sort_by_cached_key(|p| (p.evidence.start, number(&p.id)));
    reading.statements.sort_by_cached_key(|s| number(&s.id));
    reading.meetings.sort_by_cached_key(|m| (m.evidence.start, number(&m.id)));
    reading.figures.sort_by_cached_key(|f| (f.evidence.start, number(&f.id)));
}

/// `demands:1402:10` sorts behind `demands:1402:2`.
fn number(id: &str) -> (usize, usize, String) {
    let mut parts = id.rsplit(':').map(|part| part.parse().unwrap_or(usize::MAX));
    let (nth, start) = (parts.next().unwrap_or(usize::MAX), parts.next().unwrap_or(usize::MAX));
    (start, nth, id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn ids_sort_by_their_numbers() {
        let mut ids = ["demands:1402:10", "demands:1402:2", "demands:9:1", "odd"];
        ids.sort_by_key(|id| number(id));
        assert_eq!(ids, ["demands:9:1", "demands:1402:2", "demands:1402:10", "odd"]);
    }
}

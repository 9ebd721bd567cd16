//! Wanted and found, one to one.
//!
//! Owns the order in which pairs are made. Is given both lists and what agreement means. Never knows what they hold.

use super::tally::Tally;

/// Whether answers count that are equally right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strict {
    /// Only the annotation's own reading.
    Own,
    /// The others beside it, too.
    Any,
}

/// What came of a list.
pub(super) struct Pairing<'a, G, P> {
    hit: usize,
    /// Required and not found.
    pub missed: Vec<&'a G>,
    /// Found, and neither wanted nor allowed.
    pub wrong: Vec<&'a P>,
}

impl<G, P> Pairing<'_, G, P> {
    /// The counts.
    pub fn tally(&self) -> Tally {
        Tally { hit: self.hit, missed: self.missed.len(), wrong: self.wrong.len() }
    }
}

/// Required ones first, on their own reading and then on the equally right ones; optional ones likewise. What is left
/// and agrees with some annotation repeats it: no error if `repeats`.
pub(super) fn pair<'a, G, P>(
    gold: &'a [G],
    found: &'a [P],
    optional: impl Fn(&G) -> bool,
    repeats: bool,
    agree: impl Fn(&G, &P, Strict) -> bool,
) -> Pairing<'a, G, P> {
    let (mut left, mut open): (Vec<&P>, Vec<&G>) = (found.iter().collect(), gold.iter().collect());
    let mut hit = 0;
    for (may_lack, strict) in [(false, Strict::Own), (false, Strict::Any), (true, Strict::Own), (true, Strict::Any)] {
        open.retain(|g| {
            let at = left.iter().position(|p| optional(g) == may_lack && agree(g, p, strict));
            at.map(|at| left.remove(at)).inspect(|_| hit += usize::from(!may_lack)).is_none()
        });
    }
    left.retain(|p| !(repeats && gold.iter().any(|g| agree(g, p, Strict::Any))));
    Pairing { hit, missed: open.into_iter().filter(|g| !optional(g)).collect(), wrong: left }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Annotations: own reading, another right one, whether it may lack.
    fn counts(gold: &[(u8, u8, bool)], found: &[u8], repeats: bool) -> (usize, usize, usize) {
        let agree = |g: &(u8, u8, bool), p: &u8, strict| g.0 == *p || strict == Strict::Any && g.1 == *p;
        let tally = pair(gold, found, |g| g.2, repeats, agree).tally();
        (tally.hit, tally.missed, tally.wrong)
    }

    #[test]
    fn own_readings_come_before_others() {
        assert_eq!(counts(&[(1, 2, false), (2, 0, false)], &[2, 1], true), (2, 0, 0));
        assert_eq!(counts(&[(1, 2, false), (2, 0, false)], &[2], true), (1, 1, 0));
    }

    #[test]
    fn optional_ones_are_neither_required_nor_wrong() {
        assert_eq!(counts(&[(1, 0, true)], &[], true), (0, 0, 0));
        assert_eq!(counts(&[(1, 0, true)], &[1], true), (0, 0, 0));
        assert_eq!(counts(&[(1, 0, true), (1, 0, false)], &[1], true), (1, 0, 0));
    }

    #[test]
    fn repetitions_are_errors_only_where_asked() {
        assert_eq!(counts(&[(1, 0, false)], &[1, 1, 3], true), (1, 0, 1));
        assert_eq!(counts(&[(1, 0, false)], &[1, 1, 3], false), (1, 0, 2));
    }
}

//! Which words are in which set: a row of bits for every word that is in any.
//!
//! Owns the table behind [`super::Lexicon::in_set`], asked several times for every token. Never knows what a set is for.

use super::vocab::{QuickMap, Sym};

/// Members of all sets.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// For every form the number of its row; 0 is the row of forms in no set.
    rows: Vec<u16>,
    /// Words of bits in a row.
    width: usize,
    bits: Vec<u64>,
    /// The place of a word in its set.
    ranks: QuickMap<(u16, Sym), u16>,
}

impl Members {
    /// A table for `sets` sets.
    pub fn new(sets: usize) -> Members {
        let width = sets.div_ceil(64);
        Members { rows: Vec::new(), width, bits: vec![0; width], ranks: QuickMap::default() }
    }

    /// Puts a form into a set at `rank`; where it stands there already, the first place holds.
    pub fn add(&mut self, form: Sym, set: u16, rank: u16) {
        let at = form as usize;
        if self.rows.len() <= at {
            self.rows.resize(at + 1, 0);
        }
        if self.rows[at] == 0 {
            self.rows[at] = (self.bits.len() / self.width) as u16;
            self.bits.resize(self.bits.len() + self.width, 0);
        }
        let row = usize::from(self.rows[at]) * self.width;
        self.bits[row + usize::from(set / 64)] |= 1 << (set % 64);
        self.ranks.entry((set, form)).or_insert(rank);
    }

    /// The row of a form.
    pub fn row(&self, form: Sym) -> u16 {
        self.rows.get(form as usize).copied().unwrap_or(0)
    }

    /// Whether the form of this row is in the set; false for a set that does not exist.
    pub fn in_row(&self, row: u16, set: u16) -> bool {
        let word = usize::from(set / 64);
        row > 0 && word < self.width && self.bits[usize::from(row) * self.width + word] >> (set % 64) & 1 == 1
    }

    /// Whether the form is in the set; false for a set that does not exist.
    pub fn has(&self, form: Sym, set: u16) -> bool {
        self.in_row(self.row(form), set)
    }

    /// The place of the form in the set.
    pub fn rank(&self, form: Sym, set: u16) -> Option<usize> {
        if self.has(form, set) { self.ranks.get(&(set, form)).map(|&rank| usize::from(rank)) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_in_the_sets_they_were_put_into() {
        let mut members = Members::new(70);
        for (rank, form) in [9, 4, 9].into_iter().enumerate() {
            members.add(form, 69, rank as u16);
        }
        members.add(4, 0, 0);
        let held: Vec<(Sym, u16)> =
            (0..12).flat_map(|f| [0, 1, 69, u16::MAX].map(|s| (f, s))).filter(|&(f, s)| members.has(f, s)).collect();
        assert_eq!(held, [(4, 0), (4, 69), (9, 69)]);
        assert_eq!((members.rank(9, 69), members.rank(4, 69), members.rank(4, 1)), (Some(0), Some(1), None));
        assert!(!Members::default().has(3, 0), "no set at all");
    }
}

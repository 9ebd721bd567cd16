//! CSV: one list, one line a finding.
//!
//! Owns quoting, and the guard against cells that a spreadsheet would run as formulas. Is given records. Never reads the
//! numbers out of words.

use super::{Page, escaped, record};
use crate::finding::Reading;
use csv::Writer;
use std::io::{self, Write};

/// Writes the names of the columns.
pub(super) fn open(out: &mut impl Write, page: &Page) -> io::Result<()> {
    page.lists.iter().try_for_each(|&list| lines(out, [record::heads(list)]))
}

/// Writes the findings of one reading.
pub(super) fn write(out: &mut impl Write, page: &Page, reading: &Reading) -> io::Result<()> {
    let safe = |row: Vec<String>| row.iter().map(|cell| guarded(&escaped(cell))).collect::<Vec<_>>();
    page.lists.iter().try_for_each(|&list| lines(out, record::rows(reading, list).into_iter().map(safe)))
}

/// Rows as lines, made as a whole first: writing into memory does not fail, and `out` keeps its own errors.
fn lines<C: AsRef<[u8]>>(out: &mut impl Write, rows: impl IntoIterator<Item = Vec<C>>) -> io::Result<()> {
    let mut lines = Writer::from_writer(Vec::new());
    rows.into_iter().try_for_each(|row| lines.write_record(row))?;
    out.write_all(&lines.into_inner().map_err(|e| e.into_error())?)
}

/// The cell with an apostrophe before what would start a formula. Numbers stay as they are.
fn guarded(cell: &str) -> String {
    let first = cell.trim_start().chars().next();
    let starts_formula = first.is_some_and(|c| "=+-@＝＋－＠".contains(c));
    if starts_formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed() {
        for cell in ["=HYPERLINK(\"x\")", "+A1", "-A1", "@SUM(A1)", " =1+1", "\u{ff1d}1", "- a list item"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        for cell in ["-1500.5", "300000000000", "a=b", "", "28-point"] {
            assert_eq!(guarded(cell), cell);
        }
    }
}

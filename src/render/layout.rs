//! Sheets set as tables.
//!
//! Owns widths and wrapping: every column is at least as wide as its longest word, so that no word is cut, and shares
//! the rest with the others. Is given a sheet. Never knows what a cell means.

use super::sheet::{Column, Sheet};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use unicode_width::UnicodeWidthStr;

/// Below this width columns that may stand under their neighbour do.
const NARROW: usize = 120;
/// White space on both sides of a cell.
const PADDING: usize = 2;

/// The sheet as lines of at most `width`, wider only where words are.
pub(super) fn lay_out(sheet: &Sheet, width: usize) -> String {
    let (heads, rows) = if width < NARROW { stacked(sheet) } else { spread(sheet) };
    let gaps = heads.len().saturating_sub(1);
    let widths = widths(&heads, &rows, width.saturating_sub(gaps));
    let total = widths.iter().sum::<usize>() + gaps;
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(heads).add_rows(rows).set_width(fixed(total));
    table.set_constraints(widths.iter().map(|&w| ColumnConstraint::Absolute(Width::Fixed(fixed(w)))));
    table.trim_fmt()
}

fn fixed(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

type Cells = Vec<String>;

fn spread(sheet: &Sheet) -> (Cells, Vec<Cells>) {
    (sheet.columns.iter().map(|column| column.head.to_owned()).collect(), sheet.rows.clone())
}

/// Columns that may do so stand under the one before them.
fn stacked(sheet: &Sheet) -> (Cells, Vec<Cells>) {
    let heads = sheet.columns.iter().map(|column| column.head.to_owned()).collect();
    let rows = sheet.rows.iter().map(|row| stack(&sheet.columns, row.clone()));
    (stack(&sheet.columns, heads), rows.collect())
}

/// The first that stands under another opens a line, the next go on with it.
fn stack(columns: &[Column], cells: Cells) -> Cells {
    let mut stacked: Cells = Vec::new();
    for (column, cell) in columns.iter().zip(cells) {
        match stacked.last_mut().filter(|_| column.may_stack) {
            Some(_) if cell.is_empty() => {}
            Some(above) => *above = format!("{above}{}{cell}", if above.contains('\n') { ", " } else { "\n" }),
            None => stacked.push(cell),
        }
    }
    stacked
}

/// Every column its longest word, then evenly more up to its longest line.
fn widths(heads: &Cells, rows: &[Cells], total: usize) -> Vec<usize> {
    let column = |at: usize| std::iter::once(&heads[at]).chain(rows.iter().filter_map(move |row| row.get(at)));
    let widest = |at: usize, separator: fn(char) -> bool| {
        column(at).flat_map(|cell| cell.split(separator)).map(UnicodeWidthStr::width).max().unwrap_or(0) + PADDING
    };
    let mut widths: Vec<usize> = (0..heads.len()).map(|at| widest(at, |c| c == ' ' || c == '\n')).collect();
    let most: Vec<usize> = (0..heads.len()).map(|at| widest(at, |c| c == '\n')).collect();
    share(&mut widths, &most, total);
    widths
}

fn share(widths: &mut [usize], most: &[usize], total: usize) {
    let mut left = total.saturating_sub(widths.iter().sum());
    while left > 0 {
        let Some(at) = (0..widths.len()).filter(|&at| widths[at] < most[at]).min_by_key(|&at| widths[at]) else {
            return;
        };
        widths[at] += 1;
        left -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let column = |head, may_stack| Column { head, may_stack };
        Sheet {
            columns: vec![column("Holder", false), column("Side", true), column("Evidence", false)],
            rows: vec![vec![
                "Ann Lee".into(),
                "north".into(),
                "the bridge must be handed over before the winter comes, she said again".into(),
            ]],
            ..Sheet::default()
        }
    }

    #[test]
    fn narrow_tables_stack_and_wrap_between_words() {
        let text = lay_out(&sheet(), 40);
        assert!(text.lines().all(|line| line.width() <= 40), "{text}");
        assert!(text.contains("Holder") && !text.contains("Holder  Side"), "{text}");
        for word in "the bridge must be handed over before winter north".split(' ') {
            assert!(text.split_whitespace().any(|w| w == word), "{word}: {text}");
        }
    }

    #[test]
    fn wide_tables_keep_a_row_on_a_line() {
        let text = lay_out(&sheet(), 200);
        assert!(
            text.lines().any(|line| line.contains("Ann Lee") && line.contains("north") && line.ends_with("said again")),
            "{text}"
        );
    }

    #[test]
    fn a_long_word_widens_the_table() {
        let mut sheet = sheet();
        sheet.rows[0][2] = "x".repeat(90);
        assert!(lay_out(&sheet, 40).contains(&"x".repeat(90)));
    }
}

//! Markdown: one list as a table of GitHub's kind, a row a finding.
//!
//! Owns its escaping, so that an article's words are shown and not obeyed. Is given a reading; the columns are those of the
//! terminal's tables, after one for the article. Never wraps.

use super::sheet::{Sheet, sheet};
use super::{Page, escaped};
use crate::dossier::List;
use crate::finding::{ArticleInfo, Reading};
use std::io::{self, Write};

/// Writes the head of the table.
pub(super) fn open(out: &mut impl Write, page: &Page) -> io::Result<()> {
    page.lists.iter().try_for_each(|&list| {
        let columns = Sheet::columns(list);
        let heads = columns.iter().map(|column| column.head);
        row(out, std::iter::once("Article").chain(heads).map(str::to_owned))?;
        row(out, (0..=columns.len()).map(|_| "---".to_owned()))
    })
}

/// Writes the rows of one reading.
pub(super) fn write(out: &mut impl Write, page: &Page, reading: &Reading) -> io::Result<()> {
    page.lists.iter().try_for_each(|&list| rows(out, page, reading, list))
}

fn rows(out: &mut impl Write, page: &Page, reading: &Reading, list: List) -> io::Result<()> {
    let article = verbatim(name(&reading.article));
    let rows = sheet(reading, list, page.all).rows;
    rows.iter()
        .try_for_each(|cells| row(out, std::iter::once(article.clone()).chain(cells.iter().map(|cell| verbatim(cell)))))
}

fn name(article: &ArticleInfo) -> &str {
    article.path.as_deref().unwrap_or(&article.id)
}

fn row(out: &mut impl Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// The words as Markdown that shows them: no emphasis, code, link, picture, tag or column of their own.
fn verbatim(cell: &str) -> String {
    let mark = |c: char| if "\\`*_[]<>|~&#$!".contains(c) { vec!['\\', c] } else { vec![c] };
    escaped(cell).chars().flat_map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::verbatim;

    #[test]
    fn marks_are_shown() {
        assert_eq!(verbatim("a | b\n![x](y) <b> *c*"), "a \\| b \\!\\[x\\](y) \\<b\\> \\*c\\*");
        assert_eq!(verbatim("“28-point” plan, $5"), "“28-point” plan, \\$5");
    }
}

//! Tables for eyes: a heading for the article, then one table per list.
//!
//! Owns headings and captions. Is given a reading and the page. Never cuts a word, and never shows what could steer
//! the terminal.

use super::layout::lay_out;
use super::sheet::sheet;
use super::{Page, escaped};
use crate::dossier::List;
use crate::finding::{ArticleInfo, Reading};
use std::io::{self, Write};

/// Writes one reading.
pub(super) fn write(out: &mut impl Write, page: &Page, reading: &Reading) -> io::Result<()> {
    heading(out, page, &reading.article)?;
    page.lists.iter().try_for_each(|&list| section(out, page, reading, list))
}

fn heading(out: &mut impl Write, page: &Page, article: &ArticleInfo) -> io::Result<()> {
    let title = article.title.as_deref().unwrap_or(&article.id);
    writeln!(out, "{}", strong(page, &escaped(title)))?;
    let words = format!("{} words", article.words);
    let path = article.path.as_deref().unwrap_or("standard input");
    let byline = article.byline.join(", ");
    let facts = [
        Some(path),
        Some(byline.as_str()),
        article.outlet.as_deref(),
        article.published.as_deref(),
        Some(words.as_str()),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).map(escaped).collect();
    writeln!(out, "{}", facts.join(" | "))?;
    article.notes.iter().try_for_each(|note| writeln!(out, "note: {}", escaped(note)))?;
    writeln!(out)
}

fn section(out: &mut impl Write, page: &Page, reading: &Reading, list: List) -> io::Result<()> {
    let sheet = sheet(reading, list, page.all);
    let hidden = match sheet.hidden {
        0 => String::new(),
        n => format!(" ({n} more that do not hold now: --all)"),
    };
    let caption = format!("{}: {}{hidden}", capitalised(list), sheet.rows.len());
    writeln!(out, "{}", strong(page, &caption))?;
    if !sheet.rows.is_empty() {
        writeln!(out, "{}", lay_out(&sheet, page.width))?;
    }
    writeln!(out)
}

fn capitalised(list: List) -> String {
    let name = list.as_str();
    name[..1].to_uppercase() + &name[1..]
}

fn strong(page: &Page, text: &str) -> String {
    if page.bold { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
}

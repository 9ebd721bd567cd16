//! Figures written out.
//!
//! Owns the table and the JSON of a score. Is given figures. Never measures.

use super::{CORE, Complaint, Figures};
use crate::render::escaped;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// How many articles were measured, and how many could not be.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// Measured.
    pub articles: usize,
    /// Not to be read.
    pub failed: usize,
}

/// The figures of one score as a table; `misses` come after it, by row.
///
/// # Errors
/// What writing gives.
pub fn table(
    out: &mut impl Write,
    figures: &Figures,
    extent: Extent,
    misses: &[(String, Complaint)],
) -> io::Result<()> {
    let Extent { articles, failed } = extent;
    writeln!(out, "{articles} articles, {failed} failed; {} spans, {} astray", figures.spans, figures.astray)?;
    writeln!(out, "{:18}{:>10}{:>10}{:>10}{:>16}{:>8}{:>8}", "", "precision", "recall", "F1", "95 %", "gold", "found")?;
    for (name, row) in &figures.rows {
        let [low, high] = row.interval;
        let interval = format!("{low:.3}-{high:.3}");
        writeln!(
            out,
            "{name:18}{:>10.3}{:>10.3}{:>10.3}{interval:>16}{:>8}{:>8}",
            row.precision, row.recall, row.f1, row.gold, row.predicted
        )?;
    }
    writeln!(out, "overall (mean F1 of {}): {:.3}", CORE.join(", "), figures.overall)?;
    for (name, _) in &figures.rows {
        let of_row: Vec<_> = misses.iter().filter(|(_, complaint)| complaint.row == *name).collect();
        if !of_row.is_empty() {
            writeln!(out, "\n{name}")?;
        }
        for (article, complaint) in of_row {
            writeln!(out, "  {}: {} {}", escaped(article), complaint.fault.as_str(), escaped(&complaint.told))?;
        }
    }
    Ok(())
}

/// The same as one JSON value.
///
/// # Errors
/// What writing gives.
pub fn json(
    out: &mut impl Write,
    figures: &Figures,
    extent: Extent,
    misses: Option<&[(String, Complaint)]>,
) -> io::Result<()> {
    let rows: Map<String, Value> = figures.rows.iter().map(|(name, row)| ((*name).to_owned(), json!(row))).collect();
    let mut value = json!({
        "schema": "ukdesk.score/1", "articles": extent.articles, "failed": extent.failed, "overall": figures.overall,
        "grounding": {"spans": figures.spans, "wrong": figures.astray}, "rows": rows,
    });
    if let Some(misses) = misses {
        let told = |(article, c): &(String, Complaint)| json!({"article": article, "row": c.row, "fault": c.fault, "about": c.told});
        value["misses"] = misses.iter().map(told).collect();
    }
    serde_json::to_writer_pretty(&mut *out, &value)?;
    out.write_all(b"\n")
}

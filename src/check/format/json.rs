//! A report as JSON.
//!
//! Owns the shape. Is given a report. Never checks.

use crate::check::outcome::{Kind, Report, Suite, Test, Verdict};
use crate::check::report::explained;
use crate::check::verdict::{Difference, Miss};
use serde_json::{Value, json};
use std::io::{self, Write};

/// The identifier of the shape.
const SCHEMA: &str = "ukdesk.check/1";

/// Writes a report.
pub(super) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let (mut holds, mut fails, mut gaps, mut faults) = (0, 0, 0, 0);
    for suite in &report.suites {
        fails += suite.failing();
        gaps += suite.gaps().0;
        holds += suite.tests.len() - suite.failing() - suite.gaps().0;
        faults += suite.faults.len();
    }
    let suites: Vec<Value> = report.suites.iter().map(suite).collect();
    let value = json!({
        "schema": SCHEMA,
        "summary": {"hold": holds, "fail": fails, "known_gaps": gaps, "could_not_run": faults},
        "suites": suites,
    });
    serde_json::to_writer_pretty(&mut *out, &value)?;
    out.write_all(b"\n")
}

fn suite(suite: &Suite) -> Value {
    let kind = match suite.kind {
        Kind::Article => "article",
        Kind::Cases => "cases",
    };
    let fault = |f: &crate::check::outcome::Trouble| json!({"file": f.file, "line": f.line, "message": f.what});
    json!({
        "path": suite.path, "kind": kind, "expectation": suite.expectation, "changes": suite.changes,
        "tests": suite.tests.iter().map(test).collect::<Vec<_>>(),
        "could_not_run": suite.faults.iter().map(fault).collect::<Vec<_>>(),
    })
}

fn test(test: &Test) -> Value {
    let verdict = match test.verdict {
        Verdict::Holds => "holds",
        Verdict::Fails(_) => "fails",
        Verdict::Gap => "known-gap",
        Verdict::Closed => "known-gap-holds",
    };
    let misses: Vec<Value> = test.misses().iter().map(miss).collect();
    json!({"name": test.name, "group": test.group, "line": test.line, "verdict": verdict, "misses": misses})
}

fn miss(miss: &Miss) -> Value {
    let told = explained(miss);
    let differences = |all: &[Difference]| {
        all.iter().map(|d| json!({"field": d.field, "expected": d.want, "found": d.got})).collect::<Value>()
    };
    match miss {
        Miss::Article(all) => json!({"kind": "article", "differences": differences(all), "told": told}),
        Miss::Missing { list, want, nearest, words } => json!({
            "kind": "missing", "list": list.as_str(), "expected": want, "told": told,
            "nearest": nearest.as_ref().map(|n| json!({"finding": n.finding, "differences": differences(&n.differences)})),
            "line": words.as_ref().and_then(|w| w.stands.as_ref()).map(|(line, _)| line),
        }),
        Miss::Unwanted { list, want, found } => {
            json!({"kind": "unwanted", "list": list.as_str(), "expected": want, "found": found, "told": told})
        }
        Miss::Extra { list, found } => json!({"kind": "extra", "list": list.as_str(), "found": found, "told": told}),
    }
}

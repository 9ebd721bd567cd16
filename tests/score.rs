//! Readings measured against annotations: every row of a composed example, and the program as its users meet it.
//!
//! `readings/annotated.jsonl` holds readings of the two articles under `fixtures/annotated` with errors put in on
//! purpose: missed, invented, repeated, of the wrong side, issue, holder, speaker and day. The figures were worked out
//! by a second, independent program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use ukdesk::check::score::{Annotation, Figures, Score, figures, score};
use ukdesk::finding::Reading;

/// A row's name, its precision, recall and F1, the interval of F1, how many were wanted and found.
type Row = (&'static str, [f64; 3], [f64; 2], usize, usize);

const ROWS: [Row; 16] = [
    ("persons", [0.833, 0.833, 0.833], [0.75, 1.0], 6, 6),
    ("bodies", [1.0, 0.75, 0.857], [0.667, 1.0], 4, 3),
    ("sides", [0.875, 0.875, 0.875], [0.8, 1.0], 8, 8),
    ("plans", [0.75, 1.0, 0.857], [0.667, 1.0], 3, 4),
    ("demands", [0.5, 0.667, 0.571], [0.5, 0.667], 6, 8),
    ("demands-by-side", [0.5, 0.667, 0.571], [0.5, 0.667], 6, 8),
    ("demands-coarse", [0.75, 1.0, 0.857], [0.75, 1.0], 6, 8),
    ("slot found", [1.0, 1.0, 1.0], [1.0, 1.0], 6, 6),
    ("slot holder", [1.0, 1.0, 1.0], [1.0, 1.0], 6, 6),
    ("slot stance", [0.833, 0.833, 0.833], [0.667, 1.0], 6, 6),
    ("slot issue", [0.833, 0.833, 0.833], [0.667, 1.0], 6, 6),
    ("provisions", [0.667, 1.0, 0.8], [0.0, 0.8], 2, 3),
    ("quotes", [0.75, 0.75, 0.75], [0.0, 0.857], 4, 4),
    ("speakers", [0.667, 0.5, 0.571], [0.0, 0.667], 4, 3),
    ("meetings", [0.5, 0.5, 0.5], [0.0, 0.5], 2, 2),
    ("meeting status", [0.0, 0.0, 0.0], [0.0, 0.0], 1, 1),
];

fn annotated() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/annotated")
}

fn file(name: &str) -> String {
    std::fs::read_to_string(annotated().join(name)).expect("a fixture")
}

fn scores() -> Vec<Score> {
    let readings = include_str!("readings/annotated.jsonl").lines();
    let both = ["harbour", "quay"].into_iter().zip(readings);
    both.map(|(name, reading)| {
        let reading: Reading = serde_json::from_str(reading).expect("the contract's shape");
        let gold = Annotation::parse(&file(&format!("{name}.json"))).expect("an annotation");
        score(&gold, &reading, &file(&format!("{name}.txt")))
    })
    .collect()
}

#[test]
fn every_row_has_its_figures() {
    let Figures { rows, spans, astray, overall } = figures(&scores());
    let told: Vec<Row> = rows
        .iter()
        .map(|(name, row)| (*name, [row.precision, row.recall, row.f1], row.interval, row.gold, row.predicted))
        .collect();
    assert_eq!(told, ROWS);
    assert_eq!((spans, astray, overall), (143, 0, 0.713));
}

#[test]
fn misses_tell_what_they_are_about() {
    let told: Vec<String> = scores()
        .iter()
        .flat_map(|score| &score.complaints)
        .map(|c| format!("{} {}: {}", c.fault.as_str(), c.row, c.told))
        .collect();
    for line in [
        "missed persons: Steve Witkoff | person",
        "wrong persons: Bo Moe | person",
        "wrong sides: Dmitry Peskov: expected russia, found other",
        "missed quotes: Friedrich Merz | It is not the Kremlin’s money",
        "wrong speakers: Volodymyr Zelensky | A list of villages is not, found Dmitry Peskov",
        "wrong provisions: 28-point | security/nato",
    ] {
        assert!(told.iter().any(|t| t == line), "{line} is not among {told:#?}");
    }
}

#[test]
fn spans_that_do_not_slice_are_counted() {
    let line = include_str!("readings/annotated.jsonl").lines().next().expect("a reading");
    let mut reading: Reading = serde_json::from_str(line).expect("the contract's shape");
    reading.demands[0].evidence.start += 1;
    let score = score(&Annotation::default(), &reading, &file("harbour.txt"));
    assert_eq!(figures(&[score]).astray, 1);
}

fn run(args: &[&str], path: &Path) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_ukdesk")).arg("score").args(args).arg(path).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn the_program_counts_what_is_annotated() {
    let (code, out, err) = run(&["--json"], &annotated());
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let figures: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((&figures["articles"], &figures["failed"]), (&2.into(), &0.into()));
    for (row, _, _, gold, _) in ROWS.iter().filter(|row| !["sides", "meeting status"].contains(&row.0)) {
        let counted = &figures["rows"][row]["gold"];
        assert!(*counted == *gold || row.starts_with("slot "), "{row}: {counted}");
    }
    let (code, table, _) = run(&["--misses"], &annotated().join("harbour.txt"));
    assert_eq!(code, Some(0), "an article stands for the annotation beside it");
    assert!(table.starts_with("1 articles, 0 failed;") && table.contains("\noverall (mean F1 of persons,"), "{table}");
}

#[test]
fn what_cannot_be_measured_is_said() {
    let folder = std::env::temp_dir().join(format!("ukdesk-score-{}", std::process::id()));
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
    std::fs::create_dir_all(&folder).expect("a folder");
    assert!(run(&[], &folder).2.contains("no annotations; a NAME.json beside NAME.txt"));
    write("a.txt", "The envoys left.\n");
    write("a.json", r#"{"provisions": [{"plan": "p", "issue": "no/such", "evidence": "they stayed"}]}"#);
    write("b.json", "{}");
    write("c.txt", "x");
    write("c.json", "{");
    write("d.expected.json", "no annotation");
    let (code, out, err) = run(&[], &folder);
    std::fs::remove_dir_all(&folder).expect("it was there");
    assert_eq!(code, Some(2));
    assert!(out.starts_with("1 articles, 2 failed;"), "{out}");
    for fault in [
        "a.json: provisions: not in the article",
        "no issue `no/such`",
        "b.json: no article beside it",
        "c.json: not an annotation: EOF",
    ] {
        assert!(err.contains(fault), "{fault}: {err}");
    }
    assert_eq!(err.lines().count(), 4, "{err}");
}

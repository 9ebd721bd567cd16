//! `ukdesk explain` on composed sentences: every layer is told, with the entry behind each position.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "Envoys leave Vienna

Nobody signed anything on the first day.

Putin's aide Yuri Ushakov said on Tuesday that Moscow would reject the 28-point plan unless Kyiv gave up Donbas. \
Calls for an embargo on oil were heard in the corridors.
";

fn article(test: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("ukdesk-explain-{test}-{}.txt", std::process::id()));
    fs::write(&path, ARTICLE).expect("a file for the test");
    path
}

fn explain(test: &str, line: &str) -> Output {
    let path = article(test);
    let place = format!("{}{line}", path.display());
    let mut command = Command::new(env!("CARGO_BIN_EXE_ukdesk"));
    let command = command.args(["explain", "--published", "2025-12-03", &place]).stdin(Stdio::null());
    let output = command.env_remove("COLUMNS").output().expect("the program runs");
    fs::remove_file(path).expect("the file is there");
    output
}

/// Words in a row, however they were wrapped.
fn flat(output: &Output) -> String {
    let text = String::from_utf8(output.stdout.clone()).expect("text");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_position_names_its_rule_its_entry_and_its_evidence() {
    let output = explain("position", ":5");
    assert!(output.status.success());
    let text = flat(&output);
    for part in [
        "Moscow/NNP would/MD reject/VB",
        "2 content: `would reject`, subject `Moscow`, behind `that`, below 1",
        "3 condition: `gave`, subject `Kyiv`, behind `unless`, below 2",
        "`Moscow` is Russia (metonym)",
        "`Putin's aide Yuri Ushakov` (Yuri Ushakov (name)) says (indirect) by `said`",
        "`28-point plan` is 28-point",
        "`Tuesday` is 2025-12-02",
        "Russia (by metonym `Moscow`) reject process/plan rule reject (lexicon/stances.toml:",
        "condition unless on territory/control: `unless Kyiv gave up Donbas`",
        "said on 2025-12-02",
    ] {
        assert!(text.contains(part), "{part} is not in: {text}");
    }
}

#[test]
fn what_was_dropped_is_told_with_the_reason() {
    let text = flat(&explain("dropped", ":5"));
    assert!(text.contains("dropped `Calls") && text.contains("no possessor, agent or light verb's subject"), "{text}");
}

#[test]
fn lines_choose_sentences_and_unread_ones_say_why() {
    let one = flat(&explain("one", ":3"));
    assert!(one.starts_with("line 3 Nobody signed") && !one.contains("Ushakov"), "{one}");
    let all = flat(&explain("all", ""));
    assert!(all.starts_with("line 1 (not read: headline) Envoys leave Vienna"), "{all}");
    assert!(all.contains("line 3 ") && all.contains("line 5 "), "{all}");
}

#[test]
fn a_line_without_a_sentence_is_an_error() {
    let output = explain("none", ":4");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("no sentence on line 4"));
}

#[test]
fn the_same_article_gives_the_same_lines_of_a_hundred_columns() {
    let (first, second) = (explain("first", ""), explain("second", ""));
    assert_eq!(first.stdout, second.stdout);
    let text = String::from_utf8(first.stdout).expect("text");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    assert!(!text.contains('\u{1b}'), "no colour in a pipe");
}

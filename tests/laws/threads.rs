//! The same input gives the same bytes, whatever the number of threads and however often it is read.

use crate::{DESK, articles, root};
use std::process::Command;

fn printed(format: &str, threads: &str) -> Vec<u8> {
    let args = ["extract", "-f", format, "-j", threads, "fixtures/articles", "fixtures/articles"];
    let output = Command::new(env!("CARGO_BIN_EXE_ukdesk")).args(args).current_dir(root()).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn threads_change_no_byte() {
    for format in ["table", "json", "jsonl"] {
        let one = printed(format, "1");
        assert!(one.len() > 10_000, "{format}: hardly any output");
        for threads in ["2", "8"] {
            assert!(one == printed(format, threads), "{format} with {threads} threads differs from one");
        }
    }
}

#[test]
fn reading_again_changes_nothing() {
    for article in articles() {
        let json = || serde_json::to_string(&DESK.read(&article)).expect("a reading is JSON");
        assert!(json() == json(), "{}", article.id);
    }
}

//! The README tells the truth: its jq lines, its lexicon and its options are tried.

use std::path::Path;
use std::process::Command;
use ukdesk::article::{Loader, Source};
use ukdesk::desk::Desk;
use ukdesk::lexicon::schema::File;

const README: &str = include_str!("../README.md");

#[test]
fn it_opens_with_two_commands() {
    let commands: Vec<&str> = README.lines().filter_map(|line| line.strip_prefix("    ")).take(2).collect();
    assert_eq!(commands, ["cargo run --release -- extract fixtures/articles/talks.txt", "cargo test --release"]);
}

#[test]
fn its_jq_lines_are_in_the_reading() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles/talks.txt");
    let article = Loader::default().load(&Source::File(path)).expect("the article");
    let demands = Desk::builtin().expect("the lexicon").read(&article).demands;
    let said: Vec<&str> = README.lines().filter(|line| line.starts_with("[\"")).collect();
    assert!(said.len() >= 3, "{said:?}");
    for line in said {
        let row: [String; 3] = serde_json::from_str(line).expect("a row of jq");
        let found = demands
            .iter()
            .any(|d| [&*d.holder.name, d.stance.as_str(), &*d.issue] == row.each_ref().map(String::as_str));
        assert!(found, "not in the reading: {line}");
    }
}

#[test]
fn its_lexicon_is_sound() {
    let block = README.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a TOML block");
    let file: File = toml::from_str(block).expect("the lexicon's shape");
    assert_eq!((file.actor.len(), file.remove.len()), (1, 1));
    let folder = std::env::temp_dir().join(format!("ukdesk-readme-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("house.toml"), block).expect("a file");
    let desk = Desk::with_lexicon(&folder);
    std::fs::remove_dir_all(&folder).expect("it was there");
    assert!(desk.is_ok(), "{}", desk.err().map(|fault| fault.to_string()).unwrap_or_default());
}

#[test]
fn its_options_exist() {
    let help = |command: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_ukdesk")).args([command, "--help"]).output().expect("it runs");
        String::from_utf8(output.stdout).expect("text")
    };
    let help: String = ["extract", "check", "score"].map(help).concat();
    let options =
        README.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_ascii_lowercase() && c != '-'));
    let ours = |option: &&str| option.starts_with("--") && option[2..].starts_with(|c: char| c.is_ascii_lowercase());
    for option in options.filter(ours).filter(|option| !["--release", "--path"].contains(option)) {
        assert!(help.contains(option), "`{option}` is in no help");
    }
}

//! The fixtures of the repository: `ukdesk check` holds on all of them, known gaps apart.

use std::process::Command;

#[test]
fn articles_and_cases_are_as_expected() {
    for folder in ["fixtures/articles", "fixtures/cases"] {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/").to_owned() + folder;
        let output = Command::new(env!("CARGO_BIN_EXE_ukdesk")).args(["check", &path]).output().expect("it runs");
        let told = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{folder}:\n{told}{}", String::from_utf8_lossy(&output.stderr));
    }
}

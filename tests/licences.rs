//! Every dependency, development and build included, under a licence that lets this program be shared.

use std::process::Command;

/// Licences that are fine on their own.
const FINE: [&str; 12] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "MPL-2.0",
    "CC0-1.0",
    "BSL-1.0",
];

/// Whether an SPDX expression can be met with [`FINE`]: all parts of an `AND`, one of an `OR`.
fn is_fine(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    plain.split(" AND ").all(|part| part.split(" OR ").any(|name| FINE.contains(&name.trim())))
}

#[test]
fn expressions_are_understood() {
    for fine in ["MIT", "Unlicense OR MIT", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert!(is_fine(fine), "{fine}");
    }
    for not in ["GPL-3.0", "MIT AND GPL-3.0", ""] {
        assert!(!is_fine(not), "{not}");
    }
}

/// This machine's platform: what only others need was not fetched, and may not be fetchable here.
fn host() -> String {
    let output =
        Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into())).arg("-vV").output().expect("rustc runs");
    let told = String::from_utf8(output.stdout).expect("text");
    told.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host").to_owned()
}

#[test]
fn all_dependencies_may_be_shared() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let host = host();
    let args = ["metadata", "--format-version=1", "--locked", "--manifest-path", manifest, "--filter-platform", &host];
    let output = Command::new(env!("CARGO")).args(args).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let licence = |package: &serde_json::Value| package["license"].as_str().unwrap_or("").to_owned();
    let others: Vec<_> =
        packages.iter().filter(|p| !is_fine(&licence(p))).map(|p| format!("{}: {}", p["name"], licence(p))).collect();
    assert!(packages.len() > 10 && others.is_empty(), "{others:?}");
}

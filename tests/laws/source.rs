//! The order of the source: imports point downwards, every module says what it is, and the lexicon's words stand in the
//! lexicon alone.

use crate::root;
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use ukdesk::lexicon::schema::File;

/// The layers from below to above: a module imports only from those before its own.
const LAYERS: [&str; 21] = [
    "finding",
    "article",
    "text",
    "lexicon",
    "words",
    "phrases",
    "clauses",
    "calendar",
    "referent",
    "encounter",
    "attribution",
    "frames",
    "provenance",
    "kind",
    "explain",
    "desk",
    "dossier",
    "render",
    "check",
    "schema",
    "cli",
];

/// Layers that know only some of those below them.
const NARROW: [(&str, &[&str]); 5] = [
    ("finding", &[]),
    ("dossier", &["finding", "article"]),
    ("render", &["finding", "article", "explain", "dossier"]),
    ("check", &["finding", "article", "dossier", "render"]),
    ("schema", &["finding", "dossier", "check"]),
];

/// A source file: its path below `src/`, its code without comments, strings and tests, and the strings of that code.
struct Module {
    path: String,
    whole: String,
    code: String,
    strings: Vec<(usize, String)>,
}

static MODULES: LazyLock<Vec<Module>> = LazyLock::new(|| {
    let src = root().join("src");
    let mut files = Vec::new();
    collect(&src, &mut files);
    files.sort();
    assert!(files.len() > 100, "{} source files", files.len());
    files.iter().map(|file| module(&src, file)).collect()
});

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("a file").path();
        match path.is_dir() {
            true => collect(&path, files),
            false if path.extension().is_some_and(|e| e == "rs") => files.push(path),
            false => {}
        }
    }
}

fn module(src: &Path, file: &Path) -> Module {
    let whole = fs::read_to_string(file).expect("a source file");
    let path = file.strip_prefix(src).expect("below src").to_string_lossy().replace('\\', "/");
    let (code, strings) = lex(&whole);
    Module { path, whole, code, strings }
}

impl Module {
    /// The layer it belongs to; none for `lib.rs` and `main.rs`.
    fn layer(&self) -> Option<usize> {
        let first = self.path.split('/').next().expect("a name").trim_end_matches(".rs");
        LAYERS.iter().position(|layer| *layer == first)
    }

    /// A file of tests alone: declared under `#[cfg(test)]` by its parent.
    fn is_test(&self) -> bool {
        self.path.split('/').any(|part| part == "tests" || part == "tests.rs")
    }

    /// The crate's modules that its code names, by `use` or in place, through `crate::` or through `super::`.
    fn imports(&self) -> BTreeSet<String> {
        static PATHS: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(crate|ukdesk|(?:super::)*super)\s*::\s*(\{[^;]*\}|\w+)").expect("a pattern")
        });
        let depth = self.path.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count();
        let mut found = BTreeSet::new();
        for path in PATHS.captures_iter(&self.code) {
            let supers = path[1].matches("super").count();
            if supers == 0 || supers == depth {
                found.extend(heads(&path[2]));
            }
        }
        found
    }
}

/// The first names of a path's rest: `x`, or each of `{x::y, z::{...}}`.
fn heads(rest: &str) -> Vec<String> {
    let Some(inner) = rest.strip_prefix('{') else { return vec![rest.to_owned()] };
    let (mut out, mut depth, mut name) = (Vec::new(), 0, String::new());
    for c in inner.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => out.push(std::mem::take(&mut name)),
            c if depth == 0 => name.push(c),
            _ => {}
        }
    }
    out.push(name);
    out.iter().map(|n| n.trim().split("::").next().unwrap_or("").trim().to_owned()).collect()
}

/// Code without comments, literals and inline tests, and the literals with their lines.
fn lex(source: &str) -> (String, Vec<(usize, String)>) {
    static PIECE: LazyLock<Regex> = LazyLock::new(|| {
        let comment = r"//[^\n]*|(?s:/\*.*?\*/)";
        let raw = r###"b?r"[^"]*"|b?r#"(?s:.*?)"#|b?r##"(?s:.*?)"##"###;
        let string = r#"b?"(?:[^"\\]|\\(?s:.))*""#;
        let character = r"b?'(?:[^'\\\n]|\\[^\n]{1,10}?)'";
        Regex::new(&format!("(?P<c>{comment})|(?P<r>{raw})|(?P<s>{string})|(?P<h>{character})")).expect("a pattern")
    });
    let source = &source[..inline_tests(source)];
    let (mut code, mut strings, mut last) = (String::new(), Vec::new(), 0);
    for piece in PIECE.captures_iter(source) {
        let all = piece.get(0).expect("the match");
        code.push_str(&source[last..all.start()]);
        last = all.end();
        if piece.name("r").is_some() || piece.name("s").is_some() {
            code.push_str("\"\"");
            strings.push((source[..all.start()].matches('\n').count() + 1, all.as_str().to_owned()));
        }
    }
    code.push_str(&source[last..]);
    (code, strings)
}

/// Where the inline tests of a file begin: at its end, as everywhere in this house.
fn inline_tests(source: &str) -> usize {
    static TESTS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"#\[cfg\(test\)\]\s*mod \w+ \{").expect("a pattern"));
    TESTS.find(source).map_or(source.len(), |m| m.start())
}

#[test]
fn the_lexer_tells_code_from_words() {
    let (code, strings) = lex(
        "use a; // \"no\"\nlet x = \"a \\\" b\"; let c = '\"'; let r = r#\"raw \"here\"\"#;\n#[cfg(test)]\nmod tests { \"t\" }",
    );
    assert_eq!(strings, [(2, "\"a \\\" b\"".to_owned()), (2, "r#\"raw \"here\"\"#".to_owned())]);
    assert!(code.contains("use a;") && !code.contains("no") && !code.contains("tests"), "{code}");
    assert_eq!(heads("{text::Run, words::{A, b::C}, kind}"), ["text", "words", "kind"]);
}

#[test]
fn tests_stand_at_the_end_of_a_file() {
    for module in MODULES.iter().filter(|m| !m.is_test()) {
        let rest = &module.whole[inline_tests(&module.whole)..];
        let after = rest.lines().skip_while(|line| *line != "}").skip(1).find(|line| !line.trim().is_empty());
        assert_eq!(after, None, "{}: code behind the inline tests is not looked at by these laws", module.path);
    }
}

#[test]
fn every_module_has_a_layer() {
    for module in MODULES.iter() {
        let known = module.layer().is_some() || ["lib.rs", "main.rs"].contains(&module.path.as_str());
        assert!(known, "{}: give its layer a place in LAYERS and in ARCHITECTURE.md", module.path);
    }
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rows: Vec<usize> =
        LAYERS.iter().map(|l| page.find(&format!("\n| `{l}")).unwrap_or_else(|| panic!("no row for {l}"))).collect();
    assert!(rows.is_sorted(), "the table of ARCHITECTURE.md has another order");
}

#[test]
fn layers_import_only_downwards() {
    let mut faults = Vec::new();
    for module in MODULES.iter().filter(|m| !m.is_test()) {
        let Some(own) = module.layer() else { continue };
        let narrow = NARROW.iter().find(|(layer, _)| *layer == LAYERS[own]);
        for import in module.imports() {
            let Some(other) = LAYERS.iter().position(|l| *l == import) else { continue };
            let known = narrow.is_none_or(|(_, known)| other == own || known.contains(&LAYERS[other]));
            if other > own || !known {
                faults.push(format!("src/{} ({}) imports {import}", module.path, LAYERS[own]));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn kinds_do_not_know_each_other() {
    let files: Vec<&Module> =
        MODULES.iter().filter(|m| m.path.starts_with("kind/") && m.path != "kind/mod.rs").collect();
    let name = |m: &Module| m.path["kind/".len()..].trim_end_matches(".rs").to_owned();
    let kinds: Vec<&&Module> = files.iter().filter(|m| m.code.contains("pub fn project(")).collect();
    assert!(kinds.len() >= 6, "{} kinds", kinds.len());
    for kind in &files {
        for other in kinds.iter().map(|k| name(k)).filter(|other| *other != name(kind)) {
            let path = Regex::new(&format!(r"(super|kind)\s*::\s*(\{{[^}}]*\b)?{other}\b")).expect("a pattern");
            assert!(!path.is_match(&kind.code), "src/{} names kind `{other}`", kind.path);
        }
    }
}

#[test]
fn only_the_edges_touch_the_world() {
    let world = Regex::new(
        r"\b(println!|eprintln!|print!|eprint!|dbg!|std::fs|std::env|std::process|std::net|SystemTime|Instant)",
    )
    .expect("a pattern");
    for module in MODULES.iter().filter(|m| !m.is_test()) {
        let edge = ["cli/", "article/load.rs", "article/source.rs", "lexicon/load.rs", "main.rs"];
        if edge.iter().any(|edge| module.path.starts_with(edge)) {
            continue;
        }
        let found = world.find(&module.code).map(|m| m.as_str());
        assert_eq!(found, None, "src/{}: reading is pure", module.path);
    }
}

#[test]
fn every_module_says_what_it_is() {
    for module in MODULES.iter() {
        let doc: Vec<&str> = module.whole.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(doc.first().is_some_and(|line| line.len() > 12), "src/{}: no `//!` on top", module.path);
    }
}

#[test]
fn modules_have_plain_names() {
    for module in MODULES.iter() {
        for part in module.path.trim_end_matches(".rs").split('/') {
            let vague =
                ["utils", "util", "helpers", "helper", "common", "types", "misc", "manager", "engine", "context"];
            assert!(!vague.contains(&part), "src/{}: say what it owns", module.path);
        }
    }
}

/// Names of the lexicon that no code may hold: actors, plans, places and their aliases, capitalised or numbered.
fn names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in fs::read_dir(root().join("lexicon")).expect("the lexicon") {
        let path = file.expect("a file").path();
        if path.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        let file: File = toml::from_str(&fs::read_to_string(&path).expect("a lexicon file")).expect("its shape");
        for a in file.actor {
            names.extend([a.aliases, a.surnames, a.metonyms, a.adjectives, a.people, a.citizen].into_iter().flatten());
            names.insert(a.name);
        }
        for p in file.plan {
            names.extend(p.aliases.into_iter().chain(p.weak).chain([p.name]));
        }
        for p in file.place {
            names.extend(p.aliases.into_iter().chain([p.name]));
        }
        names.extend(file.role.into_iter().flat_map(|r| r.phrases).filter(|phrase| phrase.contains(' ')));
        let phrases = file.cue.into_iter().flat_map(|c| c.phrases);
        names.extend(phrases.filter(|phrase| phrase.split(' ').count() > 2));
    }
    names.retain(|name| name.chars().count() > 2 && !ALSO_WORDS.contains(&name.as_str()));
    names
}

/// Names that are months or words of the program's own messages as well.
const ALSO_WORDS: [&str; 0] = [];

#[test]
fn no_name_of_the_lexicon_stands_in_the_code() {
    let names = names();
    assert!(names.len() > 5_000, "{} names", names.len());
    let longest = names.iter().map(|name| name.split(' ').count()).max().unwrap_or(1);
    let mut faults = Vec::new();
    // The command line's help has examples; they are for people.
    for module in MODULES.iter().filter(|m| !m.is_test() && m.path != "cli/args.rs") {
        for (line, string) in &module.strings {
            let words: Vec<&str> =
                string.split(|c: char| !c.is_alphanumeric() && !"-'’.".contains(c)).filter(|w| !w.is_empty()).collect();
            for from in 0..words.len() {
                let runs = (from + 1..=words.len().min(from + longest)).map(|to| words[from..to].join(" "));
                faults.extend(
                    runs.filter(|run| names.contains(run)).map(|run| format!("src/{}:{line}: {run}", module.path)),
                );
            }
        }
    }
    assert!(faults.is_empty(), "put them into lexicon/: {faults:#?}");
}

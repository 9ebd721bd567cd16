//! The formats for other programs: CSV, Markdown, standoff annotations, completions, the manual.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const LISTS: [&str; 7] = ["actors", "plans", "demands", "provisions", "statements", "meetings", "figures"];
const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/articles");

fn ukdesk(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ukdesk")).env_remove("COLUMNS").args(args).output().expect("it runs")
}

/// What the program prints where all goes well.
fn printed(args: &[&str]) -> String {
    let output = ukdesk(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn refused(args: &[&str]) -> String {
    let output = ukdesk(args);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{args:?}");
    String::from_utf8(output.stderr).expect("text")
}

/// An empty folder of its own for one test.
fn folder(test: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("ukdesk-formats-{test}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder for the test");
    path
}

fn written(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("a file for the test");
    path.to_str().expect("a path").to_owned()
}

fn readings() -> Vec<Value> {
    let json = printed(&["extract", ARTICLES, "-f", "jsonl"]);
    json.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Heads and rows of a list as CSV.
fn csv(list: &str, path: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = printed(&["extract", path, "-f", "csv", "--only", list]);
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows = rows.records().map(|row| row.expect("as many cells as heads").iter().map(str::to_owned).collect());
    (rows.next().expect("heads"), rows.collect())
}

#[test]
fn csv_has_a_line_for_every_finding_and_one_for_the_heads() {
    let readings = readings();
    for list in LISTS {
        let findings: Vec<&Value> = readings.iter().flat_map(|r| r[list].as_array().expect("a list")).collect();
        let (heads, rows) = csv(list, ARTICLES);
        assert_eq!(rows.len(), findings.len(), "{list}");
        let id = heads.iter().position(|head| head == "id").expect("a column of ids");
        assert!(rows.iter().zip(&findings).all(|(row, finding)| *row[id] == finding["id"]), "{list}");
        let lines = printed(&["extract", ARTICLES, "-f", "csv", "--only", list]).lines().count();
        assert_eq!(lines, rows.len() + 1, "{list}: a finding on two lines");
    }
}

#[test]
fn csv_shows_every_field_of_the_contract() {
    let schema: Value = serde_json::from_str(&printed(&["schema"])).expect("JSON");
    for list in LISTS {
        let item = schema["properties"][list]["items"]["$ref"].as_str().expect("a type").trim_start_matches('#');
        let fields = schema.pointer(item).expect("a type")["properties"].as_object().expect("fields");
        let (heads, _) = csv(list, ARTICLES);
        let shown = |field: &&String| heads.iter().any(|head| head == *field || head.starts_with(&format!("{field}_")));
        let hidden: Vec<_> = fields.keys().filter(|field| !shown(field)).collect();
        assert!(hidden.is_empty(), "{list}: no column for {hidden:?}");
        assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), heads.len(), "{list}: two columns of one name");
    }
}

#[test]
fn csv_cells_are_those_of_the_reading() {
    let (heads, rows) = csv("demands", &format!("{ARTICLES}/talks.txt"));
    let readings = readings();
    let demands = &readings.iter().find(|r| r["article"]["id"] == "talks").expect("the article")["demands"];
    for (head, pointer) in [
        ("holder", "/holder/name"),
        ("holder_side", "/holder/side"),
        ("stance", "/stance"),
        ("issue", "/issue"),
        ("addressee_id", "/addressee/id"),
        ("condition", "/condition/text/text"),
        ("condition_kind", "/condition/kind"),
        ("said_by", "/said_by/name"),
        ("said_on", "/said_on"),
        ("evidence", "/evidence/text"),
        ("sentence", "/sentence/text"),
        ("line", "/evidence/line"),
        ("start", "/evidence/start"),
    ] {
        let at = heads.iter().position(|h| h == head).unwrap_or_else(|| panic!("no column {head}"));
        for (row, demand) in rows.iter().zip(demands.as_array().expect("a list")) {
            let told = match demand.pointer(pointer) {
                None | Some(Value::Null) => String::new(),
                Some(Value::String(text)) => text.replace('\n', " "),
                Some(other) => other.to_string(),
            };
            assert_eq!(row[at], told, "{head}");
        }
    }
}

#[test]
fn an_article_cannot_write_formulas_or_markdown() {
    let folder = folder("formulas");
    let body = "VIENNA, Dec 3 - \"=HYPERLINK(1) ![x](y) | we will go home,\" Ann Lee said.\n\nBo Moe, an envoy, said he agreed.\n";
    let path = written(&folder, "=cmd.txt", &format!("Envoys leave\n\n2025-12-03\n\n{body}"));
    let (heads, rows) = csv("statements", &path);
    let content = heads.iter().position(|head| head == "content").expect("a column");
    assert!(rows.iter().any(|row| row[content].starts_with("'=HYPERLINK(1)")), "{rows:?}");
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '@'])), "{rows:?}");
    let table = printed(&["extract", &path, "-f", "md", "--only", "statements"]);
    assert!(table.contains(r"=HYPERLINK(1) \!\[x\](y) \| we"), "{table}");
    fs::remove_dir_all(folder).expect("it was there");
}

#[test]
fn markdown_is_one_table() {
    for list in LISTS {
        let table = printed(&["extract", ARTICLES, "-f", "md", "--only", list, "--all"]);
        let cells = |line: &str| line.replace(r"\|", "").matches('|').count();
        let lines: Vec<&str> = table.lines().collect();
        let findings: usize = readings().iter().map(|r| r[list].as_array().expect("a list").len()).sum();
        assert_eq!(lines.len(), findings + 2, "{list}");
        assert!(lines[0].starts_with("| Article | ") && lines[1].starts_with("| --- | --- |"), "{table}");
        assert!(lines.iter().all(|line| cells(line) == cells(lines[0]) && line.ends_with(" |")), "{table}");
    }
    let talks = format!("{ARTICLES}/analysis.txt");
    let rows =
        |all: &[&str]| printed(&[&["extract", &talks, "-f", "md", "--only", "demands"], all].concat()).lines().count();
    assert!(rows(&[]) < rows(&["--all"]), "positions that do not hold now are shown only with --all");
}

#[test]
fn flat_formats_hold_one_list() {
    for args in [&["-f", "csv"][..], &["-f", "md", "--only", "plans,demands"]] {
        let message = refused(&[&["extract", ARTICLES], args].concat());
        assert!(message.contains("add --only with one of: actors, plans,"), "{message}");
    }
    let message = refused(&["extract", ARTICLES, "-f", "csv", "--only", "demnads"]);
    assert!(message.contains("did you mean `demands`?"), "{message}");
}

/// The annotations of a file: kind of line, id, and the rest.
fn annotations(path: &Path) -> Vec<[String; 3]> {
    let text = fs::read_to_string(path).expect("annotations");
    let split = |line: &str| line.splitn(3, '\t').map(str::to_owned).collect::<Vec<_>>();
    text.lines()
        .map(split)
        .map(|mut parts| {
            parts.resize(3, String::new());
            parts.try_into().expect("three parts")
        })
        .collect()
}

#[test]
fn standoff_annotations_stand_on_their_words() {
    let folder = folder("brat");
    let wrapped = "Envoys leave Vienna\n\n2025-12-03\n\n\
        VIENNA, Dec 3 - Russia will not agree to a ceasefire until the troops have\nleft the region, Foreign Minister \
        Sergey Lavrov told reporters after a second\nday of talks in the city, if one takes place at all this year.\n";
    let extra = written(&folder, "wrapped.txt", wrapped);
    let out = folder.join("out");
    printed(&["brat", ARTICLES, &extra, "-o", out.to_str().expect("a path")]);
    let config = fs::read_to_string(out.join("annotation.conf")).expect("the configuration");
    let known: BTreeSet<&str> = config.lines().map(|line| line.split('\t').next().expect("a name")).collect();
    let (mut pieces, mut articles) = (0, 0);
    for file in fs::read_dir(&out).expect("the folder").map(|file| file.expect("a file").path()) {
        if file.extension().is_none_or(|ending| ending != "ann") {
            continue;
        }
        articles += 1;
        let text: Vec<char> = fs::read_to_string(file.with_extension("txt")).expect("the text").chars().collect();
        let lines = annotations(&file);
        let ids: BTreeSet<&str> = lines.iter().map(|[id, ..]| id.as_str()).collect();
        assert_eq!(ids.len(), lines.len(), "{}: an id twice", file.display());
        for [id, what, words] in &lines {
            let (name, rest) = what.split_once(' ').unwrap_or((what, ""));
            let kind = name.split(':').next().expect("a name");
            assert!(known.contains(kind) || kind == "AnnotatorNotes", "{what}: not in annotation.conf");
            if id.starts_with('T') {
                let place = |piece: &str| {
                    let (start, end) = piece.split_once(' ').expect("two offsets");
                    text[start.parse().expect("a number")..end.parse().expect("a number")].iter().collect::<String>()
                };
                pieces += rest.matches(';').count();
                assert_eq!(rest.split(';').map(place).collect::<Vec<_>>().join(" "), *words);
            } else {
                let named = what.split(' ').filter_map(|part| part.split_once(':')).map(|(_, id)| id);
                let about = rest.split(' ').next().filter(|_| !id.starts_with('E'));
                for other in named.chain(about) {
                    assert!(ids.contains(other), "{}: {what}: no {other}", file.display());
                }
            }
        }
    }
    assert!(articles >= 7 && pieces > 0, "{articles} articles, {pieces} spans over a line's end");
    fs::remove_dir_all(folder).expect("it was there");
}

#[test]
fn standoff_files_of_others_are_kept() {
    let folder = folder("kept");
    let talks = format!("{ARTICLES}/talks.txt");
    let out = folder.to_str().expect("a path");
    let twin = written(&folder, "Talks!.txt", "Envoys leave\n\n2025-12-03\n\nThey left.\n");
    printed(&["brat", &talks, &twin, "-o", out]);
    printed(&["brat", &talks, &twin, "-o", out]);
    assert!(folder.join("talks.ann").exists() && folder.join("talks-2.ann").exists());
    let mine = written(&folder, "talks.ann", "T1\tPerson 0 6\tEnvoys\n");
    let message = refused(&["brat", &talks, "-o", out]);
    assert!(message.contains("talks.ann: is there already") && message.contains("another folder"), "{message}");
    assert_eq!(fs::read_to_string(mine).expect("it is there"), "T1\tPerson 0 6\tEnvoys\n");
    fs::remove_dir_all(folder).expect("it was there");
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = printed(&["completions", shell]);
        for word in ["extract", "check", "explain", "brat", "schema", "completions", "man", "format"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    assert!(refused(&["completions", "bsh"]).contains("'bash'"));
    let folder = folder("completions");
    let script = written(&folder, "ukdesk.bash", &printed(&["completions", "bash"]));
    let Ok(output) = Command::new("bash").args(["-n", &script]).output() else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::remove_dir_all(folder).expect("it was there");
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let folder = folder("man");
    let out = folder.join("man1");
    assert_eq!(printed(&["man", "-o", out.to_str().expect("a path")]), "");
    let main = printed(&["man"]);
    assert_eq!(fs::read_to_string(out.join("ukdesk.1")).expect("the page"), main);
    let listed: Vec<&str> = main
        .lines()
        .filter_map(|line| line.strip_prefix(r"ukdesk\-")?.strip_suffix("(1)"))
        .filter(|n| *n != "help")
        .collect();
    assert!(listed.len() >= 8, "{listed:?}");
    for name in listed {
        let page =
            fs::read_to_string(out.join(format!("ukdesk-{name}.1"))).unwrap_or_else(|_| panic!("no page {name}"));
        assert_eq!(page, printed(&["man", name]));
        assert!(page.contains("Example"), "{name}: no example");
    }
    assert!(refused(&["man", "chekc"]).contains("did you mean `check`?"));
    fs::remove_dir_all(folder).expect("it was there");
}

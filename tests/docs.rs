//! The pages of `docs/` tell the truth: each block of a console is run with the real program and the real jq, lexicon
//! entries and expectations are tried, and so is what runs in the CI of others.
//!
//! A reading that got better shows other results; `UKDESK_BLESS=1 cargo test --test docs` writes them into the pages, to be
//! looked at like any other change.

use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use ukdesk::article::Article;
use ukdesk::desk::Desk;
use ukdesk::lexicon::schema::File;

const OPEN: &str = "```console\n";
const CLOSE: &str = "```\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether jq can be run. Without it nothing is proved, and that is said aloud.
fn has_jq() -> bool {
    let found = Command::new("jq").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success());
    if !found {
        // Not `eprintln!`, whose words are kept back where a test passes.
        let _ = writeln!(stderr(), "\nSKIPPED: no console block of docs/ was run, for jq is not installed");
    }
    found
}

/// The command of a block, without its prompt, and the result shown below it. A command goes on over indented lines.
fn parts(block: &str) -> (String, String) {
    let command = block.strip_prefix("$ ").expect("a block begins with a prompt");
    let (mut lines, mut rest) = (Vec::new(), command);
    while let Some((line, after)) = rest.split_once('\n') {
        if !lines.is_empty() && !line.starts_with("    ") {
            break;
        }
        lines.push(line);
        rest = after;
    }
    (lines.join("\n"), rest.to_owned())
}

/// What the command prints, in the folder of the recipes, with this build of the program first on the path.
fn run(command: &str) -> String {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_ukdesk"));
    let mut path = std::ffi::OsString::from(program.parent().expect("a folder"));
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let shell = ["-e", "-o", "pipefail", "-c", command];
    let folder = root().join("fixtures/recipes");
    let output = Command::new("bash").args(shell).current_dir(folder).env("PATH", path).output().expect("bash runs");
    let (told, faults) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && faults.is_empty(), "{command}\n{told}{faults}");
    told.into_owned()
}

/// The page with every block's result as it is now.
fn renewed(page: &str) -> String {
    let (mut out, mut rest) = (String::new(), page);
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (block, after) = after.split_once(CLOSE).expect("the block ends");
        let (command, _) = parts(block);
        out += &format!("{before}{OPEN}$ {command}\n{}{CLOSE}", run(&command));
        rest = after;
    }
    out + rest
}

/// Holds what a page shows against what is printed now.
fn holds(page: &str) {
    if !has_jq() {
        return;
    }
    let file = root().join("docs").join(page);
    let shown = fs::read_to_string(&file).expect("the page");
    let now = renewed(&shown);
    if std::env::var_os("UKDESK_BLESS").is_some() {
        fs::write(&file, &now).expect("the page can be written");
    } else {
        let differ = shown.lines().zip(now.lines()).find(|(shown, now)| shown != now);
        assert!(shown == now, "{differ:?}: UKDESK_BLESS=1 cargo test --test docs renews the page; look at it");
    }
}

#[test]
fn every_recipe_gives_what_it_shows() {
    holds("recipes.md");
}

#[test]
fn the_page_on_lexicons_shows_what_its_lexicon_does() {
    holds("lexicon.md");
}

/// The blocks of a page in one language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let open = format!("```{language}\n");
    page.split(open.as_str()).skip(1).map(|block| block.split("```").next().expect("a block")).collect()
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|_| panic!("no {name}"))
}

/// An empty folder of its own for one test.
fn folder(test: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("ukdesk-docs-{test}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder for the test");
    path
}

#[test]
fn the_page_on_lexicons_shows_its_lexicon() {
    let (page, file) = (page("docs/lexicon.md"), page("fixtures/recipes/lexicon/valley.toml"));
    let blocks = blocks(&page, "toml");
    let (others, own): (Vec<&str>, Vec<&str>) = blocks.into_iter().partition(|block| block.starts_with("remove"));
    assert!(own.iter().all(|block| file.contains(*block)), "the page and valley.toml differ");
    let entries = |text: &str| text.matches("\n[[").count() + usize::from(text.starts_with("[["));
    assert_eq!(own.iter().map(|block| entries(block)).sum::<usize>() + 1, entries(&file), "all but Vellmark is shown");
    let folder = folder("lexicon");
    fs::write(folder.join("valley.toml"), format!("{}\n{file}", others.concat())).expect("a file");
    let desk = Desk::with_lexicon(&folder).map_err(|fault| fault.to_string());
    fs::remove_dir_all(folder).expect("it was there");
    assert!(desk.is_ok(), "{desk:?}");
}

/// The proofs of the example are run as those of the built-in lexicon are.
#[test]
fn the_example_lexicon_proves_its_entries() {
    let desk = Desk::with_lexicon(&root().join("fixtures/recipes/lexicon")).expect("the lexicon");
    let file: File = toml::from_str(&page("fixtures/recipes/lexicon/valley.toml")).expect("the lexicon's shape");
    let read = |text: &str| desk.read(&Article { text: text.to_owned(), ..Article::default() });
    for plan in &file.plan {
        let found = |text: &String| read(text).plans.iter().any(|p| p.id == plan.id);
        assert!(plan.hits.iter().all(found) && !plan.misses.iter().any(found), "{}", plan.id);
    }
    for cue in &file.cue {
        let found = |text: &String| read(text).demands.iter().any(|d| d.rule == cue.id);
        assert!(cue.hits.iter().all(found) && !cue.misses.iter().any(found), "{}", cue.id);
    }
    for actor in &file.actor {
        let found = |text: &String| read(text).actors.iter().any(|a| a.name == actor.name);
        assert!(actor.hits.iter().all(found) && !actor.misses.iter().any(found), "{}", actor.name);
    }
    assert!(file.plan.len() + file.cue.len() >= 2 && file.actor.len() >= 3);
}

/// A folder with the two files of the page on CI.
fn week(test: &str) -> PathBuf {
    let (page, folder) = (page("docs/ci.md"), folder(test));
    fs::create_dir_all(folder.join("week")).expect("a folder");
    fs::write(folder.join("week/talks.txt"), blocks(&page, "text")[0]).expect("a file");
    fs::write(folder.join("week/talks.expected.json"), blocks(&page, "json")[0]).expect("a file");
    folder
}

#[test]
fn the_two_files_of_the_page_on_ci_agree() {
    let folder = week("week");
    let shown = blocks(&page("docs/ci.md"), "text")[1].to_owned();
    let output = ukdesk(&["check", "week/"]).current_dir(&folder).output().expect("it runs");
    fs::remove_dir_all(folder).expect("it was there");
    assert_eq!(format!("$ ukdesk check week/\n{}", String::from_utf8_lossy(&output.stdout)), shown);
    assert_eq!(output.status.code(), Some(0));
}

fn ukdesk(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ukdesk"));
    command.args(args);
    command
}

/// The script of the action's last step.
fn script() -> String {
    let action = page("action.yml");
    let script = action.rsplit("run: |\n").next().expect("a script");
    script.lines().map(|line| line.strip_prefix("        ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_action_checks_what_it_is_given() {
    let folder = week("action");
    let bin = folder.join("ukdesk/bin");
    fs::create_dir_all(&bin).expect("a folder");
    fs::copy(env!("CARGO_BIN_EXE_ukdesk"), bin.join("ukdesk")).expect("the program");
    let run = |paths: &str, lexicon: &str| {
        let mut shell = Command::new("bash");
        let inputs = [("PATHS", paths), ("LEXICON", lexicon), ("FORMAT", "github")];
        shell
            .args(["-e", "-o", "pipefail", "-c", &script()])
            .current_dir(&folder)
            .envs(inputs)
            .env("RUNNER_TEMP", &folder);
        let output = shell.output().expect("bash runs");
        (
            output.status.code(),
            format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)),
        )
    };
    assert_eq!(run("week/", "").0, Some(0));
    fs::write(
        folder.join("cases.jsonl"),
        r#"{"id": "a", "phenomenon": "p", "text": "They left.", "want": {"plans": [{"id": "x"}]}}"#,
    )
    .expect("a file");
    let (code, told) = run("week/\n  cases.jsonl", "");
    assert!(code == Some(1) && told.contains("::error file=cases.jsonl,line=1"), "{code:?} {told}");
    let (code, told) = run("week/", "no such folder");
    assert!(code == Some(2) && told.contains("no such folder"), "{code:?} {told}");
    fs::remove_dir_all(folder).expect("it was there");
}

#[test]
fn every_option_of_the_pages_exists() {
    let help = ["extract", "check", "schema", "explain"]
        .map(|name| ukdesk(&[name, "--help"]).output().expect("it runs").stdout);
    let help = String::from_utf8(help.concat()).expect("text");
    for name in ["docs/ci.md", "docs/lexicon.md", "docs/recipes.md", ".pre-commit-hooks.yaml", "action.yml"] {
        let page = page(name);
        let words = page.split(|c: char| c.is_whitespace() || "`[],:+".contains(c)).filter(|w| w.starts_with("--"));
        for option in words.filter(|word| word.len() > 2 && !FOREIGN.contains(word)) {
            assert!(help.contains(option), "{name}: {option} is no option");
        }
    }
}

/// Options of other programs.
const FOREIGN: [&str; 5] = ["--locked", "--path", "--rawfile", "--root", "--test"];

#[test]
fn the_page_has_fifteen_recipes_that_show_something() {
    let page = fs::read_to_string(root().join("docs/recipes.md")).expect("the page");
    let recipes: Vec<&str> = page.split("\n### ").skip(1).collect();
    for (at, recipe) in recipes.iter().enumerate() {
        assert!(recipe.starts_with(&format!("{}. ", at + 1)), "{recipe}");
        let blocks: Vec<_> =
            recipe.split(OPEN).skip(1).map(|block| parts(block.split(CLOSE).next().unwrap_or(""))).collect();
        assert!(!blocks.is_empty() && blocks.iter().all(|(_, shown)| !shown.trim().is_empty()), "{recipe}: no result");
        assert!(blocks.iter().all(|(command, _)| command.contains("jq ")), "{recipe}: no jq");
    }
    assert_eq!(recipes.len(), 15);
}

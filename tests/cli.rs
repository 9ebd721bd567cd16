//! The program as its users meet it: inputs good and bad, streams, exit codes.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const ARTICLE: &str =
    "Envoys leave Vienna\n\nBy Ann Lee, Wireline, 2025-12-03\n\nVIENNA, Dec 3 (Wireline) - The envoys left.\n";

/// A folder of its own for one test, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("ukdesk-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("a file for the test");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ukdesk"));
    command.env_remove("COLUMNS").stdin(Stdio::null());
    command
}

fn ukdesk(args: &[&str], paths: &[&Path]) -> Output {
    command().args(args).args(paths).output().expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("no signal ended it")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn readings(output: &Output) -> Vec<serde_json::Value> {
    serde_json::Deserializer::from_slice(&output.stdout).into_iter().collect::<Result<_, _>>().expect("JSON")
}

/// The message for one bad input: exit code 2, nothing on stdout.
fn refused(args: &[&str], paths: &[&Path]) -> String {
    let output = ukdesk(args, paths);
    assert_eq!((code(&output), text(&output.stdout)), (2, String::new()), "{args:?} {paths:?}");
    text(&output.stderr)
}

#[test]
fn json_has_seven_lists_and_the_head() {
    let folder = Folder::new("json");
    let path = folder.file("talks.txt", ARTICLE);
    let output = ukdesk(&["extract", "--json"], &[&path]);
    assert_eq!((code(&output), text(&output.stderr)), (0, String::new()));
    let reading = &readings(&output)[0];
    assert_eq!(
        (&reading["article"]["published"], &reading["article"]["outlet"]),
        (&"2025-12-03".into(), &"Wireline".into())
    );
    assert_eq!(reading["article"]["byline"], serde_json::json!(["Ann Lee"]));
    for list in ["actors", "plans", "demands", "provisions", "statements", "meetings", "figures"] {
        assert!(reading[list].is_array(), "{list}");
    }
}

#[test]
fn narrowing_keeps_all_seven_lists() {
    let folder = Folder::new("narrow");
    let path = folder.file("talks.txt", ARTICLE);
    for narrowing in [
        "--only=demands,plans",
        "--side=russia",
        "--issue=territory",
        "--stance=reject",
        "--actor=Lee",
        "--plan=28-point",
    ] {
        let output = ukdesk(&["extract", "--json", narrowing], &[&path]);
        let lists = readings(&output)[0].as_object().expect("an object").values().filter(|v| v.is_array()).count();
        assert_eq!((code(&output), lists), (0, 7), "{narrowing}");
    }
}

#[test]
fn bad_inputs_are_told_apart() {
    let folder = Folder::new("bad");
    let _ = folder.file("none/readme.rs", "no article");
    for (path, words) in [
        (folder.0.join("nowhere.txt"), &["no such file"][..]),
        (folder.0.join("none"), &["no articles in this folder", ".txt"]),
        (folder.file("empty.txt", ""), &["empty"]),
        (folder.file("blank.txt", " \r\n"), &["white space"]),
        (folder.file("binary.txt", b"ab\0c"), &["binary", "offset 2"]),
        (folder.file("latin.txt", b"caf\xE9 talks"), &["UTF-8", "byte offset 3", "iconv"]),
        (folder.file("wide.txt", b"\xFF\xFEa\0"), &["UTF-16", "iconv"]),
        (folder.file("page.html", "<html>"), &["HTML", "not read yet"]),
    ] {
        let message = refused(&["extract"], &[&path]);
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(message.contains(&name), "{message}");
        words.iter().for_each(|word| assert!(message.contains(word), "{word}: {message}"));
        assert_eq!(message.lines().count(), 1, "{message}");
    }
}

#[test]
fn a_file_above_the_limit_is_refused() {
    let folder = Folder::new("large");
    let path = folder.file("large.txt", "talks go on\n".repeat(50_000_000 / 12));
    let message = refused(&["extract"], &[&path]);
    assert!(
        message.contains("larger than the limit of 20000000 bytes") && message.contains("--max-bytes"),
        "{message}"
    );
    let small = folder.file("small.txt", ARTICLE);
    assert!(refused(&["extract", "--max-bytes", "10"], &[&small]).contains("limit of 10 bytes"));
}

#[test]
fn unknown_names_get_the_nearest() {
    let folder = Folder::new("names");
    let path = folder.file("talks.txt", ARTICLE);
    for (args, nearest) in [
        (["extract", "--side=rusia"], "`russia`"),
        (["extract", "--only=demand"], "`demands`"),
        (["extract", "--only=actors,plan"], "`plans`"),
        (["extract", "--stance=rejects"], "`reject`"),
        (["extract", "--issue=teritory"], "`territory`"),
        (["extract", "--issue=territory/contrl"], "`territory/control`"),
        (["extract", "--format=jsn"], "'json'"),
    ] {
        let message = refused(&args, &[&path]);
        assert!(message.contains(nearest), "{args:?}: {message}");
    }
    assert!(refused(&["extract", "--side=qqq"], &[&path]).contains("there are: russia, ukraine"));
}

#[test]
fn actors_and_plans_that_nobody_knows_are_refused() {
    let folder = Folder::new("asked");
    let path = folder.file("talks.txt", ARTICLE.replace("The envoys", "Bo Moerke, an envoy, said that they"));
    for (option, name, words) in [
        ("--actor", "Lavrof", "did you mean `Sergei Lavrov`?"),
        ("--actor", "Qqqqq", "`ukdesk extract --only actors` lists"),
        ("--plan", "28-pont", "did you mean `28-point`?"),
    ] {
        let output = ukdesk(&["extract", "--json", option, name], &[&path]);
        assert_eq!((code(&output), readings(&output).len()), (2, 1), "{option} {name}");
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
    }
    // Known to the lexicon by name, id, surname and alias; known to the article alone.
    for (option, name) in [
        ("--actor", "lavrov"),
        ("--actor", "sergei-lavrov"),
        ("--actor", "Volodymyr Zelenskyy"),
        ("--actor", "moerke"),
        ("--plan", "28-point"),
        ("--plan", "28PPP"),
    ] {
        let output = ukdesk(&["extract", "--json", option, name], &[&path]);
        assert_eq!((code(&output), text(&output.stderr)), (0, String::new()), "{option} {name}");
    }
}

#[test]
fn a_bad_date_is_refused_and_a_good_one_wins() {
    let folder = Folder::new("date");
    let path = folder.file("talks.txt", ARTICLE);
    for bad in ["soon", "2025-02-30", "2025-13-01", "03/04/2025"] {
        assert!(refused(&["extract", "--published", bad], &[&path]).contains("2025-12-03"), "{bad}");
    }
    let output = ukdesk(&["extract", "--json", "--published", "2026-01-02"], &[&path]);
    assert_eq!(readings(&output)[0]["article"]["published"], "2026-01-02");
}

#[test]
fn the_other_inputs_are_still_read() {
    let folder = Folder::new("several");
    let (first, last) = (folder.file("b.txt", ARTICLE), folder.file("a.md", "# Talks\n\nThey left.\n"));
    let output = ukdesk(&["extract", "-f", "jsonl"], &[&first, &folder.0.join("nowhere"), &last]);
    let ids: Vec<_> = readings(&output).iter().map(|r| r["article"]["id"].clone()).collect();
    assert_eq!((code(&output), ids), (2, vec!["b".into(), "a".into()]));
    assert_eq!(text(&output.stderr).lines().count(), 1);
    assert_eq!(text(&output.stdout).lines().count(), 2);
}

#[test]
fn folders_are_walked_in_order() {
    let folder = Folder::new("folder");
    for name in ["b.txt", "a/z.md", "a/c", ".hidden.txt", ".git/x.txt", "b.expected.json", "a/page.html"] {
        let _ = folder.file(name, ARTICLE);
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(&folder.0, folder.0.join("a/loop")).expect("a link");
    let output = ukdesk(&["extract", "--format", "jsonl"], &[&folder.0]);
    let ids: Vec<_> = readings(&output).iter().map(|r| r["article"]["id"].clone()).collect();
    assert_eq!((code(&output), ids), (0, vec!["c".into(), "z".into(), "b".into()]));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = Folder::new("threads");
    for n in 0..40 {
        let _ = folder.file(&format!("{n:02}.txt"), ARTICLE.repeat(1 + n % 7));
    }
    for format in ["table", "json", "jsonl"] {
        let run = |threads: &str| ukdesk(&["extract", "-f", format, "-j", threads], &[&folder.0]);
        let (one, four) = (run("1"), run("4"));
        assert_eq!((code(&one), code(&four)), (0, 0));
        assert!(!one.stdout.is_empty() && one.stdout == four.stdout, "{format}");
    }
}

#[test]
fn standard_input_is_an_article() {
    let mut child = command()
        .args(["extract", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    child.stdin.take().expect("piped").write_all(ARTICLE.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let article = &readings(&output)[0]["article"];
    assert_eq!((code(&output), &article["id"], &article["path"]), (0, &"stdin".into(), &serde_json::Value::Null));
}

#[test]
fn a_reader_who_leaves_early_is_content() {
    let folder = Folder::new("pipe");
    for n in 0..300 {
        let _ = folder.file(&format!("{n:03}.txt"), ARTICLE);
    }
    let mut child =
        command().arg("extract").arg(&folder.0).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((code(&output), text(&output.stderr)), (0, String::new()));
}

#[test]
fn text_is_the_decoded_file() {
    let folder = Folder::new("text");
    let path = folder.file("talks.txt", "\u{feff}Talks\r\n\r\nÉlysée.\r\n");
    assert_eq!(text(&ukdesk(&["text"], &[&path]).stdout), "Talks\r\n\r\nÉlysée.\r\n");
    assert!(refused(&["text"], &[&folder.0.join("nowhere")]).contains("no such file"));
}

#[test]
fn piped_tables_carry_no_colour() {
    let folder = Folder::new("table");
    let path = folder.file("talks.txt", ARTICLE);
    let output = ukdesk(&["extract", "--only", "actors"], &[&path]);
    let shown = text(&output.stdout);
    assert!(shown.starts_with("Envoys leave Vienna\n") && !shown.contains('\u{1b}'), "{shown}");
    assert!(shown.contains("Actors: ") && !shown.contains("Plans: "), "{shown}");
}

#[test]
fn checks_pass_fail_and_cannot_run() {
    let folder = Folder::new("check");
    let path = folder.file("talks.txt", ARTICLE);
    assert!(refused_check(&path).contains("no expectation beside it; write"));
    let expect = |json: &str| folder.file("talks.expected.json", json);
    expect(r#"{"article": {"published": "2025-12-03"}, "absent": {"demands": [{"stance": "threaten"}]}}"#);
    let output = ukdesk(&["check"], &[&path]);
    assert_eq!((code(&output), text(&output.stdout)), (0, "articles: 1 as expected, 0 not\n".to_owned()));
    expect(r#"{"demands": [{"holder": "Bo Moe", "stance": "offer"}]}"#);
    let output = ukdesk(&["check"], &[&folder.0]);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stdout).contains("missing from demands: {\"holder\":\"Bo Moe\""), "{}", text(&output.stdout));
    expect(r#"{"demands": [{"holdr": "Bo Moe"}]}"#);
    assert!(refused_check(&path).contains("talks.expected.json:1: demands[0]: no field `holdr`"));
}

fn refused_check(path: &Path) -> String {
    let output = ukdesk(&["check"], &[path]);
    assert_eq!(code(&output), 2);
    text(&output.stderr)
}

#[test]
fn cases_are_summed_up_by_phenomenon() {
    let folder = Folder::new("cases");
    let case = |id: &str, rest: &str| {
        format!(r#"{{"id": "{id}", "phenomenon": "heads", "text": "The envoys left.", {rest}}}"#)
    };
    let never = r#""never": {"demands": [{"stance": "threaten"}]}"#;
    let wanted = r#""want": {"plans": [{"id": "no-such-plan"}]}"#;
    let path =
        folder.file("heads.jsonl", [case("a", never), case("b", &format!("{wanted}, \"known_gap\": true"))].join("\n"));
    let output = ukdesk(&["check"], &[&path]);
    let shown = text(&output.stdout);
    assert_eq!(code(&output), 0, "{shown}");
    assert!(shown.contains("b: known gap") && shown.contains("1 of 2, 1 known gaps"), "{shown}");
    folder.file("heads.jsonl", case("c", wanted));
    let output = ukdesk(&["check"], &[&folder.0]);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stdout).contains("c: fails on: The envoys left."));
    folder.file("heads.jsonl", format!("{}\n{{}}\n", case("d", never)));
    let output = ukdesk(&["check"], &[&path]);
    assert!(
        code(&output) == 2 && text(&output.stderr).contains("heads.jsonl:2: not a case"),
        "{}",
        text(&output.stderr)
    );
}

/// Positions, quotations and a meeting that are beyond dispute.
const FERRY: &str = "Ferry talks end\n\n2025-12-04\n\nUkraine will not give up the Donbas, President Volodymyr Zelensky \
                     said.\n\n“We are ready to meet anywhere except Minsk,” Zelensky said.\n\nDmitry Peskov said Russia \
                     demands that Ukrainian troops leave the Donetsk region.\n";

const WANTED: &str = r#"{
  "note": "kept",
  "demands": [
    {"holder": "Russia", "stance": "demand", "issue": "territory/control"},
    {"holder": "Finland", "stance": "offer", "issue": "humanitarian/aid"}
  ],
  "exact": ["demands"],
  "absent": {"actors": [{"name": "Dmitry Peskov"}]},
  "known_gaps": {"plans": [{"id": "28-point"}], "actors": [{"name": "Ukraine"}]}
}
"#;

#[test]
fn a_first_expectation_is_written_and_holds() {
    let folder = Folder::new("bless-first");
    let path = folder.file("ferry.txt", FERRY);
    let output = ukdesk(&["check", "--bless"], &[&path]);
    assert_eq!((code(&output), text(&output.stderr)), (0, String::new()));
    assert!(text(&output.stdout).contains("ferry.expected.json: written; actors: "), "{}", text(&output.stdout));
    let first = fs::read_to_string(folder.0.join("ferry.expected.json")).expect("it is written");
    assert!(first.contains("    {\"holder\": \"Russia\", \"stance\": \"demand\", "), "{first}");
    assert_eq!(code(&ukdesk(&["check"], &[&folder.0])), 0);
    let again = ukdesk(&["check", "--bless"], &[&folder.0]);
    assert_eq!(text(&again.stdout), "articles: 1 as expected, 0 not\n");
    assert_eq!(fs::read_to_string(folder.0.join("ferry.expected.json")).expect("it is there"), first);
}

#[test]
fn blessing_mends_and_says_so() {
    let folder = Folder::new("bless");
    let path = folder.file("ferry.txt", FERRY);
    let expectation = folder.file("ferry.expected.json", WANTED);
    let output = ukdesk(&["check", "--bless"], &[&path]);
    let told = text(&output.stdout);
    assert_eq!(code(&output), 1, "what is absent by the author's word is still found: {told}");
    assert!(told.contains("demands: issue was \"territory/control\", is \"territory/withdrawal\""), "{told}");
    assert!(told.contains("demands: dropped {\"holder\": \"Finland\""), "{told}");
    assert!(told.contains("demands: added {\"holder\": \"Ukraine\", \"stance\": \"reject\""), "{told}");
    let now = fs::read_to_string(&expectation).expect("it is there");
    let (head, tail) =
        (&WANTED[..WANTED.find("    {").expect("a list")], &WANTED[WANTED.find("\n  ],").expect("its end")..]);
    assert!(now.starts_with(head) && now.ends_with(tail), "{now}");
    ukdesk(&["check", "--bless"], &[&path]);
    assert_eq!(fs::read_to_string(&expectation).expect("it is there"), now);
    folder.file("ferry.expected.json", "{\"demands\": [{\"stanse\": 1}]}");
    assert!(refused(&["check", "--bless"], &[&path]).contains("ferry.expected.json:1: demands[0]: no field `stanse`"));
    assert_eq!(fs::read_to_string(&expectation).expect("it is there"), "{\"demands\": [{\"stanse\": 1}]}");
}

#[test]
fn an_expectation_and_its_article_belong_together() {
    let folder = Folder::new("orphan");
    let lone = folder.file("gone.expected.json", "{}");
    assert!(refused(&["check"], &[&folder.0]).contains("gone.expected.json: no article beside it"));
    assert!(refused(&["check"], &[&lone]).contains("no article beside it"));
    folder.file("gone.txt", FERRY);
    for paths in [&[lone.as_path()][..], &[&folder.0], &[&folder.0, &lone]] {
        assert_eq!(text(&ukdesk(&["check"], paths).stdout), "articles: 1 as expected, 0 not\n", "once, by either name");
    }
    folder.file("gone.md", FERRY);
    let output = ukdesk(&["check"], &[&folder.0]);
    assert!(code(&output) == 2 && text(&output.stderr).contains("another article has the same expectation"));
}

/// What a check of a failing, an unreadable and a case file prints in a format; exit code 2 in any.
fn told_in(format: &str) -> String {
    let folder = Folder::new(&format!("check-{format}"));
    folder.file("ferry.txt", format!("{FERRY}\nDmitry Peskov left. \u{1b}[1m <&> 50 %.\n"));
    folder.file("ferry.expected.json", WANTED.replace("Finland", "<Fin&land> \\u0001 100%"));
    folder.file("lone.expected.json", "{}");
    let case = r#"{"id": "a", "phenomenon": "x, y: z", "text": "They left.", "want": {"plans": [{"id": "p"}]}}"#;
    folder.file("few.jsonl", case);
    let mut command = command();
    command.current_dir(&folder.0).args(["check", ".", "-f", format]);
    let output = command.output().expect("it runs");
    assert_eq!(code(&output), 2);
    text(&output.stdout)
}

#[test]
fn junit_counts_and_escapes() {
    let xml = told_in("junit");
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ukdesk check\" "), "{xml}");
    assert!(xml.contains("tests=\"8\" failures=\"5\" errors=\"1\" skipped=\"1\""), "{xml}");
    assert_eq!(xml.matches("<testcase ").count(), 8, "{xml}");
    assert_eq!((xml.matches("<failure ").count(), xml.matches("<error ").count()), (5, 1), "{xml}");
    assert!(xml.contains("classname=\"ferry_txt.exact demands\"") && xml.contains("&lt;Fin&amp;land&gt;"), "{xml}");
    assert!(xml.chars().all(|c| c == '\n' || !c.is_control()), "{xml}");
    let mut open = Vec::new();
    for tag in xml.split('<').skip(2).map(|rest| rest.split('>').next().expect("an end")) {
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{xml}"),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().expect("a name")),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn github_annotations_have_file_and_line() {
    let told = told_in("github");
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.iter().filter(|line| line.starts_with("::error file=")).count(), 7, "{told}");
    assert_eq!(lines.len(), 9, "a notice and the sum besides: {told}");
    assert!(told.contains("::error file=ferry.expected.json,line=4,title=demands%3A Russia demand"), "{told}");
    assert!(told.contains("::error file=ferry.txt,line=9,title=absent actors%3A Dmitry Peskov::unwanted"), "{told}");
    assert!(told.contains("::error file=lone.expected.json,line=1,") && told.contains("100%25"), "{told}");
    assert!(told.contains("::error file=few.jsonl,line=1,title=x%2C y%3A z%3A a::missing from plans"), "{told}");
    assert!(told.contains("::notice file=ferry.expected.json,line=9,"), "{told}");
}

#[test]
fn json_has_every_verdict() {
    let value: serde_json::Value = serde_json::from_str(&told_in("json")).expect("one value");
    assert_eq!(value["summary"], serde_json::json!({"hold": 0, "fail": 5, "known_gaps": 2, "could_not_run": 1}));
    let tests = value["suites"][0]["tests"].as_array().expect("tests");
    let verdicts: Vec<&str> = tests.iter().filter_map(|test| test["verdict"].as_str()).collect();
    assert_eq!(verdicts, ["fails", "fails", "fails", "fails", "known-gap", "known-gap-holds"]);
    let miss = &tests[0]["misses"][0];
    assert_eq!(miss["nearest"]["differences"][0]["found"], "territory/withdrawal");
    assert!(
        miss["nearest"]["finding"]["sentence"]["text"].as_str().is_some_and(|s| s.starts_with("Dmitry Peskov said"))
    );
}

#[test]
fn help_shows_examples() {
    for args in
        [&["--help"][..], &["extract", "--help"], &["check", "--help"], &["score", "--help"], &["text", "--help"]]
    {
        let output = ukdesk(args, &[]);
        assert!(code(&output) == 0 && text(&output.stdout).contains("ukdesk "), "{args:?}");
        assert!(text(&output.stdout).contains("Example"), "{args:?}");
    }
    assert_eq!(code(&ukdesk(&["extract"], &[])), 2);
}

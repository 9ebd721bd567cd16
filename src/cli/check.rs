//! `ukdesk check`: articles against the files beside them.
//!
//! Owns the files of a check: which expectation goes with which article, reading and, if asked, writing them. Is given
//! parsed arguments. Never decides what fits.

use super::args::CheckArgs;
use super::extract::{desk, reading};
use super::faults::Faults;
use super::{DIFFERS, FINE, Outcome, cases, output, queue, siblings};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use ukdesk::article::{LoadError, Loader, Source, files, is_article};
use ukdesk::check::{
    Blessed, Expectation, Kind, Report, Suite, Trouble, article_of, bless, expectation_path, first, is_expectation,
    tests,
};
use ukdesk::desk::Desk;
use ukdesk::finding::Reading;

/// What all checks of a run share.
pub(crate) struct Bench {
    /// What reads.
    pub desk: Desk,
    /// What loads.
    pub loader: Loader,
    /// The issue codes that exist.
    pub codes: Vec<String>,
    /// How many threads.
    pub threads: usize,
    /// Whether expectations are brought up to date.
    pub bless: bool,
}

/// Checks everything and prints what differs.
pub(crate) fn run(args: &CheckArgs, faults: &mut Faults) -> Outcome {
    let desk = desk(&args.reading)?;
    let loader = Loader { max_bytes: args.reading.max_bytes, published: None };
    let codes = desk.issue_codes();
    let bench = Bench { desk, loader, codes, threads: queue::threads(args.reading.threads), bless: args.bless };
    let (lists, sources): (Vec<_>, Vec<_>) = files(&args.paths, is_checked).into_iter().partition(is_cases);
    let lists = lists.into_iter().flatten().filter_map(|source| source.path().map(Path::to_owned));
    let lists: Vec<_> = lists.chain(args.cases.iter().cloned()).collect();
    let mut report = Report::default();
    queue::run(
        &pairs(sources),
        bench.threads,
        |article| check(article, &bench),
        |suite| {
            report.suites.push(suite);
            Ok::<(), String>(())
        },
    )?;
    report.suites.extend(lists.iter().map(|list| cases::run(&bench, list)));
    print(args, &report, faults)
}

fn print(args: &CheckArgs, report: &Report, faults: &mut Faults) -> Outcome {
    for trouble in report.suites.iter().flat_map(|suite| &suite.faults) {
        faults.report(&trouble.to_string());
    }
    let mut out = output::stdout();
    let nothing = report.suites.iter().all(|suite| suite.tests.is_empty() && !suite.faults.is_empty());
    let format = args.format();
    let written =
        if nothing && format == ukdesk::check::Format::Text { Ok(()) } else { format.write(&mut out, report) };
    let code = if report.holds() { FINE } else { DIFFERS };
    output::outcome(written.and_then(|()| out.flush()).map(|()| code))
}

fn is_checked(path: &Path) -> bool {
    is_article(path) || is_list(path) || is_expectation(path)
}

fn is_list(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "jsonl")
}

fn is_cases(source: &Result<Source, LoadError>) -> bool {
    source.as_ref().is_ok_and(|source| source.path().is_some_and(is_list))
}

/// The articles to check, each once; an expectation stands for its article.
fn pairs(sources: Vec<Result<Source, LoadError>>) -> Vec<Result<PathBuf, Trouble>> {
    let (mut seen, mut expectations) = (BTreeSet::new(), BTreeSet::new());
    let articles = sources.into_iter().map(|source| match source {
        Ok(Source::File(path)) if is_expectation(&path) => article_beside(&path),
        Ok(Source::File(path)) => Ok(path),
        Ok(Source::Stdin) => Err(trouble("", "standard input has no expectation beside it; check a file".to_owned())),
        Err(e) => Err(trouble("", e.to_string())),
    });
    let once = articles.filter(|article| article.as_ref().map_or(true, |path| seen.insert(path.clone())));
    let once: Vec<_> = once.collect();
    once.into_iter().map(|article| article.and_then(|path| sole(path, &mut expectations))).collect()
}

fn article_beside(expectation: &Path) -> Result<PathBuf, Trouble> {
    let found = article_of(expectation, &siblings(expectation), is_article);
    found.filter(|_| expectation.is_file()).ok_or_else(|| {
        let name = expectation.display().to_string();
        let article = name.trim_end_matches(".expected.json");
        trouble(&name, format!("no article beside it; `{article}.txt` or another ending of an article is looked for"))
    })
}

/// Two articles cannot share one expectation.
fn sole(path: PathBuf, expectations: &mut BTreeSet<PathBuf>) -> Result<PathBuf, Trouble> {
    let expectation = expectation_path(&path);
    if expectations.insert(expectation.clone()) {
        return Ok(path);
    }
    let what = format!("another article has the same expectation, {}; rename one", expectation.display());
    Err(trouble(&path.display().to_string(), what))
}

fn trouble(file: &str, what: String) -> Trouble {
    Trouble { file: file.to_owned(), line: None, what }
}

fn check(article: &Result<PathBuf, Trouble>, bench: &Bench) -> Suite {
    let path = article.as_ref().map_or_else(|t| PathBuf::from(&t.file), PathBuf::clone);
    let mut suite = Suite {
        path: path.display().to_string(),
        expectation: expectation_path(&path).display().to_string(),
        kind: Kind::Article,
        tests: Vec::new(),
        faults: Vec::new(),
        changes: Vec::new(),
    };
    let done = article.clone().and_then(|path| fill(&mut suite, &path, bench));
    suite.faults.extend(done.err());
    suite
}

/// Reads the article and holds it against its expectation, which is brought up to date first if that was asked for.
fn fill(suite: &mut Suite, path: &Path, bench: &Bench) -> Result<(), Trouble> {
    let source = Source::File(path.to_owned());
    let unread = |what: String| trouble("", what);
    let given = given(path, &expectation_path(path), bench.bless)?;
    let sound = |json: &str| {
        let flawed = |flaw: ukdesk::check::Flaw| Trouble {
            file: suite.expectation.clone(),
            line: Some(flaw.line),
            what: flaw.what,
        };
        Expectation::parse(json, &bench.codes).map_err(flawed)
    };
    if let Some(json) = &given {
        sound(json)?;
    }
    let article = bench.loader.load(&source).map_err(|e| unread(e.to_string()))?;
    let reading = reading(&bench.desk, &suite.path, || Ok(article.clone())).map_err(unread)?;
    let mut json = given.clone().unwrap_or_default();
    if bench.bless {
        let blessed = blessed(given.as_deref(), &reading, bench);
        if given.as_ref() != Some(&blessed.json) {
            write_whole(&expectation_path(path), &blessed.json).map_err(|what| trouble(&suite.expectation, what))?;
        }
        (json, suite.changes) = (blessed.json, blessed.changes);
    }
    suite.tests = tests(&reading, &sound(&json)?, &article.text);
    Ok(())
}

/// The text of an expectation; none only where it is to be written.
fn given(article: &Path, path: &Path, may_lack: bool) -> Result<Option<String>, Trouble> {
    match fs::read_to_string(path) {
        Ok(json) => Ok(Some(json.trim_start_matches('\u{feff}').to_owned())),
        Err(e) if e.kind() == io::ErrorKind::NotFound && may_lack => Ok(None),
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            let what = format!("no expectation beside it; write {} or let --bless do it", path.display());
            Err(trouble(&article.display().to_string(), what))
        }
        Err(e) => Err(trouble(&path.display().to_string(), format!("cannot be read ({e})"))),
    }
}

fn blessed(given: Option<&str>, reading: &Reading, bench: &Bench) -> Blessed {
    match given {
        Some(json) => bless(json, &bench.codes, reading)
            .unwrap_or_else(|_| Blessed { json: json.to_owned(), changes: Vec::new() }),
        None => {
            let mut blessed = first(reading);
            let entries = blessed.changes.join(", ");
            blessed.changes =
                vec![format!("written; {}", if entries.is_empty() { "nothing was found" } else { &entries })];
            blessed
        }
    }
}

/// Replaces a file in one step: whoever reads it finds the old text or the new. A link stays a link.
fn write_whole(path: &Path, text: &str) -> Result<(), String> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let new = path.with_extension("json.new");
    let written = fs::write(&new, text).and_then(|()| fs::rename(&new, &path));
    written.map_err(|e| {
        let _ = fs::remove_file(&new);
        format!("cannot be written ({e})")
    })
}

//! `ukdesk check`: articles against the files beside them.
//!
//! Owns the way of one article through a check, and its report. Is given parsed arguments. Never decides what fits.

use super::args::CheckArgs;
use super::extract::{desk, reading};
use super::faults::Faults;
use super::{DIFFERS, FINE, Outcome, cases, output, queue};
use serde_json::Value;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use ukdesk::article::{LoadError, Loader, Source, files, is_article};
use ukdesk::check::{Expectation, Miss, closed, expectation_path, explained, misses, told_of_gap};
use ukdesk::desk::Desk;
use ukdesk::dossier::List;
use ukdesk::render::escaped;

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
}

/// An article that was read, with what is not as expected.
struct Checked {
    name: String,
    expected: usize,
    misses: Vec<Miss>,
    gaps: usize,
    closed: Vec<(List, Value)>,
}

/// Checks everything and prints what differs.
pub(crate) fn run(args: &CheckArgs, faults: &mut Faults) -> Outcome {
    let desk = desk(&args.reading)?;
    let loader = Loader { max_bytes: args.reading.max_bytes, published: None };
    let codes = desk.issue_codes();
    let bench = Bench { desk, loader, codes, threads: queue::threads(args.reading.threads) };
    let (lists, sources): (Vec<_>, Vec<_>) = files(&args.paths, is_checked).into_iter().partition(is_cases);
    let lists = lists.into_iter().flatten().filter_map(|source| source.path().map(Path::to_owned));
    let lists: Vec<_> = lists.chain(args.cases.iter().cloned()).collect();
    let mut out = output::stdout();
    let articles = if sources.is_empty() { Ok(FINE) } else { articles(&mut out, &bench, &sources, faults) };
    let all = lists.iter().fold(articles, |code, list| Ok(code?.max(cases::run(&mut out, &bench, list, faults)?)));
    output::outcome(all.and_then(|code| out.flush().map(|()| code)))
}

fn is_checked(path: &Path) -> bool {
    is_article(path) || is_list(path)
}

fn is_list(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "jsonl")
}

fn is_cases(source: &Result<Source, LoadError>) -> bool {
    source.as_ref().is_ok_and(|source| source.path().is_some_and(is_list))
}

fn articles(
    out: &mut impl Write,
    bench: &Bench,
    sources: &[Result<Source, LoadError>],
    faults: &mut Faults,
) -> io::Result<u8> {
    let (mut fine, mut differ, mut gaps, mut hold) = (0, 0, 0, 0);
    queue::run(
        sources,
        bench.threads,
        |source| check(source, bench),
        |result| {
            match result {
                Err(message) => _ = faults.report(&message),
                Ok(checked) => {
                    *if checked.misses.is_empty() { &mut fine } else { &mut differ } += 1;
                    gaps += checked.gaps;
                    hold += checked.closed.len();
                    report(out, &checked)?;
                }
            }
            Ok::<(), io::Error>(())
        },
    )?;
    writeln!(out, "articles: {fine} as expected, {differ} not")?;
    if gaps > 0 {
        let advice = if hold > 0 { ": move them up" } else { "" };
        writeln!(out, "{gaps} known gaps; {hold} of them hold now{advice}")?;
    }
    Ok(if differ == 0 { FINE } else { DIFFERS })
}

fn check(source: &Result<Source, LoadError>, bench: &Bench) -> Result<Checked, String> {
    let source = source.as_ref().map_err(|e| e.to_string())?;
    let name = source.name();
    let path = source.path().ok_or("standard input has no expectation beside it; check a file")?;
    let expectation = expectation(path, &bench.codes)?;
    let reading = reading(&bench.desk, &name, || bench.loader.load(source))?;
    Ok(Checked {
        name,
        expected: expectation.len(),
        misses: misses(&reading, &expectation),
        gaps: expectation.gaps.len(),
        closed: closed(&reading, &expectation.gaps),
    })
}

fn expectation(article: &Path, codes: &[String]) -> Result<Expectation, String> {
    let path = expectation_path(article);
    let json = fs::read_to_string(&path).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => format!("{}: no expectation beside it; write {}", article.display(), path.display()),
        _ => format!("{}: cannot be read ({e})", path.display()),
    })?;
    Expectation::parse(&json, codes).map_err(|e| format!("{}: {e}", path.display()))
}

fn report(out: &mut impl Write, checked: &Checked) -> io::Result<()> {
    let name = escaped(&checked.name);
    checked.closed.iter().try_for_each(|gap| writeln!(out, "{name}: {}", told_of_gap(gap)))?;
    if checked.misses.is_empty() {
        return Ok(());
    }
    writeln!(out, "{name}: {} of {} not as expected", checked.misses.len(), checked.expected)?;
    let lines = checked.misses.iter().flat_map(explained);
    lines.filter(|line| !line.trim().is_empty()).try_for_each(|line| writeln!(out, "  {line}"))?;
    writeln!(out)
}

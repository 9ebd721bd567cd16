//! `ukdesk score`: articles against full annotations beside them.
//!
//! Owns the way from annotation files to their articles. Is given parsed arguments. Never decides what is right.

use super::args::{ScoreArgs, ScoreFormat};
use super::extract::{desk, reading};
use super::faults::Faults;
use super::{FINE, Outcome, output, queue};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use ukdesk::article::{LoadError, Loader, Source, files, is_article};
use ukdesk::check::score::{Annotation, Extent, Score, figures, json, score, table};
use ukdesk::check::{article_of, is_expectation};
use ukdesk::desk::Desk;

/// What all annotations of a run share.
struct Bench {
    desk: Desk,
    loader: Loader,
    codes: Vec<String>,
}

/// One article with its annotation; `faults` are those of the annotation.
struct Measured {
    name: String,
    score: Score,
    faults: Vec<String>,
}

/// Measures everything and prints the figures.
pub(crate) fn run(args: &ScoreArgs, faults: &mut Faults) -> Outcome {
    let desk = desk(&args.reading)?;
    let bench = Bench {
        codes: desk.issue_codes(),
        desk,
        loader: Loader { max_bytes: args.reading.max_bytes, published: None },
    };
    let sources = sources(&args.paths);
    let (mut measured, mut failed) = (Vec::new(), 0);
    let threads = queue::threads(args.reading.threads);
    let take = |result: Result<Measured, String>| {
        match result {
            Ok(one) => {
                one.faults.iter().for_each(|fault| _ = faults.report(fault));
                measured.push(one);
            }
            Err(message) => {
                failed += 1;
                faults.report(&message);
            }
        }
        Ok::<(), String>(())
    };
    queue::run(&sources, threads, |source| measure(source, &bench), take)?;
    print(args, measured, failed)
}

/// The annotations behind the paths; an article named outright stands for the one beside it.
fn sources(paths: &[PathBuf]) -> Vec<Result<PathBuf, String>> {
    let walked = files(paths, is_annotation).into_iter();
    walked
        .map(|source| match source {
            Ok(Source::Stdin) => Err("standard input has no article beside it; name an annotation".to_owned()),
            Ok(Source::File(path)) if path.extension().is_some_and(|ending| ending == "json") => Ok(path),
            Ok(Source::File(path)) => Ok(path.with_extension("json")),
            Err(LoadError::NoArticles { name, .. }) => {
                Err(format!("{name}: no annotations; a NAME.json beside NAME.txt is looked for"))
            }
            Err(e) => Err(e.to_string()),
        })
        .collect()
}

fn is_annotation(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "json") && !is_expectation(path)
}

fn measure(source: &Result<PathBuf, String>, bench: &Bench) -> Result<Measured, String> {
    let path = source.as_ref().map_err(Clone::clone)?;
    let name = path.display().to_string();
    let gold = fs::read_to_string(path).map_err(|e| format!("{name}: cannot be read ({e}); check the path"))?;
    let gold = Annotation::parse(&gold).map_err(|e| format!("{name}: {e}"))?;
    let article = article_of(path, &super::siblings(path), is_article).ok_or_else(|| {
        format!("{name}: no article beside it; `{}` is looked for", path.with_extension("txt").display())
    })?;
    let article = bench.loader.load(&Source::File(article)).map_err(|e| e.to_string())?;
    let reading = reading(&bench.desk, &article.id, || Ok(article.clone()))?;
    let faults = gold.faults(&article.text, &bench.codes).into_iter().map(|fault| format!("{name}: {fault}"));
    Ok(Measured { score: score(&gold, &reading, &article.text), faults: faults.collect(), name: article.id })
}

fn print(args: &ScoreArgs, measured: Vec<Measured>, failed: usize) -> Outcome {
    let extent = Extent { articles: measured.len(), failed };
    let (mut scores, mut misses) = (Vec::new(), Vec::new());
    for one in measured {
        let named = |complaint: &_| (one.name.clone(), Clone::clone(complaint));
        misses.extend(one.score.complaints.iter().filter(|_| args.misses).map(named));
        scores.push(one.score);
    }
    let figures = figures(&scores);
    let mut out = output::stdout();
    let written = match args.format {
        ScoreFormat::Table if !args.json => table(&mut out, &figures, extent, &misses),
        _ => json(&mut out, &figures, extent, Some(&*misses).filter(|_| args.misses)),
    };
    output::outcome(written.and_then(|()| out.flush()).map(|()| FINE))
}

//! `ukdesk brat`: articles and findings as files for annotation tools.
//!
//! Owns the files' names, and the rule that nothing of others is overwritten. Is given parsed arguments. Never knows an
//! annotation.

use super::args::BratArgs;
use super::extract::{desk, narrow, reading};
use super::faults::Faults;
use super::{FINE, Outcome, names, queue};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fs;
use std::io;
use std::path::Path;
use ukdesk::article::{LoadError, Loader, Source, articles};
use ukdesk::desk::Desk;
use ukdesk::dossier::Narrow;
use ukdesk::render::{brat, brat_config};

/// An article ready to be written.
struct Annotated {
    id: String,
    text: String,
    annotations: Vec<u8>,
}

/// Reads the articles and writes their files.
pub(crate) fn run(args: &BratArgs, faults: &mut Faults) -> Outcome {
    let desk = desk(&args.reading)?;
    let narrow = narrow(&args.narrow, &desk)?;
    let published = args.published.as_deref().map(names::day).transpose().map_err(|e| format!("--published: {e}"))?;
    let loader = Loader { max_bytes: args.reading.max_bytes, published };
    fs::create_dir_all(&args.output).map_err(|e| unwritable(&args.output, &e))?;
    write(&args.output.join("annotation.conf"), brat_config().as_bytes())?;
    let mut taken = BTreeSet::new();
    let read = |source: &Result<Source, LoadError>| annotated(source, &loader, &desk, &narrow);
    let Ok(()) = queue::run(&articles(&args.paths), queue::threads(args.reading.threads), read, |result| {
        if let Err(message) = result.and_then(|article| save(&args.output, &article, &mut taken)) {
            faults.report(&message);
        }
        Ok::<(), Infallible>(())
    });
    Ok(FINE)
}

fn annotated(
    source: &Result<Source, LoadError>,
    loader: &Loader,
    desk: &Desk,
    narrow: &Narrow,
) -> Result<Annotated, String> {
    let source = source.as_ref().map_err(|e| e.to_string())?;
    let article = loader.load(source).map_err(|e| e.to_string())?;
    let mut reading = reading(desk, &source.name(), || Ok(article.clone()))?;
    narrow.apply(&mut reading);
    let mut annotations = Vec::new();
    brat(&mut annotations, &reading)
        .map_err(|e| format!("{}: cannot be annotated ({e}); please report it", article.id))?;
    Ok(Annotated { id: article.id, text: article.text, annotations })
}

/// Writes both files of an article; a name that an earlier article of the run has taken gets a number.
fn save(folder: &Path, article: &Annotated, taken: &mut BTreeSet<String>) -> Result<(), String> {
    let numbered = (2..).map(|n| format!("{}-{n}", article.id));
    let mut free = std::iter::once(article.id.clone()).chain(numbered).filter(|name| !taken.contains(name));
    let name = free.next().unwrap_or_default();
    taken.insert(name.clone());
    write(&folder.join(format!("{name}.txt")), article.text.as_bytes())?;
    write(&folder.join(format!("{name}.ann")), &article.annotations)
}

/// Writes a file that is not there yet, or is there with these very bytes.
fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    match fs::read(path) {
        Ok(there) if there == bytes => Ok(()),
        Ok(_) => {
            Err(format!("{}: is there already, with other content; remove it or choose another folder", path.display()))
        }
        Err(e) if e.kind() == io::ErrorKind::NotFound => fs::write(path, bytes).map_err(|e| unwritable(path, &e)),
        Err(e) => Err(unwritable(path, &e)),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> String {
    format!("{}: cannot be written ({error}); choose another folder", path.display())
}

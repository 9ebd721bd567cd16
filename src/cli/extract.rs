//! `ukdesk extract`: articles in, findings out.
//!
//! Owns the way of one article through the program. Is given parsed arguments. Never knows what a finding means.

use super::args::{ExtractArgs, NarrowArgs, ReadingArgs};
use super::asked::Asked;
use super::faults::Faults;
use super::{FINE, Outcome, names, output, queue, terminal};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use ukdesk::article::{Article, LoadError, Loader, Source, articles};
use ukdesk::desk::Desk;
use ukdesk::dossier::{List, Narrow, settle};
use ukdesk::finding::{Reading, Side, Stance};
use ukdesk::render::Page;

/// Reads the articles and prints what was found.
pub(crate) fn run(args: &ExtractArgs, faults: &mut Faults) -> Outcome {
    let desk = desk(&args.reading)?;
    let narrow = narrow(&args.narrow, &desk)?;
    let published = args.published.as_deref().map(names::day).transpose().map_err(|e| format!("--published: {e}"))?;
    let loader = Loader { max_bytes: args.reading.max_bytes, published };
    let mut asked = Asked::new(&narrow, &desk);
    let open = asked.is_open();
    let read = |source: &Result<Source, LoadError>| {
        let mut reading = read(source, &loader, &desk)?;
        let found = if open { narrow.finds(&reading) } else { (true, true) };
        narrow.apply(&mut reading);
        Ok((reading, found))
    };
    let page = page(args, &narrow)?;
    let mut out = output::stdout();
    let opened = page.open(&mut out);
    let written = opened.and_then(|()| {
        queue::run(&articles(&args.paths), queue::threads(args.reading.threads), read, |result| {
            let reading = result.map(|(reading, found)| {
                asked.seen(found);
                reading
            });
            print(&mut out, &page, reading, faults)
        })
    });
    asked.faults(&desk).iter().for_each(|message| _ = faults.report(message));
    output::outcome(written.and_then(|()| out.flush()).map(|()| FINE))
}

fn page(args: &ExtractArgs, narrow: &Narrow) -> Result<Page, String> {
    let lists: Vec<List> = List::ALL.into_iter().filter(|&list| narrow.shows(list)).collect();
    if args.format().is_flat() && lists.len() != 1 {
        let known = List::ALL.map(List::as_str).join(", ");
        return Err(format!("csv and md hold one list at a time; add --only with one of: {known}"));
    }
    Ok(Page { format: args.format(), width: terminal::width(), bold: terminal::colour(), all: args.all, lists })
}

/// The desk with the lexicon asked for.
pub(super) fn desk(args: &ReadingArgs) -> Result<Desk, String> {
    let desk = match &args.lexicon {
        Some(dir) => Desk::with_lexicon(dir),
        None => Desk::builtin(),
    };
    desk.map_err(|e| e.to_string())
}

/// The criteria, with every name looked up.
pub(super) fn narrow(args: &NarrowArgs, desk: &Desk) -> Result<Narrow, String> {
    let only = args.only.iter().map(|typed| names::member("list", typed, &List::ALL, List::as_str));
    let sides = args.side.iter().map(|typed| names::member("side", typed, Side::ALL, Side::as_str));
    let stances = args.stance.iter().map(|typed| names::member("stance", typed, Stance::ALL, Stance::as_str));
    let codes = desk.issue_codes();
    Ok(Narrow {
        only: only.collect::<Result<_, _>>()?,
        sides: sides.collect::<Result<_, _>>()?,
        issues: args.issue.iter().map(|typed| names::issue(typed, &codes)).collect::<Result<_, _>>()?,
        stances: stances.collect::<Result<_, _>>()?,
        actor: args.actor.clone(),
        plan: args.plan.clone(),
    })
}

fn read(source: &Result<Source, LoadError>, loader: &Loader, desk: &Desk) -> Result<Reading, String> {
    let source = source.as_ref().map_err(|e| e.to_string())?;
    reading(desk, &source.name(), || loader.load(source))
}

/// The ordered reading. Neither loading nor reading panics; should one all the same, an article is lost and not the run.
pub(super) fn reading(
    desk: &Desk,
    name: &str,
    load: impl Fn() -> Result<Article, LoadError>,
) -> Result<Reading, String> {
    let read = catch_unwind(AssertUnwindSafe(|| load().map(|article| desk.read(&article))));
    let read = read.map_err(|_| format!("{name}: an error of the program; please report it with the article"))?;
    let mut reading = read.map_err(|e| e.to_string())?;
    settle(&mut reading);
    Ok(reading)
}

fn print(out: &mut impl Write, page: &Page, result: Result<Reading, String>, faults: &mut Faults) -> io::Result<()> {
    match result {
        Ok(reading) => page.write(out, &reading),
        Err(message) => {
            faults.report(&message);
            Ok(())
        }
    }
}

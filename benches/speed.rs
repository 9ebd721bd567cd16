//! How fast an article is read: every layer and the whole reading, next to what the machine needs for less.
//!
//!     cargo bench --bench speed            8 MB of articles
//!     cargo bench --bench speed -- 50      50 MB
//!
//! The articles are the fixtures, repeated with their paragraphs in an order of their own. The floors are measured in the
//! same run on the same bytes: counting line breaks, cutting words and marks, and looking each of them up in the
//! lexicon's table. Ratios are what to compare between machines.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use ukdesk::article::{Article, Loader, Source};
use ukdesk::attribution::Attributions;
use ukdesk::calendar::Calendar;
use ukdesk::clauses::Clauses;
use ukdesk::desk::Desk;
use ukdesk::encounter::Encounters;
use ukdesk::frames::Frames;
use ukdesk::frames::lineage::Lineage;
use ukdesk::frames::provision::Provisions;
use ukdesk::lexicon::vocab::fold;
use ukdesk::phrases::Phrases;
use ukdesk::provenance::{Given, Provenances};
use ukdesk::referent::Referents;
use ukdesk::referent::plan::PlanMentions;
use ukdesk::text::Text;
use ukdesk::words::Words;

/// Megabytes read unless the command says otherwise.
const USUAL: f64 = 8.0;

fn main() {
    let size = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(USUAL);
    let desk = Desk::builtin().expect("the built-in lexicon compiles");
    let articles = articles((size * 1e6) as usize);
    let mut board = Board::new(&articles);
    floors(&mut board, &desk, &articles);
    layers(&mut board, &desk, &articles);
    whole(&mut board, &desk, &articles);
    board.print();
}

/// The fixtures again and again, until `bytes` are reached.
fn articles(bytes: usize) -> Vec<Article> {
    let texts = texts();
    let (mut order, mut out, mut sum) = (Order(0x2545_f491_4f6c_dd1d), Vec::new(), 0);
    while sum < bytes {
        let text = order.vary(&texts[out.len() % texts.len()]);
        sum += text.len();
        out.push(Loader::default().article(format!("article-{}", out.len()), text));
    }
    out
}

fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let files = std::fs::read_dir(folder).expect("the fixtures").map(|file| file.expect("a file").path());
    let mut files: Vec<_> = files.filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md")).collect();
    files.sort();
    let loader = Loader::default();
    files.into_iter().map(|path| loader.load(&Source::File(path)).expect("a fixture loads").text).collect()
}

/// A row of numbers that is the same every time.
struct Order(u64);

impl Order {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    /// The text with its head in place and its other paragraphs in another order.
    fn vary(&mut self, text: &str) -> String {
        const HEAD: usize = 4;
        let mut paragraphs: Vec<&str> = text.split("\n\n").collect();
        for last in (HEAD + 1..paragraphs.len()).rev() {
            paragraphs.swap(last, HEAD + self.below(last + 1 - HEAD));
        }
        paragraphs.join("\n\n")
    }
}

/// What was measured, in the order of measuring.
struct Board {
    megabytes: f64,
    rows: Vec<(&'static str, Duration)>,
}

impl Board {
    fn new(articles: &[Article]) -> Board {
        Board { megabytes: articles.iter().map(|a| a.text.len()).sum::<usize>() as f64 / 1e6, rows: Vec::new() }
    }

    /// Adds what `work` takes to the row of that name.
    fn time<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = black_box(work());
        let taken = start.elapsed();
        match self.rows.iter_mut().find(|row| row.0 == name) {
            Some(row) => row.1 += taken,
            None => self.rows.push((name, taken)),
        }
        result
    }

    fn seconds(&self, name: &str) -> f64 {
        self.rows.iter().find(|row| row.0 == name).map_or(f64::NAN, |row| row.1.as_secs_f64())
    }

    /// Megabytes a second of every row, and how many times the work of two floors and which share of the reading it is.
    fn print(&self) {
        println!("{:.1} MB; MB/s of one thread", self.megabytes);
        println!("{:<24}{:>10}{:>14}{:>14}{:>12}", "", "MB/s", "x tokens", "x look-up", "of reading");
        for (name, taken) in &self.rows {
            let taken = taken.as_secs_f64();
            let times = |floor: &str| taken / self.seconds(floor);
            let share = 100.0 * taken / self.seconds(READING);
            let (tokens, looked) = (times(TOKENS), times(LOOKED_UP));
            println!("{name:<24}{:>10.1}{tokens:>14.2}{looked:>14.2}{share:>11.1}%", self.megabytes / taken);
        }
    }
}

const LINES: &str = "floor: line breaks";
const TOKENS: &str = "floor: tokens";
const LOOKED_UP: &str = "floor: look-up";
const READING: &str = "whole reading";

fn floors(board: &mut Board, desk: &Desk, articles: &[Article]) {
    board.time(LINES, || articles.iter().map(|a| memchr::memchr_iter(b'\n', a.text.as_bytes()).count()).sum::<usize>());
    let mut offsets: Vec<(u32, u32)> = Vec::new();
    board.time(TOKENS, || {
        articles.iter().for_each(|a| {
            offsets.clear();
            tokens(&a.text, |start, end| offsets.push((start as u32, end as u32)));
            black_box(&offsets);
        });
    });
    let (vocab, mut folded) = (&desk.lexicon().vocab, String::new());
    board.time(LOOKED_UP, || {
        let mut known = 0;
        for text in articles.iter().map(|a| a.text.as_str()) {
            tokens(text, |start, end| {
                fold(&text[start..end], &mut folded);
                known += u64::from(vocab.get(&folded));
            });
        }
        known
    });
}

/// The ends of words (letters and digits of any script) and of single other characters; blanks are left out.
fn tokens(text: &str, mut found: impl FnMut(usize, usize)) {
    let mut word = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            word = word.or(Some(at));
            continue;
        }
        if let Some(start) = word.take() {
            found(start, at);
        }
        if !c.is_whitespace() {
            found(at, at + c.len_utf8());
        }
    }
    if let Some(start) = word {
        found(start, text.len());
    }
}

fn whole(board: &mut Board, desk: &Desk, articles: &[Article]) {
    for article in articles {
        board.time(READING, || desk.read(article));
    }
    let one = Article { text: articles.iter().map(|a| a.text.as_str()).collect(), ..Article::default() };
    board.time("all of it as one article", || desk.read(&one));
}

/// Each layer by itself, over the finished layers below it.
fn layers(board: &mut Board, desk: &Desk, articles: &[Article]) {
    let lexicon = desk.lexicon();
    for article in articles {
        let day = article.meta.published;
        let text = board.time("text", || Text::segment(&article.text, &article.head, &lexicon.abbreviations));
        let words = board.time("words", || Words::read(&text, lexicon));
        let phrases = board.time("phrases", || Phrases::read(&text, lexicon, &words));
        let clauses = board.time("clauses", || Clauses::read(&text, lexicon, &words, &phrases));
        let calendar = board.time("calendar", || Calendar::read(&text, lexicon, &words, &phrases, &clauses, day));
        let referents = board.time("referent", || Referents::read(&text, lexicon, &words, &phrases, &clauses, day));
        let plans = board.time("referent::plan", || PlanMentions::read(&text, lexicon, &words, &phrases, day));
        board.time("encounter", || Encounters::read(&text, lexicon, &words, &phrases, &clauses, &calendar, &referents));
        let attributions =
            board.time("attribution", || Attributions::read(&text, lexicon, &words, &phrases, &clauses, &referents));
        let frames = board.time("frames", || {
            Frames::read(&text, lexicon, &words, &phrases, &clauses, &referents, &attributions, day)
        });
        board.time("frames::provision", || {
            Provisions::read(&text, lexicon, &words, &phrases, &clauses, &referents, &attributions, &plans)
        });
        board.time("frames::lineage", || Lineage::read(&text, lexicon, &words, &phrases, &clauses, &referents, &plans));
        let given = Given {
            text: &text,
            lexicon,
            words: &words,
            phrases: &phrases,
            clauses: &clauses,
            calendar: &calendar,
            referents: &referents,
            attributions: &attributions,
            plans: &plans,
        };
        board.time("provenance", || Provenances::read(given, &frames));
    }
}

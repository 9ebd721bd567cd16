//! The text layer's specification, as tables.

mod laws;
mod paragraphs;
mod quotes;
mod sentences;
mod tokens;

use super::{Abbreviations, Text};

/// A small English, as the lexicon would hand it in.
fn english() -> Abbreviations {
    let never = "mr mrs ms dr Gen Sen Rep Gov Lt Col Capt St vs Prof Rev Messrs".split(' ');
    let may = "u.s u.k e.u u.n p.m a.m d.c inc Corp co ltd Jan Feb Mar Aug Sept Oct Nov Dec Jr etc Sun".split(' ');
    let starters = "the he she it they but in on an a and this we i you for as at if when while after".split(' ');
    Abbreviations::new(never, may, starters).before_number(["No", "Nos", "art"])
}

fn segment(source: &str) -> Text<'_> {
    Text::segment(source, &[], &english())
}

/// Deterministic noise.
struct Noise(u64);

impl Noise {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % below
    }

    /// A text of `pieces` pieces.
    fn text(&mut self, pieces: usize) -> String {
        (0..pieces).map(|_| PIECES[self.next(PIECES.len())]).collect()
    }
}

const PIECES: [&str; 89] = [
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
    "\u{301}",
    "a",
    "s",
    "n't",
    "don't",
    "Kyiv",
    "the",
    "The",
    "U.S.",
    "Mr.",
    "J.",
    "No.",
    "p.m.",
    "Feb.",
    "he said",
    "states",
    "won’t",
    "O’Brien",
    "28",
    "1,000",
    "3.5",
    "bn",
    "PPP",
    ".",
    ".",
    "?",
    "!",
    "...",
    "…",
    ",",
    ",",
    ";",
    ":",
    "-",
    "-",
    "--",
    "–",
    "—",
    "\"",
    "\"",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "'",
    "''",
    "«",
    "»",
    "„",
    "(",
    ")",
    "[",
    "]",
    "• ",
    "1. ",
    "(a) ",
    "# ",
    "**",
    "_",
    "*",
    "](/a)",
    "## ",
    "$",
    "€",
    "%",
    "/",
    "https://x.ua/a?b=c",
    "me@mid.ru",
    "Путин",
    "和平",
    "🕊️",
    "é",
];

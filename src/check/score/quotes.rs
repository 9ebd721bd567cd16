//! Quotations against annotated ones: which runs of words are found, and whose they are.
//!
//! Owns where a quoted run ends and how much of it must be covered. Is given an annotation and a reading. Never counts.

use super::annotation::GoldStatement;
use super::names::{is_anonymous, loosely, same_name};
use crate::finding::{Mode, Span, Statement};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The least number of quoted words that make a quotation.
const LEAST_WORDS: usize = 4;

/// A half-open run of characters.
type Run = (usize, usize);

/// What came of one annotated quotation that is required.
pub(super) enum Quoted<'a> {
    /// No statement covers half of it.
    Missed,
    /// One does; `right` if its speaker is the annotated one.
    Found {
        /// Who is said to speak.
        speaker: Option<&'a str>,
        /// Whether that is so.
        right: bool,
    },
}

/// The annotated quotations that are required, with what came of them, and the statements that quote nothing annotated.
pub(super) fn quotes<'a>(
    gold: &'a [GoldStatement],
    statements: &'a [Statement],
    text: &str,
) -> (Vec<(&'a GoldStatement, Quoted<'a>)>, Vec<&'a Statement>) {
    let chars: Vec<char> = text.chars().collect();
    let said: Vec<(Vec<Run>, &Statement)> =
        statements.iter().filter(|s| s.mode != Mode::Indirect).map(|s| (runs_of(s), s)).collect();
    let (mut used, mut told) = (BTreeSet::new(), Vec::new());
    for g in gold {
        let run = quoted_run(text, &chars, &g.quote);
        used.extend((0..said.len()).filter(|&at| covered(&said[at].0, run) > 0.0));
        if !g.optional {
            told.push((g, quoted(g, &said, run)));
        }
    }
    let left = said.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, said)| said);
    let wrong = left.filter(|(runs, s)| runs.is_empty() || words_in_marks(s, runs, &chars) >= LEAST_WORDS);
    (told, wrong.map(|(_, s)| *s).collect())
}

fn quoted<'a>(g: &GoldStatement, said: &[(Vec<Run>, &'a Statement)], run: Run) -> Quoted<'a> {
    let shares = said.iter().map(|(runs, s)| (covered(runs, run), *s));
    let best = shares.reduce(|best, next| if next.0 > best.0 { next } else { best });
    match best.filter(|(share, _)| *share >= 0.5) {
        None => Quoted::Missed,
        Some((_, s)) => {
            let speaker = s.speaker.as_ref().map(|party| party.name.as_str()).filter(|name| !name.is_empty());
            Quoted::Found { speaker, right: speaker.is_some_and(|name| is_speaker(name, g)) }
        }
    }
}

fn is_speaker(name: &str, g: &GoldStatement) -> bool {
    let named = g.speaker.iter().chain(&g.also).any(|right| same_name(name, right, true));
    named || g.speaker.as_deref().is_some_and(|right| is_anonymous(right) && loosely(name, right))
}

/// Pieces of a statement; one that runs over a paragraph's end is no quotation.
fn runs_of(s: &Statement) -> Vec<Run> {
    let whole = |c: &&Span| !c.text.trim().contains('\n');
    s.content.iter().filter(whole).map(|c| (c.start, c.end)).collect()
}

/// Where the quoted run lies that begins with these words: up to the next closing mark or the paragraph's end.
fn quoted_run(text: &str, chars: &[char], quote: &str) -> Run {
    let Some(at) = text.find(quote) else { return (0, 0) };
    let start = text[..at].chars().count();
    let opening = start.checked_sub(1).map(|before| chars[before]);
    let from = (start + quote.chars().count()).saturating_sub(1);
    let ends = |&at: &usize| chars[at] == '\n' || closes(opening, chars[at], chars.get(at + 1));
    (start, (from..chars.len()).find(ends).unwrap_or(chars.len()))
}

/// Whether a character closes what `opening` opened; an apostrophe inside a word closes nothing.
fn closes(opening: Option<char>, mark: char, next: Option<&char>) -> bool {
    let inside_word = next.is_some_and(|c| c.is_alphanumeric() || *c == '_');
    match opening {
        Some('“') => mark == '”',
        Some('"') => mark == '"',
        Some('‘') => mark == '’' && !inside_word,
        Some('\'') => mark == '\'' && !inside_word,
        _ => matches!(mark, '"' | '”'),
    }
}

/// Which share of a run the pieces cover.
fn covered(pieces: &[Run], run: Run) -> f64 {
    let common = |piece: &Run| piece.1.min(run.1).saturating_sub(piece.0.max(run.0));
    pieces.iter().map(common).sum::<usize>() as f64 / run.1.saturating_sub(run.0).max(1) as f64
}

/// How many words stand between marks: all of a direct statement, of a mixed one those of its longest quoted run.
fn words_in_marks(s: &Statement, runs: &[Run], chars: &[char]) -> usize {
    static RUN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"“[^”]*|"[^"]*"?|‘(?:[^’]|’\w)*"#).expect("a test quotes"));
    let piece = |run: &Run| chars[run.0.min(chars.len())..run.1.min(chars.len())].iter().collect::<String>();
    let inside = runs.iter().map(piece).collect::<Vec<_>>().join(" ");
    match s.mode {
        Mode::Direct => words(&inside),
        _ => RUN.find_iter(&inside).map(|run| words(run.as_str())).max().unwrap_or(0),
    }
}

fn words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, quote: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let (start, end) = quoted_run(text, &chars, quote);
        chars[start..end].iter().collect()
    }

    #[test]
    fn a_run_ends_with_its_own_mark() {
        assert_eq!(run("Élan. “We go ‘home’ now,” she said. “Later.”", "We go"), "We go ‘home’ now,");
        assert_eq!(run("‘It’s the envoys’ turn,’ he said", "It’s the"), "It’s the envoys");
        assert_eq!(run("'It's late,' he said", "It's"), "It's late,");
        assert_eq!(run("“We go\nThey stay.”", "We go"), "We go");
        assert_eq!(run("They go home” now", "They go"), "They go home");
        assert_eq!(run("text", "nowhere"), "");
    }

    #[test]
    fn words_between_marks_are_counted() {
        let text: Vec<char> = "that “the bridge” and “the northern road is” shut".chars().collect();
        let whole = [(0, text.len())];
        let s = |mode| Statement { mode, ..statement() };
        assert_eq!(words_in_marks(&s(Mode::Mixed), &whole, &text), 4);
        assert_eq!(words_in_marks(&s(Mode::Direct), &whole, &text), 9);
    }

    fn statement() -> Statement {
        serde_json::from_str(r#"{"id": "", "article": "", "mode": "direct", "content": []}"#).expect("a statement")
    }

    #[test]
    fn half_of_a_run_is_enough() {
        assert!(covered(&[(0, 5)], (0, 10)) >= 0.5 && covered(&[(0, 4)], (0, 10)) < 0.5);
        assert!(covered(&[(0, 3), (6, 9)], (1, 9)) > 0.5 && covered(&[(3, 9)], (9, 12)) == 0.0);
    }
}

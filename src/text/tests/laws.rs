//! What holds for every text.

use super::super::letters::is_blank;
use super::{Noise, english, segment};
use crate::text::{Quote, Text};
use std::time::{Duration, Instant};

/// Noise of many lengths.
fn noises() -> impl Iterator<Item = String> {
    (0..400).map(|seed| Noise(seed).text(1 + seed as usize % 150))
}

#[test]
fn tokens_cover_all_that_is_visible() {
    for source in noises() {
        let text = segment(&source);
        let mut last = 0;
        for token in &text.tokens {
            let (start, end) = (token.start as usize, token.end as usize);
            assert!(last <= start && start < end, "{source:?}");
            assert!(is_invisible(&source[last..start]), "{source:?}");
            last = end;
        }
        assert!(is_invisible(&source[last..]), "{source:?}");
    }
}

/// Blank, or marks of Markdown.
fn is_invisible(source: &str) -> bool {
    let bare = source.replace(is_blank, "");
    let links = regex::Regex::new(r"^([*_#\[]|\]\(\S+?\))*$").unwrap();
    links.is_match(&bare)
}

#[test]
fn glued_means_no_space() {
    for source in noises() {
        let text = segment(&source);
        for part in &text.paragraphs {
            for t in part.run.iter().skip(1) {
                let between = &source[text.tokens[t - 1].end as usize..text.tokens[t].start as usize];
                assert_eq!(text.tokens[t].glued, !between.contains(is_blank), "{source:?}");
            }
        }
    }
}

#[test]
fn sentences_tile_paragraphs() {
    for source in noises() {
        let text = segment(&source);
        let (mut token, mut sentence) = (0, 0);
        for (number, part) in text.paragraphs.iter().enumerate() {
            assert_eq!((part.run.start, part.sentences.start), (token, sentence), "{source:?}");
            for inner in &text.sentences[part.sentences.start..part.sentences.end] {
                assert_eq!((inner.run.start, inner.paragraph), (token, number), "{source:?}");
                assert!(!inner.run.is_empty(), "{source:?}");
                token = inner.run.end;
            }
            (token, sentence) = (part.run.end, part.sentences.end);
        }
        assert_eq!((token, sentence), (text.tokens.len(), text.sentences.len()), "{source:?}");
    }
}

/// One past the last token of a quote, its mark included.
fn end(quote: &Quote) -> usize {
    quote.close.map_or(quote.inner.end, |close| close + 1)
}

#[test]
fn quotes_nest() {
    for source in noises() {
        let text = segment(&source);
        let mut around: Vec<&Quote> = Vec::new();
        for quote in &text.quotes {
            while around.last().is_some_and(|outer| end(outer) <= quote.open) {
                around.pop();
            }
            assert!(around.last().is_none_or(|outer| end(quote) <= end(outer)), "{source:?}");
            assert_eq!(quote.depth as usize, around.len(), "{source:?}");
            assert!(text.paragraphs[quote.paragraph].run.covers(quote.inner), "{source:?}");
            around.push(quote);
        }
        for t in 0..text.tokens.len() {
            let naive = (0..text.quotes.len()).rev().find(|&q| text.quotes[q].open <= t && t < end(&text.quotes[q]));
            assert_eq!(text.quote_at(t), naive, "{source:?}");
        }
    }
}

#[test]
fn offsets_count_characters_and_lines() {
    for source in noises() {
        let text = segment(&source);
        for (count, (byte, _)) in source.char_indices().enumerate() {
            assert_eq!(text.char_of(byte), count, "{source:?}");
            let before = source[..byte].replace("\r\n", "\n");
            let cut = source[..byte].ends_with('\r') && source[byte..].starts_with('\n');
            let lines = 1 + before.matches(['\n', '\r']).count() - usize::from(cut);
            assert_eq!(text.line_of(byte), lines, "{source:?}");
        }
        assert_eq!(text.char_of(source.len()), source.chars().count());
    }
}

#[test]
fn reads_nothing_from_nothing() {
    for source in ["", " ", "\n\n", "\u{feff}\r\n"] {
        let text = segment(source);
        assert!(text.tokens.is_empty() && text.paragraphs.is_empty() && text.sentences.is_empty(), "{source:?}");
        assert_eq!((text.line_of(0), text.char_of(0), text.quote_at(0)), (1, 0, None));
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    let pieces = [
        "\"",
        "\" ",
        " \"",
        "\"a ",
        "a\" ",
        "'a ",
        "s' a ",
        "“",
        "”",
        "“a” ",
        "‘",
        "’",
        "a.\" b ",
        "... ",
        "...",
        "-",
        "(",
        "a.",
        "a'",
        "a@",
        "1,",
        "I. ",
        "\n",
        "a\n",
        "\"A\n",
        "1. ",
        "\u{301}",
        "\u{ad}",
        "“A ‘b ",
        ",\" a ",
        "A. ",
        "! ",
        ",\"a ",
        "''",
        "a-",
        "www.",
        "? \" ",
    ];
    for piece in pieces {
        let source = piece.repeat(100_000);
        let begin = Instant::now();
        let text = Text::segment(&source, &[], &english());
        assert!(text.tokens.len() <= source.len());
        assert!(begin.elapsed() < Duration::from_secs(8), "{piece:?} took {:?}", begin.elapsed());
    }
}

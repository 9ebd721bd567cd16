//! Paragraphs and their kinds.
//!
//! Owns where a paragraph begins and ends, and whether it is a list item, a heading or a part of the head. Is given the
//! decoded text and its head parts. Never knows a token or a sentence.

use super::ParagraphKind;
use super::letters::{is_blank, is_digit, is_letter, is_mark};
use crate::article::{HeadPart, HeadRole};

/// The widest line of a text that was wrapped by hand.
const WIDEST: usize = 100;
/// The narrowest column a text is wrapped to.
const NARROWEST: usize = 40;
/// The most words a heading has.
const HEADING_WORDS: usize = 12;

/// A paragraph's bytes, before it has tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub start: usize,
    pub end: usize,
    pub kind: ParagraphKind,
    /// End of the mark of a list item.
    pub bullet: Option<usize>,
}

/// A line that is not blank, without the white space around it.
#[derive(Clone, Copy, Debug)]
struct Line {
    start: usize,
    end: usize,
    /// Number of the head part it lies in.
    head: Option<usize>,
    /// The line before was not blank.
    follows: bool,
    /// Characters.
    width: usize,
}

/// The paragraphs of a text, given the starts of its lines.
pub(super) fn blocks(source: &str, starts: &[u32], head: &[HeadPart]) -> Vec<Block> {
    let lines = lines(source, starts, head);
    let groups = || lines.chunk_by(|a, b| b.follows && a.head == b.head);
    let house = house_column(groups().filter(|group| group.len() > 2).map(|group| column(source, group)));
    let mut blocks = Vec::new();
    for group in groups() {
        let column = column(source, group).or(house.filter(|&column| group.iter().all(|line| line.width <= column)));
        for lines in group.chunk_by(|a, b| column.is_some_and(|column| goes_on(source, column, a, b))) {
            blocks.push(block(source, lines, head));
        }
    }
    find_headings(source, &mut blocks);
    blocks
}

fn lines(source: &str, starts: &[u32], head: &[HeadPart]) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut part, mut follows) = (0, false);
    for (at, &start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(source.len(), |&next| next as usize);
        let Some((start, end)) = trim(source, start as usize, end) else {
            follows = false;
            continue;
        };
        part += head[part..].iter().take_while(|part| part.end <= start).count();
        let inside = |part: &HeadPart| part.role != HeadRole::Dateline && part.start <= start && end <= part.end;
        let within = head.get(part).is_some_and(inside).then_some(part);
        lines.push(Line { start, end, head: within, follows, width: source[start..end].chars().count() });
        follows = true;
    }
    lines
}

fn trim(source: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let left = source[start..end].trim_start_matches(is_blank);
    let whole = left.trim_end_matches(is_blank);
    let start = end - left.len();
    (!whole.is_empty()).then_some((start, start + whole.len()))
}

fn block(source: &str, lines: &[Line], head: &[HeadPart]) -> Block {
    let (first, last) = (lines[0], lines[lines.len() - 1]);
    let (start, end) = (first.start, last.end);
    let role = first.head.map(|part| head[part].role);
    let bullet = bullet(&source[start..end]).filter(|_| role.is_none()).map(|length| start + length);
    let kind = match (role, bullet) {
        (Some(role), _) => ParagraphKind::Head(role),
        (None, Some(_)) => ParagraphKind::Item,
        (None, None) => ParagraphKind::Body,
    };
    Block { start, end, kind, bullet }
}

/// The column to which a group of lines was wrapped by hand, if it was.
///
/// In such a text hardly a line has room for the first word of the next, few lines end a sentence, and many begin
/// within one; saved web pages, with a paragraph on every line, are like that nowhere.
fn column(source: &str, group: &[Line]) -> Option<usize> {
    let column = group.iter().map(|line| line.width).max()?;
    if !(NARROWEST..=WIDEST).contains(&column) || group.len() < 2 {
        return None;
    }
    let (mut full, mut ended, mut inside) = (0, 0, 0);
    for pair in group.windows(2) {
        let (line, next) = (&source[pair[0].start..pair[0].end], &source[pair[1].start..pair[1].end]);
        full += usize::from(is_full(column, pair[0].width, next));
        ended += usize::from(ends_sentence(line));
        inside += usize::from(starts_small(next));
    }
    let pairs = group.len() - 1;
    (full * 5 >= pairs * 3 && ended * 5 <= pairs * 2 && inside * 3 >= pairs).then_some(column)
}

/// The column of the whole text, if most of its larger groups of lines were wrapped: then the smaller ones were too.
fn house_column(columns: impl Iterator<Item = Option<usize>>) -> Option<usize> {
    let (mut wrapped, mut other, mut widest) = (0, 0, None);
    for column in columns {
        wrapped += usize::from(column.is_some());
        other += usize::from(column.is_none());
        widest = widest.max(column);
    }
    widest.filter(|_| wrapped > other)
}

/// Whether a line of this width had no room for the first word of the next, give or take a few letters.
fn is_full(column: usize, width: usize, next: &str) -> bool {
    let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    width + 1 + word + 3 > column
}

/// Whether, in a text wrapped by hand, the second line belongs to the first one's paragraph: it begins within a
/// sentence, or the first line is about as long as a line can be.
fn goes_on(source: &str, column: usize, line: &Line, next: &Line) -> bool {
    let (text, following) = (&source[line.start..line.end], &source[next.start..next.end]);
    let long = if ends_sentence(text) { is_full(column, line.width, following) } else { line.width * 4 >= column * 3 };
    bullet(following).is_none() && (long || starts_small(following))
}

fn starts_small(line: &str) -> bool {
    line.starts_with(|c: char| is_letter(c) && !c.is_uppercase())
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(|c| is_mark(c) || matches!(c, ')' | ']')).ends_with(['.', '?', '!', '…'])
}

/// Length of the list mark at the start of a paragraph.
fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let length = match first {
        '•' | '‣' | '▪' | '◦' | '●' | '·' | '■' => return Some(first.len_utf8()),
        '*' | '-' | '–' | '—' => first.len_utf8(),
        '(' => 1 + numbering(&text[1..], &[')'])?,
        _ => numbering(text, &[')']).or_else(|| numbering(text, &['.']).filter(|_| is_digit(first)))?,
    };
    let rest = &text[length..];
    (rest.starts_with(is_blank) && rest.contains(|c| !is_blank(c))).then_some(length)
}

/// Length of `1)`, `12.`, `a)` or `iv)` at the start of `text`.
fn numbering(text: &str, closers: &[char]) -> Option<usize> {
    let digits = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let letters = text.bytes().take(5).take_while(|b| b"ivxIVX".contains(b)).count();
    let one = usize::from(text.starts_with(|c: char| c.is_ascii_alphabetic()));
    let length = digits.max(letters).max(one);
    let closed = (1..=if digits > 0 { 3 } else { 4 }).contains(&length) && text[length..].starts_with(closers);
    closed.then_some(length + 1)
}

/// Marks the body paragraphs that are headings of what follows them.
fn find_headings(source: &str, blocks: &mut [Block]) {
    let mut next: Option<Block> = None;
    for block in blocks.iter_mut().rev() {
        if matches!(block.kind, ParagraphKind::Head(_)) {
            continue;
        }
        let text = &source[block.start..block.end];
        let follower = next.map(|next| &source[next.start..next.end]);
        if block.kind == ParagraphKind::Body && is_heading(text, follower) {
            block.kind = ParagraphKind::Heading;
        }
        next = Some(*block);
    }
}

fn is_heading(text: &str, follower: Option<&str>) -> bool {
    if text.starts_with('#') {
        return text.trim_start_matches('#').starts_with(is_blank);
    }
    let words = words(text);
    if words > HEADING_WORDS || !looks_titled(text) {
        return false;
    }
    is_shouted(text, words) || follower.is_some_and(|next| is_longer(text, words, next))
}

fn words(text: &str) -> usize {
    text.split_whitespace().take(HEADING_WORDS + 1).count()
}

/// Begins like a title, ends like none of the things a sentence ends with, and is no quotation.
fn looks_titled(text: &str) -> bool {
    let bare = text.trim_matches(|c| is_mark(c) || matches!(c, '*' | '_'));
    let quoted = text.starts_with(|c| is_mark(c) && c != '‘' && c != '\'') && text.ends_with(is_mark);
    let stopped = bare.ends_with(['.', '!', ',', ';', ':', '…', '-', '—']) || (bare.ends_with('?') && bare != text);
    let titled = bare.starts_with(|c: char| is_digit(c) || (is_letter(c) && !c.is_lowercase()));
    titled && !stopped && !quoted && !is_asked(text)
}

/// A question behind its speaker's name or letter: `Q: How did it go?`.
fn is_asked(text: &str) -> bool {
    let speaker = text.split_once(": ").map_or(usize::MAX, |(name, _)| words(name));
    text.ends_with('?') && speaker <= 3
}

/// Two words or more in capitals only.
fn is_shouted(text: &str, words: usize) -> bool {
    words >= 2 && !text.contains(char::is_lowercase) && text.chars().filter(|c| c.is_uppercase()).count() >= 4
}

/// Whether `next` is what a heading of `count` words can stand over.
fn is_longer(text: &str, count: usize, next: &str) -> bool {
    next.len() > text.len() && (words(next) > HEADING_WORDS || (words(next) > count && ends_sentence(next)))
}

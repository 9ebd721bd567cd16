//! Changes to a text that leave the rest of it alone.
//!
//! Owns where commas and line ends go when entries of a JSON list come or go. Is given places and words. Never knows
//! what an entry means.

use super::located::Located;
use std::ops::Range;

/// Bytes of a text, and what stands there instead.
pub(super) type Edit = (Range<usize>, String);

/// The text with all edits made; they do not overlap.
pub(super) fn applied(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(at, _)| std::cmp::Reverse((at.start, at.end)));
    let mut text = text.to_owned();
    edits.into_iter().for_each(|(at, words)| text.replace_range(at, &words));
    text
}

/// Takes the items `out` from the list of the items `all`, each with the comma before it or, at the head, behind it.
pub(super) fn removals(all: &[Range<usize>], out: &[Range<usize>]) -> Vec<Edit> {
    let head = all.iter().take_while(|item| out.contains(item)).count();
    let end = all.get(head).map(|kept| kept.start).or(all.last().map(|last| last.end));
    let first = all.first().zip(end).filter(|_| head > 0).map(|(first, end)| first.start..end);
    let pairs = all.windows(2).skip(head.saturating_sub(1)).filter(|_| head < all.len());
    let rest = pairs.filter(|pair| out.contains(&pair[1])).map(|pair| pair[0].end..pair[1].end);
    first.into_iter().chain(rest).map(|at| (at, String::new())).collect()
}

/// Adds lines to the list called `name`, behind its item at `last` if it has one; a list that is not there is made.
pub(super) fn addition(json: &str, name: &str, last: Option<Range<usize>>, lines: &[String]) -> Option<Edit> {
    if let Some(last) = last {
        let indent = indent_before(json, last.start);
        let added: String = lines.iter().map(|line| format!(",{indent}{line}")).collect();
        return Some((last.end..last.end, added));
    }
    let list = format!("[\n    {}\n  ]", lines.join(",\n    "));
    let whole = Located::parse(json).ok()?;
    let fields = whole.fields("").ok()?;
    match fields.iter().find(|(key, _)| key == name) {
        Some((_, items)) => Some((items.at(), list)),
        None => {
            let end = fields.last()?.1.at().end;
            Some((end..end, format!(",\n  \"{name}\": {list}")))
        }
    }
}

/// What stands between an item and the line end before it, or a space where both are on one line.
fn indent_before(json: &str, at: usize) -> &str {
    let start = json[..at].trim_end_matches([' ', '\t']).len();
    let line = if json[..start].ends_with("\r\n") { start - 2 } else { start.saturating_sub(1) };
    if json[..start].ends_with('\n') { &json[line..at] } else { " " }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Items are single letters; capitals go.
    fn without_capitals(list: &str) -> String {
        let items = |wanted: fn(&char) -> bool| -> Vec<Range<usize>> {
            list.char_indices().filter(|(_, c)| c.is_alphabetic() && wanted(c)).map(|(at, _)| at..at + 1).collect()
        };
        applied(list, removals(&items(|_| true), &items(|c| c.is_uppercase())))
    }

    #[test]
    fn commas_go_with_their_items() {
        for (list, left) in [
            ("[a, b, c]", "[a, b, c]"),
            ("[A, b, c]", "[b, c]"),
            ("[A, B, c]", "[c]"),
            ("[a, B, C]", "[a]"),
            ("[A, b, C]", "[b]"),
            ("[a, B, c, D]", "[a, c]"),
            ("[A]", "[]"),
            ("[\n A,\n B\n]", "[\n \n]"),
            ("[\n a,\n B\n]", "[\n a\n]"),
        ] {
            assert_eq!(without_capitals(list), left, "{list}");
        }
    }

    #[test]
    fn additions_follow_the_manner_of_the_list() {
        let add = |json: &str, last: Option<Range<usize>>| {
            let lines = ["{x}".to_owned(), "{y}".to_owned()];
            applied(json, addition(json, "l", last, &lines).into_iter().collect())
        };
        assert_eq!(add("{\"l\": [1]}", Some(7..8)), "{\"l\": [1, {x}, {y}]}");
        assert_eq!(add("{\"l\": [\r\n\t1\r\n]}", Some(10..11)), "{\"l\": [\r\n\t1,\r\n\t{x},\r\n\t{y}\r\n]}");
        assert_eq!(add("{\"l\": []}", None), "{\"l\": [\n    {x},\n    {y}\n  ]}");
        assert_eq!(add("{\"m\": []}", None), "{\"m\": [],\n  \"l\": [\n    {x},\n    {y}\n  ]}");
    }
}

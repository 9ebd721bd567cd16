//! Who wrote an article, as lines under a headline say it.
//!
//! Owns the shapes: `By A and B`, `A in X and B in Y`, `Dr A, Senior Fellow, Institute`, `Team: A, B and C`. Is given a
//! line without its date. Never knows a person or an outlet by name, and never takes a sentence for a byline.

use super::date::is_calendar_word;
use super::line::is_capital;
use regex::Regex;
use std::sync::LazyLock;

/// What a line says of the authors.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// One name each.
    pub names: Vec<String>,
    /// What stands after the names and is no position; the outlet, if the date follows it.
    pub after: Option<String>,
}

const PARTICLES: [&str; 14] =
    ["de", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "di", "da", "du", "ter"];
/// Words of positions: a segment that holds one is no name.
const POSITIONS: [&str; 20] = [
    "correspondent",
    "correspondents",
    "editor",
    "reporter",
    "reporters",
    "writer",
    "writers",
    "columnist",
    "analyst",
    "fellow",
    "professor",
    "director",
    "researcher",
    "author",
    "contributor",
    "producer",
    "chief",
    "lecturer",
    "journalist",
    "staff",
];
/// Words of outlets and institutes.
const HOUSES: [&str; 12] = [
    "press",
    "news",
    "agency",
    "institute",
    "times",
    "post",
    "journal",
    "media",
    "service",
    "university",
    "team",
    "desk",
];

/// The byline that `line` is. `By` is enough of a sign; without it the whole line must have a byline's shape.
pub(super) fn read(line: &str) -> Option<Byline> {
    match after_by(line) {
        Some(rest) => signed(rest),
        None => labelled(line).or_else(|| placed(line)).or_else(|| positioned(line)),
    }
}

/// What follows `By`, `Written by`.
fn after_by(line: &str) -> Option<&str> {
    static BY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^(?i:(?:(?:written|words|text|story|analysis|report|opinion|commentary) )?by|byline:|authors?:)\s+",
        )
        .expect("a fixed pattern")
    });
    Some(&line[BY.find(line)?.end()..])
}

/// `A, B and C[, Outlet]`: names up to the last `and`, else the first alone.
fn signed(rest: &str) -> Option<Byline> {
    let (pieces, joined) = pieces(rest);
    let count = joined.unwrap_or(1).min(pieces.len());
    let first = *pieces.first()?;
    if is_house(first) || pieces.len() == 1 && first.split_whitespace().count() == 1 && is_capital(first) {
        return (!is_calendar(first)).then(|| Byline { names: Vec::new(), after: Some(first.to_owned()) });
    }
    let names: Vec<String> =
        pieces[..count].iter().map(|p| without_place(p)).filter(|p| is_name(p, 2)).map(str::to_owned).collect();
    let after = pieces[count..].iter().find(|p| is_house_like(p)).map(|p| (*p).to_owned());
    (names.len() == count).then_some(Byline { names, after })
}

/// `A and B, Outlet` before a date, without `By`: nothing but names and one outlet of capitals.
pub(super) fn unsigned(line: &str) -> Option<Byline> {
    let (pieces, joined) = pieces(line);
    let names = pieces.get(..joined.unwrap_or(1))?;
    let outlet = match pieces.get(names.len()..)? {
        [] => None,
        [one] if one.split_whitespace().all(is_capital) && !is_calendar(one) => Some((*one).to_owned()),
        _ => return None,
    };
    let all = !names.is_empty() && names.iter().all(|name| is_name(name, 2) && !is_house(name));
    all.then(|| Byline { names: owned(names), after: outlet })
}

/// The pieces between commas and `and`, and how many of them the last `and` closes.
fn pieces(rest: &str) -> (Vec<&str>, Option<usize>) {
    let (mut pieces, mut joined) = (Vec::new(), None);
    for part in rest.split([',', ';']) {
        let part = part.trim().strip_prefix("and ").inspect(|_| joined = Some(pieces.len() + 1)).unwrap_or(part.trim());
        let members: Vec<&str> =
            part.split(" & ").flat_map(|p| p.split(" and ")).flat_map(|p| p.split(" AND ")).collect();
        pieces.extend(members.iter().map(|p| p.trim()).filter(|p| !p.is_empty()));
        joined = if members.len() > 1 { Some(pieces.len()) } else { joined };
    }
    (pieces, joined)
}

/// `Russia Team: A, B and C`.
fn labelled(line: &str) -> Option<Byline> {
    let (label, rest) = line.split_once(": ")?;
    let (pieces, joined) = pieces(rest);
    let plain = label.split_whitespace().count() <= 3 && label.split_whitespace().all(is_capital);
    let all = joined == Some(pieces.len()) && pieces.iter().all(|p| is_name(p, 2));
    (plain && all).then(|| Byline { names: owned(&pieces), after: None })
}

/// `A in X and B in Y`.
fn placed(line: &str) -> Option<Byline> {
    let (pieces, _) = pieces(line);
    let names: Vec<&str> = pieces.iter().map(|p| without_place(p)).collect();
    let all = names
        .iter()
        .zip(&pieces)
        .all(|(name, piece)| name.len() < piece.len() && is_name(name, 2) && is_short_place(piece, name));
    (all && !names.is_empty()).then(|| Byline { names: owned(&names), after: None })
}

fn is_short_place(piece: &str, name: &str) -> bool {
    let place = piece[name.len()..].trim().trim_start_matches("in ");
    place.split_whitespace().count() <= 3 && place.split_whitespace().all(|w| is_capital(w) || PARTICLES.contains(&w))
}

/// `Dr A, Senior Fellow, Institute`: a name, then a position.
fn positioned(line: &str) -> Option<Byline> {
    let parts: Vec<&str> = line.split([',', '|']).map(str::trim).collect();
    let (first, rest) = parts.split_first()?;
    let position = rest.iter().any(|part| part.split_whitespace().any(is_position));
    let short = rest.iter().all(|part| part.split_whitespace().count() <= 6);
    let ended = line.ends_with(['.', '?', '!', '"', '”']);
    (position && short && !ended && is_name(first, 2))
        .then(|| Byline { names: vec![untitled(first).to_owned()], after: None })
}

/// Whether the line gives a position and nothing else: `Diplomatic correspondent`, `Europe editor, Paris`.
pub(super) fn is_position_line(line: &str) -> bool {
    let words = line.split_whitespace().count();
    words <= 6 && !line.ends_with(['.', '?', '!']) && line.split_whitespace().any(is_position)
}

/// Whether the line is a name and nothing else.
pub(super) fn is_name_line(line: &str) -> bool {
    is_name(line, 2) && !is_house(line)
}

fn is_position(word: &str) -> bool {
    POSITIONS.contains(&word.trim_end_matches([',', ';']).to_lowercase().as_str())
}

fn is_house(piece: &str) -> bool {
    piece.split_whitespace().all(is_capital)
        && piece.split_whitespace().any(|w| HOUSES.contains(&w.to_lowercase().as_str()))
}

fn is_house_like(piece: &str) -> bool {
    let words = piece.split_whitespace().count();
    (1..=4).contains(&words)
        && piece.split_whitespace().all(is_capital)
        && !piece.split_whitespace().any(is_position)
        && !is_calendar(piece)
}

fn is_calendar(piece: &str) -> bool {
    piece.split_whitespace().any(is_calendar_word)
}

/// The piece up to ` in `, ` at `, ` for `.
fn without_place(piece: &str) -> &str {
    let cut = [" in ", " at ", " for ", " of ", " from "].iter().filter_map(|word| piece.find(word)).min();
    untitled(piece[..cut.unwrap_or(piece.len())].trim())
}

/// The name without the academic's title.
fn untitled(name: &str) -> &str {
    ["Dr ", "Dr. ", "Prof ", "Prof. ", "Professor "].iter().find_map(|title| name.strip_prefix(title)).unwrap_or(name)
}

/// From `least` to five words that begin with capitals, particles aside, without digits and days.
fn is_name(piece: &str, least: usize) -> bool {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let proper =
        |w: &&str| is_capital(w) && !is_calendar_word(w) && w.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c));
    let fits = words.iter().all(|w| proper(w) || PARTICLES.contains(w));
    (least..=5).contains(&words.len()) && fits && words.first().is_some_and(proper) && words.last().is_some_and(proper)
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| untitled(name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_sign() {
        for (line, names, after) in [
            ("By Ann Lee and Bo Moe", &["Ann Lee", "Bo Moe"][..], None),
            ("By Ann Lee in Berlin", &["Ann Lee"], None),
            ("by Ann van der Lee", &["Ann van der Lee"], None),
            ("By Ann Lee, Cy Roe-Lind and Bo O'Moe", &["Ann Lee", "Cy Roe-Lind", "Bo O'Moe"], None),
            ("By Ann Lee, Cy Roe, and Bo Moe", &["Ann Lee", "Cy Roe", "Bo Moe"], None),
            ("By ANN LEE-ROE and BO MOE", &["ANN LEE-ROE", "BO MOE"], None),
            ("By Ann Lee, Wireline", &["Ann Lee"], Some("Wireline")),
            ("By Ann Lee, Europe editor", &["Ann Lee"], None),
            ("By Wireline", &[], Some("Wireline")),
            ("By The Allied Press", &[], Some("The Allied Press")),
            ("Ann Lee in Brussels and Bo Moe in New York", &["Ann Lee", "Bo Moe"], None),
            ("Ann Lee-Roe, diplomatic correspondent, Paris", &["Ann Lee-Roe"], None),
            ("Dr Ann Lee, Senior Research Fellow, Calder Institute", &["Ann Lee"], None),
            ("Coast Team: Ann Lee, Bo Moe and Cy O'Roe", &["Ann Lee", "Bo Moe", "Cy O'Roe"], None),
        ] {
            let wanted =
                Byline { names: names.iter().map(|n| (*n).to_owned()).collect(), after: after.map(str::to_owned) };
            assert_eq!(read(line), Some(wanted), "{line}");
        }
    }

    #[test]
    fn sentences_do_not() {
        for line in [
            "By Friday",
            "By accepting the plan, the ministry gave way",
            "By the time they met, it was over",
            "By Tuesday Ann Lee had left",
            "Ann Lee, the envoy, and Bo Moe met",
            "Bridges, Ports",
            "Terms: a truce, a swap and a summit",
            "Who is in Geneva",
            "Ann Lee said that the editor, Bo Moe, had left.",
            "Talks in Geneva and Vienna",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}

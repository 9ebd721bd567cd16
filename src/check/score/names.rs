//! When two names are one.
//!
//! Owns the comparison of names, places and descriptions for scores; its words are data, in `scoring/names.toml`. Is
//! given strings. Never looks into the lexicon: what is measured must not move the yardstick.

use any_ascii::any_ascii_char;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The words of the comparison.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    articles: Vec<String>,
    describing: Vec<String>,
    belonging: Vec<String>,
    unnamed: Vec<String>,
    states: Vec<String>,
    metonyms: BTreeMap<String, String>,
    venues: BTreeMap<String, String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../scoring/names.toml")).expect("a test reads scoring/names.toml")
});

/// Lower case, without accents, possessive endings, punctuation and a leading article.
pub(super) fn plain(name: &str) -> String {
    let flat = folded(name).replace("’s", "").replace("'s", "");
    let words = flat.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let article = words.len() > 1 && holds(&WORDS.articles, words[0]);
    words[usize::from(article)..].join(" ")
}

fn folded(name: &str) -> String {
    let combining = |c: &char| matches!(c, '\u{300}'..='\u{36f}');
    name.chars().filter(|c| !combining(c)).map(letter).collect::<String>().to_lowercase()
}

/// Latin letters without their marks; others as they are.
fn letter(c: char) -> String {
    match c {
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' if c.is_alphabetic() => any_ascii_char(c).to_owned(),
        _ => c.to_string(),
    }
}

/// [`plain`], with metonyms as their state.
pub(super) fn norm(name: &str) -> String {
    let flat = plain(name);
    WORDS.metonyms.get(&flat).cloned().unwrap_or(flat)
}

/// Equal, or, where `surname` allows it, the words of one end the other.
pub(super) fn same_name(a: &str, b: &str, surname: bool) -> bool {
    let (x, y) = (norm(a), norm(b));
    if x.is_empty() || y.is_empty() || x != y && is_described(a) != is_described(b) {
        return false;
    }
    x == y || surname && ends(&x, &y)
}

fn ends(x: &str, y: &str) -> bool {
    let (x, y): (Vec<&str>, Vec<&str>) = (x.split(' ').collect(), y.split(' ').collect());
    let (short, long) = if y.len() < x.len() { (y, x) } else { (x, y) };
    long.ends_with(&short) && !holds(&WORDS.states, short[0])
}

/// Whether a name is words about somebody: an article or a count, something, and whose or where from.
fn is_described(name: &str) -> bool {
    let name = name.to_lowercase();
    let Some((first, rest)) = name.split_once(' ') else { return false };
    let belongs = |word: &String| rest.contains(&format!(" {word} "));
    holds(&WORDS.describing, first) && WORDS.belonging.iter().any(belongs)
}

/// Whether a speaker has no name, only a description.
pub(super) fn is_anonymous(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or("").to_lowercase();
    holds(&WORDS.unnamed, &first) || name.starts_with(char::is_lowercase)
}

/// Whether half of the words of the shorter are in both.
pub(super) fn loosely(a: &str, b: &str) -> bool {
    let (a, b) = (norm(a), norm(b));
    let (x, y) = (word_set(&a), word_set(&b));
    !x.is_empty() && !y.is_empty() && 2 * x.intersection(&y).count() >= x.len().min(y.len())
}

/// Whether one place names all that the other names.
pub(super) fn same_place(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    let place = |name| -> BTreeSet<&str> { word_set(name).into_iter().map(in_city).collect() };
    let (x, y) = (place(&a), place(&b));
    !x.is_empty() && !y.is_empty() && (x.is_subset(&y) || y.is_subset(&x))
}

fn in_city(word: &str) -> &str {
    WORDS.venues.get(word).map_or(word, String::as_str)
}

fn word_set(name: &str) -> BTreeSet<&str> {
    name.split(' ').filter(|word| !word.is_empty()).collect()
}

fn holds(words: &[String], word: &str) -> bool {
    words.iter().any(|w| w == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_flattened() {
        for (name, flat) in [
            ("The Élysée’s  envoy", "elysee envoy"),
            ("A.  Łukasz Ołeś", "lukasz oles"),
            ("The", "the"),
            ("Jean-Noël O'Neill", "jean noel o neill"),
            ("…", ""),
        ] {
            assert_eq!(plain(name), flat, "{name}");
        }
        assert_eq!((norm("the Kremlin"), norm("U.S.")), ("russia".into(), "united states".into()));
    }

    #[test]
    fn surnames_end_names() {
        assert!(same_name("van der Lee", "Ann van der Lee", true) && same_name("ann lee", "Ann Lee", false));
        assert!(!same_name("Lee", "Ann Lee", false), "only where a surname may stand");
        assert!(!same_name("Ann", "Ann Lee", true) && !same_name("", "", true));
        assert!(!same_name("France", "Anatole France", true), "a state is no surname");
        assert!(!same_name("an aide to Ann Lee", "Ann Lee", true), "words about somebody are not he or she");
        assert!(same_name("Moscow", "Russian Federation", false));
    }

    #[test]
    fn sources_without_a_name_agree_loosely() {
        assert!(is_anonymous("a senior official") && is_anonymous("officials") && !is_anonymous("Ann Lee"));
        assert!(loosely("a senior Northland official", "a Northland official"));
        assert!(!loosely("two diplomats", "an aide") && !loosely("", "x"));
    }

    #[test]
    fn places_hold_each_other() {
        assert!(same_place("the Kremlin", "Moscow") && same_place("Vienna", "Hofburg, Vienna"));
        assert!(!same_place("Vienna", "Geneva") && !same_place("", "Geneva"));
    }
}

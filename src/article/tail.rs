//! What stands around an article and is none of it: reporting credits, boxes, navigation.
//!
//! Owns the openings of such lines. Is given lines and the authors. Never cuts anything: it marks.

use super::line::Line;
use regex::Regex;
use std::sync::LazyLock;

/// The small words of credits.
const CREDITS: [&str; 16] = [
    "by",
    "in",
    "and",
    "from",
    "at",
    "for",
    "with",
    "of",
    "the",
    "additional",
    "further",
    "reporting",
    "writing",
    "editing",
    "graphics",
    "de",
];

/// Whether the line is furniture wherever it stands.
pub(super) fn is_furniture(line: &Line<'_>) -> bool {
    static OPENINGS: LazyLock<Regex> = LazyLock::new(|| Regex::new(&openings()).expect("a fixed pattern"));
    OPENINGS.is_match(line.text) || is_credit(line.text)
}

/// `Reporting by A in X; Editing by B`: no words between the names but those of credits.
fn is_credit(text: &str) -> bool {
    static OPENING: LazyLock<Regex> = LazyLock::new(|| {
        let shape = r"(?i)^\(?(?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited) by (?-i:\p{Lu})";
        Regex::new(shape).expect("a fixed pattern")
    });
    let small = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| word.starts_with(char::is_lowercase));
    let mut small = small.map(str::to_lowercase);
    OPENING.is_match(text) && (text.starts_with('(') || small.all(|word| CREDITS.contains(&word.as_str())))
}

fn openings() -> String {
    let sentences = [
        r"(?:additional|further) reporting (?:by|from) ",
        r"(?:read|see|watch|listen)(?: more| next| also| on)?\s?:",
        r"(?:also read|more on this(?: story)?|related(?: articles| stories)?|recommended)\s?(?::|$)",
        r"the (?:views|opinions) expressed",
        r"(?:sign up|subscribe)(?: now| here| to| for)\b",
        r"(?:our standards|this article (?:was|is) (?:originally|part|republished))\b",
        r"(?:follow|join) us on ",
        r"(?:click|tap) here\b",
        r"get (?:the latest|our|more from) ",
        r"(?:©|\(c\)|copyright )\s?\d{4}",
        r"all rights reserved",
    ];
    let words = "dismiss|share(?: this(?: article| story)?)?|advertisement|advertising|skip to (?:main )?content|copy link|\
                 print|email|save|listen to (?:this )?article|comments?|most read|trending|menu|close|loading|follow|read more";
    format!(r"(?i)^(?:{}|(?:{words})\.{{0,3}}$)", sentences.join("|"))
}

/// Whether the line, at the end of a text, is what a page leaves behind there: a short word without a stop.
pub(super) fn is_residue(line: &Line<'_>) -> bool {
    is_furniture(line) || line.words() <= 3 && !line.is_terminated() && !line.text.contains(['"', '”', '“', '\''])
}

/// Whether the line, at the end of a text, tells who its author is.
pub(super) fn is_biography(line: &Line<'_>, authors: &[String]) -> bool {
    let says = |rest: &str| {
        [" is a", " is the", " was a", " writes", " covers", " reports", ", a "]
            .iter()
            .any(|verb| rest.starts_with(verb))
    };
    authors.iter().any(|name| line.text.strip_prefix(name.as_str()).is_some_and(says))
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[test]
    fn furniture_is_known_by_its_opening() {
        for text in [
            "(Reporting by Ann Lee in Geneva; Editing by Bo Moe)",
            "Additional reporting by Cy Roe",
            "Read next: More on oil",
            "The views expressed in this commentary are the author’s.",
            "Sign up for our newsletter",
            "Dismiss",
            "Share this",
            "Advertisement",
            "Editing by Bo Moe",
            "© 2026 The Daily",
            "READ MORE: The plan in full",
        ] {
            assert!(is_furniture(&lines(text, 0)[0]), "{text}");
        }
    }

    #[test]
    fn sentences_are_none() {
        for text in [
            "Read in full, the plan is short.",
            "Reporting by the agency was denied.",
            "Reporting by Wireline shows what was offered.",
            "Share prices fell.",
            "Close aides said no.",
            "Signing up to a truce, he said",
        ] {
            assert!(!is_furniture(&lines(text, 0)[0]), "{text}");
        }
    }

    #[test]
    fn authors_are_told_of_at_the_end() {
        let text = "Ann Lee is a fellow at the institute.\nAnn Lee said no.";
        let found = lines(text, 0);
        assert!(is_biography(&found[0], &["Ann Lee".to_owned()]));
        assert!(!is_biography(&found[1], &["Ann Lee".to_owned()]));
    }
}

//! Photo captions and credits.
//!
//! Owns their shapes, and is conservative: a caption read as text costs little, a paragraph taken for a caption costs
//! its findings. Is given lines. Never knows an agency by name.

use super::line::{Line, is_capital};
use regex::Regex;
use std::sync::LazyLock;

/// Whether the line is a caption or credit by its own marks.
pub(super) fn is_caption(line: &Line<'_>) -> bool {
    static MARKS: LazyLock<Regex> = LazyLock::new(|| Regex::new(&marks()).expect("a fixed pattern"));
    line.width() < 500 && MARKS.is_match(line.text)
}

fn marks() -> String {
    [
        r"^(?i:file photo|photos?|photograph|photo credit|image|images?|image source|picture|video|watch)\s?:\s?\S",
        r"^(?i:image source|image caption),\s?\S",
        r"^(?:FILE|FILE PHOTO|ARCHIVE)\s?[-–—:]\s",
        r"(?i:\bphoto(?:graph|s)?(?: by| credit| courtesy)?:\s)[^.]{2,60}$",
        r"(?i:\((?:\S+ )?photo(?:\s?[/:]| by )[^)]{2,80}\))\.?$",
        r"\S [/|] \p{Lu}[\p{L}\d.\-]*(?: \p{Lu}[\p{L}\d.\-]*){0,3}$",
        r"\[[^\]]{2,60}/[^\]]{2,60}\]$",
        r"(?:©|\bCredit:)\s?[^.]{2,60}$",
        r"^\[(?i:photo|image)[^\]]*\]",
        r"^!\[[^\]]*\]\([^)]*\)$",
    ]
    .join("|")
}

/// Whether `credit` names a picture's source and `caption` is what stands under the picture: two lines that end
/// without a stop, before a paragraph that ends with one.
pub(super) fn is_pair(credit: &Line<'_>, caption: &Line<'_>, next: Option<&Line<'_>>) -> bool {
    let short = credit.words() <= 3 && !credit.is_item() && credit.text.split_whitespace().all(is_capital);
    let long = caption.words() >= 8 && !caption.is_item();
    short && long && !credit.is_terminated() && !caption.is_terminated() && next.is_some_and(Line::is_terminated)
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[test]
    fn marks_make_a_caption() {
        for text in [
            "The presidents in the garden. / Kremlin.ru",
            "Photo: Ann Lee",
            "Leaders wave outside No 10 last week. Photograph: Anna Kowal/AP",
            "FILE - The envoy arrives for talks on Dec. 2, 2025.",
            "The envoy arrives. (AP Photo/Ann Lee)",
            "The envoy arrives [Ann Lee/Reuters]",
            "The hall | Getty Images",
            "![The hall](hall.jpg)",
        ] {
            assert!(is_caption(&lines(text, 0)[0]), "{text}");
        }
    }

    #[test]
    fn sentences_do_not() {
        for text in [
            "The photo shows the envoy.",
            "He accepted the 20/28 plan.",
            "Talks on and/or Geneva",
            "A file lay there - open.",
            "Watch the border, he said.",
            "Picture, if you will, a map.",
        ] {
            assert!(!is_caption(&lines(text, 0)[0]), "{text}");
        }
    }

    #[test]
    fn credit_and_caption_under_each_other() {
        let text = "PA Media\n\nThe president greeted both visitors on the steps of the palace\n\nThey talked.\n";
        let found = lines(text, 0);
        assert!(is_pair(&found[0], &found[1], found.get(2)));
        assert!(!is_pair(&found[1], &found[2], None));
    }
}

//! Names turned into ids.
//!
//! Owns the one rule by which a name becomes an id. Is given any string. Never looks anything up.

use any_ascii::any_ascii;

/// Lower-case ASCII letters and digits, everything else one hyphen: `Élysée talks` is `elysee-talks`.
///
/// ```
/// assert_eq!(ukdesk::article::slug("Élysée talks, 2nd round"), "elysee-talks-2nd-round");
/// ```
pub fn slug(name: &str) -> String {
    let flat = any_ascii(name).to_ascii_lowercase().replace('\'', "");
    let words = flat.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn marks_and_signs_become_single_hyphens() {
        for (name, id) in [("01 Abu Dhabi", "01-abu-dhabi"), ("  a__b ", "a-b"), ("Łódź", "lodz"), ("...", "")] {
            assert_eq!(slug(name), id, "{name}");
        }
        assert_eq!(slug("Tadhg O'Rourke"), "tadhg-orourke");
    }
}

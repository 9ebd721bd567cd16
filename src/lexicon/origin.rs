//! Where an entry of the lexicon stands: file and line, for explanations.
//!
//! Owns the search in the files as they were read. Never compiles an entry.

use super::Lexicon;

impl Lexicon {
    /// File and line of the entry of `kind` (`cue`, `plan`, `actor`) that has this id; the last layer first.
    pub fn origin(&self, kind: &str, id: &str) -> Option<(&str, usize)> {
        self.origins.iter().rev().find_map(|o| line_of(&o.source, kind, id).map(|line| (o.file.as_str(), line)))
    }
}

/// The line, counted from 1, of the `id` field inside a `[[kind]]` table.
fn line_of(source: &str, kind: &str, id: &str) -> Option<usize> {
    let mut inside = false;
    for (n, line) in source.lines().enumerate() {
        let line = line.trim();
        if let Some(table) = line.strip_prefix("[[").and_then(|l| l.strip_suffix("]]")) {
            inside = table == kind;
        }
        let value = line.strip_prefix("id").map(|l| l.trim_start()).and_then(|l| l.strip_prefix('='));
        if inside && value.is_some_and(|v| v.trim().trim_matches(['"', '\'']) == id) {
            return Some(n + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_found_in_the_table_of_its_kind() {
        let source = "[[set]]\nid = \"offer\"\n\n[[cue]]\nid = \"offer\"\n";
        assert_eq!(line_of(source, "cue", "offer"), Some(5));
        assert_eq!(line_of(source, "set", "offer"), Some(2));
        assert_eq!(line_of(source, "cue", "give"), None);
    }

    #[test]
    fn every_cue_has_a_place() {
        let lexicon = Lexicon::builtin().unwrap();
        let lost: Vec<&str> =
            lexicon.cues.iter().map(|c| c.id.as_str()).filter(|id| lexicon.origin("cue", id).is_none()).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}

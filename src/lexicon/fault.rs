//! What can be wrong with a lexicon, said so that its editor can mend it.
//!
//! Owns the messages: file, line, entry and field. Never decides what is wrong.

use std::path::Path;

/// A fault of the lexicon.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// A file or folder that cannot be read.
    #[error("{path}: cannot read the lexicon: {reason}; check the path given with --lexicon")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// A folder without TOML files.
    #[error("{folder}: no .toml file in this lexicon folder; `--lexicon` takes a folder of lexicon files")]
    NoFiles {
        /// As given.
        folder: String,
    },
    /// Not TOML of the lexicon's shape.
    #[error("{file}:{line}: {reason}")]
    Syntax {
        /// The file.
        file: String,
        /// Counted from 1.
        line: usize,
        /// What the parser said.
        reason: String,
    },
    /// An entry that does not fit the others.
    #[error("{file}:{line}: {entry}: {field}: {reason}")]
    Entry {
        /// The file.
        file: String,
        /// Counted from 1.
        line: usize,
        /// Kind and id.
        entry: String,
        /// The field at fault.
        field: String,
        /// What is wrong and what to do.
        reason: String,
    },
}

impl LexiconError {
    pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Self {
        LexiconError::Unreadable { path: path.display().to_string(), reason: error.to_string() }
    }

    /// Not TOML of the lexicon's shape: said of the entry and field around the place, where there are such.
    pub(super) fn syntax(file: &str, source: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map_or(1, |s| source[..s.start].matches('\n').count() + 1);
        let (file, reason) = (file.to_owned(), error.message().trim_end().to_owned());
        let lines: Vec<&str> = source.lines().collect();
        let at = (line - 1).min(lines.len().saturating_sub(1));
        match (entry_around(&lines, at), field_at(&lines, at, &reason)) {
            (Some(entry), Some(field)) => LexiconError::Entry { file, line, entry, field, reason },
            _ => LexiconError::Syntax { file, line, reason },
        }
    }

    /// A `remove` that takes out nothing.
    pub(super) fn remove(file: &str, source: &str, gone: &str) -> Self {
        let quoted = format!("\"{gone}\"");
        let line = source.lines().position(|l| l.contains(&quoted)).map_or(1, |n| n + 1);
        let reason = "there is no such entry to take out; write `kind:id`, as `actor:ann-lee`".to_owned();
        LexiconError::Entry {
            file: file.to_owned(),
            line,
            entry: format!("`{gone}`"),
            field: "remove".to_owned(),
            reason,
        }
    }
}

/// Fields that name an entry.
const KEYS: [&str; 4] = ["id", "code", "name", "phrase"];

/// The line, counted from 1, of the field that names an entry by `key`; else the first line that holds it.
pub(super) fn line_of(source: &str, key: &str) -> Option<usize> {
    let named = |line: &str| keyed(line).is_some_and(|(field, value)| KEYS.contains(&field) && value == key);
    let quoted = format!("\"{key}\"");
    let found = source.lines().position(named).or_else(|| source.lines().position(|line| line.contains(&quoted)));
    found.map(|n| n + 1)
}

/// `field = "value"`: both, the value without its marks.
fn keyed(line: &str) -> Option<(&str, &str)> {
    let (field, value) = line.split_once('=')?;
    Some((field.trim(), value.trim().trim_matches(['"', '\''])))
}

/// Kind and name of the entry around line `at`: from its `[[kind]]` to the next.
fn entry_around(lines: &[&str], at: usize) -> Option<String> {
    let head = |line: &&str| line.trim_start().starts_with("[[");
    let start = lines[..=at].iter().rposition(head)?;
    let kind = lines[start].trim().trim_matches(['[', ']']);
    let rest = lines[start + 1..].iter().take_while(|line| !head(line));
    let name = rest.filter_map(|line| keyed(line)).find(|(field, _)| KEYS.contains(field)).map(|(_, value)| value);
    Some(name.map_or_else(|| kind.to_owned(), |name| format!("{kind} `{name}`")))
}

/// The field that line `at` belongs to; where it is an entry's head, the one that the reason quotes.
fn field_at(lines: &[&str], at: usize, reason: &str) -> Option<String> {
    let field = |line: &&str| {
        keyed(line)
            .map(|(field, _)| field.to_owned())
            .filter(|f| f.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
    };
    let own = lines[..=at].iter().rev().take_while(|line| !line.trim_start().starts_with("[[")).find_map(field);
    own.or_else(|| reason.split('`').nth(1).map(str::to_owned))
}

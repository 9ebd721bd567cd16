//! From TOML files to one list of entries: the built-in files, then those of the folders laid over them.
//!
//! Owns reading lexicon files, overlaying and the hash of what is in force. Never compiles or interprets an entry.

use super::fault::LexiconError;
use super::schema::{self, File};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The built-in word list.
pub(super) const ENGLISH: &str = include_str!("../../lexicon/english.txt");

macro_rules! builtin {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("../../lexicon/", $name)))),+] };
}

/// The built-in files, in the order in which they are read.
const BUILTIN: &[(&str, &str)] = builtin![
    "grammar.toml",
    "dates.toml",
    "roles.toml",
    "states.toml",
    "bodies.toml",
    "outlets.toml",
    "people.toml",
    "places.toml",
    "names.toml",
    "friends.toml",
    "plans.toml",
    "provisions.toml",
    "issues.toml",
    "speech.toml",
    "stances.toml",
    "meetings.toml",
    "firmness.toml",
    "sourcing.toml",
];

/// Where an entry stands, for messages.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The file, as `lexicon/people.toml` or a path.
    pub file: String,
    /// Its text.
    pub(super) source: String,
}

/// All entries in force.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The merged lists.
    pub file: File,
    /// The files behind them.
    pub origins: Vec<Origin>,
    /// What later files took out, as `kind:id`.
    pub removed: Vec<String>,
    /// `sha256:...` over names and contents.
    pub hash: String,
}

/// The built-in entries, with those of `folders` laid over them in order.
///
/// # Errors
/// A folder or file that cannot be read, or one that is not TOML of the lexicon's shape.
pub fn load(builtin: bool, folders: &[PathBuf]) -> Result<Loaded, LexiconError> {
    let mut loaded = Loaded::default();
    let mut hash = Sha256::new();
    if builtin {
        hash.update(ENGLISH);
        for (name, source) in BUILTIN {
            add(&mut loaded, &mut hash, format!("lexicon/{name}"), (*source).to_owned())?;
        }
    }
    for folder in folders {
        for path in toml_files(folder)? {
            let source = std::fs::read_to_string(&path).map_err(|e| LexiconError::unreadable(&path, &e))?;
            add(&mut loaded, &mut hash, path.display().to_string(), source)?;
        }
    }
    loaded.hash = format!("sha256:{:x}", hash.finalize());
    Ok(loaded)
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, LexiconError> {
    let entries = std::fs::read_dir(folder).map_err(|e| LexiconError::unreadable(folder, &e))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    paths.sort();
    if paths.is_empty() {
        return Err(LexiconError::NoFiles { folder: folder.display().to_string() });
    }
    Ok(paths)
}

fn add(loaded: &mut Loaded, hash: &mut Sha256, file: String, source: String) -> Result<(), LexiconError> {
    hash.update(&file);
    hash.update(&source);
    let parsed: File = toml::from_str(&source).map_err(|e| LexiconError::syntax(&file, &source, &e))?;
    let removed = merge(&mut loaded.file, parsed).map_err(|gone| LexiconError::remove(&file, &source, &gone))?;
    loaded.removed.extend(removed);
    loaded.origins.push(Origin { file, source });
    Ok(())
}

/// Lays `upper` over `lower`: an entry with the same id replaces, a `remove` takes out. Gives what was taken out, or as
/// the error the first `remove` that takes out nothing.
fn merge(lower: &mut File, upper: File) -> Result<Vec<String>, String> {
    for gone in &upper.remove {
        let (kind, id) = gone.split_once(':').unwrap_or(("", gone));
        if !remove(lower, kind, id) {
            return Err(gone.clone());
        }
    }
    lay(&mut lower.actor, upper.actor, actor_id);
    lay(&mut lower.plan, upper.plan, |p| p.id.clone());
    lay(&mut lower.issue, upper.issue, |i| i.code.clone());
    lay(&mut lower.class, upper.class, |c| c.id.clone());
    lay(&mut lower.cue, upper.cue, |c| c.id.clone());
    lay(&mut lower.role, upper.role, |r| r.id.clone());
    lay(&mut lower.place, upper.place, |p| p.name.clone());
    lay(&mut lower.friend, upper.friend, |f| f.phrase.clone());
    lay(&mut lower.set, upper.set, |s| s.id.clone());
    lay(&mut lower.scale, upper.scale, |s| s.id.clone());
    lay(&mut lower.unit, upper.unit, |u| u.id.clone());
    Ok(upper.remove)
}

fn lay<T>(lower: &mut Vec<T>, upper: Vec<T>, key: impl Fn(&T) -> String) {
    let mut places: std::collections::HashMap<String, usize> =
        lower.iter().enumerate().map(|(i, e)| (key(e), i)).collect();
    for entry in upper {
        match places.get(&key(&entry)) {
            Some(&i) => lower[i] = entry,
            None => {
                places.insert(key(&entry), lower.len());
                lower.push(entry);
            }
        }
    }
}

/// Takes an entry out; false where there is none.
fn remove(file: &mut File, kind: &str, id: &str) -> bool {
    fn take<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool) -> bool {
        let before = list.len();
        list.retain(|entry| !is(entry));
        list.len() < before
    }
    match kind {
        "actor" => take(&mut file.actor, |a| actor_id(a) == id),
        "plan" => take(&mut file.plan, |p| p.id == id),
        "issue" => take(&mut file.issue, |i| i.code == id),
        "class" => take(&mut file.class, |c| c.id == id),
        "cue" => take(&mut file.cue, |c| c.id == id),
        "role" => take(&mut file.role, |r| r.id == id),
        "place" => take(&mut file.place, |p| p.name == id),
        "friend" => take(&mut file.friend, |f| f.phrase == id),
        "set" => take(&mut file.set, |s| s.id == id),
        "scale" => take(&mut file.scale, |s| s.id == id),
        "unit" => take(&mut file.unit, |u| u.id == id),
        _ => false,
    }
}

/// The id of an actor entry: its own, or the slug of its name.
pub fn actor_id(actor: &schema::ActorEntry) -> String {
    actor.id.clone().unwrap_or_else(|| slug(&actor.name))
}

/// Lower-case ASCII letters and digits, runs of anything else as one hyphen.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in any_ascii::any_ascii(name).chars() {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            '\'' | '.' => {}
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Recep Tayyip Erdoğan"), "recep-tayyip-erdogan");
        assert_eq!(slug("Maria Lvova-Belova"), "maria-lvova-belova");
        assert_eq!(slug("J.D. Vance"), "jd-vance");
    }

    #[test]
    fn a_layer_replaces_and_removes() {
        let mut lower: File = toml::from_str("[[set]]\nid='a'\nwords=['x']\n[[set]]\nid='b'\nwords=['y']\n").unwrap();
        let upper = toml::from_str("remove=['set:b']\n[[set]]\nid='a'\nwords=['z']\n").unwrap();
        assert_eq!(merge(&mut lower, upper), Ok(vec!["set:b".to_owned()]));
        assert!(merge(&mut lower, toml::from_str("remove=['set:b']").unwrap()).is_err(), "it is gone");
        assert_eq!(lower.set.len(), 1);
        assert_eq!(lower.set[0].words, ["z"]);
    }
}

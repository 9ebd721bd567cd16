//! The issue table: codes with their scored evidence, over numbered phrases.
//!
//! Owns the compilation of issue and class entries and the checks of their references. Gives every distinct phrase a
//! number, so that the trie can report it. Never sees an article: `frames::issue` scores what the trie reports.

use super::schema::{ClassEntry, EventEntry, IssueEntry};
use super::vocab::QuickMap;
use std::collections::HashMap;

/// Number of a phrase of the table.
pub type TermId = u16;

/// Issues a table can hold: one bit of a mask each.
pub const MOST: usize = 64;

/// The class whose phrases silence what stands inside them.
const SILENT: &str = "silent";

/// Number of an issue: its place in the table, which is also its rank among equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IssueId(pub u8);

/// All issue codes with their evidence.
#[derive(Debug, Default)]
pub struct IssueTable {
    pub(crate) issues: Vec<Issue>,
    phrases: Vec<String>,
    /// For a phrase that is a term: the issues (bits) that still see what stands inside it.
    shade: Vec<Option<u64>>,
    /// For every phrase the issues (bits) that can gain by it.
    gains: Vec<u64>,
    /// What every phrase does; of one phrase in the order of [`Part`].
    parts: Vec<Part>,
    /// For every phrase where its parts begin in `parts`; one more at the end.
    first_part: Vec<u32>,
}

/// What a phrase does for an issue: the issue, the kind of deed and its number in one word, in the order of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part(u32);

impl Part {
    fn new(issue: usize, deed: Deed) -> Part {
        let (kind, number) = match deed {
            Deed::Term => (0, 0),
            Deed::Event(n) => (1, n),
            Deed::Veto(n) => (2, n),
            Deed::Default => (3, 0),
        };
        Part((issue as u32) << 18 | kind << 16 | u32::from(number))
    }

    /// For which issue.
    pub fn issue(self) -> usize {
        (self.0 >> 18) as usize
    }

    /// What the phrase does.
    pub fn deed(self) -> Deed {
        match self.0 >> 16 & 3 {
            0 => Deed::Term,
            1 => Deed::Event(self.0 as u16),
            2 => Deed::Veto(self.0 as u16),
            _ => Deed::Default,
        }
    }
}

/// How a phrase bears on an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Is a term.
    Term,
    /// Leads the event of this number.
    Event(u16),
    /// Leads the veto of this number.
    Veto(u16),
    /// Is a default.
    Default,
}

/// One code.
#[derive(Debug)]
pub(crate) struct Issue {
    pub code: String,
    pub title: String,
    /// Loses against issues that are nearly as strong: its group has defaults, so it is about how, not about what.
    pub yields: bool,
    pub terms: QuickMap<TermId, f32>,
    pub events: Vec<Event>,
    pub vetoes: Vec<Event>,
    pub defaults: Members,
}

/// A combination of phrases; one without partners stands alone.
#[derive(Debug)]
pub(crate) struct Event {
    pub weight: f32,
    pub any: Members,
    pub with: Option<Members>,
    pub without: Members,
}

/// A set of phrases.
#[derive(Debug, Default)]
pub(crate) struct Members(Vec<u64>);

impl Members {
    fn of(terms: &[TermId]) -> Members {
        let words = terms.iter().max().map_or(0, |&most| usize::from(most) / 64 + 1);
        let mut bits = vec![0; words];
        for &term in terms {
            bits[usize::from(term) / 64] |= 1 << (term % 64);
        }
        Members(bits)
    }

    /// Whether the phrase is one of them.
    pub fn has(&self, term: TermId) -> bool {
        self.0.get(usize::from(term) / 64).is_some_and(|word| word >> (term % 64) & 1 == 1)
    }
}

/// What is wrong with the entries: the code, the field and the reason.
#[derive(Debug)]
pub(crate) struct Fault {
    pub code: String,
    pub field: &'static str,
    pub reason: String,
}

impl IssueTable {
    /// The table of these entries, and its phrases: the one at place `n` has the [`TermId`] `n`.
    ///
    /// # Errors
    /// A class that is missing or contains itself; more issues or phrases than there are numbers.
    pub(crate) fn compile(issues: &[IssueEntry], classes: &[ClassEntry]) -> Result<(IssueTable, Vec<String>), Fault> {
        if issues.len() > MOST {
            let reason = format!("{} issues, but a lexicon can hold {MOST}; remove some", issues.len());
            return Err(Fault { code: issues[MOST].code.clone(), field: "code", reason });
        }
        let mut numbering = Numbering::new(classes);
        let compiled = issues.iter().map(|entry| numbering.issue(entry)).collect::<Result<Vec<_>, _>>()?;
        let in_class = |reason| Fault { code: SILENT.to_owned(), field: "any", reason };
        let silent = if numbering.classes.contains_key(SILENT) {
            numbering.class(SILENT).map_err(in_class)?
        } else {
            Vec::new()
        };
        if numbering.phrases.len() > usize::from(TermId::MAX) {
            let reason = format!("{} phrases, but a lexicon can hold {}", numbering.phrases.len(), TermId::MAX);
            return Err(Fault {
                code: issues.last().map(|i| i.code.clone()).unwrap_or_default(),
                field: "terms",
                reason,
            });
        }
        let shade = shades(&compiled, &silent, numbering.phrases.len());
        let gains = gains(&compiled, numbering.phrases.len());
        let (parts, first_part) = parts(&compiled, numbering.phrases.len());
        let issues = mark_yielding(compiled);
        let table = IssueTable { issues, phrases: numbering.phrases.clone(), shade, gains, parts, first_part };
        Ok((table, numbering.phrases))
    }

    /// Number of issues.
    pub fn len(&self) -> usize {
        self.issues.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }

    /// All issues, in order.
    pub fn ids(&self) -> impl Iterator<Item = IssueId> + use<> {
        (0..self.issues.len()).map(|n| IssueId(n as u8))
    }

    /// The codes of all issues, in order.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.issues.iter().map(|issue| issue.code.as_str())
    }

    /// The code of an issue.
    pub fn code(&self, issue: IssueId) -> &str {
        &self.issues[usize::from(issue.0)].code
    }

    /// Whether an issue is a matter of procedure: one that yields to others.
    pub fn yields(&self, issue: IssueId) -> bool {
        self.issues[usize::from(issue.0)].yields
    }

    /// What an issue is about.
    pub fn title(&self, issue: IssueId) -> &str {
        &self.issues[usize::from(issue.0)].title
    }

    /// The issue of a code.
    pub fn find(&self, code: &str) -> Option<IssueId> {
        self.issues.iter().position(|i| i.code == code).map(|n| IssueId(n as u8))
    }

    /// The issue that a bound of time raises by itself: the one whose entry says so by its code's second part.
    pub fn deadline(&self) -> Option<IssueId> {
        self.issues.iter().position(|i| i.code.ends_with("/deadline")).map(|n| IssueId(n as u8))
    }

    /// The issue of meeting and talking, likewise.
    pub fn talks(&self) -> Option<IssueId> {
        self.issues.iter().position(|i| i.code.ends_with("/talks")).map(|n| IssueId(n as u8))
    }

    /// A phrase as its editor wrote it.
    pub fn phrase(&self, term: TermId) -> &str {
        &self.phrases[usize::from(term)]
    }

    /// The issues (bits) that still see what stands inside this phrase.
    pub(crate) fn shade(&self, term: TermId) -> u64 {
        self.shade[usize::from(term)].unwrap_or(u64::MAX)
    }

    /// For which issues a phrase is a term or default, and which events and vetoes it leads.
    pub(crate) fn parts(&self, term: TermId) -> &[Part] {
        let term = usize::from(term);
        &self.parts[self.first_part[term] as usize..self.first_part[term + 1] as usize]
    }

    /// The issues (bits) that can gain by this phrase; where no phrase gains, an issue scores nothing.
    pub(crate) fn gains(&self, term: TermId) -> u64 {
        self.gains[usize::from(term)]
    }
}

/// Terms, the leading parts of events, and defaults; vetoes and partners gain nothing by themselves.
fn gains(issues: &[Issue], phrases: usize) -> Vec<u64> {
    let gains_by = |issue: &Issue, term: TermId| {
        issue.terms.contains_key(&term) || issue.defaults.has(term) || issue.events.iter().any(|e| e.any.has(term))
    };
    let bits =
        |term: TermId| (0..issues.len()).filter(|&n| gains_by(&issues[n], term)).fold(0, |bits, n| bits | 1 << n);
    (0..phrases).map(|term| bits(term as TermId)).collect()
}

/// What every phrase does, phrase by phrase, and where the parts of each begin.
fn parts(issues: &[Issue], phrases: usize) -> (Vec<Part>, Vec<u32>) {
    let (mut parts, mut first) = (Vec::new(), vec![0]);
    for term in 0..phrases {
        let has = |event: &Event| event.any.has(term as TermId);
        for (n, issue) in issues.iter().enumerate() {
            let mut add = |deed| parts.push(Part::new(n, deed));
            if issue.terms.contains_key(&(term as TermId)) {
                add(Deed::Term);
            }
            (0..issue.events.len()).filter(|&e| has(&issue.events[e])).for_each(|e| add(Deed::Event(e as u16)));
            (0..issue.vetoes.len()).filter(|&v| has(&issue.vetoes[v])).for_each(|v| add(Deed::Veto(v as u16)));
            if issue.defaults.has(term as TermId) {
                add(Deed::Default);
            }
        }
        first.push(parts.len() as u32);
    }
    (parts, first)
}

/// A term hides what is inside it from all issues but its own; a silent phrase hides it from all.
fn shades(issues: &[Issue], silent: &[TermId], phrases: usize) -> Vec<Option<u64>> {
    let mut shade = vec![None; phrases];
    for (n, issue) in issues.iter().enumerate() {
        for &term in issue.terms.keys() {
            *shade[usize::from(term)].get_or_insert(0) |= 1 << n;
        }
    }
    for &term in silent {
        shade[usize::from(term)] = Some(0);
    }
    shade
}

fn mark_yielding(mut issues: Vec<Issue>) -> Vec<Issue> {
    let group = |code: &str| code.split_once('/').map_or("", |(group, _)| group).to_owned();
    let yielding: Vec<String> =
        issues.iter().filter(|i| i.defaults.0.iter().any(|&w| w != 0)).map(|i| group(&i.code)).collect();
    for issue in &mut issues {
        issue.yields = yielding.contains(&group(&issue.code));
    }
    issues
}

/// Hands out numbers to phrases and resolves classes.
struct Numbering<'a> {
    classes: HashMap<&'a str, &'a [String]>,
    resolved: HashMap<String, Vec<TermId>>,
    open: Vec<String>,
    phrases: Vec<String>,
    numbers: HashMap<String, TermId>,
}

impl<'a> Numbering<'a> {
    fn new(classes: &'a [ClassEntry]) -> Self {
        let mut merged: HashMap<&str, &[String]> = HashMap::new();
        for class in classes {
            merged.insert(&class.id, &class.any);
        }
        let (resolved, open) = (HashMap::new(), Vec::new());
        Numbering { classes: merged, resolved, open, phrases: Vec::new(), numbers: HashMap::new() }
    }

    fn number(&mut self, phrase: &str) -> TermId {
        if let Some(&number) = self.numbers.get(phrase) {
            return number;
        }
        let number = self.phrases.len() as TermId;
        self.phrases.push(phrase.to_owned());
        self.numbers.insert(phrase.to_owned(), number);
        number
    }

    fn list(&mut self, phrases: &[String]) -> Result<Vec<TermId>, String> {
        let mut out = Vec::with_capacity(phrases.len());
        for phrase in phrases {
            match phrase.strip_prefix('@') {
                Some(class) => out.extend(self.class(class)?),
                None => out.push(self.number(phrase)),
            }
        }
        out.sort_unstable();
        out.dedup();
        Ok(out)
    }

    fn class(&mut self, id: &str) -> Result<Vec<TermId>, String> {
        if let Some(known) = self.resolved.get(id) {
            return Ok(known.clone());
        }
        let Some(&phrases) = self.classes.get(id) else {
            return Err(format!("no class `@{id}` in the lexicon; add one or correct the name"));
        };
        if self.open.iter().any(|o| o == id) {
            return Err(format!("class `@{id}` contains itself; take one of the references out"));
        }
        self.open.push(id.to_owned());
        let members = self.list(phrases)?;
        self.open.pop();
        self.resolved.insert(id.to_owned(), members.clone());
        Ok(members)
    }

    fn members(&mut self, phrases: &[String]) -> Result<Members, String> {
        self.list(phrases).map(|terms| Members::of(&terms))
    }

    fn issue(&mut self, entry: &IssueEntry) -> Result<Issue, Fault> {
        let said = |field: &'static str| move |reason| Fault { code: entry.code.clone(), field, reason };
        let mut terms = QuickMap::default();
        for group in &entry.terms {
            for term in self.list(&group.any).map_err(said("terms"))? {
                let weight: &mut f32 = terms.entry(term).or_default();
                *weight = weight.max(f32::from(group.weight));
            }
        }
        Ok(Issue {
            code: entry.code.clone(),
            title: entry.title.clone(),
            yields: false,
            terms,
            events: self.events(&entry.events).map_err(said("events"))?,
            vetoes: self.events(&entry.vetoes).map_err(said("vetoes"))?,
            defaults: self.members(&entry.defaults).map_err(said("defaults"))?,
        })
    }

    fn events(&mut self, entries: &[EventEntry]) -> Result<Vec<Event>, String> {
        let mut out = Vec::with_capacity(entries.len());
        for entry in entries {
            let with = if entry.with.is_empty() { None } else { Some(self.members(&entry.with)?) };
            let (any, without) = (self.members(&entry.any)?, self.members(&entry.without)?);
            out.push(Event { weight: f32::from(entry.weight), any, with, without });
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::super::schema::File;
    use super::*;

    fn compiled(toml: &str) -> Result<(IssueTable, Vec<String>), Fault> {
        let file: File = toml::from_str(toml).expect("TOML of the lexicon's shape");
        IssueTable::compile(&file.issue, &file.class)
    }

    const SMALL: &str = r#"
        class = [{ id = "a", any = ["@b", "one"] }, { id = "b", any = ["two"] }, { id = "silent", any = ["one way"] }]
        issue = [
          { code = "x/first", title = "", terms = [{ weight = 2, any = ["@a", "one day"] }] },
          { code = "y/last", title = "", defaults = ["go"], events = [{ weight = 3, any = ["@b"], with = [] }] },
        ]"#;

    #[test]
    fn phrases_are_numbered_once_and_classes_nest() {
        let (table, phrases) = compiled(SMALL).unwrap();
        assert_eq!(phrases, ["two", "one", "one day", "go", "one way"]);
        assert_eq!(table.issues[0].terms.len(), 3);
        assert_eq!(table.find("y/last"), Some(IssueId(1)));
        assert!(table.issues[1].events[0].with.is_none());
    }

    #[test]
    fn terms_shade_and_silent_phrases_hide() {
        let (table, _) = compiled(SMALL).unwrap();
        assert_eq!(table.shade(2), 0b01, "inside `one day` only the first issue sees");
        assert_eq!(table.shade(4), 0, "inside `one way` none does");
        assert_eq!(table.shade(3), u64::MAX, "`go` is no term");
    }

    #[test]
    fn a_group_with_defaults_yields() {
        let (table, _) = compiled(SMALL).unwrap();
        assert_eq!(table.issues.iter().map(|i| i.yields).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn faults_name_the_class() {
        let missing = compiled(r#"issue = [{ code = "x/y", title = "", defaults = ["@none"] }]"#).unwrap_err();
        assert_eq!((&*missing.code, missing.field), ("x/y", "defaults"));
        assert!(missing.reason.contains("@none"), "{missing:?}");
        let looped = r#"
            class = [{ id = "a", any = ["@b"] }, { id = "b", any = ["@a"] }]
            issue = [{ code = "x/y", title = "", defaults = ["@a"] }]"#;
        assert!(compiled(looped).unwrap_err().reason.contains("contains itself"));
    }
}

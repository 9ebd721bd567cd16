//! What an article is expected to give: the file beside it.
//!
//! Owns the shape of expectations and its faults. Is given JSON. Never reads an article: `fits.rs` says what matches.
//!
//! ```json
//! {"article": {"published": "2025-12-03"},
//!  "demands": [{"holder": ["Ann Lee", "Northland"], "stance": "reject", "issue": "process/talks"}],
//!  "exact": ["demands"],
//!  "absent": {"actors": [{"name": "Vienna", "kind": "person"}]},
//!  "known_gaps": {"meetings": [{"place": "Vienna"}], "absent": {"demands": [{"stance": "offer"}]}}}
//! ```

use super::fields;
use super::located::{Flaw, Located};
use crate::dossier::List;
use crate::finding::{
    Actor, ActorKind, ArticleInfo, Basis, Demand, Figure, Firmness, Meeting, MeetingKind, MeetingStatus, Modality,
    Mode, Plan, Provision, ProvisionStatus, Side, Sourcing, Stance, Statement,
};
use serde_json::Value;
use std::ops::Range;

/// Findings expected and not expected, as partial objects.
#[derive(Clone, Debug, Default)]
pub struct Expectation {
    /// What the article's own entry must say.
    pub article: Option<Wanted>,
    /// What must be found.
    pub present: Vec<Wanted>,
    /// What must not be found.
    pub absent: Vec<Wanted>,
    /// Lists in which nothing else may be found, each with the line that says so.
    pub exact: Vec<(List, usize)>,
    /// What is right, too, but known not to hold yet: it never fails a check.
    pub gaps: Gaps,
}

/// Expectations known not to hold yet.
#[derive(Clone, Debug, Default)]
pub struct Gaps {
    /// What should be found.
    pub present: Vec<Wanted>,
    /// What should not be found.
    pub absent: Vec<Wanted>,
}

/// One partial object; the list of an article's own entry says nothing.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The list it is about.
    pub list: List,
    /// Its fields.
    pub want: Value,
    /// The bytes of the file at which it stands.
    pub at: Range<usize>,
    /// Its line, counted from 1.
    pub line: usize,
}

impl Wanted {
    fn new(list: List, item: Located) -> Wanted {
        Wanted { list, want: item.value(), at: item.at(), line: item.line() }
    }
}

/// Fields that an expectation may have besides those of the finding.
const MORE: [(List, &str); 3] = [(List::Demands, "side"), (List::Statements, "quote"), (List::Statements, "side")];

impl Expectation {
    /// Reads an expectation; `codes` are the issue codes that exist. The error says what is wrong and where.
    pub fn parse(json: &str, codes: &[String]) -> Result<Expectation, Flaw> {
        let mut fields = Located::parse(json)?.fields("an object is expected")?;
        let mut take = |name: &str| {
            let at = fields.iter().position(|(key, _)| key == name)?;
            Some(fields.remove(at).1)
        };
        let (article, exact, gaps) = (take("article"), take("exact"), take("known_gaps"));
        take("note");
        let mut expectation = Expectation::default();
        if let Some(article) = article {
            known_fields("article", &article.value(), fields::of::<ArticleInfo>(), &[])
                .map_err(|e| article.flaw(&e))?;
            expectation.article = Some(Wanted::new(List::Actors, article));
        }
        if let Some(gaps) = gaps {
            let (present, absent) = sides(gaps.fields(LISTS)?, codes).map_err(|flaw| flaw.inside("known_gaps"))?;
            expectation.gaps = Gaps { present, absent };
        }
        expectation.exact = exact.map_or(Ok(Vec::new()), exact_lists).map_err(|flaw| flaw.inside("exact"))?;
        (expectation.present, expectation.absent) = sides(fields, codes)?;
        Ok(expectation)
    }

    /// How many single expectations there are, without the known gaps.
    pub fn len(&self) -> usize {
        usize::from(self.article.is_some()) + self.present.len() + self.absent.len() + self.exact.len()
    }

    /// Whether nothing is expected.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Gaps {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.present.len() + self.absent.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Flaw {
    fn inside(self, what: &str) -> Flaw {
        Flaw { what: format!("{what}: {}", self.what), ..self }
    }
}

type Fields<'a> = Vec<(String, Located<'a>)>;

/// The message for a value that should hold lists.
const LISTS: &str = "an object of lists is expected";

/// What an object of lists wants and, under `absent`, does not want.
fn sides(mut fields: Fields, codes: &[String]) -> Result<(Vec<Wanted>, Vec<Wanted>), Flaw> {
    let absent = fields.iter().position(|(key, _)| key == "absent").map(|at| fields.remove(at).1);
    let absent = absent.map_or(Ok(Vec::new()), |absent| lists(absent, codes)).map_err(|flaw| flaw.inside("absent"))?;
    Ok((lists_of(fields, codes)?, absent))
}

/// The expected findings of an object of lists.
pub(super) fn lists(value: Located, codes: &[String]) -> Result<Vec<Wanted>, Flaw> {
    lists_of(value.fields(LISTS)?, codes)
}

fn lists_of(fields: Fields, codes: &[String]) -> Result<Vec<Wanted>, Flaw> {
    let mut found = Vec::new();
    for (name, items) in fields {
        let list = list_named(&name, items)?;
        for (at, item) in items.items(&format!("{list}: an array is expected"))?.into_iter().enumerate() {
            let wanted = Wanted::new(list, item);
            item_is_sound(list, &wanted.want, codes).map_err(|e| item.flaw(&format!("{list}[{at}]: {e}")))?;
            found.push(wanted);
        }
    }
    Ok(found)
}

fn list_named(name: &str, place: Located) -> Result<List, Flaw> {
    let known = || joined(&List::ALL.map(List::as_str));
    name.parse().map_err(|name| place.flaw(&format!("no list `{name}`; there are {}", known())))
}

/// The lists that are complete.
fn exact_lists(value: Located) -> Result<Vec<(List, usize)>, Flaw> {
    let names = value.items("an array of lists' names is expected")?;
    let name = |item: &Located| item.value().as_str().map_or_else(|| item.value().to_string(), str::to_owned);
    names.into_iter().map(|item| Ok((list_named(&name(&item), item)?, item.line()))).collect()
}

fn item_is_sound(list: List, item: &Value, codes: &[String]) -> Result<(), String> {
    let more: Vec<&str> = more_fields(list).collect();
    known_fields("the finding", item, fields_of(list), &more)?;
    for (field, value) in item.as_object().into_iter().flatten() {
        let choices: &[Value] = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        choices.iter().filter_map(Value::as_str).try_for_each(|word| known_word(list, field, word, codes))?;
    }
    Ok(())
}

/// The fields that an expected finding of this list may have besides the finding's own.
pub fn more_fields(list: List) -> impl Iterator<Item = &'static str> {
    MORE.iter().filter(move |(of, _)| *of == list).map(|&(_, field)| field)
}

fn fields_of(list: List) -> &'static [&'static str] {
    match list {
        List::Actors => fields::of::<Actor>(),
        List::Plans => fields::of::<Plan>(),
        List::Demands => fields::of::<Demand>(),
        List::Provisions => fields::of::<Provision>(),
        List::Statements => fields::of::<Statement>(),
        List::Meetings => fields::of::<Meeting>(),
        List::Figures => fields::of::<Figure>(),
    }
}

fn known_fields(what: &str, value: &Value, known: &[&str], more: &[&str]) -> Result<(), String> {
    let object = value.as_object().ok_or_else(|| format!("{what}: an object is expected"))?;
    if object.is_empty() {
        return Err(format!("{what}: no field is given, so everything would fit"));
    }
    match object.keys().find(|key| !known.contains(&key.as_str()) && !more.contains(&key.as_str())) {
        Some(key) => Err(format!("no field `{key}`; there are {}, {}", joined(known), joined(more))
            .trim_end_matches(", ")
            .to_owned()),
        None => Ok(()),
    }
}

/// Words of closed sets and issue codes must exist, else an `absent` would hold for ever. A lexicon without issues
/// rules out none.
fn known_word(list: List, field: &str, word: &str, codes: &[String]) -> Result<(), String> {
    let known: Vec<&str> = match (list, field) {
        (_, "issue" | "of") => codes.iter().map(String::as_str).collect(),
        (List::Meetings, "kind") => words(MeetingKind::ALL, MeetingKind::as_str),
        (List::Meetings, "status") => words(MeetingStatus::ALL, MeetingStatus::as_str),
        (List::Provisions, "status") => words(ProvisionStatus::ALL, ProvisionStatus::as_str),
        (_, "kind") => words(ActorKind::ALL, ActorKind::as_str),
        (_, "side") => words(Side::ALL, Side::as_str),
        (_, "stance") => words(Stance::ALL, Stance::as_str),
        (_, "firmness") => words(Firmness::ALL, Firmness::as_str),
        (_, "modality") => words(Modality::ALL, Modality::as_str),
        (_, "basis") => words(Basis::ALL, Basis::as_str),
        (_, "sourcing") => words(Sourcing::ALL, Sourcing::as_str),
        (_, "mode") => words(Mode::ALL, Mode::as_str),
        _ => return Ok(()),
    };
    if known.is_empty() || known.contains(&word) {
        Ok(())
    } else {
        Err(format!("no {field} `{word}`; there are {}", joined(&known)))
    }
}

fn words<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|&member| name(member)).collect()
}

fn joined(names: &[&str]) -> String {
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(json: &str) -> Result<Expectation, String> {
        Expectation::parse(json, &["process/talks".to_owned()]).map_err(|flaw| format!("{}: {}", flaw.line, flaw.what))
    }

    #[test]
    fn sound_expectations_are_counted() {
        let found = parse(
            r#"{"note": "why", "article": {"title": "x"}, "actors": [{"name": "Ann Lee"}],
                "demands": [{"holder": ["A", "B"], "side": "other", "issue": "process/talks"}], "absent": {"plans": [{"id": "x"}]},
                "exact": ["plans", "meetings"]}"#,
        );
        assert_eq!(found.map(|e| e.len()), Ok(6));
    }

    #[test]
    fn known_gaps_are_counted_apart() {
        let found = parse(
            r#"{"actors": [{"name": "Ann Lee"}],
                "known_gaps": {"plans": [{"id": "x"}, {"id": "y"}], "absent": {"plans": [{"id": "z"}]}}}"#,
        );
        assert_eq!(found.map(|e| (e.len(), e.gaps.len())), Ok((1, 3)));
    }

    #[test]
    fn faults_are_named() {
        for (json, fault) in [
            ("{", "1: not valid JSON"),
            ("{\n\"plans\": [{\"id\": \"x\"},\n{\"ids\": \"y\"}]}", "3: plans[1]: no field `ids`"),
            (r#"{"plans": [], "plans": []}"#, "`plans` stands twice"),
            (r#"{"exact": "plans"}"#, "exact: an array of lists' names"),
            (r#"{"exact": ["plan"]}"#, "exact: no list `plan`"),
            ("[]", "an object is expected"),
            (r#"{"demand": []}"#, "no list `demand`"),
            (r#"{"demands": {}}"#, "demands: an array is expected"),
            (r#"{"demands": [{}]}"#, "demands[0]: the finding: no field is given"),
            (r#"{"demands": [{"stanze": "reject"}]}"#, "no field `stanze`"),
            (r#"{"absent": {"demands": [{"stance": ["reject", "rejct"]}]}}"#, "absent: demands[0]: no stance `rejct`"),
            (r#"{"demands": [{"issue": "process/talk"}]}"#, "no issue `process/talk`"),
            (r#"{"meetings": [{"status": "provides"}]}"#, "no status `provides`; there are held"),
            (r#"{"article": {"titel": "x"}}"#, "no field `titel`"),
            (r#"{"known_gaps": {"demand": []}}"#, "known_gaps: no list `demand`"),
            (r#"{"known_gaps": {"known_gaps": {}}}"#, "known_gaps: no list `known_gaps`"),
            (r#"{"known_gaps": {"absent": {"plans": [{}]}}}"#, "known_gaps: absent: plans[0]: the finding: no field"),
        ] {
            let found = parse(json);
            assert!(found.as_ref().is_err_and(|e| e.contains(fault)), "{json}: {found:?}");
        }
    }
}

//! Readings against full annotations: precision, recall and F1 of every list.
//!
//! Owns the rows of a score and what is compared in each; pairs are made in `pairing.rs`. Is given annotations and
//! readings. Never opens a file, never prints, and never looks into the lexicon.

mod annotation;
mod names;
mod pairing;
mod positions;
mod quotes;
mod sheet;
mod tally;
mod told;
mod twister;

pub use annotation::Annotation;
pub use sheet::{Extent, json, table};
pub use tally::Row;
pub use told::{Complaint, Fault};

use crate::finding::{Actor, ActorKind, Meeting, MeetingStatus, Plan, Reading};
use annotation::{GoldActor, GoldMeeting, GoldPlan};
use names::{norm, same_name, same_place};
use pairing::{Pairing, Strict, pair};
use positions::{Level, held, slots, wanted};
use quotes::{Quoted, quotes};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tally::Tally;
use told::Told;

/// The rows, in the order in which they are shown.
const ROWS: [&str; 16] = [
    "persons",
    "bodies",
    "sides",
    "plans",
    "demands",
    "demands-by-side",
    "demands-coarse",
    "slot found",
    "slot holder",
    "slot stance",
    "slot issue",
    "provisions",
    "quotes",
    "speakers",
    "meetings",
    "meeting status",
];

/// The rows whose mean F1 is the overall figure.
pub const CORE: [&str; 7] = ["persons", "bodies", "plans", "demands", "provisions", "speakers", "meetings"];

/// How one article went.
#[derive(Debug, Default)]
pub struct Score {
    rows: BTreeMap<&'static str, Tally>,
    /// How many spans the reading has, and how many of them do not stand in the text as they say.
    spans: [usize; 2],
    /// What was missed and what was wrong, in the order of the rows.
    pub complaints: Vec<Complaint>,
}

/// The figures of several articles.
#[derive(Clone, Debug, Serialize)]
pub struct Figures {
    /// Every row that has something to show, in order.
    pub rows: Vec<(&'static str, Row)>,
    /// How many spans were looked up.
    pub spans: usize,
    /// How many of them do not stand in the text as they say.
    pub astray: usize,
    /// The mean F1 of [`CORE`].
    pub overall: f64,
}

/// Adds up the articles, which are in the order of their paths.
pub fn figures(scores: &[Score]) -> Figures {
    let parts = |row: &str| scores.iter().filter_map(|score| score.rows.get(row).copied()).collect::<Vec<_>>();
    let rows = ROWS.into_iter().map(|row| (row, parts(row))).filter(|(_, parts)| !parts.is_empty());
    let rows: Vec<(&str, Row)> = rows.map(|(row, parts)| (row, tally::row(&parts))).collect();
    let core = rows.iter().filter(|(row, _)| CORE.contains(row)).map(|(_, row)| row.f1);
    Figures {
        overall: tally::rounded(core.sum::<f64>() / CORE.len() as f64),
        spans: scores.iter().map(|score| score.spans[0]).sum(),
        astray: scores.iter().map(|score| score.spans[1]).sum(),
        rows,
    }
}

/// Compares one reading with its annotation; `text` is the article's.
pub fn score(gold: &Annotation, reading: &Reading, text: &str) -> Score {
    let mut score = Score::default();
    score.actors(gold, reading);
    let plans = score.plans(gold, reading);
    score.demands(gold, reading, text);
    score.provisions(gold, reading, &plans);
    score.quotes(gold, reading, text);
    score.meetings(gold, reading);
    let mut whole = serde_json::to_value(reading).unwrap_or(Value::Null);
    whole.as_object_mut().map(|fields| fields.remove("article"));
    let chars: Vec<char> = text.chars().collect();
    spans(&whole, &chars, &mut score.spans);
    score
}

impl Score {
    fn row(&mut self, row: &'static str) -> &mut Tally {
        self.rows.entry(row).or_default()
    }

    fn take<G: Told, P: Told>(&mut self, row: &'static str, pairing: &Pairing<'_, G, P>) {
        *self.row(row) = pairing.tally();
        let missed = pairing.missed.iter().map(|g| Complaint::new(row, Fault::Missed, g.told()));
        let wrong = pairing.wrong.iter().map(|p| Complaint::new(row, Fault::Wrong, p.told()));
        self.complaints.extend(missed.chain(wrong));
    }

    fn actors(&mut self, gold: &Annotation, reading: &Reading) {
        for (row, person) in [("persons", true), ("bodies", false)] {
            let of_kind = |kind: ActorKind| (kind == ActorKind::Person) == person;
            let wanted: Vec<_> = gold.actors.iter().filter(|g| of_kind(g.kind)).cloned().collect();
            let found: Vec<_> = reading.actors.iter().filter(|p| of_kind(p.kind)).cloned().collect();
            self.take(row, &pair(&wanted, &found, |g| g.optional, false, same_actor));
        }
        for g in gold.actors.iter().filter(|g| !g.optional) {
            let Some(side) = g.side else { continue };
            let Some(p) = reading.actors.iter().find(|p| same_actor(g, p, Strict::Any)) else { continue };
            self.row("sides").slot(p.side == Some(side));
            if p.side != Some(side) {
                let found = p.side.map_or("none", |side| side.as_str());
                let told = format!("{}: expected {side}, found {found}", g.name);
                self.complaints.push(Complaint::new("sides", Fault::Wrong, told));
            }
        }
    }

    /// The plans, and for each id of the reading the annotated one it is.
    fn plans(&mut self, gold: &Annotation, reading: &Reading) -> BTreeMap<String, String> {
        self.take("plans", &pair(&gold.plans, &reading.plans, |g| g.optional, true, same_plan));
        let both = reading.plans.iter().flat_map(|p| gold.plans.iter().map(move |g| (g, p)));
        both.filter(|(g, p)| same_plan(g, p, Strict::Any)).map(|(g, p)| (p.id.clone(), g.id.clone())).collect()
    }

    fn demands(&mut self, gold: &Annotation, reading: &Reading, text: &str) {
        let found = held(&reading.demands);
        for (row, level) in ["demands", "demands-by-side", "demands-coarse"].into_iter().zip(Level::ALL) {
            let wanted = wanted(&gold.demands, level);
            self.take(row, &pair(&wanted, &found, |g| g.optional, true, |g, p, strict| level.agrees(g, p, strict)));
        }
        for g in gold.demands.iter().filter(|g| !g.optional) {
            let (near, right) = slots(g, &reading.demands, text);
            self.row("slot found").slot(near);
            for (row, right) in ["slot holder", "slot stance", "slot issue"].into_iter().zip(right).filter(|_| near) {
                self.row(row).slot(right);
            }
        }
    }

    fn provisions(&mut self, gold: &Annotation, reading: &Reading, plans: &BTreeMap<String, String>) {
        let plan = |id: &String| plans.get(id).unwrap_or(id).clone();
        let found: Vec<(String, String)> =
            reading.provisions.iter().map(|p| (plan(&p.plan), p.issue.clone())).collect();
        let agree = |g: &annotation::GoldProvision, p: &(String, String), strict| {
            let others = g.also.iter().filter(|_| strict == Strict::Any);
            let own = std::iter::once((&g.plan, &g.issue));
            let others = others.map(|o| (o.plan.as_ref().unwrap_or(&g.plan), o.issue.as_ref().unwrap_or(&g.issue)));
            own.chain(others).any(|(plan, issue)| norm(plan) == norm(&p.0) && *issue == p.1)
        };
        self.take("provisions", &pair(&gold.provisions, &found, |g| g.optional, true, agree));
    }

    fn quotes(&mut self, gold: &Annotation, reading: &Reading, text: &str) {
        let (told, wrong) = quotes(&gold.statements, &reading.statements, text);
        let (mut quoted, mut spoken) = (Tally::default(), Tally::default());
        for (g, outcome) in told {
            let speaker = match outcome {
                Quoted::Missed => None,
                Quoted::Found { speaker, right } => Some((speaker, right)),
            };
            let right = speaker.is_some_and(|(_, right)| right);
            let named = speaker.and_then(|(name, _)| name);
            quoted.hit += usize::from(speaker.is_some());
            quoted.missed += usize::from(speaker.is_none());
            spoken.hit += usize::from(right);
            spoken.missed += usize::from(!right);
            spoken.wrong += usize::from(named.is_some() && !right);
            match speaker {
                None => self.complaints.push(Complaint::new("quotes", Fault::Missed, g.told())),
                Some((name, false)) => self.complaints.push(told::speaker(g, name)),
                Some((_, true)) => {}
            }
        }
        quoted.wrong += wrong.len();
        self.complaints.extend(wrong.iter().map(|s| Complaint::new("quotes", Fault::Wrong, s.told())));
        (*self.row("quotes"), *self.row("speakers")) = (quoted, spoken);
    }

    fn meetings(&mut self, gold: &Annotation, reading: &Reading) {
        self.take("meetings", &pair(&gold.meetings, &reading.meetings, |g| g.optional, true, met));
        for g in gold.meetings.iter().filter(|g| !g.optional) {
            let found = reading.meetings.iter().find(|p| met(g, p, Strict::Any));
            if let (Some(p), Some(status)) = (found, g.status) {
                self.row("meeting status").slot(p.status == status || ahead(p.status) && ahead(status));
            }
        }
    }
}

/// Planned and proposed are not told apart.
fn ahead(status: MeetingStatus) -> bool {
    matches!(status, MeetingStatus::Planned | MeetingStatus::Proposed)
}

/// Persons may be met by their surname, bodies only by a whole name.
fn same_actor(g: &GoldActor, p: &Actor, strict: Strict) -> bool {
    let others = g.also.iter().filter(|_| strict == Strict::Any);
    std::iter::once(&g.name).chain(others).any(|name| same_name(&p.name, name, g.kind == ActorKind::Person))
}

/// By the id; without a number of points, by any of its names as well.
fn same_plan(g: &GoldPlan, p: &Plan, strict: Strict) -> bool {
    let others = g.also.iter().filter(|_| strict == Strict::Any);
    let by_id = std::iter::once(&g.id).chain(others).any(|id| norm(id) == norm(&p.id));
    by_id
        || g.points.is_none_or(|points| points == 0) && {
            let mentions = p.mentions.iter().map(|mention| &mention.text);
            let called = std::iter::once(&p.name).chain(&p.aliases).chain(mentions).filter(|name| !name.is_empty());
            let called: BTreeSet<String> = called.map(|name| norm(name)).collect();
            g.names.iter().any(|name| called.contains(&norm(name)))
        }
}

/// The same place, and no other day; without a place, the same day.
fn met(g: &GoldMeeting, p: &Meeting, _: Strict) -> bool {
    let text = |field: &Option<String>| field.clone().filter(|text| !text.is_empty());
    let (wanted, found) = (text(&g.date), text(&p.date));
    let same_day = wanted
        .as_ref()
        .is_none_or(|a| found.as_ref().is_some_and(|b| a.starts_with(b.as_str()) || b.starts_with(a.as_str())));
    match (text(&g.place), text(&p.place)) {
        (Some(a), Some(b)) => same_place(&a, &b) && same_day,
        _ => wanted.is_some() && found.is_some() && same_day,
    }
}

/// Counts the spans of a finding, and those that do not slice to their text.
fn spans(node: &Value, text: &[char], counts: &mut [usize; 2]) {
    match node {
        Value::Object(fields) => {
            let offset = |key| fields.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
            let words = fields.get("text").and_then(Value::as_str);
            if let (Some(start), Some(end), Some(words)) = (offset("start"), offset("end"), words) {
                let found = text.get(start..end).map(|chars| chars.iter().collect::<String>());
                counts[0] += 1;
                counts[1] += usize::from(found.as_deref() != Some(words));
            }
            fields.values().for_each(|value| spans(value, text, counts));
        }
        Value::Array(items) => items.iter().for_each(|item| spans(item, text, counts)),
        _ => {}
    }
}

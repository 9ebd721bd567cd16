//! The seven lists as rows of words.
//!
//! Owns the choice of columns. Is given a reading. Never knows a width.

use super::escape::escaped;
use crate::article::slug;
use crate::dossier::List;
use crate::finding::{
    Actor, Condition, Demand, Figure, Meeting, Party, Plan, Provision, Reading, Side, Span, Statement,
};

/// One list, ready to be set.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// From left to right.
    pub columns: Vec<Column>,
    /// A cell for every column.
    pub rows: Vec<Vec<String>>,
    /// How many findings are not shown.
    pub hidden: usize,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// What it is called.
    pub head: &'static str,
    /// It may stand under the column before it.
    pub may_stack: bool,
}

impl Sheet {
    /// The columns of a list.
    pub fn columns(list: List) -> Vec<Column> {
        sheet(&Reading::default(), list, true).columns
    }
}

/// The sheet of a list; positions that do not hold now only if `all`.
pub(super) fn sheet(reading: &Reading, list: List, all: bool) -> Sheet {
    match list {
        List::Actors => of(&reading.actors, ["Actor", "^Kind", "^Side", "Roles", "Mentions"], actor),
        List::Plans => {
            of(&reading.plans, ["Plan", "^Points", "Origin", "^Verdicts", "Mentions"], |plan| plan_row(plan, reading))
        }
        List::Demands => demands(reading, all),
        List::Provisions => of(&reading.provisions, ["Plan", "^Status", "Issue", "Line: evidence"], provision),
        List::Statements => of(&reading.statements, ["Speaker", "^Side", "^Mode", "Line: words"], statement),
        List::Meetings => of(
            &reading.meetings,
            ["Meeting", "^Status", "^Place", "^Date", "Participants", "Line: evidence"],
            |meeting| meeting_row(meeting, reading),
        ),
        List::Figures => of(&reading.figures, ["Figure", "Issue", "Line: evidence"], figure),
    }
}

/// Rows of findings; a `^` before a head says that the column may stack.
fn of<T, const N: usize>(findings: &[T], heads: [&'static str; N], row: impl Fn(&T) -> [String; N]) -> Sheet {
    let column = |head: &'static str| Column { head: head.trim_start_matches('^'), may_stack: head.starts_with('^') };
    let cells = |finding| row(finding).iter().map(|cell| shown(cell)).collect();
    Sheet { columns: heads.map(column).to_vec(), rows: findings.iter().map(cells).collect(), hidden: 0 }
}

/// Escaped line by line: line ends in a cell are ours.
fn shown(cell: &str) -> String {
    cell.split('\n').map(escaped).collect::<Vec<_>>().join("\n")
}

fn actor(actor: &Actor) -> [String; 5] {
    let roles = actor.roles.join("; ");
    let first = actor.mentions.first().map(|mention| located(&mention.span)).unwrap_or_default();
    [actor.name.clone(), actor.kind.to_string(), side(actor.side), roles, times(actor.mentions.len(), &first)]
}

fn plan_row(plan: &Plan, reading: &Reading) -> [String; 5] {
    let by = plan.authors.iter().map(|id| name_of(id, reading)).collect::<Vec<_>>().join(", ");
    let from = plan.derived_from.join(", ");
    let origin = [labelled("by ", &by), labelled("from ", &from)].concat().join("; ");
    let verdict = |v: &crate::finding::Verdict| format!("{} {}", name_of(&v.actor, reading), v.verdict);
    let verdicts = plan.verdicts.iter().map(verdict).collect::<Vec<_>>().join("; ");
    let first = plan.mentions.first().map(located).unwrap_or_default();
    let points = plan.points.map(|n| format!("{n} points")).unwrap_or_default();
    [plan.name.clone(), points, origin, verdicts, times(plan.mentions.len(), &first)]
}

fn demands(reading: &Reading, all: bool) -> Sheet {
    let shown: Vec<&Demand> = reading.demands.iter().filter(|demand| all || demand.modality.counts()).collect();
    let heads = ["Holder", "^Side", "Stance", "^Issue", "Line: evidence", "^More"];
    Sheet { hidden: reading.demands.len() - shown.len(), ..of(&shown, heads, |demand| demand_row(demand)) }
}

fn demand_row(demand: &Demand) -> [String; 6] {
    let Demand { holder, stance, issue, .. } = demand;
    [holder.name.clone(), side(holder.side), stance.to_string(), issue.clone(), located(&demand.evidence), more(demand)]
}

/// What sets a position apart from the usual case.
fn more(demand: &Demand) -> String {
    use crate::finding::{Basis, Firmness, Modality};
    let condition = demand.condition.as_ref().map(condition).unwrap_or_default();
    let parts = [
        labelled("", if demand.modality == Modality::Asserted { "" } else { demand.modality.as_str() }),
        labelled("", if demand.firmness == Firmness::Firm { "" } else { demand.firmness.as_str() }),
        labelled("to ", demand.addressee.as_ref().map_or("", |party| &party.name)),
        labelled("", &condition),
        labelled("plan ", demand.plan.as_deref().unwrap_or("")),
        labelled("", demand.sourcing.map_or("", |sourcing| sourcing.as_str())),
        labelled("said by ", demand.said_by.as_ref().map_or("", |party| &party.name)),
        labelled("on ", demand.said_on.as_deref().unwrap_or("")),
        labelled("", if demand.basis == Basis::Inferred { "inferred" } else { "" }),
    ];
    match parts.concat().join("; ") {
        none if none.is_empty() => none,
        some => format!("[{some}]"),
    }
}

/// The article's words, after the kind where they do not say it themselves.
fn condition(condition: &Condition) -> String {
    let (kind, words) = (condition.kind.as_str(), &condition.text.text);
    let said = slug(words).starts_with(kind);
    if said { words.clone() } else { format!("{kind}: {words}") }
}

fn provision(provision: &Provision) -> [String; 4] {
    [provision.plan.clone(), provision.status.to_string(), provision.issue.clone(), located(&provision.evidence)]
}

fn statement(statement: &Statement) -> [String; 4] {
    let words = statement.content.iter().map(|span| span.text.as_str()).collect::<Vec<_>>().join(" … ");
    let line = statement.content.first().map(|span| format!("{}: ", span.line)).unwrap_or_default();
    let speaker = statement.speaker.as_ref().map_or("(not told)", |speaker| &speaker.name).to_owned();
    [
        speaker,
        side(statement.speaker.as_ref().and_then(|party: &Party| party.side)),
        statement.mode.to_string(),
        line + &words,
    ]
}

fn meeting_row(meeting: &Meeting, reading: &Reading) -> [String; 6] {
    let participants = meeting.participants.iter().map(|id| name_of(id, reading)).collect::<Vec<_>>().join(", ");
    let (place, date) = (meeting.place.clone().unwrap_or_default(), meeting.date.clone().unwrap_or_default());
    [meeting.kind.to_string(), meeting.status.to_string(), place, date, participants, located(&meeting.evidence)]
}

fn figure(figure: &Figure) -> [String; 3] {
    let value = [grouped(figure.value), figure.unit.clone().unwrap_or_default()].join(" ");
    [value.trim().to_owned(), figure.of.clone().unwrap_or_default(), located(&figure.evidence)]
}

/// The words with their line.
fn located(span: &Span) -> String {
    format!("{}: {}", span.line, escaped(&span.text))
}

fn times(count: usize, first: &str) -> String {
    if count > 1 { format!("{first} ({count}×)") } else { first.to_owned() }
}

fn side(side: Option<Side>) -> String {
    side.map(|side| side.to_string()).unwrap_or_default()
}

fn labelled(label: &str, words: &str) -> Vec<String> {
    if words.is_empty() { Vec::new() } else { vec![format!("{label}{}", escaped(words))] }
}

/// The name behind an id, as far as narrowing left it there.
fn name_of(id: &str, reading: &Reading) -> String {
    reading.actors.iter().find(|actor| actor.id == id).map_or(id, |actor| &actor.name).to_owned()
}

/// `300,000,000,000`.
fn grouped(value: f64) -> String {
    let plain = value.to_string();
    let (whole, rest) = plain.split_once('.').map_or((plain.as_str(), String::new()), |(w, r)| (w, format!(".{r}")));
    let digits = whole.trim_start_matches('-').len();
    let group = |(at, c): (usize, char)| if at > 0 && (digits - at) % 3 == 0 { vec![',', c] } else { vec![c] };
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}{rest}", whole.trim_start_matches('-').chars().enumerate().flat_map(group).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_stand_in_threes() {
        for (value, text) in
            [(300e9, "300,000,000,000"), (28.0, "28"), (1234.5, "1,234.5"), (-1500.0, "-1,500"), (0.5, "0.5")]
        {
            assert_eq!(grouped(value), text);
        }
    }
}

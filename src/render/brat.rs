//! Standoff annotations for brat and tools that read its format.
//!
//! Owns which finding becomes which annotation: names and spans are text-bound, positions and statements are events with
//! arguments, closed sets are attributes, ids and codes are notes. Is given a reading. Offsets are characters of the
//! article's text, as in the reading. Never writes the text itself.

use crate::finding::{
    ActorKind, Basis, ConditionKind, Demand, Figure, Firmness, Meeting, MeetingKind, MeetingStatus, Modality, Mode,
    Party, Plan, Provision, ProvisionStatus, Reading, Side, Sourcing, Span, Stance, Statement, VerdictKind, Via,
};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// Writes the annotations of one reading: the `.ann` file.
pub fn brat(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    let mut file = Annotations::default();
    file.actors(reading);
    reading.plans.iter().for_each(|plan| file.plan(plan));
    reading.demands.iter().for_each(|demand| file.demand(demand));
    reading.provisions.iter().for_each(|provision| file.provision(provision));
    reading.statements.iter().for_each(|statement| file.statement(statement));
    reading.meetings.iter().for_each(|meeting| file.meeting(meeting));
    reading.figures.iter().for_each(|figure| file.figure(figure));
    file.lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// The `annotation.conf` that the annotations follow.
pub fn brat_config() -> String {
    let kinds = ActorKind::ALL.iter().map(|kind| capital(kind.as_str())).collect::<Vec<_>>();
    let stances = Stance::ALL.iter().map(|stance| capital(stance.as_str())).collect::<Vec<_>>();
    let entities = [&kinds[..], &OTHERS.map(str::to_owned)].concat().join("\n");
    let who = [&kinds[..], &[PARTY.to_owned()]].concat().join("|");
    let position = format!("{HOLDER}?:{who}, {CONTENT}?:{CONTENT}, {CONDITION}?:{CONDITION}");
    let positions = stances.iter().map(|stance| format!("{stance}\t{position}")).collect::<Vec<_>>().join("\n");
    let statement = format!("{STATEMENT}\t{SPEAKER}?:{who}, {CONTENT}*:{CONTENT}");
    let attributes = attributes().map(|(name, values)| format!("{name}\tArg:<ANY>, Value:{values}")).join("\n");
    format!(
        "[entities]\n{entities}\n\n[relations]\n\n[events]\n{positions}\n{statement}\n\n[attributes]\n{attributes}\n"
    )
}

/// Types besides the kinds of actors.
const OTHERS: [&str; 8] = [PARTY, PLAN, CONTENT, CONDITION, PROVISION, MEETING, FIGURE, VERDICT];
const PARTY: &str = "Party";
const PLAN: &str = "Plan";
const CONTENT: &str = "Content";
const CONDITION: &str = "Condition";
const PROVISION: &str = "Provision";
const MEETING: &str = "Meeting";
const FIGURE: &str = "Figure";
const VERDICT: &str = "Verdict";
const STATEMENT: &str = "Statement";
const HOLDER: &str = "Holder";
const SPEAKER: &str = "Speaker";

/// Every attribute with the members of its set.
fn attributes() -> [(&'static str, String); 12] {
    fn values<T: ToString>(all: &[T]) -> String {
        all.iter().map(T::to_string).collect::<Vec<_>>().join("|")
    }
    [
        ("Side", values(Side::ALL)),
        ("Via", values(Via::ALL)),
        ("Firmness", values(Firmness::ALL)),
        ("Modality", values(Modality::ALL)),
        ("Basis", values(Basis::ALL)),
        ("Sourcing", values(Sourcing::ALL)),
        ("ConditionKind", values(ConditionKind::ALL)),
        ("Mode", values(Mode::ALL)),
        ("ProvisionStatus", values(ProvisionStatus::ALL)),
        ("MeetingKind", values(MeetingKind::ALL)),
        ("MeetingStatus", values(MeetingStatus::ALL)),
        ("VerdictKind", values(VerdictKind::ALL)),
    ]
}

/// The annotations so far.
#[derive(Default)]
struct Annotations {
    lines: Vec<String>,
    marks: BTreeMap<(String, usize, usize), String>,
    counts: BTreeMap<char, usize>,
    attributes: BTreeSet<(&'static str, String)>,
}

impl Annotations {
    fn actors(&mut self, reading: &Reading) {
        for actor in &reading.actors {
            for mention in &actor.mentions {
                let mark = self.mark(&capital(actor.kind.as_str()), &mention.span);
                self.attribute("Side", &mark, actor.side);
                self.attribute("Via", &mark, Some(mention.via));
                self.note(&mark, &[("id", &actor.id), ("name", &actor.name)]);
            }
        }
    }

    fn plan(&mut self, plan: &Plan) {
        for mention in &plan.mentions {
            let mark = self.mark(PLAN, mention);
            self.note(&mark, &[("id", &plan.id), ("name", &plan.name)]);
        }
        for verdict in &plan.verdicts {
            let mark = self.mark(VERDICT, &verdict.evidence);
            self.attribute("VerdictKind", &mark, Some(verdict.verdict));
            self.note(&mark, &[("plan", &plan.id), ("actor", &verdict.actor)]);
        }
    }

    fn demand(&mut self, demand: &Demand) {
        let holder = self.party(&demand.holder);
        let content = demand.content.as_ref().map(|span| self.mark(CONTENT, span));
        let condition = demand.condition.as_ref().map(|condition| {
            let mark = self.mark(CONDITION, &condition.text);
            self.attribute("ConditionKind", &mark, Some(condition.kind));
            mark
        });
        let arguments = [(HOLDER, holder), (CONTENT, content), (CONDITION, condition)];
        let event = self.event(&capital(demand.stance.as_str()), &demand.cue, &arguments);
        self.attribute("Firmness", &event, Some(demand.firmness));
        self.attribute("Modality", &event, Some(demand.modality));
        self.attribute("Basis", &event, Some(demand.basis));
        self.attribute("Sourcing", &event, demand.sourcing);
        let addressee = demand.addressee.as_ref().map_or("", |party| &party.name);
        let said_by = demand.said_by.as_ref().map_or("", |party| &party.name);
        let known = [("id", &*demand.id), ("holder", &demand.holder.name), ("issue", &demand.issue), ("to", addressee)];
        let told = [("plan", demand.plan.as_deref().unwrap_or("")), ("said by", said_by), ("rule", &demand.rule)];
        self.note(&event, &[&known[..], &told].concat());
    }

    fn provision(&mut self, provision: &Provision) {
        let mark = self.mark(PROVISION, &provision.evidence);
        self.attribute("ProvisionStatus", &mark, Some(provision.status));
        self.note(&mark, &[("id", &provision.id), ("plan", &provision.plan), ("issue", &provision.issue)]);
    }

    /// The event stands on the word that attributes, else on what names the source, else on what is said.
    fn statement(&mut self, statement: &Statement) {
        let places = [statement.cue.as_ref(), statement.source.as_ref(), statement.content.first()];
        let Some(trigger) = places.into_iter().flatten().next() else { return };
        let speaker = statement.speaker.as_ref().and_then(|party| self.party(party));
        let content = statement.content.iter().map(|span| (CONTENT, Some(self.mark(CONTENT, span))));
        let arguments = [(SPEAKER, speaker)].into_iter().chain(content.collect::<Vec<_>>()).collect::<Vec<_>>();
        let event = self.event(STATEMENT, trigger, &arguments);
        self.attribute("Mode", &event, Some(statement.mode));
        let speaker = statement.speaker.as_ref().map_or("", |party| &party.name);
        self.note(&event, &[("id", &statement.id), ("speaker", speaker)]);
    }

    fn meeting(&mut self, meeting: &Meeting) {
        let mark = self.mark(MEETING, &meeting.evidence);
        self.attribute("MeetingKind", &mark, Some(meeting.kind));
        self.attribute("MeetingStatus", &mark, Some(meeting.status));
        let (place, date) = (meeting.place.as_deref().unwrap_or(""), meeting.date.as_deref().unwrap_or(""));
        let participants = meeting.participants.join(" ");
        self.note(&mark, &[("id", &meeting.id), ("place", place), ("date", date), ("participants", &participants)]);
    }

    fn figure(&mut self, figure: &Figure) {
        let mark = self.mark(FIGURE, &figure.evidence);
        let (unit, of) = (figure.unit.as_deref().unwrap_or(""), figure.of.as_deref().unwrap_or(""));
        self.note(&mark, &[("id", &figure.id), ("value", &figure.value.to_string()), ("unit", unit), ("of", of)]);
    }

    /// The mark of a party's words, if it has any.
    fn party(&mut self, party: &Party) -> Option<String> {
        let kind = party.kind.map_or(PARTY.to_owned(), |kind| capital(kind.as_str()));
        let mark = self.mark(&kind, party.mention.as_ref()?);
        self.attribute("Side", &mark, party.side);
        Some(mark)
    }

    /// The text-bound annotation of this type and place, made once.
    fn mark(&mut self, kind: &str, span: &Span) -> String {
        let place = (kind.to_owned(), span.start, span.end);
        if let Some(mark) = self.marks.get(&place) {
            return mark.clone();
        }
        let mark = self.next('T');
        let (places, text) = fragments(span);
        self.lines.push(format!("{mark}\t{kind} {places}\t{text}"));
        self.marks.insert(place, mark.clone());
        mark
    }

    fn event(&mut self, kind: &str, trigger: &Span, arguments: &[(&str, Option<String>)]) -> String {
        let trigger = self.mark(kind, trigger);
        let event = self.next('E');
        let mut line = format!("{event}\t{kind}:{trigger}");
        let mut counts = BTreeMap::new();
        for (role, mark) in arguments.iter().filter_map(|(role, mark)| Some((role, mark.as_ref()?))) {
            let count = counts.entry(role).and_modify(|n| *n += 1).or_insert(1);
            let number = if *count > 1 { count.to_string() } else { String::new() };
            line += &format!(" {role}{number}:{mark}");
        }
        self.lines.push(line);
        event
    }

    /// An attribute, once for each annotation.
    fn attribute<T: ToString>(&mut self, name: &'static str, of: &str, value: Option<T>) {
        let Some(value) = value else { return };
        if self.attributes.insert((name, of.to_owned())) {
            let attribute = self.next('A');
            self.lines.push(format!("{attribute}\t{name} {of} {}", value.to_string()));
        }
    }

    fn note(&mut self, of: &str, facts: &[(&str, &str)]) {
        let facts = facts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}: {value}"));
        let text = facts.collect::<Vec<_>>().join("; ").replace(char::is_control, " ");
        let note = self.next('#');
        self.lines.push(format!("{note}\tAnnotatorNotes {of}\t{text}"));
    }

    /// The next number of a sort of annotation.
    fn next(&mut self, sort: char) -> String {
        let count = self.counts.entry(sort).or_insert(0);
        *count += 1;
        format!("{sort}{count}")
    }
}

/// Places and text of a span; one that goes over a line's end is in pieces, as the format wants it.
fn fragments(span: &Span) -> (String, String) {
    let (mut places, mut texts, mut at) = (Vec::new(), Vec::new(), span.start);
    for piece in span.text.split(char::is_control) {
        let end = at + piece.chars().count();
        if end > at {
            places.push(format!("{at} {end}"));
            texts.push(piece);
        }
        at = end + 1;
    }
    (places.join(";"), texts.join(" "))
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_over_a_line_end_is_in_pieces() {
        let span = Span { start: 7, end: 19, text: "Élysée\r\ntalk".to_owned(), line: 1 };
        assert_eq!(fragments(&span), ("7 13;15 19".to_owned(), "Élysée talk".to_owned()));
    }
}

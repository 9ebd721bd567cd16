//! The seven lists as flat records for programs that read tables.
//!
//! Owns the columns: each has a name and what it takes from a finding, in one place, so that they cannot part. New ones
//! come at the end; none is renamed. Is given a reading. Never escapes, and never leaves a finding out.

use crate::dossier::List;
use crate::finding::{
    Actor, ArticleInfo, Demand, Figure, Meeting, Party, Plan, Provision, Reading, Span, Statement, Verdict,
};

/// A column: its name, and its cell in the record of a finding.
type Column<T> = (&'static str, fn(&T) -> String);

/// The names of a list's columns, the article's first.
pub(super) fn heads(list: List) -> Vec<&'static str> {
    let own = match list {
        List::Actors => names(ACTORS),
        List::Plans => names(PLANS),
        List::Demands => names(DEMANDS),
        List::Provisions => names(PROVISIONS),
        List::Statements => names(STATEMENTS),
        List::Meetings => names(MEETINGS),
        List::Figures => names(FIGURES),
    };
    [names(ARTICLE), own].concat()
}

/// One record for each finding of a list, with a cell for every column; what is unknown is empty.
pub(super) fn rows(reading: &Reading, list: List) -> Vec<Vec<String>> {
    let article = cells(ARTICLE, &reading.article);
    match list {
        List::Actors => records(&article, ACTORS, &reading.actors),
        List::Plans => records(&article, PLANS, &reading.plans),
        List::Demands => records(&article, DEMANDS, &reading.demands),
        List::Provisions => records(&article, PROVISIONS, &reading.provisions),
        List::Statements => records(&article, STATEMENTS, &reading.statements),
        List::Meetings => records(&article, MEETINGS, &reading.meetings),
        List::Figures => records(&article, FIGURES, &reading.figures),
    }
}

fn names<T>(columns: &[Column<T>]) -> Vec<&'static str> {
    columns.iter().map(|(name, _)| *name).collect()
}

fn cells<T>(columns: &[Column<T>], finding: &T) -> Vec<String> {
    columns.iter().map(|(_, cell)| cell(finding)).collect()
}

fn records<T>(article: &[String], columns: &[Column<T>], findings: &[T]) -> Vec<Vec<String>> {
    findings.iter().map(|finding| [article.to_vec(), cells(columns, finding)].concat()).collect()
}

const ARTICLE: &[Column<ArticleInfo>] = &[
    ("article", |a| a.id.clone()),
    ("path", |a| text(&a.path)),
    ("outlet", |a| text(&a.outlet)),
    ("published", |a| text(&a.published)),
];

const ACTORS: &[Column<Actor>] = &[
    ("id", |a| a.id.clone()),
    ("name", |a| a.name.clone()),
    ("kind", |a| a.kind.to_string()),
    ("side", |a| named(a.side)),
    ("roles", |a| joined(&a.roles)),
    ("known", |a| a.known.to_string()),
    ("mentions", |a| a.mentions.len().to_string()),
    ("mentions_first", |a| words(a.mentions.first().map(|m| &m.span))),
    ("line", |a| line(a.mentions.first().map(|m| &m.span))),
    ("start", |a| start(a.mentions.first().map(|m| &m.span))),
    ("end", |a| end(a.mentions.first().map(|m| &m.span))),
];

const PLANS: &[Column<Plan>] = &[
    ("id", |p| p.id.clone()),
    ("name", |p| p.name.clone()),
    ("points", |p| named(p.points)),
    ("aliases", |p| joined(&p.aliases)),
    ("authors", |p| joined(&p.authors)),
    ("derived_from", |p| joined(&p.derived_from)),
    ("verdicts", |p| joined(&p.verdicts.iter().map(verdict).collect::<Vec<_>>())),
    ("mentions", |p| p.mentions.len().to_string()),
    ("mentions_first", |p| words(p.mentions.first())),
    ("line", |p| line(p.mentions.first())),
    ("start", |p| start(p.mentions.first())),
    ("end", |p| end(p.mentions.first())),
];

const DEMANDS: &[Column<Demand>] = &[
    ("id", |d| d.id.clone()),
    ("holder", |d| d.holder.name.clone()),
    ("holder_id", |d| text(&d.holder.id)),
    ("holder_kind", |d| named(d.holder.kind)),
    ("holder_side", |d| named(d.holder.side)),
    ("holder_via", |d| named(d.holder.via)),
    ("holder_mention", |d| words(d.holder.mention.as_ref())),
    ("stance", |d| d.stance.to_string()),
    ("issue", |d| d.issue.clone()),
    ("addressee", |d| d.addressee.as_ref().map(|a| a.name.clone()).unwrap_or_default()),
    ("addressee_id", |d| d.addressee.as_ref().and_then(|a| a.id.clone()).unwrap_or_default()),
    ("firmness", |d| d.firmness.to_string()),
    ("modality", |d| d.modality.to_string()),
    ("basis", |d| d.basis.to_string()),
    ("condition", |d| words(d.condition.as_ref().map(|c| &c.text))),
    ("condition_kind", |d| named(d.condition.as_ref().map(|c| c.kind))),
    ("condition_issue", |d| d.condition.as_ref().and_then(|c| c.issue.clone()).unwrap_or_default()),
    ("plan", |d| text(&d.plan)),
    ("sourcing", |d| named(d.sourcing)),
    ("said_by", |d| d.said_by.as_ref().map(|s| s.name.clone()).unwrap_or_default()),
    ("said_by_id", |d| d.said_by.as_ref().and_then(|s| s.id.clone()).unwrap_or_default()),
    ("said_by_statement", |d| d.said_by.as_ref().and_then(|s| s.statement.clone()).unwrap_or_default()),
    ("said_on", |d| text(&d.said_on)),
    ("cue", |d| d.cue.text.clone()),
    ("content", |d| words(d.content.as_ref())),
    ("evidence", |d| d.evidence.text.clone()),
    ("line", |d| d.evidence.line.to_string()),
    ("start", |d| d.evidence.start.to_string()),
    ("end", |d| d.evidence.end.to_string()),
    ("sentence", |d| d.sentence.text.clone()),
    ("repeats", |d| d.repeats.len().to_string()),
    ("rule", |d| d.rule.clone()),
];

const PROVISIONS: &[Column<Provision>] = &[
    ("id", |p| p.id.clone()),
    ("plan", |p| p.plan.clone()),
    ("issue", |p| p.issue.clone()),
    ("status", |p| p.status.to_string()),
    ("figures", |p| joined(&texts(&p.figures))),
    ("content", |p| p.content.text.clone()),
    ("evidence", |p| p.evidence.text.clone()),
    ("line", |p| p.evidence.line.to_string()),
    ("start", |p| p.evidence.start.to_string()),
    ("end", |p| p.evidence.end.to_string()),
    ("sentence", |p| p.sentence.text.clone()),
    ("rule", |p| p.rule.clone()),
];

const STATEMENTS: &[Column<Statement>] = &[
    ("id", |s| s.id.clone()),
    ("speaker", |s| speaker(s).map(|p| p.name.clone()).unwrap_or_default()),
    ("speaker_id", |s| speaker(s).and_then(|p| p.id.clone()).unwrap_or_default()),
    ("speaker_kind", |s| named(speaker(s).and_then(|p| p.kind))),
    ("speaker_side", |s| named(speaker(s).and_then(|p| p.side))),
    ("speaker_via", |s| named(speaker(s).and_then(|p| p.via))),
    ("mode", |s| s.mode.to_string()),
    ("source", |s| words(s.source.as_ref())),
    ("cue", |s| words(s.cue.as_ref())),
    ("content", |s| texts(&s.content).join(" … ")),
    ("line", |s| line(s.content.first())),
    ("start", |s| start(s.content.first())),
    ("end", |s| end(s.content.last())),
    ("venue", |s| text(&s.venue)),
    ("relayed_by", |s| text(&s.relayed_by)),
    ("continues", |s| text(&s.continues)),
];

const MEETINGS: &[Column<Meeting>] = &[
    ("id", |m| m.id.clone()),
    ("kind", |m| m.kind.to_string()),
    ("place", |m| text(&m.place)),
    ("date", |m| text(&m.date)),
    ("participants", |m| joined(&m.participants)),
    ("status", |m| m.status.to_string()),
    ("evidence", |m| m.evidence.text.clone()),
    ("line", |m| m.evidence.line.to_string()),
    ("start", |m| m.evidence.start.to_string()),
    ("end", |m| m.evidence.end.to_string()),
    ("sentence", |m| m.sentence.text.clone()),
];

const FIGURES: &[Column<Figure>] = &[
    ("id", |f| f.id.clone()),
    ("value", |f| f.value.to_string()),
    ("unit", |f| text(&f.unit)),
    ("of", |f| text(&f.of)),
    ("evidence", |f| f.evidence.text.clone()),
    ("line", |f| f.evidence.line.to_string()),
    ("start", |f| f.evidence.start.to_string()),
    ("end", |f| f.evidence.end.to_string()),
];

fn speaker(statement: &Statement) -> Option<&Party> {
    statement.speaker.as_ref()
}

fn verdict(verdict: &Verdict) -> String {
    format!("{} {}", verdict.actor, verdict.verdict)
}

fn text(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

/// What a closed set, or a number, is written as.
fn named<T: ToString>(member: Option<T>) -> String {
    member.map(|member| member.to_string()).unwrap_or_default()
}

fn joined(items: &[String]) -> String {
    items.join("; ")
}

fn texts(spans: &[Span]) -> Vec<String> {
    spans.iter().map(|span| span.text.clone()).collect()
}

fn words(span: Option<&Span>) -> String {
    span.map(|span| span.text.clone()).unwrap_or_default()
}

fn line(span: Option<&Span>) -> String {
    named(span.map(|span| span.line))
}

fn start(span: Option<&Span>) -> String {
    named(span.map(|span| span.start))
}

fn end(span: Option<&Span>) -> String {
    named(span.map(|span| span.end))
}

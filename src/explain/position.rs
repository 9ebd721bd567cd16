//! Positions, provisions and meetings with the evidence behind them; what was considered and dropped.
//!
//! Owns how findings and their reasons are told. Never weighs evidence itself: the issue table explains its scores.

use super::who::entry;
use super::{Item, quoted};
use crate::frames::issue::TermHit;
use crate::frames::{Frame, Holder};
use crate::kind::Layers;
use crate::lexicon::issues::IssueId;
use crate::lexicon::trie::Entry;
use crate::provenance::Provenance;
use crate::text::Run;

/// How many issues that scored less are told.
const RIVALS: usize = 3;

/// The positions read from a sentence.
pub(super) fn frames(layers: &Layers, sentence: usize) -> Vec<Item> {
    let all = layers.frames.all.iter().zip(&layers.provenances.all);
    all.filter(|(f, _)| f.sentence == sentence).map(|(f, p)| frame(layers, f, p)).collect()
}

fn frame(layers: &Layers, f: &Frame, p: &Provenance) -> Item {
    let head = format!("{} {} {}", holder(layers, &f.holder), f.stance, layers.lexicon.issues.code(f.issue));
    let mut details = vec![
        format!("rule {}", rule(layers, &f.rule)),
        format!("cue {}, content {}", quoted(layers, f.cue), quoted(layers, f.content)),
        format!("issue {}", evidence(layers, f.content, f.issue)),
        format!("{}, {}, {}", f.firmness, f.modality, f.basis),
    ];
    details.extend(f.addressee.map(|id| format!("to act: {}", layers.referents.character(id).name)));
    details.extend(f.condition.map(|c| {
        let issue = c.issue.map(|issue| format!(" on {}", layers.lexicon.issues.code(issue))).unwrap_or_default();
        format!("condition {}{issue}: {}", c.kind, quoted(layers, c.run))
    }));
    details.extend(provenance(layers, p));
    Item { head, details }
}

fn holder(layers: &Layers, holder: &Holder) -> String {
    let name = match (holder.who, holder.anonymous) {
        (Some(id), _) => layers.referents.character(id).name.clone(),
        (None, Some(run)) => layers.text.str(run).to_owned(),
        (None, None) => "somebody".to_owned(),
    };
    let mention = holder.mention.map(|run| format!(" {}", quoted(layers, run))).unwrap_or_default();
    format!("{name} (by {}{mention})", holder.via)
}

/// A rule's name, with the place of the lexicon entry where it is one.
fn rule(layers: &Layers, rule: &str) -> String {
    match rule.strip_prefix("item-of-") {
        Some(head) => format!("item of {}", entry(layers, head)),
        None => entry(layers, rule),
    }
}

fn provenance(layers: &Layers, p: &Provenance) -> Vec<String> {
    let told =
        p.told.and_then(|a| layers.attributions.all[a].source).map(|run| format!(", told by {}", quoted(layers, run)));
    let day = p.said_on.map(|day| format!(", said on {day}")).unwrap_or_default();
    let mut out = vec![format!("{} ({}){}{day}", p.sourcing, p.reason, told.unwrap_or_default())];
    out.extend(p.plan.map(|plan| format!("plan {}", layers.plans.plans[plan].id)));
    out
}

/// What speaks for the issue in the content, and which issues scored less.
fn evidence(layers: &Layers, content: Run, issue: IssueId) -> String {
    let hits = terms(layers, content);
    let table = &layers.lexicon.issues;
    let own: Vec<String> = table.explain(&hits, issue).into_iter().map(|e| table.describe(e)).collect();
    let scores = table.score(&hits);
    let rivals = table.best(&scores, f32::MIN_POSITIVE).into_iter().filter(|(rival, _)| *rival != issue);
    let rivals: Vec<String> =
        rivals.take(RIVALS).map(|(rival, score)| format!("{} {score:.1}", table.code(rival))).collect();
    let own = if own.is_empty() { "from the words around".to_owned() } else { own.join(", ") };
    let beaten = if rivals.is_empty() { String::new() } else { format!("; before {}", rivals.join(", ")) };
    format!("{} {:.1} of {own}{beaten}", table.code(issue), scores.of(issue))
}

fn terms(layers: &Layers, run: Run) -> Vec<TermHit> {
    let hits = layers.words.hits_in(run).filter_map(|h| match h.entry {
        Entry::Term(term) => Some(TermHit { start: h.run.start, end: h.run.end, term }),
        _ => None,
    });
    hits.collect()
}

/// What plans provide by this sentence.
pub(super) fn provisions(layers: &Layers, sentence: usize) -> Vec<Item> {
    let here = layers.provisions.all.iter().filter(|p| p.sentence == sentence);
    let told = here.map(|p| Item {
        head: format!("{} {} {}", layers.plans.plans[p.plan].id, p.status, layers.lexicon.issues.code(p.issue)),
        details: vec![
            format!("rule {}", entry(layers, &p.rule)),
            format!("content {}", quoted(layers, p.content)),
            format!("issue {}", evidence(layers, p.content, p.issue)),
        ],
    });
    told.collect()
}

/// The meetings that this sentence shows.
pub(super) fn meetings(layers: &Layers, sentence: usize) -> Vec<Item> {
    let here = layers.encounters.all.iter().filter(|e| e.sentence == sentence);
    let told = here.map(|e| {
        let who: Vec<&str> = e.who.iter().map(|&id| layers.referents.character(id).name.as_str()).collect();
        let place = e.place.as_deref().unwrap_or("no place");
        let date = e.date.map_or_else(|| "no date".to_owned(), |d| d.to_string());
        let head = format!("{} {}: {place}, {date}, {}", e.status, e.kind, who.join(", "));
        Item { head, details: vec![format!("shown by {}", quoted(layers, e.evidence))] }
    });
    told.collect()
}

/// What was considered as a position and dropped, and why.
pub(super) fn dropped(layers: &Layers, sentence: usize) -> Vec<Item> {
    let run = layers.text.sentences[sentence].run;
    let here = layers.frames.dropped.iter().filter(|d| run.contains(d.cue.start));
    here.map(|d| Item::plain(format!("{} by {}: {}", quoted(layers, d.cue), rule(layers, &d.rule), d.reason))).collect()
}

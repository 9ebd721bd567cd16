//! Demands: frames as findings, the same position said twice being one.
//!
//! Owns merging and the projection. Never decides what is a position.

use super::{Layers, said};
use crate::finding::{Addressee, Condition, Demand, Party, SaidBy, Stance};
use crate::frames::{Frame, Holder};
use crate::provenance::Provenance;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The demands of an article in the order of their evidence.
pub fn project(layers: &Layers) -> Vec<Demand> {
    let mut out: Vec<Demand> = Vec::new();
    let mut known: HashMap<Position, usize> = HashMap::new();
    let ids: HashMap<usize, String> = said::listed(layers).into_iter().map(|(number, id, _)| (number, id)).collect();
    let id = |told: usize| ids.get(&told).cloned();
    for (frame, provenance) in layers.frames.all.iter().zip(&layers.provenances.all) {
        let demand = demand(layers, frame, provenance, provenance.told.and_then(id));
        match known.entry(position(&demand)) {
            Entry::Vacant(free) => {
                free.insert(out.len());
                out.push(demand);
            }
            Entry::Occupied(held) if out[*held.get()].evidence != demand.evidence => {
                out[*held.get()].repeats.push(demand.evidence);
            }
            Entry::Occupied(_) => {}
        }
    }
    out.sort_by_key(|d| d.evidence.start);
    number(&mut out);
    out
}

/// What makes two demands one: holder, stance, issue, and whether it is said to hold.
type Position = (Option<String>, String, Stance, String, bool);

fn position(d: &Demand) -> Position {
    (d.holder.id.clone(), d.holder.name.clone(), d.stance, d.issue.clone(), d.modality.counts())
}

/// Ids: the first character of the evidence, and a count among those that start there.
fn number(demands: &mut [Demand]) {
    let mut last = (usize::MAX, 0);
    for demand in demands {
        let start = demand.evidence.start;
        last = if last.0 == start { (start, last.1 + 1) } else { (start, 1) };
        demand.id = format!("demands:{start}:{}", last.1);
    }
}

fn demand(layers: &Layers, frame: &Frame, provenance: &Provenance, statement: Option<String>) -> Demand {
    let code = |issue| layers.lexicon.issues.code(issue).to_owned();
    Demand {
        id: String::new(),
        article: layers.article.id.clone(),
        holder: holder(layers, &frame.holder),
        stance: frame.stance,
        issue: code(frame.issue),
        addressee: frame.addressee.map(|id| {
            let party = layers.party(id);
            Addressee { id: party.id, name: party.name }
        }),
        firmness: frame.firmness,
        modality: frame.modality,
        basis: frame.basis,
        condition: frame.condition.map(|c| Condition {
            kind: c.kind,
            text: layers.span(c.run),
            issue: c.issue.map(code),
        }),
        plan: provenance.plan.map(|id| layers.plans.plans[id].id.clone()),
        sourcing: Some(provenance.sourcing),
        said_by: said_by(layers, provenance, statement),
        said_on: provenance.said_on.map(|day| day.to_string()),
        cue: layers.span(frame.cue),
        content: (!frame.content.is_empty()).then(|| layers.span(frame.content)),
        evidence: layers.span(frame.evidence),
        sentence: layers.span(layers.text.sentences[frame.sentence].run),
        repeats: Vec::new(),
        rule: frame.rule.clone(),
    }
}

fn said_by(layers: &Layers, provenance: &Provenance, statement: Option<String>) -> Option<SaidBy> {
    let speaker = said::speaker(layers, &layers.attributions.all[provenance.told?])?;
    Some(SaidBy { id: speaker.id, name: speaker.name, statement })
}

fn holder(layers: &Layers, holder: &Holder) -> Party {
    let mention = holder.mention.map(|run| layers.span(run));
    match holder.who {
        Some(id) => Party { via: Some(holder.via), mention, ..layers.party(id) },
        None => {
            let words = holder.anonymous.map(|run| layers.span(run).text).unwrap_or_default();
            Party {
                name: words,
                kind: Some(crate::finding::ActorKind::Anonymous),
                via: Some(holder.via),
                mention,
                ..Party::default()
            }
        }
    }
}

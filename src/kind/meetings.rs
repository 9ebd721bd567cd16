//! Meetings: talks, summits, calls and visits with a place or a date.
//!
//! Owns the projection of encounters into the contract's shape. Never finds a meeting itself.

use super::Layers;
use crate::encounter::Encounter;
use crate::finding::Meeting;

/// The meetings, in the order of their evidence.
pub fn project(layers: &Layers) -> Vec<Meeting> {
    let mut out: Vec<Meeting> = layers.encounters.all.iter().map(|e| meeting(layers, e)).collect();
    for i in 0..out.len() {
        let start = out[i].evidence.start;
        let number = 1 + out[..i].iter().rev().take_while(|m| m.evidence.start == start).count();
        out[i].id = format!("meetings:{start}:{number}");
    }
    out
}

fn meeting(layers: &Layers, encounter: &Encounter) -> Meeting {
    let sentence = layers.text.sentences[encounter.sentence].run;
    let who = encounter.who.iter().map(|&id| layers.referents.character(id).id.clone());
    Meeting {
        id: String::new(),
        article: layers.article.id.clone(),
        kind: encounter.kind,
        place: encounter.place.clone(),
        date: encounter.date.map(|date| date.to_string()),
        participants: who.collect(),
        status: encounter.status,
        evidence: layers.span(encounter.evidence),
        sentence: layers.span(sentence),
    }
}

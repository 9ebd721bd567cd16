//! Statements: what is said as findings.
//!
//! Owns the projection of the attributions that are listed. Never looks for a speaker.

use super::{Layers, said};
use crate::attribution::Attribution;
use crate::finding::Statement;
use crate::text::Run;
use std::collections::HashMap;

/// The statements of an article in the order of their contents.
pub fn project(layers: &Layers) -> Vec<Statement> {
    let mut last: HashMap<usize, String> = HashMap::new();
    let listed = said::listed(layers).into_iter();
    let one = |(number, id, pieces): (usize, String, Vec<Run>)| {
        let a = &layers.attributions.all[number];
        let continues = last.insert(a.utterance, id.clone());
        Statement { continues, ..statement(layers, a, id, &pieces) }
    };
    listed.map(one).collect()
}

fn statement(layers: &Layers, a: &Attribution, id: String, pieces: &[Run]) -> Statement {
    Statement {
        id,
        article: layers.article.id.clone(),
        speaker: said::speaker(layers, a),
        mode: a.mode,
        source: a.source.map(|run| layers.span(run)),
        cue: a.cue.map(|run| layers.span(run)),
        content: pieces.iter().map(|&run| layers.span(run)).collect(),
        venue: a.venue.map(|run| layers.text.str(run).to_owned()),
        relayed_by: a.relayed_by.and_then(|n| named(layers, n)),
        continues: None,
    }
}

fn named(layers: &Layers, noun: usize) -> Option<String> {
    let id = layers.referents.of(noun)?.who.first()?;
    Some(layers.referents.character(*id).name.clone())
}

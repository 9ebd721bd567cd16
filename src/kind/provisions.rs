//! The provisions of a reading: what each plan says, issue by issue, with its words and figures.
//!
//! Owns the projection. Never decides which plan or issue is meant.

use super::Layers;
use crate::finding::{Provision, Span};
use crate::frames::provision::Provision as Found;
use crate::text::Run;

/// The provisions in the order of the text.
pub fn project(layers: &Layers) -> Vec<Provision> {
    let mut out: Vec<Provision> = Vec::new();
    for found in &layers.provisions.all {
        let start = layers.span(found.evidence).start;
        let same = out.iter().filter(|p| p.evidence.start == start).count();
        out.push(one(layers, found, same + 1));
    }
    out
}

fn one(layers: &Layers, found: &Found, number: usize) -> Provision {
    let evidence = layers.span(found.evidence);
    Provision {
        id: format!("provisions:{}:{number}", evidence.start),
        article: layers.article.id.clone(),
        plan: layers.plans.plans[found.plan].id.clone(),
        issue: layers.lexicon.issues.code(found.issue).to_owned(),
        status: found.status,
        figures: figures(layers, found.content),
        content: layers.span(found.content),
        evidence,
        sentence: layers.span(layers.text.sentences[found.sentence].run),
        rule: found.rule.clone(),
    }
}

/// The sums and counts inside the content.
fn figures(layers: &Layers, content: Run) -> Vec<Span> {
    let inside = layers.words.figures().iter().filter(|f| content.covers(f.run));
    inside.map(|f| layers.span(f.run)).collect()
}

//! The plans of a reading: every document the article speaks of, with where it stands.
//!
//! Owns the projection. Is given the mentions and the lexicon's entries. Never decides which plan is meant.

use super::Layers;
use crate::finding::{Plan, Verdict};
use crate::provenance::verdict::verdict;
use crate::referent::plan::{PlanCharacter, PlanId};

/// The plans in the order of first mention.
pub fn project(layers: &Layers) -> Vec<Plan> {
    layers.plans.plans.iter().enumerate().map(|(n, plan)| one(layers, n, plan)).collect()
}

fn one(layers: &Layers, id: PlanId, plan: &PlanCharacter) -> Plan {
    let info = plan.known.map(|k| &layers.lexicon.plans[k as usize]);
    let mentions = layers.plans.mentions.iter().filter(|m| m.plan == id);
    Plan {
        id: plan.id.clone(),
        name: plan.name.clone(),
        points: plan.points,
        aliases: plan.aliases.clone(),
        authors: told(authors(layers, id), info.map(|i| &i.authors)),
        derived_from: told(sources(layers, id), info.map(|i| &i.derived_from)),
        verdicts: verdicts(layers, id),
        mentions: mentions.map(|m| layers.span(m.run)).collect(),
    }
}

/// What the article says; where it says nothing, what the lexicon knows.
fn told(article: Vec<String>, lexicon: Option<&Vec<String>>) -> Vec<String> {
    if article.is_empty() { lexicon.cloned().unwrap_or_default() } else { article }
}

fn authors(layers: &Layers, plan: PlanId) -> Vec<String> {
    layers.lineage.authors[plan].iter().map(|&who| layers.referents.character(who).id.clone()).collect()
}

fn sources(layers: &Layers, plan: PlanId) -> Vec<String> {
    layers.lineage.sources[plan].iter().map(|&source| layers.plans.plans[source].id.clone()).collect()
}

/// Who thinks what of a plan as a whole, each party's verdict once.
fn verdicts(layers: &Layers, plan: PlanId) -> Vec<Verdict> {
    let mut out: Vec<Verdict> = Vec::new();
    for (frame, provenance) in layers.frames.all.iter().zip(&layers.provenances.all) {
        let whole = layers.lexicon.issues.code(frame.issue) == "process/plan" && frame.modality.counts();
        if provenance.plan != Some(plan) || !whole {
            continue;
        }
        let Some(verdict) = verdict(layers.lexicon, layers.words, frame) else { continue };
        let words = || frame.holder.anonymous.map(|run| layers.span(run).text).unwrap_or_default();
        let actor = frame.holder.who.map_or_else(words, |id| layers.referents.character(id).id.clone());
        if !out.iter().any(|v| v.actor == actor && v.verdict == verdict) {
            out.push(Verdict { actor, verdict, evidence: layers.span(frame.evidence) });
        }
    }
    out
}

//! The plans of a reading: every document the article speaks of, with where it stands.
//!
//! Owns the projection. Is given the mentions and the lexicon's entries. Never decides which plan is meant.

use super::Layers;
use crate::finding::Plan;
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
        authors: info.map(|i| i.authors.clone()).unwrap_or_default(),
        derived_from: info.map(|i| i.derived_from.clone()).unwrap_or_default(),
        verdicts: Vec::new(),
        mentions: mentions.map(|m| layers.span(m.run)).collect(),
    }
}

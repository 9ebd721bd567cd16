//! Actors: the cast as findings.
//!
//! Owns which characters are listed: every person, and every state or body that acts, speaks, is addressed or owns.

use super::Layers;
use crate::finding::{Actor, ActorKind, Mention};
use crate::referent::Character;

/// The actors of an article in the order of their first mention.
pub fn project(layers: &Layers) -> Vec<Actor> {
    let mut out: Vec<Actor> = layers.referents.cast.iter().filter(|c| listed(c)).map(|c| actor(layers, c)).collect();
    out.sort_by(|a, b| first(a).cmp(&first(b)).then_with(|| a.id.cmp(&b.id)));
    out
}

fn first(actor: &Actor) -> usize {
    actor.mentions.first().map_or(usize::MAX, |m| m.span.start)
}

fn listed(character: &Character) -> bool {
    !character.mentions.is_empty() && (character.kind == ActorKind::Person || character.acts)
}

fn actor(layers: &Layers, character: &Character) -> Actor {
    let mut mentions: Vec<Mention> =
        character.mentions.iter().map(|&(run, via)| Mention { span: layers.span(run), via }).collect();
    mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    mentions.dedup_by_key(|m| m.span.start);
    Actor {
        id: character.id.clone(),
        name: character.name.clone(),
        kind: character.kind,
        side: character.side,
        roles: roles(layers, character),
        known: character.known.is_some(),
        mentions,
    }
}

/// Offices held on the article's day, as the lexicon prints them; descriptions of the article for the unlisted.
fn roles(layers: &Layers, character: &Character) -> Vec<String> {
    let Some(entry) = character.known else { return character.roles.clone() };
    let offices = &layers.lexicon.actors[entry as usize].offices;
    let held = offices.iter().filter(|o| o.held_on(layers.article.meta.published));
    held.map(|o| {
        let role = &layers.lexicon.roles[o.role as usize];
        o.title.clone().or_else(|| role.phrases.first().cloned()).unwrap_or_else(|| role.id.clone())
    })
    .collect()
}

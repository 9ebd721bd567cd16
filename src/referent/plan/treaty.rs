//! Treaties and the like that the lexicon lacks, by the form of their names: `the Geneva Accords`, `Treaty of Lausanne`.
//!
//! Owns which capitalised phrases name a document. Never reads numbers or anaphora.

use super::scene::Scene;
use super::{How, PlanId, PlanMentions};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::{Entry, Naming};
use crate::text::{Case, Run, TokenKind};

/// The document that a name with its head at token `t` means.
pub(super) fn find(scene: &Scene, out: &mut PlanMentions, t: usize) -> Option<(Run, PlanId, How)> {
    if !scene.is(t, scene.sets.treaty) {
        return None;
    }
    let run = modified(scene, t).or_else(|| of_place(scene, t))?;
    let name = scene.text.str(run).split_whitespace().collect::<Vec<_>>().join(" ");
    Some((run, out.unlisted(&name, None), How::Treaty))
}

/// `the Oslo Accords`: capitals before the head, which has one itself or needs none.
fn modified(scene: &Scene, head: usize) -> Option<Run> {
    let noun = scene.noun(head).filter(|n| n.head == head)?;
    let capital = scene.is_capital(head);
    if !capital && !scene.is(head, scene.sets.treaty_small) || in_capitals(scene, head) {
        return None;
    }
    let mut start = head;
    while start > noun.run.start && names(scene, start - 1) {
        start -= 1;
    }
    let run = Run::new(start, head + 1);
    let proper = (start..head).any(|t| scene.is_capital(t));
    let person = !capital && (start..head).any(|t| belongs(scene, t));
    (proper && !person).then_some(run)
}

fn names(scene: &Scene, t: usize) -> bool {
    let name =
        scene.is_capital(t) && (scene.tag(t).is_noun() || scene.tag(t).is_adjective() || scene.tag(t) == Tag::Other);
    name || scene.kind(t) == Some(TokenKind::Hyphen)
}

/// `Treaty of Lausanne`, `Charter of the United Nations`.
fn of_place(scene: &Scene, head: usize) -> Option<Run> {
    let named = scene.is_capital(head) && scene.is(head + 1, scene.sets.of) && !in_capitals(scene, head);
    let first = head + 2 + usize::from(scene.tag(head + 2) == Tag::DT);
    let noun = scene.noun(first).filter(|n| named && scene.is_capital(first) && n.run.end > first)?;
    Some(Run::new(head, noun.run.end))
}

/// A state or person by name or adjective: whose memorandum it is, not what it is called.
fn belongs(scene: &Scene, t: usize) -> bool {
    scene.words.hits_at(t).iter().any(|h| matches!(h.entry, Entry::Actor(_, naming) if naming != Naming::Metonym))
}

/// A line in capitals says nothing about names.
fn in_capitals(scene: &Scene, t: usize) -> bool {
    let sentence = scene.sentence(t);
    let words = || sentence.iter().filter(|&t| scene.kind(t) == Some(TokenKind::Word));
    let upper = words().filter(|&t| scene.text.tokens[t].case == Case::Upper).count();
    let capital = words().filter(|&t| scene.is_capital(t)).count();
    upper * 2 > words().count() || capital * 5 > words().count() * 4
}

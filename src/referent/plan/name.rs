//! Plans by name: the lexicon's aliases, and press names that the words around them decide.
//!
//! Owns the choice between namesakes. Never reads numbers (`form`) or anaphora.

use super::scene::Scene;
use super::{How, PlanId, PlanMentions, anaphora, form};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::text::{Run, TokenKind};

/// The plan that a name beginning at token `t` means.
pub(super) fn find(scene: &Scene, out: &mut PlanMentions, t: usize) -> Option<(Run, PlanId, How)> {
    let hits = hits(scene, t);
    if hits.is_empty() {
        return None;
    }
    if let Some(run) = hits.iter().filter(|h| h.2).map(|h| h.0).max_by_key(|r| r.len()) {
        let named: Vec<u16> = hits.iter().filter(|h| h.2 && h.0 == run).map(|h| h.1).collect();
        return Some(strong(scene, out, run, &named));
    }
    let weak = hits.iter().map(|h| h.0).max_by_key(|r| r.len())?;
    let owners: Vec<u16> = hits.iter().filter(|h| h.0 == weak).map(|h| h.1).collect();
    let plan = press(scene, out, weak, &owners)?;
    Some((weak, out.known(scene.lexicon, plan), How::PressName))
}

/// Plan phrases that begin at `t`: their words, the plan, whether they always mean it. Who planned something names none.
fn hits(scene: &Scene, t: usize) -> Vec<(Run, u16, bool)> {
    let is_deed = |run: Run| matches!(scene.tag(run.end - 1), Tag::VBD | Tag::VBZ);
    let found = scene.words.hits_at(t).iter().filter_map(|h| match h.entry {
        Entry::Plan(plan, strong) if !is_deed(h.run) => Some((h.run, plan, strong)),
        _ => None,
    });
    found.collect()
}

/// A sure name; one that is a number of points as well can mean a namesake that the words attached to it name.
fn strong(scene: &Scene, out: &mut PlanMentions, run: Run, named: &[u16]) -> (Run, PlanId, How) {
    let count = form::counted(scene, out, run.start);
    let whole = count.map_or(run, |(_, r)| Run::new(run.start, r.end.max(run.end)));
    let other = count.and_then(|(n, _)| attached(scene, whole, n, named));
    let plan = other.unwrap_or(named[0]);
    (whole, out.known(scene.lexicon, plan), How::Name)
}

/// Another plan of that number, named by words attached to the mention that say nothing for the plain reading.
fn attached(scene: &Scene, run: Run, points: u32, named: &[u16]) -> Option<u16> {
    let weigh = |plan: u16| scene.clues.around(scene.text, run, phrase(scene, run), plan);
    if named.iter().any(|&n| weigh(n).attached) {
        return None;
    }
    let others = form::of_number(scene, points).into_iter().filter(|p| !named.contains(p));
    others.filter(|&p| weigh(p).attached).max_by_key(|&p| weigh(p).sum)
}

/// The noun phrase around a mention, with its possessor.
pub(super) fn phrase(scene: &Scene, run: Run) -> Run {
    let Some(noun) = scene.noun(run.start) else { return run };
    let owner = noun.possessor.map_or(noun.run, |n| scene.phrases.nouns[n].run);
    Run::new(owner.start.min(run.start), run.end)
}

/// The owner of a press name: the one the words around speak for, the youngest among equals.
fn press(scene: &Scene, out: &PlanMentions, run: Run, owners: &[u16]) -> Option<u16> {
    if scene.tag(run.start) == Tag::CD || !stands_alone(scene, run) {
        return None;
    }
    let current = |plan: u16| scene.lexicon.plans[plan as usize].is_current(scene.published);
    let fitting = owners.iter().copied().filter(|&plan| current(plan) && is_theirs(scene, run, plan));
    let proven = fitting.filter_map(|plan| Some((evidence(scene, out, run, plan)?, plan)));
    let numbered = |plan: u16| scene.lexicon.plans[plan as usize].points.is_some_and(|n| scene.numbers.contains(&n));
    let best = proven.max_by_key(|&(weight, plan)| (numbered(plan), weight, scene.lexicon.plans[plan as usize].from));
    best.map(|(_, plan)| plan)
}

/// A name without capitals (`peace plan`) is nobody's else: whoever owns it or stands before it is on an author's side.
fn is_theirs(scene: &Scene, run: Run, plan: u16) -> bool {
    if run.iter().any(|t| scene.is_capital(t)) {
        return true;
    }
    let before = Run::new(phrase(scene, run).start, run.start);
    let authors = anaphora::sides_of(scene, plan);
    let owners = before.iter().filter_map(|t| anaphora::actor(scene, t)).map(|(side, _)| side);
    owners.into_iter().all(|side| authors.is_empty() || authors.contains(&side))
}

/// How much speaks for the reading; none where too little does.
fn evidence(scene: &Scene, out: &PlanMentions, run: Run, plan: u16) -> Option<i32> {
    let weight = scene.clues.around(scene.text, run, phrase(scene, run), plan);
    let named = out.find(plan).is_some();
    let counted = own_number(scene, run, plan);
    let words = run.iter().filter(|&t| scene.kind(t) != Some(TokenKind::Hyphen)).count();
    let needed = if words > 1 { 1 } else { 2 };
    let owned = scene.noun(run.start).is_some_and(|n| scene.tag(n.run.start) == Tag::PRPS);
    if owned && !named {
        return None;
    }
    let sure = 2 * (i32::from(counted) + i32::from(own_year(scene, run, plan)));
    let enough = (named && weight.against == 0) || weight.favours + sure >= needed && weight.sum + sure > 0;
    enough.then_some(weight.sum + 10 * i32::from(named))
}

/// `Minsk had 13 points`: the plan's own number stands in the sentence.
fn own_number(scene: &Scene, run: Run, plan: u16) -> bool {
    let Some(points) = scene.lexicon.plans[plan as usize].points else { return false };
    let sentence = scene.sentence(run.start);
    sentence.iter().any(|t| form::count(scene, t).is_some_and(|c| c.value == points))
}

/// `At Dayton, in 1995`, `remember Minsk. In 2015`: the year of a plan of old stands in the sentence or beside it.
fn own_year(scene: &Scene, run: Run, plan: u16) -> bool {
    let Some(from) = scene.lexicon.plans[plan as usize].from else { return false };
    let (year, s) = (from.year().to_string(), scene.text.sentence_of(run.start));
    let old = scene.published.is_some_and(|day| from.year() < day.year());
    let near = s.saturating_sub(1)..(s + 2).min(scene.text.sentences.len());
    let read = near.filter(|&s| scene.is_read(s)).flat_map(|s| scene.text.sentences[s].run.iter());
    old && read.into_iter().any(|t| scene.text.word(t) == year)
}

/// The last noun of its phrase, and no place (`in Minsk`) or modifier (`Minsk airport`).
fn stands_alone(scene: &Scene, run: Run) -> bool {
    let joined = scene.tag(run.end).is_noun() && scene.phrases.noun_at(run.end) == scene.phrases.noun_at(run.end - 1);
    let next = scene.is(run.end, scene.sets.noun);
    let before = run.start.wrapping_sub(1);
    let sets = &scene.sets;
    let place = run.len() == 1 && [sets.in_, sets.to, sets.from].iter().any(|&s| scene.is(before, s));
    let compound = scene.kind(run.end) == Some(TokenKind::Hyphen);
    (!joined || next) && !place && !compound
}

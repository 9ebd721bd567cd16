//! Plans by their number of points: `the 28-point plan`, `a paper of twenty-seven points`, `all 28 points`.
//!
//! Owns counting and the conditions under which a count is a plan. Never reads names.

use super::name::phrase;
use super::scene::Scene;
use super::{How, PlanId, PlanMentions};
use crate::lexicon::tag::Tag;
use crate::text::{Run, TokenKind};

/// How far behind `N-point` its noun may stand.
const REACH: usize = 8;
/// How far before `N points` a document may be named.
const BACK: usize = 14;

/// A count of points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    /// How many.
    pub value: u32,
    /// `N-point`, modifying a noun.
    pub modifies: bool,
    /// One past `point`.
    pub end: usize,
}

/// The plan that a count beginning at token `t` means.
pub(super) fn find(scene: &Scene, out: &mut PlanMentions, t: usize) -> Option<(Run, PlanId, How)> {
    let (points, run) = counted(scene, out, t).or_else(|| bare(scene, out, t))?;
    let plan = decide(scene, out, run, points)?;
    Some((run, plan, How::Points))
}

/// Number and words of a plan's count at `t`.
pub(super) fn counted(scene: &Scene, out: &PlanMentions, t: usize) -> Option<(u32, Run)> {
    let count = count(scene, t)?;
    let end = if count.modifies { modified(scene, count.end)? } else { count.end };
    let next = (count.end..end).find(|&i| number(scene, i).is_some());
    let end = next.map_or(end, |_| count.end);
    let fits = count.modifies || counts_a_plan(scene, out, t, count);
    (fits && count.value > 1).then_some((count.value, Run::new(t, end)))
}

/// The number of an `N-point plan` at token `t`.
pub(super) fn modifying(scene: &Scene, t: usize) -> Option<u32> {
    let count = count(scene, t).filter(|c| c.modifies)?;
    modified(scene, count.end).map(|_| count.value)
}

/// `28-point`, `twenty-eight points` at token `t`.
pub(super) fn count(scene: &Scene, t: usize) -> Option<Count> {
    let (value, mut end) = number(scene, t)?;
    let hyphen = scene.kind(end) == Some(TokenKind::Hyphen);
    end += usize::from(hyphen);
    if !scene.is(end, scene.sets.point) {
        return None;
    }
    let singular = scene.tag(end) != Tag::NNS && !plural(scene, end);
    Some(Count { value, modifies: hyphen || singular, end: end + 1 })
}

fn plural(scene: &Scene, t: usize) -> bool {
    let word = scene.words.at(t);
    word.form != word.lemma
}

/// A whole number below a thousand in digits or words.
fn number(scene: &Scene, t: usize) -> Option<(u32, usize)> {
    if scene.kind(t)? == TokenKind::Number {
        let value: u32 = scene.text.word(t).parse().ok()?;
        return (value < 100).then_some((value, t + 1));
    }
    if !(scene.is(t, scene.sets.unit) || scene.is(t, scene.sets.ten)) {
        return None;
    }
    let rank = |t: usize, set| scene.lexicon.rank(scene.words.at(t).form, set).map(|r| r as u32);
    if let Some(unit) = rank(t, scene.sets.unit) {
        return Some((unit + 1, t + 1));
    }
    let tens = (rank(t, scene.sets.ten)? + 2) * 10;
    let next = t + 1 + usize::from(scene.kind(t + 1) == Some(TokenKind::Hyphen));
    let unit = (next < scene.words.len()).then(|| rank(next, scene.sets.unit)).flatten().filter(|u| *u < 9);
    Some(unit.map_or((tens, t + 1), |u| (tens + u + 1, next + 1)))
}

/// One past the plan noun that `N-point` modifies: `28-point U.S. draft`, `27-point and 20-point successors`.
fn modified(scene: &Scene, from: usize) -> Option<usize> {
    let mut found = None;
    for t in from..scene.sentence(from - 1).end.min(from + REACH) {
        let is_noun = scene.is(t, scene.sets.noun);
        if is_noun {
            found = Some(t + 1);
        } else if found.is_some() || !goes_on(scene, t) {
            break;
        }
    }
    found
}

fn goes_on(scene: &Scene, t: usize) -> bool {
    let tag = scene.tag(t);
    let mark = matches!(scene.kind(t), Some(TokenKind::Hyphen | TokenKind::Open | TokenKind::Close | TokenKind::Stray));
    let counted = scene.is(t, scene.sets.point);
    let modifier =
        tag.is_adjective() || tag.is_noun() || matches!(tag, Tag::VBN | Tag::VBG | Tag::CD | Tag::CC | Tag::POS);
    mark || counted || modifier
}

/// `N points` are a plan's if a document stands before them, or they are `all N points`, or the plan was named.
fn counts_a_plan(scene: &Scene, out: &PlanMentions, t: usize, count: Count) -> bool {
    let sentence = scene.sentence(t);
    let definite = t > sentence.start && (scene.is(t - 1, scene.sets.all) || scene.is(t - 1, scene.sets.first));
    let measure = scene.is(count.end, scene.sets.measure) || scene.kind(count.end) == Some(TokenKind::Hyphen);
    if measure && !(definite && descends(scene, sentence)) {
        return false;
    }
    let from = t.saturating_sub(BACK).max(sentence.start);
    let document = (from..t).rev().take_while(|&i| !ends(scene, i)).any(|i| is_document(scene, i));
    let known = !of_number(scene, count.value).is_empty();
    let whole = t > sentence.start && scene.is(t - 1, scene.sets.all);
    let original = t > sentence.start && scene.is(t - 1, scene.sets.first);
    let some_of = whole && t > sentence.start + 1 && scene.is(t - 2, scene.sets.of);
    if known && (original || some_of || definite && descends(scene, sentence)) {
        return true;
    }
    let named = out.plans.iter().any(|p| p.points == Some(count.value));
    let other = (from..t).any(|i| out.at(i).is_some());
    document || whole && known && (named || scene.speaks_of_peace(t) || acted_on(scene, t)) || other && known
}

/// A verb of growing out of something: `whittled down`, `began with`.
fn descends(scene: &Scene, sentence: Run) -> bool {
    sentence.iter().any(|t| grows(scene, t))
}

fn ends(scene: &Scene, t: usize) -> bool {
    matches!(scene.kind(t), Some(TokenKind::Stop | TokenKind::Semicolon))
}

/// A plan noun that is the head of its phrase.
fn is_document(scene: &Scene, t: usize) -> bool {
    scene.is(t, scene.sets.noun) && scene.noun(t).is_some_and(|n| n.head == t)
}

/// An actor of the lexicon stands in the sentence: `Trump wants Kyiv to swallow all 28 points`.
fn acted_on(scene: &Scene, t: usize) -> bool {
    use crate::lexicon::trie::Entry;
    let hits = scene.words.hits_in(scene.sentence(t));
    hits.filter(|h| matches!(h.entry, Entry::Actor(..))).count() > 1
}

/// `from the original 28`, `the 28 points and the 19`: a number alone, of a plan that was named by its points.
fn bare(scene: &Scene, out: &PlanMentions, t: usize) -> Option<(u32, Run)> {
    let (value, end) = number(scene, t)?;
    let noun = scene.noun(t)?;
    let alone = noun.run.end == end && noun.head == end - 1;
    let original = t > noun.run.start && scene.is(t - 1, scene.sets.first);
    let definite = t > noun.run.start && scene.is(t - 1, scene.sets.all);
    let sentence = scene.sentence(t);
    let compared = out.within(sentence).iter().any(|m| out.plans[m.plan].points.is_some_and(|p| p != value));
    let counted = t > 0 && (scene.is(t - 1, scene.sets.counted) || grows(scene, t - 1));
    let heir = counted
        && alone
        && (t > 1 && scene.is(t - 2, scene.sets.down) || descends(scene, sentence))
        && is_heir(scene, out, value);
    let shrunk = compared && counted && (from_count(scene, t) || descends(scene, sentence) || one_of(scene, t));
    let known = out.plans.iter().any(|p| p.points == Some(value)) || !of_number(scene, value).is_empty();
    let part = noun
        .prep
        .is_some_and(|p| p > 1 && scene.is(p, scene.sets.of) && (p - 2..p).any(|t| scene.is(t, scene.sets.part)));
    (value > 9 && alone && known && (heir || compared && (original || definite) || part && definite || shrunk))
        .then_some((value, Run::new(t, end)))
}

/// A verb of growing out of something.
fn grows(scene: &Scene, t: usize) -> bool {
    scene.tag(t).is_verb() && scene.lexicon.in_set(scene.words.at(t).lemma, scene.sets.descend)
}

/// A plan of that number grew out of one that the article has named.
fn is_heir(scene: &Scene, out: &PlanMentions, points: u32) -> bool {
    let named = |plan: u16| scene.lexicon.plan_ancestors(plan).into_iter().any(|a| a != plan && out.find(a).is_some());
    of_number(scene, points).into_iter().any(named)
}

/// `is now one of 20`, `now has 20`.
fn one_of(scene: &Scene, t: usize) -> bool {
    let verb = (scene.sentence(t).start..t).rev().take(5).find(|&i| scene.tag(i).is_verb());
    verb.is_some_and(|i| scene.is(i, scene.sets.have) || scene.is(i, scene.sets.be))
}

/// `from 28 points to 20`.
fn from_count(scene: &Scene, t: usize) -> bool {
    let start = scene.sentence(t).start.max(t.saturating_sub(6));
    (start..t).any(|i| scene.is(i, scene.sets.from) && number(scene, i + 1).is_some())
}

/// The lexicon's plans of a number that can be meant on the article's day.
pub(super) fn of_number(scene: &Scene, points: u32) -> Vec<u16> {
    let plans = scene.lexicon.plans.iter().enumerate();
    let fitting = plans.filter(|(_, p)| p.points == Some(points) && p.is_current(scene.published));
    fitting.map(|(n, _)| n as u16).collect()
}

/// Which plan of a number is meant.
pub(super) fn decide(scene: &Scene, out: &mut PlanMentions, run: Run, points: u32) -> Option<PlanId> {
    let candidates = of_number(scene, points);
    let phrase = phrase(scene, run);
    let plain = format!("{points}-point");
    let score = |plan: u16| {
        let weight = scene.clues.around(scene.text, run, phrase, plan);
        let answers = scene.lexicon.plan_ancestors(plan).iter().any(|&a| a != plan && candidates.contains(&a));
        let own = weight.attached || weight.sum < 0 || out.find(plan).is_some();
        let near = if answers && !own { -1 } else { weight.sum };
        let usual = i32::from(scene.lexicon.plans[plan as usize].id == plain);
        (near + usual + i32::from(out.find(plan).is_some()), scene.clues.overall(plan))
    };
    let best = candidates.iter().copied().max_by_key(|&p| score(p));
    match best.map(|p| (p, score(p))) {
        Some((plan, (near, overall))) if near > 0 || near == 0 && overall > 0 => Some(out.known(scene.lexicon, plan)),
        _ => unlisted(scene, out, run, points),
    }
}

/// A plan that the lexicon lacks: needs a word of peace-making near.
fn unlisted(scene: &Scene, out: &mut PlanMentions, run: Run, points: u32) -> Option<PlanId> {
    let head = scene.text.word(run.end - 1).to_lowercase();
    let modified = !scene.is(run.end - 1, scene.sets.point);
    let name = if modified { format!("{points}-point {head}") } else { format!("{points} points") };
    (modified && scene.speaks_of_peace(run.start)).then(|| out.unlisted(&name, Some(points)))
}

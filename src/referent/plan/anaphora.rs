//! Anaphora: `the plan`, `the document`, `the original`, `the new draft`, `the US version`, `its successor`.
//!
//! Owns which definite phrases take up a plan named before, and which one. Never names a plan for the first time.

use super::form;
use super::scene::Scene;
use super::{How, PlanId, PlanMentions};
use crate::finding::Side;
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::phrases::Noun;
use crate::text::{Run, TokenKind};

/// Mentions that anaphora look back.
const BACK: usize = 100;

/// The plan that a definite phrase with its head at token `t` takes up.
pub(super) fn find(scene: &Scene, out: &mut PlanMentions, t: usize) -> Option<(Run, PlanId, How)> {
    let noun = scene.noun(t).filter(|n| !out.plans.is_empty() && head(scene, n) == t)?;
    let plain = scene.is(t, scene.sets.anaphor);
    let own = |m: &super::PlanMention| last_word(scene, m.run) == scene.words.at(t).lemma;
    let latest = || out.mentions.iter().rev().take(BACK).find(|m| own(m)).map(|m| m.plan);
    let same_head = if plain || plural(scene, t) { None } else { latest() };
    let deal = scene.is(t, scene.sets.deal) && same_head.is_none();
    let general = plain || deal;
    if plural(scene, t) || !general && (same_head.is_none() || !scene.is(t, scene.sets.noun)) {
        return None;
    }
    let look = Look::at(scene, noun)?;
    if deal && !noun.prep.is_some_and(|p| scene.is(p, scene.sets.under)) {
        return None;
    }
    if let Some(plan) = numbered(scene, out, noun) {
        return Some((Run::new(opening(scene, noun), noun.run.end), plan, How::Anaphor));
    }
    let plan = if general { look.choose(scene, out, t)? } else { same_head? };
    Some((Run::new(opening(scene, noun), noun.run.end), plan, How::Anaphor))
}

/// `the first draft, with 28 points`: the number of points behind it decides.
fn numbered(scene: &Scene, out: &mut PlanMentions, noun: &Noun) -> Option<PlanId> {
    let with = noun.run.end + usize::from(scene.kind(noun.run.end) == Some(TokenKind::Comma));
    let count = Some(with + 1).filter(|_| scene.is(with, scene.sets.with) || scene.is(with, scene.sets.of));
    let (points, run) = form::counted(scene, out, count?).filter(|(_, run)| run.end > run.start)?;
    form::decide(scene, out, run, points)
}

/// The head; `the US original` ends in a word that can be taken for an adjective.
fn head(scene: &Scene, noun: &Noun) -> usize {
    let last = noun.run.end - 1;
    if scene.is(last, scene.sets.anaphor) { last } else { noun.head }
}

/// Where the phrase begins; `earlier`, taken for an adverb, can have cut its determiner off.
fn opening(scene: &Scene, noun: &Noun) -> usize {
    let start = noun.run.start;
    let relative = |t: usize| scene.is(t, scene.sets.first) || scene.is(t, scene.sets.newest);
    let cut = start > 1 && relative(start - 1) && scene.tag(start - 2) == Tag::DT;
    if cut { start - 2 } else { start }
}

fn plural(scene: &Scene, t: usize) -> bool {
    scene.tag(t) == Tag::NNS
}

fn last_word(scene: &Scene, run: Run) -> u32 {
    scene.words.at(run.end - 1).lemma
}

/// What the words of a definite phrase say.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    first: bool,
    newest: bool,
    side: Option<Side>,
    /// Month, from 0.
    month: Option<usize>,
}

impl Look {
    /// Reads a phrase; none where it is indefinite or speaks of something else.
    fn at(scene: &Scene, noun: &Noun) -> Option<Look> {
        let mut look = Look::default();
        let start = opening(scene, noun);
        let determined = scene.tag(start) == Tag::DT
            && (scene.is(start, scene.sets.all) || scene.is(start, scene.sets.demonstrative));
        let owned = noun.possessor.and_then(|n| side(scene, scene.phrases.nouns[n].run));
        let its = scene.tag(start) == Tag::PRPS && scene.is(start, scene.sets.it);
        look.side = owned;
        let mut t = start + usize::from(determined || its);
        let head = head(scene, noun);
        while t < head {
            t = look.modifier(scene, t)?;
        }
        look.head(scene, head);
        let relative = look.first || look.newest;
        let definite = determined || owned.is_some() || its && relative;
        (definite && !narrowed(scene, noun)).then_some(look)
    }

    /// Reads the modifier at `t`; none where it makes another document of the phrase.
    fn modifier(&mut self, scene: &Scene, t: usize) -> Option<usize> {
        let sets = &scene.sets;
        let mark = matches!(
            scene.kind(t),
            Some(TokenKind::Hyphen | TokenKind::Comma | TokenKind::Open | TokenKind::Close | TokenKind::Stray)
        );
        if scene.is(t, sets.first) {
            self.first = true;
        } else if scene.is(t, sets.newest) {
            self.newest = true;
        } else if scene.is_capital(t) && scene.is(t, sets.month) {
            self.month = scene.lexicon.rank(scene.words.at(t).form, sets.month).filter(|m| *m < 12);
        } else if let Some((side, end)) = actor(scene, t) {
            self.side = Some(side);
            return Some(end);
        } else if !(mark
            || scene.is(t, sets.plain)
            || pages(scene, t)
            || scene.tag(t) == Tag::RB
            || scene.tag(t) == Tag::DT)
        {
            return None;
        }
        Some(t + 1)
    }

    /// `the original`, `its successor`.
    fn head(&mut self, scene: &Scene, t: usize) {
        self.first |= scene.is(t, scene.sets.first);
        self.newest |= scene.is(t, scene.sets.newest);
    }

    fn choose(self, scene: &Scene, out: &mut PlanMentions, t: usize) -> Option<PlanId> {
        let focus = focus(scene, out, t)?;
        if let Some(month) = self.month {
            return of_month(scene, out, month);
        }
        if self.first {
            out.contrasted = true;
            return oldest(scene, out, focus).or_else(|| self.of_side(scene, out));
        }
        if self.newest {
            let alone = out.plans.iter().filter(|p| p.points.is_some()).count() == 1;
            let unnamed = successor(scene, out, focus).filter(|_| alone);
            return unnamed.map(|p| out.known(scene.lexicon, p)).or_else(|| youngest(scene, out));
        }
        if self.side.is_some() {
            return self.of_side(scene, out);
        }
        Some(focus)
    }

    /// The last plan whose authors are of the side that the phrase names.
    fn of_side(self, scene: &Scene, out: &PlanMentions) -> Option<PlanId> {
        let side = self.side?;
        out.mentions.iter().rev().take(BACK).map(|m| m.plan).find(|&p| sides(scene, out, p).contains(&side))
    }
}

/// The plan that the last sentence about plans names first; in a new paragraph the one that the headline names or that
/// is named most, but `the document` and the like keep to a sentence right before.
fn focus(scene: &Scene, out: &PlanMentions, t: usize) -> Option<PlanId> {
    let version = version_of(scene, out, t);
    let last = out.mentions.iter().rev().take(BACK).find(|m| Some(m.plan) != version)?;
    let near = scene.text.sentence_of(t) - scene.text.sentence_of(last.run.start);
    let same = scene.text.paragraph_of(last.run.start) == scene.text.paragraph_of(t);
    let mentions = out.within(scene.sentence(last.run.start)).iter().filter(|m| Some(m.plan) != version);
    let source = |m: &super::PlanMention| m.run.start > 0 && scene.is(m.run.start - 1, scene.sets.from);
    let first = mentions.into_iter().find(|m| is_plan(scene, out, m.plan) && !source(m)).unwrap_or(last).plan;
    let document = scene.is(t, scene.sets.nearby) && near <= 1;
    Some(if same || document { first } else { main_plan(scene, out).unwrap_or(first) })
}

/// `a European version of the plan`: the version, which is not the plan.
fn version_of(scene: &Scene, out: &PlanMentions, t: usize) -> Option<PlanId> {
    let prep = scene.noun(t)?.prep.filter(|&p| scene.is(p, scene.sets.of))?;
    let version = out.at(prep.checked_sub(1)?)?;
    (version.how != How::Points).then_some(version.plan)
}

/// The plan of the headline, else the one spoken of most so far, the youngest among equals.
fn main_plan(scene: &Scene, out: &PlanMentions) -> Option<PlanId> {
    let named = |p: PlanId| out.spoken[p];
    let plans = (0..out.plans.len()).rev().filter(|&p| is_plan(scene, out, p));
    let from = |p: PlanId| out.plans[p].known.and_then(|k| scene.lexicon.plans[k as usize].from);
    out.topic.or_else(|| plans.max_by_key(|&p| (named(p), from(p))))
}

/// Numbered or called a plan, rather than a treaty of old.
fn is_plan(scene: &Scene, out: &PlanMentions, plan: PlanId) -> bool {
    let headed = |m: &&super::PlanMention| m.plan == plan && scene.is(m.run.end - 1, scene.sets.anaphor);
    out.plans[plan].points.is_some() || out.mentions.iter().rev().take(BACK).any(|m| headed(&m))
}

/// The plan that the one in focus, or any other named, descends from: the farthest with a number of points.
fn oldest(scene: &Scene, out: &mut PlanMentions, focus: PlanId) -> Option<PlanId> {
    let root = |plan| out.ancestors(scene.lexicon, plan).into_iter().rev().find(|&p| out.plans[p].points.is_some());
    let of_any = || (0..out.plans.len()).rev().find_map(root);
    let named = root(focus).or_else(of_any);
    if let (None, Some(unnamed)) = (named, forerunner(scene, out, focus)) {
        return Some(out.known(scene.lexicon, unnamed));
    }
    named.or_else(|| (out.plans.len() == 1).then_some(focus))
}

/// The farthest plan with a number of points out of which the one in focus grew, as the lexicon knows.
fn forerunner(scene: &Scene, out: &PlanMentions, focus: PlanId) -> Option<u16> {
    let entry = out.plans[focus].known?;
    let mut older = scene.lexicon.plan_ancestors(entry).into_iter().filter(|&p| p != entry);
    let numbered =
        |p: &u16| scene.lexicon.plans[*p as usize].points.is_some_and(|n| Some(n) != out.plans[focus].points);
    older.rfind(|p| numbered(p) && scene.lexicon.plans[*p as usize].is_current(scene.published))
}

/// The youngest plan that grew out of the one in focus by the article's day, where the article has told the two apart.
fn successor(scene: &Scene, out: &PlanMentions, focus: PlanId) -> Option<u16> {
    let entry = out.plans[focus].known.filter(|_| out.contrasted && out.plans[focus].points.is_some())?;
    let plans = (0..scene.lexicon.plans.len() as u16)
        .filter(|&p| p != entry && scene.lexicon.plans[p as usize].is_current(scene.published));
    let younger = plans.filter(|&p| {
        scene.lexicon.plans[p as usize].points.is_some() && scene.lexicon.plan_ancestors(p).contains(&entry)
    });
    let family = sides_of(scene, entry);
    let kin = younger.filter(|&p| sides_of(scene, p).iter().any(|side| family.contains(side)));
    kin.max_by_key(|&p| scene.lexicon.plans[p as usize].from)
}

/// The youngest plan of the family named here.
fn youngest(scene: &Scene, out: &PlanMentions) -> Option<PlanId> {
    let from = |p: PlanId| out.plans[p].known.and_then(|k| scene.lexicon.plans[k as usize].from);
    let known =
        (0..out.plans.len()).filter(|&p| out.plans[p].known.is_some() && !out.ancestors(scene.lexicon, p).is_empty());
    known.max_by_key(|&p| from(p)).or_else(|| out.mentions.last().map(|m| m.plan))
}

/// The plan first reported in that month.
fn of_month(scene: &Scene, out: &PlanMentions, month: usize) -> Option<PlanId> {
    let in_month = |p: &PlanId| {
        let info = out.plans[*p].known.map(|k| &scene.lexicon.plans[k as usize]);
        info.and_then(|i| i.from).is_some_and(|d| d.month() as usize == month + 1)
    };
    (0..out.plans.len()).find(in_month)
}

/// `two-page`, before the noun.
fn pages(scene: &Scene, t: usize) -> bool {
    scene.tag(t) == Tag::CD && scene.kind(t + 1) == Some(TokenKind::Hyphen) || scene.is(t, scene.sets.page)
}

/// An actor's name, adjective or metonym at `t`: its side and where it ends.
pub(super) fn actor(scene: &Scene, t: usize) -> Option<(Side, usize)> {
    let hits = scene.words.hits_at(t).iter();
    let named = hits.filter_map(|h| match h.entry {
        Entry::Actor(n, _) => Some((scene.lexicon.actors[n as usize].side, h.run.end)),
        _ => None,
    });
    named.max_by_key(|(_, end)| *end)
}

fn side(scene: &Scene, run: Run) -> Option<Side> {
    run.iter().find_map(|t| actor(scene, t)).map(|(side, _)| side)
}

fn sides(scene: &Scene, out: &PlanMentions, plan: PlanId) -> Vec<Side> {
    out.plans[plan].known.map(|k| sides_of(scene, k)).unwrap_or_default()
}

/// The sides of a lexicon entry's authors.
pub(super) fn sides_of(scene: &Scene, entry: u16) -> Vec<Side> {
    let authors = &scene.lexicon.plans[entry as usize].authors;
    let actors = authors.iter().filter_map(|id| scene.lexicon.actor(id));
    actors.map(|n| scene.lexicon.actors[n as usize].side).collect()
}

/// Words behind the phrase say of what or for what it is: `the plan to send troops`, `the text of the statement`.
fn narrowed(scene: &Scene, noun: &Noun) -> bool {
    let next = noun.run.end;
    let sets = &scene.sets;
    let object = scene.noun(next + 1);
    let document = object.is_some_and(|n| scene.is(n.head, sets.anaphor));
    let aim = scene.is(next + 1, sets.aim)
        || object.is_some_and(|n| scene.is(n.head, sets.peace) || side(scene, n.run).is_some());
    let infinitive = scene.is(next, sets.to) && scene.tag(next + 1) == Tag::VB && !scene.is(next + 1, sets.aim);
    let of = scene.is(next, sets.of) && !document;
    let about = (scene.is(next, sets.for_) || scene.is(next, sets.on)) && !aim;
    let compound = scene.tag(next).is_noun() && object.is_some_and(|n| n.run.contains(next));
    infinitive || of || about || compound
}

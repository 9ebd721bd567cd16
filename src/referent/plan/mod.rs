//! Plans: which document each phrase of the article means.
//!
//! Owns the plans of the article and the way from words to them: names, numbers of points, names of unlisted treaties,
//! and anaphora (`the plan`, `the original`, `the Geneva paper`). Is given words and phrases. Never knows what a plan
//! says or who thinks what of it.

mod anaphora;
mod clue;
mod form;
mod name;
mod scene;
mod treaty;

use crate::lexicon::Lexicon;
use crate::lexicon::slug;
use crate::phrases::Phrases;
use crate::text::{Run, Text};
use crate::words::Words;
use jiff::civil::Date;
use scene::Scene;

/// Number of a plan of this article.
pub type PlanId = usize;

/// A plan document of this article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCharacter {
    /// Number of the lexicon's entry.
    pub known: Option<u16>,
    /// The contract's id: the lexicon's, `N-point`, or the slug of the name.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// Number of points.
    pub points: Option<u32>,
    /// Other names, as the lexicon has them.
    pub aliases: Vec<String>,
}

/// How words lead to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A name that always means it.
    Name,
    /// A press name, decided by the words around it.
    PressName,
    /// A number of points.
    Points,
    /// The name of a treaty that the lexicon lacks.
    Treaty,
    /// `the plan`, `the original`, `the new draft`.
    Anaphor,
}

/// A place where a plan is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanMention {
    /// The words.
    pub run: Run,
    /// The plan.
    pub plan: PlanId,
    /// How the words lead to it.
    pub how: How,
}

/// The plans of a text.
#[derive(Debug, Default)]
pub struct PlanMentions {
    /// In the order of first mention.
    pub plans: Vec<PlanCharacter>,
    /// In the order of the text; none overlap.
    pub mentions: Vec<PlanMention>,
    /// The plan that the headline names.
    pub topic: Option<PlanId>,
    /// The article has spoken of a first version, so that a new one is another.
    contrasted: bool,
    /// Per plan, how often it was spoken of.
    spoken: Vec<usize>,
}

impl PlanMentions {
    /// Finds the plans of a text published on the given day.
    pub fn read(
        text: &Text,
        lexicon: &Lexicon,
        words: &Words,
        phrases: &Phrases,
        published: Option<Date>,
    ) -> PlanMentions {
        let scene = Scene::new(text, lexicon, words, phrases, published);
        let mut out = PlanMentions::default();
        for sentence in scene.readable() {
            out.read_sentence(&scene, text.sentences[sentence].run);
            if out.topic.is_none() && scene.is_headline(sentence) {
                out.topic = out.mentions.first().map(|m| m.plan);
            }
        }
        out
    }

    fn read_sentence(&mut self, scene: &Scene, run: Run) {
        let first = self.plans.is_empty();
        self.read_names(scene, run);
        if first && !self.plans.is_empty() {
            self.read_back(scene, run);
        }
    }

    /// `The plan's ban ...` before the first plan of the article is named in the same sentence.
    fn read_back(&mut self, scene: &Scene, run: Run) {
        let named = self.mentions[0].run.start;
        let earlier: Vec<_> = (run.start..named).filter_map(|t| anaphora::find(scene, self, t)).collect();
        let earlier = earlier.into_iter().filter(|(run, ..)| run.end <= named);
        let mut mentions: Vec<PlanMention> = earlier.map(|(run, plan, how)| PlanMention { run, plan, how }).collect();
        mentions.append(&mut self.mentions);
        self.mentions = mentions;
    }

    fn read_names(&mut self, scene: &Scene, run: Run) {
        let mut t = run.start;
        while t < run.end {
            if !scene.can_begin(t) {
                t += 1;
                continue;
            }
            let free = self.mentions.last().map_or(0, |m| m.run.end);
            let found = name::find(scene, self, t)
                .or_else(|| form::find(scene, self, t))
                .or_else(|| treaty::find(scene, self, t).filter(|(run, ..)| run.start >= free))
                .or_else(|| anaphora::find(scene, self, t).filter(|(run, ..)| run.start >= free));
            let Some((run, plan, how)) = found else {
                t += 1;
                continue;
            };
            self.mentions.push(PlanMention { run, plan, how });
            self.spoken[plan] += 1;
            t = run.end;
        }
    }

    /// The plan that a noun phrase means.
    pub fn of_noun(&self, phrases: &Phrases, noun: usize) -> Option<PlanId> {
        let head = phrases.nouns[noun].head;
        self.at(head).map(|m| m.plan)
    }

    /// The mention that holds token `t`.
    pub fn at(&self, t: usize) -> Option<&PlanMention> {
        let next = self.mentions.partition_point(|m| m.run.end <= t);
        self.mentions.get(next).filter(|m| m.run.contains(t))
    }

    /// The mentions that begin inside a run.
    pub fn within(&self, run: Run) -> &[PlanMention] {
        let first = self.mentions.partition_point(|m| m.run.start < run.start);
        let last = self.mentions.partition_point(|m| m.run.start < run.end);
        &self.mentions[first..last.max(first)]
    }

    /// The last mention that ends before token `t`.
    pub fn before(&self, t: usize) -> Option<&PlanMention> {
        let next = self.mentions.partition_point(|m| m.run.end <= t);
        next.checked_sub(1).map(|n| &self.mentions[n])
    }

    /// The plan of a lexicon entry, if the article has named it.
    pub fn find(&self, known: u16) -> Option<PlanId> {
        self.plans.iter().position(|p| p.known == Some(known))
    }

    /// The plans from which `plan` descends, the nearest first, as far as the article names them.
    pub fn ancestors(&self, lexicon: &Lexicon, plan: PlanId) -> Vec<PlanId> {
        let Some(known) = self.plans[plan].known else { return Vec::new() };
        let older = lexicon.plan_ancestors(known);
        older.into_iter().filter_map(|p| self.find(p)).filter(|&p| p != plan).collect()
    }

    fn known(&mut self, lexicon: &Lexicon, entry: u16) -> PlanId {
        self.find(entry).unwrap_or_else(|| {
            let info = &lexicon.plans[entry as usize];
            self.add(PlanCharacter {
                known: Some(entry),
                id: info.id.clone(),
                name: info.name.clone(),
                points: info.points,
                aliases: info.aliases.clone(),
            })
        })
    }

    fn unlisted(&mut self, name: &str, points: Option<u32>) -> PlanId {
        let id = points.map_or_else(|| slug(name), |n| format!("{n}-point"));
        let known = self.plans.iter().position(|p| p.id == id);
        known.unwrap_or_else(|| {
            self.add(PlanCharacter { known: None, id, name: name.to_owned(), points, aliases: Vec::new() })
        })
    }

    fn add(&mut self, plan: PlanCharacter) -> PlanId {
        self.plans.push(plan);
        self.spoken.push(0);
        self.plans.len() - 1
    }
}

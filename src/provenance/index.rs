//! Which attributions touch a sentence.
//!
//! Owns the tables behind the questions that are asked for every frame, so that none of them looks at all attributions.
//! Never decides who tells of a frame.

use super::Given;
use crate::referent::CharacterId;
use crate::text::Run;
use jiff::civil::Date;
use std::collections::HashMap;

/// The attributions of an article by where they stand, by number, in order.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Per sentence, those whose contents reach into it.
    contents: Vec<Vec<u32>>,
    /// Per sentence, those whose cues reach into it.
    cues: Vec<Vec<u32>>,
    /// Per paragraph and speakers, those of which the day is known.
    days: HashMap<(usize, Vec<CharacterId>), Days>,
}

/// Dated attributions of the same speakers in the same paragraph, in order.
#[derive(Debug, Default)]
struct Days {
    all: Vec<(usize, Date)>,
    /// From each on, the least number of a sentence.
    least: Vec<usize>,
}

impl Index {
    /// The tables; `day_of` tells the day of an attribution by its own words.
    pub(super) fn new(given: &Given, day_of: impl Fn(usize) -> Option<Date>) -> Index {
        let sentences = given.text.sentences.len();
        let mut index =
            Index { contents: vec![Vec::new(); sentences], cues: vec![Vec::new(); sentences], days: HashMap::new() };
        for (number, a) in given.attributions.all.iter().enumerate() {
            a.contents.iter().for_each(|&run| add(&mut index.contents, given, run, number));
            a.cue.iter().for_each(|&run| add(&mut index.cues, given, run, number));
            let Some(who) = a.speaker.as_ref().map(|s| &s.who).filter(|who| !who.is_empty()) else { continue };
            if let Some(day) = day_of(number) {
                let paragraph = given.text.sentences[a.sentence].paragraph;
                index.days.entry((paragraph, who.clone())).or_default().all.push((a.sentence, day));
            }
        }
        index.days.values_mut().for_each(Days::measure);
        index
    }

    /// Those whose contents reach into a sentence.
    pub(super) fn contents(&self, sentence: usize) -> impl Iterator<Item = usize> + '_ {
        self.contents.get(sentence).into_iter().flatten().map(|&a| a as usize)
    }

    /// Those whose cues reach into a sentence.
    pub(super) fn cues(&self, sentence: usize) -> impl Iterator<Item = usize> + '_ {
        self.cues.get(sentence).into_iter().flatten().map(|&a| a as usize)
    }

    /// The day of the last attribution to `who` in the paragraph that stands before `sentence` and has one.
    pub(super) fn day_before(&self, paragraph: usize, who: &[CharacterId], sentence: usize) -> Option<Date> {
        let days = self.days.get(&(paragraph, who.to_vec()))?;
        let behind = days.least.partition_point(|&least| least < sentence);
        behind.checked_sub(1).map(|last| days.all[last].1)
    }
}

impl Days {
    fn measure(&mut self) {
        self.least = self.all.iter().map(|(sentence, _)| *sentence).collect();
        for at in (1..self.least.len()).rev() {
            self.least[at - 1] = self.least[at - 1].min(self.least[at]);
        }
    }
}

/// Enters an attribution for every sentence that `run` reaches into.
fn add(table: &mut [Vec<u32>], given: &Given, run: Run, number: usize) {
    let last = given.text.sentence_of(run.end.saturating_sub(1).max(run.start));
    for sentence in given.text.sentence_of(run.start)..=last {
        if let Some(row) = table.get_mut(sentence).filter(|row| row.last() != Some(&(number as u32))) {
            row.push(number as u32);
        }
    }
}

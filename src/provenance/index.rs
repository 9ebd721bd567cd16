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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::Attributions;
    use crate::calendar::Calendar;
    use crate::clauses::Clauses;
    use crate::lexicon::Lexicon;
    use crate::phrases::Phrases;
    use crate::referent::Referents;
    use crate::referent::plan::PlanMentions;
    use crate::text::Text;
    use crate::words::Words;

    /// What `ask` says of the index of a text.
    fn indexed<T>(source: &str, ask: impl FnOnce(&Given, &Index) -> T) -> T {
        let lexicon = Lexicon::builtin().expect("a sound lexicon");
        let text = Text::segment(source, &[], &lexicon.abbreviations);
        let words = Words::read(&text, &lexicon);
        let phrases = Phrases::read(&text, &lexicon, &words);
        let clauses = Clauses::read(&text, &lexicon, &words, &phrases);
        let calendar = Calendar::read(&text, &lexicon, &words, &phrases, &clauses, None);
        let referents = Referents::read(&text, &lexicon, &words, &phrases, &clauses, None);
        let attributions = Attributions::read(&text, &lexicon, &words, &phrases, &clauses, &referents);
        let plans = PlanMentions::read(&text, &lexicon, &words, &phrases, None);
        let given = Given {
            text: &text,
            lexicon: &lexicon,
            words: &words,
            phrases: &phrases,
            clauses: &clauses,
            calendar: &calendar,
            referents: &referents,
            attributions: &attributions,
            plans: &plans,
        };
        let index = Index::new(&given, |_| None);
        ask(&given, &index)
    }

    #[test]
    fn a_sentence_of_a_long_paragraph_holds_only_what_touches_it() {
        let source = "“We will not sign the paper,” Putin said. ".repeat(400);
        let (attributions, longest) = indexed(&source, |given, index| {
            let rows = index.contents.iter().chain(&index.cues);
            (given.attributions.all.len(), rows.map(Vec::len).max())
        });
        assert!(attributions >= 400, "{attributions}");
        assert!(longest.is_some_and(|most| most <= 4), "{longest:?} attributions in one sentence");
    }

    #[test]
    fn it_finds_what_a_look_at_all_finds() {
        let source = "Putin said Russia will not leave. “They must go,” Zelenskyy said, and “soon,” he added.\n\n\
                      “We want peace. We want it now.\n\n“And we will have it,” Merz said.";
        indexed(source, |given, index| {
            for t in 0..given.words.len() {
                let all = &given.attributions.all;
                let there = |a: &usize| all[*a].covers(t);
                let found: Vec<usize> = index.contents(given.text.sentence_of(t)).filter(there).collect();
                assert_eq!(found, (0..all.len()).filter(there).collect::<Vec<_>>(), "token {t}");
            }
        });
    }

    #[test]
    fn the_last_day_before_a_sentence() {
        let day = |d| jiff::civil::date(2025, 12, d);
        let mut days = Days { all: vec![(3, day(1)), (2, day(2)), (5, day(3))], least: Vec::new() };
        days.measure();
        let index = Index { days: HashMap::from([((0, vec![7]), days)]), ..Index::default() };
        assert_eq!(index.day_before(0, &[7], 9), Some(day(3)));
        assert_eq!(index.day_before(0, &[7], 5), Some(day(2)), "the last in order, not in the text");
        assert_eq!((index.day_before(0, &[7], 2), index.day_before(0, &[8], 9)), (None, None));
    }
}

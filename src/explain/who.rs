//! Who is meant, who says what, which plans and dates are named.
//!
//! Owns how referents, attributions, plans and dates are told. Never resolves one.

use super::{Item, quoted};
use crate::attribution::Attribution;
use crate::kind::Layers;
use crate::lexicon::cue::Act;
use crate::referent::Referent;
use crate::referent::plan::{How, PlanMention};

/// The noun phrases that mean somebody, each with the reason.
pub(super) fn referents(layers: &Layers, sentence: usize) -> Vec<Item> {
    let nouns = 0..layers.phrases.nouns.len();
    let here = nouns.filter(|&n| layers.phrases.nouns[n].sentence == sentence);
    let told = here.filter_map(|n| {
        let referent = layers.referents.of(n)?;
        Some(Item::plain(format!("{} is {}", quoted(layers, layers.phrases.nouns[n].run), name(layers, referent))))
    });
    told.collect()
}

fn name(layers: &Layers, referent: &Referent) -> String {
    let names: Vec<&str> = referent.who.iter().map(|&id| layers.referents.character(id).name.as_str()).collect();
    let who = match (names.is_empty(), referent.anonymous) {
        (false, None) => names.join(" and "),
        (false, Some(_)) => format!("somebody of {}", names.join(" and ")),
        (true, _) => "somebody without a name".to_owned(),
    };
    format!("{who} ({})", referent.reason)
}

/// The attributions of the sentence, and those of others whose content reaches into it.
pub(super) fn attributions(layers: &Layers, sentence: usize) -> Vec<Item> {
    let run = layers.text.sentences[sentence].run;
    let here =
        |a: &&Attribution| a.sentence == sentence || a.contents.iter().any(|c| c.start < run.end && run.start < c.end);
    layers.attributions.all.iter().filter(here).map(|a| attribution(layers, a)).collect()
}

fn attribution(layers: &Layers, a: &Attribution) -> Item {
    let source = a.source.map_or_else(|| "nobody named".to_owned(), |run| quoted(layers, run));
    let speaker = a.speaker.as_ref().map_or_else(|| "not resolved".to_owned(), |s| name(layers, s));
    let cue = a.cue.map(|run| format!(" by {}", quoted(layers, run))).unwrap_or_default();
    let contents: Vec<String> = a.contents.iter().map(|&run| quoted(layers, run)).collect();
    let entry = a.entry.map(|e| entry(layers, &layers.lexicon.cues[usize::from(e)].id)).unwrap_or_default();
    let mut details = vec![format!("content {}", contents.join(" ")), format!("because {}", a.reason)];
    details.extend((!entry.is_empty()).then(|| format!("entry {entry}")));
    details.extend(a.negated.then(|| "the article says that it was not said".to_owned()));
    details.extend(a.asked.then(|| "a question".to_owned()));
    Item { head: format!("{source} ({speaker}) {} ({}){cue}", act(a.act), a.mode), details }
}

fn act(act: Act) -> &'static str {
    match act {
        Act::Think => "thinks",
        Act::Show => "shows",
        _ => "says",
    }
}

/// A cue's id, with the place of its entry.
pub(super) fn entry(layers: &Layers, id: &str) -> String {
    match layers.lexicon.origin("cue", id) {
        Some((file, line)) => format!("{id} ({file}:{line})"),
        None => id.to_owned(),
    }
}

/// The plans that are named or taken up.
pub(super) fn plans(layers: &Layers, sentence: usize) -> Vec<Item> {
    let mentions = layers.plans.within(layers.text.sentences[sentence].run);
    let told = mentions.iter().map(|m: &PlanMention| {
        let plan = &layers.plans.plans[m.plan];
        Item::plain(format!("{} is {} ({})", quoted(layers, m.run), plan.id, how(m.how)))
    });
    told.collect()
}

fn how(how: How) -> &'static str {
    match how {
        How::Name => "its name",
        How::PressName => "a press name, by the words around it",
        How::Points => "its number of points",
        How::Treaty => "the name of a treaty",
        How::Anaphor => "taken up from before",
    }
}

/// The dates with what they mean.
pub(super) fn dates(layers: &Layers, sentence: usize) -> Vec<Item> {
    let dates = layers.calendar.of_sentence(sentence).iter();
    let told = dates.map(|d| {
        let meant = d.date.map_or_else(|| "not known".to_owned(), |date| date.to_string());
        Item::plain(format!("{} is {meant}{}", quoted(layers, d.run), if d.bounds { " (a bound)" } else { "" }))
    });
    told.collect()
}

//! Reading is linear: what every layer holds grows with the text, and no faster.
//!
//! Sizes are compared, not times. That a long text is read at all is the rest of the proof: what is square in its
//! length would not come back.

use crate::{DESK, articles};
use ukdesk::attribution::Attributions;
use ukdesk::clauses::Clauses;
use ukdesk::frames::Frames;
use ukdesk::phrases::Phrases;
use ukdesk::referent::Referents;
use ukdesk::referent::plan::PlanMentions;
use ukdesk::text::Text;
use ukdesk::words::Words;

/// Sizes of the layers, by name.
fn sizes(source: &str) -> Vec<(&'static str, usize)> {
    let lexicon = DESK.lexicon();
    let text = Text::segment(source, &[], &lexicon.abbreviations);
    let words = Words::read(&text, lexicon);
    let phrases = Phrases::read(&text, lexicon, &words);
    let clauses = Clauses::read(&text, lexicon, &words, &phrases);
    let day = "2025-12-12".parse().ok();
    let referents = Referents::read(&text, lexicon, &words, &phrases, &clauses, day);
    let attributions = Attributions::read(&text, lexicon, &words, &phrases, &clauses, &referents);
    let frames = Frames::read(&text, lexicon, &words, &phrases, &clauses, &referents, &attributions, day);
    let plans = PlanMentions::read(&text, lexicon, &words, &phrases, day);
    let hits: usize = (0..words.len()).map(|t| words.hits_at(t).len()).sum();
    let mentions: usize = referents.cast.iter().map(|c| c.mentions.len()).sum();
    vec![
        ("tokens", text.tokens.len()),
        ("quotations", text.quotes.len()),
        ("phrase hits", hits),
        ("chunks", phrases.chunks.len()),
        ("noun phrases", phrases.nouns.len()),
        ("clauses", clauses.all.len()),
        ("mentions", mentions),
        ("attributions", attributions.all.len()),
        ("frames", frames.all.len() + frames.dropped.len()),
        ("plan mentions", plans.mentions.len()),
    ]
}

#[test]
fn layers_grow_with_the_text() {
    for article in articles() {
        let once = format!("{}\n\n", article.text);
        for ((layer, one), (_, eight)) in sizes(&once).into_iter().zip(sizes(&once.repeat(8))) {
            assert!(eight <= 9 * one + 8, "{}: {one} {layer} in one text, {eight} in eight", article.id);
        }
    }
}

#[test]
fn long_texts_come_back() {
    let talks = articles().into_iter().find(|a| a.id == "talks").expect("the example").text;
    let line = talks.replace('\n', " ");
    for (what, text) in [
        ("paragraphs", talks.repeat(100)),
        ("one paragraph", line.repeat(60)),
        ("one sentence", line.replace(['.', '?', '!', '”', '“'], ",").repeat(12)),
        ("one name", "Putin, ".repeat(20_000)),
        ("one verb", "said ".repeat(20_000)),
        ("one noun phrase", "Russian ".repeat(20_000)),
        ("one condition", "if ".repeat(20_000)),
        ("relative clauses", "the envoy who said that ".repeat(5_000)),
        ("coordination", "Russia and ".repeat(10_000)),
        ("brackets", "(".repeat(20_000)),
        ("list", "- a ban on missiles\n".repeat(5_000)),
        ("headings", "# The 28-point plan\n\n".repeat(3_000)),
        ("one word", "a".repeat(300_000)),
        ("commas", ",".repeat(50_000)),
    ] {
        let sizes = sizes(&text);
        let tokens = sizes[0].1;
        for (layer, size) in sizes {
            assert!(size <= 20 * tokens, "{what}: {size} {layer} of {tokens} tokens");
        }
    }
}

//! Meetings as a table, and the proofs that the lexicon's entries carry. The articles are of Wednesday, 10 December 2025.

use super::{Encounter, Encounters};
use crate::calendar::Calendar;
use crate::clauses::Clauses;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::File;
use crate::phrases::Phrases;
use crate::referent::Referents;
use crate::text::Text;
use crate::words::Words;
use jiff::civil::date;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::builtin().expect("a sound lexicon"));

/// The meetings of a text as `kind place date status: participants`.
fn meetings(source: &str) -> Vec<String> {
    let published = Some(date(2025, 12, 10));
    let text = Text::segment(source, &[], &LEXICON.abbreviations);
    let words = Words::read(&text, &LEXICON);
    let phrases = Phrases::read(&text, &LEXICON, &words);
    let clauses = Clauses::read(&text, &LEXICON, &words, &phrases);
    let calendar = Calendar::read(&text, &LEXICON, &words, &phrases, &clauses, published);
    let referents = Referents::read(&text, &LEXICON, &words, &phrases, &clauses, published);
    let found = Encounters::read(&text, &LEXICON, &words, &phrases, &clauses, &calendar, &referents);
    found.all.iter().map(|e| spell(e, &referents)).collect()
}

fn spell(e: &Encounter, referents: &Referents) -> String {
    let who: Vec<&str> = e.who.iter().map(|&id| referents.character(id).name.as_str()).collect();
    let date = e.date.map_or("-".to_owned(), |d| d.to_string());
    format!("{} {} {date} {}: {}", e.kind, e.place.as_deref().unwrap_or("-"), e.status, who.join(", "))
}

#[test]
fn one_sentence_one_meeting() {
    for (source, meeting) in [
        (
            "Emmanuel Macron and Friedrich Merz met Volodymyr Zelensky in London on 8 December.",
            "talks London 2025-12-08 held: Emmanuel Macron, Friedrich Merz, Volodymyr Zelensky",
        ),
        (
            "A summit between Vladimir Putin and Donald Trump is scheduled for December 18 in Riyadh, the Kremlin said on Tuesday.",
            "summit Riyadh 2025-12-18 planned: Vladimir Putin, Donald Trump",
        ),
        (
            "The Riga summit, planned for next Tuesday, was postponed after Moscow recalled its delegation.",
            "summit Riga 2025-12-16 cancelled: ",
        ),
        (
            "Volodymyr Zelensky phoned Emmanuel Macron on Sunday evening.",
            "call phone 2025-12-07 held: Volodymyr Zelensky, Emmanuel Macron",
        ),
        ("Mr Witkoff is expected in Minsk before the end of the month.", "visit Minsk 2025-12 planned: Steve Witkoff"),
        (
            "Jared Kushner has proposed a meeting of experts in Rome in January.",
            "talks Rome 2026-01 proposed: Jared Kushner",
        ),
        ("The ceasefire talks broke down in Vienna in 2023.", "talks Vienna 2023 held: "),
        (
            "Sergei Lavrov was to have met Marco Rubio in Doha on Tuesday.",
            "talks Doha 2025-12-09 cancelled: Sergei Lavrov, Marco Rubio",
        ),
        ("Talks to end the war in Ukraine began in Oslo on Monday.", "talks Oslo 2025-12-08 held: "),
        (
            "In a call with Donald Trump on Monday, Keir Starmer asked for time.",
            "call phone 2025-12-08 held: Keir Starmer, Donald Trump",
        ),
    ] {
        assert_eq!(meetings(source), [meeting], "{source}");
    }
}

#[test]
fn a_list_of_cities_is_one_meeting_each() {
    let found = meetings("The teams have met in Geneva, Miami and Berlin since November.");
    let places: Vec<&str> = found.iter().filter_map(|m| m.split(' ').nth(1)).collect();
    assert_eq!(places, ["Geneva", "Miami", "Berlin"]);
}

#[test]
fn every_place_and_day_of_a_row_is_a_meeting() {
    for (source, all) in [
        (
            "After rounds in Oslo in October and in Bern in November, the text had shrunk.",
            vec!["Oslo 2025-10", "Bern 2025-11"],
        ),
        ("They met in Muscat on September 3 and November 9.", vec!["Muscat 2025-09-03", "Muscat 2025-11-09"]),
        ("They met in Muscat on Monday and Tuesday.", vec!["Muscat 2025-12-08"]),
        ("Envoys meeting in Oslo, and later in Bern, softened the text.", vec!["Oslo -", "Bern -"]),
    ] {
        let found = meetings(source);
        let told: Vec<String> =
            found.iter().map(|m| m.split(' ').skip(1).take(2).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(told, all, "{source}");
    }
}

#[test]
fn the_story_lends_its_place_and_day() {
    for (source, meeting) in [
        (
            "Leaders said in Bern late on Tuesday that they were late.\n\nMark Rutte spoke after nine hours of talks.",
            "talks Bern 2025-12-09 held: ",
        ),
        (
            "Keir Starmer met Emmanuel Macron in Calais on Monday.\n\nBefore lunch Keir Starmer spent an hour on the phone with Mark Carney.",
            "call phone 2025-12-08 held: Keir Starmer, Mark Carney",
        ),
        (
            "Keir Starmer and Emmanuel Macron met for an hour on Monday.\n\nEmmanuel Macron arrived in London with a new map.",
            "talks London 2025-12-08 held: Keir Starmer, Emmanuel Macron",
        ),
    ] {
        assert_eq!(meetings(source).last().map(String::as_str), Some(meeting), "{source}");
    }
}

#[test]
fn mentions_of_one_meeting_are_one() {
    for (source, meeting) in [
        (
            "Rustem Umerov met Steve Witkoff in Miami. The meeting, on Sunday, lasted five hours.",
            "talks Miami 2025-12-07 held: Rustem Umerov, Steve Witkoff",
        ),
        (
            "Donald Trump had proposed a meeting in Budapest in October. That meeting was called off.",
            "talks Budapest 2025-10 cancelled: Donald Trump",
        ),
        (
            "Steve Witkoff flew to Moscow on Monday to meet Vladimir Putin. In Moscow the talks went on past midnight.",
            "talks Moscow 2025-12-08 held: Steve Witkoff, Vladimir Putin",
        ),
    ] {
        assert_eq!(meetings(source), [meeting], "{source}");
    }
}

#[test]
fn another_round_is_another_meeting() {
    let found = meetings("The talks in Doha ended on Monday. Another round will be held in Doha in January.");
    assert_eq!(found, ["talks Doha 2025-12-08 held: ", "talks Doha 2026-01 planned: "]);
}

#[test]
fn speeches_attacks_and_denials_are_no_meetings() {
    for source in [
        "Speaking in Brussels on Tuesday, Mark Rutte said that the alliance would not be rushed.",
        "At a news conference in Warsaw on Monday, Donald Tusk rejected the proposal.",
        "Russian missiles struck Kharkiv on Monday night.",
        "The conditions set by Moscow have not been met, Kaja Kallas said in Helsinki on Monday.",
        "Donald Trump will not meet Vladimir Putin in Budapest.",
        "Keir Starmer gave a lecture in Gdansk on 28 November.",
        "Nobody I meet in Odesa has heard of it.",
        "Olha, a nurse we met in Lviv on Monday, laughed.",
        "A few dozen protesters gathered in Warsaw on Monday.",
        "Donald Trump returned to the White House in January.",
        "Residents went to Kharkiv on Tuesday for their pensions.",
        "Sergei Lavrov told students in Moscow on Monday that the talks had stalled.",
        "Emmanuel Macron and Friedrich Merz spoke to reporters in Toulon on Monday.",
    ] {
        assert_eq!(meetings(source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn the_entries_of_the_lexicon_hold_what_they_promise() {
    let file: File = toml::from_str(include_str!("../../lexicon/meetings.toml")).expect("a sound file");
    for cue in &file.cue {
        for hit in &cue.hits {
            assert!(!meetings(hit).is_empty(), "{}: {hit}", cue.id);
        }
        for miss in &cue.misses {
            assert!(meetings(miss).is_empty(), "{}: {miss}: {:?}", cue.id, meetings(miss));
        }
    }
}

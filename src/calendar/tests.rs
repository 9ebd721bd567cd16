//! What dates mean, as tables. The article is of Wednesday, 10 December 2025, unless a test says otherwise.

use super::Calendar;
use crate::clauses::Clauses;
use crate::lexicon::Lexicon;
use crate::phrases::Phrases;
use crate::text::Text;
use crate::words::Words;
use jiff::civil::{Date, date};
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::builtin().expect("a sound lexicon"));

/// The dates of a text as `words = meaning`, and the calendar's other answer.
fn read<T>(source: &str, published: Option<Date>, ask: impl Fn(&Calendar, &Clauses, &Text) -> T) -> T {
    let text = Text::segment(source, &[], &LEXICON.abbreviations);
    let words = Words::read(&text, &LEXICON);
    let phrases = Phrases::read(&text, &LEXICON, &words);
    let clauses = Clauses::read(&text, &LEXICON, &words, &phrases);
    let calendar = Calendar::read(&text, &LEXICON, &words, &phrases, &clauses, published);
    ask(&calendar, &clauses, &text)
}

fn dates_on(published: Option<Date>, source: &str) -> Vec<String> {
    read(source, published, |calendar, _, _| {
        calendar.dates.iter().map(|d| d.date.map_or("?".to_owned(), |d| d.to_string())).collect()
    })
}

fn dates(source: &str) -> Vec<String> {
    dates_on(Some(date(2025, 12, 10)), source)
}

#[test]
fn a_written_date_means_what_it_says() {
    for (source, meant) in [
        ("They met on December 2, 2025.", "2025-12-02"),
        ("They met on 2 December 2025.", "2025-12-02"),
        ("They met on Dec. 2, 2025, in Rome.", "2025-12-02"),
        ("The paper is of 2025-11-23.", "2025-11-23"),
        ("They met on the 2nd of June, 2024.", "2024-06-02"),
        ("A deal was signed in February 2015.", "2015-02"),
        ("The war began in 2014.", "2014"),
        ("The summer of 2022 was hot.", "2022"),
        ("They met on Tuesday, 2 December.", "2025-12-02"),
        ("They met on Feb. 17-18, 2026, in Bern.", "2026-02-17"),
        ("The November 4 and 5 talks failed.", "2025-11-04"),
    ] {
        assert_eq!(dates(source), [meant], "{source}");
    }
}

#[test]
fn a_day_without_a_year_lies_near() {
    for (source, meant) in [
        ("They met on December 2.", "2025-12-02"),
        ("They will meet on January 8.", "2026-01-08"),
        ("They met on September 8.", "2025-09-08"),
        ("He ignored the January 8 deadline.", "2026-01-08"),
        ("The talks were held on 23 November.", "2025-11-23"),
    ] {
        assert_eq!(dates(source), [meant], "{source}");
    }
}

#[test]
fn the_tense_says_which_month() {
    for (source, meant) in [
        ("They met in October.", "2025-10"),
        ("They will meet in February.", "2026-02"),
        ("The plan leaked last November.", "2025-11"),
        ("The plan leaked last December.", "2024-12"),
        ("They met in early March.", "2025-03"),
        ("They met on a Saturday in November.", "2025-11"),
        ("They met in Riyadh last winter.", "2025"),
        ("They met there last summer.", "2025"),
        ("They will meet there in the spring.", "2026"),
        ("They met there in the autumn.", "2025"),
        ("A round is planned for the first week of April.", "2026-04"),
        ("He had proposed a summit in October.", "2025-10"),
    ] {
        assert_eq!(dates(source), [meant], "{source}");
    }
}

#[test]
fn the_tense_says_which_weekday() {
    for (source, meant) in [
        ("He said on Tuesday that nothing was agreed.", "2025-12-09"),
        ("He said on Wednesday that nothing was agreed.", "2025-12-10"),
        ("They will meet on Monday.", "2025-12-15"),
        ("They are to meet on Monday.", "2025-12-15"),
        ("Ministers meet in Paris on Thursday.", "2025-12-11"),
        ("They agreed to meet on Saturday.", "2025-12-13"),
        ("They agreed on Saturday to meet.", "2025-12-06"),
        ("She was to have met him on Tuesday.", "2025-12-09"),
        ("Last Friday he resigned.", "2025-12-05"),
        ("They leave next Monday.", "2025-12-15"),
        ("On Sunday he flew home.", "2025-12-07"),
        ("He was ready to talk after a long dinner on Monday.", "2025-12-08"),
    ] {
        assert_eq!(dates(source), [meant], "{source}");
    }
}

#[test]
fn spans_are_as_exact_as_they_are() {
    for (source, meant) in [
        ("He resigned yesterday.", "2025-12-09"),
        ("He will resign tomorrow.", "2025-12-11"),
        ("They met last month.", "2025-11"),
        ("They meet next month.", "2026-01"),
        ("They met last week.", "2025-12"),
        ("They met two days ago.", "2025-12-08"),
        ("They met last year.", "2024"),
        ("They will leave before the end of the month.", "2025-12"),
        ("They met last weekend.", "2025-12"),
        ("They will meet in two weeks.", "2025-12"),
    ] {
        assert_eq!(dates(source), [meant], "{source}");
    }
}

#[test]
fn what_was_called_off_may_lie_behind() {
    for (source, meant) in [
        ("A summit planned for November in Riyadh was called off.", "2025-11"),
        ("The summit planned for November has been scrapped.", "2025-11"),
        ("The summit planned for January has been scrapped.", "2026-01"),
        ("A summit planned for November begins with a dinner.", "2026-11"),
    ] {
        assert_eq!(dates(source), [meant], "{source}");
    }
}

#[test]
fn a_week_over_new_year_is_no_month() {
    assert_eq!(dates_on(Some(date(2025, 12, 24)), "They will meet next week."), ["?"]);
}

#[test]
fn some_dates_hang_on_others() {
    for (source, meant) in [
        ("They met on December 2. The next day he left.", ["2025-12-02", "2025-12-03"]),
        ("They spoke on Tuesday, a day before he hosted the Poles.", ["2025-12-09", "2025-12-10"]),
        ("They met in Bern on December 2. A week later the plan was dead.", ["2025-12-02", "2025-12"]),
    ] {
        assert_eq!(dates(source), meant, "{source}");
    }
}

#[test]
fn without_a_day_of_its_own_an_article_has_no_tuesday() {
    assert_eq!(dates_on(None, "He said on Tuesday that the talks of 2 May 2024 had failed."), ["?", "2024-05-02"]);
}

#[test]
fn names_and_numbers_are_no_dates() {
    for source in ["Theresa May resigned.", "They may leave.", "It cost 2,014 euros.", "He met them at Mar-a-Lago."] {
        assert_eq!(dates(source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn words_have_the_date_of_their_clause() {
    for (source, day) in [
        ("Peskov said on Tuesday that Kyiv must leave.", Some("2025-12-09")),
        ("Speaking on Monday, Peskov said that Kyiv must leave.", Some("2025-12-08")),
        ("Peskov said that Kyiv must leave by Friday.", None),
    ] {
        let said = read(source, Some(date(2025, 12, 10)), |calendar, clauses, text| {
            let said = clauses.of_sentence(0).find(|&c| text.str(clauses.all[c].run).contains("said"));
            calendar.said_on(clauses, 0, said.expect("a clause")).map(|d| d.to_string())
        });
        assert_eq!(said.as_deref(), day, "{source}");
    }
}

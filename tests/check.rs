//! Expectations held against a composed reading: what passes, and what a report says of the rest.

use ukdesk::check::{Expectation, explained, tests};
use ukdesk::finding::Reading;

const CODES: [&str; 4] = ["territory/withdrawal", "territory/control", "process/talks", "humanitarian/aid"];

/// A text in which some expected words stand.
const TEXT: &str = "Envoys leave Vienna\n\n“We have a list of bridges, and no bridge,” she said.\n";

/// The report on an expectation, empty if all is as expected.
fn report(expectation: &str) -> String {
    let reading: Reading = serde_json::from_str(include_str!("readings/vienna.json")).expect("the contract's shape");
    let codes = CODES.map(str::to_owned);
    let expectation = Expectation::parse(expectation, &codes).expect("a sound expectation");
    let tests = tests(&reading, &expectation, TEXT);
    tests.iter().flat_map(|test| test.misses()).flat_map(explained).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_there_passes() {
    for expectation in [
        r#"{"article": {"outlet": "Wireline", "published": "2025-12-03", "byline": ["Ann Lee"]}}"#,
        r#"{"actors": [{"name": "Zelenskyy", "kind": "person", "side": "ukraine"}, {"id": "ukraine"}]}"#,
        r#"{"plans": [{"id": "28-point", "points": 28, "authors": ["steve-witkoff"], "verdicts": {"actor": "Zelenskyy", "verdict": "rejects"}}]}"#,
        r#"{"demands": [{"holder": ["Putin", "Russia"], "side": "russia", "stance": "demand", "issue": "territory/withdrawal", "addressee": "Ukraine"}]}"#,
        r#"{"demands": [{"holder": "Ushakov", "modality": "conditional", "firmness": "red-line", "condition": {"kind": "unless", "has": "northern bridge"}}]}"#,
        r#"{"demands": [{"holder": "Ushakov", "issue": "territory/control", "modality": "hypothetical"}]}"#,
        r#"{"demands": [{"holder": "Zelenskyy", "condition": null, "evidence": "refused to cede"}]}"#,
        r#"{"statements": [{"speaker": "Yuri Ushakov", "mode": "direct", "quote": "we shall not take part in a summit"}]}"#,
        r#"{"meetings": [{"place": "Moscow", "date": "2025-12", "status": "held", "participants": ["Putin"]}]}"#,
        r#"{"provisions": [{"plan": "28-point", "issue": "humanitarian/aid", "status": ["provides", "changes"]}]}"#,
        r#"{"figures": [{"value": 300000000000, "unit": "USD", "of": "humanitarian/aid"}]}"#,
        r#"{"absent": {"demands": [{"holder": "Ushakov", "issue": "territory/control"}, {"stance": "threaten"}]}}"#,
    ] {
        assert_eq!(report(expectation), "", "{expectation}");
    }
}

#[test]
fn what_is_missing_comes_with_the_nearest_finding() {
    let text = report(r#"{"demands": [{"holder": "Putin", "stance": "demand", "issue": "territory/control"}]}"#);
    assert!(text.contains("missing from demands"), "{text}");
    assert!(text.contains("Vladimir Putin demand"), "{text}");
    assert!(text.contains(r#"issue: expected "territory/control", found "territory/withdrawal""#), "{text}");
    assert!(text.contains("    line 5: Vladimir Putin wants Ukraine"), "{text}");
    assert_eq!(text.matches("expected").count(), 1, "only what differs: {text}");
}

#[test]
fn a_position_that_does_not_hold_now_does_not_count() {
    let text = report(r#"{"demands": [{"holder": "Ushakov", "stance": "demand", "issue": "territory/control"}]}"#);
    assert!(text.contains(r#"modality: expected "asserted or conditional", found "hypothetical""#), "{text}");
}

#[test]
fn what_should_not_be_there_is_shown() {
    let text = report(
        r#"{"absent": {"actors": [{"name": "Zelenskyy"}], "demands": [{"holder": "Zelenskyy", "stance": ["reject", "accept"]}]}}"#,
    );
    assert!(text.contains("unwanted in actors") && text.contains("unwanted in demands"), "{text}");
    assert!(text.contains("line 9: refused to cede the bridge"), "{text}");
}

#[test]
fn nothing_near_is_said() {
    assert!(report(r#"{"meetings": [{"place": "Paris"}]}"#).contains("nothing comes near"));
    let text = report(r#"{"article": {"outlet": "Gull", "title": "Envoys leave Vienna with a list of bridges"}}"#);
    assert_eq!(text, "article\n    outlet: expected \"Gull\", found \"Wireline\"");
}

#[test]
fn complete_lists_hold_nothing_else() {
    let all = report(r#"{"exact": ["plans"], "plans": [{"id": "28-point"}]}"#);
    assert_eq!(all, "");
    assert_eq!(report(r#"{"exact": ["plans"], "known_gaps": {"plans": [{"id": "28-point"}]}}"#), "", "a gap is known");
    let text = report(r#"{"exact": ["plans"]}"#);
    assert!(text.starts_with("not expected in plans, which should be complete: "), "{text}");
    assert!(text.contains("(28-point)"), "{text}");
    let text = report(r#"{"exact": ["demands"], "demands": [{"holder": "Putin"}, {"holder": "Zelenskyy"}]}"#);
    assert!(!text.contains("hypothetical"), "a position that does not hold now is not extra: {text}");
}

#[test]
fn words_of_the_article_help_where_nothing_is_near() {
    let text = report(r#"{"statements": [{"quote": "we have a list of bridges"}]}"#);
    assert!(text.contains("its words stand here\n    line 3: “We have a list"), "{text}");
    let text = report(r#"{"actors": [{"name": "Bo Moe", "kind": "person"}]}"#);
    assert!(text.contains("nothing comes near; \"Bo Moe\" does not stand in the article"), "{text}");
}

#[test]
fn a_misspelt_name_finds_its_actor() {
    let text = report(r#"{"actors": [{"name": "Yurii Ushakow", "kind": "person"}]}"#);
    assert!(text.contains("nearest Yuri Ushakov"), "{text}");
    assert!(text.contains(r#"name: expected "Yurii Ushakow", found "Yuri Ushakov""#), "{text}");
}

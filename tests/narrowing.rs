//! A composed reading narrowed and set: what each criterion keeps, and what tables show.

use ukdesk::dossier::{List, Narrow, settle};
use ukdesk::finding::{Reading, Side, Stance};
use ukdesk::render::{Format, Page};

fn reading() -> Reading {
    let mut reading = serde_json::from_str(include_str!("readings/vienna.json")).expect("the contract's shape");
    settle(&mut reading);
    reading
}

/// How many findings of each list stay, in the contract's order.
fn kept(narrow: &Narrow) -> [usize; 7] {
    let mut r = reading();
    narrow.apply(&mut r);
    [
        r.actors.len(),
        r.plans.len(),
        r.demands.len(),
        r.provisions.len(),
        r.statements.len(),
        r.meetings.len(),
        r.figures.len(),
    ]
}

fn table(width: usize, all: bool) -> String {
    let page = Page { format: Format::Table, width, bold: false, all, lists: List::ALL.to_vec() };
    let mut out = Vec::new();
    page.write(&mut out, &reading()).expect("a vector takes all");
    String::from_utf8(out).expect("text")
}

#[test]
fn each_criterion_keeps_what_meets_it() {
    let all = Narrow::default();
    for (what, narrow, counts) in [
        ("nothing asked", all.clone(), [4, 1, 4, 1, 1, 1, 1]),
        ("two lists", Narrow { only: vec![List::Demands, List::Plans], ..all.clone() }, [0, 1, 4, 0, 0, 0, 0]),
        ("a side", Narrow { sides: vec![Side::Ukraine], ..all.clone() }, [2, 1, 1, 0, 0, 0, 0]),
        ("a group of issues", Narrow { issues: vec!["territory".into()], ..all.clone() }, [0, 0, 3, 0, 0, 0, 0]),
        ("an issue", Narrow { issues: vec!["humanitarian/aid".into()], ..all.clone() }, [0, 0, 0, 1, 0, 0, 1]),
        ("a stance", Narrow { stances: vec![Stance::Reject], ..all.clone() }, [0, 0, 2, 0, 0, 0, 0]),
        ("a plan", Narrow { plan: Some("28-point".into()), ..all.clone() }, [0, 1, 1, 1, 0, 0, 0]),
        ("a plan by alias", Narrow { plan: Some("28PPP".into()), ..all.clone() }, [0, 1, 1, 1, 0, 0, 0]),
        ("a surname", Narrow { actor: Some("ushakov".into()), ..all.clone() }, [1, 0, 3, 0, 1, 0, 0]),
        ("the article's spelling", Narrow { actor: Some("Zelensky".into()), ..all.clone() }, [1, 1, 1, 0, 0, 0, 0]),
        ("the addressee", Narrow { actor: Some("Ukraine".into()), ..all.clone() }, [1, 0, 1, 0, 0, 0, 0]),
        ("a participant", Narrow { actor: Some("Putin".into()), ..all.clone() }, [1, 0, 1, 0, 0, 1, 0]),
        ("part of a word", Narrow { actor: Some("Put".into()), ..all.clone() }, [0; 7]),
        (
            "two criteria",
            Narrow { sides: vec![Side::Russia], stances: vec![Stance::Reject], ..all },
            [0, 0, 1, 0, 0, 0, 0],
        ),
    ] {
        assert_eq!(kept(&narrow), counts, "{what}");
    }
}

#[test]
fn tables_hide_what_does_not_hold_now() {
    let (some, all) = (table(200, false), table(200, true));
    assert!(some.contains("Demands: 3 (1 more that do not hold now: --all)"), "{some}");
    assert!(all.contains("Demands: 4\n") && all.contains("hypothetical"), "{all}");
}

#[test]
fn tables_fit_and_cut_no_word() {
    for width in [80, 200] {
        let text = table(width, true);
        let widest = text.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(width), "{width}: {widest:?}\n{text}");
        for word in ["territory/withdrawal", "Zelenskyy", "300,000,000,000", "handed", "summit"] {
            assert!(text.split_whitespace().any(|w| w == word), "{word} at {width}\n{text}");
        }
    }
}

#[test]
fn an_article_cannot_steer_the_terminal() {
    let mut reading = reading();
    reading.article.title = Some("Talks\u{1b}]0;x\u{7}".into());
    reading.demands[0].evidence.text = "wants\u{202e} it".into();
    let page = Page { format: Format::Table, width: 120, bold: false, all: false, lists: List::ALL.to_vec() };
    let mut out = Vec::new();
    page.write(&mut out, &reading).expect("a vector takes all");
    let text = String::from_utf8(out).expect("text");
    assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text}");
    assert!(text.contains("\\u{202e}"), "{text}");
}

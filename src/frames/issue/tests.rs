//! What the scoring promises, on a table made for it and on the built-in lexicon's own proofs.

use super::*;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::File;
use crate::lexicon::trie::Entry;
use crate::text::Text;
use crate::words::Words;

/// A table over the phrases of a sentence, whose words are looked up as they stand.
struct Desk {
    table: IssueTable,
    phrases: Vec<String>,
}

impl Desk {
    fn new(toml: &str) -> Desk {
        let file: File = toml::from_str(toml).expect("TOML of the lexicon's shape");
        let (table, phrases) = IssueTable::compile(&file.issue, &file.class).unwrap();
        Desk { table, phrases }
    }

    fn hits(&self, text: &str) -> Vec<TermHit> {
        let words: Vec<&str> = text.split(' ').collect();
        let mut hits = Vec::new();
        for start in 0..words.len() {
            for (n, phrase) in self.phrases.iter().enumerate() {
                let phrase: Vec<&str> = phrase.split(' ').collect();
                if words[start..].starts_with(&phrase) {
                    hits.push(TermHit { start, end: start + phrase.len(), term: n as TermId });
                }
            }
        }
        hits
    }

    fn best(&self, text: &str) -> Vec<(&str, f32)> {
        let best = self.table.best(&self.table.score(&self.hits(text)), THRESHOLD);
        best.into_iter().map(|(id, score)| (self.table.code(id), score)).collect()
    }
}

const SMALL: &str = r#"
    class = [
      { id = "silent", any = ["security council"] },
      { id = "front", any = ["front", "line"] },
    ]
    issue = [
      { code = "a/assets", title = "", terms = [{ weight = 6, any = ["frozen assets"] }, { weight = 5, any = ["assets"] }] },
      { code = "a/freeze", title = "", terms = [{ weight = 4, any = ["frozen", "freeze"] }, { weight = 2, any = ["line"] }],
        events = [{ weight = 6, any = ["freeze", "frozen"], with = ["@front"] }],
        vetoes = [{ weight = 9, any = ["freeze"], with = ["pensions"], without = ["front"] }] },
      { code = "a/guarantees", title = "", terms = [{ weight = 4, any = ["security", "guarantee"] }] },
      { code = "z/plan", title = "", terms = [{ weight = 4, any = ["plan"] }], defaults = ["sign"] },
    ]"#;

/// A text, its issues with their scores, and why.
type Row = (&'static str, &'static [(&'static str, f32)], &'static str);

#[test]
fn scores_on_a_small_table() {
    let desk = Desk::new(SMALL);
    let table: &[Row] = &[
        ("frozen assets", &[("a/assets", 6.0)], "the inner words do not count a second time, nor for another issue"),
        ("assets frozen", &[("a/assets", 5.0), ("a/freeze", 4.0)], "apart, both count"),
        ("freeze the front", &[("a/freeze", 8.0)], "an event in full, its term half"),
        ("freeze one two three four five the line", &[("a/freeze", 0.85 * 6.0 + 2.0 + 0.5)], "distance costs"),
        ("freeze pensions", &[], "a veto takes"),
        ("freeze pensions on the front", &[("a/freeze", 8.0)], "but not beside what excepts it"),
        ("security council", &[], "a silent phrase silences"),
        ("security guarantee security", &[("a/guarantees", 6.0)], "a term counts once, the second half"),
        ("sign", &[("z/plan", 1.0)], "a default where nothing is found"),
        ("sign for assets", &[("a/assets", 5.0)], "and not where something is"),
        ("plan security", &[("a/guarantees", 4.0), ("z/plan", 4.0)], "a group with defaults loses a tie"),
    ];
    for (text, want, why) in table {
        let got = desk.best(text);
        let same =
            got.len() == want.len() && got.iter().zip(*want).all(|(a, b)| a.0 == b.0 && (a.1 - b.1).abs() < 0.01);
        assert!(same, "{text}: {why}: {got:?}");
    }
}

#[test]
fn context_counts_less_and_conjuncts_stand_for_themselves() {
    let desk = Desk::new(SMALL);
    let score = |text| desk.table.score(&desk.hits(text));
    let (none, front, assets) = (score("it"), score("freeze the front"), score("frozen assets"));
    assert!(none.is_empty());
    let code = |scores: &Scores| desk.table.best(scores, THRESHOLD).first().map(|b| desk.table.code(b.0).to_owned());
    assert_eq!(code(&Scores::combine(&none, &front, &none)).as_deref(), Some("a/freeze"), "from the clause");
    assert_eq!(code(&Scores::combine(&assets, &front, &front)).as_deref(), Some("a/assets"), "its own words first");
    let chosen = desk.table.choose(&[front, assets, none, score("line")], THRESHOLD);
    let codes: Vec<_> = chosen.iter().map(|c| (c.conjunct, desk.table.code(c.issue))).collect();
    assert_eq!(codes, [(0, "a/freeze"), (1, "a/assets")], "one per conjunct, none twice");
}

#[test]
fn explanations_name_the_words() {
    let desk = Desk::new(SMALL);
    let id = desk.table.find("a/freeze").unwrap();
    let why = desk.table.explain(&desk.hits("freeze pensions or a line"), id);
    let why: Vec<String> = why.into_iter().map(|e| desk.table.describe(e)).collect();
    assert_eq!(why, ["freeze +4", "line +2", "freeze … line +6", "freeze … pensions -9"]);
}

/// The codes of a text read with the built-in lexicon, the best first.
fn codes(lexicon: &Lexicon, source: &str) -> Vec<String> {
    let text = Text::segment(source, &[], &lexicon.abbreviations);
    let words = Words::read(&text, lexicon);
    let mut hits = Vec::new();
    for start in 0..words.len() {
        for hit in words.hits_at(start) {
            if let Entry::Term(term) = hit.entry {
                hits.push(TermHit { start, end: hit.run.end, term });
            }
        }
    }
    let best = lexicon.issues.best(&lexicon.issues.score(&hits), THRESHOLD);
    best.into_iter().map(|(id, _)| lexicon.issues.code(id).to_owned()).collect()
}

#[test]
fn proofs_of_the_lexicon_hold() {
    let lexicon = Lexicon::builtin().unwrap();
    let file: File = toml::from_str(include_str!("../../../lexicon/issues.toml")).unwrap();
    let mut wrong = Vec::new();
    for issue in &file.issue {
        for text in &issue.hits {
            let got = codes(&lexicon, text);
            if got.first() != Some(&issue.code) {
                wrong.push(format!("{}: `{text}` is read as {got:?}", issue.code));
            }
        }
        for text in &issue.misses {
            if codes(&lexicon, text).first() == Some(&issue.code) {
                wrong.push(format!("{}: `{text}` must not be it", issue.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{} in all", wrong.join("\n"), wrong.len());
}

/// Wordings of many outlets; the table must be right in most of them.
#[test]
fn wordings_nobody_wrote_terms_for() {
    let lexicon = Lexicon::builtin().unwrap();
    let lines = include_str!("../../../fixtures/issues/phrases.jsonl").lines();
    let (mut right, mut all, mut wrong) = (0, 0, String::new());
    for line in lines.filter(|l| !l.is_empty()) {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let got = codes(&lexicon, text);
        let accepted = case["issue"].as_array().unwrap();
        let ok = got.first().is_some_and(|code| accepted.iter().any(|a| a == code.as_str()));
        all += 1;
        right += usize::from(ok);
        if !ok {
            wrong += &format!("{} {text}: {got:?}\n", case["id"]);
        }
    }
    assert!(right * 100 >= all * 90, "{right} of {all} right; wrong:\n{wrong}");
}

//! Where a sentence ends.

use super::segment;
use crate::article::{HeadPart, HeadRole};
use crate::text::Text;

/// Lines in which `¦` stands where a sentence must end, and nowhere else.
const LINES: [&str; 62] = [
    "The talks ended.¦ The envoys left.",
    "Mr. Ushakov met Gen. Kellogg and Sen. Graham.¦ They spoke.",
    "U.S. President Donald Trump met him in the U.S. capital.",
    "He flew back to the U.S.¦ The envoy stayed.",
    "He flew back to the U.S. Putin stayed.",
    "The call began at 5 p.m. Moscow time.¦ It was long.",
    "The call began at 5 p.m.¦ It was long.",
    "The call began at 5 p.m.¦ “We spoke,” he said.",
    "In Feb. 2022 the war began.",
    "On Dec. 2 they met.¦ On Dec. 3 they parted.",
    "Gazprom Inc. and Rosneft Corp. were named.",
    "He works for Rosneft Inc.¦ But he lives here.",
    "J. D. Vance and George W. Bush spoke.",
    "They have no plan B.¦ The envoy knows it.",
    "Point No. 5 is out.¦ He said no.¦ 5 points stay.",
    "He said no.¦ She agreed.",
    "Dr. Who vs. Prof. Moriarty at St. Michael’s.",
    "“We go,” Trump said.¦ “They stay,” he added.",
    "\"We go,\" Trump said.¦ \"They stay,\" he added.",
    "“Is it over?” he asked.¦ “No,” she said.",
    "“Is it over?” Trump asked.",
    "“Is it over?” Yuri Ushakov asked, and left.",
    "“Is it over?”¦ Trump went home to his family.",
    "“It is over!” Trump said.¦ It was not.",
    "“Why?”¦ He left.",
    "“Well…” he began.",
    "“We will go.¦ They will stay,” he said.",
    "He called it “a trap.”¦ Kyiv agreed.",
    "He called it \"a trap.\"¦ Kyiv agreed.",
    "He called it “a trap”.¦ Kyiv agreed.",
    "They call it 'a trap'.¦ Kyiv agreed.",
    "He asked “why now?” and left.",
    "Will it hold?¦ Nobody knows!¦ So be it.",
    "Really?!¦ Yes.",
    "The plan (see art. 5) holds.",
    "He agreed.¦ (She did not.)¦ They went on.",
    "He agreed (so did she).¦ They went on.",
    "One side wants land; the other wants peace.",
    "There is one thing: Peace.",
    "It costs $3.5 bn.¦ $2 bn is frozen.",
    "It grew by 3.5.¦ 40 were hurt.",
    "Only he can end it…we have tried.",
    "He paused… then went on.",
    "He paused…¦ Then he went on.",
    "He paused...¦ Then he went on.",
    "He paused . . .¦ Then he went on.",
    "It ended.The envoys left.",
    "Read Kremlin.ru daily.¦ It helps.",
    "See www.gov.ua.¦ It helps.",
    "Yahoo! said no.",
    "He said: “Go.”¦ She said: “Stay.”",
    "“Go,” he said, “or stay.¦ I do not care.”",
    "The deal is dead.¦ — That is what he says.",
    "Путин уехал.¦ Зеленский остался.",
    "They met in Washington, D.C.¦ They parted soon.",
    "They met in Washington, D.C., and parted.",
    "Trump Jr. spoke.¦ And Jr. left.",
    "Tanks, jets, etc. were listed.",
    "We read The Sun.¦ It lies.",
    "“Yes!”¦ “No!”",
    "He said ‘no.’¦ Then he said ‘yes.’",
    "An iPhone rang.¦ iPhones do.",
];

fn split<'a>(text: &Text<'a>) -> Vec<&'a str> {
    text.sentences.iter().map(|sentence| text.str(sentence.run)).collect()
}

#[test]
fn splits_the_lines() {
    for line in LINES {
        let source = line.replace('¦', "");
        let expected: Vec<&str> = line.split('¦').map(str::trim).collect();
        if line == "It ended.The envoys left." {
            assert_eq!(split(&segment(&source)), ["It ended.", "The envoys left."]);
        } else {
            assert_eq!(split(&segment(&source)), expected, "{line}");
        }
    }
}

#[test]
fn ends_with_its_paragraph() {
    assert_eq!(split(&segment("No stop here\n\nand none there")), ["No stop here", "and none there"]);
}

#[test]
fn begins_behind_a_dateline() {
    let source = "KYIV, Feb 5 (Reuters) - Ukraine agreed. It will go on.";
    let end = source.find("Ukraine").expect("the first sentence");
    let head = [HeadPart { start: 0, end, role: HeadRole::Dateline }];
    let text = Text::segment(source, &head, &super::english());
    assert_eq!(split(&text), ["KYIV, Feb 5 (Reuters) -", "Ukraine agreed.", "It will go on."]);
}

#[test]
fn leaves_headlines_whole() {
    let source = "War? Bring it on. Now\n\nThe talks ended and nobody knew what to make of them.";
    let head = [HeadPart { start: 0, end: 21, role: HeadRole::Title }];
    let text = Text::segment(source, &head, &super::english());
    assert_eq!(split(&text)[0], "War? Bring it on. Now");
}

#[test]
fn finds_the_sentence_of_a_token() {
    let text = segment("One two. Three four.\n\nFive.");
    let numbers: Vec<usize> = (0..text.tokens.len()).map(|t| text.sentence_of(t)).collect();
    assert_eq!(numbers, [0, 0, 0, 1, 1, 1, 2, 2]);
    assert_eq!((text.paragraph_of(5), text.paragraph_of(6)), (0, 1));
}

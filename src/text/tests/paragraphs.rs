//! What a paragraph is.

use super::{english, segment};
use crate::article::{HeadPart, HeadRole};
use crate::text::{ParagraphKind, Text};

const LONG: &str =
    "The talks in Geneva ended late on Tuesday without a result, and the envoys of both sides went home.";

fn paragraphs(source: &str) -> Vec<String> {
    let text = segment(source);
    text.paragraphs.iter().map(|part| text.source[part.start..part.end].to_owned()).collect()
}

/// The kind of the first paragraph of `first`, followed by an ordinary paragraph.
fn kind(first: &str) -> ParagraphKind {
    segment(&format!("{first}\n\n{LONG}")).paragraphs[0].kind
}

#[test]
fn separates_at_line_breaks() {
    for break_ in ["\n\n", "\n", "\r\n\r\n", "\r\n", "\r", "\n \u{a0}\n", "\n\n\n\n"] {
        let source = format!("{LONG}{break_}It is late.{break_}{LONG}");
        assert_eq!(paragraphs(&source), [LONG, "It is late.", LONG], "{break_:?}");
    }
}

#[test]
fn joins_lines_wrapped_by_hand() {
    let wrapped = "The envoys of both sides spent the whole of Tuesday in a hotel above\n\
        the lake. They spoke of territory, of the frozen assets and of the\n\
        guarantees that Kyiv asks for. Nobody who was in the room expects\n\
        a result before the spring.";
    assert_eq!(paragraphs(wrapped), [wrapped]);
    let two = format!("{wrapped}\n\n{wrapped}");
    assert_eq!(paragraphs(&two), [wrapped, wrapped]);
    let short = "Mr Ushakov flew to Geneva on Monday; he was to meet the envoys of\nWashington there.";
    let three = format!("{wrapped}\n\n{short}\n\nDonetsk\nLuhansk");
    assert_eq!(paragraphs(&three), [wrapped, short, "Donetsk", "Luhansk"]);
    let headed = format!("On the lake\n{wrapped}");
    assert_eq!(paragraphs(&headed), ["On the lake", wrapped]);
    let crlf = wrapped.replace('\n', "\r\n");
    assert_eq!(paragraphs(&crlf), [crlf.as_str()]);
}

#[test]
fn keeps_list_items_of_wrapped_text_apart() {
    let source = "- no foreign troops on the soil of the republic, whatever flag they\n\
        \x20 fly and whoever sends them there, now and in the years to come\n\
        - no return of the frozen assets before the last prisoner has come\n\
        \x20 home";
    assert_eq!(paragraphs(source).len(), 2);
}

#[test]
fn tells_the_kinds() {
    use ParagraphKind::{Body, Heading, Item};
    let table = [
        ("European war? Bring it on", Heading),
        ("Doves out of the talks", Heading),
        ("What does Kyiv want?", Heading),
        ("LAVROV ON ROOT CAUSES", Heading),
        ("ISTANBUL 'IS GONE'", Heading),
        ("'ONE BITE AT A TIME'", Heading),
        ("## The plan", Heading),
        ("Putin says “no” to truce", Heading),
        ("The envoys left.", Body),
        ("The plan provides:", Body),
        ("“We will go”", Body),
        ("“Will we go?”", Body),
        ("and so on and on", Body),
        ("“We will go,” he said.", Body),
        ("Nobody knew!", Body),
        ("Q: What does Kyiv want?", Body),
        ("• no foreign troops", Item),
        ("* no foreign troops", Item),
        ("- no foreign troops", Item),
        ("– no foreign troops", Item),
        ("1. No foreign troops.", Item),
        ("12) no foreign troops", Item),
        ("(1) no foreign troops", Item),
        ("a) no foreign troops", Item),
        ("iv) no foreign troops", Item),
        ("-5 degrees were measured.", Body),
        ("2025. The year of talks.", Body),
        ("3.5 points were lost.", Body),
        ("A. Ivanov went home.", Body),
        ("(Reuters) They went home.", Body),
        (LONG, Body),
    ];
    for (first, expected) in table {
        assert_eq!(kind(first), expected, "{first}");
    }
}

#[test]
fn needs_something_below_a_heading() {
    assert_eq!(segment("Doves out of the talks").paragraphs[0].kind, ParagraphKind::Body);
    assert_eq!(segment("News\n\nDismiss").paragraphs[0].kind, ParagraphKind::Body);
}

#[test]
fn takes_roles_from_the_head() {
    let source = format!("A title\nBy A. Writer\n\nKYIV - {LONG}\nRead next");
    let part = |text: &str, role| {
        let start = source.find(text).expect("a part");
        HeadPart { start, end: start + text.len(), role }
    };
    let head = [
        part("A title\n", HeadRole::Title),
        part("By A. Writer", HeadRole::Byline),
        part("KYIV - ", HeadRole::Dateline),
        part("Read next", HeadRole::Tail),
    ];
    let kinds: Vec<_> = Text::segment(&source, &head, &english()).paragraphs.iter().map(|part| part.kind).collect();
    let head = |role| ParagraphKind::Head(role);
    assert_eq!(kinds, [head(HeadRole::Title), head(HeadRole::Byline), ParagraphKind::Body, head(HeadRole::Tail)]);
}

#[test]
fn keeps_out_of_parts_that_cover_half_a_line() {
    let head = [HeadPart { start: 0, end: 10, role: HeadRole::Caption }];
    assert_eq!(Text::segment(LONG, &head, &english()).paragraphs[0].kind, ParagraphKind::Body);
}

//! Which marks belong together.

use super::super::TokenKind;
use super::segment;

/// The quotations of `source`: `>` for each depth, `~` where the opening mark is missing, `_` where the closing one is,
/// `+` where it goes on from an earlier one.
fn quotes(source: &str) -> Vec<String> {
    let text = segment(source);
    let mut list = Vec::new();
    for quote in &text.quotes {
        let depth = ">".repeat(quote.depth.into());
        let open = if quote.open == quote.inner.start { "~" } else { "" };
        let close = if quote.close.is_none() { "_" } else { "" };
        let goes_on = if quote.continues.is_some() { "+" } else { "" };
        list.push(format!("{depth}{goes_on}{open}{}{close}", text.str(quote.inner)));
    }
    list
}

#[test]
fn pairs_marks() {
    let table: [(&str, &[&str]); 54] = [
        // One pair.
        ("“We go,” he said.", &["We go,"]),
        ("\"We go,\" he said.", &["We go,"]),
        ("«Мы идём», — сказал он.", &["Мы идём"]),
        ("« Nous partons », dit-il.", &["Nous partons"]),
        ("„Wir gehen“, sagte er.", &["Wir gehen"]),
        ("»Wir gehen«, sagte er.", &["Wir gehen"]),
        ("”Vi går”, sa han.", &["Vi går"]),
        ("''We go,'' he said.", &["We go,"]),
        ("``We go,'' he said.", &["We go,"]),
        ("He called it (\"a trap\").", &["a trap"]),
        ("Both sides—\"we will\"—agreed.", &["we will"]),
        ("An anti-\"regime\" policy", &["regime"]),
        ("\"...and so we go,\" he said.", &["...and so we go,"]),
        ("\" We go, \" he said.", &["We go,"]),
        ("“We go\" he said.", &["We go"]),
        ("He said:“We go.”", &["We go."]),
        // Several.
        ("“We go,” he said. “They stay.”", &["We go,", "They stay."]),
        ("The \"plan\" and the \"deal\"", &["plan", "deal"]),
        // Single marks.
        ("'We go,' he said. 'They won't.'", &["We go,", "They won't."]),
        ("‘We go,’ he said. ‘They won’t.’", &["We go,", "They won’t."]),
        ("Deal close but 'thorny issues' remain", &["thorny issues"]),
        ("ISTANBUL 'IS GONE', KREMLIN SAYS", &["IS GONE"]),
        ("‘The states’ demands are met,’ he said.", &["The states’ demands are met,"]),
        ("'We won't meet the allies' demands,' he said.", &["We won't meet the allies' demands,"]),
        // Apostrophes.
        ("The states' demands and the allies' fears", &[]),
        ("The states’ demands and the allies’ fears", &[]),
        ("rock 'n' roll of the '90s, tell ’em", &[]),
        ("back in the ’90s and the ‘80s’ best", &[]),
        ("It's Kyiv's plan, isn't it?", &[]),
        ("A '20-point' plan", &["20-point"]),
        // Nested.
        ("“He told me ‘go away’ and I went,” she said.", &["He told me ‘go away’ and I went,", ">go away"]),
        ("'He told me \"go away\" and I went,' she said.", &["He told me \"go away\" and I went,", ">go away"]),
        ("“‘Go away’ was all,” she said.", &["‘Go away’ was all,", ">Go away"]),
        ("\"All he said was 'go away,'\" she said.", &["All he said was 'go away,'", ">go away,"]),
        ("«Он сказал „нет“ нам», — сказала она.", &["Он сказал „нет“ нам", ">нет"]),
        (
            "\"Now diplomats \"are trying to find someone\", who explains it,\" he said.",
            &["Now diplomats \"are trying to find someone\", who explains it,", ">are trying to find someone"],
        ),
        (
            "\"Contacts, who had \"day and night\", \"are cut - really cut,\" he said. \"No warning came.\"",
            &["Contacts, who had \"day and night\", \"are cut - really cut,", ">day and night", "No warning came."],
        ),
        // Misplaced and lost marks.
        ("\"We will go, \"he said.", &["We will go,"]),
        ("We're no closer,\" he told them.", &["~We're no closer,"]),
        ("He came “late.” He left. We shut the door,” he said.", &["late.", "~We shut the door,"]),
        ("Putin called it unacceptable\" and left.", &[]),
        ("A 12\" gun was sold.", &[]),
        ("He is 6'2\" and calls it \"tall\".", &["tall"]),
        ("He is 6’2” and calls it “tall”.", &["tall"]),
        ("“We go, he said.", &["We go, he said._"]),
        ("He said: “We go to the end.", &["We go to the end._"]),
        ("The “plan has failed, he said.", &[]),
        ("\"We go, he said. \"They stay.\"", &["They stay."]),
        ("He said 'we go and left.", &[]),
        ("“He said ‘we go” and left.", &["He said ‘we go"]),
        ("'He said \"go and left' twice", &["He said \"go and left"]),
        // Over several paragraphs.
        ("“We go.\n\n“They stay,” he said.", &["We go._", "+They stay,"]),
        ("“We go.\n\n“You wait.\n\n“They stay,” he said.", &["We go._", "+You wait._", "+They stay,"]),
        ("‘We go.\n\n‘They stay,’ he said.", &["We go._", "+They stay,"]),
    ];
    for (source, expected) in table {
        assert_eq!(quotes(source), expected, "{source}");
    }
}

#[test]
fn goes_on_only_from_the_paragraph_before() {
    assert_eq!(quotes("“We go.\n\nHe left.\n\n“They stay,” he said."), ["We go._", "They stay,"]);
    assert_eq!(quotes("“We go,” he said. “You wait.\n\n“They stay.”"), ["We go,", "You wait._", "+They stay."]);
    let inner = "“He said “go away” and I went.\n\n“And so,” he said.";
    assert_eq!(quotes(inner), ["He said “go away” and I went._", ">go away", "+And so,"]);
}

#[test]
fn never_swallows_the_next_paragraph() {
    let source = "He said: “We go.\n\nA second paragraph without marks.\n\n“They stay,” he said.";
    assert_eq!(quotes(source), ["We go._", "They stay,"]);
}

#[test]
fn names_every_mark() {
    let kinds = |source: &str| -> Vec<TokenKind> {
        let is_word = |kind: &TokenKind| matches!(kind, TokenKind::Word | TokenKind::Comma | TokenKind::Stop);
        segment(source).tokens.iter().map(|token| token.kind).filter(|kind| !is_word(kind)).collect()
    };
    use TokenKind::*;
    assert_eq!(kinds("\"Go,\" he said, \"or 'stay'.\""), [Open, Close, Open, Open, Close, Close]);
    assert_eq!(kinds("The “plan has failed"), [Stray]);
    assert_eq!(kinds("the states' plan"), [Clitic]);
}

#[test]
fn finds_the_innermost_quote() {
    let text = segment("He said “no ‘real’ peace” and left.");
    let around: Vec<Option<usize>> = (0..text.tokens.len()).map(|t| text.quote_at(t)).collect();
    let (none, outer, inner) = (None, Some(0), Some(1));
    assert_eq!(around, [none, none, outer, outer, inner, inner, inner, outer, outer, none, none, none]);
}

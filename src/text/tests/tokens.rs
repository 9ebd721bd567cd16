//! What a token is.

use super::super::{Case, TokenKind};
use super::segment;

/// The tokens of `source`, one space between them.
fn split(source: &str) -> String {
    let text = segment(source);
    (0..text.tokens.len()).map(|t| text.word(t)).collect::<Vec<_>>().join(" ")
}

fn kinds(source: &str) -> Vec<TokenKind> {
    segment(source).tokens.iter().map(|token| token.kind).collect()
}

#[test]
fn reads_over_the_marks_of_markdown() {
    let table = [
        ("## The plan", "The plan"),
        ("**Steve Witkoff** met _him_.", "Steve Witkoff met him ."),
        ("\"We *will not* go,\" he said.** Next", "\" We will not go , \" he said . Next"),
        ("[the plan](https://x.org/a_(b)?c=1.) fell", "the plan fell"),
        ("[**it**](/news/1 \"a title\"), he said", "it , he said"),
        ("he [Putin] (left) #1", "he [ Putin ] ( left ) # 1"),
        ("* * *", "* * *"),
        ("2 * 3 and 2*3 and a_b", "2 * 3 and 2 * 3 and a _ b"),
        ("[](/a)", "[ ] ( / a )"),
    ];
    for (source, expected) in table {
        assert_eq!(split(source), expected, "{source}");
    }
    assert!(segment("**Kyiv**, he said").tokens[1].glued);
}

#[test]
fn splits_words_numbers_and_marks() {
    let table = [
        ("The talks, he said, failed.", "The talks , he said , failed ."),
        ("a 28-point plan (28PPP)", "a 28 - point plan ( 28 PPP )"),
        ("$300bn of assets", "$ 300 bn of assets"),
        ("40km, 3.5% or 1,000,000", "40 km , 3.5 % or 1,000,000"),
        ("December 2,2025", "December 2 , 2025"),
        ("since the 1990s", "since the 1990 s"),
        ("at 10:30 on 2025-12-28", "at 10 : 30 on 2025 - 12 - 28"),
        (".5 of it", ".5 of it"),
        ("the U.S. envoy", "the U.S. envoy"),
        ("U.S.-brokered", "U.S. - brokered"),
        ("at 5 p.m. sharp", "at 5 p.m. sharp"),
        ("Mr. Ushakov met Gen. Kellogg", "Mr. Ushakov met Gen. Kellogg"),
        ("the mr was general. so", "the mr was general . so"),
        ("paper No. 5 says no. 5 words: no.", "paper No. 5 says no . 5 words : no ."),
        ("we sat in the sun. He left", "we sat in the sun . He left"),
        ("J. D. Vance and J.D. Vance and J.D.Vance", "J. D. Vance and J.D. Vance and J.D. Vance"),
        ("plan B. The envoy", "plan B . The envoy"),
        ("St.Petersburg", "St. Petersburg"),
        ("It ended.The envoys left", "It ended . The envoys left"),
        ("see Kremlin.ru.", "see Kremlin.ru ."),
        ("a Ph.D. thesis", "a Ph.D. thesis"),
        ("https://www.gov.ua/plan?x=1, then", "https://www.gov.ua/plan?x=1 , then"),
        ("(www.osce.org)", "( www.osce.org )"),
        ("mail press-office@mid.example.org.", "mail press-office@mid.example.org ."),
        ("Kyiv's and Moscow’s", "Kyiv 's and Moscow ’s"),
        ("we don't, can’t, won't", "we do n't , ca n’t , wo n't"),
        ("they're we'll I've he'd I'm", "they 're we 'll I 've he 'd I 'm"),
        ("PUTIN'S DON'T", "PUTIN 'S DO N'T"),
        ("the U.S.'s aim", "the U.S. 's aim"),
        ("O'Brien, D’Souza, Donets'k, Sana‘a", "O'Brien , D’Souza , Donets'k , Sana‘a"),
        ("the states' demands", "the states ' demands"),
        ("son-in-law", "son - in - law"),
        ("pre- and post-war", "pre - and post - war"),
        ("talks--and war -- go on", "talks -- and war -- go on"),
        ("Kyiv–Moscow — no", "Kyiv – Moscow — no"),
        ("F-16s, G7 and COVID-19", "F - 16 s , G7 and COVID - 19"),
        ("the side…we tried", "the side … we tried"),
        ("Well... no", "Well ... no"),
        ("\"We,\" he said", "\" We , \" he said"),
        ("''We go,'' he said", "'' We go , '' he said"),
        ("''He said 'no,''' she said", "'' He said ' no , ' '' she said"),
        ("Zelen\u{ad}skiy in\u{a0}Kyiv\u{200b}", "Zelen\u{ad}skiy in Kyiv"),
        ("Зеленський і В. Путін", "Зеленський і В. Путін"),
        ("cafe\u{301} 🕊\u{fe0f} 和平", "cafe\u{301} 🕊\u{fe0f} 和平"),
        ("and/or AT&T", "and / or AT & T"),
    ];
    for (source, expected) in table {
        assert_eq!(split(source), expected, "{source}");
    }
}

#[test]
fn names_the_kinds() {
    use TokenKind::*;
    assert_eq!(kinds("28-point – no"), [Number, Hyphen, Word, Dash, Word]);
    assert_eq!(kinds("Putin - set - $5"), [Word, Dash, Word, Dash, Symbol, Number]);
    assert_eq!(
        kinds("it's: (a); no?!"),
        [Word, Clitic, Colon, ParenOpen, Word, ParenClose, Semicolon, Word, Stop, Stop]
    );
    assert_eq!(kinds("“Yes,” he"), [Open, Word, Comma, Close, Word]);
    assert_eq!(kinds("states' demands"), [Word, Clitic, Word]);
    assert_eq!(kinds("the '90s"), [Word, Stray, Number, Word]);
    assert_eq!(kinds("6'2\" tall"), [Number, Stray, Number, Stray, Word]);
    assert_eq!(kinds("wait… Then"), [Word, Stop, Word]);
    assert_eq!(kinds("wait… then"), [Word, Symbol, Word]);
    assert_eq!(kinds("• no army"), [Bullet, Word, Word]);
    assert_eq!(kinds("12. no army"), [Bullet, Word, Word]);
    assert_eq!(kinds("a -5 b"), [Word, Symbol, Number, Word]);
}

#[test]
fn reads_the_case() {
    let table = [
        ("talks", Case::Lower),
        ("Putin", Case::Capital),
        ("McFaul", Case::Capital),
        ("A", Case::Capital),
        ("NATO", Case::Upper),
        ("U.S.", Case::Upper),
        ("iPhone", Case::Mixed),
        ("和平", Case::None),
        ("Путин", Case::Capital),
    ];
    for (word, case) in table {
        assert_eq!(segment(word).tokens[0].case, case, "{word}");
    }
}

#[test]
fn glues_what_has_no_space_between() {
    let glued: Vec<bool> = segment("28-point plan's \"end\"").tokens.iter().map(|token| token.glued).collect();
    assert_eq!(glued, [false, true, true, false, true, false, true, true]);
}

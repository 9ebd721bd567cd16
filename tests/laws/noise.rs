//! Texts that nobody would print: made by rule, the same at every run.

use crate::articles;

/// A small generator (xorshift), so that a failure comes back with its seed.
pub struct Noise(u64);

impl Noise {
    pub fn new(seed: u64) -> Noise {
        Noise(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// What stands between the pieces of a mixture.
const JOINS: [&str; 22] = [
    " ", " ", " ", " ", "\n\n", "\r\n\r\n", "\r\n", "\n- ", "\n## ", ", ", "; ", ": ", " – ", " “", "” ", "\"", "‘",
    "’", " (", ") ", "… ", "\u{301}",
];

/// Single characters that break careless code: several bytes, no width, no case, half a pair.
const ODD: [&str; 16] = [
    "🕊️",
    "👩‍⚖️",
    "e\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "Ǆ",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "\u{a0}",
    "\u{2028}",
    "𝔘",
    "中文",
    "٣",
];

/// Sentences of the fixtures, cut apart roughly.
pub fn sentences() -> Vec<String> {
    let pieces = |text: &str| text.split_inclusive(['.', '\n']).map(str::to_owned).collect::<Vec<_>>();
    articles().iter().flat_map(|article| pieces(&article.text)).filter(|piece| piece.len() > 8).collect()
}

/// A mixture of sentences cut at arbitrary places, with arbitrary joins and odd characters.
pub fn mixture(sentences: &[String], seed: u64) -> String {
    let mut noise = Noise::new(seed);
    let mut text = String::new();
    for _ in 0..1 + noise.below(7) {
        let sentence = &sentences[noise.below(sentences.len())];
        let (from, to) = (cut(sentence, &mut noise), cut(sentence, &mut noise));
        match noise.below(3) {
            0 => text.push_str(&sentence[from.min(to)..from.max(to)]),
            1 => text.push_str(&sentence[from..]),
            _ => text.push_str(sentence),
        }
        text.push_str(noise.pick(&JOINS));
        if noise.below(6) == 0 {
            text.push_str(noise.pick(&ODD));
        }
    }
    text
}

/// A place at which a string may be cut.
fn cut(text: &str, noise: &mut Noise) -> usize {
    let mut at = noise.below(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Texts made to hurt, each by one device.
pub fn hostile() -> Vec<String> {
    let talks = articles().into_iter().find(|a| a.id == "talks").expect("the example of the README").text;
    let odd = |text: &str| -> String {
        text.split(' ')
            .enumerate()
            .map(|(n, word)| format!("{word}{} ", if n % 5 == 0 { ODD[n % 16] } else { "" }))
            .collect()
    };
    let unpaired = talks.replace('”', "");
    vec![
        String::new(),
        "\n\r\n \u{feff}".to_owned(),
        talks.replace('\n', "\r\n"),
        talks.replace('\n', "\r"),
        talks.replace(['“', '”'], "\""),
        talks.replace('“', "‘").replace('”', "’"),
        talks.replace('“', ""),
        talks.replace('e', "e\u{301}"),
        talks.replace("\n\n", "\n"),
        talks.replace("\n\n", " "),
        talks.replace(". ", " "),
        talks.to_uppercase(),
        talks.to_lowercase(),
        odd(&talks),
        unpaired,
        "“We will not sign,” Putin said. ".repeat(10_000),
        "“We said ".repeat(10_000),
        "\"".repeat(10_000),
        "‘He said “".repeat(5_000),
    ]
}

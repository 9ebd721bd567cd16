//! Sums and counts: numbers with what they are numbers of.
//!
//! Owns the shapes of numbers and the look-up of units. Is given tagged words and the dates, whose numbers are none.
//! Never knows which issue a figure belongs to.

use super::Words;
use crate::lexicon::tag::Tag;
use crate::lexicon::{Lexicon, Scale, SetId};
use crate::text::{Run, Text, TokenKind};

/// A bare number below this is an age, a page, an article: no figure.
const BARE: f64 = 1000.0;

/// A sum or count.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureMention {
    /// Its tokens, sign and unit included.
    pub run: Run,
    /// The number, multiplied out.
    pub value: f64,
    /// `USD`, `percent`, `km`, `troops`; none for a bare count.
    pub unit: Option<String>,
}

/// Every figure of a text, in order; none overlap, none lies in a date.
pub(super) fn mentions(text: &Text, lexicon: &Lexicon, words: &Words) -> Vec<FigureMention> {
    let mut out = Vec::new();
    let mut scanner = Scanner {
        text,
        lexicon,
        words,
        run: Run::default(),
        magnitude: lexicon.scale("magnitude"),
        numeral: lexicon.scale("numeral"),
        fraction: lexicon.scale("fraction"),
        and: lexicon.set("and"),
    };
    for sentence in &text.sentences {
        scanner.run = sentence.run;
        scanner.scan(&mut out);
    }
    out
}

struct Scanner<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    words: &'a Words,
    run: Run,
    magnitude: &'a Scale,
    numeral: &'a Scale,
    fraction: &'a Scale,
    and: SetId,
}

impl Scanner<'_> {
    fn scan(&self, out: &mut Vec<FigureMention>) {
        let mut t = self.run.start;
        while t < self.run.end {
            match if self.can_begin(t) { self.at(t) } else { None } {
                Some(figure) => {
                    t = figure.run.end;
                    out.push(figure);
                }
                None => t += 1,
            }
        }
    }

    /// A sign, digits or a word of some scale; nothing else is looked at.
    fn can_begin(&self, t: usize) -> bool {
        match self.text.tokens[t].kind {
            TokenKind::Number | TokenKind::Symbol => true,
            _ => self.lexicon.on_a_scale(self.words.at(t).form),
        }
    }

    fn at(&self, t: usize) -> Option<FigureMention> {
        let sign = self.sign(t);
        let first = t + usize::from(sign.is_some());
        let (end, value) = self.fractional(first).or_else(|| self.number(first))?;
        if self.words.date_at(first).is_some() {
            return None;
        }
        match sign {
            Some(unit) => Some(FigureMention { run: Run::new(t, end), value, unit: Some(unit.to_owned()) }),
            None => self.counted(t, end, value),
        }
    }

    /// A number without a sign: with the unit behind it, or large enough by itself.
    fn counted(&self, t: usize, end: usize, value: f64) -> Option<FigureMention> {
        if let Some((end, unit)) = self.unit(end) {
            return Some(FigureMention { run: Run::new(t, end), value, unit: Some(unit.to_owned()) });
        }
        let year = self.text.word(t).len() == 4 && end == t + 1;
        (value >= BARE && !year).then_some(FigureMention { run: Run::new(t, end), value, unit: None })
    }

    fn inside(&self, t: usize) -> bool {
        self.run.contains(t)
    }

    fn kind(&self, t: usize) -> Option<TokenKind> {
        self.inside(t).then(|| self.text.tokens[t].kind)
    }

    fn scaled(&self, t: usize, scale: &Scale) -> Option<f64> {
        self.inside(t).then(|| scale.value(self.words.at(t).form)).flatten()
    }

    /// `$`, `€`.
    fn sign(&self, t: usize) -> Option<&str> {
        let digits = self.kind(t + 1) == Some(TokenKind::Number);
        let sign = self.kind(t) == Some(TokenKind::Symbol) && digits;
        sign.then(|| self.lexicon.unit_of_sign(self.text.word(t))).flatten()
    }

    /// `half a million`, `a quarter of a million`.
    fn fractional(&self, t: usize) -> Option<(usize, f64)> {
        let share = self.scaled(t, self.fraction)?;
        let large = (t + 1..t + 4).find_map(|i| Some((i, self.scaled(i, self.magnitude)?)));
        let (at, magnitude) =
            large.filter(|(at, _)| (t + 1..*at).all(|i| matches!(self.words.tag(i), Tag::DT | Tag::IN)))?;
        Some((at + 1, share * magnitude))
    }

    /// `1,200`, `300bn`, `1.2 million`, `sixty thousand`, `twenty-one`.
    fn number(&self, t: usize) -> Option<(usize, f64)> {
        let (mut end, mut value) = match self.kind(t)? {
            TokenKind::Number => (t + 1, self.text.word(t).replace(',', "").parse::<f64>().ok()?),
            TokenKind::Word if self.words.tag(t) == Tag::CD => (t + 1, self.scaled(t, self.numeral)?),
            _ => return None,
        };
        if self.kind(end) == Some(TokenKind::Hyphen)
            && let Some(units) = self.scaled(end + 1, self.numeral).filter(|u| *u < 10.0 && value >= 20.0)
        {
            (end, value) = (end + 2, value + units);
        }
        let gap = usize::from(self.kind(end) == Some(TokenKind::Hyphen));
        match self.scaled(end + gap, self.magnitude) {
            Some(magnitude) => Some((end + gap + 1, value * magnitude)),
            None => Some((end, value)),
        }
    }

    /// The unit behind a number: `km`, `-day`, `percent`, or a counted noun behind adjectives (`314 Ukrainian prisoners`).
    fn unit(&self, end: usize) -> Option<(usize, &str)> {
        let at = end + usize::from(self.kind(end) == Some(TokenKind::Hyphen));
        for i in at..at + 3 {
            self.kind(i)?;
            if let Some(unit) = self.named_unit(i) {
                return Some((i + 1, unit));
            }
            let between = self.words.tag(i).is_adjective()
                || self.words.tag(i) == Tag::VBN
                || self.words.is(self.lexicon, i, self.and);
            if !between || i == at && at > end {
                return None;
            }
        }
        None
    }

    fn named_unit(&self, t: usize) -> Option<&str> {
        match self.kind(t)? {
            TokenKind::Symbol => self.lexicon.unit_of_sign(self.text.word(t)),
            _ => self.lexicon.unit_of_word(self.words.at(t).form),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every figure of a sentence as `value unit`.
    fn figures(sentence: &str) -> Vec<String> {
        let lexicon = Lexicon::builtin().expect("a sound lexicon");
        let text = Text::segment(sentence, &[], &lexicon.abbreviations);
        let words = Words::read(&text, &lexicon);
        let spell = |f: &FigureMention| format!("{} {}", f.value, f.unit.as_deref().unwrap_or("-"));
        words.figures().iter().map(spell).collect()
    }

    #[test]
    fn a_sum_has_a_sign_or_a_currency() {
        for (sentence, found) in [
            ("Brussels wants to lend $300bn.", "300000000000 USD"),
            ("The loan of €210bn was refused.", "210000000000 EUR"),
            ("The fund is worth 300 billion dollars.", "300000000000 USD"),
            ("They settled for 90.5 million euros.", "90500000 EUR"),
        ] {
            assert_eq!(figures(sentence), [found], "{sentence}");
        }
    }

    #[test]
    fn a_count_has_a_unit_or_is_large() {
        for (sentence, found) in [
            ("A 60-day truce was offered.", "60 days"),
            ("A 600,000-strong army would remain.", "600000 troops"),
            ("They exchanged 314 Ukrainian prisoners.", "314 prisoners"),
            ("The army would be kept at 800,000 in peacetime.", "800000 -"),
            ("Russia holds 20% of the country.", "20 percent"),
            ("The strip would be ten kilometres wide.", "10 km"),
            ("Half a million men are under arms.", "500000 people"),
            ("Nearly 1.2 million casualties were counted.", "1200000 casualties"),
        ] {
            assert_eq!(figures(sentence), [found], "{sentence}");
        }
    }

    #[test]
    fn dates_points_and_articles_are_no_figures() {
        for sentence in
            ["They met on December 2, 2025.", "The 28-point plan is dead.", "Article 5 was invoked in 2001."]
        {
            assert_eq!(figures(sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}

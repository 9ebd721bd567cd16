//! Recognising date expressions, token by token.
//!
//! Owns the shapes, each in one function that returns where the expression ends and what it says.
//! Never counts days.

use super::{DateMention, From, Partial, Unit, When};
use crate::lexicon::tag::Tag;
use crate::lexicon::{Lexicon, Scale, SetId};
use crate::text::{Run, Text, TokenKind};
use crate::words::Words;

/// An expression from some token on: where it ends, and what it says.
type Found = Option<(usize, When)>;

/// The closed words of dates.
pub(super) struct Sets<'l> {
    month: &'l Scale,
    weekday: &'l Scale,
    relative_day: &'l Scale,
    shift: &'l Scale,
    distance: &'l Scale,
    succession: &'l Scale,
    season_end: &'l Scale,
    span: &'l Scale,
    numeral: &'l Scale,
    suffix: SetId,
    part: SetId,
    season: SetId,
    ordinal: SetId,
    definite: SetId,
    of: SetId,
    inside: SetId,
    and: SetId,
}

impl<'l> Sets<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Sets {
            month: lexicon.scale("month"),
            weekday: lexicon.scale("weekday"),
            relative_day: lexicon.scale("relative-day"),
            shift: lexicon.scale("shift"),
            distance: lexicon.scale("distance"),
            succession: lexicon.scale("succession"),
            season_end: lexicon.scale("season-end"),
            span: lexicon.scale("span"),
            numeral: lexicon.scale("numeral"),
            suffix: lexicon.set("ordinal-suffix"),
            part: lexicon.set("part-of-span"),
            season: lexicon.set("season"),
            ordinal: lexicon.set("ordinal"),
            definite: lexicon.set("definite"),
            of: lexicon.set("of"),
            inside: lexicon.set("in"),
            and: lexicon.set("and"),
        }
    }
}

/// One sentence being searched.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) words: &'a Words,
    pub(super) sets: &'a Sets<'a>,
    pub(super) run: Run,
}

impl Scanner<'_> {
    pub(super) fn scan(&self, out: &mut Vec<DateMention>) {
        let (mut t, mut free) = (self.run.start, self.run.start);
        while t < self.run.end {
            match if self.can_begin(t) { self.at(t) } else { None } {
                Some((end, when)) => {
                    let beside = matches!(when, When::Count { from: From::Beside, .. });
                    let start = if beside { end - 1 } else { self.stretch(t, free) };
                    out.push(DateMention { run: Run::new(start, end), when });
                    (t, free) = (end, end);
                }
                None => t += 1,
            }
        }
    }

    /// Digits, a word of some scale, or `the` before one; nothing else is looked at.
    fn can_begin(&self, t: usize) -> bool {
        self.text.tokens[t].kind == TokenKind::Number
            || self.lexicon.on_a_scale(self.words.at(t).form)
            || self.is(t, self.sets.definite)
    }

    fn at(&self, t: usize) -> Found {
        self.numeric(t)
            .or_else(|| self.weekday(t))
            .or_else(|| self.month_first(t))
            .or_else(|| self.day_first(t))
            .or_else(|| self.relative_day(t))
            .or_else(|| self.succession(t))
            .or_else(|| self.shifted(t))
            .or_else(|| self.counted(t))
            .or_else(|| self.part_of_this(t))
            .or_else(|| self.season(t))
            .or_else(|| self.year_alone(t))
    }

    /// `2025-12-02`.
    fn numeric(&self, t: usize) -> Found {
        let year = self.year(t)?;
        let glued = |i: usize| self.kind(i) == Some(TokenKind::Hyphen);
        let (month, day) = (self.number(t + 2, 12)?, self.number(t + 4, 31)?);
        (glued(t + 1) && glued(t + 3))
            .then_some((t + 5, When::Fixed(Partial { year, month: Some(month), day: Some(day) })))
    }

    /// `Tuesday`, `Tuesday, 2 December`, `last Tuesday`, `Friday of next week`; `a Friday in May` is a day of May.
    fn weekday(&self, t: usize) -> Found {
        let shift = self.shift(t);
        let at = t + usize::from(shift.is_some());
        let weekday = self.capital(at, self.sets.weekday)? as i8;
        let gap = matches!(self.kind(at + 1), Some(TokenKind::Comma | TokenKind::ParenOpen));
        let after = at + 1 + usize::from(gap);
        if let Some(exact) = self.month_first(after).or_else(|| self.day_first(after)).filter(|(_, w)| is_day(w)) {
            return Some(exact);
        }
        let month = self.capital(at + 2, self.sets.month).filter(|_| self.is(at + 1, self.sets.inside));
        if let Some(month) = month {
            return Some((at + 3, When::Month { month: month as i8, shift: None }));
        }
        let from = at + 1 + usize::from(self.is(at + 1, self.sets.of));
        let week = self.shifted(from).and_then(|(end, when)| match when {
            When::Count { unit: Unit::Week, by, .. } => Some((end, by)),
            _ => None,
        });
        let end = week.map_or(at + 1, |(end, _)| end);
        Some((end, When::Weekday { weekday, shift, week: week.map(|(_, by)| by) }))
    }

    /// `December 2`, `Feb. 4 and 5, 2026`, `April 2026`, `last November`, `March`.
    fn month_first(&self, t: usize) -> Found {
        let shift = self.shift(t);
        let at = t + usize::from(shift.is_some());
        let month = self.capital(at, self.sets.month)? as i8;
        if let Some((end, day)) = self.days(at + 1) {
            let (end, year) = self.comma_year(end);
            return Some((end, dated(year, month, day)));
        }
        let (end, year) = self.comma_year(at + 1);
        match year {
            Some(year) => Some((end, When::Fixed(Partial::month(year, month)))),
            None if shift.is_none() && !self.plain_month(at) => None,
            None => Some((at + 1, When::Month { month, shift })),
        }
    }

    /// `2 December`, `the 2nd of December 2025`, `4 and 5 February`.
    fn day_first(&self, t: usize) -> Found {
        let (end, day) = self.days(t)?;
        let at = end + usize::from(self.is(end, self.sets.of));
        let month = self.capital(at, self.sets.month)? as i8;
        let (end, year) = self.comma_year(at + 1);
        Some((end, dated(year, month, day)))
    }

    /// `yesterday`, `the day before yesterday`.
    fn relative_day(&self, t: usize) -> Found {
        if let Some(by) = self.value(t, self.sets.relative_day) {
            return Some((t + 1, count(Unit::Day, by, From::Today)));
        }
        let day = self.value(t, self.sets.span) == Some(1);
        let turn = self.value(t + 1, self.sets.distance)?;
        let by = self.value(t + 2, self.sets.relative_day).filter(|by| day && by.signum() == turn.signum())?;
        Some((t + 3, count(Unit::Day, 2 * by, From::Today)))
    }

    /// `the following day`, `the same week`.
    fn succession(&self, t: usize) -> Found {
        let by = self.value(t, self.sets.succession)?;
        let determined = self.is(t, self.sets.definite) || t > self.run.start && self.is(t - 1, self.sets.definite);
        let unit = self.unit(t + 1).filter(|unit| determined && *unit != Unit::Year)?;
        Some((t + 2, count(unit, by, From::Last)))
    }

    /// `last week`, `this month`, `next year`, `this morning`; `the last week` is a length.
    fn shifted(&self, t: usize) -> Found {
        let by = self.shift(t)?;
        let determined = t > self.run.start && self.is(t - 1, self.sets.definite);
        let unit = self.unit(t + 1).filter(|_| !determined)?;
        match unit {
            Unit::Weekend if by == 0 => Some((t + 2, When::Weekend)),
            _ => Some((t + 2, count(unit, by, From::Today))),
        }
    }

    /// `three days ago`, `a week later`, `in two weeks`; `a day before` what is told next.
    fn counted(&self, t: usize) -> Found {
        let n = self.amount(t)?;
        let unit = self.unit(t + 1)?;
        if let Some(turn) = self.value(t + 2, self.sets.distance) {
            let said = self.words.tag(t + 2) != Tag::IN || !self.is_word(t + 3);
            let from = if turn < 0 && !self.is_comparative(t + 2) { From::Today } else { From::Last };
            return Some((
                t + 3,
                if said { count(unit, n * turn, from) } else { count(unit, -n * turn, From::Beside) },
            ));
        }
        let ahead = t > self.run.start && self.is(t - 1, self.sets.inside) && self.unit_ends(t + 2);
        ahead.then_some((t + 2, count(unit, n, From::Ahead)))
    }

    /// `later this month` is `this month`; here `the end of the month`, `later in the week`, `over the weekend`.
    fn part_of_this(&self, t: usize) -> Found {
        let unit = self.unit(t + 1).filter(|_| self.is(t, self.sets.definite) && t >= self.run.start + 2)?;
        let linked = self.words.tag(t - 1) == Tag::IN;
        let part = self.is(t - 2, self.sets.part) || self.value(t - 2, self.sets.weekday).is_some();
        match unit {
            Unit::Weekend if linked => Some((t + 2, When::Weekend)),
            Unit::Week | Unit::Month | Unit::Year if linked && part => Some((t + 2, count(unit, 0, From::Today))),
            _ => None,
        }
    }

    /// `last summer`, `over the winter`; not `the spring offensive`, `in the summer of 2022`.
    fn season(&self, t: usize) -> Found {
        let shift = self.shift(t);
        let month = self.value(t + 1, self.sets.season_end)? as i8;
        let governed = t > self.run.start && self.words.tag(t - 1) == Tag::IN && self.is(t, self.sets.definite);
        let determined = t > self.run.start && self.is(t - 1, self.sets.definite);
        let bare = shift.is_some() && !determined || governed && self.unit_ends(t + 2);
        let dated = self.is(t + 2, self.sets.of) || self.year(t + 2).is_some();
        (bare && !dated).then_some((t + 2, When::Season { month, shift }))
    }

    /// `in 2022`, `the 2022 talks`, `spring 2022`.
    fn year_alone(&self, t: usize) -> Found {
        let year = self.year(t).filter(|_| t > self.run.start)?;
        let before = self.words.tag(t - 1);
        let governed =
            matches!(before, Tag::IN | Tag::TO | Tag::DT | Tag::POS | Tag::PRPS) || self.is(t - 1, self.sets.season);
        let glued = self.kind(t + 1) == Some(TokenKind::Hyphen) || self.kind(t + 1) == Some(TokenKind::Symbol);
        (governed && !glued).then_some((t + 1, When::Fixed(Partial::year(year))))
    }

    /// Takes in what stands before: `the first week of`, `early`, `mid-`.
    fn stretch(&self, start: usize, free: usize) -> usize {
        let mut t = start;
        for i in (free.max(start.saturating_sub(6))..start).rev() {
            let of =
                self.is(i, self.sets.of) && i > free && (self.is(i - 1, self.sets.part) || self.unit(i - 1).is_some());
            let word = self.is(i, self.sets.part) || self.is(i, self.sets.ordinal) || self.is(i, self.sets.season);
            let span = t < start && self.unit(i).is_some();
            let the = self.is(i, self.sets.definite);
            let hyphen = self.kind(i) == Some(TokenKind::Hyphen);
            if !(of || word || span || the || hyphen) {
                break;
            }
            t = i;
            if the {
                break;
            }
        }
        t
    }

    fn kind(&self, t: usize) -> Option<TokenKind> {
        self.run.contains(t).then(|| self.text.tokens[t].kind)
    }

    fn is_word(&self, t: usize) -> bool {
        matches!(self.kind(t), Some(TokenKind::Word | TokenKind::Number))
    }

    fn is(&self, t: usize, set: SetId) -> bool {
        self.run.contains(t) && self.words.is(self.lexicon, t, set)
    }

    fn value(&self, t: usize, scale: &Scale) -> Option<i64> {
        self.run.contains(t).then(|| scale.whole(self.words.at(t).form)).flatten()
    }

    /// The value of a word that must be written with a capital (`May`, `Sun`).
    fn capital(&self, t: usize, scale: &Scale) -> Option<i64> {
        self.value(t, scale).filter(|_| self.text.tokens[t].case.is_capital())
    }

    fn shift(&self, t: usize) -> Option<i64> {
        self.value(t, self.sets.shift)
    }

    fn unit(&self, t: usize) -> Option<Unit> {
        Some(match self.value(t, self.sets.span)? {
            1 => Unit::Day,
            2 => Unit::Weekend,
            7 => Unit::Week,
            30 => Unit::Month,
            _ => Unit::Year,
        })
    }

    /// A month named alone is no part of a name (`Theresa May`) and no verb.
    fn plain_month(&self, t: usize) -> bool {
        let named =
            t > self.run.start && self.words.tag(t - 1) == Tag::NNP && self.kind(t - 1) == Some(TokenKind::Word);
        let more = self.kind(t + 1) == Some(TokenKind::Word) && self.text.tokens[t + 1].case.is_capital();
        let governed = t > self.run.start && (self.words.tag(t - 1) == Tag::IN || self.is(t - 1, self.sets.part));
        let compound = self.kind(t + 1) == Some(TokenKind::Hyphen);
        self.words.tag(t).is_noun() && !compound && !named && (governed || !more)
    }

    /// One or two days of a month: `2`, `2nd`, `4 and 5`, `17-18`; the first of them.
    fn days(&self, t: usize) -> Option<(usize, i8)> {
        let (end, day) = self.day(t)?;
        let joined = matches!(self.kind(end), Some(TokenKind::Hyphen | TokenKind::Dash)) || self.is(end, self.sets.and);
        let last = self.day(end + 1).filter(|(_, next)| joined && *next > day);
        Some((last.map_or(end, |(end, _)| end), day))
    }

    fn day(&self, t: usize) -> Option<(usize, i8)> {
        let day = self.number(t, 31)?;
        let suffix = self.is(t + 1, self.sets.suffix) && self.text.tokens[t + 1].glued;
        Some((t + 1 + usize::from(suffix), day))
    }

    fn number(&self, t: usize, most: i8) -> Option<i8> {
        self.kind(t).filter(|k| *k == TokenKind::Number)?;
        let word = self.text.word(t);
        (word.len() <= 2).then(|| word.parse().ok()).flatten().filter(|n| (1..=most).contains(n))
    }

    fn year(&self, t: usize) -> Option<i16> {
        self.kind(t).filter(|k| *k == TokenKind::Number)?;
        let word = self.text.word(t);
        (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|y| (1900..2100).contains(y))
    }

    /// The year at `t`, or behind a comma or `of` there; and where the date ends.
    fn comma_year(&self, t: usize) -> (usize, Option<i16>) {
        let gap = self.kind(t) == Some(TokenKind::Comma) || self.is(t, self.sets.of);
        let at = t + usize::from(gap);
        match self.year(at) {
            Some(year) => (at + 1, Some(year)),
            None => (t, None),
        }
    }

    fn amount(&self, t: usize) -> Option<i64> {
        self.number(t, 99).map(i64::from).or_else(|| self.value(t, self.sets.numeral))
    }

    /// `earlier` and `later` count from the date named last, `ago` from today.
    fn is_comparative(&self, t: usize) -> bool {
        self.is(t, self.sets.part)
    }

    /// No noun and no `of` goes on behind a span: `in two weeks`, not `in two weeks of talks`.
    fn unit_ends(&self, t: usize) -> bool {
        !self.run.contains(t)
            || !(self.words.tag(t).is_noun() || self.words.tag(t) == Tag::POS || self.is(t, self.sets.of))
    }
}

fn is_day(when: &When) -> bool {
    matches!(when, When::Day { .. } | When::Fixed(Partial { day: Some(_), .. }))
}

fn dated(year: Option<i16>, month: i8, day: i8) -> When {
    match year {
        Some(year) => When::Fixed(Partial { year, month: Some(month), day: Some(day) }),
        None => When::Day { month, day },
    }
}

const fn count(unit: Unit, by: i64, from: From) -> When {
    When::Count { unit, by, from }
}

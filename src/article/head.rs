//! The head of a plain article, and what else in it is no body.
//!
//! Owns the order in which lines are tried: headline, then what may stand under it until the first line of the body;
//! `margin.rs` goes on from there. Is given the text. Never cuts it: parts are marked. Where a line could be headline
//! or body it is body: a headline read as text costs little, a sentence taken for a headline costs its findings.

use super::date::{Stamp, stamps};
use super::date_line::{Trust, around_date, closing_day, is_date_line, trust, undated};
use super::line::{Line, lines};
use super::{HeadPart, HeadRole, Meta, byline, caption, dateline, margin, tail};
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

/// How many lines a head has at most.
const LONGEST_HEAD: usize = 14;

/// What was read of the head.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// What it says.
    pub meta: Meta,
    /// Where it stands, in order.
    pub parts: Vec<HeadPart>,
}

/// Reads `text` from byte `from` on, `given` being what front matter said.
pub(super) fn read(text: &str, from: usize, given: &Meta) -> Head {
    let lines = lines(text, from);
    let mut reader = Reader { lines: &lines, at: 0, head: Head::default(), days: Vec::new(), signed: false };
    reader.title(given);
    reader.under_title();
    reader.margins(given);
    reader.finish()
}

struct Reader<'a> {
    lines: &'a [Line<'a>],
    at: usize,
    head: Head,
    days: Vec<(Trust, Stamp)>,
    signed: bool,
}

impl<'a> Reader<'a> {
    /// The first line is the headline, unless it reads like body, byline or dateline.
    fn title(&mut self, given: &Meta) {
        while self.is_before_title() {
            self.mark(HeadRole::Tail);
        }
        let Some(line) = self.line() else { return };
        let repeats = given.title.as_deref().is_some_and(|title| same_words(title, line.text));
        if !repeats && (given.title.is_some() || !self.may_be_title(line)) {
            return;
        }
        self.days.extend(closing_day(line.text).map(|stamp| (Trust::Title, stamp)));
        let whole = self.mark_title(line.text.to_owned());
        self.head.meta.title = Some(whole);
    }

    /// Navigation, and the word that names the section.
    fn is_before_title(&self) -> bool {
        let (Some(line), Some(next)) = (self.line(), self.lines.get(self.at + 1)) else { return false };
        let kicker = line.words() == 1 && !line.is_terminated() && next.words() >= 4 && !next.is_terminated();
        self.at < 3 && (tail::is_furniture(line) || kicker && !is_byline(next) && !is_date_line(next))
    }

    fn may_be_title(&self, line: &Line<'_>) -> bool {
        let Some(next) = self.lines.get(self.at + 1).filter(|_| line.width() <= 250) else { return false };
        let sentence = line.text.ends_with(['.', ',', ';']) && !line.text.ends_with("..");
        let taken = dateline::read(line.text).is_some()
            || is_byline(line) && byline::read(undated(line.text)).is_some_and(|b| !b.names.is_empty());
        !taken && (!sentence || is_byline(next) || is_date_line(next))
    }

    /// Marks the headline and the lines it runs on in; what begins with a small letter is part of it.
    fn mark_title(&mut self, mut title: String) -> String {
        self.mark(HeadRole::Title);
        while let Some(line) = self.line().filter(|line| self.runs_on(line)) {
            if line.text.starts_with(char::is_lowercase) {
                title = format!("{title} {}", line.text);
            }
            self.mark(HeadRole::Title);
        }
        title
    }

    fn runs_on(&self, line: &Line<'_>) -> bool {
        let known =
            is_byline(line) || is_date_line(line) || caption::is_caption(line) || dateline::read(line.text).is_some();
        let words = line.text.contains(char::is_alphanumeric) && !byline::is_name_line(line.text);
        !line.opens_block && words && !line.is_terminated() && line.words() <= 16 && !known && self.at < 4
    }

    /// Lines under the headline, until one is body.
    fn under_title(&mut self) {
        while let Some(line) = self.line().filter(|_| self.at < LONGEST_HEAD) {
            let Some(role) = self.role(line) else { break };
            self.mark(role);
        }
    }

    fn role(&mut self, line: &Line<'a>) -> Option<HeadRole> {
        if self.head.meta.title.as_deref().is_some_and(|title| same_words(title, line.text)) {
            return Some(HeadRole::Title);
        }
        if tail::is_furniture(line) || !line.text.contains(char::is_alphanumeric) {
            return Some(HeadRole::Tail);
        }
        self.byline(line)
            .or_else(|| self.dateline_alone(line))
            .or_else(|| self.date_line(line))
            .or_else(|| self.beside(line))
    }

    /// Captions, an author's position, and a deck: they are known by what stands around them.
    fn beside(&mut self, line: &Line<'a>) -> Option<HeadRole> {
        let follows = |reader: &Self| reader.signed && !line.opens_block && line.words() <= 5 && !line.is_terminated();
        if caption::is_caption(line) {
            Some(HeadRole::Caption)
        } else if follows(self) || self.at > 0 && byline::is_position_line(line.text) && self.signed {
            Some(HeadRole::Byline)
        } else if self.is_deck(line) {
            Some(HeadRole::Title)
        } else {
            None
        }
    }

    /// A line before the byline or date, with nothing of the body before it.
    fn is_deck(&self, line: &Line<'_>) -> bool {
        let ahead = self.lines.iter().skip(self.at + 1).take(2);
        let signs = |next: &Line<'_>| is_byline(next) || is_date_line(next);
        self.at > 0
            && !self.signed
            && self.days.iter().all(|(trust, _)| *trust == Trust::Title)
            && line.width() <= 300
            && ahead.into_iter().any(signs)
    }

    fn byline(&mut self, line: &Line<'a>) -> Option<HeadRole> {
        let next_is_date =
            self.lines.get(self.at + 1).is_some_and(|next| is_date_line(next) || byline::is_position_line(next.text));
        let bare_name = byline::is_name_line(line.text) && next_is_date && self.at > 0 && !self.signed;
        let words = undated(line.text);
        let unsigned = byline::unsigned(words).filter(|_| self.at > 0 && is_dated(line));
        if !bare_name && !is_byline(line) && unsigned.is_none() {
            return None;
        }
        let by = byline::read(words)
            .or(unsigned)
            .unwrap_or_else(|| byline::Byline { names: vec![words.to_owned()], after: None });
        let dated =
            stamps(line.text).first().is_some_and(|stamp| line.text[words.len()..stamp.at.start].starts_with(','));
        let outlet = by.after.filter(|_| dated || by.names.is_empty());
        self.head.meta.outlet = self.head.meta.outlet.take().or(outlet);
        self.head.meta.byline.extend(by.names);
        self.signed = true;
        self.days_of(line);
        Some(HeadRole::Byline)
    }

    fn dateline_alone(&mut self, line: &Line<'a>) -> Option<HeadRole> {
        let found = dateline::read(line.text).filter(|d| d.alone)?;
        self.dateline(found);
        Some(HeadRole::Dateline)
    }

    fn dateline(&mut self, found: dateline::Dateline) {
        self.days.extend(found.day.map(|stamp| (Trust::Dateline, stamp)));
        self.head.meta.outlet = self.head.meta.outlet.take().or(found.agency);
    }

    fn date_line(&mut self, line: &Line<'a>) -> Option<HeadRole> {
        let rest = around_date(line)?;
        let stated = line.text.contains('|') || stamps(line.text).iter().any(|s| line.text[s.at.clone()].contains('-'));
        let outlet = rest.first().filter(|words| stated || words.contains(' ')).filter(|words| !is_shouted(words));
        self.head.meta.outlet = self.head.meta.outlet.take().or(outlet.cloned());
        self.days_of(line);
        Some(if stamps(line.text).is_empty() { HeadRole::Byline } else { HeadRole::Date })
    }

    fn days_of(&mut self, line: &Line<'_>) {
        self.days.extend(stamps(line.text).into_iter().map(|stamp| (trust(line.text, &stamp), stamp)));
    }

    /// What the rest of the text holds that is no body.
    fn margins(&mut self, given: &Meta) {
        let authors = if given.byline.is_empty() { self.head.meta.byline.clone() } else { given.byline.clone() };
        let margins = margin::read(self.lines, self.at, &authors);
        self.head.parts.extend(margins.parts);
        margins.datelines.into_iter().for_each(|found| self.dateline(found));
    }

    fn line(&self) -> Option<&'a Line<'a>> {
        self.lines.get(self.at)
    }

    fn mark(&mut self, role: HeadRole) {
        if let Some(line) = self.line() {
            self.head.parts.push(HeadPart { start: line.start, end: line.end, role });
            self.at += 1;
        }
    }

    fn finish(mut self) -> Head {
        self.days.sort_by_key(|(trust, _)| std::cmp::Reverse(*trust));
        self.head.meta.published =
            self.days.iter().find_map(|(_, stamp)| stamp.date()).or_else(|| self.day_by_copyright());
        self.head
    }

    /// A day without a year takes that of the copyright line.
    fn day_by_copyright(&self) -> Option<Date> {
        static YEAR: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"(?i)^(?:©|\(c\)|copyright)\D{0,20}(\d{4})\b").expect("a fixed pattern"));
        let year = self.lines.iter().find_map(|line| YEAR.captures(line.text)?[1].parse().ok())?;
        self.days.iter().find_map(|(_, stamp)| stamp.date_in(year))
    }
}

fn is_byline(line: &Line<'_>) -> bool {
    line.width() <= 200 && byline::read(undated(line.text)).is_some()
}

/// A short line that ends with a day and its year.
fn is_dated(line: &Line<'_>) -> bool {
    let ends = |at: usize| line.text[at..].chars().all(|c| !c.is_alphanumeric());
    line.width() <= 140 && stamps(line.text).last().is_some_and(|stamp| stamp.year.is_some() && ends(stamp.at.end))
}

fn is_shouted(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphabetic()).count() > 5 && !words.contains(char::is_lowercase)
}

fn same_words(a: &str, b: &str) -> bool {
    let words = |s: &str| {
        s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect::<Vec<_>>()
    };
    let (a, b) = (words(a), words(b));
    !a.is_empty() && a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of `text`, and its parts as `role: words`.
    fn head(text: &str) -> (Meta, Vec<String>) {
        let head = read(text, 0, &Meta::default());
        let parts = head.parts.iter().map(|part| format!("{:?}: {}", part.role, &text[part.start..part.end])).collect();
        (head.meta, parts)
    }

    fn roles(parts: &[String]) -> Vec<&str> {
        parts.iter().filter_map(|part| part.split(':').next()).collect()
    }

    fn day(meta: &Meta) -> String {
        meta.published.map(|day| day.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_full_head() {
        let (meta, parts) = head(
            "Talks end without a deal\n\nTalks end without a deal\nThe envoys in the hall. / Palace.example\n\
             By Ann Lee in Berlin December 3, 2025\n\nThe talks ended on Tuesday.\n\nNews\n\nDismiss",
        );
        assert_eq!(meta.title.as_deref(), Some("Talks end without a deal"));
        assert_eq!((meta.byline, day(&head("").0)), (vec!["Ann Lee".to_owned()], String::new()));
        assert_eq!(meta.published.map(|d| d.to_string()).as_deref(), Some("2025-12-03"));
        assert_eq!(roles(&parts), ["Title", "Title", "Caption", "Byline", "Tail", "Tail"]);
    }

    #[test]
    fn lines_that_date() {
        for (line, outlet) in [
            ("2025-12-03", None),
            ("Wed 3 Dec 2025 19.47 GMT", None),
            ("3 December 2025 | 7 Minute Read", None),
            ("Updated 9:14 AM GMT, December 3, 2025", None),
            ("Published: December 3, 2025 | Updated: December 5, 2025", None),
            ("Gull News, 2025-12-03", Some("Gull News")),
            ("Gull | 3 December 2025", Some("Gull")),
            ("by Ann Lee — December 3, 2025, 4:12 PM", None),
            ("By Ann Lee and Bo Moe | December 3, 2025 4:42 PM GMT", None),
            ("By Ann Lee, Wireline, 2025-12-03", Some("Wireline")),
            ("Ann Lee and Bo Moe, The Wire Line, Wed 3 Dec 2025", Some("The Wire Line")),
            ("Ann Lee, diplomatic correspondent, Paris - 3 December 2025", None),
            ("GENEVA, Dec 3, 2025", None),
        ] {
            let (meta, parts) = head(&format!("Talks stall\n\n{line}\n\nThe talks stalled on a Tuesday.\n"));
            assert_eq!((day(&meta).as_str(), meta.outlet.as_deref()), ("2025-12-03", outlet), "{line}");
            assert_eq!(parts.len(), 2, "{line}: {parts:?}");
        }
    }

    #[test]
    fn first_paragraphs_stay_body() {
        for line in [
            "On December 3, 2025, the envoys met again.",
            "By Tuesday the envoys had left.",
            "The envoys met.",
            "Ann Lee and Bo Moe, the envoys, met on 3 December 2025",
            "We move on,\" he said.",
            "Photos of the map, he said, were fakes.",
            "Ann Lee, the envoy, met Bo Moe.",
            "Here is how they compare.",
        ] {
            let (_, parts) = head(&format!("Notes on the negotiations\n\n2025-12-03\n\n{line}\n"));
            assert_eq!(parts.len(), 2, "{line}: {parts:?}");
        }
    }

    #[test]
    fn datelines_give_agency_and_day() {
        let (meta, parts) = head("Talks stall\n\nGENEVA, Dec 3 (Wireline) - The talks stalled.\n\n© 2025 Wireline\n");
        assert_eq!((day(&meta).as_str(), meta.outlet.as_deref()), ("2025-12-03", Some("Wireline")));
        assert_eq!(parts[1], "Dateline: GENEVA, Dec 3 (Wireline) - ");
        let (meta, _) = head("GENEVA, December 3. /WIRE/. The talks stalled.\n");
        assert_eq!((meta.title, meta.published, meta.outlet.as_deref()), (None, None, Some("WIRE")));
    }

    #[test]
    fn decks_positions_and_brackets() {
        let (meta, parts) = head(
            "Talks stall\nEnvoys leave Geneva with nothing but a promise to meet again\n\nAnn Lee\nEurope editor\n\
             3 December 2025\n\nThe talks stalled.\n\n(Reporting by Ann Lee; Editing\nby Bo Moe)\n\
             Ann Lee is a fellow at the institute.\n",
        );
        assert_eq!(roles(&parts), ["Title", "Title", "Byline", "Byline", "Date", "Tail", "Tail", "Tail"], "{parts:?}");
        assert_eq!((day(&meta).as_str(), meta.byline), ("2025-12-03", vec!["Ann Lee".to_owned()]));
    }

    #[test]
    fn headlines_of_several_lines_and_what_stands_before() {
        let (meta, parts) = head("World\n\nTalks stall in Geneva as both\nsides dig in\n=====\n\nThe envoys left.\n");
        assert_eq!(meta.title.as_deref(), Some("Talks stall in Geneva as both sides dig in"));
        assert_eq!(roles(&parts), ["Tail", "Title", "Title", "Tail"], "{parts:?}");
        let (meta, _) = head("Weekly assessment, 3 December 2025\n\nThe envoys left.\n");
        assert_eq!(day(&meta), "2025-12-03");
        let (meta, _) = head("What 3 December 2025 brought\n\nThe envoys left.\n");
        assert_eq!(day(&meta), "");
    }

    #[test]
    fn a_text_without_head_is_all_body() {
        let long = "The talks ended on Tuesday, and nobody had signed anything at all by then, aides said.";
        assert_eq!(head(&format!("{long}\n\nThey left.\n")).1.len(), 0);
        for text in [
            "The talks ended.",
            "The talks ended",
            "The talks ended.\n\nThe envoys left.\n",
            "Ann Lee left.\nBo Moe stayed.\n",
        ] {
            assert_eq!(head(text).1, Vec::<String>::new(), "{text}");
        }
    }
}

//! The head of a plain article, and what else in it is no body.
//!
//! Owns the order in which lines are tried: headline, then what may stand under it until the first line of the body,
//! then datelines, captions and furniture among the paragraphs. Is given the text. Never cuts it: parts are marked.

use super::date::{Stamp, stamps};
use super::date_line::{around_date, is_date_line, undated};
use super::line::{Line, lines};
use super::{HeadPart, HeadRole, Meta, byline, caption, dateline, tail};
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
    reader.body(given);
    reader.finish()
}

/// How far a day can be trusted to be that of publication; the last is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trust {
    Title,
    Dateline,
    Updated,
    Plain,
    Published,
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
        let Some(line) = self.lines.first() else { return };
        let repeats = given.title.as_deref().is_some_and(|title| same_words(title, line.text));
        if !repeats && (given.title.is_some() || !self.may_be_title(line)) {
            return;
        }
        self.days.extend(stamps(line.text).into_iter().map(|stamp| (Trust::Title, stamp)));
        self.head.meta.title = Some(line.text.to_owned());
        self.mark(HeadRole::Title);
    }

    fn may_be_title(&self, line: &Line<'_>) -> bool {
        let sentence = line.text.ends_with(['.', ',', ';']) && !line.text.ends_with("..");
        let taken = dateline::read(line.text).is_some()
            || byline::read(undated(line.text)).is_some_and(|b| !b.names.is_empty());
        line.width() <= 250 && !(sentence && (line.words() > 14 || self.lines.len() == 1)) && !taken
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
        if tail::is_furniture(line) {
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
        let ahead = self.lines.iter().skip(self.at + 1).take(3);
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
        if !bare_name && !is_byline(line) {
            return None;
        }
        let words = undated(line.text);
        let by = byline::read(words).unwrap_or_else(|| byline::Byline { names: vec![words.to_owned()], after: None });
        let dated = stamps(line.text).first().is_some_and(|stamp| line.text[words.len()..stamp.at.start].trim() == ",");
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
        Some(HeadRole::Date)
    }

    fn days_of(&mut self, line: &Line<'_>) {
        for stamp in stamps(line.text) {
            let before = line.text[..stamp.at.start].to_lowercase();
            let (first, again) = (before.rfind("published"), before.rfind("updated").max(before.rfind("modified")));
            let trust = match (first, again) {
                (None, None) => Trust::Plain,
                _ if first > again => Trust::Published,
                _ => Trust::Updated,
            };
            self.days.push((trust, stamp));
        }
    }

    /// Datelines, captions and furniture in the body.
    fn body(&mut self, given: &Meta) {
        let first = self.at;
        let end = self.end_of_body(given);
        while let Some(line) = self.line() {
            if self.at >= end || tail::is_furniture(line) {
                self.mark_to_bracket(line);
            } else if caption::is_caption(line) {
                self.mark(HeadRole::Caption);
            } else if self
                .lines
                .get(self.at + 1)
                .is_some_and(|next| caption::is_pair(line, next, self.lines.get(self.at + 2)))
            {
                self.mark(HeadRole::Caption);
                self.mark(HeadRole::Caption);
            } else {
                self.paragraph(line, self.at == first);
            }
        }
    }

    /// Page residue at the end, once one line of it is sure, and the author's biography.
    fn end_of_body(&self, given: &Meta) -> usize {
        let authors = if given.byline.is_empty() { &self.head.meta.byline } else { &given.byline };
        let last = self.lines.iter().rposition(|l| !tail::is_residue(l) && !tail::is_biography(l, authors));
        let end = last.map_or(self.at, |last| last + 1).max(self.at);
        let sure = self.lines[end..].iter().any(|l| tail::is_furniture(l) || tail::is_biography(l, authors));
        if sure { end } else { self.lines.len() }
    }

    fn paragraph(&mut self, line: &Line<'a>, is_first: bool) {
        let found = dateline::read(line.text).filter(|d| line.opens_block && (is_first || d.agency.is_some()));
        if let Some(found) = found {
            let end = line.text_start + found.len;
            self.head.parts.push(HeadPart { start: line.start, end, role: HeadRole::Dateline });
            self.dateline(found);
        }
        self.at += 1;
    }

    /// A bracket that opens furniture may close on a later line of the block.
    fn mark_to_bracket(&mut self, line: &Line<'a>) {
        self.mark(HeadRole::Tail);
        let mut open = line.text.starts_with('(') && !line.text.contains(')');
        while let Some(next) = self.line().filter(|next| open && !next.opens_block) {
            open = !next.text.contains(')');
            self.mark(HeadRole::Tail);
        }
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
    let words = undated(line.text);
    line.width() <= 200 && !words.is_empty() && byline::read(words).is_some()
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
    fn a_text_without_head_is_all_body() {
        let long = "The talks ended on Tuesday, and nobody had signed anything at all by then, aides said.";
        assert_eq!(head(&format!("{long}\n\nThey left.\n")).1.len(), 0);
        assert_eq!(head("The talks ended.").1.len(), 0);
    }
}

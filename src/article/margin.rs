//! What stands among and after the paragraphs of a body without being one of them.
//!
//! Owns the way from the first line of the body to the last. Is given the lines and the authors. Never cuts: it marks.

use super::line::Line;
use super::{HeadPart, HeadRole, caption, dateline, tail};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Margins {
    /// Datelines, captions and furniture, in order.
    pub parts: Vec<HeadPart>,
    /// What the datelines say.
    pub datelines: Vec<dateline::Dateline>,
}

/// Reads the lines from number `at` on.
pub(super) fn read(lines: &[Line<'_>], at: usize, authors: &[String]) -> Margins {
    let end = end_of_body(lines, at, authors);
    let mut reader = Reader { lines, at, margins: Margins::default() };
    while let Some(line) = lines.get(reader.at) {
        match reader.at >= end || tail::is_furniture(line) {
            true => reader.furniture(line),
            false => reader.paragraph(line, reader.at == at),
        }
    }
    reader.margins
}

/// Page residue at the end, once one line of it is sure, and the author's biography.
fn end_of_body(lines: &[Line<'_>], at: usize, authors: &[String]) -> usize {
    let last = lines.iter().rposition(|line| !tail::is_residue(line) && !tail::is_biography(line, authors));
    let end = last.map_or(at, |last| last + 1).max(at);
    let sure = lines[end..].iter().any(|line| tail::is_furniture(line) || tail::is_biography(line, authors));
    if sure { end } else { lines.len() }
}

struct Reader<'a> {
    lines: &'a [Line<'a>],
    at: usize,
    margins: Margins,
}

impl Reader<'_> {
    /// A bracket that opens furniture may close on a later line of the block.
    fn furniture(&mut self, line: &Line<'_>) {
        self.mark(HeadRole::Tail);
        let mut open = line.text.starts_with('(') && !line.text.contains(')');
        while let Some(next) = self.lines.get(self.at).filter(|next| open && !next.opens_block) {
            open = !next.text.contains(')');
            self.mark(HeadRole::Tail);
        }
    }

    /// A caption, a credit above its caption, or a paragraph, which may begin with a dateline.
    fn paragraph(&mut self, line: &Line<'_>, is_first: bool) {
        let next = self.lines.get(self.at + 1);
        if caption::is_caption(line) {
            self.mark(HeadRole::Caption);
        } else if next.is_some_and(|next| caption::is_pair(line, next, self.lines.get(self.at + 2))) {
            self.mark(HeadRole::Caption);
            self.mark(HeadRole::Caption);
        } else {
            self.dateline(line, is_first);
            self.at += 1;
        }
    }

    /// Past the first paragraph only an agency makes a dateline.
    fn dateline(&mut self, line: &Line<'_>, is_first: bool) {
        let sure = |found: &dateline::Dateline| is_first || line.opens_block && found.agency.is_some();
        if let Some(found) = dateline::read(line.text).filter(sure) {
            let end = line.text_start + found.len;
            self.margins.parts.push(HeadPart { start: line.start, end, role: HeadRole::Dateline });
            self.margins.datelines.push(found);
        }
    }

    fn mark(&mut self, role: HeadRole) {
        if let Some(line) = self.lines.get(self.at) {
            self.margins.parts.push(HeadPart { start: line.start, end: line.end, role });
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    fn roles(text: &str) -> Vec<(HeadRole, &str)> {
        let found = read(&lines(text, 0), 0, &["Ann Lee".to_owned()]);
        found.parts.iter().map(|part| (part.role, &text[part.start..part.end])).collect()
    }

    #[test]
    fn only_margins_are_marked() {
        let text = "GENEVA - The talks stalled.\n\nPhoto: Bo Moe\n\nEnvoys left.\n\nVIENNA - They\u{a0}met.\n\n\
                    VIENNA, Dec 3 (Wire) - They met again.\n\nWorld\n\nShare this\n\nAnn Lee is a fellow.\n";
        let expected = [
            (HeadRole::Dateline, "GENEVA - "),
            (HeadRole::Caption, "Photo: Bo Moe"),
            (HeadRole::Dateline, "VIENNA, Dec 3 (Wire) - "),
            (HeadRole::Tail, "World"),
            (HeadRole::Tail, "Share this"),
            (HeadRole::Tail, "Ann Lee is a fellow."),
        ];
        assert_eq!(roles(text), expected);
    }

    #[test]
    fn a_short_last_line_alone_is_no_residue() {
        assert_eq!(roles("The talks stalled.\n\nWhat now\n"), []);
    }
}

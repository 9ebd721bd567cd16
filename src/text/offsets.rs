//! From bytes to characters and lines.
//!
//! Owns the two tables behind [`Text::char_of`] and [`Text::line_of`]. Is given the decoded text. Never knows a token.

use super::Text;

/// Characters between two checkpoints.
const STEP: u32 = 64;

/// Byte offset and character count at every 64th character.
pub(super) fn checkpoints(source: &str) -> Vec<(u32, u32)> {
    let mut points = Vec::with_capacity(source.len() / STEP as usize + 1);
    let (mut at, mut count) = (0, 0);
    while at < source.len() {
        points.push((at as u32, count));
        let rest = &source[at..];
        let plain = rest.as_bytes().get(..STEP as usize).is_some_and(<[u8]>::is_ascii);
        let step =
            if plain { STEP as usize } else { rest.char_indices().nth(STEP as usize).map_or(rest.len(), |(to, _)| to) };
        (at, count) = (at + step, count + STEP);
    }
    points
}

/// Byte offset of every line's start; a line ends at LF, CRLF or a lone CR.
pub(super) fn line_starts(source: &str) -> Vec<u32> {
    let bytes = source.as_bytes();
    let mut starts = vec![0];
    if source.contains('\r') {
        let ends = |&at: &usize| bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        starts.extend((0..bytes.len()).filter(ends).map(|at| at as u32 + 1));
    } else {
        starts.extend(source.match_indices('\n').map(|(at, _)| at as u32 + 1));
    }
    starts
}

impl Text<'_> {
    /// How many characters stand before byte `byte`, which must lie on a character boundary.
    pub fn char_of(&self, byte: usize) -> usize {
        let after = self.checkpoints.partition_point(|&(start, _)| start as usize <= byte);
        let (start, count) = after.checked_sub(1).map_or((0, 0), |at| self.checkpoints[at]);
        let plain = self.checkpoints.get(after).is_some_and(|&(next, _)| next - start == STEP);
        let rest = &self.source[start as usize..byte];
        count as usize + if plain { rest.len() } else { rest.chars().count() }
    }

    /// The line, counted from 1, on which byte `byte` stands.
    pub fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|&start| start as usize <= byte)
    }
}

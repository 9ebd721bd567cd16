//! From bytes to characters and lines.
//!
//! Owns the two tables behind [`Text::char_of`] and [`Text::line_of`]. Is given the decoded text. Never knows a token.

use super::Text;

/// Characters between two checkpoints.
const STEP: u32 = 64;

/// Byte offset and character count at every 64th character.
pub(super) fn checkpoints(source: &str) -> Vec<(u32, u32)> {
    let mut points = Vec::with_capacity(source.len() / STEP as usize + 1);
    for (count, (byte, _)) in (0u32..).zip(source.char_indices()) {
        if count.is_multiple_of(STEP) {
            points.push((byte as u32, count));
        }
    }
    points
}

/// Byte offset of every line's start; a line ends at LF, CRLF or a lone CR.
pub(super) fn line_starts(source: &str) -> Vec<u32> {
    let bytes = source.as_bytes();
    let mut starts = vec![0];
    for (at, &byte) in bytes.iter().enumerate() {
        let ends = byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        if ends {
            starts.push(at as u32 + 1);
        }
    }
    starts
}

impl Text<'_> {
    /// How many characters stand before byte `byte`, which must lie on a character boundary.
    pub fn char_of(&self, byte: usize) -> usize {
        let after = self.checkpoints.partition_point(|&(start, _)| start as usize <= byte);
        let (start, count) = after.checked_sub(1).map_or((0, 0), |at| self.checkpoints[at]);
        count as usize + self.source[start as usize..byte].chars().count()
    }

    /// The line, counted from 1, on which byte `byte` stands.
    pub fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|&start| start as usize <= byte)
    }
}

//! JSON, indented; several readings are one value after another.
//!
//! Owns the layout. Is given a reading, whose shape is the contract. Never adds or leaves out a field.

use crate::finding::Reading;
use std::io::{self, Write};

/// Writes one reading and a line end.
pub(super) fn write(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, reading)?;
    out.write_all(b"\n")
}

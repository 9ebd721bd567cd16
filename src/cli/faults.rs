//! Messages on stderr.
//!
//! Owns their form, and the memory that there was one. Is given messages. Never ends the process.

use super::{FAILED, FINE};
use std::io::{self, Write};
use ukdesk::render::escaped;

/// What went wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    count: usize,
}

impl Faults {
    /// Says what went wrong and returns the exit code for it. A closed stderr is no reason to fail again.
    pub fn report(&mut self, message: &str) -> u8 {
        self.count += 1;
        let _ = writeln!(io::stderr(), "ukdesk: {}", escaped(message));
        FAILED
    }

    /// The exit code for all of it.
    pub fn code(&self) -> u8 {
        if self.count == 0 { FINE } else { FAILED }
    }
}

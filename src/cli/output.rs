//! Standard output.
//!
//! Owns buffering and the rule that a reader who leaves early is content. Never writes messages.

use super::{FAILED, FINE, Outcome};
use std::io::{self, BufWriter, StdoutLock, Write};

/// Standard output, locked and buffered.
pub(crate) fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// The outcome of writing results: a broken pipe is success.
pub(crate) fn outcome(written: io::Result<u8>) -> Outcome {
    match written {
        Ok(code) => Ok(code),
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(FINE),
        Err(e) => Err(format!("standard output: cannot be written ({e}); the results are not complete")),
    }
}

/// Prints text that is at hand as a whole.
pub(crate) fn print(text: &[u8]) -> Outcome {
    let mut out = stdout();
    outcome(out.write_all(text).and_then(|()| out.flush()).map(|()| FINE))
}

const _: () = assert!(FINE < FAILED);

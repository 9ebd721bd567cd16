//! What can go wrong while loading, said so that the reader of the message knows what to do.
//!
//! Owns the wording. Is given the place and the numbers. Never prints.

use std::io;
use thiserror::Error;

/// Why an input could not be read; every message names the input, the place and a remedy.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The path leads nowhere.
    #[error("{name}: no such file or folder; check the path")]
    Missing {
        /// The input as given.
        name: String,
    },
    /// The system refuses to read it.
    #[error("{name}: cannot be read ({source}); check its permissions")]
    Unreadable {
        /// The input as given.
        name: String,
        /// The system's reason.
        source: io::Error,
    },
    /// A folder in which nothing is an article.
    #[error("{name}: no articles in this folder; {looked_for}")]
    NoArticles {
        /// The folder as given.
        name: String,
        /// Which files would have been read.
        looked_for: &'static str,
    },
    /// Nothing in it.
    #[error("{name}: the file is empty; there is nothing to read")]
    Empty {
        /// The input as given.
        name: String,
    },
    /// White space only.
    #[error("{name}: holds nothing but white space; there is nothing to read")]
    Blank {
        /// The input as given.
        name: String,
    },
    /// Not text.
    #[error("{name}: looks like a binary file (a NUL byte at offset {offset}); extract its text first")]
    Binary {
        /// The input as given.
        name: String,
        /// Byte offset of the first NUL.
        offset: usize,
    },
    /// Text in another encoding.
    #[error("{name}: is encoded as {encoding}; convert it first, for example: iconv -f {encoding} -t UTF-8")]
    Encoding {
        /// The input as given.
        name: String,
        /// Name of the encoding.
        encoding: &'static str,
    },
    /// Bytes that are no UTF-8.
    #[error(
        "{name}: not valid UTF-8 at byte offset {offset} (line {line}, byte 0x{byte:02X}); \
         convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8"
    )]
    InvalidUtf8 {
        /// The input as given.
        name: String,
        /// Byte offset of the first wrong sequence.
        offset: usize,
        /// Line of it, counted from 1.
        line: usize,
        /// The first wrong byte.
        byte: u8,
    },
    /// More than the limit.
    #[error("{name}: larger than the limit of {limit} bytes; an article is smaller, but --max-bytes raises it")]
    TooLarge {
        /// The input as given.
        name: String,
        /// The limit in force.
        limit: u64,
    },
    /// A format that is recognised, but not read.
    #[error("{name}: is {what}, which is not read yet; save the article as plain text or Markdown")]
    Unsupported {
        /// The input as given.
        name: String,
        /// Name of the format.
        what: &'static str,
    },
}

impl LoadError {
    /// The error for a failed system call on `name`.
    pub(super) fn from_io(name: &str, source: io::Error) -> Self {
        let name = name.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => LoadError::Missing { name },
            _ => LoadError::Unreadable { name, source },
        }
    }
}

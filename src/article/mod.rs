//! Loading: bytes to an [`Article`], a text with what its head or front matter says about it.
//!
//! Owns formats, encodings and metadata; the only layer that reads input. Never knows the lexicon or a sentence.

mod byline;
mod caption;
mod date;
mod date_line;
mod dateline;
mod decode;
mod error;
mod format;
mod front_matter;
mod head;
mod info;
mod line;
mod load;
mod margin;
mod slug;
mod source;
mod tail;

pub use date::parse_date;
pub use error::LoadError;
pub use format::Format;
pub use load::{DEFAULT_MAX_BYTES, Loader};
pub use slug::slug;
pub use source::{Source, articles, files, is_article};

use jiff::civil::Date;

/// One article, decoded. Offsets of all later layers are byte offsets into `text`; findings count characters.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Slug of the file's stem, or `stdin`.
    pub id: String,
    /// The path as given; none for standard input.
    pub path: Option<String>,
    /// The decoded file, unchanged (CRLF kept, BOM dropped, front matter kept).
    pub text: String,
    /// What the head or front matter says.
    pub meta: Meta,
    /// Parts of the text that are no body: half-open byte ranges in order, none overlapping.
    pub head: Vec<HeadPart>,
    /// What was mended or left out while loading.
    pub notes: Vec<String>,
}

/// What is known of the article itself.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// Headline.
    pub title: Option<String>,
    /// Authors, one name each.
    pub byline: Vec<String>,
    /// Outlet.
    pub outlet: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// ISO 639-1.
    pub language: Option<String>,
}

/// A part of the text with a role of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadPart {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Which role.
    pub role: HeadRole,
}

/// Roles of parts that are no body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadRole {
    /// Front matter between fences.
    FrontMatter,
    /// The headline, and lines that repeat it.
    Title,
    /// `By A and B`, the author's position, `4 Minute Read`.
    Byline,
    /// Publication date, `Updated ...`, outlet line.
    Date,
    /// A photo caption or credit.
    Caption,
    /// `MOSCOW, Dec 3 (Reuters) -`, at the start of a body paragraph.
    Dateline,
    /// Reporting credits, newsletter boxes, `Read next`, navigation residue.
    Tail,
}

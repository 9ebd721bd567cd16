//! Word classes: the Penn Treebank's, as far as the reading needs them, and sets of them.
//!
//! Owns the names. Never knows a word.

/// A word class.
#[allow(missing_docs, clippy::upper_case_acronyms)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Tag {
    CC,
    CD,
    DT,
    EX,
    IN,
    JJ,
    JJR,
    JJS,
    MD,
    NN,
    NNS,
    NNP,
    POS,
    PRP,
    PRPS,
    RB,
    RP,
    TO,
    UH,
    VB,
    VBD,
    VBG,
    VBN,
    VBP,
    VBZ,
    WDT,
    WP,
    WPS,
    WRB,
    Punct,
    Other,
}

impl Tag {
    /// The tag of a Penn Treebank name.
    pub fn from_name(name: &str) -> Tag {
        match name {
            "CC" => Tag::CC,
            "CD" => Tag::CD,
            "DT" | "PDT" => Tag::DT,
            "EX" => Tag::EX,
            "IN" => Tag::IN,
            "JJ" => Tag::JJ,
            "JJR" => Tag::JJR,
            "JJS" => Tag::JJS,
            "MD" => Tag::MD,
            "NN" => Tag::NN,
            "NNS" => Tag::NNS,
            "NNP" | "NNPS" => Tag::NNP,
            "POS" => Tag::POS,
            "PRP" => Tag::PRP,
            "PRP$" => Tag::PRPS,
            "RB" | "RBR" | "RBS" => Tag::RB,
            "RP" => Tag::RP,
            "TO" => Tag::TO,
            "UH" => Tag::UH,
            "VB" => Tag::VB,
            "VBD" => Tag::VBD,
            "VBG" => Tag::VBG,
            "VBN" => Tag::VBN,
            "VBP" => Tag::VBP,
            "VBZ" => Tag::VBZ,
            "WDT" => Tag::WDT,
            "WP" => Tag::WP,
            "WP$" => Tag::WPS,
            "WRB" => Tag::WRB,
            _ => Tag::Other,
        }
    }

    /// A noun or name.
    pub const fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP)
    }
    /// An adjective.
    pub const fn is_adjective(self) -> bool {
        matches!(self, Tag::JJ | Tag::JJR | Tag::JJS)
    }
    /// A verb form that can be finite by itself.
    pub const fn is_finite(self) -> bool {
        matches!(self, Tag::VBD | Tag::VBP | Tag::VBZ | Tag::MD)
    }
    /// Any verb form.
    pub const fn is_verb(self) -> bool {
        matches!(self, Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ | Tag::MD)
    }
}

/// A set of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tags(u32);

impl Tags {
    /// The empty set.
    pub const NONE: Tags = Tags(0);
    /// The set of one.
    pub const fn of(tag: Tag) -> Tags {
        Tags(1 << tag as u32)
    }
    /// The set with `tag` added.
    pub const fn with(self, tag: Tag) -> Tags {
        Tags(self.0 | 1 << tag as u32)
    }
    /// Whether `tag` is in it.
    pub const fn has(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u32) != 0
    }
    /// Whether any tag is in both.
    pub const fn meets(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }
    /// Any verb form.
    pub const VERB: Tags = Tags::of(Tag::VB).with(Tag::VBD).with(Tag::VBG).with(Tag::VBN).with(Tag::VBP).with(Tag::VBZ);
    /// Any noun.
    pub const NOUN: Tags = Tags::of(Tag::NN).with(Tag::NNS).with(Tag::NNP);
}

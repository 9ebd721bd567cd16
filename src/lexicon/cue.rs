//! Cues compiled: what a predicate, noun or adjective does to the words around it.
//!
//! Owns the closed sets of acts and frame flags. Never reads an article.

use super::fault::LexiconError;
use super::schema::CueEntry;
use crate::finding::{Firmness, MeetingKind, MeetingStatus, Stance};

/// What a cue does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It carries a stance.
    Stance(Stance),
    /// It attributes words.
    Say,
    /// It attributes a thought or feeling.
    Think,
    /// A document, poll or picture attributes it to itself (the figures show).
    Show,
    /// It hands its subject to its noun or adjective (express, make, set).
    Light,
    /// It undoes the stance of its object or complement (drop, abandon, stop short of).
    Undo,
    /// It refuses what its complement says (refuse, decline).
    Refuse,
    /// It puts the complement into doubt (seem, be likely, be expected).
    Doubt,
    /// It denies that the complement is so (deny).
    Deny,
    /// It is a meeting (meet, talks, summit, visit).
    Meet,
    /// It tells what becomes of a meeting: it runs (hold, attend), is planned, proposed or cancelled.
    Meeting(MeetingStatus),
    /// A plan does it (provide, contain, cap).
    Provide,
    /// A plan loses something by it (drop, delete, gone).
    Strip,
    /// A plan's text is changed by it (raise, soften, amend).
    Change,
}

/// Word class of a cue's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A verb.
    Verb,
    /// A noun.
    Noun,
    /// An adjective or a noun used as one (`a non-starter`).
    Adjective,
    /// A preposition.
    Preposition,
    /// Fixed words, wherever they stand.
    Phrase,
}

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// How a cue's slots are opened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Flag { $($(#[$doc])* $name),+ }

        impl Flag {
            const ALL: &'static [(Flag, &'static str)] = &[$((Flag::$name, $text)),+];
        }
    };
}

flags! {
    /// Its object is the party that is to act (urge, press, ask).
    Addressee = "addressee",
    /// Needs an issue or plan of its own in the complement; nothing is carried over.
    Weak = "weak",
    /// Without a complement it takes up the last issue (refuse, agree).
    Anaphoric = "anaphoric",
    /// The holder gives: an offer if the holder would act, a demand if another must (propose, suggest).
    Gives = "gives",
    /// The voice holds it, not the grammatical subject (must, has to).
    Voice = "voice",
    /// The voice holds it where the grammatical subject is no party (a deal needs).
    VoiceElse = "voice-else",
    /// Counts only with a modal (would like).
    Modal = "modal",
    /// Counts only with an object and then `until` and an infinitive (give X until Friday to).
    Until = "until",
    /// Negated, it accepts (does not object to).
    Yields = "yields",
    /// Counts only with an object and then `to` (tie X to Y); what stands behind that is the content.
    To = "to",
    /// Likewise with `on` (condition X on Y).
    On = "on",
    /// The holder stands behind `for` or `to` (a non-starter for Moscow).
    For = "for",
    /// The complement is the grammatical subject (X is unacceptable).
    SubjectIsContent = "subject-is-content",
    /// The complement is what must not happen (red line).
    Prohibits = "prohibits",
    /// Counts only with an infinitive (threaten to, refuse to).
    Infinitive = "infinitive",
    /// Counts only with a `that` clause or quotation.
    That = "that",
    /// Positive with another's text as object: accept instead of offer (open to, ready for).
    Takes = "takes",
    /// Announced for the case that another does not yield, it is a threat (walk away from).
    Harm = "harm",
    /// Both sides of a conjoined subject, or both parties, hold it (agree).
    Joint = "joint",
    /// The verb is passive (be obliged to).
    Passive = "passive",
    /// Needs a negation before it (not interested in).
    Negated = "negated",
    /// The words attributed are the subject's own report of another (quote X as saying).
    Relays = "relays",
    /// A question, so its complement is no claim (ask whether).
    Asks = "asks",
    /// The cue may stand after what it attributes (X said).
    Inverts = "inverts",
    /// Its object is what is said (announce a truce).
    Object = "object",
    /// Its object and what is said of that make the content (call the plan a trap).
    Predicate = "predicate",
    /// Attributes nothing but quoted words (smile, begin).
    Quote = "quote",
    /// A noun that attributes behind a preposition (in Kyiv's view).
    Adverbial = "adverbial",
    /// A preposition that attributes where it opens the sentence (for Kyiv,).
    Fronted = "fronted",
    /// Published in writing.
    Written = "written",
    /// Its object can stand between its words (turn the offer down).
    Parts = "parts",
    /// Only in the past or perfect.
    Event = "event",
    /// Its object is a person.
    Person = "person",
    /// It counts where one acts abroad, or with somebody of another state.
    Abroad = "abroad",
}

/// A set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u64);

impl Flags {
    /// Whether `flag` is in it.
    pub const fn has(self, flag: Flag) -> bool {
        self.0 & (1u64 << flag as u64) != 0
    }
}

/// A compiled cue.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Its id.
    pub id: String,
    /// What it does.
    pub act: Act,
    /// Word class of its head.
    pub class: Class,
    /// How its slots are opened.
    pub flags: Flags,
    /// The firmness it implies.
    pub firmness: Option<Firmness>,
    /// Of a meeting, which kind.
    pub meeting: Option<MeetingKind>,
    /// Lemmas of objects that make it no stance.
    pub not_with: Vec<u32>,
    /// Lemmas of which one must stand in the complement.
    pub needs: Vec<u32>,
}

/// What is wrong with an entry: the field and the reason.
pub(super) type EntryFault = (&'static str, String);

/// Checks and compiles an entry; `lemmas` turns the words of object filters into forms.
pub(super) fn compile(entry: &CueEntry, mut lemmas: impl FnMut(&[String]) -> Vec<u32>) -> Result<Cue, EntryFault> {
    Ok(Cue {
        id: entry.id.clone(),
        act: act(&entry.act).ok_or_else(|| ("act", format!("`{}` is no act; see src/lexicon/cue.rs", entry.act)))?,
        class: class(&entry.class).ok_or_else(|| ("class", format!("`{}` is no class", entry.class)))?,
        flags: flags(&entry.frame)?,
        firmness: firmness(entry)?,
        meeting: meeting(entry)?,
        not_with: lemmas(&entry.not_with),
        needs: lemmas(&entry.needs),
    })
}

fn act(name: &str) -> Option<Act> {
    Some(match name {
        "say" => Act::Say,
        "think" => Act::Think,
        "show" => Act::Show,
        "light" => Act::Light,
        "undo" => Act::Undo,
        "refuse" => Act::Refuse,
        "doubt" => Act::Doubt,
        "deny" => Act::Deny,
        "meet" => Act::Meet,
        "provide" => Act::Provide,
        "strip" => Act::Strip,
        "change" => Act::Change,
        other => match other.parse() {
            Ok(status) => Act::Meeting(status),
            Err(_) => Act::Stance(other.parse().ok()?),
        },
    })
}

fn class(name: &str) -> Option<Class> {
    Some(match name {
        "verb" => Class::Verb,
        "noun" => Class::Noun,
        "adjective" => Class::Adjective,
        "preposition" => Class::Preposition,
        "phrase" => Class::Phrase,
        _ => return None,
    })
}

fn flags(names: &[String]) -> Result<Flags, EntryFault> {
    names.iter().try_fold(Flags::default(), |set, name| {
        let flag = Flag::ALL.iter().find(|(_, text)| text == name);
        let (flag, _) = flag.ok_or_else(|| ("frame", format!("`{name}` is no frame flag; see src/lexicon/cue.rs")))?;
        Ok(Flags(set.0 | 1u64 << *flag as u64))
    })
}

fn meeting(entry: &CueEntry) -> Result<Option<MeetingKind>, EntryFault> {
    let kind = |k: &String| k.parse().map_err(|k| ("meeting", format!("`{k}` is no kind of meeting")));
    entry.meeting.as_ref().map(kind).transpose()
}

fn firmness(entry: &CueEntry) -> Result<Option<Firmness>, EntryFault> {
    let parsed = entry.firmness.as_ref().map(|f| f.parse().map_err(|f| ("firmness", format!("`{f}` is no firmness"))));
    parsed.transpose()
}

/// Makes a [`LexiconError`] of an entry's fault.
pub(super) fn fault(file: String, line: usize, entry: String, (field, reason): EntryFault) -> LexiconError {
    LexiconError::Entry { file, line, entry, field: field.to_owned(), reason }
}

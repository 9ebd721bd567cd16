//! Encounters: which talks, summits, calls and visits an article tells of, where, when, between whom, and what became of
//! them.
//!
//! Owns the way from single mentions to meetings: spotting, slots, status, and joining over the article. Is given
//! phrases, clauses, the calendar and the referents. Never knows stances or issues, and never writes a finding.

mod fate;
mod join;
mod place;
mod refuse;
mod row;
mod spot;
mod stage;
#[cfg(test)]
mod tests;
mod who;
mod zone;

use crate::article::HeadRole;
use crate::calendar::Calendar;
use crate::clauses::Clauses;
use crate::finding::{MeetingKind, MeetingStatus};
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::Phrases;
use crate::referent::{CharacterId, Referents};
use crate::text::{ParagraphKind, Run, Text};
use crate::words::Words;
use crate::words::date::Partial;
use fate::Fate;
use place::Place;

/// What the contract calls the place of a call.
const PHONE: &str = "phone";

/// A meeting, as the whole article tells of it.
#[derive(Clone, Debug)]
pub struct Encounter {
    /// Which kind.
    pub kind: MeetingKind,
    /// City, venue or country, as the lexicon or the article writes it.
    pub place: Option<String>,
    /// When, as far as known.
    pub date: Option<Partial>,
    /// Those who take part, in the order of mention.
    pub who: Vec<CharacterId>,
    /// What became of it.
    pub status: MeetingStatus,
    /// The words that show it, inside one sentence.
    pub evidence: Run,
    /// Their sentence.
    pub sentence: usize,
}

/// Where and when one of several meetings told of at once took place.
type Stop = (Option<Place>, Option<(Partial, Run)>);

/// One mention of a meeting: a cue with its slots.
#[derive(Clone, Debug)]
struct Mention {
    kind: MeetingKind,
    cue: Run,
    sentence: usize,
    /// The noun phrase whose head the cue is; none for verbs.
    noun: Option<usize>,
    clause: Option<usize>,
    /// It is told apart from what the clause tells of (`after the talks in Geneva`).
    apart: bool,
    /// Its verb says how one came there (travel, visit), not that one met.
    travel: bool,
    /// It is a known one: `the talks`, `their meeting`.
    definite: bool,
    /// It is a new one: `another round`, `the next meeting`.
    fresh: bool,
    /// It stands behind `after` or `following`.
    follows: bool,
    /// It is told in the simple past.
    plain: bool,
    /// It only adds to a meeting told before (`arrived in London`, with no day).
    faint: bool,
    /// It is told as following, or preceding, what was told last (`afterwards`).
    afterward: bool,
    /// It is `there`, at the place spoken of last.
    there: bool,
    places: Vec<Place>,
    date: Option<(Partial, Run)>,
    /// Several meetings told of at once, with their places and days (`in Oslo in May and in Rome in June`); else empty.
    row: Vec<Stop>,
    who: Vec<CharacterId>,
    fate: Fate,
}

/// All meetings of an article, in the order of their evidence.
#[derive(Debug, Default)]
pub struct Encounters {
    /// The meetings.
    pub all: Vec<Encounter>,
}

impl Encounters {
    /// Finds the meetings of a text.
    pub fn read(
        text: &Text,
        lexicon: &Lexicon,
        words: &Words,
        phrases: &Phrases,
        clauses: &Clauses,
        calendar: &Calendar,
        referents: &Referents,
    ) -> Encounters {
        let sets = Sets::new(lexicon);
        let scene = Scene { text, lexicon, words, phrases, clauses, calendar, referents, sets };
        let mut joined = join::Joined::new(&scene);
        let kind = |sentence: usize| text.paragraphs[text.sentences[sentence].paragraph].kind;
        let mut recent = None;
        for sentence in (0..text.sentences.len()).filter(|&s| kind(s).is_read()) {
            joined.enter(scene.stage(sentence));
            joined.take(scene.mentions(sentence, &mut recent));
        }
        let title = ParagraphKind::Head(HeadRole::Title);
        for sentence in (0..text.sentences.len()).filter(|&s| kind(s) == title) {
            joined.refine(scene.mentions(sentence, &mut None));
        }
        Encounters { all: joined.finish() }
    }
}

/// The finished layers that meetings are read from.
struct Scene<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    words: &'a Words,
    phrases: &'a Phrases,
    clauses: &'a Clauses,
    calendar: &'a Calendar,
    referents: &'a Referents,
    sets: Sets,
}

/// The closed sets asked for.
struct Sets {
    place: SetId,
    way: SetId,
    company: SetId,
    audience: SetId,
    other_event: SetId,
    apart: SetId,
    after: SetId,
    ahead: SetId,
    during: SetId,
    within: SetId,
    from: SetId,
    have: SetId,
    ordinal: SetId,
    one: SetId,
    article: SetId,
    including: SetId,
    site: SetId,
    sitting_in: SetId,
    delegation: SetId,
    fresh: SetId,
    for_: SetId,
    there: SetId,
    of: SetId,
    by: SetId,
    be: SetId,
    future: SetId,
    if_: SetId,
    and: SetId,
    as_: SetId,
    where_: SetId,
    hosting: SetId,
    with: SetId,
    afterward: SetId,
    than: SetId,
    to: SetId,
    i: SetId,
    we: SetId,
    definite: SetId,
    no: SetId,
}

impl Sets {
    fn new(lexicon: &Lexicon) -> Sets {
        let set = |name| lexicon.set(name);
        Sets {
            place: set("place-preposition"),
            way: set("way-preposition"),
            company: set("company"),
            audience: set("audience"),
            other_event: set("other-event"),
            apart: set("apart-preposition"),
            after: set("after-preposition"),
            ahead: set("ahead-preposition"),
            during: set("during"),
            within: set("within"),
            from: set("from"),
            have: set("have"),
            ordinal: set("ordinal"),
            one: set("one"),
            article: set("indefinite-article"),
            including: set("including"),
            site: set("site-noun"),
            sitting_in: set("sitting-in"),
            delegation: set("delegation"),
            fresh: set("fresh-meeting"),
            for_: set("for"),
            there: set("there"),
            of: set("of"),
            by: set("by"),
            be: set("be"),
            future: set("future"),
            if_: set("if"),
            and: set("and"),
            as_: set("as"),
            where_: set("where"),
            hosting: set("hosting"),
            with: set("with"),
            afterward: set("afterward"),
            than: set("than"),
            to: set("to"),
            i: set("first-singular"),
            we: set("first-plural"),
            definite: set("definite"),
            no: set("no"),
        }
    }
}

impl Scene<'_> {
    fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.lexicon, t, set)
    }

    /// Whether the lemma of token `t` is in the set.
    fn lemma_is(&self, t: usize, set: SetId) -> bool {
        t < self.words.len() && self.lexicon.in_set(self.words.at(t).lemma, set)
    }
}

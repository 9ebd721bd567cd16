//! Provenance: through whom and on which day an article knows of a position, and which plan the position is about.
//!
//! Owns teller, sourcing, day and plan of every frame. Is given the finished layers below. Never changes a frame, never
//! looks for a position.

mod day;
mod index;
mod mark;
mod plan;
mod relation;
mod sourcing;
pub mod verdict;

use crate::attribution::{Attribution, Attributions};
use crate::calendar::Calendar;
use crate::clauses::Clauses;
use crate::finding::Sourcing;
use crate::frames::{Frame, Frames};
use crate::lexicon::cue::Act;
use crate::lexicon::trie::Entry;
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::Phrases;
use crate::referent::Referents;
use crate::referent::plan::{PlanId, PlanMentions};
use crate::text::{Run, Text};
use crate::words::Words;
use index::Index;
use jiff::civil::Date;

/// Where a frame comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Provenance {
    /// Number of the attribution that tells of it.
    pub told: Option<usize>,
    /// Through whom the article knows of it.
    pub sourcing: Sourcing,
    /// Why, in a few words.
    pub reason: &'static str,
    /// Day of the words.
    pub said_on: Option<Date>,
    /// The plan it is about.
    pub plan: Option<PlanId>,
}

/// The layers that provenance is read from.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Sentences, quotes.
    pub text: &'a Text<'a>,
    /// The lexicon in force.
    pub lexicon: &'a Lexicon,
    /// Words.
    pub words: &'a Words,
    /// Phrases.
    pub phrases: &'a Phrases,
    /// Clauses.
    pub clauses: &'a Clauses,
    /// Dates.
    pub calendar: &'a Calendar,
    /// Who is meant.
    pub referents: &'a Referents,
    /// Who says what.
    pub attributions: &'a Attributions,
    /// Plans.
    pub plans: &'a PlanMentions,
}

/// The provenance of every frame, by the numbers of `Frames::all`.
#[derive(Debug, Default)]
pub struct Provenances {
    /// One for each frame.
    pub all: Vec<Provenance>,
}

impl Provenances {
    /// Reads where each frame comes from.
    pub fn read(given: Given, frames: &Frames) -> Provenances {
        let mut reader = Reader { given, sets: Sets::new(given.lexicon), index: Index::default() };
        reader.index = Index::new(&given, |a| reader.day_of(a));
        Provenances { all: frames.all.iter().map(|frame| reader.frame(frame)).collect() }
    }
}

macro_rules! sets {
    ($($field:ident = $name:literal),+ $(,)?) => {
        /// The sets that provenance asks for.
        struct Sets { $($field: SetId),+ }
        impl Sets {
            fn new(lexicon: &Lexicon) -> Sets { Sets { $($field: lexicon.set($name)),+ } }
        }
    };
}

sets! {
    document = "source-document", published = "source-published", publishes = "source-publishes", leak = "source-leak",
    obtain = "source-obtain", outlet = "source-outlet", own_outlet = "source-own-outlet", unnamed = "source-unnamed",
    on_record = "source-on-record", in_ = "source-in", by = "by",
}

/// One article being read.
struct Reader<'a> {
    given: Given<'a>,
    sets: Sets,
    index: Index,
}

impl<'a> Reader<'a> {
    fn frame(&self, frame: &Frame) -> Provenance {
        let covering = self.covering(frame.cue.start);
        let told = self.told(frame, &covering);
        let (sourcing, reason) = self.sourcing(frame, told, &covering);
        Provenance { told, sourcing, reason, said_on: self.said_on(frame, told), plan: self.plan(frame) }
    }

    fn attribution(&self, number: usize) -> &'a Attribution {
        &self.given.attributions.all[number]
    }

    /// The attributions whose content holds token `t`, the innermost first; none that the article says was not said.
    fn covering(&self, t: usize) -> Vec<usize> {
        let all = &self.given.attributions.all;
        let here = self.index.contents(self.given.text.sentence_of(t));
        let mut out: Vec<usize> = here.filter(|&a| all[a].covers(t) && !all[a].negated).collect();
        out.sort_by_key(|&a| all[a].contents.iter().map(|c| c.len()).sum::<usize>());
        out
    }

    /// The attribution that tells of a frame: the innermost that says it, else the frame's own verb of speech.
    fn told(&self, frame: &Frame, covering: &[usize]) -> Option<usize> {
        let says = |a: &usize| self.attribution(*a).act == Act::Say && self.is_resolved(self.attribution(*a));
        covering.iter().copied().find(says).or_else(|| self.own(frame))
    }

    /// Its source is named, and no pronoun of nobody knows whom.
    fn is_resolved(&self, a: &Attribution) -> bool {
        let pronoun = a.noun.is_some_and(|n| self.given.phrases.nouns[n].pronoun);
        a.source.is_some() && (a.speaker.is_some() || !pronoun)
    }

    /// `Macron urged`, `"...," Putin demanded`: the cue of the frame attributes words itself.
    fn own(&self, frame: &Frame) -> Option<usize> {
        let all = &self.given.attributions.all;
        self.index.cues(self.given.text.sentence_of(frame.cue.start)).find(|&a| {
            let own = all[a].cue.is_some_and(|cue| overlap(cue, frame.cue));
            own && all[a].act == Act::Say && !all[a].negated && self.speaks_for(&all[a], frame).is_own()
        })
    }

    fn is(&self, t: usize, set: SetId) -> bool {
        self.given.words.is(self.given.lexicon, t, set)
    }

    /// The first word or phrase of `set` inside a run.
    fn find(&self, run: Run, set: SetId) -> Option<usize> {
        let phrases = self.given.words.hits_in(run).filter(|h| matches!(h.entry, Entry::Set(n) if n == set.number()));
        let phrase = phrases.map(|h| h.run.start).next();
        run.iter().find(|&t| self.is(t, set)).into_iter().chain(phrase).min()
    }

    fn is_quoted(&self, t: usize) -> bool {
        self.given.text.quote_at(t).is_some()
    }
}

fn overlap(a: Run, b: Run) -> bool {
    a.start < b.end && b.start < a.end
}

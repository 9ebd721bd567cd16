//! The desk: a lexicon ready to read articles.
//!
//! Owns the order of the layers. Building may fail, reading may not. Never prints, never reads a file.

use crate::article::Article;
use crate::attribution::Attributions;
use crate::calendar::Calendar;
use crate::clauses::Clauses;
use crate::encounter::Encounters;
use crate::explain::Explanation;
use crate::finding::{Reading, SCHEMA, Tool};
use crate::frames::Frames;
use crate::frames::lineage::Lineage;
use crate::frames::provision::Provisions;
use crate::kind::{self, Layers};
use crate::lexicon::{Lexicon, LexiconError};
use crate::phrases::Phrases;
use crate::provenance::{Given, Provenances};
use crate::referent::Referents;
use crate::referent::plan::PlanMentions;
use crate::text::Text;
use crate::words::Words;
use std::path::Path;

/// Reads articles; cheap to share between threads.
#[derive(Debug)]
pub struct Desk {
    lexicon: Lexicon,
}

impl Desk {
    /// The desk with the built-in lexicon.
    ///
    /// # Errors
    /// Only if the program was built with a faulty lexicon, which a test rules out.
    pub fn builtin() -> Result<Desk, LexiconError> {
        Ok(Desk { lexicon: Lexicon::builtin()? })
    }

    /// The desk with `dir` laid over the built-in lexicon.
    ///
    /// # Errors
    /// A folder that cannot be read, or a faulty entry, with file, line, entry and field.
    pub fn with_lexicon(dir: &Path) -> Result<Desk, LexiconError> {
        Ok(Desk { lexicon: Lexicon::layered(true, &[dir.to_owned()])? })
    }

    /// The lexicon in force.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Reads one article.
    pub fn read(&self, article: &Article) -> Reading {
        self.layers(article, |layers| self.project(layers))
    }

    /// Tells what each layer makes of an article, or of one line of it.
    pub fn explain(&self, article: &Article, line: Option<usize>) -> Explanation {
        self.layers(article, |layers| Explanation::of(layers, line))
    }

    /// Builds all layers of an article, in order, and hands them on.
    fn layers<T>(&self, article: &Article, then: impl FnOnce(&Layers) -> T) -> T {
        let lexicon = &self.lexicon;
        let text = Text::segment(&article.text, &article.head, &lexicon.abbreviations);
        let words = Words::read(&text, lexicon);
        let phrases = Phrases::read(&text, lexicon, &words);
        let clauses = Clauses::read(&text, lexicon, &words, &phrases);
        let calendar = Calendar::read(&text, lexicon, &words, &phrases, &clauses, article.meta.published);
        let referents = Referents::read(&text, lexicon, &words, &phrases, &clauses, article.meta.published);
        let encounters = Encounters::read(&text, lexicon, &words, &phrases, &clauses, &calendar, &referents);
        let attributions = Attributions::read(&text, lexicon, &words, &phrases, &clauses, &referents);
        let frames =
            Frames::read(&text, lexicon, &words, &phrases, &clauses, &referents, &attributions, article.meta.published);
        let plans = PlanMentions::read(&text, lexicon, &words, &phrases, article.meta.published);
        let provisions =
            Provisions::read(&text, lexicon, &words, &phrases, &clauses, &referents, &attributions, &plans);
        let lineage = Lineage::read(&text, lexicon, &words, &phrases, &clauses, &referents, &plans);
        let given = Given {
            text: &text,
            lexicon,
            words: &words,
            phrases: &phrases,
            clauses: &clauses,
            calendar: &calendar,
            referents: &referents,
            attributions: &attributions,
            plans: &plans,
        };
        let provenances = Provenances::read(given, &frames);
        then(&Layers {
            article,
            text: &text,
            lexicon,
            words: &words,
            phrases: &phrases,
            clauses: &clauses,
            calendar: &calendar,
            referents: &referents,
            attributions: &attributions,
            plans: &plans,
            encounters: &encounters,
            frames: &frames,
            lineage: &lineage,
            provisions: &provisions,
            provenances: &provenances,
        })
    }

    /// Every list of findings from the finished layers.
    fn project(&self, layers: &Layers) -> Reading {
        Reading {
            schema: SCHEMA.to_owned(),
            tool: Tool { version: env!("CARGO_PKG_VERSION").to_owned(), lexicon: self.lexicon.hash.clone() },
            article: layers.article.info(),
            actors: kind::actors::project(layers),
            plans: kind::plans::project(layers),
            demands: kind::demands::project(layers),
            provisions: kind::provisions::project(layers),
            statements: kind::statements::project(layers),
            meetings: kind::meetings::project(layers),
            figures: kind::figures::project(layers),
        }
    }

    /// Every issue code, `group/code`, in the lexicon's order.
    pub fn issue_codes(&self) -> Vec<String> {
        self.lexicon.issues.codes().map(str::to_owned).collect()
    }
}

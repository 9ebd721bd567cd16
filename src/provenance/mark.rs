//! Marks of a source around a position: leaked cables, statements on a website, people who keep their names back.
//!
//! Owns where such words may stand. Never decides which of them counts most.

use super::Reader;
use crate::finding::ActorKind;
use crate::frames::Frame;
use crate::lexicon::tag::Tag;
use crate::phrases::VerbForm;
use crate::text::Run;

/// The words around a position that can tell of its source.
pub(super) struct Around {
    /// Stretches outside what is said.
    outside: Vec<Run>,
    /// The sentence that attributes.
    sentence: usize,
    /// Somebody is said to say it.
    attributed: bool,
    /// The content of the frame.
    content: Run,
}

impl Reader<'_> {
    /// What stands around a frame: of the sentence that attributes it, all that is not said; without an attribution,
    /// what stands before the clause's holder and behind its content.
    pub(super) fn around(&self, frame: &Frame, covering: &[usize]) -> Around {
        let sentence = covering.first().map_or(frame.sentence, |&a| self.attribution(a).sentence);
        let run = self.given.text.sentences[sentence].run;
        let said: Vec<Run> = match covering.first() {
            Some(&a) => self.attribution(a).contents.clone(),
            None => vec![Run::new(self.first_of(frame), frame.content.end.max(frame.cue.end))],
        };
        let outside = run.iter().filter(|&t| !said.iter().any(|r| r.contains(t)) && !self.is_quoted(t));
        Around { outside: stretches(outside), sentence, attributed: !covering.is_empty(), content: frame.content }
    }

    /// Where the words of a frame begin: its holder, if that stands before the cue.
    fn first_of(&self, frame: &Frame) -> usize {
        let holder = frame.holder.mention.map(|m| m.start).filter(|&t| t < frame.cue.start);
        let here = holder.filter(|&t| self.given.text.sentences[frame.sentence].run.contains(t));
        here.unwrap_or(frame.cue.start)
    }

    /// The papers that can be the source: those outside of what is said, and `in a statement` inside it.
    fn papers<'r>(&'r self, around: &'r Around) -> impl Iterator<Item = usize> + 'r {
        let run = self.given.text.sentences[around.sentence].run;
        self.given.phrases.of_sentence(around.sentence).filter(move |&n| {
            let noun = &self.given.phrases.nouns[n];
            let paper = self.is(noun.head, self.sets.document) && run.contains(noun.head) && !self.is_quoted(noun.head);
            paper && (around.holds(noun.head) && self.is_source(n, around) || self.names_itself(n, around.content))
        })
    }

    /// `in a letter`, `according to a cable`, `the statement said`; not `said of the letter`.
    fn is_source(&self, n: usize, around: &Around) -> bool {
        match self.given.phrases.nouns[n].prep {
            Some(p) => self.is(p, self.sets.in_) || self.attributes(p),
            None => around.attributed,
        }
    }

    /// The preposition is a cue of attribution, or part of one (`according to`).
    fn attributes(&self, p: usize) -> bool {
        let mut here = self.index.cues(self.given.text.sentence_of(p));
        here.any(|a| self.attribution(a).cue.is_some_and(|c| c.contains(p)))
    }

    /// `in a statement`, `on its website`, behind the verb.
    fn names_itself(&self, n: usize, content: Run) -> bool {
        let noun = &self.given.phrases.nouns[n];
        let first = self.given.words.tag(noun.run.start);
        let own = matches!(first, Tag::PRPS)
            || noun.possessor.is_some()
            || self.given.text.word(noun.run.start).eq_ignore_ascii_case("a");
        let place = noun.prep.is_some_and(|p| self.is(p, self.sets.in_) && self.given.words.tag(p) != Tag::TO);
        own && place && noun.head >= content.start
    }

    /// A paper with a word of leaking in or behind it, or one that an outlet has seen.
    pub(super) fn leaked(&self, around: &Around) -> bool {
        self.papers(around).any(|n| self.find(self.described(n), self.sets.leak).is_some()) || self.seen(around)
    }

    /// A paper of which the words say that it is published.
    pub(super) fn published(&self, around: &Around) -> bool {
        self.papers(around).any(|n| {
            let head = self.given.phrases.nouns[n].head;
            self.is(head, self.sets.published) || self.find(self.described(n), self.sets.publishes).is_some()
        })
    }

    /// Phrases by which a source keeps its name back.
    pub(super) fn unnamed(&self, around: &Around) -> bool {
        around.outside.iter().any(|&run| self.find(run, self.sets.unnamed).is_some())
    }

    /// A noun phrase with the relative or participle clauses that modify it.
    fn described(&self, n: usize) -> Run {
        let noun = &self.given.phrases.nouns[n];
        let clauses = self.given.clauses.of_sentence(noun.sentence);
        let end = clauses
            .filter(|&c| self.given.clauses.all[c].antecedent == Some(n))
            .map(|c| self.given.clauses.all[c].run.end);
        Run::new(noun.run.start, end.max().unwrap_or(noun.run.end).max(noun.run.end))
    }

    /// `seen by Reuters`, `that this newspaper has read`.
    fn seen(&self, around: &Around) -> bool {
        let clauses = &self.given.clauses;
        clauses.of_sentence(around.sentence).any(|c| {
            let verb = clauses.verb(self.given.phrases, c);
            let reader =
                if verb.passive || verb.form == VerbForm::Participle { self.agent(c) } else { clauses.all[c].subject };
            let modifies = clauses.all[c].antecedent.is_some() || verb.form == VerbForm::Participle;
            modifies
                && self.is(verb.main, self.sets.obtain)
                && !self.is_quoted(verb.main)
                && reader.is_some_and(|n| self.is_press(n))
        })
    }

    fn agent(&self, clause: usize) -> Option<usize> {
        let complement = self.given.clauses.complement(self.given.phrases, clause);
        let by = complement.iter().take(6).find(|&t| self.is(t, self.sets.by))?;
        self.given.phrases.noun_at(by + 1)
    }

    /// An outlet by name, `this newspaper`, `our reporter`.
    fn is_press(&self, n: usize) -> bool {
        let named = self.given.referents.of(n).is_some_and(|r| {
            r.who.iter().any(|&id| self.given.referents.character(id).kind == ActorKind::Organisation)
        });
        let noun = &self.given.phrases.nouns[n];
        named || self.is(noun.head, self.sets.outlet) || noun.run.len() == 1 && self.is(noun.head, self.sets.own_outlet)
    }
}

impl Around {
    fn holds(&self, t: usize) -> bool {
        self.outside.iter().any(|r| r.contains(t))
    }
}

/// Tokens in order as runs without gaps.
fn stretches(tokens: impl Iterator<Item = usize>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for t in tokens {
        match out.last_mut() {
            Some(run) if run.end == t => run.end = t + 1,
            _ => out.push(Run::new(t, t + 1)),
        }
    }
    out
}

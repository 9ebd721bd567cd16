//! Mentions: which words are a meeting, and the slots around them.
//!
//! Owns the choice and the refusal of cues. Never joins mentions of different sentences.

use super::fate::Fate;
use super::zone::Zone;
use super::{Mention, Scene};
use crate::calendar::Dated;
use crate::clauses::ClauseKind;
use crate::finding::MeetingKind;
use crate::lexicon::cue::{Act, Class, Cue, Flag};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::phrases::VerbForm;
use crate::text::Run;
use crate::words::date::Partial;

/// The cue noun spoken of last, and its sentence.
pub(super) type Recent<'s> = Option<(&'s Cue, usize)>;

/// A cue of a meeting in the text.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) cue: &'a Cue,
    pub(super) run: Run,
    pub(super) noun: Option<usize>,
    pub(super) clause: Option<usize>,
    pub(super) kind: MeetingKind,
    pub(super) sentence: usize,
}

impl Scene<'_> {
    /// The meetings a sentence speaks of; those that one clause tells of together are one.
    ///
    /// `recent` is the cue noun spoken of last and its sentence, which `a fourth` or `the next one` takes up.
    pub(super) fn mentions<'s>(&'s self, sentence: usize, recent: &mut Recent<'s>) -> Vec<Mention> {
        let spots = self.spots(sentence, recent);
        let apart: Vec<Run> = spots.iter().filter(|s| self.is_apart(s)).map(|s| self.chain(s)).collect();
        let mut out: Vec<Mention> = Vec::new();
        for spot in &spots {
            let mention = self.mention(spot, &apart);
            if mention.fate == Fate::Not || self.lacks_slots(spot, &mention) {
                continue;
            }
            match out.iter_mut().rev().find(|m| self.one_telling(m, &mention)) {
                Some(earlier) => earlier.absorb(mention),
                None => out.push(mention),
            }
        }
        out.retain(|mention| !self.is_home(mention));
        out.into_iter().flat_map(Mention::split).collect()
    }

    /// The cues of a sentence: at every place the longest, none inside another.
    fn spots<'s>(&'s self, sentence: usize, recent: &mut Recent<'s>) -> Vec<Spot<'s>> {
        let run = self.text.sentences[sentence].run;
        let (mut out, mut t) = (Vec::new(), run.start);
        while t < run.end {
            let spotted = if self.words.hits_at(t).is_empty() { None } else { self.spot(sentence, t) };
            let found = spotted.or_else(|| self.elliptical(sentence, t, *recent));
            t = found.as_ref().map_or(t + 1, |spot: &Spot| spot.run.end);
            if let Some(spot) = found.filter(|s| s.noun.is_some() && s.kind != MeetingKind::Call) {
                *recent = Some((spot.cue, sentence));
            }
            out.extend(found);
        }
        out
    }

    /// `a fourth`, `the next one`: a meeting, if one was spoken of shortly before.
    fn elliptical<'s>(&'s self, sentence: usize, t: usize, recent: Recent<'s>) -> Option<Spot<'s>> {
        let (cue, before) = recent.filter(|(_, before)| sentence - before <= 2 && sentence > *before)?;
        let n = self.phrases.noun_at(t).filter(|&n| self.phrases.nouns[n].run.start == t)?;
        let run = self.phrases.nouns[n].run;
        let counts =
            |t: usize| self.is(t, self.sets.ordinal) || self.is(t, self.sets.one) || self.is(t, self.sets.fresh);
        let light = |t: usize| matches!(self.words.tag(t), Tag::DT | Tag::CD);
        let bare = run.iter().all(|t| counts(t) || light(t)) && run.iter().any(counts);
        let clause = self.clauses.around(sentence, t);
        let kind = cue.meeting.unwrap_or(MeetingKind::Talks);
        (bare && before < sentence).then_some(Spot { cue, run, noun: Some(n), clause, kind, sentence })
    }

    /// A cue that is one only with a place and a day, a journey without a goal, a number without anything.
    fn lacks_slots(&self, spot: &Spot, mention: &Mention) -> bool {
        let (place, date) = (!mention.places.is_empty(), mention.date.is_some());
        let journey = spot.noun.is_none() && spot.kind == MeetingKind::Visit && !spot.cue.flags.has(Flag::Addressee);
        let number = spot.noun.is_some_and(|n| self.phrases.nouns[n].run == spot.run)
            && !self.words.tag(spot.run.end - 1).is_noun();
        let alone = spot.cue.flags.has(Flag::Joint) && mention.who.len() < 2 && !self.is_plural_subject(spot);
        let told = place && (date || mention.who.len() > 1) || date && mention.kind == MeetingKind::Call;
        let at_home = spot.cue.flags.has(Flag::Abroad) && !self.is_abroad(mention);
        at_home
            || alone
            || spot.cue.flags.has(Flag::Weak) && !told && !mention.faint
            || journey && !place
            || number && !place && !date
    }

    /// `the delegations`, `both teams`: several, though nobody is named.
    fn is_plural_subject(&self, spot: &Spot) -> bool {
        let subject = spot.clause.and_then(|c| self.clauses.all[c].subject).map(|n| self.phrases.nouns[n].head);
        subject.is_some_and(|t| self.lemma_is(t, self.sets.delegation) && self.words.tag(t) == Tag::NNS)
    }

    fn spot(&self, sentence: usize, t: usize) -> Option<Spot<'_>> {
        let hits = self.words.hits_at(t).iter().filter_map(|h| match h.entry {
            Entry::Cue(n) if self.lexicon.cues[n as usize].act == Act::Meet => {
                Some((&self.lexicon.cues[n as usize], h.run))
            }
            _ => None,
        });
        let mut fitting: Vec<Spot> = hits.filter_map(|(cue, run)| self.fitting(cue, run, sentence)).collect();
        fitting.sort_by_key(|s| s.run.len());
        fitting.pop().filter(|spot| !self.refused(spot))
    }

    /// The cue, if its words have the class it needs here.
    fn fitting<'a>(&'a self, cue: &'a Cue, run: Run, sentence: usize) -> Option<Spot<'a>> {
        let clause = self.clauses.around(sentence, run.start);
        let noun = self.phrases.noun_at(run.start);
        let kind = cue.meeting.unwrap_or(MeetingKind::Talks);
        let heads = |n: usize| run.contains(self.phrases.nouns[n].head);
        let fits = match cue.class {
            Class::Verb => clause.is_some_and(|c| self.clauses.verb(self.phrases, c).main == run.start),
            Class::Noun => noun.is_some_and(heads),
            _ => true,
        };
        let noun = noun.filter(|_| cue.class == Class::Noun);
        fits.then_some(Spot { cue, run, noun, clause, kind, sentence })
    }

    fn mention(&self, spot: &Spot, apart: &[Run]) -> Mention {
        let zone = self.zone(spot, apart);
        let spot = &self.in_person(spot, &zone);
        let places = self.places(spot, &zone);
        let date = self.date(spot, &zone).or_else(|| self.day_under_way(spot));
        let row = self.row(spot, &zone, &places);
        let fate = self.fate(spot, date.map(|(date, _)| date));
        let fresh = spot.noun.is_some_and(|n| {
            let run = self.phrases.nouns[n].run;
            self.is(run.start, self.sets.article) || run.iter().any(|t| self.is(t, self.sets.fresh))
        });
        Mention {
            kind: spot.kind,
            cue: spot.run,
            sentence: spot.sentence,
            noun: spot.noun,
            clause: spot.clause,
            apart: self.is_apart(spot),
            travel: spot.noun.is_none() && spot.kind == MeetingKind::Visit,
            definite: spot.noun.is_some_and(|n| self.is_definite(n)) && !fresh,
            fresh,
            follows: spot.noun.is_some_and(|n| self.follows(n)),
            plain: self.is_plain_past(spot),
            faint: spot.cue.flags.has(Flag::Anaphoric) && date.is_none(),
            afterward: zone.slots.iter().any(|&t| self.is(t, self.sets.afterward)),
            there: zone.slots.iter().any(|&t| self.is(t, self.sets.there)),
            places,
            date,
            row,
            who: self.participants(spot, &zone),
            fate,
        }
    }

    /// Who speaks with somebody at a place is there, and on no telephone.
    fn in_person<'s>(&self, spot: &Spot<'s>, zone: &Zone) -> Spot<'s> {
        let there = Spot { kind: MeetingKind::Talks, ..*spot };
        let either = spot.cue.flags.has(Flag::Joint) && spot.kind == MeetingKind::Call;
        if either && !self.places(&there, zone).is_empty() { there } else { *spot }
    }

    /// `was flying to Brussels`, `are meeting in Oslo`: on the day of the article, if no other is named.
    fn day_under_way(&self, spot: &Spot) -> Option<(Partial, Run)> {
        let today = self.calendar.today.filter(|_| self.is_progressive(spot))?;
        Some((Partial::day(today), spot.run))
    }

    /// Told in the simple past, the tense of the day's news.
    fn is_plain_past(&self, spot: &Spot) -> bool {
        let verb = spot.clause.map(|c| self.clauses.verb(self.phrases, c));
        verb.is_some_and(|v| v.form == VerbForm::Finite && v.past && !v.perfect && v.modal.is_none() && !v.negated)
    }

    /// A journey told in a progressive tense.
    pub(super) fn is_under_way(&self, spot: &Spot) -> bool {
        spot.kind == MeetingKind::Visit && spot.run.len() > 1 && self.is_progressive(spot)
    }

    /// A verb in a progressive tense.
    fn is_progressive(&self, spot: &Spot) -> bool {
        let clause = spot.clause.filter(|_| spot.noun.is_none() && spot.cue.class == Class::Verb);
        clause.map(|c| self.clauses.verb(self.phrases, c)).is_some_and(|v| {
            let progressive = v.form == VerbForm::Finite && self.words.tag(v.main) == Tag::VBG;
            progressive && !v.perfect && v.modal.is_none() && !v.negated
        })
    }

    fn is_definite(&self, n: usize) -> bool {
        let noun = &self.phrases.nouns[n];
        noun.possessor.is_some()
            || self.is(noun.run.start, self.sets.definite)
            || noun.run.len() == 1 && noun.prep.is_some()
    }

    /// The day named with the meeting: the most exact one, the first of those.
    fn date(&self, spot: &Spot, zone: &Zone) -> Option<(Partial, Run)> {
        let dates = self.calendar.of_sentence(spot.sentence).iter();
        let mut own = None::<(Partial, Run)>;
        for dated in dates.filter(|d| !d.bounds && zone.dates.contains(&d.run.start)) {
            let Some(date) = dated.date else { continue };
            if own.is_none_or(|(best, _)| date.precision() > best.precision()) {
                own = Some((date, dated.run));
            }
        }
        own.or_else(|| self.date_above(spot))
            .or_else(|| self.date_in_front(spot, zone))
            .or_else(|| self.date_before_where(spot, zone))
    }

    /// `said in Miami on Sunday, where they met`: the day right before the clause.
    fn date_before_where(&self, spot: &Spot, zone: &Zone) -> Option<(Partial, Run)> {
        let introducer = self.where_of(zone)?;
        let near = |d: &&Dated| d.run.end <= introducer && introducer - d.run.end <= 2 && !d.bounds;
        let dated = self.calendar.of_sentence(spot.sentence).iter().find(near)?;
        Some((dated.date?, dated.run))
    }

    /// The day in front of the sentence holds for its coordinated clauses (`On Monday he flew home and they spoke by phone`).
    fn date_in_front(&self, spot: &Spot, zone: &Zone) -> Option<(Partial, Run)> {
        zone.clause.filter(|&c| self.clauses.all[c].kind == ClauseKind::Main)?;
        let first = self.clauses.of_sentence(spot.sentence).map(|c| self.clauses.all[c].run.start).min()?;
        let dated = self.calendar.of_sentence(spot.sentence).first().filter(|d| d.run.start < first && !d.bounds)?;
        Some((dated.date?, dated.run))
    }

    /// The day of what is told after or during the meeting (`said on Sunday after a meeting in Florida`): the same one.
    fn date_above(&self, spot: &Spot) -> Option<(Partial, Run)> {
        let during = |n: usize| self.phrases.nouns[n].prep.is_some_and(|p| self.is(p, self.sets.within));
        let n = spot.noun.filter(|&n| self.follows(n) || during(n))?;
        let mut clauses =
            std::iter::successors(self.clauses.around(spot.sentence, self.phrases.nouns[n].run.start), |&c| {
                self.clauses.all[c].parent
            });
        let dates = self.calendar.of_sentence(spot.sentence);
        clauses.by_ref().take(6).find_map(|c| {
            let own =
                dates.iter().find(|d| d.clause == Some(c) && !d.bounds && d.date.is_some_and(|d| d.precision() == 3));
            own.and_then(|d| Some((d.date?, d.run)))
        })
    }

    /// Two cues tell of one meeting: `flew to Moscow to meet`, `held talks during a visit`, `a meeting by phone`.
    fn one_telling(&self, a: &Mention, b: &Mention) -> bool {
        if a.apart || b.apart || (b.fresh && a.noun.is_some()) {
            return false;
        }
        let linked = match (a.clause, b.clause) {
            (Some(x), Some(y)) if x == y => true,
            (Some(x), Some(y)) => {
                let child = &self.clauses.all[y];
                child.parent == Some(x) && !child.kind.is_finite() || a.travel && self.clauses.is_below(y, x)
            }
            _ => false,
        };
        let places =
            a.places.is_empty() || b.places.is_empty() || a.places.iter().any(|p| b.places.iter().any(|q| p.same(q)));
        let dates = a.date.is_none_or(|(x, _)| b.date.is_none_or(|(y, _)| x.agrees(y)));
        linked && places && dates
    }
}

impl Mention {
    /// Takes in another mention of the same meeting.
    pub(super) fn absorb(&mut self, other: Mention) {
        if self.places.is_empty() {
            self.places = other.places;
        }
        if self.row.is_empty() {
            self.row = other.row;
        }
        if self.date.is_none_or(|(x, _)| other.date.is_some_and(|(y, _)| y.precision() > x.precision())) {
            self.date = other.date.or(self.date);
        }
        for who in other.who {
            if !self.who.contains(&who) {
                self.who.push(who);
            }
        }
        if self.travel || other.kind == MeetingKind::Call {
            self.kind = other.kind;
            self.travel = other.travel;
            self.cue = other.cue;
        }
        self.fate = self.fate.with(other.fate);
        self.definite |= other.definite;
    }
}

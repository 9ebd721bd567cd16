//! Mentions of one meeting, joined over the article.
//!
//! Owns when two mentions are the same meeting, and what each adds to it. Never reads words again.

use super::fate::Fate;
use super::place::Place;
use super::stage::Stage;
use super::{Encounter, Mention, PHONE, Scene};
use crate::finding::MeetingKind::{Call, Summit, Visit};
use crate::finding::{ActorKind, MeetingKind, MeetingStatus};
use crate::referent::CharacterId;
use crate::text::Run;
use crate::words::date::Partial;

/// How many sentences from the start the headline's meeting is told in.
const LEAD: usize = 3;
/// How many meetings back one is taken up again.
const WINDOW: usize = 64;
/// In how many sentences from the start a summit without place or day is the one that the article is about.
const OPENING: usize = 12;
/// As many days before the article at most lies what its simple past tells.
const NEWS: i32 = 3;
/// How many sentences later a date or place still completes a meeting.
const REACH: usize = 3;

/// A meeting while it is being told.
#[derive(Debug)]
struct Meeting {
    kind: MeetingKind,
    place: Option<Place>,
    date: Option<Partial>,
    who: Vec<CharacterId>,
    fate: Fate,
    evidence: Run,
    sentence: usize,
    /// How many sentences of the article's account came before.
    first: usize,
    /// The sentence that spoke of it last.
    last: usize,
    /// It is told as of the day of the article: planned in one line, held in the next.
    today: bool,
    /// It is told in the simple past.
    plain: bool,
    /// It is told as following what was told before it.
    afterward: bool,
}

/// How two groups of people are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    /// One of them names nobody.
    Open,
    /// Somebody is in both.
    Shared,
    /// A state is in one, and somebody of it in the other.
    Related,
    /// Nobody is.
    Strangers,
}

/// The meetings told so far.
pub(super) struct Joined<'s, 'a> {
    scene: &'s Scene<'a>,
    meetings: Vec<Meeting>,
    /// Sentences taken.
    taken: usize,
    /// The place and day that the first sentences tell.
    stage: Option<Stage>,
}

impl<'s, 'a> Joined<'s, 'a> {
    pub(super) fn new(scene: &'s Scene<'a>) -> Self {
        Joined { scene, meetings: Vec::new(), taken: 0, stage: None }
    }

    /// Comes to the next sentence, which may tell a place and day of its own.
    pub(super) fn enter(&mut self, stage: Option<Stage>) {
        if self.taken < LEAD && self.stage.is_none() {
            self.stage = stage;
        }
    }

    /// `after the talks` in an article's first sentences, and its summit, are where and when these are set.
    fn staged(&self, mention: &Mention) -> Option<Mention> {
        let open = mention.places.is_empty() && mention.date.is_none() && mention.kind != Call && !mention.there;
        let leads = mention.follows && self.taken <= LEAD;
        let summit = mention.kind == Summit && mention.definite && self.taken <= OPENING;
        let untold = self.meetings.iter().all(|m| m.place.is_none() && m.date.is_none());
        let stage = self.stage.as_ref().filter(|_| open && untold && (leads || summit))?;
        Some(Mention { places: vec![stage.place.clone()], date: Some(stage.date), ..mention.clone() })
    }

    /// Takes the mentions of the next sentence.
    pub(super) fn take(&mut self, mentions: Vec<Mention>) {
        for mention in mentions {
            let staged = self.staged(&mention);
            let elsewhere = staged.is_some();
            let mention = staged.unwrap_or(mention);
            let places = match mention.places.len() {
                0 if mention.there => vec![self.meetings.last().and_then(|m| m.place.clone())],
                0 => vec![None],
                _ => mention.places.iter().cloned().map(Some).collect(),
            };
            for place in places {
                self.add(&mention, place, elsewhere);
            }
        }
        self.taken += 1;
    }

    /// `elsewhere`: place and day are named in another sentence.
    fn add(&mut self, mention: &Mention, place: Option<Place>, elsewhere: bool) {
        let found = self.find(mention, place.as_ref());
        let today = self.scene.calendar.today.map(Partial::day);
        let on_the_day = today.is_some() && mention.date.map(|(date, _)| date) == today;
        let mut meeting = Meeting { first: self.taken, today: on_the_day, ..Meeting::new(mention, place) };
        if elsewhere {
            meeting.evidence = mention.cue;
        }
        match found {
            Some(at) => self.meetings[at].absorb(meeting),
            None if mention.faint && mention.who.len() < 2 => {}
            None => self.meetings.push(meeting),
        }
    }

    /// The meeting that the mention speaks of again; the last one that fits.
    fn find(&self, mention: &Mention, place: Option<&Place>) -> Option<usize> {
        let recent = self.meetings.len().saturating_sub(WINDOW)..self.meetings.len();
        let fitting = || recent.clone().rev().filter(|&m| self.meetings[m].allows(mention, place));
        let tie = |m: usize| self.tie(&self.meetings[m].who, &mention.who);
        let same = fitting().find(|&m| self.meetings[m].is_same(mention, place, tie(m)));
        same.or_else(|| fitting().find(|&m| self.meetings[m].is_completed_by(mention, place, tie(m))))
    }

    /// How those who take part in one are related to those in the other.
    fn tie(&self, a: &[CharacterId], b: &[CharacterId]) -> Tie {
        let cast = self.scene.referents;
        let state = |id: CharacterId| {
            let c = cast.character(id);
            if c.kind == ActorKind::State { c.known } else { c.state }
        };
        let is_state = |id: CharacterId| cast.character(id).kind == ActorKind::State;
        let related =
            |x: CharacterId, y: CharacterId| (is_state(x) || is_state(y)) && state(x).is_some() && state(x) == state(y);
        let any = |fits: &dyn Fn(CharacterId, CharacterId) -> bool| a.iter().any(|&x| b.iter().any(|&y| fits(x, y)));
        match () {
            () if a.is_empty() || b.is_empty() => Tie::Open,
            () if any(&|x, y| x == y) => Tie::Shared,
            () if any(&related) => Tie::Related,
            () => Tie::Strangers,
        }
    }

    /// Takes from the headline the place of the meeting that the article begins with, or a more exact one.
    pub(super) fn refine(&mut self, mentions: Vec<Mention>) {
        for place in mentions.into_iter().flat_map(|m| m.places) {
            let told = |m: &Meeting| m.place.as_ref().is_some_and(|p| p.is_called(&place.name));
            if self.meetings.iter().any(told) {
                continue;
            }
            let wider = |m: &Meeting| m.place.as_ref().is_some_and(|p| p.wide && p.same(&place) && !place.wide);
            let leading = |m: &Meeting| m.place.is_none() && m.date.is_some() && m.first <= LEAD && m.kind != Call;
            let first = self.meetings.first().filter(|m| leading(m)).map(|_| 0);
            let found = self.meetings.iter().position(wider).or(first);
            if let Some(found) = found {
                self.meetings[found].place = Some(place);
            }
        }
    }

    /// A meeting told of without its day is that of the same place with one, if nothing speaks against it.
    fn sweep(&mut self) {
        let (dated, undated): (Vec<Meeting>, Vec<Meeting>) = std::mem::take(&mut self.meetings)
            .into_iter()
            .partition(|m| m.date.is_some() || m.kind == Call || m.place.is_none());
        self.meetings = dated;
        for part in undated {
            let among = self.meetings.iter_mut().take(WINDOW);
            match among.into_iter().find(|m| m.date.is_some() && m.can_hold(&part)) {
                Some(whole) => whole.absorb(part),
                None => self.meetings.push(part),
            }
        }
    }

    /// A call told in the simple past without its day was on the day of what else the article tells of those who spoke.
    fn settle(&mut self) {
        let Some(today) = self.scene.calendar.today else { return };
        let news = |d: Partial| {
            d.date().is_some_and(|d| d.until(today).is_ok_and(|span| (0..=NEWS).contains(&span.get_days())))
        };
        for at in 0..self.meetings.len() {
            let call = &self.meetings[at];
            if call.kind != Call || call.date.is_some() || !call.plain {
                continue;
            }
            let before = self.meetings[..at].iter().rev();
            let day =
                before.filter(|m| call.afterward || matches!(self.tie(&m.who, &call.who), Tie::Shared | Tie::Open));
            let day = day.filter_map(|m| m.date).find(|&d| news(d));
            self.meetings[at].date = day;
        }
    }

    /// The meetings with a place or a date.
    pub(super) fn finish(mut self) -> Vec<Encounter> {
        self.settle();
        self.sweep();
        let day = |m: &Meeting| m.date.is_some_and(|d| d.precision() == 3);
        let told = self.meetings.into_iter().filter(|m| match m.kind {
            Call => m.date.is_some() || m.who.len() > 1,
            _ => m.place.is_some() || m.date.is_some() && !m.who.is_empty() || day(m),
        });
        let mut out: Vec<Encounter> = told.map(Encounter::from).collect();
        out.sort_by_key(|e| e.evidence);
        out
    }
}

impl From<Meeting> for Encounter {
    fn from(m: Meeting) -> Encounter {
        let status = match m.fate {
            Fate::Is(status) => status,
            Fate::Open | Fate::Not => MeetingStatus::Held,
        };
        let place = m.place.map(|p| p.spelt());
        Encounter { kind: m.kind, place, date: m.date, who: m.who, status, evidence: m.evidence, sentence: m.sentence }
    }
}

impl Meeting {
    fn new(mention: &Mention, place: Option<Place>) -> Meeting {
        let mut runs = vec![mention.cue];
        runs.extend(place.as_ref().map(|p| p.run));
        runs.extend(mention.date.map(|(_, run)| run));
        let start = runs.iter().map(|r| r.start).min().unwrap_or(mention.cue.start);
        let end = runs.iter().map(|r| r.end).max().unwrap_or(mention.cue.end);
        let phone =
            Place { name: PHONE.to_owned(), wide: false, state: None, within: None, known: true, run: mention.cue };
        Meeting {
            kind: mention.kind,
            place: if mention.kind == Call { Some(phone) } else { place },
            date: mention.date.map(|(date, _)| date),
            who: mention.who.clone(),
            fate: mention.fate,
            evidence: Run::new(start, end),
            sentence: mention.sentence,
            first: 0,
            last: mention.sentence,
            today: false,
            plain: mention.plain,
            afterward: mention.afterward,
        }
    }

    /// Nothing that the mention says speaks against this meeting.
    fn allows(&self, mention: &Mention, place: Option<&Place>) -> bool {
        let places = self.place.as_ref().is_none_or(|p| place.is_none_or(|q| p.same(q)));
        let dates = self.date.is_none_or(|d| mention.date.is_none_or(|(e, _)| d.agrees(e)));
        let kinds = (self.kind == Call) == (mention.kind == Call);
        let off = |fate: Fate| fate == Fate::Is(MeetingStatus::Cancelled);
        let fates = off(self.fate) == off(mention.fate) || mention.definite || mention.fate == Fate::Open;
        places && dates && kinds && fates
    }

    /// The mention names the same place or day.
    fn is_same(&self, mention: &Mention, place: Option<&Place>, tie: Tie) -> bool {
        let same_place = self.place.as_ref().is_some_and(|p| place.is_some_and(|q| p.same(q)));
        let same_day = self.date.is_some_and(|d| mention.date.is_some_and(|(e, _)| d.precision() == 3 && d == e));
        let both_dated = self.date.is_some() && mention.date.is_some();
        if mention.fresh && !both_dated {
            return false;
        }
        same_place && (both_dated || !self.parted(mention.fate)) || same_day && tie != Tie::Strangers
    }

    /// One is to come, the other is over.
    fn parted(&self, fate: Fate) -> bool {
        let over = |fate: Fate| fate == Fate::Is(MeetingStatus::Held);
        let ahead = |fate: Fate| matches!(fate, Fate::Is(MeetingStatus::Planned | MeetingStatus::Proposed));
        over(self.fate) && ahead(fate) || ahead(self.fate) && over(fate) && !self.today
    }

    /// The mention has no place and date of its own, or adds the one that is missing.
    fn is_completed_by(&self, mention: &Mention, place: Option<&Place>, tie: Tie) -> bool {
        if mention.fresh || self.parted(mention.fate) {
            return false;
        }
        let since = mention.sentence - self.last;
        let adds = self.place.is_none() && place.is_some() || self.date.is_none() && mention.date.is_some();
        if place.is_none() && mention.date.is_none() {
            let resumed = since <= 2 && self.kind != Visit && mention.noun.is_some();
            return mention.definite && (tie != Tie::Strangers || resumed);
        }
        let arrived = mention.travel && mention.date.is_none() && self.place.is_none() && self.first <= OPENING;
        if arrived && tie == Tie::Shared && self.fate == Fate::Is(MeetingStatus::Held) {
            return true;
        }
        let akin = tie == Tie::Shared || tie == Tie::Related && place.is_none();
        let known = mention.definite && tie != Tie::Strangers || akin;
        adds && since <= REACH && known
    }

    /// The undated mention can be this meeting.
    fn can_hold(&self, undated: &Meeting) -> bool {
        let place = self.place.as_ref().is_some_and(|p| undated.place.as_ref().is_some_and(|q| p.name == q.name));
        place && !self.parted(undated.fate) && (self.kind == Call) == (undated.kind == Call)
    }

    fn absorb(&mut self, other: Meeting) {
        self.place = match (self.place.take(), other.place) {
            (Some(wide), Some(narrow)) if wide.wide && !narrow.wide => Some(narrow.inside(&wide)),
            (Some(narrow), Some(wide)) if wide.wide && !narrow.wide => Some(narrow.inside(&wide)),
            (own, other) => own.or(other),
        };
        if self.date.is_none_or(|d| other.date.is_some_and(|e| e.precision() > d.precision())) {
            self.date = other.date.or(self.date);
        }
        self.who.extend(other.who.iter().filter(|id| !self.who.contains(id)).copied().collect::<Vec<_>>());
        self.fate = match other.fate {
            Fate::Is(MeetingStatus::Cancelled) => other.fate,
            _ if self.fate == Fate::Open => other.fate,
            Fate::Is(MeetingStatus::Held) if self.today => other.fate,
            _ => self.fate,
        };
        self.today |= other.today;
        if self.kind == Visit {
            self.kind = other.kind;
        }
        self.last = other.last;
    }
}

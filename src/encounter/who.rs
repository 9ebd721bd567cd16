//! Who takes part in a meeting.
//!
//! Owns which of the phrases around a cue name participants. Never resolves a phrase: the referents did.

use super::Scene;
use super::spot::Spot;
use super::zone::Zone;
use crate::finding::{ActorKind, MeetingKind};
use crate::lexicon::trie::{Entry, Naming};
use crate::referent::CharacterId;

impl Scene<'_> {
    /// The participants, in the order of the text.
    pub(super) fn participants(&self, spot: &Spot, zone: &Zone) -> Vec<CharacterId> {
        let mut phrases: Vec<usize> = Vec::new();
        if let Some(clause) = zone.clause {
            let object = self.clauses.object(self.phrases, clause);
            phrases.extend(self.clauses.all[clause].subject);
            phrases.extend(object.filter(|&n| spot.noun != Some(n)));
        }
        phrases.extend(spot.noun.and_then(|n| self.phrases.nouns[n].possessor));
        phrases.extend(self.sitting(spot));
        phrases.extend(self.company(spot, zone));
        let senders: Vec<usize> = phrases.iter().filter_map(|&n| self.sender(n)).collect();
        phrases.extend(senders);
        let mut out = Vec::new();
        if let Some(owners) = spot.noun.and_then(|n| self.referents.owners.get(n)?.as_ref()) {
            out.extend(owners.iter().copied());
        }
        for n in phrases.into_iter().flat_map(|n| self.phrases.members(n)) {
            self.add(n, &mut out);
        }
        self.add_modifiers(spot, &mut out);
        if let Some(n) = self.speaker(spot).filter(|_| out.len() == 1) {
            self.add(n, &mut out);
        }
        out
    }

    /// Who says or does something after meeting somebody: `said after three hours with Putin`.
    fn speaker(&self, spot: &Spot) -> Option<usize> {
        let n = spot.noun.filter(|&n| self.follows(n))?;
        let with = |t: usize| t < self.words.len() && self.is(t, self.sets.with);
        let joint = with(self.phrases.nouns[n].run.end) || with(spot.run.end - 1);
        let clause = self.clauses.around(spot.sentence, self.phrases.nouns[n].run.start).filter(|_| joint)?;
        let above = std::iter::successors(Some(clause), |&c| self.clauses.all[c].parent).take(6);
        above.filter_map(|c| self.clauses.all[c].subject).find(|&n| self.can_meet(n))
    }

    /// Phrases behind `with`, `between` and the like; behind `by` in a passive.
    fn company(&self, spot: &Spot, zone: &Zone) -> Vec<usize> {
        let agent = |p: usize| {
            let clause = self.clauses.around(spot.sentence, p);
            clause.is_some_and(|c| {
                self.clauses.verb(self.phrases, c).run.end == p || self.clauses.verb(self.phrases, c).passive
            })
        };
        let mut out: Vec<usize> = zone.slots.iter().filter_map(|&t| self.phrases.noun_at(t)).collect();
        out.dedup();
        out.retain(|&n| {
            let leader = self.phrases.nouns[n].group.unwrap_or(n);
            self.phrases.nouns[leader].prep.is_some_and(|p| {
                let to = self.is(p, self.sets.way);
                let company = self.is(p, self.sets.company) && (!to || spot.kind == MeetingKind::Call);
                let of = self.is(p, self.sets.of) && spot.noun.is_some_and(|m| self.phrases.nouns[m].run.end == p);
                company
                    || of
                    || self.is(p, self.sets.by) && agent(p)
                    || spot.run.contains(p) && !self.is(p, self.sets.place) && !to
            })
        });
        out
    }

    /// Who does something in the meeting: `in a call with Kyiv, Macron said`, `told Trump in a call`.
    fn sitting(&self, spot: &Spot) -> Vec<usize> {
        let governor = spot.noun.and_then(|n| self.phrases.nouns[n].prep);
        let inside = governor.is_some_and(|p| self.is(p, self.sets.place) || self.is(p, self.sets.within));
        let Some(clause) =
            spot.clause.filter(|_| inside && matches!(spot.kind, MeetingKind::Call | MeetingKind::Visit))
        else {
            return Vec::new();
        };
        let addressee = self.clauses.object(self.phrases, clause).filter(|_| spot.kind == MeetingKind::Call);
        let phrases = self.clauses.all[clause].subject.into_iter().chain(addressee);
        phrases.filter(|&n| self.can_meet(n)).collect()
    }

    /// `negotiators from Ukraine`: whose they are.
    fn sender(&self, n: usize) -> Option<usize> {
        let delegation = self.lemma_is(self.phrases.nouns[n].head, self.sets.delegation);
        let next = self.phrases.nouns.get(n + 1).filter(|_| delegation)?;
        let linked =
            |p: usize| p == self.phrases.nouns[n].run.end && (self.is(p, self.sets.from) || self.is(p, self.sets.of));
        next.prep.is_some_and(linked).then_some(n + 1)
    }

    fn add(&self, n: usize, out: &mut Vec<CharacterId>) {
        let Some(referent) = self.referents.of(n) else { return };
        for &id in &referent.who {
            let kind = self.referents.character(id).kind;
            if kind != ActorKind::Organisation && !out.contains(&id) {
                out.push(id);
            }
        }
    }

    /// `the Trump-Putin summit`, `US-Russia talks`.
    fn add_modifiers(&self, spot: &Spot, out: &mut Vec<CharacterId>) {
        let Some(n) = spot.noun else { return };
        for hit in self.words.hits_in(self.phrases.nouns[n].run) {
            let Entry::Actor(actor, naming) = hit.entry else { continue };
            let kind = self.lexicon.actors[actor as usize].kind;
            if naming == Naming::Metonym || kind == ActorKind::Organisation {
                continue;
            }
            let id = self.referents.cast.iter().position(|c| c.known == Some(actor));
            out.extend(id.filter(|id| !out.contains(id)));
        }
    }
}

//! Frames of verbs: active, passive, with infinitive or content; and refusals by `will not`.
//!
//! Owns stance and polarity of one verb chain.

use super::cue::{Found, Power};
use super::read::{Draft, Reader};
use super::{Dependence, Holder};
use crate::clauses::ClauseKind;
use crate::finding::{Firmness, Stance};
use crate::lexicon::cue::{Act, Flag};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::text::Run;

/// The rule of a refusal by a negated future.
pub(super) const WILL_NOT: &str = "will-not";

impl Reader<'_> {
    /// All frames that the verb of a clause and its predicate carry.
    pub(super) fn verb_frames(&mut self, clause: usize) {
        if let Some(found) = self.verb_cue(clause) {
            let refuses = found.cue.act == Act::Stance(Stance::Reject) && found.cue.flags.has(Flag::Infinitive);
            if refuses && self.children(clause).any(|c| self.clauses.all[c].kind == ClauseKind::Infinitive) {
                return self.refusal(clause, found.run, found.cue.id.clone());
            }
            if matches!(found.cue.act, Act::Stance(_)) {
                return self.stance_verb(clause, found);
            }
            if found.cue.act == Act::Undo && (self.clauses.verb(self.phrases, clause).negated || self.neither(clause)) {
                return self.will_not(clause);
            }
            if found.cue.act == Act::Refuse {
                return self.refusal(clause, found.run, found.cue.id.clone());
            }
            return;
        }
        if let Some(found) = self.adjective_cue(clause) {
            return self.adjective_frame(clause, found);
        }
        self.judgement(clause);
        self.will_not(clause);
        self.will(clause);
    }

    fn stance_verb(&mut self, clause: usize, found: Found) {
        let Act::Stance(stance) = found.cue.act else { return };
        if self.reduced_inside(clause) {
            return self.drop_reading(found.run, &found.cue.id, "a modifier inside another position");
        }
        let Some(stance) = self.through_chain(clause, stance, found) else { return };
        let verb = *self.clauses.verb(self.phrases, clause);
        let term = self.term_of(clause, &found).flatten();
        let harm = found.cue.flags.has(Flag::Harm);
        let complement = self.complement_of(clause, term.map_or(found.run.end, |t| t + 1));
        let complement = if harm { Run::new(found.run.start, complement.end) } else { complement };
        let object = if verb.passive { self.logical_object(clause).unwrap_or(complement) } else { complement };
        if self.filtered(&found, object) {
            return self.drop_reading(found.run, &found.cue.id, "its object makes it no stance");
        }
        let Some(stance) = self.polarity(clause, stance, found, self.turned_down(clause, &found), verb.ceased) else {
            return self.drop_reading(found.run, &found.cue.id, "negated");
        };
        let passive = verb.passive;
        let holders = self.verb_holders(clause, &found, passive);
        if holders.is_empty() {
            return self.drop_reading(
                found.run,
                &found.cue.id,
                if passive { "passive without an agent" } else { "subject is no party" },
            );
        }
        let said = self.said_before(clause, found.run);
        let condition = self
            .condition(clause, complement)
            .or_else(|| self.condition_before(said, self.clauses.all[clause].sentence));
        let mut contents = vec![self.without_condition(complement, condition)];
        contents.extend(said.map(|run| self.without_condition(run, condition)));
        contents.extend(self.as_wanted(clause, complement));
        if found.cue.flags.has(Flag::Voice) {
            contents.extend(self.clauses.all[clause].subject.map(|n| self.phrases.nouns[n].run));
        }
        if passive || self.clauses.all[clause].kind == ClauseKind::Relative {
            contents.extend(self.logical_object(clause));
        }
        let stance = self.giving(clause, stance, found, &holders);
        let nothing = self.is_nothing_to(clause);
        contents.extend(nothing);
        let stance = match stance {
            Stance::Accept | Stance::Offer if nothing.is_some() => Stance::Reject,
            stance => stance,
        };
        let stance = self.turned_threat(clause, stance, &found, condition);
        contents.extend(condition.filter(|_| stance == Stance::Threaten).map(|c| c.run));
        self.keep(Draft {
            addressee: self.addressee(clause, found, passive, &holders).filter(|_| stance == Stance::Demand),
            firmness: self.firmness(found.cue.firmness, self.clauses.all[clause].run),
            modality: self.modality(clause, condition.is_some()),
            holders,
            stance,
            condition,
            cue: self.cue_run(clause, found.run),
            rule: found.cue.id.clone(),
            contents,
            evidence: said.map_or(self.evidence(clause), |run| Run::new(run.start, self.evidence(clause).end)),
            sentence: self.clauses.all[clause].sentence,
            weak: found.cue.flags.has(Flag::Weak),
        });
    }

    /// Subject, or agent of a passive; beside `agreed` who is agreed with; the voice where the cue leaves it to that.
    fn verb_holders(&self, clause: usize, found: &Found, passive: bool) -> Vec<Holder> {
        let flags = found.cue.flags;
        if flags.has(Flag::Voice) {
            let party = self.clauses.all[clause].subject.and_then(|n| self.party(n)).is_some();
            return if party { Vec::new() } else { self.voice_or_fronted(clause) };
        }
        let mut holders = if passive { self.agents(clause) } else { self.subject_holders(clause) };
        let verb = self.clauses.verb(self.phrases, clause);
        let gives = matches!(found.cue.act, Act::Stance(Stance::Accept | Stance::Offer));
        if holders.is_empty() && passive && gives && verb.negated && verb.modal.is_some() {
            // `Western troops would never be accepted`: who says so would not.
            holders = self.voice_holders(verb.main);
        }
        if holders.is_empty() && flags.has(Flag::VoiceElse) && !passive {
            holders = self.voice_or_fronted(clause);
        }
        if flags.has(Flag::Joint) && !passive && !holders.is_empty() {
            holders.extend(self.partners(found.run.end, &holders));
        }
        holders
    }

    /// The voice, or the party of `For Moscow,` in front of the clause.
    fn voice_or_fronted(&self, clause: usize) -> Vec<Holder> {
        let voice = self.voice_holders(self.clauses.verb(self.phrases, clause).main);
        if voice.is_empty() { self.fronted_party(clause) } else { voice }
    }

    /// The party of `For Moscow,` at the start of the sentence.
    pub(super) fn fronted_party(&self, clause: usize) -> Vec<Holder> {
        let start = self.text.sentences[self.clauses.all[clause].sentence].run.start;
        let fronted = Run::new(start, self.clauses.verb(self.phrases, clause).run.start);
        let noun = self.behind(fronted, self.sets.for_).filter(|_| self.is(start, self.sets.for_));
        noun.map(|n| self.holders(n)).unwrap_or_default()
    }

    /// `agreed with Trump on A`: right behind the verb, those who agree too.
    fn partners(&self, from: usize, holders: &[Holder]) -> Vec<Holder> {
        let with = (from.saturating_sub(1)..from + 1).find(|&t| self.is(t, self.sets.with));
        let noun = with.and_then(|t| self.phrases.noun_at(t + 1).filter(|&n| self.phrases.nouns[n].prep == Some(t)));
        let known = |h: &Holder| holders.iter().any(|k| k.who == h.who);
        let found = noun.map(|n| self.holders(self.owned(n))).unwrap_or_default();
        found.into_iter().filter(|h| h.who.is_some() && !known(h)).collect()
    }

    /// `will walk away if A`: a step back announced as harm.
    fn turned_threat(&self, clause: usize, stance: Stance, found: &Found, condition: Option<Dependence>) -> Stance {
        let verb = self.clauses.verb(self.phrases, clause);
        let future = verb.modal.is_some_and(|m| self.is(m, self.sets.future)) && !verb.negated;
        let warned = condition.is_some_and(|c| self.is_defied(c)) || self.voice_warns(verb.main);
        if found.cue.flags.has(Flag::Harm) && future && warned { Stance::Threaten } else { stance }
    }

    /// `A is not something we can sign`: A, for the clause that says what it is not.
    fn is_nothing_to(&self, clause: usize) -> Option<Run> {
        let c = &self.clauses.all[clause];
        let parent = c.parent.filter(|_| matches!(c.kind, ClauseKind::That | ClauseKind::Relative))?;
        let verb = self.clauses.verb(self.phrases, parent);
        let noun = self.phrases.noun_at(verb.run.end)?;
        let none = verb.negated || self.is(self.phrases.nouns[noun].run.start, self.sets.no);
        let right_behind = self.phrases.nouns[noun].run.end + 1 >= c.run.start && self.is(verb.main, self.sets.copula);
        let start = self.text.sentences[c.sentence].run.start;
        (none && right_behind).then(|| Run::new(self.clauses.all[parent].run.start.min(start), verb.run.start))
    }

    /// `guarantees ratified by Congress` in a demand for them: no position of its own.
    fn reduced_inside(&self, clause: usize) -> bool {
        let c = &self.clauses.all[clause];
        let reduced = c.kind == ClauseKind::Participle && c.antecedent.is_some();
        reduced
            && self
                .out
                .all
                .iter()
                .rev()
                .take_while(|f| f.sentence == c.sentence)
                .any(|f| f.content.contains(c.run.start))
    }

    /// The verb group with what the cue adds to it.
    fn cue_run(&self, clause: usize, cue: Run) -> Run {
        let verb = self.clauses.verb(self.phrases, clause);
        Run::new(verb.run.start.min(cue.start), cue.end.max(verb.run.end))
    }

    /// What follows the cue up to the end of the clause; of a free relative, what the clause after says it is.
    pub(super) fn complement_of(&self, clause: usize, from: usize) -> Run {
        let c = &self.clauses.all[clause];
        let free = c.kind == ClauseKind::Relative
            && c.antecedent.is_none()
            && c.introducer.is_some_and(|t| self.text.word(t).eq_ignore_ascii_case("what"));
        if free {
            let is = self
                .clauses
                .of_sentence(c.sentence)
                .find(|&d| d > clause && self.is(self.clauses.verb(self.phrases, d).main, self.sets.be));
            if let Some(d) = is {
                return self.clauses.complement(self.phrases, d);
            }
        }
        let end = self.own_end(clause, from);
        Run::new(from.min(end), end)
    }

    /// `, as the Kremlin wants`: what the clause above says.
    fn as_wanted(&self, clause: usize, complement: Run) -> Option<Run> {
        let c = &self.clauses.all[clause];
        let empty = complement.iter().all(|t| !self.words.tag(t).is_noun());
        let as_ = c.introducer.is_some_and(|t| self.is(t, self.sets.as_)) && c.kind == ClauseKind::Adverbial;
        let parent = c.parent.filter(|_| empty && as_)?;
        Some(Run::new(self.clauses.all[parent].run.start, c.run.start.max(self.clauses.all[parent].run.start)))
    }

    /// Where a clause ends for its complement: before a subordinate clause of reason or time, a condition, a relative
    /// clause behind a comma, or a participle that shares the subject.
    pub(super) fn own_end(&self, clause: usize, from: usize) -> usize {
        let c = &self.clauses.all[clause];
        let stops = self.clauses.of_sentence(c.sentence).filter(|&d| {
            let child = &self.clauses.all[d];
            let behind = d != clause && c.run.covers(child.run) && child.run.start >= from.max(c.run.start + 1);
            let comma = self.text.tokens[child.run.start.saturating_sub(1)].kind == crate::text::TokenKind::Comma;
            behind
                && match child.kind {
                    ClauseKind::Adverbial => !self.asks_how(d),
                    ClauseKind::Relative => comma,
                    ClauseKind::Gerund | ClauseKind::Participle => comma && child.conjoined.is_none(),
                    _ => false,
                }
        });
        let end = stops.map(|d| self.clauses.all[d].run.start).min().unwrap_or(c.run.end);
        let mut end = end.min(c.run.end);
        while end > from
            && !matches!(
                self.text.tokens[end - 1].kind,
                crate::text::TokenKind::Word
                    | crate::text::TokenKind::Number
                    | crate::text::TokenKind::Close
                    | crate::text::TokenKind::Clitic
            )
        {
            end -= 1;
        }
        end
    }

    /// `how`, `where`, `what` open a content, `while`, `because`, `as` a clause of its own.
    pub(super) fn asks_how(&self, clause: usize) -> bool {
        let t = self.clauses.all[clause].introducer;
        t.is_some_and(|t| matches!(self.words.tag(t), Tag::WRB | Tag::WP))
    }

    /// What a power above leaves of the stance: the first cue of a chain carries it.
    fn through_chain(&mut self, clause: usize, stance: Stance, found: Found) -> Option<Stance> {
        let (power, _) = self.power_above(clause);
        match power {
            Power::Stance(_) => {
                self.drop_reading(found.run, &found.cue.id, "the verb above carries the stance");
                None
            }
            Power::Undoes => {
                self.drop_reading(found.run, &found.cue.id, "undone by the verb above");
                None
            }
            Power::Refuses => None,
            _ => Some(stance),
        }
    }

    /// What a negation leaves of a stance.
    pub(super) fn polarity(
        &self,
        _clause: usize,
        stance: Stance,
        found: Found,
        negated: bool,
        ceased: bool,
    ) -> Option<Stance> {
        if ceased {
            return match stance {
                Stance::Accept | Stance::Offer => Some(Stance::Reject),
                _ => None,
            };
        }
        match (stance, negated) {
            (_, false) if found.cue.flags.has(Flag::Negated) => None,
            (stance, false) => Some(stance),
            (Stance::Accept | Stance::Offer, true) => Some(Stance::Reject),
            (Stance::Demand | Stance::Reject, true) if found.cue.flags.has(Flag::Negated) => Some(stance),
            (Stance::Demand, true) if found.cue.id == "want" => Some(Stance::Reject),
            (Stance::Reject, true) if found.cue.flags.has(Flag::Yields) => Some(Stance::Accept),
            (Stance::Reject | Stance::Demand | Stance::Threaten, true) => None,
        }
    }

    /// The verb, its subject (`neither`) or its object is negated; not the words of the cue itself (`see no point in`).
    pub(super) fn turned_down(&self, clause: usize, found: &Found) -> bool {
        let verb = self.clauses.verb(self.phrases, clause);
        let own = self.clauses.object(self.phrases, clause);
        let inside = own.is_some_and(|n| found.run.contains(self.phrases.nouns[n].run.start));
        verb.negated || self.neither(clause) || !inside && self.no_object(clause)
    }

    /// `neither A nor B`, `neither side`.
    pub(super) fn neither(&self, clause: usize) -> bool {
        let subject = self.clauses.all[clause].subject;
        subject.is_some_and(|n| self.is(self.phrases.nouns[n].run.start, self.sets.neither))
    }

    /// `made no demand`, `offered nothing`: the object is negated.
    pub(super) fn no_object(&self, clause: usize) -> bool {
        let object = self.clauses.object(self.phrases, clause);
        object.is_some_and(|n| self.is(self.phrases.nouns[n].run.start, self.sets.no))
    }

    /// An object that makes the cue no stance, or lacks the one it needs.
    pub(super) fn filtered(&self, found: &Found, complement: Run) -> bool {
        let head = self.object_head(complement);
        let lemma = head.map(|t| self.words.at(t).lemma);
        let barred = lemma.is_some_and(|l| found.cue.not_with.contains(&l));
        let infinitive = self.infinitive_head(complement).map(|t| self.words.at(t).lemma);
        let barred_verb = infinitive.is_some_and(|l| found.cue.not_with.contains(&l));
        let needs = &found.cue.needs;
        let lacks = !needs.is_empty() && !complement.iter().any(|t| needs.contains(&self.words.at(t).lemma));
        barred || barred_verb || lacks
    }

    /// The head of the first noun phrase of a complement.
    fn object_head(&self, complement: Run) -> Option<usize> {
        let noun = complement.iter().take(6).find_map(|t| self.phrases.noun_at(t))?;
        Some(self.phrases.nouns[self.owned(noun)].head)
    }

    /// The verb of an infinitive right behind the cue.
    fn infinitive_head(&self, complement: Run) -> Option<usize> {
        let to = complement.iter().take(3).find(|&t| self.is(t, self.sets.to))?;
        complement.iter().find(|&t| t > to && self.words.tag(t).is_verb())
    }

    pub(super) fn subject_holders(&self, clause: usize) -> Vec<Holder> {
        let c = &self.clauses.all[clause];
        if let Some(deed) = c
            .control
            .filter(|&n| c.kind == ClauseKind::Infinitive && self.is(self.phrases.nouns[n].head, self.sets.deed))
        {
            let doers = self.noun_holders(deed, None);
            if !doers.is_empty() {
                return doers;
            }
        }
        let Some(subject) = c.subject else { return self.imperative_holders(clause) };
        let mut own = self.holders(subject);
        if !own.is_empty() && !c.inherited {
            own.extend(self.companions(clause, subject));
        }
        if !own.is_empty() || !c.inherited {
            return own;
        }
        // `says its law forbids A and has offered B`: a subject taken over that can hold nothing gives way to the one above.
        let above = c.parent.filter(|_| c.kind == ClauseKind::That).and_then(|p| self.clauses.all[p].subject);
        above.map(|n| self.holders(n)).unwrap_or_default()
    }

    /// `Together with Paris, London`, `Like Hungary, Slovakia`: the party in front that does the same.
    fn companions(&self, clause: usize, subject: usize) -> Vec<Holder> {
        let start = self.text.sentences[self.clauses.all[clause].sentence].run.start;
        let opens = self.is(start, self.sets.companion)
            || self
                .words
                .hits_at(start)
                .iter()
                .any(|h| matches!(h.entry, Entry::Set(n) if n == self.sets.joining.number()));
        let before = self.phrases.nouns[subject].run.start.checked_sub(2).filter(|_| opens);
        let near = |n: &usize| (start + 1..start + 4).contains(&self.phrases.nouns[*n].run.start);
        let fronted = before.and_then(|t| self.phrases.noun_at(t)).filter(near);
        fronted.map(|n| self.holders(n)).unwrap_or_default()
    }

    /// An order inside a quotation is its speaker's demand.
    fn imperative_holders(&self, _clause: usize) -> Vec<Holder> {
        Vec::new()
    }

    /// The `by` phrase of a passive.
    pub(super) fn agents(&self, clause: usize) -> Vec<Holder> {
        let complement = self.clauses.complement(self.phrases, clause);
        let agent = self.behind(complement, self.sets.by);
        agent.map(|n| self.holders(n)).unwrap_or_default()
    }

    /// Subject of a passive, antecedent of a relative: what the verb is about.
    fn logical_object(&self, clause: usize) -> Option<Run> {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        let noun = if verb.passive { c.subject.or(c.antecedent) } else { c.antecedent }?;
        let run = self.phrases.nouns[noun].run;
        let end = c.introducer.unwrap_or(verb.run.start).max(run.end);
        let stop = self
            .clauses
            .of_sentence(c.sentence)
            .map(|d| self.clauses.all[d].run.start)
            .filter(|&s| s > run.end && s < end)
            .min();
        let comma = (run.end..end).find(|&t| self.text.tokens[t].kind == crate::text::TokenKind::Comma);
        Some(Run::new(run.start, stop.unwrap_or(end).min(comma.unwrap_or(end)).max(run.end)))
    }

    /// `propose`: an offer if the proposer gives, a demand if another must.
    fn giving(&self, clause: usize, stance: Stance, found: Found, holders: &[Holder]) -> Stance {
        if stance != Stance::Offer || !found.cue.flags.has(Flag::Gives) {
            return stance;
        }
        let actor = self.children(clause).find_map(|c| {
            let child = &self.clauses.all[c];
            (child.kind == ClauseKind::That && !child.inherited).then_some(child.subject).flatten()
        });
        let other = actor.and_then(|n| self.party(n)).is_some_and(|id| {
            let side = self.referents.character(id).side;
            !holders.iter().any(|h| h.who.is_some_and(|w| w == id || self.referents.character(w).side == side))
        });
        if other { Stance::Demand } else { stance }
    }

    /// The words that show a position of this clause.
    pub(super) fn evidence(&self, clause: usize) -> Run {
        let c = &self.clauses.all[clause];
        let verb = self.clauses.verb(self.phrases, clause);
        Run::new(c.run.start, self.own_end(clause, verb.run.end).max(verb.run.end))
    }

    /// `refused to V`: a rejection of what the infinitive says; of an acceptance below, of its object.
    fn refusal(&mut self, clause: usize, cue: Run, rule: String) {
        let verb = *self.clauses.verb(self.phrases, clause);
        let object = self.complement_of(clause, cue.end);
        if self.cues_at(verb.main).any(|f| f.cue.id == rule && self.filtered(&f, object)) {
            return self.drop_reading(cue, &rule, "its object makes it no stance");
        }
        let below = self.children(clause).find(|&c| self.clauses.all[c].kind == ClauseKind::Infinitive);
        let act = below.and_then(|c| self.verb_cue(c)).map(|f| f.cue.act);
        let silent = matches!(act, Some(Act::Undo | Act::Stance(Stance::Demand | Stance::Reject)));
        let position = below.is_some_and(|c| !self.is_knowing(c));
        if verb.negated || silent || !position || self.power_above(clause).0 == Power::Undoes {
            return self.drop_reading(cue, &rule, "nothing is refused that could be given");
        }
        let complement = self.complement_of(clause, cue.end);
        let condition = self.condition(clause, complement);
        let holders = self.subject_holders(clause);
        self.keep(Draft {
            holders,
            stance: Stance::Reject,
            addressee: None,
            firmness: self.firmness(None, self.clauses.all[clause].run),
            modality: self.modality(clause, condition.is_some()),
            condition,
            cue: self.cue_run(clause, cue),
            rule,
            contents: vec![self.without_condition(complement, condition)],
            evidence: self.evidence(clause),
            sentence: self.clauses.all[clause].sentence,
            weak: true,
        });
    }

    /// The clause's verb is one of knowing, saying or being.
    pub(super) fn is_knowing(&self, clause: usize) -> bool {
        let main = self.clauses.verb(self.phrases, clause).main;
        let lemma = self.words.at(main).lemma;
        self.lexicon.in_set(lemma, self.sets.no_position)
    }

    /// `will not cede`, `would never recognise`: a party's refusal by a negated future.
    fn will_not(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let none = self.subject_is(clause, self.sets.no);
        let anybody = self.subject_is(clause, self.sets.second) || self.subject_is(clause, self.sets.anybody);
        let negated = verb.negated != none || self.neither(clause);
        let Some(modal) = verb.modal.filter(|_| negated && c.kind.is_finite()) else { return };
        let will = self.is(modal, self.sets.future) || self.is(modal, self.sets.ability);
        let idle = self.is_knowing(clause) || self.is(modal, self.sets.ability) && self.is_state(verb.main);
        let impersonal = none && !self.neither(clause) || anybody;
        let without = impersonal && self.run_has(self.clauses.complement(self.phrases, clause), self.sets.without);
        if !will || idle || without || c.kind == ClauseKind::Condition || self.blocked(clause) {
            return;
        }
        let holders = match (verb.passive, impersonal) {
            (true, _) => self.agents_or_voice(clause),
            (_, true) => self.voice_holders(verb.main),
            _ => self.acting_holders(clause),
        };
        let own = self.is(modal, self.sets.future) || impersonal || verb.passive || self.first_person_subject(clause);
        if holders.is_empty() || !own {
            return;
        }
        if !impersonal && !verb.passive && self.is_foretold(clause, &holders) {
            return self.drop_reading(verb.run, WILL_NOT, "foretold of another");
        }
        let complement = self.complement_of(clause, verb.main);
        let condition = self.condition(clause, complement);
        let mut contents = vec![self.without_condition(complement, condition)];
        if verb.passive {
            contents.extend(self.logical_object(clause));
        } else if none {
            contents.extend(c.subject.map(|n| self.phrases.nouns[n].run));
        }
        self.keep(Draft {
            holders,
            stance: Stance::Reject,
            addressee: None,
            firmness: self.firmness(None, c.run),
            modality: self.modality(clause, condition.is_some()),
            condition,
            cue: verb.run,
            rule: WILL_NOT.to_owned(),
            weak: !self.takes_up(complement),
            contents,
            evidence: self.evidence(clause),
            sentence: c.sentence,
        });
    }

    /// `will not send any`: the object is one word that takes up what was said.
    fn takes_up(&self, complement: Run) -> bool {
        let object = complement.iter().find_map(|t| self.phrases.noun_at(t)).map(|n| self.phrases.nouns[n]);
        let bare = object.is_some_and(|n| {
            let tag = self.words.tag(n.head);
            n.prep.is_none() && n.run.len() == 1 && (n.pronoun || tag == Tag::DT)
        });
        bare && complement.len() < 6
    }

    /// `said Britain would put boots on the ground`: what a party's own voice says it will do is an offer, or a threat
    /// where it strikes back.
    fn will(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let lemma = self.words.at(verb.main).lemma;
        let gives = self.lexicon.in_set(lemma, self.sets.giving_verb);
        let outcome = self.subject_is(clause, self.sets.it) && self.lexicon.in_set(lemma, self.sets.outcome);
        let future = verb.modal.is_some_and(|m| self.is(m, self.sets.future) || gives && self.is(m, self.sets.ability));
        let plain = future
            && !verb.negated
            && !self.neither(clause)
            && !verb.passive
            && !outcome
            && matches!(c.kind, ClauseKind::Main | ClauseKind::That);
        if !plain || self.is_knowing(clause) || self.blocked(clause) || self.is(verb.main, self.sets.copula) {
            return;
        }
        let holders = self.acting_holders(clause);
        let complement = Run::new(verb.main, self.own_end(clause, verb.run.end));
        let condition = self.condition(clause, complement);
        let strict = condition.is_some_and(Dependence::is_strict);
        let troops = c.subject.is_some_and(|n| self.is(self.phrases.nouns[n].head, self.sets.soldiers));
        let holders = if holders.is_empty() && strict && troops { self.voice_holders(verb.main) } else { holders };
        let strict = strict && (troops || self.voice(verb.main).is_none());
        if holders.is_empty() || !(strict || self.own_voice(clause, &holders)) {
            return;
        }
        let threatens = self.threatens(clause, condition);
        self.keep(Draft {
            holders,
            stance: if threatens { Stance::Threaten } else { Stance::Offer },
            addressee: None,
            firmness: self.firmness(None, c.run),
            modality: self.modality(clause, condition.is_some()),
            condition,
            cue: verb.run,
            rule: "will".to_owned(),
            contents: self.will_contents(clause, self.without_condition(complement, condition)),
            evidence: self.evidence(clause),
            sentence: c.sentence,
            weak: true,
        });
    }

    /// `British soldiers would go in`: who goes says what it is about.
    fn will_contents(&self, clause: usize, complement: Run) -> Vec<Run> {
        let subject = self.clauses.all[clause].subject.map(|n| self.phrases.nouns[n]);
        let troops =
            subject.filter(|n| self.is(n.head, self.sets.soldiers)).map(|n| Run::new(n.run.start, complement.end));
        vec![troops.filter(|r| r.start < complement.start).unwrap_or(complement)]
    }

    /// The subject; or who owns it (`its guns would stop`, `our navy will`).
    fn acting_holders(&self, clause: usize) -> Vec<Holder> {
        let holders = self.subject_holders(clause);
        let subject = self.clauses.all[clause].subject;
        let owned =
            subject.filter(|&n| holders.is_empty() && self.words.tag(self.phrases.nouns[n].run.start) == Tag::PRPS);
        owned.map(|n| self.owner_holders(n)).unwrap_or(holders)
    }

    /// Who speaks of it is of another side than who would do it.
    fn is_foretold(&self, clause: usize, holders: &[Holder]) -> bool {
        let voices = self.voice_holders(self.clauses.verb(self.phrases, clause).main);
        let side = |h: &Holder| h.who.and_then(|id| self.referents.character(id).side);
        let named = !voices.is_empty() && voices.iter().all(|h| side(h).is_some());
        named && !voices.iter().any(|v| holders.iter().any(|h| side(h) == side(v)))
    }

    /// The voice is one of the holders, or of their side.
    pub(super) fn own_voice(&self, clause: usize, holders: &[Holder]) -> bool {
        let main = self.clauses.verb(self.phrases, clause).main;
        let voices = self.voice_holders(main);
        let side = |h: &Holder| h.who.and_then(|id| self.referents.character(id).side);
        voices.iter().any(|v| {
            holders.iter().any(|h| h.who == v.who || side(h).is_some() && side(h) == side(v) && self.same_state(h, v))
        })
    }

    fn same_state(&self, a: &Holder, b: &Holder) -> bool {
        let state = |h: &Holder| h.who.and_then(|id| self.referents.character(id).state);
        state(a).is_some() && state(a) == state(b)
    }

    fn first_person_subject(&self, clause: usize) -> bool {
        self.clauses.all[clause].subject.is_some_and(|n| self.first_person(self.phrases.nouns[n].run.start))
    }

    fn agents_or_voice(&self, clause: usize) -> Vec<Holder> {
        let agents = self.agents(clause);
        if agents.is_empty() { self.voice_holders(self.clauses.verb(self.phrases, clause).main) } else { agents }
    }

    /// A stance above carries the chain already.
    pub(super) fn blocked(&self, clause: usize) -> bool {
        matches!(self.power_above(clause).0, Power::Stance(_) | Power::Undoes | Power::Refuses)
    }

    /// The draft of a voice's position on a whole clause.
    pub(super) fn voice_draft(&self, clause: usize, stance: Stance, rule: &str, cue: Run) -> Draft {
        let c = self.clauses.all[clause];
        let complement = c.run;
        let condition = self.condition(clause, complement);
        Draft {
            holders: self.voice_holders(cue.start),
            stance,
            addressee: c.subject.and_then(|n| self.party(n)),
            firmness: Firmness::Firm,
            modality: self.modality(clause, condition.is_some()),
            condition,
            cue,
            rule: rule.to_owned(),
            contents: vec![self.without_condition(complement, condition)],
            evidence: self.evidence(clause),
            sentence: c.sentence,
            weak: true,
        }
    }
}

//! Answers: words without a verb of their own (`No boots`, `Not a metre`, `Neutrality. That is our last word`) and
//! clauses that are all auxiliary (`Moscow has not`).
//!
//! Owns what is held by a fragment of somebody's words, and what an ellipsis takes up. Never reads the reporter's
//! fragments.

use super::read::{Draft, Reader};
use super::{Frame, Holder};
use crate::finding::{Basis, Firmness, Modality, Stance};
use crate::text::{Run, TokenKind};

/// The rule of what is held without a verb.
pub(super) const FRAGMENT: &str = "fragment";

impl Reader<'_> {
    /// The position of a sentence that opens with quoted words without a verb.
    pub(super) fn fragment(&mut self, sentence: usize) {
        let Some(run) = self.fragment_run(sentence) else { return };
        let Some((stance, content)) = self.fragment_stance(run, sentence) else { return };
        let holders = self.voice_holders(run.start);
        if holders.is_empty() {
            return;
        }
        self.keep(Draft {
            holders,
            stance,
            addressee: None,
            condition: None,
            firmness: Firmness::Firm,
            modality: Modality::Asserted,
            cue: Run::new(run.start, run.start + 1),
            rule: FRAGMENT.to_owned(),
            contents: vec![content],
            evidence: run,
            sentence,
            weak: true,
        });
    }

    /// The first words of a sentence up to a mark, where they are quoted and hold no verb.
    fn fragment_run(&self, sentence: usize) -> Option<Run> {
        let run = self.text.sentences[sentence].run;
        let word = |t: &usize| matches!(self.text.tokens[*t].kind, TokenKind::Word | TokenKind::Number);
        let start = run.iter().find(word)?;
        let ends = |t: usize| matches!(self.text.tokens[t].kind, TokenKind::Close | TokenKind::Stop | TokenKind::Dash);
        let end = (start..run.end).find(|&t| ends(t)).unwrap_or(run.end);
        let quoted = self.text.quote_at(start).is_some();
        let verbless = (start..end).all(|t| !self.words.tag(t).is_finite());
        let asked = (end..run.end).any(|t| self.text.word(t).starts_with('?'));
        (quoted && verbless && !asked && end > start).then(|| Run::new(start, end))
    }

    /// `No ...` refuses; `X first`, and what the next sentence calls the last word, is demanded.
    fn fragment_stance(&self, run: Run, sentence: usize) -> Option<(Stance, Run)> {
        if self.is(run.start, self.sets.no) || self.is(run.start, self.sets.negation) {
            let alone = run.iter().filter(|&t| self.text.tokens[t].kind == TokenKind::Word).count() == 1;
            let content = Run::new(run.start + 1, run.end);
            return Some((Stance::Reject, if alone { Run::new(run.start, run.start + 1) } else { content }));
        }
        let first = self.is(run.start, self.sets.first_of_all);
        let comma = run.iter().find(|&t| self.text.tokens[t].kind == TokenKind::Comma);
        if first {
            return Some((
                Stance::Demand,
                Run::new(run.start + 1, comma.filter(|&c| c > run.start + 1).unwrap_or(run.end)),
            ));
        }
        self.last_word(sentence).then_some((Stance::Demand, run))
    }

    /// The next sentence says `that is our last word`, `that is what we want`.
    fn last_word(&self, sentence: usize) -> bool {
        let Some(next) = self.text.sentences.get(sentence + 1) else { return false };
        let run = next.run;
        let sums = run.len() > 2 && self.is(run.start, self.sets.demonstrative) && self.is(run.start + 1, self.sets.be);
        let demanding = || {
            run.iter().any(|t| self.cues_at(t).any(|f| f.cue.act == crate::lexicon::cue::Act::Stance(Stance::Demand)))
        };
        sums && next.paragraph == self.text.sentences[sentence].paragraph
            && (self.run_has(run, self.sets.last_word) || demanding())
    }

    /// `Moscow has not`, `so does Kyiv`: the position before, turned round or taken over.
    pub(super) fn echo(&mut self, clause: usize) {
        let c = self.clauses.all[clause];
        let verb = *self.clauses.verb(self.phrases, clause);
        let auxiliary =
            self.is(verb.main, self.sets.have) || self.is(verb.main, self.sets.do_) || verb.modal == Some(verb.main);
        let bare = self.own_end(clause, verb.run.end) <= verb.run.end && self.children(clause).next().is_none();
        if !auxiliary || !bare || !verb.negated || !c.kind.is_finite() || c.inherited {
            return;
        }
        let holders = self.subject_holders(clause);
        let Some(before) = self.out.all.last().filter(|f| f.sentence + 1 >= c.sentence).cloned() else { return };
        let other = |h: &Holder| h.who != before.holder.who && self.may_hold(h);
        if matches!(before.stance, Stance::Accept | Stance::Offer | Stance::Demand) {
            for holder in holders.into_iter().filter(other).collect::<Vec<_>>() {
                self.echoed(clause, &before, holder);
            }
        }
    }

    fn echoed(&mut self, clause: usize, before: &Frame, holder: Holder) {
        let c = self.clauses.all[clause];
        let cue = self.clauses.verb(self.phrases, clause).run;
        self.out.all.push(Frame {
            holder,
            stance: Stance::Reject,
            addressee: None,
            condition: None,
            modality: self.modality(clause, false),
            basis: Basis::Inferred,
            cue,
            rule: "echo".to_owned(),
            content: cue,
            evidence: c.run,
            sentence: c.sentence,
            ..before.clone()
        });
    }
}

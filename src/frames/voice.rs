//! The voice: who speaks at a place of the text.
//!
//! Owns the way from a content to its speaker as holder. Never finds a speaker itself: attribution does.

use super::Holder;
use super::read::Reader;
use crate::attribution::Attribution;
use crate::finding::{Mode, Via};
use crate::lexicon::tag::Tag;
use crate::text::TokenKind;

impl Reader<'_> {
    /// The attribution whose content holds the words at `t`, the innermost.
    pub(super) fn voice(&self, t: usize) -> Option<&Attribution> {
        let voice = self.attributions.voice(t).map(|a| &self.attributions.all[a]);
        voice.or_else(|| self.continued(t)).filter(|a| !a.negated)
    }

    /// `A would come, he said, and B would go`: B is his, too, where it is told with a modal and nobody else speaks.
    fn continued(&self, t: usize) -> Option<&Attribution> {
        let sentence = self.text.sentence_of(t);
        let clause = self.clauses.at(sentence, t)?;
        let modal = self.clauses.verb(self.phrases, clause).modal.is_some();
        let start = self.clauses.all[clause].run.start;
        let row = self.text.sentences[sentence].run;
        let before = self.attributions.all.iter().filter(|a| a.mode != Mode::Direct && row.contains(a.reach().start));
        before.into_iter().find(|a| {
            let Some(cue) = a.cue.filter(|c| modal && a.reach().end <= c.start && c.end <= start) else { return false };
            let between = cue.end..start.min(cue.end + 3);
            start <= cue.end + 3 && between.into_iter().any(|i| self.words.tag(i) == Tag::CC)
        })
    }

    /// The speaker of the words at `t`, as holders (by first person).
    pub(super) fn voice_holders(&self, t: usize) -> Vec<Holder> {
        let Some(voice) = self.voice(t) else { return self.announced(t) };
        let Some(speaker) = &voice.speaker else { return self.announced(t) };
        let mention = voice.source.or(voice.noun.map(|n| self.phrases.nouns[n].run));
        let mut out = self.of_referent(speaker, mention.unwrap_or_default());
        for other in voice.noun.into_iter().flat_map(|n| self.phrases.members(n)) {
            let more = self.referents.of(other).filter(|_| Some(other) != voice.noun);
            let more = more.map(|r| self.of_referent(r, self.phrases.nouns[other].run)).unwrap_or_default();
            out.extend(more.into_iter().filter(|h| h.who.is_some()));
        }
        out.iter_mut().for_each(|h| {
            h.mention = mention;
            h.via = Via::FirstPerson;
        });
        out
    }

    /// `Moscow issued an ultimatum: A must go`, `Kyiv's answer was short: no B`: whose words stand behind the colon.
    fn announced(&self, t: usize) -> Vec<Holder> {
        let told = self.attributions.voice(t).map(|a| &self.attributions.all[a]);
        if told.is_some_and(|a| a.negated || a.speaker.is_some()) {
            return Vec::new();
        }
        let sentence = self.text.sentence_of(t);
        let start = self.text.sentences[sentence].run.start;
        let Some(colon) = (start..t).find(|&i| self.text.tokens[i].kind == TokenKind::Colon) else { return Vec::new() };
        let told = self.clauses.of_sentence(sentence).find(|&c| {
            let clause = &self.clauses.all[c];
            let before = clause.subject.filter(|&n| self.phrases.nouns[n].run.end <= colon);
            before.is_some_and(|n| self.is(self.phrases.nouns[n].head, self.sets.reply))
        });
        let subject = told.and_then(|c| self.clauses.all[c].subject);
        match subject.and_then(|n| self.phrases.nouns[n].possessor) {
            Some(owner) => self.holders(owner),
            None => self.demanding_head(sentence, colon),
        }
    }
}

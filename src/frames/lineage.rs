//! Lineage: who wrote a plan and out of which other it grew, where the article says so.
//!
//! Owns reading authors and descent from clauses and phrases. Is given plan mentions and referents. Never fills in what
//! the article leaves open: the lexicon's word stands there, and `kind::plans` puts it in.

use crate::clauses::Clauses;
use crate::finding::ActorKind;
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::Phrases;
use crate::referent::plan::{PlanId, PlanMention, PlanMentions};
use crate::referent::{CharacterId, Referents};
use crate::text::{Run, Text};
use crate::words::Words;

/// What the article says of the origin of its plans.
#[derive(Debug, Default)]
pub struct Lineage {
    /// Per plan, its authors.
    pub authors: Vec<Vec<CharacterId>>,
    /// Per plan, the plans it grew out of.
    pub sources: Vec<Vec<PlanId>>,
}

/// What lineage is read from.
struct Reader<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    words: &'a Words,
    phrases: &'a Phrases,
    clauses: &'a Clauses,
    referents: &'a Referents,
    plans: &'a PlanMentions,
    write: SetId,
    descend: SetId,
    source: SetId,
    by: SetId,
}

impl Lineage {
    /// Reads the origins of all plans.
    pub fn read(
        text: &Text,
        lexicon: &Lexicon,
        words: &Words,
        phrases: &Phrases,
        clauses: &Clauses,
        referents: &Referents,
        plans: &PlanMentions,
    ) -> Lineage {
        let [write, descend, source, by] =
            ["plan-write", "plan-descend", "plan-source", "by"].map(|name| lexicon.set(name));
        let reader = Reader { text, lexicon, words, phrases, clauses, referents, plans, write, descend, source, by };
        let count = plans.plans.len();
        let mut out = Lineage { authors: vec![Vec::new(); count], sources: vec![Vec::new(); count] };
        for mention in &plans.mentions {
            reader.agents(mention).into_iter().for_each(|who| add(&mut out.authors[mention.plan], who));
            reader.source(mention).into_iter().for_each(|plan| add(&mut out.sources[mention.plan], plan));
        }
        out
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

impl Reader<'_> {
    fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.lexicon, t, set)
    }

    fn has_lemma(&self, t: usize, set: SetId) -> bool {
        self.lexicon.in_set(self.words.at(t).lemma, set)
    }

    /// `a version by von der Leyen`, `put together by Witkoff and Dmitriev`, `Dmitriev drew up the plan`.
    fn agents(&self, mention: &PlanMention) -> Vec<CharacterId> {
        let sentence = self.text.sentences[self.text.sentence_of(mention.run.start)].run;
        let behind = (mention.run.end..sentence.end.min(mention.run.end + 8)).find(|&t| self.is(t, self.by));
        let passive = behind.filter(|&by| self.leads_to(mention.run.end, by));
        if self.inside_another(mention) {
            return Vec::new();
        }
        if let Some(by) = passive {
            return self.who_at(by + 1);
        }
        let mut found = self.writers(mention);
        found.extend(self.owners(mention));
        found
    }

    /// `von der Leyen's 24-point plan`: persons only, a state's plan may be one it was handed.
    fn owners(&self, mention: &PlanMention) -> Vec<CharacterId> {
        let noun = self.phrases.noun_at(mention.run.end - 1).map(|n| self.phrases.nouns[n]);
        let owner = noun.and_then(|n| n.possessor).map(|n| self.who(n)).unwrap_or_default();
        owner.into_iter().filter(|&w| self.referents.character(w).kind == ActorKind::Person).collect()
    }

    /// `a European version of the plan, drawn up by`: the version was.
    fn inside_another(&self, mention: &PlanMention) -> bool {
        mention.run.start.checked_sub(2).is_some_and(|t| self.plans.at(t).is_some_and(|m| m.plan != mention.plan))
    }

    /// Between a plan and `by` stand at most a participle of writing and adverbs.
    fn leads_to(&self, from: usize, by: usize) -> bool {
        from == by
            || (from..by).any(|t| self.has_lemma(t, self.write))
                && (from..by).all(|t| self.phrases.noun_at(t).is_none())
    }

    /// The subjects of a verb of writing whose object is the plan.
    fn writers(&self, mention: &PlanMention) -> Vec<CharacterId> {
        let sentence = self.text.sentence_of(mention.run.start);
        let mut clauses = self.clauses.of_sentence(sentence);
        let writing = clauses.find(|&c| {
            let verb = self.clauses.verb(self.phrases, c);
            let near = verb.run.end <= mention.run.start && mention.run.start <= verb.run.end + 3;
            near && !verb.passive && !verb.negated && self.has_lemma(verb.main, self.write)
        });
        let subject = writing.and_then(|c| self.clauses.all[c].subject);
        subject.map(|n| self.who(n)).unwrap_or_default()
    }

    fn who_at(&self, t: usize) -> Vec<CharacterId> {
        self.phrases.noun_at(t).map(|n| self.who(n)).unwrap_or_default()
    }

    fn who(&self, noun: usize) -> Vec<CharacterId> {
        let members = self.phrases.members(noun);
        members.into_iter().filter_map(|n| self.referents.of(n)).flat_map(|r| r.who.iter().copied()).collect()
    }

    /// `which grew out of a 28-point draft`, `trimmed from 28 points to 19`: the plan behind a verb of descent.
    fn source(&self, mention: &PlanMention) -> Option<PlanId> {
        let sentence = self.text.sentence_of(mention.run.start);
        let descends = self.clauses.of_sentence(sentence).find(|&c| {
            let clause = &self.clauses.all[c];
            let subject = clause.subject.or(clause.antecedent);
            let own = subject.is_some_and(|n| mention.run.contains(self.phrases.nouns[n].head));
            own && self.has_lemma(self.clauses.verb(self.phrases, c).main, self.descend)
        })?;
        let verb = self.clauses.verb(self.phrases, descends).run;
        let end = self.clauses.all[descends].run.end;
        let behind = self.plans.within(Run::new(verb.end, end));
        let from = |m: &&PlanMention| {
            let noun = self.phrases.noun_at(m.run.end - 1).map(|n| self.phrases.nouns[n]);
            noun.and_then(|n| n.prep).is_some_and(|p| self.is(p, self.source))
        };
        behind.iter().find(from).map(|m| m.plan).filter(|&p| p != mention.plan)
    }
}

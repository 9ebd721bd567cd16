//! Word classes in context: one pass from left to right over each sentence.
//!
//! Owns the choice between the classes a form can have. Is given forms, cases and name hits.
//! Never knows a word of the domain: only classes, the closed sets of `grammar.toml`, and shapes.

use super::Words;
use crate::lexicon::cue::{Act, Class, Cue, Flag};
use crate::lexicon::tag::{Tag, Tags};
use crate::lexicon::trie::{Entry, Naming};
use crate::lexicon::vocab::UNKNOWN;
use crate::lexicon::{Lexicon, SetId};
use crate::text::{Case, Run, Text, TokenKind};

struct Sets {
    be: SetId,
    have: SetId,
    negation: SetId,
    that: SetId,
    to: SetId,
    by: SetId,
    of: SetId,
    weekday: SetId,
    month: SetId,
    do_: SetId,
    they: SetId,
    demonstrative: SetId,
    subordinator: SetId,
    quantity: SetId,
    given: [SetId; 2],
    article: SetId,
    document: SetId,
    provided: SetId,
}

struct Tagger<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    sets: Sets,
    /// Most words of the sentence being tagged are capitalised, as in a headline.
    shouting: bool,
}

/// Tags all sentences in place.
pub fn tag(text: &Text, lexicon: &Lexicon, words: &mut Words) {
    let sets = Sets {
        be: lexicon.set("be"),
        have: lexicon.set("have"),
        negation: lexicon.set("negation"),
        that: lexicon.set("that"),
        to: lexicon.set("to"),
        by: lexicon.set("by"),
        of: lexicon.set("of"),
        weekday: lexicon.set("weekday"),
        month: lexicon.set("month"),
        do_: lexicon.set("do"),
        they: lexicon.set("they"),
        demonstrative: lexicon.set("demonstrative"),
        subordinator: lexicon.set("subordinator"),
        quantity: lexicon.set("quantity"),
        given: ["given-names-m", "given-names-f"].map(|name| lexicon.set(name)),
        article: lexicon.set("article"),
        document: lexicon.set("document-noun"),
        provided: lexicon.set("condition-provided"),
    };
    let mut tagger = Tagger { text, lexicon, sets, shouting: false };
    let mut candidates: Vec<Tags> = Vec::new();
    for sentence in &text.sentences {
        tagger.shouting = tagger.shouts(sentence.run);
        candidates.clear();
        candidates.extend(sentence.run.iter().map(|t| tagger.candidates(words, sentence.run, t)));
        for t in sentence.run.iter() {
            words.words[t].tag = tagger.choose(words, sentence.run, &candidates, t);
        }
        tagger.mend_verbless(words, sentence.run, &candidates);
    }
}

impl Tagger<'_> {
    fn kind(&self, t: usize) -> TokenKind {
        self.text.tokens[t].kind
    }

    /// The classes a token can have by itself.
    fn candidates(&self, words: &Words, run: Run, t: usize) -> Tags {
        let token = self.text.tokens[t];
        let form = words.words[t].form;
        match token.kind {
            TokenKind::Number => Tags::of(Tag::CD),
            TokenKind::Symbol => match self.text.word(t) {
                "%" => Tags::of(Tag::NN),
                _ => Tags::of(Tag::CD),
            },
            TokenKind::Clitic => self.known(form).unwrap_or(Tags::of(Tag::POS)),
            TokenKind::Word if token.case.is_capital() => self.capital(words, run, t),
            TokenKind::Word => self.known(form).unwrap_or_else(|| guess(self.text.word(t))),
            _ => Tags::of(Tag::Punct),
        }
    }

    fn known(&self, form: u32) -> Option<Tags> {
        let tags = self.lexicon.vocab.form(form).tags;
        (form != UNKNOWN && tags != Tags::NONE).then_some(tags)
    }

    /// A capitalised word: a name, unless it begins a sentence or is an adjective of origin.
    fn capital(&self, words: &Words, run: Run, t: usize) -> Tags {
        let form = words.words[t].form;
        let named = |want: fn(&Naming) -> bool| {
            words.hits_at(t).iter().any(|h| h.run.len() == 1 && matches!(h.entry, Entry::Actor(_, n) if want(&n)))
        };
        if named(|n| matches!(n, Naming::Adjective)) {
            let noun = named(|n| matches!(n, Naming::Citizen | Naming::People | Naming::Name));
            return if noun { Tags::of(Tag::JJ).with(Tag::NNP) } else { Tags::of(Tag::JJ) };
        }
        let acronym = token_upper(self.text, t) && !self.shouting;
        if self.begins(run, t) && !acronym {
            let next_capital = t + 1 < run.end && self.text.tokens[t + 1].case.is_capital();
            let name = words.hits_at(t).iter().any(|h| matches!(h.entry, Entry::Actor(_, n) if n != Naming::Adjective));
            let given = self.sets.given.iter().any(|&s| words.is(self.lexicon, t, s));
            match self.known(form) {
                Some(_) if name => return Tags::of(Tag::NNP),
                Some(_) if given && self.past_only(words, run, t + 1) => return Tags::of(Tag::NNP),
                Some(tags) if !(next_capital && tags.meets(Tags::NOUN)) => return tags,
                _ => {}
            }
        }
        match self.text.word(t) {
            "I" => Tags::of(Tag::PRP),
            _ => Tags::of(Tag::NNP),
        }
    }

    /// The word at `t` is a tensed verb and nothing else.
    fn past_only(&self, words: &Words, run: Run, t: usize) -> bool {
        let tags = if t < run.end { self.known(words.words[t].form).unwrap_or(Tags::NONE) } else { Tags::NONE };
        (tags.has(Tag::VBD) || tags.has(Tag::VBZ)) && !tags.meets(Tags::NOUN.with(Tag::JJ))
    }

    /// Whether a capital at `t` may be due to its place: first word, or after an opening mark or colon.
    fn begins(&self, run: Run, t: usize) -> bool {
        let before = (run.start..t).rev().map(|i| self.kind(i)).find(|k| *k != TokenKind::Bullet);
        before.is_none_or(|k| {
            matches!(k, TokenKind::Open | TokenKind::Stray | TokenKind::Colon | TokenKind::Stop | TokenKind::ParenOpen)
        }) || (self.text.tokens[t].case == Case::Capital && self.shouting)
    }

    /// Most words of the sentence are capitalised, as in a headline.
    fn shouts(&self, run: Run) -> bool {
        let (mut words, mut capital) = (0, 0);
        for token in self.text.tokens[run.start..run.end].iter().filter(|token| token.kind == TokenKind::Word) {
            words += 1;
            capital += usize::from(token.case.is_capital());
        }
        words > 3 && capital * 4 > words * 3
    }

    fn choose(&self, words: &Words, run: Run, candidates: &[Tags], t: usize) -> Tag {
        let tags = candidates[t - run.start];
        let first = self.first(words, t, tags);
        let view = View { tagger: self, words, run, candidates, t };
        view.choose(tags, first)
    }

    fn first(&self, words: &Words, t: usize, tags: Tags) -> Tag {
        let first = self.lexicon.vocab.form(words.words[t].form).first;
        if tags.has(first) {
            return first;
        }
        const ORDER: [Tag; 8] = [Tag::NNP, Tag::NN, Tag::NNS, Tag::JJ, Tag::VBD, Tag::VBN, Tag::VBG, Tag::RB];
        let all = ORDER.into_iter().chain([Tag::CD, Tag::POS, Tag::PRP, Tag::Punct, Tag::VB, Tag::VBZ, Tag::MD]);
        all.into_iter().find(|&tag| tags.has(tag)).unwrap_or(Tag::Other)
    }

    /// A sentence without a finite verb: the likeliest noun that can be one becomes it.
    fn mend_verbless(&self, words: &mut Words, run: Run, candidates: &[Tags]) {
        let has_finite = run.iter().any(|t| words.tag(t).is_finite());
        if has_finite || run.len() < 4 {
            return;
        }
        let after_noun = |t: usize| {
            t > run.start && (words.tag(t - 1).is_noun() || t > run.start + 2 && self.kind(t - 1) == TokenKind::Comma)
        };
        let found = run.iter().find(|&t| {
            let tags = candidates[t - run.start];
            after_noun(t)
                && match words.tag(t) {
                    Tag::NNS => tags.has(Tag::VBZ),
                    Tag::VBN => tags.has(Tag::VBD),
                    _ => false,
                }
        });
        if let Some(t) = found {
            words.words[t].tag = if words.tag(t) == Tag::NNS { Tag::VBZ } else { Tag::VBD };
        }
    }
}

/// One ambiguous word with what stands around it.
struct View<'a> {
    tagger: &'a Tagger<'a>,
    words: &'a Words,
    run: Run,
    candidates: &'a [Tags],
    t: usize,
}

impl View<'_> {
    fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.tagger.lexicon, t, set)
    }

    /// The chosen class of the word before, hyphens and quotation marks passed over.
    fn back(&self, skip_adverbs: bool) -> Option<usize> {
        (self.run.start..self.t).rev().find(|&i| {
            let mark = matches!(self.tagger.kind(i), TokenKind::Open | TokenKind::Close | TokenKind::Stray);
            let adverb = skip_adverbs && self.words.tag(i) == Tag::RB;
            !mark && !adverb
        })
    }

    fn back_tag(&self) -> Option<Tag> {
        self.back(false).map(|i| self.words.tag(i))
    }

    /// The candidates of the word after.
    fn next(&self) -> Tags {
        let found = (self.t + 1..self.run.end)
            .find(|&i| !matches!(self.tagger.kind(i), TokenKind::Open | TokenKind::Close | TokenKind::Stray));
        found.map_or(Tags::NONE, |i| self.candidates[i - self.run.start])
    }

    fn choose(&self, tags: Tags, first: Tag) -> Tag {
        let lexicon = self.tagger.lexicon;
        let word = self.words.words[self.t].form;
        if lexicon.in_set(word, self.tagger.sets.that) {
            return self.that();
        }
        if lexicon.in_set(word, self.tagger.sets.to) {
            return self.to();
        }
        match first {
            Tag::POS => self.clitic_s(),
            Tag::PRPS if tags.has(Tag::PRP) => self.her(),
            _ if self.compound() => self.in_compound(tags, first),
            _ if self.provides() => Tag::IN,
            Tag::VBG if self.names_deed() => Tag::NN,
            _ if tags.meets(Tags::VERB) => self.verb_or_not(tags, first),
            Tag::JJ if self.next().has(Tag::VB) && self.back_tag() == Some(Tag::MD) => Tag::RB,
            Tag::JJ if tags.has(Tag::NNP) && !self.next().meets(NOMINAL) && !self.paired_origin() => Tag::NNP,
            _ => first,
        }
    }

    /// `Russian and Ukrainian negotiators`: a conjunction and another adjective before a noun follow.
    fn paired_origin(&self) -> bool {
        let at = |i: usize| if i < self.run.end { self.candidates[i - self.run.start] } else { Tags::NONE };
        at(self.t + 1).has(Tag::CC) && at(self.t + 2).has(Tag::JJ) && at(self.t + 3).meets(Tags::NOUN)
    }

    /// Part of a hyphened compound that goes on: `long-range weapons`, `US-led talks`.
    fn compound(&self) -> bool {
        let next = self.t + 1;
        next < self.run.end && self.tagger.kind(next) == TokenKind::Hyphen
            || self.t > self.run.start && self.tagger.kind(self.t - 1) == TokenKind::Hyphen
    }

    fn in_compound(&self, tags: Tags, first: Tag) -> Tag {
        if tags.has(Tag::VBZ) && self.t > self.run.start + 2 && matches!(self.words.tag(self.t - 3), Tag::WP | Tag::WDT)
        {
            return Tag::VBZ;
        }
        match first {
            Tag::VBN | Tag::VBD | Tag::VBG => Tag::JJ,
            Tag::VB | Tag::VBP | Tag::VBZ if tags.meets(Tags::NOUN) => Tag::NN,
            Tag::VB | Tag::VBP => Tag::JJ,
            Tag::MD | Tag::TO | Tag::IN => Tag::JJ,
            Tag::RB if self.t + 2 < self.run.end && self.candidates[self.t + 2 - self.run.start].has(Tag::VBN) => {
                Tag::JJ
            }
            other => other,
        }
    }

    fn that(&self) -> Tag {
        let next = self.next();
        let after_noun = self.back_tag().is_some_and(Tag::is_noun);
        let verb = next.has(Tag::VBZ) && next.has(Tag::NNS) && self.is_relative();
        if after_noun && (next.meets(FINITE) && !next.meets(NOMINAL) || verb) {
            return Tag::WDT;
        }
        if next.has(Tag::NNP) || next.has(Tag::PRP) {
            return Tag::IN;
        }
        let after_verb = self.back(true).is_some_and(|i| self.words.tag(i).is_verb());
        if !after_verb && !after_noun && next.meets(Tags::NOUN) && !next.meets(DETERMINER) {
            return Tag::DT;
        }
        if !after_noun && next.meets(FINITE) && !next.meets(NOMINAL) && !next.has(Tag::VBN) {
            return Tag::DT;
        }
        Tag::IN
    }

    /// `a plan that calls for elections`: an object or preposition behind a form in -s, and no other finite verb.
    fn is_relative(&self) -> bool {
        let at = |i: usize| if i < self.run.end { self.candidates[i - self.run.start] } else { Tags::NONE };
        let after = at(self.t + 2);
        let opens = after
            .meets(DETERMINER.with(Tag::NNP).with(Tag::CD).with(Tag::IN).with(Tag::TO).with(Tag::JJ).with(Tag::PRP));
        let rest = (self.t + 2..self.run.end).take_while(|&i| self.tagger.kind(i) != TokenKind::Comma);
        let finite = |i: usize| at(i).meets(FINITE) && !at(i).meets(NOMINAL.with(Tag::VBN).with(Tag::VB));
        opens && !rest.into_iter().any(finite)
    }

    /// Before a base form the infinitive's mark, else the preposition.
    fn to(&self) -> Tag {
        let adverbs = (self.t + 1..self.run.end).take(3).find(|&i| {
            let tags = self.candidates[i - self.run.start];
            let adverb = tags.has(Tag::RB) && !tags.has(Tag::VB);
            let mark = matches!(self.tagger.kind(i), TokenKind::Open | TokenKind::Stray);
            !adverb && !mark
        });
        let Some(i) = adverbs else { return Tag::IN };
        let tags = self.candidates[i - self.run.start];
        if !tags.has(Tag::VB) && !tags.has(Tag::VBP) {
            return Tag::IN;
        }
        let noun_first = self.tagger.first(self.words, i, tags).is_noun();
        let after = self.candidates.get(i + 1 - self.run.start).copied().unwrap_or(Tags::NONE);
        let opens = after.meets(DETERMINER.with(Tag::PRP).with(Tag::NNP).with(Tag::TO).with(Tag::CD));
        let goes_on = opens || after.meets(Tags::NOUN.with(Tag::JJ).with(Tag::IN).with(Tag::RB).with(Tag::RP));
        let stops = after == Tags::NONE || after.has(Tag::Punct);
        let after_verb = self.back(true).is_some_and(|b| self.words.tag(b).is_verb() || self.words.tag(b) == Tag::JJ);
        let after_pronoun = self.back_tag() == Some(Tag::PRP);
        match noun_first {
            true if after_pronoun && goes_on => Tag::TO,
            true if opens || (stops && after_verb) || (goes_on && after_verb) => Tag::TO,
            true if goes_on && !after.has(Tag::IN) => Tag::TO,
            true => Tag::IN,
            false => Tag::TO,
        }
    }

    fn clitic_s(&self) -> Tag {
        let Some(before) = self.back(false) else { return Tag::POS };
        let closed = matches!(self.words.tag(before), Tag::PRP | Tag::EX | Tag::WP | Tag::WDT | Tag::DT | Tag::WRB);
        if closed && self.words.tag(before) != Tag::NN {
            return Tag::VBZ;
        }
        let next = self.next();
        let verbal =
            next.meets(DETERMINER) || next.has(Tag::RB) && !next.meets(Tags::NOUN.with(Tag::JJ).with(Tag::JJS));
        if verbal { Tag::VBZ } else { Tag::POS }
    }

    fn her(&self) -> Tag {
        if self.next().meets(NOMINAL.with(Tag::VBG)) { Tag::PRPS } else { Tag::PRP }
    }

    fn verb_or_not(&self, tags: Tags, first: Tag) -> Tag {
        let Some(before) = self.back(true) else { return self.at_start(tags, first) };
        let before = self.before_aside(before);
        let tag = self.words.tag(before);
        let sets = &self.tagger.sets;
        if tag == Tag::TO {
            return if tags.has(Tag::VB) || tags.has(Tag::VBP) { Tag::VB } else { first };
        }
        if tag == Tag::MD || self.after_do(before) {
            return if tags.has(Tag::VB) || tags.has(Tag::VBP) { Tag::VB } else { first };
        }
        if self.is(before, sets.have) && tags.has(Tag::VBN) {
            return Tag::VBN;
        }
        if self.is(before, sets.have) && tags.has(Tag::VB) && self.same_form_past() {
            return Tag::VBN;
        }
        if self.is(before, sets.be) && tags.has(Tag::VBN) {
            return if first.is_adjective() { Tag::JJ } else { Tag::VBN };
        }
        if self.is(before, sets.be) && tags.has(Tag::VB) && !tags.has(Tag::NN) && self.same_form_past() {
            return Tag::VBN;
        }
        if self.is(before, sets.be) && tags.has(Tag::VBG) {
            return Tag::VBG;
        }
        match tag {
            Tag::PRP | Tag::WP | Tag::WDT | Tag::EX if first != Tag::IN || tags.has(Tag::VBZ) || tags.has(Tag::VBD) => {
                self.after_subject(tags, first)
            }
            Tag::DT | Tag::PRPS | Tag::POS | Tag::JJ | Tag::JJR | Tag::JJS | Tag::CD => {
                self.inside_phrase(tags, first, before)
            }
            Tag::IN if self.words.tag(self.t.saturating_sub(1)) == Tag::IN => {
                self.after_preposition(tags, first, before)
            }
            Tag::NN | Tag::NNS | Tag::NNP => self.after_noun(tags, first, tag),
            _ => self.elsewhere(tags, first),
        }
    }

    /// `did, however, offer`: the auxiliary in front of an adverb between commas.
    fn before_aside(&self, before: usize) -> usize {
        let comma = |i: usize| self.tagger.kind(i) == TokenKind::Comma;
        let aside = before >= self.run.start + 3 && comma(before) && comma(before - 2);
        let adverb = aside && self.words.tag(before - 1) == Tag::RB;
        let auxiliary = adverb
            && (self.words.tag(before - 3) == Tag::MD
                || self.after_do(before - 3)
                || self.is(before - 3, self.tagger.sets.have));
        if auxiliary { before - 3 } else { before }
    }

    /// `put`, `cut`, `set`: the base form is the past form too.
    fn same_form_past(&self) -> bool {
        let form = self.tagger.lexicon.vocab.form(self.words.words[self.t].form);
        form.first == Tag::VB || form.first == Tag::VBN || form.tags.has(Tag::VBD)
    }

    fn after_do(&self, before: usize) -> bool {
        let lemma = self.words.words[before].lemma;
        let verb = matches!(self.words.tag(before), Tag::VBD | Tag::VBZ | Tag::VBP);
        verb && self.tagger.lexicon.in_set(lemma, self.tagger.sets.do_)
    }

    fn at_start(&self, tags: Tags, first: Tag) -> Tag {
        let next = self.next();
        match first {
            Tag::NN if tags.has(Tag::VB) && next.meets(DETERMINER) => Tag::VB,
            Tag::VBZ if tags.has(Tag::NNS) && !next.meets(DETERMINER) => Tag::NNS,
            Tag::VB if tags.has(Tag::NN) && self.of_follows() => Tag::NN,
            Tag::VBD | Tag::VBN if tags.has(Tag::VBN) => Tag::VBN,
            other => other,
        }
    }

    fn after_subject(&self, tags: Tags, first: Tag) -> Tag {
        const ORDER: [Tag; 6] = [Tag::VBZ, Tag::VBD, Tag::VBP, Tag::VB, Tag::VBN, Tag::VBG];
        let verb = ORDER.into_iter().find(|&tag| tags.has(tag)).unwrap_or(first);
        match verb {
            Tag::VB | Tag::VBG if first == Tag::IN => first,
            Tag::VB => Tag::VBP,
            Tag::VBG if first.is_noun() => first,
            other => other,
        }
    }

    /// After a determiner, possessor, adjective or number: a noun or what modifies one.
    fn inside_phrase(&self, tags: Tags, first: Tag, before: usize) -> Tag {
        let next = self.next();
        let adverb_between = before + 1 != self.t;
        if tags.has(Tag::VBZ) && self.after_numbered(before) {
            return Tag::VBZ;
        }
        if first == Tag::MD {
            return if self.is(before, self.tagger.sets.article) && !adverb_between { Tag::NN } else { first };
        }
        if tags.meets(Tags::NOUN) {
            let noun = if tags.has(Tag::NNS) { Tag::NNS } else { Tag::NN };
            let pronoun_like = self.words.tag(before) == Tag::DT && self.is(before, self.tagger.sets.they);
            let verb_follows_demonstrative = tags.has(Tag::VBZ)
                && self.is(before, self.tagger.sets.demonstrative)
                && next.meets(DETERMINER.with(Tag::TO).with(Tag::PRP));
            return if verb_follows_demonstrative || pronoun_like && tags.has(Tag::VBP) { Tag::VBZ } else { noun };
        }
        let counted =
            self.is(before, self.tagger.sets.quantity) && self.next().meets(DETERMINER.with(Tag::NNP).with(Tag::PRP));
        match first {
            Tag::VBD | Tag::VBN if counted && tags.has(Tag::VBD) && !self.finite_follows() => Tag::VBD,
            Tag::VBG
                if !adverb_between
                    && !next.meets(Tags::NOUN.with(Tag::JJ))
                    && !self.words.tag(before).is_adjective() =>
            {
                Tag::NN
            }
            Tag::VBN | Tag::VBD if self.after_adjective_alone(tags, before) => Tag::VBD,
            Tag::VBN | Tag::VBD if next.meets(NOMINAL) && !next.meets(DETERMINER) => Tag::VBN,
            Tag::VBD | Tag::VBN if tags.has(Tag::VBD) && !adverb_between && self.words.tag(before).is_adjective() => {
                self.past(tags)
            }
            Tag::VB if !tags.meets(Tags::NOUN) && self.words.tag(before) == Tag::CD => Tag::VBP,
            other => other,
        }
    }

    /// `that fighting should stop`, `, fighting continues`: right before a finite verb, and no verb group goes on.
    fn names_deed(&self) -> bool {
        let next = self.next();
        let opens = self.back(false).is_none_or(|i| {
            matches!(self.words.tag(i), Tag::IN | Tag::Punct | Tag::CC) && !self.is(i, self.tagger.sets.be)
        });
        opens && next.meets(Tags::of(Tag::MD).with(Tag::VBZ)) && !next.meets(NOMINAL)
    }

    /// `The original barred Ukraine`: a determiner and a word that can be a noun open the clause, a name follows.
    fn after_adjective_alone(&self, tags: Tags, before: usize) -> bool {
        let noun = self.candidates[before - self.run.start].meets(Tags::NOUN) && before + 1 == self.t;
        let opens = before == self.run.start + 1 && self.words.tag(self.run.start) == Tag::DT;
        tags.has(Tag::VBD) && noun && opens && self.next() == Tags::of(Tag::NNP) && !self.finite_follows()
    }

    /// `Point 7 rules out`: behind a noun in the singular with its number, which opens the clause.
    fn after_numbered(&self, before: usize) -> bool {
        let noun = before > self.run.start && self.words.tag(before - 1) == Tag::NN;
        let opens = before.checked_sub(2).is_none_or(|i| {
            i < self.run.start || matches!(self.words.tag(i), Tag::Punct | Tag::CC) || self.is(i, self.tagger.sets.that)
        });
        self.words.tag(before) == Tag::CD && noun && opens && !self.finite_follows()
    }

    /// `provided that`, `assuming that` behind a clause: no verb but what opens a condition. A document provides itself.
    fn provides(&self) -> bool {
        let opens =
            self.words.hits_at(self.t).iter().any(|h| {
                h.run.len() > 1 && matches!(h.entry, Entry::Set(n) if n == self.tagger.sets.provided.number())
            });
        let before = self.back(true);
        let document = before.is_some_and(|i| self.is(i, self.tagger.sets.document));
        let auxiliary = before.is_some_and(|i| self.is(i, self.tagger.sets.be) || self.is(i, self.tagger.sets.have));
        let first = self.candidates[self.t - self.run.start];
        opens && first.meets(Tags::VERB) && self.finite_before() && !document && !auxiliary
    }

    fn after_preposition(&self, tags: Tags, first: Tag, before: usize) -> Tag {
        let next = self.next();
        let subordinates = self.tagger.lexicon.in_set(self.words.words[before].form, self.tagger.sets.subordinator);
        match first {
            Tag::NN | Tag::NNS => first,
            Tag::VB | Tag::VBZ if tags.has(Tag::NN) || tags.has(Tag::NNS) => {
                if tags.has(Tag::NNS) {
                    Tag::NNS
                } else {
                    Tag::NN
                }
            }
            Tag::VBD | Tag::VBN if next.meets(Tags::NOUN) || subordinates => Tag::VBN,
            other => other,
        }
    }

    fn after_noun(&self, tags: Tags, first: Tag, before: Tag) -> Tag {
        let next = self.next();
        if before == Tag::NNS && tags.has(Tag::VB) && tags.has(Tag::NN) && self.acts_behind_plural() {
            return Tag::VBP;
        }
        let purpose = next.has(Tag::TO) && !self.finite_follows();
        let opens =
            next.meets(DETERMINER.with(Tag::PRP).with(Tag::WP).with(Tag::WRB)) || purpose || self.particle_opens();
        if tags.has(Tag::VBD) || tags.has(Tag::VBN) && !tags.has(Tag::VB) {
            return self.past(tags);
        }
        if tags.has(Tag::VBZ) && tags.has(Tag::NNS) {
            let that_follows = self.t + 1 < self.run.end && self.is(self.t + 1, self.tagger.sets.that);
            let number = next.has(Tag::CD) && before == Tag::NNP;
            let object =
                before == Tag::NNP && next.meets(Tags::NOUN.with(Tag::JJ).with(Tag::VBG)) && !self.finite_follows();
            let object = object
                || next.meets(Tags::of(Tag::NNP).with(Tag::RP)) && before == Tag::NN && self.after_short_subject();
            let loose = before == Tag::NNP && self.only_verb() && next != Tags::NONE && !next.has(Tag::Punct);
            let verb = before != Tag::NNS
                && (opens || that_follows || number || object || loose || first == Tag::VBZ && !next.meets(FINITE));
            return if verb { Tag::VBZ } else { Tag::NNS };
        }
        if tags.has(Tag::VB) && tags.has(Tag::NN) {
            let plural = before == Tag::NNS || before == Tag::NNP;
            let verb = plural
                && (opens || next.meets(Tags::NOUN.with(Tag::JJ)) && before == Tag::NNS)
                && !self.finite_follows();
            return if verb {
                Tag::VBP
            } else if first == Tag::RB {
                first
            } else {
                Tag::NN
            };
        }
        match first {
            Tag::VB if before == Tag::NNS || before == Tag::NNP => Tag::VBP,
            other => other,
        }
    }

    /// `One clause bans Nato troops`: only a determiner or `one` and a noun stand before in the clause.
    fn after_short_subject(&self) -> bool {
        let Some(first) = self.t.checked_sub(2).filter(|&i| i >= self.run.start) else { return false };
        let opens = first == self.run.start || matches!(self.words.tag(first - 1), Tag::Punct | Tag::CC);
        let day = self.is(self.t + 1, self.tagger.sets.weekday) || self.is(self.t + 1, self.tagger.sets.month);
        opens && matches!(self.words.tag(first), Tag::DT | Tag::CD | Tag::PRPS) && !day && !self.finite_follows()
    }

    /// `diplomats point out`, `the generals often end up`: a fixed phrase of speech, or an adverb before the word.
    fn acts_behind_plural(&self) -> bool {
        let adverb = self.back(false) != self.back(true);
        let cue = self.words.hits_at(self.t).iter().any(|h| match h.entry {
            Entry::Cue(c) if h.run.len() > 1 => {
                let cue = &self.tagger.lexicon.cues[c as usize];
                cue.class == Class::Verb && cue.act == Act::Say
            }
            _ => false,
        });
        (adverb || cue) && !self.finite_follows()
    }

    /// A verb that takes nothing but what is said (`said`, `noted`).
    fn reports(&self) -> bool {
        let cues = || {
            self.words.hits_at(self.t).iter().filter_map(|h| match h.entry {
                Entry::Cue(c) if h.run.len() == 1 => Some(&self.tagger.lexicon.cues[c as usize]),
                _ => None,
            })
        };
        let verb = |c: &Cue| c.class == Class::Verb && !c.flags.has(Flag::Quote);
        cues().any(|c| verb(c) && c.act == Act::Say)
            && !cues().any(|c| {
                verb(c)
                    && (matches!(c.act, Act::Stance(_)) || c.flags.has(Flag::Object) || c.flags.has(Flag::Addressee))
            })
    }

    /// `that Russia hand back the children`: a particle and a determiner follow.
    fn particle_opens(&self) -> bool {
        let at = |i: usize| if i < self.run.end { self.candidates[i - self.run.start] } else { Tags::NONE };
        at(self.t + 1).meets(Tags::of(Tag::RP).with(Tag::RB)) && at(self.t + 2).meets(DETERMINER)
    }

    /// A past form after a subject: finite, unless an agent or another finite verb follows.
    fn past(&self, tags: Tags) -> Tag {
        if !tags.has(Tag::VBN) {
            return Tag::VBD;
        }
        if !tags.has(Tag::VBD) {
            return Tag::VBN;
        }
        let by = self.t + 1 < self.run.end && self.is(self.t + 1, self.tagger.sets.by);
        let by_time = by && self.t + 2 < self.run.end && {
            let sets = &self.tagger.sets;
            self.is(self.t + 2, sets.weekday) || self.is(self.t + 2, sets.month)
        };
        let infinitive = self.t + 1 < self.run.end && self.is(self.t + 1, self.tagger.sets.to);
        if self.reports() && !by && !infinitive {
            return Tag::VBD;
        }
        if by && !by_time && !self.only_verb() || self.finite_follows() { Tag::VBN } else { Tag::VBD }
    }

    /// No other verb of the sentence could be its finite one.
    fn only_verb(&self) -> bool {
        let other = self.run.iter().filter(|&i| i != self.t).any(|i| {
            if i < self.t { self.words.tag(i).is_finite() } else { self.candidates[i - self.run.start].meets(FINITE) }
        });
        !other
    }

    /// A finite verb follows before any comma, conjunction, subordinator or new subject.
    fn finite_follows(&self) -> bool {
        if self.object_follows() {
            return false;
        }
        for i in self.t + 1..self.run.end {
            let tags = self.candidates[i - self.run.start];
            let kind = self.tagger.kind(i);
            if matches!(
                kind,
                TokenKind::Comma
                    | TokenKind::Semicolon
                    | TokenKind::Colon
                    | TokenKind::Dash
                    | TokenKind::Stop
                    | TokenKind::Open
            ) {
                return false;
            }
            if tags.has(Tag::CC)
                || tags.has(Tag::WDT)
                || tags.has(Tag::WP)
                || tags.has(Tag::PRP)
                || tags.has(Tag::EX)
                || self.new_subject(i)
                || self.is(i, self.tagger.sets.that)
                || self.is(i, self.tagger.sets.to)
            {
                return false;
            }
            let word = self.words.words[i].form;
            if self.tagger.lexicon.in_set(word, self.tagger.sets.subordinator) && !tags.has(Tag::RB) {
                return false;
            }
            let plain = !tags.meets(Tags::NOUN.with(Tag::JJ).with(Tag::VBN));
            if (tags.has(Tag::MD) || tags.has(Tag::VBZ) || tags.has(Tag::VBD) || tags.has(Tag::VBP)) && plain {
                return true;
            }
            if tags.has(Tag::VBD)
                && i > self.t + 1
                && self.candidates[i - 1 - self.run.start].meets(Tags::NOUN)
                && tags.has(Tag::VBN)
                && !tags.has(Tag::JJ)
            {
                return true;
            }
        }
        false
    }

    /// A name right behind a common noun (`any help Ukraine might get`): the subject of a relative clause.
    fn new_subject(&self, i: usize) -> bool {
        let at = |i: usize| self.candidates[i - self.run.start];
        i > self.t + 1 && at(i) == Tags::of(Tag::NNP) && at(i - 1).meets(Tags::NOUN) && !at(i - 1).has(Tag::NNP)
    }

    fn of_follows(&self) -> bool {
        self.t + 1 < self.run.end && self.is(self.t + 1, self.tagger.sets.of)
    }

    fn that_follows(&self) -> bool {
        self.t + 1 < self.run.end && self.is(self.t + 1, self.tagger.sets.that)
    }

    /// An object begins right behind, so that a past form is no reduced relative.
    fn object_follows(&self) -> bool {
        let next = (self.t + 1..self.run.end).find(|&i| !self.candidates[i - self.run.start].has(Tag::RB));
        let Some(i) = next else { return false };
        let tags = self.candidates[i - self.run.start];
        tags.meets(NOMINAL.with(Tag::PRP)) && !tags.has(Tag::IN) && !tags.meets(FINITE)
    }

    fn elsewhere(&self, tags: Tags, first: Tag) -> Tag {
        let before = self.back(true);
        let conjoined = before.is_some_and(|i| self.words.tag(i) == Tag::CC);
        let negated = self.t > self.run.start && self.is(self.t - 1, self.tagger.sets.negation);
        if conjoined {
            return self.after_conjunction(tags, first);
        }
        match first {
            _ if tags.has(Tag::VBZ) && tags.has(Tag::NNS) && self.resumes() => Tag::VBZ,
            Tag::NN if tags.has(Tag::VB) && negated => Tag::VB,
            Tag::NN if tags.has(Tag::VB) && self.next().meets(DETERMINER) && self.called() => Tag::VB,
            Tag::NN if tags.has(Tag::VBG) && self.participates() => Tag::VBG,
            Tag::VB if self.resumes_past(tags) => Tag::VBD,
            Tag::VBD | Tag::VBN if before.is_some_and(|i| self.words.tag(i) == Tag::Punct) => self.after_comma(tags),
            other => other,
        }
    }

    /// `The text, a copy of which was obtained by the BBC, bars foreign troops`: the verb of a subject before an aside.
    fn resumes(&self) -> bool {
        let comma = |i: &usize| self.tagger.kind(*i) == TokenKind::Comma;
        let Some(first) = (self.run.start..self.t).find(comma) else { return false };
        let finite = |i: usize| self.words.tag(i).is_finite();
        let subject = first > self.run.start && self.words.tag(first - 1).is_noun();
        let aside = (first + 1..self.t).any(|i| finite(i) || self.words.tag(i) == Tag::VBN);
        let ahead = (self.t + 1..self.run.end).any(|i| {
            let tags = self.candidates[i - self.run.start];
            tags.meets(FINITE) && !tags.meets(Tags::NOUN.with(Tag::JJ).with(Tag::VBN).with(Tag::VB))
        });
        let object = self.next().meets(NOMINAL.with(Tag::PRP).with(Tag::IN).with(Tag::RP).with(Tag::TO));
        let bare = (self.run.start..first).all(|i| !finite(i) && self.words.tag(i) != Tag::CC);
        comma(&(self.t - 1)) && first + 1 < self.t && subject && aside && bare && object && !ahead
    }

    /// `X, who led the army, put it bluntly`: a form that is past as well, behind a comma that ends a relative clause.
    fn resumes_past(&self, tags: Tags) -> bool {
        let comma = self.t.checked_sub(1).is_some_and(|i| self.tagger.kind(i) == TokenKind::Comma);
        let past = tags.has(Tag::VBD) || tags.has(Tag::VBN) && self.same_form_past();
        let relative = (self.run.start + 1..self.t)
            .any(|i| matches!(self.words.tag(i), Tag::WP | Tag::WDT) && self.tagger.kind(i - 1) == TokenKind::Comma);
        comma && past && relative && self.next().meets(DETERMINER.with(Tag::PRP))
    }

    /// `, painting others as weak`: behind a comma and a finite verb, with an object.
    fn participates(&self) -> bool {
        let comma = self.t.checked_sub(1).is_some_and(|i| self.tagger.kind(i) == TokenKind::Comma);
        comma && self.finite_before() && self.next().meets(DETERMINER.with(Tag::PRP).with(Tag::NNP).with(Tag::NNS))
    }

    /// `Mr Putin, silence your guns`: nothing but a name and a comma stands before, from the start or the opening mark.
    fn called(&self) -> bool {
        let Some(comma) = self.t.checked_sub(1).filter(|&i| self.tagger.kind(i) == TokenKind::Comma) else {
            return false;
        };
        let words = (self.run.start..comma).rev().take_while(|&i| self.tagger.kind(i) != TokenKind::Open);
        let mut words = words.peekable();
        words.peek().is_some() && words.all(|i| self.words.tag(i) == Tag::NNP)
    }

    /// After `, `: a past form goes with a subject further left, or is a participle.
    fn after_comma(&self, tags: Tags) -> Tag {
        let by = self.t + 1 < self.run.end && self.is(self.t + 1, self.tagger.sets.by);
        if !tags.has(Tag::VBD) || by && (self.finite_before() || !self.only_verb()) {
            return Tag::VBN;
        }
        Tag::VBD
    }

    fn finite_before(&self) -> bool {
        (self.run.start..self.t).any(|i| self.words.tag(i).is_finite())
    }

    /// `and V`: like the verb form before the conjunction, where there is one of that form.
    fn after_conjunction(&self, tags: Tags, first: Tag) -> Tag {
        let next = self.next();
        let last = (self.run.start..self.t).rev().map(|i| self.words.tag(i)).find(|t| t.is_verb());
        let opens = next.meets(DETERMINER.with(Tag::PRP).with(Tag::NNP).with(Tag::TO).with(Tag::IN));
        match last {
            Some(Tag::VB) if tags.has(Tag::VB) && (opens || !first.is_noun()) => Tag::VB,
            Some(Tag::VBZ) if tags.has(Tag::VBZ) && (opens || !first.is_noun()) => Tag::VBZ,
            Some(Tag::VBD) if tags.has(Tag::VBD) && !self.modal_follows_nouns() => Tag::VBD,
            Some(Tag::VBN | Tag::VBD) if tags.has(Tag::VBN) && self.modal_follows_nouns() => Tag::VBN,
            Some(Tag::VBN)
                if tags.has(Tag::VBN) && !(tags.has(Tag::VBD) && (self.object_follows() || self.that_follows())) =>
            {
                Tag::VBN
            }
            Some(Tag::VBG) if tags.has(Tag::VBG) => Tag::VBG,
            Some(Tag::VBP) if tags.has(Tag::VB) && (opens || !first.is_noun()) => Tag::VBP,
            _ if tags.has(Tag::VBN) && self.modal_follows_nouns() => Tag::VBN,
            _ => match first {
                Tag::VBN if tags.has(Tag::VBD) => Tag::VBD,
                other => other,
            },
        }
    }

    /// `and deported children would go home`: bare nouns, and more of their kind, up to a modal.
    fn modal_follows_nouns(&self) -> bool {
        let plain = Tags::NOUN.with(Tag::JJ).with(Tag::VBN).with(Tag::CC);
        let at = |i: &usize| self.candidates[i - self.run.start];
        let end = (self.t + 1..self.run.end).find(|i| !at(i).meets(plain));
        end.is_some_and(|i| i > self.t + 1 && at(&i).has(Tag::MD))
    }
}

const DETERMINER: Tags = Tags::of(Tag::DT).with(Tag::PRPS);
const NOMINAL: Tags =
    Tags::NOUN.with(Tag::JJ).with(Tag::JJR).with(Tag::JJS).with(Tag::CD).with(Tag::DT).with(Tag::PRPS);
const FINITE: Tags = Tags::of(Tag::VBD).with(Tag::VBP).with(Tag::VBZ).with(Tag::MD);

fn token_upper(text: &Text, t: usize) -> bool {
    text.tokens[t].case == Case::Upper && text.word(t).chars().count() > 1
}

/// The class of an unknown lower-case word by its ending.
fn guess(word: &str) -> Tags {
    let ends = |list: &[&str]| list.iter().any(|e| word.len() > e.len() + 2 && word.ends_with(e));
    if ends(&["ly"]) {
        Tags::of(Tag::RB)
    } else if ends(&["ing"]) {
        Tags::of(Tag::VBG).with(Tag::NN)
    } else if ends(&["ed"]) {
        Tags::of(Tag::VBD).with(Tag::VBN)
    } else if ends(&["ous", "ful", "ive", "able", "ible", "ish", "less", "ary", "ic", "ical", "ian", "esque"]) {
        Tags::of(Tag::JJ)
    } else if word.ends_with('s') && !ends(&["ss", "us", "is"]) {
        Tags::of(Tag::NNS)
    } else {
        Tags::of(Tag::NN)
    }
}

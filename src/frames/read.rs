//! One pass over the clauses of every sentence that is read.
//!
//! Owns the order of attempts and the discourse of issues. Each kind of cue has its own file.

use super::cue::Power;
use super::issue::{Scores, THRESHOLD};
use super::list::Head;
use super::{Dependence, Dropped, Frame, Frames, Holder};
use crate::attribution::Attributions;
use crate::clauses::Clauses;
use crate::finding::{Basis, Firmness, Modality, Stance};
use crate::lexicon::issues::IssueId;
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::Phrases;
use crate::referent::{CharacterId, Referents};
use crate::text::{ParagraphKind, Run, Text};
use crate::words::Words;
use jiff::civil::Date;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// What frames are read from.
pub(super) struct Reader<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) words: &'a Words,
    pub(super) phrases: &'a Phrases,
    pub(super) clauses: &'a Clauses,
    pub(super) referents: &'a Referents,
    pub(super) attributions: &'a Attributions,
    pub(super) published: Option<Date>,
    pub(super) sets: Sets,
    /// What each sentence scores as a whole.
    pub(super) around: Vec<OnceCell<Box<Scores>>>,
    /// What each clause's verb does to what stands below it.
    pub(super) powers: Vec<Power>,
    /// Issue and sentence of the last frame.
    pub(super) last: Option<(IssueId, usize)>,
    /// First tokens of the cues of all frames.
    pub(super) read_cues: BTreeSet<usize>,
    /// The list head in force.
    pub(super) head: Option<Head>,
    pub(super) out: Frames,
}

macro_rules! sets {
    ($($field:ident = $name:literal),+ $(,)?) => {
        /// The sets the frames ask for.
        pub(super) struct Sets { $(pub(super) $field: SetId),+ }
        impl Sets {
            fn new(lexicon: &Lexicon) -> Sets { Sets { $($field: lexicon.set($name)),+ } }
        }
    };
}

sets! {
    negation = "negation", no = "no", necessity = "necessity", future = "future", doubt_modal = "doubt-modal", ability = "ability",
    first_singular = "first-singular", first_plural = "first-plural", second = "second", by = "by", of = "of", for_ = "for", to = "to", from = "from",
    if_ = "if", unless = "unless", until = "until", once = "once", no_position = "no-position", deem = "deem", copula = "copula", deed = "deed-noun", yet = "yet", he = "he", she = "she", they = "they", retaliation = "retaliation", without = "without", impossible = "impossible", would = "would", since = "since", anaphor = "anaphor", group = "group-noun", organ = "organ-noun", have = "have", as_ = "as", inversion = "inversion", be = "be", once_words = "once-words", open_words = "open-words", firm_words = "firm-words", soft_words = "soft-words", only = "only", whether = "whether", that = "that", plain_time = "plain-time", never = "firmness-never",
    provided = "condition-provided", in_exchange = "condition-in-exchange", only_if = "condition-only-if", ordinal = "ordinal", concession = "concession", listed = "listed-thing", compromise = "compromise", bound = "deadline-preposition", demonstrative = "demonstrative", it = "it",
    permission = "permission-verb", intention = "intention-verb", deciding = "deciding-verb", giving_verb = "giving-verb", outcome = "outcome-verb", state_verb = "state-verb", anybody = "anybody", rather = "rather", pro_one = "pro-one", definite = "definite",
    first_of_all = "first-of-all", last_word = "last-word", duty = "duty", merely = "merely", circumstance = "circumstance", encounter_noun = "encounter-noun", do_ = "do",
    neither = "neither", on = "on", no_room = "no-room", no_other = "no-other", harm = "harm-verb", by_force = "by-force", consequence = "consequence-noun", war = "war-noun", otherwise = "otherwise", particle = "particle", reply = "reply-noun", lasting = "lasting-verb", suffers = "suffer-phrase", joining = "joining", companion = "companion", or = "or", incurs = "incur-verb", warning = "warning-cue", with = "with", soldiers = "soldier-noun",
}

impl Frames {
    /// Reads the frames of a text published on `published`.
    #[allow(clippy::too_many_arguments)]
    pub fn read(
        text: &Text,
        lexicon: &Lexicon,
        words: &Words,
        phrases: &Phrases,
        clauses: &Clauses,
        referents: &Referents,
        attributions: &Attributions,
        published: Option<Date>,
    ) -> Frames {
        let sets = Sets::new(lexicon);
        let powers = vec![Power::None; clauses.all.len()];
        let mut reader = Reader {
            text,
            lexicon,
            words,
            phrases,
            clauses,
            referents,
            attributions,
            published,
            sets,
            around: vec![OnceCell::new(); text.sentences.len()],
            powers,
            last: None,
            read_cues: BTreeSet::new(),
            head: None,
            out: Frames::default(),
        };
        for sentence in 0..text.sentences.len() {
            reader.enter_list(sentence);
            if reader.is_read(sentence) {
                reader.sentence(sentence);
            }
        }
        reader.settle_firmness();
        reader.out
    }
}

/// A frame before its issue is known.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) holders: Vec<Holder>,
    pub(super) stance: Stance,
    pub(super) addressee: Option<CharacterId>,
    pub(super) condition: Option<Dependence>,
    pub(super) firmness: Firmness,
    pub(super) modality: Modality,
    pub(super) cue: Run,
    pub(super) rule: String,
    /// What it is about, in one or more pieces.
    pub(super) contents: Vec<Run>,
    pub(super) evidence: Run,
    pub(super) sentence: usize,
    /// It needs an issue of its own in the content.
    pub(super) weak: bool,
}

impl Reader<'_> {
    pub(super) fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.lexicon, t, set)
    }

    pub(super) fn run_has(&self, run: Run, set: SetId) -> bool {
        run.iter().any(|t| self.is(t, set))
    }

    fn is_read(&self, sentence: usize) -> bool {
        let paragraph = self.text.paragraphs[self.text.sentences[sentence].paragraph];
        matches!(paragraph.kind, ParagraphKind::Body | ParagraphKind::Item)
    }

    /// Powers are known before any sentence is read as a list head.
    fn sentence(&mut self, sentence: usize) {
        for clause in self.clauses.of_sentence(sentence) {
            self.powers[clause] = self.power(clause);
        }
        let start = self.out.all.len();
        for clause in self.clauses.of_sentence(sentence) {
            self.verb_frames(clause);
            self.necessity(clause);
            self.orders(clause);
            self.echo(clause);
            if self.unread(clause) {
                self.stands(clause);
            }
            self.existential(clause);
            self.retribution(clause);
        }
        self.noun_frames(sentence);
        self.stipulations(sentence);
        if self.out.all.len() == start {
            self.item(sentence);
        }
        if self.out.all.len() == start {
            self.fragment(sentence);
        }
        for clause in self.clauses.of_sentence(sentence) {
            self.weighed(clause);
        }
        self.leave_list(sentence);
        self.out.all[start..].sort_by_key(|f| f.cue.start);
    }

    /// No frame hangs on the verb of this clause yet.
    fn unread(&self, clause: usize) -> bool {
        let verb = self.clauses.verb(self.phrases, clause).run;
        let here = self.out.all.iter().rev().take_while(|f| f.sentence == self.clauses.all[clause].sentence);
        here.into_iter().all(|f| f.cue.end <= verb.start || verb.end <= f.cue.start)
    }

    pub(super) fn drop_reading(&mut self, cue: Run, rule: &str, reason: &'static str) {
        self.out.dropped.push(Dropped { cue, rule: rule.to_owned(), reason });
    }

    /// Finds the issues of a draft and keeps one frame for each of them and each holder.
    pub(super) fn keep(&mut self, draft: Draft) {
        let mut issues = self.issues(&draft.contents, draft.evidence, draft.sentence, draft.weak);
        let mut basis = Basis::Explicit;
        if issues.is_empty() {
            let content = draft.contents.first().copied().unwrap_or(draft.cue);
            issues.extend(self.carried(&draft).map(|issue| (issue, content)));
            basis = Basis::Inferred;
        }
        let holders: Vec<Holder> = draft.holders.iter().filter(|h| self.may_hold(h)).cloned().collect();
        if issues.is_empty() {
            let frames = self.out.all.len();
            if self.points_back(&draft.contents) {
                self.deadline(&draft, &holders);
            }
            if self.out.all.len() > frames {
                return;
            }
            self.drop_reading(draft.cue, &draft.rule, "no issue in the complement");
            if draft.condition.is_some_and(|c| c.is_strict()) {
                self.condition_frame(&draft, &holders);
            }
            return;
        }
        if holders.is_empty() {
            self.last = issues.first().map(|(issue, _)| (*issue, draft.sentence));
            return self.drop_reading(draft.cue, &draft.rule, "no party as holder");
        }
        for (issue, content) in issues {
            self.last = Some((issue, draft.sentence));
            for holder in &holders {
                self.push(&draft, holder.clone(), issue, content, basis);
            }
        }
        self.deadline(&draft, &holders);
        self.condition_frame(&draft, &holders);
    }

    /// `by June`, `before Christmas`, `within ten days` in a demand: the time is demanded too.
    fn deadline(&mut self, draft: &Draft, holders: &[Holder]) {
        let Some(issue) = self.lexicon.issues.deadline().filter(|_| draft.stance == Stance::Demand) else { return };
        let bound = draft.contents.iter().find_map(|&run| self.time_bound(run));
        if let Some(content) = bound {
            for holder in holders {
                self.push(draft, holder.clone(), issue, content, Basis::Explicit);
            }
        }
    }

    fn time_bound(&self, run: Run) -> Option<Run> {
        let noun = |n: usize| &self.phrases.nouns[n];
        run.iter().filter(|&t| self.is(t, self.sets.bound)).find_map(|t| {
            let n = self.phrases.noun_at(t + 1).filter(|&n| noun(n).temporal && noun(n).prep == Some(t))?;
            Some(Run::new(t, noun(n).run.end))
        })
    }

    fn push(&mut self, draft: &Draft, holder: Holder, issue: IssueId, content: Run, basis: Basis) {
        self.read_cues.insert(draft.cue.start);
        self.out.all.push(Frame {
            holder,
            stance: draft.stance,
            issue,
            addressee: draft.addressee,
            condition: draft.condition,
            firmness: draft.firmness,
            modality: draft.modality,
            basis,
            cue: draft.cue,
            rule: draft.rule.clone(),
            content,
            evidence: draft.evidence,
            sentence: draft.sentence,
        });
    }

    /// What stands as a condition is demanded by the same holder.
    pub(super) fn condition_frame(&mut self, draft: &Draft, holders: &[Holder]) {
        let Some(condition) = draft.condition else { return };
        if !self.condition_demands(draft, condition) {
            return;
        }
        let mut issues: Vec<IssueId> = self
            .issues(&[condition.run], condition.run, draft.sentence, true)
            .into_iter()
            .map(|(issue, _)| issue)
            .collect();
        if issues.is_empty() {
            issues.extend(condition.issue);
        }
        for (holder, issue) in holders.iter().flat_map(|h| issues.iter().map(move |&i| (h, i))) {
            self.read_cues.insert(condition.run.start);
            self.out.all.push(Frame {
                holder: holder.clone(),
                stance: Stance::Demand,
                issue,
                addressee: None,
                condition: None,
                firmness: Firmness::Firm,
                modality: draft.modality,
                basis: Basis::Explicit,
                cue: Run::new(condition.run.start, condition.run.start + 1),
                rule: format!("condition-{}", condition.kind),
                content: condition.run,
                evidence: condition.run,
                sentence: draft.sentence,
            });
        }
    }

    /// The least score an issue must reach.
    pub(super) fn threshold(&self, weak: bool) -> f32 {
        if weak { THRESHOLD } else { THRESHOLD * 0.75 }
    }
}

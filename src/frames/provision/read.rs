//! One pass over the sentences that are read: which constructions are tried, and what is carried from one to the next.
//!
//! Owns the order of attempts and the state between sentences. Each construction has its own file.

use super::{Provision, Provisions};
use crate::attribution::Attributions;
use crate::clauses::Clauses;
use crate::finding::ProvisionStatus;
use crate::lexicon::issues::IssueId;
use crate::lexicon::{Lexicon, SetId};
use crate::phrases::Phrases;
use crate::referent::Referents;
use crate::referent::plan::{PlanId, PlanMentions};
use crate::text::{ParagraphKind, Run, Text};
use crate::words::Words;

macro_rules! sets {
    ($($field:ident = $name:literal),+ $(,)?) => {
        /// The closed sets that provisions ask for.
        pub(super) struct Sets { $(pub(super) $field: SetId),+ }
        impl Sets {
            fn new(lexicon: &Lexicon) -> Sets { Sets { $($field: lexicon.set($name)),+ } }
        }
    };
}

sets! {
    under = "plan-under", inside = "plan-inside", gone = "plan-gone", part = "plan-part", contents = "plan-contents",
    by = "by", of = "of", in_ = "in", to = "to", it = "it", be = "be", future = "future",
    copy = "plan-copy", clause = "plan-clause", another = "plan-another", idle = "plan-idle", unlike = "plan-unlike", about = "about", stands = "plan-stands", into = "plan-into",
    from = "from", among = "plan-among", asks = "plan-asks", glance = "plan-glance", necessity = "necessity", question = "question-word",
    have = "have", demonstrative = "demonstrative", exchange = "exchange-noun", commit = "plan-commit", would = "would", according = "according", in_exchange = "condition-in-exchange", first = "plan-first", no = "no", first_person = "first-plural", i = "first-singular",
}

/// What provisions are read from, and what is carried along.
pub(super) struct Reader<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) words: &'a Words,
    pub(super) phrases: &'a Phrases,
    pub(super) clauses: &'a Clauses,
    pub(super) referents: &'a Referents,
    pub(super) attributions: &'a Attributions,
    pub(super) plans: &'a PlanMentions,
    pub(super) sets: Sets,
    /// The plan that `it` would mean.
    pub(super) prominent: Option<PlanId>,
    /// The plan whose contents the heading above or the label of the paragraph announces.
    pub(super) section: Option<PlanId>,
    /// The plan whose contents the last heading announces.
    pub(super) headed: Option<PlanId>,
    /// The plan that the passage may be about: the heading asks after one of its matters.
    pub(super) themed: Option<PlanId>,
    /// The plan that the article explains, heading by heading.
    pub(super) explains: Option<PlanId>,
    /// The plan whose provisions the list items are.
    pub(super) list: Option<PlanId>,
    /// The plan whose provisions are being told.
    pub(super) telling: Option<PlanId>,
    /// Sentences that may still interrupt the telling.
    pub(super) patience: usize,
    /// Issue and sentence of the last provision.
    pub(super) last: Option<(IssueId, usize)>,
    /// Words that an inversion has taken; no clause in them is read again.
    pub(super) taken: Run,
    pub(super) out: Provisions,
}

impl Provisions {
    /// Reads the provisions of a text.
    #[allow(clippy::too_many_arguments)]
    pub fn read(
        text: &Text,
        lexicon: &Lexicon,
        words: &Words,
        phrases: &Phrases,
        clauses: &Clauses,
        referents: &Referents,
        attributions: &Attributions,
        plans: &PlanMentions,
    ) -> Provisions {
        let mut reader = Reader {
            text,
            lexicon,
            words,
            phrases,
            clauses,
            referents,
            attributions,
            plans,
            sets: Sets::new(lexicon),
            prominent: None,
            section: None,
            headed: None,
            themed: None,
            explains: None,
            list: None,
            telling: None,
            patience: 0,
            last: None,
            taken: Run::default(),
            out: Provisions::default(),
        };
        if !plans.plans.is_empty() {
            (0..text.paragraphs.len()).for_each(|p| reader.paragraph(p));
        }
        reader.out.all.sort_by_key(|p| p.evidence.start);
        reader.out
    }
}

impl Reader<'_> {
    fn paragraph(&mut self, number: usize) {
        let paragraph = &self.text.paragraphs[number];
        self.enter(number);
        if !matches!(paragraph.kind, ParagraphKind::Body) {
            (self.prominent, self.telling) = (None, None);
        }
        if matches!(paragraph.kind, ParagraphKind::Body | ParagraphKind::Item) {
            paragraph.sentences.iter().for_each(|s| self.sentence(s));
        }
        self.open_list(number);
    }

    fn sentence(&mut self, sentence: usize) {
        let before = self.out.all.len();
        self.taken = Run::default();
        self.inversion(sentence);
        self.among(sentence);
        for clause in self.clauses.of_sentence(sentence) {
            if !self.taken.contains(self.clauses.verb(self.phrases, clause).main) {
                self.clause(clause);
            }
        }
        self.noun_provisions(sentence);
        self.item(sentence);
        self.prominent = self.prominence(sentence);
        self.go_on(sentence, before);
    }

    pub(super) fn is(&self, t: usize, set: SetId) -> bool {
        self.words.is(self.lexicon, t, set)
    }

    /// Keeps a provision unless the plan has one on that issue with that status.
    pub(super) fn push(&mut self, provision: Provision) {
        self.last = Some((provision.issue, provision.sentence));
        let same =
            |p: &Provision| p.plan == provision.plan && p.issue == provision.issue && p.status == provision.status;
        if !self.out.all.iter().any(same) {
            self.out.all.push(provision);
        }
    }

    /// Keeps what `content` provides for `plan`, one provision an issue.
    pub(super) fn keep(
        &mut self,
        plan: PlanId,
        status: ProvisionStatus,
        content: &[Run],
        evidence: Run,
        rule: &str,
    ) -> bool {
        let sentence = self.text.sentence_of(evidence.start);
        let found = self.issues(content, evidence, sentence);
        for &(issue, content) in &found {
            let rule = rule.to_owned();
            self.push(Provision { plan, issue, status, content, evidence, sentence, rule });
        }
        !found.is_empty()
    }
}

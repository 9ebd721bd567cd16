//! Explainers: headings that announce what a plan says (`What is in the plan?`), and those of its matters below them.
//!
//! Owns which plan the plain statements under a heading are of. Never reads clauses of the running text.

use super::read::Reader;
use crate::article::HeadRole;
use crate::finding::ActorKind;
use crate::referent::plan::{PlanId, PlanMention};
use crate::text::{ParagraphKind, Run};

impl Reader<'_> {
    /// A heading: it announces a plan's contents, names or asks after one of its matters, or ends the passage.
    pub(super) fn enter_heading(&mut self, heading: Run, label: Option<PlanId>) {
        let announced = label.or_else(|| self.tour(heading)).or_else(|| self.announced(heading));
        self.explains = announced.or(self.explains);
        let asks = self.text.str(heading).ends_with('?') || heading.iter().any(|t| self.is(t, self.sets.question));
        let matter = self.issue_of(heading).is_some() && !self.acts(heading);
        self.headed = announced.or(self.explains.filter(|_| matter && !asks));
        self.themed = self.explains.filter(|_| !self.acts(heading) && (matter || !asks));
        self.section = self.headed;
    }

    /// The plan of the headline, where that says `point by point`, under a heading that asks nothing.
    fn tour(&self, heading: Run) -> Option<PlanId> {
        let title = self.text.paragraphs.iter().find(|p| p.kind == ParagraphKind::Head(HeadRole::Title))?;
        let part = |t: usize| self.is(t, self.sets.part);
        let walks = title
            .run
            .iter()
            .skip(1)
            .any(|t| t + 1 < title.run.end && self.is(t, self.sets.by) && part(t - 1) && part(t + 1));
        self.plans.topic.filter(|_| walks && !self.text.str(heading).ends_with('?'))
    }

    /// `What is in the plan?`, `What the draft says on land`, `Inside the text`, `The plan at a glance`, `Its main points`.
    pub(super) fn announced(&self, heading: Run) -> Option<PlanId> {
        let mention = self.plans.within(heading).first()?;
        let before = Run::new(heading.start, mention.run.start);
        let opens = before.iter().any(|t| self.is(t, self.sets.asks) || self.is(t, self.sets.contents));
        let closes =
            (mention.run.end..heading.end).any(|t| self.is(t, self.sets.glance) || self.is(t, self.sets.contents));
        let fits = opens && !self.of_somebody(before, mention) || closes && !self.acts(before);
        fits.then_some(mention.plan)
    }

    /// Somebody else stands before the plan: `What Russia says about the plan`, `What critics of the plan say`.
    fn of_somebody(&self, before: Run, mention: &PlanMention) -> bool {
        let own = self.phrases.noun_at(mention.run.start);
        let mut nouns = before.iter().filter_map(|t| self.phrases.noun_at(t)).filter(|&n| Some(n) != own);
        nouns.any(|n| self.is_party(n, false) && !self.phrases.nouns[n].possesses)
            || self.people_before(before) && !before.iter().any(|t| self.is(t, self.sets.contents))
    }

    /// A party is the subject of a heading, or its only matter: `What does Moscow say?`, `And the Europeans?`.
    fn acts(&self, heading: Run) -> bool {
        let s = self.text.sentence_of(heading.start);
        let mut clauses = self.clauses.of_sentence(s);
        let subject = clauses.any(|c| self.clauses.all[c].subject.is_some_and(|n| self.is_party(n, false)));
        let person = heading.iter().filter_map(|t| self.phrases.noun_at(t)).any(|n| {
            let who = self.referents.of(n).map(|r| r.who.clone()).unwrap_or_default();
            who.into_iter().any(|w| self.referents.character(w).kind == ActorKind::Person)
        });
        subject || person
    }
}

//! Narrowing a reading to what was asked for.
//!
//! Owns what each criterion means for each kind of finding: a finding stays if it meets all criteria, and a kind that
//! lacks the property meets none. Is given readings. Lists become empty, they never vanish.

use super::List;
use crate::article::slug;
use crate::finding::{Actor, Demand, Meeting, Party, Plan, Provision, Reading, Side, Stance, Statement};

/// The criteria; an empty one lets everything pass.
#[derive(Clone, Debug, Default)]
pub struct Narrow {
    /// Only these lists.
    pub only: Vec<List>,
    /// Only findings of these sides.
    pub sides: Vec<Side>,
    /// Only findings on these issues, codes or groups.
    pub issues: Vec<String>,
    /// Only positions of these stances.
    pub stances: Vec<Stance>,
    /// Only findings in which this actor has a part: id, name, part of a name.
    pub actor: Option<String>,
    /// Only findings about this plan: id, name, alias.
    pub plan: Option<String>,
}

/// The ids that the criteria lead to in one reading.
struct Wanted<'a> {
    narrow: &'a Narrow,
    actors: Vec<Actor>,
    plans: Vec<Plan>,
}

impl Narrow {
    /// Whether a list is asked for.
    pub fn shows(&self, list: List) -> bool {
        self.only.is_empty() || self.only.contains(&list)
    }

    /// Drops from the reading what does not meet the criteria.
    pub fn apply(&self, reading: &mut Reading) {
        let wanted = Wanted { narrow: self, actors: reading.actors.clone(), plans: reading.plans.clone() };
        reading.actors.retain(|actor| wanted.keeps_actor(actor));
        reading.plans.retain(|plan| wanted.keeps_plan(plan));
        reading.demands.retain(|demand| wanted.keeps_demand(demand));
        reading.provisions.retain(|provision| wanted.keeps_provision(provision));
        reading.statements.retain(|statement| wanted.keeps_statement(statement));
        reading.meetings.retain(|meeting| wanted.keeps_meeting(meeting));
        reading
            .figures
            .retain(|figure| self.shows(List::Figures) && self.free(Has::ISSUE) && self.issue(figure.of.as_deref()));
    }

    /// Whether the actor and the plan asked for have a part in the reading, whatever else is asked for.
    pub fn finds(&self, reading: &Reading) -> (bool, bool) {
        let left = |narrow: Narrow| {
            let mut left = reading.clone();
            narrow.apply(&mut left);
            !(left.actors.is_empty() && left.plans.is_empty() && left.demands.is_empty() && left.statements.is_empty())
        };
        let actor = left(Narrow { actor: self.actor.clone(), ..Narrow::default() });
        (actor, left(Narrow { plan: self.plan.clone(), ..Narrow::default() }))
    }

    /// Whether no criterion is set that a kind of finding has no property for.
    fn free(&self, has: Has) -> bool {
        (has.side || self.sides.is_empty())
            && (has.issue || self.issues.is_empty())
            && (has.stance || self.stances.is_empty())
            && (has.actor || self.actor.is_none())
            && (has.plan || self.plan.is_none())
    }

    fn issue(&self, code: Option<&str>) -> bool {
        let within =
            |wanted: &String| code.is_some_and(|code| code == wanted || code.split('/').next() == Some(wanted));
        self.issues.is_empty() || self.issues.iter().any(within)
    }

    fn side(&self, side: Option<Side>) -> bool {
        self.sides.is_empty() || side.is_some_and(|side| self.sides.contains(&side))
    }
}

/// Which criteria a kind of finding can meet.
#[derive(Clone, Copy, Default)]
struct Has {
    side: bool,
    issue: bool,
    stance: bool,
    actor: bool,
    plan: bool,
}

impl Has {
    const WHO: Has = Has { side: true, actor: true, issue: false, stance: false, plan: false };
    const ISSUE: Has = Has { issue: true, side: false, actor: false, stance: false, plan: false };
}

impl Wanted<'_> {
    fn keeps_actor(&self, actor: &Actor) -> bool {
        let n = self.narrow;
        n.shows(List::Actors) && n.free(Has::WHO) && n.side(actor.side) && self.is_actor(Some(&actor.id), &actor.name)
    }

    fn keeps_plan(&self, plan: &Plan) -> bool {
        let n = self.narrow;
        let parties = || plan.authors.iter().chain(plan.verdicts.iter().map(|v| &v.actor));
        let side = n.sides.is_empty() || parties().any(|id| n.side(self.side_of(id)));
        let actor = n.actor.is_none() || parties().any(|id| self.is_actor(Some(id), id));
        n.shows(List::Plans) && n.free(Has { plan: true, ..Has::WHO }) && side && actor && self.is_plan(Some(&plan.id))
    }

    fn keeps_demand(&self, d: &Demand) -> bool {
        let n = self.narrow;
        let addressed = d.addressee.as_ref().is_some_and(|a| self.is_actor(a.id.as_deref(), &a.name));
        let said = d.said_by.as_ref().is_some_and(|s| self.is_actor(s.id.as_deref(), &s.name));
        let stance = n.stances.is_empty() || n.stances.contains(&d.stance);
        let actor = self.is_party(&d.holder) || addressed || said;
        n.shows(List::Demands)
            && n.side(d.holder.side)
            && n.issue(Some(&d.issue))
            && stance
            && actor
            && self.is_plan(d.plan.as_deref())
    }

    fn keeps_provision(&self, p: &Provision) -> bool {
        let n = self.narrow;
        n.shows(List::Provisions)
            && n.free(Has { plan: true, ..Has::ISSUE })
            && n.issue(Some(&p.issue))
            && self.is_plan(Some(&p.plan))
    }

    fn keeps_statement(&self, s: &Statement) -> bool {
        let n = self.narrow;
        let side = n.side(s.speaker.as_ref().and_then(|speaker| speaker.side));
        let actor = n.actor.is_none() || s.speaker.as_ref().is_some_and(|speaker| self.is_party(speaker));
        n.shows(List::Statements) && n.free(Has::WHO) && side && actor
    }

    fn keeps_meeting(&self, m: &Meeting) -> bool {
        let n = self.narrow;
        let side = n.sides.is_empty() || m.participants.iter().any(|id| n.side(self.side_of(id)));
        let actor = n.actor.is_none() || m.participants.iter().any(|id| self.is_actor(Some(id), id));
        n.shows(List::Meetings) && n.free(Has::WHO) && side && actor
    }

    fn side_of(&self, id: &str) -> Option<Side> {
        self.actors.iter().find(|actor| actor.id == id)?.side
    }

    fn is_party(&self, party: &Party) -> bool {
        self.is_actor(party.id.as_deref(), &party.name)
    }

    /// By id, by whole words of the name, or by words the article uses for the same actor.
    fn is_actor(&self, id: Option<&str>, name: &str) -> bool {
        let Some(asked) = &self.narrow.actor else { return true };
        let asked = slug(asked);
        let known = id.and_then(|id| self.actors.iter().find(|actor| actor.id == id));
        let names = known.into_iter().flat_map(|actor| std::iter::once(actor.name.as_str()).chain(aliases(actor)));
        id == Some(&asked) || std::iter::once(name).chain(names).any(|name| has_words(&slug(name), &asked))
    }

    fn is_plan(&self, id: Option<&str>) -> bool {
        let Some(asked) = &self.narrow.plan else { return true };
        let (Some(id), asked) = (id, slug(asked)) else { return false };
        let known = self.plans.iter().find(|plan| plan.id == id);
        id == asked
            || known
                .is_some_and(|plan| std::iter::once(&plan.name).chain(&plan.aliases).any(|name| slug(name) == asked))
    }
}

/// The words that name an actor; pronouns and offices are no names.
fn aliases(actor: &Actor) -> impl Iterator<Item = &str> {
    use crate::finding::Via;
    let naming = |via: Via| matches!(via, Via::Name | Via::Surname | Via::Metonym);
    actor.mentions.iter().filter(move |mention| naming(mention.via)).map(|mention| mention.span.text.as_str())
}

/// Whether the slug `name` holds the slug `asked` as whole words.
pub fn has_words(name: &str, asked: &str) -> bool {
    !asked.is_empty() && format!("-{name}-").contains(&format!("-{asked}-"))
}

//! Actors and plans that the user asks for by name.
//!
//! Owns the question whether anything knows such a name. A name need not be in the lexicon, since articles bring their own;
//! but one that neither knows is refused. Is given criteria and what was found. Never narrows.

use super::names;
use ukdesk::article::{Article, slug};
use ukdesk::desk::Desk;
use ukdesk::dossier::{Narrow, has_words};
use ukdesk::finding::Reading;

/// The names that the lexicon does not know, until an article does.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    actor: Option<String>,
    plan: Option<String>,
    articles: usize,
}

impl Asked {
    /// The names among the criteria that the lexicon does not know.
    pub fn new(narrow: &Narrow, desk: &Desk) -> Asked {
        let actor =
            narrow.actor.clone().filter(|name| !knows(desk, name, actors(desk), |reading| !reading.actors.is_empty()));
        let plan =
            narrow.plan.clone().filter(|name| !knows(desk, name, plans(desk), |reading| !reading.plans.is_empty()));
        Asked { actor, plan, articles: 0 }
    }

    /// Whether the articles have to be asked.
    pub fn is_open(&self) -> bool {
        self.actor.is_some() || self.plan.is_some()
    }

    /// Takes note of what an article knows.
    pub fn seen(&mut self, (actor, plan): (bool, bool)) {
        self.articles += 1;
        self.actor = self.actor.take().filter(|_| !actor);
        self.plan = self.plan.take().filter(|_| !plan);
    }

    /// The messages for names that nothing knows; none where nothing was read.
    pub fn faults(&self, desk: &Desk) -> Vec<String> {
        let (actor, plan) = (self.actor.as_ref(), self.plan.as_ref());
        let actor = actor.map(|name| message("actor", name, actors(desk).map(|(_, name)| name)));
        let plan = plan.map(|name| message("plan", name, plans(desk).flat_map(|(id, name)| [id, name])));
        [actor, plan].into_iter().flatten().filter(|_| self.articles > 0).collect()
    }
}

fn actors(desk: &Desk) -> impl Iterator<Item = (&str, &str)> {
    desk.lexicon().actors.iter().map(|actor| (&*actor.id, &*actor.name))
}

fn plans(desk: &Desk) -> impl Iterator<Item = (&str, &str)> {
    desk.lexicon().plans.iter().map(|plan| (&*plan.id, &*plan.name))
}

/// By id or words of a name; else by reading the name itself, as its aliases are read.
fn knows<'a>(
    desk: &Desk,
    name: &str,
    mut entries: impl Iterator<Item = (&'a str, &'a str)>,
    found: impl Fn(&Reading) -> bool,
) -> bool {
    let asked = slug(name);
    let article = || Article { text: name.to_owned(), ..Article::default() };
    entries.any(|(id, name)| id == asked || has_words(&slug(name), &asked)) || found(&desk.read(&article()))
}

fn message<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> String {
    match names::nearest_word(name, known) {
        Some(near) => format!("no {what} `{name}` in these articles; did you mean `{near}`?"),
        None => format!("no {what} `{name}` in these articles; `ukdesk extract --only {what}s` lists theirs"),
    }
}

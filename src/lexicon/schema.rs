//! The shape of the lexicon's TOML files: what an editor of the data may write.
//!
//! Owns the field names. Is given nothing. Never compiles, resolves or reads an article.
//!
//! A *phrase* in these files is one or more words, matched by lemma: `pull out` matches "pulled out", `frozen asset`
//! matches "frozen assets", hyphen and space are one (`cease-fire`). A word behind `=` matches by its exact form
//! (`=meeting`). A capitalised word in a name must be capitalised in the text; an all-capitals one must be so there.

use crate::finding::{ActorKind, Side};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One file: any mixture of lists.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Persons, states, bodies, organisations.
    #[serde(default)]
    pub actor: Vec<ActorEntry>,
    /// Plan documents.
    #[serde(default)]
    pub plan: Vec<PlanEntry>,
    /// Issue codes with their evidence.
    #[serde(default)]
    pub issue: Vec<IssueEntry>,
    /// Predicate classes that issues' events refer to.
    #[serde(default)]
    pub class: Vec<ClassEntry>,
    /// Stance and speech cues.
    #[serde(default)]
    pub cue: Vec<CueEntry>,
    /// Role nouns (`president`, `foreign minister`).
    #[serde(default)]
    pub role: Vec<RoleEntry>,
    /// Places that are no actors.
    #[serde(default)]
    pub place: Vec<PlaceEntry>,
    /// Words that look like an entry and are none.
    #[serde(default)]
    pub friend: Vec<FriendEntry>,
    /// Named sets of words for the grammar.
    #[serde(default)]
    pub set: Vec<SetEntry>,
    /// Words that stand for numbers.
    #[serde(default)]
    pub scale: Vec<ScaleEntry>,
    /// What figures are figures of.
    #[serde(default)]
    pub unit: Vec<UnitEntry>,
    /// Entries of lower layers to take out, `kind:id`.
    #[serde(default)]
    pub remove: Vec<String>,
}

/// A person, state, body or organisation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorEntry {
    /// Stable id; default: slug of the name.
    pub id: Option<String>,
    /// Full usual English name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// For whom it speaks.
    pub side: Side,
    /// Id of its state (`russia`), for persons and bodies.
    pub state: Option<String>,
    /// `m` or `f`, for persons.
    pub gender: Option<String>,
    /// Other full names and spellings that always mean it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Bare surname spellings that mean it when nobody else of that name is in the article (persons).
    #[serde(default)]
    pub surnames: Vec<String>,
    /// Names that mean it only where it acts, speaks, is addressed or possesses (`Moscow`, `the Kremlin`, `Bankova`).
    #[serde(default)]
    pub metonyms: Vec<String>,
    /// Adjectives of it (`Russian`).
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// Its people as a group (`Russians`).
    #[serde(default)]
    pub people: Vec<String>,
    /// One of its people (`Hungarian`, `Briton`), states only.
    #[serde(default)]
    pub citizen: Vec<String>,
    /// Offices by date, persons only.
    #[serde(default)]
    pub offices: Vec<OfficeEntry>,
    /// How sure the entry is: `V2`, `V`, `K`, `U`.
    pub sure: Option<String>,
    /// What to beware of.
    pub note: Option<String>,
    /// Texts (one sentence each) in which it must be found.
    #[serde(default)]
    pub hits: Vec<String>,
    /// Texts in which it must not be found.
    #[serde(default)]
    pub misses: Vec<String>,
}

/// An office held for a time.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeEntry {
    /// Id of the role (`president`, `foreign-minister`, `spokesperson`, `envoy`).
    pub role: String,
    /// Id of the state or body it is an office of.
    pub of: String,
    /// Title as usually printed ("secretary of state").
    pub title: Option<String>,
    /// First day, as far as known: `2019`, `2019-05`, `2019-05-20`.
    pub from: Option<String>,
    /// Last day; none while in office.
    pub until: Option<String>,
}

/// A role noun and its variants.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleEntry {
    /// Stable id.
    pub id: String,
    /// Phrases that name it, lower case ("foreign minister", "top diplomat").
    pub phrases: Vec<String>,
    /// It speaks for its state (a spokesman, an envoy), rather than being a private occupation (a historian).
    #[serde(default)]
    pub speaks: bool,
    /// It can stand before a name as a title ("Chancellor Merz").
    #[serde(default)]
    pub title: bool,
    /// One holder at a time for a state ("the president"), so that a state and a day lead to a person.
    #[serde(default)]
    pub unique: bool,
}

/// A plan document or version.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanEntry {
    /// Contract's id (`28-point`, `minsk-agreements`).
    pub id: String,
    /// Usual name.
    pub name: String,
    /// Number of points.
    pub points: Option<u32>,
    /// Phrases that always mean it (`28PPP`, `Witkoff-Dmitriev plan`).
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Phrases that mean it only together with one of `context` in the sentence or the two around it, or once it is named.
    #[serde(default)]
    pub weak: Vec<String>,
    /// Phrases near a mention that decide for this plan (`Gaza`, `Hamas`).
    #[serde(default)]
    pub context: Vec<String>,
    /// Phrases near a mention that decide against it.
    #[serde(default)]
    pub against: Vec<String>,
    /// Ids of authors (actors).
    #[serde(default)]
    pub authors: Vec<String>,
    /// Ids of plans it grew out of.
    #[serde(default)]
    pub derived_from: Vec<String>,
    /// First reported, as far as known.
    pub from: Option<String>,
    /// No longer the one meant after this day.
    pub until: Option<String>,
    /// Ids of plans it is taken for.
    #[serde(default)]
    pub confusables: Vec<String>,
    /// How sure the entry is.
    pub sure: Option<String>,
    /// What to beware of.
    pub note: Option<String>,
    /// Texts in which it must be found.
    #[serde(default)]
    pub hits: Vec<String>,
    /// Texts in which it must not be found.
    #[serde(default)]
    pub misses: Vec<String>,
}

/// An issue code with its scored evidence.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueEntry {
    /// `group/code`.
    pub code: String,
    /// What it is about.
    pub title: String,
    /// Phrases with weights.
    #[serde(default)]
    pub terms: Vec<TermEntry>,
    /// Predicates that need a term or class in their neighbourhood.
    #[serde(default)]
    pub events: Vec<EventEntry>,
    /// Combinations that speak against the code.
    #[serde(default)]
    pub vetoes: Vec<EventEntry>,
    /// Bare predicates that mean the code when nothing else is found (`meet`: process/talks).
    #[serde(default)]
    pub defaults: Vec<String>,
    /// Texts whose best code this is.
    #[serde(default)]
    pub hits: Vec<String>,
    /// Texts whose best code this is not.
    #[serde(default)]
    pub misses: Vec<String>,
}

/// Phrases of one weight.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermEntry {
    /// 1 (weak) to 6 (decides alone).
    pub weight: u8,
    /// The phrases.
    pub any: Vec<String>,
}

/// A combination: one of `any` together with one of `with`, and none of `without`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventEntry {
    /// Weight gained (or, in a veto, lost), 1 to 9.
    pub weight: u8,
    /// Phrases, or `@class`.
    pub any: Vec<String>,
    /// Phrases, or `@class`, of which one must stand in the same piece of text.
    pub with: Vec<String>,
    /// Phrases, or `@class`, none of which may stand there.
    #[serde(default)]
    pub without: Vec<String>,
}

/// A named class of phrases (`@land`, `@troops`, `@give-up`).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassEntry {
    /// Its name, without the `@`.
    pub id: String,
    /// Its phrases.
    pub any: Vec<String>,
}

/// A cue: a predicate, noun, adjective or preposition that carries a stance or attributes words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueEntry {
    /// Stable id, the `rule` of what it finds.
    pub id: String,
    /// What it does: a stance (`demand`, `reject`, `offer`, `accept`, `threaten`), `say`, an operator
    /// (`not`, `drop`, `weak`, `future`, `seem`, `light`), `meet`, or what becomes of a meeting (`held`, `planned`,
    /// `proposed`, `cancelled`).
    pub act: String,
    /// Word class: `verb`, `noun`, `adjective`, `preposition`, `phrase`.
    pub class: String,
    /// Phrases, by lemma; the head verb or noun first ("hold out for", "rule out").
    pub phrases: Vec<String>,
    /// How its slots are opened: see `cues.toml`.
    #[serde(default)]
    pub frame: Vec<String>,
    /// Of a meeting, its kind: `talks`, `summit`, `call`, `visit`.
    pub meeting: Option<String>,
    /// Firmness it implies.
    pub firmness: Option<String>,
    /// Objects that make it no stance (`claim`, `report`, `visit`): phrases or `@set`.
    #[serde(default)]
    pub not_with: Vec<String>,
    /// Objects or issues one of which it needs (`plan`, `@issue`).
    #[serde(default)]
    pub needs: Vec<String>,
    /// Sentences in which it fires.
    #[serde(default)]
    pub hits: Vec<String>,
    /// Sentences in which it does not.
    #[serde(default)]
    pub misses: Vec<String>,
}

/// A place that is no actor, or a venue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceEntry {
    /// Usual name.
    pub name: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// `city`, `region`, `venue`, `country`, `water`, `street`.
    pub kind: String,
    /// Id of the state it lies in.
    pub state: Option<String>,
}

/// A phrase that contains or equals a name and means something else.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FriendEntry {
    /// The phrase as printed ("Washington Post", "Warsaw Pact", "Budapest Memorandum").
    pub phrase: String,
    /// Which entries it is not (`actor:hungary`); empty for all.
    #[serde(default)]
    pub not: Vec<String>,
    /// Why.
    pub reason: String,
}

/// A named set of words: determiners, months, abbreviations, given names, family words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetEntry {
    /// Its name.
    pub id: String,
    /// Its members.
    pub words: Vec<String>,
}

/// Words that stand for numbers on one scale: months, weekdays, numerals, multipliers, units.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleEntry {
    /// Its name.
    pub id: String,
    /// The words, matched by form, and what each stands for.
    pub of: BTreeMap<String, f64>,
}

/// What a figure is a figure of.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitEntry {
    /// The contract's name of it (`USD`, `km`, `troops`).
    pub id: String,
    /// Signs before or behind a number.
    #[serde(default)]
    pub signs: Vec<String>,
    /// Single words behind a number, by form.
    pub words: Vec<String>,
}

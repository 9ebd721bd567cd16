//! The contract: what a reading of an article is, as plain data.
//!
//! Owns the names, shapes and closed sets that `jq` filters, the JSON Schema and the scorer hold on to.
//! Is given nothing and decides nothing: `kind/*` fills these structs, `render/*` writes them out.
//! Never knows the lexicon, the layers of the reading, or a terminal.
//!
//! All offsets are half-open and count Unicode characters (not bytes) of the article's text.

pub mod sets;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
pub use sets::*;

/// The identifier of the shape below; raised when a name or a meaning changes.
pub const SCHEMA: &str = "ukdesk.reading/1";

/// How a day is written, as a pattern of JSON Schema.
const DAY: &str = "^\\d{4}-\\d{2}-\\d{2}$";
/// How a date is written that may lack day and month.
const DATE: &str = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";
/// How the code of an issue is written.
const CODE: &str = "^[a-z0-9-]+/[a-z0-9-]+$";

/// A place in the article: `text` is verbatim what stands at `start..end`, never across a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// First character, counted in Unicode characters from the start of the text.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The article's own words.
    pub text: String,
    /// Line of the first character, counted from 1.
    #[schemars(range(min = 1))]
    pub line: usize,
}

/// One article as read: seven lists, always present.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// The shape's identifier.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: String,
    /// What made the reading.
    pub tool: Tool,
    /// What was read.
    pub article: ArticleInfo,
    /// Persons, states, bodies and organisations of the article.
    pub actors: Vec<Actor>,
    /// Plan documents and versions the article speaks of.
    pub plans: Vec<Plan>,
    /// Who holds which position.
    pub demands: Vec<Demand>,
    /// What a plan says or would do.
    pub provisions: Vec<Provision>,
    /// Who says what.
    pub statements: Vec<Statement>,
    /// Talks, summits, calls and visits.
    pub meetings: Vec<Meeting>,
    /// Sums and counts that belong to an issue.
    pub figures: Vec<Figure>,
}

/// The program and the lexicon behind a reading.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Tool {
    /// Version of the program.
    pub version: String,
    /// `sha256:` and the hash of all lexicon files in force.
    pub lexicon: String,
}

/// What is known of the article itself; what its head does not give is null.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct ArticleInfo {
    /// Slug of the file's stem, or `stdin`.
    pub id: String,
    /// The path as given; null for standard input.
    pub path: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Authors, one name each.
    pub byline: Vec<String>,
    /// The publishing outlet.
    pub outlet: Option<String>,
    /// Day of publication, `YYYY-MM-DD`.
    #[schemars(regex(pattern = DAY))]
    pub published: Option<String>,
    /// Language of the text, ISO 639-1; null where it was not determined.
    pub language: Option<String>,
    /// Length of the text in Unicode characters.
    pub characters: usize,
    /// Number of words.
    pub words: usize,
    /// Hash of the text's UTF-8 bytes.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// What was mended or left out while loading, in plain words.
    pub notes: Vec<String>,
}

/// Somebody or something that acts, speaks, is addressed or holds a position.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// Stable identifier: the lexicon's id, or the slug of the name.
    pub id: String,
    /// Full usual English name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// For whom it speaks; null where the text does not tell.
    pub side: Option<Side>,
    /// Offices and descriptions, as the lexicon or the article gives them.
    pub roles: Vec<String>,
    /// Whether the lexicon has an entry.
    pub known: bool,
    /// Where it stands in the text.
    pub mentions: Vec<Mention>,
}

/// One mention of an actor.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// How they lead to the actor.
    pub via: Via,
}

/// A plan document or one version of it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// `28-point`, or a slug of the usual name.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// Number of points, where it has one.
    pub points: Option<u32>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Ids of the authors.
    pub authors: Vec<String>,
    /// Ids of the plans it grew out of.
    pub derived_from: Vec<String>,
    /// Who accepts, rejects or amends it in this article.
    pub verdicts: Vec<Verdict>,
    /// Where it stands in the text.
    pub mentions: Vec<Span>,
}

/// An actor's stance on a plan as a whole.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// Id (or, without one, the name) of the actor.
    pub actor: String,
    /// The stance.
    pub verdict: VerdictKind,
    /// The words.
    pub evidence: Span,
}

/// A party named in a finding.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// Id of the actor; null for an anonymous source.
    pub id: Option<String>,
    /// Name, or the article's words for an anonymous source.
    pub name: String,
    /// What it is.
    pub kind: Option<ActorKind>,
    /// For whom it speaks.
    pub side: Option<Side>,
    /// How the words lead to it.
    pub via: Option<Via>,
    /// The words.
    pub mention: Option<Span>,
}

/// A position: who holds which stance on which issue.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Demand {
    /// `demands:START:N`, START being the first character of the evidence, N counting findings that start there.
    pub id: String,
    /// Id of the article.
    pub article: String,
    /// Who holds the position.
    pub holder: Party,
    /// The stance.
    pub stance: Stance,
    /// Code of the issue, `group/code`.
    #[schemars(regex(pattern = CODE))]
    pub issue: String,
    /// The party that is to act; the first named where there are two.
    pub addressee: Option<Addressee>,
    /// How firm.
    pub firmness: Firmness,
    /// Whether it is said to hold now.
    pub modality: Modality,
    /// `inferred` where issue or holder was carried over from another sentence.
    pub basis: Basis,
    /// What it depends on.
    pub condition: Option<Condition>,
    /// Id of the plan it refers to.
    pub plan: Option<String>,
    /// Through whom the article knows it.
    pub sourcing: Option<Sourcing>,
    /// Who told of it.
    pub said_by: Option<SaidBy>,
    /// Day of the words, `YYYY-MM-DD`.
    #[schemars(regex(pattern = DAY))]
    pub said_on: Option<String>,
    /// The words that carry the stance.
    pub cue: Span,
    /// What is demanded, refused, offered.
    pub content: Option<Span>,
    /// The clause that shows it.
    pub evidence: Span,
    /// The sentence around it.
    pub sentence: Span,
    /// Other places that say the same.
    pub repeats: Vec<Span>,
    /// The rule and lexicon entry that read it.
    pub rule: String,
}

/// The party that is to act.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Addressee {
    /// Id of the actor.
    pub id: Option<String>,
    /// Name.
    pub name: String,
}

/// What a position depends on.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Condition {
    /// Which kind.
    pub kind: ConditionKind,
    /// The words.
    pub text: Span,
    /// Issue code of the condition.
    #[schemars(regex(pattern = CODE))]
    pub issue: Option<String>,
}

/// Who told of a position.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct SaidBy {
    /// Id of the actor; null for an anonymous source.
    pub id: Option<String>,
    /// Name or the article's words.
    pub name: String,
    /// Id of the statement it was read from.
    pub statement: Option<String>,
}

/// What a plan says or would do on one issue.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Provision {
    /// `provisions:START:N`.
    pub id: String,
    /// Id of the article.
    pub article: String,
    /// Id of the plan.
    pub plan: String,
    /// Code of the issue.
    #[schemars(regex(pattern = CODE))]
    pub issue: String,
    /// Whether the plan has, drops or changes it.
    pub status: ProvisionStatus,
    /// Sums and counts inside it.
    pub figures: Vec<Span>,
    /// What is provided.
    pub content: Span,
    /// The clause that shows it.
    pub evidence: Span,
    /// The sentence around it.
    pub sentence: Span,
    /// The rule and lexicon entry that read it.
    pub rule: String,
}

/// Words attributed to somebody.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// `statements:START:N`.
    pub id: String,
    /// Id of the article.
    pub article: String,
    /// Who says it; null where the text does not tell.
    pub speaker: Option<Party>,
    /// Quoted, reported or both.
    pub mode: Mode,
    /// The words that name the source.
    pub source: Option<Span>,
    /// The words that attribute.
    pub cue: Option<Span>,
    /// What is said, in pieces.
    pub content: Vec<Span>,
    /// Where or to whom it was said, in the article's words.
    pub venue: Option<String>,
    /// The outlet that relays it.
    pub relayed_by: Option<String>,
    /// Id of the statement that goes on here: each quoted run is a statement of its own.
    pub continues: Option<String>,
}

/// Talks, a summit, a call or a visit.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Meeting {
    /// `meetings:START:N`.
    pub id: String,
    /// Id of the article.
    pub article: String,
    /// Which kind.
    pub kind: MeetingKind,
    /// City or venue; `phone` for calls.
    pub place: Option<String>,
    /// ISO date as far as known: `2025-12-02`, `2025-11`, `2025`.
    #[schemars(regex(pattern = DATE))]
    pub date: Option<String>,
    /// Ids of the participants.
    pub participants: Vec<String>,
    /// Held, planned, proposed, cancelled.
    pub status: MeetingStatus,
    /// The words.
    pub evidence: Span,
    /// The sentence around it.
    pub sentence: Span,
}

/// A sum or count with its issue.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// `figures:START:N`.
    pub id: String,
    /// Id of the article.
    pub article: String,
    /// The number itself, in units of `unit`.
    pub value: f64,
    /// `USD`, `EUR`, `percent`, `km`, `troops`, ...; null for a bare count.
    pub unit: Option<String>,
    /// Code of the issue it belongs to.
    #[schemars(regex(pattern = CODE))]
    pub of: Option<String>,
    /// The words.
    pub evidence: Span,
}

//! The closed sets of the contract, each with its spelling in JSON.
//!
//! Owns the names only. Never decides which member applies.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

macro_rules! closed_set {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every member, in the contract's order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The spelling used in JSON, tables and filters.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(self.as_str()) }
        }

        impl FromStr for $name {
            type Err = String;
            /// The member spelt `s`; else the input itself as the error.
            fn from_str(s: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|v| v.as_str() == s).ok_or_else(|| s.to_owned())
            }
        }
    };
}

closed_set!(/// What an actor is.
ActorKind {
    /// A named human being.
    Person = "person",
    /// A country or its government.
    State = "state",
    /// A public body, alliance or ministry.
    Body = "body",
    /// A company, outlet or think tank.
    Organisation = "organisation",
    /// A source without a name.
    Anonymous = "anonymous",
});

closed_set!(/// For whom an actor speaks.
Side {
    /// Russia and those it installed.
    Russia = "russia",
    /// Ukraine.
    Ukraine = "ukraine",
    /// The United States.
    UnitedStates = "united-states",
    /// The EU, its members, the UK, Norway, Switzerland, the coalition of the willing.
    Europe = "europe",
    /// The alliance.
    Nato = "nato",
    /// Everyone else, and those who speak for no side.
    Other = "other",
});

closed_set!(/// How words lead to an actor.
Via {
    /// Its name.
    Name = "name",
    /// A surname alone.
    Surname = "surname",
    /// An office.
    Office = "office",
    /// A capital, a building.
    Metonym = "metonym",
    /// He, she, they.
    Pronoun = "pronoun",
    /// I, we, our inside its own words.
    FirstPerson = "first-person",
    /// A heading or list head above.
    Heading = "heading",
});

closed_set!(/// A stance towards an issue.
Stance {
    /// Wants, insists, calls for.
    Demand = "demand",
    /// Refuses, rules out.
    Reject = "reject",
    /// Proposes to give or do.
    Offer = "offer",
    /// Agrees to what another proposes.
    Accept = "accept",
    /// Announces harm.
    Threaten = "threaten",
});

closed_set!(/// How firm a stance is.
Firmness {
    /// Never, non-negotiable.
    RedLine = "red-line",
    /// The usual case.
    Firm = "firm",
    /// Ready to discuss.
    Open = "open",
});

closed_set!(/// Whether a stance is said to hold now.
Modality {
    /// It holds.
    Asserted = "asserted",
    /// It holds on a condition.
    Conditional = "conditional",
    /// Supposed, asked, predicted.
    Hypothetical = "hypothetical",
    /// Said not to hold.
    Denied = "denied",
    /// Held once.
    Historical = "historical",
});

impl Modality {
    /// Whether scores, positions and tables count it.
    pub const fn counts(self) -> bool {
        matches!(self, Modality::Asserted | Modality::Conditional)
    }
}

closed_set!(/// Where holder and issue come from.
Basis {
    /// Both from the clause itself.
    Explicit = "explicit",
    /// One carried over.
    Inferred = "inferred",
});

closed_set!(/// What kind of condition.
ConditionKind {
    /// Only if.
    OnlyIf = "only-if",
    /// If.
    If = "if",
    /// Unless.
    Unless = "unless",
    /// Until.
    Until = "until",
    /// Provided, as long as, on condition that.
    Provided = "provided",
    /// In return for.
    InExchange = "in-exchange",
    /// Once, after, only when.
    After = "after",
});

closed_set!(/// Through whom the article knows of a position.
Sourcing {
    /// The holder's own quoted words.
    Direct = "direct",
    /// A published statement or document.
    Official = "official",
    /// The outlet's own account or an official's paraphrase.
    Reported = "reported",
    /// An unnamed source.
    Anonymous = "anonymous",
    /// A leaked paper or call.
    Leaked = "leaked",
    /// Another outlet, or another party telling of the holder.
    SecondHand = "second-hand",
});

closed_set!(/// What a version does with a point.
ProvisionStatus {
    /// Has it.
    Provides = "provides",
    /// Leaves it out.
    Drops = "drops",
    /// Has it otherwise.
    Changes = "changes",
});

closed_set!(/// How words are rendered.
Mode {
    /// All of it between quotation marks.
    Direct = "direct",
    /// None of it.
    Indirect = "indirect",
    /// Some of it.
    Mixed = "mixed",
});

closed_set!(/// What kind of meeting.
MeetingKind {
    /// Delegations, rounds.
    Talks = "talks",
    /// Leaders.
    Summit = "summit",
    /// By phone or video.
    Call = "call",
    /// A trip.
    Visit = "visit",
});

closed_set!(/// Whether a meeting took place.
MeetingStatus {
    /// It did.
    Held = "held",
    /// Agreed upon.
    Planned = "planned",
    /// Suggested.
    Proposed = "proposed",
    /// Called off.
    Cancelled = "cancelled",
});

closed_set!(/// A stance on a plan as a whole.
VerdictKind {
    /// Takes it.
    Accepts = "accepts",
    /// Refuses it.
    Rejects = "rejects",
    /// Might take it.
    Open = "open",
    /// Wants it changed.
    Amends = "amends",
});

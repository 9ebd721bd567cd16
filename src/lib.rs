//! Reads news about a negotiation: who is at the table, which plan versions, who demands, refuses, offers or accepts
//! what, on which condition, and who says so, with the article's own words under every claim.
//!
//! See ARCHITECTURE.md for the way from bytes to findings; every module says on top what it owns and never does.

pub mod article;
pub mod clauses;
pub mod finding;
pub mod frames;
pub mod lexicon;
pub mod phrases;
pub mod referent;
pub mod text;
pub mod words;

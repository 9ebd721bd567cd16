//! Reads news about a negotiation: who is at the table, which plan versions, who demands, refuses, offers or accepts
//! what, on which condition, and who says so, with the article's own words under every claim.
//!
//! Data flows one way, each layer a value that is built once and then only read: [`article`] loads, [`text`] segments,
//! [`words`] looks up, [`phrases`] and [`clauses`] parse, [`referent`] finds who is meant, [`frames`] who holds what;
//! [`kind`] projects the layers into [`finding`]s; [`dossier`] narrows and orders them, [`render`] writes them,
//! [`check`] compares them with what was expected. See ARCHITECTURE.md.

pub mod article;
pub mod attribution;
pub mod calendar;
pub mod check;
pub mod clauses;
pub mod desk;
pub mod dossier;
pub mod encounter;
pub mod explain;
pub mod finding;
pub mod frames;
pub mod kind;
pub mod lexicon;
pub mod phrases;
pub mod provenance;
pub mod referent;
pub mod render;
pub mod schema;
pub mod text;
pub mod words;

//! Reads news about a negotiation: who is at the table, which plan versions, who demands, refuses, offers or accepts
//! what, with the article's words under every claim.
//!
//! Data flows one way: [`article`] loads, [`desk`] reads with its [`lexicon`], [`finding`] is what comes out,
//! [`dossier`] narrows and orders it, [`render`] writes it, [`check`] compares it with what was expected.

pub mod article;
pub mod check;
pub mod desk;
pub mod dossier;
pub mod finding;
pub mod lexicon;
pub mod render;

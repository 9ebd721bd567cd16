//! Reads news about a negotiation.

pub mod article;
pub mod finding;
pub mod text;

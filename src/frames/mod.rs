//! Frames: who holds what, with every slot filled by grammar or by a named fallback.
//!
//! Owns cue, holder, complement and issue of a stance. Never writes output.

pub mod issue;

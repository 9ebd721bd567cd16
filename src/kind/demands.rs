//! Demands: frames whose holder is a party.
use super::Layers;
use crate::finding::Demand;
/// The demands.
pub fn project(_: &Layers) -> Vec<Demand> {
    Vec::new()
}

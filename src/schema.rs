//! The JSON Schemas of what the program writes.
//!
//! Owns their making, from the types of the contract. Is given nothing. Never keeps a second list of names.

use crate::finding::{Reading, SCHEMA};
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema of a reading, as `--format json` and `jsonl` write it. Every field is required; fields that come with later
/// versions are allowed for.
pub fn reading() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Reading>().to_value();
    schema["$id"] = urn(SCHEMA).into();
    schema
}

/// `ukdesk.reading/1` as a name that needs no server.
fn urn(schema: &str) -> String {
    format!("urn:{}", schema.replace(['.', '/'], ":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_reading_is_required() {
        let schema = reading();
        assert_eq!(schema["$id"], "urn:ukdesk:reading:1");
        let fields = schema["properties"].as_object().map(|fields| fields.len());
        assert_eq!(schema["required"].as_array().map(Vec::len), fields);
        assert!(fields.is_some_and(|n| n == 10), "{fields:?}");
    }
}

//! `ukdesk schema`: the shape of what goes in and out.
//!
//! Owns nothing but the command. Is given what to describe. Never knows a field.

use super::args::{Described, SchemaArgs};
use super::{Outcome, output};
use ukdesk::schema;

/// Prints a schema.
pub(crate) fn run(args: &SchemaArgs) -> Outcome {
    let schema = match args.of {
        Described::Reading => schema::reading(),
        Described::Expectation => schema::expectation(),
    };
    output::print(format!("{schema:#}\n").as_bytes())
}

//! The text layer's specification, as tables.

//! Tests of the attribution layer.

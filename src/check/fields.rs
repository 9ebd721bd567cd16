//! The fields of the contract's structs, read off the structs themselves.
//!
//! Owns the trick: a deserializer that hands back the field list serde asks it for. So an expectation with a misspelt
//! field is refused without a second list to keep. Never deserializes anything.

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use std::fmt;

/// The names of `T`'s fields, in order.
pub(super) fn of<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    match T::deserialize(Asked) {
        Err(Fields(names)) => names,
        Ok(_) => &[],
    }
}

struct Asked;

/// The answer comes back as an error: there is no value to give.
#[derive(Debug)]
struct Fields(&'static [&'static str]);

impl fmt::Display for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

impl std::error::Error for Fields {}

impl Error for Fields {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Fields(&[])
    }
}

impl<'de> Deserializer<'de> for Asked {
    type Error = Fields;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Fields> {
        Err(Fields(&[]))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Fields> {
        Err(Fields(fields))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::finding::{Meeting, Provision};

    #[test]
    fn structs_tell_their_fields() {
        assert_eq!(&of::<Meeting>()[..4], ["id", "article", "kind", "place"]);
        assert!(of::<Provision>().contains(&"status"));
        assert!(of::<u32>().is_empty());
    }
}

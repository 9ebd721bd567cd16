//! JSON whose parts know where they stand.
//!
//! Owns the step from a value's text to its byte offset and line, and objects in the order of the file. Is given a
//! text that lives as long as its parts. Never decides what a value means.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;
use std::ops::Range;

/// What is wrong with a file, and on which of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// A value inside `whole`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Located<'a> {
    whole: &'a str,
    raw: &'a RawValue,
}

impl<'a> Located<'a> {
    /// The one value of a text.
    pub fn parse(whole: &'a str) -> Result<Located<'a>, Flaw> {
        let fault = |e: serde_json::Error| Flaw { line: e.line().max(1), what: format!("not valid JSON: {e}") };
        Ok(Located { whole, raw: serde_json::from_str(whole).map_err(fault)? })
    }

    /// Bytes of the whole text at which it stands.
    pub fn at(self) -> Range<usize> {
        let start = self.raw.get().as_ptr() as usize - self.whole.as_ptr() as usize;
        start..start + self.raw.get().len()
    }

    /// Line on which it begins, counted from 1.
    pub fn line(self) -> usize {
        self.whole[..self.at().start].matches('\n').count() + 1
    }

    /// The value itself.
    pub fn value(self) -> serde_json::Value {
        serde_json::from_str(self.raw.get()).unwrap_or_default()
    }

    /// The fields of an object, in the order of the file; a name that stands twice is a flaw.
    pub fn fields(self, else_say: &str) -> Result<Vec<(String, Located<'a>)>, Flaw> {
        let Pairs(pairs) = serde_json::from_str(self.raw.get()).map_err(|_| self.flaw(else_say))?;
        let fields: Vec<_> = pairs.into_iter().map(|(key, raw)| (key, Located { whole: self.whole, raw })).collect();
        let twice =
            fields.iter().enumerate().find(|(at, (key, _))| fields[..*at].iter().any(|(other, _)| other == key));
        match twice {
            Some((_, (key, value))) => Err(value.flaw(&format!("`{key}` stands twice"))),
            None => Ok(fields),
        }
    }

    /// The items of an array.
    pub fn items(self, else_say: &str) -> Result<Vec<Located<'a>>, Flaw> {
        let items: Vec<&RawValue> = serde_json::from_str(self.raw.get()).map_err(|_| self.flaw(else_say))?;
        Ok(items.into_iter().map(|raw| Located { whole: self.whole, raw }).collect())
    }

    /// Something is wrong here.
    pub fn flaw(self, what: &str) -> Flaw {
        Flaw { line: self.line(), what: what.to_owned() }
    }
}

/// An object's fields as they come.
struct Pairs<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Collect)
    }
}

struct Collect;

impl<'de> Visitor<'de> for Collect {
    type Value = Pairs<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry().map_err(A::Error::custom)? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_know_their_place() {
        let text = "{\n  \"é\": [1,\n    {\"b\": 2}]}";
        let whole = Located::parse(text).unwrap();
        let fields = whole.fields("").unwrap();
        let items = fields[0].1.items("").unwrap();
        assert_eq!((fields[0].0.as_str(), fields[0].1.line(), items[1].line()), ("é", 2, 3));
        assert_eq!(&text[items[1].at()], "{\"b\": 2}");
        assert!(items[0].fields("no object").is_err_and(|flaw| flaw == Flaw { line: 2, what: "no object".into() }));
    }

    #[test]
    fn flaws_have_lines() {
        assert_eq!(Located::parse("{\n\n").unwrap_err().line, 3);
        let twice = Located::parse("{\"a\": 1,\n \"a\": 2}").unwrap().fields("").unwrap_err();
        assert_eq!(twice, Flaw { line: 2, what: "`a` stands twice".to_owned() });
    }
}

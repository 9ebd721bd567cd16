//! What statements and demands both print of an attribution: its speaker, and the id under which it is listed.
//!
//! Owns which attributions are listed. Never looks for a speaker.

use super::Layers;
use crate::attribution::Attribution;
use crate::finding::{ActorKind, Mode, Party, Side};
use crate::lexicon::cue::Act;
use crate::lexicon::tag::Tag;
use crate::text::{Run, TokenKind};

/// How many words an anonymous source's name may have.
const NAME: usize = 10;

/// The attributions that are listed as statements, each with its id and its pieces, in the order of their contents.
pub fn listed(layers: &Layers) -> Vec<(usize, String, Vec<Run>)> {
    let all = layers.attributions.all.iter().enumerate();
    let said =
        all.filter(|(_, a)| a.act == Act::Say && !unsaid(a) && !retold(layers, a)).map(|(n, a)| (n, pieces(layers, a)));
    let mut out: Vec<(usize, String, Vec<Run>)> =
        said.filter(|(_, pieces)| !pieces.is_empty()).map(|(n, pieces)| (n, String::new(), pieces)).collect();
    out.sort_by_key(|(_, _, pieces)| (pieces[0].start, pieces[0].end));
    number(layers, &mut out);
    out
}

/// Reported words that the article says were not said; quoted ones were.
fn unsaid(a: &Attribution) -> bool {
    a.negated && a.mode == Mode::Indirect
}

/// What somebody says, in quoted words of their own, that others said.
fn retold(layers: &Layers, a: &Attribution) -> bool {
    a.cue.is_some_and(|cue| layers.text.quote_at(cue.start).is_some())
}

/// Ids count the statements that begin at the same character.
fn number(layers: &Layers, all: &mut [(usize, String, Vec<Run>)]) {
    let (mut start, mut count) = (usize::MAX, 0);
    for (_, id, pieces) in all {
        let at = layers.span(pieces[0]).start;
        count = if at == start { count + 1 } else { 1 };
        start = at;
        *id = format!("statements:{at}:{count}");
    }
}

fn pieces(layers: &Layers, a: &Attribution) -> Vec<Run> {
    let mut out: Vec<Run> =
        a.contents.iter().map(|&run| bare(layers, a.mode, run)).filter(|run| !run.is_empty()).collect();
    out.sort_by_key(|run| run.start);
    out
}

/// A directly quoted piece without its marks.
fn bare(layers: &Layers, mode: Mode, run: Run) -> Run {
    let mark = |t: usize| matches!(layers.text.tokens[t].kind, TokenKind::Open | TokenKind::Close | TokenKind::Stray);
    let (mut start, mut end) = (run.start, run.end);
    if mode == Mode::Direct {
        while start < end && mark(start) {
            start += 1;
        }
        while end > start && mark(end - 1) {
            end -= 1;
        }
    }
    Run::new(start, end)
}

/// Who says it; none where the text does not tell.
pub fn speaker(layers: &Layers, a: &Attribution) -> Option<Party> {
    let source = a.source?;
    let referent = a.speaker.as_ref();
    let mention = Some(layers.span(source));
    let named = referent.filter(|r| r.anonymous.is_none());
    if let Some((referent, &id)) = named.and_then(|r| r.who.first().map(|id| (r, id))) {
        return Some(Party { via: Some(referent.via), mention, ..layers.party(id) });
    }
    let words = referent.and_then(|r| r.anonymous).unwrap_or(source);
    Some(Party {
        id: None,
        name: short(layers, words),
        kind: Some(ActorKind::Anonymous),
        side: referent.and_then(|r| r.side).or(Some(Side::Other)),
        via: referent.map(|r| r.via),
        mention,
    })
}

/// The words of an anonymous source, cut before a relative clause and at ten words.
fn short(layers: &Layers, run: Run) -> String {
    let text = layers.text;
    let relative = |t: usize| {
        matches!(layers.words.tag(t), Tag::WP | Tag::WDT | Tag::WPS) || text.tokens[t].kind == TokenKind::Comma
    };
    let end = (run.start + 1..run.end).find(|&t| relative(t)).unwrap_or(run.end);
    text.str(Run::new(run.start, end.min(run.start + NAME))).to_owned()
}

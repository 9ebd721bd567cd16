//! Statements: what is said as findings.
//!
//! Owns which attributions are listed, and how a speaker becomes a party. Never looks for a speaker.

use super::Layers;
use crate::attribution::Attribution;
use crate::finding::{ActorKind, Mode, Party, Side, Span, Statement};
use crate::lexicon::cue::Act;
use crate::text::{Run, TokenKind};

/// How many words an anonymous source's name may have.
const NAME: usize = 10;

/// The statements of an article in the order of their contents.
pub fn project(layers: &Layers) -> Vec<Statement> {
    let said = layers.attributions.all.iter().filter(|a| a.act == Act::Say && !unsaid(a) && !retold(layers, a));
    let mut out: Vec<Statement> = said.filter_map(|a| statement(layers, a)).collect();
    out.sort_by_key(|s| (s.content[0].start, s.content[0].end));
    number(&mut out);
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
fn number(all: &mut [Statement]) {
    let (mut start, mut count) = (usize::MAX, 0);
    for statement in all {
        let at = statement.content[0].start;
        count = if at == start { count + 1 } else { 1 };
        start = at;
        statement.id = format!("statements:{at}:{count}");
    }
}

fn statement(layers: &Layers, a: &Attribution) -> Option<Statement> {
    let pieces = a.contents.iter().map(|&run| bare(layers, a.mode, run));
    let mut content: Vec<Span> = pieces.filter(|run| !run.is_empty()).map(|run| layers.span(run)).collect();
    content.sort_by_key(|s| s.start);
    if content.is_empty() {
        return None;
    }
    Some(Statement {
        id: String::new(),
        article: layers.article.id.clone(),
        speaker: speaker(layers, a),
        mode: a.mode,
        source: a.source.map(|run| layers.span(run)),
        cue: a.cue.map(|run| layers.span(run)),
        content,
        venue: a.venue.map(|run| layers.text.str(run).to_owned()),
        relayed_by: a.relayed_by.and_then(|n| named(layers, n)),
    })
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

fn speaker(layers: &Layers, a: &Attribution) -> Option<Party> {
    let source = a.source?;
    let referent = a.speaker.as_ref();
    let mention = Some(layers.span(source));
    let named = referent.filter(|r| r.anonymous.is_none());
    if let Some((referent, &id)) = named.and_then(|r| r.who.first().map(|id| (r, id))) {
        return Some(Party { via: Some(referent.via), mention, ..layers.party(id) });
    }
    let words = referent.and_then(|r| r.anonymous).filter(|w| !w.overlaps(source)).unwrap_or(source);
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
        matches!(
            layers.words.tag(t),
            crate::lexicon::tag::Tag::WP | crate::lexicon::tag::Tag::WDT | crate::lexicon::tag::Tag::WPS
        ) || text.tokens[t].kind == TokenKind::Comma
    };
    let end = (run.start + 1..run.end).find(|&t| relative(t)).unwrap_or(run.end);
    text.str(Run::new(run.start, end.min(run.start + NAME))).to_owned()
}

fn named(layers: &Layers, noun: usize) -> Option<String> {
    let id = layers.referents.of(noun)?.who.first()?;
    Some(layers.referents.character(*id).name.clone())
}

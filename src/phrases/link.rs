//! Links between noun phrases: coordination and apposition.
//!
//! Owns which phrases form one row of equals and which name the same thing twice. Never knows what they name.

use super::{Chunk, Chunker, Phrases};
use crate::lexicon::cue::{Act, Class, Cue, Flag};
use crate::lexicon::tag::Tag;
use crate::lexicon::trie::Entry;
use crate::text::{Run, TokenKind};

/// Links the noun phrases of one sentence.
pub(super) fn link(chunker: &Chunker, out: &mut Phrases, row: Run) {
    let mut i = row.start;
    while i < row.end {
        if let Chunk::Noun(n) = out.chunks[i] {
            coordinate(chunker, out, row, i, n);
        }
        i += 1;
    }
    for i in row.iter() {
        if let Chunk::Noun(n) = out.chunks[i] {
            appose(chunker, out, row, i, n);
        }
    }
}

fn word(out: &Phrases, row: Run, i: usize) -> Option<usize> {
    match out.chunks.get(i).filter(|_| row.contains(i)) {
        Some(Chunk::Word(t)) => Some(*t),
        _ => None,
    }
}

fn noun(out: &Phrases, row: Run, i: usize) -> Option<usize> {
    match out.chunks.get(i).filter(|_| row.contains(i)) {
        Some(Chunk::Noun(n)) => Some(*n),
        _ => None,
    }
}

fn is_kind(chunker: &Chunker, out: &Phrases, row: Run, i: usize, kind: TokenKind) -> bool {
    word(out, row, i).is_some_and(|t| chunker.kind(t) == kind)
}

fn is_and(chunker: &Chunker, out: &Phrases, row: Run, i: usize) -> bool {
    word(out, row, i).is_some_and(|t| chunker.is(t, chunker.sets.and) && chunker.tag(t) == Tag::CC)
}

/// `A, B and C` from `A` on: only rows that end in a conjunction, or `A and B`.
fn coordinate(chunker: &Chunker, out: &mut Phrases, row: Run, at: usize, first: usize) {
    if out.nouns[first].group.is_some() || out.nouns[first].temporal || out.nouns[first].possesses {
        return;
    }
    let mut members = vec![first];
    let mut i = at + 1;
    let mut joined = false;
    let mut pause = false;
    loop {
        let comma = is_kind(chunker, out, row, i, TokenKind::Comma);
        let after_comma = if comma { i + 1 } else { i };
        let joining = joins(chunker, out, row, after_comma);
        let and = is_and(chunker, out, row, after_comma) || joining > 0;
        let next = if and { after_comma + joining.max(1) } else { after_comma };
        if !(comma || and) {
            break;
        }
        let Some((n, end)) = member(out, row, next) else { break };
        let free = out.nouns[n].prep.is_none() || joining > 0;
        let alike = free && !out.nouns[n].temporal;
        if !alike {
            break;
        }
        members.push(n);
        i = end;
        if and {
            (joined, pause) = (true, comma && joining == 0);
            break;
        }
    }
    let behind_verb =
        at > row.start && matches!(out.chunks[at - 1], Chunk::Verb(v) if !reports(chunker, out.verbs[v].main));
    let name = |&m: &usize| chunker.tag(out.nouns[m].head) == Tag::NNP;
    let unlike = !members.iter().all(name) && members.iter().any(name);
    let parted = (pause || behind_verb || unlike) && followed_by_verb_of_last(out, row, i, &members)
        || fronted(chunker, out, row, at, &members, i) && finite_at(out, row, i);
    if joined && members.len() > 1 && !parted {
        members.iter().for_each(|&m| out.nouns[m].group = Some(first));
        let prep = out.nouns[first].prep;
        members.iter().for_each(|&m| out.nouns[m].prep = prep);
    }
}

/// A verb that takes no object but what is said (`said Witkoff and Kushner would go`).
fn reports(chunker: &Chunker, verb: usize) -> bool {
    let cues = || {
        chunker.words.hits_at(verb).iter().filter_map(|h| match h.entry {
            Entry::Cue(c) if h.run.len() == 1 => Some(&chunker.lexicon.cues[c as usize]),
            _ => None,
        })
    };
    let plain = |c: &Cue| c.act == Act::Say && c.class == Class::Verb && !c.flags.has(Flag::Quote);
    let objects = |c: &Cue| plain(c) && (c.flags.has(Flag::Object) || c.flags.has(Flag::Addressee));
    cues().any(plain) && !cues().any(objects)
}

/// How many pieces from `i` on stand for `and`: `as well as`, `along with`.
fn joins(chunker: &Chunker, out: &Phrases, row: Run, i: usize) -> usize {
    let Some(t) = word(out, row, i) else { return 0 };
    let hits = chunker.words.hits_at(t).iter();
    let found = hits.filter(|h| matches!(h.entry, Entry::Set(n) if n == chunker.sets.joining.number()));
    let length = found.map(|h| h.run.len()).max().unwrap_or(0);
    if (i..i + length).all(|k| word(out, row, k).is_some()) { length } else { 0 }
}

/// `In a joint statement, A and B said`, `the source of it, aides and envoys say, is`: the first phrase, governed, stands
/// before a comma and is no member of the row behind it.
fn fronted(chunker: &Chunker, out: &Phrases, row: Run, at: usize, members: &[usize], end: usize) -> bool {
    let Some(prep) = out.nouns[members[0]].prep else { return false };
    if opens_sentence(chunker, prep) {
        return true;
    }
    let bare = |i: usize| matches!(out.chunks[i], Chunk::Noun(n) if out.nouns[n].prep.is_none());
    let alone = !(row.start..at).any(bare);
    let pronoun = members.iter().any(|&m| out.nouns[m].pronoun);
    let aside = is_kind(chunker, out, row, end + 1, TokenKind::Comma);
    is_kind(chunker, out, row, at + 1, TokenKind::Comma) && members.len() > 2 && (alone || pronoun || aside)
}

fn finite_at(out: &Phrases, row: Run, i: usize) -> bool {
    matches!(out.chunks.get(i), Some(Chunk::Verb(v)) if row.contains(i) && out.verbs[*v].form == super::VerbForm::Finite)
}

/// The member that begins at chunk `i`: a phrase with its possessor, where it has one.
fn member(out: &Phrases, row: Run, i: usize) -> Option<(usize, usize)> {
    let n = noun(out, row, i)?;
    if !out.nouns[n].possesses {
        return Some((n, i + 1));
    }
    let owned = noun(out, row, i + 2)?;
    Some((owned, i + 3))
}

/// `he met Putin, and Kyiv said`: after a comma or an object and a conjunction, a phrase with a verb begins a clause.
fn followed_by_verb_of_last(out: &Phrases, row: Run, end: usize, members: &[usize]) -> bool {
    let verb_before = row
        .iter()
        .take_while(|&i| out.chunks[i] != Chunk::Noun(members[0]))
        .any(|i| matches!(out.chunks[i], Chunk::Verb(v) if out.verbs[v].form == super::VerbForm::Finite));
    finite_at(out, row, end) && members.len() < 3 && verb_before
}

/// `A, B,` where one is a name and the other describes it.
fn appose(chunker: &Chunker, out: &mut Phrases, row: Run, at: usize, first: usize) {
    let outer = out.nouns[first];
    if outer.pronoun || outer.temporal || outer.possesses || !is_kind(chunker, out, row, at + 1, TokenKind::Comma) {
        return;
    }
    let Some((second, _)) = member(out, row, at + 2) else { return };
    let inner = out.nouns[second];
    if inner.prep.is_some() || inner.temporal || inner.pronoun || inner.apposition.is_some() {
        return;
    }
    if outer.group.is_some() && outer.group == inner.group {
        return;
    }
    if outer.prep.is_some_and(|p| opens_sentence(chunker, p)) || is_subject_group(out, row, second) {
        return;
    }
    let name = |n: &super::Noun| chunker.tag(n.head) == Tag::NNP;
    let article = |n: &super::Noun| chunker.tag(n.run.start) == Tag::DT;
    // `Corker, a Tennessee Republican`: a name with an article describes one without.
    let described = article(&inner) && chunker.is(inner.run.start, chunker.sets.indefinite) && !article(&outer);
    let one_name = name(&outer) != name(&inner) || name(&outer) && described;
    if one_name && closes(chunker, out, row, at + 3) {
        out.nouns[second].apposition = Some(first);
    }
}

/// Phrase `first` opens a coordination right behind which a finite verb stands.
fn is_subject_group(out: &Phrases, row: Run, first: usize) -> bool {
    let group = out.nouns[first].group.filter(|&g| g == first);
    let in_group =
        |i: &usize| matches!(out.chunks[*i], Chunk::Noun(n) if group.is_some() && out.nouns[n].group == group);
    let last = row.iter().rev().find(in_group);
    last.and_then(|i| out.chunks.get(i + 1).filter(|_| row.contains(i + 1)))
        .is_some_and(|c| matches!(c, Chunk::Verb(v) if out.verbs[*v].form == super::VerbForm::Finite))
}

fn opens_sentence(chunker: &Chunker, prep: usize) -> bool {
    (chunker.run.start..prep).all(|t| chunker.is_mark(t) || chunker.tag(t) == Tag::CC || chunker.tag(t) == Tag::RB)
}

/// After the second phrase and its prepositional phrases comes a comma, a verb or the end, no conjunction.
fn closes(chunker: &Chunker, out: &Phrases, row: Run, from: usize) -> bool {
    for i in from..row.end {
        match out.chunks[i] {
            Chunk::Noun(n) if out.nouns[n].pronoun && i == from => return true,
            Chunk::Noun(_) => {}
            Chunk::Verb(v) => return out.verbs[v].form == super::VerbForm::Participle,
            Chunk::Word(t) => match chunker.kind(t) {
                TokenKind::Comma
                | TokenKind::Stop
                | TokenKind::Semicolon
                | TokenKind::Dash
                | TokenKind::Close
                | TokenKind::ParenOpen => return true,
                _ if matches!(chunker.tag(t), Tag::IN | Tag::TO | Tag::POS | Tag::RB) => {}
                _ if chunker.tag(t) == Tag::CC => {}
                _ => return matches!(chunker.tag(t), Tag::WP | Tag::WDT),
            },
        }
    }
    true
}

//! The discourse: who was subject last, which pair was named last.
//!
//! Owns what pronouns and definite descriptions lead back to. Never reads words.

use super::cast::Cast;
use super::{CharacterId, Referent};
use crate::finding::ActorKind;
use crate::lexicon::actor::Gender;
use crate::lexicon::vocab::Sym;
use crate::phrases::Noun;
use crate::text::Text;

/// Sentences that a group stays in mind.
const REACH: usize = 8;

/// A person or party met, with where.
#[derive(Clone, Debug)]
struct Met {
    id: CharacterId,
    noun: usize,
    sentence: usize,
    subject: bool,
    quoted: bool,
    person: bool,
    gender: Option<Gender>,
}

/// What has been met so far, newest last.
#[derive(Default)]
pub(super) struct Focus {
    met: Vec<Met>,
    /// Last pairs: of persons, of parties.
    pairs: [Option<Vec<CharacterId>>; 2],
    last_group: Option<(usize, Vec<CharacterId>, usize)>,
    /// Groups named by a noun (`EU leaders`): its lemma, who they are, where.
    groups: Vec<(Sym, Vec<CharacterId>, usize)>,
    /// The last coordinations of three and more, by size.
    rows: Vec<(Vec<CharacterId>, usize)>,
    sentence: usize,
    paragraph: usize,
}

impl Focus {
    /// The pass has reached a sentence.
    pub(super) fn enter(&mut self, text: &Text, sentence: usize) {
        self.sentence = sentence;
        self.paragraph = text.sentences[sentence].paragraph;
        // Nothing leads further back than some sentences; the list stays short.
        if self.met.len() > 400 {
            self.met.drain(..200);
        }
    }

    /// Notes what phrase `n` stands for.
    pub(super) fn note(&mut self, cast: &Cast, referent: &Referent, n: usize, noun: &Noun, acts: bool, quoted: bool) {
        for &id in &referent.who {
            let character = &cast.all[id];
            let person = character.kind == ActorKind::Person && referent.anonymous.is_none();
            let subject = acts && !noun.possesses && !(person && noun.group.is_some());
            self.met.push(Met {
                id,
                noun: n,
                sentence: noun.sentence,
                subject,
                quoted,
                person,
                gender: character.gender,
            });
        }
        if let [a, b] = referent.who[..] {
            self.set_pair(cast, a, b);
        }
        self.join(cast, referent, noun, n);
    }

    /// Members of one coordination, and two parties in one sentence, form the last pair.
    fn join(&mut self, cast: &Cast, referent: &Referent, noun: &Noun, n: usize) {
        let [id] = referent.who[..] else { return };
        let group = noun.group.unwrap_or(n);
        match &mut self.last_group {
            Some((g, members, _)) if *g == group && noun.group.is_some() => {
                if !members.contains(&id) {
                    members.push(id);
                }
                let members = members.clone();
                if let [a, b] = members[..] {
                    self.set_pair(cast, a, b);
                }
                self.set_row(&members);
            }
            _ => self.last_group = Some((group, vec![id], noun.sentence)),
        }
    }

    fn set_pair(&mut self, cast: &Cast, a: CharacterId, b: CharacterId) {
        let person = |id: CharacterId| cast.all[id].kind == ActorKind::Person;
        let party = |id: CharacterId| matches!(cast.all[id].kind, ActorKind::State | ActorKind::Body);
        if person(a) && person(b) {
            self.pairs[0] = Some(vec![a, b]);
        } else if party(a) && party(b) && cast.all[a].side != cast.all[b].side {
            let outsider = [a, b].iter().any(|&id| cast.all[id].side == Some(crate::finding::Side::Other));
            if !outsider || self.pairs[1].is_none() {
                self.pairs[1] = Some(vec![a, b]);
            }
        }
    }

    /// Keeps the members of a row of names of three and more.
    fn set_row(&mut self, members: &[CharacterId]) {
        if members.len() < 3 {
            return;
        }
        let grown = self.rows.last().is_some_and(|(row, _)| members.starts_with(row));
        if grown {
            self.rows.pop();
        }
        self.rows.push((members.to_vec(), self.sentence));
    }

    /// Notes whom a plural noun stood for.
    pub(super) fn note_group(&mut self, head: Sym, who: &[CharacterId], sentence: usize) {
        self.set_row(who);
        self.groups.push((head, who.to_vec(), sentence));
    }

    /// The group that this noun named last, not far back.
    pub(super) fn group(&self, head: Sym) -> Option<Vec<CharacterId>> {
        let near =
            |(known, _, sentence): &&(Sym, Vec<CharacterId>, usize)| *known == head && sentence + REACH > self.sentence;
        self.groups.iter().rev().take(REACH).find(near).map(|(_, who, _)| who.clone())
    }

    /// The members of the last row of `size` names, not far back.
    pub(super) fn row(&self, size: i64) -> Option<Vec<CharacterId>> {
        let fits =
            |(row, sentence): &&(Vec<CharacterId>, usize)| row.len() as i64 == size && sentence + REACH > self.sentence;
        self.rows.iter().rev().take(REACH).find(fits).map(|(row, _)| row.clone())
    }

    /// The last pair of persons, or of parties.
    pub(super) fn pair(&self, persons: bool) -> Option<Vec<CharacterId>> {
        self.pairs[usize::from(!persons)].clone()
    }

    /// The members of the last coordination of persons or parties that was a subject, for `they`.
    pub(super) fn plural(&self) -> Option<Vec<CharacterId>> {
        let (_, members, sentence) = self.last_group.as_ref()?;
        (members.len() > 1 && sentence + 1 >= self.sentence).then(|| members.clone())
    }

    /// The person met last for whom `fits` holds, outside quotations first.
    pub(super) fn person_where(&self, fits: impl Fn(CharacterId) -> bool) -> Option<CharacterId> {
        let persons = || self.met.iter().rev().filter(|m| m.person);
        let own = first_fitting(persons().filter(|m| !m.quoted), &fits);
        own.or_else(|| first_fitting(persons(), &fits))
    }

    /// The person for whom `fits` holds that was the subject of this sentence or one of the two before.
    pub(super) fn subject_where(&self, mut fits: impl FnMut(CharacterId) -> bool) -> Option<CharacterId> {
        let near = self.met.iter().rev().take_while(|m| m.sentence + 3 > self.sentence);
        near.filter(|m| m.person && m.subject && !m.quoted).map(|m| m.id).find(|&id| fits(id))
    }

    /// The person a pronoun leads to: of that gender, subject first, near first, outside quotations.
    pub(super) fn person(
        &self,
        gender: Gender,
        quoted: bool,
        before: usize,
        not: &[CharacterId],
    ) -> Option<CharacterId> {
        let fits = |m: &&Met| {
            m.person
                && m.noun < before
                && !not.contains(&m.id)
                && m.gender.is_none_or(|g| g == gender)
                && (quoted || !m.quoted)
                && m.sentence + 4 > self.sentence
        };
        let near = |m: &&Met| m.sentence == self.sentence;
        let subjects = || self.met.iter().rev().filter(fits).filter(|m| m.subject);
        subjects().find(near).or_else(|| subjects().next()).or_else(|| self.met.iter().rev().find(fits)).map(|m| m.id)
    }

    /// The state or body that was subject last, for `it` and `they`.
    pub(super) fn party(&self, before: usize, reach: usize, not: &[CharacterId]) -> Option<CharacterId> {
        let subject = self.met.iter().rev().find(|m| {
            !m.person && m.subject && m.noun < before && !not.contains(&m.id) && m.sentence + reach > self.sentence
        });
        subject.map(|m| m.id)
    }
}

/// The first of them for whom `fits` holds; everybody is asked once.
fn first_fitting<'m>(met: impl Iterator<Item = &'m Met>, fits: impl Fn(CharacterId) -> bool) -> Option<CharacterId> {
    let mut asked = Vec::new();
    for id in met.map(|m| m.id) {
        if asked.contains(&id) {
            continue;
        }
        if fits(id) {
            return Some(id);
        }
        asked.push(id);
    }
    None
}

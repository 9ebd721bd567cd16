//! Figures: sums and counts that belong to an issue.
//!
//! Owns the projection and the neighbourhood in which a figure's issue is looked for. Never recognises a number itself.

use super::Layers;
use crate::finding::Figure;
use crate::frames::issue::{THRESHOLD, TermHit};
use crate::lexicon::trie::Entry;
use crate::text::Run;
use crate::words::figure::FigureMention;

/// How far around a figure its issue is looked for first, in tokens.
const NEAR: usize = 7;

/// The figures whose words around them are about an issue, in the order of the text.
pub fn project(layers: &Layers) -> Vec<Figure> {
    project_by(layers, |sentence, run| issue(layers, sentence, run))
}

/// The figures to which `issue_of` gives an issue, by their sentence and place.
pub fn project_by(layers: &Layers, issue_of: impl Fn(usize, Run) -> Option<String>) -> Vec<Figure> {
    let mut out = Vec::new();
    let mut figures = layers.words.figures().iter().peekable();
    for (number, sentence) in layers.text.sentences.iter().enumerate() {
        let read = layers.text.paragraphs[sentence.paragraph].kind.is_read();
        while let Some(found) = figures.next_if(|f| f.run.start < sentence.run.end) {
            let of = if read { issue_of(number, found.run) } else { None };
            out.extend(of.map(|of| figure(layers, found, of)));
        }
    }
    out
}

fn figure(layers: &Layers, found: &FigureMention, of: String) -> Figure {
    let evidence = layers.span(found.run);
    Figure {
        id: format!("figures:{}:1", evidence.start),
        article: layers.article.id.clone(),
        value: found.value,
        unit: found.unit.clone(),
        of: Some(of),
        evidence,
    }
}

/// The issue of the words near a figure, else of its clause.
fn issue(layers: &Layers, sentence: usize, run: Run) -> Option<String> {
    let whole = layers.text.sentences[sentence].run;
    let near = Run::new(run.start.saturating_sub(NEAR).max(whole.start), (run.end + NEAR).min(whole.end));
    let clause = layers.clauses.around(sentence, run.start).map(|c| layers.clauses.all[c].run);
    best(layers, near).or_else(|| best(layers, clause?))
}

fn best(layers: &Layers, run: Run) -> Option<String> {
    let hits = layers.words.hits_in(run).filter_map(|h| match h.entry {
        Entry::Term(term) => Some(TermHit { start: h.run.start, end: h.run.end, term }),
        _ => None,
    });
    let issues = &layers.lexicon.issues;
    let scores = issues.score(&hits.collect::<Vec<_>>());
    let (issue, score) = issues.best(&scores, THRESHOLD).first().copied()?;
    (score >= THRESHOLD && !issues.yields(issue)).then(|| issues.code(issue).to_owned())
}

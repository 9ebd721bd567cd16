use std::io::Read;
use ukdesk::{
    clauses::Clauses,
    frames::Frames,
    lexicon::Lexicon,
    phrases::{Chunk, Phrases},
    referent::Referents,
    text::Text,
    words::Words,
};
fn main() {
    let mut s = String::new();
    std::io::stdin().read_to_string(&mut s).unwrap();
    let t0 = std::time::Instant::now();
    let lex = Lexicon::builtin().unwrap_or_else(|e| panic!("{e}"));
    eprintln!("lexicon {:?}", t0.elapsed());
    let text = Text::segment(&s, &[], &lex.abbreviations);
    let words = Words::read(&text, &lex);
    let ph = Phrases::read(&text, &lex, &words);
    let cl = Clauses::read(&text, &lex, &words, &ph);
    let rf = Referents::read(&text, &lex, &words, &ph, &cl, "2025-12-03".parse().ok());
    let at = ukdesk::attribution::Attributions::read(&text, &lex, &words, &ph, &cl, &rf);
    let fr = Frames::read(&text, &lex, &words, &ph, &cl, &rf, &at, "2025-12-03".parse().ok());
    let who = |n: usize| {
        rf.of(n).map_or(String::from("?"), |r| {
            format!(
                "{:?}{}",
                r.who.iter().map(|&w| rf.cast[w].name.as_str()).collect::<Vec<_>>(),
                r.anonymous.map_or(String::new(), |a| format!("~{}", text.str(a)))
            )
        })
    };
    for (i, sent) in text.sentences.iter().enumerate() {
        println!("\n## {}", text.str(sent.run));
        let tags: Vec<String> = sent.run.iter().map(|t| format!("{}/{:?}", text.word(t), words.tag(t))).collect();
        println!("  {}", tags.join(" "));
        let mut row = String::new();
        for c in &ph.chunks[ph.rows[i].start..ph.rows[i].end] {
            match c {
                Chunk::Noun(n) => {
                    let x = &ph.nouns[*n];
                    row += &format!(
                        "[{}{}{}{}] ",
                        x.prep.map_or(String::new(), |p| format!("<{}> ", text.word(p))),
                        text.str(x.run),
                        x.apposition.map_or("", |_| "=app"),
                        x.group.map_or("", |_| "+")
                    );
                }
                Chunk::Verb(v) => {
                    let x = &ph.verbs[*v];
                    row += &format!(
                        "{{{}{}{}}} ",
                        text.str(x.run),
                        if x.passive { "|pass" } else { "" },
                        if x.negated { "|neg" } else { "" }
                    );
                }
                Chunk::Word(t) => {
                    row += text.word(*t);
                    row += " ";
                }
            }
        }
        println!("  {row}");
        for c in cl.of_sentence(i) {
            let k = &cl.all[c];
            println!(
                "   c{c} <{}> {:?} verb={} subj={}{} par={:?} ante={} ctrl={} | {}",
                k.subject.map_or(String::new(), who),
                k.kind,
                text.str(ph.verbs[k.verb].run),
                k.subject.map_or("-", |n| text.str(ph.nouns[n].run)),
                if k.inverted {
                    "(inv)"
                } else if k.inherited {
                    "(inh)"
                } else {
                    ""
                },
                k.parent,
                k.antecedent.map_or("-", |n| text.str(ph.nouns[n].run)),
                k.control.map_or("-", |n| text.str(ph.nouns[n].run)),
                text.str(k.run)
            );
        }
        for f in fr.all.iter().filter(|f| f.sentence == i) {
            println!(
                "   ==> {} {} {} [{}] cue=`{}` content=`{}` {:?} cond={:?} addr={:?}",
                f.holder.who.map_or("anon", |w| &rf.cast[w].name),
                f.stance,
                lex.issues.code(f.issue),
                f.rule,
                text.str(f.cue),
                text.str(f.content),
                f.modality,
                f.condition.map(|c| (c.kind, text.str(c.run))),
                f.addressee.map(|a| &rf.cast[a].name)
            );
        }
        for d in fr.dropped.iter().filter(|d| sent.run.covers(d.cue)) {
            println!("   --- `{}` [{}] {}", text.str(d.cue), d.rule, d.reason);
        }
    }
}

//! Who says what, told by sentences: `speaker > content`, several joined by ` | `.

use super::Attributions;
use crate::clauses::Clauses;
use crate::finding::Mode;
use crate::lexicon::Lexicon;
use crate::lexicon::cue::Act;
use crate::phrases::Phrases;
use crate::referent::Referents;
use crate::text::Text;
use crate::words::Words;

/// Runs `with` on the attributions of a text.
fn read<T>(source: &str, with: impl Fn(&Text, &Attributions, &Referents) -> T) -> T {
    let lexicon = Lexicon::builtin().expect("the built-in lexicon compiles");
    let text = Text::segment(source, &[], &lexicon.abbreviations);
    let words = Words::read(&text, &lexicon);
    let phrases = Phrases::read(&text, &lexicon, &words);
    let clauses = Clauses::read(&text, &lexicon, &words, &phrases);
    let referents = Referents::read(&text, &lexicon, &words, &phrases, &clauses, "2025-12-03".parse().ok());
    let all = Attributions::read(&text, &lexicon, &words, &phrases, &clauses, &referents);
    with(&text, &all, &referents)
}

/// All that is said in a text: `speaker > content`.
fn said(source: &str) -> Vec<String> {
    read(source, |text, all, referents| {
        let said = all.all.iter().filter(|a| a.act == Act::Say);
        said.map(|a| {
            let who = a.speaker.as_ref().filter(|r| r.anonymous.is_none()).and_then(|r| r.who.first());
            let name = who.map(|&id| referents.character(id).name.clone());
            let words =
                a.speaker.as_ref().and_then(|r| r.anonymous).filter(|w| a.source.is_none_or(|s| !s.overlaps(*w)));
            let name = name.or_else(|| words.or(a.source).map(|s| text.str(s).to_owned())).unwrap_or_default();
            let contents: Vec<&str> = a.contents.iter().map(|&c| text.str(c)).collect();
            format!("{name} > {}", contents.join(" ... "))
        })
        .collect()
    })
}

fn check(cases: &[(&str, &[&str])]) {
    for (source, wanted) in cases {
        assert_eq!(said(source), *wanted, "in: {source}");
    }
}

#[test]
fn quotations_and_their_verbs() {
    check(&[
        ("“The bridge still stands,” Ushakov said.", &["Yuri Ushakov > “The bridge still stands,”"]),
        (
            "“The bridge still stands,” said Yuri Ushakov, a Kremlin aide.",
            &["Yuri Ushakov > “The bridge still stands,”"],
        ),
        ("Peskov answered: “The bridge still stands.”", &["Dmitry Peskov > “The bridge still stands.”"]),
        (
            "“The bridge,” Lavrov said, “still stands.”",
            &["Sergei Lavrov > “The bridge,”", "Sergei Lavrov > “still stands.”"],
        ),
        (
            "“The bridge still stands,” Umerov told Fox News. “We saw it on Monday.”",
            &["Rustem Umerov > “The bridge still stands,”", "Rustem Umerov > “We saw it on Monday.”"],
        ),
        (
            "“Where is the bridge?” asked Rustem Umerov. “It was here,” Lavrov replied.",
            &["Rustem Umerov > “Where is the bridge?”", "Sergei Lavrov > “It was here,”"],
        ),
    ]);
}

#[test]
fn reported_speech_ends_where_the_next_begins() {
    check(&[
        ("Putin said on Monday that the bridge stood.", &["Vladimir Putin > that the bridge stood"]),
        ("Putin told reporters the bridge would stand.", &["Vladimir Putin > the bridge would stand"]),
        (
            "Putin said the bridge stood, adding that it was new.",
            &["Vladimir Putin > the bridge stood", "Vladimir Putin > that it was new"],
        ),
        (
            "Putin said the bridge stood, while Zelensky said it had fallen.",
            &["Vladimir Putin > the bridge stood", "Volodymyr Zelensky > it had fallen"],
        ),
        ("The bridge stood, the Kremlin said.", &["Russia > The bridge stood"]),
        ("The bridge, Lavrov said, would stand.", &["Sergei Lavrov > The bridge ... would stand"]),
        ("Rubio, speaking in Geneva on Sunday, said the bridge stood.", &["Marco Rubio > the bridge stood"]),
        ("Rubio, who met the engineers, said the bridge stood.", &["Marco Rubio > the bridge stood"]),
        ("As Rubio said, the bridge stood.", &["Marco Rubio > the bridge stood"]),
        ("It was announced by Rubio that the bridge stood.", &["Marco Rubio > that the bridge stood"]),
    ]);
}

#[test]
fn prepositions_nouns_and_labels() {
    check(&[
        ("According to Umerov, the bridge stood.", &["Rustem Umerov > the bridge stood"]),
        ("The bridge stood, according to Umerov.", &["Rustem Umerov > The bridge stood"]),
        ("In Moscow's view, the bridge stood.", &["Russia > the bridge stood"]),
        ("Moscow's insistence that the bridge stood was no surprise.", &["Russia > that the bridge stood"]),
        ("Peskov's answer was short: “The bridge still stands.”", &["Dmitry Peskov > “The bridge still stands.”"]),
        ("Peskov: “The bridge still stands.”", &["Dmitry Peskov > “The bridge still stands.”"]),
    ]);
}

#[test]
fn sources_without_a_name_and_who_takes_them_up() {
    check(&[
        (
            "“The bridge still stands,” a Russian official briefed on the matter said.",
            &["a Russian official briefed on the matter > “The bridge still stands,”"],
        ),
        (
            "A senior official said the bridge stood.\n\n“We saw it on Monday,” the official said.",
            &["A senior official > the bridge stood", "A senior official > “We saw it on Monday,”"],
        ),
        (
            "Giorgia Meloni received Donald Tusk. “You will not see my bridge,” she said.",
            &["Giorgia Meloni > “You will not see my bridge,”"],
        ),
    ]);
}

#[test]
fn an_outlet_passes_words_on() {
    let source = "“There are three bridges,” a Russian official said. “One of them still stands,” NBC reported.";
    let relayed = read(source, |_, all, _| all.all.iter().filter(|a| a.relayed_by.is_some()).count());
    assert_eq!(relayed, 1);
    assert_eq!(said(source)[1], "a Russian official > “One of them still stands,”");
}

#[test]
fn what_looks_like_speech_and_is_none() {
    check(&[
        ("Donald Trump had “The Art of the Deal” on his desk.", &[]),
        ("The list goes on and on.", &[]),
        ("Lavrov called the White House on Monday.", &[]),
        ("Trump said nothing.", &[]),
    ]);
}

#[test]
fn the_innermost_voice_covers_a_token() {
    let source = "Zelensky said that Lavrov had told him: “The bridge is ours.”";
    let voices = read(source, |text, all, referents| {
        let voice = |word: &str| {
            let t = (0..text.tokens.len()).find(|&t| text.word(t) == word).expect("the word stands in the text");
            all.voice(t).and_then(|a| all.all[a].speaker.clone()).map(|r| referents.character(r.who[0]).name.clone())
        };
        [voice("said"), voice("told"), voice("ours")]
    });
    assert_eq!(voices, [None, Some("Volodymyr Zelensky".to_owned()), Some("Sergei Lavrov".to_owned())]);
}

#[test]
fn partly_quoted_words_are_mixed() {
    let modes = |source: &str| read(source, |_, all, _| all.all.iter().map(|a| a.mode).collect::<Vec<_>>());
    assert_eq!(modes("Putin said Kyiv “would have no bridge left to stand on”."), [Mode::Mixed]);
    assert_eq!(modes("“Kyiv has no bridge,” Putin said."), [Mode::Direct]);
    assert_eq!(modes("Putin said Kyiv had no bridge."), [Mode::Indirect]);
}

#[test]
fn a_quotation_over_paragraphs_keeps_its_speaker() {
    let source = "“We saw the bridge,” Umerov said. “It was early.\n\n“It still stood when we left.”";
    let who = said(source);
    assert_eq!(who.len(), 3, "{who:?}");
    assert!(who.iter().all(|s| s.starts_with("Rustem Umerov >")), "{who:?}");
}

#[test]
fn a_fronted_clause_belongs_to_what_is_said() {
    check(&[
        (
            "If the army leaves, the bridge will stand, Umerov said.",
            &["Rustem Umerov > If the army leaves, the bridge will stand"],
        ),
        (
            "As the envoys landed on Monday, a drone hit the bridge, police said.",
            &["police > As the envoys landed on Monday, a drone hit the bridge"],
        ),
        ("When the envoys landed, Umerov said nothing.", &[]),
        ("“The bridge stands,” Umerov said when he was asked.", &["Rustem Umerov > “The bridge stands,”"]),
    ]);
}

#[test]
fn quantities_and_rough_numbers_speak() {
    check(&[
        ("Many in the crowd said the bridge would fall.", &["Many in the crowd > the bridge would fall"]),
        ("Several said they would wait.", &["Several > they would wait"]),
        ("Most of the guards said they saw the bridge.", &["Most of the guards > they saw the bridge"]),
        ("Diplomats point out that the bridge stood.", &["Diplomats > that the bridge stood"]),
        ("Most bridges still stand.", &[]),
        ("The list is about 20 pages long.", &[]),
    ]);
}

#[test]
fn the_subject_of_a_content_can_stand_before_its_source() {
    check(&[
        ("It was a bridge that several officials said went up in May.", &["several officials > went up in May"]),
        ("Kyiv wants the bridge, which Umerov said was new.", &["Rustem Umerov > was new"]),
        ("The man who spoke went home.", &[]),
    ]);
}

#[test]
fn what_stands_between_source_and_verb_hides_nobody() {
    check(&[
        (
            "Anna Petrova, a veteran of the army who left in 2013, said the bridge put up by Moscow was weak.",
            &["Anna Petrova > the bridge put up by Moscow was weak"],
        ),
        ("“The bridge stands,” said an aide, Ivan Petrov.", &["Ivan Petrov > “The bridge stands,”"]),
        ("Ivan Petrov, a Perm Democrat who runs the town, said the bridge stood.", &["Ivan Petrov > the bridge stood"]),
        (
            "In the talks, he and other envoys complained that the bridge was old.",
            &["he and other envoys > that the bridge was old"],
        ),
        (
            "Lavrov said Witkoff and Kushner would see the bridge.",
            &["Sergei Lavrov > Witkoff and Kushner would see the bridge"],
        ),
        ("Jack noted that the bridge stood.", &["Jack > that the bridge stood"]),
    ]);
}

#[test]
fn a_quotation_goes_on_behind_its_verb() {
    check(&[
        (
            "“The bridge stands,” Umerov said as guards cleared the road, “and we will keep it.”",
            &["Rustem Umerov > “The bridge stands,”", "Rustem Umerov > “and we will keep it.”"],
        ),
        (
            "“You do not sell the bridge you stand on,” was how Umerov put it.",
            &["Rustem Umerov > “You do not sell the bridge you stand on,”"],
        ),
    ]);
}

#[test]
fn utterances_keep_what_goes_on() {
    let utterances = |source: &str| {
        read(source, |_, all, _| {
            let said: Vec<usize> = all.all.iter().map(|a| a.utterance).collect();
            said.windows(2).map(|w| w[0] == w[1]).collect::<Vec<_>>()
        })
    };
    assert_eq!(utterances("“The bridge stands,” Umerov said. “We saw it.”"), [true]);
    assert_eq!(utterances("“The bridge stands,” Umerov said. “It fell,” Lavrov said."), [false]);
    assert_eq!(utterances("“The bridge stands,” Umerov said.\n\n“It is old,” he said."), [false]);
}

#[test]
fn descriptions_lead_to_who_was_brought_in() {
    check(&[
        (
            "A senior diplomat met the guards. “The bridge stands,” the diplomat said.",
            &["A senior diplomat > “The bridge stands,”"],
        ),
        (
            "Oksana Melnyk, 38, who came from Mykolaiv, held a flag. “The bridge is ours,” she said.",
            &["Oksana Melnyk > “The bridge is ours,”"],
        ),
        (
            "I asked Vadym, a drone pilot I met at the bridge. “I would sign tonight,” he said.",
            &["Vadym > “I would sign tonight,”"],
        ),
    ]);
}

/// Every entry of the lexicon fires in its `hits` and is silent in its `misses`.
#[test]
fn speech_cues_prove_themselves() {
    let file: crate::lexicon::schema::File =
        toml::from_str(include_str!("../../lexicon/speech.toml")).expect("speech.toml parses");
    let lexicon = Lexicon::builtin().expect("the built-in lexicon compiles");
    for cue in &file.cue {
        let fires = |source: &str| {
            read(source, |_, all, _| {
                all.all.iter().any(|a| a.entry.is_some_and(|e| lexicon.cues[e as usize].id == cue.id))
            })
        };
        cue.hits.iter().for_each(|s| assert!(fires(s), "`{}` is silent in: {s}", cue.id));
        cue.misses.iter().for_each(|s| assert!(!fires(s), "`{}` fires in: {s}", cue.id));
    }
}
